#pragma once

#include "core/result.h"
#include "kql/kqlschema.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

namespace sonde {

/// A classic search as KQL, with the facts that the shape of the classic answer depends on.
struct ClassicTranslation
{
    /// One tabular statement, sorted as the classic service sorts (newest first unless the search says
    /// otherwise) and cut by the search's own `top`. The request's `top` and time range are not in it: append
    /// `\n| take N`.
    QString kql;
    /// The filter alone, then `| count`: how many records match (`__metadata.total` of a raw answer). Counts
    /// the groups where the search aggregates.
    QString countKql;

    struct SortKey
    {
        QString field;
        bool descending = false;
        bool operator==(const SortKey &) const = default;
    };
    /// What the filter looks for in texts, where it is no reason to leave a record out.
    struct SoughtText
    {
        enum class Kind {
            Word,  ///< a word of any field, in any case
            Value, ///< the whole value of the field
            Part   ///< a part of it
        };
        QString field; ///< empty: any
        QString text;
        Kind kind = Kind::Word;
        bool isOpenStart = false; ///< Word: a star stands before it
        bool isOpenEnd = false;
    };
    bool aggregated = false;         ///< `measure` or `distinct`: records without id, Type and __metadata
    QStringList valueFields;         ///< of `measure`, for example AggregatedValue
    QStringList groupingFields;      ///< of `measure ... by` and `distinct`
    QString intervalField;           ///< of `interval`: the datetime field that is cut into steps
    qint64 intervalMilliseconds = 0; ///< 0: a month or a year
    std::optional<qint64> top;       ///< the search's own `top` or `limit`
    QStringList selectedFields;      ///< of `select`; empty means all
    QList<SortKey> sort; ///< what the answer is sorted by; raw answers: TimeGenerated, descending, by default
    QStringList types;   ///< the tables that are read
    QList<SoughtText> sought{}; ///< for `highlight`
};

/// What becomes of NOW.
enum class ClassicNow {
    Fixed, ///< the moment of the translation, as in all of one run
    Moving ///< `now()`, for a query that is kept
};

/// Translates the search language of the Log Search API (2015 to 2019) into KQL.
///
/// Knows free words, phrases, `field=value`, `field:value`, `!=`, `<` `>` `<=` `>=`, ranges, lists and
/// searches behind IN, contains, Regex, AND OR NOT (also `&&`, `||`, `!`), parentheses, unquoted wildcards,
/// dates with their arithmetic, and the commands measure, where, top, limit, skip, sort, select, distinct,
/// dedup, extend and join. OR binds tighter than AND. Field names and values are case-sensitive, command and
/// function names are not. Anything else is refused with its position (source: Microsoft's "Log Analytics
/// search reference" of July 2017; what it leaves open is decided in docs/classic.md), and so is what would
/// be read as something else than was meant: a range behind `=`, `-` for NOT, single quotes, a second sign in
/// an unquoted value. Searches of more than 250 000 characters are refused.
///
/// With a list of tables every table read gets its own copy of the filter, in which a comparison with a field
/// that the table lacks is false, and one of a number with a text is refused; the copies are joined by
/// `union`, and records get a `Type` column. Without one (Run as KQL against a real workspace, whose tables
/// are not known) one `Type=X` becomes `X | where ...`, several become `union X, Y`, none becomes `search *`;
/// an unquoted number is then compared as a number, and the right side of a join has to name its fields.
class ClassicTranslator
{
public:
    /// UTF-16 units: read in less than a second, whatever is in it. More are refused.
    static constexpr qsizetype longestSearch = 250'000;

    explicit ClassicTranslator(QList<KqlTable> tables = {});

    /// NOW in the search is \a nowUtc. Fails with Query and a position. May be called from any thread.
    Result<ClassicTranslation> translate(const QString &search, const QDateTime &nowUtc,
                                         ClassicNow now = ClassicNow::Fixed) const;

private:
    QList<KqlTable> m_tables;
};

} // namespace sonde
