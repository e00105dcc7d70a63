#include "kql/classictranslator.h"

#include "core/kqltext.h"
#include "core/ticks.h"
#include "kql/classicfilterwriter.h"
#include "kql/classicparser.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

const QString timeField = QStringLiteral("TimeGenerated");
const QString typeField = QStringLiteral("Type");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

QString kqlNames(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted.append(kqlName(name));
    return quoted.join(QStringLiteral(", "));
}

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

/// One table that the search reads, with the condition its rows must meet.
struct Source
{
    const KqlTable *table = nullptr;
    QString condition; ///< empty: all rows
};

const KqlColumn *findColumn(const KqlTable &table, const QString &name)
{
    const auto found = std::find_if(table.columns.cbegin(), table.columns.cend(),
                                    [&name](const KqlColumn &column) { return column.name == name; });
    return found == table.columns.cend() ? nullptr : &*found;
}

bool isNumeric(const QString &type)
{
    return type == u"int" || type == u"long" || type == u"real" || type == u"decimal";
}

/// Whether the filter says nothing but which types are meant, and which.
bool isTypeChoice(const ClassicFilter &filter, QStringList &types)
{
    if (filter.kind == ClassicFilter::Kind::Or) {
        return std::all_of(filter.operands.cbegin(), filter.operands.cend(),
                           [&types](const ClassicFilter &operand) { return isTypeChoice(operand, types); });
    }
    if (filter.kind != ClassicFilter::Kind::Compare || filter.field != typeField ||
        filter.comparison != ClassicComparison::Equal || filter.value.hasWildcard())
        return false;
    types.append(filter.value.text);
    return true;
}

/// Writes one search; used once.
class Translation
{
public:
    Translation(const QString &search, const QList<KqlTable> &tables, Ticks now, ClassicNow kindOfNow)
        : m_search(search)
        , m_tables(tables)
        , m_now(now)
        , m_kindOfNow(kindOfNow)
    {}

    Result<ClassicTranslation> run(const ParsedSearch &search);

private:
    Result<void> writeKnown(const ParsedSearch &search);
    Result<void> writeUnknown(const ClassicFilter &filter);
    QSet<QString> neededFields(const ParsedSearch &search) const;
    QString writeSource(const Source &source, bool alone, const QSet<QString> &needed) const;
    QStringList alignments(const KqlTable &table, const QSet<QString> &needed) const;
    void findConflicts(const QList<Source> &sources);

    Result<void> apply(const ClassicCommand &command);
    Result<void> measure(const ClassicMeasure &measure);
    Result<QString> function(const ClassicMeasure::Function &function) const;
    Result<void> distinct(const ClassicDistinct &distinct);
    Result<void> select(const ClassicSelect &select);
    Result<void> sort(const ClassicSort &sort);
    void top(const ClassicTop &top);
    void sortByDefault();
    void sortBy(QList<ClassicTranslation::SortKey> keys);
    Result<QString> typeOf(const QString &field, int position) const;
    QString presence(const QString &field, const QString &type) const;
    tl::unexpected<Error> refuse(int position, const QString &message, const QString &advice = {}) const
    {
        return ClassicParser::refuse(m_search, position, message, advice);
    }

    const QString &m_search;
    const QList<KqlTable> &m_tables;
    Ticks m_now;
    ClassicNow m_kindOfNow;
    ClassicTranslation m_result;
    QHash<QString, QString>
        m_fields; ///< the fields at hand and their types; empty where tables are not known
    QHash<QString, QString>
        m_conflicts; ///< fields of several types in the tables read, and the type all become
    QStringList m_stages;
    QStringList m_countStages;
    bool m_sorted = false;
};

