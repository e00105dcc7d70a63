#include "engine/judge/operation.h"

#include <algorithm>
#include <functional>

namespace sonde::judge {

/// String operators and functions, code point by code point.
namespace {

using std::int64_t;
using Points = QList<uint>;

Points pointsOf(const QString &text, bool folded)
{
    Points points = text.toUcs4();
    if (folded) {
        for (uint &point : points)
            point = QChar::toCaseFolded(point);
    }
    return points;
}

QString fromPoints(const Points &points)
{
    QString text;
    for (const uint point : points)
        text += QChar::fromUcs4(point);
    return text;
}

bool standsAt(const Points &text, const Points &needle, qsizetype at)
{
    if (at < 0 || at + needle.size() > text.size())
        return false;
    for (qsizetype i = 0; i < needle.size(); ++i) {
        if (text.at(at + i) != needle.at(i))
            return false;
    }
    return true;
}

bool isTerm(const Points &text, qsizetype at)
{
    return at >= 0 && at < text.size() && QChar::isLetterOrNumber(text.at(at));
}

/// A term goes on from one code point to the next.
bool isInside(const Points &text, qsizetype border)
{
    return isTerm(text, border - 1) && isTerm(text, border);
}

/// Some place where the needle stands and neither (or not that) border lies inside of a term.
bool hasTerm(const Points &text, const Points &needle, bool start, bool end)
{
    if (needle.isEmpty())
        return true;
    for (qsizetype at = 0; at + needle.size() <= text.size(); ++at) {
        if (standsAt(text, needle, at) && !(start && isInside(text, at)) &&
            !(end && isInside(text, at + needle.size())))
            return true;
    }
    return false;
}

bool has(const Points &text, const Points &needle)
{
    return hasTerm(text, needle, true, true);
}

bool hasPrefix(const Points &text, const Points &needle)
{
    return hasTerm(text, needle, true, false);
}

bool hasSuffix(const Points &text, const Points &needle)
{
    return hasTerm(text, needle, false, true);
}

bool contains(const Points &text, const Points &needle)
{
    return hasTerm(text, needle, false, false);
}

bool startsWith(const Points &text, const Points &needle)
{
    return standsAt(text, needle, 0);
}

bool endsWith(const Points &text, const Points &needle)
{
    return standsAt(text, needle, text.size() - needle.size());
}

bool sameText(const Points &left, const Points &right)
{
    return left == right;
}

using Test = bool (*)(const Points &, const Points &);

template <Test test, bool folded, bool negated>
Value matched(const Operands &operands)
{
    return test(pointsOf(operands.at(0).text(), folded), pointsOf(operands.at(1).text(), folded)) != negated;
}

template <Test test>
void addFamily(Operations &operations, const char *kind)
{
    const QString name = QString::fromLatin1(kind);
    operations.insert(name + u"Expression", {matched<test, true, false>});
    operations.insert(name + u"CsExpression", {matched<test, false, false>});
    operations.insert(u"Not" + name + u"Expression", {matched<test, true, true>});
    operations.insert(u"Not" + name + u"CsExpression", {matched<test, false, true>});
}

template <bool all>
Value hasList(const Operands &operands)
{
    const Points text = pointsOf(operands.at(0).text(), true);
    for (std::size_t i = 1; i < operands.count(); ++i) {
        if (has(text, pointsOf(operands.at(i).text(), true)) != all)
            return !all;
    }
    return all;
}

template <bool negated>
Value inFolded(const Operands &operands)
{
    const Points text = pointsOf(operands.at(0).text(), true);
    for (std::size_t i = 1; i < operands.count(); ++i) {
        if (text == pointsOf(operands.at(i).text(), true))
            return !negated;
    }
    return negated;
}

// Functions

Value length(const Operands &operands)
{
    return int64_t(operands.at(0).text().toUcs4().size());
}

Value mapped(const Operands &operands, char32_t (*map)(char32_t))
{
    Points points = pointsOf(operands.at(0).text(), false);
    for (uint &point : points)
        point = map(point);
    return fromPoints(points);
}

Value lowered(const Operands &operands)
{
    return mapped(operands, [](char32_t point) { return QChar::toLower(point); });
}

Value raised(const Operands &operands)
{
    return mapped(operands, [](char32_t point) { return QChar::toUpper(point); });
}

Value reversed(const Operands &operands)
{
    Points points = pointsOf(operands.at(0).text(), false);
    std::reverse(points.begin(), points.end());
    return fromPoints(points);
}

/// substring(text, start[, length]); a negative start counts from the end.
Value part(const Operands &operands)
{
    if (operands.at(1).isNull() || (operands.count() > 2 && operands.at(2).isNull()))
        return QString();
    const Points points = pointsOf(operands.at(0).text(), false);
    const int64_t size = points.size();
    int64_t start = operands.at(1).whole();
    if (start < 0)
        start = start < -size ? 0 : size + start;
    const int64_t length = operands.count() > 2 ? operands.at(2).whole() : size;
    Points found;
    for (int64_t i = start; i < size && i - start < length; ++i)
        found.append(points.at(i));
    return fromPoints(found);
}

Value joined(const Operands &operands)
{
    QString text;
    for (std::size_t i = 0; i < operands.count(); ++i)
        text += textOf(operands.at(i), operands.types.at(i));
    return text;
}

Value joinedWith(const Operands &operands)
{
    QStringList texts;
    for (std::size_t i = 1; i < operands.count(); ++i)
        texts.append(textOf(operands.at(i), operands.types.at(i)));
    return texts.join(operands.at(0).text());
}

Value compared(const Operands &operands)
{
    return int64_t(order(operands.at(0), operands.at(1)));
}

Value replaced(const Operands &operands)
{
    const Points text = pointsOf(operands.at(0).text(), false);
    const Points needle = pointsOf(operands.at(1).text(), false);
    Points result;
    for (qsizetype at = 0; at < text.size();) {
        if (!needle.isEmpty() && standsAt(text, needle, at)) {
            result += pointsOf(operands.at(2).text(), false);
            at += needle.size();
        } else {
            result.append(text.at(at++));
        }
    }
    return fromPoints(result);
}

Value place(const Operands &operands)
{
    const Points text = pointsOf(operands.at(0).text(), false);
    const Points needle = pointsOf(operands.at(1).text(), false);
    if (operands.count() > 2 && operands.at(2).isNull())
        return {};
    const int64_t start = operands.count() > 2 ? operands.at(2).whole() : 0;
    for (qsizetype at = start < 0 ? std::max<int64_t>(0, text.size() + std::max<int64_t>(start, -text.size()))
                                  : std::min<int64_t>(start, text.size() + 1);
         at + needle.size() <= text.size(); ++at) {
        if (standsAt(text, needle, at))
            return int64_t(at);
    }
    return int64_t(-1);
}

Value pieces(const Operands &operands)
{
    List list;
    for (const QString &piece : operands.at(0).text().split(operands.at(1).text()))
        list.push_back(piece);
    if (operands.count() > 2 && !operands.at(2).isNull()) {
        const int64_t place = operands.at(2).whole();
        const bool isThere = place >= 0 && place < int64_t(list.size());
        return isThere ? List{list.at(static_cast<std::size_t>(place))} : List();
    }
    return Value(std::move(list));
}

Value repeated(const Operands &operands)
{
    QString text;
    for (int64_t i = 0; !operands.at(1).isNull() && i < operands.at(1).whole(); ++i)
        text += operands.at(0).text();
    return text;
}

Value bytes(const Operands &operands)
{
    int64_t count = 0;
    for (const uint point : operands.at(0).text().toUcs4())
        count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    return count;
}

/// Places where the needle stands; they may overlap.
Value placesOf(const Operands &operands)
{
    const Points text = pointsOf(operands.at(0).text(), false);
    const Points needle = pointsOf(operands.at(1).text(), false);
    int64_t count = 0;
    for (qsizetype at = 0; !needle.isEmpty() && at < text.size(); ++at)
        count += standsAt(text, needle, at) ? 1 : 0;
    return count;
}

} // namespace

void addTextOperations(Operations &operations)
{
    addFamily<has>(operations, "Has");
    addFamily<hasPrefix>(operations, "HasPrefix");
    addFamily<hasSuffix>(operations, "HasSuffix");
    addFamily<contains>(operations, "Contains");
    addFamily<startsWith>(operations, "StartsWith");
    addFamily<endsWith>(operations, "EndsWith");
    const auto add = [&operations](const char *name, Value (*apply)(const Operands &)) {
        operations.insert(QString::fromLatin1(name), {apply, false});
    };
    add("EqualTildeExpression", matched<sameText, true, false>);
    add("BangTildeExpression", matched<sameText, true, true>);
    add("HasAnyExpression", hasList<false>);
    add("HasAllExpression", hasList<true>);
    add("in~", inFolded<false>);
    add("!in~", inFolded<true>);
    add("strlen", length);
    add("tolower", lowered);
    add("toupper", raised);
    add("reverse", reversed);
    add("substring", part);
    add("strcat", joined);
    add("strcat_delim", joinedWith);
    add("strcmp", compared);
    add("replace_string", replaced);
    add("indexof", place);
    add("split", pieces);
    add("strrep", repeated);
    add("string_size", bytes);
    add("countof", placesOf);
}

} // namespace sonde::judge
