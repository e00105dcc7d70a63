#include "kql/classicexpressionwriter.h"

#include "core/kqltext.h"
#include "core/kqltypename.h"
#include "kql/classicdates.h"
#include "kql/classicfields.h"
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
    Signature signature;
    std::size_t fewest;
    std::size_t most;
    /// $1 to $4 are the arguments. One that begins with an argument is an operator, and needs parentheses
    /// within another.
    const char *formula;
    Writer write;
};

/// The likeliest first.
const std::vector<ClassicExpressionWriter::Function> &ClassicExpressionWriter::functions()
{
    using Self = ClassicExpressionWriter;
    constexpr std::size_t any = 32;
    static const std::vector<Function> all = {
        {{"div", "a, b"}, 2, 2, "$1 / $2", nullptr},
        {{"product", "a, b"}, 1, any, nullptr, &Self::writeChain},
        {{"sum", "a, b"}, 1, any, nullptr, &Self::writeChain},
        {{"sub", "a, b"}, 2, 2, "$1 - $2", nullptr},
        {{"if", "test, a, b"}, 3, 3, nullptr, &Self::writeIf},
        {{"map", "a, from, to, value"}, 4, 5, nullptr, &Self::writeMap},
        {{"def", "a, default"}, 2, any, nullptr, &Self::writeDefault},
        {{"exists", "field"}, 1, 1, nullptr, &Self::writeExists},
        {{"abs", "a"}, 1, 1, "abs($1)", nullptr},
        {{"ceil", "a"}, 1, 1, "ceiling($1)", nullptr},
        {{"floor", "a"}, 1, 1, "floor($1, 1.0)", nullptr},
        {{"mod", "a, b"}, 2, 2, "$1 % $2", nullptr},
        {{"max", "a, b"}, 1, any, nullptr, &Self::writeExtreme},
        {{"min", "a, b"}, 1, any, nullptr, &Self::writeExtreme},
        {{"pow", "a, b"}, 2, 2, "pow($1, $2)", nullptr},
        {{"sqrt", "a"}, 1, 1, "sqrt($1)", nullptr},
        {{"log", "a"}, 1, 1, "log10($1)", nullptr},
        {{"ln", "a"}, 1, 1, "log($1)", nullptr},
        {{"exp", "a"}, 1, 1, "exp($1)", nullptr},
        {{"ms", "date, date"}, 0, 2, nullptr, &Self::writeMilliseconds},
        {{"and", "a, b"}, 1, any, nullptr, &Self::writeLogic},
        {{"or", "a, b"}, 1, any, nullptr, &Self::writeLogic},
        {{"not", "a"}, 1, 1, nullptr, &Self::writeNot},
        {{"linear", "x, m, c"}, 3, 3, "$2 * $1 + $3", nullptr},
        {{"recip", "x, m, a, b"}, 4, 4, "$3 / ($2 * $1 + $4)", nullptr},
        {{"hypo", "a, b"}, 2, 2, "sqrt($1 * $1 + $2 * $2)", nullptr},
        {{"sin", "a"}, 1, 1, "sin($1)", nullptr},
        {{"cos", "a"}, 1, 1, "cos($1)", nullptr},
        {{"tan", "a"}, 1, 1, "tan($1)", nullptr},
        {{"asin", "a"}, 1, 1, "asin($1)", nullptr},
        {{"acos", "a"}, 1, 1, "acos($1)", nullptr},
        {{"atan", "a"}, 1, 1, "atan($1)", nullptr},
        {{"atan2", "a, b"}, 2, 2, "atan2($1, $2)", nullptr},
        {{"deg", "a"}, 1, 1, "degrees($1)", nullptr},
        {{"rad", "a"}, 1, 1, "radians($1)", nullptr},
        {{"add", "a, b"}, 1, any, nullptr, &Self::writeChain},
        {{"mul", "a, b"}, 1, any, nullptr, &Self::writeChain},
    };
    return all;
}

