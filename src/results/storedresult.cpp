#include "results/storedresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

using Key = QLatin1StringView;

constexpr std::array<const char *, 3> completenessNames = {"complete", "partial", "capped"};

QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QJsonValue toJson(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

std::optional<qint64> numberOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts << text.toString();
    return texts;
}

QJsonObject toJson(const Error &error)
{
    return {
        {Key("kind"), errorKindName(error.kind)},
        {Key("message"), error.message},
        {Key("advice"), error.advice},
        {Key("detail"), error.detail},
        {Key("httpStatus"), error.httpStatus},
        {Key("serviceCode"), error.serviceCode},
        {Key("correlationId"), error.correlationId},
    };
}

Error errorOf(const QJsonObject &object)
{
    Error error;
    const QString kind = object.value(Key("kind")).toString();
    for (int i = 0; i <= static_cast<int>(ErrorKind::Usage); ++i) {
        if (errorKindName(static_cast<ErrorKind>(i)) == kind)
            error.kind = static_cast<ErrorKind>(i);
    }
    error.message = object.value(Key("message")).toString();
    error.advice = object.value(Key("advice")).toString();
    error.detail = object.value(Key("detail")).toString();
    error.httpStatus = object.value(Key("httpStatus")).toInt();
    error.serviceCode = object.value(Key("serviceCode")).toString();
    error.correlationId = object.value(Key("correlationId")).toString();
    return error;
}

QJsonObject toJson(const Query &query)
{
    const bool isKql = query.language == QueryLanguage::Kql;
    return {
        {Key("text"), query.text},
        {Key("language"), isKql ? QStringLiteral("kql") : QStringLiteral("classic")},
        {Key("range"), query.range.toString()},
        {Key("top"), toJson(query.top)},
    };
}

Query queryOf(const QJsonObject &object)
{
    Query query;
    query.text = object.value(Key("text")).toString();
    if (object.value(Key("language")) == QLatin1String("classic"))
        query.language = QueryLanguage::Classic;
    if (const auto range = TimeRange::parse(object.value(Key("range")).toString()))
        query.range = *range;
    query.top = numberOf(object.value(Key("top")));
    return query;
}

QJsonObject toJson(const ResultInfo &info)
{
    return {
        {Key("completeness"),
         QString::fromLatin1(completenessNames.at(static_cast<std::size_t>(info.completeness)))},
        {Key("reasons"), QJsonArray::fromStringList(info.reasons)},
        {Key("warnings"), QJsonArray::fromStringList(info.warnings)},
        {Key("error"), info.partialError ? QJsonValue(toJson(*info.partialError)) : QJsonValue()},
        {Key("total"), toJson(info.total)},
        {Key("top"), toJson(info.top)},
        {Key("statistics"), QString::fromUtf8(info.statistics)},
        {Key("render"), QString::fromUtf8(info.render)},
        {Key("answerBytes"), info.answerBytes},
        {Key("elapsedMs"), info.elapsedMs},
        {Key("pendingLooks"), info.pendingLooks},
    };
}

ResultInfo infoOf(const QJsonObject &object)
{
    ResultInfo info;
    const QString completeness = object.value(Key("completeness")).toString();
    for (std::size_t i = 0; i < completenessNames.size(); ++i) {
        if (completeness == QLatin1String(completenessNames[i]))
            info.completeness = static_cast<Completeness>(i);
    }
    info.reasons = textsOf(object.value(Key("reasons")));
    info.warnings = textsOf(object.value(Key("warnings")));
    if (object.value(Key("error")).isObject())
        info.partialError = errorOf(object.value(Key("error")).toObject());
    info.total = numberOf(object.value(Key("total")));
    info.top = numberOf(object.value(Key("top")));
    info.statistics = object.value(Key("statistics")).toString().toUtf8();
    info.render = object.value(Key("render")).toString().toUtf8();
    info.answerBytes = object.value(Key("answerBytes")).toInteger();
    info.elapsedMs = object.value(Key("elapsedMs")).toInteger();
    info.pendingLooks = object.value(Key("pendingLooks")).toInt();
    return info;
}

} // namespace

QByteArray storedResultToJson(const StoredResult &result)
{
    const QJsonObject object{
        {Key("program"), result.program},
        {Key("savedAt"), toJson(result.savedAt)},
        {Key("askedAt"), toJson(result.askedAt)},
        {Key("query"), result.query ? QJsonValue(toJson(*result.query)) : QJsonValue()},
        {Key("connection"), result.connection},
        {Key("workspace"), result.workspace},
        {Key("start"), toJson(result.info.range.start)},
        {Key("end"), toJson(result.info.range.end)},
        {Key("result"), toJson(result.info)},
        {Key("rows"), result.rows},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<StoredResult> storedResultFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object.value(Key("result")).isObject())
        return {};
    StoredResult result;
    result.program = object.value(Key("program")).toString();
    result.savedAt = timeOf(object.value(Key("savedAt")));
    result.askedAt = timeOf(object.value(Key("askedAt")));
    if (object.value(Key("query")).isObject())
        result.query = queryOf(object.value(Key("query")).toObject());
    result.connection = object.value(Key("connection")).toString();
    result.workspace = object.value(Key("workspace")).toString();
    result.info = infoOf(object.value(Key("result")).toObject());
    result.info.range = {timeOf(object.value(Key("start"))), timeOf(object.value(Key("end")))};
    result.rows = object.value(Key("rows")).toInteger();
    return result;
}

} // namespace sonde
