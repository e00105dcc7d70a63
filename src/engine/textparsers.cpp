#include "engine/textparsers.h"

#include "engine/constants.h"
#include "engine/conversions.h"
#include "engine/dynamicvalue.h"
#include "engine/jsonpath.h"
#include "engine/jsonpieces.h"
#include "engine/scalarfunction.h"
#include "results/jsontext.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

using std::optional;
using std::string;
using std::string_view;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The values of the first record; quotes hold commas, line ends and, doubled, quotes.
string parseCsv(string_view text)
{
    std::vector<string> values = {{}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        string &value = values.back();
        if (quoted) {
            const bool doubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (c != '"' || doubled)
                value.push_back(c);
            else
                quoted = false;
            i += doubled ? 1 : 0;
        } else if (c == '"' && value.empty()) {
            quoted = true;
        } else if (c == ',') {
            values.emplace_back();
        } else if (c == '\n' || c == '\r') {
            break;
        } else {
            value.push_back(c);
        }
    }
    return json::textList(values);
}

/// A command line as Windows takes it apart: a backslash matters in front of quotes only, and there two of
/// them are one; a quote in a quoted part ends it, and the third in a row is a character.
class CommandLine
{
public:
    explicit CommandLine(string_view text)
        : m_rest(text)
    {}

    std::vector<string> arguments()
    {
        std::vector<string> found;
        found.push_back(program());
        for (skipSpaces(); !m_rest.empty(); skipSpaces())
            found.push_back(argument());
        return found;
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t'; }

    void skipSpaces()
    {
        while (!m_rest.empty() && isSpace(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    /// No backslash means anything in the first.
    string program()
    {
        const bool quoted = m_rest.starts_with('"');
        if (quoted)
            m_rest.remove_prefix(1);
        const auto end = std::find_if(m_rest.begin(), m_rest.end(),
                                      [quoted](char c) { return quoted ? c == '"' : isSpace(c); });
        string name(m_rest.begin(), end);
        m_rest.remove_prefix(std::min(m_rest.size(), name.size() + (quoted ? 1 : 0)));
        return name;
    }

    string argument()
    {
        string out;
        int quotes = 0;
        std::size_t backslashes = 0;
        while (!m_rest.empty() && (quotes != 0 || !isSpace(m_rest.front()))) {
            const char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c != '"') {
                backslashes = c == '\\' ? backslashes + 1 : 0;
                out.push_back(c);
                continue;
            }
            const bool literal = backslashes % 2 != 0;
            out.resize(out.size() - (backslashes + 1) / 2);
            backslashes = 0;
            if (literal)
                out.push_back('"');
            else
                ++quotes;
            for (; m_rest.starts_with('"'); m_rest.remove_prefix(1)) {
                if (++quotes == 3) {
                    out.push_back('"');
                    quotes = 0;
                }
            }
            if (quotes == 2)
                quotes = 0;
        }
        return out;
    }

    string_view m_rest;
};

optional<string> parseCommandLine(string_view text)
{
    if (text.empty())
        return {};
    return json::textList(CommandLine(text).arguments());
}

/// Where the scheme of `scheme://rest` ends; npos: there is none.
std::size_t endOfScheme(string_view text)
{
    const std::size_t end = text.find("://");
    if (end == string_view::npos || end == 0 || !isLetter(text.front()))
        return string_view::npos;
    const bool valid = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    });
    return valid ? end : string_view::npos;
}

void appendPart(string &out, string_view name, string_view value)
{
    out.push_back(out.empty() ? '{' : ',');
    appendJsonString(out, name);
    out.push_back(':');
    appendJsonString(out, value);
}

string parsePath(string_view text)
{
    constexpr string_view separators = "/\\";
    const std::size_t scheme = endOfScheme(text);
    const string_view path = scheme == string_view::npos ? text : text.substr(scheme + 3);
    const std::size_t separator = path.find_last_of(separators);
    const bool plain = separator == string_view::npos;
    const string_view directory = plain ? string_view() : path.substr(0, separator);
    string_view name = plain ? path : path.substr(separator + 1);
    string_view stream;
    if (const std::size_t colon = name.find(':'); colon != string_view::npos) {
        stream = name.substr(colon + 1);
        name = name.substr(0, colon);
    }
    // `\\?\C:\...` is the long form of `C:\...`.
    const string_view bare = path.starts_with("\\\\?\\") ? path.substr(4) : path;
    const bool drive = bare.size() > 1 && isLetter(bare[0]) && bare[1] == ':';
    const std::size_t parent = directory.find_last_of(separators);
    const std::size_t point = name.rfind('.');
    string out;
    appendPart(out, "Scheme", scheme == string_view::npos ? string_view() : text.substr(0, scheme));
    appendPart(out, "RootPath", drive ? bare.substr(0, 2) : string_view());
    appendPart(out, "DirectoryPath", directory);
    appendPart(out, "DirectoryName", parent == string_view::npos ? directory : directory.substr(parent + 1));
    appendPart(out, "Filename", name);
    appendPart(out, "Extension", point == string_view::npos ? string_view() : name.substr(point + 1));
    appendPart(out, "AlternateDataStreamName", stream);
    return out + '}';
}

/// `k1=v1&k2=v2` as an object; of a name that comes twice the last counts, in the place of the first.
string queryParameters(string_view query)
{
    std::vector<std::pair<string_view, string_view>> parameters;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const string_view part = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const std::size_t equal = part.find('=');
        const string_view name = part.substr(0, equal);
        const string_view value = equal == string_view::npos ? string_view() : part.substr(equal + 1);
        if (name.empty())
            continue;
        const auto known = std::find_if(parameters.begin(), parameters.end(),
                                        [name](const auto &parameter) { return parameter.first == name; });
        if (known == parameters.end())
            parameters.emplace_back(name, value);
        else
            known->second = value;
    }
    string out;
    for (const auto &[name, value] : parameters)
        appendPart(out, name, value);
    return out.empty() ? string("{}") : out + '}';
}

