#include "results/exportoptions.h"

#include <QJsonObject>
#include <array>
#include <utility>

namespace sonde {

namespace {

struct FormatWords
{
    ExportFormat format;
    const char *name;
    const char *suffix;
};

constexpr std::array<FormatWords, 11> formats{{
    {ExportFormat::Csv, "csv", "csv"},
    {ExportFormat::Tsv, "tsv", "tsv"},
    {ExportFormat::JsonLines, "jsonl", "jsonl"},
    {ExportFormat::Json, "json", "json"},
    {ExportFormat::Markdown, "markdown", "md"},
    {ExportFormat::Html, "html", "html"},
    {ExportFormat::KqlTable, "kql", "kql"},
    {ExportFormat::InList, "in", "txt"},
    {ExportFormat::Xlsx, "xlsx", "xlsx"},
    {ExportFormat::TextTable, "table", "txt"},
    {ExportFormat::Parquet, "parquet", "parquet"},
}};

const FormatWords &wordsOf(ExportFormat format)
{
    return formats.at(static_cast<std::size_t>(format));
}

constexpr std::array<std::pair<CsvQuoting, const char *>, 3> quotings{{
    {CsvQuoting::WhereNeeded, "needed"},
    {CsvQuoting::AllText, "text"},
    {CsvQuoting::All, "all"},
}};

} // namespace

bool isCsvSeparator(char c)
{
    return c == '\t' || (c >= ' ' && c < 0x7F && c != '"');
}

QString exportFormatName(ExportFormat format)
{
    return QLatin1String(wordsOf(format).name);
}

std::optional<ExportFormat> exportFormatFromName(const QString &name)
{
    for (const FormatWords &words : formats) {
        if (name == QLatin1String(words.name))
            return words.format;
    }
    return {};
}

QString exportFormatSuffix(ExportFormat format)
{
    return QLatin1String(wordsOf(format).suffix);
}

std::optional<QTimeZone> zoneOfId(const QString &id)
{
    // An empty name is a zone to Qt.
    if (id.isEmpty())
        return {};
    const QTimeZone zone(id.toLatin1());
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

QJsonObject toJson(const ExportOptions &options)
{
    const ExportOptions standard;
    QJsonObject json;
    const auto put = [&json](const char *name, bool isStandard, const QJsonValue &value) {
        if (!isStandard)
            json.insert(QLatin1String(name), value);
    };
    put("format", options.format == standard.format, exportFormatName(options.format));
    put("header", options.header == standard.header, options.header);
    put("separator", options.separator == standard.separator, QString(QLatin1Char(options.separator)));
    put("quoting", options.quoting == standard.quoting,
        QLatin1String(quotings.at(static_cast<std::size_t>(options.quoting)).second));
    put("crlf", options.crlf == standard.crlf, options.crlf);
    put("byteOrderMark", options.byteOrderMark == standard.byteOrderMark, options.byteOrderMark);
    put("nullText", options.nullText == standard.nullText, options.nullText);
    put("decimalComma", options.decimalComma == standard.decimalComma, options.decimalComma);
    put("guardFormulas", options.guardFormulas == standard.guardFormulas, options.guardFormulas);
    if (options.zone)
        json.insert(QLatin1String("zone"), QString::fromLatin1(options.zone->id()));
    return json;
}

ExportOptions exportOptionsFromJson(const QJsonObject &json)
{
    ExportOptions options;
    const auto flag = [&json](const char *name, bool standard) {
        return json.value(QLatin1String(name)).toBool(standard);
    };
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    options.format = exportFormatFromName(text("format")).value_or(options.format);
    options.header = flag("header", options.header);
    const QString separator = text("separator");
    if (separator.size() == 1 && isCsvSeparator(separator.front().toLatin1()))
        options.separator = separator.front().toLatin1();
    for (const auto &[quoting, name] : quotings) {
        if (text("quoting") == QLatin1String(name))
            options.quoting = quoting;
    }
    options.crlf = flag("crlf", options.crlf);
    options.byteOrderMark = flag("byteOrderMark", options.byteOrderMark);
    options.nullText = text("nullText");
    options.decimalComma = flag("decimalComma", options.decimalComma);
    options.guardFormulas = flag("guardFormulas", options.guardFormulas);
    options.zone = zoneOfId(text("zone"));
    return options;
}

} // namespace sonde
