#include "kql/builtintables.h"

#include "core/kqltypename.h"

#include <QFile>
#include <QSet>

/// Outside every namespace, as Q_INIT_RESOURCE demands.
static void initTables()
{
    Q_INIT_RESOURCE(builtintables);
}

namespace sonde {

namespace {

/// Reads the lines that resources/schema/make-tables.py writes.
class TablesReader
{
public:
    KqlSchemaPtr read(const QString &text)
    {
        auto schema = std::make_shared<KqlSchema>();
        schema->isOpen = true;
        for (const QStringView line : QStringView(text).tokenize(u'\n')) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                schema->tables.append(table(line));
        }
        return schema;
    }

private:
    KqlTable table(QStringView line)
    {
        KqlTable table;
        table.columns.reserve(line.count(u' '));
        for (const QStringView word : line.tokenize(u' ')) {
            if (table.name.isEmpty())
                table.name = word.toString();
            else
                table.columns.append(column(word));
        }
        return table;
    }

    KqlColumn column(QStringView word)
    {
        const auto colon = word.indexOf(u':');
        if (colon < 0)
            return {shared(word), m_string};
        return {shared(word.first(colon)), kqlTypeName(word.sliced(colon + 1))};
    }

    /// The same string for the same name: most tables have the same dozen columns.
    QString shared(QStringView name) { return *m_names.insert(name.toString()); }

    QSet<QString> m_names;
    const QString m_string = kqlTypeName(u"string");
};

KqlSchemaPtr readTables()
{
    initTables();
    QFile file(QStringLiteral(":/schema/tables.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return std::make_shared<KqlSchema>();
    return TablesReader().read(QString::fromLatin1(file.readAll()));
}

} // namespace

KqlSchemaPtr builtinSchema()
{
    static const KqlSchemaPtr schema = readTables();
    return schema;
}

} // namespace sonde
