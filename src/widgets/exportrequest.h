#pragma once

#include "results/exportoptions.h"

#include <QList>
#include <QString>

namespace sonde {

class SettingsStore;

/// Everything an export needs to know besides the rows. The choices (all but path, selectionOnly and
/// isSplit) are what is remembered for the next time.
struct ExportRequest
{
    QString path;
    ExportOptions options;
    bool selectionOnly = false;
    bool allColumns = false; ///< also those that are hidden, in their own order
    bool openWhenDone = false;
    bool isSplit = false; ///< XLSX: into as many files as the rows need
    bool operator==(const ExportRequest &) const = default;
};

/// The formats that files are written in, the usual ones first.
QList<ExportFormat> fileFormats();
/// What a format is called.
QString exportFormatLabel(ExportFormat format);
/// What a separator is called; the character itself where it has no name.
QString separatorLabel(char separator);

/// The separator that a setting names; see settings::csvSeparator.
char separatorOfSetting(const QString &setting);
QString settingOfSeparator(char separator);

/// The choices of the last export, for the next one; the path is a folder.
ExportRequest loadExportChoices(const SettingsStore &store);
void saveExportChoices(SettingsStore &store, const ExportRequest &choices);

/// How many files that many rows go into, and what they are called: `rows.xlsx` or `rows-1.xlsx`,
/// `rows-2.xlsx`.
int partCount(const ExportRequest &request, qint64 rows);
QString partPath(const QString &path, int part, int count);

} // namespace sonde
