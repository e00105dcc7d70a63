#include "engine/judge/forms.h"

#include <limits>

namespace sonde::judge {

namespace {

using T = ColumnType;
using std::int64_t;
using Families = QHash<ColumnType, std::vector<Family>>;

constexpr T scalars[] = {T::Bool, T::Int, T::Long, T::Real, T::DateTime, T::TimeSpan, T::String};
constexpr T numbers[] = {T::Int, T::Long, T::Real};
constexpr T times[] = {T::DateTime, T::TimeSpan};

Form form(const char *text, std::vector<T> parts)
{
    return {QString::fromLatin1(text), std::move(parts)};
}

Form binary(const QString &word, T left, T right)
{
    return {u"($1 " + word + u" $2)", {left, right}};
}

Family equalities()
{
    Family family;
    for (const char *word : {"==", "!="}) {
        for (const T type : scalars)
            family.push_back(binary(QString::fromLatin1(word), type, type));
    }
    return family;
}

Family comparisons()
{
    Family family;
    for (const char *each : {"==", "!=", "<", "<=", ">", ">="}) {
        const QString word = QString::fromLatin1(each);
        for (const T left : numbers) {
            for (const T right : numbers)
                family.push_back(binary(word, left, right));
        }
        for (const T time : times)
            family.push_back(binary(word, time, time));
    }
    return family;
}

Family textTests()
{
    Family family;
    for (const char *each : {"has", "hasprefix", "hassuffix", "contains", "startswith", "endswith"}) {
        for (const char *bang : {"", "!"}) {
            for (const char *end : {"", "_cs"}) {
                const QString word = QString::fromLatin1(bang) + QLatin1String(each) + QLatin1String(end);
                family.push_back(binary(word, T::String, T::String));
            }
        }
    }
    family.push_back(binary(QStringLiteral("=~"), T::String, T::String));
    family.push_back(binary(QStringLiteral("!~"), T::String, T::String));
    family.push_back(form("($1 has_any ($2, $3))", {T::String, T::String, T::String}));
    family.push_back(form("($1 has_all ($2, $3))", {T::String, T::String, T::String}));
    return family;
}

Family memberships()
{
    Family family;
    // Two of the tables are always there.
    family.push_back(form("($1 in ((A | project l)))", {T::Long}));
    family.push_back(form("($1 !in ((B | where isnotnull(n) | project n)))", {T::Long}));
    family.push_back(form("($1 in ((A | project s)))", {T::String}));
    family.push_back(form("($1 !in ((A | project t)))", {T::DateTime}));
    family.push_back(form("($1 in ((B | project y)))", {T::Real}));
    family.push_back(form("($1 in~ ((A | project s)))", {T::String}));
    family.push_back(form("($1 in (pack_array($2, $3)))", {T::Long, T::Long, T::Real}));
    family.push_back(form("($1 !in (pack_array($2, $3)))", {T::String, T::String, T::Int}));
    family.push_back(form("set_has_element(pack_array($2, $3), $1)", {T::String, T::String, T::String}));
    for (const T type : scalars) {
        family.push_back(form("($1 in ($2, $3, $4))", {type, type, type, type}));
        family.push_back(form("($1 !in ($2, $3))", {type, type, type}));
    }
    family.push_back(form("($1 in ($2, $3, $4))", {T::Long, T::Int, T::Real, T::Long}));
    family.push_back(form("($1 in ($2, $3))", {T::Real, T::Long, T::Int}));
    family.push_back(form("($1 !in ($2, $3))", {T::Int, T::Long, T::Real}));
    family.push_back(form("($1 in~ ($2, $3, $4))", {T::String, T::String, T::String, T::String}));
    family.push_back(form("($1 !in~ ($2, $3))", {T::String, T::String, T::String}));
    return family;
}

Family betweens()
{
    Family family;
    for (const char *word : {"between", "!between"}) {
        const QString text = QStringLiteral("($1 %1 ($2 .. $3))").arg(QLatin1String(word));
        for (const T type : numbers)
            family.push_back({text, {type, type, type}});
        for (const T type : times)
            family.push_back({text, {type, type, type}});
        family.push_back({text, {T::Long, T::Int, T::Real}});
        family.push_back({text, {T::Real, T::Long, T::Long}});
        family.push_back({text, {T::DateTime, T::DateTime, T::TimeSpan}});
    }
    return family;
}

Family nullTests()
{
    Family family;
    for (const char *name : {"isnull($1)", "isnotnull($1)", "isempty($1)", "isnotempty($1)"}) {
        for (const T type : scalars)
            family.push_back(form(name, {type}));
    }
    for (const char *name : {"isnan($1)", "isinf($1)", "isfinite($1)"})
        family.push_back(form(name, {T::Real}));
    return family;
}

Family choices(T type)
{
    Family family = {form("iff($1, $2, $3)", {T::Bool, type, type}),
                     form("case($1, $2, $3, $4, $5)", {T::Bool, type, T::Bool, type, type}),
                     form("coalesce($1, $2)", {type, type}),
                     form("coalesce($1, $2, $3)", {type, type, type})};
    if (type == T::Real) {
        family.push_back(form("iff($1, $2, $3)", {T::Bool, T::Real, T::Long}));
        family.push_back(form("iff($1, $2, $3)", {T::Bool, T::Int, T::Real}));
    }
    return family;
}

Family conversions(const char *text, std::initializer_list<T> types)
{
    Family family;
    for (const T type : types)
        family.push_back(form(text, {type}));
    return family;
}

Family arithmetic(std::vector<std::pair<T, T>> sides)
{
    Family family;
    for (const auto &[left, right] : sides) {
        for (const char *word : {"+", "-", "*", "/", "%"})
            family.push_back(binary(QString::fromLatin1(word), left, right));
    }
    return family;
}

void addTimes(Families &families)
{
    families[T::DateTime] = {
        {form("($1 + $2)", {T::DateTime, T::TimeSpan}), form("($1 - $2)", {T::DateTime, T::TimeSpan})},
        {form("bin($1, $2)", {T::DateTime, T::TimeSpan})},
        {form("startofday($1)", {T::DateTime}), form("startofweek($1)", {T::DateTime}),
         form("startofmonth($1)", {T::DateTime}), form("startofyear($1)", {T::DateTime}),
         form("endofday($1)", {T::DateTime}), form("endofmonth($1)", {T::DateTime}),
         form("endofweek($1)", {T::DateTime}), form("endofyear($1)", {T::DateTime}),
         form("bin_at($1, 7d, $2)", {T::DateTime, T::DateTime}),
         form("todatetime(tostring($1))", {T::DateTime}),
         form("datetime_add(\"month\", $1, $2)", {T::Int, T::DateTime}),
         form("datetime_add(\"week\", $1, $2)", {T::Int, T::DateTime}),
         form("datetime_add(\"year\", $1, $2)", {T::Int, T::DateTime}), form("ago($1)", {T::TimeSpan})},
        choices(T::DateTime)};
    families[T::TimeSpan] = {
        {form("($1 - $2)", {T::DateTime, T::DateTime}), form("($1 + $2)", {T::TimeSpan, T::TimeSpan}),
         form("($1 - $2)", {T::TimeSpan, T::TimeSpan}), form("($1 % $2)", {T::TimeSpan, T::TimeSpan})},
        {form("($1 * $2)", {T::TimeSpan, T::Long}), form("($1 * $2)", {T::TimeSpan, T::Real}),
         form("($1 * $2)", {T::Int, T::TimeSpan}), form("($1 * $2)", {T::Real, T::TimeSpan}),
         form("($1 / $2)", {T::TimeSpan, T::Long}), form("($1 / $2)", {T::TimeSpan, T::Real})},
        {form("bin($1, $2)", {T::TimeSpan, T::TimeSpan}), form("(-$1)", {T::TimeSpan}),
         form("abs($1)", {T::TimeSpan}), form("dayofweek($1)", {T::DateTime}),
         form("totimespan(tostring($1))", {T::TimeSpan})},
        choices(T::TimeSpan)};
}

void addNumbers(Families &families)
{
    families[T::Int] = {arithmetic({{T::Int, T::Int}}),
                        conversions("toint($1)", {T::Bool, T::Int, T::Long, T::Real, T::String}),
                        {form("(-$1)", {T::Int}), form("abs($1)", {T::Int}),
                         form("bin($1, $2)", {T::Int, T::Int}), form("hourofday($1)", {T::DateTime}),
                         form("getyear($1)", {T::DateTime}), form("monthofyear($1)", {T::DateTime}),
                         form("dayofyear($1)", {T::DateTime}), form("dayofmonth($1)", {T::DateTime}),
                         form("datetime_part(\"minute\", $1)", {T::DateTime}),
                         form("datetime_part(\"second\", $1)", {T::DateTime}),
                         form("datetime_part(\"millisecond\", $1)", {T::DateTime}),
                         form("datetime_part(\"quarter\", $1)", {T::DateTime})},
                        choices(T::Int)};
    families[T::Long] = {
        arithmetic({{T::Long, T::Long}, {T::Int, T::Long}, {T::Long, T::Int}}),
        conversions("tolong($1)", {T::Bool, T::Int, T::Long, T::Real, T::String, T::DateTime, T::TimeSpan}),
        {form("(-$1)", {T::Long}), form("abs($1)", {T::Long}), form("bin($1, $2)", {T::Long, T::Long}),
         form("bin($1, $2)", {T::Long, T::Int}), form("max_of($1, $2)", {T::Long, T::Long}),
         form("min_of($1, $2, $3)", {T::Long, T::Long, T::Long})},
        {form("strlen($1)", {T::String}), form("strcmp($1, $2)", {T::String, T::String}),
         form("indexof($1, $2)", {T::String, T::String}),
         form("indexof($1, $2, $3)", {T::String, T::String, T::Int}),
         form("tolong(tostring((bag_pack(\"a\", $1)).a))", {T::Long}), form("array_length($1)", {T::Dynamic}),
         form("string_size($1)", {T::String}), form("countof($1, $2)", {T::String, T::String}),
         form("binary_and($1, $2)", {T::Long, T::Long}), form("binary_or($1, $2)", {T::Long, T::Long}),
         form("binary_xor($1, $2)", {T::Long, T::Long}), form("binary_not($1)", {T::Long}),
         form("bitset_count_ones($1)", {T::Long}), form("week_of_year($1)", {T::DateTime})},
        {form("datetime_diff(\"year\", $1, $2)", {T::DateTime, T::DateTime}),
         form("datetime_diff(\"quarter\", $1, $2)", {T::DateTime, T::DateTime}),
         form("datetime_diff(\"month\", $1, $2)", {T::DateTime, T::DateTime}),
         form("datetime_diff(\"week\", $1, $2)", {T::DateTime, T::DateTime}),
         form("datetime_diff(\"day\", $1, $2)", {T::DateTime, T::DateTime}),
         form("datetime_diff(\"hour\", $1, $2)", {T::DateTime, T::DateTime}),
         form("datetime_diff(\"millisecond\", $1, $2)", {T::DateTime, T::DateTime}),
         form("toscalar(A | summarize max(k))", {})},
        choices(T::Long)};
    families[T::Real] = {arithmetic({{T::Real, T::Real}, {T::Long, T::Real}, {T::Real, T::Int}}),
                         conversions("toreal($1)", {T::Bool, T::Int, T::Long, T::Real, T::String}),
                         {form("(-$1)", {T::Real}), form("abs($1)", {T::Real}),
                          form("bin($1, $2)", {T::Real, T::Real}), form("bin($1, $2)", {T::Real, T::Long}),
                          form("floor($1, $2)", {T::Real, T::Int}), form("sqrt($1)", {T::Real}),
                          form("sqrt($1)", {T::Long}), form("sign($1)", {T::Real}),
                          form("ceiling($1)", {T::Real}), form("($1 / $2)", {T::TimeSpan, T::TimeSpan})},
                         choices(T::Real)};
}

void addTexts(Families &families)
{
    families[T::Dynamic] = {
        {form("pack_array($1, $2, $3)", {T::Long, T::String, T::Bool}),
         form("pack_array($1, $2)", {T::Real, T::Int}),
         form("pack_array($1, $2)", {T::DateTime, T::TimeSpan}), form("split($1, \"o\")", {T::String}),
         form("split($1, \" \")", {T::String}), form("split($1, \" \", $2)", {T::String, T::Int})},
        {form("bag_pack(\"a\", $1, \"b\", $2)", {T::Long, T::String}),
         form("bag_pack(\"b\", $1, \"c\", $2)", {T::Real, T::Dynamic}),
         form("bag_merge(bag_pack(\"a\", $1), bag_pack(\"b\", $2))", {T::Dynamic, T::Dynamic}),
         form("bag_merge(bag_pack(\"a\", $1), bag_pack(\"a\", $2, \"d\", $3))",
              {T::Bool, T::Long, T::DateTime}),
         form("(bag_pack(\"a\", $1, \"b\", $2)).a", {T::Dynamic, T::Long}),
         form("(iff($1, bag_pack(\"a\", $2), bag_pack(\"b\", $3))).b", {T::Bool, T::Dynamic, T::String}),
         form("bag_keys(bag_pack(\"x\", $1))", {T::String})},
        {form("array_concat($1, $2)", {T::Dynamic, T::Dynamic}), form("array_reverse($1)", {T::Dynamic}),
         form("array_slice($1, $2, $3)", {T::Dynamic, T::Int, T::Int}),
         form("set_union($1, $2)", {T::Dynamic, T::Dynamic}),
         form("set_intersect($1, $2)", {T::Dynamic, T::Dynamic}),
         form("set_difference($1, $2)", {T::Dynamic, T::Dynamic})},
        {form("iff($1, $2, $3)", {T::Bool, T::Dynamic, T::Dynamic})}};
    families[T::String] = {
        {form("strcat($1, $2)", {T::String, T::String}),
         form("strcat($1, $2, $3)", {T::Long, T::Real, T::Bool}),
         form("strcat($1, $2, $3)", {T::DateTime, T::TimeSpan, T::Int}),
         form("strcat_delim($1, $2, $3)", {T::String, T::String, T::Long})},
        conversions("tostring($1)", {T::Bool, T::Int, T::Long, T::Real, T::DateTime, T::TimeSpan, T::String}),
        {form("substring($1, $2, $3)", {T::String, T::Long, T::Long}),
         form("substring($1, $2)", {T::String, T::Int}), form("tolower($1)", {T::String}),
         form("toupper($1)", {T::String}), form("reverse($1)", {T::String}),
         form("replace_string($1, \"a\", $2)", {T::String, T::String}), form("strrep($1, 2)", {T::String}),
         form("tostring($1)", {T::Dynamic}), form("strcat_array($1, $2)", {T::Dynamic, T::String}),
         form("trim(\"[a-z]\", $1)", {T::String}), form("trim_start(\"[A-Z]+\", $1)", {T::String}),
         form("trim_end(\"(e|o|x1)\", $1)", {T::String}),
         form("replace_regex($1, \"[aeo]+\", \"_\")", {T::String}),
         form("extract(\"([a-z]+)[ -]([a-z]+)\", 2, $1)", {T::String}),
         form("extract(\"[0-9]+\", 0, $1)", {T::String}),
         form("tostring((bag_pack(\"a\", $1)).a)", {T::Dynamic}),
         form("tostring((bag_pack(\"b\", bag_pack(\"a\", $1))).b.a)", {T::DateTime}),
         form("tostring($1[$2])", {T::Dynamic, T::Int}), form("tostring($1[-1])", {T::Dynamic})},
        choices(T::String)};
}

Families allFamilies()
{
    Families families;
    families[T::Bool] = {equalities(),
                         comparisons(),
                         textTests(),
                         memberships(),
                         betweens(),
                         nullTests(),
                         {form("($1 and $2)", {T::Bool, T::Bool}), form("($1 or $2)", {T::Bool, T::Bool}),
                          form("not($1)", {T::Bool})},
                         conversions("tobool($1)", {T::Bool, T::Int, T::Long, T::String}),
                         choices(T::Bool)};
    addNumbers(families);
    addTimes(families);
    addTexts(families);
    return families;
}

std::vector<Value> wholes(std::initializer_list<int64_t> given)
{
    std::vector<Value> values;
    for (const int64_t number : given)
        values.emplace_back(number);
    return values;
}

std::vector<Value> textValues(bool extreme)
{
    std::vector<Value> values;
    // clang-format off
    const auto plain = {"", "a", "A", "abc", "ABC", "Abc def", "def", "error-code", "The error", "ERROR", " x ", "12",
                        "0x1F", "1.5", "-7", "true", "a_b", "it's", "a\\b", "\"q\"", "x1 y2", "o,o",
                        "\u00e9", "\u00c9t\u00e9", "\u03a9mega", "\u03c9MEGA", "\u65e5\u672c \u8a9e",
                        "\U0001F600x", "%", "_"};
    const auto special = {"\t", "1e3", "+5", "0", "1", "False", "9223372036854775808", "NULL", "null", "a\nb",
                          "\u0130", "\u0301", "\uff21\uff22", "\u0417\u0434\u0440\u0430\u0432", "-"};
    // clang-format on
    for (const char *text : plain)
        values.emplace_back(QString::fromUtf8(text));
    for (const char *text : special) {
        if (extreme)
            values.emplace_back(QString::fromUtf8(text));
    }
    return values;
}

std::vector<Value> realValues(bool extreme)
{
    std::vector<Value> values;
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double number : {0.0, 0.5, 1.0, 1.5, -2.25, 2.5, 3.0, -7.5, 7.0, 100.0, infinity, -infinity,
                                std::numeric_limits<double>::quiet_NaN()})
        values.emplace_back(number);
    for (const double number :
         {1e300, -1e300, 1e-300, 1e15, 123456789012345.0, 0.1, 1.0 / 3, 1e-5, 0.0001, -0.7,
          9223372036854775808.0, -9223372036854775808.0, 2147483648.0, 5e-324, 123456.789}) {
        if (extreme)
            values.emplace_back(number);
    }
    return values;
}

} // namespace

