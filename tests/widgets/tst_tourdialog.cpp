#include "widgets/theme.h"
#include "widgets/tourdialog.h"
#include "widgets/tourqueries.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestTourDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tenQueries();
    void walksToEitherEnd();
    void runsWhatIsShown();
    void focusStaysAtTheEnds();
    void everythingFits();

private:
    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const
    {
        return m_dialog->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }

    Theme m_theme;
    std::unique_ptr<TourDialog> m_dialog;
};

void TestTourDialog::init()
{
    m_dialog = std::make_unique<TourDialog>(m_theme);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestTourDialog::cleanup()
{
    m_dialog.reset();
}

void TestTourDialog::tenQueries()
{
    const QList<SampleQuery> queries = tourQueries();
    QCOMPARE(queries.size(), 10);
    QSet<QString> titles;
    for (const SampleQuery &query : queries) {
        titles << query.title;
        // Two sentences.
        QCOMPARE(query.story.count(QLatin1String(". ")) + query.story.count(QLatin1String("? ")), 1);
        QVERIFY(query.story.endsWith(u'.'));
    }
    QCOMPARE(titles.size(), 10);
}

void TestTourDialog::walksToEitherEnd()
{
    QCOMPARE(text("tourCount"), QStringLiteral("1 of 10"));
    QVERIFY(!button("tourBack")->isEnabled());
    for (int place = 1; place < 10; ++place) {
        button("tourNext")->click();
        QCOMPARE(m_dialog->place(), place);
        QCOMPARE(text("tourTitle"), tourQueries().at(place).title);
        QCOMPARE(text("tourStory"), tourQueries().at(place).story);
    }
    QVERIFY(!button("tourNext")->isEnabled());
    button("tourBack")->click();
    QCOMPARE(text("tourCount"), QStringLiteral("9 of 10"));
    m_dialog->goTo(100);
    QCOMPARE(m_dialog->place(), 9);
    m_dialog->goTo(-1);
    QCOMPARE(m_dialog->place(), 0);
}

void TestTourDialog::runsWhatIsShown()
{
    QSignalSpy spy(m_dialog.get(), &TourDialog::runRequested);
    m_dialog->goTo(4);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<SampleQuery>().text, tourQueries().at(4).text);
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestTourDialog::focusStaysAtTheEnds()
{
    m_dialog->goTo(8);
    button("tourNext")->setFocus();
    QTest::keyClick(button("tourNext"), Qt::Key_Space);
    QCOMPARE(m_dialog->focusWidget(), button("tourRun"));
    m_dialog->goTo(1);
    button("tourBack")->setFocus();
    QTest::keyClick(button("tourBack"), Qt::Key_Space);
    QCOMPARE(m_dialog->focusWidget(), button("tourNext"));
}

/// No story is cut off, and no query needs scrolling.
void TestTourDialog::everythingFits()
{
    for (int place = 0; place < 10; ++place) {
        m_dialog->goTo(place);
        QApplication::processEvents();
        const auto *story = m_dialog->findChild<QLabel *>(QStringLiteral("tourStory"));
        QVERIFY(story->height() >= story->heightForWidth(story->width()));
        const auto *query = m_dialog->findChild<QPlainTextEdit *>();
        QVERIFY2(query->blockCount() * query->fontMetrics().lineSpacing() <= query->viewport()->height(),
                 qPrintable(text("tourTitle")));
    }
}

QTEST_MAIN(TestTourDialog)
#include "tst_tourdialog.moc"