string parseUrlQuery(string_view query)
{
    if (query.starts_with('?'))
        query.remove_prefix(1);
    return "{\"Query Parameters\":" + queryParameters(query) + '}';
}

/// What stands behind the last such character, cut off.
string_view cutAt(string_view &text, std::size_t place)
{
    if (place == string_view::npos)
        return {};
    const string_view behind = text.substr(place + 1);
    text = text.substr(0, place);
    return behind;
}

string parseUrl(string_view url)
{
    const std::size_t scheme = endOfScheme(url);
    string_view rest = scheme == string_view::npos ? url : url.substr(scheme + 3);
    const string_view fragment = cutAt(rest, rest.find('#'));
    const string_view query = cutAt(rest, rest.find('?'));
    string_view authority;
    if (scheme != string_view::npos) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        authority = rest.substr(0, slash);
        rest.remove_prefix(slash);
    }
    string_view user;
    if (const std::size_t at = authority.rfind('@'); at != string_view::npos) {
        user = authority.substr(0, at);
        authority.remove_prefix(at + 1);
    }
    const string_view password = cutAt(user, user.find(':'));
    const std::size_t bracket = authority.rfind(']');
    const std::size_t colon = authority.rfind(':');
    const bool hasPort = colon != string_view::npos && (bracket == string_view::npos || colon > bracket);
    const string_view port = cutAt(authority, hasPort ? colon : string_view::npos);
    string out;
    appendPart(out, "Scheme", scheme == string_view::npos ? string_view() : url.substr(0, scheme));
    appendPart(out, "Host", authority);
    appendPart(out, "Port", port);
    appendPart(out, "Path", rest);
    appendPart(out, "Username", user);
    appendPart(out, "Password", password);
    out += ",\"Query Parameters\":" + queryParameters(query);
    appendPart(out, "Fragment", fragment);
    return out + '}';
}

// JSON paths

