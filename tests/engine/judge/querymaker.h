#pragma once

#include "engine/judge/question.h"

#include <random>

namespace sonde::judge {

/// A column of the rows so far.
struct Field
{
    QString name;
    ColumnType type = ColumnType::Long;
    /// Real numbers whose sum is the same in every order.
    bool isSummable = true;
    /// Right but for its last digits: for the answer alone.
    bool isRough = false;
};

/// Makes well-typed queries over a few small tables, the same for the same seed.
class QueryMaker
{
public:
    explicit QueryMaker(std::uint64_t seed);

    /// Tables that all queries may name.
    static std::vector<NamedRows> tables(std::uint64_t seed);
    Question make();

private:
    using Fields = std::vector<Field>;

    std::size_t below(std::size_t count);
    bool chance(int percent);
    ColumnType anyType();

    Piece literal(ColumnType type);
    Piece leaf(ColumnType type, const Fields &fields);
    Piece expression(ColumnType type, int depth, const Fields &fields);
    Piece column(const Field &field) const;
    std::vector<const Field *> fieldsOf(const Fields &fields, bool (*test)(const Field &)) const;

    Query source(Fields &fields);
    void addStep(Query &query, Fields &fields);
    void addProjection(Query &query, Fields &fields, std::size_t count, int depth);
    void addExtension(Query &query, Fields &fields);
    void addFilter(Query &query, const Fields &fields);
    void addChoice(Query &query, Fields &fields);
    void addReplacement(Query &query, Fields &fields);
    void addSequence(Query &query, Fields &fields);
    void addGroups(Query &query, Fields &fields);
    Item aggregate(const QString &name, const Fields &fields, Field &made);
    void addDistinct(Query &query, Fields &fields);
    void addFirst(Query &query, Fields &fields);
    void addList(Query &query, Fields &fields);
    void addUnion(Query &query, Fields &fields);
    Query otherSide(const std::vector<Field> &keys, Fields &made, QString &condition);
    void addJoin(Query &query, Fields &fields);
    void addOrder(Question &question, Fields &fields);
    void addExpansion(Query &query, Fields &fields);
    void addApplication(Query &query, Fields &fields);
    void addPartition(Query &query, Fields &fields);
    void addSeries(Query &query, Fields &fields);
    void addParse(Query &query, Fields &fields);
    void addTuples(Query &query, Fields &fields);
    void addFirstOf(Query &query, Fields &fields);
    void addClashingJoin(Query &query, Fields &fields);
    void addClashingUnion(Query &query, Fields &fields);
    void addWiderStep(Query &query, Fields &fields);
    void addFunctions(Question &question);
    Item sortKey(const Field &field);

    QString newName();

    /// A function that the query defines, as a form of its call.
    struct Function
    {
        ColumnType type = ColumnType::Long;
        QString call;
        std::vector<ColumnType> parts;
    };

    std::mt19937_64 m_random;
    std::vector<Function> m_functions;
    QString m_view; ///< the call of a function that makes rows
    Fields m_viewFields;
    int m_nextName = 0;
    bool m_extreme = false;
};

} // namespace sonde::judge
