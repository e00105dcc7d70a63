#include "azure/azureconnectionprobe.h"
#include "azure/azureschemasource.h"
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
#include "widgets/filterstrip.h"
#include "widgets/icons.h"
#include "widgets/mainwindow.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultsheader.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/schemakeeper.h"
#include "widgets/tablepane.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

/// How long the window is away while an answer of 100 MB arrives over loopback and is shown, while its rows
/// are sorted again and again, and while filters are typed, beside the same window and the same server idle.
/// Prints a Markdown table; repeats all of it in turn, since machines drift. With the loads stands when the
/// first rows were painted, counted from the run.
using namespace sonde;

namespace {

constexpr int rounds = 3;
constexpr int idleMs = 3000;
constexpr int afterLoadMs = 500; ///< the first paints of the whole table count too
constexpr int sortEveryMs = 400;
constexpr int sortColumn = 6; ///< RenderedDescription
constexpr int typeEveryMs = 150;
/// As somebody types them: hits in a quarter of the rows, in one of a hundred, in none.
constexpr const char *needles[] = {"print queue", "srv-1042", "no such text"};

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
        std::printf("| round | loop | median gap ms | 99th percentile ms | worst ms | ticks | rows or steps "
                    "| load ms | "
                    "first rows painted ms |\n"
                    "|---|---|---|---|---|---|---|---|---|\n");
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
            print("idle", 0);
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
                sort(0);
            });
        });
        m_firstPaintMs = -1;
        qApp->installEventFilter(this);
        m_meter.start();
        m_sinceRun.start();
        page->run(m_connection);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const ResultsView *view = m_window.currentPage()->currentView();
        if (view == nullptr || watched != view->viewport() || view->model()->rowCount() == 0)
            return false;
        // When the paint is through.
        qApp->removeEventFilter(this);
        QTimer::singleShot(0, this, [this] { m_firstPaintMs = m_sinceRun.elapsed(); });
        return false;
    }

    void sort(int step)
    {
        static const std::vector<SortKey> keys[] = {{{sortColumn, false}}, {{sortColumn, true}}, {}};
        if (step == 0)
            m_meter.start();
        if (step == 3 * 3) {
            print("sorting", step);
            type(0);
            return;
        }
        m_window.currentPage()->currentView()->header().setSortKeys(keys[step % 3]);
        QTimer::singleShot(sortEveryMs, this, [this, step] { sort(step + 1); });
    }

    /// One more letter, or all of them away.
    void type(int step)
    {
        TablePane &table = *m_window.currentPage()->pane().currentTable();
        if (step == 0) {
            table.toggleFilters();
            m_meter.start();
        }
        QStringList typed;
        for (const char *needle : needles) {
            const QString text = QString::fromLatin1(needle);
            for (qsizetype letters = 1; letters <= text.size(); ++letters)
                typed.append(text.left(letters));
            typed.append(QString());
        }
        if (step == typed.size()) {
            print("filtering", step);
            m_window.tabs().closeCurrent();
            nextRound();
            return;
        }
        auto *box = table.findChild<FilterStrip *>()->findChild<QLineEdit *>();
        box->setText(typed.at(step));
        QTimer::singleShot(typeEveryMs, this, [this, step] { type(step + 1); });
    }

    void print(const char *what, qint64 count, qint64 loadMs = 0)
    {
        const GapMeter::Gaps gaps = m_meter.stop();
        std::printf("| %d | %s | %.2f | %.2f | %.2f | %zu | %lld | %lld | %lld |\n", m_round, what,
                    gaps.median, gaps.p99, gaps.worst, gaps.ticks, static_cast<long long>(count),
                    static_cast<long long>(loadMs), static_cast<long long>(loadMs > 0 ? m_firstPaintMs : 0));
        std::fflush(stdout);
    }

    MainWindow &m_window;
    Connection m_connection;
    GapMeter m_meter;
    int m_round = 0;
    int m_counted = 0;
    QElapsedTimer m_sinceRun;
    qint64 m_firstPaintMs = -1;
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
    AzureSchemaSource schemaSource(network, secrets, nullptr);
    SchemaKeeper schemas(
        {schemaSource, SchemaCache(folder.filePath(QStringLiteral("tables"))), connections, *clock});
    MainWindow window({runner, secrets, probe, connections, settings, favourites, history, layouts, theme,
                       icons, *clock, schemas});
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
