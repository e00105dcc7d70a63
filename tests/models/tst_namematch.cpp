#include "models/namematch.h"

#include <QTest>

using namespace sonde;

/// Names that are found by what was typed.
class TestNameMatch : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void longNamesEnd();
};

void TestNameMatch::matches_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<NameMatch>("expected");
    const auto row = [](const char *name, const char *typed, NameMatch match) {
        QTest::addRow("%s in %s", typed, name)
            << QString::fromUtf8(name) << QString::fromUtf8(typed) << match;
    };
    row("TimeGenerated", "timegenerated", NameMatch::Exact);
    row("TimeGenerated", "Time", NameMatch::Prefix);
    row("TimeGenerated", "", NameMatch::Prefix);
    row("TimeGenerated", "generated", NameMatch::Inside);
    row("TimeGenerated", "TiGe", NameMatch::Parts);
    row("TimeGenerated", "tige", NameMatch::Parts);
    row("TimeGenerated", "TG", NameMatch::Parts);
    row("TimeGenerated", "TimeG", NameMatch::Prefix);
    row("TimeGenerated", "TiNe", NameMatch::None); // "ne" begins no word
    row("TimeGenerated", "timrated", NameMatch::None);
    row("TimeGenerated", "GT", NameMatch::None);
    row("TimeGenerated", "TimeGeneratedLater", NameMatch::None);
    row("SecurityEvent", "SE", NameMatch::Prefix);
    row("SecurityEvent", "SEv", NameMatch::Parts);
    row("SecurityEvent", "secev", NameMatch::Parts);
    row("IPAddress", "IA", NameMatch::Parts);
    row("ClientIPAddress", "cipa", NameMatch::Parts);
    row("AADSignInEventsBeta", "SIEv", NameMatch::Parts);
    row("_ResourceId", "ri", NameMatch::Parts);
    row("my_custom_table_CL", "mct", NameMatch::Parts);
    row("my-custom table", "mct", NameMatch::Parts);
    row("Authorization_d", "ad", NameMatch::Parts);
    row("SHA256Hash", "sh2h", NameMatch::Parts);
    row("SHA256Hash", "sh5", NameMatch::None);
    row("Überblick_CL", "üc", NameMatch::Parts);
    // The first way to spell it does not lead on, another does.
    row("StateStatusStamp", "staStam", NameMatch::Parts);
}

void TestNameMatch::matches()
{
    QFETCH(const QString, name);
    QFETCH(const QString, typed);
    QTEST(matchName(name, typed), "expected");
}

/// Every letter begins a word, and no way to spell it leads to the end.
void TestNameMatch::longNamesEnd()
{
    const QString name = QStringLiteral("aA").repeated(5'000);
    const QString typed = QStringLiteral("A").repeated(300) + u'b';
    QCOMPARE(matchName(name, typed), NameMatch::None);
}

QTEST_GUILESS_MAIN(TestNameMatch)
#include "tst_namematch.moc"
