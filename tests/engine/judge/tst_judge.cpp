#include "engine/judge/shrink.h"
#include "engine/judge/trial.h"

#include <QTest>
#include <QTextStream>

using namespace sonde;
using namespace sonde::judge;

/// The plain interpreter's own rules, with values written down here; and a short trial of the engine.
class TestJudge : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void answers_data();
    void answers();
    void tellsOverflowFromNull();
    void shrinksWhatDiffers();
    void agreesWithTheEngine();

private:
    Rows run(const QString &query);
    KqlService m_service;
    KqlSchemaPtr m_schema = std::make_shared<KqlSchema>();
};

Rows TestJudge::run(const QString &query)
{
    const Result<KqlTree> tree = m_service.analyze(query, m_schema).result();
    if (!tree || tree->firstError() != nullptr)
        return {};
    Coverage coverage;
    const Interpreter::Tables tables;
    Interpreter interpreter(*tree, tables, 0, coverage);
    try {
        return interpreter.answer();
    } catch (const Unknown &unknown) {
        qWarning("%ls", qUtf16Printable(unknown.what));
        return {};
    }
}

void TestJudge::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    // Nulls
    row("long(null) == 5", "false");
    row("long(null) != 5", "true");
    row("long(null) == long(null)", "null");
    row("long(null) < 5", "null");
    row("long(null) + 1", "null");
    row("long(null) in (1, 2)", "false");
    row("long(null) in (1, long(null))", "null");
    row("long(null) !in (1, 2)", "true");
    row("bool(null) and false", "false");
    row("bool(null) or true", "true");
    row("not(bool(null))", "null");
    row("iff(bool(null), 1, 2)", "2");
    row("coalesce(\"\", \"x\")", "'x'");
    row("isempty(long(null))", "true");
    row("isnull(\"\")", "false");
    row("long(null) between (1 .. 3)", "null");
    row("5 between (long(null) .. 3)", "false");
    // Numbers
    row("-7 / 2", "-3");
    row("7 / 0", "null");
    row("7.0 / 0", "Infinity");
    row("0.0 / 0", "NaN");
    row("-7 % 3", "2");
    row("7 % -3", "1");
    row("-7.5 % 2", "0.5");
    row("9223372036854775807 + 1", "overflow");
    row("long(-9223372036854775808) - 1", "overflow");
    row("long(-9223372036854775808) % -1", "0");
    row("4294967296 * 4294967296", "overflow");
    row("-long(-9223372036854775808)", "overflow");
    row("bin(-5, 3)", "-6");
    row("bin(5, 0)", "null");
    row("bin(-7.5, 2)", "-8");
    row("1 == 1.0", "true");
    row("real(nan) == real(nan)", "false");
    row("real(nan) < 1", "false");
    row("tolong(-1.9)", "-1");
    row("toint(3000000000)", "null");
    row("toint(\" 0x1F \")", "31");
    row("tolong(\"9223372036854775808\")", "null");
    row("toreal(\"1e3\")", "1000");
    row("tobool(\"True\")", "true");
    // Texts
    row("tostring(1e15)", "'1E+15'");
    row("tostring(123456789012345.0)", "'123456789012345'");
    row("tostring(-0.0001)", "'-0.0001'");
    row("tostring(0.00001)", "'1E-05'");
    row("tostring(-1d)", "'-1.00:00:00'");
    row("tostring(1500ms)", "'00:00:01.5000000'");
    row("tostring(datetime(2024-02-29 01:02:03.4))", "'2024-02-29T01:02:03.4000000Z'");
    row("\"The error-code\" has \"ERROR\"", "true");
    row("\"The errors\" has \"error\"", "false");
    row("\"x-b\" has \"-b\"", "true");
    row("\"\u00e9t\u00e9s\" hasprefix \"\u00c9T\"", "true");
    row("\"a\" == \"A\"", "false");
    row("\"\u00c4\" =~ \"\u00e4\"", "true");
    row("\"abc\" !contains_cs \"B\"", "true");
    row("\"B\" in~ (\"a\", \"b\")", "true");
    row("strlen(\"\u00e9\u20ac\U0001F600\")", "3");
    row("substring(\"abcdef\", -3, 2)", "'de'");
    row("strcat(1, true, long(null), 1h)", "'1true01:00:00'");
    // Times
    row("datetime(0001-01-01) - 1d", "null");
    row("endofweek(datetime(2026-11-22 12:00))", "2026-11-28T23:59:59.9999999Z");
    row("endofyear(datetime(2024-02-29))", "2024-12-31T23:59:59.9999999Z");
    row("bin_at(datetime(2017-05-17 10:20), 7d, datetime(2017-06-04))", "2017-05-14T00:00:00.0000000Z");
    row("datetime_part(\"quarter\", datetime(2024-04-01))", "2");
    row("bag_merge(bag_pack(\"a\", 1), bag_pack(\"a\", 2, \"b\", 3))", "{\"a\":1,\"b\":3}");
    row("(bag_pack(\"a\", 1)).a", "1");
    row("(bag_pack(\"a\", 1)).b", "null");
    row("split(\"a b c\", \" \", 1)", "[\"b\"]");
    row("split(\"a b c\", \" \", 3)", "[]");
    row("indexof(\"abcabc\", \"c\", -2)", "5");
    row("extract(\"([a-z]+)-([a-z]+)\", 2, \"error-code\")", "'code'");
    row("trim(\"[a-z]\", \"abc\")", "'b'");
    row("replace_regex(\"Aeon\", \"[aeo]+\", \"_\")", "'A_n'");
    row("1h / 30m", "2");
    row("1h * 1.5", "01:30:00");
    row("bin(datetime(2026-11-22), 7d)", "2026-11-16T00:00:00.0000000Z");
    row("datetime(2026-01-02) between (datetime(2026-01-01) .. 1d)", "true");
    row("startofweek(datetime(2026-11-25))", "2026-11-22T00:00:00.0000000Z");
    row("datetime_diff(\"week\", datetime(2017-10-29), datetime(2017-09-30 23:59))", "5");
    row("datetime_add(\"month\", 1, datetime(2024-01-31))", "2024-02-29T00:00:00.0000000Z");
    // Lists
    row("pack_array(1, 1.0, \"a\\\"\", true, 1h)", "[1,1.0,\"a\\\"\",true,\"01:00:00\"]");
    row("array_slice(dynamic([1,2,3,4,5]), -3, -2)", "[3,4]");
    row("dynamic([1, 2])[-1]", "2");
}

