#include "kql/kqltree.h"

#include "core/kqltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace sonde {

namespace {

using ColumnLists = QList<QList<KqlColumn>>;

ColumnLists readColumnLists(const QJsonArray &lists)
{
    ColumnLists result;
    result.reserve(lists.size());
    for (const QJsonValue &list : lists) {
        QList<KqlColumn> columns;
        const QJsonArray pairs = list.toArray();
        columns.reserve(pairs.size());
        for (const QJsonValue &pair : pairs)
            columns.append({pair[0].toString(), pair[1].toString()});
        result.append(std::move(columns));
    }
    return result;
}

KqlNode readNode(const QJsonObject &json, const ColumnLists &columnLists)
{
    KqlNode node;
    node.kind = json.value(QLatin1String("k")).toString();
    node.value = json.value(QLatin1String("v")).toString();
    node.nullLiteral = json.value(QLatin1String("z")).toBool();
    node.start = json.value(QLatin1String("s")).toInt();
    node.length = json.value(QLatin1String("l")).toInt();
    node.type = json.value(QLatin1String("t")).toString();
    node.symbol = json.value(QLatin1String("n")).toString();
    node.symbolKind = json.value(QLatin1String("y")).toString();
    node.resultName = json.value(QLatin1String("e")).toString();
    const QJsonValue columns = json.value(QLatin1String("x"));
    if (columns.isDouble()) {
        node.hasColumns = true;
        node.columns = columnLists.value(columns.toInt());
    }
    if (const QJsonValue tuple = json.value(QLatin1String("u")); tuple.isDouble())
        node.tuple = columnLists.value(tuple.toInt());
    node.body = json.value(QLatin1String("b")).toInt(-1);
    const QJsonArray children = json.value(QLatin1String("c")).toArray();
    node.children.reserve(static_cast<std::size_t>(children.size()));
    for (const QJsonValue &child : children)
        node.children.push_back(readNode(child.toObject(), columnLists));
    return node;
}

KqlBody readBody(const QJsonObject &json, const ColumnLists &columnLists)
{
    KqlBody body;
    body.root = readNode(json.value(QLatin1String("t")).toObject(), columnLists);
    body.start = json.value(QLatin1String("s")).toInt();
    body.call = json.value(QLatin1String("c")).toInt();
    const QJsonArray parameters = json.value(QLatin1String("p")).toArray();
    for (const QJsonValue &parameter : parameters) {
        KqlParameter read{parameter[0].toString(), std::nullopt};
        if (parameter[1].isObject())
            read.standard = readNode(parameter[1].toObject(), columnLists);
        body.parameters.push_back(std::move(read));
    }
    return body;
}

KqlDiagnostic readDiagnostic(const QJsonObject &json, const QString &text)
{
    KqlDiagnostic diagnostic;
    const QString severity = json.value(QLatin1String("v")).toString();
    if (severity == QLatin1String("Warning"))
        diagnostic.severity = KqlDiagnostic::Severity::Warning;
    else if (severity != QLatin1String("Error"))
        diagnostic.severity = KqlDiagnostic::Severity::Suggestion;
    diagnostic.code = json.value(QLatin1String("c")).toString();
    diagnostic.message = json.value(QLatin1String("m")).toString();
    diagnostic.syntax = json.value(QLatin1String("p")).toBool();
    diagnostic.start = json.value(QLatin1String("s")).toInt();
    diagnostic.length = json.value(QLatin1String("l")).toInt();
    diagnostic.position = textPositionAt(text, diagnostic.start);
    return diagnostic;
}

tl::unexpected<Error> unreadable()
{
    return failure(ErrorKind::Decode,
                   QCoreApplication::translate("sonde::KqlTree", "The query could not be analysed."),
                   QCoreApplication::translate("sonde::KqlTree", "Change the query and run it again."));
}

} // namespace

const KqlNode *KqlNode::child(QLatin1StringView name) const
{
    const auto found = std::find_if(children.cbegin(), children.cend(),
                                    [name](const KqlNode &node) { return node.is(name); });
    return found == children.cend() ? nullptr : &*found;
}

const KqlDiagnostic *KqlTree::firstError() const
{
    const KqlDiagnostic *first = nullptr;
    for (const KqlDiagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity != KqlDiagnostic::Severity::Error)
            continue;
        if (diagnostic.syntax)
            return &diagnostic;
        if (first == nullptr)
            first = &diagnostic;
    }
    return first;
}

QString KqlTree::queryText() const
{
    // A line end parts the first body from it.
    return bodies.empty() ? text : text.left(bodies.front().start - 1);
}

int KqlTree::placeOf(const KqlNode &node) const
{
    int place = node.start;
    // A body's call may itself stand in a body.
    for (std::size_t turn = 0; turn <= bodies.size(); ++turn) {
        const KqlBody *around = nullptr;
        for (const KqlBody &body : bodies) {
            if (body.start <= place && (around == nullptr || around->start < body.start))
                around = &body;
        }
        if (around == nullptr)
            break;
        place = around->call;
    }
    return place;
}

Result<KqlTree> KqlTree::fromJson(const QByteArray &json, const QString &text)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonValue tree = root.value(QLatin1String("tree"));
    if (!tree.isObject())
        return unreadable();
    KqlTree result;
    result.text = root.value(QLatin1String("text")).toString(text);
    const ColumnLists columns = readColumnLists(root.value(QLatin1String("columns")).toArray());
    result.root = readNode(tree.toObject(), columns);
    const QJsonArray bodies = root.value(QLatin1String("bodies")).toArray();
    for (const QJsonValue &body : bodies)
        result.bodies.push_back(readBody(body.toObject(), columns));
    result.diagnostics = kqlDiagnosticsFrom(root.value(QLatin1String("diagnostics")).toArray(), text);
    return result;
}

QList<KqlDiagnostic> kqlDiagnosticsFrom(const QJsonArray &json, const QString &text)
{
    QList<KqlDiagnostic> diagnostics;
    for (const QJsonValue &diagnostic : json)
        diagnostics.append(readDiagnostic(diagnostic.toObject(), text));
    return diagnostics;
}

Result<QList<KqlDiagnostic>> kqlDiagnosticsFromJson(const QByteArray &json, const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return unreadable();
    return kqlDiagnosticsFrom(document.array(), text);
}

TextPosition textPositionAt(const QString &text, qsizetype offset)
{
    TextPosition position;
    qsizetype lineStart = 0;
    const qsizetype end = std::min(offset, text.size());
    for (qsizetype i = 0; i < end; ++i) {
        const bool carriageReturn = text.at(i) == u'\r' && !(i + 1 < text.size() && text.at(i + 1) == u'\n');
        if (text.at(i) == u'\n' || carriageReturn) {
            ++position.line;
            lineStart = i + 1;
        }
    }
    position.column = static_cast<int>(end - lineStart);
    return position;
}

QString tokenAt(const QString &text, const TextPosition &position)
{
    qsizetype start = 0;
    for (int line = 1; line < position.line && start < text.size(); ++start) {
        const bool carriageReturn =
            text.at(start) == u'\r' && !(start + 1 < text.size() && text.at(start + 1) == u'\n');
        if (text.at(start) == u'\n' || carriageReturn)
            ++line;
    }
    start += position.column;
    if (start >= text.size())
        return {};
    qsizetype end = start;
    while (end < text.size() && isKqlNameCharacter(text.at(end)))
        ++end;
    return text.mid(start, std::max<qsizetype>(1, end - start));
}

} // namespace sonde
