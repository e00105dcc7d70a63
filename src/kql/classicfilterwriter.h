#pragma once

#include "core/result.h"
#include "core/ticks.h"
#include "kql/kqlschema.h"
#include "kql/parsedsearch.h"

#include <optional>

namespace sonde {

/// The search in braces of a filter, in KQL: one column of values.
struct ClassicSubsearch
{
    QString kql;
    QString type; ///< KQL's, of the column; empty where it is not known
};

/// Writes the filter of a classic search as a KQL condition for one table. Changes nothing once it is made,
/// and may be used from any thread.
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

    struct Setting
    {
        QString search; ///< the whole text, for positions
        Ticks now = 0;
        bool isNowMoving = false; ///< NOW becomes `now()` and not the moment `now`
        std::optional<ClassicSubsearch> subsearch{};
    };

    /// Without \a table, or where a column's type is empty, a value without quotes that looks like a number
    /// or a date is one. A table without a name holds the groups of measure. Both have to outlive the writer.
    ClassicFilterWriter(const Setting &setting, const KqlTable *table);

    /// Fails with Query and a position where the language cannot say so, or KQL cannot.
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
    Result<Condition> writeText(const ClassicFilter &filter) const;
    Result<Condition> writeType(const ClassicFilter &filter) const;
    Result<Condition> writeValues(const ClassicFilter &filter) const;
    Result<Condition> writeSubsearch(const ClassicFilter &filter) const;
    Result<Condition> writeRegex(const ClassicFilter &filter, const QString &operand) const;
    QString typeOf(const ClassicFilter &filter, const ClassicValue &value) const;
    QString guessedType(const ClassicValue &value) const;

    const Setting &m_setting;
    const KqlTable *m_table;
};

} // namespace sonde
