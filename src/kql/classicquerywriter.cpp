#include "kql/classicquerywriter.h"

#include "core/kqltext.h"
#include "core/kqltypename.h"
#include "kql/classicfields.h"
#include "kql/classicparser.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

/// The one search in braces, which is an operand of the filter or the filter itself.
const ClassicFilter *subsearchIn(const ClassicFilter &filter)
{
    if (filter.kind == ClassicFilter::Kind::Subsearch)
        return &filter;
    for (const ClassicFilter &operand : filter.operands) {
        if (const ClassicFilter *found = subsearchIn(operand))
            return found;
    }
    return nullptr;
}

void collectFields(const ClassicExpression &expression, QSet<QString> &fields)
{
    if (expression.kind == ClassicExpression::Kind::Field)
        fields.insert(expression.text);
    for (const ClassicExpression &argument : expression.arguments)
        collectFields(argument, fields);
}

ClassicTranslation::SoughtText soughtWord(const ClassicValue &value)
{
    ClassicTranslation::SoughtText sought{{}, value.text, ClassicTranslation::SoughtText::Kind::Word};
    if (value.hasWildcard()) {
        sought.isOpenStart = value.text.startsWith(u'*');
        sought.isOpenEnd = value.text.endsWith(u'*');
        sought.text.remove(u'*');
    }
    return sought;
}

void collectSought(const ClassicFilter &filter, QList<ClassicTranslation::SoughtText> &sought)
{
    using Kind = ClassicTranslation::SoughtText::Kind;
    if (filter.kind == ClassicFilter::Kind::Not)
        return;
    if (filter.kind == ClassicFilter::Kind::Text)
        sought.append(soughtWord(filter.value));
    const bool isPart = filter.comparison == ClassicComparison::Contains;
    const bool isValue = filter.comparison == ClassicComparison::Equal && !filter.value.hasWildcard();
    const bool isType = filter.field == classicTypeField;
    if (filter.kind == ClassicFilter::Kind::Compare && !isType && (isPart || isValue))
        sought.append({filter.field, filter.value.text, isPart ? Kind::Part : Kind::Value});
    for (const ClassicValue &value : filter.values) {
        if (!isType)
            sought.append({filter.field, value.text, Kind::Value});
    }
    for (const ClassicFilter &operand : filter.operands)
        collectSought(operand, sought);
}

} // namespace

QString kqlNames(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted.append(kqlName(name));
    return quoted.join(QStringLiteral(", "));
}

ClassicQueryWriter::ClassicQueryWriter(const QString &search, const QList<KqlTable> &tables, Ticks now,
                                       bool isNowMoving)
    : m_search(search)
    , m_tables(tables)
    , m_setting{search, now, isNowMoving}
{}

tl::unexpected<Error> ClassicQueryWriter::refuse(int position, const QString &message,
                                                 const QString &advice) const
{
    return ClassicParser::refuse(m_search, position, message, advice);
}

Result<ClassicTranslation> ClassicQueryWriter::write(const ParsedSearch &search)
{
    if (const auto written = writeStages(search); !written)
        return failure(written.error());
    sortByDefault();
    if (!m_kept.isEmpty())
        m_stages.append(u"project-away " + kqlNames(m_kept));
    collectSought(search.filter, m_result.sought);
    m_countStages.append(QStringLiteral("count"));
    m_result.kql = m_stages.join(QStringLiteral("\n| "));
    m_result.countKql = m_countStages.join(QStringLiteral("\n| "));
    return std::move(m_result);
}

/// All but the order that a search has where it names none.
Result<void> ClassicQueryWriter::writeStages(const ParsedSearch &search)
{
    if (const auto filter = writeFilter(search); !filter)
        return filter;
    m_countStages = m_stages;
    for (std::size_t i = 0; i < search.commands.size(); ++i) {
        const ClassicCommand &command = search.commands.at(i);
        m_following = std::span(search.commands).subspan(i + 1);
        // `top 10 | skip 200`: the documented reading is ten, starting at 200.
        const bool isTop = std::holds_alternative<ClassicTop>(command);
        if (isTop && i + 1 < search.commands.size() &&
            std::holds_alternative<ClassicSkip>(search.commands.at(i + 1))) {
            ++i;
            if (const auto applied = apply(search.commands.at(i)); !applied)
                return applied;
        }
        if (const auto applied = apply(command); !applied)
            return applied;
    }
    return {};
}

