#include "stores/draftstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonde;
using namespace std::chrono_literals;

namespace {

Draft draftOf(const QString &text, const QString &id = newDraftId())
{
    Draft draft;
    draft.id = id;
    draft.query.text = text;
    return draft;
}

SessionLayout layoutOf(const QStringList &tabs, const QStringList &closed = {})
{
    SessionLayout layout;
    layout.windows = {WindowLayout{QStringLiteral("w"), "g", "s", tabs, tabs.value(0)}};
    layout.closed = closed;
    return layout;
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestDraftStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString folder() const { return m_dir->filePath(QStringLiteral("sessions/1")); }
    QString tabPath(const QString &id) const { return folder() + u"/tabs/" + id + u".json"; }
    /// What a program finds that starts after this one has gone.
    RestoredSession reload() const
    {
        DraftStore store(folder());
        return store.open() ? store.load() : RestoredSession();
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everythingComesBack()
    {
        Draft draft = draftOf(QStringLiteral("Event\n| where “x”"));
        draft.query.language = QueryLanguage::Classic;
        draft.query.range = TimeRange::last(std::chrono::hours(3));
        draft.query.top = 7;
        draft.query.serverTimeoutSeconds = 42;
        draft.parameters.insert(QStringLiteral("x"), {ParameterType::List, QStringLiteral("a, \"b\"\n")});
        draft.connectionId = QStringLiteral("c");
        draft.title = QStringLiteral("My own");
        draft.titleKind = Draft::Title::Own;
        draft.filePath = QStringLiteral("/a/b.kql");
        draft.fileStamp = {1234567890123, 77};
        draft.fileForm = {true, true};
        draft.isModified = true;
        draft.isFavourite = true;
        draft.caretLine = 1;
        draft.caretColumn = 4;
        {
            DraftStore store(folder());
            QVERIFY(store.open());
            store.put(draft);
            store.putLayout(layoutOf({draft.id}));
            QVERIFY(store.close(5s));
        }
        const RestoredSession session = reload();
        QVERIFY(session.endedCleanly);
        QVERIFY(session.notices.isEmpty());
        QCOMPARE(session.layout, layoutOf({draft.id}));
        const Draft back = session.drafts.value(draft.id);
        QCOMPARE(back.query.text, draft.query.text);
        QCOMPARE(back.query.language, draft.query.language);
        QCOMPARE(back.parameters, draft.parameters);
        QCOMPARE(back.query.range, draft.query.range);
        QCOMPARE(back.query.top, draft.query.top);
        QCOMPARE(back.query.serverTimeoutSeconds, 42);
        QCOMPARE(back.connectionId, draft.connectionId);
        QCOMPARE(back.title, draft.title);
        QCOMPARE(back.titleKind, draft.titleKind);
        QCOMPARE(back.filePath, draft.filePath);
        QCOMPARE(back.fileStamp, draft.fileStamp);
        QCOMPARE(back.fileForm, draft.fileForm);
        QVERIFY(back.isModified);
        QVERIFY(back.isFavourite);
        QCOMPARE(back.caretLine, 1);
        QCOMPARE(back.caretColumn, 4);
    }

    void everyTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("line ends") << QStringLiteral("a\r\nb\rc\n");
        QTest::newRow("NUL") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
        QTest::newRow("lone surrogate") << QStringLiteral("a") + QChar(0xD83D) + QStringLiteral("b\\u0000");
        QTest::newRow("surrogate pair") << QString::fromUtf8("\xF0\x9F\x94\x8E");
        QTest::newRow("ten megabytes") << QStringLiteral("Event | take 1\n").repeated(700'000);
    }
    void everyTextComesBack()
    {
        QFETCH(const QString, text);
        const Result<Draft> back = draftFromJson(toJson(draftOf(text)));
        QVERIFY(back);
        QCOMPARE(back->query.text, text);
    }

    void largeTextsDoNotHoldUpTheCaller()
    {
        DraftStore store(folder());
        QVERIFY(store.open());
        Draft draft = draftOf(QStringLiteral("Event | take 1\n").repeated(700'000));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            store.put(draft);
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(store.flush(20s));
        QVERIFY(QFileInfo(tabPath(draft.id)).size() > 10'000'000);
    }

    void unfinishedEndIsNoticed()
    {
        const Draft draft = draftOf(QStringLiteral("Event"));
        {
            DraftStore store(folder());
            QVERIFY(store.open());
            store.put(draft);
            QVERIFY(store.flush(5s));
            overwrite(folder() + QStringLiteral("/tabs/.x.json.1.part"), "half");
        } // as a crash: never closed
        const RestoredSession session = reload();
        QVERIFY(!session.endedCleanly);
        // It was in no layout yet, and the text is what counts.
        QCOMPARE(session.layout.windows.value(0).tabs, QStringList(draft.id));
        QVERIFY(!QFile::exists(folder() + QStringLiteral("/tabs/.x.json.1.part")));
    }

    void damagedFilesAreSetAside()
    {
        const Draft good = draftOf(QStringLiteral("good"));
        const Draft bad = draftOf(QStringLiteral("bad"));
        {
            DraftStore store(folder());
            QVERIFY(store.open());
            store.put(good);
            store.put(bad);
            store.putLayout(layoutOf({bad.id, good.id, QStringLiteral("never-there")}));
            QVERIFY(store.close(5s));
        }
        overwrite(tabPath(bad.id), "{\"text\": \"ba");
        RestoredSession session = reload();
        QCOMPARE(session.notices.size(), 1);
        QCOMPARE(session.notices.first().kind, ErrorKind::Decode);
        QVERIFY(session.notices.first().advice.contains(QStringLiteral(".damaged")));
        QVERIFY(QFile::exists(tabPath(bad.id) + QStringLiteral(".damaged")));
        QCOMPARE(session.layout.windows.first().tabs, QStringList(good.id));

        overwrite(folder() + QStringLiteral("/layout.json"), QByteArray("\0\0\0", 3));
        session = reload();
        QCOMPARE(session.notices.size(), 1);
        QCOMPARE(session.layout.windows.first().tabs, QStringList(good.id));
        QCOMPARE(session.drafts.value(good.id).query.text, QStringLiteral("good"));
        QVERIFY(QFile::exists(folder() + QStringLiteral("/layout.json.damaged")));
    }

    void droppedGoesOnlyAfterTheLayout()
    {
        const Draft kept = draftOf(QStringLiteral("kept"));
        const Draft dropped = draftOf(QStringLiteral("dropped"));
        DraftStore store(folder());
        QVERIFY(store.open());
        store.put(kept);
        store.put(dropped);
        store.putLayout(layoutOf({kept.id}, {dropped.id}));
        QVERIFY(store.flush(5s));
        QVERIFY(QFile::exists(tabPath(dropped.id)));
        store.putLayout(layoutOf({kept.id}), {dropped.id});
        QVERIFY(store.flush(5s));
        QVERIFY(!QFile::exists(tabPath(dropped.id)));
        QVERIFY(QFile::exists(tabPath(kept.id)));
    }

    void onlyOneProgramHasAFolder()
    {
        int toChild[2];
        int fromChild[2];
        QVERIFY(pipe(toChild) == 0 && pipe(fromChild) == 0);
        const QString path = folder();
        const pid_t child = fork();
        if (child == 0) {
            QDir().mkpath(path);
            const auto lock = HeldFile::tryHold(path + QStringLiteral("/lock"));
            char answer = lock && *lock ? 'y' : 'n';
            if (write(fromChild[1], &answer, 1) == 1 && read(toChild[0], &answer, 1) == 1)
                _exit(0);
            _exit(1);
        }
        char answer = 0;
        QCOMPARE(read(fromChild[0], &answer, 1), 1);
        QCOMPARE(answer, 'y');
        DraftStore store(folder());
        const Result<void> opened = store.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Usage);
        store.put(draftOf(QStringLiteral("x")));
        QVERIFY(QDir(folder() + QStringLiteral("/tabs")).isEmpty());
        // The system lets go of a killed program's lock.
        QCOMPARE(kill(child, SIGKILL), 0);
        QCOMPARE(waitpid(child, nullptr, 0), child);
        QVERIFY(store.open());
        DraftStore second(folder());
        QVERIFY(!second.open());
    }

    void fullDiskIsSaidOnceAndTriedAgain()
    {
        if (geteuid() != 0)
            QSKIP("Only root can mount a small disk.");
        const QString mount = m_dir->filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(mount));
        if (QProcess::execute(QStringLiteral("mount"),
                              {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                               QStringLiteral("size=256k"), QStringLiteral("none"), mount}) != 0)
            QSKIP("This machine does not let a test mount a tmpfs.");
        const auto unmount = qScopeGuard([&mount] { QProcess::execute(QStringLiteral("umount"), {mount}); });
        const QString filler = mount + QStringLiteral("/filler");
        Draft draft = draftOf(QStringLiteral("first"));
        {
            DraftStore store(mount + QStringLiteral("/1"));
            QVERIFY(store.open());
            store.put(draft);
            store.putLayout(layoutOf({draft.id}));
            QVERIFY(store.flush(5s));
            overwrite(filler, QByteArray(150'000, 'x'));

            QSignalSpy failed(&store, &DraftStore::failed);
            QSignalSpy recovered(&store, &DraftStore::recovered);
            draft.query.text = QString(200'000, u'y');
            store.put(draft);
            QVERIFY(!store.flush(5s));
            store.put(draft);
            QVERIFY(!store.flush(5s));
            QTRY_COMPARE(failed.size(), 1);
            QVERIFY(failed.first().first().value<Error>().advice.contains(QStringLiteral("is full")));
            {
                // What was there is there.
                QFile file(mount + u"/1/tabs/" + draft.id + u".json");
                QVERIFY(file.open(QIODevice::ReadOnly));
                QCOMPARE(draftFromJson(file.readAll())->query.text, QStringLiteral("first"));
            }
            QVERIFY(QFile::remove(filler));
            QTRY_COMPARE(recovered.size(), 1);
            QCOMPARE(failed.size(), 1);
            QVERIFY(store.close(5s));
        }
        DraftStore again(mount + QStringLiteral("/1"));
        QVERIFY(again.open());
        QCOMPARE(again.load().drafts.value(draft.id).query.text, draft.query.text);
    }

    void folderThatCannotBeMade()
    {
        DraftStore store(QStringLiteral("/proc/no-such-folder/1"));
        const Result<void> opened = store.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Io);
        QVERIFY(!opened.error().advice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
