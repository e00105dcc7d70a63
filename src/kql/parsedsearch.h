#pragma once

#include <QString>
#include <QStringList>
#include <variant>
#include <vector>

namespace sonde {

/// A value as written in a classic search: wildcards count only where it stands without quotes.
struct ClassicValue
{
    QString text;
    bool quoted = false;
    int position = 0; ///< UTF-16 units from the beginning of the search
    bool hasWildcard() const { return !quoted && text.contains(u'*'); }
};

enum class ClassicComparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains };

/// The filter of a classic search as a tree.
struct ClassicFilter
{
    enum class Kind { All, Text, Compare, Range, And, Or, Not };
    Kind kind = Kind::All;
    int position = 0;
    QString field; ///< Compare, Range
    ClassicComparison comparison = ClassicComparison::Equal;
    ClassicValue value;                  ///< Text, Compare; Range: the lower end
    ClassicValue upper;                  ///< Range
    std::vector<ClassicFilter> operands; ///< And, Or; one of Not
};

struct ClassicField
{
    QString name;
    int position = 0;
};

struct ClassicMeasure
{
    struct Function
    {
        QString name; ///< lower case
        QString field;
        QString alias;
        QString written; ///< such as `avg(CounterValue)`: the name of an unaliased one among several
        int position = 0;
    };
    std::vector<Function> functions;
    std::vector<ClassicField> by;
    qint64 intervalMilliseconds = 0; ///< 0: none
};

struct ClassicTop
{
    qint64 count = 0;
};

struct ClassicSort
{
    struct Key
    {
        ClassicField field;
        bool descending = false;
    };
    std::vector<Key> keys;
};

struct ClassicSelect
{
    std::vector<ClassicField> fields;
};

struct ClassicDistinct
{
    ClassicField field;
};

using ClassicCommand = std::variant<ClassicMeasure, ClassicTop, ClassicSort, ClassicSelect, ClassicDistinct>;

/// A whole classic search: `filter | command | command ...`.
struct ParsedSearch
{
    ClassicFilter filter;
    std::vector<ClassicCommand> commands;
};

} // namespace sonde
