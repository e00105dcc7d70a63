#pragma once

#include "results/column.h"

#include <QMap>
#include <QString>
#include <array>

namespace sonde::judge {

/// What was evaluated: operator x type of its first operand x whether one of its operands was null.
class Coverage
{
public:
    void note(const QString &operation, ColumnType type, bool withNull);
    /// One line for each operator: for each type how often, and how often with a null.
    QString table() const;

private:
    struct Count
    {
        qint64 all = 0;
        qint64 withNull = 0;
    };
    QMap<QString, std::array<Count, 10>> m_counts;
};

} // namespace sonde::judge
