#include "engine/judge/fields.h"
#include "engine/judge/querymaker.h"

namespace sonde::judge {

/// Steps whose answer the order of rows could change, and those that bring several tables together.

using T = ColumnType;

bool isPlain(const Field &field)
{
    return !field.isRough && field.type != T::Dynamic;
}

bool isNumber(const Field &field)
{
    return isPlain(field) && field.isSummable &&
           (field.type == T::Int || field.type == T::Long || field.type == T::Real);
}

bool isSummable(const Field &field)
{
    return isNumber(field) || (field.type == T::TimeSpan && isPlain(field) && field.isSummable);
}

bool isWhole(const Field &field)
{
    return isPlain(field) && (field.type == T::Int || field.type == T::Long);
}

bool isListable(const Field &field)
{
    return isPlain(field) && field.type != T::Real && field.type != T::Bool;
}

bool isBool(const Field &field)
{
    return field.type == T::Bool;
}

Item QueryMaker::sortKey(const Field &field)
{
    static const QStringList orders = {QString(),
                                       QStringLiteral(" asc"),
                                       QStringLiteral(" desc"),
                                       QStringLiteral(" asc nulls last"),
                                       QStringLiteral(" desc nulls first"),
                                       QStringLiteral(" asc nulls first")};
    return {
        {}, column(field), orders.at(static_cast<qsizetype>(below(static_cast<std::size_t>(orders.size()))))};
}

/// Some rows of a settled order: sorted by all columns, or the best of one column alone.
void QueryMaker::addFirst(Query &query, Fields &fields)
{
    const auto candidates = fieldsOf(fields, isPlain);
    if (candidates.empty())
        return;
    const QString count = QString::number(below(6));
    if (chance(40) || candidates.size() != fields.size()) {
        const Field field = *candidates.at(below(candidates.size()));
        const Item key = sortKey(field);
        query.steps.push_back({u"top " + count + u" by", {key}, {}, {}, u" | project " + field.name});
        fields = {field};
        return;
    }
    Step step{QStringLiteral("sort"), {}, {}, {}, u" | take " + count};
    for (const Field *field : candidates)
        step.by.push_back(sortKey(*field));
    query.steps.push_back(std::move(step));
}

/// Lists of what was sorted, and their elements as rows again.
void QueryMaker::addList(Query &query, Fields &fields)
{
    const auto candidates = fieldsOf(fields, isListable);
    const auto keys = fieldsOf(fields, isBool);
    if (candidates.empty())
        return;
    const Field field = *candidates.at(below(candidates.size()));
    static const QStringList names = {QStringLiteral("make_list"), QStringLiteral("make_set"),
                                      QStringLiteral("make_list_with_nulls")};
    const QString name = newName();
    const QString function = names.at(static_cast<qsizetype>(below(3)));
    Step step{QStringLiteral("sort"), {}, {sortKey(field)}, {}, {}};
    step.tail = u" | summarize " + name + u" = " + function + u'(' + field.name + u')';
    Fields made = {{name, T::Dynamic, false, false}};
    if (!keys.empty() && chance(60)) {
        const Field key = *keys.at(below(keys.size()));
        step.tail += u" by " + key.name;
        made.insert(made.begin(), key);
    }
    const bool elements =
        chance(60) && (field.type == T::Long || field.type == T::Int || field.type == T::String);
    if (elements) {
        made.back().type = field.type == T::String ? T::String : T::Long;
        step.tail += u" | mv-expand " + name + u" to typeof(" + columnTypeName(made.back().type) + u')';
    }
    query.steps.push_back(std::move(step));
    fields = made;
}

void QueryMaker::addUnion(Query &query, Fields &fields)
{
    Fields otherFields;
    Query other = source(otherFields);
    if (chance(50))
        addFilter(other, otherFields);
    // Columns of one name and several types become several: both sides name theirs themselves.
    Step names{QStringLiteral("project"), {}, {}, {}, {}};
    Step otherNames = names;
    Fields made;
    for (const Field &field : fields) {
        if (made.size() > 4 || field.isRough)
            continue;
        const QString name = newName();
        names.items.push_back({name + u" = ", column(field), {}});
        if (chance(70) && isPlain(field))
            otherNames.items.push_back({name + u" = ", leaf(field.type, otherFields), {}});
        made.push_back({name, field.type, false, false});
    }
    if (names.items.empty() || otherNames.items.empty())
        return;
    other.steps.push_back(std::move(otherNames));
    query.steps.push_back(std::move(names));
    query.steps.push_back({QStringLiteral("union"), {}, {}, {other}, {}});
    fields = made;
}

/// The right side, its keys named anew, and the condition with the left side's.
Query QueryMaker::otherSide(const std::vector<Field> &keys, Fields &made, QString &condition)
{
    Fields otherFields;
    Query other = source(otherFields);
    Step names{QStringLiteral("project"), {}, {}, {}, {}};
    const auto add = [&](T type) {
        made.push_back({newName(), type, false, false});
        names.items.push_back({made.back().name + u" = ", leaf(type, otherFields), {}});
    };
    const QStringView between(chance(50) ? u" and " : u", ");
    for (const Field &key : keys) {
        add(key.type);
        condition += QStringView(condition.isEmpty() ? QStringView(u" on ") : between) + u"$left." +
                     key.name + u" == $right." + made.back().name;
    }
    add(T::Long);
    add(T::String);
    other.steps.push_back(std::move(names));
    return other;
}

void QueryMaker::addJoin(Query &query, Fields &fields)
{
    static const QStringList kinds = {
        QStringLiteral("inner"),     QStringLiteral("leftouter"),  QStringLiteral("rightouter"),
        QStringLiteral("fullouter"), QStringLiteral("leftsemi"),   QStringLiteral("rightsemi"),
        QStringLiteral("leftanti"),  QStringLiteral("rightanti"),  QStringLiteral("innerunique"),
        QStringLiteral("lookup"),    QStringLiteral("lookupinner")};
    const auto candidates = fieldsOf(fields, isPlain);
    if (candidates.empty())
        return;
    const QString kind = kinds.at(static_cast<qsizetype>(below(static_cast<std::size_t>(kinds.size()))));
    std::vector<Field> keys = {*candidates.at(below(candidates.size()))};
    const Field second = *candidates.at(below(candidates.size()));
    if (second.name != keys.front().name && chance(30))
        keys.push_back(second);
    // Which of several left rows innerunique keeps is not settled: each key once.
    if (kind == u"innerunique") {
        keys.resize(1);
        query.steps.push_back({QStringLiteral("distinct"), {{{}, column(keys.front()), {}}}, {}, {}, {}});
        fields = keys;
    }
    Fields made;
    QString condition;
    Query other = otherSide(keys, made, condition);
    const bool lookup = kind.startsWith(u"lookup");
    QString head = u"join kind=" + kind;
    if (lookup)
        head = kind == u"lookup" ? QStringLiteral("lookup") : QStringLiteral("lookup kind=inner");
    query.steps.push_back({head, {}, {}, {std::move(other)}, condition});
    if (lookup)
        made.erase(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(keys.size()));
    if (kind.startsWith(u"right") && kind != u"rightouter")
        fields = made;
    else if (!kind.startsWith(u"left") || kind == u"leftouter")
        fields.insert(fields.end(), made.begin(), made.end());
}

/// Functions of rows in their order, which only rows that are alike leave open.
void QueryMaker::addSequence(Query &query, Fields &fields)
{
    const auto candidates = fieldsOf(fields, isPlain);
    if (candidates.empty() || candidates.size() != fields.size())
        return;
    Step step{QStringLiteral("sort"), {}, {}, {}, {}};
    for (const Field *field : candidates)
        step.by.push_back(sortKey(*field));
    const Field field = *candidates.at(below(candidates.size()));
    const auto sums = fieldsOf(fields, isNumber);
    Field made{newName(), T::Long, false, false};
    QString call = QStringLiteral("row_number()");
    if (chance(60)) {
        made.type = field.type;
        call = (chance(50) ? u"prev(" : u"next(") + field.name + QStringView(chance(40) ? u", 2)" : u")");
    } else if (!sums.empty() && chance(60)) {
        const Field summed = *sums.at(below(sums.size()));
        made.type = summed.type;
        call = u"row_cumsum(" + summed.name + u')';
    }
    step.tail = u" | extend " + made.name + u" = " + call;
    query.steps.push_back(std::move(step));
    fields.push_back(made);
}

/// The columns that the rows are sorted by, and no others: their order is settled.
void QueryMaker::addOrder(Question &question, Fields &fields)
{
    std::vector<const Field *> candidates = fieldsOf(fields, isPlain);
    if (candidates.empty())
        return;
    if (candidates.size() > 3)
        candidates.resize(3);
    Step step{QStringLiteral("sort"), {}, {}, {}, {}};
    QStringList names;
    for (const Field *field : candidates) {
        step.by.push_back(sortKey(*field));
        names.append(field->name);
    }
    step.tail = u" | project " + names.join(QStringLiteral(", "));
    question.query.steps.push_back(std::move(step));
    question.ordered = true;
}

} // namespace sonde::judge
