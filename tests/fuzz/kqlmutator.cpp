// Changes queries as what they are, for the target kqltext: pipes come, go and change places, names,
// functions and literals are replaced by others. Bytes changed at random nearly always end in the parser, and
// a run takes long.

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);

namespace {

constexpr const char *columns[] = {"TimeGenerated",
                                   "b",
                                   "i",
                                   "l",
                                   "r",
                                   "t",
                                   "m",
                                   "g",
                                   "s",
                                   "d",
                                   "Computer",
                                   "EventID",
                                   "Level",
                                   "Message",
                                   "CounterName",
                                   "CounterValue",
                                   "['odd \\'name\"']",
                                   "Type",
                                   "x",
                                   "y",
                                   "count_",
                                   "d.x.y",
                                   "d[0]",
                                   "d.a['b']"};

constexpr const char *literals[] = {"0",
                                    "1",
                                    "-1",
                                    "2147483648",
                                    "9223372036854775807",
                                    "-9223372036854775808",
                                    "1.5",
                                    "1e308",
                                    "-0.0",
                                    "real(nan)",
                                    "real(+inf)",
                                    "int(null)",
                                    "long(null)",
                                    "real(null)",
                                    "bool(null)",
                                    "datetime(null)",
                                    "timespan(null)",
                                    "guid(null)",
                                    "decimal(null)",
                                    "dynamic(null)",
                                    "''",
                                    "'a'",
                                    "\"it's\"",
                                    "@'\\d+'",
                                    "'(a|b)*'",
                                    "'\\u0000'",
                                    "'\xF0\x9F\x98\x80'",
                                    "true",
                                    "false",
                                    "datetime(2025-11-22T16:02:03.1234567)",
                                    "datetime(0001-01-01)",
                                    "datetime(9999-12-31T23:59:59.9999999)",
                                    "1h",
                                    "0s",
                                    "-7d",
                                    "1tick",
                                    "time(10675199.02:48:05.4775807)",
                                    "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
                                    "decimal(0.1)",
                                    "decimal(79228162514264337593543950335)",
                                    "dynamic([1,\"a\",null,[2],{\"k\":1.5}])",
                                    "dynamic({\"a\":{\"b\":[1]}})",
                                    "dynamic([])",
                                    "now()",
                                    "ago(1d)"};

constexpr const char *functions[] = {"abs",
                                     "ago",
                                     "array_concat",
                                     "array_iff",
                                     "array_index_of",
                                     "array_length",
                                     "array_reverse",
                                     "array_rotate_left",
                                     "array_shift_right",
                                     "array_slice",
                                     "array_sort_asc",
                                     "array_split",
                                     "array_sum",
                                     "bag_has_key",
                                     "bag_keys",
                                     "bag_merge",
                                     "bag_pack",
                                     "bag_remove_keys",
                                     "base64_decode_tostring",
                                     "base64_encode_tostring",
                                     "beta_cdf",
                                     "bin",
                                     "bin_at",
                                     "binary_and",
                                     "binary_shift_left",
                                     "case",
                                     "ceiling",
                                     "coalesce",
                                     "column_ifexists",
                                     "countof",
                                     "cos",
                                     "datetime_add",
                                     "datetime_diff",
                                     "datetime_part",
                                     "dayofweek",
                                     "dayofyear",
                                     "degrees",
                                     "endofday",
                                     "endofmonth",
                                     "exp",
                                     "extract",
                                     "extract_all",
                                     "extract_json",
                                     "floor",
                                     "format_bytes",
                                     "format_datetime",
                                     "format_timespan",
                                     "getyear",
                                     "gettype",
                                     "has_any_index",
                                     "has_ipv4",
                                     "hash",
                                     "hash_sha256",
                                     "hourofday",
                                     "iff",
                                     "indexof",
                                     "ipv4_compare",
                                     "ipv4_is_match",
                                     "ipv4_is_private",
                                     "isascii",
                                     "isempty",
                                     "isfinite",
                                     "isnan",
                                     "isnull",
                                     "jaccard_index",
                                     "log",
                                     "make_datetime",
                                     "make_timespan",
                                     "max_of",
                                     "min_of",
                                     "monthofyear",
                                     "not",
                                     "pack_all",
                                     "pack_array",
                                     "parse_csv",
                                     "parse_ipv4",
                                     "parse_ipv6",
                                     "parse_json",
                                     "parse_path",
                                     "parse_url",
                                     "parse_urlquery",
                                     "parse_user_agent",
                                     "parse_version",
                                     "parse_xml",
                                     "pow",
                                     "range",
                                     "repeat",
                                     "replace_regex",
                                     "replace_string",
                                     "reverse",
                                     "round",
                                     "set_difference",
                                     "set_has_element",
                                     "set_intersect",
                                     "set_union",
                                     "sign",
                                     "split",
                                     "sqrt",
                                     "startofday",
                                     "startofweek",
                                     "strcat",
                                     "strcat_array",
                                     "strcat_delim",
                                     "strcmp",
                                     "string_size",
                                     "strlen",
                                     "strrep",
                                     "substring",
                                     "tobool",
                                     "todatetime",
                                     "todecimal",
                                     "todouble",
                                     "todynamic",
                                     "toguid",
                                     "tohex",
                                     "toint",
                                     "tolong",
                                     "tolower",
                                     "tostring",
                                     "totimespan",
                                     "toupper",
                                     "translate",
                                     "treepath",
                                     "trim",
                                     "trim_end",
                                     "trim_start",
                                     "unixtime_seconds_todatetime",
                                     "url_decode",
                                     "url_encode",
                                     "week_of_year",
                                     "zip",
                                     "count",
                                     "countif",
                                     "sum",
                                     "sumif",
                                     "avg",
                                     "min",
                                     "max",
                                     "dcount",
                                     "dcountif",
                                     "make_list",
                                     "make_set",
                                     "make_bag",
                                     "arg_max",
                                     "arg_min",
                                     "take_any",
                                     "percentile",
                                     "percentiles",
                                     "stdev",
                                     "variance",
                                     "binary_all_or",
                                     "row_number",
                                     "row_cumsum",
                                     "prev",
                                     "next",
                                     "toscalar",
                                     "materialize",
                                     "Half",
                                     "Busy"};

constexpr const char *pipes[] = {
    "where b",
    "where i > 1 or s has 'a'",
    "where s contains 'A' and isnotempty(s)",
    "where l in (10, 0, long(null))",
    "where s !in~ ('A', '')",
    "where TimeGenerated between (ago(1d) .. now())",
    "where s matches regex '[a-z]+'",
    "where * has 'web'",
    "where d.x.y[1] == 2",
    "extend x = i + l, y = r / i",
    "extend x = iff(b, s, 'no')",
    "extend x = d.a, y = tostring(d)",
    "extend x = bin(TimeGenerated, 1h)",
    "extend x = t * 2, y = t / 1h",
    "extend i = s",
    "project s, i, d",
    "project x = s, y = l % 7",
    "project-away b",
    "project-keep i, s*",
    "project-rename x = s",
    "project-reorder s, i asc",
    "summarize count() by s",
    "summarize",
    "summarize by i, b",
    "summarize sum(l), avg(r), x = dcount(s) by b",
    "summarize make_list(i), make_set(s), make_bag(d) by b",
    "summarize arg_max(TimeGenerated, *) by s",
    "summarize percentiles(r, 50, 95), stdev(i), take_any(*)",
    "summarize min(TimeGenerated), max(t), countif(b) by bin(TimeGenerated, 1h), s",
    "count",
    "distinct s, b",
    "distinct *",
    "sort by i asc nulls first, s desc",
    "top 2 by r desc nulls last",
    "take 3",
    "sample 2",
    "sample-distinct 2 of s",
    "join kind=inner (Event) on TimeGenerated",
    "join (Perf) on $left.s == $right.Computer",
    "join kind=leftouter Every on i, b",
    "join kind=fullouter (Event | project Computer, x = EventID) on Computer",
    "join kind=leftanti Perf on Computer",
    "join kind=rightsemi Event on Computer",
    "lookup Perf on Computer",
    "union Event, Perf",
    "union withsource=T kind=outer (Every | take 1)",
    "mv-expand d",
    "mv-expand x = d to typeof(long)",
    "mv-expand with_itemindex=n d limit 2",
    "mv-apply e = d on (where e > 1 | summarize make_list(e))",
    "make-series count() on TimeGenerated step 1h by s",
    "make-series x = avg(r) default=0 on i from 0 to 10 step 1",
    "parse s with * 'a=' x:int ',' *",
    "parse kind=regex s with @'(\\w)' y",
    "parse-where s with x ':' y",
    "parse-kv s as (a: int, b: string) with (pair_delimiter=',', kv_delimiter='=')",
    "search 'web'",
    "getschema",
    "serialize n = row_number()",
    "extend x = prev(i), y = row_cumsum(i)",
    "as T",
    "invoke f()",
    "partition by s (top 1 by i)",
    "evaluate bag_unpack(d)",
    "evaluate pivot(s, count())",
    "evaluate narrow()",
    "consume",
    "render timechart with (title='x')",
    "order by rand()",
    "where i in (Event | project EventID)",
    "extend x = toscalar(Event | count)",
    "where s == ''",
    "facet by s",
    "reduce by s",
    "project d[\"x\"], d['a b'], d.x"};

constexpr const char *operators[] = {"==",
                                     "!=",
                                     "<",
                                     ">=",
                                     "+",
                                     "-",
                                     "*",
                                     "/",
                                     "%",
                                     " and ",
                                     " or ",
                                     " has ",
                                     " !has ",
                                     " contains ",
                                     " startswith_cs ",
                                     " in ",
                                     " !in~ ",
                                     " =~ ",
                                     " matches regex ",
                                     " hasprefix ",
                                     " between ",
                                     " has_any ",
                                     ".."};

class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {}
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_engine() % bound; }
    template <std::size_t count>
    const char *oneOf(const char *const (&list)[count])
    {
        return list[below(count)];
    }

