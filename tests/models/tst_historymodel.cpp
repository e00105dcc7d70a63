#include "core/timezone.h"
#include "models/historyheadline.h"
#include "models/historymodel.h"
#include "stores/historystore.h"
#include "support/manualclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace sonde;

/// A real store in a folder of its own below the model.
class TestHistoryModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void headlines_data();
    void headlines();
    void days();
    void daysOfTheZone();
    void midnight();
    void runsShowAtOnce();
    void intoTheMiddle();
    void filters();
    void filtersByOutcomeAndDuration();
    void headlinePlaces();
    void pages();
    void removesWithTheirDay();
    void failureIsTold();
    void otherProgramsRuns();

private:
    qint64 put(const QDateTime &started, const QString &text = QStringLiteral("Event"));
    void finish(qint64 id, RunOutcome outcome, const QString &error = {});
    /// A row each: the day as "# Today", a run as its headline.
    QStringList shown() const;
    void load();

    const QDateTime m_noon{{2026, 11, 22}, {12, 0}, utcZone};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HistoryModel> m_model;
};

void TestHistoryModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<HistoryStore>(m_folder->path());
    m_clock = std::make_unique<ManualClock>(m_noon);
    m_model = std::make_unique<HistoryModel>(*m_store, *m_clock);
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_model.get());
}

void TestHistoryModel::cleanup()
{
    m_model.reset();
    m_store.reset();
}

qint64 TestHistoryModel::put(const QDateTime &started, const QString &text)
{
    QSignalSpy added(m_store.get(), &HistoryStore::entryAdded);
    Connection connection;
    connection.id = QStringLiteral("c1");
    connection.name = QStringLiteral("Contoso");
    Query query;
    query.text = text;
    const qint64 id = m_store->begin(query, connection, started);
    if (!QTest::qWaitFor([&added] { return added.count() == 1; }))
        qWarning("The run was not stored.");
    return id;
}

void TestHistoryModel::finish(qint64 id, RunOutcome outcome, const QString &error)
{
    QSignalSpy changed(m_store.get(), &HistoryStore::entryChanged);
    RunEnd end;
    end.outcome = outcome;
    end.errorMessage = error;
    m_store->finish(id, end);
    if (!QTest::qWaitFor([&changed] { return changed.count() == 1; }))
        qWarning("The end was not stored.");
}

QStringList TestHistoryModel::shown() const
{
    QStringList rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const bool isDay = index.data(HistoryModel::IsDayRole).toBool();
        rows << (isDay ? QStringLiteral("# ") : QString()) + index.data().toString();
    }
    return rows;
}

void TestHistoryModel::load()
{
    QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    m_model->reload();
    QTRY_COMPARE(loaded.count(), 1);
}

void TestHistoryModel::headlines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("headline");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("blank") << QStringLiteral(" \n\t\n") << QString();
    QTest::newRow("lines") << QStringLiteral("Event\n| take 5") << QStringLiteral("Event | take 5");
    QTest::newRow("behind comments") << QStringLiteral(
                                            "\r\n// Display name: x\r\n  //y\r\n  Event  | take 5\r\n")
                                     << QStringLiteral("Event | take 5");
    QTest::newRow("comments between")
        << QStringLiteral("Event\n// why\n\t| take 5 // five") << QStringLiteral("Event | take 5 // five");
    QTest::newRow("only comments") << QStringLiteral("\n // one\n// two") << QStringLiteral("// one");
    QTest::newRow("long") << QString(5000, u'x') << QString(400, u'x');
}

void TestHistoryModel::headlines()
{
    QFETCH(const QString, text);
    QFETCH(const QString, headline);
    QCOMPARE(HistoryModel::headlineOf(text), headline);
}

