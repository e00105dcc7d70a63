#include "engine/decimalnumber.h"
#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Decimals: numbers by themselves, and what queries make of them.
class TestDecimals : public QObject
{
    Q_OBJECT

private slots:
    void arithmetic_data();
    void arithmetic();
    void texts_data();
    void texts();
    void theOrderIsThatOfTheNumbers();
    void expressions_data();
    void expressions();
    void answers_data();
    void answers();
    void listsAndBagsOfThemAreRefused_data();
    void listsAndBagsOfThemAreRefused();
    void aSumIsThatOfAnyOrder();

private:
    EngineFixture m_fixture;
};

/// By another implementation: Python's decimal with 34 digits, rounded half to even.
void TestDecimals::arithmetic_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<char>("sign");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *left, char sign, const char *right, const char *value) {
        QTest::addRow("%s %c %s", left, sign, right)
            << QByteArray(left) << sign << QByteArray(right) << QByteArray(value);
    };
    row("50000", '/', "-0.0000000000000000036939900229295198", "-13535499470663834196769.37258662302");
    row("0.0520455065719559051495979043774555", '-', "-23", "23.05204550657195590514959790437746");
    row("-0.00000000000000035551", '*', "-79", "0.00000000000002808529");
    row("-1955561007099021230335605988200070", '/', "8.104181994899400615409020073653107",
        "-241302701288027544300641365145730.8");
    row("41304", '+', "-0.000000000000000000000000000059589", "41303.99999999999999999999999999994");
    row("-2105.3", '-', "-0.0000000000000000000000000000000005", "-2105.3");
    row("0.3", '*', "393850000000000000000000000000000000000000000",
        "118155000000000000000000000000000000000000000");
    row("-0.00000000000000000008", '/', "-0.0000000000000000000000000000000009",
        "88888888888888.88888888888888888889");
    row("352504069942759052643019038099.559", '*', "-9.889099902070941900510076490240019",
        "-3485947963550547001760968667882.904");
    row("-0.000000000000000019101553185810727", '*', "0.0000000000000005555",
        "-0.0000000000000000000000000000000106109127947178588485");
    row("6960000000", '+', "-530000000000000000000000000000000000000000",
        "-529999999999999999999999999999993000000000");
    row("8162587443802857581839058409090374", '+', "0.000000000000000000000000000000007",
        "8162587443802857581839058409090374");
    row("0.00095121950205960494", '-', "-700000", "700000.00095121950205960494");
    row("-8653635096497503.4", '*', "-300090050580651460345780766001559",
        "2596869793814436476261946807929846000000000000000");
    row("-0.0000000000000000000000000000099037", '-', "405593215560.167", "-405593215560.167");
    row("-39594022913300705", '*', "0.00000000000000000039", "-0.01544166893618727495");
    row("-590905303554096600559095550551.52", '*', "0.005", "-2954526517770483002795477752.7576");
    row("203050000000000000000000000000000000000000000", '+', "0.0590095385308959456570575516702598",
        "203050000000000000000000000000000000000000000");
    row("0.09785400645485590855551208959265", '/', "0.091892903525409959008200803850109",
        "1.064870111844899999970889757784245");
    row("-0.0000000000000000057104598508492563", '+', "-9034502095900990.9",
        "-9034502095900990.900000000000000006");
    row("-0.000000000000000054594001030404072", '-', "23010891690486979958797423492983300000",
        "-23010891690486979958797423492983300000");
    row("-6558358478930501", '/', "6013598929905025929506908156092.61",
        "-0.000000000000001090587941659434640089986693004209");
    row("20855009497595002579499099360556000000", '*', "-8517090055058.09498314980717008099",
        "-177623993990108514312902976215836200000000000000000");
    row("0.00000000000000000022", '-', "-0.000000000000000000000000000000009",
        "0.000000000000000000220000000000009");
    row("33", '+', "505765495507035501508300403957107800000", "505765495507035501508300403957107800000");
    row("0.00000000000000000002", '/', "-50", "-0.0000000000000000000004");
    row("0.0585550966935998051949598309999084", '*', "-798260818709.53219363909395797069",
        "-46742239426.24880206532841152075044");
    row("3947560104590101500000", '-', "0", "3947560104590101500000");
    row("-0.5790050961199524023869049095506955", '-', "-99.938", "99.3589949038800475976130950904493");
    row("900000", '-', "-0.0330647007500312075003415074175597", "900000.0330647007500312075003415074");
    row("-0.059999200299455555060759375055994", '*', "-0.002", "0.000119998400598911110121518750111988");
    row("1559200798009192400505560597095.95", '-', "-0.0000000000000000000000000000000015",
        "1559200798009192400505560597095.95");
    row("0", '+', "0.000000000000000070491734902053549", "0.000000000000000070491734902053549");
    row("30000000000000000000000000000000000000000", '+', "0.551154959550058701952194915852653",
        "30000000000000000000000000000000000000000");
    row("0.000000000000000000000000000000001", '+', "-0.0000000000000000000000000000000009",
        "0.0000000000000000000000000000000001");
    row("0.00000000000000000991", '+', "-90", "-89.99999999999999999009");
    row("8507108956401521200000", '/', "0.4", "21267772391003803000000");
    row("0.000000000000000000000000000010095", '/', "0.005", "0.000000000000000000000000002019");
    row("-1759400000", '/', "-0.00000000000000000005", "35188000000000000000000000000");
    row("5200000", '/', "0.005", "1040000000");
    // In the middle: to the even digit.
    row("1234567890123456789012345678901234", '+', "0.5", "1234567890123456789012345678901234");
    row("1234567890123456789012345678901235", '+', "0.5", "1234567890123456789012345678901236");
    row("9999999999999999999999999999999999", '+', "0.5", "10000000000000000000000000000000000");
    row("1", '/', "3", "0.3333333333333333333333333333333333");
    row("2", '/', "3", "0.6666666666666666666666666666666667");
    row("0", '/', "3", "0");
    row("0", '*', "-3", "0");
    row("-0", '+', "0", "0");
    row("1e6000", '+', "1e-6000", "1e+6000");
    row("1", '-', "1", "0");
    // More digits than the type has stay what they are.
    row("340282366920938463463374607431768211455", '+', "0", "340282366920938463463374607431768211455");
    row("340282366920938463463374607431768211455", '-', "1", "340282366920938463463374607431768211454");
    row("340282366920938463463374607431768211455", '*', "1", "340282366920938463463374607431768211455");
    row("340282366920938463463374607431768211455", '/', "1", "340282366920938463463374607431768211455");
    row("959599199905900559555302998503.055055555", '*', "-0.7", "-671719439934130391688712098952.138538888");
}

