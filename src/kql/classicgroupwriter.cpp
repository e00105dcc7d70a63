#include "kql/classicquerywriter.h"

#include "core/kqltext.h"
#include "core/kqltypename.h"
#include "kql/classicfields.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace sonde {

namespace {

using Interval = ClassicMeasure::Interval;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

/// A timespan literal in the largest unit that it is a whole number of.
QString kqlTimespan(qint64 milliseconds)
{
    struct Unit
    {
        qint64 milliseconds;
        const char *suffix;
    };
    constexpr Unit units[] = {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1000, "s"}, {1, "ms"}};
    const auto unit =
        std::find_if(std::begin(units), std::prev(std::end(units)),
                     [milliseconds](const Unit &each) { return milliseconds % each.milliseconds == 0; });
    return QString::number(milliseconds / unit->milliseconds) + QLatin1String(unit->suffix);
}

/// `percentile95` and `pct95`: 95. Nothing for other names.
std::optional<int> percentileOf(const QString &function)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:percentile|pct)([1-9][0-9]?)$"));
    const QRegularExpressionMatch match = pattern.match(function);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

/// KQL's name of a function of numbers; empty for others.
QString numberFunction(const QString &function)
{
    if (function == u"sum" || function == u"avg")
        return function;
    return function == u"stddev" ? QStringLiteral("stdev") : QString();
}

QString cut(const QString &field, const Interval &interval)
{
    const QString name = kqlName(field);
    switch (interval.unit) {
    case Interval::Unit::Month:
        return name + u" = startofmonth(" + name + u')';
    case Interval::Unit::Year:
        return name + u" = startofyear(" + name + u')';
    case Interval::Unit::Millisecond:
        return u"bin(" + name + u", " + kqlTimespan(interval.count) + u')';
    case Interval::Unit::None:
        break;
    }
    return name;
}

} // namespace

tl::unexpected<Error> ClassicQueryWriter::refuseGrouping(int position) const
{
    return m_isJoined ? refuse(position, Words::tr("The rows of a join cannot be grouped."))
                      : refuse(position, Words::tr("A second aggregation is not supported here."));
}

/// What a function of measure is in KQL; \a type becomes that of its values.
Result<QString> ClassicQueryWriter::function(const ClassicMeasure::Function &function, QString &type) const
{
    const QString &name = function.name;
    const std::optional<int> percentile = percentileOf(name);
    const QString ofNumbers = numberFunction(name);
    type = QStringLiteral("real");
    if (name == u"count" && function.argument.empty())
        return QStringLiteral("count()");
    const bool isKnown = percentile || !ofNumbers.isEmpty() || name == u"count" || name == u"countdistinct" ||
                         name == u"min" || name == u"max";
    if (!isKnown)
        return refuse(function.position, Words::tr("The function “%1” is not supported here.").arg(name));
    if (function.argument.empty())
        return refuse(function.position, Words::tr("The function “%1” needs a field.").arg(name));
    const ClassicExpression &argument = function.argument.front();
    const auto looked = expressionWriter().write(argument);
    if (!looked)
        return failure(looked.error());
    if (argument.kind != ClassicExpression::Kind::Field && argument.kind != ClassicExpression::Kind::Call)
        return refuse(argument.position, Words::tr("The function “%1” needs a field.").arg(name));
    const QString presence = kqlPresence(looked->kql, looked->type);
    if (name == u"count")
        return u"countif(" + presence + u')';
    if (name == u"countdistinct")
        return u"dcountif(" + looked->kql + u", " + presence + u')';
    if (name == u"min" || name == u"max") {
        type = looked->type;
        // An empty text is no value, and would be the first of all.
        if (name == u"min" && isClassicText(looked->type))
            return u"minif(" + looked->kql + u", " + presence + u')';
        return name + u'(' + looked->kql + u')';
    }
    if (!looked->type.isEmpty() && !isNumericKqlType(looked->type)) {
        return refuse(function.position,
                      //: %1: a function such as avg; %2: a field’s name
                      Words::tr("“%1” needs numbers, and “%2” holds none.").arg(name, argument.text));
    }
    if (percentile)
        return u"percentile(" + looked->kql + QStringLiteral(", %1)").arg(*percentile);
    return ofNumbers + u'(' + looked->kql + u')';
}