Result<void> ClassicQueryWriter::writeFilter(const ParsedSearch &search)
{
    if (const ClassicFilter *subsearch = subsearchIn(search.filter)) {
        if (const auto added = addSubsearch(*subsearch); !added)
            return added;
    }
    return m_tables.isEmpty() ? writeUnknown(search.filter) : writeKnown(search);
}

/// What the search in braces finds: the groups of its measure.
Result<void> ClassicQueryWriter::addSubsearch(const ClassicFilter &filter)
{
    ClassicQueryWriter inner(m_search, m_tables, m_setting.now, m_setting.isNowMoving);
    inner.m_isInBraces = true;
    if (const auto written = inner.writeStages(*filter.inner); !written)
        return written;
    const QStringList &groups = inner.m_result.groupingFields;
    if (!inner.m_isMeasured || groups.size() != 1 || !inner.m_result.intervalField.isEmpty()) {
        return refuse(
            filter.position,
            Words::tr(
                "The search in braces must end in “measure” by one field, whose values are looked for."),
            Words::tr("Write “| measure count() by Computer” at its end."));
    }
    if (!inner.m_fields.contains(groups.constFirst()))
        return refuse(filter.position,
                      Words::tr("The search in braces leaves out “%1”, whose values are looked for.")
                          .arg(groups.constFirst()));
    inner.m_stages.append(u"project " + kqlName(groups.constFirst()));
    m_setting.subsearch = ClassicSubsearch{inner.m_stages.join(QStringLiteral(" | ")),
                                           inner.m_fields.value(groups.constFirst())};
    return {};
}

/// Against a workspace whose tables are not known: the conditions on Type choose the tables.
Result<void> ClassicQueryWriter::writeUnknown(const ClassicFilter &filter)
{
    const auto [types, rest] = typeChoiceOf(filter);
    m_result.types = types;
    if (types.isEmpty())
        m_stages.append(QStringLiteral("search *"));
    else if (types.size() == 1)
        m_stages.append(kqlName(types.constFirst()));
    else if (m_isInBraces)
        m_stages << kqlName(types.constFirst()) << u"union " + kqlNames(types.mid(1));
    else
        m_stages.append(u"union " + kqlNames(types));
    const auto condition = ClassicFilterWriter(m_setting, nullptr).write(rest);
    if (!condition)
        return failure(condition.error());
    if (!condition->constant || !*condition->constant)
        m_stages.append(u"where " + condition->text);
    return {};
}

