#include "sandbox/classicjudge/searchmaker.h"

#include <algorithm>

namespace sonde::classicjudge {

namespace {

using Kind = Value::Kind;

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', QLatin1String("\\\"")) + u'"';
}

/// A quotation mark behind a backslash, and a backslash at the end, cannot be written.
bool canBeQuoted(const QString &text)
{
    return !text.isEmpty() && !text.contains(QLatin1String("\\\"")) && !text.endsWith(u'\\');
}

bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringView(u"-._").contains(c);
    });
}

QString escapedRegex(const QString &text)
{
    QString all;
    for (const QChar c : text)
        all += c.isLetterOrNumber() || c == u' ' || c == u'_' ? QString(c) : u'\\' + QString(c);
    return all;
}

QStringList termsOf(const QString &text)
{
    QStringList terms;
    QString term;
    const QString closed = text + u' ';
    for (const QChar c : closed) {
        if (c.isLetterOrNumber()) {
            term += c;
        } else if (!term.isEmpty()) {
            terms.append(term);
            term.clear();
        }
    }
    return terms;
}

} // namespace

std::size_t SearchMaker::below(std::size_t count)
{
    return static_cast<std::size_t>(m_random() % count);
}

bool SearchMaker::chance(int percent)
{
    return below(100) < static_cast<std::size_t>(percent);
}

template <typename T>
const T &SearchMaker::oneOf(const std::vector<T> &list)
{
    return list.at(below(list.size()));
}

QString SearchMaker::oneOf(std::initializer_list<const char *> texts)
{
    return QString::fromLatin1(texts.begin()[below(texts.size())]);
}

void SearchMaker::chooseTables()
{
    m_chosen.clear();
    m_fields.clear();
    const std::size_t count = chance(70) ? 1 : 1 + below(m_tables.size());
    while (m_chosen.size() < count) {
        const RecordTable *table = &oneOf(m_tables);
        if (std::find(m_chosen.begin(), m_chosen.end(), table) == m_chosen.end())
            m_chosen.push_back(table);
    }
    for (const RecordTable *table : m_chosen) {
        for (const auto &each : table->fields) {
            const Field field{each.first, each.second};
            const bool isKnown = std::any_of(m_fields.begin(), m_fields.end(), [&field](const Field &known) {
                return known.name == field.name;
            });
            if (!isKnown)
                m_fields.push_back(field);
        }
    }
}

SearchMaker::Field SearchMaker::anyField(bool (*accepts)(const Field &))
{
    Fields some;
    std::copy_if(m_fields.begin(), m_fields.end(), std::back_inserter(some), accepts);
    return some.empty() ? Field{QStringLiteral("TimeGenerated"), Kind::Time} : oneOf(some);
}

Value SearchMaker::valueOf(const QString &field)
{
    for (int i = 0; i < 20; ++i) {
        const RecordTable &table = *oneOf(m_chosen);
        if (const Value value = oneOf(table.rows).value(field); !value.isAbsent())
            return value;
    }
    return {};
}

QString SearchMaker::make()
{
    chooseTables();
    if (m_chosen.size() == 1 && chance(12)) {
        const QString text = join();
        if (!text.contains(QLatin1String(" IN {"), Qt::CaseInsensitive)) // not with a join
            return text;
        chooseTables();
    }
    QString search = filter();
    if (chance(12))
        search += u' ' + subsearch();
    return search + (chance(45) ? groups() : records());
}

QString SearchMaker::filter()
{
    QStringList types;
    for (const RecordTable *table : m_chosen)
        types.append(u"Type" + oneOf({"=", ":"}) + table->name);
    QString search = types.size() == 1 ? types.constFirst() : u'(' + types.join(QLatin1String(" OR ")) + u')';
    if (m_chosen.size() == m_tables.size() && chance(50))
        search = QStringLiteral("*");
    if (chance(70))
        search += oneOf({" ", " AND ", " && "}) + conditions(2);
    return search;
}

QString SearchMaker::conditions(int depth)
{
    QString text;
    const std::size_t count = chance(65) ? 1 : 2;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            text += oneOf({" ", " AND ", " OR ", " && ", " || "});
        if (chance(15))
            text += chance(50) ? QLatin1String("NOT ") : QLatin1String("!");
        text += depth > 0 && chance(20) ? u'(' + conditions(depth - 1) + u')' : condition();
    }
    return text;
}

QString SearchMaker::condition()
{
    if (chance(15))
        return word();
    const Field field = anyField([](const Field &) { return true; });
    const Value value = valueOf(field.name);
    if (field.kind == Kind::Text && canBeQuoted(value.text))
        return textCondition(field, value.text);
    if (field.kind == Kind::Number)
        return numberCondition(field, value.number);
    if (field.kind == Kind::Bool)
        return field.name + oneOf({"=", "!="}) + oneOf({"true", "false"});
    return timeCondition({QStringLiteral("TimeGenerated"), Kind::Time});
}

