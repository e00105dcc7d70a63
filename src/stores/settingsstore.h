#pragma once

#include "core/networksettings.h"
#include "core/timerange.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <limits>

namespace sonde {

enum class ThemeChoice { System, Light, Dark };
enum class ContrastChoice { System, Usual, High };
enum class DisplayZone { Utc, Local };

/// One setting: its key in the file, its type and its default.
template <typename T>
struct Setting
{
    const char *key;
    T standard;
};

/// A number outside of its limits is its default, as is anything else that was not expected.
template <>
struct Setting<int>
{
    const char *key;
    int standard;
    int least = std::numeric_limits<int>::min();
    int most = std::numeric_limits<int>::max();
};

/// Every setting of the program, declared once.
namespace settings {
inline const Setting<QString> language{"window/language", {}}; ///< such as "nl"; empty: the system's
inline const Setting<ThemeChoice> theme{"window/theme", ThemeChoice::System};
inline const Setting<ContrastChoice> contrast{"window/contrast", ContrastChoice::System};
inline const Setting<QString> fontFamily{"window/fontFamily", {}}; ///< of the editor; empty: the system's
/// Points, of editor and tables; 0: the system's.
inline const Setting<int> fontSize{"window/fontSize", 0, 6, 48};
inline const Setting<bool> fixedCells{"window/fixedCells", false}; ///< tables in the editor's font too
inline const Setting<QByteArray> geometry{"window/geometry", {}};  ///< as of QWidget::saveGeometry
inline const Setting<QByteArray> windowState{"window/state", {}};  ///< as of QMainWindow::saveState
inline const Setting<QByteArray> splitter{"window/splitter", {}};  ///< as of QSplitter::saveState
/// The order of the favourites and which folders are unfolded, as of FavouritesDock::state.
inline const Setting<QByteArray> favourites{"window/favourites", {}};
/// What is chosen in the dock of the tables, as of TableChoices.
inline const Setting<QByteArray> tables{"window/tables", {}};
/// Which runs the history lists: the word of an outcome, and milliseconds; as of HistoryFilterButton.
inline const Setting<QString> historyOutcome{"window/historyOutcome", {}};
inline const Setting<int> historyLongerThan{"window/historyLongerThan", 0, 0};
/// Whether the history keeps the first rows of each run beside it.
inline const Setting<bool> keepsFirstRows{"history/keepsFirstRows", false};
inline const Setting<bool> severityMarks{"results/severityMarks", true}; ///< at the rows, by their level
inline const Setting<DisplayZone> displayZone{"results/displayZone", DisplayZone::Utc};
/// The word of the format, see exportFormatName().
inline const Setting<QString> exportFormat{"export/format", QStringLiteral("csv")};
/// What else was chosen for the last export, as of toText(ExportOptions).
inline const Setting<QString> exportDialect{"export/dialect", {}};
inline const Setting<bool> exportAllColumns{"export/allColumns", false}; ///< also those that are hidden
/// As of toText(QList<ExportProfile>).
inline const Setting<QString> exportProfiles{"export/profiles", {}};
inline const Setting<bool> csvHeader{"csv/header", true};
/// "locale": what a spreadsheet of the user's expects, which is no comma where numbers are written with one;
/// else a name (comma, semicolon, tab, pipe) or the character itself.
inline const Setting<QString> csvSeparator{"csv/separator", QStringLiteral("locale")};
inline const Setting<bool> wordWrap{"editor/wordWrap", false}; ///< long lines of the query
/// The rules whose advice nobody wants, by their codes with spaces between them.
inline const Setting<QString> adviceOff{"editor/adviceOff", {}};
inline const Setting<bool> csvByteOrderMark{"csv/byteOrderMark", false};
inline const Setting<bool> guardFormulas{"csv/guardFormulas", false};
inline const Setting<bool> openWhenDone{"csv/openWhenDone", false};
inline const Setting<QString> csvFolder{"csv/folder", {}};
inline const Setting<QString> recentFiles{"files/recent", {}}; ///< paths, one a line, the last one first
inline const Setting<QString> lastConnection{"search/connection", {}};
inline const Setting<TimeRange> timeRange{"search/timeRange", {}};
/// Whether the values of parameters are the same in all tabs, and these, as of toText(ParameterValues).
inline const Setting<bool> sharesParameters{"search/sharesParameters", false};
inline const Setting<QString> sharedParameters{"search/sharedParameters", {}};
inline const Setting<int> serverTimeout{"search/serverTimeout", 180, 1, 600}; ///< seconds, of new queries
inline const Setting<NetworkSettings::Proxy> proxy{"network/proxy", NetworkSettings::Proxy::System};
inline const Setting<QString> proxyHost{"network/proxyHost", {}};
inline const Setting<int> proxyPort{"network/proxyPort", 8080, 1, 65535};
inline const Setting<QString> proxyUser{"network/proxyUser", {}};
inline const Setting<QString> caFile{"network/caFile", {}};
inline const Setting<bool> logsRequests{"network/logsRequests", false};
} // namespace settings

/// What the user prefers and where the window was, in one INI file. A value that cannot be understood is its
/// default. For the GUI thread.
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    /// \a path is the file; it and its folder are made with the first write.
    explicit SettingsStore(const QString &path);

    bool get(const Setting<bool> &setting) const;
    int get(const Setting<int> &setting) const;
    QString get(const Setting<QString> &setting) const;
    QByteArray get(const Setting<QByteArray> &setting) const;
    ThemeChoice get(const Setting<ThemeChoice> &setting) const;
    ContrastChoice get(const Setting<ContrastChoice> &setting) const;
    DisplayZone get(const Setting<DisplayZone> &setting) const;
    TimeRange get(const Setting<TimeRange> &setting) const;
    NetworkSettings::Proxy get(const Setting<NetworkSettings::Proxy> &setting) const;

    void set(const Setting<bool> &setting, bool value);
    void set(const Setting<int> &setting, int value);
    void set(const Setting<QString> &setting, const QString &value);
    void set(const Setting<QByteArray> &setting, const QByteArray &value);
    void set(const Setting<ThemeChoice> &setting, ThemeChoice value);
    void set(const Setting<ContrastChoice> &setting, ContrastChoice value);
    void set(const Setting<DisplayZone> &setting, DisplayZone value);
    void set(const Setting<TimeRange> &setting, const TimeRange &value);
    void set(const Setting<NetworkSettings::Proxy> &setting, NetworkSettings::Proxy value);

    /// Writes what is still in memory. Io where the file could not be written.
    Result<void> sync();

signals:
    /// That setting has another value now, whoever set it.
    void changed(const QString &key);

private:
    QString read(const char *key) const;
    template <typename T>
    void write(const Setting<T> &setting, const T &value, const QString &text);

    QSettings m_settings;
};

/// How the network is to be reached. \a requestLogFile is where requests are written if the user wants them
/// written.
NetworkSettings networkSettings(const SettingsStore &store, const QString &requestLogFile);

} // namespace sonde