Result<ClassicTranslation> Translation::run(const ParsedSearch &search)
{
    const auto base = m_tables.isEmpty() ? writeUnknown(search.filter) : writeKnown(search);
    if (!base)
        return failure(base.error());
    m_countStages = m_stages;
    for (const ClassicCommand &command : search.commands) {
        if (const auto applied = apply(command); !applied)
            return failure(applied.error());
    }
    sortByDefault();
    m_countStages.append(QStringLiteral("count"));
    m_result.kql = m_stages.join(QStringLiteral("\n| "));
    m_result.countKql = m_countStages.join(QStringLiteral("\n| "));
    return std::move(m_result);
}

/// Against a workspace whose tables are not known: the conditions on Type choose the tables.
Result<void> Translation::writeUnknown(const ClassicFilter &filter)
{
    ClassicFilter rest = filter;
    if (rest.kind == ClassicFilter::Kind::Compare || rest.kind == ClassicFilter::Kind::Or) {
        ClassicFilter list;
        list.kind = ClassicFilter::Kind::And;
        list.operands.push_back(std::move(rest));
        rest = std::move(list);
    }
    QStringList types;
    if (rest.kind == ClassicFilter::Kind::And) {
        const auto choice =
            std::find_if(rest.operands.begin(), rest.operands.end(), [](const ClassicFilter &operand) {
                QStringList named;
                return isTypeChoice(operand, named);
            });
        if (choice != rest.operands.end()) {
            isTypeChoice(*choice, types);
            types.removeDuplicates();
            rest.operands.erase(choice);
        }
    }
    m_result.types = types;
    if (types.isEmpty())
        m_stages.append(QStringLiteral("search *"));
    else if (types.size() == 1)
        m_stages.append(kqlName(types.constFirst()));
    else
        m_stages.append(u"union " + kqlNames(types));
    const auto condition =
        ClassicFilterWriter(m_search, nullptr, m_now, m_kindOfNow == ClassicNow::Moving).write(rest);
    if (!condition)
        return failure(condition.error());
    if (!condition->constant || !*condition->constant)
        m_stages.append(u"where " + condition->text);
    return {};
}

Result<void> Translation::writeKnown(const ParsedSearch &search)
{
    QList<Source> sources;
    for (const KqlTable &table : m_tables) {
        const auto condition = ClassicFilterWriter(m_search, &table, m_now, m_kindOfNow == ClassicNow::Moving)
                                   .write(search.filter);
        if (!condition)
            return failure(condition.error());
        if (condition->constant == false)
            continue;
        sources.append({&table, condition->constant ? QString() : condition->text});
    }
    if (sources.isEmpty()) // nothing can match: no rows, but all of one table's columns
        sources.append({&m_tables.constFirst(), QStringLiteral("false")});
    findConflicts(sources);
    for (const Source &source : sources) {
        m_result.types.append(source.table->name);
        for (const KqlColumn &column : source.table->columns)
            m_fields.insert(column.name, m_conflicts.value(column.name, column.type));
    }
    m_fields.insert(typeField, QStringLiteral("string"));
    const QSet<QString> needed = neededFields(search);
    if (sources.size() == 1) {
        m_stages.append(writeSource(sources.constFirst(), true, {}));
        return {};
    }
    QStringList legs;
    for (const Source &source : sources)
        legs.append(u"(" + writeSource(source, false, needed) + u')');
    m_stages.append(u"union " + legs.join(QStringLiteral(", ")));
    return {};
}

/// A field that is a number here and a text there becomes a text everywhere; whole and broken numbers become
/// real.
void Translation::findConflicts(const QList<Source> &sources)
{
    QHash<QString, QString> types;
    for (const Source &source : sources) {
        for (const KqlColumn &column : source.table->columns) {
            QString &known = types[column.name];
            if (known.isEmpty())
                known = column.type;
            else if (known != column.type) {
                const bool numbers = isNumeric(known) && isNumeric(column.type);
                known = numbers && known != u"decimal" && column.type != u"decimal"
                            ? QStringLiteral("real")
                            : QStringLiteral("string");
                m_conflicts.insert(column.name, known);
            }
        }
    }
    for (auto conflict = m_conflicts.begin(); conflict != m_conflicts.end(); ++conflict)
        conflict.value() = types.value(conflict.key());
}

