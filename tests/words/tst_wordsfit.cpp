#include "core/language.h"
#include "support/clippedtexts.h"
#include "support/scenes.h"

#include <QApplication>
#include <QTest>

using namespace sonde;

/// Every window in every language, on a small screen and with large fonts: nothing is cut off, and no letter
/// calls two things.
class TestWordsFit final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void lettersAreUnique_data();
    void lettersAreUnique();
    void cleanup() { QApplication::setFont(m_font); }

private:
    QFont m_font;
};

void TestWordsFit::initTestCase()
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Sonde"));
    m_font = QApplication::font();
}

void TestWordsFit::nothingIsCutOff_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("screen");
    for (const QString &language : Language::available()) {
        for (int index = 0; index < scenes().size(); ++index) {
            const char *name = scenes().at(index).name;
            QTest::addRow("%s %s 100 %%", name, qPrintable(language))
                << index << language << 100 << QSize(1024, 700);
            QTest::addRow("%s %s 200 %%", name, qPrintable(language))
                << index << language << 200 << QSize(1600, 1000);
        }
    }
}

void TestWordsFit::nothingIsCutOff()
{
    QFETCH(int, scene);
    QFETCH(QString, language);
    QFETCH(int, percent);
    QFETCH(QSize, screen);
    Language spoken;
    spoken.use(language);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    WindowFixture fixture;
    fixture.openWindow().resize(screen);
    QWidget *shown = scenes().at(scene).open(fixture);
    WindowFixture::settle(*shown);
    QStringList faults = clippedTexts(*shown);
    if (shown->width() > screen.width() || shown->height() > screen.height())
        faults << QStringLiteral("The window is %1x%2").arg(shown->width()).arg(shown->height());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestWordsFit::lettersAreUnique_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<QString>("language");
    for (const QString &language : Language::available()) {
        for (int index = 0; index < scenes().size(); ++index)
            QTest::addRow("%s %s", scenes().at(index).name, qPrintable(language)) << index << language;
    }
}

void TestWordsFit::lettersAreUnique()
{
    QFETCH(int, scene);
    QFETCH(QString, language);
    Language spoken;
    spoken.use(language);
    WindowFixture fixture;
    fixture.openWindow();
    const QStringList faults = mnemonicFaults(*scenes().at(scene).open(fixture));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestWordsFit)
#include "tst_wordsfit.moc"
