#include "kql/classicquerywriter.h"

#include "core/kqltext.h"
#include "kql/classicfields.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

/// The first of \a joined that is calculated with; empty: none is.
QString joinedFieldIn(const ClassicExpression &expression, const QSet<QString> &joined)
{
    if (expression.kind == ClassicExpression::Kind::Field && joined.contains(expression.text))
        return expression.text;
    for (const ClassicExpression &argument : expression.arguments) {
        if (const QString found = joinedFieldIn(argument, joined); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

/// Of a raw answer TimeGenerated and Type stay at hand: every classic record names them in its __metadata.
Result<void> ClassicQueryWriter::select(const ClassicSelect &select)
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
    if (!m_result.aggregated && !m_tables.isEmpty()) {
        for (const QString &name : {classicTimeField, classicTypeField}) {
            if (!names.contains(name) && m_fields.contains(name))
                names.append(name);
        }
    }
    m_kept = keptForOrder(names);
    m_stages.append(u"project " + kqlNames(names + m_kept));
    QHash<QString, QString> left;
    for (const QString &name : std::as_const(names))
        left.insert(name, knownType(name));
    m_fields = std::move(left);
    return {};
}

/// What the records are sorted by once more: the rows of a join and of a dedup come in no order.
QStringList ClassicQueryWriter::keptForOrder(const QStringList &selected) const
{
    QStringList kept;
    const auto keep = [this, &selected, &kept](const QString &name) {
        if ((m_fields.isEmpty() || isTaken(name)) && !selected.contains(name) && !kept.contains(name))
            kept.append(name);
    };
    for (const ClassicCommand &command : m_following) {
        if (std::holds_alternative<ClassicMeasure>(command) ||
            std::holds_alternative<ClassicDistinct>(command))
            break;
        if (std::holds_alternative<ClassicDedup>(command))
            keep(classicTimeField);
        if (!std::holds_alternative<ClassicJoin>(command))
            continue;
        for (const ClassicTranslation::SortKey &key : m_result.sort)
            keep(key.field);
    }
    return kept;
}

Result<void> ClassicQueryWriter::sort(const ClassicSort &sort)
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

void ClassicQueryWriter::sortBy(QList<ClassicTranslation::SortKey> keys)
{
    QStringList written;
    for (const ClassicTranslation::SortKey &key : std::as_const(keys))
        written.append(kqlName(key.field) + QStringView(key.descending ? u" desc" : u" asc"));
    m_stages.append(u"sort by " + written.join(QStringLiteral(", ")));
    m_result.sort = std::move(keys);
    m_sorted = true;
}

/// Records are counted off in their order.
Result<void> ClassicQueryWriter::skip(const ClassicSkip &skip)
{
    if (m_result.top) {
        return refuse(skip.position, Words::tr("“skip” stands before “top” or right behind it."));
    }
    sortByDefault();
    const QString row = freeName(QStringLiteral("row_to_skip"));
    m_stages.append(u"extend " + row + u" = row_number()");
    m_stages.append(u"where " + row + u" > " + QString::number(skip.count));
    m_stages.append(u"project-away " + row);
    return {};
}

bool ClassicQueryWriter::isNewestFirst() const
{
    return m_result.sort.isEmpty() ||
           (m_result.sort.constFirst().field == classicTimeField && m_result.sort.constFirst().descending);
}

/// The first record of each value is the newest; those without the field have no value.
Result<void> ClassicQueryWriter::dedup(const ClassicDedup &dedup)
{
    const auto &[name, position] = dedup.field;
    if (m_result.aggregated || m_isJoined)
        return refuse(position,
                      Words::tr("“dedup” takes records: it stands before measure, distinct and join."));
    if (!isNewestFirst())
        return refuse(position,
                      Words::tr("“dedup” keeps the newest record of each value: it stands before “sort”."));
    const auto type = typeOf(name, position);
    if (!type)
        return failure(type.error());
    m_stages.append(u"where " + kqlPresence(kqlName(name), *type));
    m_stages.append((name == classicTimeField ? QStringLiteral("summarize take_any(*) by ")
                                              : QStringLiteral("summarize arg_max(TimeGenerated, *) by ")) +
                    kqlName(name));
    m_countStages = m_stages;
    m_sorted = false;
    return {};
}

Result<void> ClassicQueryWriter::extend(const ClassicExtend &extend)
{
    const auto &[name, position] = extend.alias;
    if (m_result.aggregated)
        return refuse(extend.position,
                      Words::tr("“extend” calculates from records: it stands before measure."));
    if (isReservedClassicField(name))
        return refuse(position, Words::tr("The name “%1” is one that the service itself gives.").arg(name));
    if (isTaken(name) || name == classicTimeField || name == classicTypeField)
        return refuse(position, Words::tr("There is a field “%1” already.").arg(name));
    if (const QString joined = joinedFieldIn(extend.expression, m_joined); !joined.isEmpty())
        return refuse(extend.position,
                      Words::tr("“extend” cannot calculate from “%1”, which comes from the right "
                                "search of the join.")
                          .arg(joined));
    const auto written = expressionWriter().write(extend.expression);
    if (!written)
        return failure(written.error());
    m_stages.append(u"extend " + kqlName(name) + u" = " + written->kql);
    if (!m_fields.isEmpty())
        m_fields.insert(name, written->type);
    if (!m_result.selectedFields.isEmpty())
        m_result.selectedFields.append(name);
    return {};
}

void ClassicQueryWriter::top(const ClassicTop &top)
{
    sortByDefault();
    m_stages.append(QStringLiteral("take %1").arg(top.count));
    m_result.top = m_result.top ? std::min(*m_result.top, top.count) : top.count;
}

/// Newest first; groups by their first value, largest first, or by the steps of an interval, newest first.
void ClassicQueryWriter::sortByDefault()
{
    if (m_sorted)
        return;
    if (!m_result.aggregated)
        sortBy({{classicTimeField, true}});
    else if (!m_result.intervalField.isEmpty())
        sortBy({{m_result.intervalField, true}});
    else if (m_result.groupingFields.isEmpty())
        m_sorted = true; // one row
    else if (!m_result.valueFields.isEmpty())
        sortBy({{m_result.valueFields.constFirst(), true}});
    else
        sortBy({{m_result.groupingFields.constFirst(), false}});
}

} // namespace sonde
