#include "kql/classicconversion.h"

#include "kql/classicparser.h"
#include "kql/classictranslator.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <optional>

namespace sonde {

namespace {

/// UTF-16 units: takes a tenth of a second, and a person waits for it.
constexpr qsizetype longestConverted = 250'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicConversion)
};

/// What the filter compares and how, as far as it matters for notes.
struct FilterFacts
{
    QStringList fields;        ///< each once
    QStringList guessedFields; ///< compared with something that looks like a number or a date
    QStringList made;          ///< by extend
    bool hasText = false;
};

void addOnce(QStringList &names, const QString &name)
{
    if (!names.contains(name))
        names.append(name);
}

void collect(const ClassicFilter &filter, FilterFacts &facts)
{
    using Kind = ClassicFilter::Kind;
    for (const ClassicFilter &operand : filter.operands)
        collect(operand, facts);
    facts.hasText = facts.hasText || filter.kind == Kind::Text;
    if (filter.field.isEmpty() || filter.field == u"Type")
        return;
    addOnce(facts.fields, filter.field);
    const ClassicValue &value = filter.kind == Kind::List ? filter.values.front() : filter.value;
    bool isNumber = false;
    value.text.toDouble(&isNumber);
    if (isNumber && !value.quoted)
        addOnce(facts.guessedFields, filter.field);
}

void addField(FilterFacts &facts, const QString &field)
{
    if (!facts.made.contains(field))
        addOnce(facts.fields, field);
}

void collect(const ClassicExpression &expression, FilterFacts &facts)
{
    if (expression.kind == ClassicExpression::Kind::Field)
        addField(facts, expression.text);
    for (const ClassicExpression &argument : expression.arguments)
        collect(argument, facts);
}

void collect(const ClassicCommand &command, FilterFacts &facts)
{
    if (const auto *measure = std::get_if<ClassicMeasure>(&command)) {
        for (const ClassicField &field : measure->by)
            addField(facts, field.name);
        for (const ClassicMeasure::Function &function : measure->functions) {
            for (const ClassicExpression &argument : function.argument)
                collect(argument, facts);
        }
    } else if (const auto *distinct = std::get_if<ClassicDistinct>(&command)) {
        addField(facts, distinct->field.name);
    } else if (const auto *dedup = std::get_if<ClassicDedup>(&command)) {
        addField(facts, dedup->field.name);
    } else if (const auto *extend = std::get_if<ClassicExtend>(&command)) {
        collect(extend->expression, facts);
        facts.made.append(extend->alias.name);
    } else if (const auto *join = std::get_if<ClassicJoin>(&command)) {
        addField(facts, join->left.name);
    }
}

const KqlTable *tableOf(const KqlSchemaPtr &schema, const QString &name)
{
    if (!schema)
        return nullptr;
    const auto found = std::find_if(schema->tables.begin(), schema->tables.end(),
                                    [&name](const KqlTable &table) { return table.name == name; });
    return found == schema->tables.end() ? nullptr : &*found;
}

QStringList missingIn(const KqlTable &table, const QStringList &fields)
{
    QStringList missing;
    for (const QString &field : fields) {
        const bool isThere = std::any_of(table.columns.begin(), table.columns.end(),
                                         [&field](const KqlColumn &column) { return column.name == field; });
        if (!isThere && field != u"Type")
            missing.append(field);
    }
    return missing;
}

/// With a Type, which every table has, whether or not it is listed: else it would be made.
KqlTable withType(KqlTable table)
{
    if (!missingIn(table, {QStringLiteral("TimeGenerated")}).isEmpty())
        table.columns.append({QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), {}});
    const bool hasType = std::any_of(table.columns.begin(), table.columns.end(),
                                     [](const KqlColumn &column) { return column.name == u"Type"; });
    if (!hasType)
        table.columns.append({QStringLiteral("Type"), QStringLiteral("string"), {}});
    return table;
}

/// With what a person can do who wants the rest of the search in KQL, and does not want to run it.
tl::unexpected<Error> refusal(Error error)
{
    if (error.advice == ClassicParser::usualAdvice())
        error.advice = Words::tr("Change the search there and convert it again.");
    return failure(std::move(error));
}

/// The types that a filter names, each once.
void collectTypes(const ClassicFilter &filter, QStringList &types)
{
    if (filter.field == u"Type" && filter.comparison == ClassicComparison::Equal &&
        filter.kind == ClassicFilter::Kind::Compare)
        addOnce(types, filter.value.text);
    for (const ClassicFilter &operand : filter.operands)
        collectTypes(operand, types);
}

