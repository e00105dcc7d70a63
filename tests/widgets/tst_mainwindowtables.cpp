#include "kql/builtintables.h"
#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/emptystate.h"
#include "widgets/messagebar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/tablesdock.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

using namespace sonde;

namespace {

KqlTable table(const char *name, const QStringList &columns, const char *solution)
{
    KqlTable table{QString::fromLatin1(name)};
    for (const QString &column : columns)
        table.columns.append({column, QStringLiteral("string")});
    table.solutions << QString::fromLatin1(solution);
    return table;
}

KqlSchemaPtr someSchema()
{
    auto schema = std::make_shared<KqlSchema>();
    schema->tables = {
        table("Event", {QStringLiteral("TimeGenerated"), QStringLiteral("Computer")}, "Log Management"),
        table("my table", {QStringLiteral("a b"), QStringLiteral("c")}, "Log Management"),
        table("SecurityEvent", {QStringLiteral("TimeGenerated"), QStringLiteral("Account")}, "Sentinel")};
    schema->functions = {
        {QStringLiteral("Busy"), {}, QStringLiteral("Perf\n| take 7"), {}, {}, {}},
        {QStringLiteral("Least"), QStringLiteral("n: long"), QStringLiteral("Perf"), {}, {}, {}}};
    return schema;
}

} // namespace