void TestJudge::expressions()
{
    QFETCH(QString, expression);
    const Rows rows = run(u"print " + expression);
    QCOMPARE(rows.rows.size(), 1U);
    QTEST(shown(rows.rows.front().front(), rows.columns.front().type), "value");
}

void TestJudge::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("where k > 1", "2, 'b', NaN|3, '', 1.5");
    row("sort by r asc | project k", "null|2|1|3");
    row("sort by r | project k", "3|1|2|null");
    row("top 2 by k asc nulls last | project k", "1|2");
    row("summarize n = count(), s = sum(k), m = min(r) by b = s == \"\" | sort by b asc",
        "false, 3, 3, -1|true, 1, 3, 1.5");
    row("where k > 9 | summarize count(), sum(k), avg(k), min(k), max(s), make_list(k)",
        "0, 0, NaN, null, '', []");
    row("where k > 9 | summarize count() by s", "");
    row("sort by s desc | summarize make_list(k), make_set(s)", "[2,1,3], [\"b\",\"a\",\"\"]");
    row("distinct b = isnull(k) | sort by b asc", "false|true");
    row("extend k = k * 2 | project-away r | where k == 4", "4, 'b'");
    row("project k | union (T | project k) | summarize count() by k | sort by k asc",
        "null, 2|1, 2|2, 2|3, 2");
    row("join kind=inner (T) on k | summarize count()", "3");
    row("join kind=fullouter (T | where k == 1) on k | project k, k1 | sort by k, k1",
        "3, null|2, null|1, 1|null, null");
    row("join kind=leftanti (T | where s == \"b\") on s | count", "3");
    row("lookup (datatable(k: long, v: string) [1, \"x\"]) on k | project v | sort by v", "'x'|''|''|''");
    row("sort by k asc | extend p = prev(k), c = row_cumsum(k) | project p, c", "null, 0|null, 1|1, 3|2, 6");
    row("where k == 1 | extend l = dynamic([5, 6]) | mv-expand l to typeof(long) | project l", "5|6");
    row("where k in ((T | where s == \"b\" | project k)) | project k", "2");
    row("where k == toscalar(T | summarize max(k)) | project k", "3");
    row("where k == 1 | project l = dynamic([5, 6, 7]), b = bag_pack(\"x\", k, \"y\", s) | mv-expand "
        "with_itemindex=i l to typeof(long), b limit 2",
        "5, {\"x\":1}, 0|6, {\"y\":\"a\"}, 1");
    row("where k == 1 | project b = bag_pack(\"x\", k, \"y\", s) | mv-expand kind=array b",
        "[\"x\",1]|[\"y\",\"a\"]");
    row("where k < 3 | mv-apply e = pack_array(k, 7) to typeof(long) on (where e > k | project n = e - k, s) "
        "| "
        "project k, s, n",
        "1, 'a', 6|2, 'b', 5");
    row("where k < 3 | mv-apply e = pack_array(k, 7) to typeof(long) on (summarize m = sum(e)) | project k, "
        "m",
        "1, 8|2, 9");
    row("make-series n = count(), m = sum(k) default=-1 on k from 1 to 7 step 2",
        "[2,1,0], [3,3,-1], [1,3,5]");
    row("summarize (a, b) = arg_max(k, s)", "3, ''");
    row("summarize (a, b) = percentiles(k, 25, 90)", "1, 3");
    row("sort by k asc | summarize take_any(k), make_bag(bag_pack(\"a\", k))", "1, {\"a\":null}");
    row("project s = \"x=12;y\" | take 1 | parse s with \"x=\" n:long \";\" t", "'x=12;y', 12, 'y'");
    row("project s = \"x=1a;y\" | take 1 | parse s with \"x=\" n:long \";\" t", "'x=1a;y', null, ''");
    row("project s = \"x=12;y\" | take 1 | parse s with * \";\" t \"z\"", "'x=12;y', ''");
    row("where k == 1 | join kind=inner (T | project k, s = k * 10) on k | project s, s1", "'a', 10");
    row("where k == 1 | project k, s | union (T | where k == 2 | project k = s, s) | project k_long, "
        "k_string, s",
        "1, '', 'a'|null, 'b', 'b'");
}

