#include "core/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestLanguage final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::system()); }
    void whatThereIs();
    void textsAndPlurals();
    void qtsOwnTexts();
    void datesAndNumbers();
    void backToEnglish();
    void aLanguageThatIsNotThere();

private:
    static QString rows(int count)
    {
        return QCoreApplication::translate("RunStatus", "%L1 rows", nullptr, count).arg(count);
    }
    static QString ready() { return QCoreApplication::translate("sonde::StatusLine", "Ready"); }
};

void TestLanguage::whatThereIs()
{
    QCOMPARE(Language::available(), QStringList({QStringLiteral("en"), QStringLiteral("nl")}));
}

void TestLanguage::textsAndPlurals()
{
    Language language;
    const QSignalSpy changed(&language, &Language::changed);
    language.use(QStringLiteral("nl"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(language.code(), QStringLiteral("nl"));
    QCOMPARE(ready(), QStringLiteral("Gereed"));
    QCOMPARE(rows(1), QStringLiteral("1 rij"));
    QCOMPARE(rows(0), QStringLiteral("0 rijen"));
    QCOMPARE(rows(1204), QStringLiteral("1.204 rijen"));
}

void TestLanguage::qtsOwnTexts()
{
    Language language;
    language.use(QStringLiteral("nl"));
    QString cancel = QCoreApplication::translate("QPlatformTheme", "Cancel");
    if (cancel == QLatin1String("Cancel"))
        QSKIP("Qt's own translations are not installed (Debian: qt6-translations-l10n).");
    QCOMPARE(cancel.remove(u'&'), QStringLiteral("Annuleren"));
}

void TestLanguage::datesAndNumbers()
{
    Language language;
    language.use(QStringLiteral("nl"));
    QCOMPARE(QLocale().toString(1234.5), QStringLiteral("1.234,5"));
    QCOMPARE(QLocale().toString(QDate(2026, 3, 1), QStringLiteral("d MMM yyyy")).left(3),
             QStringLiteral("1 m"));
    QCOMPARE(QString::number(1234.5), QStringLiteral("1234.5")); // what programs read
}

void TestLanguage::backToEnglish()
{
    Language language;
    language.use(QStringLiteral("nl"));
    language.use(QStringLiteral("en"));
    QCOMPARE(language.code(), QStringLiteral("en"));
    QCOMPARE(ready(), QStringLiteral("Ready"));
    QCOMPARE(rows(1), QStringLiteral("1 row"));
    QCOMPARE(rows(1204), QStringLiteral("1,204 rows"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
}

void TestLanguage::aLanguageThatIsNotThere()
{
    Language language;
    language.use(QStringLiteral("xx"));
    QCOMPARE(language.code(), QStringLiteral("en"));
    QCOMPARE(rows(1), QStringLiteral("1 row"));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