void TestDecimals::arithmetic()
{
    QFETCH(QByteArray, left);
    QFETCH(char, sign);
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, value);
    const auto a = DecimalNumber::fromText(left.toStdString());
    const auto b = DecimalNumber::fromText(right.toStdString());
    QVERIFY(a && b);
    const DecimalNumber result = sign == '+'   ? *a + *b
                                 : sign == '-' ? *a - *b
                                 : sign == '*' ? *a * *b
                                               : *a / *b;
    QCOMPARE(QByteArray::fromStdString(result.text()), value);
}

void TestDecimals::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain"); // empty: no decimal
    const auto row = [](const char *text, const char *plain) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(plain);
    };
    row("1.50", "1.5");
    row("-007", "-7");
    row("+.5", "0.5");
    row("5.", "5");
    row("1e5", "100000");
    row("1.25E-3", "0.00125");
    row("-0.000", "0");
    row("1e100", "1e+100");
    row("1e99", "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "00000000");
    row("-12.5e-200", "-1.25e-199");
    row("340282366920938463463374607431768211455", "340282366920938463463374607431768211455");
    row("", "");
    row("-", "");
    row(".", "");
    row("1,5", "");
    row("1 2", "");
    row("0x10", "");
    row("1e", "");
    row("1e+-5", "");
    row("1e7000", "");
    row("9.9e6144", "9.9e+6144");
    row("1e6145", "");
    row("1e-6176", "1e-6176");
    row("1e-6177", "");
    row("12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890");
    row("123456789012345678901234567890123456789012345678901234567890123456789012345678901", "");
    row("1e-999999999999999999999", "");
    row("NaN", "");
    row("--1", "");
}

void TestDecimals::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    const auto number = DecimalNumber::fromText(text.toStdString());
    QCOMPARE(number ? QByteArray::fromStdString(number->text()) : QByteArray(), plain);
}

