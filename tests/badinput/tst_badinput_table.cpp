#include "support/badinput.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sonde;

namespace {

bool isSentence(const QString &text)
{
    static const QRegularExpression begins(QStringLiteral("^[“\\p{Lu}]"));
    return text.endsWith(u'.') && !text.endsWith(QLatin1String("..")) && begins.match(text).hasMatch();
}

/// What to leave out of words to a person: shouting, begging, blame, and the talk of programmers.
QString badWordIn(const QString &text)
{
    static const QRegularExpression bad(
        QStringLiteral(
            "!|\\bplease\\b|\\boops\\b|\\bsorry\\b|\\binvalid\\b|\\billegal\\b|\\bfatal\\b|"
            "\\bexception\\b|\\bfailed to\\b|\\ban error\\b|\\bsomething went\\b|\\bunknown error\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return bad.match(text).captured();
}

} // namespace

/// The table itself: that it can be read, and that each of its sentences is fit for a person.
class TestBadInputTable : public QObject
{
    Q_OBJECT

private slots:
    void areasHaveADriver();
    void kindsAreKnown();
    void noCaseStandsTwice();
    void inputsAreTold();
    void sentences_data();
    void sentences();
};

void TestBadInputTable::areasHaveADriver()
{
    const auto cases = readBadInput();
    if (!cases)
        QFAIL(qUtf8Printable(cases.error().message));
    QSet<QString> areas;
    for (const BadInputCase &row : *cases)
        areas.insert(row.area);
    QVERIFY(areas.size() > 5);
    for (const QString &area : std::as_const(areas)) {
        QVERIFY2(QFileInfo::exists(QStringLiteral(SONDE_BAD_INPUT_DRIVERS "/tst_badinput_%1.cpp").arg(area)),
                 qUtf8Printable(area));
    }
}

void TestBadInputTable::kindsAreKnown()
{
    const auto cases = readBadInput();
    QVERIFY(cases.has_value());
    QSet<QString> kinds{QStringLiteral("Partial"), QStringLiteral("Warning"), QStringLiteral("None")};
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Usage); ++kind)
        kinds.insert(errorKindName(static_cast<ErrorKind>(kind)));
    for (const BadInputCase &row : *cases)
        QVERIFY2(kinds.contains(row.kind), qUtf8Printable(row.area + u' ' + row.name));
}

void TestBadInputTable::noCaseStandsTwice()
{
    const auto cases = readBadInput();
    QVERIFY(cases.has_value());
    QSet<QString> seen;
    for (const BadInputCase &row : *cases) {
        const QString key = row.area + QStringLiteral(": ") + row.name;
        QVERIFY2(!seen.contains(key), qUtf8Printable(key));
        seen.insert(key);
    }
}

void TestBadInputTable::inputsAreTold()
{
    const auto cases = readBadInput();
    QVERIFY(cases.has_value());
    for (const BadInputCase &row : *cases) {
        const bool told = row.input.isArray() || !row.input.toString().isEmpty();
        QVERIFY2(told, qUtf8Printable(row.area + u' ' + row.name));
    }
}

void TestBadInputTable::sentences_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("advice");
    QTest::addColumn<QString>("keeps");
    const auto cases = readBadInput();
    QVERIFY(cases.has_value());
    for (const BadInputCase &row : *cases) {
        QTest::newRow(qUtf8Printable(row.area + QStringLiteral(": ") + row.name))
            << row.kind << row.message << row.advice << row.keeps;
    }
}

void TestBadInputTable::sentences()
{
    QFETCH(QString, kind);
    QFETCH(QString, message);
    QFETCH(QString, advice);
    QFETCH(QString, keeps);
    if (kind == QLatin1String("None")) {
        // Where nothing is said, something must be kept.
        QVERIFY(message.isEmpty() && advice.isEmpty());
        QVERIFY(!keeps.isEmpty());
        return;
    }
    QVERIFY2(isSentence(message), qUtf8Printable(message));
    // A subject, a verb and what it is about.
    QVERIFY2(message.split(u' ').size() >= 4, qUtf8Printable(message));
    QVERIFY2(badWordIn(message).isEmpty(), qUtf8Printable(badWordIn(message)));
    if (!advice.isEmpty()) {
        QVERIFY2(isSentence(advice), qUtf8Printable(advice));
        QVERIFY2(badWordIn(advice).isEmpty(), qUtf8Printable(badWordIn(advice)));
    }
    // What brings rows says what became of them.
    if (kind == QLatin1String("Partial") || kind == QLatin1String("Warning"))
        QVERIFY(!keeps.isEmpty());
}

QTEST_GUILESS_MAIN(TestBadInputTable)
#include "tst_badinput_table.moc"
