#include "models/resultsmodel.h"
#include "support/windowfixture.h"
#include "widgets/fieldsearch.h"
#include "widgets/fieldtree.h"
#include "widgets/mainwindow.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultsheader.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/tablepane.h"
#include "widgets/wholecellwindow.h"
#include "widgets/wholetextview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace sonde;

/// The row details in the window: what they show, and what goes from them to the rows and to the query.
class TestMainWindowDetails final : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    MainWindow *m_window = nullptr;
    RowDetailsDock *m_dock = nullptr;

    QueryPage &page() const { return *m_window->currentPage(); }
    ResultsView &view() const { return *page().currentView(); }
    FieldTree &tree() const { return m_dock->tree(); }
    void select(int row, int column) { view().setCurrentIndex(view().model()->index(row, column)); }

    static FieldPath inEventData(const char *name)
    {
        return {WindowFixture::PropertiesColumn,
                {{FieldStep::Kind::Field, QStringLiteral("EventData"), 0},
                 {FieldStep::Kind::Field, QString::fromLatin1(name), 0}}};
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_window = &m_fixture->openWindow();
        m_fixture->runToEnd(40);
        m_dock = m_window->findChild<RowDetailsDock *>();
        select(3, WindowFixture::ComputerColumn);
        m_dock->show();
        QTRY_VERIFY(m_dock->isVisible());
        tree().setFocus();
        QTRY_VERIFY(tree().hasFocus());
    }
    void cleanup() { m_fixture.reset(); }

    void goesFromRowToRow()
    {
        QTest::keyClick(&tree(), Qt::Key_PageDown);
        QCOMPARE(view().currentIndex().row(), 4);
        QCOMPARE(tree().currentText(), QStringLiteral("web05"));
        QVERIFY(tree().hasFocus());
        select(0, WindowFixture::ComputerColumn);
        QTest::keyClick(&tree(), Qt::Key_PageUp);
        QCOMPARE(view().currentIndex().row(), 0);
        // The order is that of the table.
        view().header().setSortKeys({{WindowFixture::ComputerColumn, true}});
        QTRY_COMPARE(view().model()->index(0, WindowFixture::ComputerColumn).data().toString(),
                     QStringLiteral("web40"));
        select(0, WindowFixture::ComputerColumn);
        QTest::keyClick(&tree(), Qt::Key_PageDown);
        QCOMPARE(tree().currentText(), QStringLiteral("web39"));
    }

    void saysItsPlaceWhileRowsCome()
    {
        const auto isSaid = [this](const QString &text) {
            const auto labels = m_dock->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&text](const QLabel *label) { return label->text() == text; });
        };
        QVERIFY(isSaid(QStringLiteral("Row 4 of 40")));
        tree().setCurrentIndex(tree().fields().find(inEventData("Device")));
        page().pane().result()->apply(WindowFixture::chunk(40, 10));
        emit page().statusChanged();
        QVERIFY(isSaid(QStringLiteral("Row 4 of 50")));
        QCOMPARE(tree().currentPath(), inEventData("Device"));
        // Rows that go take their details with them.
        QTest::keyClick(m_window, Qt::Key_F5);
        m_fixture->runner.last().job->finish(m_fixture->info());
        QTRY_VERIFY(tree().fields().isEmpty());
    }

    void filtersTheTableByAColumn()
    {
        QTest::keyClick(&tree(), Qt::Key_F7, Qt::ControlModifier);
        QTRY_COMPARE(view().model()->rowCount(), 1);
        const auto &conditions = page().pane().currentTable()->filter().conditions;
        QCOMPARE(conditions.size(), std::size_t(1));
        QCOMPARE(conditions.front().column, int(WindowFixture::ComputerColumn));
        QCOMPARE(conditions.front().text, QStringLiteral("web04"));
    }

    void filtersTheQueryByAPath()
    {
        const QString before = page().editor().queryText();
        tree().setCurrentIndex(tree().fields().find(inEventData("Device")));
        QTest::keyClick(&tree(), Qt::Key_F7, Qt::ControlModifier);
        QCOMPARE(page().editor().queryText(),
                 QString(before + u"\n| where tostring(Properties.EventData.Device) == "
                                  u"\"\\\\Device\\\\Harddisk1\""));
        page().editor().undo();
        QCOMPARE(page().editor().queryText(), before);
        tree().setFocus();
        tree().setCurrentIndex(tree().fields().find(inEventData("Sector")));
        QTest::keyClick(&tree(), Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(page().editor().queryText().endsWith(
            QStringLiteral("\n| where toreal(Properties.EventData.Sector) != real(18446744073709551617)")));
        QCOMPARE(view().model()->rowCount(), 40);
    }

    void aPartOfAValueGoesIntoTheQuery()
    {
        const QString before = page().editor().queryText();
        select(3, WindowFixture::ComputerColumn);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_F4, Qt::ShiftModifier);
        auto *whole = m_window->findChild<WholeCellWindow *>();
        QVERIFY(whole != nullptr);
        // A window is also said to be active while the one that it belongs to is.
        whole->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), whole);
        auto *text = whole->findChild<WholeTextView *>();
        QTRY_VERIFY(text->source());
        text->select(0, 3);
        QTest::keyClick(text, Qt::Key_Space, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page().editor().queryText(), QString(before + u"\n| where Computer contains \"web\""));
        page().editor().undo();
        QCOMPARE(page().editor().queryText(), before);
        // Its tab may be gone by then.
        m_window->tabs().closeCurrent();
        whole->sendSelection(true);
        delete whole;
    }

    void keysGoToTheDetailsWhileTheyHaveTheKeyboard()
    {
        tree().setCurrentIndex(tree().fields().find(inEventData("Device")));
        QTest::keyClick(&tree(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Properties.EventData.Device"));
        QTest::keyClick(&tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\\Device\\Harddisk1"));
        QTest::keyClick(&tree(), Qt::Key_F, Qt::ControlModifier);
        auto *field = m_dock->search().findChild<QLineEdit *>();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("sector"));
        QTRY_COMPARE(tree().currentPath(), inEventData("Sector"));
    }
};

QTEST_MAIN(TestMainWindowDetails)
#include "tst_mainwindowdetails.moc"
