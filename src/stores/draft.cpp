#include "stores/draft.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <array>
#include <utility>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Draft)
};

constexpr int fileVersion = 1;

constexpr std::array<std::pair<Draft::Title, const char *>, 3> titleNames{
    {{Draft::Title::Numbered, "numbered"}, {Draft::Title::Given, "given"}, {Draft::Title::Own, "own"}}};

QString titleKindName(Draft::Title kind)
{
    for (const auto &[value, name] : titleNames) {
        if (value == kind)
            return QLatin1String(name);
    }
    return {};
}

Draft::Title titleKindOf(const QString &name)
{
    for (const auto &[value, text] : titleNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return Draft::Title::Numbered;
}

/// A lone surrogate has no UTF-8: such a text is kept as its UTF-16 bytes.
void insertText(QJsonObject &json, const QString &text)
{
    if (text.isValidUtf16()) {
        json.insert(QStringLiteral("text"), text);
        return;
    }
    const QByteArray bytes(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    json.insert(QStringLiteral("textUtf16"), QString::fromLatin1(bytes.toBase64()));
}

std::optional<QString> textOf(const QJsonObject &json)
{
    if (const QJsonValue text = json.value(QStringLiteral("text")); text.isString())
        return text.toString();
    const QJsonValue encoded = json.value(QStringLiteral("textUtf16"));
    const auto bytes = QByteArray::fromBase64Encoding(encoded.toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!encoded.isString() || !bytes || (*bytes).size() % 2 != 0)
        return {};
    return QString(reinterpret_cast<const QChar *>((*bytes).constData()), (*bytes).size() / 2);
}

QJsonObject fileToJson(const Draft &draft)
{
    return {{QStringLiteral("path"), draft.filePath},
            {QStringLiteral("modified"), draft.isModified},
            {QStringLiteral("favourite"), draft.isFavourite},
            {QStringLiteral("lastSeen"), draft.fileStamp.modifiedMs},
            {QStringLiteral("size"), draft.fileStamp.size},
            {QStringLiteral("byteOrderMark"), draft.fileForm.byteOrderMark},
            {QStringLiteral("crlf"), draft.fileForm.crlf}};
}

void readFile(const QJsonObject &json, Draft &draft)
{
    draft.filePath = json.value(QStringLiteral("path")).toString();
    draft.isModified = json.value(QStringLiteral("modified")).toBool();
    draft.isFavourite = json.value(QStringLiteral("favourite")).toBool();
    draft.fileStamp.modifiedMs = json.value(QStringLiteral("lastSeen")).toInteger(-1);
    draft.fileStamp.size = json.value(QStringLiteral("size")).toInteger(-1);
    draft.fileForm.byteOrderMark = json.value(QStringLiteral("byteOrderMark")).toBool();
    draft.fileForm.crlf = json.value(QStringLiteral("crlf")).toBool();
}

} // namespace

QString newDraftId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QByteArray toJson(const Draft &draft)
{
    QJsonObject json{
        {QStringLiteral("version"), fileVersion},
        {QStringLiteral("id"), draft.id},
        {QStringLiteral("language"),
         draft.query.language == QueryLanguage::Classic ? QStringLiteral("classic") : QStringLiteral("kql")},
        {QStringLiteral("range"), draft.query.range.toString()},
        {QStringLiteral("serverTimeout"), draft.query.serverTimeoutSeconds},
        {QStringLiteral("connection"), draft.connectionId},
        {QStringLiteral("title"), draft.title},
        {QStringLiteral("titleKind"), titleKindName(draft.titleKind)},
        {QStringLiteral("caretLine"), draft.caretLine},
        {QStringLiteral("caretColumn"), draft.caretColumn},
    };
    insertText(json, draft.query.text);
    if (draft.isPinned)
        json.insert(QStringLiteral("pinned"), true);
    if (!draft.zone.isEmpty())
        json.insert(QStringLiteral("zone"), QString::fromUtf8(draft.zone));
    if (const QString parameters = toText(draft.parameters); !parameters.isEmpty())
        json.insert(QStringLiteral("parameters"), parameters);
    if (draft.query.top)
        json.insert(QStringLiteral("top"), *draft.query.top);
    if (draft.titleKind == Draft::Title::Given)
        json.insert(QStringLiteral("titledText"), draft.titledText);
    if (!draft.filePath.isEmpty())
        json.insert(QStringLiteral("file"), fileToJson(draft));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Draft> draftFromJson(const QByteArray &bytes)
{
    QJsonParseError parseError;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &parseError).object();
    const std::optional<QString> text = textOf(json);
    const QString id = json.value(QStringLiteral("id")).toString();
    if (!text || id.isEmpty()) {
        return failure(ErrorKind::Decode, Words::tr("The file of a tab is damaged."), {},
                       json.isEmpty() ? parseError.errorString() : Words::tr("The text is missing."));
    }
    Draft draft;
    draft.id = id;
    draft.query.text = *text;
    draft.query.language = json.value(QStringLiteral("language")).toString() == QLatin1String("classic")
                               ? QueryLanguage::Classic
                               : QueryLanguage::Kql;
    draft.query.range =
        TimeRange::parse(json.value(QStringLiteral("range")).toString()).value_or(TimeRange());
    if (const qint64 top = json.value(QStringLiteral("top")).toInteger(0); top > 0)
        draft.query.top = top;
    const int timeout = json.value(QStringLiteral("serverTimeout")).toInt();
    if (timeout >= 1 && timeout <= 600)
        draft.query.serverTimeoutSeconds = timeout;
    draft.parameters = parameterValuesFromText(json.value(QStringLiteral("parameters")).toString());
    draft.connectionId = json.value(QStringLiteral("connection")).toString();
    draft.zone = json.value(QStringLiteral("zone")).toString().toUtf8();
    draft.title = json.value(QStringLiteral("title")).toString();
    draft.titleKind = titleKindOf(json.value(QStringLiteral("titleKind")).toString());
    draft.isPinned = json.value(QStringLiteral("pinned")).toBool();
    draft.titledText = json.value(QStringLiteral("titledText")).toString();
    draft.caretLine = std::max(0, json.value(QStringLiteral("caretLine")).toInt());
    draft.caretColumn = std::max(0, json.value(QStringLiteral("caretColumn")).toInt());
    readFile(json.value(QStringLiteral("file")).toObject(), draft);
    return draft;
}

} // namespace sonde
