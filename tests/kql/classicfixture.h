#pragma once

#include "core/timezone.h"
#include "kql/kqlschema.h"

#include <QDateTime>

namespace sonde {

/// What NOW is in the tests of the classic language: a Sunday.
inline QDateTime classicNow()
{
    return QDateTime(QDate(2026, 11, 22), QTime(12, 34, 56, 789), utcZone);
}

/// Event and Perf, whose EventID is a number here and a text there.
inline QList<KqlTable> classicTables()
{
    const auto fields = [](std::initializer_list<std::pair<const char *, const char *>> pairs) {
        QList<KqlColumn> columns;
        for (const auto &[name, type] : pairs)
            columns.append({QString::fromLatin1(name), QString::fromLatin1(type)});
        return columns;
    };
    return {{QStringLiteral("Event"), fields({{"TimeGenerated", "datetime"},
                                              {"Computer", "string"},
                                              {"EventID", "int"},
                                              {"Type", "string"}})},
            {QStringLiteral("Perf"), fields({{"TimeGenerated", "datetime"},
                                             {"Computer", "string"},
                                             {"CounterValue", "real"},
                                             {"EventID", "string"},
                                             {"Started", "datetime"}})}};
}

} // namespace sonde
