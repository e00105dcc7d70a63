#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/columnspopup.h"
#include "widgets/editorpositions.h"
#include "widgets/findbar.h"
#include "widgets/findintabs.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultsview.h"
#include "widgets/statusline.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;

/// The keys of the query's editor, in the whole window.
class TestMainWindowEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    QueryPage *page() const { return m_fixture->window().currentPage(); }
    QueryEditor &editor() const { return page()->editor(); }
    QString text() const { return editor().queryText(); }
    void open(const QString &text)
    {
        Query query;
        query.text = text;
        m_fixture->window().openQuery(query, false);
        editor().setFocus();
        QTRY_VERIFY(editor().hasFocus());
    }
    QString placeText() const
    {
        QStringList texts;
        for (const QLabel *label : m_fixture->status().findChildren<QLabel *>())
            texts.append(label->text());
        return texts.filter(QStringLiteral("Ln ")).value(0).simplified();
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openWindow();
    }
    void cleanup() { m_fixture.reset(); }

    void keysOfTheEditor()
    {
        open(QStringLiteral("a\nb\nc"));
        QTest::keyClick(&editor(), Qt::Key_Slash, Qt::ControlModifier);
        QTRY_COMPARE(text(), QStringLiteral("// a\nb\nc"));
        QTest::keyClick(&editor(), Qt::Key_Slash, Qt::ControlModifier);
        QTRY_COMPARE(text(), QStringLiteral("a\nb\nc"));
        QTest::keyClick(&editor(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(&editor(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(text(), QStringLiteral("// a\nb\nc"));
        QTest::keyClick(&editor(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(&editor(), Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE(text(), QStringLiteral("a\nb\nc"));
        QTest::keyClick(&editor(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(text(), QStringLiteral("b\na\nc"));
        QTest::keyClick(&editor(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(text(), QStringLiteral("b\na\na\nc"));
        QTest::keyClick(&editor(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(&editor(), Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(text(), QStringLiteral("b\na\nc"));
        QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(text(), QStringLiteral("b\na\n| \nc"));
    }

    void escapeLeavesOneCaretBeforeAnythingElse()
    {
        open(QStringLiteral("a\nb"));
        page()->requestRun(PageRunner::Part::AtPlace);
        QVERIFY(page()->isRunning());
        QTest::keyClick(&editor(), Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(editor().SendScintilla(QsciScintilla::SCI_GETSELECTIONS), 2L);
        QTRY_VERIFY(placeText().contains(QStringLiteral("2 carets")));
        QTest::keyClick(&editor(), Qt::Key_Escape);
        QTRY_COMPARE(editor().SendScintilla(QsciScintilla::SCI_GETSELECTIONS), 1L);
        QVERIFY(page()->isRunning());
        QTest::keyClick(&editor(), Qt::Key_Escape);
        QTRY_VERIFY(!page()->isRunning());
    }

    void theTableKeepsItsKeys()
    {
        m_fixture->runToEnd(5);
        const QString before = text();
        ResultsView *view = page()->currentView();
        view->setFocus();
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Slash, Qt::ControlModifier);
        QTest::keyClick(view, Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr); // the list of the column
        QCOMPARE(text(), before);
        QApplication::activePopupWidget()->close();
    }

    void thePlaceIsSaidInCharacters()
    {
        open(QStringLiteral("abc\n\U0001F468\u200D\U0001F469\u200D\U0001F467e\u0301x\n"));
        QTRY_COMPARE(placeText(), QStringLiteral("Ln 1, Col 1"));
        editor().SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(editor().length() - 1));
        QTRY_COMPARE(placeText(), QStringLiteral("Ln 2, Col 4"));
        editor().selectAll();
        QTRY_COMPARE(placeText(), QStringLiteral("Ln 1, Col 1 8 selected on 3 lines"));
        editor().setSelection(0, 0, 0, 2);
        QTRY_COMPARE(placeText(), QStringLiteral("Ln 1, Col 3 2 selected"));
        m_fixture->window().tabs().closeCurrent();
        QTRY_COMPARE(placeText(), QString());
    }

    void longLinesWrapInEveryTabAndTheNextTime()
    {
        open(QStringLiteral("T"));
        QueryEditor *first = &editor();
        m_fixture->window().findChild<Actions *>()->view.wordWrap->trigger();
        QCOMPARE(first->wrapMode(), QsciScintilla::WrapWord);
        open(QStringLiteral("U"));
        QCOMPARE(editor().wrapMode(), QsciScintilla::WrapWord);
        QVERIFY(m_fixture->settings().get(settings::wordWrap));
        m_fixture->openWindow();
        QVERIFY(m_fixture->window().findChild<Actions *>()->view.wordWrap->isChecked());
    }

    void theContextMenuHasWhatTheKeysDo()
    {
        open(QStringLiteral("T"));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                                editor().mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(&editor(), &event);
        auto *menu = editor().findChild<QMenu *>();
        QVERIFY(menu != nullptr);
        const Actions &actions = *m_fixture->window().findChild<Actions *>();
        QVERIFY(menu->actions().contains(actions.query.run));
        QVERIFY(menu->actions().contains(actions.editor.toggleComment));
        menu->close();
    }

    void findInAllTabs()
    {
        open(QStringLiteral("Event\n| where Level == 1"));
        open(QStringLiteral("Perf\n| where level == 2 and Level != 3\n"));
        open(QStringLiteral("T"));
        auto *panel = m_fixture->window().findChild<FindInTabs *>();
        QVERIFY(!panel->isVisible());
        QTest::keyClick(&editor(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(panel->isVisible());
        const QList<QLineEdit *> fields = panel->findChildren<QLineEdit *>();
        QTRY_VERIFY(fields.at(0)->hasFocus());
        QTest::keyClicks(fields.at(0), QStringLiteral("level"));
        auto *list = panel->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->childCount(), 1);
        QCOMPARE(list->topLevelItem(1)->childCount(), 2);
        QCOMPARE(list->topLevelItem(1)->child(1)->text(0),
                 QStringLiteral("2: | where level == 2 and Level != 3"));
        QTest::keyClick(fields.at(0), Qt::Key_Return);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(editor().hasFocus());
        QVERIFY(text().startsWith(QStringLiteral("Perf")));
        QCOMPARE(editor().selectedText(), QStringLiteral("Level"));

        // A text that was changed meanwhile: to the line, or near it.
        editor().setQueryText(QStringLiteral("// new\nPerf\n| where level == 2 and Level != 3"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        int line = 0;
        int column = 0;
        editor().getCursorPosition(&line, &column);
        QCOMPARE(line, 2);
        editor().setQueryText(QStringLiteral("x"));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("x"));

        fields.at(1)->setText(QStringLiteral("EventLevel"));
        QTest::keyClick(fields.at(1), Qt::Key_Return);
        m_fixture->window().tabs().setCurrent(m_fixture->window().tabs().pages().at(0));
        QCOMPARE(text(), QStringLiteral("Event\n| where EventLevel == 1"));
        editor().undo();
        QCOMPARE(text(), QStringLiteral("Event\n| where Level == 1"));
        QVERIFY(!editor().isUndoAvailable());
        fields.at(0)->setFocus();
        QTest::keyClick(fields.at(0), Qt::Key_Escape);
        QTRY_VERIFY(!panel->isVisible());
        QTRY_VERIFY(editor().hasFocus());
    }

    void replaceByKey()
    {
        open(QStringLiteral("a b"));
        QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(page()->findBar().isVisible());
        const QList<QLineEdit *> fields = page()->findBar().findChildren<QLineEdit *>();
        QTRY_VERIFY(fields.at(1)->isVisible());
        QTest::keyClicks(fields.at(0), QStringLiteral("a"));
        QTest::keyClicks(fields.at(1), QStringLiteral("c"));
        QTest::keyClick(fields.at(1), Qt::Key_Return);
        QTRY_COMPARE(text(), QStringLiteral("c b"));
    }

    void caretsWithTheMouse()
    {
        open(QStringLiteral("abc\nabc\nabc"));
        QWidget *view = editor().viewport();
        const auto pointOf = [this](long position) {
            const auto at = [this, position](unsigned int message) {
                return static_cast<int>(editor().SendScintilla(message, 0UL, position));
            };
            return QPoint(at(QsciScintilla::SCI_POINTXFROMPOSITION),
                          at(QsciScintilla::SCI_POINTYFROMPOSITION) + 4);
        };
        QTest::mouseClick(view, Qt::LeftButton, {}, pointOf(1));
        QTest::mouseClick(view, Qt::LeftButton, Qt::ControlModifier, pointOf(5));
        QCOMPARE(editor().SendScintilla(QsciScintilla::SCI_GETSELECTIONS), 2L);
        QTest::keyClicks(&editor(), QStringLiteral("X"));
        QCOMPARE(text(), QStringLiteral("aXbc\naXbc\nabc"));
        editor().undo();
        editor().commands().dropCarets();

        QTest::mousePress(view, Qt::LeftButton, Qt::AltModifier, pointOf(1));
        QMouseEvent move(QEvent::MouseMove, pointOf(10), view->mapToGlobal(pointOf(10)), Qt::NoButton,
                         Qt::LeftButton, Qt::AltModifier);
        QApplication::sendEvent(view, &move);
        QTest::mouseRelease(view, Qt::LeftButton, Qt::AltModifier, pointOf(10));
        QVERIFY(editor().SendScintilla(QsciScintilla::SCI_SELECTIONISRECTANGLE) != 0);
        QTest::keyClicks(&editor(), QStringLiteral("-"));
        QCOMPARE(text(), QStringLiteral("a-c\na-c\na-c"));
    }

    void runAllAndPreviewByKey()
    {
        open(QStringLiteral("T\n\nU"));
        QTest::keyClick(&editor(), Qt::Key_F5, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->runner.runs().size(), 1);
        QCOMPARE(m_fixture->runner.last().query.text, QStringLiteral("T\n| take 50"));
        QTest::keyClick(&editor(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_fixture->runner.runs().size(), 2);
        QCOMPARE(m_fixture->runner.last().query.text, QStringLiteral("T"));
        m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 1));
        m_fixture->runner.last().job->finish(m_fixture->info());
        QTRY_COMPARE(m_fixture->runner.runs().size(), 3);
        QCOMPARE(m_fixture->runner.last().query.text, QStringLiteral("U"));
    }
};

QTEST_MAIN(TestMainWindowEditor)
#include "tst_mainwindoweditor.moc"