void TestHistoryModel::days()
{
    put(m_noon.addYears(-1), QStringLiteral("year"));
    put(m_noon.addDays(-2), QStringLiteral("c"));
    put(m_noon.addDays(-1), QStringLiteral("b"));
    put(m_noon.addDays(-1).addSecs(1), QStringLiteral("a"));
    const qint64 id = put(m_noon, QStringLiteral("now"));
    QCOMPARE(m_model->rowCount(), 9); // also without a reload, as they came
    load();
    QCOMPARE(shown(), (QStringList{QStringLiteral("# Today"), QStringLiteral("now"),
                                   QStringLiteral("# Yesterday"), QStringLiteral("a"), QStringLiteral("b"),
                                   QStringLiteral("# Friday 20 November"), QStringLiteral("c"),
                                   QStringLiteral("# Saturday 22 November 2025"), QStringLiteral("year")}));
    QCOMPARE(m_model->flags(m_model->index(0)), Qt::NoItemFlags);
    QVERIFY(m_model->flags(m_model->index(1)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(m_model->entryAt(m_model->index(0)).id, 0);
    QCOMPARE(m_model->entryAt(m_model->index(1)).id, id);
    QCOMPARE(m_model->indexOf(id).row(), 1);
    QVERIFY(!m_model->indexOf(0).isValid());
    QCOMPARE(m_model->index(1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("now; Running; Contoso; 12:00"));
}

void TestHistoryModel::daysOfTheZone()
{
    qputenv("TZ", "Pacific/Auckland"); // thirteen hours ahead
    tzset();
    put(m_noon.addSecs(-2 * 3600), QStringLiteral("evening"));
    put(m_noon, QStringLiteral("after midnight"));
    load();
    QCOMPARE(shown(), (QStringList{QStringLiteral("# Today"), QStringLiteral("after midnight"),
                                   QStringLiteral("evening")}));
    m_model->setZone(TimeRange::Zone::Local);
    QCOMPARE(shown(), (QStringList{QStringLiteral("# Today"), QStringLiteral("after midnight"),
                                   QStringLiteral("# Yesterday"), QStringLiteral("evening")}));
    qputenv("TZ", "UTC");
    tzset();
}

void TestHistoryModel::midnight()
{
    put(m_noon, QStringLiteral("a"));
    load();
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->updateDays();
    QCOMPARE(changed.count(), 0);
    m_clock->advance(std::chrono::hours(13));
    m_model->updateDays();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(shown().first(), QStringLiteral("# Yesterday"));
}

void TestHistoryModel::runsShowAtOnce()
{
    load();
    QCOMPARE(m_model->rowCount(), 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const qint64 id = put(m_noon);
    QCOMPARE(shown(), (QStringList{QStringLiteral("# Today"), QStringLiteral("Event")}));
    QCOMPARE(m_model->entryAt(m_model->index(1)).outcome, RunOutcome::Running);
    finish(id, RunOutcome::Capped);
    QCOMPARE(m_model->entryAt(m_model->index(1)).outcome, RunOutcome::Capped);
    put(m_noon.addSecs(5), QStringLiteral("Perf"));
    QCOMPARE(shown(),
             (QStringList{QStringLiteral("# Today"), QStringLiteral("Perf"), QStringLiteral("Event")}));
    QCOMPARE(reset.count(), 0);
}

void TestHistoryModel::intoTheMiddle()
{
    // Runs that meet the filter only once they end come between others, and in front of them.
    QList<qint64> ids;
    for (const int hour : {-72, -48, -26, -25, -24, 0, 3, 24})
        ids << put(m_noon.addSecs(hour * 3600), QString::number(hour));
    m_model->setFilter({QStringLiteral("throttled")});
    load();
    QCOMPARE(m_model->rowCount(), 0);
    for (const int which : {3, 0, 7, 1, 2, 6, 5, 4})
        finish(ids.at(which), RunOutcome::Failed, QStringLiteral("The service throttled the query."));
    const QStringList live = shown();
    QCOMPARE(live.filter(QStringLiteral("#")).size(), 5);
    QCOMPARE(live.size(), 13);
    load();
    QCOMPARE(live, shown());
}

void TestHistoryModel::filters()
{
    put(m_noon, QStringLiteral("Event | where A"));
    put(m_noon.addSecs(1), QStringLiteral("Perf | where B"));
    load();
    QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    m_model->setFilter({QStringLiteral("perf")});
    m_model->setFilter({QStringLiteral("event")}); // the one before is given up
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(shown(), (QStringList{QStringLiteral("# Today"), QStringLiteral("Event | where A")}));
    m_model->setFilter({QStringLiteral(" event  ")}); // the same words
    put(m_noon.addSecs(2), QStringLiteral("Heartbeat"));
    put(m_noon.addSecs(3), QStringLiteral("EVENT"));
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(loaded.count(), 1);
    m_model->setFilter({});
    QTRY_COMPARE(m_model->rowCount(), 5);
}

void TestHistoryModel::filtersByOutcomeAndDuration()
{
    const auto end = [this](const char *text, RunOutcome outcome, qint64 rows, qint64 durationMs) {
        const qint64 id = put(m_noon, QString::fromLatin1(text));
        QSignalSpy changed(m_store.get(), &HistoryStore::entryChanged);
        RunEnd ended;
        ended.outcome = outcome;
        ended.rows = rows;
        ended.durationMs = durationMs;
        m_store->finish(id, ended);
        QTRY_COMPARE(changed.count(), 1);
    };
    end("capped", RunOutcome::Capped, 5, 1'001);
    end("complete", RunOutcome::Complete, 1, 90'000);
    end("nothing", RunOutcome::Complete, 0, 1'000);
    end("failed", RunOutcome::Failed, 0, 1'500);
    end("stopped", RunOutcome::Stopped, 7, 20'000);
    put(m_noon, QStringLiteral("running"));
    const auto found = [this](const HistoryFilter &filter) -> QStringList {
        m_model->setFilter(filter);
        load();
        return shown().mid(1);
    };
    const auto list = [](const char *texts) { return QString::fromLatin1(texts).split(u' '); };
    QCOMPARE(found({QString(), OutcomeFilter::WithRows}), list("complete capped"));
    QCOMPARE(found({QString(), OutcomeFilter::Failed}), list("failed"));
    QCOMPARE(found({QString(), OutcomeFilter::Stopped}), list("stopped"));
    QCOMPARE(found({QString(), OutcomeFilter::Any, 1'000}), list("stopped failed complete capped"));
    QCOMPARE(found({QStringLiteral("C"), OutcomeFilter::WithRows, 60'000}), list("complete"));
    // One that meets the filter only with its end shows then, also without a new look.
    QCOMPARE(found({QString(), OutcomeFilter::Stopped, 30'000}), QStringList());
    QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    end("slow", RunOutcome::Stopped, 0, 31'000);
    QCOMPARE(shown().mid(1), list("slow"));
    QCOMPARE(loaded.count(), 0);
}

void TestHistoryModel::headlinePlaces()
{
    const QString text = QStringLiteral("// why\n  Event\t | take  5\n// hidden\n| count");
    const HistoryHeadline whole = historyHeadline(text);
    QCOMPARE(whole.text, QStringLiteral("Event | take 5 | count"));
    QCOMPARE(whole.places.size(), whole.text.size());
    for (qsizetype i = 0; i < whole.text.size(); ++i) {
        if (whole.text.at(i) != u' ')
            QCOMPARE(text.at(whole.places.at(i)), whole.text.at(i));
        else
            QVERIFY(text.at(whole.places.at(i)).isSpace());
    }
    QVERIFY(std::is_sorted(whole.places.cbegin(), whole.places.cend()));
    // From within a comment, that comment too.
    QCOMPARE(historyHeadline(text, text.indexOf(QLatin1String("// hid"))).text,
             QStringLiteral("// hidden | count"));
    QCOMPARE(historyHeadline(text, text.indexOf(QLatin1String("dden"))).text, QStringLiteral("dden | count"));
    QCOMPARE(historyHeadline(text, 0).text, QStringLiteral("// why Event | take 5 | count"));
    QCOMPARE(historyHeadline(text, text.size()).text, QString());
    const QString emoji = QString(399, u'x') + QStringLiteral("\U0001F600");
    QCOMPARE(historyHeadline(emoji).text, QString(399, u'x'));
    QCOMPARE(historyHeadline(emoji).places.size(), 399);
}

void TestHistoryModel::pages()
{
    m_model = std::make_unique<HistoryModel>(*m_store, *m_clock); // the tester fetches by itself
    for (int i = 0; i < 230; ++i) {
        Query query;
        query.text = QString::number(i);
        m_store->begin(query, Connection(), m_noon.addSecs(i * 60 - 230 * 60));
    }
    load();
    QCOMPARE(m_model->rowCount(), 101);
    QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    while (m_model->canFetchMore({})) {
        m_model->fetchMore({});
        QVERIFY(!m_model->canFetchMore({}));
        put(m_noon.addSecs(m_model->rowCount()), QStringLiteral("meanwhile"));
        QVERIFY(loaded.count() > 0 || loaded.wait());
        loaded.clear();
    }
    QStringList texts = shown();
    texts.removeAll(QStringLiteral("meanwhile"));
    texts.removeIf([](const QString &text) { return text.startsWith(u'#'); });
    QCOMPARE(texts.size(), 230);
    QCOMPARE(texts.first(), QStringLiteral("229"));
    QCOMPARE(texts.last(), QStringLiteral("0"));
    const QStringList paged = shown();
    QCOMPARE(paged.filter(QStringLiteral("#")).size(), 1);
}

void TestHistoryModel::removesWithTheirDay()
{
    const qint64 before = put(m_noon.addDays(-1), QStringLiteral("b"));
    const qint64 first = put(m_noon, QStringLiteral("a1"));
    const qint64 second = put(m_noon.addSecs(1), QStringLiteral("a2"));
    load();
    m_store->remove({first});
    QTRY_COMPARE(m_model->rowCount(), 4);
    m_store->remove({second});
    QTRY_COMPARE(shown(), (QStringList{QStringLiteral("# Yesterday"), QStringLiteral("b")}));
    m_store->remove({before});
    QTRY_COMPARE(m_model->rowCount(), 0);
    m_store->restore({first, second, before});
    QTRY_COMPARE(m_model->rowCount(), 5);
}

void TestHistoryModel::failureIsTold()
{
    m_store.reset();
    QFile file(m_folder->filePath(QStringLiteral("in-the-way")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_store = std::make_unique<HistoryStore>(file.fileName());
    m_model = std::make_unique<HistoryModel>(*m_store, *m_clock);
    QSignalSpy failed(m_model.get(), &HistoryModel::failed);
    m_model->reload();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().kind, ErrorKind::Io);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestHistoryModel::otherProgramsRuns()
{
    load();
    HistoryStore other(m_folder->path());
    QSignalSpy added(&other, &HistoryStore::entryAdded);
    other.begin({}, Connection(), m_noon);
    QTRY_COMPARE(added.count(), 1);
    m_store->lookForOthers(); // the first look only remembers
    m_store->lookForOthers();
    other.begin({}, Connection(), m_noon);
    QTRY_COMPARE(added.count(), 2);
    m_store->lookForOthers();
    QTRY_COMPARE(m_model->rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
