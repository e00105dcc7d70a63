#include "kql/classicconversion.h"

#include "kql/classicparser.h"
#include "kql/classictranslator.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <algorithm>

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

/// What a person writes in KQL for a word of the classic language that is not translated; empty for others.
QString replacementOf(const QString &word)
{
    static const QHash<QString, QString> replacements{
        {QStringLiteral("dedup"), QStringLiteral("| summarize arg_max(TimeGenerated, *) by Computer")},
        {QStringLiteral("skip"), QStringLiteral("| serialize row = row_number() | where row > 100")},
        {QStringLiteral("where"), QStringLiteral("| where AggregatedValue > 10")},
        {QStringLiteral("extend"), QStringLiteral("| extend Megabytes = Bytes / 1048576")},
        {QStringLiteral("join"), QStringLiteral("| join kind=inner (Heartbeat) on Computer")},
        {QStringLiteral("in"), QStringLiteral("| where Computer in (\"web01\", \"web02\")")},
        {QStringLiteral("regex"), QStringLiteral("| where Computer matches regex \"web[0-9]+\"")},
    };
    return replacements.value(word.toLower());
}

QString wordAt(const QString &text, const TextPosition &position)
{
    QString line = text.section(u'\n', position.line - 1, position.line - 1).mid(position.column).trimmed();
    const auto end = std::find_if_not(line.cbegin(), line.cend(), [](QChar c) { return c.isLetter(); });
    line.truncate(end - line.cbegin());
    return line;
}

/// With what a person can do who wants the rest of the search in KQL, and does not want to run it.
tl::unexpected<Error> refusal(Error error, const QString &search)
{
    const QString kql = error.position ? replacementOf(wordAt(search, *error.position)) : QString();
    if (!kql.isEmpty()) {
        //: %1: a line of KQL
        error.advice = Words::tr("Take it out, convert the rest, and write it in KQL, such as: %1").arg(kql);
    } else if (error.advice == ClassicParser::usualAdvice()) {
        error.advice = Words::tr("Change the search there and convert it again.");
    }
    return failure(std::move(error));
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
        return refusal(parsed.error(), search);
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
        return refusal(translation.error(), search);
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
