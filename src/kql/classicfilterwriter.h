#pragma once

#include "core/result.h"
#include "core/ticks.h"
#include "kql/kqlschema.h"
#include "kql/parsedsearch.h"

#include <optional>

namespace sonde {

/// Writes the filter of a classic search as a KQL condition for one table.
class ClassicFilterWriter
{
public:
    /// A condition that is the same for every row, or the text of one that is not.
    struct Condition
    {
        std::optional<bool> constant;
        QString text;
        bool needsParentheses = false; ///< inside `and`
    };

    /// Without \a table the fields' types are not known: a value without quotes that looks like a number or a
    /// date is one. \a search is the whole text, for positions.
    /// With \a isNowMoving NOW becomes `now()` and not the moment \a now.
    ClassicFilterWriter(const QString &search, const KqlTable *table, Ticks now, bool isNowMoving = false);

    Result<Condition> write(const ClassicFilter &filter) const;

private:
    Result<Condition> writeList(const ClassicFilter &filter, bool negated) const;
    Result<Condition> writeNode(const ClassicFilter &filter, bool negated) const;
    Result<Condition> writeCompare(const ClassicFilter &filter, bool negated) const;
    Result<Condition> writeRange(const ClassicFilter &filter, bool negated) const;
    Result<Condition> compare(const ClassicFilter &filter, const QString &type, bool negated) const;
    Result<Condition> compareText(const ClassicFilter &filter, const QString &operand) const;
    Result<QString> literal(const QString &field, const ClassicValue &value, const QString &type,
                            bool &matchesNothing) const;
    QString typeOf(const ClassicFilter &filter) const;

    QString m_search;
    const KqlTable *m_table;
    Ticks m_now;
    bool m_isNowMoving;
};

/// Reads a date of the classic language: `yyyy-mm-dd[Thh:mm[:ss[.ddd]]][Z]`, or NOW with arithmetic such as
/// `NOW-24HOURS`, `NOW/DAY`, `NOW+1HOUR-10MONTHS/MINUTE` (all in UTC).
std::optional<Ticks> parseClassicDate(const QString &text, Ticks now);
/// NOW with arithmetic as an expression of KQL such as `ago(24h)`; empty where \a text is no such date.
QString kqlOfClassicNow(const QString &text);

} // namespace sonde
