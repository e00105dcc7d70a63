#include "results/answergenerator.h"

#include <algorithm>

namespace sonde {

namespace {

const QByteArrayList &columnTypes()
{
    static const QByteArrayList types = {"bool",     "int",      "long",   "real",    "decimal",
                                         "guid",     "datetime", "string", "dynamic", "timespan",
                                         "dateTime", "boolean",  "string", "string",  "quaternion"};
    return types;
}

} // namespace

AnswerGenerator::AnswerGenerator(quint32 seed)
    : m_random(seed)
{}

QByteArray AnswerGenerator::space()
{
    return below(12) == 0 ? pick({" ", "\n", "\t", "\r\n", "  "}) : QByteArray();
}

QByteArray AnswerGenerator::object(QByteArrayList members)
{
    std::shuffle(members.begin(), members.end(), m_random);
    QByteArray text = "{" + space();
    for (qsizetype i = 0; i < members.size(); ++i)
        text += (i > 0 ? "," : "") + space() + members.at(i) + space();
    return text + "}";
}

QByteArray AnswerGenerator::member(const QByteArray &name, const QByteArray &value)
{
    return key(name) + space() + ":" + space() + value;
}

/// Now and then a letter is written as an escape, as JSON allows.
QByteArray AnswerGenerator::key(const QByteArray &name)
{
    QByteArray text = name;
    if (!text.isEmpty() && below(40) == 0) {
        const int at = below(static_cast<int>(text.size()));
        const auto letter = static_cast<unsigned char>(text.at(at));
        text.replace(at, 1, QByteArray("\\u" + QByteArray::number(letter, 16).rightJustified(4, '0')));
    }
    return '"' + text + '"';
}

QByteArray AnswerGenerator::quoted(int longest)
{
    static const QByteArrayList pieces = {"a",
                                          "Z",
                                          "0",
                                          " ",
                                          "e\xCC\x81",
                                          "\xE2\x82\xAC",
                                          "\xF0\x9F\x98\x80",
                                          "\\\"",
                                          "\\\\",
                                          "\\/",
                                          "]",
                                          "\\b",
                                          "\\f",
                                          "\\n",
                                          "\\r",
                                          "\\t",
                                          "\\u0000",
                                          "[",
                                          "\\u00e9",
                                          "\\u20AC",
                                          "\\uD83D\\uDE00",
                                          "\\ud83d",
                                          "\\ude00",
                                          "{",
                                          "}",
                                          "\\ud83d\\u0041",
                                          "\\\\u0041",
                                          "\\u001f",
                                          ",",
                                          ":",
                                          "'",
                                          "//",
                                          "\xE2\x80\x8F",
                                          "\\\\\\\"",
                                          "\xEF\xBF\xBD",
                                          "null",
                                          "\\uffff",
                                          "\\u2028",
                                          "\t",
                                          "longer plain text"};
    QByteArray text = "\"";
    for (int i = below(longest); i > 0; --i) {
        // A bare tab is no JSON.
        const QByteArray piece = pick(pieces);
        text += piece == "\t" ? QByteArray("\\t") : piece;
    }
    return text + '"';
}

QByteArray AnswerGenerator::integer()
{
    switch (below(6)) {
    case 0:
        return pick({"0", "-1", "2147483647", "-2147483648", "2147483648", "-2147483649", "9007199254740993",
                     "9223372036854775807", "-9223372036854775808", "9223372036854775808"});
    case 1:
        return QByteArray::number(static_cast<qint64>(m_random.generate64()));
    default:
        return QByteArray::number(below(200'000) - 100'000);
    }
}

QByteArray AnswerGenerator::real()
{
    switch (below(5)) {
    case 0:
        return pick({"0.5", "-1.5e-7", "1E5", "1e+3", "1.7976931348623157e+308", "5e-324", "0.1",
                     "1234567890123.5", "0e0", "2.0"});
    case 1:
        return integer();
    default:
        return QByteArray::number(m_random.generateDouble() * 1000 - 500, 'g', 1 + below(17));
    }
}

QByteArray AnswerGenerator::dateTime()
{
    const auto two = [this](int bound) { return QByteArray::number(below(bound)).rightJustified(2, '0'); };
    QByteArray text = QByteArray::number(1 + below(9999)).rightJustified(4, '0') + '-';
    text += QByteArray::number(1 + below(12)).rightJustified(2, '0') + '-';
    text += QByteArray::number(1 + below(31)).rightJustified(2, '0') + 'T';
    text += two(24) + ':' + two(60) + ':' + two(60);
    if (const int digits = below(8); digits > 0)
        text += '.' + QByteArray::number(10'000'000 + below(10'000'000)).mid(1, digits);
    return '"' + text + "Z\"";
}

QByteArray AnswerGenerator::timeSpan()
{
    const auto two = [this](int bound) { return QByteArray::number(below(bound)).rightJustified(2, '0'); };
    QByteArray text = below(3) == 0 ? "-" : "";
    if (below(3) == 0)
        text += QByteArray::number(1 + below(10'000'000)) + '.';
    text += two(24) + ':' + two(60) + ':' + two(59) + '.';
    return '"' + text + QByteArray::number(10'000'001 + below(9'999'998)).mid(1) + '"';
}

QByteArray AnswerGenerator::guid()
{
    QByteArray text = QByteArray::number(m_random.generate64(), 16).rightJustified(16, '0') +
                      QByteArray::number(m_random.generate64(), 16).rightJustified(16, '0');
    for (const int at : {8, 13, 18, 23})
        text.insert(at, '-');
    return '"' + text + '"';
}

QByteArray AnswerGenerator::decimal()
{
    QByteArray text = below(2) == 0 ? "-" : "";
    for (int i = 1 + below(30); i > 0; --i)
        text += static_cast<char>('1' + below(9));
    if (below(2) == 0)
        text.insert(text.size() - 1, '.');
    return '"' + text + '"';
}

QByteArray AnswerGenerator::json(int depth)
{
    switch (below(depth > 0 ? 8 : 5)) {
    case 0:
        return integer();
    case 1:
        return real();
    case 2:
        return pick({"true", "false", "null"});
    case 3:
    case 4:
        return quoted(5);
    case 5:
    case 6: {
        QByteArrayList members;
        for (int i = below(4); i > 0; --i)
            members << member("k" + QByteArray::number(i), json(depth - 1));
        return object(members);
    }
    default: {
        QByteArray text = "[" + space();
        for (int i = below(4); i > 0; --i)
            text += json(depth - 1) + space() + (i > 1 ? "," : "");
        return text + "]";
    }
    }
}

/// Deeper than anybody means; QJsonDocument goes to 1024.
QByteArray AnswerGenerator::nested()
{
    const int depth = 1 + below(500);
    QByteArray text;
    for (int i = 0; i < depth; ++i)
        text += i % 2 == 0 ? "[" : "{\"x\":";
    text += "1";
    for (int i = depth - 1; i >= 0; --i)
        text += i % 2 == 0 ? "]" : "}";
    return text;
}

/// Anything, in a column of whatever type.
QByteArray AnswerGenerator::strangeCell()
{
    switch (below(7)) {
    case 0:
        return quoted(4);
    case 1:
        return json(2);
    case 2:
        return integer();
    case 3:
        return real();
    case 4:
        return '"' + integer() + '"';
    case 5:
        return dateTime();
    default:
        return pick({"\"\"", "\"NaN\"", "\"Infinity\"", "\"true\"", "1", "0", "false", "{}", "[]",
                     "\"2026-02-30T00:00:00Z\"", "\"null\"", "\"-\"", "\"\\u0031\\u0032\""});
    }
}

QByteArray AnswerGenerator::cellOf(const QByteArray &type)
{
    if (below(8) == 0)
        return "null";
    if (below(25) == 0)
        return strangeCell();
    if (type.startsWith("bool"))
        return pick({"true", "false"});
    if (type == "int")
        return QByteArray::number(static_cast<qint32>(m_random.generate()));
    if (type == "long")
        return integer();
    if (type == "real")
        return below(8) == 0 ? pick({"\"NaN\"", "\"Infinity\"", "\"-Infinity\""}) : real();
    if (type == "decimal")
        return decimal();
    if (type == "guid")
        return guid();
    if (type.startsWith("date"))
        return dateTime();
    if (type == "timespan")
        return timeSpan();
    if (type == "dynamic") {
        if (below(30) == 0)
            return nested();
        return below(2) == 0 ? json(3) : quoted(8);
    }
    return quoted(below(200) == 0 ? 20'000 : 8);
}

QByteArray AnswerGenerator::table(Size size)
{
    const bool isLarge = size == Size::Large;
    const bool isWide = isLarge && below(4) == 0;
    const int columns = isWide ? 100 + below(500) : below(isLarge ? 20 : 4);
    const int rows = isWide ? below(20) : below(isLarge ? 600 : 4);
    QByteArrayList types;
    QByteArray columnsText = "[" + space();
    for (int c = 0; c < columns; ++c) {
        types << pick(columnTypes());
        // Names repeat themselves, as in a join of two tables.
        const QByteArray name =
            below(5) == 0 ? quoted(4) : QByteArray("\"c" + QByteArray::number(below(2 * columns)) + '"');
        columnsText += (c > 0 ? "," : "") + space() +
                       object({member("name", name), member("type", '"' + types.last() + '"')});
    }
    columnsText += "]";
    QByteArray rowsText = "[" + space();
    for (int r = 0; r < rows; ++r) {
        rowsText += (r > 0 ? "," : "") + space() + "[" + space();
        // Now and then there are more cells than columns, or fewer.
        const int cells = below(60) == 0 ? below(2 * columns + 1) : columns;
        for (int c = 0; c < cells; ++c)
            rowsText += (c > 0 ? "," : "") + cellOf(c < columns ? types.at(c) : "string") + space();
        rowsText += "]" + space();
    }
    rowsText += "]";
    QByteArrayList members = {member("name", quoted(3)), member("columns", columnsText),
                              member("rows", rowsText)};
    if (below(4) == 0)
        members << member("extra", json(3));
    return object(members);
}

QByteArray AnswerGenerator::logsAnswer(Size size)
{
    QByteArray tables = "[" + space();
    const int count = below(3) == 0 ? 2 + below(3) : 1;
    for (int i = 0; i < count; ++i)
        tables += (i > 0 ? "," : "") + space() + table(size);
    QByteArrayList members = {member("tables", tables + space() + "]")};
    if (below(3) == 0)
        members << member("statistics", object({member("query", json(2))}));
    if (below(3) == 0)
        members << member("render", object({member("visualization", quoted(3))}));
    if (below(4) == 0)
        members << member("error", object({member("code", "\"PartialError\""), member("message", quoted(6)),
                                           member("details", "[" + json(1) + "]")}));
    if (below(4) == 0)
        members << member("odd", json(4));
    return space() + object(members) + space();
}

QByteArray AnswerGenerator::record(const QByteArrayList &fields, const QByteArrayList &types)
{
    QByteArrayList members;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (below(6) > 0)
            members << member(fields.at(i), cellOf(types.at(i)));
    }
    if (below(2) == 0)
        members << member("__metadata", object({member("Type", "\"Event\"")}));
    return object(members);
}

QByteArray AnswerGenerator::classicAnswer(Size size)
{
    const bool isLarge = size == Size::Large;
    const int count = below(isLarge ? 40 : 5);
    const int records = below(isLarge ? 300 : 5);
    QByteArrayList fields;
    QByteArrayList types;
    for (int i = 0; i < count; ++i) {
        fields << "field" + QByteArray::number(i);
        types << pick(columnTypes());
    }
    QByteArray value = "[" + space();
    for (int i = 0; i < records; ++i)
        value += (i > 0 ? "," : "") + space() + record(fields, types) + space();
    const QByteArray metadata =
        object({member("resultType", "\"raw\""), member("total", QByteArray::number(records)),
                member("top", "100"), member("Status", pick({"\"Successful\"", "\"Pending\""})),
                member("CoreSummaries", "[" + json(2) + "]")});
    QByteArrayList members = {member("id", "\"subscriptions/1/search/some-id|1\""),
                              member("__metadata", metadata), member("value", value + "]")};
    if (below(4) == 0)
        members << member("odd", json(4));
    return space() + object(members) + space();
}

} // namespace sonde
