#include "core/timezone.h"
#include "stores/historystore.h"
#include "support/badinput.h"
#include "support/smalldisk.h"

#include <QSignalSpy>
#include <QTest>
#include <unistd.h>

using namespace sonde;

/// The history on a disk that is full.
class TestBadHistory : public QObject
{
    Q_OBJECT

public:
    TestBadHistory() { m_area.drive("disk full while writing", fullDisk); }

private slots:
    void initTestCase()
    {
        if (geteuid() != 0)
            QSKIP("Only root can mount a small disk.");
    }
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static QStringList textsOf(HistoryStore &store)
    {
        std::optional<QStringList> texts;
        QObject context;
        store.search({}, &context, [&texts](const Result<HistoryPage> &page) {
            texts.emplace();
            if (page) {
                for (const HistoryEntry &entry : page->entries)
                    *texts << entry.text;
            }
        });
        (void)QTest::qWaitFor([&texts] { return texts.has_value(); }, 20'000);
        return texts.value_or(QStringList());
    }

    static void fullDisk(const BadInputCase &row)
    {
        const SmallDisk disk("1m");
        if (!disk.isMounted())
            QSKIP("This machine does not let a test mount a tmpfs.");
        const QString folder = disk.filePath("history");
        HistoryStore store(folder);
        QSignalSpy added(&store, &HistoryStore::entryAdded);
        QSignalSpy problems(&store, &HistoryStore::problem);
        Connection connection;
        connection.id = QStringLiteral("c1");
        connection.name = QStringLiteral("Contoso");
        const QDateTime noon({2026, 11, 22}, {12, 0}, utcZone);
        Query query;
        query.text = QStringLiteral("before");
        store.finish(store.begin(query, connection, noon), {});
        QTRY_COMPARE(added.count(), 1);
        disk.fill();
        QStringList texts{query.text};
        for (int i = 0; i < 20; ++i) {
            query.text = QString(3000, u'q') + QString::number(i);
            texts.prepend(query.text);
            store.finish(store.begin(query, connection, noon.addSecs(10 + i)), {});
        }
        QTRY_COMPARE(problems.count(), 1);
        SONDE_AGREES(row, problems.at(0).at(0).value<Error>(),
                     {{QStringLiteral("folder"), folder}, {QStringLiteral("free"), QStringLiteral("0")}});
        QVERIFY(textsOf(store).contains(QStringLiteral("before")));
        // With room again, the next run takes those before it along.
        QVERIFY(QFile::remove(disk.filePath("filler")));
        query.text = QStringLiteral("after");
        texts.prepend(query.text);
        store.finish(store.begin(query, connection, noon.addSecs(60)), {});
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(store), texts, 20'000);
    }

    BadInputArea m_area{QStringLiteral("history")};
};

QTEST_GUILESS_MAIN(TestBadHistory)
#include "tst_badinput_history.moc"