/// The fields that the rest of the search looks at; empty where it shows whole records.
QSet<QString> Translation::neededFields(const ParsedSearch &search) const
{
    QSet<QString> needed = {timeField, typeField};
    for (const ClassicCommand &command : search.commands) {
        if (const auto *sort = std::get_if<ClassicSort>(&command)) {
            for (const ClassicSort::Key &key : sort->keys)
                needed.insert(key.field.name);
        } else if (const auto *measure = std::get_if<ClassicMeasure>(&command)) {
            for (const ClassicField &field : measure->by)
                needed.insert(field.name);
            for (const ClassicMeasure::Function &function : measure->functions)
                needed.insert(function.field);
            return needed;
        } else if (const auto *distinct = std::get_if<ClassicDistinct>(&command)) {
            return needed << distinct->field.name;
        } else if (const auto *select = std::get_if<ClassicSelect>(&command)) {
            for (const ClassicField &field : select->fields)
                needed.insert(field.name);
            return needed;
        }
    }
    return {};
}

QStringList Translation::alignments(const KqlTable &table, const QSet<QString> &needed) const
{
    QStringList assignments;
    for (const KqlColumn &column : table.columns) {
        const QString target = m_conflicts.value(column.name, column.type);
        if (target == column.type || (!needed.isEmpty() && !needed.contains(column.name)))
            continue;
        const QString name = kqlName(column.name);
        const QString convert = target == u"real" ? QStringLiteral("todouble(") : QStringLiteral("tostring(");
        assignments.append(name + u" = " + convert + name + u')');
    }
    return assignments;
}

QString Translation::writeSource(const Source &source, bool alone, const QSet<QString> &needed) const
{
    QStringList stages = {kqlName(source.table->name)};
    if (!source.condition.isEmpty())
        stages.append(u"where " + source.condition);
    QStringList assignments = alone ? QStringList() : alignments(*source.table, needed);
    if (findColumn(*source.table, typeField) == nullptr)
        assignments.append(typeField + u" = " + kqlString(source.table->name));
    if (!assignments.isEmpty())
        stages.append(u"extend " + assignments.join(QStringLiteral(", ")));
    if (!needed.isEmpty()) {
        QStringList kept;
        for (const KqlColumn &column : source.table->columns) {
            if (needed.contains(column.name))
                kept.append(column.name);
        }
        if (!kept.contains(typeField))
            kept.append(typeField);
        stages.append(u"project " + kqlNames(kept));
    }
    return stages.join(alone ? QStringLiteral("\n| ") : QStringLiteral(" | "));
}

Result<void> Translation::apply(const ClassicCommand &command)
{
    if (const auto *given = std::get_if<ClassicMeasure>(&command))
        return measure(*given);
    if (const auto *given = std::get_if<ClassicDistinct>(&command))
        return distinct(*given);
    if (const auto *given = std::get_if<ClassicSelect>(&command))
        return select(*given);
    if (const auto *given = std::get_if<ClassicSort>(&command))
        return sort(*given);
    top(std::get<ClassicTop>(command));
    return {};
}

/// Empty where the tables are not known.
Result<QString> Translation::typeOf(const QString &field, int position) const
{
    if (m_fields.isEmpty())
        return QString();
    const auto known = m_fields.constFind(field);
    if (known == m_fields.cend())
        return refuse(position, Words::tr("None of the tables that are read has a field “%1”.").arg(field),
                      Words::tr("Check its spelling; field names are case-sensitive."));
    return *known;
}

/// The condition that a record has the field: absent fields are null or, as text, empty.
QString Translation::presence(const QString &field, const QString &type) const
{
    const bool unknown = type.isEmpty() && field != timeField;
    const bool textual = unknown || type == u"string" || type == u"dynamic";
    return (textual ? QStringLiteral("isnotempty(") : QStringLiteral("isnotnull(")) + kqlName(field) + u')';
}

