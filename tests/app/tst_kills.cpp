#include "stores/draftstore.h"
#include "support/typedtext.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// Kills the program while somebody types, again and again, and counts what is left.
class TestKills : public QObject
{
    Q_OBJECT

    static constexpr int programs = 5; ///< at a time, each with a session of its own
    static constexpr int rounds = 10;
    /// What was typed so long before the kill must be there.
    static constexpr qint64 graceMs = 1000;

    struct Typist
    {
        QString root;
        std::unique_ptr<QProcess> process;
        QByteArray output;
        qint64 killAt = 0;
        qint64 killedAt = 0;
    };

    static void startTypist(Typist &typist, QRandomGenerator &random)
    {
        typist.process = std::make_unique<QProcess>();
        typist.output.clear();
        typist.killAt = 0;
        typist.killedAt = 0;
        typist.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        typist.process->start(QStringLiteral(SONDE_TYPIST),
                              {typist.root, QString::number(random.generate())});
    }

    /// Takes what was printed, and kills at a random moment after the first key.
    static void attend(Typist &typist, QRandomGenerator &random)
    {
        typist.output += typist.process->readAllStandardOutput();
        if (typist.killAt == 0 && typist.output.contains('\n'))
            typist.killAt = steadyMs() + 1100 + random.bounded(1400);
        if (typist.killAt != 0 && typist.killedAt == 0 && steadyMs() >= typist.killAt) {
            typist.killedAt = steadyMs();
            typist.process->kill();
        }
    }

    /// By tab: how long its text was a second before the kill.
    static QHash<QString, qsizetype> owedBy(const Typist &typist)
    {
        QHash<QString, qsizetype> owed;
        for (const QByteArray &line : typist.output.split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 3 && parts.at(2).toLongLong() <= typist.killedAt - graceMs)
                owed.insert(QString::fromLatin1(parts.at(0)), parts.at(1).toLongLong());
        }
        return owed;
    }

private slots:
    void everySecondOldKeyIsThere()
    {
        QTemporaryDir dir;
        QRandomGenerator random(qEnvironmentVariableIntValue("SONDE_SEED"));
        std::array<Typist, programs> typists;
        for (int i = 0; i < programs; ++i) {
            typists[static_cast<std::size_t>(i)].root = dir.filePath(QString::number(i));
            QDir().mkpath(typists[static_cast<std::size_t>(i)].root);
        }
        int kills = 0;
        qsizetype keys = 0;
        for (int round = 0; round < rounds; ++round) {
            for (Typist &typist : typists)
                startTypist(typist, random);
            const auto areAllDead = [&typists, &random] {
                bool areDead = true;
                for (Typist &typist : typists) {
                    attend(typist, random);
                    areDead = areDead && typist.process->state() == QProcess::NotRunning;
                }
                return areDead;
            };
            QTRY_VERIFY_WITH_TIMEOUT(areAllDead(), 30'000);
            for (Typist &typist : typists) {
                QCOMPARE(typist.process->exitStatus(), QProcess::CrashExit);
                ++kills;
                DraftStore store(typist.root + QStringLiteral("/1"));
                QVERIFY(store.open());
                const RestoredSession session = store.load();
                QVERIFY(session.notices.isEmpty());
                QVERIFY(!session.endedCleanly);
                const QHash<QString, qsizetype> owed = owedBy(typist);
                QVERIFY(!owed.isEmpty());
                for (auto tab = owed.begin(); tab != owed.end(); ++tab) {
                    QVERIFY2(session.drafts.contains(tab.key()), qPrintable(tab.key()));
                    const qsizetype length = session.drafts.value(tab.key()).query.text.size();
                    QVERIFY2(
                        length >= tab.value(),
                        qPrintable(
                            QStringLiteral("%1 of %2 in round %3").arg(length).arg(tab.value()).arg(round)));
                    keys += tab.value();
                }
                // Each text is what was typed, in whole and in order, also where it is younger.
                qsizetype open = 0;
                for (const Draft &draft : session.drafts)
                    QCOMPARE(draft.query.text, typedText(draft.id, draft.query.text.size()));
                for (const WindowLayout &window : session.layout.windows)
                    open += window.tabs.size();
                QVERIFY(open > 0);
                QCOMPARE(open + session.layout.closed.size(), session.drafts.size());
            }
        }
        qInfo("%d kills, %lld keys owed, none missing", kills, static_cast<long long>(keys));
    }

    void twoProgramsNeverShareASession()
    {
        QTemporaryDir dir;
        // The second one does not get the first's session: it hands over and ends.
        QRandomGenerator random(7);
        Typist first;
        first.root = dir.path();
        startTypist(first, random);
        const auto isTyping = [&first] {
            first.output += first.process->readAllStandardOutput();
            return first.output.contains('\n');
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTyping(), 20'000);
        DraftStore thief(dir.path() + QStringLiteral("/1"));
        QVERIFY(!thief.open());
        Typist second;
        second.root = dir.path();
        startTypist(second, random);
        QVERIFY(second.process->waitForFinished(20'000));
        QCOMPARE(second.process->exitStatus(), QProcess::NormalExit);
        QVERIFY(second.process->readAllStandardOutput().isEmpty());
        QCOMPARE(first.process->state(), QProcess::Running);
        first.process->kill();
        QVERIFY(first.process->waitForFinished(10'000));
        QVERIFY(thief.open());
        for (const Draft &draft : thief.load().drafts)
            QCOMPARE(draft.query.text, typedText(draft.id, draft.query.text.size()));
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