Result<void> ClassicQueryWriter::writeKnown(const ParsedSearch &search)
{
    QList<Source> sources;
    for (const KqlTable &table : m_tables) {
        const auto condition = ClassicFilterWriter(m_setting, &table).write(search.filter);
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
    m_fields.insert(classicTypeField, QStringLiteral("string"));
    const QSet<QString> needed = neededFields(search);
    if (sources.size() == 1) {
        m_stages = writeSource(sources.constFirst(), true, {});
        return {};
    }
    // Within a condition the Kusto language service takes the rows outside for one more leg of a union that
    // begins a query.
    if (m_isInBraces)
        m_stages = writeSource(sources.takeFirst(), false, needed);
    QStringList legs;
    for (const Source &source : std::as_const(sources))
        legs.append(u"(" + writeSource(source, false, needed).join(QStringLiteral(" | ")) + u')');
    m_stages.append(u"union " + legs.join(QStringLiteral(", ")));
    return {};
}

/// A field that is a number here and a text there becomes a text everywhere; whole and broken numbers become
/// real.
void ClassicQueryWriter::findConflicts(const QList<Source> &sources)
{
    QHash<QString, QString> types;
    for (const Source &source : sources) {
        for (const KqlColumn &column : source.table->columns) {
            QString &known = types[column.name];
            if (known.isEmpty())
                known = column.type;
            else if (known != column.type) {
                const bool numbers = isNumericKqlType(known) && isNumericKqlType(column.type);
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
QSet<QString> ClassicQueryWriter::neededFields(const ParsedSearch &search) const
{
    QSet<QString> needed = {classicTimeField, classicTypeField};
    for (const ClassicCommand &command : search.commands) {
        if (std::holds_alternative<ClassicJoin>(command))
            return {};
        if (const auto *extend = std::get_if<ClassicExtend>(&command)) {
            collectFields(extend->expression, needed);
        } else if (const auto *dedup = std::get_if<ClassicDedup>(&command)) {
            needed.insert(dedup->field.name);
        } else if (const auto *sort = std::get_if<ClassicSort>(&command)) {
            for (const ClassicSort::Key &key : sort->keys)
                needed.insert(key.field.name);
        } else if (const auto *measure = std::get_if<ClassicMeasure>(&command)) {
            for (const ClassicField &field : measure->by)
                needed.insert(field.name);
            for (const ClassicMeasure::Function &function : measure->functions) {
                for (const ClassicExpression &argument : function.argument)
                    collectFields(argument, needed);
            }
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

QStringList ClassicQueryWriter::alignments(const KqlTable &table, const QSet<QString> &needed) const
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

QStringList ClassicQueryWriter::writeSource(const Source &source, bool alone,
                                            const QSet<QString> &needed) const
{
    QStringList stages = {kqlName(source.table->name)};
    if (!source.condition.isEmpty())
        stages.append(u"where " + source.condition);
    QStringList assignments = alone ? QStringList() : alignments(*source.table, needed);
    if (findColumn(*source.table, classicTypeField) == nullptr)
        assignments.append(classicTypeField + u" = " + kqlString(source.table->name));
    if (!assignments.isEmpty())
        stages.append(u"extend " + assignments.join(QStringLiteral(", ")));
    if (!needed.isEmpty()) {
        QStringList kept;
        for (const KqlColumn &column : source.table->columns) {
            if (needed.contains(column.name))
                kept.append(column.name);
        }
        if (!kept.contains(classicTypeField))
            kept.append(classicTypeField);
        stages.append(u"project " + kqlNames(kept));
    }
    return stages;
}

Result<void> ClassicQueryWriter::apply(const ClassicCommand &command)
{
    if (const auto *given = std::get_if<ClassicMeasure>(&command))
        return measure(*given);
    if (const auto *given = std::get_if<ClassicDistinct>(&command))
        return distinct(*given);
    if (const auto *given = std::get_if<ClassicWhere>(&command))
        return where(*given);
    if (const auto *given = std::get_if<ClassicSelect>(&command))
        return select(*given);
    if (const auto *given = std::get_if<ClassicSort>(&command))
        return sort(*given);
    if (const auto *given = std::get_if<ClassicSkip>(&command))
        return skip(*given);
    if (const auto *given = std::get_if<ClassicDedup>(&command))
        return dedup(*given);
    if (const auto *given = std::get_if<ClassicExtend>(&command))
        return extend(*given);
    if (const auto *given = std::get_if<ClassicJoin>(&command))
        return join(*given);
    top(std::get<ClassicTop>(command));
    return {};
}

/// Empty where it is not known.
QString ClassicQueryWriter::knownType(const QString &field) const
{
    const QString type = m_fields.value(field);
    return type.isEmpty() && field == classicTimeField ? QStringLiteral("datetime") : type;
}

/// The same, of a field that has to be at hand.
Result<QString> ClassicQueryWriter::typeOf(const QString &field, int position) const
{
    if (m_fields.isEmpty() || m_fields.contains(field))
        return knownType(field);
    if (!m_result.selectedFields.isEmpty())
        return refuse(position, Words::tr("“select” leaves out “%1”.").arg(field));
    return refuse(position, Words::tr("None of the tables that are read has a field “%1”.").arg(field),
                  Words::tr("Check its spelling; field names are case-sensitive."));
}

/// \a name, with as many underscores behind it as it takes to be no field’s.
QString ClassicQueryWriter::freeName(QString name) const
{
    while (isTaken(name))
        name += u'_';
    return name;
}

bool ClassicQueryWriter::isTaken(const QString &name) const
{
    return m_fields.contains(name) || m_kept.contains(name);
}

ClassicExpressionWriter ClassicQueryWriter::expressionWriter() const
{
    return {m_search, [this](const QString &field, int position) { return typeOf(field, position); },
            m_setting.now, m_setting.isNowMoving};
}

} // namespace sonde
