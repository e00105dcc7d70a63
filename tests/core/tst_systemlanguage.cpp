#include "core/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace sonde;

// A system that is told a language and no more: LANGUAGE=nl where the locale is C, as in many containers and
// on servers.
class TestSystemLanguage final : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        for (const char *name : {"LANG", "LC_NUMERIC", "LC_TIME", "LC_MESSAGES"})
            qunsetenv(name);
        qputenv("LC_ALL", "C.UTF-8");
        qputenv("LANGUAGE", "nl");
    }

private slots:
    void cleanup() { QLocale::setDefault(QLocale::system()); }
    void numbersAndDatesAreOfTheTextsLanguage();
    void aChosenLanguageComesFirst();
};

void TestSystemLanguage::numbersAndDatesAreOfTheTextsLanguage()
{
    Language language;
    language.use({});
    QCOMPARE(language.code(), QStringLiteral("nl"));
    QCOMPARE(QCoreApplication::translate("sonde::StatusLine", "Ready"), QStringLiteral("Gereed"));
    QCOMPARE(QLocale().toString(8.3), QStringLiteral("8,3"));
    QCOMPARE(QLocale().toString(QDate(2026, 5, 21), QStringLiteral("d MMMM")), QStringLiteral("21 mei"));
}

void TestSystemLanguage::aChosenLanguageComesFirst()
{
    Language language;
    language.use(QStringLiteral("en"));
    QCOMPARE(language.code(), QStringLiteral("en"));
    QCOMPARE(QLocale().toString(8.3), QStringLiteral("8.3"));
    QCOMPARE(QLocale().toString(QDate(2026, 5, 21), QStringLiteral("d MMMM")), QStringLiteral("21 May"));
}

QTEST_GUILESS_MAIN(TestSystemLanguage)
#include "tst_systemlanguage.moc"
