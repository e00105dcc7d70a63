#include "kql/classicconversion.h"

#include "kql/classicparser.h"
#include "kql/classictranslator.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

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
    if ((filter.kind != Kind::Compare && filter.kind != Kind::Range) || filter.field == u"Type")
        return;
    addOnce(facts.fields, filter.field);
    bool isNumber = false;
    filter.value.text.toDouble(&isNumber);
    if (isNumber && !filter.value.quoted)
        addOnce(facts.guessedFields, filter.field);
}

void collect(const ClassicCommand &command, FilterFacts &facts)
{
    if (const auto *measure = std::get_if<ClassicMeasure>(&command)) {
        for (const ClassicField &field : measure->by)
            addOnce(facts.fields, field.name);
        for (const ClassicMeasure::Function &function : measure->functions) {
            if (!function.field.isEmpty())
                addOnce(facts.fields, function.field);
        }
    } else if (const auto *distinct = std::get_if<ClassicDistinct>(&command)) {
        addOnce(facts.fields, distinct->field.name);
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

} // namespace

Result<ClassicConversion> convertClassic(const QString &search, const KqlSchemaPtr &schema)
{
    const auto parsed = ClassicParser(search).parse();
    if (!parsed)
        return failure(parsed.error());
    FilterFacts facts;
    collect(parsed->filter, facts);
    for (const ClassicCommand &command : parsed->commands)
        collect(command, facts);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto translation = ClassicTranslator().translate(search, now, ClassicNow::Moving);
    ClassicConversion conversion;
    const QStringList types = translation ? translation->types : QStringList();
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
        } else if (types.size() == 1) {
            auto typed = ClassicTranslator({withType(*table)}).translate(search, now, ClassicNow::Moving);
            if (typed)
                translation = std::move(typed);
            isTyped = translation.has_value();
        }
    }
    if (!translation)
        return failure(translation.error());
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