Result<QString> Translation::function(const ClassicMeasure::Function &function) const
{
    if (function.name == u"count" && function.field.isEmpty())
        return QStringLiteral("count()");
    static const QStringList known = {QStringLiteral("count"), QStringLiteral("sum"),
                                      QStringLiteral("avg"),   QStringLiteral("min"),
                                      QStringLiteral("max"),   QStringLiteral("countdistinct")};
    if (!known.contains(function.name))
        return refuse(function.position,
                      Words::tr("The function “%1” is not supported here.").arg(function.name));
    if (function.field.isEmpty())
        return refuse(function.position, Words::tr("The function “%1” needs a field.").arg(function.name));
    const auto type = typeOf(function.field, function.position);
    if (!type)
        return failure(type.error());
    const QString field = kqlName(function.field);
    if (function.name == u"count")
        return u"countif(" + presence(function.field, *type) + u')';
    if (function.name == u"countdistinct")
        return u"dcountif(" + field + u", " + presence(function.field, *type) + u')';
    if (!type->isEmpty() && !isNumeric(*type) && (function.name == u"sum" || function.name == u"avg")) {
        return refuse(
            function.position,
            //: %1: a function such as avg; %2: a field’s name
            Words::tr("“%1” needs numbers, and “%2” holds none.").arg(function.name, function.field));
    }
    return function.name + u'(' + field + u')';
}

Result<void> Translation::measure(const ClassicMeasure &measure)
{
    if (m_result.aggregated)
        return refuse(measure.functions.front().position,
                      Words::tr("A second aggregation is not supported here."));
    QStringList names;
    QStringList assignments;
    for (const ClassicMeasure::Function &each : measure.functions) {
        const auto written = function(each);
        if (!written)
            return failure(written.error());
        QString name = each.alias;
        if (name.isEmpty())
            name = measure.functions.size() == 1 ? QStringLiteral("AggregatedValue") : each.written;
        if (names.contains(name))
            return refuse(each.position, Words::tr("The name “%1” is given twice.").arg(name));
        names.append(name);
        assignments.append(kqlName(name) + u" = " + *written);
    }
    QStringList groups;
    QStringList conditions;
    QStringList expressions;
    const qint64 interval = measure.intervalMilliseconds;
    const QString step = kqlTimespan(interval);
    std::vector<ClassicField> by = measure.by;
    const auto isTime = [](const ClassicField &field) { return field.name == timeField; };
    if (interval > 0 && std::none_of(by.cbegin(), by.cend(), isTime))
        by.push_back({timeField, measure.functions.front().position});
    for (const ClassicField &field : by) {
        const auto type = typeOf(field.name, field.position);
        if (!type)
            return failure(type.error());
        if (names.contains(field.name) || groups.contains(field.name))
            return refuse(field.position, Words::tr("The name “%1” is given twice.").arg(field.name));
        groups.append(field.name);
        conditions.append(presence(field.name, *type));
        const QString name = kqlName(field.name);
        expressions.append(interval > 0 && isTime(field) ? u"bin(" + name + u", " + step + u')' : name);
    }
    // Records without a grouping field are in no group. The documents do not say so: it is our choice.
    if (!conditions.isEmpty())
        m_stages.append(u"where " + conditions.join(QStringLiteral(" and ")));
    m_stages.append(u"summarize " + assignments.join(QStringLiteral(", ")) +
                    (expressions.isEmpty() ? QString() : u" by " + expressions.join(QStringLiteral(", "))));
    m_countStages = m_stages;
    m_result.aggregated = true;
    m_result.valueFields = names;
    m_result.groupingFields = groups;
    if (interval > 0) {
        m_result.intervalField = timeField;
        m_result.intervalSeconds = interval / 1000;
    }
    QHash<QString, QString> fields;
    for (const QString &name : std::as_const(groups))
        fields.insert(name, m_fields.value(name));
    for (const QString &name : std::as_const(names))
        fields.insert(name, QStringLiteral("real"));
    if (!m_fields.isEmpty())
        m_fields = std::move(fields);
    m_sorted = false;
    return {};
}

