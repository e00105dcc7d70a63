#include "app/sessionchoice.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonde;
using namespace std::chrono_literals;

/// Two starts in one process: chooseSession() of the second runs on a thread, as its own program would.
class TestSingleInstance : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString root() const { return m_dir->filePath(QStringLiteral("sessions")); }
    static int numberOf(const SessionChoice &choice)
    {
        return choice.store ? choice.store->folder().section(u'/', -1).toInt() : 0;
    }
    /// What a second start gets while this program's event loop runs.
    SessionChoice startAgain(const HandOver &request, bool isNewInstance = false) const
    {
        SessionChoice second;
        std::unique_ptr<QThread> thread(QThread::create([&second, &request, isNewInstance, this] {
            auto choice = chooseSession(root(), request, isNewInstance, 2s);
            if (choice && choice->store)
                choice->store->moveToThread(QCoreApplication::instance()->thread());
            if (choice && choice->instance)
                choice->instance->moveToThread(QCoreApplication::instance()->thread());
            if (choice)
                second = *std::move(choice);
        }));
        thread->start();
        QSignalSpy finished(thread.get(), &QThread::finished);
        if (!thread->isFinished())
            finished.wait(10'000);
        thread->wait();
        return second;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void requestsAreOneLine()
    {
        HandOver request;
        request.files = {QStringLiteral("/a/“b”\nc.kql"), QStringLiteral("/d")};
        request.demo = true;
        request.newQuery = true;
        request.activationToken = "token";
        const QByteArray line = toJson(request);
        QCOMPARE(line.count('\n'), 1);
        QCOMPARE(handOverFromJson(line), std::optional<HandOver>(request));
        QVERIFY(!handOverFromJson("{}\n"));
        QVERIFY(!handOverFromJson("\xFF\xFE\n"));
        request.files = {QStringLiteral("relative.kql")};
        QVERIFY(!handOverFromJson(toJson(request)));
    }

    void inAFlatpakTheSocketIsWhereOtherStartsSeeIt()
    {
        const QString usual = SingleInstance::socketPath(root());
        qputenv("FLATPAK_ID", "a.b.C");
        const QString path = SingleInstance::socketPath(root());
        qunsetenv("FLATPAK_ID");
        QCOMPARE(QFileInfo(path).fileName(), QFileInfo(usual).fileName());
        QCOMPARE(QFileInfo(path).path(), QFileInfo(usual).path() + QStringLiteral("/app/a.b.C"));
    }

    void aSecondStartHandsOver()
    {
        const auto first = chooseSession(root(), {}, false);
        QVERIFY(first);
        QCOMPARE(numberOf(*first), 1);
        QVERIFY(first->instance);
        QVERIFY(first->remark.isEmpty());
        // Nobody else's.
        struct stat info
        {};
        const QByteArray socket = SingleInstance::socketPath(root() + QStringLiteral("/1")).toLocal8Bit();
        QCOMPARE(::stat(socket.constData(), &info), 0);
        QCOMPARE(info.st_mode & 0077, 0U);

        QSignalSpy requested(first->instance.get(), &SingleInstance::requested);
        HandOver request;
        request.files = {QStringLiteral("/a.kql")};
        request.demo = true;
        const SessionChoice second = startAgain(request);
        QVERIFY(!second.store);
        QVERIFY(second.remark.isEmpty());
        QTRY_COMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().value<HandOver>(), request);
    }

    void aNewInstanceHasTheLowestFreeSession()
    {
        const auto first = chooseSession(root(), {}, false);
        const SessionChoice second = startAgain({}, true);
        QCOMPARE(numberOf(second), 2);
        QVERIFY(!second.instance);
        {
            const SessionChoice third = startAgain({}, true);
            QCOMPARE(numberOf(third), 3);
        }
        QCOMPARE(numberOf(startAgain({}, true)), 3);
    }

    void whoDoesNotAnswerIsLeftAlone()
    {
        auto first = chooseSession(root(), {}, false);
        QVERIFY(first);
        // This thread's event loop does not run meanwhile: the first program hangs.
        QElapsedTimer timer;
        timer.start();
        const auto second = chooseSession(root(), {}, false, 500ms);
        QVERIFY(second);
        QCOMPARE(numberOf(*second), 2);
        QVERIFY(!second->remark.isEmpty());
        QVERIFY(timer.elapsed() >= 450 && timer.elapsed() < 5000);
        // It comes back to life: what was asked meanwhile is asked no more.
        QSignalSpy requested(first->instance.get(), &SingleInstance::requested);
        HandOver request;
        request.demo = true;
        QVERIFY(!startAgain(request).store);
        QTRY_COMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().value<HandOver>(), request);
    }

    void aCrashedProgramsSocketIsReplaced()
    {
        const QString path = SingleInstance::socketPath(root() + QStringLiteral("/1"));
        const pid_t child = fork();
        if (child == 0) {
            int argc = 1;
            char name[] = "first";
            char *argv[] = {name, nullptr};
            QCoreApplication application(argc, argv);
            const auto first = chooseSession(root(), {}, false);
            ::raise(SIGKILL);
            _exit(0);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(QFile::exists(path));
        const auto again = chooseSession(root(), {}, false);
        QVERIFY(again);
        QCOMPARE(numberOf(*again), 1);
        QVERIFY(!startAgain({}).store);
    }

    void twoStartsAtOnce()
    {
        // The lock is taken, and the socket is there only later.
        auto store = std::make_unique<DraftStore>(root() + QStringLiteral("/1"));
        QVERIFY(store->open());
        SingleInstance instance(SingleInstance::socketPath(root() + QStringLiteral("/1")));
        QSignalSpy requested(&instance, &SingleInstance::requested);
        QTimer::singleShot(300, &instance, [&instance] { instance.listen(); });
        const SessionChoice second = startAgain({});
        QVERIFY(!second.store);
        QTRY_COMPARE(requested.size(), 1);
    }

    void nonsenseIsRefused()
    {
        const auto first = chooseSession(root(), {}, false);
        QSignalSpy requested(first->instance.get(), &SingleInstance::requested);
        QLocalSocket socket;
        socket.connectToServer(SingleInstance::socketPath(root() + QStringLiteral("/1")));
        QVERIFY(socket.waitForConnected());
        socket.write("GET / HTTP/1.1\n");
        QTRY_VERIFY(socket.canReadLine());
        QCOMPARE(socket.readLine(), QByteArray("{\"ok\":false}\n"));
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        socket.connectToServer(SingleInstance::socketPath(root() + QStringLiteral("/1")));
        QVERIFY(socket.waitForConnected());
        socket.write(QByteArray(2'000'000, 'x'));
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(requested.size(), 0);
    }

    void withoutAFolderItSaysWhy()
    {
        const auto choice = chooseSession(QStringLiteral("/proc/none"), {}, false);
        QVERIFY(!choice);
        QCOMPARE(choice.error().kind, ErrorKind::Io);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
