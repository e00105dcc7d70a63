#include "sandbox/classicjudge/evaluator.h"

#include <QRegularExpression>
#include <algorithm>

namespace sonde::classicjudge {

namespace {

using Kind = ClassicFilter::Kind;

bool isTermCharacter(QChar c)
{
    return c.isLetterOrNumber();
}

/// Whether \a word stands in \a text, with the border of a term where \a whole asks for one.
bool hasWord(const QString &text, const QString &word, bool wholeStart, bool wholeEnd)
{
    const QString hay = text.toLower();
    const QString needle = word.toLower();
    for (qsizetype at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
        const qsizetype end = at + needle.size();
        const bool goesOnBefore =
            at > 0 && isTermCharacter(hay.at(at - 1)) && isTermCharacter(needle.front());
        const bool goesOnBehind =
            end < hay.size() && isTermCharacter(hay.at(end)) && isTermCharacter(needle.back());
        if (!(wholeStart && goesOnBefore) && !(wholeEnd && goesOnBehind))
            return true;
    }
    return false;
}

/// Stars stand for any text.
bool fits(QStringView text, QStringView pattern)
{
    if (pattern.isEmpty())
        return text.isEmpty();
    if (pattern.front() != u'*')
        return !text.isEmpty() && text.front() == pattern.front() && fits(text.mid(1), pattern.mid(1));
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (fits(text.mid(i), pattern.mid(1)))
            return true;
    }
    return false;
}

} // namespace

Answer Evaluator::evaluate(const ParsedSearch &search)
{
    Answer answer;
    for (const RecordTable &table : m_tables) {
        for (const Record &record : table.rows) {
            if (matches(search.filter, record, &table))
                answer.rows.push_back(record);
        }
    }
    for (std::size_t i = 0; i < search.commands.size(); ++i) {
        const bool isSwapped = std::holds_alternative<ClassicTop>(search.commands.at(i)) &&
                               i + 1 < search.commands.size() &&
                               std::holds_alternative<ClassicSkip>(search.commands.at(i + 1));
        if (isSwapped) {
            apply(search.commands.at(i + 1), answer);
            apply(search.commands.at(i), answer);
            ++i;
        } else {
            apply(search.commands.at(i), answer);
        }
    }
    sortByDefault(answer);
    for (const Key &key : m_keys)
        answer.order.append(key.first);
    return answer;
}

/// Without a table the record is a group of measure.
bool Evaluator::matches(const ClassicFilter &filter, const Record &record, const RecordTable *table)
{
    const auto holds = [this, &record, table](const ClassicFilter &operand) {
        return matches(operand, record, table);
    };
    switch (filter.kind) {
    case Kind::All:
        return true;
    case Kind::And:
        return std::all_of(filter.operands.begin(), filter.operands.end(), holds);
    case Kind::Or:
        return std::any_of(filter.operands.begin(), filter.operands.end(), holds);
    case Kind::Not:
        return !holds(filter.operands.front());
    case Kind::Text:
        return isFound(filter, record, table);
    case Kind::Compare:
        return comparesTo(filter, record.value(filter.field));
    case Kind::Range: {
        const Value value = record.value(filter.field);
        return !value.isAbsent() && compare(value, typed(filter.value, value.kind)) >= 0 &&
               compare(value, typed(filter.upper, value.kind)) <= 0;
    }
    case Kind::List:
        return std::any_of(filter.values.begin(), filter.values.end(),
                           [&filter, &record, this](const ClassicValue &each) {
                               return isEqualTo(filter, each, record.value(filter.field));
                           });
    case Kind::Subsearch:
        return isInSubsearch(filter, record.value(filter.field));
    }
    return false;
}

