#include "engine/textfunctions.h"

#include "engine/constants.h"
#include "engine/conversions.h"
#include "engine/encodingfunctions.h"
#include "engine/jsonpieces.h"
#include "engine/keyvalues.h"
#include "engine/literals.h"
#include "engine/parsepatterns.h"
#include "engine/regexfunctions.h"
#include "engine/scalarfunction.h"
#include "engine/textmatching.h"
#include "engine/textparsers.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

bool isFirstByte(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Where the code point of that number begins; the text's end where there is none.
std::size_t placeOf(string_view text, int64_t codePoint)
{
    std::size_t at = 0;
    for (; codePoint > 0 && at < text.size(); --codePoint) {
        ++at;
        while (at < text.size() && !isFirstByte(text[at]))
            ++at;
    }
    return at;
}

int64_t countCodePoints(string_view text)
{
    return std::count_if(text.begin(), text.end(), isFirstByte);
}

/// The code points of a text, each a piece of it.
std::vector<string_view> codePoints(string_view text)
{
    std::vector<string_view> pieces;
    while (!text.empty()) {
        const std::size_t size = placeOf(text, 1);
        pieces.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return pieces;
}

/// The place of the occurrence of that number from \a start on; a start before 0 counts from the end. The
/// length counts from the start and again behind each occurrence, as the reference's own example has it. -1:
/// there is none.
optional<int64_t> indexOf(string_view text, string_view match, int64_t start, int64_t length,
                          int64_t occurrence)
{
    if (length < -1 || occurrence < 0)
        return {};
    const int64_t size = countCodePoints(text);
    if (start < 0)
        start = std::max<int64_t>(0, size + std::max(start, -size));
    for (; start <= size; ++start) {
        const string_view rest = text.substr(placeOf(text, start));
        const string_view range = length < 0 ? rest : rest.substr(0, placeOf(rest, length));
        const std::size_t at = range.find(match);
        if (at == string_view::npos)
            return -1;
        start += countCodePoints(range.substr(0, at));
        if (--occurrence <= 0)
            return start;
    }
    return -1;
}

int64_t countOf(string_view text, string_view search)
{
    int64_t count = 0;
    if (search.empty())
        return 0;
    for (std::size_t at = text.find(search); at != string_view::npos; at = text.find(search, at + 1))
        ++count;
    return count;
}

string reversed(string_view text)
{
    string out;
    out.reserve(text.size());
    const std::vector<string_view> pieces = codePoints(text);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        out += *piece;
    return out;
}

/// Each character of the search list becomes the one in its place; beyond the end of the replacements it is
/// the last of them, and nothing where there are none.
string translated(string_view searchList, string_view replacementList, string_view text)
{
    const std::vector<string_view> replacements = codePoints(replacementList);
    std::unordered_map<string_view, std::size_t> places;
    std::size_t place = 0;
    for (const string_view piece : codePoints(searchList))
        places.try_emplace(piece, place++); // of one that comes again, the first place counts
    string out;
    for (const string_view piece : codePoints(text)) {
        const auto found = places.find(piece);
        if (found == places.end())
            out += piece;
        else if (!replacements.empty())
            out += replacements[std::min(found->second, replacements.size() - 1)];
    }
    return out;
}

string repeated(string_view text, int64_t times, string_view delimiter)
{
    times = std::clamp<int64_t>(times, 0, 1024);
    requireRoom(static_cast<std::size_t>(times) * (text.size() + delimiter.size()));
    string out;
    for (int64_t i = 0; i < times; ++i) {
        if (i > 0)
            out += delimiter;
        out += text;
    }
    return out;
}

std::vector<string> pieces(string_view text, string_view delimiter)
{
    std::vector<string> found;
    for (;;) {
        const std::size_t end = delimiter.empty() ? string_view::npos : text.find(delimiter);
        found.emplace_back(text.substr(0, end));
        requireItems(found.size());
        if (end == string_view::npos)
            return found;
        text.remove_prefix(end + delimiter.size());
    }
}

/// A list of all pieces, or of that one if there is one of that number.
string splitText(string_view text, string_view delimiter, optional<int64_t> index)
{
    const std::vector<string> found = pieces(text, delimiter);
    if (!index)
        return json::textList(found);
    if (*index < 0 || *index >= static_cast<int64_t>(found.size()))
        return "[]";
    return json::textList({found[static_cast<std::size_t>(*index)]});
}

/// A stretch of a text that is being changed; what one replacement has made, no other sees.
struct Stretch
{
    string text;
    bool settled = false;
};

void replaceIn(std::vector<Stretch> &stretches, const string &lookup, const string &rewrite)
{
    std::vector<Stretch> changed;
    std::size_t bytes = 0; // of all rewrites, not only of those that remain
    for (Stretch &stretch : stretches) {
        if (stretch.settled) {
            changed.push_back(std::move(stretch));
            continue;
        }
        string_view rest = stretch.text;
        for (std::size_t at = rest.find(lookup); at != string_view::npos; at = rest.find(lookup)) {
            changed.push_back({string(rest.substr(0, at)), false});
            changed.push_back({rewrite, true});
            requireRoom(bytes += rewrite.size());
            requireItems(changed.size());
            rest.remove_prefix(at + lookup.size());
        }
        changed.push_back({string(rest), false});
    }
    stretches = std::move(changed);
}

/// An empty lookup is nowhere.
string replaceText(string_view text, string_view lookup, string_view rewrite)
{
    string out;
    if (lookup.empty())
        return string(text);
    for (std::size_t at = text.find(lookup); at != string_view::npos; at = text.find(lookup)) {
        out.append(text.substr(0, at)).append(rewrite);
        requireRoom(out.size());
        text.remove_prefix(at + lookup.size());
    }
    return out.append(text);
}

/// The earlier of the lookups goes first; one whose rewrite is no text stays as it is, and no other takes it.
string replaceStrings(string_view text, string_view lookups, string_view rewrites)
{
    const QJsonArray from = json::list(lookups).value_or(QJsonArray());
    const QJsonArray to = json::list(rewrites).value_or(QJsonArray());
    std::vector<Stretch> stretches = {{string(text), false}};
    for (qsizetype i = 0; i < from.size(); ++i) {
        const string lookup = from.at(i).toString().toStdString();
        if (lookup.empty())
            continue;
        const QJsonValue rewrite = i < to.size() ? to.at(i) : QJsonValue();
        replaceIn(stretches, lookup, rewrite.isString() ? rewrite.toString().toStdString() : lookup);
    }
    string out;
    for (const Stretch &stretch : stretches)
        out += stretch.text;
    return out;
}

/// The place in the list of the first item that the text has as a term.
int64_t hasAnyIndex(string_view text, string_view values)
{
    const QJsonArray list = json::list(values).value_or(QJsonArray());
    const string folded = text::fold(text);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonValue value = list.at(i);
        if (value.isNull() || value.isArray() || value.isObject())
            continue;
        const string item = value.toVariant().toString().toStdString();
        if (text::findTerm(folded, text::fold(item), text::Edge::Both))
            return i;
    }
    return -1;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_index_of", duck::registerFunction<indexOf>},
    {"kql_count_of", duck::registerFunction<countOf>},
    {"kql_reverse", duck::registerFunction<reversed>},
    {"kql_translate", duck::registerFunction<translated>},
    {"kql_repeat", duck::registerFunction<repeated>},
    {"kql_split", duck::registerFunction<splitText>},
    {"kql_replace", duck::registerFunction<replaceText>},
    {"kql_replace_strings", duck::registerFunction<replaceStrings>},
    {"kql_has_any_index", duck::registerFunction<hasAnyIndex>},
};

/// indexof(source, match, start, length, occurrence)
Result<SqlExpression> indexOfCall(const FunctionCall &call)
{
    QStringList values = {toText(call.arguments.front()).sql, toText(call.arguments.at(1)).sql};
    constexpr int64_t defaults[] = {0, -1, 1};
    for (std::size_t i = 0; i < 3; ++i) {
        const SqlExpression value =
            i + 2 < call.arguments.size() ? call.arguments[i + 2] : longLiteral(defaults[i]);
        if (!isWholeNumber(value.type))
            return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
        values.append(widened(value, ColumnType::Long).sql);
    }
    const auto occurrence =
        call.arguments.size() > 4 ? constantWhole(call.arguments[4]) : std::optional<int64_t>(1);
    if (!occurrence || *occurrence == 0)
        return call.refusal.unsupported(call.node, Words::tr("this number of an occurrence"));
    return SqlExpression{u"kql_index_of(" + values.join(QStringLiteral(", ")) + u')', ColumnType::Long, true};
}

Result<SqlExpression> reverse(const FunctionCall &call)
{
    return SqlExpression{u"kql_reverse(" + toText(call.arguments.front()).sql + u')', ColumnType::String,
                         false};
}

/// strrep(value, times, delimiter)
Result<SqlExpression> repeat(const FunctionCall &call)
{
    const SqlExpression &times = call.arguments.at(1);
    if (!isWholeNumber(times.type))
        return call.refusal.unsupportedType(call.node, columnTypeName(times.type));
    const QString delimiter =
        call.arguments.size() > 2 ? toText(call.arguments[2]).sql : QStringLiteral("''");
    return SqlExpression{u"COALESCE(kql_repeat(" + toText(call.arguments.front()).sql + u", " +
                             widened(times, ColumnType::Long).sql + u", " + delimiter + u"), '')",
                         ColumnType::String, false};
}

/// split(source, delimiter, index)
Result<SqlExpression> split(const FunctionCall &call)
{
    const SqlExpression delimiter = toText(call.arguments.at(1));
    if (constantText(delimiter) == QString())
        return call.refusal.unsupported(call.node, Words::tr("“split” at an empty text"));
    QString index = QStringLiteral("CAST(NULL AS BIGINT)");
    if (call.arguments.size() > 2) {
        if (!isWholeNumber(call.arguments[2].type))
            return call.refusal.unsupportedType(call.node, columnTypeName(call.arguments[2].type));
        index = widened(call.arguments[2], ColumnType::Long).sql;
    }
    return SqlExpression{u"kql_split(" + toText(call.arguments.front()).sql + u", " + delimiter.sql + u", " +
                             index + u')',
                         ColumnType::Dynamic, false};
}

Result<SqlExpression> toGuid(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::Guid)
        return value;
    if (value.type != ColumnType::String && value.type != ColumnType::Dynamic)
        return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
    return *textAs(toText(value), ColumnType::Guid);
}

