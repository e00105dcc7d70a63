#include "models/resultsmodel.h"
#include "results/resultfile.h"
#include "support/cells.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/messagebar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/recentfiles.h"
#include "widgets/resultfiles.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"

#include <QAction>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// Results saved from the window and opened in it again.
class TestMainWindowResults final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void savesAndOpensAgain();
    void anOpenedResultIsAResultLikeAnother();
    void runsAgain();
    void aConnectionOfAnotherNameStandsIn();
    void opensAnAnswerAsItCame();
    void stopsReading();
    void opensTwiceInOneTab();
    void refusesWhatIsDamaged();
    void asksForAName();
    void savesWhatCameBeforeAFailure();
    void saysWhatKeepsItFromBeingSaved();
    void savingTellsHowFarItIsAndEndsWithItsTab();

private:
    MainWindow &window() { return m_fixture->window(); }
    QueryPage *page() { return window().currentPage(); }
    ResultFiles &files() { return *window().findChild<ResultFiles *>(); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString saved(const QString &name);
    QueryPage *opened(const QString &path);
    static void put(const QString &path, const QByteArray &bytes);
    static QByteArray contentOf(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMainWindowResults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->openWindow();
    m_fixture->chooseConnection(m_fixture->connection.id);
}

void TestMainWindowResults::cleanup()
{
    m_fixture.reset();
}

void TestMainWindowResults::put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray TestMainWindowResults::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The result in front, in a file of that name; empty where it could not be saved.
QString TestMainWindowResults::saved(const QString &name)
{
    QSignalSpy ended(&files(), &ResultFiles::saveEnded);
    files().save(page(), path(name));
    return ended.wait() && QFile::exists(path(name)) ? path(name) : QString();
}

/// The page that shows the file, once all of it is there; null where it is not shown.
QueryPage *TestMainWindowResults::opened(const QString &path)
{
    const QueryPage *before = page();
    window().openFile(path);
    const bool isShown = QTest::qWaitFor(
        [this, before] { return page() != nullptr && page() != before && !page()->isRunning(); });
    return isShown ? page() : nullptr;
}

void TestMainWindowResults::savesAndOpensAgain()
{
    m_fixture->runToEnd(5000);
    const ResultSet *result = page()->pane().result();
    const Query query = page()->query();
    const QByteArrayList last = rowOf(result->table(0)->rows(), 4999);
    const ResultInfo info = result->info();
    const QString file = saved(QStringLiteral("Errors of today.sonde-result"));
    QVERIFY(!file.isEmpty());
    QVERIFY(m_fixture->messages().message().contains(QLatin1String("The result was saved in")));

    QueryPage *shown = opened(file);
    QVERIFY(shown != nullptr);
    QCOMPARE(window().tabs().titleOf(shown), QStringLiteral("Errors of today"));
    QCOMPARE(shown->editor().queryText(), query.text);
    QCOMPARE(shown->connectionId(), m_fixture->connection.id);
    QCOMPARE(shown->pane().result()->table(0)->rows().rowCount(), std::size_t(5000));
    QCOMPARE(rowOf(shown->pane().result()->table(0)->rows(), 4999), last);
    QVERIFY(shown->pane().result()->info().completeness == info.completeness);
    QCOMPARE(shown->status().state, RunStatus::State::Done);
    QVERIFY(shown->status().range == info.range);
    QVERIFY(shown->range() == *TimeRange::between(info.range.start, info.range.end));
    const QString note = shown->pane().originNote();
    for (const QString &fact :
         {QStringLiteral("Opened from “Errors of today.sonde-result”"),
          QStringLiteral("22 Nov 2026 16:02 UTC"), m_fixture->connection.name, QStringLiteral("complete")})
        QVERIFY2(note.contains(fact), qPrintable(note));
    QVERIFY(shown->pane().staleNote().isEmpty());
    QCOMPARE(window().findChild<RecentFiles *>()->paths().value(0), file);
    QVERIFY(!shown->isModified());
}

/// Filters, exports, copies work on the table, wherever its rows come from; and it can be saved again.
void TestMainWindowResults::anOpenedResultIsAResultLikeAnother()
{
    m_fixture->runToEnd(50);
    QueryPage *shown = opened(saved(QStringLiteral("a.sonde-result")));
    QVERIFY(shown != nullptr);
    const Actions &actions = *window().findChild<Actions *>();
    QVERIFY(actions.results.exportRows->isEnabled());
    QVERIFY(actions.results.sort->isEnabled());
    QVERIFY(actions.file.saveResult->isEnabled());
    QVERIFY(!actions.query.stop->isEnabled());
    QCOMPARE(shown->currentView()->resultsModel().rowCount(), 50);
    const QString again = saved(QStringLiteral("b.sonde-result"));
    QCOMPARE(contentOf(again).size(), contentOf(path(QStringLiteral("a.sonde-result"))).size());
    QueryPage *third = opened(again);
    QVERIFY(third != nullptr);
    QCOMPARE(third->rowsOrigin().about.askedAt, shown->rowsOrigin().about.askedAt);
}

void TestMainWindowResults::runsAgain()
{
    m_fixture->runToEnd(5);
    QueryPage *shown = opened(saved(QStringLiteral("a.sonde-result")));
    QVERIFY(shown != nullptr);
    const qsizetype runs = m_fixture->runner.runs().size();
    window().findChild<Actions *>()->query.run->trigger();
    QCOMPARE(m_fixture->runner.runs().size(), runs + 1);
    QCOMPARE(m_fixture->runner.last().connection.id, m_fixture->connection.id);
    // The old rows are greyed until new ones come, and then nothing is of the file any more.
    QVERIFY(!shown->pane().staleNote().isEmpty());
    QVERIFY(!shown->pane().originNote().isEmpty());
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 2));
    m_fixture->runner.last().job->finish(m_fixture->info());
    QVERIFY(shown->pane().originNote().isEmpty());
    QVERIFY(shown->pane().staleNote().isEmpty());
    QVERIFY(shown->rowsOrigin().file.isEmpty());
    QCOMPARE(shown->pane().result()->rowCount(), qint64(2));
}

