#include "support/actionaudit.h"
#include "support/windowfixture.h"
#include "widgets/connectionchooser.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h"

#include <QApplication>
#include <QDebug>
#include <QMenuBar>
#include <QTest>

using namespace sonde;

/// Every action can be reached by key, by menu and by a screen reader.
class TestMainWindowActions final : public QObject
{
    Q_OBJECT

private slots:
    void theAuditFindsFaults();
    void theAuditPassesWhatIsRight();
    void everyActionIsReachable();
    void keysOpenTheChoosers();
    void aKeySortsTheRows();
    void f6LeadsOutOfTheEditor();
};

void TestMainWindowActions::theAuditFindsFaults()
{
    QMenuBar bar;
    QMenu *file = bar.addMenu(QStringLiteral("&File"));
    file->addAction(QStringLiteral("&New"))->setShortcut(Qt::CTRL | Qt::Key_N);
    file->addAction(QStringLiteral("&Next"))->setShortcut(Qt::CTRL | Qt::Key_N);
    file->addAction(QStringLiteral("Plain"));
    file->addAction(QString())->setShortcut(Qt::Key_F9);
    bar.addMenu(QStringLiteral("&Find"));
    const QStringList faults = ActionAudit(bar, {QStringLiteral("New")}).faults();
    const QStringList expected{
        QStringLiteral("File › Next: mnemonic n is that of File › New"),
        QStringLiteral("File › Next: Ctrl+N is that of File › New"),
        QStringLiteral("File › Plain: no mnemonic"),
        QStringLiteral("File › Plain: no shortcut"),
        QStringLiteral("File: no text"),
        QStringLiteral("File › : no mnemonic"),
        QStringLiteral("File › : no tooltip"),
        QStringLiteral("menu bar › Find: mnemonic f is that of menu bar › File"),
        QStringLiteral("“New” is excused, but there is no such action or it has a shortcut"),
    };
    QCOMPARE(faults, expected);
}

void TestMainWindowActions::theAuditPassesWhatIsRight()
{
    QMenuBar bar;
    QMenu *file = bar.addMenu(QStringLiteral("&File"));
    file->addAction(QStringLiteral("&New"))->setShortcut(Qt::CTRL | Qt::Key_N);
    file->addSeparator();
    QMenu *recent = file->addMenu(QStringLiteral("&Recent"));
    recent->addAction(QStringLiteral("&Not so dangerous"));
    QCOMPARE(ActionAudit(bar, {QStringLiteral("Not so dangerous")}).faults(), QStringList());
}

void TestMainWindowActions::everyActionIsReachable()
{
    WindowFixture fixture;
    MainWindow &window = fixture.openWindow();
    // Choices and rare things, reached by menu and mnemonic.
    const QStringList withoutShortcut{
        QStringLiteral("As the system"),
        QStringLiteral("Light"),
        QStringLiteral("Dark"),
        QStringLiteral("High contrast"),
        QStringLiteral("Tour of the sample data"),
        QStringLiteral("About Sonde"),
        QStringLiteral("Refresh tables"),
        QStringLiteral("CSV"),
        QStringLiteral("TSV"),
        QStringLiteral("Markdown table"),
        QStringLiteral("HTML table"),
        QStringLiteral("JSON"),
        QStringLiteral("KQL datatable"),
        QStringLiteral("IN list of the column"),
        QStringLiteral("Query with its result"),
    };
    const QStringList faults = ActionAudit(*window.menuBar(), withoutShortcut).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestMainWindowActions::keysOpenTheChoosers()
{
    WindowFixture fixture;
    MainWindow &window = fixture.openWindow();
    fixture.runToEnd(3);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QWidget &editor = window.currentPage()->editor();
    QTRY_VERIFY(editor.hasFocus());

    QTest::keyClick(&editor, Qt::Key_U, Qt::ControlModifier);
    QMenu *connections = window.findChild<ConnectionChooser *>()->menu();
    QTRY_COMPARE(QApplication::activePopupWidget(), connections);
    QVERIFY(connections->activeAction() != nullptr && connections->activeAction()->isChecked());
    QTest::keyClick(connections, Qt::Key_Escape);
    QTRY_VERIFY(!connections->isVisible());

    QTest::keyClick(&editor, Qt::Key_R, Qt::ControlModifier);
    const auto *picker = window.findChild<TimeRangePicker *>();
    QTRY_VERIFY(picker->popup() != nullptr && picker->popup()->isVisible());
    QTest::keyClick(picker->popup(), Qt::Key_Escape);
    QTRY_VERIFY(picker->popup() == nullptr);
}

void TestMainWindowActions::aKeySortsTheRows()
{
    WindowFixture fixture;
    MainWindow &window = fixture.openWindow();
    fixture.runToEnd(3);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    ResultsView *view = window.currentPage()->currentView();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, WindowFixture::CountColumn));
    const ResultsHeader &header = view->header();
    using Keys = std::vector<SortKey>;
    const auto described = [view] {
        return view->model()
            ->headerData(WindowFixture::CountColumn, Qt::Horizontal, Qt::AccessibleDescriptionRole)
            .toString();
    };
    QVERIFY(described().isEmpty());

    QTest::keyClick(view, Qt::Key_F9);
    QCOMPARE(header.sortKeys(), Keys({{WindowFixture::CountColumn, false}}));
    QCOMPARE(described(), QStringLiteral("Sorted upwards"));
    QTest::keyClick(view, Qt::Key_F9);
    QCOMPARE(header.sortKeys(), Keys({{WindowFixture::CountColumn, true}}));
    QCOMPARE(described(), QStringLiteral("Sorted downwards"));
    QTest::keyClick(view, Qt::Key_F9);
    QVERIFY(header.sortKeys().empty());
    QVERIFY(described().isEmpty());
}

void TestMainWindowActions::f6LeadsOutOfTheEditor()
{
    WindowFixture fixture;
    MainWindow &window = fixture.openWindow();
    fixture.runToEnd(0); // a sentence and a button in place of rows
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QueryPage *page = window.currentPage();
    QTRY_VERIFY(page->editor().hasFocus());
    QTest::keyClick(&page->editor(), Qt::Key_F6);
    QWidget *inResults = QApplication::focusWidget();
    QVERIFY(inResults != nullptr && inResults != &page->editor());
    QTest::keyClick(inResults, Qt::Key_F6);
    QVERIFY(page->editor().hasFocus());
    QTest::keyClick(&page->editor(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(page->findChild<QueryBar *>()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(page->editor().hasFocus());
}

QTEST_MAIN(TestMainWindowActions)
#include "tst_mainwindowactions.moc"
