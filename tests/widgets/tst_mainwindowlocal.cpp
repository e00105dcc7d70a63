// The person's own tables in a window: from the rows in front, from files, and in the dock of the tables.

#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/connectionchooser.h"
#include "widgets/messagebar.h"
#include "widgets/opentabledialog.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/recentfiles.h"
#include "widgets/tablesdock.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline
#include "widgets/undobar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace sonde;

class TestMainWindowLocal final : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    MainWindow &window() const { return m_fixture->window(); }
    Actions &actions() const { return *window().findChild<Actions *>(); }
    TimeRangePicker &picker() const { return *window().findChild<TimeRangePicker *>(); }
    FakeLocalTables &tables() const { return m_fixture->tables; }
    QString text() const { return window().currentPage()->editor().queryText(); }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openWindow();
    }
    void cleanup() { m_fixture.reset(); }

    void rowsAreQueriedAgain()
    {
        QVERIFY(!actions().results.queryRows->isEnabled());
        m_fixture->runToEnd(40);
        QVERIFY(actions().results.queryRows->isEnabled());
        actions().results.queryRows->trigger();
        QCOMPARE(tables().addedRows.size(), 1);
        QCOMPARE(tables().addedRows.first().name, QStringLiteral("Result_1"));
        QCOMPARE(tables().addedRows.first().rows.table.rowCount(), 40U);
        actions().results.queryRows->trigger(); // once more, too soon
        QCOMPARE(tables().addedRows.size(), 1);
        tables().finish({QStringLiteral("A remark\nof two lines")});
        QCOMPARE(window().currentPage()->connectionId(), QString(localConnectionId));
        QCOMPARE(m_fixture->runner.last().connection.id, QString(localConnectionId));
        QVERIFY2(text().endsWith(QStringLiteral("\nResult_1\n| take 100")), qPrintable(text()));
        QVERIFY2(text().contains(QStringLiteral("// A remark of two lines\n")), qPrintable(text()));
        QVERIFY2(text().startsWith(QStringLiteral("// Result_1: 40 rows from ")), qPrintable(text()));
    }

    void ownTablesHaveNoTimeRange()
    {
        m_fixture->runToEnd(3);
        QVERIFY(picker().isEnabled());
        actions().results.queryRows->trigger();
        tables().finish();
        QVERIFY(!picker().isEnabled());
        QVERIFY(picker().toolTip().contains(QStringLiteral("read whole")));
        m_fixture->chooseConnection(m_fixture->connection.id);
        QVERIFY(picker().isEnabled());
    }

    void aFailureIsSaidWhereTheRowsAre()
    {
        QueryPage *page = m_fixture->runToEnd(3);
        actions().results.queryRows->trigger();
        tables().fail(diskIsFull());
        QCOMPARE(window().currentPage(), page);
        QCOMPARE(m_fixture->messages().message(), QStringLiteral("The disk is full."));
    }

    void aTabThatIsClosedStopsIt()
    {
        m_fixture->runToEnd(3);
        actions().results.queryRows->trigger();
        const CancelStatePtr cancel = tables().job->cancelState();
        window().tabs().closeCurrent();
        QTRY_VERIFY(cancel->isCancelled());
    }

    void aCsvFileIsOpenedAsATable()
    {
        ImportGuess guess;
        guess.tables = {
            {QStringLiteral("rows"), {}, 0, {{QStringLiteral("a"), ColumnType::Long, QStringLiteral("a")}}}};
        tables().guesses.insert(QStringLiteral("rows.csv"), guess);
        window().openFile(QStringLiteral("/data/rows.csv"));
        auto *dialog = window().findChild<OpenTableDialog *>();
        QVERIFY(dialog != nullptr);
        auto *open = dialog->findChild<QPushButton *>(QStringLiteral("open"));
        QTRY_VERIFY(open->isEnabled());
        QTest::mouseClick(open, Qt::LeftButton);
        // One that comes while it is read has a dialog of its own.
        window().openFile(QStringLiteral("/data/late.csv"));
        QCOMPARE(window().findChildren<OpenTableDialog *>().size(), 2);
        tables().finish();
        QVERIFY2(text().endsWith(QStringLiteral("rows\n| take 100")), qPrintable(text()));
        // It can be opened again when the tables are gone.
        QCOMPARE(window().findChild<RecentFiles *>()->paths(), QStringList{QStringLiteral("/data/rows.csv")});
        QCOMPARE(window().currentPage()->connectionId(), QString(localConnectionId));
    }

    void filesOneAfterTheOtherShareADialog()
    {
        window().openFile(QStringLiteral("/data/a.csv"));
        window().openFile(QStringLiteral("/data/b.csv"));
        const auto dialogs = window().findChildren<OpenTableDialog *>();
        QCOMPARE(dialogs.size(), 1);
        QCOMPARE(dialogs.first()->paths(),
                 (QStringList{QStringLiteral("/data/a.csv"), QStringLiteral("/data/b.csv")}));
    }

    void theNextStartIsOnAWorkspace()
    {
        m_fixture->runToEnd(3);
        actions().results.queryRows->trigger();
        tables().finish();
        window().close();
        QCOMPARE(m_fixture->settings().get(settings::lastConnection), QString(embeddedConnectionId));
    }

    void theDockRemovesThemAndBringsThemBack()
    {
        m_fixture->runToEnd(3);
        actions().results.queryRows->trigger();
        tables().finish();
        actions().view.tables->trigger();
        auto &dock = *window().findChild<TablesDock *>();
        QVERIFY(WindowFixture::settle(dock));
        QTRY_VERIFY(!m_fixture->schemaSource.asked.isEmpty() && m_fixture->schemaSource.asked.last().local);
        m_fixture->schemaSource.answer(tables().schema());
        auto &tree = *dock.findChild<QTreeView *>();
        const auto &model = static_cast<SchemaModel &>(*tree.model());
        QTRY_VERIFY(model.indexOfTable(QStringLiteral("Result_1")).isValid());
        tree.setCurrentIndex(model.indexOfTable(QStringLiteral("Result_1")));
        tree.setFocus();
        QTest::keyClick(&tree, Qt::Key_Delete);
        QVERIFY(tables().tables().isEmpty());
        auto &undo = *dock.findChild<UndoBar *>();
        QVERIFY(undo.isVisible());
        QVERIFY(undo.sentence().contains(QStringLiteral("Result_1")));
        // It was the last: the list has made place for a button.
        m_fixture->schemaSource.answer(tables().schema());
        QTRY_VERIFY(!tree.isVisible());
        QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused != nullptr && dock.isAncestorOf(focused));
        QTest::keyClick(focused, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(tables().tables().size(), 1);
        QVERIFY(!undo.isVisible());
        // There is nothing to bring back where a new one has its name.
        m_fixture->schemaSource.answer(tables().schema());
        QTRY_VERIFY(tree.isVisible());
        tree.setCurrentIndex(model.indexOfTable(QStringLiteral("Result_1")));
        tree.setFocus();
        QTest::keyClick(&tree, Qt::Key_Delete);
        QVERIFY(undo.isVisible());
        const std::unique_ptr<LocalTablesJob> another(tables().addRows(QStringLiteral("Result_1"), {}, {}));
        tables().finish();
        m_fixture->schemaSource.answer(tables().schema());
        QTRY_VERIFY(!undo.isVisible());
        QCOMPARE(tables().tables().size(), 1);
        QVERIFY(tables().removed().isEmpty());
    }

    void removedTablesComeBackOneAfterTheOther()
    {
        m_fixture->runToEnd(3);
        actions().results.queryRows->trigger();
        tables().finish();
        const std::unique_ptr<LocalTablesJob> another(tables().addRows(QStringLiteral("Other"), {}, {}));
        tables().finish();
        actions().view.tables->trigger();
        auto &dock = *window().findChild<TablesDock *>();
        QVERIFY(WindowFixture::settle(dock));
        QTRY_VERIFY(!m_fixture->schemaSource.asked.isEmpty() && m_fixture->schemaSource.asked.last().local);
        m_fixture->schemaSource.answer(tables().schema());
        auto &tree = *dock.findChild<QTreeView *>();
        const auto &model = static_cast<SchemaModel &>(*tree.model());
        auto &undo = *dock.findChild<UndoBar *>();
        for (const QString &name : {QStringLiteral("Result_1"), QStringLiteral("Other")}) {
            QTRY_VERIFY(model.indexOfTable(name).isValid());
            tree.setCurrentIndex(model.indexOfTable(name));
            tree.setFocus();
            QTest::keyClick(&tree, Qt::Key_Delete);
        }
        QVERIFY(tables().tables().isEmpty());
        QTest::keyClick(&tree, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(tables().has(QStringLiteral("Other")));
        QVERIFY(undo.sentence().contains(QStringLiteral("Result_1")));
        QTest::keyClick(&tree, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(tables().has(QStringLiteral("Result_1")));
        QVERIFY(!undo.isVisible());
    }

    void tablesOfAWorkspaceAreNotRemoved()
    {
        m_fixture->runToEnd(3);
        m_fixture->chooseConnection(m_fixture->connection.id);
        actions().view.tables->trigger();
        auto &dock = *window().findChild<TablesDock *>();
        QVERIFY(WindowFixture::settle(dock));
        auto schema = std::make_shared<KqlSchema>();
        schema->tables = {KqlTable{QStringLiteral("Event"), {}}};
        QTRY_VERIFY(!m_fixture->schemaSource.asked.isEmpty());
        m_fixture->schemaSource.answer(KqlSchemaPtr(schema));
        auto &tree = *dock.findChild<QTreeView *>();
        const auto &model = static_cast<SchemaModel &>(*tree.model());
        QTRY_VERIFY(model.indexOfTable(QStringLiteral("Event")).isValid());
        tree.setCurrentIndex(model.indexOfTable(QStringLiteral("Event")));
        QSignalSpy removed(&dock, &TablesDock::removeRequested);
        tree.setFocus();
        QTest::keyClick(&tree, Qt::Key_Delete);
        QVERIFY(removed.isEmpty());
        QVERIFY(!dock.findChild<UndoBar *>()->isVisible());
    }
};

QTEST_MAIN(TestMainWindowLocal)
#include "tst_mainwindowlocal.moc"
