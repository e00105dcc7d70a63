#include "engine/engine.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <limits>

namespace sonde {

QByteArray RenderClause::toJson(bool querySorted) const
{
    const auto text = [this](QLatin1StringView property) {
        const QString value = properties.value(property);
        return value.isEmpty() ? QJsonValue() : QJsonValue(value);
    };
    const auto bound = [this](QLatin1StringView property) {
        bool valid = false;
        const double value = properties.value(property).toDouble(&valid);
        return valid ? QJsonValue(value) : QJsonValue(QStringLiteral("NaN"));
    };
    const auto flag = [this](QLatin1StringView property) {
        return properties.value(property).compare(u"true", Qt::CaseInsensitive) == 0;
    };
    QJsonObject object;
    const auto put = [&object](const char *key, const QJsonValue &value) {
        object.insert(QLatin1String(key), value);
    };
    put("visualization", visualization.isEmpty() ? QJsonValue() : QJsonValue(visualization));
    for (const char *key : {"title", "kind", "legend", "series", "xAxis", "xColumn", "xTitle", "yAxis",
                            "yColumns", "ySplit", "yTitle", "anomalyColumns"}) {
        const QByteArray property = QByteArray(key).toLower();
        put(key, text(QLatin1StringView(property.constData(), property.size())));
    }
    put("accumulate", flag(QLatin1StringView("accumulate")));
    put("isQuerySorted", querySorted);
    put("yMin", bound(QLatin1StringView("ymin")));
    put("yMax", bound(QLatin1StringView("ymax")));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace sonde
