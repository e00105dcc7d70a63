#include "models/severity.h"

#include <QCoreApplication>
#include <array>
#include <charconv>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Severity)
};

struct Word
{
    std::string_view text; ///< in small letters
    Severity severity;
};

/// As they are documented for the tables of Azure Monitor; syslog, Windows, .NET, Kubernetes, Google and
/// PostgreSQL have words of their own.
constexpr std::array words{
    Word{"information", Severity::Information},
    Word{"informational", Severity::Information},
    Word{"info", Severity::Information},
    Word{"notice", Severity::Information},
    Word{"low", Severity::Information},
    Word{"log", Severity::Information},
    Word{"default", Severity::Information},
    Word{"logalways", Severity::Information},
    Word{"sev3", Severity::Information},
    Word{"warning", Severity::Warning},
    Word{"warn", Severity::Warning},
    Word{"medium", Severity::Warning},
    Word{"moderate", Severity::Warning},
    Word{"sev2", Severity::Warning},
    Word{"error", Severity::Error},
    Word{"err", Severity::Error},
    Word{"high", Severity::Error},
    Word{"severe", Severity::Error},
    Word{"important", Severity::Error},
    Word{"sev1", Severity::Error},
    Word{"critical", Severity::Critical},
    Word{"crit", Severity::Critical},
    Word{"fatal", Severity::Critical},
    Word{"emergency", Severity::Critical},
    Word{"emerg", Severity::Critical},
    Word{"alert", Severity::Critical},
    Word{"panic", Severity::Critical},
    Word{"very-high", Severity::Critical},
    Word{"very high", Severity::Critical},
    Word{"sev0", Severity::Critical},
    Word{"verbose", Severity::Verbose},
    Word{"debug", Severity::Verbose},
    Word{"trace", Severity::Verbose},
    Word{"sev4", Severity::Verbose},
};

constexpr std::size_t longestWord = 13;

Severity ofWord(std::string_view text)
{
    if (text.empty() || text.size() > longestWord)
        return Severity::None;
    std::array<char, longestWord> small{};
    for (std::size_t i = 0; i < text.size(); ++i)
        small[i] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    const std::string_view folded(small.data(), text.size());
    for (const Word &word : words) {
        if (word.text == folded)
            return word.severity;
    }
    return Severity::None;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// Classic records and custom tables name a column after its type, too.
QString plainName(const QString &name)
{
    const bool hasSuffix = name.endsWith(QLatin1String("_s")) || name.endsWith(QLatin1String("_d"));
    return (hasSuffix ? name.chopped(2) : name).toLower();
}

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::None:
        break;
    case Severity::Verbose:
        return Words::tr("Verbose");
    case Severity::Information:
        return Words::tr("Information");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Error:
        return Words::tr("Error");
    case Severity::Critical:
        return Words::tr("Critical");
    }
    return {};
}

std::optional<SeverityScale> SeverityScale::of(const QList<ColumnHeader> &headers)
{
    struct Known
    {
        QLatin1StringView name;
        Numbers numbers;
    };
    // Where a table has several, the first of these says it; words come before numbers.
    static constexpr std::array known{
        Known{QLatin1StringView("severitytext"), Numbers::Unknown},
        Known{QLatin1StringView("severityname"), Numbers::Unknown},
        Known{QLatin1StringView("eventlevelname"), Numbers::Unknown},
        Known{QLatin1StringView("loglevel"), Numbers::Unknown},
        Known{QLatin1StringView("severitylevel"), Numbers::Insights},
        Known{QLatin1StringView("alertseverity"), Numbers::Unknown},
        Known{QLatin1StringView("severity"), Numbers::Unknown},
        Known{QLatin1StringView("eventseverity"), Numbers::Unknown},
        Known{QLatin1StringView("recommendationseverity"), Numbers::Unknown},
        Known{QLatin1StringView("level"), Numbers::Windows},
        Known{QLatin1StringView("logseverity"), Numbers::CommonEvent},
        Known{QLatin1StringView("errorlevel"), Numbers::Unknown},
        Known{QLatin1StringView("eventlevel"), Numbers::Windows},
        Known{QLatin1StringView("severitynumber"), Numbers::Telemetry},
    };
    for (const Known &candidate : known) {
        for (int column = 0; column < headers.size(); ++column) {
            const ColumnType type = headers.at(column).type;
            const bool isNumber = type == ColumnType::Int || type == ColumnType::Long;
            if (plainName(headers.at(column).name) == candidate.name &&
                (type == ColumnType::String || (isNumber && candidate.numbers != Numbers::Unknown)))
                return SeverityScale(column, candidate.numbers);
        }
    }
    return std::nullopt;
}

Severity SeverityScale::ofNumber(std::int64_t number) const
{
    constexpr std::array windows{Severity::Information, Severity::Critical,    Severity::Error,
                                 Severity::Warning,     Severity::Information, Severity::Verbose};
    constexpr std::array insights{Severity::Verbose, Severity::Information, Severity::Warning,
                                  Severity::Error, Severity::Critical};
    const auto at = [number](const auto &scale) {
        return number >= 0 && number < static_cast<std::int64_t>(scale.size())
                   ? scale[static_cast<std::size_t>(number)]
                   : Severity::None;
    };
    switch (m_numbers) {
    case Numbers::Unknown:
        break;
    case Numbers::Windows:
        return at(windows);
    case Numbers::Insights:
        return at(insights);
    case Numbers::Telemetry:
        if (number < 1 || number > 24)
            break;
        return number < 9    ? Severity::Verbose
               : number < 13 ? Severity::Information
               : number < 17 ? Severity::Warning
               : number < 21 ? Severity::Error
                             : Severity::Critical;
    case Numbers::CommonEvent:
        if (number < 0 || number > 10)
            break;
        return number < 4   ? Severity::Information
               : number < 7 ? Severity::Warning
               : number < 9 ? Severity::Error
                            : Severity::Critical;
    }
    return Severity::None;
}

Severity SeverityScale::read(const CellRef &cell) const
{
    if (cell.isNull())
        return Severity::None;
    if (cell.column->type() != ColumnType::String)
        return ofNumber(cell.column->integer(cell.row));
    const std::string_view text = trimmed(cell.column->text(cell.row));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size())
        return ofNumber(number);
    return ofWord(text);
}

} // namespace sonde
