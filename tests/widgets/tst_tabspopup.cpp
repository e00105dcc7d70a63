#include "widgets/tabspopup.h"

#include "support/fakewindowservices.h"
#include "widgets/emptystate.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/windowlist.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// The list of the tabs of two windows, with no program around them.
class TestTabsPopup final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void listsTheTabsOfAllWindows();
    void findsByPartsOfTitleQueryAndConnection_data();
    void findsByPartsOfTitleQueryAndConnection();
    void titlesComeBeforeTexts();
    void enterGoesToATabOfAnotherWindow();
    void theArrowsChooseWhileTheFieldHasTheKeyboard();
    void deleteClosesATab();
    void deleteIsTheTextsWhereThereIsOne();
    void aPinnedTabIsNotClosed();
    void aQuestionIsAskedWhereTheTabIs();
    void followsTheRuns();
    void saysWhyItIsEmpty();
    void aLongQueryIsNoLongLine();

private:
    struct Window
    {
        explicit Window(FakeWindowServices &fakes)
            : tabs(new QueryTabs(fakes.services(), &window))
        {
            window.setCentralWidget(tabs);
            window.resize(700, 500);
            window.show();
        }
        QMainWindow window;
        QueryTabs *tabs;
    };

    QueryPage *open(Window &in, const QString &text, const QString &title = {});
    void openPopup();
    QLineEdit &field() const { return *m_popup->findChild<QLineEdit *>(); }
    QListWidget &list() const { return *m_popup->findChild<QListWidget *>(); }
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    QStringList titles() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<WindowList> m_windows;
    std::unique_ptr<Window> m_first;
    std::unique_ptr<Window> m_second;
    QPointer<TabsPopup> m_popup;
};

void TestTabsPopup::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
    m_windows = std::make_unique<WindowList>();
    m_first = std::make_unique<Window>(*m_fakes);
    m_second = std::make_unique<Window>(*m_fakes);
    m_windows->add(m_first->window, *m_first->tabs);
    m_windows->add(m_second->window, *m_second->tabs);
}

void TestTabsPopup::cleanup()
{
    delete m_popup;
    m_first.reset();
    m_second.reset();
    m_fakes.reset();
}

QueryPage *TestTabsPopup::open(Window &in, const QString &text, const QString &title)
{
    Query query;
    query.text = text;
    return in.tabs->open(query, embeddedConnectionId, title);
}

void TestTabsPopup::openPopup()
{
    m_popup = new TabsPopup(m_fakes->services(), *m_windows, *m_first->tabs);
    m_popup->openOver();
    QVERIFY(QTest::qWaitForWindowExposed(m_popup));
}

QStringList TestTabsPopup::titles() const
{
    QStringList all;
    for (int row = 0; row < list().count(); ++row)
        all.append(list().item(row)->text());
    return all;
}

void TestTabsPopup::listsTheTabsOfAllWindows()
{
    open(*m_second, QStringLiteral("Perf"), QStringLiteral("There"));
    open(*m_first, QStringLiteral("// Who\n\nEvent\n| take 5"), QStringLiteral("One"));
    QueryPage *second = open(*m_first, QStringLiteral("Event"), QStringLiteral("Two"));
    open(*m_first, QStringLiteral("// only this"), QStringLiteral("Three"));
    m_first->tabs->setPinned(second, true);
    openPopup();
    QCOMPARE(titles().join(u' '), QStringLiteral("Two One Three There"));
    // The one in front is where it begins.
    QCOMPARE(list().currentItem()->text(), QStringLiteral("Three"));
    const QList<TabEntry> entries = listTabs(*m_windows, *m_first->tabs, m_fakes->connections);
    QVERIFY(entries.at(0).isPinned && !entries.at(1).isPinned);
    QCOMPARE(entries.at(1).line, QStringLiteral("Event | take 5"));
    QCOMPARE(entries.at(2).line, QStringLiteral("// only this"));
    QCOMPARE(entries.at(1).connection, embeddedConnection().name);
    QVERIFY(!entries.at(2).isElsewhere && entries.at(3).isElsewhere);
    QVERIFY(
        list().item(0)->data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Two, pinned, ")));
}

void TestTabsPopup::findsByPartsOfTitleQueryAndConnection_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("part") << QStringLiteral("logons") << QStringLiteral("Failed logons");
    QTest::newRow("capitals") << QStringLiteral("FaLo") << QStringLiteral("Failed logons");
    QTest::newRow("query") << QStringLiteral("4625") << QStringLiteral("Failed logons");
    QTest::newRow("two words, of title and query")
        << QStringLiteral("perf disks") << QStringLiteral("Full disks");
    QTest::newRow("connection") << embeddedConnection().name << QStringLiteral("Failed logons|Full disks");
    QTest::newRow("spaces alone") << QStringLiteral("  ") << QStringLiteral("Failed logons|Full disks");
    QTest::newRow("one word of two") << QStringLiteral("logons nowhere") << QString();
}

