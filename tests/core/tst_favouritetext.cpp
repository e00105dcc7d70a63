#include "core/favouritetext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde;

namespace {

FavouriteText textOf(const QByteArray &bytes)
{
    const auto text = FavouriteText::fromBytes(bytes);
    if (!text)
        qFatal("%s", qPrintable(text.error().message));
    return *text;
}

QByteArray written(const FavouriteText &text)
{
    const auto bytes = text.toBytes();
    return bytes ? *bytes : QByteArray("<refused>");
}

constexpr char community[] = "// Author: Microsoft Azure\r\n"
                             "// Display name: What changed: rôles\r\n"
                             "// Description: Lists updates.\r\n"
                             "// Categories: Security,IT & Management Tools\r\n"
                             "// Resource types: Azure Key Vault Managed HSMs\r\n"
                             "// Topic: Usage\r\n"
                             "\r\n"
                             "// A comment: of the query\r\n"
                             "AzureDiagnostics\r\n"
                             "| take 5";

} // namespace

/// The text format of a favourite: what is read is written back byte for byte, and what is changed changes
/// only its own lines.
class TestFavouriteText : public QObject
{
    Q_OBJECT

private slots:
    void readsTheCommunitysLayout();
    void unchangedIsByteIdentical_data();
    void unchangedIsByteIdentical();
    void changesOnlyItsLines_data();
    void changesOnlyItsLines();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void newFile();
    void commentsOfTheQueryStayThere();
    void whatCannotBeKeptIsRefused();
    void everyValueComesBack();
    void mergesFields();
};

void TestFavouriteText::readsTheCommunitysLayout()
{
    const Favourite favourite = textOf(community).favourite();
    QCOMPARE(favourite.name, QStringLiteral("What changed: rôles"));
    QCOMPARE(favourite.description, QStringLiteral("Lists updates."));
    QCOMPARE(favourite.tags,
             QStringList({QStringLiteral("Security"), QStringLiteral("IT & Management Tools")}));
    QCOMPARE(favourite.language, QueryLanguage::Kql);
    QVERIFY(!favourite.range);
    QCOMPARE(favourite.text, QStringLiteral("// A comment: of the query\nAzureDiagnostics\n| take 5"));
}

void TestFavouriteText::unchangedIsByteIdentical_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const QString event = QStringLiteral("Event\n| take 5");
    QTest::newRow("community") << QByteArray(community) << QStringLiteral("What changed: rôles")
                               << QStringLiteral("// A comment: of the query\nAzureDiagnostics\n| take 5");
    QTest::newRow("empty") << QByteArray() << QString() << QString();
    QTest::newRow("blank") << QByteArray("\n \r\n\n") << QString() << QString();
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << QString() << QString();
    QTest::newRow("two marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                             "Event")
                               << QString() << QStringLiteral("\uFEFFEvent");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF// Display name: a\nEvent\n| take 5\n")
                          << QStringLiteral("a") << event;
    QTest::newRow("no header") << QByteArray("Event\n| take 5") << QString() << event;
    QTest::newRow("comment, no header")
        << QByteArray("// Note: all\nEvent") << QString() << QStringLiteral("// Note: all\nEvent");
    QTest::newRow("address, no header") << QByteArray("// https://learn.example\nEvent") << QString()
                                        << QStringLiteral("// https://learn.example\nEvent");
    QTest::newRow("header after blank lines")
        << QByteArray("\n\n  \n// Display name: a\n\n\nEvent\n| take 5\n\n") << QStringLiteral("a")
        << event + u'\n';
    QTest::newRow("mixed endings") << QByteArray("// Display name: a\r\n// Odd\n\rEvent\r| take 5\r\n\n")
                                   << QStringLiteral("a") << QStringLiteral("// Odd\n\nEvent\n| take 5\n");
    QTest::newRow("odd spaces") << QByteArray("  //display NAME :a b \n//x\n//Description:\nEvent\n| take 5")
                                << QStringLiteral("a b") << event;
    QTest::newRow("header only") << QByteArray("// Display name: a") << QStringLiteral("a") << QString();
    QTest::newRow("no values") << QByteArray(
                                      "// Display name:\n// Categories: ,,\n// Time range: soon\nEvent")
                               << QString() << QStringLiteral("Event");
    QTest::newRow("twice") << QByteArray("// Display name: a\n// Display name: b\nEvent\n| take 5")
                           << QStringLiteral("a") << event;
    QTest::newRow("other planes") << QByteArray("// Display name: \xF0\x9F\x94\x8D\n\nEvent\n| take 5")
                                  << QStringLiteral("\U0001F50D") << event;
}

void TestFavouriteText::unchangedIsByteIdentical()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, text);
    FavouriteText read = textOf(bytes);
    if (qstrcmp(QTest::currentDataTag(), "mixed endings") != 0)
        QCOMPARE(read.favourite().text, text);
    QCOMPARE(read.favourite().name, name);
    QCOMPARE(written(read), bytes);
    read.set(read.favourite());
    QCOMPARE(written(read), bytes);
}

