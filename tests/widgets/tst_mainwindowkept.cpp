#include "stores/samplefavourites.h"
#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/connectionchooser.h"
#include "widgets/favouritesdock.h"
#include "widgets/historydock.h"
#include "widgets/messagebar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/samplequeries.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace sonde;

/// Favourites and history in the real window: what is kept comes back as a tab, and a tab can be kept.
class TestMainWindowKept final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsTheQueryInFront();
    void runsAFavouriteOnce();
    void samplesRunOnTheEmbeddedWorkspace();
    void savingAFavouritesTabChangesItsFile();
    void runsAgainFromTheHistory();
    void aRunOfAConnectionThatIsGoneIsNotRunElsewhere();
    void neverKeepsTheRunsOfAConnection();
    void otherTabsKeepTheirConnection();
    void aTabWhoseConnectionIsGoneDoesNotRunElsewhere();
    void theThemeOfTheMenuIsStored();
    void titleOfTheWindowIsTheTabs();

private:
    MainWindow &window() { return *m_window; }
    QueryPage *openAndRun(const QString &text);
    QString keep(const QString &name);

    std::unique_ptr<WindowFixture> m_fixture;
    MainWindow *m_window = nullptr;
};

void TestMainWindowKept::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_window = &m_fixture->openWindow();
    QVERIFY(m_fixture->favourites().load());
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestMainWindowKept::cleanup()
{
    m_fixture.reset();
}

QueryPage *TestMainWindowKept::openAndRun(const QString &text)
{
    Query query;
    query.text = text;
    QueryPage *page = window().openQuery(query, true);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 3));
    m_fixture->runner.last().job->finish(m_fixture->info());
    return page;
}

/// Saves the query in front as a favourite, as a person does. Returns its path.
QString TestMainWindowKept::keep(const QString &name)
{
    m_fixture->action(QStringLiteral("Save as &favourite…"))->trigger();
    auto *dialog = window().findChild<QDialog *>();
    if (dialog == nullptr)
        return {};
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(name);
    QTest::keyClick(dialog, Qt::Key_Return);
    return window().currentPage()->filePath();
}

void TestMainWindowKept::keepsTheQueryInFront()
{
    Query query;
    query.text = QStringLiteral("Event\n| take 5");
    window().openQuery(query, false);
    const QString path = keep(QStringLiteral("Five events"));
    QVERIFY(!path.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains("// Display name: Five events\n") && bytes.contains("Event\n| take 5"),
             bytes.constData());
    QVERIFY(!window().currentPage()->isModified());
}

void TestMainWindowKept::runsAFavouriteOnce()
{
    Query query;
    query.text = QStringLiteral("Event");
    window().openQuery(query, false);
    const QString path = keep(QStringLiteral("All events"));
    window().tabs().closeCurrent();
    m_fixture->action(QStringLiteral("&Favourites"))->trigger();
    auto *dock = window().findChild<FavouritesDock *>();
    dock->reveal(path);
    for (int times = 1; times <= 2; ++times) {
        QTest::keyClick(dock->findChild<QTreeView *>(), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->runner.runs().size(), times);
        QCOMPARE(m_fixture->runner.last().query.text.trimmed(), QStringLiteral("Event"));
        QCOMPARE(window().tabs().pages().size(), 1); // the second time it is there already
    }
    QCOMPARE(m_fixture->favourites().useOf(path).times, 2);
}

void TestMainWindowKept::samplesRunOnTheEmbeddedWorkspace()
{
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    QTRY_COMPARE(m_fixture->favourites().listings().size(), 2);
    QTRY_VERIFY(!m_fixture->favourites().listings().last().files.isEmpty());
    const FavouriteFile sample = m_fixture->favourites().listings().last().files.first();
    emit window().findChild<FavouritesDock *>()->openRequested(sample, true);
    QCOMPARE(m_fixture->runner.runs().size(), 1);
    QVERIFY(m_fixture->runner.last().connection.embedded);
    QVERIFY(window().currentPage()->filePath().isEmpty());
}

void TestMainWindowKept::savingAFavouritesTabChangesItsFile()
{
    Query query;
    query.text = QStringLiteral("Event");
    window().openQuery(query, false);
    const QString path = keep(QStringLiteral("A"));
    window().currentPage()->editor().insertAt(QStringLiteral("Perf //"), 0, 0);
    QVERIFY(window().currentPage()->isModified());
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QVERIFY(!window().currentPage()->isModified());
    QCOMPARE(window().currentPage()->filePath(), path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith("// Display name: A\n") && bytes.contains("Perf //Event"), bytes.constData());
}