void TestTabsPopup::findsByPartsOfTitleQueryAndConnection()
{
    QFETCH(QString, typed);
    QFETCH(QString, found);
    open(*m_first, QStringLiteral("SecurityEvent\n| where EventID == 4625"), QStringLiteral("Failed logons"));
    open(*m_second, QStringLiteral("Perf"), QStringLiteral("Full disks"));
    openPopup();
    QTest::keyClicks(&field(), typed);
    QCOMPARE(titles().join(u'|'), found);
    QCOMPARE(list().currentRow(), found.isEmpty() ? -1 : 0);
}

void TestTabsPopup::titlesComeBeforeTexts()
{
    open(*m_first, QStringLiteral("Perf"), QStringLiteral("Disks"));
    open(*m_first, QStringLiteral("Event"), QStringLiteral("The perf of it"));
    open(*m_first, QStringLiteral("Event"), QStringLiteral("Perf"));
    openPopup();
    QTest::keyClicks(&field(), QStringLiteral("perf"));
    QCOMPARE(titles().join(u'|'), QStringLiteral("Perf|The perf of it|Disks"));
}

void TestTabsPopup::enterGoesToATabOfAnotherWindow()
{
    open(*m_first, QStringLiteral("Event"), QStringLiteral("Here"));
    QueryPage *wanted = open(*m_second, QStringLiteral("Perf"), QStringLiteral("There"));
    open(*m_second, QStringLiteral("Perf"), QStringLiteral("Behind"));
    openPopup();
    QTest::keyClicks(&field(), QStringLiteral("ther"));
    press(Qt::Key_Return);
    QTRY_VERIFY(m_popup.isNull());
    QCOMPARE(m_second->tabs->current(), wanted);
    QCOMPARE(m_first->tabs->pages().size(), 1);
}

void TestTabsPopup::theArrowsChooseWhileTheFieldHasTheKeyboard()
{
    QueryPage *first = open(*m_first, QStringLiteral("a"), QStringLiteral("One"));
    open(*m_first, QStringLiteral("b"), QStringLiteral("Two"));
    openPopup();
    QCOMPARE(list().currentRow(), 1);
    press(Qt::Key_Down);
    QCOMPARE(list().currentRow(), 1);
    press(Qt::Key_Up);
    QCOMPARE(list().currentRow(), 0);
    press(Qt::Key_PageDown);
    QCOMPARE(list().currentRow(), 1);
    press(Qt::Key_PageUp);
    press(Qt::Key_Enter);
    QTRY_VERIFY(m_popup.isNull());
    QCOMPARE(m_first->tabs->current(), first);
    // Escape goes nowhere.
    openPopup();
    press(Qt::Key_Down);
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_popup.isNull());
    QCOMPARE(m_first->tabs->current(), first);
}

void TestTabsPopup::deleteClosesATab()
{
    open(*m_first, QStringLiteral("a"), QStringLiteral("One"));
    open(*m_first, QStringLiteral("b"), QStringLiteral("Two"));
    open(*m_second, QStringLiteral("c"), QStringLiteral("Three"));
    openPopup();
    press(Qt::Key_Up);
    press(Qt::Key_Delete);
    QCOMPARE(titles().join(u' '), QStringLiteral("Two Three"));
    QCOMPARE(list().currentItem()->text(), QStringLiteral("Two"));
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QCOMPARE(titles().join(u' '), QStringLiteral("Two"));
    QVERIFY(m_second->tabs->pages().isEmpty());
    QVERIFY(m_first->tabs->canReopen());
    press(Qt::Key_Delete);
    QVERIFY(titles().isEmpty());
    QVERIFY(m_popup->findChild<EmptyState *>()->isVisible());
}

