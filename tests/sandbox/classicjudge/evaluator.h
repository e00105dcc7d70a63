#pragma once

#include "kql/parsedsearch.h"
#include "sandbox/classicjudge/records.h"

#include <QStringList>

namespace sonde::classicjudge {

/// What a search finds.
struct Answer
{
    Records rows;
    QStringList order; ///< the fields by which they are sorted
    /// A cut or a choice fell between records that are equal in the order: which ones come is open.
    bool isOpen = false;
    bool isAggregated = false;
    QStringList groups; ///< of measure, without the interval's
};

/// What the judge does not know: the search was made wrong.
struct Unknown
{
    QString what;
};

/// Walks a parsed search over records in vectors, with nested loops.
class Evaluator
{
public:
    /// Both outlive the evaluator.
    Evaluator(const std::vector<RecordTable> &tables, Ticks now)
        : m_tables(tables)
        , m_now(now)
    {}

    Answer evaluate(const ParsedSearch &search);

private:
    using Key = std::pair<QString, bool>; ///< a field, and whether it is sorted downwards

    bool matches(const ClassicFilter &filter, const Record &record, const RecordTable *table);
    bool isEqualTo(const ClassicFilter &filter, const ClassicValue &written, const Value &value) const;
    bool comparesTo(const ClassicFilter &filter, const Value &value) const;
    bool isFound(const ClassicFilter &filter, const Record &record, const RecordTable *table) const;
    bool isInSubsearch(const ClassicFilter &filter, const Value &value);
    Value typed(const ClassicValue &written, Value::Kind kind) const;
    Ticks date(const QString &text) const;

    void apply(const ClassicCommand &command, Answer &answer);
    void sortBy(std::vector<Key> keys, Answer &answer);
    void sortByDefault(Answer &answer);
    void cut(Answer &answer, std::size_t from, std::size_t count);
    void dedup(const QString &field, Answer &answer) const;
    void measure(const ClassicMeasure &measure, Answer &answer);
    Value aggregate(const ClassicMeasure::Function &function, const Records &group) const;
    Value cutTime(const Value &time, const ClassicMeasure::Interval &interval) const;
    void join(const ClassicJoin &join, Answer &answer);

    Value calculate(const ClassicExpression &expression, const Record &record) const;
    Value call(const ClassicExpression &call, const Record &record) const;
    Value choose(const ClassicExpression &call, const Record &record) const;
    bool isTrue(const ClassicExpression &expression, const Record &record) const;

    const std::vector<RecordTable> &m_tables;
    Ticks m_now;
    std::vector<Key> m_keys;
    QString m_cutField;
    bool m_isSorted = false;
    std::shared_ptr<Answer> m_inner;
};

} // namespace sonde::classicjudge
