#include "core/queryparameters.h"

#include <QRegularExpression>
#include <QTest>

using namespace sonde;
using Type = ParameterType;

namespace {

/// `name:type` of each, with a question mark where any type could be.
QStringList found(const QString &query)
{
    QStringList names;
    for (const QueryParameter &parameter : queryParameters(query)) {
        const QString type = parameter.type ? parameterTypeName(*parameter.type) : QStringLiteral("?");
        names << QString(parameter.name + u':' + type);
    }
    return names;
}

QString filled(const QString &query, const ParameterValues &values)
{
    SentText sent(query);
    const auto problem = fillParameters(sent, values);
    return problem ? QString(QLatin1String("! ") + problem->message) : sent.text();
}

ParameterValues one(Type type, const QString &text)
{
    return {{QStringLiteral("x"), {type, text}}};
}

} // namespace

class TestQueryParameters : public QObject
{
    Q_OBJECT

private slots:
    void whereTheyAre_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *query, const char *names) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(names);
        };
        row("T | where A == {x}", "x:?");
        row("T | where A =={x}", "x:?");
        row("T | where A == {x} and B == {y_2} or C == {x}", "x:? y_2:?");
        row("{x}", "x:?");
        row("T | where N > {x}+{y}", "x:? y:?");
        row("T | where A == {größe}", "größe:?");
        row("T | where A == {1x}", "1x:?");
        // No name, or more than a name.
        row("T | where A == {}", "");
        row("T | where A == { x }", "");
        row("T | where A == {x y}", "");
        row("T | where A == {1}", "");
        row("T | where A == {x[1]}", "");
        row("T | where A == {x:label}", "");
        row("T | where A == {x", "");
        // Strings and comments.
        row("T | where A == \"{x}\"", "");
        row("T | where A == '{x}'", "");
        row("T | where A == @'{x}\\' and B == {y}", "y:?");
        row("T | where A == @\"a\"\"{x}\" and B == {y}", "y:?");
        row("T | where A == 'it\\'s {x}' and B == {y}", "y:?");
        row("T | where A == h\"{x}\"", "");
        row("T | where A == ```\n{x}\n```", "");
        row("T | where A == ~~~{x}~~~ and B == {y}", "y:?");
        row("T // {x}\n| where A == {y}", "y:?");
        row("T | where A == \"open {x}\n| where B == {y}", "y:?");
        row("T | where Url == 'http://a/{x}' and B == {y} // {z}", "y:?");
        // Functions.
        row("let f = (x:long) { x }; T", "");
        row("let f = (x:long) {x}; T", "");
        row("let f = (x:long)\n// why\n{x}; T", "");
        row("let f = view () {T}; f", "");
        row("let f = (x:long) { x + {y} }; T", "y:?");
        row("let f = () {{y}+1}; T", "y:?");
        row("T | partition by A {U}", "");
        row("T | partition by A { U | where A == {y} }", "y:?");
        row("let f = (t:(a:long), x:long) {t}; T", "");
        row("let f = (x:long) { toscalar(T | take 1) }; f({y})", "y:?");
        row("let f = (x:long) { let g = () {x}; g() + {y} }; T", "y:?");
        row("T | where A in (1, 2) {y}", "y:?");
        row("T | where (A) == ({y})", "y:?");
        // A query of its own in braces is none; one in parentheses may have some.
        row("T | partition by A (top {n} by B)", "n:number");
        row("T | partition by A (take {n})", "n:number");
        row("T | partition hint.strategy=native by A (where B == {y} | take {n})", "y:? n:number");
        row("T | partition hint.concurrency={c} by A {U}", "c:?");
        row("T | partition by ['my column'] {U} | take {n}", "n:number");
        row("T | partition by A.b {U}", "");
        row("T | partition by A { top {n} by B }", "n:number");
        row("T | partition by A {U}; print {y}", "y:?");
        row("T | join (U | partition by A {V}) on B | where f({y})", "y:?");
        row("T | join (U | partition by A (take 1)) on $left.a == $right.b, {y}", "y:?");
        row("T | join (U | partition by A (take 1)) on f({y})", "y:?");
        row("T | fork (take {n}) (where by == {y})", "n:number y:?");
        // Literals.
        row("T | extend d = dynamic({})", "");
        row("T | extend d = dynamic({x})", "");
        row("T | extend d = dynamic ({\"a)\": {x}}), e = {y}", "y:?");
        row("T | where A > datetime({x})", "");
        row("T | where N == long({x}) and M == tolong({y})", "y:?");
        // Not a token of its own.
        row("T | where A == f{x}", "");
        row("T | where A == {x}b", "");
        row("T | where A > ago({x}d)", "");
        row("T | where A == @{x}", "");
        row("T | where A == @\"a\"{x}", "");
        row("T | where A == {x}\"a\"", "");
        row("T | where A == 1.{x}", "");
        row("T | where N between ({a}..{b})", "a:? b:?");
        row("", "");
        row("{", "");
        row("// {x}", "");
    }

    void whereTheyAre()
    {
        QFETCH(QString, query);
        QFETCH(QString, names);
        QCOMPARE(found(query).join(u' '), names);
    }

    void wantedTypes_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *query, const char *names) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(names);
        };
        row("T | where A in ({x})", "x:list");
        row("T | where A !in ({x})", "x:list");
        row("T | where A in~ ({x})", "x:list");
        row("T | where A !in~ ({x})", "x:list");
        row("T | where A has_any ({x})", "x:list");
        row("T | where A has_all({x})", "x:list");
        row("T | where A in {x}", "x:list");
        row("T | where A in ({x}, {y})", "x:? y:?");
        row("T | take {x}", "x:number");
        row("T | top {x} by N", "x:number");
        row("T | where TimeGenerated > ago({x})", "x:timespan");
        row("T | where TimeGenerated >= {x}", "x:datetime");
        row("T | where TimeGenerated between ({x} .. {y})", "x:datetime y:datetime");
        row("T | where TimeGenerated !between ({x}..{y})", "x:datetime y:datetime");
        row("T | where N between ({x} .. {y})", "x:? y:?");
        row("T | summarize count() by bin(TimeGenerated, {x})", "x:timespan");
        row("T | where A has {x}", "x:string");
        row("T | where A !contains {x}", "x:string");
        row("T | where A =~ {x}", "x:string");
        row("T | where A matches regex {x}", "x:string");
        row("T | where N > {x}", "x:?");
        row("T | where N > {x} | take {x}", "x:number");
        row("declare query_parameters(n:long = 5, s:string); T", "n:number s:string");
        row("// why\nset a = 1; declare query_parameters(d:datetime, t:timespan = 1d, b:bool, g:guid, "
            "j:dynamic); T",
            "d:datetime t:timespan b:bool g:guid j:dynamic");
        row("declare query_parameters(n:long); T | where A has {n}", "n:number");
        row("declare query_parameters(t:(a:int), n:int); T", "n:number");
        row("declare query_parameters(", "");
        row("declare query_parameters(n", "");
        row("declare query_parameters(n:", "");
        row("declare query_parameters(n:long", "n:number");
        row("declare query_parameters(,,); T", "");
        row("T | where declare == query_parameters(n:long)", "");
        row("// declare query_parameters(n:long);\nT", "");
    }

    void wantedTypes()
    {
        QFETCH(QString, query);
        QFETCH(QString, names);
        QCOMPARE(found(query).join(u' '), names);
    }

    void defaults()
    {
        const auto parameters = queryParameters(u"declare query_parameters( a:string = 'x, y)', "
                                                u"b:dynamic=dynamic([1, 2]), c:long = -5 , d:int );T");
        QCOMPARE(parameters.size(), 4);
        QCOMPARE(parameters.at(0).standard, QStringLiteral("'x, y)'"));
        QCOMPARE(parameters.at(1).standard, QStringLiteral("dynamic([1, 2])"));
        QCOMPARE(parameters.at(2).standard, QStringLiteral("-5"));
        QVERIFY(!parameters.at(2).isOpen());
        QVERIFY(parameters.at(3).isOpen());
        QCOMPARE(parameters.at(3).declaredType, QStringLiteral("int"));
    }

    void filledIn_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<Type>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sent");
        const auto row = [](const char *query, Type type, const char *value, const char *sent) {
            QTest::addRow("%s %s", query, value)
                << QString::fromUtf8(query) << type << QString::fromUtf8(value) << QString::fromUtf8(sent);
        };
        row("T | where A == {x} // {x}", Type::String, "web01", "T | where A == \"web01\" // {x}");
        row("T | where A == {x} or B == {x}", Type::String, "a", "T | where A == \"a\" or B == \"a\"");
        row("T | where A in ({x})", Type::List, "a, b", "T | where A in (\"a\", \"b\")");
        row("T | where A in (\"c\", {x})", Type::List, "a, b", "T | where A in (\"c\", \"a\", \"b\")");
        row("T | where A in {x}", Type::List, "a, b", "T | where A in (\"a\", \"b\")");
        row("T | where A !in~ {x}", Type::List, "a, b", "T | where A !in~ (\"a\", \"b\")");
        row("let l = {x}; T | where A in (l)", Type::List, "a, b",
            "let l = dynamic([\"a\", \"b\"]); T | where A in (l)");
        row("T | extend n = array_length({x})", Type::List, "a",
            "T | extend n = array_length(dynamic([\"a\"]))");
        row("T | where A in (toupper({x}))", Type::List, "a", "T | where A in (toupper(dynamic([\"a\"])))");
        row("T | take {x}", Type::Number, "5", "T | take 5");
        row("T | where N -{x} > 1", Type::Number, "-5", "T | where N -long(-5) > 1");
        row("T | where TimeGenerated > ago({x})", Type::Timespan, "1d",
            "T | where TimeGenerated > ago(timespan(1.00:00:00))");
        row("declare query_parameters(x:long); T", Type::Number, "7",
            "declare query_parameters(x:long = 7); T");
        row("declare query_parameters(x:long = 5, y:string='{x}'); T", Type::Number, "7",
            "declare query_parameters(x:long = 7, y:string='{x}'); T");
        row("declare query_parameters(x:long=5);T", Type::Number, "", "declare query_parameters(x:long=5);T");
        row("declare query_parameters(x:long=5);T|take {x}", Type::Number, "",
            "declare query_parameters(x:long=5);T|take 5");
        // The declared type has its way.
        row("declare query_parameters(x:string);T|take {x}", Type::Number, "7",
            "declare query_parameters(x:string = \"7\");T|take \"7\"");
        row("T | where A == {x}", Type::String, "", "! The query needs a value for “x”.");
        row("declare query_parameters(x:long); T", Type::Number, "", "! The query needs a value for “x”.");
        row("T | take {x}", Type::Number, "abc", "! “abc” is no number.");
        row("T", Type::Number, "abc", "T");
    }

    void filledIn()
    {
        QFETCH(QString, query);
        QFETCH(Type, type);
        QFETCH(QString, value);
        QFETCH(QString, sent);
        QCOMPARE(filled(query, one(type, value)), sent);
    }

    void theFirstProblemNamesItsParameter()
    {
        SentText sent(QStringLiteral("T | where A == {a} and B == {b}"));
        const auto problem =
            fillParameters(sent, {{QStringLiteral("a"), {Type::String, QStringLiteral("1")}}});
        QVERIFY(problem.has_value());
        QCOMPARE(problem->name, QStringLiteral("b"));
        QVERIFY(problem->isOpen);
        QCOMPARE(sent.text(), sent.original());
    }

    void placesAreMappedBack()
    {
        const QString document = QStringLiteral("U\n\nT | where A == {x} and B == {x}\n| where Nope == 1");
        SentText sent(document, 3, document.size() - 3);
        QVERIFY(!fillParameters(sent, one(Type::String, QStringLiteral("a long value\nof two lines"))));
        for (const QString &word :
             {QStringLiteral("where A"), QStringLiteral("and B"), QStringLiteral("Nope")})
            QCOMPARE(sent.inDocument(sent.text().indexOf(word)), document.indexOf(word));
        // Within a value: where its parameter stands.
        QCOMPARE(
            positionAt(document, sent.inDocument(sent.text().indexOf(QStringLiteral("long value")))).line, 3);
        const TextPosition nope = positionAt(sent.text(), sent.text().indexOf(QStringLiteral("Nope")));
        QCOMPARE(sent.inDocument(nope), (TextPosition{4, 8}));
    }

    /// Whatever is typed, the query has the tokens it had: a value is one literal.
    void noValueBecomesCode_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"\"",
                                  "\\",
                                  "\\\"",
                                  "\" | take 1 //",
                                  "'",
                                  "```",
                                  "~~~",
                                  "@\"",
                                  "h\"",
                                  "\n| take 1",
                                  "\r\n//",
                                  "\u2028| take 1",
                                  "{x}",
                                  "{y}",
                                  "*/",
                                  "//",
                                  "\\u0022 | take 1 //",
                                  "\\x22",
                                  "\\\\\" or \"",
                                  ")",
                                  "\"); T | take 1; print (\"",
                                  "\") or 1 == 1 //",
                                  "a\\",
                                  "\x01\x7f"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }

    void noValueBecomesCode()
    {
        QFETCH(QString, value);
        const QString query = QStringLiteral("T | where A == {x} and B in ({x}) | extend c = '{y}', d = {x}");
        for (const Type type : {Type::String, Type::Number, Type::DateTime, Type::Timespan, Type::List,
                                Type::Bool, Type::Guid, Type::Dynamic}) {
            const QString sent = filled(query, one(type, value));
            if (sent.startsWith(u'!'))
                continue;
            // What is left when strings are taken out holds nothing of the value.
            static const QRegularExpression strings(QStringLiteral("\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"|'[^']*'"));
            QString bare = sent;
            bare.remove(strings);
            bare.remove(QLatin1String("dynamic([])"));
            bare.remove(QLatin1String("dynamic()"));
            QCOMPARE(bare, QStringLiteral("T | where A ==  and B in () | extend c = , d = "));
        }
    }

    void manyParametersAreFilledInOneGo()
    {
        QString query = QStringLiteral("T");
        QString expected = query;
        ParameterValues values;
        for (int i = 0; i < 100'000; ++i) {
            const QString name = QStringLiteral("p%1").arg(i);
            query += QString(QLatin1String("\n| where A == {") + name + u'}');
            expected += QString(QLatin1String("\n| where A == \"") + name + u'"');
            values.insert(name, {Type::String, name});
        }
        SentText sent(query);
        QVERIFY(!fillParameters(sent, values));
        QCOMPARE(sent.text(), expected);
        const TextPosition last = sent.inDocument(TextPosition{100'001, 11});
        QCOMPARE(last, (TextPosition{100'001, 11}));
    }

    void aLongQueryIsReadInOneGo()
    {
        QString query = QStringLiteral("T\n");
        while (query.size() < 5'000'000)
            query += QStringLiteral("| where A == \"x\" and f(B) in (1, 2) // {no}\n");
        query += QStringLiteral("| take {x}");
        QCOMPARE(found(query), QStringList{QStringLiteral("x:number")});
        QVERIFY(found(QString(1'000'000, u'{')).isEmpty());
        QVERIFY(found(QString(1'000'000, u'(')).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestQueryParameters)
#include "tst_queryparameters.moc"
