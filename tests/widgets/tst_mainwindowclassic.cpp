#include "results/column.h"
#include "support/windowfixture.h"
#include "widgets/completionpopup.h"
#include "widgets/editorcompletion.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/kqlassistant.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"

#include <QTest>

using namespace sonde;

/// Writing a classic search in the window, key by key.
class TestMainWindowClassic final : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    QueryPage &page() const { return *m_fixture->window().currentPage(); }
    QueryEditor &editor() const { return page().editor(); }
    EditorCompletion &completion() const { return page().assistant().completion(); }
    QString text() const { return editor().queryText(); }
    QString chosen() const
    {
        const KqlCompletionItem *item = completion().popup().chosen();
        return completion().isOpen() && item != nullptr ? item->name : QString();
    }
    QStringList offered() const
    {
        QStringList names;
        for (const KqlCompletionItem &item : completion().popup().items())
            names.append(item.name);
        return names;
    }
    void open(const QString &queryText = {}, QueryLanguage language = QueryLanguage::Classic)
    {
        Query query;
        query.text = queryText;
        query.language = language;
        m_fixture->window().openQuery(query, false);
        editor().setFocus();
        QTRY_VERIFY(editor().hasFocus());
        editor().SendScintilla(QsciScintillaBase::SCI_DOCUMENTEND);
        // The tables are read from the program's resources behind the first window.
        QTRY_VERIFY(page().assistant().language().schema()->tables.size() > 900);
    }
    void type(const QString &keys) const { QTest::keyClicks(&editor(), keys); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(&editor(), key, modifiers);
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openWindow();
    }
    void cleanup() { m_fixture.reset(); }

    void aSearchIsTypedAndPicked()
    {
        open();
        type(QStringLiteral("Ty"));
        QCOMPARE(chosen(), QStringLiteral("Type"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("Type="));
        QVERIFY(completion().isOpen()); // the types, at once
        type(QStringLiteral("SecurityEv"));
        QCOMPARE(chosen(), QStringLiteral("SecurityEvent"));
        press(Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("Type=SecurityEvent"));
        type(QStringLiteral(" EventI"));
        QCOMPARE(chosen(), QStringLiteral("EventID"));
        press(Qt::Key_Tab);
        type(QStringLiteral("=4625 TiGe"));
        QCOMPARE(chosen(), QStringLiteral("TimeGenerated")); // by its capitals
        press(Qt::Key_Tab);
        type(QStringLiteral(">NOW-7"));
        QCOMPARE(chosen(), QStringLiteral("NOW-7DAYS"));
        press(Qt::Key_Tab);
        type(QStringLiteral(" | "));
        QCOMPARE(chosen(), QStringLiteral("measure"));
        type(QStringLiteral("me"));
        press(Qt::Key_Tab);
        QCOMPARE(chosen(), QStringLiteral("count"));
        press(Qt::Key_Tab);
        type(QStringLiteral(" b"));
        QCOMPARE(chosen(), QStringLiteral("by"));
        press(Qt::Key_Tab);
        type(QStringLiteral("Acc"));
        QVERIFY(offered().contains(QLatin1String("Account")));
        press(Qt::Key_Tab);
        type(QStringLiteral(" | so"));
        press(Qt::Key_Tab);
        QCOMPARE(offered(), (QStringList{QStringLiteral("AggregatedValue"), QStringLiteral("Account")}));
        type(QStringLiteral("Ag"));
        press(Qt::Key_Tab);
        type(QStringLiteral(" de"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("Type=SecurityEvent EventID=4625 TimeGenerated>NOW-7DAYS | measure "
                                        "count() by Account | sort AggregatedValue desc"));
    }

    void theListOfTypesComesBehindItsSign()
    {
        open();
        type(QStringLiteral("Type:"));
        QVERIFY(completion().isOpen());
        QVERIFY(offered().contains(QLatin1String("Heartbeat")));
        type(QStringLiteral("Heartb"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("Type:Heartbeat"));
        type(QStringLiteral(" SubType="));
        QVERIFY(!completion().isOpen());
        type(QStringLiteral("x Type!="));
        QVERIFY2(completion().isOpen(), qPrintable(text()));
        press(Qt::Key_Return); // a line end, where nobody typed or moved
        QVERIFY(text().endsWith(QLatin1String("Type!=\n")));
    }

    void inKqlAnEqualsSignOpensNothing()
    {
        open(QStringLiteral("Event\n| where "), QueryLanguage::Kql);
        type(QStringLiteral("Type ="));
        type(QStringLiteral("= Type"));
        press(Qt::Key_Escape);
        type(QStringLiteral("="));
        QVERIFY(!completion().isOpen());
    }

    void theSignThatIsThereIsNotWrittenAgain()
    {
        open(QStringLiteral("=Event"));
        editor().SendScintilla(QsciScintillaBase::SCI_GOTOPOS, 0UL);
        type(QStringLiteral("Ty"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("Type=Event"));
    }

    void nothingOpensInStringsNumbersAndValuesWithSigns()
    {
        open();
        for (const char *keys : {"\"Typ", "Computer=\"Typ", "a=46E", "a=web-T", "a b || "}) {
            editor().setQueryText({});
            type(QString::fromLatin1(keys));
            QVERIFY2(!completion().isOpen(), keys);
            press(Qt::Key_Escape);
        }
        type(QStringLiteral("Ty"));
        QVERIFY(completion().isOpen());
    }

    void aTextFunctionLeavesTheCaretBetweenItsQuotes()
    {
        open();
        type(QStringLiteral("Computer:con"));
        press(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("Computer:contains(\"\")"));
        type(QStringLiteral("web\")"));
        QCOMPARE(text(), QStringLiteral("Computer:contains(\"web\")"));
    }

    void eachIsOneStep()
    {
        open();
        type(QStringLiteral("| measu"));
        press(Qt::Key_Tab);
        press(Qt::Key_Escape);
        QCOMPARE(text(), QStringLiteral("| measure "));
        editor().undo();
        QCOMPARE(text(), QStringLiteral("| measu"));
    }

    void theKeyOpensTheListAnywhere()
    {
        open(QStringLiteral("Type=Heartbeat "));
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(completion().isOpen());
        QVERIFY(offered().contains(QLatin1String("ComputerIP")));
        QVERIFY(offered().contains(QLatin1String("AND")));
        press(Qt::Key_Escape);
        QVERIFY(!completion().isOpen());
    }

    void fieldsOfTheRowsAreOffered()
    {
        open(QStringLiteral("* "));
        QTest::keyClick(&m_fixture->window(), Qt::Key_F5);
        m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 3));
        m_fixture->runner.last().job->finish(m_fixture->info());
        type(QStringLiteral("Mes"));
        QCOMPARE(chosen(), QStringLiteral("Message")); // a column of those rows
    }

    void typesOfTheRowsAreOffered()
    {
        open(QStringLiteral("* "));
        QTest::keyClick(&m_fixture->window(), Qt::Key_F5);
        ColumnBuilder types(QStringLiteral("Type"), ColumnType::String);
        for (const char *name : {"Shop_CL", "Shop_CL", "Heartbeat"})
            types.appendText(name);
        types.appendNull();
        ResultChunk chunk;
        chunk.rows = Table({types.build()}, 4);
        m_fixture->runner.last().job->deliver(chunk);
        m_fixture->runner.last().job->finish(m_fixture->info());
        type(QStringLiteral("Type="));
        QCOMPARE(offered().mid(0, 2), (QStringList{QStringLiteral("Shop_CL"), QStringLiteral("Heartbeat")}));
        QCOMPARE(offered().count(QStringLiteral("Heartbeat")), 1);
    }

    void namesOfCountsAreNoFields()
    {
        open(QStringLiteral("* | measure count() as Message by Computer"));
        QTest::keyClick(&m_fixture->window(), Qt::Key_F5);
        m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 3));
        m_fixture->runner.last().job->finish(m_fixture->info());
        editor().setQueryText(QString());
        type(QStringLiteral("Mes"));
        QVERIFY(!completion().isOpen());
    }

    void theLanguageDecides()
    {
        open();
        page().bar().setLanguage(QueryLanguage::Kql);
        type(QStringLiteral("Typ"));
        QVERIFY(!offered().contains(QLatin1String("Type")) || !completion().isOpen());
        press(Qt::Key_Escape);
        editor().setQueryText({});
        page().bar().setLanguage(QueryLanguage::Classic);
        type(QStringLiteral("Typ"));
        QCOMPARE(chosen(), QStringLiteral("Type"));
        page().bar().setLanguage(QueryLanguage::Kql);
        QVERIFY(!completion().isOpen());
    }
};

QTEST_MAIN(TestMainWindowClassic)
#include "tst_mainwindowclassic.moc"