void TestDecimals::theOrderIsThatOfTheNumbers()
{
    const char *const ordered[] = {"-1e6000", "-100", "-99.9",    "-10", "-9.1",    "-9",  "-1.5",  "-1",
                                   "-0.11",   "-0.1", "-1e-6000", "0",   "1e-6000", "0.1", "0.11",  "1",
                                   "1.5",     "9",    "9.1",      "10",  "99.9",    "100", "1e6000"};
    std::string last;
    for (const char *text : ordered) {
        const std::string key = DecimalNumber::fromText(text)->orderKey();
        QVERIFY2(last < key, text);
        last = key;
    }
    QCOMPARE(DecimalNumber::fromText("1.50")->orderKey(), DecimalNumber::fromText("15e-1")->orderKey());
}

void TestDecimals::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("decimal(0.1) + decimal(0.2)", "0.3");
    row("decimal(1) / 3", "0.3333333333333333333333333333333333");
    row("2 * decimal(1.5)", "3");
    row("-decimal(1.5) - 1", "-2.5");
    row("decimal(1) / 0", "null");
    row("decimal(null) + 1", "null");
    row("decimal(1e5)", "100000");
    row("decimal(1.10)", "1.1");
    row("decimal(12345678901234567890.12345678901234)", "12345678901234567890.12345678901234");
    row("decimal(0.1) + decimal(0.2) == decimal(0.3)", "true");
    row("decimal(1.50) == decimal(1.5)", "true");
    row("decimal(2) == 2", "true");
    row("2 < decimal(10)", "true");
    row("decimal(null) == decimal(1)", "false");
    row("decimal(3) in (1, 2, 3)", "true");
    row("decimal(3) !in (decimal(1), decimal(2))", "true");
    row("decimal(9) between (1 .. 10)", "true");
    row("abs(decimal(-1.5))", "1.5");
    row("todecimal(\"123.45678\") == decimal(123.45678)", "true"); // the reference's example
    row("todecimal(\"x\")", "null");
    row("todecimal(7)", "7");
    row("todecimal(true)", "1");
    row("todecimal(tostring(dynamic(1.50)))", "1.5");
    row("tolong(decimal(-1.99))", "-1");
    row("tolong(decimal(9223372036854775807.5))", "9223372036854775807");
    row("tolong(decimal(9223372036854775808))", "null");
    row("toint(decimal(7.7))", "7");
    row("toreal(decimal(0.1))", "0.1");
    row("toreal(decimal(-1e6000))", "-Infinity");
    row("toreal(decimal(1e-6000))", "0");
    row("decimal(9e6144) * 10", "null");
    row("tostring(decimal(1.50))", "'1.5'");
    row("strcat(decimal(1.5), \"x\")", "'1.5x'");
    row("isnull(decimal(null))", "true");
    row("iff(true, decimal(1.5), decimal(2))", "1.5");
    row("coalesce(decimal(null), decimal(2))", "2");
    row("gettype(decimal(1))", "'decimal'");
    // What the service makes of these is not written down.
    row("decimal(1) + 1.5", "");
    row("decimal(1) < 1.5", "");
    row("todecimal(0.1)", "");
    row("decimal(5) % 3", "");
    row("round(decimal(1.55), 1)", "");
    row("bin(decimal(7), 2)", "");
    row("todecimal(dynamic(0.1))", "");
    for (const char *inDynamic :
         {"pack_array(decimal(1))", "bag_pack(\"a\", decimal(1))", "repeat(decimal(1), 3)",
          "array_index_of(dynamic([1]), decimal(1))", "set_has_element(dynamic([1]), decimal(1))",
          "bag_set_key(dynamic({}), \"a\", decimal(1))", "array_iff(dynamic([true]), decimal(1), decimal(2))",
          "array_shift_left(dynamic([1]), 1, decimal(3))"})
        row(inDynamic, "");
    row("decimal(1.2345678901234567890123456789012345678)", "");
}

void TestDecimals::expressions()
{
    QFETCH(QString, expression);
    QFETCH(QString, value);
    const QString answer = m_fixture.value(expression);
    if (value.isEmpty())
        QVERIFY2(answer.startsWith(u"SEM0001"), qPrintable(answer));
    else
        QCOMPARE(answer, value);
}