const std::vector<Family> &familiesOf(ColumnType result)
{
    static const Families families = allFamilies();
    static const std::vector<Family> none;
    const auto found = families.constFind(result);
    return found == families.cend() ? none : *found;
}

std::vector<Value> valuesOf(ColumnType type, bool extreme)
{
    constexpr int64_t lowest = std::numeric_limits<int64_t>::min();
    constexpr int64_t hour = 36'000'000'000;
    switch (type) {
    case T::Bool:
        return {Value(true), Value(false)};
    case T::Int:
        return extreme ? wholes({2147483647, -2147483648, 46341, -46341, 0, 1, -1, 2, 1000000})
                       : wholes({0, 1, -1, 2, 3, 7, -7, 10, 51});
    case T::Long:
        return extreme
                   ? wholes({-(lowest + 1), lowest, 4294967296, -3037000500, 9007199254740993, 0, 1, -1, 2})
                   : wholes({0, 1, -1, 2, 3, 7, -7, 10, 51, 2147483648, -10000000000});
    case T::Real:
        return realValues(extreme);
    case T::DateTime:
        return extreme ? wholes({0, 3155378975999999999, 1, 24 * hour, 621355968000000000 - 1})
                       : wholes({639274392000000000, 639274176000000000, 638447903991234567,
                                 621355968000000000, 634000000000000000, 639274176000000001});
    case T::TimeSpan:
        return extreme
                   ? wholes({-(lowest + 1), 1, -1, 3155378975999999999, 864000000001, 0})
                   : wholes({0, hour, -hour, hour / 60 * 90, 24 * hour, -24 * hour, 30000000, 1234567, 49});
    default:
        break;
    }
    return textValues(extreme);
}

} // namespace sonde::judge
