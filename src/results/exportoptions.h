#pragma once

#include <QString>
#include <QTimeZone>
#include <optional>

class QJsonObject;

namespace sonde {

enum class ExportFormat {
    Csv,
    Tsv,
    JsonLines,
    Json,
    Markdown,
    Html,
    KqlTable,
    InList,
    Xlsx,
    TextTable,
    Parquet
};

/// Which fields of CSV and TSV stand in quotes. Those that must are in any case.
enum class CsvQuoting { WhereNeeded, AllText, All };

/// How rows are written, for all formats; each looks at what it knows of.
struct ExportOptions
{
    ExportFormat format = ExportFormat::Csv;
    bool header = true;                           ///< CSV, TSV, HTML, XLSX: the names of the columns first
    char separator = ',';                         ///< CSV: any of ASCII but a quote and what ends a line
    CsvQuoting quoting = CsvQuoting::WhereNeeded; ///< CSV, TSV
    /// CSV, TSV: lines end with CRLF, as RFC 4180 says. Copying to the clipboard ends them with LF.
    bool crlf = true;
    /// CSV, TSV: U+FEFF first, by which Excel knows that the file is UTF-8.
    bool byteOrderMark = false;
    /// CSV, TSV, Markdown, HTML: what stands for a null. A text of the data that is the same is put in
    /// quotes in CSV and TSV.
    QString nullText;
    /// CSV, TSV: 0,5 as spreadsheets of such languages read it.
    bool decimalComma = false;
    /// CSV, TSV: put an apostrophe before text that a spreadsheet would run as a formula (= + - @ tab CR
    /// first).
    bool guardFormulas = false;
    /// Of datetimes, which then name their offset; nothing: UTC. KQL and IN lists are always in UTC.
    std::optional<QTimeZone> zone;

    bool operator==(const ExportOptions &) const = default;
};

/// Whether that character may stand between the fields of CSV.
bool isCsvSeparator(char c);
/// The word of a format on the command line and in files: csv tsv jsonl json markdown html kql in xlsx table
/// parquet.
QString exportFormatName(ExportFormat format);
std::optional<ExportFormat> exportFormatFromName(const QString &name);
/// How the names of its files end, without the dot.
QString exportFormatSuffix(ExportFormat format);

/// The zone of that IANA name; nothing where there is none.
std::optional<QTimeZone> zoneOfId(const QString &id);

/// Everything that is not as it is by default, by name.
QJsonObject toJson(const ExportOptions &options);
/// What is missing or not understood is as it is by default.
ExportOptions exportOptionsFromJson(const QJsonObject &json);

} // namespace sonde
