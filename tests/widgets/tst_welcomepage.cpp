#include "widgets/samplecard.h"
#include "widgets/welcomepage.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestWelcomePage final : public QObject
{
    Q_OBJECT

private slots:
    void sixSamples();
    void samplesUseOnlyWhatTheEmbeddedWorkspaceAnswers();
    void buttonsAsk();
    void cardsByMouseAndKeyboard();
    void everythingIsReachedByTab();
    void fitsASmallWindow();

private:
    Theme m_theme;
    Icons m_icons{m_theme};
};

void TestWelcomePage::sixSamples()
{
    const QList<SampleQuery> samples = sampleQueries();
    QCOMPARE(samples.size(), 6);
    int classic = 0;
    QSet<QString> titles;
    for (const SampleQuery &sample : samples) {
        QVERIFY(!sample.title.isEmpty());
        QVERIFY(sample.story.endsWith(QLatin1Char('.')));
        QVERIFY(!sample.text.isEmpty());
        QVERIFY(sample.text.count(QLatin1Char('\n')) <= 4); // what a card shows
        titles << sample.title;
        classic += sample.language == QueryLanguage::Classic ? 1 : 0;
    }
    QCOMPARE(titles.size(), 6);
    QCOMPARE(classic, 1);
}

void TestWelcomePage::samplesUseOnlyWhatTheEmbeddedWorkspaceAnswers()
{
    static const QStringList tables{QStringLiteral("Event"), QStringLiteral("SecurityEvent"),
                                    QStringLiteral("AppRequests"), QStringLiteral("Heartbeat"),
                                    QStringLiteral("Usage")};
    static const QStringList operators{QStringLiteral("where"),   QStringLiteral("extend"),
                                       QStringLiteral("project"), QStringLiteral("summarize"),
                                       QStringLiteral("order"),   QStringLiteral("top"),
                                       QStringLiteral("take")};
    static const QRegularExpression pipe(QStringLiteral("\\|\\s*(\\w+)"));
    const QList<SampleQuery> samples = sampleQueries();
    for (const SampleQuery &sample : samples) {
        if (sample.language == QueryLanguage::Classic)
            continue;
        QVERIFY2(tables.contains(sample.text.section(QLatin1Char('\n'), 0, 0)), qPrintable(sample.text));
        auto matches = pipe.globalMatch(sample.text);
        QVERIFY(matches.hasNext());
        while (matches.hasNext()) {
            const QString word = matches.next().captured(1);
            QVERIFY2(operators.contains(word), qPrintable(word));
        }
    }
}

void TestWelcomePage::buttonsAsk()
{
    WelcomePage page(m_icons);
    QSignalSpy embedded(&page, &WelcomePage::embeddedWorkspaceRequested);
    QSignalSpy add(&page, &WelcomePage::addConnectionRequested);
    QSignalSpy open(&page, &WelcomePage::openFileRequested);
    QSignalSpy tour(&page, &WelcomePage::tourRequested);
    page.findChild<QPushButton *>(QStringLiteral("takeTour"))->click();
    page.findChild<QPushButton *>(QStringLiteral("tryEmbedded"))->click();
    page.findChild<QPushButton *>(QStringLiteral("addConnection"))->click();
    page.findChild<QPushButton *>(QStringLiteral("openFile"))->click();
    QCOMPARE(embedded.count(), 1);
    QCOMPARE(add.count(), 1);
    QCOMPARE(open.count(), 1);
    QCOMPARE(tour.count(), 1);
}

void TestWelcomePage::cardsByMouseAndKeyboard()
{
    WelcomePage page(m_icons);
    page.resize(1024, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy spy(&page, &WelcomePage::sampleRequested);
    const QList<SampleCard *> cards = page.findChildren<SampleCard *>();
    QCOMPARE(cards.size(), 6);
    QTest::mouseClick(cards.at(0), Qt::LeftButton);
    cards.at(1)->setFocus();
    QTest::keyClick(cards.at(1), Qt::Key_Return);
    QTest::keyClick(cards.at(2), Qt::Key_Space);
    QCOMPARE(spy.count(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(spy.at(i).at(0).value<SampleQuery>().text, cards.at(i)->sample().text);
        QVERIFY(!cards.at(i)->accessibleDescription().isEmpty());
    }
}

void TestWelcomePage::everythingIsReachedByTab()
{
    WelcomePage page(m_icons);
    page.resize(1024, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.findChild<QPushButton *>(QStringLiteral("tryEmbedded"))->setFocus();
    QSet<QWidget *> reached;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(page.focusWidget());
        reached << page.focusWidget();
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached.size(), 10); // four buttons, six cards
}

void TestWelcomePage::fitsASmallWindow()
{
    m_theme.install();
    WelcomePage page(m_icons);
    page.resize(760, 500); // 1024 with a dock beside it
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY(page.widget()->width() <= page.viewport()->width());
    const QList<SampleCard *> cards = page.findChildren<SampleCard *>();
    for (const SampleCard *card : cards)
        QVERIFY(card->height() >= card->heightForWidth(card->width()));
}

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
