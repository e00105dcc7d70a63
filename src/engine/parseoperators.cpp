#include "engine/constants.h"
#include "engine/jsonpieces.h"
#include "engine/operatortable.h"
#include "engine/parsestages.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde {

Result<Relation> parseKeyValues(const KqlNode &node, const Relation &input, QueryTranslator &query);

/// Operators that take texts apart.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

enum class Kind { Simple, Relaxed, Regex };

struct Parameters
{
    Kind kind = Kind::Simple;
    QString flags;
};

/// One element of a pattern.
struct Step
{
    enum class Type { Text, Anything, Column };
    Type type = Type::Text;
    QString text;
    ColumnHeader column;
    const KqlNode *node = nullptr;

    bool isColumn() const { return type == Type::Column; }
    bool isWhole() const { return isColumn() && isWholeNumber(column.type); }
    bool isNumber() const { return isColumn() && sonde::isNumber(column.type); }
};

using Steps = std::vector<Step>;

Result<Parameters> parametersOf(const KqlNode &list, const QueryTranslator &query)
{
    static const QRegularExpression knownFlags(QStringLiteral("^[imsU]+$"));
    Parameters parameters;
    for (const KqlNode &parameter : list.children) {
        const QString name = parameter.children.front().value;
        const QString value = parameter.children.back().value;
        if (name == u"kind" && (value == u"simple" || value == u"relaxed" || value == u"regex"))
            parameters.kind = value == u"simple"    ? Kind::Simple
                              : value == u"relaxed" ? Kind::Relaxed
                                                    : Kind::Regex;
        else if (name == u"flags" && knownFlags.match(value).hasMatch())
            parameters.flags = value;
        else if (!name.startsWith(QLatin1String("hint.")))
            return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    }
    if (!parameters.flags.isEmpty() && parameters.kind != Kind::Regex)
        return query.refusal().unsupported(list, Words::tr("the parameter “%1”").arg(u"flags"));
    return parameters;
}

Result<Steps> stepsOf(const KqlNode &list, const QueryTranslator &query)
{
    Steps steps;
    for (const KqlNode &item : list.children) {
        if (item.is(QLatin1StringView("StarExpression"))) {
            steps.push_back({Step::Type::Anything, {}, {}, &item});
        } else if (item.is(QLatin1StringView("StringLiteralExpression"))) {
            if (item.value.isEmpty() || item.value.contains(QChar(0)))
                return query.refusal().unsupported(item, Words::tr("an empty text in a pattern"));
            steps.push_back({Step::Type::Text, item.value, {}, &item});
        } else {
            const auto column = declaredColumn(item, query);
            if (!column)
                return failure(column.error());
            steps.push_back({Step::Type::Column, {}, *column, &item});
        }
    }
    return steps;
}

/// What a column may stand in front of: a text ends it, a number ends where its digits do.
bool mayFollow(const Step &step, const Step *next)
{
    if (next == nullptr || next->type == Step::Type::Text)
        return true;
    if (step.type == Step::Type::Anything)
        return next->type == Step::Type::Anything;
    return step.isNumber();
}

/// The pattern as kql_parse() takes it. A number in front of a text may be anything that becomes one.
QString simplePattern(const Steps &steps)
{
    std::vector<std::string> written;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step &step = steps[i];
        const bool isOpen = i + 1 < steps.size() && steps[i + 1].type != Step::Type::Text;
        if (step.type == Step::Type::Text)
            written.push_back('=' + step.text.toStdString());
        else if (step.type == Step::Type::Anything)
            written.emplace_back("*");
        else
            written.emplace_back(step.isNumber() && isOpen ? step.isWhole() ? "w" : "r" : "t");
    }
    return QString::fromStdString(json::textList(written));
}

Result<Taken> takenSimply(const Steps &steps, const QString &source, QueryTranslator &query)
{
    const QString name = query.uniqueName(u"p");
    Taken taken;
    taken.items = {u"kql_parse(" + source + u", " + sqlString(simplePattern(steps)) + u") AS " + name};
    taken.isMatch = name + u" IS NOT NULL";
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].type == Step::Type::Text)
            continue;
        if (!mayFollow(steps[i], i + 1 < steps.size() ? &steps[i + 1] : nullptr))
            return query.refusal().unsupported(*steps[i].node,
                                               Words::tr("a pattern in which no text ends a column here"));
        if (steps[i].isColumn())
            taken.columns.append({steps[i].column, u"json_extract_string(" + name + u", '$[" +
                                                       QString::number(taken.columns.size()) + u"]')"});
    }
    return taken;
}

QString groupFor(const Step &step)
{
    if (step.isWhole())
        return QStringLiteral("(-?\\d+)");
    return step.isNumber() ? QStringLiteral("(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)")
                           : QStringLiteral("(.*)");
}

/// The whole pattern as one regular expression, whose groups are the columns.
Result<Taken> takenByRegex(const Steps &steps, const QString &flags, const QString &source,
                           QueryTranslator &query)
{
    const QString name = query.uniqueName(u"p");
    const QString matches = query.uniqueName(u"p");
    Taken taken;
    QString regex = flags.isEmpty() ? QString() : QString(u"(?" + flags + u')');
    QStringList groups;
    for (const Step &step : steps) {
        if (step.type == Step::Type::Anything) {
            regex += u".*?";
        } else if (step.isColumn()) {
            groups.append(u"'g" + QString::number(groups.size()) + u'\'');
            taken.columns.append(
                {step.column, u"struct_extract(" + name + u", " + groups.constLast() + u')'});
            regex += groupFor(step);
        } else {
            const Pattern pattern(step.text);
            if (pattern.hasAlternatives())
                return query.refusal().unsupported(
                    *step.node, Words::tr("a regular expression with alternatives outside of parentheses"));
            regex += pattern.withGroup(0);
        }
    }
    taken.items = {u"regexp_matches(" + source + u", " + sqlString(regex) + u") AS " + matches};
    taken.isMatch = matches;
    if (!groups.isEmpty())
        taken.items.append(u"regexp_extract(" + source + u", " + sqlString(regex) + u", [" +
                           groups.join(QStringLiteral(", ")) + u"]) AS " + name);
    return taken;
}

/// parse and parse-where
template <bool isFilter>
Result<Relation> parse(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const std::vector<const KqlNode *> parts = expressionsOf(node);
    if (parts.size() != 3)
        return query.refusal().unsupportedOperator(node);
    const auto parameters = parametersOf(*parts.front(), query);
    if (!parameters)
        return failure(parameters.error());
    if (isFilter && parameters->kind == Kind::Relaxed)
        return query.refusal().unsupported(node, Words::tr("the parameter “%1”").arg(u"kind"));
    const auto steps = stepsOf(*parts.back(), query);
    const auto text = query.expressions().translate(*parts.at(1), query.scopeOf(input));
    if (!steps || !text)
        return failure(steps ? text.error() : steps.error());
    const QString source = toText(*text).sql;
    auto taken = parameters->kind == Kind::Regex ? takenByRegex(*steps, parameters->flags, source, query)
                                                 : takenSimply(*steps, source, query);
    if (!taken)
        return failure(taken.error());
    taken->isStrict = parameters->kind != Kind::Relaxed;
    taken->isFilter = isFilter;
    return addTaken(node, input, *taken, query);
}

} // namespace

void addParseOperators(OperatorTable &table)
{
    table.insert(QStringLiteral("ParseOperator"), parse<false>);
    table.insert(QStringLiteral("ParseWhereOperator"), parse<true>);
    table.insert(QStringLiteral("ParseKvOperator"), parseKeyValues);
}

} // namespace sonde
