#pragma once

#include "sandbox/classicjudge/records.h"

#include <QStringList>
#include <random>

namespace sonde::classicjudge {

/// Makes classic searches over some tables, the same for the same seed. Values are those of the rows, so that
/// searches find something.
class SearchMaker
{
public:
    /// \a tables outlive the maker.
    SearchMaker(const std::vector<RecordTable> &tables, std::uint64_t seed)
        : m_tables(tables)
        , m_random(seed)
    {}

    QString make();

private:
    struct Field
    {
        QString name;
        Value::Kind kind = Value::Kind::Text;
    };
    using Fields = std::vector<Field>;

    std::size_t below(std::size_t count);
    bool chance(int percent);
    template <typename T>
    const T &oneOf(const std::vector<T> &list);
    QString oneOf(std::initializer_list<const char *> texts);

    QString filter();
    QString conditions(int depth);
    QString condition();
    QString textCondition(const Field &field, const QString &value);
    QString numberCondition(const Field &field, double value);
    QString timeCondition(const Field &field);
    QString absentCondition(const QString &field);
    QString pattern(const QString &text);
    QString word();
    QString subsearch();

    QString extend();
    QString expression(int depth);
    QString test();
    QString records();
    QString cuts();
    QString groups();
    QString measured(const Field &field);
    QString join();
    void chooseTables();
    Field anyField(bool (*accepts)(const Field &));
    Value valueOf(const QString &field);

    const std::vector<RecordTable> &m_tables;
    std::mt19937_64 m_random;
    std::vector<const RecordTable *> m_chosen;
    Fields m_fields; ///< of the tables chosen, and what extend has made
    int m_made = 0;
};

} // namespace sonde::classicjudge
