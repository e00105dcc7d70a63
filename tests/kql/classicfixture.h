#pragma once

#include "core/timezone.h"
#include "kql/kqlschema.h"

#include <QDateTime>
#include <QStringList>

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

/// Texts of parts of the language in any order, the same ones each time. Every second one goes on behind
/// `Type=Event |`.
class AnyClassicSearch
{
public:
    QString next()
    {
        static const QStringList parts =
            QStringLiteral(
                "a Computer EventID CounterValue TimeGenerated Type Event Perf = : != > <= [ .. ] ( ) { } | "
                ", \" * AND OR NOT ! && || IN contains( Regex( measure count( avg( pct95( by interval as "
                "where top skip sort desc select distinct dedup extend div( if( map( exists( ms( join inner "
                "outer 1 -2.5 NOW NOW-1DAY/HOUR 2026-11-01 1HOUR 1MONTH \\ @ ' \u00e9 \U0001F600 #")
                .split(u' ');
        QString search = m_round++ % 2 == 0 ? QString() : QStringLiteral("Type=Event | ");
        for (quint32 i = 0; i < 2 + (m_state >> 4U) % 14; ++i) {
            m_state = m_state * 1664525U + 1013904223U;
            search += parts.at(static_cast<qsizetype>((m_state >> 8U) % quint32(parts.size())));
            search += QStringView((m_state >> 7U) % 3U == 0 ? u"" : u" ");
        }
        return search;
    }

private:
    quint32 m_state = 4711;
    int m_round = 0;
};

} // namespace sonde
