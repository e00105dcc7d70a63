#include "engine/judge/fields.h"
#include "engine/judge/querymaker.h"

#include <algorithm>

namespace sonde::judge {

/// Steps that take lists and texts apart or make lists, and those in which names of two tables clash.

namespace {

using T = ColumnType;

bool isText(const Field &field)
{
    return field.type == T::String && isPlain(field);
}

/// There are columns that the maker does not know: sorting by all that it knows settles nothing.
void keepOrderOpen(std::vector<Field> &fields)
{
    fields.front().isRough = true;
}

bool isAxis(const Field &field)
{
    // A step is a long: the binder refuses it beside an int.
    return isPlain(field) && (field.type == T::Long || field.type == T::TimeSpan);
}

} // namespace

/// A list or a bag of each row as rows.
void QueryMaker::addExpansion(Query &query, Fields &fields)
{
    const QString name = newName();
    const QString other = newName();
    const bool both = chance(30);
    Step lists{
        QStringLiteral("extend"), {{name + u" = ", expression(T::Dynamic, 2, fields), {}}}, {}, {}, {}};
    if (both)
        lists.items.push_back({other + u" = ", expression(T::Dynamic, 2, fields), {}});
    Field made{name, T::Dynamic, false, false};
    Step step{QStringLiteral("mv-expand "), {}, {}, {}, {}};
    if (chance(30))
        step.head += u"kind=array ";
    const QString index = newName();
    const bool counted = chance(30);
    if (counted)
        step.head += u"with_itemindex=" + index + u' ';
    step.head += name;
    if (chance(40)) {
        made.type = chance(50) ? T::String : T::Long;
        step.head += u" to typeof(" + columnTypeName(made.type) + u')';
    }
    if (both)
        step.head += u", " + other;
    if (chance(20))
        step.head += u" limit " + QString::number(1 + below(3));
    query.steps.push_back(std::move(lists));
    query.steps.push_back(std::move(step));
    fields.push_back(made);
    if (both)
        fields.push_back({other, T::Dynamic, false, false});
    if (counted)
        fields.push_back({index, T::Long, false, false});
}

/// The elements of each row's list by themselves, beside its columns.
void QueryMaker::addApplication(Query &query, Fields &fields)
{
    const QString name = newName();
    const T type = chance(60) ? T::Long : T::String;
    const QString index = newName();
    const bool counted = chance(30);
    Query inner;
    Fields insideFields = fields;
    insideFields.push_back({name, type, false, false});
    if (counted)
        insideFields.push_back({index, T::Long, false, false});
    Field made{newName(), anyType(), false, false};
    Fields added(insideFields.begin() + static_cast<std::ptrdiff_t>(fields.size()), insideFields.end());
    const auto numbers = fieldsOf(insideFields, isWhole);
    switch (below(6)) {
    case 5:
        inner.steps.push_back(
            {u"top " + QString::number(1 + below(2)) + u" by " + name + u" | project " + name,
             {},
             {},
             {},
             {}});
        added = {{name, type, false, false}};
        break;
    case 0:
        addFilter(inner, insideFields);
        break;
    case 1:
        added.push_back(made);
        inner.steps.push_back({QStringLiteral("extend"),
                               {{made.name + u" = ", expression(made.type, 2, insideFields), {}}},
                               {},
                               {},
                               {}});
        break;
    case 2:
        added = {made};
        inner.steps.push_back({QStringLiteral("project"),
                               {{made.name + u" = ", expression(made.type, 2, insideFields), {}}},
                               {},
                               {},
                               {}});
        break;
    case 3:
        addFilter(inner, insideFields);
        inner.steps.push_back({u"extend " + made.name + u" = " + name, {}, {}, {}, {}});
        made.type = type;
        added.push_back(made);
        break;
    default: {
        const QString summed =
            numbers.empty() ? QStringLiteral("count()") : QString(u"max(" + numbers.back()->name + u')');
        made.type = numbers.empty() ? T::Long : numbers.back()->type;
        added = {made};
        inner.steps.push_back({u"summarize " + made.name + u" = " + summed, {}, {}, {}, {}});
    }
    }
    Step step{u"mv-apply " + (counted ? QString(u"with_itemindex=" + index + u' ') : QString()) + name +
                  u" =",
              {{{}, expression(T::Dynamic, 2, fields), u" to typeof(" + columnTypeName(type) + u") on"}},
              {},
              {inner},
              {}};
    query.steps.push_back(std::move(step));
    fields.insert(fields.end(), added.begin(), added.end());
}

/// What a query makes of the rows of each key by themselves.
void QueryMaker::addPartition(Query &query, Fields &fields)
{
    const auto keys = fieldsOf(fields, [](const Field &field) {
        return isPlain(field) && field.type != T::Real && field.type != T::Bool;
    });
    const auto candidates = fieldsOf(fields, isPlain);
    if (keys.empty() || candidates.size() != fields.size())
        return;
    const Field key = *keys.at(below(keys.size()));
    const Field field = *candidates.at(below(candidates.size()));
    const QString name = newName();
    Query inner;
    Fields made = fields;
    switch (below(5)) {
    case 0:
        inner.steps.push_back(
            {u"top " + QString::number(1 + below(3)) + u" by",
             {sortKey(field)},
             {},
             {},
             u" | project " + name + u" = " + field.name + u", " + name + u"k = " + key.name});
        made = {{name, field.type, false, false}, {name + u'k', key.type, false, false}};
        break;
    case 1:
        inner.steps.push_back(
            {u"summarize " + name + u" = count(), " + name + u"k = max(" + key.name + u')', {}, {}, {}, {}});
        made = {{name, T::Long, false, false}, {name + u'k', key.type, false, false}};
        break;
    case 2:
        addSequence(inner, made);
        break;
    case 3:
        addFilter(inner, fields);
        break;
    default:
        addExtension(inner, made);
    }
    if (inner.steps.empty())
        return;
    query.steps.push_back({u"partition by " + key.name, {}, {}, {inner}, {}});
    fields = made;
}

void QueryMaker::addSeries(Query &query, Fields &fields)
{
    const auto axes = fieldsOf(fields, isAxis);
    const auto sums = fieldsOf(fields, isWhole);
    const auto keys = fieldsOf(fields, isBool);
    if (axes.empty())
        return;
    const Field axis = *axes.at(below(axes.size()));
    Fields made;
    Step step{QStringLiteral("make-series"), {}, {}, {}, {}};
    made.push_back({newName(), T::Dynamic, false, false});
    step.items.push_back({made.back().name + u" = ", {T::Long, QStringLiteral("count()"), {}, true}, {}});
    if (!sums.empty() && chance(70)) {
        const Field sum = *sums.at(below(sums.size()));
        const QString function = chance(50) ? QStringLiteral("sum($1)") : QStringLiteral("max($1)");
        made.push_back({newName(), T::Dynamic, false, false});
        step.items.push_back({made.back().name + u" = ",
                              {T::Long, function, {column(sum)}, true},
                              chance(40) ? QStringLiteral(" default=-1") : QString()});
    }
    const bool isTime = axis.type == T::TimeSpan;
    const QString unit = isTime ? QStringLiteral("h") : QString();
    step.tail = u" on " + axis.name;
    if (chance(70))
        step.tail +=
            u" from " + QString::number(below(5)) + unit + u" to " + QString::number(5 + below(20)) + unit;
    else // All that there are: some numbers are far away
        query.steps.push_back({u"where " + axis.name + u" between (" +
                                   (isTime ? QStringLiteral("0h .. 30h)") : QStringLiteral("-20 .. 60)")),
                               {},
                               {},
                               {},
                               {}});
    step.tail += u" step " + QString::number(1 + below(6)) + unit;
    if (!keys.empty() && chance(50)) {
        const Field key = *keys.at(below(keys.size()));
        step.tail += u" by " + key.name;
        made.insert(made.begin(), key);
    }
    query.steps.push_back(std::move(step));
    made.push_back({axis.name, T::Dynamic, false, false});
    fields = made;
}

void QueryMaker::addParse(Query &query, Fields &fields)
{
    const auto texts = fieldsOf(fields, isText);
    if (texts.empty())
        return;
    const Field text = *texts.at(below(texts.size()));
    const QString first = newName();
    const QString second = newName();
    // $1 is the column of numbers, $2 of texts.
    struct Pattern
    {
        const char *form;
        bool number;
        bool text;
    };
    static const std::vector<Pattern> patterns = {
        {"$2 \" \" *", false, true},         {"* \"o\" $2", false, true},
        {"$1:long \".\" *", true, false},    {"\"The \" $2", false, true},
        {"* \"-\" $1:long", true, false},    {"$2 \"e\"", false, true},
        {"* \" \" $2 \"r\" *", false, true}, {"\"x\" $1:long \" \" $2", true, true}};
    const Pattern &pattern = patterns.at(below(patterns.size()));
    QString form = QString::fromLatin1(pattern.form);
    form.replace(QLatin1String("$1"), first).replace(QLatin1String("$2"), second);
    query.steps.push_back({u"parse " + text.name + u" with " + form, {}, {}, {}, {}});
    if (pattern.number)
        fields.push_back({first, T::Long, false, false});
    if (pattern.text)
        fields.push_back({second, T::String, false, false});
}

/// arg_max(), arg_min(), percentiles(): several columns of one call.
void QueryMaker::addTuples(Query &query, Fields &fields)
{
    const auto keys = fieldsOf(fields, isWhole);
    const auto others = fieldsOf(fields, isPlain);
    const auto groups = fieldsOf(fields, isBool);
    if (keys.empty())
        return;
    const Field key = *keys.at(below(keys.size()));
    const Field other = *others.at(below(others.size()));
    Fields made = {{newName(), key.type, false, false}, {newName(), other.type, false, false}};
    QString call = (chance(50) ? u"arg_max(" : u"arg_min(") + key.name + u", " + other.name + u')';
    if (chance(40)) {
        made.at(0).type = made.at(1).type = key.type == T::Int ? T::Int : T::Long;
        call = u"percentiles(" + key.name + u", " + QString::number(below(5) * 25) + u", 90)";
    }
    Step step{u"summarize (" + made.at(0).name + u", " + made.at(1).name + u") = " + call, {}, {}, {}, {}};
    if (!groups.empty() && chance(70)) {
        const Field group = *groups.at(below(groups.size()));
        step.head += u" by " + group.name;
        made.insert(made.begin(), group);
    }
    query.steps.push_back(std::move(step));
    // The binder's word on the type of percentiles is the one that counts.
    fields = call.startsWith(u"percentiles") ? Fields{} : made;
    if (fields.empty())
        fields.push_back({query.steps.back().head.contains(u" by ") ? made.front().name : made.at(1).name,
                          query.steps.back().head.contains(u" by ") ? T::Bool : made.at(1).type, false,
                          true});
}

/// What depends on which rows come first, of rows whose order is settled.
void QueryMaker::addFirstOf(Query &query, Fields &fields)
{
    const auto candidates = fieldsOf(fields, isListable);
    const auto groups = fieldsOf(fields, isBool);
    if (candidates.empty())
        return;
    const Field field = *candidates.at(below(candidates.size()));
    Step step{QStringLiteral("sort"), {}, {sortKey(field)}, {}, {}};
    Fields made = {{newName(), field.type, false, false}};
    QString call = u"take_any(" + field.name + u')';
    if (chance(50)) {
        made.back().type = T::Dynamic;
        call = u"make_bag(bag_pack(\"a\", " + field.name + u", strcat(\"k\", " + field.name + u"), 1))";
        if (field.type != T::String)
            call = u"make_bag(bag_pack(\"a\", " + field.name + u", \"b\", 1))";
    }
    step.tail = u" | summarize " + made.back().name + u" = " + call;
    if (!groups.empty() && chance(60)) {
        const Field group = *groups.at(below(groups.size()));
        step.tail += u" by " + group.name;
        made.insert(made.begin(), group);
    }
    query.steps.push_back(std::move(step));
    fields = made;
}

/// The right side has the left side's names: the binder numbers them.
void QueryMaker::addClashingJoin(Query &query, Fields &fields)
{
    static const QStringList kinds = {QStringLiteral("inner"),      QStringLiteral("leftouter"),
                                      QStringLiteral("rightouter"), QStringLiteral("fullouter"),
                                      QStringLiteral("leftanti"),   QStringLiteral("leftsemi")};
    const auto candidates = fieldsOf(fields, isPlain);
    if (candidates.size() < 2)
        return;
    const Field key = *candidates.at(below(candidates.size()));
    Fields otherFields;
    Query other = source(otherFields);
    Step names{QStringLiteral("project"), {{key.name + u" = ", leaf(key.type, otherFields), {}}}, {}, {}, {}};
    for (const Field *field : candidates) {
        if (field->name != key.name && names.items.size() < 4 && chance(60))
            names.items.push_back({field->name + u" = ", leaf(anyType(), otherFields), {}});
    }
    other.steps.push_back(std::move(names));
    query.steps.push_back({u"join kind=" + kinds.at(static_cast<qsizetype>(below(6))),
                           {},
                           {},
                           {std::move(other)},
                           u" on " + key.name});
    keepOrderOpen(fields);
}

/// Columns of one name and one type are one, those of one name and two types are two.
void QueryMaker::addClashingUnion(Query &query, Fields &fields)
{
    Fields otherFields;
    Query other = source(otherFields);
    Step names{QStringLiteral("project"), {}, {}, {}, {}};
    Fields left;
    for (const Field &field : fields) {
        if (field.isRough || field.type == T::Dynamic)
            return;
        const bool clashes = chance(25);
        const T type = clashes ? anyType() : field.type;
        if (chance(70) && names.items.size() < 5) {
            names.items.push_back({field.name + u" = ", leaf(type, otherFields), {}});
            if (type != field.type)
                continue;
        }
        left.push_back(field);
    }
    if (names.items.empty() || left.empty())
        return;
    const QString extra = newName();
    names.items.push_back({extra + u" = ", leaf(T::Long, otherFields), {}});
    other.steps.push_back(std::move(names));
    query.steps.push_back({QStringLiteral("union"), {}, {}, {other}, {}});
    left.push_back({extra, T::Long, false, false});
    keepOrderOpen(left);
    fields = left;
}

void QueryMaker::addWiderStep(Query &query, Fields &fields)
{
    switch (below(11)) {
    case 9:
    case 10:
        return addPartition(query, fields);
    case 0:
        return addExpansion(query, fields);
    case 1:
    case 8:
        return addApplication(query, fields);
    case 2:
        return addSeries(query, fields);
    case 3:
        return addParse(query, fields);
    case 4:
        return addTuples(query, fields);
    case 5:
        return addFirstOf(query, fields);
    case 6:
        return addClashingJoin(query, fields);
    default:
        return addClashingUnion(query, fields);
    }
}

/// One function of two values, and one that makes rows.
void QueryMaker::addFunctions(Question &question)
{
    const T type = anyType();
    const Fields parameters = {{QStringLiteral("p1"), anyType(), true, false},
                               {QStringLiteral("p2"), anyType(), true, false}};
    QStringList declared;
    for (const Field &parameter : parameters)
        declared.append(parameter.name + u": " + columnTypeName(parameter.type));
    question.lets.push_back({u"f1 = (" + declared.join(QStringLiteral(", ")) + u") { ",
                             expression(type, 2, parameters), QStringLiteral(" }")});
    m_functions.push_back(
        {type, QStringLiteral("f1($1, $2)"), {parameters.at(0).type, parameters.at(1).type}});
    if (m_extreme || chance(40))
        return;
    Fields fields;
    Query rows = source(fields);
    fields.push_back({QStringLiteral("p1"), T::Long, false, false});
    Fields kept;
    QStringList names;
    for (const Field &field : fields) {
        if (field.name != u"p1" && chance(60)) {
            kept.push_back(field);
            names.append(field.name);
        }
    }
    if (kept.empty())
        return;
    question.lets.push_back({u"g1 = (p1: long) { " + rows.source + u" | where ",
                             expression(T::Bool, 2, fields),
                             u" | project " + names.join(QStringLiteral(", ")) + u" }"});
    m_view = u"g1(" + literal(T::Long).text() + u')';
    m_viewFields = kept;
}

} // namespace sonde::judge
