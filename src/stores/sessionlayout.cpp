#include "stores/sessionlayout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SessionLayout)
};

constexpr int fileVersion = 1;

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue &entry : value.toArray()) {
        if (entry.isString())
            strings.append(entry.toString());
    }
    return strings;
}

} // namespace

QByteArray toJson(const SessionLayout &layout)
{
    QJsonArray windows;
    for (const WindowLayout &window : layout.windows) {
        windows.append(QJsonObject{{QStringLiteral("id"), window.id},
                                   {QStringLiteral("geometry"), base64(window.geometry)},
                                   {QStringLiteral("state"), base64(window.state)},
                                   {QStringLiteral("tabs"), QJsonArray::fromStringList(window.tabs)},
                                   {QStringLiteral("currentTab"), window.currentTab}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), fileVersion},
                                     {QStringLiteral("windows"), windows},
                                     {QStringLiteral("closed"), QJsonArray::fromStringList(layout.closed)}})
        .toJson();
}

Result<SessionLayout> sessionLayoutFromJson(const QByteArray &bytes)
{
    QJsonParseError parseError;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &parseError).object();
    if (!json.value(QStringLiteral("windows")).isArray()) {
        return failure(ErrorKind::Decode, Words::tr("The file of the window layout is damaged."), {},
                       parseError.errorString());
    }
    SessionLayout layout;
    for (const QJsonValue &value : json.value(QStringLiteral("windows")).toArray()) {
        const QJsonObject window = value.toObject();
        layout.windows.append(
            {window.value(QStringLiteral("id")).toString(), bytesOf(window.value(QStringLiteral("geometry"))),
             bytesOf(window.value(QStringLiteral("state"))), stringsOf(window.value(QStringLiteral("tabs"))),
             window.value(QStringLiteral("currentTab")).toString()});
    }
    layout.closed = stringsOf(json.value(QStringLiteral("closed")));
    return layout;
}

} // namespace sonde