/// A free word, in any field that the table keeps.
bool Evaluator::isFound(const ClassicFilter &filter, const Record &record, const RecordTable *table) const
{
    QString word = filter.value.text;
    const bool isOpenStart = filter.value.hasWildcard() && word.startsWith(u'*');
    const bool isOpenEnd = filter.value.hasWildcard() && word.endsWith(u'*');
    if (filter.value.hasWildcard())
        word.remove(u'*');
    return std::any_of(table->fields.begin(), table->fields.end(), [&](const auto &field) {
        return hasWord(textOf(record.value(field.first)), word, !isOpenStart, !isOpenEnd);
    });
}

bool Evaluator::isEqualTo(const ClassicFilter &filter, const ClassicValue &written, const Value &value) const
{
    if (value.isAbsent())
        return false;
    if (written.hasWildcard() && filter.kind == Kind::Compare)
        return fits(textOf(value), written.text);
    return compare(value, typed(written, value.kind)) == 0;
}

bool Evaluator::comparesTo(const ClassicFilter &filter, const Value &value) const
{
    switch (filter.comparison) {
    case ClassicComparison::Equal:
        return isEqualTo(filter, filter.value, value);
    case ClassicComparison::NotEqual:
        return !isEqualTo(filter, filter.value, value);
    case ClassicComparison::Contains:
        return !value.isAbsent() && value.text.contains(filter.value.text);
    case ClassicComparison::Regex: {
        QString pattern = filter.value.text;
        if (pattern.startsWith(u'^'))
            pattern.remove(0, 1);
        pattern.replace(u'@', QLatin1String(".*"));
        return !value.isAbsent() &&
               QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value.text).hasMatch();
    }
    default:
        break;
    }
    if (value.isAbsent())
        return false;
    const int sign = compare(value, typed(filter.value, value.kind));
    switch (filter.comparison) {
    case ClassicComparison::Less:
        return sign < 0;
    case ClassicComparison::LessOrEqual:
        return sign <= 0;
    case ClassicComparison::Greater:
        return sign > 0;
    default:
        return sign >= 0;
    }
}

bool Evaluator::isInSubsearch(const ClassicFilter &filter, const Value &value)
{
    if (!m_inner)
        m_inner = std::make_shared<Answer>(Evaluator(m_tables, m_now).evaluate(*filter.inner));
    if (m_inner->groups.size() != 1)
        throw Unknown{QStringLiteral("a search in braces without a group")};
    const QString field = m_inner->groups.constFirst();
    return !value.isAbsent() &&
           std::any_of(m_inner->rows.begin(), m_inner->rows.end(),
                       [&value, &field](const Record &row) { return compare(row.value(field), value) == 0; });
}

Value Evaluator::typed(const ClassicValue &written, Value::Kind kind) const
{
    switch (kind) {
    case Value::Kind::Bool:
        return Value::of(written.text.toLower() == u"true");
    case Value::Kind::Number:
        return Value::of(written.text.toDouble());
    case Value::Kind::Time:
        return Value::at(date(written.text));
    case Value::Kind::Absent:
    case Value::Kind::Text:
        break;
    }
    return Value::of(written.text);
}

/// A date, or NOW with its steps of days and hours.
Ticks Evaluator::date(const QString &text) const
{
    if (!text.startsWith(u"NOW"))
        return *parseIsoDateTime(text.toStdString());
    static const QRegularExpression step(QStringLiteral("([-+/])(\\d*)(HOUR|DAY)S?"));
    constexpr Ticks hour = 60 * ticksPerMinute;
    Ticks time = m_now;
    QString rest = text.mid(3);
    while (!rest.isEmpty()) {
        const QRegularExpressionMatch match = step.match(rest, 0, QRegularExpression::NormalMatch,
                                                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            throw Unknown{text};
        const Ticks unit = match.captured(3) == u"DAY" ? 24 * hour : hour;
        if (match.captured(1) == u"/")
            time -= time % unit;
        else
            time += (match.captured(1) == u"-" ? -unit : unit) * match.captured(2).toLongLong();
        rest.remove(0, match.capturedLength());
    }
    return time;
}

} // namespace sonde::classicjudge