void TestDecimals::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("print decimal(1.5)", "print_0:decimal|1.5");
    row("datatable(k:string, d:decimal) [\"a\", decimal(10), \"b\", decimal(9.5), \"c\", decimal(null)] | "
        "sort by d asc",
        "k:string, d:decimal|'c', null|'b', 9.5|'a', 10");
    row("datatable(k:string, d:decimal) [\"a\", decimal(10), \"b\", decimal(9.5)] | top 1 by d",
        "k:string, d:decimal|'a', 10");
    row("datatable(d:decimal) [decimal(0.1), decimal(0.2), decimal(null), decimal(0.30)] | summarize sum(d), "
        "avg(d), min(d), max(d), dcount(d), count()",
        "sum_d:decimal, avg_d:decimal, min_d:decimal, max_d:decimal, dcount_d:long, count_:long|0.6, 0.2, "
        "0.1, 0.3, 3, 4");
    row("datatable(d:decimal) [decimal(1e40), decimal(1), decimal(-1e40)] | summarize sum(d), avg(d)",
        "sum_d:decimal, avg_d:decimal|1, 0.3333333333333333333333333333333333");
    row("datatable(d:decimal) [decimal(null)] | summarize sum(d), avg(d)",
        "sum_d:decimal, avg_d:decimal|0, null");
    row("datatable(d:decimal) [] | summarize sum(d), min(d)", "sum_d:decimal, min_d:decimal|0, null");
    row("datatable(k:string, d:decimal) [\"a\", decimal(10), \"b\", decimal(9.5), \"c\", decimal(null)] | "
        "summarize arg_max(d, k), sumif(d, k == \"b\")",
        "d:decimal, k:string, sumif_d:decimal|10, 'a', 9.5");
    row("datatable(d:decimal) [decimal(1.0), decimal(1.00), decimal(2)] | summarize count() by d | sort by d "
        "asc",
        "d:decimal, count_:long|1, 2|2, 1");
    row("datatable(d:decimal) [decimal(1.0)] | join kind=inner (datatable(d:decimal, x:long) [decimal(1.00), "
        "7]) on d | project x",
        "x:long|7");
    row("datatable(d:decimal) [decimal(1)] | union (datatable(d:decimal) [decimal(2.5)]) | summarize sum(d)",
        "sum_d:decimal|3.5");
    row("print t = \"price=1.50 x\" | parse t with \"price=\" d:decimal \" x\" | project d", "d:decimal|1.5");
    row("Mixed | where m > 1 | extend x = m + 1 | project m, x | sort by m asc",
        "m:decimal, x:decimal|1.5, 2.5|2, 3");
    row("datatable(d:decimal) [decimal(3), decimal(1)] | serialize | extend p = prev(d)",
        "d:decimal, p:decimal|3, null|1, 3");
    row("let f = (x: decimal) { x * 2 }; print y = f(decimal(1.5))", "y:decimal|3");
    row("print x = toscalar(datatable(d:decimal) [decimal(1.5)] | summarize sum(d)) + 1", "x:decimal|2.5");
}

void TestDecimals::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

void TestDecimals::listsAndBagsOfThemAreRefused_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
         {"summarize make_list(d)", "summarize make_set(d)", "summarize make_list_with_nulls(d)",
          "summarize make_list_if(d, true)", "summarize make_bag(bag_pack(\"a\", d))",
          "extend x = pack_all()", "summarize percentile(d, 50)", "summarize stdev(d)"})
        QTest::newRow(query) << QString::fromUtf8(query);
}

void TestDecimals::listsAndBagsOfThemAreRefused()
{
    QFETCH(QString, query);
    const QString answer =
        m_fixture.answer(u"datatable(d:decimal) [decimal(9), decimal(10)] | " + query).join(u'|');
    QVERIFY2(answer.startsWith(u"SEM0001"), qPrintable(answer));
    QVERIFY2(answer.contains(u"decimal"), qPrintable(answer));
}

/// DuckDB adds up in pieces, on several threads.
void TestDecimals::aSumIsThatOfAnyOrder()
{
    const QString values = QStringLiteral(
        "range x from 1 to 300000 step 1 | extend d = todecimal(x) * decimal(1e25) + decimal(0.25)");
    // 300 000 * 300 001 / 2 = 45 000 150 000, and 300 000 quarters: 36 digits on the way.
    const QString total = u"45000150000" + QString(20, u'0') + u"75000";
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_fixture.answer(values + u" | summarize s = sum(d)").join(u'|'), u"s:decimal|" + total);
}

QTEST_GUILESS_MAIN(TestDecimals)
#include "tst_decimals.moc"
