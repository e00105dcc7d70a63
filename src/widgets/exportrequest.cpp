#include "widgets/exportrequest.h"

#include "results/exportprofile.h"
#include "results/parquetwriter.h"
#include "results/xlsxwriter.h"
#include "stores/settingsstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <array>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

constexpr std::array<std::pair<char, const char *>, 4> separatorNames{
    {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}};

} // namespace

QList<ExportFormat> fileFormats()
{
    QList<ExportFormat> formats{ExportFormat::Csv,  ExportFormat::Xlsx,      ExportFormat::Tsv,
                                ExportFormat::Json, ExportFormat::JsonLines, ExportFormat::Markdown,
                                ExportFormat::Html, ExportFormat::KqlTable};
    if (canWriteParquet())
        formats += ExportFormat::Parquet;
    return formats;
}

QString exportFormatLabel(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return Words::tr("CSV");
    case ExportFormat::Tsv:
        return Words::tr("TSV");
    case ExportFormat::JsonLines:
        return Words::tr("JSON Lines");
    case ExportFormat::Json:
        return Words::tr("JSON");
    case ExportFormat::Markdown:
        return Words::tr("Markdown table");
    case ExportFormat::Html:
        return Words::tr("HTML table");
    case ExportFormat::KqlTable:
        return Words::tr("KQL datatable");
    case ExportFormat::InList:
        return Words::tr("IN list");
    case ExportFormat::Xlsx:
        return Words::tr("Excel workbook");
    case ExportFormat::TextTable:
        return Words::tr("Text table");
    case ExportFormat::Parquet:
        return Words::tr("Parquet");
    }
    return {};
}

QString separatorLabel(char separator)
{
    switch (separator) {
    case ',':
        return Words::tr("Comma");
    case ';':
        return Words::tr("Semicolon");
    case '\t':
        return Words::tr("Tab");
    case '|':
        return Words::tr("Pipe");
    default:
        return QString(QLatin1Char(separator));
    }
}

char separatorOfSetting(const QString &setting)
{
    for (const auto &[separator, name] : separatorNames) {
        if (setting == QLatin1String(name))
            return separator;
    }
    if (setting.size() == 1 && isCsvSeparator(setting.front().toLatin1()))
        return setting.front().toLatin1();
    return QLocale().decimalPoint() == QLatin1String(",") ? ';' : ',';
}

QString settingOfSeparator(char separator)
{
    for (const auto &[known, name] : separatorNames) {
        if (separator == known)
            return QLatin1String(name);
    }
    return QString(QLatin1Char(separator));
}

ExportRequest loadExportChoices(const SettingsStore &store)
{
    ExportRequest choices;
    choices.path = store.get(settings::csvFolder);
    choices.options = exportOptionsFromText(store.get(settings::exportDialect));
    ExportOptions &options = choices.options;
    const auto format = exportFormatFromName(store.get(settings::exportFormat));
    options.format = format && fileFormats().contains(*format) ? *format : ExportFormat::Csv;
    options.header = store.get(settings::csvHeader);
    options.separator = separatorOfSetting(store.get(settings::csvSeparator));
    options.byteOrderMark = store.get(settings::csvByteOrderMark);
    options.guardFormulas = store.get(settings::guardFormulas);
    choices.allColumns = store.get(settings::exportAllColumns);
    choices.openWhenDone = store.get(settings::openWhenDone);
    return choices;
}

void saveExportChoices(SettingsStore &store, const ExportRequest &choices)
{
    const ExportOptions &options = choices.options;
    store.set(settings::csvFolder, choices.path);
    store.set(settings::exportFormat, exportFormatName(options.format));
    store.set(settings::csvHeader, options.header);
    // What is the locale's goes on following it.
    if (options.separator != separatorOfSetting(store.get(settings::csvSeparator)))
        store.set(settings::csvSeparator, settingOfSeparator(options.separator));
    store.set(settings::csvByteOrderMark, options.byteOrderMark);
    store.set(settings::guardFormulas, options.guardFormulas);
    store.set(settings::exportAllColumns, choices.allColumns);
    store.set(settings::openWhenDone, choices.openWhenDone);
    // What has no setting of its own; the others are as they are by default there, and so left out.
    ExportOptions dialect = options;
    const ExportOptions standard;
    dialect.format = standard.format;
    dialect.header = standard.header;
    dialect.separator = standard.separator;
    dialect.byteOrderMark = standard.byteOrderMark;
    dialect.guardFormulas = standard.guardFormulas;
    store.set(settings::exportDialect, dialect == standard ? QString() : toText(dialect));
}

int partCount(const ExportRequest &request, qint64 rows)
{
    constexpr auto most = static_cast<qint64>(mostXlsxRows);
    if (request.options.format != ExportFormat::Xlsx || !request.isSplit || rows <= most)
        return 1;
    return static_cast<int>((rows + most - 1) / most);
}

QString partPath(const QString &path, int part, int count)
{
    if (count == 1)
        return path;
    const QFileInfo file(path);
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' + file.suffix());
    return file.dir().filePath(file.completeBaseName() + u'-' + QString::number(part + 1) + suffix);
}

} // namespace sonde
