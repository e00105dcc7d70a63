#include "models/filtertext.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace sonde {

namespace {

using Kind = ColumnCondition::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

struct Sign
{
    QLatin1StringView text;
    Kind kind;
};

/// The longer ones first.
constexpr std::array<Sign, 6> signs = {{{QLatin1StringView("!="), Kind::NotEquals},
                                        {QLatin1StringView("<="), Kind::AtMost},
                                        {QLatin1StringView(">="), Kind::AtLeast},
                                        {QLatin1StringView("="), Kind::Equals},
                                        {QLatin1StringView("<"), Kind::Less},
                                        {QLatin1StringView(">"), Kind::Greater}}};

bool isQuoted(const QString &text)
{
    return text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
}

bool isExpression(const QString &text)
{
    return text.size() > 2 && text.startsWith(u'/') && text.endsWith(u'/');
}

/// Without its first and last character.
QString inner(const QString &text)
{
    return text.mid(1, text.size() - 2);
}

QString shortened(QString text)
{
    constexpr qsizetype longest = 40;
    if (text.size() > longest)
        text = text.left(longest - 1) + QChar(0x2026);
    return text.replace(u'\n', u' ');
}

QString describeList(const ColumnCondition &condition, const QString &name)
{
    constexpr qsizetype mostNamed = 3;
    QStringList values;
    for (const QString &value : condition.values.mid(0, mostNamed)) {
        //: %1: a value, among others
        values << Words::tr("“%1”").arg(shortened(value));
    }
    if (condition.nullToo)
        values << Words::tr("no value", "in a list of values");
    QString list = values.join(QLatin1String(", "));
    if (condition.values.size() > mostNamed) {
        //: %1: a list of values; %n: how many more there are
        list = Words::tr("%1 and %n more", nullptr, static_cast<int>(condition.values.size() - mostNamed))
                   .arg(list);
    }
    //: %1: a column’s name; %2: a list of values
    return Words::tr("%1 is one of %2").arg(name, list);
}

} // namespace

std::optional<ColumnCondition> conditionFromText(int column, const QString &typed)
{
    // A sign alone is only the beginning of something.
    const auto isSign = [&typed](const Sign &sign) { return typed == sign.text; };
    if (typed.isEmpty() || typed == QLatin1String("//") || std::any_of(signs.begin(), signs.end(), isSign))
        return {};
    if (isQuoted(typed) && typed.size() > 2)
        return ColumnCondition{column, Kind::Contains, inner(typed), {}};
    if (isExpression(typed))
        return ColumnCondition{column, Kind::Matches, inner(typed), {}};
    for (const Sign &sign : signs) {
        if (!typed.startsWith(sign.text))
            continue;
        const QString rest = typed.mid(sign.text.size());
        return ColumnCondition{column, sign.kind, isQuoted(rest) ? inner(rest) : rest, {}};
    }
    return ColumnCondition{column, Kind::Contains, typed, {}};
}

QString textOfCondition(const ColumnCondition &condition)
{
    if (condition.kind == Kind::Matches)
        return u'/' + condition.text + u'/';
    for (const Sign &sign : signs) {
        if (sign.kind != condition.kind)
            continue;
        const bool isTaken =
            condition.text.isEmpty() || isQuoted(condition.text) || condition.text.startsWith(u'=');
        return isTaken ? sign.text + u'"' + condition.text + u'"' : QString(sign.text + condition.text);
    }
    if (condition.kind != Kind::Contains)
        return {};
    const auto asTyped = conditionFromText(condition.column, condition.text);
    return asTyped == condition ? condition.text : u'"' + condition.text + u'"';
}

QString describeCondition(const ColumnCondition &condition, const QString &columnName)
{
    const QString text = shortened(condition.text);
    switch (condition.kind) {
    case Kind::Contains:
        //: %1: a column’s name; %2: a text
        return Words::tr("%1 contains “%2”").arg(columnName, text);
    case Kind::Matches:
        //: %1: a column’s name; %2: a regular expression
        return Words::tr("%1 matches /%2/").arg(columnName, text);
    case Kind::OneOf:
        return describeList(condition, columnName);
    case Kind::Null:
        //: %1: a column’s name
        return Words::tr("%1 has no value").arg(columnName);
    case Kind::NotNull:
        //: %1: a column’s name
        return Words::tr("%1 has a value").arg(columnName);
    case Kind::Equals:
        return columnName + QLatin1String(" = ") + text;
    case Kind::NotEquals:
        return columnName + QStringLiteral(" \u2260 ") + text;
    case Kind::Less:
        return columnName + QLatin1String(" < ") + text;
    case Kind::AtMost:
        return columnName + QStringLiteral(" \u2264 ") + text;
    case Kind::Greater:
        return columnName + QLatin1String(" > ") + text;
    case Kind::AtLeast:
        return columnName + QStringLiteral(" \u2265 ") + text;
    }
    return {};
}

} // namespace sonde