void TestFavouriteText::changesOnlyItsLines_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *tag, const char *field, const QString &value) -> QTestData & {
        return QTest::newRow(tag) << QString::fromLatin1(field) << value;
    };
    row("name", "name", QStringLiteral("New")) << QByteArray("What changed: rôles") << QByteArray("New");
    row("description of two lines", "description", QStringLiteral("One\n\nTwo"))
        << QByteArray("Lists updates.") << QByteArray("One\r\n//   Two");
    row("no tags", "tags", QString())
        << QByteArray("// Categories: Security,IT & Management Tools\r\n") << QByteArray();
    row("range", "range", QStringLiteral("P7D"))
        << QByteArray("Usage\r\n") << QByteArray("Usage\r\n// Time range: P7D\r\n");
    row("last line", "text", QStringLiteral("// A comment: of the query\nAzureDiagnostics\n| take 6"))
        << QByteArray("take 5") << QByteArray("take 6");
    row("line between", "text",
        QStringLiteral("// A comment: of the query\nAzureDiagnostics\n| where true\n| take 5"))
        << QByteArray("| take 5") << QByteArray("| where true\r\n| take 5");
    row("another query", "text", QStringLiteral("\n\nEvent")) << QByteArray("// A comment: of the query\r\n"
                                                                            "AzureDiagnostics\r\n| take 5")
                                                              << QByteArray("Event");
}

void TestFavouriteText::changesOnlyItsLines()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    FavouriteText text = textOf(community);
    Favourite favourite = text.favourite();
    if (field == QLatin1String("name"))
        favourite.name = value;
    else if (field == QLatin1String("description"))
        favourite.description = value;
    else if (field == QLatin1String("tags"))
        favourite.tags = tagsFromText(value);
    else if (field == QLatin1String("range"))
        favourite.range = TimeRange::parse(value).value();
    else
        favourite.text = value;
    text.set(favourite);
    QCOMPARE(written(text), QByteArray(community).replace(from, to));
}

void TestFavouriteText::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("latin-1") << QByteArray("// Display name: r\xF4les\nEvent")
                             << QStringLiteral("The file is not UTF-8: line 1 holds other bytes.");
    QTest::newRow("latin-1 below") << QByteArray("Event\n// ok \xC3\xB4\n// r\xF4les")
                                   << QStringLiteral("The file is not UTF-8: line 3 holds other bytes.");
    QTest::newRow("cut character") << QByteArray("Event\n// \xE2\x82")
                                   << QStringLiteral("The file is not UTF-8: line 2 holds other bytes.");
    QTest::newRow("lone surrogate") << QByteArray("\xED\xA0\x80")
                                    << QStringLiteral("The file is not UTF-8: line 1 holds other bytes.");
    QTest::newRow("NUL") << QByteArray("Event\n\n| take\0 5", 14)
                         << QStringLiteral("The file is no text: line 3 holds a NUL character.");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "E\0v\0",
                                          6)
                            << QStringLiteral("The file is UTF-16, not UTF-8.");
    QTest::newRow("large") << QByteArray(5'300'000, 'x')
                           << QStringLiteral("The file is too large to be a query: 5.3 MB.");
}

void TestFavouriteText::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const auto text = FavouriteText::fromBytes(bytes);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::Decode);
    QCOMPARE(text.error().message, message);
    QVERIFY(!text.error().advice.isEmpty());
}

void TestFavouriteText::newFile()
{
    Favourite favourite;
    favourite.name = QStringLiteral("Failed logons");
    favourite.description = QStringLiteral("Who tried,\nand from where.");
    favourite.tags = QStringList({QStringLiteral("Security"), QStringLiteral("Audit")});
    favourite.language = QueryLanguage::Classic;
    favourite.range = TimeRange::last(std::chrono::hours(24));
    favourite.connection = QStringLiteral("7b1d6d1e");
    favourite.exportProfile = QStringLiteral("Excel, Dutch");
    favourite.parameters.insert(QStringLiteral("who"), {ParameterType::String, QStringLiteral("a \"b\"\nc")});
    favourite.parameters.insert(QStringLiteral("days"), {ParameterType::Timespan, QStringLiteral("7d")});
    favourite.text = QStringLiteral("Type=SecurityEvent\nEventID=4625");
    FavouriteText text;
    text.set(favourite);
    QCOMPARE(written(text), QByteArray("// Display name: Failed logons\n"
                                       "// Description: Who tried,\n"
                                       "//   and from where.\n"
                                       "// Categories: Security, Audit\n"
                                       "// Language: Classic\n"
                                       "// Time range: P1D\n"
                                       "// Connection: 7b1d6d1e\n"
                                       "// Export profile: Excel, Dutch\n"
                                       "// Parameter values: days:timespan = \"7d\", "
                                       "who:string = \"a \\\"b\\\"\\nc\"\n"
                                       "\n"
                                       "Type=SecurityEvent\n"
                                       "EventID=4625\n"));
    QCOMPARE(textOf(written(text)).favourite(), favourite);
    text.set({});
    QCOMPARE(textOf(written(text)).favourite(), Favourite());
}