private:
    std::minstd_rand m_engine;
};

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Words, strings, white space and single characters.
std::vector<std::string> tokensOf(std::string_view text)
{
    std::vector<std::string> tokens;
    while (!text.empty()) {
        std::size_t size = 1;
        if (isWord(text[0])) {
            while (size < text.size() && isWord(text[size]))
                ++size;
        } else if (text[0] == '\'' || text[0] == '"') {
            while (size < text.size() && text[size] != text[0])
                size += text[size] == '\\' ? 2 : 1;
            size = std::min(size + 1, text.size());
        }
        tokens.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return tokens;
}

/// What stands between the `|` outside of strings.
std::vector<std::string> pipesOf(std::string_view text)
{
    std::vector<std::string> found(1);
    for (const std::string &token : tokensOf(text)) {
        if (token == "|")
            found.emplace_back();
        else
            found.back() += token;
    }
    return found;
}

std::string joined(const std::vector<std::string> &parts, std::string_view between)
{
    std::string text;
    for (const std::string &part : parts)
        text.append(text.empty() && &part == &parts.front() ? std::string_view() : between).append(part);
    return text;
}

void changePipes(std::string &text, Dice &dice)
{
    std::vector<std::string> parts = pipesOf(text);
    const std::size_t at = dice.below(parts.size());
    const auto place = parts.begin() + static_cast<std::ptrdiff_t>(at);
    switch (dice.below(5)) {
    case 0:
        if (parts.size() > 1)
            parts.erase(place);
        break;
    case 1:
        if (at > 0)
            *place = std::string(" ") + dice.oneOf(pipes) + " ";
        break;
    case 2:
        std::swap(*place, parts[dice.below(parts.size())]);
        break;
    default:
        parts.insert(place + 1, std::string(" ") + dice.oneOf(pipes) + " ");
    }
    text = joined(parts, "|");
}

/// A value in place of another.
std::string anyValue(Dice &dice, const std::string &old)
{
    switch (dice.below(5)) {
    case 0:
        return dice.oneOf(columns);
    case 1:
        return dice.oneOf(literals);
    case 2:
        return std::string(dice.oneOf(functions)) + "(" + old + ")";
    case 3:
        return std::string(dice.oneOf(functions)) + "(" + old + ", " + dice.oneOf(literals) + ")";
    default:
        return "(" + old + " " + dice.oneOf(operators) + " " +
               (dice.below(2) == 0 ? dice.oneOf(columns) : dice.oneOf(literals)) + ")";
    }
}

void changeTokens(std::string &text, Dice &dice)
{
    std::vector<std::string> tokens = tokensOf(text);
    if (tokens.empty())
        return;
    const std::size_t first = dice.below(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::string &token = tokens[(first + i) % tokens.size()];
        const std::string next =
            (first + i) % tokens.size() + 1 < tokens.size() ? tokens[(first + i) % tokens.size() + 1] : "";
        if (token[0] == ' ' || token[0] == '\n')
            continue;
        if (isWord(token[0]) && next == "(" && dice.below(2) == 0)
            token = dice.oneOf(functions);
        else if (isWord(token[0]) || token[0] == '\'' || token[0] == '"')
            token = anyValue(dice, token);
        else if (dice.below(4) == 0)
            token.clear();
        else
            token = dice.oneOf(operators);
        break;
    }
    text = joined(tokens, "");
}

std::size_t store(const std::string &text, std::uint8_t *data, std::size_t most)
{
    const std::size_t size = std::min(text.size(), most);
    std::memcpy(data, text.data(), size);
    return size;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most,
                                               unsigned seed)
{
    Dice dice(seed);
    if (dice.below(10) == 0)
        return LLVMFuzzerMutate(data, size, most);
    std::string text(reinterpret_cast<const char *>(data), size);
    for (std::size_t changes = 1 + dice.below(3); changes > 0; --changes) {
        if (dice.below(2) == 0)
            changePipes(text, dice);
        else
            changeTokens(text, dice);
    }
    return store(text, data, most);
}

/// The beginning of one query and the end of another.
extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t *one, std::size_t oneSize,
                                                 const std::uint8_t *other, std::size_t otherSize,
                                                 std::uint8_t *out, std::size_t most, unsigned seed)
{
    Dice dice(seed);
    std::vector<std::string> parts = pipesOf({reinterpret_cast<const char *>(one), oneSize});
    const std::vector<std::string> more = pipesOf({reinterpret_cast<const char *>(other), otherSize});
    parts.resize(1 + dice.below(parts.size()));
    parts.insert(parts.end(), more.begin() + static_cast<std::ptrdiff_t>(dice.below(more.size())),
                 more.end());
    return store(joined(parts, "|"), out, most);
}