void TestMainWindowResults::aConnectionOfAnotherNameStandsIn()
{
    StoredResult about;
    about.query = Query();
    about.query->text = QStringLiteral("Heartbeat");
    about.connection = QStringLiteral("Somebody else’s");
    MemorySink sink;
    const CancelState never;
    QVERIFY(writeResultFile(about, {}, sink, never).has_value());
    put(path(QStringLiteral("x.sonde-result")), QByteArray::fromStdString(sink.bytes()));
    QueryPage *shown = opened(path(QStringLiteral("x.sonde-result")));
    QVERIFY(shown != nullptr);
    QCOMPARE(shown->connectionId(), m_fixture->connection.id);
    QVERIFY(shown->pane().originNote().contains(QStringLiteral("in “Somebody else’s”")));
}

void TestMainWindowResults::opensAnAnswerAsItCame()
{
    put(path(QStringLiteral("answer.json")),
        R"({"tables":[{"name":"P","columns":[{"name":"n","type":"long"}],"rows":[[1],[2]]}]})");
    QueryPage *shown = opened(path(QStringLiteral("answer.json")));
    QVERIFY(shown != nullptr);
    QCOMPARE(shown->pane().result()->rowCount(), qint64(2));
    QVERIFY(shown->editor().queryText().isEmpty());
    QCOMPARE(shown->pane().originNote(),
             QStringLiteral("Opened from “answer.json” · its query is not known · complete"));
    QVERIFY(!shown->status().range);
}

/// Rows that are not all there are never said to be.
void TestMainWindowResults::stopsReading()
{
    StoredResult about;
    about.info.completeness = Completeness::Complete;
    RowsOrigin origin{about, {}, path(QStringLiteral("a.sonde-result")), {}};
    QueryPage *shown = window().openQuery(Query(), false);
    auto *job = new SearchJob(0);
    shown->showStored(job, origin);
    job->deliver(WindowFixture::chunk(0, 3));
    QVERIFY2(shown->pane().originNote().endsWith(QLatin1String("not read to its end")),
             qPrintable(shown->pane().originNote()));
    shown->stop();
    QVERIFY(job->cancelState()->isCancelled());
    job->finish(failure(ErrorKind::Cancelled, QStringLiteral("stopped")));
    QCOMPARE(shown->status().state, RunStatus::State::Stopped);
    QVERIFY(shown->pane().originNote().endsWith(QLatin1String("not read to its end")));
    QCOMPARE(shown->pane().result()->rowCount(), qint64(3));
}

