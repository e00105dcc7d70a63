#include "core/parametervalue.h"

#include <QTest>

using namespace sonde;
using Type = ParameterType;

Q_DECLARE_METATYPE(sonde::ParameterType)
Q_DECLARE_METATYPE(sonde::ListForm)

class TestParameterValue : public QObject
{
    Q_OBJECT

private slots:
    void literals_data()
    {
        QTest::addColumn<Type>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QString>("literal");
        const auto row = [](Type type, const char *text, const char *literal, const char *declared = "") {
            QTest::addRow("%s %s %s", qPrintable(parameterTypeName(type)), text, declared)
                << type << QString::fromUtf8(text) << QString::fromUtf8(declared)
                << QString::fromUtf8(literal);
        };
        row(Type::String, "web01", "\"web01\"");
        row(Type::String, " spaces stay ", "\" spaces stay \"");
        row(Type::String, "say \"hi\"", "\"say \\\"hi\\\"\"");
        row(Type::String, "C:\\temp\\", "\"C:\\\\temp\\\\\"");
        row(Type::String, "it's", "\"it's\"");
        row(Type::String, "\" | take 1 //", "\"\\\" | take 1 //\"");
        row(Type::String, "a\nb\r\tc", "\"a\\nb\\r\\tc\"");
        row(Type::String, "\u2028\u2029\u0085\ufeff", "\"\\u2028\\u2029\\u0085\\ufeff\"");
        row(Type::String, "Zoë \U0001F5C4", "\"Zoë \U0001F5C4\"");
        row(Type::Number, "42", "42");
        row(Type::Number, " +42 ", "42");
        row(Type::Number, "-7", "long(-7)");
        row(Type::Number, "0x1F", "31");
        row(Type::Number, "9223372036854775807", "9223372036854775807");
        row(Type::Number, "1.5", "real(1.5)");
        row(Type::Number, "-.5", "real(-0.5)");
        row(Type::Number, "1e3", "real(1000)");
        row(Type::Number, "42", "42", "long");
        row(Type::Number, "42", "int(42)", "int");
        row(Type::Number, "-42", "int(-42)", "int");
        row(Type::Number, "42", "real(42)", "real");
        row(Type::Number, "42", "real(42)", "double");
        row(Type::Number, "42", "int(42)", "int32");
        row(Type::Number, "0.10", "decimal(0.10)", "decimal");
        row(Type::DateTime, "2026-11-22", "datetime(2026-11-22T00:00:00.0000000Z)");
        row(Type::DateTime, "2026-11-22T16:02:03.0400001Z", "datetime(2026-11-22T16:02:03.0400001Z)");
        row(Type::DateTime, "2026-11-22 16:02+01:00", "datetime(2026-11-22T15:02:00.0000000Z)");
        row(Type::Timespan, "1d", "timespan(1.00:00:00)");
        row(Type::Timespan, "90s", "timespan(00:01:30)");
        row(Type::Timespan, "1h30m", "timespan(01:30:00)");
        row(Type::Timespan, "1.5h", "timespan(01:30:00)");
        row(Type::Timespan, "2 hours", "timespan(02:00:00)");
        row(Type::Timespan, "-5m", "timespan(-00:05:00)");
        row(Type::Timespan, "250ms", "timespan(00:00:00.2500000)");
        row(Type::Timespan, "1.02:30:00", "timespan(1.02:30:00)");
        row(Type::Bool, "True", "true");
        row(Type::Guid, "74BE27DE-1e4e-49d9-b579-fe0b331d3642", "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)");
        row(Type::Guid, "00000000-0000-0000-0000-000000000000", "guid(00000000-0000-0000-0000-000000000000)");
        row(Type::Guid, "{74be27de-1e4e-49d9-b579-fe0b331d3642}",
            "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)");
        row(Type::Timespan, "15nanos 1tick 3microsec", "timespan(00:00:00.0000031)");
        row(Type::Dynamic, "{\"a\": [1, \"b)\"]}", "dynamic({\"a\":[1,\"b)\"]})");
        row(Type::Dynamic, "[1, 2]", "dynamic([1,2])");
        row(Type::Dynamic, "web01, web02", "dynamic([\"web01\", \"web02\"])");
        row(Type::Dynamic, "\"a\u2028\"", "dynamic(\"a\\u2028\")");
        row(Type::List, "web01", "dynamic([\"web01\"])");
        row(Type::List, "4624, -1, 1.5", "dynamic([4624, -1, 1.5])");
    }

    void literals()
    {
        QFETCH(Type, type);
        QFETCH(QString, text);
        QFETCH(QString, declared);
        QFETCH(QString, literal);
        const auto made = parameterLiteral({type, text}, declared);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(*made, literal);
    }

