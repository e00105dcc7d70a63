#include "kql/classicexpressionwriter.h"

#include "core/kqltext.h"
#include "core/kqltypename.h"
#include "kql/classicdates.h"
#include "kql/classicparser.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

using Written = ClassicExpressionWriter::Written;

/// Some functions need what they are given twice, so that a search could grow without bound.
constexpr qsizetype longestWritten = 20'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

QString inParentheses(const Written &written)
{
    return written.needsParentheses ? u'(' + written.kql + u')' : written.kql;
}

/// 1024 as 1024.0: two whole numbers would be divided without a rest.
Written realLiteral(QString text)
{
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text.remove(0, 1);
    while (text.size() > 1 && text.at(0) == u'0' && text.at(1).isDigit())
        text.remove(0, 1);
    if (!text.contains(u'.'))
        text += QLatin1String(".0");
    return {isNegative ? u'-' + text : text, QStringLiteral("real"), isNegative};
}

QString joined(const std::vector<Written> &arguments)
{
    QStringList texts;
    for (const Written &argument : arguments)
        texts.append(argument.kql);
    return texts.join(QStringLiteral(", "));
}

} // namespace

/// A function of the language: how many arguments it takes, and either a formula of numbers or who writes it.
struct ClassicExpressionWriter::Function
{
    QStringView name;
    std::size_t fewest;
    std::size_t most;
    const char *formula; ///< $1 to $4 are the arguments; an operator at its beginning needs no parentheses
    Writer write;
};

