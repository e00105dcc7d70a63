#include "widgets/querytabs.h"

#include "stores/draftstore.h"
#include "support/fakewindowservices.h"
#include "widgets/closedtabs.h"
#include "widgets/draftkeeper.h"
#include "widgets/messagebar.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabbar.h"
#include "widgets/recentfiles.h"
#include "widgets/resultspane.h"
#include "widgets/tabpin.h"

#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace std::chrono_literals;

class TestQueryTabs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<QueryTabs> m_tabs;

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Query queryOf(const QString &text)
    {
        Query query;
        query.text = text;
        return query;
    }
    QueryPage *open(const QString &text, const QString &title = {})
    {
        return m_tabs->open(queryOf(text), QStringLiteral("c"), title);
    }
    QueryPage *openFile(const QString &path)
    {
        return m_tabs->openFile(path, QStringLiteral("c"), TimeRange()).value_or(nullptr);
    }
    QTabBar *bar() const { return m_tabs->findChild<QueryTabBar *>(); }
    QString tabText(int index) const { return bar()->tabText(index); }
    QPushButton *boxButton(const QString &text) const
    {
        for (QPushButton *button : m_tabs->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }
    QStringList textsOf() const
    {
        QStringList texts;
        for (const QueryPage *page : m_tabs->pages())
            texts.append(page->query().text);
        return texts;
    }
    QWidget *buttonOf(int index) const { return bar()->tabButton(index, QTabBar::RightSide); }
    QAction *menuEntry(int index, const QString &text)
    {
        const QPoint place = bar()->tabRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, bar()->mapToGlobal(place));
        QCoreApplication::sendEvent(bar(), &event);
        for (QAction *action : m_tabs->findChild<QMenu *>()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    /// In small steps, as a hand does.
    void drag(int index, const QPoint &to)
    {
        const QPoint from = bar()->tabRect(index).center();
        QTest::mousePress(bar(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 20; ++step)
            QTest::mouseMove(bar(), from + (to - from) * step / 20);
        QTest::mouseRelease(bar(), Qt::LeftButton, {}, to);
    }
    static MessageBar &messages(QueryPage *page) { return page->pane().messages(); }
    static QPushButton *choice(QueryPage *page, const char *name)
    {
        return messages(page).findChild<QPushButton *>(QString::fromLatin1(name));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
        m_tabs = std::make_unique<QueryTabs>(m_fakes->services());
        m_tabs->resize(900, 600);
        m_tabs->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tabs.get()));
    }
    void cleanup()
    {
        m_tabs.reset();
        m_fakes.reset();
    }

    void numbersAreTheLowestThatAreFree()
    {
        open(QStringLiteral("a"));
        QueryPage *second = open(QStringLiteral("b"));
        QCOMPARE(tabText(1), QStringLiteral("Query 2"));
        m_tabs->setCurrent(second);
        m_tabs->closeCurrent();
        open(QStringLiteral("c"));
        QCOMPARE(tabText(1), QStringLiteral("Query 2"));
    }

    void aTitleGoesWhenTheQueryBecomesAnother()
    {
        QueryPage *page =
            open(QStringLiteral("Event\n| where EventID == 7\n| take 5"), QStringLiteral("Failing disks"));
        QCOMPARE(tabText(0), QStringLiteral("Failing disks"));
        page->editor().replaceQueryText(QStringLiteral("// mine\nEvent\n| where EventID == 9\n| take 5"));
        QTRY_VERIFY(!page->hasPendingChange());
        QCOMPARE(tabText(0), QStringLiteral("Failing disks"));
        page->editor().replaceQueryText(QStringLiteral("Heartbeat"));
        QTRY_COMPARE(tabText(0), QStringLiteral("Query 1"));
        page->editor().undo();
        QTRY_COMPARE(tabText(0), QStringLiteral("Failing disks"));
        page->editor().replaceQueryText(QStringLiteral("Event | summarize count()"));
        QTRY_COMPARE(tabText(0), QStringLiteral("Query 1"));
    }

    void aSavedQueryIsCalledAsItsFile()
    {
        QueryPage *page = open(QStringLiteral("Event"), QStringLiteral("Failing disks"));
        QVERIFY(page->document().saveTo(path("mine.kql")));
        QCOMPARE(tabText(0), QStringLiteral("mine.kql"));
        QCOMPARE(bar()->tabToolTip(0), path("mine.kql"));
        QTest::keyClicks(&page->editor(), QStringLiteral("x"));
        QCOMPARE(tabText(0), QStringLiteral("mine.kql *"));
        QVERIFY(page->document().saveTo(path("other.kql")));
        QCOMPARE(tabText(0), QStringLiteral("other.kql"));
        QCOMPARE(content(path("mine.kql")), QByteArray("Event"));
        QCOMPARE(content(path("other.kql")), QByteArray("xEvent"));
    }

    void renamesInPlace()
    {
        QueryPage *page = open(QStringLiteral("Event"));
        bar()->setFocus();
        QTest::keyClick(bar(), Qt::Key_F2);
        auto *edit = bar()->findChild<QLineEdit *>();
        QVERIFY(edit->isVisible());
        QCOMPARE(edit->text(), QStringLiteral("Query 1"));
        QTest::keyClicks(edit, QStringLiteral("A & B"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible());
        QCOMPARE(m_tabs->focusWidget(), static_cast<QWidget *>(&page->editor()));
        QCOMPARE(tabText(0), QStringLiteral("A && B"));
        // It is the user's and stays.
        page->editor().replaceQueryText(QStringLiteral("Heartbeat"));
        QTRY_VERIFY(!page->hasPendingChange());
        QCOMPARE(m_tabs->titleOf(page), QStringLiteral("A & B"));
        QTest::mouseDClick(bar(), Qt::LeftButton, {}, bar()->tabRect(0).center());
        QVERIFY(edit->isVisible());
        QTest::keyClicks(edit, QStringLiteral("nothing"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QCOMPARE(m_tabs->focusWidget(), static_cast<QWidget *>(&page->editor()));
        QCOMPARE(m_tabs->titleOf(page), QStringLiteral("A & B"));
    }

    void closesAndReopens()
    {
        QueryPage *page = open(QStringLiteral("Event"));
        page->setRange(TimeRange::last(3h));
        QTest::keyClick(&page->editor(), Qt::Key_End, Qt::ControlModifier);
        open(QStringLiteral("Perf"));
        QTest::mouseClick(bar(), Qt::MiddleButton, {}, bar()->tabRect(0).center());
        QCOMPARE(m_tabs->pages().size(), 1);
        QVERIFY(m_tabs->findChild<QMessageBox *>() == nullptr);
        m_tabs->reopen();
        QCOMPARE(m_tabs->current()->query().text, QStringLiteral("Event"));
        QCOMPARE(m_tabs->current()->range(), TimeRange::last(3h));
        QCOMPARE(m_tabs->titleOf(m_tabs->current()), QStringLiteral("Query 1"));
        int line = 0;
        int column = 0;
        m_tabs->current()->editor().getCursorPosition(&line, &column);
        QCOMPARE(column, 5);
        // Nothing typed, nothing to reopen.
        open(QString());
        m_tabs->closeCurrent();
        QVERIFY(!m_tabs->canReopen());
    }

    void asksOnlyWhereAFileStaysBehind()
    {
        put(path("a.kql"), "Event");
        QueryPage *page = openFile(path("a.kql"));
        m_tabs->closeCurrent();
        QCOMPARE(m_tabs->pages().size(), 0);
        m_tabs->reopen();
        page = m_tabs->current();
        QVERIFY(!page->isModified());
        QTest::keyClicks(&page->editor(), QStringLiteral("x"));

        m_tabs->closeCurrent();
        auto *box = m_tabs->findChild<QMessageBox *>();
        QVERIFY(box != nullptr && box->text().contains(QStringLiteral("a.kql")));
        QTest::mouseClick(boxButton(QStringLiteral("Cancel")), Qt::LeftButton);
        QCOMPARE(m_tabs->pages().size(), 1);
        QTRY_VERIFY(m_tabs->findChild<QMessageBox *>() == nullptr);

        m_tabs->closeCurrent();
        QTest::mouseClick(boxButton(QStringLiteral("Save")), Qt::LeftButton);
        QCOMPARE(m_tabs->pages().size(), 0);
        QCOMPARE(content(path("a.kql")), QByteArray("xEvent"));

        m_tabs->reopen();
        QTest::keyClicks(&m_tabs->current()->editor(), QStringLiteral("y"));
        QTRY_VERIFY(m_tabs->findChild<QMessageBox *>() == nullptr);
        m_tabs->closeCurrent();
        QTest::mouseClick(boxButton(QStringLiteral("Don’t save")), Qt::LeftButton);
        QCOMPARE(content(path("a.kql")), QByteArray("xEvent"));
        // Even that comes back, and knows that it is not what the file has.
        m_tabs->reopen();
        QCOMPARE(m_tabs->current()->query().text, QStringLiteral("xyEvent"));
        QVERIFY(m_tabs->current()->isModified());
        QCOMPARE(tabText(0), QStringLiteral("a.kql *"));
    }

    void closesOthersOneQuestionAtATime()
    {
        put(path("a.kql"), "A");
        put(path("b.kql"), "B");
        open(QStringLiteral("Event"));
        QTest::keyClicks(&openFile(path("a.kql"))->editor(), QStringLiteral("x"));
        QTest::keyClicks(&openFile(path("b.kql"))->editor(), QStringLiteral("x"));
        QueryPage *kept = open(QStringLiteral("Perf"));
        m_tabs->closeOthers(kept);
        QCOMPARE(m_tabs->pages().size(), 3);
        QTest::mouseClick(boxButton(QStringLiteral("Save")), Qt::LeftButton);
        QCOMPARE(m_tabs->pages().size(), 2);
        QTest::mouseClick(boxButton(QStringLiteral("Save")), Qt::LeftButton);
        QCOMPARE(m_tabs->pages(), QList<QueryPage *>{kept});
        QCOMPARE(content(path("b.kql")), QByteArray("xB"));
    }

    void duplicatesWithoutTheFile()
    {
        put(path("a.kql"), "Event");
        openFile(path("a.kql"));
        open(QStringLiteral("Perf"));
        m_tabs->move(1);
        m_tabs->duplicateCurrent();
        QCOMPARE(tabText(1), QStringLiteral("a.kql (copy)"));
        QCOMPARE(m_tabs->current()->query().text, QStringLiteral("Event"));
        QVERIFY(m_tabs->current()->filePath().isEmpty());
        QVERIFY(m_tabs->current()->document().id() != m_tabs->pages().first()->document().id());
    }

    void aFileIsOpenOnce()
    {
        put(path("a.kql"), "Event");
        QVERIFY(QFile::link(path("a.kql"), path("link.kql")));
        QueryPage *page = openFile(path("a.kql"));
        open(QStringLiteral("Perf"));
        QCOMPARE(openFile(m_dir->path() + QStringLiteral("/./a.kql")), page);
        QCOMPARE(openFile(path("link.kql")), page);
        QCOMPARE(m_tabs->current(), page);
        QCOMPARE(m_tabs->pages().size(), 2);
        put(path("bad.kql"), "caf\xE9");
        QVERIFY(openFile(path("bad.kql")) == nullptr);
        QCOMPARE(m_tabs->pages().size(), 2);
    }

    void noticesAChangeFromOutside()
    {
        put(path("a.kql"), "Event");
        QueryPage *page = openFile(path("a.kql"));
        put(path("a.kql"), "Event | take 1");
        QEvent activation(QEvent::WindowActivate);
        QCoreApplication::sendEvent(m_tabs.get(), &activation);
        QVERIFY(messages(page).isVisible());
        QVERIFY(messages(page).message().contains(QStringLiteral("a.kql")));
        QTest::mouseClick(choice(page, "firstRemedy"), Qt::LeftButton);
        QCOMPARE(page->query().text, QStringLiteral("Event | take 1"));
        QVERIFY(!page->isModified());
        QVERIFY(!messages(page).isVisible());
        // Nothing typed is lost by that.
        page->editor().undo();
        QCOMPARE(page->query().text, QStringLiteral("Event"));

        put(path("a.kql"), "Event | take 22");
        // A save does not run over it either.
        QVERIFY(!page->document().saveTo(path("a.kql")));
        QCOMPARE(content(path("a.kql")), QByteArray("Event | take 22"));
        QTest::mouseClick(choice(page, "secondRemedy"), Qt::LeftButton);
        QVERIFY(page->isModified());
        QVERIFY(page->document().saveTo(path("a.kql")));
        QCOMPARE(content(path("a.kql")), QByteArray("Event"));
        QVERIFY(!page->isModified());

        QFile::remove(path("a.kql"));
        QCoreApplication::sendEvent(m_tabs.get(), &activation);
        QVERIFY(messages(page).message().contains(QStringLiteral("no longer there")));
        QVERIFY(page->isModified());
        QVERIFY(page->document().saveTo(path("a.kql")));
        QCOMPARE(content(path("a.kql")), QByteArray("Event"));
    }

    void aTouchedFileIsNoNews()
    {
        put(path("a.kql"), "Event");
        QueryPage *page = openFile(path("a.kql"));
        QFile file(path("a.kql"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-5000), QFile::FileModificationTime));
        file.close();
        page->document().checkFile();
        QVERIFY(!messages(page).isVisible());
        QVERIFY(page->document().saveTo(path("a.kql")));
        // Nor is it for a save that is the first to see it.
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-9000), QFile::FileModificationTime));
        file.close();
        QSignalSpy saved(&page->document(), &QueryDocument::saved);
        QVERIFY(page->document().saveTo(path("a.kql")));
        QCOMPARE(saved.count(), 1);
        QVERIFY(!messages(page).isVisible());
    }

    void aWindowThatIsKeptAsksNothing()
    {
        QTest::keyClicks(&open(QString())->editor(), QStringLiteral("Event"));
        QVERIFY(m_tabs->hasUnsavedText());
        m_tabs->setKept(true);
        QVERIFY(!m_tabs->hasUnsavedText());
    }

    void closedTabsKeepAWholeWindow()
    {
        ClosedTabs closed;
        QSignalSpy dropped(&closed, &ClosedTabs::dropped);
        QList<Draft> drafts;
        for (int i = 0; i < 30; ++i) {
            Draft draft;
            draft.id = QString::number(i);
            draft.query.text = i == 3 ? QString() : QStringLiteral("Event");
            drafts.append(draft);
        }
        closed.add(drafts);
        QCOMPARE(closed.drafts().size(), 29);
        QCOMPARE(dropped.takeFirst().first().toStringList(), QStringList(QStringLiteral("3")));
        closed.add({drafts.first()});
        QCOMPARE(closed.drafts().size(), 20);
        QCOMPARE(dropped.takeFirst().first().toStringList().size(), 10);
        QCOMPARE(closed.takeLast()->id, QStringLiteral("0"));
    }

    void remembersRecentFiles()
    {
        RecentFiles recent(m_fakes->settings);
        QMenu menu;
        recent.fill(&menu);
        QVERIFY(!menu.isEnabled());
        for (int i = 0; i < 12; ++i)
            recent.add(QStringLiteral("/queries/%1/a&b.kql").arg(i));
        recent.add(QStringLiteral("/queries/5/a&b.kql"));
        QCOMPARE(recent.paths().size(), 10);
        QCOMPARE(recent.paths().first(), QStringLiteral("/queries/5/a&b.kql"));
        QVERIFY(menu.isEnabled());
        emit menu.aboutToShow();
        QCOMPARE(menu.actions().first()->text(), QStringLiteral("&1  a&&b.kql (/queries/5)"));
        QSignalSpy chosen(&recent, &RecentFiles::fileChosen);
        menu.actions().first()->trigger();
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("/queries/5/a&b.kql"));
        RecentFiles other(m_fakes->settings);
        QCOMPARE(other.paths(), recent.paths());
        recent.clear();
        QVERIFY(other.paths().isEmpty());
    }

    void pinnedTabsStandFirst()
    {
        open(QStringLiteral("a"), QStringLiteral("A rather long title of a tab"));
        QueryPage *second = open(QStringLiteral("b"));
        QueryPage *third = open(QStringLiteral("c"));
        const QWidget *close = buttonOf(2);
        QVERIFY(close != nullptr);
        m_tabs->setPinned(third, true);
        QCOMPARE(textsOf(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(m_tabs->current(), third);
        m_tabs->setPinned(second, true);
        QCOMPARE(textsOf(), (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(bar()->accessibleTabName(0), QStringLiteral("Query 2, pinned"));
        QVERIFY(TabPin::of(*bar(), 1) != nullptr && !close->isVisible());
        // What is new stands behind them, also a copy of one.
        m_tabs->setCurrent(third);
        m_tabs->duplicateCurrent();
        QCOMPARE(textsOf().at(2), QStringLiteral("c"));
        QVERIFY(!m_tabs->current()->document().isPinned());
        // A click on the pin takes it off, and the button that closes is there again.
        QTest::mouseClick(TabPin::of(*bar(), 0), Qt::LeftButton);
        QVERIFY(!third->document().isPinned());
        QCOMPARE(m_tabs->pages().at(1), third);
        QCOMPARE(buttonOf(1), close);
        QVERIFY(close->isVisible());
    }

    void pinnedTabsAreSmaller()
    {
        QueryPage *page = open(QStringLiteral("a"), QString(40, u'W'));
        open(QStringLiteral("b"));
        const int before = bar()->tabRect(0).width();
        m_tabs->setPinned(page, true);
        QVERIFY(bar()->tabRect(0).width() < before / 2);
        m_tabs->setPinned(page, false);
        QCOMPARE(bar()->tabRect(0).width(), before);
    }

    void pinnedTabsStayWhenOthersAreClosed()
    {
        QueryPage *pinned = open(QStringLiteral("a"));
        QueryPage *kept = open(QStringLiteral("b"));
        open(QStringLiteral("c"));
        m_tabs->setPinned(pinned, true);
        m_tabs->closeOthers(kept);
        QCOMPARE(m_tabs->pages(), (QList<QueryPage *>{pinned, kept}));
        QSignalSpy noted(m_tabs.get(), &QueryTabs::noted);
        m_tabs->setCurrent(pinned);
        m_tabs->closeCurrent();
        QTest::mouseClick(bar(), Qt::MiddleButton, {}, bar()->tabRect(0).center());
        QCOMPARE(m_tabs->pages().size(), 2);
        QCOMPARE(noted.count(), 2);
        QVERIFY(noted.first().first().toString().contains(QStringLiteral("Query 1")));
        // Its menu is of this tab alone; and it comes back as it was.
        menuEntry(0, QStringLiteral("&Close"))->trigger();
        QCOMPARE(m_tabs->pages(), QList<QueryPage *>{kept});
        m_tabs->reopen();
        QVERIFY(m_tabs->pages().first()->document().isPinned());
        QCOMPARE(m_tabs->current(), m_tabs->pages().first());
    }

    void draggingKeepsPinnedTabsInFront()
    {
        for (const char *text : {"a", "b", "c", "d"})
            open(QString::fromLatin1(text));
        m_tabs->setPinned(m_tabs->pages().at(0), true);
        m_tabs->setPinned(m_tabs->pages().at(1), true);
        drag(3, bar()->tabRect(0).center());
        QCOMPARE(textsOf().join(u' '), QStringLiteral("a b d c"));
        drag(0, bar()->tabRect(3).center());
        QCOMPARE(textsOf().join(u' '), QStringLiteral("b a d c"));
    }

    void looksRight()
    {
        const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("Pictures are made where SONDE_SCREENSHOTS names a folder.");
        put(path("Failed logons.kql"), "SecurityEvent\n| where EventID == 4625\n");
        open(QStringLiteral("Event\n| take 5"), QStringLiteral("Errors by computer"));
        QueryPage *page = openFile(path("Failed logons.kql"));
        QTest::keyClicks(&page->editor(), QStringLiteral("x"));
        open(QStringLiteral("Perf"));
        m_tabs->setCurrent(page);
        put(path("Failed logons.kql"), "SecurityEvent\n");
        page->document().checkFile();
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_fakes->theme.setMode(mode);
            const QString name = mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            QVERIFY(QTest::qWaitForWindowExposed(m_tabs.get()));
            m_tabs->grab().save(folder + u"/changed-" + name + u".png");
            m_tabs->closeCurrent();
            auto *box = m_tabs->findChild<QMessageBox *>();
            QVERIFY(QTest::qWaitForWindowExposed(box));
            box->grab().save(folder + u"/question-" + name + u".png");
            box->reject();
            QTRY_VERIFY(m_tabs->findChild<QMessageBox *>() == nullptr);
            m_tabs->move(1);
            m_tabs->renameCurrent();
            m_tabs->grab().save(folder + u"/rename-" + name + u".png");
            m_tabs->move(-1);
            QContextMenuEvent event(QContextMenuEvent::Mouse, bar()->tabRect(1).center(),
                                    bar()->mapToGlobal(bar()->tabRect(1).center()));
            QCoreApplication::sendEvent(bar(), &event);
            auto *menu = m_tabs->findChild<QMenu *>();
            QVERIFY(menu != nullptr);
            menu->grab().save(folder + u"/menu-" + name + u".png");
            menu->close();
            QTRY_VERIFY(m_tabs->findChild<QMenu *>() == nullptr);
        }
    }
};

QTEST_MAIN(TestQueryTabs)
#include "tst_querytabs.moc"
