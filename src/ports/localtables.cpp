#include "ports/localtables.h"

#include <algorithm>

namespace sonde {

LocalTablesJob::LocalTablesJob(QObject *parent)
    : QObject(parent)
{}

LocalTablesJob::~LocalTablesJob()
{
    m_cancel->cancel();
}

bool LocalTables::has(const QString &name) const
{
    const QList<LocalTable> all = tables();
    return std::any_of(all.begin(), all.end(),
                       [&name](const LocalTable &table) { return table.name == name; });
}

QString LocalTables::nextResultName() const
{
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("Result_%1").arg(number);
        if (!has(name))
            return name;
    }
}

} // namespace sonde