Result<void> Translation::distinct(const ClassicDistinct &distinct)
{
    if (m_result.aggregated)
        return refuse(distinct.field.position, Words::tr("A second aggregation is not supported here."));
    const QString &field = distinct.field.name;
    const auto type = typeOf(field, distinct.field.position);
    if (!type)
        return failure(type.error());
    m_stages.append(u"where " + presence(field, *type));
    m_stages.append(u"distinct " + kqlName(field));
    m_countStages = m_stages;
    m_result.aggregated = true;
    m_result.groupingFields = {field};
    if (!m_fields.isEmpty())
        m_fields = {{field, *type}};
    m_sorted = false;
    return {};
}

/// Of a raw answer TimeGenerated and Type stay at hand: every classic record names them in its __metadata.
Result<void> Translation::select(const ClassicSelect &select)
{
    QStringList names;
    for (const ClassicField &field : select.fields) {
        if (const auto type = typeOf(field.name, field.position); !type)
            return failure(type.error());
        if (!names.contains(field.name))
            names.append(field.name);
    }
    sortByDefault();
    m_result.selectedFields = names;
    if (!m_result.aggregated && !m_fields.isEmpty()) {
        for (const QString &name : {timeField, typeField}) {
            if (!names.contains(name) && m_fields.contains(name))
                names.append(name);
        }
    }
    m_stages.append(u"project " + kqlNames(names));
    if (!m_fields.isEmpty()) {
        QHash<QString, QString> kept;
        for (const QString &name : std::as_const(names))
            kept.insert(name, m_fields.value(name));
        m_fields = std::move(kept);
    }
    return {};
}

Result<void> Translation::sort(const ClassicSort &sort)
{
    QList<ClassicTranslation::SortKey> keys;
    for (const ClassicSort::Key &key : sort.keys) {
        if (const auto type = typeOf(key.field.name, key.field.position); !type)
            return failure(type.error());
        keys.append({key.field.name, key.descending});
    }
    sortBy(std::move(keys));
    return {};
}

void Translation::sortBy(QList<ClassicTranslation::SortKey> keys)
{
    QStringList written;
    for (const ClassicTranslation::SortKey &key : std::as_const(keys))
        written.append(kqlName(key.field) + QStringView(key.descending ? u" desc" : u" asc"));
    m_stages.append(u"sort by " + written.join(QStringLiteral(", ")));
    m_result.sort = std::move(keys);
    m_sorted = true;
}

void Translation::top(const ClassicTop &top)
{
    sortByDefault();
    m_stages.append(QStringLiteral("take %1").arg(top.count));
    m_result.top = m_result.top ? std::min(*m_result.top, top.count) : top.count;
}

/// Newest first; groups by their first value, largest first, or by the steps of an interval, newest first.
void Translation::sortByDefault()
{
    if (m_sorted)
        return;
    if (!m_result.aggregated || !m_result.intervalField.isEmpty())
        sortBy({{timeField, true}});
    else if (m_result.groupingFields.isEmpty())
        m_sorted = true; // one row
    else if (!m_result.valueFields.isEmpty())
        sortBy({{m_result.valueFields.constFirst(), true}});
    else
        sortBy({{m_result.groupingFields.constFirst(), false}});
}

} // namespace

ClassicTranslator::ClassicTranslator(QList<KqlTable> tables)
    : m_tables(std::move(tables))
{}

Result<ClassicTranslation> ClassicTranslator::translate(const QString &search, const QDateTime &nowUtc,
                                                        ClassicNow now) const
{
    const auto parsed = ClassicParser(search).parse();
    if (!parsed)
        return failure(parsed.error());
    return Translation(search, m_tables, toTicks(nowUtc), now).run(*parsed);
}

} // namespace sonde
