#include "widgets/fieldquery.h"

#include <QTest>

using namespace sonde;

namespace {

const QList<ColumnHeader> headers{{QStringLiteral("Properties"), ColumnType::Dynamic},
                                  {QStringLiteral("Message"), ColumnType::String},
                                  {QStringLiteral("my column"), ColumnType::Dynamic}};

FieldStep field(const char *name)
{
    return {FieldStep::Kind::Field, QString::fromUtf8(name), 0};
}

FieldStep element(std::uint32_t position)
{
    return {FieldStep::Kind::Element, {}, position};
}

const FieldStep inText{FieldStep::Kind::Text, {}, 0};

} // namespace

class TestFieldQuery : public QObject
{
    Q_OBJECT

private slots:
    void pathsAreQuotedAsKqlNeedsIt()
    {
        const auto path = [](int column, const QList<FieldStep> &steps) {
            return kqlPath({column, steps}, headers);
        };
        QCOMPARE(path(0, {}), QStringLiteral("Properties"));
        QCOMPARE(path(0, {field("request"), field("x-id"), element(0)}),
                 QStringLiteral("Properties.request[\"x-id\"][0]"));
        QCOMPARE(path(2, {field("where"), field("a\"b")}),
                 QStringLiteral("[\"my column\"][\"where\"][\"a\\\"b\"]"));
        QCOMPARE(path(1, {inText, field("a")}), QStringLiteral("parse_json(Message).a"));
        QCOMPARE(path(0, {field("a"), inText, element(3)}),
                 QStringLiteral("parse_json(tostring(Properties.a))[3]"));
        QCOMPARE(path(0, {field("1a"), field("\u00e9"), field("")}),
                 QStringLiteral("Properties[\"1a\"][\"\u00e9\"][\"\"]"));
    }

    void partsOfTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const char *text, const char *part, const char *line) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(part)
                                << QString::fromUtf8(line);
        };
        row("a word", "the disk failed", "disk", "has \"disk\"");
        row("all of it", "disk7", "disk7", "has \"disk7\"");
        row("the beginning of a word", "the diskette", "disk", "contains \"disk\"");
        row("the end of a word", "a harddisk", "disk", "contains \"disk\"");
        row("between signs", "(disk)", "disk", "has \"disk\"");
        row("two words", "the disk failed", "disk failed", "contains \"disk failed\"");
        // Whether such a letter ends a word is the service's to say.
        row("beside another letter", "disk\u00e9 failed", "disk", "contains \"disk\"");
        row("another letter", "the d\u00e9j\u00e0", "d\u00e9j\u00e0", "contains \"d\u00e9j\u00e0\"");
        row("quotes and breaks", "say \"a\"\r\nb\\", "\"a\"\r\nb\\", "contains \"\\\"a\\\"\\r\\nb\\\\\"");
    }

    void partsOfTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        QFETCH(QString, line);
        const qsizetype at = text.indexOf(part);
        const qsizetype end = at + part.size();
        const TextPart chosen{part, at > 0 ? text.at(at - 1) : QChar(),
                              end < text.size() ? text.at(end) : QChar()};
        QCOMPARE(partLine(QStringLiteral("Message"), chosen, true).value(), u"\n| where Message " + line);
        QCOMPARE(partLine(QStringLiteral("Message"), chosen, false).value(), u"\n| where Message !" + line);
        QCOMPARE(kqlText(QStringLiteral("Message"), ColumnType::String), QStringLiteral("Message"));
        QCOMPARE(kqlText(QStringLiteral("P.a"), ColumnType::Dynamic), QStringLiteral("tostring(P.a)"));
        const auto endless = partLine(QStringLiteral("Message"), {QString(20'000, u'x'), {}, {}}, true);
        QVERIFY(!endless);
        QVERIFY(!endless.error().advice.isEmpty());
    }

    void valuesAreConverted_data()
    {
        QTest::addColumn<JsonTree::Kind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("leftOut");
        using Kind = JsonTree::Kind;
        const auto row = [](const char *name, Kind kind, const char *text, const char *kept,
                            const char *leftOut) {
            QTest::newRow(name) << kind << QString::fromUtf8(text) << QString::fromUtf8(kept)
                                << QString::fromUtf8(leftOut);
        };
        row("text", Kind::String, "a\"b", "tostring(Properties.v) == \"a\\\"b\"",
            "tostring(Properties.v) != \"a\\\"b\"");
        row("number", Kind::Number, "-12", "tolong(Properties.v) == -12", "tolong(Properties.v) != -12");
        row("fraction", Kind::Number, "1.5e3", "toreal(Properties.v) == real(1.5e3)",
            "toreal(Properties.v) != real(1.5e3)");
        row("larger than long", Kind::Number, "18446744073709551617",
            "toreal(Properties.v) == real(18446744073709551617)",
            "toreal(Properties.v) != real(18446744073709551617)");
        row("bool", Kind::Bool, "true", "tobool(Properties.v) == true", "tobool(Properties.v) != true");
        row("instant", Kind::String, "2026-11-22T16:02:03.1234567Z",
            "todatetime(Properties.v) == datetime(2026-11-22T16:02:03.1234567Z)",
            "todatetime(Properties.v) != datetime(2026-11-22T16:02:03.1234567Z)");
        row("date", Kind::String, "2026-11-22", "tostring(Properties.v) == \"2026-11-22\"",
            "tostring(Properties.v) != \"2026-11-22\"");
        row("no instant", Kind::String, "2026-11-32T16:02:03Z",
            "tostring(Properties.v) == \"2026-11-32T16:02:03Z\"",
            "tostring(Properties.v) != \"2026-11-32T16:02:03Z\"");
        row("null", Kind::Null, "null", "isnull(Properties.v)", "isnotnull(Properties.v)");
    }

    void valuesAreConverted()
    {
        QFETCH(JsonTree::Kind, kind);
        QFETCH(QString, text);
        QFETCH(QString, kept);
        QFETCH(QString, leftOut);
        const FieldPath path{0, {field("v")}};
        QCOMPARE(fieldLine(path, headers, kind, text, true).value(), QString(u"\n| where " + kept));
        QCOMPARE(fieldLine(path, headers, kind, text, false).value(), QString(u"\n| where " + leftOut));
    }

    void whatCannotBeComparedIsSaid()
    {
        const FieldPath path{0, {field("v")}};
        const auto object = fieldLine(path, headers, JsonTree::Kind::Object, QStringLiteral("{}"), true);
        QVERIFY(!object);
        QCOMPARE(object.error().kind, ErrorKind::Usage);
        QVERIFY(!object.error().message.isEmpty() && !object.error().advice.isEmpty());
        QVERIFY(!fieldLine(path, headers, JsonTree::Kind::String, QString(20'000, u'x'), true));
    }
};

QTEST_GUILESS_MAIN(TestFieldQuery)
#include "tst_fieldquery.moc"