void TestFavouriteText::commentsOfTheQueryStayThere()
{
    // Without a blank line before them they would be taken for properties.
    FavouriteText text = textOf("// Display name: a\nEvent\n");
    Favourite favourite = text.favourite();
    favourite.text = QStringLiteral("// Description: of the query\n//   indented\nEvent");
    text.set(favourite);
    QCOMPARE(textOf(written(text)).favourite(), favourite);

    FavouriteText plain = textOf("// Note: all\n//   indented\nEvent\n");
    favourite = plain.favourite();
    favourite.name = QStringLiteral("a");
    plain.set(favourite);
    QCOMPARE(written(plain), QByteArray("// Display name: a\n\n// Note: all\n//   indented\nEvent\n"));
    QCOMPARE(textOf(written(plain)).favourite(), favourite);

    QVERIFY(FavouriteText::hasHeader(QStringLiteral("\r\n// Display name: a\r\nEvent")));
    QVERIFY(!FavouriteText::hasHeader(QStringLiteral("// Note: a\nEvent\n// Display name: b")));
}

void TestFavouriteText::whatCannotBeKeptIsRefused()
{
    for (const QString &bad : {QString(QChar(0xD83D)), QString(QChar::Null), QString(2'100'000, u'x')}) {
        FavouriteText text;
        Favourite favourite;
        favourite.text = QLatin1String("Event ") + bad;
        text.set(favourite);
        const auto bytes = text.toBytes();
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::Usage);
        QVERIFY(!bytes.error().advice.isEmpty());
    }
}

void TestFavouriteText::everyValueComesBack()
{
    // Random files of odd pieces: unchanged they are the same bytes, and what is set is what is read again.
    QRandomGenerator random(20261122);
    const QList<QByteArray> pieces{"// Display name: a",
                                   "//",
                                   "// Description:x",
                                   "//   more",
                                   "Event",
                                   "| take 5",
                                   "",
                                   "  ",
                                   "// Categories: a,b",
                                   "// Odd: one",
                                   "// Language: classic",
                                   "\xEF\xBB\xBF"};
    const QList<QByteArray> ends{"\n", "\n", "\r\n", "\r", ""};
    const QStringList values{QString(),
                             QStringLiteral("plain"),
                             QStringLiteral("two\nlines"),
                             QStringLiteral("// slashes: // here"),
                             QStringLiteral("   //   x"),
                             QStringLiteral("a\n\nb\n"),
                             QStringLiteral("ends: here:"),
                             QStringLiteral("\u2028\t\u0007q")};
    const auto any = [&random](const auto &list) {
        return list.at(random.bounded(static_cast<int>(list.size())));
    };
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = random.bounded(4) == 0 ? QByteArray("\xEF\xBB\xBF") : QByteArray();
        for (int count = random.bounded(8); count > 0; --count)
            bytes += any(pieces) + any(ends);
        FavouriteText text = textOf(bytes);
        QCOMPARE(written(text), bytes);
        Favourite wanted = text.favourite();
        switch (random.bounded(4)) {
        case 0:
            // Without its only property a header is no header any more.
            wanted.name = any(values).simplified();
            if (wanted.name.isEmpty())
                continue;
            break;
        case 1:
            wanted.language = QueryLanguage::Classic;
            break;
        case 2:
            wanted.range = TimeRange::calendar(TimeRange::Kind::Today, TimeRange::Zone::Local);
            break;
        default:
            wanted.text = any(values).trimmed();
            if (FavouriteText::hasHeader(wanted.text))
                continue;
        }
        text.set(wanted);
        const Favourite again = textOf(written(text)).favourite();
        // A control character has no place in a name.
        wanted.name.replace(QChar(u'\u0007'), u' ');
        wanted.name = wanted.name.trimmed();
        QVERIFY2(again == wanted, QByteArray(bytes + "\n->\n" + written(text)).constData());
    }
}

void TestFavouriteText::mergesFields()
{
    Favourite base;
    base.name = QStringLiteral("a");
    base.text = QStringLiteral("Event");
    Favourite mine = base;
    mine.text = QStringLiteral("Event | take 1");
    Favourite theirs = base;
    theirs.name = QStringLiteral("b");
    theirs.tags.append(QStringLiteral("t"));
    const auto both = merged(base, mine, theirs);
    QVERIFY(both);
    QCOMPARE(both->name, theirs.name);
    QCOMPARE(both->tags, theirs.tags);
    QCOMPARE(both->text, mine.text);
    theirs.text = mine.text;
    QVERIFY(merged(base, mine, theirs));
    theirs.text = QStringLiteral("Event | take 2");
    QVERIFY(!merged(base, mine, theirs));
}

QTEST_GUILESS_MAIN(TestFavouriteText)
#include "tst_favouritetext.moc"
