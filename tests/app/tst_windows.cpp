#include "app/windows.h"

#include "core/atomicfile.h"
#include "results/resultfile.h"
#include "support/fakewindowservices.h"
#include "widgets/closedtabs.h"
#include "widgets/mainwindow.h"
#include "widgets/messagebar.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QEvent>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sonde;
using namespace std::chrono_literals;

/// Real windows over a real session folder; start() and crash() are the program's.
class TestWindows : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<Windows> m_windows;

    QString folder() const { return m_dir->filePath(QStringLiteral("sessions/1")); }
    void start()
    {
        end();
        m_store = std::make_unique<DraftStore>(folder());
        QVERIFY(m_store->open());
        m_windows = std::make_unique<Windows>(m_fakes->services(), *m_store);
        m_windows->restore();
        m_windows->show();
    }
    void end()
    {
        m_windows.reset();
        m_store.reset();
    }
    /// The folder as a kill at this moment leaves it, put back after the end.
    void crash()
    {
        const QString copy = m_dir->filePath(QStringLiteral("copy"));
        QVERIFY(m_store->flush(5s));
        QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), folder(), copy}), 0);
        end();
        QVERIFY(QDir(folder()).removeRecursively());
        QVERIFY(QDir().rename(copy, folder()));
    }
    static void type(MainWindow &window, const QString &text)
    {
        Query query;
        query.range = TimeRange::last(3h);
        QTest::keyClicks(&window.openQuery(query, false)->editor(), text);
    }
    static QStringList textsOf(MainWindow &window)
    {
        QStringList texts;
        for (const QueryPage *page : window.tabs().pages())
            texts.append(page->query().text);
        return texts;
    }
    /// Saves a picture into the folder that SONDE_SCREENSHOTS names, if it is set.
    static void shoot(QWidget &widget, const char *name)
    {
        const QString shots = qEnvironmentVariable("SONDE_SCREENSHOTS");
        if (shots.isEmpty())
            return;
        // Palettes and layouts follow in the next turns of the event loop.
        bool isSettled = false;
        QTimer::singleShot(0, &widget, [&widget, &isSettled] {
            QTimer::singleShot(0, &widget, [&isSettled] { isSettled = true; });
        });
        QTRY_VERIFY(isSettled);
        widget.grab().save(shots + u'/' + QLatin1String(name) + u".png");
    }
    QString tabFiles() const
    {
        return QDir(folder() + QStringLiteral("/tabs")).entryList(QDir::Files).join(u' ');
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
    }
    void cleanup()
    {
        end();
        m_fakes.reset();
    }

    void beginsWithOneEmptyWindow()
    {
        start();
        QCOMPARE(m_windows->all().size(), 1);
        QVERIFY(m_windows->first().currentPage() == nullptr);
        QVERIFY(!m_windows->first().tabs().canReopen());
    }

    void aSessionComesBack()
    {
        start();
        MainWindow &window = m_windows->first();
        type(window, QStringLiteral("Event"));
        type(window, QStringLiteral("Perf"));
        type(window, QStringLiteral("closed"));
        window.tabs().closeCurrent();
        window.tabs().setCurrent(window.tabs().pages().first());
        // No larger than the offscreen screen: Qt 6.8 fits a restored window into it.
        window.resize(790, 770);
        window.findChild<QDockWidget *>()->show();
        const QString id = window.currentPage()->document().id();
        // Closing asks nothing, and is the end.
        QVERIFY(window.close());
        start();
        QCOMPARE(m_windows->all().size(), 1);
        MainWindow &again = m_windows->first();
        QCOMPARE(textsOf(again), (QStringList{QStringLiteral("Event"), QStringLiteral("Perf")}));
        QCOMPARE(again.currentPage()->document().id(), id);
        QCOMPARE(again.currentPage()->range(), TimeRange::last(3h));
        QCOMPARE(again.size(), QSize(790, 770));
        QVERIFY(!again.findChild<QDockWidget *>()->isHidden());
        QVERIFY(!again.currentPage()->pane().messages().isVisible());
        const QList<QAction *> actions = again.actions();
        const auto reopening = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->text() == QStringLiteral("R&eopen closed tab");
        });
        QVERIFY(reopening != actions.end() && (*reopening)->isEnabled());
        (*reopening)->trigger();
        QCOMPARE(again.currentPage()->query().text, QStringLiteral("closed"));
        QVERIFY(!again.tabs().canReopen());
    }

    void pinnedTabsStayPinned()
    {
        start();
        MainWindow &window = m_windows->first();
        type(window, QStringLiteral("Event"));
        type(window, QStringLiteral("Perf"));
        window.tabs().setPinned(window.currentPage(), true);
        QTRY_VERIFY(!window.currentPage()->hasPendingChange());
        start();
        QCOMPARE(textsOf(m_windows->first()), (QStringList{QStringLiteral("Perf"), QStringLiteral("Event")}));
        QVERIFY(m_windows->first().tabs().pages().first()->document().isPinned());
        QVERIFY(!m_windows->first().tabs().pages().last()->document().isPinned());
        crash();
        start();
        QVERIFY(m_windows->first().tabs().pages().first()->document().isPinned());
    }

    void aCrashIsSaidOnce()
    {
        start();
        type(m_windows->first(), QStringLiteral("Event"));
        type(m_windows->first(), QStringLiteral("Perf"));
        QTRY_VERIFY(!m_windows->first().currentPage()->hasPendingChange());
        crash();
        start();
        QCOMPARE(textsOf(m_windows->first()), (QStringList{QStringLiteral("Event"), QStringLiteral("Perf")}));
        MessageBar &messages = m_windows->first().currentPage()->pane().messages();
        QVERIFY(messages.isVisible());
        QCOMPARE(messages.level(), MessageBar::Level::Info);
        QVERIFY(messages.message().startsWith(QStringLiteral("Sonde ended unexpectedly; 2 ")));
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_fakes->theme.setMode(mode);
            shoot(m_windows->first(), mode == Theme::Mode::Dark ? "recovery-dark" : "recovery-light");
        }
        start();
        QVERIFY(!m_windows->first().currentPage()->pane().messages().isVisible());
    }

    void aDamagedTabIsSpokenOf()
    {
        start();
        type(m_windows->first(), QStringLiteral("Event"));
        const QString id = m_windows->first().currentPage()->document().id();
        end();
        QFile file(folder() + u"/tabs/" + id + u".json");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        start();
        MessageBar &messages = m_windows->first().currentPage()->pane().messages();
        QCOMPARE(messages.level(), MessageBar::Level::Warning);
        QVERIFY(messages.advice().contains(QStringLiteral(".damaged")));
    }

    void severalWindows()
    {
        start();
        type(m_windows->first(), QStringLiteral("first"));
        MainWindow &second = m_windows->open();
        type(second, QStringLiteral("second"));
        type(second, QStringLiteral("third"));
        start();
        QCOMPARE(m_windows->all().size(), 2);
        QCOMPARE(textsOf(*m_windows->all().at(1)),
                 (QStringList{QStringLiteral("second"), QStringLiteral("third")}));
        // One of several is closed: its tabs can be reopened in the other.
        QPointer<MainWindow> closing = m_windows->all().at(1);
        QVERIFY(closing->close());
        QTRY_VERIFY(closing.isNull());
        QCOMPARE(m_windows->all().size(), 1);
        start();
        QCOMPARE(m_windows->all().size(), 1);
        m_windows->first().tabs().reopen();
        m_windows->first().tabs().reopen();
        QCOMPARE(textsOf(m_windows->first()),
                 (QStringList{QStringLiteral("first"), QStringLiteral("third"), QStringLiteral("second")}));
    }

    void quittingKeepsAllWindows()
    {
        start();
        type(m_windows->first(), QStringLiteral("first"));
        type(m_windows->open(), QStringLiteral("second"));
        // As the program's quit does: all windows are closed before the loop ends.
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(qApp, &quit);
        for (MainWindow *window : m_windows->all())
            QVERIFY(!window->isVisible());
        QTest::qWait(0); // what the closed windows have put off
        QCOMPARE(m_windows->all().size(), 2);
        start();
        QCOMPARE(m_windows->all().size(), 2);
        QCOMPARE(textsOf(m_windows->first()), QStringList(QStringLiteral("first")));
        QCOMPARE(textsOf(*m_windows->all().at(1)), QStringList(QStringLiteral("second")));
    }

    void aFileIsOpenOnceInTheProgram()
    {
        const QString path = m_dir->filePath(QStringLiteral("a.kql"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Event");
        file.close();
        start();
        QVERIFY(!m_windows->showFile(path));
        m_windows->first().openFile(path);
        MainWindow &second = m_windows->open();
        QVERIFY(m_windows->showFile(path));
        QVERIFY(second.currentPage() == nullptr);
        QCOMPARE(textsOf(m_windows->first()), QStringList(QStringLiteral("Event")));
        QTest::keyClicks(&m_windows->first().currentPage()->editor(), QStringLiteral("x"));
        start();
        // It still knows its file, and that it differs from it.
        QueryPage *page = m_windows->first().tabs().pageOfFile(path);
        QVERIFY(page != nullptr);
        QVERIFY(page->isModified());
        QVERIFY(page->document().saveTo(path));
    }

    /// Its query comes back with the session; its rows do not, and the tab is no longer the file's.
    void aResultFileIsOpenOnceInTheProgram()
    {
        StoredResult about;
        about.query = Query();
        about.query->text = QStringLiteral("Heartbeat");
        const QString path = m_dir->filePath(QStringLiteral("a.sonde-result"));
        MemorySink sink;
        const CancelState never;
        QVERIFY(writeResultFile(about, {}, sink, never).has_value());
        QVERIFY(replaceFile(path, sink.bytes()).has_value());
        start();
        QVERIFY(!m_windows->showFile(path));
        m_windows->first().openFile(path);
        QTRY_VERIFY(m_windows->first().tabs().pageOfFile(path) != nullptr);
        MainWindow &second = m_windows->open();
        QVERIFY(m_windows->showFile(path));
        QVERIFY(second.currentPage() == nullptr);
        start();
        QCOMPARE(textsOf(m_windows->first()), QStringList(QStringLiteral("Heartbeat")));
        QVERIFY(!m_windows->showFile(path));
    }

    void aNewQueryGoesToTheWindowInFront()
    {
        start();
        MainWindow &first = m_windows->first();
        MainWindow &second = m_windows->open();
        type(first, QStringLiteral("first"));
        type(second, QStringLiteral("second"));
        QEvent activated(QEvent::WindowActivate);
        QCoreApplication::sendEvent(&first, &activated);
        m_windows->openNewQuery();
        QCOMPARE(first.tabs().pages().size(), 2);
        QCOMPARE(second.tabs().pages().size(), 1);
        QVERIFY(first.currentPage() != nullptr);
        QVERIFY(first.currentPage()->query().text.isEmpty());
    }

    void droppedTabsLeaveNoFiles()
    {
        start();
        MainWindow &window = m_windows->first();
        type(window, QString());
        window.tabs().closeCurrent();
        for (int i = 0; i < 25; ++i) {
            type(window, QStringLiteral("e"));
            window.tabs().closeCurrent();
        }
        end();
        QCOMPARE(tabFiles().count(QStringLiteral(".json")), 20);
    }

    void aDiskThatTakesNothingIsSpokenOf()
    {
        start();
        type(m_windows->first(), QStringLiteral("Event"));
        QVERIFY(!m_windows->first().tabs().hasUnsavedText());
        Error full;
        full.kind = ErrorKind::Io;
        full.message = QStringLiteral("“1.json” could not be written.");
        full.advice = QStringLiteral("The disk is full.");
        emit m_store->failed(full);
        MessageBar &messages = m_windows->first().currentPage()->pane().messages();
        QVERIFY(messages.message().contains(QStringLiteral("stay in the window")));
        QCOMPARE(messages.advice(), full.advice);
        QVERIFY(messages.details().contains(full.message));
        QVERIFY(m_windows->first().tabs().hasUnsavedText());
        emit m_store->recovered();
        QVERIFY(!m_windows->first().tabs().hasUnsavedText());
    }

    void withoutAFolderItAsksAgain()
    {
        DraftStore store(QStringLiteral("/proc/none/1"));
        Windows windows(m_fakes->services(), store);
        windows.restore();
        windows.show();
        type(windows.first(), QStringLiteral("Event"));
        QVERIFY(windows.first().tabs().hasUnsavedText());
    }
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
