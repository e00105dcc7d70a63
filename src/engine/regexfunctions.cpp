#include "engine/regexfunctions.h"

#include "engine/constants.h"
#include "engine/conversions.h"
#include "engine/jsonpieces.h"
#include "engine/literals.h"
#include "engine/scalarfunction.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace sonde {

namespace {

using std::int64_t;
using std::string;
using std::string_view;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// So many capture groups an expression may have where all matches are asked for.
constexpr qsizetype mostGroups = 16;

/// A character that the text does not have; it may stand in RE2's replacements as it is.
string mark(string_view text)
{
    for (char c = 1; c < 9; ++c) {
        if (text.find(c) == string_view::npos)
            return string(1, c);
    }
    // U+E000 and so on: private characters.
    for (unsigned code = 0xE000;; ++code) {
        string candidate = {static_cast<char>(0xE0 | code >> 12),
                            static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                            static_cast<char>(0x80 | (code & 0x3F))};
        if (text.find(candidate) == string_view::npos)
            return candidate;
    }
}

/// The place of the mark of that number, in code points of the text without marks; -1: there are fewer.
int64_t placeOfMark(string_view marked, string_view mark, int64_t number)
{
    int64_t place = 0;
    for (std::size_t at = 0; at < marked.size();) {
        if (marked.substr(at).starts_with(mark)) {
            if (--number == 0)
                return place;
            at += mark.size();
        } else {
            place += (static_cast<unsigned char>(marked[at]) & 0xC0) != 0x80 ? 1 : 0;
            ++at;
        }
    }
    return -1;
}

/// All that mean something in a regular expression.
string quoted(string_view text)
{
    constexpr string_view special = "\\.+*?()|[]{}^$#&-~";
    string out;
    for (const char c : text) {
        if (special.find(c) != string_view::npos)
            out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

// Replacing: DuckDB does not count what its function builds.

/// Whether the text stays within bounds even where each of its characters is a match that becomes \a literal
/// bytes and \a references times itself.
bool alwaysFits(string_view text, int64_t literal, int64_t references)
{
    return text.size() * static_cast<std::size_t>(1 + references) +
               (text.size() + 1) * static_cast<std::size_t>(literal) <=
           largestValue;
}

/// The text itself, where it stays within bounds with that many matches of that many bytes in all.
string replaceable(string_view text, int64_t matches, int64_t matched, int64_t literal, int64_t references)
{
    requireRoom(text.size() + static_cast<std::size_t>(matches * literal + matched * references));
    return string(text);
}

constexpr duck::NamedFunction entries[] = {
    {"kql_always_fits", duck::registerFunction<alwaysFits>},
    {"kql_replaceable", duck::registerFunction<replaceable>},
    {"kql_mark", duck::registerFunction<mark>},
    {"kql_place_of_mark", duck::registerFunction<placeOfMark>},
    {"kql_regex_quote", duck::registerFunction<quoted>},
};

SqlExpression textOf(QString sql)
{
    return {std::move(sql), ColumnType::String, false};
}

/// trim(regex, source) and its kin: one match at the beginning, at the end or at both.
template <bool start, bool end>
Result<SqlExpression> trim(const FunctionCall &call)
{
    const auto pattern = patternOf(call, 0);
    if (!pattern)
        return failure(pattern.error());
    QString sql = toText(call.arguments.at(1)).sql;
    if (start)
        sql = u"regexp_replace(" + sql + u", " + sqlString(u"\\A(?:" + pattern->text() + u')') + u", '')";
    if (end)
        sql = u"regexp_replace(" + sql + u", " + sqlString(u"(?:" + pattern->text() + u")\\z") + u", '')";
    return textOf(sql);
}

/// What the group of that number holds in the first match.
QString extracted(const QString &source, const Pattern &pattern, qsizetype group)
{
    return u"regexp_extract(" + source + u", " + sqlString(pattern.withGroup(group)) + u", " +
           QString::number(group == 0 ? 0 : 1) + u')';
}

/// extract(regex, group, source, type)
Result<SqlExpression> extract(const FunctionCall &call)
{
    const auto pattern = patternOf(call, 0);
    if (!pattern)
        return failure(pattern.error());
    const auto group = constantWhole(call.arguments.at(1));
    if (!group || *group < 0 || *group > pattern->groups().size())
        return call.refusal.unsupported(
            call.node, Words::tr("a capture group that the regular expression does not have"));
    const SqlExpression found =
        textOf(extracted(toText(call.arguments.at(2)).sql, *pattern, static_cast<qsizetype>(*group)));
    if (call.arguments.size() == 3)
        return found;
    const auto converted = textAs(found, call.type);
    return converted ? Result<SqlExpression>(*converted)
                     : call.refusal.unsupportedType(call.node, columnTypeName(call.type));
}

/// The numbers of the groups that the list names; empty: no such list.
QList<qsizetype> chosenGroups(const QString &written, const Pattern &pattern)
{
    QList<qsizetype> chosen;
    const auto list = json::list(written.toStdString());
    for (const auto &item : list.value_or(QJsonArray())) {
        const qsizetype named = item.isString() ? pattern.groups().indexOf(item.toString()) + 1 : 0;
        const qsizetype group = item.isString() && !item.toString().isEmpty() ? named : item.toInt(0);
        if (group < 1 || group > pattern.groups().size())
            return {};
        chosen.append(group);
    }
    return chosen;
}

/// A list of the texts of each match where there is one group, a list of lists where there are more.
SqlExpression allMatches(const QString &source, const Pattern &pattern, const QList<qsizetype> &groups)
{
    QStringList lists;
    QStringList places;
    for (const qsizetype group : groups) {
        lists.append(u"regexp_extract_all(" + source + u", " + sqlString(pattern.withGroup(group)) + u", 1)");
        places.append(u"m[" + QString::number(lists.size()) + u']');
    }
    QString list = lists.constFirst();
    if (lists.size() > 1)
        list = u"list_transform(list_zip(" + lists.join(QStringLiteral(", ")) + u"), lambda m: [" +
               places.join(QStringLiteral(", ")) + u"])";
    return {u"NULLIF(CAST(to_json(" + list + u") AS VARCHAR), '[]')", ColumnType::Dynamic, true};
}

/// extract_all(regex, [groups,] source)
Result<SqlExpression> extractAll(const FunctionCall &call)
{
    const auto pattern = patternOf(call, 0);
    if (!pattern)
        return failure(pattern.error());
    const qsizetype count = pattern->groups().size();
    if (count < 1 || count > mostGroups)
        return call.refusal.unsupported(
            call.node, Words::tr("“extract_all” without capture groups or with more than 16"));
    QList<qsizetype> groups;
    if (call.arguments.size() == 3) {
        const std::optional<QString> written = constantText(call.arguments.at(1));
        groups = written ? chosenGroups(*written, *pattern) : QList<qsizetype>();
        if (groups.isEmpty())
            return call.refusal.unsupported(
                call.node, Words::tr("a capture group that the regular expression does not have"));
    } else {
        for (qsizetype i = 1; i <= count; ++i)
            groups.append(i);
    }
    const SqlExpression source = toText(call.arguments.back());
    if (source.sql.size() > largestSql / (groups.size() + 1))
        return call.refusal.tooLarge(call.node);
    return allMatches(source.sql, *pattern, groups);
}

/// Whether RE2 takes the replacement: `\0` to the last group and `\\`. Of others it is not known what the
/// service makes.
bool isRewrite(const QString &rewrite, qsizetype groups)
{
    for (qsizetype at = 0; at < rewrite.size(); ++at) {
        if (rewrite.at(at) != u'\\')
            continue;
        const QChar next = ++at < rewrite.size() ? rewrite.at(at) : QChar();
        if (next != u'\\' && !(next >= u'0' && next <= u'9' && next.unicode() - u'0' <= groups))
            return false;
    }
    return true;
}

/// What a replacement makes of each match: so many bytes, and so many pieces of the match.
struct Growth
{
    qsizetype literal = 0;
    qsizetype references = 0;
};

Growth growthOf(const QString &rewrite)
{
    Growth growth;
    const QByteArray bytes = rewrite.toUtf8();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const bool isReference = bytes.at(at) == '\\' && bytes.at(++at) != '\\';
        (isReference ? growth.references : growth.literal) += 1;
    }
    return growth;
}

/// With each match replaced. Where that could be too much, the matches are counted first; the source, which
/// may be much SQL, stands there once.
QString replaced(const QString &source, const QString &pattern, const QString &rewrite)
{
    const QString regex = sqlString(pattern);
    const auto replacing = [&regex](const QString &text, const QString &by) {
        return QString(u"regexp_replace(" + text + u", " + regex + u", " + sqlString(by) + u", 'g')");
    };
    const Growth growth = growthOf(rewrite);
    if (growth.literal + growth.references == 0)
        return replacing(source, rewrite);
    const auto lengthened = [&replacing](const QString &by) {
        return QString(u"strlen(" + replacing(QStringLiteral("s"), by) + u") - strlen(s)");
    };
    const QString factors = QString::number(growth.literal) + u", " + QString::number(growth.references);
    const QString counted = u"kql_replaceable(s, " + lengthened(QStringLiteral("#\\0")) + u", " +
                            lengthened(QStringLiteral("\\0\\0")) + u", " + factors + u')';
    return u"list_transform([" + source + u"], lambda s: CASE WHEN kql_always_fits(s, " + factors +
           u") THEN " + replacing(QStringLiteral("s"), rewrite) + u" ELSE " + replacing(counted, rewrite) +
           u" END)[1]";
}

/// replace_regex(source, regex, rewrite); replace(regex, rewrite, source) is its old name.
template <std::size_t source, std::size_t regex, std::size_t rewrite>
Result<SqlExpression> replaceRegex(const FunctionCall &call)
{
    const auto pattern = patternOf(call, regex);
    if (!pattern)
        return failure(pattern.error());
    const std::optional<QString> replacement = constantText(call.arguments.at(rewrite));
    if (!replacement || !isRewrite(*replacement, pattern->groups().size()))
        return call.refusal.unsupported(call.node, Words::tr("this replacement for a regular expression"));
    return textOf(replaced(toText(call.arguments.at(source)).sql, pattern->text(), *replacement));
}

/// indexof_regex(source, regex, start, length, occurrence): each match has a mark put in front of it, for
/// RE2 does not tell where its matches are.
Result<SqlExpression> indexOfRegex(const FunctionCall &call)
{
    const auto pattern = patternOf(call, 1);
    if (!pattern)
        return failure(pattern.error());
    const auto argument = [&call](std::size_t index, int64_t otherwise) {
        return index < call.arguments.size() ? widened(call.arguments[index], ColumnType::Long)
                                             : longLiteral(otherwise);
    };
    const SqlExpression start = argument(2, 0);
    const SqlExpression length = argument(3, -1);
    const auto occurrence = constantWhole(argument(4, 1));
    if (!occurrence || *occurrence == 0)
        return call.refusal.unsupported(call.node, Words::tr("this number of an occurrence"));
    if (*occurrence < 0)
        return nullOf(ColumnType::Long);
    const QString source = toText(call.arguments.front()).sql;
    if (source.size() > largestSql / 4)
        return call.refusal.tooLarge(call.node);
    const QString part = u"kql_substring(" + source + u", " + start.sql + u", CASE WHEN " + length.sql +
                         u" = -1 THEN 2147483647 ELSE " + length.sql + u" END)";
    const QString marked = u"regexp_replace(" + part + u", " + sqlString(pattern->text()) + u", kql_mark(" +
                           part + u") || '\\0', 'g')";
    const QString place =
        u"kql_place_of_mark(" + marked + u", kql_mark(" + part + u"), " + longLiteral(*occurrence).sql + u')';
    return SqlExpression{u"(CASE WHEN " + start.sql + u" < 0 OR " + length.sql +
                             u" < -1 THEN CAST(NULL AS BIGINT) ELSE " + place + u" + CASE WHEN " + place +
                             u" < 0 THEN 0 ELSE " + start.sql + u" END END)",
                         ColumnType::Long, true};
}

/// countof(source, search, kind): plain texts may overlap, matches do not.
Result<SqlExpression> countOf(const FunctionCall &call)
{
    const SqlExpression source = toText(call.arguments.front());
    const SqlExpression search = toText(call.arguments.at(1));
    const QString kind = call.arguments.size() > 2 ? constantText(call.arguments.at(2)).value_or(QString())
                                                   : QStringLiteral("normal");
    if (kind.compare(QLatin1String("regex"), Qt::CaseInsensitive) == 0)
        return SqlExpression{u"(length(regexp_replace(" + source.sql + u", " + search.sql +
                                 u", '#\\0', 'g')) - length(" + source.sql + u"))",
                             ColumnType::Long, false};
    if (kind.compare(QLatin1String("normal"), Qt::CaseInsensitive) != 0)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    if (constantText(search) == QString())
        return call.refusal.unsupported(call.node, Words::tr("“countof” of an empty text"));
    return SqlExpression{u"kql_count_of(" + source.sql + u", " + search.sql + u')', ColumnType::Long, false};
}

/// Of a text in the query itself the result is one, too, and can be a part of a regular expression.
Result<SqlExpression> regexQuote(const FunctionCall &call)
{
    if (const std::optional<QString> text = constantText(call.arguments.front()))
        return textOf(sqlString(QString::fromStdString(quoted(text->toStdString()))));
    return textOf(u"kql_regex_quote(" + toText(call.arguments.front()).sql + u')');
}

} // namespace

const std::vector<ScalarFunction> &regexFunctions()
{
    static const std::vector<ScalarFunction> table = {
        {"trim", {}, nullptr, false, trim<true, true>},
        {"trim_start", {}, nullptr, false, trim<true, false>},
        {"trim_end", {}, nullptr, false, trim<false, true>},
        {"extract", {}, nullptr, false, extract},
        {"extract_all", {}, nullptr, false, extractAll},
        {"extractall", {}, nullptr, false, extractAll},
        {"replace_regex", {}, nullptr, false, replaceRegex<0, 1, 2>},
        {"replace", {}, nullptr, false, replaceRegex<2, 0, 1>},
        {"indexof_regex", {}, nullptr, false, indexOfRegex},
        {"countof", {}, nullptr, false, countOf},
        {"regex_quote", {}, nullptr, false, regexQuote},
    };
    return table;
}

bool registerRegexFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
