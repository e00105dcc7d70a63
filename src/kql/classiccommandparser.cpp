#include "kql/classicparser.h"

#include <QRegularExpression>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicParser)
};

/// Of a field, a number or a date with its steps.
bool isOperandCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_.-+/:").contains(c);
}

bool isNumber(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[+-]?\\d{1,18}(\\.\\d{1,18})?$"));
    return pattern.match(text).hasMatch();
}

bool isDate(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(NOW($|[-+/])|\\d{4}-\\d{2}-\\d{2})"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

} // namespace

Result<ClassicCommand> ClassicParser::parseCommand()
{
    skipSpace();
    const int position = m_at;
    const QString name = takeWhile(isFieldCharacter);
    const QString command = name.toLower();
    if (command == u"measure")
        return parseMeasure();
    if (command == u"where")
        return parseWhere(position);
    if (command == u"extend")
        return parseExtend(position);
    if (command == u"join")
        return parseJoin(position);
    if (command == u"sort")
        return parseSort();
    if (command == u"top" || command == u"limit" || command == u"skip") {
        const auto count = parseCount();
        if (!count)
            return failure(count.error());
        if (command == u"skip")
            return ClassicSkip{*count, position};
        return ClassicTop{*count, position};
    }
    if (command == u"select") {
        auto fields = parseFields();
        if (!fields)
            return failure(fields.error());
        return ClassicSelect{std::move(*fields)};
    }
    if (command == u"distinct" || command == u"dedup") {
        auto field = parseField();
        if (!field)
            return failure(field.error());
        if (command == u"dedup")
            return ClassicDedup{std::move(*field)};
        return ClassicDistinct{std::move(*field)};
    }
    if (name.isEmpty())
        return unexpected();
    return refuseAt(position, Words::tr("The command “%1” is not supported here.").arg(name));
}

Result<ClassicCommand> ClassicParser::parseWhere(int position)
{
    m_isWhere = true;
    auto filter = parseAll();
    m_isWhere = false;
    if (!filter)
        return failure(filter.error());
    return ClassicWhere{std::move(*filter), position};
}

Result<ClassicCommand> ClassicParser::parseExtend(int position)
{
    auto expression = parseExpression();
    if (!expression)
        return failure(expression.error());
    if (expression->kind != ClassicExpression::Kind::Call)
        return refuseAt(expression->position, Words::tr("“extend” calculates with a function, such as "
                                                        "“extend div(Bytes,1024) as Kilobytes”."));
    if (!skipWord(QLatin1StringView("as")))
        return refuseHere(Words::tr("What “extend” calculates needs a name: “as Kilobytes”."));
    auto alias = parseField();
    if (!alias)
        return failure(alias.error());
    if (at(u","))
        return refuseHere(Words::tr("“extend” calculates one field: write another “| extend” for the next."));
    return ClassicExtend{std::move(*expression), std::move(*alias), position};
}

/// `join inner Computer (Type=Heartbeat) Computer`.
Result<ClassicCommand> ClassicParser::parseJoin(int position)
{
    if (m_hasIn || m_closer == u'}')
        return refuseAt(position, Words::tr("IN and join cannot be in one search."));
    if (m_hasJoin)
        return refuseAt(position, Words::tr("A search can have one join."));
    m_hasJoin = true;
    ClassicJoin join;
    join.position = position;
    if (skipWord(QLatin1StringView("outer")))
        join.kind = ClassicJoin::Kind::Outer;
    else if (skipWord(QLatin1StringView("left")))
        join.kind = ClassicJoin::Kind::Left;
    else if (!skipWord(QLatin1StringView("inner")))
        return refuseHere(Words::tr("The kind of the join is missing: inner, outer or left."));
    auto left = parseField();
    if (!left)
        return failure(left.error());
    join.left = std::move(*left);
    if (!skip(u"("))
        return refuseHere(Words::tr("The other search of a join stands in parentheses."));
    m_closer = u')';
    auto right = parseSearch();
    m_closer = {};
    if (!right)
        return failure(right.error());
    if (!skip(u")"))
        return m_at < m_text.size() ? unexpected()
                                    : refuseHere(Words::tr("A closing parenthesis is missing."));
    join.right = std::make_shared<const ParsedSearch>(std::move(*right));
    auto rightField = parseField();
    if (!rightField)
        return failure(rightField.error());
    join.rightField = std::move(*rightField);
    return join;
}

Result<qint64> ClassicParser::parseCount()
{
    skipSpace();
    bool isValid = false;
    const qint64 count = takeWhile(isDigit).toLongLong(&isValid);
    if (!isValid)
        return refuseHere(Words::tr("A number of rows is missing."));
    return count;
}

/// A field, a number, a text, a date, or a function of such.
Result<ClassicExpression> ClassicParser::parseExpression()
{
    const DepthGuard depth(m_depth);
    if (depth.isTooDeep())
        return tooDeep();
    skipSpace();
    ClassicExpression expression;
    expression.position = m_at;
    if (at(u"\"")) {
        auto quoted = parseQuoted();
        if (!quoted)
            return failure(quoted.error());
        expression.kind = ClassicExpression::Kind::Text;
        expression.text = quoted->text;
        return expression;
    }
    if (atWrongQuote())
        return refuseHere(Words::tr("Values are quoted with double quotes."));
    expression.text = takeWhile(isOperandCharacter);
    if (expression.text.isEmpty())
        return unexpected();
    const bool isName = std::all_of(expression.text.cbegin(), expression.text.cend(), isFieldCharacter);
    if (isName && skip(u"("))
        return parseExpressionCall(std::move(expression));
    if (isNumber(expression.text))
        expression.kind = ClassicExpression::Kind::Number;
    else if (isDate(expression.text))
        expression.kind = ClassicExpression::Kind::Date;
    else if (!isName)
        return refuseAt(expression.position,
                        Words::tr("“%1” is no field, number or date.").arg(expression.text));
    return expression;
}

/// Behind the opening parenthesis.
Result<ClassicExpression> ClassicParser::parseExpressionCall(ClassicExpression call)
{
    call.kind = ClassicExpression::Kind::Call;
    call.text = call.text.toLower();
    if (skip(u")"))
        return call;
    do {
        auto argument = parseExpression();
        if (!argument)
            return argument;
        call.arguments.push_back(std::move(*argument));
    } while (skip(u","));
    if (!skip(u")"))
        return m_at < m_text.size() ? unexpected()
                                    : refuseHere(Words::tr("A closing parenthesis is missing."));
    return call;
}

Result<ClassicCommand> ClassicParser::parseSort()
{
    ClassicSort sort;
    do {
        auto field = parseField();
        if (!field)
            return failure(field.error());
        ClassicSort::Key key{std::move(*field), false};
        key.descending = key.field.name == u"TimeGenerated";
        if (skipWord(QLatin1StringView("desc")))
            key.descending = true;
        else if (skipWord(QLatin1StringView("asc")))
            key.descending = false;
        sort.keys.push_back(std::move(key));
    } while (skip(u","));
    return sort;
}

Result<std::vector<ClassicField>> ClassicParser::parseFields()
{
    std::vector<ClassicField> fields;
    do {
        auto field = parseField();
        if (!field)
            return failure(field.error());
        fields.push_back(std::move(*field));
    } while (skip(u","));
    return fields;
}

Result<ClassicField> ClassicParser::parseField()
{
    skipSpace();
    ClassicField field{{}, m_at};
    field.name = takeWhile(isFieldCharacter);
    if (field.name.isEmpty())
        return unexpected();
    return field;
}

} // namespace sonde