const ClassicExpressionWriter::Function *ClassicExpressionWriter::functionNamed(const QString &name)
{
    using Self = ClassicExpressionWriter;
    constexpr std::size_t any = 32;
    static const std::vector<Function> functions = {
        {u"abs", 1, 1, "abs($1)", nullptr},
        {u"acos", 1, 1, "acos($1)", nullptr},
        {u"add", 1, any, nullptr, &Self::writeChain},
        {u"and", 1, any, nullptr, &Self::writeLogic},
        {u"asin", 1, 1, "asin($1)", nullptr},
        {u"atan", 1, 1, "atan($1)", nullptr},
        {u"atan2", 2, 2, "atan2($1, $2)", nullptr},
        {u"ceil", 1, 1, "ceiling($1)", nullptr},
        {u"cos", 1, 1, "cos($1)", nullptr},
        {u"def", 2, any, nullptr, &Self::writeDefault},
        {u"deg", 1, 1, "degrees($1)", nullptr},
        {u"div", 2, 2, "$1 / $2", nullptr},
        {u"exists", 1, 1, nullptr, &Self::writeExists},
        {u"exp", 1, 1, "exp($1)", nullptr},
        {u"floor", 1, 1, "floor($1, 1.0)", nullptr},
        {u"hypo", 2, 2, "sqrt($1 * $1 + $2 * $2)", nullptr},
        {u"if", 3, 3, nullptr, &Self::writeIf},
        {u"linear", 3, 3, "$2 * $1 + $3", nullptr},
        {u"ln", 1, 1, "log($1)", nullptr},
        {u"log", 1, 1, "log10($1)", nullptr},
        {u"map", 4, 5, nullptr, &Self::writeMap},
        {u"max", 1, any, nullptr, &Self::writeExtreme},
        {u"min", 1, any, nullptr, &Self::writeExtreme},
        {u"mod", 2, 2, "$1 % $2", nullptr},
        {u"ms", 0, 2, nullptr, &Self::writeMilliseconds},
        {u"mul", 1, any, nullptr, &Self::writeChain},
        {u"not", 1, 1, nullptr, &Self::writeNot},
        {u"or", 1, any, nullptr, &Self::writeLogic},
        {u"pow", 2, 2, "pow($1, $2)", nullptr},
        {u"product", 1, any, nullptr, &Self::writeChain},
        {u"rad", 1, 1, "radians($1)", nullptr},
        {u"recip", 4, 4, "$3 / ($2 * $1 + $4)", nullptr},
        {u"sin", 1, 1, "sin($1)", nullptr},
        {u"sqrt", 1, 1, "sqrt($1)", nullptr},
        {u"sub", 2, 2, "$1 - $2", nullptr},
        {u"sum", 1, any, nullptr, &Self::writeChain},
        {u"tan", 1, 1, "tan($1)", nullptr},
    };
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&name](const Function &function) { return function.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

ClassicExpressionWriter::ClassicExpressionWriter(const QString &search, FieldType typeOf, Ticks now,
                                                 bool isNowMoving)
    : m_search(search)
    , m_typeOf(std::move(typeOf))
    , m_now(now)
    , m_isNowMoving(isNowMoving)
{}

tl::unexpected<Error> ClassicExpressionWriter::refuse(int position, const QString &message,
                                                      const QString &advice) const
{
    return ClassicParser::refuse(m_search, position, message, advice);
}

Result<Written> ClassicExpressionWriter::write(const ClassicExpression &expression) const
{
    switch (expression.kind) {
    case ClassicExpression::Kind::Field:
        return writeField(expression);
    case ClassicExpression::Kind::Number:
        return realLiteral(expression.text);
    case ClassicExpression::Kind::Text:
        return Written{kqlString(expression.text), QStringLiteral("string"), false};
    case ClassicExpression::Kind::Date:
        return writeDate(expression);
    case ClassicExpression::Kind::Call:
        break;
    }
    auto written = writeCall(expression);
    if (written && written->kql.size() > longestWritten)
        return refuse(expression.position, Words::tr("This calculation is too long."));
    return written;
}

Result<Written> ClassicExpressionWriter::writeField(const ClassicExpression &expression) const
{
    const auto type = m_typeOf(expression.text, expression.position);
    if (!type)
        return failure(type.error());
    return Written{kqlName(expression.text), *type, false};
}

Result<Written> ClassicExpressionWriter::writeDate(const ClassicExpression &expression) const
{
    const std::optional<Ticks> ticks = parseClassicDate(expression.text, m_now);
    if (!ticks)
        return refuse(expression.position, Words::tr("“%1” is no date.").arg(expression.text));
    const QString moving = m_isNowMoving ? kqlOfClassicNow(expression.text) : QString();
    if (!moving.isEmpty())
        return Written{moving, QStringLiteral("datetime"), moving.contains(u' ')};
    return Written{u"datetime(" + QString::fromStdString(formatIsoDateTime(*ticks)) + u')',
                   QStringLiteral("datetime"), false};
}

Result<Written> ClassicExpressionWriter::writeCall(const ClassicExpression &call) const
{
    const Function *function = functionNamed(call.text);
    if (function == nullptr)
        return refuse(call.position, Words::tr("The function “%1” is not supported here.").arg(call.text));
    const std::size_t count = call.arguments.size();
    if (count < function->fewest || count > function->most) {
        return refuse(call.position,
                      //: %1: a function such as div; %2: how many it was given
                      Words::tr("The function “%1” does not take %2 arguments.").arg(call.text).arg(count));
    }
    return function->formula != nullptr ? writeFormula(call, *function) : (this->*function->write)(call);
}

Result<Written> ClassicExpressionWriter::writeFormula(const ClassicExpression &call,
                                                      const Function &function) const
{
    QString kql = QLatin1String(function.formula);
    const bool isOperator = kql.contains(u' ') && !kql.contains(u'(');
    const bool isPlainCall = !kql.contains(QLatin1String(" * "));
    QStringList arguments;
    for (const ClassicExpression &argument : call.arguments) {
        const auto written = number(argument);
        if (!written)
            return written;
        arguments.append(isOperator || !isPlainCall ? inParentheses(*written) : written->kql);
    }
    QString filled;
    for (qsizetype i = 0; i < kql.size(); ++i) {
        if (kql.at(i) == u'$')
            filled += arguments.at(kql.at(++i).digitValue() - 1);
        else
            filled += kql.at(i);
    }
    return Written{filled, QStringLiteral("real"), isOperator || kql.startsWith(u'$')};
}

/// `sum(a, b, c)`, `product(a, b)`.
Result<Written> ClassicExpressionWriter::writeChain(const ClassicExpression &call) const
{
    const bool isSum = call.text == u"sum" || call.text == u"add";
    QStringList parts;
    for (const ClassicExpression &argument : call.arguments) {
        const auto written = number(argument);
        if (!written)
            return written;
        parts.append(inParentheses(*written));
    }
    return Written{parts.join(isSum ? QStringLiteral(" + ") : QStringLiteral(" * ")), QStringLiteral("real"),
                   true};
}

Result<Written> ClassicExpressionWriter::writeExtreme(const ClassicExpression &call) const
{
    std::vector<Written> arguments;
    for (const ClassicExpression &argument : call.arguments) {
        auto written = number(argument);
        if (!written || call.arguments.size() == 1)
            return written;
        arguments.push_back(*std::move(written));
    }
    return Written{call.text + QLatin1String("_of(") + joined(arguments) + u')', QStringLiteral("real"),
                   false};
}

Result<Written> ClassicExpressionWriter::writeIf(const ClassicExpression &call) const
{
    const auto test = condition(call.arguments.front());
    if (!test)
        return failure(test.error());
    const auto values = alike(call, 1);
    if (!values)
        return failure(values.error());
    return Written{u"iff(" + *test + u", " + joined(*values) + u')', values->front().type, false};
}

/// `map(x, from, to, target)`, and with a fifth argument what all other values become.
Result<Written> ClassicExpressionWriter::writeMap(const ClassicExpression &call) const
{
    for (const std::size_t bound : {1U, 2U}) {
        const ClassicExpression &constant = call.arguments.at(bound);
        if (constant.kind != ClassicExpression::Kind::Number)
            return refuse(constant.position, Words::tr("The bounds of “map” are numbers."));
    }
    std::vector<Written> numbers;
    for (const ClassicExpression &argument : call.arguments) {
        auto written = number(argument);
        if (!written)
            return written;
        numbers.push_back(*std::move(written));
    }
    const Written &otherwise = numbers.size() == 5 ? numbers.at(4) : numbers.front();
    return Written{u"iff(" + inParentheses(numbers.front()) + u" between (" + numbers.at(1).kql + u" .. " +
                       numbers.at(2).kql + u"), " + numbers.at(3).kql + u", " + otherwise.kql + u')',
                   QStringLiteral("real"), false};
}

/// The first of the values that the record has.
Result<Written> ClassicExpressionWriter::writeDefault(const ClassicExpression &call) const
{
    const auto values = alike(call, 0);
    if (!values)
        return failure(values.error());
    return Written{u"coalesce(" + joined(*values) + u')', values->front().type, false};
}

Result<Written> ClassicExpressionWriter::writeExists(const ClassicExpression &call) const
{
    const ClassicExpression &argument = call.arguments.front();
    if (argument.kind != ClassicExpression::Kind::Field)
        return refuse(argument.position, Words::tr("“exists” takes the name of a field."));
    const auto field = write(argument);
    if (!field)
        return field;
    const bool isText = field->type.isEmpty() || field->type == u"string" || field->type == u"dynamic";
    return Written{(isText ? QStringLiteral("isnotempty(") : QStringLiteral("isnotnull(")) + field->kql +
                       u')',
                   QStringLiteral("bool"), false};
}

Result<Written> ClassicExpressionWriter::writeLogic(const ClassicExpression &call) const
{
    QStringList parts;
    for (const ClassicExpression &argument : call.arguments) {
        const auto written = condition(argument);
        if (!written)
            return failure(written.error());
        parts.append(u'(' + *written + u')');
    }
    return Written{parts.join(u' ' + call.text + u' '), QStringLiteral("bool"), true};
}

Result<Written> ClassicExpressionWriter::writeNot(const ClassicExpression &call) const
{
    const auto written = condition(call.arguments.front());
    if (!written)
        return failure(written.error());
    return Written{u"not(" + *written + u')', QStringLiteral("bool"), false};
}

/// Between 1970 and a moment, or from the second moment to the first.
Result<Written> ClassicExpressionWriter::writeMilliseconds(const ClassicExpression &call) const
{
    ClassicExpression now;
    now.kind = ClassicExpression::Kind::Date;
    now.text = QStringLiteral("NOW");
    now.position = call.position;
    const auto to = instant(call.arguments.empty() ? now : call.arguments.front());
    if (!to)
        return to;
    QString from = QStringLiteral("datetime(1970-01-01)");
    if (call.arguments.size() == 2) {
        const auto given = instant(call.arguments.back());
        if (!given)
            return given;
        from = inParentheses(*given);
    }
    return Written{u'(' + inParentheses(*to) + u" - " + from + u") / 1ms", QStringLiteral("real"), true};
}

Result<Written> ClassicExpressionWriter::number(const ClassicExpression &expression) const
{
    const auto written = write(expression);
    return written ? asNumber(*written, expression.position) : written;
}

Result<Written> ClassicExpressionWriter::asNumber(const Written &written, int position) const
{
    if (written.type == u"real")
        return written;
    if (!written.type.isEmpty() && !isNumericKqlType(written.type))
        return refuse(position, Words::tr("A number is needed here."));
    return Written{u"todouble(" + written.kql + u')', QStringLiteral("real"), false};
}

/// A number is true where it is not 0, a text where it is not empty.
Result<QString> ClassicExpressionWriter::condition(const ClassicExpression &expression) const
{
    const auto written = write(expression);
    if (!written)
        return failure(written.error());
    if (written->type == u"bool") {
        // A record without the field is not true: null in KQL would come through a not().
        return expression.kind == ClassicExpression::Kind::Field ? written->kql + u" == true" : written->kql;
    }
    if (written->type == u"string")
        return u"isnotempty(" + written->kql + u')';
    if (!isNumericKqlType(written->type))
        return refuse(expression.position,
                      Words::tr("A condition is needed here, such as “exists(Computer)”."));
    const auto value = asNumber(*written, expression.position);
    return u"coalesce(" + value->kql + u", 0.0) != 0.0";
}

Result<Written> ClassicExpressionWriter::instant(const ClassicExpression &expression) const
{
    auto written = write(expression);
    if (!written || written->type == u"datetime")
        return written;
    if (!written->type.isEmpty())
        return refuse(expression.position, Words::tr("A date is needed here."));
    return Written{u"todatetime(" + written->kql + u')', QStringLiteral("datetime"), false};
}

/// The arguments from one on, all of one type: that of the first whose type is known.
Result<std::vector<Written>> ClassicExpressionWriter::alike(const ClassicExpression &call,
                                                            std::size_t from) const
{
    std::vector<Written> all;
    QString type;
    for (std::size_t i = from; i < call.arguments.size(); ++i) {
        auto written = write(call.arguments.at(i));
        if (!written)
            return failure(written.error());
        if (type.isEmpty())
            type = isNumericKqlType(written->type) ? QStringLiteral("real") : written->type;
        all.push_back(*std::move(written));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        Written &each = all.at(i);
        if (type == u"real") {
            auto converted = asNumber(each, call.arguments.at(i + from).position);
            if (!converted)
                return failure(converted.error());
            each = *std::move(converted);
        } else if (each.type.isEmpty() && type == u"string") {
            each.kql = u"tostring(" + each.kql + u')';
        } else if (each.type != type && !each.type.isEmpty()) {
            return refuse(call.arguments.at(i + from).position,
                          Words::tr("The values of “%1” must be all numbers or all texts.").arg(call.text));
        }
        each.type = type;
    }
    return all;
}

} // namespace sonde
