#include "kql/classicconversion.h"

#include "kql/classicfields.h"
#include "kql/classicparser.h"
#include "kql/classictranslator.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <optional>

namespace sonde {

namespace {

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

FilterFacts factsOf(const ParsedSearch &search)
{
    FilterFacts facts;
    collect(search.filter, facts);
    for (const ClassicCommand &command : search.commands)
        collect(command, facts);
    return facts;
}

QStringList missingIn(const KqlTable &table, const QStringList &fields)
{
    QStringList missing;
    for (const QString &field : fields) {
        if (findColumn(table, field) == nullptr && field != classicTypeField)
            missing.append(field);
    }
    return missing;
}

/// With a Type, which every table has, whether or not it is listed: else it would be made.
KqlTable withType(KqlTable table)
{
    if (findColumn(table, classicTimeField) == nullptr)
        table.columns.append({classicTimeField, QStringLiteral("datetime"), {}});
    if (findColumn(table, classicTypeField) == nullptr)
        table.columns.append({classicTypeField, QStringLiteral("string"), {}});
    return table;
}

/// With what a person can do who wants the rest of the search in KQL, and does not want to run it.
tl::unexpected<Error> refusal(Error error)
{
    if (error.advice == ClassicParser::usualAdvice())
        error.advice = Words::tr("Change the search there and convert it again.");
    return failure(std::move(error));
}

tl::unexpected<Error> refuseLength()
{
    Error error;
    error.kind = ErrorKind::Query;
    //: %L1: a number of characters
    error.message = Words::tr("A search of more than %L1 characters is not converted.")
                        .arg(ClassicTranslator::longestSearch);
    error.advice = Words::tr("Convert it in parts.");
    return failure(std::move(error));
}

void collectInner(const ClassicFilter &filter, std::vector<const ParsedSearch *> &inner)
{
    for (const ClassicFilter &operand : filter.operands)
        collectInner(operand, inner);
    if (filter.inner)
        inner.push_back(filter.inner.get());
}

/// The searches within a search.
std::vector<const ParsedSearch *> innerOf(const ParsedSearch &search)
{
    std::vector<const ParsedSearch *> inner;
    collectInner(search.filter, inner);
    for (const ClassicCommand &command : search.commands) {
        if (const auto *join = std::get_if<ClassicJoin>(&command))
            inner.push_back(join->right.get());
    }
    return inner;
}

/// The tables that the search and those within it read; none where one of them may read others, or is not
/// known with all its fields.
std::optional<QList<KqlTable>> tablesOf(const ParsedSearch &search, const FilterFacts &facts,
                                        const KqlSchemaPtr &schema)
{
    const QStringList types = typeChoiceOf(search.filter).types;
    const KqlTable *own = types.size() == 1 ? findTable(schema, types.constFirst()) : nullptr;
    if (own == nullptr || !missingIn(*own, facts.fields).isEmpty())
        return std::nullopt;
    QList<KqlTable> tables;
    for (const ParsedSearch *inner : innerOf(search)) {
        const QStringList innerTypes = typeChoiceOf(inner->filter).types;
        if (innerTypes.isEmpty())
            return std::nullopt;
        for (const QString &type : innerTypes) {
            const KqlTable *table = findTable(schema, type);
            if (table == nullptr)
                return std::nullopt;
            if (KqlTable typed = withType(*table); !tables.contains(typed))
                tables.append(std::move(typed));
        }
    }
    if (KqlTable typed = withType(*own); !tables.contains(typed))
        tables.prepend(std::move(typed));
    return tables;
}

struct Translated
{
    Result<ClassicTranslation> translation;
    bool isTyped = false; ///< values are compared as the columns are
};

Translated bestTranslation(const QString &search, const ParsedSearch &parsed, const FilterFacts &facts,
                           const KqlSchemaPtr &schema)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto tables = tablesOf(parsed, facts, schema)) {
        auto typed = ClassicTranslator(*tables).translate(search, now, ClassicNow::Moving);
        if (typed)
            return {std::move(typed), true};
        if (!innerOf(parsed).empty())
            return {std::move(typed)};
    }
    return {ClassicTranslator().translate(search, now, ClassicNow::Moving)};
}

/// On the tables that are named and not known, and on fields that they lack.
void addNotesOnTables(const ParsedSearch &search, const FilterFacts &facts, const KqlSchemaPtr &schema,
                      QStringList &notes)
{
    //: %1: a table’s name
    const auto unknown = [](const QString &type) {
        return Words::tr("No table “%1” is known here.").arg(type);
    };
    for (const ParsedSearch *inner : innerOf(search)) {
        for (const QString &type : typeChoiceOf(inner->filter).types) {
            if (findTable(schema, type) == nullptr)
                addOnce(notes, unknown(type));
        }
    }
    for (const QString &type : typeChoiceOf(search.filter).types) {
        const KqlTable *table = findTable(schema, type);
        const QStringList missing = table != nullptr ? missingIn(*table, facts.fields) : QStringList();
        if (table == nullptr)
            addOnce(notes, unknown(type));
        if (!missing.isEmpty()) {
            //: %1: a table’s name; %2: names of columns
            notes.append(Words::tr("The table %1 has no column %2, as far as is known here.")
                             .arg(type, missing.join(QStringLiteral(", "))));
        }
    }
}

QStringList notesOf(const ParsedSearch &search, const FilterFacts &facts, const KqlSchemaPtr &schema,
                    bool isTyped)
{
    QStringList notes;
    addNotesOnTables(search, facts, schema, notes);
    if (typeChoiceOf(search.filter).types.isEmpty()) {
        notes.append(Words::tr(
            "The search names no Type, so “search” reads all tables, which takes long. Name the table "
            "where you know it."));
    }
    if (!isTyped && !facts.guessedFields.isEmpty()) {
        //: %1: names of columns
        notes.append(Words::tr("What %1 is compared with is taken for a number. If the column holds "
                               "text, put the number in quotes.")
                         .arg(facts.guessedFields.join(QStringLiteral(", "))));
    }
    if (facts.hasText) {
        notes.append(Words::tr(
            "A free word becomes “has”, which looks for whole words, in all columns. Name the column "
            "where you know it: that is faster."));
    }
    return notes;
}

} // namespace

Result<ClassicConversion> convertClassic(const QString &search, const KqlSchemaPtr &schema)
{
    if (search.size() > ClassicTranslator::longestSearch)
        return refuseLength();
    const auto parsed = ClassicParser(search).parse();
    if (!parsed)
        return refusal(parsed.error());
    const FilterFacts facts = factsOf(*parsed);
    const auto [translation, isTyped] = bestTranslation(search, *parsed, facts, schema);
    if (!translation)
        return refusal(translation.error());
    return ClassicConversion{translation->kql, notesOf(*parsed, facts, schema, isTyped)};
}

} // namespace sonde