/// Facts on the searches within a search, and the types that these name.
struct InnerFacts
{
    bool isThere = false;
    QStringList types;
};

void collectInner(const ClassicFilter &filter, InnerFacts &facts)
{
    for (const ClassicFilter &operand : filter.operands)
        collectInner(operand, facts);
    if (filter.inner) {
        facts.isThere = true;
        collectTypes(filter.inner->filter, facts.types);
    }
}

InnerFacts innerFactsOf(const ParsedSearch &search)
{
    InnerFacts facts;
    collectInner(search.filter, facts);
    for (const ClassicCommand &command : search.commands) {
        if (const auto *join = std::get_if<ClassicJoin>(&command)) {
            facts.isThere = true;
            collectTypes(join->right->filter, facts.types);
        }
    }
    return facts;
}

/// The tables that the inner searches read; none where not all are known.
std::optional<QList<KqlTable>> tablesOf(const InnerFacts &inner, const KqlSchemaPtr &schema,
                                        QStringList &notes)
{
    QList<KqlTable> tables;
    for (const QString &type : inner.types) {
        if (const KqlTable *table = tableOf(schema, type))
            tables.append(withType(*table));
        else
            notes.append(Words::tr("No table “%1” is known here.").arg(type));
    }
    const bool areAll = tables.size() == inner.types.size() && (!inner.isThere || !tables.isEmpty());
    return areAll ? std::optional(tables) : std::nullopt;
}

} // namespace

Result<ClassicConversion> convertClassic(const QString &search, const KqlSchemaPtr &schema)
{
    if (search.size() > longestConverted) {
        Error error;
        error.kind = ErrorKind::Query;
        //: %L1: a number of characters
        error.message =
            Words::tr("A search of more than %L1 characters is not converted.").arg(longestConverted);
        error.advice = Words::tr("Convert it in parts.");
        return failure(std::move(error));
    }
    const auto parsed = ClassicParser(search).parse();
    if (!parsed)
        return refusal(parsed.error());
    FilterFacts facts;
    collect(parsed->filter, facts);
    for (const ClassicCommand &command : parsed->commands)
        collect(command, facts);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto translation = ClassicTranslator().translate(search, now, ClassicNow::Moving);
    ClassicConversion conversion;
    QStringList types;
    if (translation)
        types = translation->types;
    else
        collectTypes(parsed->filter, types);
    const InnerFacts inner = innerFactsOf(*parsed);
    const std::optional<QList<KqlTable>> innerTables = tablesOf(inner, schema, conversion.notes);
    bool isTyped = false;
    for (const QString &type : types) {
        const KqlTable *table = tableOf(schema, type);
        const QStringList missing = table != nullptr ? missingIn(*table, facts.fields) : QStringList();
        if (table == nullptr) {
            //: %1: a table’s name
            conversion.notes.append(Words::tr("No table “%1” is known here.").arg(type));
        } else if (!missing.isEmpty()) {
            //: %1: a table’s name; %2: names of columns
            conversion.notes.append(Words::tr("The table %1 has no column %2, as far as is known here.")
                                        .arg(type, missing.join(QStringLiteral(", "))));
        } else if (types.size() == 1 && innerTables) {
            QList<KqlTable> tables = *innerTables;
            const KqlTable typed = withType(*table);
            if (!tables.contains(typed))
                tables.prepend(typed);
            auto better = ClassicTranslator(tables).translate(search, now, ClassicNow::Moving);
            isTyped = better.has_value();
            if (isTyped || inner.isThere)
                translation = std::move(better);
        }
    }
    if (!translation)
        return refusal(translation.error());
    conversion.kql = translation->kql;
    if (types.isEmpty()) {
        conversion.notes.append(Words::tr(
            "The search names no Type, so “search” reads all tables, which takes long. Name the table "
            "where you know it."));
    }
    if (!isTyped && !facts.guessedFields.isEmpty()) {
        //: %1: names of columns
        conversion.notes.append(
            Words::tr("What %1 is compared with is taken for a number. If the column holds "
                      "text, put the number in quotes.")
                .arg(facts.guessedFields.join(QStringLiteral(", "))));
    }
    if (facts.hasText) {
        conversion.notes.append(Words::tr(
            "A free word becomes “has”, which looks for whole words, in all columns. Name the column "
            "where you know it: that is faster."));
    }
    return conversion;
}

} // namespace sonde