/// The element that a path such as `$.a['b c'][0]` leads to; null where the text is no JSON or has none.
optional<string> elementOnPath(string_view path, string_view text)
{
    optional<DynamicValue> found = DynamicValue::parse(text);
    const auto steps = pathSteps(path);
    if (!found || !steps)
        return {};
    for (const PathStep &step : *steps) {
        optional<std::size_t> place;
        if (!step.place && found->is(DynamicValue::Kind::Bag))
            place = found->find(step.key);
        else if (step.place && found->is(DynamicValue::Kind::List) && *step.place < found->items.size())
            place = step.place;
        if (!place)
            return {};
        DynamicValue next = std::move(found->items[*place]);
        found = std::move(next);
    }
    if (found->is(DynamicValue::Kind::Null))
        return {};
    return found->toJson();
}

/// A decimal with eight digits for each of the four parts; those that are missing are zero.
optional<string> parseVersion(string_view text)
{
    constexpr std::size_t width = 8;
    constexpr std::size_t mostParts = 4;
    string digits;
    for (bool isLast = false; !isLast;) {
        const std::size_t end = std::min(text.find('.'), text.size());
        const string_view part = text.substr(0, end);
        isLast = end == text.size();
        text.remove_prefix(isLast ? end : end + 1);
        if (part.empty() || part.size() > width || digits.size() == mostParts * width ||
            part.find_first_not_of("0123456789") != string_view::npos)
            return {};
        digits.append(width - part.size(), '0');
        digits += part;
    }
    digits.append(mostParts * width - digits.size(), '0');
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return digits;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_parse_version", duck::registerFunction<parseVersion>},
    {"kql_element_on_path", duck::registerFunction<elementOnPath>},
    {"kql_parse_csv", duck::registerFunction<parseCsv>},
    {"kql_parse_command_line", duck::registerFunction<parseCommandLine>},
    {"kql_parse_path", duck::registerFunction<parsePath>},
    {"kql_parse_url", duck::registerFunction<parseUrl>},
    {"kql_parse_url_query", duck::registerFunction<parseUrlQuery>},
};

Result<SqlExpression> commandLine(const FunctionCall &call)
{
    const std::optional<QString> kind = constantText(call.arguments.at(1));
    if (!kind || kind->compare(QLatin1String("windows"), Qt::CaseInsensitive) != 0)
        return call.refusal.unsupported(call.node, Words::tr("command lines of another kind than “windows”"));
    return SqlExpression{u"kql_parse_command_line(" + toText(call.arguments.front()).sql + u')',
                         ColumnType::Dynamic, true};
}

/// extract_json(path, text, type)
Result<SqlExpression> extractJson(const FunctionCall &call)
{
    if (call.arguments.size() < 2)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    const SqlExpression found{u"kql_element_on_path(" + toText(call.arguments.at(0)).sql + u", " +
                                  toText(call.arguments.at(1)).sql + u')',
                              ColumnType::Dynamic, true};
    if (call.type == ColumnType::Dynamic)
        return found;
    const auto converted = textAs(toText(found), call.type);
    return converted ? Result<SqlExpression>(*converted)
                     : call.refusal.unsupportedType(call.node, columnTypeName(call.type));
}

} // namespace

const std::vector<ScalarFunction> &textParsers()
{
    using T = ColumnType;
    static const std::vector<ScalarFunction> table = {
        {"extract_json", {}, nullptr, false, extractJson},
        {"extractjson", {}, nullptr, false, extractJson},
        {"parse_csv", {T::String}, "kql_parse_csv($1)"},
        {"parse_command_line", {}, nullptr, false, commandLine},
        {"parse_path", {T::String}, "kql_parse_path($1)"},
        {"parse_version", {T::String}, "kql_parse_version($1)", true},
        {"parse_url", {T::String}, "kql_parse_url($1)"},
        {"parseurl", {T::String}, "kql_parse_url($1)"},
        {"parse_urlquery", {T::String}, "kql_parse_url_query($1)"},
        {"parseurlquery", {T::String}, "kql_parse_url_query($1)"},
    };
    return table;
}

bool registerTextParsers(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