void TestMainWindowKept::runsAgainFromTheHistory()
{
    QSignalSpy written(&m_fixture->history(), &HistoryStore::entryChanged);
    openAndRun(QStringLiteral("Event | take 3"));
    QVERIFY(written.count() > 0 || written.wait());
    window().tabs().closeCurrent();
    m_fixture->action(QStringLiteral("&History"))->trigger();
    auto *list = window().findChild<HistoryDock *>()->findChild<QListView *>();
    QTRY_VERIFY(list->model()->rowCount() > 1); // a heading of the day, and the run
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->runner.runs().size(), 2);
    QCOMPARE(m_fixture->runner.last().query.text, QStringLiteral("Event | take 3"));
}

void TestMainWindowKept::aRunOfAConnectionThatIsGoneIsNotRunElsewhere()
{
    HistoryEntry entry;
    entry.setText(QStringLiteral("SecurityEvent"));
    entry.connectionId = QStringLiteral("gone");
    entry.connectionName = QStringLiteral("Old production");
    emit window().findChild<HistoryDock *>()->openRequested(entry, true);
    QCOMPARE(m_fixture->runner.runs().size(), 0);
    QCOMPARE(window().currentPage()->query().text, QStringLiteral("SecurityEvent"));
    QCOMPARE(m_fixture->messages().message(),
             QStringLiteral("The connection “Old production” is no longer there."));
}

void TestMainWindowKept::neverKeepsTheRunsOfAConnection()
{
    QSignalSpy added(&m_fixture->history(), &HistoryStore::entryAdded);
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    emit window().findChild<HistoryDock *>()->neverKeepRequested(m_fixture->connection.id);
    openAndRun(QStringLiteral("secret stuff"));
    QVERIFY(chooser->setCurrent(embeddedConnectionId));
    openAndRun(QStringLiteral("Event"));
    QVERIFY(added.count() > 0 || added.wait());
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first().first().value<HistoryEntry>().text, QStringLiteral("Event"));
}

void TestMainWindowKept::otherTabsKeepTheirConnection()
{
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    Query query;
    query.text = QStringLiteral("Event");
    QueryPage *page = window().openQuery(query, false);
    QCOMPARE(page->connectionId(), m_fixture->connection.id);
    window().runSample(sampleQueries().first());
    QVERIFY(m_fixture->runner.last().connection.embedded);
    QCOMPARE(page->connectionId(), m_fixture->connection.id);
    QTRY_VERIFY(m_fixture->favourites().listings().size() == 2);
    QTRY_VERIFY(!m_fixture->favourites().listings().last().files.isEmpty());
    window().tabs().setCurrent(page);
    emit window().findChild<FavouritesDock *>()->openRequested(
        m_fixture->favourites().listings().last().files.first(), false);
    QCOMPARE(page->connectionId(), m_fixture->connection.id);
    window().tabs().setCurrent(page);
    QCOMPARE(chooser->current().id, m_fixture->connection.id);
}

void TestMainWindowKept::aTabWhoseConnectionIsGoneDoesNotRunElsewhere()
{
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    Query query;
    query.text = QStringLiteral("Event");
    QueryPage *page = window().openQuery(query, false);
    QVERIFY(m_fixture->connections().remove(m_fixture->connection.id));
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    QCOMPARE(m_fixture->runner.runs().size(), 0);
    QCOMPARE(m_fixture->messages().message(),
             QStringLiteral("The connection of this tab is no longer there."));
    // The person chooses.
    m_fixture->chooseConnection(embeddedConnectionId);
    QCOMPARE(page->connectionId(), QString(embeddedConnectionId));
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    QCOMPARE(m_fixture->runner.runs().size(), 1);
}

void TestMainWindowKept::theThemeOfTheMenuIsStored()
{
    for (QMenu *menu : window().findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("&Dark"))
                action->trigger();
        }
    }
    QCOMPARE(m_fixture->settings().get(settings::theme), ThemeChoice::Dark);
    QVERIFY(m_fixture->theme.isDark());
}

void TestMainWindowKept::titleOfTheWindowIsTheTabs()
{
    Query query;
    query.text = QStringLiteral("Event");
    window().openQuery(query, false, QStringLiteral("Failing disks"));
    QCOMPARE(window().windowTitle(), QStringLiteral("Failing disks[*]"));
    window().openQuery(query, false);
    QCOMPARE(window().windowTitle(), window().tabs().titleOf(window().currentPage()) + QStringLiteral("[*]"));
    window().tabs().closeCurrent();
    QCOMPARE(window().windowTitle(), QStringLiteral("Failing disks[*]"));
}

QTEST_MAIN(TestMainWindowKept)
#include "tst_mainwindowkept.moc"
