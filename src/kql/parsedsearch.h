#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <variant>
#include <vector>

namespace sonde {

struct ParsedSearch;

/// A value as written in a classic search: wildcards count only where it stands without quotes.
struct ClassicValue
{
    QString text;
    bool quoted = false;
    int position = 0; ///< UTF-16 units from the beginning of the search
    bool hasWildcard() const { return !quoted && text.contains(u'*'); }
};

enum class ClassicComparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains, Regex };

/// The filter of a classic search as a tree.
struct ClassicFilter
{
    enum class Kind { All, Text, Compare, Range, List, Subsearch, And, Or, Not };
    Kind kind = Kind::All;
    int position = 0;
    QString field; ///< Compare, Range, List, Subsearch
    ClassicComparison comparison = ClassicComparison::Equal;
    ClassicValue value;                        ///< Text, Compare; Range: the lower end
    ClassicValue upper;                        ///< Range
    std::vector<ClassicValue> values;          ///< List
    std::shared_ptr<const ParsedSearch> inner; ///< Subsearch: one of its groups' names is the field's value
    std::vector<ClassicFilter> operands;       ///< And, Or; one of Not
};

struct ClassicField
{
    QString name;
    int position = 0;
};

/// What `extend` calculates, and what a function of `measure` is told to look at.
struct ClassicExpression
{
    enum class Kind { Field, Number, Text, Date, Call };
    Kind kind = Kind::Field;
    QString text; ///< the name, the number, the text or the date; of a function its name in lower case
    int position = 0;
    std::vector<ClassicExpression> arguments; ///< Call
};

struct ClassicMeasure
{
    struct Function
    {
        QString name;                            ///< lower case
        std::vector<ClassicExpression> argument; ///< one, or none of `count()`
        QString alias;
        QString written; ///< such as `avg(CounterValue)`: the name of an unaliased one among several
        int position = 0;
    };
    /// `5MINUTES`. Months and years differ in length.
    struct Interval
    {
        enum class Unit { None, Millisecond, Month, Year };
        Unit unit = Unit::None; ///< None: no interval. Weeks to seconds come in milliseconds.
        qint64 count = 0;
    };
    std::vector<Function> functions;
    std::vector<ClassicField> by;
    Interval interval;
};

struct ClassicTop
{
    qint64 count = 0;
    int position = 0;
};

struct ClassicSkip
{
    qint64 count = 0;
    int position = 0;
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

/// The newest record for each value of the field.
struct ClassicDedup
{
    ClassicField field;
};

/// Behind measure: which of its groups stay.
struct ClassicWhere
{
    ClassicFilter filter;
    int position = 0;
};

struct ClassicExtend
{
    ClassicExpression expression;
    ClassicField alias;
    int position = 0;
};

struct ClassicJoin
{
    enum class Kind { Inner, Outer, Left };
    Kind kind = Kind::Inner;
    ClassicField left;
    std::shared_ptr<const ParsedSearch> right;
    ClassicField rightField;
    int position = 0;
};

using ClassicCommand = std::variant<ClassicMeasure, ClassicTop, ClassicSkip, ClassicSort, ClassicSelect,
                                    ClassicDistinct, ClassicDedup, ClassicWhere, ClassicExtend, ClassicJoin>;

/// A whole classic search: `filter | command | command ...`.
struct ParsedSearch
{
    ClassicFilter filter;
    std::vector<ClassicCommand> commands;
};

} // namespace sonde