    void lists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("literal");
        const auto row = [](const char *text, const char *literal) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(literal);
        };
        row("a, b", "(\"a\", \"b\")");
        row(" a ,, b , ", "(\"a\", \"b\")");
        row("a b, c", "(\"a b\", \"c\")");
        row("a\nb c\r\nd,\n", "(\"a\", \"b c\", \"d\")");
        row("\"a\nb\"\nc", "(\"a\\nb\", \"c\")");
        row("1, 2", "(1, 2)");
        row("007, 8", "(\"007\", \"8\")");
        row("0x1F", "(\"0x1F\")");
        row("12e4, 1", "(\"12e4\", \"1\")");
        row("0, 0.5", "(0, real(0.5))");
        row("1, b", "(\"1\", \"b\")");
        row("\"1\", 2", "(\"1\", \"2\")");
        row("\"a, b\", c", "(\"a, b\", \"c\")");
        row("'a', \"it's\"", "(\"a\", \"it's\")");
        row("\"say \"\"hi\"\"\"", "(\"say \\\"hi\\\"\")");
        row("\"\", a", "(\"\", \"a\")");
        row("a\") | take 1 //", "(\"a\\\") | take 1 //\")");
        row("-5, 1", "(long(-5), 1)");
    }

    void lists()
    {
        QFETCH(QString, text);
        QFETCH(QString, literal);
        const ParameterValue value{Type::List, text};
        QCOMPARE(*parameterLiteral(value, {}, ListForm::Parentheses), literal);
        QCOMPARE(*parameterLiteral(value, {}, ListForm::Elements), literal.mid(1).chopped(1));
    }

    void refusals_data()
    {
        QTest::addColumn<Type>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QString>("message");
        const auto row = [](Type type, const char *text, const char *message, const char *declared = "") {
            QTest::addRow("%s %s %s", qPrintable(parameterTypeName(type)), text, declared)
                << type << QString::fromUtf8(text) << QString::fromUtf8(declared)
                << QString::fromUtf8(message);
        };
        row(Type::Number, "abc", "“abc” is no number.");
        row(Type::Number, "4624\n4625", "“4624 4625” is no number.");
        row(Type::Number, "1,5", "“1,5” is no number.");
        row(Type::Number, "1 | take 5", "“1 | take 5” is no number.");
        row(Type::Number, "inf", "“inf” is no number.");
        row(Type::Number, "nan", "“nan” is no number.");
        row(Type::Number, "1e999", "“1e999” is no number.");
        row(Type::Number, "٤٢", "“٤٢” is no number.");
        row(Type::Number, "1.5", "“1.5” is no whole number.", "long");
        row(Type::Number, "9223372036854775808", "“9223372036854775808” is too large.");
        row(Type::Number, "9223372036854775808", "“9223372036854775808” is too large.", "long");
        row(Type::Number, "3000000000", "“3000000000” is too large.", "int");
        row(Type::DateTime, "yesterday", "“yesterday” is no date and time.");
        row(Type::DateTime, "2026-02-30", "“2026-02-30” is no date and time.");
        row(Type::DateTime, "now()", "“now()” is no date and time.");
        row(Type::Timespan, "1", "“1” is no timespan.");
        row(Type::Timespan, "1 fortnight", "“1 fortnight” is no timespan.");
        // Units are written as KQL has them: M is none, and a month to many.
        row(Type::Timespan, "1M", "“1M” is no timespan.");
        row(Type::Timespan, "1D", "“1D” is no timespan.");
        row(Type::Timespan, "-", "“-” is no timespan.");
        row(Type::Timespan, "1d) or (1 == 1", "“1d) or (1 == 1” is no timespan.");
        row(Type::Timespan, "99999999999d", "“99999999999d” is no timespan.");
        row(Type::Bool, "yes", "“yes” is neither true nor false.");
        row(Type::Guid, "00000000-0000-0000-0000-00000000000g",
            "“00000000-0000-0000-0000-00000000000g” is no GUID.");
        row(Type::Guid, "", "“” is no GUID.");
        row(Type::Guid, "74be27de", "“74be27de” is no GUID.");
        row(Type::Dynamic, "[1", "“[1” is no JSON.");
        row(Type::Dynamic, "{}) | take 1 //", "“{}) | take 1 //” is no JSON.");
        row(Type::List, "\"a", "The quote is not closed.");
        row(Type::List, "\"a\" b", "A comma is missing before “b”.");
        row(Type::List, " , ", "The list is empty.");
    }

    void refusals()
    {
        QFETCH(Type, type);
        QFETCH(QString, text);
        QFETCH(QString, declared);
        QFETCH(QString, message);
        const auto made = parameterLiteral({type, text}, declared);
        QVERIFY2(!made, made ? qPrintable(*made) : "");
        QCOMPARE(made.error().kind, ErrorKind::Usage);
        QCOMPARE(made.error().message, message);
    }

    void aLongValueIsSaidInShort()
    {
        const auto made = parameterLiteral({Type::Number, QString(5000, u'x')});
        QVERIFY(!made && made.error().message.size() < 100);
    }

    void likelyTypes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Type>("type");
        QTest::newRow("number") << QStringLiteral("42") << Type::Number;
        QTest::newRow("real") << QStringLiteral("-1.5") << Type::Number;
        QTest::newRow("date") << QStringLiteral("2026-11-22") << Type::DateTime;
        QTest::newRow("timespan") << QStringLiteral("1d") << Type::Timespan;
        QTest::newRow("timespan of .NET") << QStringLiteral("00:05:00") << Type::Timespan;
        QTest::newRow("nought") << QStringLiteral("0") << Type::Number;
        QTest::newRow("less than one") << QStringLiteral("0.5") << Type::Number;
        QTest::newRow("leading zeros") << QStringLiteral("007") << Type::String;
        QTest::newRow("leading zero of a real") << QStringLiteral("00.5") << Type::String;
        QTest::newRow("hexadecimal") << QStringLiteral("0x1F") << Type::String;
        QTest::newRow("exponent") << QStringLiteral("12e4") << Type::String;
        QTest::newRow("sign") << QStringLiteral("+49") << Type::String;
        QTest::newRow("no digit behind the point") << QStringLiteral("5.") << Type::String;
        QTest::newRow("too large") << QStringLiteral("99999999999999999999") << Type::String;
        QTest::newRow("a million") << QStringLiteral("1M") << Type::String;
        QTest::newRow("words") << QStringLiteral("web01, web02") << Type::String;
        QTest::newRow("nothing") << QString() << Type::String;
        QTest::newRow("word of a truth value") << QStringLiteral("true") << Type::String;
    }

    void likelyTypes()
    {
        QFETCH(QString, text);
        QFETCH(Type, type);
        QCOMPARE(likelyParameterType(text), type);
    }

    void namesOfTypes()
    {
        for (const Type type : {Type::String, Type::Number, Type::DateTime, Type::Timespan, Type::List,
                                Type::Bool, Type::Guid, Type::Dynamic})
            QCOMPARE(parameterTypeFromName(parameterTypeName(type)), type);
        QCOMPARE(parameterTypeFromName(u"long"), Type::Number);
        QCOMPARE(parameterTypeFromName(u"time"), Type::Timespan);
        QCOMPARE(parameterTypeFromName(u"uniqueid"), Type::Guid);
        QCOMPARE(parameterTypeFromName(u"boolean"), Type::Bool);
        QCOMPARE(parameterTypeFromName(u"text"), Type::String);
        QVERIFY(!parameterTypeFromName(u"table"));
        QVERIFY(!parameterTypeFromName(u""));
    }

    void textAndBack()
    {
        ParameterValues values;
        values.insert(QStringLiteral("computer"),
                      {Type::String, QStringLiteral("a \"b\", c:d = \\ \n\u2028é")});
        values.insert(QStringLiteral("ids"), {Type::List, QStringLiteral("1, 2")});
        values.insert(QStringLiteral("any"), {std::nullopt, QStringLiteral("4625")});
        values.insert(QStringLiteral("_1"), {Type::Timespan, QStringLiteral("1d")});
        const QString text = toText(values);
        QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x2028)));
        QCOMPARE(parameterValuesFromText(text), values);
        QVERIFY(text.contains(QLatin1String(", any = \"4625\"")));
        values.insert(QStringLiteral("empty"), {Type::Number, {}});
        QCOMPARE(toText(values), text);
        QCOMPARE(parameterValuesFromText(toText(values, EmptyValues::Kept)), values);
    }

    void textOfAPerson()
    {
        const ParameterValues values = parameterValuesFromText(QStringLiteral(
            "  computer : string=\"web01\" ,n:long = \"5\", broken:number = 5, odd:table = \"a, b\", "
            "c = 'd, e', = \"f\", \"g\", h, i = \"j\", last:string = \"x, y\", half = \""));
        QCOMPARE(values.size(), 4);
        QCOMPARE(values.value(QStringLiteral("computer")),
                 (ParameterValue{Type::String, QStringLiteral("web01")}));
        QCOMPARE(values.value(QStringLiteral("n")), (ParameterValue{Type::Number, QStringLiteral("5")}));
        // One that cannot be read takes none of the others with it.
        QCOMPARE(values.value(QStringLiteral("i")), (ParameterValue{std::nullopt, QStringLiteral("j")}));
        QCOMPARE(values.value(QStringLiteral("last")),
                 (ParameterValue{Type::String, QStringLiteral("x, y")}));
        QVERIFY(parameterValuesFromText(QStringLiteral("a:string = \"open")).isEmpty());
        QVERIFY(parameterValuesFromText({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestParameterValue)
#include "tst_parametervalue.moc"
