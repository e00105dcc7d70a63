#pragma once

#include "results/exportoptions.h"

#include <QList>

namespace sonde {

/// How rows are written, under a name.
struct ExportProfile
{
    QString name;
    ExportOptions options;
    bool operator==(const ExportProfile &) const = default;
};

/// As text, for the settings.
QString toText(const QList<ExportProfile> &profiles);
/// What cannot be read, has no name or a name that stands before it is left out.
QList<ExportProfile> exportProfilesFromText(const QString &text);
/// The same for options alone; what cannot be read is as it is by default.
QString toText(const ExportOptions &options);
ExportOptions exportOptionsFromText(const QString &text);
/// Null where there is none of that name.
const ExportProfile *findProfile(const QList<ExportProfile> &profiles, const QString &name);

} // namespace sonde