void TestJudge::answers()
{
    QFETCH(QString, query);
    QFETCH(QString, lines);
    const Rows rows =
        run(u"let T = datatable(k: long, s: string, r: real) [1, \"a\", -1.0, 2, \"b\", real(nan), 3, \"\", "
            "1.5, long(null), \"a\", real(null)]; T | " +
            query);
    QStringList found;
    for (const Row &row : rows.rows) {
        QStringList cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.append(shown(row.at(i), rows.columns.at(static_cast<qsizetype>(i)).type));
        found.append(cells.join(QStringLiteral(", ")));
    }
    QCOMPARE(found.join(u'|'), lines);
}

void TestJudge::tellsOverflowFromNull()
{
    Coverage coverage;
    Court court(m_service, QueryMaker::tables(1), coverage);
    QCOMPARE(court.judge(QStringLiteral("print 9223372036854775807 + 1"), false).kind,
             Verdict::Kind::Overflow);
    QCOMPARE(court.judge(QStringLiteral("print 7 / 0"), false).kind, Verdict::Kind::Same);
    QCOMPARE(court.judge(QStringLiteral("print round(decimal(1.5), 1)"), false).kind, Verdict::Kind::Refused);
    QCOMPARE(court.judge(QStringLiteral("print nothing"), false).kind, Verdict::Kind::Unbound);
}

void TestJudge::shrinksWhatDiffers()
{
    Question question = QueryMaker(3).make();
    question.query.steps.push_back(
        {QStringLiteral("extend"),
         {{QStringLiteral("a = "), {ColumnType::Long, QStringLiteral("strlen(s)"), {}}, {}},
          {QStringLiteral("b = "), {ColumnType::Long, QStringLiteral("1"), {}}, {}}},
         {},
         {},
         {}});
    const Question smallest =
        shrunk(question, {}, [](const Question &each) { return each.text().contains(u"strlen(s)"); });
    QCOMPARE(smallest.query.steps.size(), 1U);
    QCOMPARE(smallest.query.steps.front().text(), QStringLiteral("extend a = strlen(s)"));
}

void TestJudge::agreesWithTheEngine()
{
    TrialSettings settings;
    settings.expressions = 4000;
    settings.seed = 7;
    QString written;
    QTextStream out(&written);
    const TrialReport report = holdTrial(m_service, settings, out);
    QVERIFY2(report.differences.isEmpty(), qPrintable(report.differences.join(u'\n')));
    QVERIFY2(report.expressions >= settings.expressions, qPrintable(report.summary));
    for (const char *operation :
         {"| MvExpand", "| MvApply", "| Partition", "| MakeSeries", "| Parse", "let function"}) {
        QVERIFY2(report.summary.contains(QLatin1String(operation)),
                 qPrintable(QLatin1String(operation) + u'\n' + report.summary));
    }
    QVERIFY2(report.unknown * 10 < report.queries, qPrintable(report.summary));
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
