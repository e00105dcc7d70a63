#include "azure/azureconnectionprobe.h"
#include "azure/azuresearchrunner.h"
#include "bench/gapmeter.h"
#include "bench/sampleanswer.h"
#include "core/atomicfile.h"
#include "core/endpointsjson.h"
#include "secrets/sessionsecretstore.h"
#include "stores/columnlayoutstore.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "widgets/icons.h"
#include "widgets/mainwindow.h"
#include "widgets/querypage.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

/// How long the window is away while an answer of 100 MB arrives over loopback and is shown, beside the same
/// window and the same server idle. Prints a Markdown table; repeats idle and load in turn, since machines
/// drift.
using namespace sonde;

namespace {

constexpr int rounds = 3;
constexpr int idleMs = 3000;
constexpr int afterLoadMs = 500; ///< the first paints of the whole table count too

/// Turns idle and load phases, one after the other, in the event loop that is measured.
class GapBench final : public QObject
{
    Q_OBJECT

public:
    GapBench(MainWindow &window, Connection connection)
        : m_window(window)
        , m_connection(std::move(connection))
    {}

    void start()
    {
        std::printf(
            "| round | loop | median gap ms | 99th percentile ms | worst ms | ticks | rows | load ms |\n"
            "|---|---|---|---|---|---|---|---|\n");
        nextRound();
    }

signals:
    void done(int exitCode);

private:
    void nextRound()
    {
        if (m_round == rounds) {
            emit done(0);
            return;
        }
        ++m_round;
        m_meter.start();
        QTimer::singleShot(idleMs, this, [this] {
            print("idle", 0, 0);
            load();
        });
    }

    void load()
    {
        Query query;
        query.text = QStringLiteral("Event");
        QueryPage *page = m_window.openQuery(query, false);
        connect(page, &QueryPage::statusChanged, this, [this, page] {
            const RunStatus status = page->status();
            if (status.state == RunStatus::State::Failed) {
                std::fprintf(stderr, "the load failed\n");
                emit done(1);
            }
            if (status.state != RunStatus::State::Done || m_counted == m_round)
                return;
            m_counted = m_round;
            QTimer::singleShot(afterLoadMs, this, [this, status] {
                print("100 MB answer", status.rows, status.elapsedMs);
                nextRound();
            });
        });
        m_meter.start();
        page->run(m_connection);
    }

    void print(const char *what, qint64 rows, qint64 loadMs)
    {
        const GapMeter::Gaps gaps = m_meter.stop();
        std::printf("| %d | %s | %.2f | %.2f | %.2f | %zu | %lld | %lld |\n", m_round, what, gaps.median,
                    gaps.p99, gaps.worst, gaps.ticks, static_cast<long long>(rows),
                    static_cast<long long>(loadMs));
        std::fflush(stdout);
    }

    MainWindow &m_window;
    Connection m_connection;
    GapMeter m_meter;
    int m_round = 0;
    int m_counted = 0;
};

bool makeAnswer(const QString &path)
{
    if (QFileInfo::exists(path))
        return true;
    AtomicFile file(path);
    return file.open() && writeSampleAnswer(200'000, file) && file.commit();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString answer = QCoreApplication::applicationDirPath() + QStringLiteral("/answer-100mb.json");
    if (!makeAnswer(answer)) {
        std::fprintf(stderr, "%s could not be written\n", qUtf8Printable(answer));
        return 1;
    }
    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sandbox.start(QCoreApplication::applicationDirPath() + QStringLiteral("/sonde-sandbox"),
                  {QStringLiteral("--answer"), answer, QStringLiteral("--rows"), QStringLiteral("1000")});
    while (!sandbox.canReadLine() && sandbox.waitForReadyRead(60'000)) {
    }
    const auto endpoints = connectionFromEndpointsJson(sandbox.readLine());
    if (!endpoints) {
        std::fprintf(stderr, "sonde-sandbox did not start\n");
        return 1;
    }
    const QTemporaryDir folder;
    SessionSecretStore secrets;
    secrets.keepForThisRun(endpoints->connection.id, endpoints->secret);
    ConnectionStore connections(folder.filePath(QStringLiteral("connections.json")));
    SettingsStore settings(folder.filePath(QStringLiteral("sonde.ini")));
    Theme theme;
    theme.install();
    const Icons icons(theme);
    const auto clock = std::make_shared<SystemClock>();
    FavouriteStore favourites(
        {folder.filePath(QStringLiteral("favourites")), folder.filePath(QStringLiteral("ledger")), {}},
        *clock);
    HistoryStore history(folder.filePath(QStringLiteral("history")));
    ColumnLayoutStore layouts(folder.filePath(QStringLiteral("columns.json")));
    AzureNetwork network(secrets, clock);
    AzureSearchRunner runner(network, secrets, nullptr);
    AzureConnectionProbe probe(network, secrets);
    MainWindow window(
        {runner, secrets, probe, connections, settings, favourites, history, layouts, theme, icons, *clock});
    window.resize(1400, 900);
    window.show();
    GapBench bench(window, endpoints->connection);
    QObject::connect(&bench, &GapBench::done, &application, &QCoreApplication::exit);
    QTimer::singleShot(1000, &bench, &GapBench::start);
    const int exitCode = QApplication::exec();
    sandbox.terminate();
    sandbox.waitForFinished(10'000);
    return exitCode;
}

#include "guigaps.moc"
