#include "kql/kqlservice.h"
#include "support/windowfixture.h"
#include "widgets/completionpopup.h"
#include "widgets/editorcompletion.h"
#include "widgets/editorexamination.h"
#include "widgets/editorhints.h"
#include "widgets/editorlanguage.h"
#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/editorrefactoring.h"
#include "widgets/kqlassistant.h"
#include "widgets/problemmarks.h"
#include "widgets/problemslist.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/scrollbarmarks.h"

#include <QHelpEvent>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace sonde;

/// Writing KQL in the window, with Microsoft's language service behind it.
class TestEditorCompletion final : public QObject
{
    Q_OBJECT

    KqlService m_service; // one for all: it takes seconds to load
    std::unique_ptr<WindowFixture> m_fixture;

    QueryPage &page() const { return *m_fixture->window().currentPage(); }
    QueryEditor &editor() const { return page().editor(); }
    EditorCompletion &completion() const { return page().assistant().completion(); }
    CompletionPopup &popup() const { return completion().popup(); }
    QString text() const { return editor().queryText(); }
    QString chosen() const { return popup().chosen() != nullptr ? popup().chosen()->name : QString(); }

    void open(const QString &queryText = {})
    {
        Query query;
        query.text = queryText;
        m_fixture->window().openQuery(query, false);
        editor().setFocus();
        QTRY_VERIFY(editor().hasFocus());
        // The tables are read from the program's resources behind the first window.
        QTRY_VERIFY(page().assistant().language().schema()->tables.size() > 900);
    }
    void type(const QString &keys) { QTest::keyClicks(&editor(), keys); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&editor(), key, modifiers);
    }
    void putCaret(qsizetype units)
    {
        editor().SendScintilla(QsciScintillaBase::SCI_GOTOPOS,
                               static_cast<unsigned long>(bytesAt(editor(), units)));
    }
    /// The list as the service has it: it has entries that the local ones have not.
    bool isRefined() const
    {
        const QList<KqlCompletionItem> &items = popup().items();
        return std::any_of(items.begin(), items.end(), [](const KqlCompletionItem &item) {
            return item.name == QLatin1String("cluster") || item.before.contains(u'\n');
        });
    }

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("This build has no language service.");
        // Loading takes seconds, on a busy machine more than a test waits for an answer.
        QVERIFY(m_service.check(QStringLiteral("print 1"), nullptr).result());
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->kql = &m_service;
        m_fixture->openWindow();
    }
    void cleanup() { m_fixture.reset(); }

    void aQueryKeyByKey()
    {
        open();
        type(QStringLiteral("SecurityEv"));
        QVERIFY(completion().isOpen()); // from the local lists, before the service can have answered
        QCOMPARE(chosen(), QStringLiteral("SecurityEvent"));
        press(Qt::Key_Tab);
        QTRY_COMPARE(text().left(13), QStringLiteral("SecurityEvent"));
        if (text() == QLatin1String("SecurityEvent")) {
            editor().insert(QStringLiteral("\n| "));
            putCaret(text().size());
        }
        QCOMPARE(text(), QStringLiteral("SecurityEvent\n| "));
        type(QStringLiteral("whe"));
        QTRY_COMPARE(chosen(), QStringLiteral("where"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("SecurityEvent\n| where "));
        type(QStringLiteral("TiGe"));
        QTRY_COMPARE(chosen(), QStringLiteral("TimeGenerated"));
        press(Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("SecurityEvent\n| where TimeGenerated"));
        type(QStringLiteral(" > ag"));
        QTRY_COMPARE(chosen(), QStringLiteral("ago"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("SecurityEvent\n| where TimeGenerated > ago()"));
        QCOMPARE(caretUnits(editor()), text().size() - 1); // between the parentheses
        QTRY_VERIFY_WITH_TIMEOUT(
            page().assistant().hints().parametersText().contains(QLatin1String("timespan")), 30'000);
        type(QStringLiteral("1h)"));
        QCOMPARE(text(), QStringLiteral("SecurityEvent\n| where TimeGenerated > ago(1h)"));
        QTRY_VERIFY(!completion().isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(page().assistant().examination().isComplete(), 30'000);
        QVERIFY(page().assistant().examination().problems().isEmpty());
    }

    void theServiceRefinesWithoutMovingWhatIsPicked()
    {
        open();
        type(QStringLiteral("c"));
        QVERIFY(completion().isOpen());
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        const QString picked = chosen();
        QVERIFY(popup().isPicked());
        QTRY_VERIFY(isRefined());
        QCOMPARE(chosen(), picked);
    }

    void oneStepOfUndo()
    {
        open(QStringLiteral("SecurityEvent | where "));
        putCaret(text().size());
        type(QStringLiteral("EvenID"));
        press(Qt::Key_Escape);
        QVERIFY(!completion().isOpen());
        editor().replacePart(22, 6, QString());
        type(QStringLiteral("EventI"));
        QTRY_COMPARE(chosen(), QStringLiteral("EventID"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("SecurityEvent | where EventID"));
        editor().undo();
        QCOMPARE(text(), QStringLiteral("SecurityEvent | where EventI"));
    }

    void replacesTheWholeWord()
    {
        open(QStringLiteral("SecurityEvent | where EventDXYZ == 1"));
        putCaret(28);
        press(Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(completion().isOpen());
        QTRY_COMPARE(chosen(), QStringLiteral("EventData"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("SecurityEvent | where EventData == 1"));
    }

    void staysAway_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("keys");
        QTest::newRow("comment") << QString() << QStringLiteral("// take");
        QTest::newRow("string") << QStringLiteral("SecurityEvent | where Account == ")
                                << QStringLiteral("\"take");
        QTest::newRow("number") << QStringLiteral("SecurityEvent | take ") << QStringLiteral("10d");
        QTest::newRow("new name") << QStringLiteral("let ") << QStringLiteral("n");
    }
    void staysAway()
    {
        QFETCH(QString, before);
        QFETCH(QString, keys);
        open(before);
        putCaret(before.size());
        type(keys);
        QVERIFY(!completion().isOpen());
    }

    void escapeClosesTheListAndNothingElse()
    {
        open();
        type(QStringLiteral("Sec"));
        QVERIFY(completion().isOpen());
        press(Qt::Key_Escape);
        QVERIFY(!completion().isOpen());
        // The rest of the word does not bring it back; the next one does.
        type(QStringLiteral("urity"));
        QVERIFY(!completion().isOpen());
        type(QStringLiteral("; let"));
        QVERIFY(completion().isOpen());
    }

    void enterEndsTheLineWhereTheWordIsTypedOut()
    {
        open(QStringLiteral("SecurityEvent | "));
        putCaret(text().size());
        type(QStringLiteral("count"));
        QTRY_COMPARE(chosen(), QStringLiteral("count"));
        press(Qt::Key_Return);
        QVERIFY2(text().startsWith(QLatin1String("SecurityEvent | count\n")), qPrintable(text()));
        QVERIFY(!completion().isOpen());
    }

    void enterEndsTheLineWhereTheListCameByItself()
    {
        open(QStringLiteral("SecurityEvent"));
        putCaret(text().size());
        type(QStringLiteral(" | "));
        QVERIFY(completion().isOpen());
        press(Qt::Key_Return);
        QVERIFY2(text().startsWith(QLatin1String("SecurityEvent | \n")), qPrintable(text()));
        // Who moves in the list means it, and so does who asked for it.
        editor().setQueryText(QStringLiteral("SecurityEvent"));
        putCaret(text().size());
        type(QStringLiteral(" | "));
        press(Qt::Key_Down);
        const QString second = chosen();
        press(Qt::Key_Return);
        QVERIFY2(text().startsWith(u"SecurityEvent | " + second), qPrintable(text()));
        editor().setQueryText(QStringLiteral("SecurityEvent | "));
        putCaret(text().size());
        press(Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(completion().isOpen());
        const QString first = chosen();
        press(Qt::Key_Return);
        QVERIFY2(text().startsWith(u"SecurityEvent | " + first), qPrintable(text()));
    }

    void aTypedBracketShowsTheParameters()
    {
        open(QStringLiteral("print "));
        putCaret(text().size());
        type(QStringLiteral("strlen"));
        press(Qt::Key_Escape);
        type(QStringLiteral("("));
        QTRY_VERIFY_WITH_TIMEOUT(
            page().assistant().hints().parametersText().contains(QLatin1String("strlen(")), 30'000);
        press(Qt::Key_Escape);
        QVERIFY(page().assistant().hints().parametersText().isEmpty());
    }

    void thePointerLearnsWhatANameIsAndWhatIsWrong()
    {
        open(QStringLiteral("SecurityEvent\n| where EventID == 1 and Foo == 2"));
        QTRY_VERIFY_WITH_TIMEOUT(page().assistant().examination().isComplete(), 30'000);
        const auto pointAt = [this](const QString &word) {
            const long position = bytesAt(editor(), text().indexOf(word) + 1);
            const QPoint point(static_cast<int>(editor().SendScintilla(
                                   QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, position)),
                               static_cast<int>(editor().SendScintilla(
                                   QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, position)) +
                                   4);
            const QPoint global = editor().viewport()->mapToGlobal(point);
            QCursor::setPos(global);
            QHelpEvent event(QEvent::ToolTip, point, global);
            QCoreApplication::sendEvent(editor().viewport(), &event);
        };
        pointAt(QStringLiteral("EventID"));
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains(QLatin1String("EventID: int")), 30'000);
        pointAt(QStringLiteral("Foo"));
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains(QLatin1String("does not refer to any known")),
                                 30'000);
        QToolTip::hideText();
    }

    void theListOfProblemsSaysWhyItIsEmpty()
    {
        const auto headline = [this] {
            page().problems().toggle();
            const QString said = page().problems().findChild<QLabel *>()->text();
            page().problems().hide();
            return said;
        };
        open();
        QTRY_COMPARE_WITH_TIMEOUT(headline(), QStringLiteral("No problems found"), 30'000);
        editor().setQueryText(QStringLiteral("SecurityEvent | take 1"));
        QCOMPARE(headline(), QStringLiteral("Looking through the queries…"));
        QTRY_COMPARE_WITH_TIMEOUT(headline(), QStringLiteral("No problems found"), 30'000);
        Query query = page().query();
        query.language = QueryLanguage::Classic;
        page().setQuery(query);
        QCOMPARE(headline(), QStringLiteral("Only KQL that can be edited is looked through."));
        query.language = QueryLanguage::Kql;
        query.text = QStringLiteral("SecurityEvent") +
                     QStringList(900, QStringLiteral("\n| where EventID != 4625")).join(QString());
        page().setQuery(query);
        QTRY_COMPARE_WITH_TIMEOUT(page().assistant().examination().problems().size(), 1, 30'000);
        QVERIFY(
            page().assistant().examination().problems().first().message.contains(QLatin1String("20,000")));
    }

    void aSpaceBehindATakenWordIsOne()
    {
        open(QStringLiteral("SecurityEvent | "));
        putCaret(text().size());
        type(QStringLiteral("wher"));
        QTRY_COMPARE(chosen(), QStringLiteral("where"));
        press(Qt::Key_Tab);
        type(QStringLiteral(" E"));
        QCOMPARE(text(), QStringLiteral("SecurityEvent | where E"));
    }

    void parenthesesAreNotDoubled()
    {
        open(QStringLiteral("print (1)"));
        putCaret(6);
        type(QStringLiteral("strl"));
        QTRY_COMPARE(chosen(), QStringLiteral("strlen"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("print strlen(1)"));
    }

    void problemsAreMarkedListedAndVisited()
    {
        open(QStringLiteral("SecurityEvent\n| where Foo == 1\n\nSecurityEvent\n| where EventID == 1\n\n"
                            "Nothing\n| where Bar == '\U0001F44B' and"));
        QTRY_VERIFY_WITH_TIMEOUT(page().assistant().examination().isComplete(), 30'000);
        const QList<EditorProblem> problems = page().assistant().examination().problems();
        QVERIFY2(problems.size() >= 2, qPrintable(QString::number(problems.size())));
        QCOMPARE(text().mid(problems.first().start, problems.first().length), QStringLiteral("Foo"));
        QCOMPARE(problems.first().code, QStringLiteral("KS142"));
        ProblemMarks &marks = page().assistant().problems();
        QCOMPARE(marks.at(problems.first().start + 1).size(), 1);
        QVERIFY(marks.at(0).isEmpty());
        const auto isUnderlined = [this](qsizetype units) {
            return editor().SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT,
                                          static_cast<unsigned long>(indicators::problemError),
                                          bytesAt(editor(), units)) != 0;
        };
        QVERIFY(isUnderlined(problems.first().start));
        QVERIFY(!isUnderlined(0));
        // Beside the scroll bar, too: on the second of eight lines.
        const ScrollBarMarks *overview = nullptr;
        for (const QObject *child : editor().verticalScrollBar()->children())
            overview = overview != nullptr ? overview : dynamic_cast<const ScrollBarMarks *>(child);
        QVERIFY(overview != nullptr);
        QCOMPARE(overview->marks().size(), problems.size());
        QCOMPARE(overview->marks().first().place, 1.0 / 8);
        putCaret(0);
        press(Qt::Key_F8, Qt::AltModifier);
        QTRY_COMPARE(caretUnits(editor()), problems.first().start);
        press(Qt::Key_F8, Qt::AltModifier);
        QTRY_COMPARE(caretUnits(editor()), problems.at(1).start);
        press(Qt::Key_F8, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(caretUnits(editor()), problems.first().start);
        press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(page().problems().isVisible());
        auto *list = page().problems().findChild<QListWidget *>();
        QCOMPARE(list->count(), problems.size());
        QVERIFY2(list->item(0)->text().startsWith(QLatin1String("Line 2: ")),
                 qPrintable(list->item(0)->text()));
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(caretUnits(editor()), problems.at(1).start);
        // What is mended goes by itself.
        editor().setQueryText(QStringLiteral("SecurityEvent | take 1"));
        QTRY_VERIFY(page().assistant().examination().problems().isEmpty());
        QVERIFY(!isUnderlined(16));
    }

    void formatsAsOneStepWithTheCaretInItsPlace()
    {
        const QString before = QStringLiteral("SecurityEvent|where EventID==1|take 5");
        open(before);
        putCaret(before.indexOf(QLatin1String("ID==")));
        press(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY(text() != before);
        QCOMPARE(text(), QStringLiteral("SecurityEvent | where EventID == 1 | take 5"));
        QCOMPARE(caretUnits(editor()), text().indexOf(QLatin1String("ID ==")));
        editor().undo();
        QCOMPARE(text(), before);
    }

    void escapeStopsTheFormatting()
    {
        QString before = QStringLiteral("SecurityEvent|take 5");
        for (int i = 0; i < 20; ++i)
            before += QStringLiteral("|join (SecurityEvent) on Computer");
        open(before);
        QSignalSpy notes(&page().assistant(), &KqlAssistant::noted);
        press(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
        press(Qt::Key_Escape);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes.last().first().toString(),
                 QStringLiteral("Formatting was stopped; the query is as it was."));
        // The service goes on to the next, and nothing comes of the first.
        QueryEditor &first = editor();
        open(QStringLiteral("SecurityEvent|take 5"));
        press(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(text(), QStringLiteral("SecurityEvent | take 5"));
        QCOMPARE(first.text(), before);
    }

    void formatsTheSelectedLinesAlone()
    {
        const QString before = QStringLiteral("Heartbeat|take 1\n\nSecurityEvent|take 5");
        open(before);
        editor().SendScintilla(QsciScintillaBase::SCI_SETSELECTION, 20UL, 24L);
        press(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(text(), QStringLiteral("Heartbeat|take 1\n\nSecurityEvent | take 5"));
    }

    void renamesEverywhere()
    {
        open(QStringLiteral("let n = 5;\nSecurityEvent | where EventID == n | take n"));
        putCaret(text().size());
        press(Qt::Key_F2);
        QTRY_VERIFY(m_fixture->window().findChild<QInputDialog *>() != nullptr);
        auto *dialog = m_fixture->window().findChild<QInputDialog *>();
        QCOMPARE(dialog->textValue(), QStringLiteral("n"));
        dialog->setTextValue(QStringLiteral("rows"));
        dialog->accept();
        QTRY_COMPARE(text(),
                     QStringLiteral("let rows = 5;\nSecurityEvent | where EventID == rows | take rows"));
        editor().undo();
        QCOMPARE(text(), QStringLiteral("let n = 5;\nSecurityEvent | where EventID == n | take n"));
    }

    void goesToTheDefinition()
    {
        open(QStringLiteral("let n = 5;\nSecurityEvent | take n"));
        putCaret(text().size());
        press(Qt::Key_F12);
        QSignalSpy noted(&page().assistant(), &KqlAssistant::noted);
        QTRY_COMPARE(caretUnits(editor()), 4);
        QCOMPARE(editor().place().selectionLength, 0); // a run takes the query, not the name
    }

    void extractsAVariable()
    {
        open(QStringLiteral("SecurityEvent | where EventID > (3 + 4) * 2"));
        editor().SendScintilla(QsciScintillaBase::SCI_SETSELECTION, 39UL, 32L);
        press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(text().startsWith(QLatin1String("let ")));
        QCOMPARE(editor().SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS), 2L);
        type(QStringLiteral("limit"));
        QCOMPARE(text(), QStringLiteral("let limit = (3 + 4);\nSecurityEvent | where EventID > limit * 2"));
    }

    void anAnswerForAnotherTextChangesNothing()
    {
        open(QStringLiteral("SecurityEvent|take 5"));
        QSignalSpy noted(&page().assistant(), &KqlAssistant::noted);
        press(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
        editor().append(QStringLiteral("0"));
        // A question that is answered after the one that was given up.
        QTRY_VERIFY_WITH_TIMEOUT(page().assistant().examination().isComplete(), 30'000);
        QCOMPARE(text(), QStringLiteral("SecurityEvent|take 50"));
        QCOMPARE(noted.size(), 1); // that it was asked for, and nothing else
    }

    void withoutAServiceTheEditorIsAPlainOne()
    {
        m_fixture->kql = nullptr;
        m_fixture->openWindow();
        open();
        type(QStringLiteral("SecurityEv"));
        QVERIFY(completion().isOpen()); // the local lists need none
        press(Qt::Key_Tab);
        QVERIFY(text().startsWith(QLatin1String("SecurityEvent")));
        QSignalSpy noted(&page().assistant(), &KqlAssistant::noted);
        press(Qt::Key_F, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(noted.size(), 1);
    }

    void classicIsLeftAlone()
    {
        open(QStringLiteral("Type=Event"));
        Query query = page().query();
        query.language = QueryLanguage::Classic;
        page().setQuery(query);
        editor().setFocus();
        type(QStringLiteral(" Sec"));
        QVERIFY(!completion().isOpen());
    }
};

QTEST_MAIN(TestEditorCompletion)
#include "tst_editorcompletion.moc"