std::vector<ClassicExpressionWriter::Signature> ClassicExpressionWriter::signatures()
{
    std::vector<Signature> all;
    for (const Function &function : functions())
        all.push_back(function.signature);
    return all;
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
    return Written{kqlName(expression.text), *type, false, true};
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
    const auto function = std::find_if(functions().begin(), functions().end(), [&call](const Function &each) {
        return call.text == QLatin1String(each.signature.name);
    });
    if (function == functions().end())
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
    const auto arguments = numbers(call);
    if (!arguments)
        return failure(arguments.error());
    const QString formula = QLatin1String(function.formula);
    QString kql;
    for (qsizetype i = 0; i < formula.size(); ++i) {
        if (formula.at(i) == u'$')
            kql += inParentheses(arguments->at(static_cast<std::size_t>(formula.at(++i).digitValue() - 1)));
        else
            kql += formula.at(i);
    }
    return Written{kql, QStringLiteral("real"), formula.startsWith(u'$')};
}

/// `sum(a, b, c)`, `product(a, b)`.
Result<Written> ClassicExpressionWriter::writeChain(const ClassicExpression &call) const
{
    const auto arguments = numbers(call);
    if (!arguments)
        return failure(arguments.error());
    QStringList parts;
    for (const Written &argument : *arguments)
        parts.append(inParentheses(argument));
    const bool isSum = call.text == u"sum" || call.text == u"add";
    return Written{parts.join(isSum ? QStringLiteral(" + ") : QStringLiteral(" * ")), QStringLiteral("real"),
                   true};
}

Result<Written> ClassicExpressionWriter::writeExtreme(const ClassicExpression &call) const
{
    const auto arguments = numbers(call);
    if (!arguments)
        return failure(arguments.error());
    if (arguments->size() == 1)
        return arguments->front();
    return Written{call.text + QLatin1String("_of(") + joined(*arguments) + u')', QStringLiteral("real"),
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
    return Written{u"iff(" + *test + u", " + joined(*values) + u')', values->front().type, false, true};
}

/// `map(x, from, to, target)`, and with a fifth argument what all other values become.
Result<Written> ClassicExpressionWriter::writeMap(const ClassicExpression &call) const
{
    for (const std::size_t bound : {1U, 2U}) {
        const ClassicExpression &constant = call.arguments.at(bound);
        if (constant.kind != ClassicExpression::Kind::Number)
            return refuse(constant.position, Words::tr("The bounds of “map” are numbers."));
    }
    const auto given = numbers(call);
    if (!given)
        return failure(given.error());
    const Written &otherwise = given->size() == 5 ? given->at(4) : given->front();
    return Written{u"iff(" + inParentheses(given->front()) + u" between (" + given->at(1).kql + u" .. " +
                       given->at(2).kql + u"), " + given->at(3).kql + u", " + otherwise.kql + u')',
                   QStringLiteral("real"), false};
}

/// The first of the values that the record has.
Result<Written> ClassicExpressionWriter::writeDefault(const ClassicExpression &call) const
{
    const auto values = alike(call, 0);
    if (!values)
        return failure(values.error());
    return Written{u"coalesce(" + joined(*values) + u')', values->front().type, false, true};
}

Result<Written> ClassicExpressionWriter::writeExists(const ClassicExpression &call) const
{
    const ClassicExpression &argument = call.arguments.front();
    if (argument.kind != ClassicExpression::Kind::Field)
        return refuse(argument.position, Words::tr("“exists” takes the name of a field."));
    const auto field = write(argument);
    if (!field)
        return field;
    return Written{kqlPresence(field->kql, field->type), QStringLiteral("bool"), false};
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

Result<std::vector<Written>> ClassicExpressionWriter::numbers(const ClassicExpression &call) const
{
    std::vector<Written> all;
    for (const ClassicExpression &argument : call.arguments) {
        auto written = number(argument);
        if (!written)
            return failure(written.error());
        all.push_back(*std::move(written));
    }
    return all;
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
        // What is absent is not true: null in KQL would come through a not().
        if (expression.kind == ClassicExpression::Kind::Field)
            return written->kql + u" == true";
        return written->mayBeNull ? u"coalesce(" + written->kql + u", false)" : written->kql;
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
