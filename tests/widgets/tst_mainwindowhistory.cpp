#include "support/windowfixture.h"
#include "widgets/comparedtext.h"
#include "widgets/connectionchooser.h"
#include "widgets/historydock.h"
#include "widgets/messagebar.h"
#include "widgets/querycomparison.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// The history in the real window: a run comes back as a tab, runs again, or is compared with the tab in
/// front.
class TestMainWindowHistory final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void runsAgainFromTheHistory();
    void comparesARunWithTheTab();
    void aRunOfAConnectionThatIsGoneIsNotRunElsewhere();
    void neverKeepsTheRunsOfAConnection();

private:
    MainWindow &window() { return m_fixture->window(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMainWindowHistory::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->openWindow()));
}

void TestMainWindowHistory::runsAgainFromTheHistory()
{
    QSignalSpy written(&m_fixture->history(), &HistoryStore::entryChanged);
    m_fixture->runToEnd(3, QStringLiteral("Event | take 3"));
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

void TestMainWindowHistory::comparesARunWithTheTab()
{
    QSignalSpy written(&m_fixture->history(), &HistoryStore::entryChanged);
    m_fixture->runToEnd(3, QStringLiteral("Event | take 3"));
    QVERIFY(written.count() > 0 || written.wait());
    window().currentPage()->editor().setQueryText(QStringLiteral("Event | take 4"));
    m_fixture->action(QStringLiteral("&History"))->trigger();
    auto *list = window().findChild<HistoryDock *>()->findChild<QListView *>();
    QTRY_VERIFY(list->model()->rowCount() > 1);
    list->setCurrentIndex(list->model()->index(1, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    auto *comparison = window().findChild<QueryComparison *>();
    QVERIFY(comparison);
    QTRY_COMPARE(comparison->differences(), 1);
    const QList<ComparedText *> texts = comparison->findChildren<ComparedText *>();
    QCOMPARE(texts.at(0)->text(), QStringLiteral("Event | take 3"));
    QCOMPARE(texts.at(1)->text(), QStringLiteral("Event | take 4"));
    // The connection is the same, and what the tab has not got does not differ.
    QCOMPARE(comparison->findChildren<QLabel *>(QStringLiteral("different")).size(), 0);
    comparison->reject(); // as Esc does
    QTRY_VERIFY(!window().findChild<QueryComparison *>());
}

void TestMainWindowHistory::aRunOfAConnectionThatIsGoneIsNotRunElsewhere()
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

void TestMainWindowHistory::neverKeepsTheRunsOfAConnection()
{
    QSignalSpy added(&m_fixture->history(), &HistoryStore::entryAdded);
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    emit window().findChild<HistoryDock *>()->neverKeepRequested(m_fixture->connection.id);
    m_fixture->runToEnd(3, QStringLiteral("secret stuff"));
    QVERIFY(chooser->setCurrent(embeddedConnectionId));
    m_fixture->runToEnd(3, QStringLiteral("Event"));
    QVERIFY(added.count() > 0 || added.wait());
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first().first().value<HistoryEntry>().text, QStringLiteral("Event"));
}

QTEST_MAIN(TestMainWindowHistory)
#include "tst_mainwindowhistory.moc"