void TestTabsPopup::deleteIsTheTextsWhereThereIsOne()
{
    open(*m_first, QStringLiteral("a"), QStringLiteral("One"));
    openPopup();
    QTest::keyClicks(&field(), QStringLiteral("xone"));
    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    QCOMPARE(field().text(), QStringLiteral("one"));
    QCOMPARE(titles().join(u' '), QStringLiteral("One"));
    press(Qt::Key_End);
    press(Qt::Key_Delete);
    QVERIFY(m_first->tabs->pages().isEmpty());
}

void TestTabsPopup::aPinnedTabIsNotClosed()
{
    QueryPage *page = open(*m_first, QStringLiteral("a"), QStringLiteral("One"));
    m_first->tabs->setPinned(page, true);
    openPopup();
    press(Qt::Key_Delete);
    QCOMPARE(m_first->tabs->pages().size(), 1);
    const QList<QLabel *> labels = m_popup->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("is pinned"));
    }));
}

void TestTabsPopup::aQuestionIsAskedWhereTheTabIs()
{
    QFile file(m_dir->filePath(QStringLiteral("a.kql")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    open(*m_first, QStringLiteral("Event"));
    QueryPage *page = m_second->tabs->openFile(file.fileName(), {}, TimeRange()).value_or(nullptr);
    QTest::keyClicks(&page->editor(), QStringLiteral("x"));
    openPopup();
    QCOMPARE(titles().last(), QStringLiteral("a.kql *"));
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QTRY_VERIFY(m_popup.isNull());
    QVERIFY(m_second->tabs->findChild<QMessageBox *>() != nullptr);
    QCOMPARE(m_second->tabs->pages().size(), 1);
}

void TestTabsPopup::followsTheRuns()
{
    open(*m_first, QStringLiteral("a"), QStringLiteral("One"));
    QueryPage *page = open(*m_second, QStringLiteral("b"), QStringLiteral("Two"));
    openPopup();
    const auto stateOf = [this](int row) {
        return list().item(row)->data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(!stateOf(1).contains(QStringLiteral("Running")));
    press(Qt::Key_Down);
    page->run(embeddedConnection());
    QTRY_VERIFY(stateOf(1).contains(QStringLiteral("Running")));
    m_fakes->runner.last().job->finish(ResultInfo());
    QTRY_VERIFY(stateOf(1).contains(QStringLiteral("0 rows")));
    page->run(embeddedConnection());
    Error error;
    error.kind = ErrorKind::Timeout;
    m_fakes->runner.last().job->finish(tl::unexpected<Error>(error));
    QTRY_VERIFY(stateOf(1).contains(QStringLiteral("Failed")));
    // What is chosen stays so.
    QCOMPARE(list().currentRow(), 1);
    // One that comes is listed, and one that goes is not.
    open(*m_second, QStringLiteral("c"), QStringLiteral("Three"));
    QTRY_COMPARE(titles().join(u' '), QStringLiteral("One Two Three"));
    m_second->tabs->close(page);
    QTRY_COMPARE(titles().join(u' '), QStringLiteral("One Three"));
}

void TestTabsPopup::saysWhyItIsEmpty()
{
    openPopup();
    const auto *empty = m_popup->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->sentence(), QStringLiteral("No tab is open."));
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QTest::keyClicks(&field(), QStringLiteral("<b>x"));
    QVERIFY(empty->sentence().contains(QStringLiteral("“<b>x”")));
    emit m_popup->findChild<EmptyState *>()->actionTriggered();
    QVERIFY(field().text().isEmpty() && field().hasFocus());
}

void TestTabsPopup::aLongQueryIsNoLongLine()
{
    open(*m_first, QString(300'000, u'\u20AC'), QStringLiteral("One"));
    openPopup();
    const QList<TabEntry> entries = listTabs(*m_windows, *m_first->tabs, m_fakes->connections);
    QCOMPARE(entries.first().line, QString(200, u'\u20AC'));
}

QTEST_MAIN(TestTabsPopup)
#include "tst_tabspopup.moc"