/// The dock of the tables in a window: what it shows of a connection, and what it does to the query.
class TestMainWindowTables : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    MainWindow &window() const { return m_fixture->window(); }
    TablesDock &dock() const { return *window().findChild<TablesDock *>(); }
    QTreeView &tree() const { return *dock().findChild<QTreeView *>(); }
    SchemaModel &model() const { return static_cast<SchemaModel &>(*tree().model()); }
    QLineEdit &searchField() const { return *dock().findChild<QLineEdit *>(); }
    FakeSchemaSource &source() const { return m_fixture->schemaSource; }
    QString note() const
    {
        const QList<QLabel *> labels =
            dock().widget()->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
        return labels.isEmpty() ? QString() : labels.last()->text();
    }
    QString text() const { return window().currentPage()->editor().queryText(); }
    void toggle() const { window().findChild<Actions *>()->view.tables->trigger(); }
    void open(const KqlSchemaPtr &schema = someSchema()) const
    {
        toggle();
        QVERIFY(WindowFixture::settle(dock()));
        QTRY_COMPARE(source().asked.size(), 1);
        source().answer(schema);
    }
    void choose(const QString &name, const QString &column = {}) const
    {
        QModelIndex index = model().indexOfTable(name);
        if (!column.isEmpty()) {
            const QString key = model().keyOf(index) + u'\n' + column;
            index = model().indexOf(key);
        }
        QVERIFY2(index.isValid(), qPrintable(name));
        tree().scrollTo(index);
        tree().setCurrentIndex(index);
    }
    void doubleClick() const
    {
        const QPoint place = tree().visualRect(tree().currentIndex()).center();
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(tree().viewport(), Qt::LeftButton, {}, place);
    }
    void openQuery(const QString &query) const
    {
        Query opened;
        opened.text = query;
        window().openQuery(opened, false);
        QsciScintilla &editor = window().currentPage()->editor();
        editor.SendScintilla(QsciScintillaBase::SCI_DOCUMENTEND);
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openWindow();
        m_fixture->chooseConnection(m_fixture->connection.id);
    }
    void cleanup()
    {
        m_fixture.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void hiddenDockAsksNobody()
    {
        QVERIFY(!dock().isVisible());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(source().asked.isEmpty());
    }

    void builtinTablesUntilListed()
    {
        toggle();
        QVERIFY(WindowFixture::settle(dock()));
        QVERIFY(searchField().hasFocus());
        QTRY_COMPARE(model().rowCount(), 925);
        QTRY_COMPARE(source().asked.size(), 1);
        QCOMPARE(source().asked.first().id, m_fixture->connection.id);
        QCOMPARE(note(), QStringLiteral("Fetching the tables…"));
        source().answer(someSchema());
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(note(), QStringLiteral("As the workspace listed them: 16:02 UTC"));
        // All of the few tables are in sight.
        QVERIFY(tree().isExpanded(model().index(0, 0)));
        QVERIFY(!tree().isExpanded(model().indexOfTable(QStringLiteral("Event"))));
        // The key closes it from within, and the query has the keyboard.
        openQuery(QStringLiteral("Event"));
        searchField().setFocus();
        toggle();
        QVERIFY(!dock().isVisible());
        QVERIFY(window().currentPage()->editor().hasFocus());
    }

    void aRunAsksForTheTables()
    {
        openQuery(QStringLiteral("Event"));
        window().findChild<Actions *>()->query.run->trigger();
        QTRY_COMPARE(source().asked.size(), 1);
        QCOMPARE(source().asked.first().id, m_fixture->connection.id);
    }

    void followsTheConnection()
    {
        open();
        QCOMPARE(model().rowCount(), 3);
        m_fixture->chooseConnection(embeddedConnectionId);
        QTRY_COMPARE(source().asked.size(), 2);
        QVERIFY(source().asked.last().embedded);
        QTRY_COMPARE(model().schema(), builtinSchema());
        m_fixture->chooseConnection(m_fixture->connection.id);
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(source().asked.size(), 2);
    }

    void failureCanBeTriedAgain()
    {
        toggle();
        QTRY_COMPARE(source().asked.size(), 1);
        source().answer(
            failure(ErrorKind::Offline, QStringLiteral("No network."), QStringLiteral("Find one.")));
        const auto *bar = dock().findChild<MessageBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message(), QStringLiteral("No network."));
        QCOMPARE(note(),
                 QStringLiteral("The public tables of Azure Monitor, until the workspace lists its own."));
        m_fixture->button(QStringLiteral("Try again"))->click();
        QCOMPARE(source().asked.size(), 2);
        QVERIFY(!bar->isVisible());
        source().answer(someSchema());
        QCOMPARE(model().rowCount(), 3);
        QVERIFY(!bar->isVisible());
    }

    void refreshesOnDemand()
    {
        open();
        m_fixture->action(QStringLiteral("Refresh ta&bles"))->trigger();
        QCOMPARE(source().asked.size(), 2);
        auto more = std::make_shared<KqlSchema>(*someSchema());
        more->tables << table("New_CL", {QStringLiteral("a")}, "Custom");
        source().answer(more);
        QVERIFY(model().indexOfTable(QStringLiteral("New_CL")).isValid());
    }

    void workspaceWithoutTables()
    {
        open(std::make_shared<KqlSchema>());
        const auto *empty = dock().findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), QStringLiteral("The workspace lists no tables."));
    }

    void insertsAtTheCaret()
    {
        open();
        openQuery(QStringLiteral("Event\n| where "));
        choose(QStringLiteral("Event"), QStringLiteral("Computer"));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("Event\n| where Computer"));
        QVERIFY(window().currentPage()->editor().hasFocus());
        // Not into the word before it; in brackets where its name needs them.
        choose(QStringLiteral("my table"), QStringLiteral("a b"));
        doubleClick();
        QCOMPARE(text(), QStringLiteral("Event\n| where Computer [\"a b\"]"));
        window().currentPage()->editor().undo();
        QCOMPARE(text(), QStringLiteral("Event\n| where Computer"));
        // In place of what is selected.
        window().currentPage()->editor().selectAll();
        choose(QStringLiteral("SecurityEvent"));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(text(), QStringLiteral("SecurityEvent"));
    }

    void insertsSeveral()
    {
        open();
        openQuery(QStringLiteral("| project "));
        tree().expand(model().indexOfTable(QStringLiteral("Event")));
        choose(QStringLiteral("Event"), QStringLiteral("TimeGenerated"));
        const QModelIndex event = model().indexOfTable(QStringLiteral("Event"));
        tree().selectionModel()->select(model().index(0, 0, event), QItemSelectionModel::Select);
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("| project Computer, TimeGenerated"));
    }

    /// Where it is dropped, whatever the caret does.
    void draggedIntoTheQuery()
    {
        open();
        openQuery(QStringLiteral("\n| take 5"));
        choose(QStringLiteral("my table"));
        const std::unique_ptr<QMimeData> data(model().mimeData({tree().currentIndex()}));
        QWidget *target = window().currentPage()->editor().viewport();
        const QPoint place(2, 4);
        QDragEnterEvent enter(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &move);
        QDropEvent drop(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &drop);
        QCOMPARE(text(), QStringLiteral("[\"my table\"]\n| take 5"));
    }

    void insertsIntoANewQuery()
    {
        open();
        QVERIFY(window().currentPage() == nullptr);
        choose(QStringLiteral("Event"));
        doubleClick();
        QVERIFY(window().currentPage() != nullptr);
        QCOMPARE(text(), QStringLiteral("Event"));
        QVERIFY(m_fixture->runner.runs().isEmpty());
    }

    void lastRows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("query");
        QTest::newRow("with a time") << QStringLiteral("Event")
                                     << QStringLiteral("Event\n| top 10 by TimeGenerated desc");
        QTest::newRow("without") << QStringLiteral("my table") << QStringLiteral("[\"my table\"]\n| take 10");
    }

    void lastRows()
    {
        QFETCH(const QString, name);
        open();
        choose(name);
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fixture->runner.runs().size(), 1);
        QTEST(m_fixture->runner.last().query.text, "query");
        QCOMPARE(m_fixture->runner.last().connection.id, m_fixture->connection.id);
        QCOMPARE(window().tabs().titleOf(window().currentPage()), name);
    }

    void functions()
    {
        open();
        openQuery(QString());
        const QModelIndex busy = model().indexOf(QStringLiteral("functions\nfunction Busy"));
        QVERIFY(busy.isValid());
        tree().setCurrentIndex(busy);
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("Busy()"));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fixture->runner.last().query.text, QStringLiteral("Busy()\n| take 10"));
        // One that wants values cannot simply be run.
        tree().setCurrentIndex(model().indexOf(QStringLiteral("functions\nfunction Least")));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fixture->runner.runs().size(), 1);
    }

    void searchAndTakeWhatIsFound()
    {
        open();
        openQuery(QStringLiteral("Event\n| project "));
        toggle();
        searchField().setFocus();
        QTest::keyClicks(&searchField(), QStringLiteral("TiGe"));
        QCOMPARE(model().rowCount(), 2);
        QVERIFY(tree().isExpanded(model().index(0, 0)));
        QTest::keyClick(&searchField(), Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("Event\n| project TimeGenerated"));
        QTest::keyClick(&searchField(), Qt::Key_Escape);
        QVERIFY(searchField().text().isEmpty());
        QVERIFY(!model().isSearching());
        QVERIFY(dock().isVisible());

        QTest::keyClicks(&searchField(), QStringLiteral("nowhere"));
        const auto *empty = dock().findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), QStringLiteral("No table or column has “nowhere” in its name."));
        m_fixture->button(QStringLiteral("Clear the search"))->click();
        QVERIFY(searchField().text().isEmpty());
        QVERIFY(!empty->isVisible());
    }

    void copiesNames()
    {
        open();
        choose(QStringLiteral("my table"));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("[\"my table\"]"));
    }

    void starsAreKept()
    {
        open();
        choose(QStringLiteral("SecurityEvent"));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(model().index(0, 0).data(SchemaModel::StarGroupRole).toBool());
        QVERIFY(tree().isExpanded(model().index(0, 0)));
        // What was chosen stays so, where it was.
        QCOMPARE(tree().currentIndex().data().toString(), QStringLiteral("SecurityEvent"));
        QCOMPARE(tree().currentIndex().parent().data().toString(), QStringLiteral("Sentinel"));
        QVERIFY(window().findChildren<QDialog *>().isEmpty()); // it is no favourite query

        // Per connection, and for the next start.
        m_fixture->chooseConnection(embeddedConnectionId);
        QVERIFY(!model().starred().contains(QStringLiteral("SecurityEvent")));
        m_fixture->openWindow();
        m_fixture->chooseConnection(m_fixture->connection.id);
        toggle();
        QTRY_VERIFY(model().indexOfTable(QStringLiteral("SecurityEvent")).isValid());
        QVERIFY(model().starred().contains(QStringLiteral("SecurityEvent")));
        choose(QStringLiteral("SecurityEvent"));
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(model().starred().isEmpty());
    }

    void foldingIsKept()
    {
        open();
        const QString group = QStringLiteral("group Sentinel");
        tree().collapse(model().indexOf(group));
        tree().expand(model().indexOfTable(QStringLiteral("Event")));
        // A search unfolds, which is nothing to remember.
        searchField().setText(QStringLiteral("Account"));
        searchField().clear();
        QVERIFY(!tree().isExpanded(model().indexOf(group)));
        QVERIFY(tree().isExpanded(model().indexOfTable(QStringLiteral("Event"))));
        m_fixture->openWindow();
        m_fixture->chooseConnection(m_fixture->connection.id);
        toggle();
        QTRY_VERIFY(model().indexOf(group).isValid());
        QVERIFY(!tree().isExpanded(model().indexOf(group)));
        QVERIFY(tree().isExpanded(model().indexOfTable(QStringLiteral("Event"))));
    }

    void showsAllColumnsOfWhatWasFound()
    {
        open();
        searchField().setText(QStringLiteral("Account"));
        choose(QStringLiteral("SecurityEvent"));
        QCOMPARE(model().rowCount(tree().currentIndex()), 1);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(&tree(), &asked);
        auto *menu = tree().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu != nullptr);
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("&Show columns"))
                action->trigger();
        }
        menu->close();
        QVERIFY(searchField().text().isEmpty());
        QCOMPARE(tree().currentIndex().data().toString(), QStringLiteral("SecurityEvent"));
        QVERIFY(tree().isExpanded(tree().currentIndex()));
        QCOMPARE(model().rowCount(tree().currentIndex()), 2);
    }

    void groupingIsKept()
    {
        open();
        for (QAction *action : dock().findChildren<QAction *>()) {
            if (action->text() == QStringLiteral("By &name only"))
                action->trigger();
        }
        QCOMPARE(model().grouping(), SchemaModel::Grouping::None);
        QCOMPARE(model().kindOf(model().index(0, 0)), SchemaModel::Kind::Table);
        m_fixture->openWindow();
        QCOMPARE(model().grouping(), SchemaModel::Grouping::None);
    }
};

QTEST_MAIN(TestMainWindowTables)
#include "tst_mainwindowtables.moc"
