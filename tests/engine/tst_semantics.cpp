#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// What single expressions are worth: the language's own rules, row by row, with values written down here.
class TestSemantics : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();

private:
    EngineFixture m_fixture;
};

void TestSemantics::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("1+1", "2");
    row("int(7)/2", "3");
    row("-7/2", "-3");
    row("7/0", "null");
    row("7 % 0", "null");
    row("7.0/0", "Infinity");
    row("-7.0/0", "-Infinity");
    row("0.0/0", "NaN");
    row("-7 % 3", "2");
    row("7 % -3", "1");
    row("-7.5 % 2", "0.5");
    row("int(5) * 2.5", "12.5");
    row("-(5)", "-5");
    row("0x1F", "31");
    row("9223372036854775807", "9223372036854775807");
    row("9223372036854775807 + 1", "E_QUERY_FAILED A number in the query is too large for its type.");
    row("long(null) == 5", "false");
    row("long(null) != 5", "true");
    row("5 == long(null)", "false");
    row("long(null) == long(null)", "null");
    row("long(null) != long(null)", "null");
    row("long(null) < 5", "null");
    row("long(null) + 1", "null");
    row("bool(null) == true", "false");
    row("real(null) == 1.5", "false");
    row("real(null) != 1.5", "true");
    row("real(nan) == real(nan)", "false");
    row("real(nan) != real(nan)", "true");
    row("real(nan) > 1.0", "false");
    row("real(nan) < 1.0", "false");
    row("1.5 >= 1", "true");
    row("1 == 1.0", "true");
    row("1 == \"1\"", "SEM0064 Cannot compare values of types long and string. Try adding explicit casts");
    row("datetime(2026-01-01) == datetime(null)", "false");
    row("guid(00000000-0000-0000-0000-000000000000)", "00000000-0000-0000-0000-000000000000");
    row("guid(74BE27DE-1e4e-49d9-b579-fe0b331d3642) == guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "true");
    row("bin(-5, 3)", "-6");
    row("bin(5, 0)", "null");
    row("bin(5, -1)", "null");
    row("bin(7.5, 2.0)", "6");
    row("bin(-7.5, 2)", "-8");
    row("bin(datetime(2026-11-22T13:45:00), 1h)", "2026-11-22T13:00:00Z");
    row("bin(datetime(2026-11-22), 7d)", "2026-11-16T00:00:00Z");
    row("bin(-90m, 1h)", "-02:00:00");
    row("floor(2.9, 1)", "2");
    row("tostring(1.0)", "'1'");
    row("tostring(1e15)", "'1E+15'");
    row("tostring(1.5h)", "'01:30:00'");
    row("tostring(-1d)", "'-1.00:00:00'");
    row("tostring(datetime(2026-11-22))", "'2026-11-22T00:00:00.0000000Z'");
    row("tostring(true)", "'true'");
    row("tostring(int(null))", "''");
    row("tostring(dynamic({\"a\":\"x\"}))", "'{\"a\":\"x\"}'");
    row("tostring(dynamic({\"a\":\"x\\\"y\"}).a)", "'x\"y'");
    row("toint(\"12\")", "12");
    row("toint(\" 12 \")", "12");
    row("toint(\"0x1F\")", "31");
    row("toint(\"x\")", "null");
    row("toint(\"\")", "null");
    row("toint(3000000000)", "null");
    row("tolong(1.9)", "1");
    row("tolong(-1.9)", "-1");
    row("tolong(real(nan))", "null");
    row("tolong(\"not a number\")", "null");
    row("todouble(\"1e3\")", "1000");
    row("toreal(\"x\")", "null");
    row("tobool(\"True\")", "true");
    row("tobool(2)", "true");
    row("strlen(\"\u00e9\u20ac\U0001F600\")", "3");
    row("substring(\"abcdef\", 2, 2)", "'cd'");
    row("substring(\"abcdef\", 4)", "'ef'");
    row("substring(\"abcdef\", 9)", "''");
    row("substring(\"\u00e9\u20acx\", 1, 1)", "'\u20ac'");
    row("strcat(\"a\", 1, true, 1h, \"\")", "'a1true01:00:00'");
    row("tolower(\"\u00c4B\")", "'\u00e4b'");
    row("toupper(\"\u00e4b\")", "'\u00c4B'");
    row("\"a\" == \"A\"", "false");
    row("\"a\" =~ \"A\"", "true");
    row("\"a\" !~ \"A\"", "false");
    row("\"The error-code\" has \"ERROR\"", "true");
    row("\"The error-code\" has_cs \"ERROR\"", "false");
    row("\"The errors\" has \"error\"", "false");
    row("\"The errors\" !has \"error\"", "true");
    row("\"The errors\" hasprefix \"ERR\"", "true");
    row("\"The errors\" has_any (\"x\", \"the\")", "true");
    row("\"The errors\" has_all (\"x\", \"the\")", "false");
    row("\"abc\" contains \"B\"", "true");
    row("\"abc\" contains_cs \"B\"", "false");
    row("\"abc\" !contains \"x\"", "true");
    row("\"abc\" startswith \"AB\"", "true");
    row("\"abc\" startswith_cs \"AB\"", "false");
    row("\"abc\" endswith \"BC\"", "true");
    row("\"abc\" !endswith_cs \"bc\"", "false");
    row("\"abc\" matches regex \"a.c\"", "true");
    row("\"abc\" matches regex \"^b\"", "false");
    row("\"abc\" matches regex \"(\"", "E_QUERY_FAILED The regular expression “(” is not valid.");
    row("\"b\" in (\"a\", \"b\")", "true");
    row("\"B\" in (\"a\", \"b\")", "false");
    row("\"B\" in~ (\"a\", \"b\")", "true");
    row("\"B\" !in~ (\"a\", \"b\")", "false");
    row("1 in (int(1), 2.5)", "true");
    row("long(null) in (1, 2)", "false");
    row("long(null) !in (1, 2)", "true");
    row("2 between (1 .. 3)", "true");
    row("2 between (3 .. 1)", "false");
    row("2 !between (1 .. 3)", "false");
    row("real(nan) between (0 .. 1)", "false");
    row("datetime(2026-01-02) between (datetime(2026-01-01) .. 1d)", "true");
    row("isempty(\"\")", "true");
    row("isnull(\"\")", "false");
    row("isnotnull(\"\")", "true");
    row("isempty(long(null))", "true");
    row("isnotempty(\" \")", "true");
    row("isnull(long(null))", "true");
    row("coalesce(\"\", \"x\")", "'x'");
    row("coalesce(long(null), 5)", "5");
    row("iff(bool(null), \"a\", \"b\")", "'b'");
    row("iff(1 > 0, 1, 2.5)", "1");
    row("case(false, 1, true, 2, 3)", "2");
    row("case(false, \"a\", \"b\")", "'b'");
    row("not(true) or false", "false");
    row("not(bool(null))", "null");
    row("bool(null) and false", "false");
    row("bool(null) or true", "true");
    row("ago(1d)", "2026-11-21T12:00:00Z");
    row("now()", "2026-11-22T12:00:00Z");
    row("now(-1h)", "2026-11-22T11:00:00Z");
    row("now() - ago(2h)", "02:00:00");
    row("datetime(2026-11-22 10:00) + 1d", "2026-11-23T10:00:00Z");
    row("datetime(0001-01-01) - 1d", "null");
    row("datetime(2026-11-22T10:00:00.1234567Z)", "2026-11-22T10:00:00.1234567Z");
    row("1h * 2", "02:00:00");
    row("2 * 1h", "02:00:00");
    row("1h * 1.5", "01:30:00");
    row("1h / 2", "00:30:00");
    row("1h / 30m", "2");
    row("90m % 1h", "00:30:00");
    row("1h > 30m", "true");
    row("timespan(1.02:03:04.5)", "1.02:03:04.5000000");
    row("timespan(1h)", "01:00:00");
    row("time(2 days)", "2.00:00:00");
    row("1500ms", "00:00:01.5000000");
    row("3tick", "00:00:00.0000003");
    row("2microsec", "00:00:00.0000020");
    row("100nanos", "00:00:00.0000001");
    row("2microseconds", "00:00:00.0000020");
    row("timespan(null)", "null");
    row("startofday(datetime(2026-11-22T10:00:00))", "2026-11-22T00:00:00Z");
    row("endofday(datetime(2026-11-22T10:00:00))", "2026-11-22T23:59:59.9999999Z");
    row("startofweek(datetime(2026-11-25))", "2026-11-22T00:00:00Z");
    row("dayofweek(datetime(2026-11-25))", "3.00:00:00");
    row("hourofday(datetime(2026-11-25T17:30:00))", "17");
    row("dynamic({\"a\":{\"b\":[1,2]}}).a.b[1]", "2");
    row("dynamic({\"a/b~\":7})[\"a/b~\"]", "7");
    row("isnull(dynamic({\"a\":null}).a)", "true");
    row("dynamic({\"a\":\"x\"}).a == \"x\"", "true");
    row("dynamic([7,8])[0]", "7");
    row("dynamic({\"0\":7})[\"0\"]", "7");
    row("tostring(dynamic({\"b\" : 1 , \"a\": 2.50}))", "'{\"b\":1,\"a\":2.5}'");
    row("tostring(dynamic([ \"a : \\\" , b\", 10, 100, 1.0, -0.50, true ]))",
        "'[\"a : \\\" , b\",10,100,1.0,-0.5,true]'");
    row("tostring(dynamic([9223372036854775807, 1.50e10]))", "'[9223372036854775807,1.50e10]'");
    row("tolong(dynamic(1.5))", "1");
    row("toint(dynamic(1.5))", "1");
    row("tolong(dynamic(-1.5))", "-1");
    row("tolong(dynamic(9007199254740993))", "9007199254740993");
    row("tolong(dynamic(\"1.5\"))", "null");
    row("strrep(\"ab\", 2)", "'abab'");
    row("sqrt(9)", "3");
    row("sqrt(-1)", "null");
    row("exp(0)", "1");
    row("exp10(3)", "1000");
    row("exp2(8)", "256");
    row("log(1)", "0");
    row("log(0)", "-Infinity");
    row("log(-1)", "null");
    row("log2(8)", "3");
    row("log10(1000)", "3");
    row("pow(2, 10)", "1024");
    row("pow(2, -1)", "0.5");
    row("sin(0)", "0");
    row("sin(real(+inf))", "NaN");
    row("cos(0)", "1");
    row("cot(1) * tan(1)", "1");
    row("asin(1.5)", "null");
    row("acos(1)", "0");
    row("atan2(1, 0) * 2 == pi()", "true");
    row("degrees(pi())", "180");
    row("radians(180) == pi()", "true");
    row("sign(-2.5)", "-1");
    row("sign(0)", "0");
    row("ceiling(1.1)", "2");
    row("ceiling(-1.1)", "-1");
    row("ceiling(3)", "3");
    row("binary_and(12, 10)", "8");
    row("binary_or(12, 10)", "14");
    row("binary_xor(12, 10)", "6");
    row("binary_not(0)", "-1");
    row("binary_shift_left(1, 65)", "2");
    row("binary_shift_left(1, -1)", "null");
    row("binary_shift_right(-8, 1)", "-4");
    row("bitset_count_ones(-1)", "64");
    row("bitset_count_ones(42)", "3");
    row("tohex(256)", "'100'");
    row("tohex(-256)", "'ffffffffffffff00'");
    row("tohex(toint(-256), 8)", "'ffffff00'");
    row("tohex(256, 8)", "'00000100'");
    row("tohex(0)", "'0'");
    row("sqrt(real(null))", "null");
    row("strrep(\"ab\", -1)", "''");
    row("strlen(strrep(\"x\", 3000000000))", "1024");
    row("toreal(\"+5\")", "5");
    row("toreal(\"+-5\")", "null");
    row("tolong(\"+-5\")", "null");
    row("bool(1)", "true");
    row("bool(2)", "true");
    row("bool(0)", "false");
    row("bool(true)", "true");
    row("bool(\"true\")", "true");
    row("bool(\"1\")", "true");
    row("bool(\"false\")", "false");
    row("bool(false)", "false");
    row("true", "true");
    row("isnull(bool(null))", "true");
    row("datetime(2026-11-22) + datetime(2026-11-22)",
        "SEM0001 The embedded workspace does not support this yet: the sum of two dates.");
    row("decimal(1.5)", "SEM0001 The embedded workspace does not support the type “decimal” here yet.");
    row("row_number()", "SEM0001 The embedded workspace does not support the function “row_number” yet.");
    row("'; SELECT 1 --'", "'; SELECT 1 --'");
    row("\"it's\"", "'it's'");
    row("strcat(\"')\", \" OR 1=1\")", "'') OR 1=1'");
}

void TestSemantics::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

QTEST_GUILESS_MAIN(TestSemantics)
#include "tst_semantics.moc"