void TestMainWindowResults::opensTwiceInOneTab()
{
    m_fixture->runToEnd(5);
    const QString file = saved(QStringLiteral("a.sonde-result"));
    QueryPage *shown = opened(file);
    window().openQuery(Query(), false);
    const qsizetype pages = window().tabs().pages().size();
    window().openFile(file);
    QCOMPARE(page(), shown);
    QCOMPARE(window().tabs().pages().size(), pages);
}

void TestMainWindowResults::refusesWhatIsDamaged()
{
    m_fixture->runToEnd(5);
    const QString file = saved(QStringLiteral("a.sonde-result"));
    put(file, contentOf(file).chopped(1));
    const qsizetype pages = window().tabs().pages().size();
    QSignalSpy failed(&files(), &ResultFiles::failed);
    window().openFile(file);
    QVERIFY(failed.wait());
    QCOMPARE(window().tabs().pages().size(), pages);
    QCOMPARE(m_fixture->messages().message(),
             QStringLiteral("“a.sonde-result” is cut short: its end is missing."));
    QVERIFY(!window().findChild<RecentFiles *>()->paths().contains(file));
    window().openFile(path(QStringLiteral("none.json")));
    QVERIFY(failed.wait());
    QVERIFY(m_fixture->messages().message().startsWith(QLatin1String("There is no file")));
}

void TestMainWindowResults::asksForAName()
{
    const Actions &actions = *window().findChild<Actions *>();
    QVERIFY(!actions.file.saveResult->isEnabled());
    m_fixture->runToEnd(3);
    QVERIFY(actions.file.saveResult->isEnabled());
    actions.file.saveResult->trigger();
    auto *dialog = window().findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(QLatin1String(".sonde-result")));
    QSignalSpy ended(&files(), &ResultFiles::saveEnded);
    emit dialog->fileSelected(path(QStringLiteral("named.sonde-result")));
    dialog->close();
    QVERIFY(ended.wait());
    QVERIFY(QFile::exists(path(QStringLiteral("named.sonde-result"))));
}

void TestMainWindowResults::savesWhatCameBeforeAFailure()
{
    window().openQuery(Query(), true);
    QVERIFY(!window().findChild<Actions *>()->file.saveResult->isEnabled());
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 4));
    QVERIFY(!window().findChild<Actions *>()->file.saveResult->isEnabled());
    m_fixture->runner.last().job->cancel();
    m_fixture->runner.last().job->finish(failure(ErrorKind::Cancelled, QStringLiteral("stopped")));
    QueryPage *shown = opened(saved(QStringLiteral("part.sonde-result")));
    QVERIFY(shown != nullptr);
    QCOMPARE(shown->pane().result()->info().completeness, Completeness::Partial);
    QCOMPARE(shown->pane().result()->rowCount(), qint64(4));
    QVERIFY(shown->pane().originNote().endsWith(QLatin1String("partial")));
}

void TestMainWindowResults::saysWhatKeepsItFromBeingSaved()
{
    m_fixture->runToEnd(3);
    QCOMPARE(saved(QStringLiteral("no/such/folder.sonde-result")), QString());
    QVERIFY(m_fixture->messages().message().contains(QLatin1String("could not be written")));
    QVERIFY(window().findChild<Actions *>()->file.saveResult->isEnabled());
}

void TestMainWindowResults::savingTellsHowFarItIsAndEndsWithItsTab()
{
    m_fixture->runToEnd(3);
    QPointer<QueryPage> going = page();
    files().save(going, path(QStringLiteral("gone.sonde-result")));
    QVERIFY(!window().findChild<Actions *>()->file.saveResult->isEnabled());
    delete going;
    // Nothing speaks of a page that is gone; the next save works.
    m_fixture->runToEnd(3);
    QVERIFY(!saved(QStringLiteral("next.sonde-result")).isEmpty());
}

QTEST_MAIN(TestMainWindowResults)
#include "tst_mainwindowresults.moc"
