#include "engine/judge/querymaker.h"

#include "engine/judge/fields.h"
#include "engine/judge/forms.h"

#include <algorithm>

namespace sonde::judge {

namespace {

using T = ColumnType;

/// Columns as `n: int`, of tables and rows that the maker fills.
struct TableForm
{
    const char *name;
    std::vector<Field> fields;
    bool extreme = false;
};

const std::vector<TableForm> &tableForms()
{
    const auto field = [](const char *name, T type, bool summable = true) {
        return Field{QString::fromLatin1(name), type, summable, false};
    };
    static const std::vector<TableForm> forms = {
        {"A",
         {field("k", T::Long), field("n", T::Int), field("m", T::Int), field("l", T::Long),
          field("r", T::Real), field("x", T::Real), field("s", T::String), field("u", T::String),
          field("b", T::Bool), field("t", T::DateTime), field("d", T::TimeSpan)}},
        {"B",
         {field("k", T::Long), field("s", T::String), field("n", T::Int), field("y", T::Real),
          field("v", T::String), field("c", T::Bool), field("w", T::DateTime), field("g", T::TimeSpan)}},
        {"C",
         {field("n", T::Int, false), field("l", T::Long, false), field("r", T::Real, false),
          field("s", T::String), field("b", T::Bool), field("t", T::DateTime, false),
          field("d", T::TimeSpan, false)},
         true},
    };
    return forms;
}

} // namespace

QueryMaker::QueryMaker(std::uint64_t seed)
    : m_random(seed)
{}

std::size_t QueryMaker::below(std::size_t count)
{
    // Not a distribution of the standard library: those differ from one to the next.
    return static_cast<std::size_t>(m_random() % count);
}

bool QueryMaker::chance(int percent)
{
    return below(100) < static_cast<std::size_t>(percent);
}

ColumnType QueryMaker::anyType()
{
    constexpr T types[] = {T::Bool, T::Bool, T::Int, T::Long, T::Real, T::DateTime, T::TimeSpan, T::String};
    return types[below(std::size(types))];
}

std::vector<NamedRows> QueryMaker::tables(std::uint64_t seed)
{
    QueryMaker maker(seed);
    std::vector<NamedRows> tables;
    for (const TableForm &form : tableForms()) {
        NamedRows table{QString::fromLatin1(form.name), {}};
        for (const Field &field : form.fields)
            table.rows.columns.append({field.name, field.type});
        const std::size_t rows = 5 + maker.below(8);
        for (std::size_t i = 0; i < rows; ++i) {
            Row row;
            for (const Field &field : form.fields) {
                const std::vector<Value> values = valuesOf(field.type, form.extreme);
                row.push_back(maker.chance(18) ? missing(field.type) : values.at(maker.below(values.size())));
            }
            table.rows.rows.push_back(std::move(row));
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

QString QueryMaker::newName()
{
    return QStringLiteral("e%1").arg(m_nextName++);
}

// Expressions

Piece QueryMaker::literal(ColumnType type)
{
    if (type == T::Dynamic) {
        static const QStringList lists = {QStringLiteral("dynamic([])"), QStringLiteral("dynamic([1, 2, 2])"),
                                          QStringLiteral("dynamic([\"a\", \"abc\", 1.5])"),
                                          QStringLiteral("dynamic([true, null, -7])")};
        return {type, lists.at(static_cast<qsizetype>(below(4))), {}};
    }
    if (chance(8) && type != T::String)
        return {type, kqlLiteral({}, type), {}};
    const std::vector<Value> values = valuesOf(type, m_extreme && chance(30));
    const Value &value = values.at(below(values.size()));
    const bool bare = type == T::Long && value.whole() >= 0 && chance(70);
    return {type, bare ? textOf(value, type) : kqlLiteral(value, type), {}};
}

Piece QueryMaker::leaf(ColumnType type, const Fields &fields)
{
    std::vector<const Field *> fitting;
    for (const Field &field : fields) {
        if (field.type == type && !field.isRough)
            fitting.push_back(&field);
    }
    return fitting.empty() || chance(25) ? literal(type) : column(*fitting.at(below(fitting.size())));
}

Piece QueryMaker::column(const Field &field) const
{
    return {field.type, field.name, {}};
}

Piece QueryMaker::expression(ColumnType type, int depth, const Fields &fields)
{
    const std::vector<Family> &families = familiesOf(type);
    if (depth <= 0 || families.empty())
        return leaf(type, fields);
    const auto function = std::find_if(m_functions.cbegin(), m_functions.cend(),
                                       [type](const Function &each) { return each.type == type; });
    if (function != m_functions.cend() && chance(30)) {
        Piece call{type, function->call, {}};
        for (const ColumnType part : function->parts)
            call.parts.push_back(leaf(part, fields));
        return call;
    }
    const Family &family = families.at(below(families.size()));
    const Form &form = family.at(below(family.size()));
    Piece piece{type, form.text, {}};
    for (const ColumnType part : form.parts)
        piece.parts.push_back(chance(45) ? expression(part, depth - 1, fields) : leaf(part, fields));
    return piece;
}

std::vector<const Field *> QueryMaker::fieldsOf(const Fields &fields, bool (*test)(const Field &)) const
{
    std::vector<const Field *> found;
    for (const Field &field : fields) {
        if (test(field))
            found.push_back(&field);
    }
    return found;
}

// Steps

Query QueryMaker::source(Fields &fields)
{
    if (!m_view.isEmpty() && chance(50)) {
        fields = m_viewFields;
        return {m_view, {}};
    }
    const std::size_t number = m_extreme ? 2 : below(2);
    fields = tableForms().at(number).fields;
    return {QString::fromLatin1(tableForms().at(number).name), {}};
}

void QueryMaker::addProjection(Query &query, Fields &fields, std::size_t count, int depth)
{
    Step step{query.source.isEmpty() && query.steps.empty() ? QStringLiteral("print")
                                                            : QStringLiteral("project"),
              {},
              {},
              {},
              {}};
    Fields made;
    for (std::size_t i = 0; i < count; ++i) {
        const ColumnType type = chance(6) ? T::Dynamic : anyType();
        const QString name = newName();
        step.items.push_back({name + u" = ", expression(type, depth, fields), {}});
        made.push_back({name, type, false, false});
    }
    query.steps.push_back(std::move(step));
    fields = made;
}

void QueryMaker::addExtension(Query &query, Fields &fields)
{
    Step step{QStringLiteral("extend"), {}, {}, {}, {}};
    Fields made;
    const std::size_t count = 1 + below(2);
    for (std::size_t i = 0; i < count; ++i) {
        const ColumnType type = anyType();
        const QString name = newName();
        step.items.push_back({name + u" = ", expression(type, 2, fields), {}});
        made.push_back({name, type, false, false});
    }
    fields.insert(fields.end(), made.begin(), made.end());
    query.steps.push_back(std::move(step));
}

void QueryMaker::addFilter(Query &query, const Fields &fields)
{
    query.steps.push_back({QStringLiteral("where"), {{{}, expression(T::Bool, 2, fields), {}}}, {}, {}, {}});
}

/// A column anew, in its place.
void QueryMaker::addReplacement(Query &query, Fields &fields)
{
    const std::size_t at = below(fields.size());
    Field field = fields.at(at);
    field.type = anyType();
    field.isRough = false;
    field.isSummable = false;
    query.steps.push_back({QStringLiteral("extend"),
                           {{field.name + u" = ", expression(field.type, 2, fields), {}}},
                           {},
                           {},
                           {}});
    fields.at(at) = field;
}

/// project-away, project-keep, project-rename, project-reorder
void QueryMaker::addChoice(Query &query, Fields &fields)
{
    if (fields.size() < 3)
        return;
    const std::size_t at = below(fields.size());
    const Field field = fields.at(at);
    switch (below(4)) {
    case 0:
        query.steps.push_back({QStringLiteral("project-away ") + field.name, {}, {}, {}, {}});
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(at));
        return;
    case 1: {
        const Field other = fields.at((at + 1) % fields.size());
        query.steps.push_back(
            {QStringLiteral("project-keep ") + field.name + u", " + other.name, {}, {}, {}, {}});
        fields = {field, other};
        return;
    }
    case 2: {
        const QString name = newName();
        query.steps.push_back(
            {QStringLiteral("project-rename ") + name + u" = " + field.name, {}, {}, {}, {}});
        fields.at(at).name = name;
        return;
    }
    default:
        query.steps.push_back({QStringLiteral("project-reorder ") + field.name, {}, {}, {}, {}});
    }
}

/// One aggregate with an argument that it takes; nothing where there is no column for it.
Item QueryMaker::aggregate(const QString &name, const Fields &fields, Field &made)
{
    const bool sums = name == u"sum" || name == u"avg";
    const bool spread = name.startsWith(u"stdev") || name.startsWith(u"variance");
    const bool bits = name.startsWith(u"binary");
    const auto candidates = fieldsOf(fields, sums                    ? isSummable
                                             : spread                ? isNumber
                                             : bits                  ? isWhole
                                             : name == u"percentile" ? isWhole
                                                                     : isPlain);
    if (candidates.empty())
        return {};
    const Field &field = *candidates.at(below(candidates.size()));
    made.type = field.type;
    if (name == u"dcount" || name == u"count_distinct" || name == u"percentile" ||
        (name == u"sum" && field.type == T::Int))
        made.type = T::Long;
    if (spread || (name == u"avg" && field.type != T::TimeSpan))
        made.type = T::Real;
    made.isRough = spread || (sums && made.type == T::Real);
    made.isSummable = false;
    const bool conditional = chance(30) && !bits && name != u"percentile" && name != u"stdevp";
    Piece piece{made.type, name + QStringView(conditional ? u"if($1, $2)" : u"($1)"), {column(field)}, true};
    if (conditional)
        piece.parts.push_back(expression(T::Bool, 1, fields));
    if (name == u"percentile")
        piece.form = QStringLiteral("percentile($1, %1)").arg(below(5) * 25);
    made.name = newName();
    return {made.name + u" = ", piece, {}};
}

void QueryMaker::addGroups(Query &query, Fields &fields)
{
    static const QStringList names = {QStringLiteral("sum"),
                                      QStringLiteral("avg"),
                                      QStringLiteral("min"),
                                      QStringLiteral("max"),
                                      QStringLiteral("dcount"),
                                      QStringLiteral("count_distinct"),
                                      QStringLiteral("stdev"),
                                      QStringLiteral("variance"),
                                      QStringLiteral("stdevp"),
                                      QStringLiteral("sum"),
                                      QStringLiteral("binary_all_and"),
                                      QStringLiteral("binary_all_or"),
                                      QStringLiteral("percentile")};
    Step step{QStringLiteral("summarize"), {}, {}, {}, {}};
    Fields made;
    const std::size_t keys = below(3);
    for (std::size_t i = 0; i < keys; ++i) {
        const ColumnType type = anyType();
        made.push_back({newName(), type, false, false});
        step.by.push_back({made.back().name + u" = ", expression(type, below(2) == 0 ? 0 : 1, fields), {}});
    }
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
        Field field;
        Item item = aggregate(names.at(static_cast<qsizetype>(below(static_cast<std::size_t>(names.size())))),
                              fields, field);
        if (item.piece.form.isEmpty() || chance(20)) {
            field = {newName(), T::Long, false, false};
            item = {field.name + u" = ", {T::Long, QStringLiteral("count()"), {}, true}, {}};
            if (chance(50))
                item.piece = {T::Long, QStringLiteral("countif($1)"), {expression(T::Bool, 1, fields)}, true};
        }
        step.items.push_back(item);
        made.push_back(field);
    }
    query.steps.push_back(std::move(step));
    fields = made;
}

void QueryMaker::addDistinct(Query &query, Fields &fields)
{
    const auto candidates = fieldsOf(fields, isPlain);
    if (candidates.empty())
        return;
    const Field first = *candidates.at(below(candidates.size()));
    const Field second = *candidates.at(below(candidates.size()));
    Step step{QStringLiteral("distinct"), {{{}, column(first), {}}}, {}, {}, {}};
    Fields made = {first};
    if (second.name != first.name) {
        step.items.push_back({{}, column(second), {}});
        made.push_back(second);
    }
    query.steps.push_back(std::move(step));
    fields = made;
}

void QueryMaker::addStep(Query &query, Fields &fields)
{
    if (chance(35))
        return addWiderStep(query, fields);
    switch (below(16)) {
    case 0:
    case 1:
        return addFilter(query, fields);
    case 13:
        return addReplacement(query, fields);
    case 14:
        return addSequence(query, fields);
    case 2:
    case 3:
        return addExtension(query, fields);
    case 4:
        return addProjection(query, fields, 3 + below(3), 2);
    case 5:
        return addChoice(query, fields);
    case 6:
    case 7:
    case 8:
        return addGroups(query, fields);
    case 9:
        return addDistinct(query, fields);
    case 10:
        return addFirst(query, fields);
    case 11:
        return chance(50) ? addList(query, fields) : addUnion(query, fields);
    default:
        return addJoin(query, fields);
    }
}

Question QueryMaker::make()
{
    Question question;
    m_extreme = chance(12);
    Fields fields;
    if (chance(20))
        addFunctions(question);
    const bool printed = chance(15);
    if (!printed)
        question.query = source(fields);
    if (printed || chance(50)) {
        if (chance(20)) {
            const ColumnType type = anyType();
            fields.push_back({newName(), type, false, false});
            question.lets.push_back({fields.back().name + u" = ", expression(type, 1, {}), {}});
        }
        addProjection(question.query, fields, 8, 3);
        return question;
    }
    const std::size_t steps = 1 + below(4);
    for (std::size_t i = 0; i < steps; ++i)
        addStep(question.query, fields);
    if (chance(30))
        addOrder(question, fields);
    return question;
}

} // namespace sonde::judge
