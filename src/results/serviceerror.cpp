#include "results/serviceerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

constexpr int deepest = 16; ///< the service nests three levels; a hostile body could nest many

QJsonObject objectOf(const QJsonObject &parent, QLatin1StringView key)
{
    return parent.value(key).toObject();
}

void readPosition(const QJsonObject &level, ServiceErrorBody &body)
{
    const QJsonValue line = level.value(QLatin1StringView("line"));
    // `pos` in the query API (0-based), `column` in the classic search (R: query-syntax-error, 1-based
    // there).
    const QJsonValue pos = level.value(QLatin1StringView("pos"));
    if (line.isDouble() && pos.isDouble())
        body.position = TextPosition{std::max(1, line.toInt()), std::max(0, pos.toInt())};
}

} // namespace

std::optional<ServiceErrorBody> parseServiceError(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    QJsonObject level = objectOf(root, QLatin1StringView("error"));
    if (level.isEmpty())
        return {};
    ServiceErrorBody body;
    body.correlationId = level.value(QLatin1StringView("correlationId")).toString();
    QStringList lines;
    for (int depth = 0; depth < deepest && !level.isEmpty(); ++depth) {
        const QJsonValue codeValue = level.value(QLatin1StringView("code"));
        const QString code =
            codeValue.isDouble() ? QString::number(codeValue.toInteger()) : codeValue.toString();
        const QString message = level.value(QLatin1StringView("message")).toString();
        if (!code.isEmpty()) {
            body.codes << code;
            body.code = code;
        }
        if (!message.isEmpty())
            body.message = message;
        const QString separator = code.isEmpty() || message.isEmpty() ? QString() : QStringLiteral(": ");
        lines << QString(code + separator + message);
        readPosition(level, body);
        QJsonObject next = objectOf(level, QLatin1StringView("innererror"));
        if (next.isEmpty())
            next = level.value(QLatin1StringView("details")).toArray().first().toObject();
        level = next;
    }
    lines.removeAll(QString());
    if (lines.isEmpty())
        return {};
    if (!body.correlationId.isEmpty())
        lines << QLatin1String("correlationId: ") + body.correlationId;
    body.detail = lines.join(QLatin1Char('\n'));
    return body;
}

} // namespace sonde
