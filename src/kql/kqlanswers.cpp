#include "kql/kqlanswers.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <optional>

namespace sonde {

namespace {

tl::unexpected<Error> unreadable()
{
    return failure(ErrorKind::Decode,
                   QCoreApplication::translate("sonde::KqlTree", "The query could not be analysed."),
                   QCoreApplication::translate("sonde::KqlTree", "Change the query and run it again."));
}

std::optional<QJsonObject> objectOf(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

/// CompletionKind of the service, version 12.4.1, by number.
KqlNameKind nameKind(int kind)
{
    static constexpr KqlNameKind kinds[] = {
        KqlNameKind::Other,     // Unknown
        KqlNameKind::Keyword,   // Keyword
        KqlNameKind::Other,     // Punctuation
        KqlNameKind::Keyword,   // Syntax
        KqlNameKind::Other,     // Identifier
        KqlNameKind::Option,    // Example
        KqlNameKind::Keyword,   // ScalarPrefix
        KqlNameKind::Keyword,   // TabularPrefix
        KqlNameKind::Keyword,   // TabularSuffix
        KqlNameKind::Operator,  // QueryPrefix
        KqlNameKind::Keyword,   // CommandPrefix
        KqlNameKind::Infix,     // ScalarInfix
        KqlNameKind::Chart,     // RenderChart
        KqlNameKind::Column,    // Column
        KqlNameKind::Table,     // Table
        KqlNameKind::Function,  // BuiltInFunction
        KqlNameKind::Local,     // LocalFunction
        KqlNameKind::Saved,     // DatabaseFunction
        KqlNameKind::Aggregate, // AggregateFunction
        KqlNameKind::Parameter, // Parameter
        KqlNameKind::Local,     // Variable
        KqlNameKind::Other,     // Database
        KqlNameKind::Other,     // Cluster
        KqlNameKind::Table,     // MaterializedView
        KqlNameKind::Other,     // EntityGroup
        KqlNameKind::Other,     // Graph
        KqlNameKind::Type,      // ScalarType
        KqlNameKind::Option,    // Option
        KqlNameKind::Table,     // StoredQueryResult
    };
    const bool isKnown = kind >= 0 && kind < static_cast<int>(std::size(kinds));
    return isKnown ? kinds[kind] : KqlNameKind::Other;
}

/// ClassificationKind of the service, version 12.4.1, by number.
KqlClassification::Kind classificationKind(int kind)
{
    using Kind = KqlClassification::Kind;
    static constexpr Kind kinds[] = {
        Kind::Text,           // PlainText
        Kind::Comment,        // Comment
        Kind::Punctuation,    // Punctuation
        Kind::Operator,       // Directive
        Kind::Literal,        // Literal
        Kind::String,         // StringLiteral
        Kind::Type,           // Type
        Kind::Column,         // Column
        Kind::Table,          // Table
        Kind::Text,           // Database
        Kind::Function,       // Function
        Kind::Name,           // Parameter
        Kind::Name,           // Variable
        Kind::Text,           // Identifier
        Kind::QueryParameter, // ClientParameter
        Kind::QueryParameter, // QueryParameter
        Kind::Operator,       // ScalarOperator
        Kind::Punctuation,    // MathOperator
        Kind::Operator,       // QueryOperator
        Kind::Operator,       // Command
        Kind::Operator,       // Keyword
        Kind::Table,          // MaterializedView
        Kind::Column,         // SchemaMember
        Kind::Name,           // SignatureParameter
        Kind::Text,           // Option
    };
    const bool isKnown = kind >= 0 && kind < static_cast<int>(std::size(kinds));
    return isKnown ? kinds[kind] : Kind::Text;
}

} // namespace

Result<KqlCompletion> KqlCompletion::fromJson(const QByteArray &json)
{
    const auto root = objectOf(json);
    if (!root)
        return unreadable();
    KqlCompletion completion;
    completion.start = root->value(QLatin1String("s")).toInt();
    completion.length = root->value(QLatin1String("l")).toInt();
    const QJsonArray items = root->value(QLatin1String("i")).toArray();
    completion.items.reserve(items.size());
    for (const QJsonValue &value : items) {
        const QJsonArray item = value.toArray();
        // Some functions come with a space behind the parenthesis, which nobody writes, and some names with
        // one behind them, where a comma may be meant.
        QString before = item.at(3).toString();
        const KqlNameKind kind = nameKind(item.at(0).toInt());
        const bool isName = kind == KqlNameKind::Column || kind == KqlNameKind::Local ||
                            kind == KqlNameKind::Parameter || kind == KqlNameKind::Table ||
                            kind == KqlNameKind::Saved;
        if (before.endsWith(QLatin1String("( ")) ||
            (isName && before.endsWith(u' ') && !before.contains(u'\n')))
            before.chop(1);
        completion.items.append({kind, item.at(1).toString(), item.at(2).toString(), before,
                                 item.at(4).toString(), item.at(5).toInt() != 0, QString()});
    }
    return completion;
}

namespace {

/// The names of the rules in advice.js.
std::optional<KqlAdvice::Rule> adviceRule(const QString &name)
{
    using Rule = KqlAdvice::Rule;
    static const QHash<QString, Rule> rules{{QStringLiteral("Search"), Rule::Search},
                                            {QStringLiteral("Contains"), Rule::Contains},
                                            {QStringLiteral("Workspaces"), Rule::Workspaces}};
    const auto rule = rules.constFind(name);
    return rule == rules.cend() ? std::nullopt : std::optional(*rule);
}

} // namespace

Result<KqlExamination> KqlExamination::fromJson(const QByteArray &json, const QString &text)
{
    const auto root = objectOf(json);
    if (!root)
        return unreadable();
    KqlExamination examination;
    examination.diagnostics = kqlDiagnosticsFrom(root->value(QLatin1String("d")).toArray(), text);
    const QJsonArray numbers = root->value(QLatin1String("c")).toArray();
    for (qsizetype i = 0; i + 2 < numbers.size(); i += 3) {
        examination.classifications.append({numbers.at(i).toInt(), numbers.at(i + 1).toInt(),
                                            classificationKind(numbers.at(i + 2).toInt())});
    }
    const QJsonArray advice = root->value(QLatin1String("a")).toArray();
    for (const QJsonValue &value : advice) {
        const QJsonArray item = value.toArray();
        const auto rule = adviceRule(item.at(0).toString());
        if (!rule)
            continue;
        examination.advice.append({*rule, item.at(1).toInt(), item.at(2).toInt()});
    }
    examination.reads = KqlRead::listFromJson(root->value(QLatin1String("r")).toArray());
    return examination;
}

Result<KqlQuickInfo> KqlQuickInfo::fromJson(const QByteArray &json)
{
    const auto root = objectOf(json);
    if (!root)
        return unreadable();
    KqlQuickInfo info;
    info.signature = root->value(QLatin1String("n")).toString();
    info.description = root->value(QLatin1String("t")).toString();
    for (const QJsonValue &problem : root->value(QLatin1String("p")).toArray())
        info.problems.append(problem.toString());
    return info;
}

Result<KqlSignatures> KqlSignatures::fromJson(const QByteArray &json)
{
    const auto root = objectOf(json);
    if (!root)
        return unreadable();
    KqlSignatures found;
    found.argument = root->value(QLatin1String("a")).toInt();
    found.start = root->value(QLatin1String("s")).toInt();
    for (const QJsonValue &value : root->value(QLatin1String("f")).toArray()) {
        const QJsonObject described = value.toObject();
        Signature signature;
        signature.name = described.value(QLatin1String("n")).toString();
        signature.result = described.value(QLatin1String("r")).toString();
        signature.repeatsLast = described.value(QLatin1String("m")).toBool();
        for (const QJsonValue &parameter : described.value(QLatin1String("p")).toArray())
            signature.parameters.append(parameter.toString());
        found.signatures.append(signature);
    }
    return found;
}

bool KqlReferences::isLocal() const
{
    return std::any_of(places.begin(), places.end(), [](const Place &place) { return place.isDeclaration; });
}

Result<KqlReferences> KqlReferences::fromJson(const QByteArray &json)
{
    const auto root = objectOf(json);
    if (!root)
        return unreadable();
    KqlReferences references;
    for (const QJsonValue &value : root->value(QLatin1String("r")).toArray()) {
        const QJsonArray place = value.toArray();
        references.places.append({place.at(0).toInt(), place.at(1).toInt(), place.at(2).toBool()});
    }
    return references;
}

Result<KqlEdit> KqlEdit::fromJson(const QByteArray &json)
{
    const auto root = objectOf(json);
    if (!root)
        return unreadable();
    KqlEdit edit;
    for (const QJsonValue &value : root->value(QLatin1String("e")).toArray()) {
        const QJsonArray piece = value.toArray();
        edit.pieces.append({piece.at(0).toInt(), piece.at(1).toInt(), piece.at(2).toString()});
    }
    edit.renameStart = root->value(QLatin1String("n")).toInt(-1);
    edit.renameLength = root->value(QLatin1String("m")).toInt();
    return edit;
}

} // namespace sonde
