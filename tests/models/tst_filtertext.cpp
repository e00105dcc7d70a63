#include "models/filtertext.h"

#include <QTest>

using namespace sonde;

using Kind = ColumnCondition::Kind;
Q_DECLARE_METATYPE(sonde::ColumnCondition::Kind)

class TestFilterText final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void saysItInWords();
};

void TestFilterText::readsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *typed, Kind kind, const char *text) {
        QTest::addRow("%s", typed) << QString::fromUtf8(typed) << kind << QString::fromUtf8(text);
    };
    row("disk full", Kind::Contains, "disk full");
    row(" ", Kind::Contains, " ");
    row("=5", Kind::Equals, "5");
    row("=\"\"", Kind::Equals, "");
    row("!=Error", Kind::NotEquals, "Error");
    row("<=5", Kind::AtMost, "5");
    row("<5", Kind::Less, "5");
    row(">=5", Kind::AtLeast, "5");
    row(">5", Kind::Greater, "5");
    row("/a|b/", Kind::Matches, "a|b");
    row("/", Kind::Contains, "/");
    row("/var/log", Kind::Contains, "/var/log");
    row("\"=5\"", Kind::Contains, "=5");
    row("\"", Kind::Contains, "\"");
    row("a=5", Kind::Contains, "a=5");
}

void TestFilterText::readsWhatIsTyped()
{
    QFETCH(QString, typed);
    const auto condition = conditionFromText(3, typed);
    QVERIFY(condition);
    QCOMPARE(condition->column, 3);
    QTEST(condition->kind, "kind");
    QTEST(condition->text, "text");
    for (const char *nothing : {"", "=", "!=", "<", ">=", "//"})
        QVERIFY2(!conditionFromText(3, QString::fromLatin1(nothing)), nothing);
}

void TestFilterText::writesWhatItReads_data()
{
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : {Kind::Contains, Kind::Equals, Kind::NotEquals, Kind::Less, Kind::AtMost,
                            Kind::Greater, Kind::AtLeast, Kind::Matches})
        QTest::addRow("%d", static_cast<int>(kind)) << kind;
}

void TestFilterText::writesWhatItReads()
{
    QFETCH(Kind, kind);
    for (const char *text : {"x", "", "=5", "!=", "<", "\"quoted\"", "/path/", "\"", "a b"}) {
        if (*text == '\0' && (kind == Kind::Contains || kind == Kind::Matches))
            continue; // asks for nothing
        const ColumnCondition condition{1, kind, QString::fromLatin1(text), {}};
        QCOMPARE(conditionFromText(1, textOfCondition(condition)), std::optional(condition));
    }
}

void TestFilterText::saysItInWords()
{
    const QString name = QStringLiteral("Level");
    QCOMPARE(describeCondition({0, Kind::Contains, QStringLiteral("err"), {}}, name),
             QStringLiteral("Level contains \u201Cerr\u201D"));
    QCOMPARE(describeCondition({0, Kind::AtLeast, QStringLiteral("5"), {}}, name),
             QStringLiteral("Level \u2265 5"));
    QCOMPARE(describeCondition({0, Kind::Null, {}, {}}, name), QStringLiteral("Level has no value"));
    ColumnCondition list{0, Kind::OneOf, {}, {}};
    list.values = QStringList{QStringLiteral("a"), QStringLiteral("b")};
    list.nullToo = true;
    QCOMPARE(describeCondition(list, name),
             QStringLiteral("Level is one of \u201Ca\u201D, \u201Cb\u201D, no value"));
    list.nullToo = false;
    list.values << QStringLiteral("c") << QStringLiteral("d") << QStringLiteral("e");
    QVERIFY(describeCondition(list, name).contains(QStringLiteral("and 2 more")));
    const QString longText = describeCondition({0, Kind::Equals, QString(500, u'x'), {}}, name);
    QVERIFY(longText.size() < 60);
}

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
