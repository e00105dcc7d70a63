#include "ports/resultopening.h"
#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/comparedtext.h"
#include "widgets/connectionchooser.h"
#include "widgets/historydock.h"
#include "widgets/messagebar.h"
#include "widgets/querycomparison.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"

#include <QAction>
#include <QChildEvent>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

namespace {

/// Is told of each child that an object gets, once that is whole and before anything else is.
class ChildWatch final : public QObject
{
public:
    ChildWatch(QObject &parent, std::function<void(QObject *)> told)
        : m_told(std::move(told))
    {
        parent.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ChildAdded) {
            const QPointer<QObject> child = static_cast<QChildEvent *>(event)->child();
            QMetaObject::invokeMethod(
                this,
                [this, child] {
                    if (child)
                        m_told(child);
                },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void(QObject *)> m_told;
};

} // namespace

/// The history in the real window: a run comes back as a tab, runs again, or is compared with the tab in
/// front.
class TestMainWindowHistory final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void runsAgainFromTheHistory();
    void opensWithTheRowsKept();
    void runsInsteadOfShowingTheRowsKept();
    void runsWhileTheRowsKeptAreRead_data();
    void runsWhileTheRowsKeptAreRead();
    void rowsGoWithTheSetting();
    void saysThatRowsAreNoLongerKept();
    void saysThatRowsKeptAreDamaged();
    void comparesARunWithTheTab();
    void aRunOfAConnectionThatIsGoneIsNotRunElsewhere();
    void neverKeepsTheRunsOfAConnection();

private:
    MainWindow &window() { return m_fixture->window(); }
    /// Of a run of so many rows, the first of which are kept; its tab is closed.
    HistoryEntry keptRun(int rows);
    QString origin() const;
    /// Newest first, after all that the history was asked so far.
    QList<HistoryEntry> runsKept();

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

HistoryEntry TestMainWindowHistory::keptRun(int rows)
{
    m_fixture->settings().set(settings::keepsFirstRows, true);
    QSignalSpy written(&m_fixture->history(), &HistoryStore::entryChanged);
    m_fixture->runToEnd(rows, QStringLiteral("Event | take %1").arg(rows));
    // Once when it ended, once when its rows were there.
    if (!QTest::qWaitFor([&written] { return written.count() == 2; }))
        return {};
    window().tabs().closeCurrent();
    return written.last().first().value<HistoryEntry>();
}

QString TestMainWindowHistory::origin() const
{
    return m_fixture->window().currentPage()->pane().originNote();
}

QList<HistoryEntry> TestMainWindowHistory::runsKept()
{
    std::optional<QList<HistoryEntry>> runs;
    m_fixture->history().search({}, this, [&runs](const Result<HistoryPage> &found) {
        runs = found ? found->entries : QList<HistoryEntry>();
    });
    if (!QTest::qWaitFor([&runs] { return runs.has_value(); }))
        qWarning("No answer came.");
    return runs.value_or(QList<HistoryEntry>());
}

void TestMainWindowHistory::opensWithTheRowsKept()
{
    const HistoryEntry run = keptRun(300);
    QCOMPARE(run.keptRows, 200);
    m_fixture->action(QStringLiteral("&History"))->trigger();
    auto *list = window().findChild<HistoryDock *>()->findChild<QListView *>();
    QTRY_VERIFY(list->model()->rowCount() > 1);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(window().currentPage()->status().state, RunStatus::State::Done);
    QueryPage &page = *window().currentPage();
    QCOMPARE(m_fixture->runner.runs().size(), 1);
    QCOMPARE(page.query().text, run.text);
    QCOMPARE(page.status().rows, 200);
    QCOMPARE(page.status().completeness, Completeness::Partial);
    QVERIFY2(origin().startsWith(
                 QStringLiteral("The first 200 of 300 rows, as they were on 22 Nov 2026 16:02 UTC")),
             qPrintable(origin()));
    // That is no trouble to be told of.
    QVERIFY(!page.pane().messages().isVisible());
    QCOMPARE(runsKept().size(), 1); // to show them was none
}

void TestMainWindowHistory::runsInsteadOfShowingTheRowsKept()
{
    const HistoryEntry run = keptRun(30);
    emit window().findChild<HistoryDock *>()->openRequested(run, true);
    QCOMPARE(m_fixture->runner.runs().size(), 2);
    runsKept(); // what was asked of the history before is answered now
    QCOMPARE(window().currentPage()->status().state, RunStatus::State::Running);
    QVERIFY(!window().currentPage()->findChild<ResultOpening *>());
    // Run before they came.
    emit window().findChild<HistoryDock *>()->openRequested(run, false);
    window().currentPage()->run(m_fixture->connection);
    runsKept();
    QCOMPARE(window().currentPage()->status().state, RunStatus::State::Running);
    QVERIFY(!window().currentPage()->findChild<ResultOpening *>());
}

void TestMainWindowHistory::runsWhileTheRowsKeptAreRead_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("whole") << QByteArray();
    QTest::newRow("damaged") << QByteArrayLiteral("no such file");
}

void TestMainWindowHistory::runsWhileTheRowsKeptAreRead()
{
    QFETCH(const QByteArray, file);
    HistoryEntry run = keptRun(30);
    run.connectionId = QStringLiteral("gone");
    if (!file.isEmpty()) {
        QSignalSpy changed(&m_fixture->history(), &HistoryStore::entryChanged);
        m_fixture->history().keepRows(run.id, [file] { return KeptRows{file, 30}; });
        QVERIFY(changed.count() > 0 || changed.wait());
    }
    emit window().findChild<HistoryDock *>()->openRequested(run, false);
    QueryPage *page = window().currentPage();
    QVERIFY(page->pane().messages().isVisible()); // that the connection is gone, from the start
    QPointer<ResultOpening> opening;
    bool hasBegun = false;
    // Begins when the rows have come from the history and are being read.
    ChildWatch watch(*page, [&](QObject *child) {
        opening = qobject_cast<ResultOpening *>(child);
        if (!opening)
            return;
        hasBegun = true;
        page->run(m_fixture->connection);
    });
    QTRY_VERIFY(hasBegun);
    QTRY_VERIFY(!opening); // it has come to its end
    QCOMPARE(page->status().state, RunStatus::State::Running);
    QCOMPARE(page->status().rows, 0);
    QVERIFY(!page->pane().messages().isVisible());
}

void TestMainWindowHistory::rowsGoWithTheSetting()
{
    keptRun(30);
    QCOMPARE(runsKept().value(0).keptRows, 30);
    m_fixture->settings().set(settings::keepsFirstRows, false);
    QCOMPARE(runsKept().value(0).keptRows, 0);
}

void TestMainWindowHistory::saysThatRowsAreNoLongerKept()
{
    const HistoryEntry run = keptRun(30);
    m_fixture->history().forgetRows();
    emit window().findChild<HistoryDock *>()->openRequested(run, false);
    QTRY_COMPARE(m_fixture->messages().message(), QStringLiteral("The rows of this run are no longer kept."));
    QCOMPARE(window().currentPage()->query().text, run.text);
}

void TestMainWindowHistory::saysThatRowsKeptAreDamaged()
{
    HistoryEntry run = keptRun(30);
    QSignalSpy changed(&m_fixture->history(), &HistoryStore::entryChanged);
    m_fixture->history().keepRows(run.id, [] { return KeptRows{QByteArrayLiteral("no such file"), 30}; });
    QVERIFY(changed.count() > 0 || changed.wait());
    emit window().findChild<HistoryDock *>()->openRequested(run, false);
    QTRY_COMPARE(m_fixture->messages().message(),
                 QStringLiteral("The rows kept with this run could not be read."));
    QCOMPARE(window().currentPage()->query().text, run.text);
    // Who runs it would rather know this.
    run.connectionId = QStringLiteral("gone");
    run.connectionName = QStringLiteral("Old production");
    emit window().findChild<HistoryDock *>()->openRequested(run, false);
    QTRY_COMPARE(m_fixture->messages().message(),
                 QStringLiteral("The connection “Old production” is no longer there."));
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