Result<void> ClassicQueryWriter::measure(const ClassicMeasure &measure)
{
    if (m_result.aggregated || m_isJoined)
        return refuseGrouping(measure.functions.front().position);
    QStringList names;
    QStringList assignments;
    QHash<QString, QString> fields;
    for (const ClassicMeasure::Function &each : measure.functions) {
        QString type;
        const auto written = function(each, type);
        if (!written)
            return failure(written.error());
        QString name = each.alias;
        if (name.isEmpty())
            name = measure.functions.size() == 1 ? QStringLiteral("AggregatedValue") : each.written;
        if (names.contains(name))
            return refuse(each.position, Words::tr("The name “%1” is given twice.").arg(name));
        names.append(name);
        fields.insert(name, type);
        assignments.append(kqlName(name) + u" = " + *written);
    }
    m_result.valueFields = names;
    if (const auto grouped = group(measure, assignments); !grouped)
        return grouped;
    for (const QString &name : std::as_const(m_result.groupingFields))
        fields.insert(name, knownType(name));
    m_fields = std::move(fields);
    m_kept.clear();
    m_result.selectedFields.clear();
    m_countStages = m_stages;
    m_result.aggregated = true;
    m_isMeasured = true;
    m_sorted = false;
    return {};
}

/// The field that an interval cuts is the date among the fields that are grouped by; TimeGenerated, where
/// there is none.
Result<void> ClassicQueryWriter::group(const ClassicMeasure &measure, const QStringList &assignments)
{
    std::vector<ClassicField> by = measure.by;
    const bool isCut = measure.interval.unit != Interval::Unit::None;
    const bool hasDate = std::any_of(by.begin(), by.end(), [this](const ClassicField &field) {
        return knownType(field.name) == u"datetime";
    });
    if (isCut && !hasDate)
        by.push_back({classicTimeField, measure.functions.front().position});
    QStringList conditions;
    for (const ClassicField &field : by) {
        const auto type = typeOf(field.name, field.position);
        if (!type)
            return failure(type.error());
        if (m_result.valueFields.contains(field.name) || m_result.groupingFields.contains(field.name))
            return refuse(field.position, Words::tr("The name “%1” is given twice.").arg(field.name));
        m_result.groupingFields.append(field.name);
        conditions.append(kqlPresence(kqlName(field.name), *type));
        if (!isCut || *type != u"datetime")
            continue;
        if (!m_result.intervalField.isEmpty())
            return refuse(field.position, Words::tr("An interval cuts one date, and two are grouped by."));
        m_result.intervalField = field.name;
    }
    if (measure.interval.unit == Interval::Unit::Millisecond)
        m_result.intervalMilliseconds = measure.interval.count;
    QStringList expressions;
    for (const ClassicField &field : by)
        expressions.append(field.name == m_result.intervalField ? cut(field.name, measure.interval)
                                                                : kqlName(field.name));
    // Records without a grouping field are in no group. The documents do not say so: it is our choice.
    if (!conditions.isEmpty())
        m_stages.append(u"where " + conditions.join(QStringLiteral(" and ")));
    m_stages.append(u"summarize " + assignments.join(QStringLiteral(", ")) +
                    (expressions.isEmpty() ? QString() : u" by " + expressions.join(QStringLiteral(", "))));
    return {};
}

Result<void> ClassicQueryWriter::distinct(const ClassicDistinct &distinct)
{
    if (m_result.aggregated || m_isJoined)
        return refuseGrouping(distinct.field.position);
    const QString &field = distinct.field.name;
    const auto type = typeOf(field, distinct.field.position);
    if (!type)
        return failure(type.error());
    m_stages.append(u"where " + kqlPresence(kqlName(field), *type));
    m_stages.append(u"distinct " + kqlName(field));
    m_countStages = m_stages;
    m_result.aggregated = true;
    m_result.groupingFields = {field};
    m_fields = {{field, *type}};
    m_kept.clear();
    m_result.selectedFields.clear();
    m_sorted = false;
    return {};
}

/// A misspelt column would be equal to nothing without a word.
Result<void> ClassicQueryWriter::checkFields(const ClassicFilter &filter) const
{
    if (!filter.field.isEmpty()) {
        if (const auto type = typeOf(filter.field, filter.position); !type)
            return failure(type.error());
    }
    for (const ClassicFilter &operand : filter.operands) {
        if (const auto checked = checkFields(operand); !checked)
            return checked;
    }
    return {};
}

Result<void> ClassicQueryWriter::where(const ClassicWhere &where)
{
    if (!m_isMeasured) {
        return refuse(where.position, Words::tr("“where” stands behind “measure”."),
                      Words::tr("Write a condition on the records in front of the first “|”."));
    }
    if (const auto checked = checkFields(where.filter); !checked)
        return checked;
    KqlTable groups;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        groups.columns.append({field.key(), field.value(), {}});
    const auto condition = ClassicFilterWriter(m_setting, &groups).write(where.filter);
    if (!condition)
        return failure(condition.error());
    if (condition->constant == true)
        return {};
    m_stages.append(u"where " + condition->text);
    m_countStages = m_stages;
    return {};
}

} // namespace sonde