void append(std::vector<ScalarFunction> &table, const std::vector<ScalarFunction> &more)
{
    table.insert(table.end(), more.begin(), more.end());
}

} // namespace

const std::vector<ScalarFunction> &textFunctions()
{
    using T = ColumnType;
    static const std::vector<ScalarFunction> table = [] {
        std::vector<ScalarFunction> filled = {
            {"indexof", {}, nullptr, false, indexOfCall},
            {"reverse", {}, nullptr, false, reverse},
            {"translate", {T::String, T::String, T::String}, "kql_translate($1, $2, $3)"},
            {"strrep", {}, nullptr, false, repeat},
            {"split", {}, nullptr, false, split},
            {"replace_strings",
             {T::String, T::Dynamic, T::Dynamic},
             "kql_replace_strings($1, COALESCE($2, ''), COALESCE($3, ''))"},
            {"has_any_index", {T::String, T::Dynamic}, "kql_has_any_index($1, COALESCE($2, ''))"},
            {"toguid", {}, nullptr, false, toGuid},
        };
        append(filled, regexFunctions());
        append(filled, textParsers());
        append(filled, encodingFunctions());
        return filled;
    }();
    return table;
}

bool registerTextFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries) && registerRegexFunctions(connection) &&
           registerConversions(connection) && registerTextParsers(connection) &&
           registerEncodingFunctions(connection) && registerParsePatterns(connection) &&
           registerKeyValues(connection);
}

} // namespace sonde
