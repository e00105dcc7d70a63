#include "sandbox/classicjudge/evaluator.h"

#include "core/timezone.h"

#include <algorithm>
#include <cmath>

namespace sonde::classicjudge {

namespace {

const QString timeField = QStringLiteral("TimeGenerated");

double sumOf(const std::vector<double> &numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += number;
    return sum;
}

double deviationOf(const std::vector<double> &numbers)
{
    if (numbers.size() < 2)
        return 0;
    const double mean = sumOf(numbers) / static_cast<double>(numbers.size());
    double squares = 0;
    for (const double number : numbers)
        squares += (number - mean) * (number - mean);
    return std::sqrt(squares / static_cast<double>(numbers.size() - 1));
}

/// The nearest rank.
double percentileOf(std::vector<double> numbers, int percent)
{
    std::sort(numbers.begin(), numbers.end());
    const auto rank = static_cast<std::size_t>(
        std::ceil(static_cast<double>(percent) * static_cast<double>(numbers.size()) / 100.0));
    return numbers.at(std::max<std::size_t>(rank, 1) - 1);
}

} // namespace

void Evaluator::apply(const ClassicCommand &command, Answer &answer)
{
    if (const auto *sort = std::get_if<ClassicSort>(&command)) {
        std::vector<Key> keys;
        for (const ClassicSort::Key &key : sort->keys)
            keys.emplace_back(key.field.name, key.descending);
        sortBy(std::move(keys), answer);
    } else if (const auto *top = std::get_if<ClassicTop>(&command)) {
        cut(answer, 0, static_cast<std::size_t>(top->count));
    } else if (const auto *skip = std::get_if<ClassicSkip>(&command)) {
        cut(answer, static_cast<std::size_t>(skip->count), answer.rows.size());
    } else if (const auto *dedupe = std::get_if<ClassicDedup>(&command)) {
        dedup(dedupe->field.name, answer);
    } else if (const auto *select = std::get_if<ClassicSelect>(&command)) {
        sortByDefault(answer);
        for (Record &row : answer.rows) {
            Record kept;
            for (const ClassicField &field : select->fields)
                kept.insert(field.name, row.value(field.name));
            if (!answer.isAggregated)
                kept.insert(timeField, row.value(timeField));
            row = kept;
        }
    } else if (const auto *distinct = std::get_if<ClassicDistinct>(&command)) {
        ClassicMeasure groups;
        groups.by.push_back(distinct->field);
        measure(groups, answer);
    } else if (const auto *where = std::get_if<ClassicWhere>(&command)) {
        std::erase_if(answer.rows,
                      [this, where](const Record &row) { return !matches(where->filter, row, nullptr); });
    } else if (const auto *extend = std::get_if<ClassicExtend>(&command)) {
        for (Record &row : answer.rows)
            row.insert(extend->alias.name, calculate(extend->expression, row));
    } else if (const auto *given = std::get_if<ClassicMeasure>(&command)) {
        measure(*given, answer);
    } else {
        join(std::get<ClassicJoin>(command), answer);
    }
}

void Evaluator::sortBy(std::vector<Key> keys, Answer &answer)
{
    m_keys = std::move(keys);
    m_isSorted = true;
    std::stable_sort(answer.rows.begin(), answer.rows.end(), [this](const Record &left, const Record &right) {
        for (const auto &[field, isDown] : m_keys) {
            const int sign = compare(left.value(field), right.value(field));
            if (sign != 0)
                return (sign < 0) != isDown;
        }
        return false;
    });
}

/// Newest first; groups by their first value, the largest first, or by their interval.
void Evaluator::sortByDefault(Answer &answer)
{
    if (m_isSorted)
        return;
    if (!answer.isAggregated)
        sortBy({{timeField, true}}, answer);
    else if (!m_cutField.isEmpty())
        sortBy({{m_cutField, true}}, answer);
    else
        sortBy(m_keys, answer);
}

void Evaluator::cut(Answer &answer, std::size_t from, std::size_t count)
{
    sortByDefault(answer);
    const auto isTied = [this, &answer](std::size_t at) {
        return at > 0 && at < answer.rows.size() &&
               std::all_of(m_keys.begin(), m_keys.end(), [&answer, at](const Key &key) {
                   return isSame(answer.rows.at(at - 1).value(key.first),
                                 answer.rows.at(at).value(key.first));
               });
    };
    from = std::min(from, answer.rows.size());
    const std::size_t to = std::min(from + count, answer.rows.size());
    answer.isOpen = answer.isOpen || isTied(from) || isTied(to);
    answer.rows = Records(answer.rows.begin() + static_cast<std::ptrdiff_t>(from),
                          answer.rows.begin() + static_cast<std::ptrdiff_t>(to));
}

void Evaluator::dedup(const QString &field, Answer &answer) const
{
    Records kept;
    for (const Record &row : answer.rows) {
        const Value value = row.value(field);
        if (value.isAbsent())
            continue;
        const auto known = std::find_if(kept.begin(), kept.end(), [&value, &field](const Record &each) {
            return compare(each.value(field), value) == 0;
        });
        if (known == kept.end())
            kept.push_back(row);
        else if (compare(known->value(timeField), row.value(timeField)) < 0)
            *known = row;
    }
    answer.rows = kept;
}

Value Evaluator::cutTime(const Value &time, const ClassicMeasure::Interval &interval) const
{
    using Unit = ClassicMeasure::Interval::Unit;
    const QDate date = toDateTimeUtc(time.ticks).date();
    switch (interval.unit) {
    case Unit::Millisecond:
        return Value::at(time.ticks - time.ticks % (interval.count * ticksPerMillisecond));
    case Unit::Month:
        return Value::at(toTicks(QDateTime(QDate(date.year(), date.month(), 1), QTime(0, 0), utcZone)));
    case Unit::Year:
        return Value::at(toTicks(QDateTime(QDate(date.year(), 1, 1), QTime(0, 0), utcZone)));
    case Unit::None:
        break;
    }
    return time;
}

void Evaluator::measure(const ClassicMeasure &measure, Answer &answer)
{
    std::vector<QString> by;
    for (const ClassicField &field : measure.by)
        by.push_back(field.name);
    const bool hasInterval = measure.interval.unit != ClassicMeasure::Interval::Unit::None;
    if (hasInterval) {
        const auto date = std::find_if(by.begin(), by.end(), [&answer](const QString &field) {
            return std::any_of(answer.rows.begin(), answer.rows.end(), [&field](const Record &row) {
                return row.value(field).kind == Value::Kind::Time;
            });
        });
        m_cutField = date == by.end() ? timeField : *date;
        if (date == by.end())
            by.push_back(timeField);
    }
    std::vector<std::pair<Record, Records>> groups;
    for (const Record &row : answer.rows) {
        Record key;
        for (const QString &field : by) {
            const Value value = row.value(field);
            key.insert(field, hasInterval && field == m_cutField ? cutTime(value, measure.interval) : value);
        }
        if (std::any_of(key.begin(), key.end(), [](const Value &value) { return value.isAbsent(); }))
            continue;
        const auto group = std::find_if(groups.begin(), groups.end(), [&key, &by](const auto &each) {
            return std::all_of(by.begin(), by.end(), [&each, &key](const QString &field) {
                return compare(each.first.value(field), key.value(field)) == 0;
            });
        });
        if (group == groups.end())
            groups.push_back({key, {row}});
        else
            group->second.push_back(row);
    }
    if (by.empty())
        groups = {{{}, answer.rows}};
    m_keys.clear();
    answer.rows.clear();
    for (auto &[key, members] : groups) {
        Record made = key;
        for (const ClassicMeasure::Function &function : measure.functions) {
            const QString unnamed =
                measure.functions.size() == 1 ? QStringLiteral("AggregatedValue") : function.written;
            const QString name = function.alias.isEmpty() ? unnamed : function.alias;
            made.insert(name, aggregate(function, members));
            if (m_keys.empty())
                m_keys = {{name, true}};
        }
        answer.rows.push_back(made);
    }
    if (measure.functions.empty())
        m_keys = {{by.front(), false}};
    for (const ClassicField &field : measure.by)
        answer.groups.append(field.name);
    answer.isAggregated = true;
    m_isSorted = false;
}

Value Evaluator::aggregate(const ClassicMeasure::Function &function, const Records &group) const
{
    if (function.argument.empty())
        return Value::of(static_cast<double>(group.size()));
    std::vector<Value> values;
    std::vector<double> numbers;
    for (const Record &row : group) {
        const Value value = calculate(function.argument.front(), row);
        if (value.isAbsent())
            continue;
        values.push_back(value);
        numbers.push_back(value.number);
    }
    const auto isLess = [](const Value &left, const Value &right) { return compare(left, right) < 0; };
    const QString &name = function.name;
    if (name == u"count")
        return Value::of(static_cast<double>(values.size()));
    if (name == u"sum")
        return Value::of(sumOf(numbers));
    if (name == u"stddev")
        return Value::of(deviationOf(numbers));
    if (name == u"countdistinct") {
        std::sort(values.begin(), values.end(), isLess);
        const auto end = std::unique(values.begin(), values.end(), [](const Value &left, const Value &right) {
            return compare(left, right) == 0;
        });
        return Value::of(static_cast<double>(end - values.begin()));
    }
    if (values.empty())
        return {};
    if (name == u"avg")
        return Value::of(sumOf(numbers) / static_cast<double>(numbers.size()));
    if (name == u"min")
        return *std::min_element(values.begin(), values.end(), isLess);
    if (name == u"max")
        return *std::max_element(values.begin(), values.end(), isLess);
    QString digits = name;
    digits.remove(QLatin1String("percentile")).remove(QLatin1String("pct"));
    return Value::of(percentileOf(numbers, digits.toInt()));
}

void Evaluator::join(const ClassicJoin &join, Answer &answer)
{
    Evaluator other(m_tables, m_now);
    Answer right = other.evaluate(*join.right);
    for (const ClassicCommand &command : join.right->commands) {
        const auto *select = std::get_if<ClassicSelect>(&command);
        const auto isNamed = [](const ClassicField &field) { return field.name == timeField; };
        if (select == nullptr || std::any_of(select->fields.begin(), select->fields.end(), isNamed))
            continue;
        for (Record &row : right.rows)
            row.remove(timeField); // which is kept for the order alone
    }
    answer.isOpen = answer.isOpen || right.isOpen;
    const auto isPair = [&join](const Record &left, const Record &each) {
        const Value key = left.value(join.left.name);
        return !key.isAbsent() && compare(key, each.value(join.rightField.name)) == 0;
    };
    const auto add = [&join](Record &record, const Record &each) {
        for (auto field = each.begin(); field != each.end(); ++field) {
            if (field.key() != join.rightField.name)
                record.insert(field.key() + QLatin1String("_joined"), field.value());
        }
    };
    Records rows;
    for (const Record &left : answer.rows) {
        bool isAlone = true;
        for (const Record &each : right.rows) {
            if (!isPair(left, each))
                continue;
            Record both = left;
            add(both, each);
            rows.push_back(both);
            isAlone = false;
        }
        if (isAlone && join.kind != ClassicJoin::Kind::Inner)
            rows.push_back(left);
    }
    for (const Record &each : right.rows) {
        const bool isAlone = std::none_of(answer.rows.begin(), answer.rows.end(),
                                          [&](const Record &left) { return isPair(left, each); });
        if (!isAlone || join.kind != ClassicJoin::Kind::Outer)
            continue;
        Record only{{join.left.name, each.value(join.rightField.name)}};
        add(only, each);
        rows.push_back(only);
    }
    answer.rows = rows;
    if (m_isSorted)
        sortBy(m_keys, answer);
}

Value Evaluator::calculate(const ClassicExpression &expression, const Record &record) const
{
    switch (expression.kind) {
    case ClassicExpression::Kind::Field:
        return record.value(expression.text);
    case ClassicExpression::Kind::Number:
        return Value::of(expression.text.toDouble());
    case ClassicExpression::Kind::Text:
        return Value::of(expression.text);
    case ClassicExpression::Kind::Date:
        return Value::at(date(expression.text));
    case ClassicExpression::Kind::Call:
        break;
    }
    return call(expression, record);
}

bool Evaluator::isTrue(const ClassicExpression &expression, const Record &record) const
{
    const Value value = calculate(expression, record);
    return value.kind == Value::Kind::Text || value.number != 0;
}

Value Evaluator::choose(const ClassicExpression &call, const Record &record) const
{
    const auto argument = [&](std::size_t i) { return calculate(call.arguments.at(i), record); };
    const auto truth = [&](const ClassicExpression &each) { return isTrue(each, record); };
    if (call.text == u"if")
        return argument(truth(call.arguments.front()) ? 1 : 2);
    if (call.text == u"exists")
        return Value::of(!argument(0).isAbsent());
    if (call.text == u"not")
        return Value::of(!truth(call.arguments.front()));
    if (call.text == u"and")
        return Value::of(std::all_of(call.arguments.begin(), call.arguments.end(), truth));
    if (call.text == u"or")
        return Value::of(std::any_of(call.arguments.begin(), call.arguments.end(), truth));
    if (call.text == u"def") {
        for (std::size_t i = 0; i < call.arguments.size(); ++i) {
            if (const Value value = argument(i); !value.isAbsent())
                return value;
        }
        return {};
    }
    if (call.text == u"map") {
        const Value value = argument(0);
        const bool isIn =
            !value.isAbsent() && value.number >= argument(1).number && value.number <= argument(2).number;
        if (isIn)
            return argument(3);
        return call.arguments.size() == 5 ? argument(4) : value;
    }
    throw Unknown{call.text};
}

Value Evaluator::call(const ClassicExpression &call, const Record &record) const
{
    static const QStringList choices = {
        QStringLiteral("if"), QStringLiteral("exists"), QStringLiteral("not"), QStringLiteral("and"),
        QStringLiteral("or"), QStringLiteral("def"),    QStringLiteral("map")};
    if (choices.contains(call.text))
        return choose(call, record);
    std::vector<double> numbers;
    std::vector<Ticks> times;
    bool isAnyAbsent = false;
    for (const ClassicExpression &each : call.arguments) {
        const Value value = calculate(each, record);
        if (!value.isAbsent()) {
            numbers.push_back(value.number);
            times.push_back(value.ticks);
        }
        isAnyAbsent = isAnyAbsent || value.isAbsent();
    }
    if ((call.text == u"min" || call.text == u"max") && !numbers.empty())
        return Value::of(call.text == u"min" ? *std::min_element(numbers.begin(), numbers.end())
                                             : *std::max_element(numbers.begin(), numbers.end()));
    if (isAnyAbsent)
        return {};
    if (call.text == u"ms") {
        const Ticks from = times.size() == 2 ? times.at(1) : *parseIsoDateTime("1970-01-01");
        const Ticks to = times.empty() ? m_now : times.front();
        return Value::of(static_cast<double>(to - from) / static_cast<double>(ticksPerMillisecond));
    }
    if (call.text == u"sum")
        return Value::of(sumOf(numbers));
    if (call.text == u"product") {
        double product = 1;
        for (const double number : numbers)
            product *= number;
        return Value::of(product);
    }
    const double first = numbers.at(0);
    if (call.text == u"abs")
        return Value::of(std::abs(first));
    if (call.text == u"floor")
        return Value::of(std::floor(first));
    if (call.text == u"ceil")
        return Value::of(std::ceil(first));
    if (call.text == u"sqrt")
        return Value::of(std::sqrt(first));
    if (call.text == u"log")
        return Value::of(std::log10(first));
    if (call.text == u"ln")
        return Value::of(std::log(first));
    const double second = numbers.at(1);
    if (call.text == u"div")
        return Value::of(first / second);
    if (call.text == u"sub")
        return Value::of(first - second);
    if (call.text == u"pow")
        return Value::of(std::pow(first, second));
    if (call.text == u"mod")
        return Value::of(first - second * std::floor(first / second));
    throw Unknown{call.text};
}

} // namespace sonde::classicjudge