QString SearchMaker::textCondition(const Field &field, const QString &value)
{
    if (chance(8)) // an absent text is not an empty one
        return absentCondition(field.name);
    const QString written = isPlain(value) && chance(60) ? value : quoted(value);
    const bool isType = field.name == u"Type";
    constexpr std::size_t forTypes[] = {0, 1, 2, 4, 7}; // no regular expressions
    switch (isType ? forTypes[below(5)] : below(10)) {
    case 0:
        return field.name + u"!=" + written;
    case 1: {
        const QString other = valueOf(field.name).text;
        return field.name + (chance(30) ? QStringLiteral(" NOT IN {") : QStringLiteral(" IN {")) + written +
               u", " + (canBeQuoted(other) ? quoted(other) : QStringLiteral("\"none\"")) + u'}';
    }
    case 2:
    case 3:
        return field.name + oneOf({"=", ":"}) + written;
    case 4:
        return field.name + u":contains(" + quoted(value.mid(0, 1 + static_cast<qsizetype>(below(6)))) + u')';
    case 5:
    case 6:
        if (!value.contains(u'@') && !value.contains(u'"'))
            return field.name + oneOf({"=Regex(", ":RegEx("}) + quoted(pattern(value)) + u')';
        return field.name + u"=*";
    default: {
        const QString start = value.left(1 + static_cast<qsizetype>(below(5)));
        const QString end = value.right(1 + static_cast<qsizetype>(below(5)));
        if (!isPlain(start) || !isPlain(end))
            return field.name + u"=*";
        return field.name + oneOf({"=", "!="}) + (chance(50) ? start : QStringLiteral("*")) + u'*' +
               (chance(60) ? end : QString());
    }
    }
}

/// Those that an empty text would meet, or fail.
QString SearchMaker::absentCondition(const QString &field)
{
    if (field == u"Type" || chance(50))
        return field + oneOf({"=\"\"", "!=\"\"", ":contains(\"\")", " IN {\"\", none}", " NOT IN {\"\"}"});
    return field + u":Regex(" + oneOf({"\".*\"", "\"a*\"", "\"@\"", "\"[A-Z]?\"", "\"()\"", "\"x{0,2}\""}) +
           u')';
}

/// A regular expression that \a text may fit.
QString SearchMaker::pattern(const QString &text)
{
    const qsizetype half = text.size() / 2;
    switch (below(5)) {
    case 0:
        return u'^' + escapedRegex(text.left(half)) + QLatin1String(".*");
    case 1:
        return escapedRegex(text.left(half)) + u'@';
    case 2:
        return u'(' + escapedRegex(text) + QLatin1String("|none)");
    case 3:
        return QLatin1String("[A-Za-z0-9]+") + escapedRegex(text.mid(half)) + u'?';
    default:
        return QLatin1String("[^x].{1,") + QString::number(1 + below(20)) + u'}';
    }
}

QString SearchMaker::numberCondition(const Field &field, double value)
{
    const QString number = QString::number(value, 'g', 15);
    switch (below(4)) {
    case 0:
        return field.name + u":[" + number + u".." + QString::number(value + 500, 'g', 15) + u']';
    case 1:
        return field.name + (chance(40) ? QStringLiteral(" not in {") : QStringLiteral(" in {")) + number +
               u",7036}";
    default:
        return field.name + oneOf({"=", "!=", "<", ">", "<=", ">="}) + number;
    }
}

QString SearchMaker::timeCondition(const Field &field)
{
    const QString time = QString::fromStdString(formatIsoDateTime(valueOf(field.name).ticks));
    switch (below(4)) {
    case 0:
        return field.name + oneOf({"<", ">", "<=", ">=", "=", "!="}) + time;
    case 1:
        return field.name + oneOf({":[NOW-20DAYS..NOW-5DAYS]", ":[NOW/DAY-9DAYS..NOW-100HOURS/HOUR]"});
    default:
        return field.name + oneOf({"<", ">"}) +
               oneOf({"NOW-10DAYS", "NOW/DAY-6DAYS", "NOW-240HOURS/DAY+5HOURS", "2026-11-08"});
    }
}

QString SearchMaker::word()
{
    const Field field = anyField([](const Field &each) { return each.kind == Kind::Text; });
    const QStringList terms = termsOf(valueOf(field.name).text);
    if (terms.isEmpty())
        return QStringLiteral("error");
    QString term = terms.at(static_cast<qsizetype>(below(static_cast<std::size_t>(terms.size()))));
    const QString upper = term.toUpper();
    if (upper == u"AND" || upper == u"OR" || upper == u"NOT" || upper == u"IN")
        return QStringLiteral("error");
    if (chance(30))
        term = upper;
    if (chance(20))
        return term.left(1 + static_cast<qsizetype>(below(3))) + u'*';
    if (chance(10))
        return u'*' + term.right(2);
    return chance(20) ? quoted(term) : term;
}

QString SearchMaker::subsearch()
{
    const RecordTable &table = oneOf(m_tables);
    if (chance(20))
        return QStringLiteral("Computer NOT IN {Type=Nothing | measure count() by Computer}");
    const QString measure = u" | measure " + oneOf({"count()", "max(TimeGenerated)"}) + u" by ";
    if (chance(35))
        return u"Type " + oneOf({"IN", "NOT IN"}) + u" {Type=" + table.name + oneOf({" OR ", " "}) +
               u"Computer=W*" + measure + u"Type}";
    QString inner = u"Type=" + table.name + measure + u"Computer";
    if (chance(40))
        inner = u"Type=" + table.name +
                QLatin1String(" | measure count() by Computer | where AggregatedValue>") +
                QString::number(below(20));
    else if (chance(40))
        inner += QLatin1String(" | sort Computer | top 2");
    return u"Computer " + oneOf({"IN", "NOT IN"}) + u" {" + inner + u'}';
}

} // namespace sonde::classicjudge
