#include "widgets/pageparameters.h"

#include "parametersfixture.h"
#include "widgets/messagebar.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/resultspane.h"

#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using Type = ParameterType;

class TestPageParameters : public ParametersFixture
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void fieldsOfTheQueryAtTheCaret()
    {
        QVERIFY(!strip().isVisible());
        setText(*m_page, "T | where A == {a}\n\nT | where B == {b} | take {n}\n\nT");
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a")});
        QVERIFY(strip().isVisible());
        m_page->editor().setCursorPosition(2, 3);
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("b"), QStringLiteral("n")}));
        m_page->editor().setCursorPosition(4, 0);
        QTRY_VERIFY(!strip().isVisible());
        // A classic search has none.
        m_page->editor().setCursorPosition(2, 3);
        QTRY_VERIFY(strip().isVisible());
        m_page->bar().setLanguage(QueryLanguage::Classic);
        QTRY_VERIFY(!strip().isVisible());
    }

    void runsWithTheValues()
    {
        setText(*m_page, "T | where A == {a} | take {n}");
        QTRY_COMPARE(names().size(), 2);
        type(edit("a"), "say \"hi\"");
        type(edit("n"), "5");
        QTest::keyClick(&edit("n"), Qt::Key_Return);
        QCOMPARE(runs(), 1);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"say \\\"hi\\\"\" | take 5"));
        // What is typed stays as it is.
        QCOMPARE(m_page->editor().text(), QStringLiteral("T | where A == {a} | take {n}"));
        // The service counts in what was sent.
        Error error;
        error.kind = ErrorKind::Query;
        error.position = positionAt(sent(), sent().indexOf(QStringLiteral("take")));
        m_fakes->runner.last().job->finish(tl::unexpected<Error>(error));
        QTRY_VERIFY(m_page->editor().errorPosition().has_value());
        QCOMPARE(m_page->editor().errorPosition()->column, 21);
    }

    void asksForAMissingValue()
    {
        setText(*m_page, "T | where A == {a} and B == {b}");
        QTRY_COMPARE(names().size(), 2);
        type(edit("a"), "x");
        QVERIFY(strip().note().isEmpty());
        m_page->editor().setFocus();
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(runs(), 0);
        QVERIFY(!m_page->isRunning());
        QCOMPARE(strip().note(), QStringLiteral("The query needs a value for “b”."));
        QCOMPARE(QApplication::focusWidget(), &edit("b"));
        QCOMPARE(edit("b").accessibleDescription(), strip().note());
        QTest::keyClicks(&edit("b"), QStringLiteral("y"));
        QVERIFY(strip().note().isEmpty());
        QTest::keyClick(&edit("b"), Qt::Key_Enter);
        QCOMPARE(runs(), 1);
    }

    void asksAtOnceAfterTheLastKey()
    {
        // Without a wait for the fields to come.
        setText(*m_page, "T | where A == {a}");
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(runs(), 0);
        QCOMPARE(names(), QStringList{QStringLiteral("a")});
        QCOMPARE(QApplication::focusWidget(), &edit("a"));
    }

    void marksWrongValues()
    {
        setText(*m_page, "T | where A == {a} | take {n}");
        QTRY_COMPARE(names().size(), 2);
        type(edit("n"), "many");
        QCOMPARE(strip().note(), QStringLiteral("n: “many” is no number. Write it as 42, -7 or 1.5."));
        type(edit("a"), "x");
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(runs(), 0);
        QCOMPARE(QApplication::focusWidget(), &edit("n"));
        // Typing on mends it.
        QTest::keyClicks(&edit("n"), QStringLiteral("7"));
        QVERIFY(strip().note().isEmpty());
        QTest::keyClick(&edit("n"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\" | take 7"));
    }

    void typesAreChosen()
    {
        setText(*m_page, "declare query_parameters(d:datetime); T | where A == {a}");
        QTRY_COMPARE(names().size(), 2);
        QVERIFY(strip().fields().at(0)->typeButton() == nullptr);
        QToolButton *button = strip().fields().at(1)->typeButton();
        QVERIFY(button != nullptr && button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("Text"));
        type(edit("a"), "7");
        const QList<QAction *> types = button->menu()->actions();
        QCOMPARE(types.size(), 7); // the five, a line, and back to what fits
        types.at(1)->trigger();
        QCOMPARE(button->text(), QStringLiteral("Number"));
        type(edit("d"), "2026-11-22");
        QTest::keyClick(&edit("d"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral(
                             "declare query_parameters(d:datetime = datetime(2026-11-22T00:00:00.0000000Z));"
                             " T | where A == 7"));
        QCOMPARE(m_page->parameters().values().value(QStringLiteral("a")),
                 (ParameterValue{Type::Number, QStringLiteral("7")}));
    }

    void theTypeFollowsTheQuery()
    {
        setText(*m_page, "T | where A == {c}");
        QTRY_COMPARE(names().size(), 1);
        type(edit("c"), "web01");
        setText(*m_page, "T | where A in ({c})");
        QTRY_COMPARE(strip().fields().at(0)->typeButton()->text(), QStringLiteral("List"));
        type(edit("c"), "web01, web02");
        QTest::keyClick(&edit("c"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A in (\"web01\", \"web02\")"));
        m_fakes->runner.last().job->finish(ResultInfo());
        setText(*m_page, "T | where TimeGenerated > ago({c})");
        QTRY_COMPARE(strip().fields().at(0)->typeButton()->text(), QStringLiteral("Timespan"));
        type(edit("c"), "7d");
        QTest::keyClick(&edit("c"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where TimeGenerated > ago(timespan(7.00:00:00))"));
    }

    void theTypeFollowsTheValue()
    {
        setText(*m_page, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        QToolButton *button = strip().fields().at(0)->typeButton();
        QCOMPARE(button->text(), QStringLiteral("Text"));
        const int width = edit("a").minimumWidth();
        const int needed = strip().fields().at(0)->sizeHint().width();
        type(edit("a"), "4625");
        QCOMPARE(button->text(), QStringLiteral("Number"));
        // What stands behind it does not move.
        QCOMPARE(edit("a").minimumWidth(), width);
        QCOMPARE(strip().fields().at(0)->sizeHint().width(), needed);
        QTRY_COMPARE(button->width(), button->sizeHint().width()); // the room is behind it, not within
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == 4625"));
        // Chosen by hand it stays, until that is taken back.
        const QList<QAction *> types = button->menu()->actions();
        QVERIFY(types.last()->isChecked() && !types.at(1)->isChecked());
        types.at(0)->trigger();
        QVERIFY(types.at(0)->isChecked() && !types.last()->isChecked());
        type(edit("a"), "4626");
        QCOMPARE(button->text(), QStringLiteral("Text"));
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"4626\""));
        types.last()->trigger();
        QVERIFY(types.last()->isChecked() && !types.at(0)->isChecked());
        QCOMPARE(button->text(), QStringLiteral("Number"));
    }

    void pastedLines_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("note");
        const auto text = [](const char *value) { return QString::fromUtf8(value); };
        // The line break of a cell or a line is none of its value.
        QTest::newRow("one line") << text("T | where A == {a}") << text("web01\r\n") << text("web01")
                                  << text("T | where A == \"web01\"") << QString();
        QTest::newRow("a number") << text("T | take {a}") << text("5\n\n") << text("5") << text("T | take 5")
                                  << QString();
        QTest::newRow("a column") << text("T | where A in ({a})") << text("web01\r\nweb02\n\nweb 03\r\n")
                                  << text("web01, web02, web 03")
                                  << text("T | where A in (\"web01\", \"web02\", \"web 03\")") << QString();
        QTest::newRow("a list in lines")
            << text("T | where A in ({a})") << text("\"a\nb\",\n  c") << text("\"a\nb\", c")
            << text("T | where A in (\"a\\nb\", \"c\")") << QString();
        QTest::newRow("a text") << text("T | where A == {a}") << text("one\r\ntwo\u2028three")
                                << text("one\ntwo\nthree") << text("T | where A == \"one\\ntwo\\nthree\"")
                                << text("The value has line breaks, which are sent with it. Where each line "
                                        "is a value of its own, "
                                        "choose List as the type.");
        QTest::newRow("a declared text")
            << text("declare query_parameters(a:string); T") << text("one\ntwo") << text("one\ntwo")
            << text("declare query_parameters(a:string = \"one\\ntwo\"); T")
            << text("The value has line breaks, which are sent with it.");
    }

    void pastedLines()
    {
        QFETCH(QString, query);
        QFETCH(QString, pasted);
        QFETCH(QString, shown);
        setText(*m_page, qPrintable(query));
        QTRY_COMPARE(names().size(), 1);
        QApplication::clipboard()->setText(pasted);
        QTest::keyClick(&edit("a"), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit("a").text(), shown);
        QCOMPARE(edit("a").cursorPosition(), shown.size());
        QTEST(strip().note(), "note");
        QVERIFY(edit("a").accessibleDescription() == strip().note());
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(runs(), 1);
        QTEST(sent(), "sent");
    }

    void linesBecomeAListWhereThatIsChosen()
    {
        setText(*m_page, "T | extend A = {a}");
        QTRY_COMPARE(names().size(), 1);
        QApplication::clipboard()->setText(QStringLiteral("one\ntwo"));
        QTest::keyClick(&edit("a"), Qt::Key_V, Qt::ControlModifier);
        strip().fields().at(0)->typeButton()->menu()->actions().at(4)->trigger();
        QCOMPARE(edit("a").text(), QStringLiteral("one, two"));
        QVERIFY(strip().note().isEmpty());
    }

    void defaultsNeedNoValue()
    {
        setText(*m_page, "declare query_parameters(n:long = 5); T | take n");
        QTRY_COMPARE(names().size(), 1);
        QVERIFY(edit("n").placeholderText().contains(QLatin1Char('5')));
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(sent(), QStringLiteral("declare query_parameters(n:long = 5); T | take n"));
    }

    void allQueriesOrNone()
    {
        setText(*m_page, "T | where A == {a}\n\nT | where B == {b}");
        QTRY_COMPARE(names(), QStringList{QStringLiteral("a")});
        type(edit("a"), "x");
        m_page->requestRun(PageRunner::Part::All);
        QCOMPARE(runs(), 0);
        // The caret goes to the query that wants a value.
        QCOMPARE(names(), QStringList{QStringLiteral("b")});
        QCOMPARE(QApplication::focusWidget(), &edit("b"));
        type(edit("b"), "y");
        m_page->requestRun(PageRunner::Part::All);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\""));
        m_fakes->runner.last().job->finish(ResultInfo());
        QTRY_COMPARE(runs(), 2);
        QCOMPARE(sent(), QStringLiteral("T | where B == \"y\""));
    }

    void previewsAndCounts()
    {
        setText(*m_page, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        type(edit("a"), "x");
        m_page->requestRun(PageRunner::Part::Preview);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\"\n| take 50"));
        ColumnBuilder number(QStringLiteral("n"), ColumnType::Long);
        for (int row = 0; row < 50; ++row)
            number.appendInteger(row);
        ResultChunk chunk;
        chunk.rows = Table({number.build()}, 50);
        m_fakes->runner.last().job->deliver(chunk);
        m_fakes->runner.last().job->finish(ResultInfo());
        QTRY_COMPARE(runs(), 2);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\"\n| count"));
    }

    void whatRunsGoesOnWhileAValueIsMissing()
    {
        setText(*m_page, "T\n\nU\n\nV | where A == {a}");
        m_page->editor().setCursorPosition(4, 0);
        QTRY_COMPARE(names().size(), 1);
        type(edit("a"), "x");
        m_page->requestRun(PageRunner::Part::All);
        QCOMPARE(runs(), 1);
        const QPointer<SearchJob> running = m_fakes->runner.last().job;
        type(edit("a"), "");
        QTest::keyClick(&edit("a"), Qt::Key_Delete);
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(strip().note(), QStringLiteral("The query needs a value for “a”."));
        QCOMPARE(runs(), 1);
        QVERIFY(m_page->isRunning());
        // So does what comes after it.
        running->finish(ResultInfo());
        QTRY_COMPARE(runs(), 2);
        QCOMPARE(sent(), QStringLiteral("U"));
    }

    void enterRunsWhatWasAskedFor()
    {
        setText(*m_page, "T | where A == {a}\n\nU");
        m_page->requestRun(PageRunner::Part::Preview);
        QCOMPARE(runs(), 0);
        type(edit("a"), "x");
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\"\n| take 50"));
        // Once.
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\""));
        m_fakes->runner.last().job->finish(ResultInfo());
        type(edit("a"), "");
        QTest::keyClick(&edit("a"), Qt::Key_Delete);
        m_page->requestRun(PageRunner::Part::All);
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(runs(), 2);
        type(edit("a"), "y");
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(runs(), 3);
        m_fakes->runner.last().job->finish(ResultInfo());
        QTRY_COMPARE(runs(), 4);
        QCOMPARE(sent(), QStringLiteral("U"));
    }

    void onlyEnterRunsWhatWasAskedFor()
    {
        setText(*m_page, "T | where A == {a}");
        m_page->requestRun(PageRunner::Part::Preview);
        type(edit("a"), "x");
        // As the button does it.
        m_page->run(m_connection);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"x\""));
        // Who goes back to the query has something else in mind.
        type(edit("a"), "");
        QTest::keyClick(&edit("a"), Qt::Key_Delete);
        m_page->requestRun(PageRunner::Part::Preview);
        QTest::keyClick(&edit("a"), Qt::Key_Escape);
        type(edit("a"), "y");
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"y\""));
        // One that nobody could do is not done later.
        disconnect(m_page.get(), &QueryPage::runRequested, m_page.get(), nullptr);
        m_page->requestRun(PageRunner::Part::Preview);
        m_page->run(m_connection);
        QCOMPARE(sent(), QStringLiteral("T | where A == \"y\""));
    }

    void repeatsWhileTheValuesAreTheSame()
    {
        setText(*m_page, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        type(edit("a"), "x");
        QTest::keyClick(&edit("a"), Qt::Key_Return);
        const Query query = m_fakes->runner.last().query;
        m_fakes->runner.last().job->finish(ResultInfo());
        QTRY_VERIFY(!m_page->isRunning());
        QVERIFY(m_page->runner().canRepeat(query));
        m_page->run(m_connection, RunCause::Repeated);
        QCOMPARE(runs(), 2);
        QCOMPARE(sent(), query.text);
        m_fakes->runner.last().job->finish(ResultInfo());
        QTRY_VERIFY(!m_page->isRunning());
        type(edit("a"), "y");
        QVERIFY(!m_page->runner().canRepeat(query));
    }

    void comesBackWithTheTab()
    {
        setText(*m_page, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        QSignalSpy changed(m_page.get(), &QueryPage::draftChanged);
        QTRY_VERIFY(!m_page->hasPendingChange());
        changed.clear();
        type(edit("a"), "x");
        QVERIFY(m_page->hasPendingChange());
        const Draft draft = m_page->draft();
        m_page = makePage();
        m_page->restore(draft);
        m_page->show();
        QTRY_COMPARE(names().size(), 1);
        QCOMPARE(edit("a").text(), QStringLiteral("x"));
    }

    void keyboard()
    {
        setText(*m_page, "T | where A == {a} and B == {b}");
        QTRY_COMPARE(names().size(), 2);
        m_page->editor().setFocus();
        m_page->moveFocusUp();
        QCOMPARE(QApplication::focusWidget(), &edit("a"));
        QTest::keyClick(&edit("a"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), strip().fields().at(0)->typeButton());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &edit("b"));
        QTest::keyClick(&edit("b"), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), &m_page->editor());
    }

    void whatIsAskedForIsSeen()
    {
        QString text = QStringLiteral("T\n");
        ParameterValues values;
        for (int i = 0; i < 40; ++i) {
            text += QStringLiteral("| where A == {p%1}\n").arg(i);
            if (i < 39)
                values.insert(QStringLiteral("p%1").arg(i), {std::nullopt, QStringLiteral("x")});
        }
        m_page->parameters().setValues(values);
        setText(*m_page, qPrintable(text));
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(QApplication::focusWidget(), &edit("p39"));
        QTRY_COMPARE(edit("p39").visibleRegion().boundingRect(), edit("p39").rect());
        m_page->parameters().setValues({});
        m_page->requestRun(PageRunner::Part::AtPlace);
        QTRY_COMPARE(edit("p0").visibleRegion().boundingRect(), edit("p0").rect());
    }

    void longValues()
    {
        QString list = QStringLiteral("74be27de-1e4e-49d9-b579-fe0b331d3642");
        while (list.size() < 90'000)
            list += QStringLiteral(", 74be27de-1e4e-49d9-b579-fe0b331d3642");
        m_page->parameters().setValues({{QStringLiteral("a"), {std::nullopt, list}}});
        setText(*m_page, "T | where A in ({a})");
        QTRY_COMPARE(names().size(), 1);
        QCOMPARE(edit("a").text(), list);
        // The caret stays while the fields are brought up to date.
        edit("a").setCursorPosition(5);
        setText(*m_page, "T | where A in ({a}) | take {b}");
        QTRY_COMPARE(names().size(), 2);
        QCOMPARE(edit("a").cursorPosition(), 5);
        // None is cut off without a word.
        QApplication::clipboard()->setText(QString(400'000, u'x'));
        edit("a").selectAll();
        QTest::keyClick(&edit("a"), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(strip().note().contains(QLatin1String("too long")));
        type(edit("b"), "5");
        QTest::keyClick(&edit("b"), Qt::Key_Return);
        QCOMPARE(runs(), 0);
    }

    void longTextsAreNoBurden()
    {
        // A name that is as long as a page, and a hundred parameters.
        QString text = QStringLiteral("T\n");
        for (int i = 0; i < 100; ++i)
            text += QStringLiteral("| where A == {p%1}\n").arg(i);
        text += QStringLiteral("| where A == {") + QString(2000, u'x') + u'}';
        setText(*m_page, qPrintable(text));
        QTRY_COMPARE(names().size(), 50);
        QVERIFY(m_page->minimumSizeHint().width() < 900);
        QCOMPARE(strip().note(),
                 QStringLiteral("The query has 101 parameters; fields are shown for the first 50."));
        // What has no field is asked for all the same, in words.
        ParameterValues values;
        for (int i = 0; i < 50; ++i)
            values.insert(QStringLiteral("p%1").arg(i), {std::nullopt, QStringLiteral("x")});
        m_page->parameters().setValues(values);
        m_page->requestRun(PageRunner::Part::AtPlace);
        QCOMPARE(runs(), 0);
        QCOMPARE(strip().note(),
                 QStringLiteral("The query needs a value for “p50”. The query has 101 parameters; "
                                "fields are shown for the first 50."));
    }

    void pagesBehindAreBroughtUpToDateWhenTheyAreSeen()
    {
        const auto other = makePage();
        setText(*other, "T | where A == {a}");
        sharing(*m_page).click();
        setText(*m_page, "T | where A == {a}");
        QTRY_COMPARE(names().size(), 1);
        type(edit("a"), "x");
        QVERIFY(other->parameters().strip().fields().isEmpty());
        other->show();
        QCOMPARE(namesOf(other->parameters().strip()), QStringList{QStringLiteral("a")});
        QCOMPARE(editOf(*other, "a").text(), QStringLiteral("x"));
        other->hide();
        type(edit("a"), "y");
        // The next turn of the event loop that would have brought it up to date.
        QTRY_VERIFY(!m_page->hasPendingChange());
        QCOMPARE(editOf(*other, "a").text(), QStringLiteral("x"));
        other->show();
        QCOMPARE(editOf(*other, "a").text(), QStringLiteral("y"));
    }
};

QTEST_MAIN(TestPageParameters)
#include "tst_pageparameters.moc"
