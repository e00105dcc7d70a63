#include "widgets/autorefresh.h"

#include "support/fakewindowservices.h"
#include "support/manualclock.h"
#include "widgets/messagebar.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"

#include <QDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sonde;
using namespace std::chrono_literals;

/// A real page whose runs are played, on a clock that the test moves.
class TestAutoRefresh final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<QueryPage> m_page;
    QTimer *m_looks = nullptr;
    std::unique_ptr<QSignalSpy> m_due;
    Connection m_connection;

    WindowServices services()
    {
        const WindowServices all = m_fakes->services();
        return {all.runner,  all.secrets, all.probe, all.connections, all.settings, all.favourites,
                all.history, all.layouts, all.theme, all.icons,       *m_clock,     all.schemas};
    }
    void start() { m_page->run(m_connection); }
    void end() { m_fakes->runner.last().job->finish(ResultInfo()); }
    void runToEnd()
    {
        start();
        end();
    }
    /// As of now: after two more looks.
    bool isDue()
    {
        QSignalSpy looks(m_looks, &QTimer::timeout);
        m_due->clear();
        if (!QTest::qWaitFor([&looks] { return looks.count() >= 2; }))
            qFatal("Nobody looks.");
        return m_due->count() > 0;
    }
    QString note() const { return m_page->bar().repeatNote(); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
        m_clock = std::make_unique<ManualClock>();
        m_connection.id = QStringLiteral("c1");
        m_connection.name = QStringLiteral("Contoso");
        m_page = std::make_unique<QueryPage>(services());
        Query query;
        query.text = QStringLiteral("Heartbeat");
        m_page->setQuery(query);
        auto *refresh = new AutoRefresh(*m_page, *m_clock);
        m_looks = refresh->findChild<QTimer *>();
        m_looks->setInterval(10); // a look is no matter of the time between two
        m_due = std::make_unique<QSignalSpy>(refresh, &AutoRefresh::due);
        m_page->resize(1000, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_due.reset();
        m_page.reset();
        m_fakes.reset();
    }

    void offUnlessAskedFor()
    {
        QCOMPARE(m_page->bar().repeatSeconds(), 0);
        runToEnd();
        m_clock->advance(1h);
        QVERIFY(!m_looks->isActive());
        QCOMPARE(m_due->count(), 0);
        QVERIFY(note().isEmpty());
    }

    void countsFromTheEndOfTheRun()
    {
        m_page->bar().setRepeatSeconds(30);
        QVERIFY(!note().isEmpty());
        m_clock->advance(1min);
        QVERIFY(!isDue()); // the first run is somebody's

        start();
        m_clock->advance(1min);
        QVERIFY(!isDue()); // it still runs
        end();
        m_clock->advance(29s);
        QVERIFY(!isDue());
        m_clock->advance(1s);
        QTRY_VERIFY(isDue());
    }

    void saysWhenTheNextOneIs()
    {
        m_page->bar().setRepeatSeconds(60);
        runToEnd();
        const QString next = QLocale().toString(m_clock->nowUtc().addSecs(60).toLocalTime().time(),
                                                QStringLiteral("HH:mm:ss"));
        QVERIFY2(note().contains(next), qPrintable(note()));
        m_page->bar().setRepeatSeconds(0);
        QVERIFY(note().isEmpty());
    }

    void whatWasChangedIsNotRun()
    {
        m_page->bar().setRepeatSeconds(5);
        runToEnd();
        m_page->editor().setQueryText(QStringLiteral("Heartbeat | where "));
        m_clock->advance(1min);
        QVERIFY(!isDue());
        const QString whileChanged = note();
        QVERIFY(!whileChanged.isEmpty());

        m_page->editor().setQueryText(QStringLiteral("Heartbeat"));
        QTRY_VERIFY(isDue());
        QVERIFY(note() != whileChanged);
        m_page->setConnectionId(QStringLiteral("c2"));
        QVERIFY(!isDue());
        m_page->setConnectionId(m_connection.id);
        QTRY_VERIFY(isDue());
        m_page->setRange(TimeRange::last(2h));
        QVERIFY(!isDue());
    }

    void waitsOutOfSight()
    {
        m_page->bar().setRepeatSeconds(5);
        runToEnd();
        m_page->hide();
        m_clock->advance(1min);
        QVERIFY(!isDue());
        m_page->show();
        QTRY_VERIFY(isDue());
        m_page->showMinimized();
        QTRY_VERIFY(m_page->isMinimized());
        QVERIFY(!isDue());
    }

    void waitsForAnOpenDialog()
    {
        m_page->bar().setRepeatSeconds(5);
        runToEnd();
        QDialog dialog(m_page.get());
        dialog.open();
        m_clock->advance(1min);
        QVERIFY(!isDue());
        dialog.close();
        QTRY_VERIFY(isDue());
    }

    /// A run would take it away.
    void waitsForAMessageThatAsks()
    {
        m_page->bar().setRepeatSeconds(5);
        runToEnd();
        Error error;
        error.message = QStringLiteral("The export failed.");
        m_page->showError(error);
        m_clock->advance(1min);
        QVERIFY(!isDue());
        QVERIFY(note().startsWith(QStringLiteral("Waits until")));
        m_page->pane().messages().clear();
        QTRY_VERIFY(isDue());
    }

    void aFailureEndsIt()
    {
        m_page->bar().setRepeatSeconds(5);
        start();
        Error error;
        error.message = QStringLiteral("The service is down.");
        m_fakes->runner.last().job->finish(tl::unexpected<Error>(error));
        QCOMPARE(m_page->bar().repeatSeconds(), 0);
        QVERIFY(!note().isEmpty());
        m_clock->advance(1min);
        QVERIFY(!m_looks->isActive());
        QCOMPARE(m_due->count(), 0);
        runToEnd();
        QVERIFY(note().isEmpty());
    }

    void stoppingARunEndsIt()
    {
        m_page->bar().setRepeatSeconds(5);
        start();
        m_page->stop();
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(m_page->bar().repeatSeconds(), 0);
    }
};

QTEST_MAIN(TestAutoRefresh)
#include "tst_autorefresh.moc"
