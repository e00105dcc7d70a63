#include "results/exportprofile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace sonde {

QString toText(const QList<ExportProfile> &profiles)
{
    QJsonArray array;
    for (const ExportProfile &profile : profiles) {
        QJsonObject json = toJson(profile.options);
        json.insert(QLatin1String("name"), profile.name);
        array.append(json);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<ExportProfile> exportProfilesFromText(const QString &text)
{
    QList<ExportProfile> profiles;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QString name = value.toObject().value(QLatin1String("name")).toString();
        if (!name.isEmpty() && findProfile(profiles, name) == nullptr)
            profiles.append({name, exportOptionsFromJson(value.toObject())});
    }
    return profiles;
}

QString toText(const ExportOptions &options)
{
    return QString::fromUtf8(QJsonDocument(toJson(options)).toJson(QJsonDocument::Compact));
}

ExportOptions exportOptionsFromText(const QString &text)
{
    return exportOptionsFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

const ExportProfile *findProfile(const QList<ExportProfile> &profiles, const QString &name)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&name](const ExportProfile &profile) { return profile.name == name; });
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace sonde
