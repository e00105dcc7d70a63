#include "support/windowfixture.h"
#include "widgets/copyasmenu.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// “Copy as”, from the menus to the clipboard.
class TestMainWindowCopy final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void fromTheMenuBar();
    void fromTheContextMenu();
    void oneCellMeansItsColumn();
    void severalCellsAreTaken();
    void queryOfTheRows();
    void keysGiveHtmlToo();

private:
    ResultsView &view() const { return *m_window->currentPage()->currentView(); }
    void select(int top, int left, int bottom, int right) const;
    /// What is on the clipboard then.
    QString copyAs(CopyForm form) const;

    std::unique_ptr<WindowFixture> m_fixture;
    MainWindow *m_window = nullptr;
};

void TestMainWindowCopy::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_window = &m_fixture->openWindow();
    m_fixture->runToEnd(4);
    view().setFocus();
}

void TestMainWindowCopy::select(int top, int left, int bottom, int right) const
{
    const QAbstractItemModel &model = *view().model();
    view().selectionModel()->setCurrentIndex(model.index(top, left), QItemSelectionModel::NoUpdate);
    view().selectionModel()->select(QItemSelection(model.index(top, left), model.index(bottom, right)),
                                    QItemSelectionModel::ClearAndSelect);
}

QString TestMainWindowCopy::copyAs(CopyForm form) const
{
    QSignalSpy copied(&view(), &ResultsView::copied);
    m_window->currentPage()->pane().copyAs(form);
    return copied.wait() ? QGuiApplication::clipboard()->text() : QStringLiteral("nothing was copied");
}

void TestMainWindowCopy::fromTheMenuBar()
{
    select(0, WindowFixture::ComputerColumn, 1, WindowFixture::CountColumn);
    auto *menu = m_window->findChild<CopyAsMenu *>();
    QVERIFY(menu != nullptr);
    QVERIFY(menu->isEnabled());
    QSignalSpy copied(&view(), &ResultsView::copied);
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("&Markdown table"))
            action->trigger();
    }
    QVERIFY(copied.wait());
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("| Computer | count_ |\n| --- | ---: |\n| web01 | 7919 |\n| web02 | 5838 |")
                 .replace(QLatin1String("count_"), QLatin1String("count\\_")));
}

void TestMainWindowCopy::fromTheContextMenu()
{
    select(0, WindowFixture::ComputerColumn, 0, WindowFixture::ComputerColumn);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), view().mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(view().viewport(), &event);
    auto *menu = view().findChild<CopyAsMenu *>();
    QVERIFY(menu != nullptr);
    QSignalSpy copied(&view(), &ResultsView::copied);
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("&JSON"))
            action->trigger();
    }
    QVERIFY(copied.wait());
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("[\n{\"Computer\":\"web01\"}\n]"));
}

void TestMainWindowCopy::oneCellMeansItsColumn()
{
    select(1, WindowFixture::ComputerColumn, 1, WindowFixture::ComputerColumn);
    QCOMPARE(copyAs(CopyForm::InList), QStringLiteral("('web01', 'web02', 'web03', 'web04')"));
    QVERIFY(copyAs(CopyForm::Csv) == QLatin1String("Computer\nweb02"));
}

void TestMainWindowCopy::severalCellsAreTaken()
{
    select(1, WindowFixture::ComputerColumn, 2, WindowFixture::CountColumn);
    QCOMPARE(copyAs(CopyForm::InList), QStringLiteral("('web02', 'web03')"));
    QCOMPARE(copyAs(CopyForm::KqlTable),
             QStringLiteral("datatable(Computer: string, count_: long)\n[\n    \"web02\", long(5838),\n    "
                            "\"web03\", long(3757)\n]"));
}

void TestMainWindowCopy::queryOfTheRows()
{
    select(0, WindowFixture::ComputerColumn, 0, WindowFixture::ComputerColumn);
    view().setColumnHidden(WindowFixture::PropertiesColumn, true);
    // What stands in the editor now is another query than that of the rows.
    m_window->currentPage()->editor().replaceQueryText(QStringLiteral("Heartbeat"));
    const QString text = copyAs(CopyForm::QueryWithResult);
    QVERIFY2(text.contains(m_fixture->runner.last().connection.name), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("| top 200 by count_")));
    QVERIFY(text.contains(QLatin1String("2026-11-21T16:02:00.000Z")));
    QVERIFY(text.contains(QLatin1String("web04")));
    QVERIFY(!text.contains(QLatin1String("Heartbeat")));
    QVERIFY(!text.contains(QLatin1String("EventData")));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(QLatin1String("<pre>")));
}

void TestMainWindowCopy::keysGiveHtmlToo()
{
    select(0, WindowFixture::ComputerColumn, 0, WindowFixture::CountColumn);
    QSignalSpy copied(&view(), &ResultsView::copied);
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(copied.wait());
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("web01\t7919"));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(QLatin1String("web01</td>")));
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(copied.wait());
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Computer\tcount_\nweb01\t7919"));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(QLatin1String("Computer</th>")));
}

QTEST_MAIN(TestMainWindowCopy)
#include "tst_mainwindowcopy.moc"
