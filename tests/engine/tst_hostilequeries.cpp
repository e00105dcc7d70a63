#include "engine/enginefixture.h"
#include "support/countingsink.h"
#include "support/deadline.h"
#include "support/processmemory.h"
#include "support/translationfault.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sonde;

using namespace std::chrono_literals;

/// Queries that would take the machine: each ends within its time and its memory, in an answer or an error,
/// and the next one is answered.
class TestHostileQueries : public QObject
{
    Q_OBJECT

    EngineFixture m_fixture;

    Result<QueryOutcome> run(const QString &query, const CancelState &cancel)
    {
        CountingSink sink;
        return m_fixture.engine().run({query, {}, toTicks(EngineFixture::now())}, sink, cancel);
    }

private slots:
    void cleanup()
    {
        QCOMPARE(m_fixture.value(QStringLiteral("1 + 1")), QStringLiteral("2"));
        if (const auto peak = processMemory("VmHWM"))
            QVERIFY2(*peak < 2500 * 1024, qPrintable(QString::number(*peak)));
    }

    void operatorsWithoutRows_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"as T",
                                  "| as T",
                                  "where true",
                                  "take 1",
                                  "count",
                                  "getschema",
                                  "serialize",
                                  "sort by x",
                                  "distinct *",
                                  "extend x = 1",
                                  "project-away x",
                                  "sample 1",
                                  "consume",
                                  "render table",
                                  "summarize count()",
                                  "let T = as X; T",
                                  "union (as T)",
                                  "Event | join (as T) on Computer",
                                  "Event | project-away *",
                                  "Event | project-keep zzz*",
                                  "Event | project",
                                  "Event | summarize",
                                  "Event | distinct"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }

    /// What has no rows before it, or leaves no column, is an answer or refused; never SQL that DuckDB does
    /// not take.
    void operatorsWithoutRows()
    {
        QFETCH(QString, query);
        const auto outcome = run(query, CancelState());
        if (!outcome)
            QVERIFY2(!outcome.error().serviceCode.startsWith(u"E_"), qPrintable(outcome.error().detail));
    }

    void endsInTime_data()
    {
        QTest::addColumn<QString>("query");
        const auto row = [](const char *query) { QTest::newRow(query) << QString::fromLatin1(query); };
        row("range x from 1 to 1000000000000 step 1 | where x < 0");
        row("range x from 1 to 1000000000000 step 1 | where x in (1, 2) or x < 0");
        row("range x from 1 to 1000000000000 step 1 | count");
        row("range x from 1 to 1000000000000 step 1 | sort by x desc | where x < 0");
        row("range x from 1 to 1000000000000 step 1 | where strrep('a', 1000) matches regex "
            "strcat('(x+x+)+y', x)");
        row("range x from datetime(0001-01-01) to datetime(9999-12-31) step 1tick | where x < "
            "datetime(0001-01-01)");
        row("let a = range x from 1 to 1000000 step 1 | extend k = 1; a | join kind=inner a on k | count");
        row("let a = range x from 1 to 1000000 step 1 | extend k = 1; a | join kind=inner a on k | where x + "
            "x1 < 0");
        row("range x from 1 to 1000000000000 step 1 | extend y = range(1, 100, 1) | mv-expand y | count");
        // What DuckDB does not interrupt: a function at work on some thousand rows.
        row("range x from 1 to 1000000000000 step 1 | extend y = series_fir(range(x, x + 10000, 1), range(1, "
            "10000, 1)) | where isnull(y)");
        row("range x from 1 to 1000000000000 step 1 | extend y = series_iir(range(x, x + 10000, 1), range(1, "
            "5000, 1), range(1, 5000, 1)) | where isnull(y)");
    }

    /// Hours of work and no rows: what stops it is that the server waits no longer.
    void endsInTime()
    {
        QFETCH(QString, query);
        Deadline deadline(300ms);
        QElapsedTimer timer;
        timer.start();
        const auto outcome = run(query, deadline.cancel);
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().kind == ErrorKind::Cancelled, qPrintable(outcome.error().detail));
    }

    void endsInMemory_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("isRefusedAtOnce");
        bool byOurs = false;
        const auto row = [&byOurs](const char *query) {
            QTest::newRow(query) << QString::fromLatin1(query) << byOurs;
        };
        const auto repeated = [&byOurs](const char *name, const char *first, const char *step, int times,
                                        const char *last) {
            QString query = QString::fromLatin1(first);
            for (int i = 0; i < times; ++i)
                query += QString::fromLatin1(step).arg(i).arg(i + 1);
            QTest::newRow(name) << QString(query + QString::fromLatin1(last)) << byOurs;
        };
        // By DuckDB's own account.
        row("range x from 1 to 1000000000000 step 1 | summarize make_list(x)");
        row("range x from 1 to 1000000000000 step 1 | summarize count() by x");
        row("range x from 1 to 1000000000000 step 1 | extend s = strrep(tostring(x), 1000) | summarize "
            "make_list(s)");
        row("range x from 1 to 1000000000000 step 1 | summarize make_bag(bag_pack(tostring(x), x))");
        repeated("strcat doubles", "print a0 = 'xxxxxxxxxx'", " | extend a%2 = strcat(a%1, a%1)", 35,
                 " | project strlen(a35)");
        // By ours: what a function builds DuckDB does not see.
        byOurs = true;
        row("print repeat(strrep('x', 1000), 1000000)");
        row("print x = strrep(strrep(strrep('x', 1024), 1024), 1024)");
        row("print x = replace_string(strrep(strrep('x', 1024), 1024), 'x', strrep('y', 1024))");
        row("print x = translate('x', strrep('y', 1000), strrep(strrep(strrep('x', 1024), 1024), 1024))");
        row("print strcat_array(repeat(strrep('x', 60), 1000000), strrep('y', 100))");
        row("print zip(repeat(1, 1000000), repeat(2, 1000000), repeat(3, 1000000), repeat(4, 1000000), "
            "repeat(5, 1000000))");
        repeated("lists double", "print a0 = dynamic([1, 2, 3])", " | extend a%2 = array_concat(a%1, a%1)",
                 30, " | project array_length(a30)");
        repeated("replacements double", "print a0 = 'x'", " | extend a%2 = replace_string(a%1, 'x', 'xx')",
                 35, " | project strlen(a35)");
        repeated("regular expressions double", "print a0 = 'x'",
                 " | extend a%2 = replace_regex(a%1, 'x', 'xx')", 35, " | project strlen(a35)");
    }

    /// More memory than there is: E_LOW_MEMORY_CONDITION, or stopped on a machine that needs too long to get
    /// to where DuckDB says so.
    void endsInMemory()
    {
        QFETCH(QString, query);
        QFETCH(bool, isRefusedAtOnce);
        Deadline deadline(isRefusedAtOnce ? 60'000ms : 1000ms);
        const auto outcome = run(query, deadline.cancel);
        QVERIFY(!outcome);
        if (isRefusedAtOnce || outcome.error().kind != ErrorKind::Cancelled)
            QVERIFY2(outcome.error().serviceCode == u"E_LOW_MEMORY_CONDITION",
                     qPrintable(outcome.error().serviceCode + u' ' + outcome.error().message +
                                outcome.error().detail));
    }

    void isTooMuchToRead_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("answer"); // the one cell, or how many rows, or `refused`; empty: not known
        const QString refused = QStringLiteral("refused");
        const auto row = [](const char *name, const QString &query, const QString &answer = {}) {
            QTest::newRow(name) << query << answer;
        };
        const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
        const auto many = [](const char *latin1, int times) {
            return QString::fromLatin1(latin1).repeated(times);
        };
        const auto numbered = [](const char *step, int times) {
            QString query;
            for (int i = 0; i < times; ++i)
                query += QString::fromLatin1(step).arg(i).arg(i + 1);
            return query;
        };
        row("10 000 parentheses", text("print ") + many("(", 10'000) + u'1' + many(")", 10'000), refused);
        row("parentheses that are not closed", text("print ") + many("(", 10'000), refused);
        row("a list in a list", text("print dynamic(") + many("[", 5'000) + many("]", 5'000) + u')', refused);
        row("a bag in a bag",
            text("print dynamic(") + many("{\"a\":", 5'000) + u'1' + many("}", 5'000) + u')', refused);
        row("more than a megabyte", text("print '") + many("x", 1'100'000) + u'\'', refused);
        row("a megabyte", text("print strlen('") + many("x", 1'000'000) + text("')"), text("1000000"));
        row("minus", text("print ") + many("- ", 10'000) + u'1', text("1"));
        row("not", text("print ") + many("not(", 250) + text("true") + many(")", 250), text("true"));
        row("and", text("print true") + many(" and true", 5'000), text("true"));
        row("or", text("Event | where EventID == 1") + many(" or EventID == 2", 5'000), text("0 rows"));
        row("plus", text("print 1") + many(" + 1", 5'000), text("5001"));
        row("10 000 pipes", text("Event") + many("\n| where true", 10'000), text("5 rows"));
        row("a deep value", text("print parse_json('") + many("{\"a\":", 50'000) + u'1' + many("}", 50'000) +
                                text("').a.a.a"));
        row("a long path", text("print d = dynamic(1) | extend x = d") + many(".a", 5'000));
        row("case", text("print case(") + many("1 == 2, 1, ", 2'000) + text("2)"), text("2"));
        row("union", text("union ") + many("Event, ", 2'000) + text("Event"), text("10005 rows"));
        row("subqueries",
            many("Event | where EventID in (", 100) + text("Event | project EventID") + many(")", 100),
            text("4 rows"));
        row("joins", text("Event | project EventID") +
                         many(" | join (Event | project EventID) on EventID | project EventID", 100));
        row("lets", text("let a0 = 1;") + numbered("let a%2 = a%1 + a%1;", 1'000) + text("print a1000"),
            text("1001"));
        row("tables that double",
            text("let t0 = Event;") + numbered("let t%2 = union t%1, t%1;", 40) + text("t40 | count"));
        row("functions in functions",
            text("let f0 = (x: long) { x + 1 };") + numbered("let f%2 = (x: long) { f%1(x) };", 500) +
                text("print f500(1)"),
            text("2"));
        row("functions that double", text("let f0 = (s: string) { strcat(s, s) };") +
                                         numbered("let f%2 = (s: string) { f%1(f%1(s)) };", 25) +
                                         text("print strlen(f25('x'))"));
        row("3 000 columns", text("print c = 0") + numbered(", c%1 = %2", 3'000), text("1 rows"));
        row("a long list", text("Event | where EventID in (1") + many(", 2", 5'000) + u')', text("0 rows"));
        row("a long regular expression", text("print 'a' matches regex '") + many("(a|b)", 50'000) + u'\'',
            text("false"));
        row("a large regular expression", text("print 'a' matches regex '((a{1,1000}){1,1000}){1,1000}'"));
    }

    /// An answer, a refusal, or stopped; never a failure of the language service or of DuckDB.
    void isTooMuchToRead()
    {
        QFETCH(QString, query);
        QFETCH(QString, answer);
        Deadline deadline(answer.isEmpty() ? 300ms : answer == u"refused" ? 60'000ms : 5'000ms);
        CollectingSink sink;
        const auto outcome =
            m_fixture.engine().run({query, {}, toTicks(EngineFixture::now())}, sink, deadline.cancel);
        if (outcome) {
            const bool isOne = sink.rows().rowCount() == 1 && sink.rows().columnCount() == 1;
            const QString found = isOne ? cellText(sink.rows().cell(0, 0))
                                        : QStringLiteral("%1 rows").arg(sink.rows().rowCount());
            QVERIFY2(answer.isEmpty() || found == answer, qPrintable(found));
            return;
        }
        const Error &error = outcome.error();
        if (answer == u"refused")
            QCOMPARE(error.serviceCode, QStringLiteral("SEM0001"));
        if (error.kind == ErrorKind::Cancelled)
            return;
        QCOMPARE(error.kind, ErrorKind::Query);
        QVERIFY(!error.message.isEmpty());
        QVERIFY2(QStringList({QStringLiteral("SEM0001"), QStringLiteral("E_QUERY_FAILED"),
                              QStringLiteral("E_LOW_MEMORY_CONDITION")})
                     .contains(error.serviceCode),
                 qPrintable(error.serviceCode + u' ' + error.message));
        QVERIFY2(!isTranslationFault(error.detail), qPrintable(error.detail));
    }
};

QTEST_GUILESS_MAIN(TestHostileQueries)
#include "tst_hostilequeries.moc"
