#include "historyfixture.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// What the history keeps, finds and forgets.
class TestHistoryStore final : public QObject, private HistoryFixture
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }
    void keepsEverything();
    void nothingHappensWithinACall();
    void neverForAConnection();
    void searchesWords_data();
    void searchesWords();
    void cancelledSearch();
    void pagesStandStill();
    void removeAndRestore();
    void removedIsGoneAfterwards();
    void ofOneConnection();
    void clearLeavesNothing();
    void keepsTheNewest();
    void longTextIsCut();
    void runningOnlyWhileItsProgramLives();
    void twoProgramsWrite();
};

void TestHistoryStore::keepsEverything()
{
    Query query = queryOf(QStringLiteral("Event\n| where EventID == 4625 // “naïve” 日本 🛰"));
    query.language = QueryLanguage::Classic;
    query.range = TimeRange::last(std::chrono::hours(12));
    query.top = 500;
    query.serverTimeoutSeconds = 77;
    RunEnd end;
    end.outcome = RunOutcome::Failed;
    end.durationMs = 1234;
    end.rows = 3;
    end.total = 10'000'000'000;
    end.resolved = ResolvedRange{noon().addDays(-2), noon().addDays(-1)};
    end.errorMessage = QStringLiteral("The service refused the query.");

    HistoryEntry first;
    HistoryEntry second;
    {
        const StorePtr store = open();
        QSignalSpy added(store.get(), &HistoryStore::entryAdded);
        QSignalSpy changed(store.get(), &HistoryStore::entryChanged);
        const qint64 id = store->begin(query, connectionOf("c1", "Contoso"), noon());
        QTRY_COMPARE(added.count(), 1);
        first = added.at(0).at(0).value<HistoryEntry>();
        QCOMPARE(first.id, id);
        QCOMPARE(first.outcome, RunOutcome::Running);
        QVERIFY(!first.durationMs && !first.rows && !first.total);
        QCOMPARE(first.resolved, (ResolvedRange{noon().addSecs(-12 * 3600), noon()}));
        store->finish(id, end);
        QTRY_COMPARE(changed.count(), 1);
        second = changed.at(0).at(0).value<HistoryEntry>();
        store->finish(12345, end); // no such run
        QCOMPARE(entriesOf(*store), QList<HistoryEntry>{second});
        QCOMPARE(changed.count(), 1);
    }
    first.apply(end);
    QCOMPARE(second, first);
    const StorePtr store = open();
    const QList<HistoryEntry> entries = entriesOf(*store);
    QCOMPARE(entries, QList<HistoryEntry>{first});
    QCOMPARE(entries.first().startedUtc, noon());
    QCOMPARE(entries.first().startedUtc.timeSpec(), Qt::UTC);
    const Query again = entries.first().query();
    QCOMPARE(again.text, query.text);
    QCOMPARE(again.language, query.language);
    QCOMPARE(again.range, query.range);
    QCOMPARE(again.top, query.top);
    QCOMPARE(again.serverTimeoutSeconds, 77);
}

void TestHistoryStore::nothingHappensWithinACall()
{
    StorePtr store = open();
    QVERIFY(!QFileInfo::exists(m_path));
    bool isCalled = false;
    auto context = std::make_unique<QObject>();
    store->search({}, context.get(), [&](const Result<HistoryPage> &) { isCalled = true; });
    QVERIFY(!isCalled);
    context.reset();
    // What was asked later has been answered: the one before never will be.
    QCOMPARE(entriesOf(*store).size(), 0);
    QVERIFY(!isCalled);
    store->search({}, this, [&](const Result<HistoryPage> &) { isCalled = true; });
    store.reset();
    QVERIFY(!isCalled);
}

void TestHistoryStore::neverForAConnection()
{
    const StorePtr store = open();
    Connection connection = connectionOf("c1", "Contoso");
    connection.keepsHistory = false;
    QCOMPARE(store->begin(queryOf(QStringLiteral("Secret")), connection, noon()), 0);
    store->finish(0, {});
    QCOMPARE(entriesOf(*store).size(), 0);
    QVERIFY(!bytes().contains("Secret"));
}

void TestHistoryStore::searchesWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found"); // by their first word
    QTest::newRow("nothing") << QString()
                             << QStringList{QStringLiteral("Perf"), QStringLiteral("Event"),
                                            QStringLiteral("Éclair")};
    QTest::newRow("blanks") << QStringLiteral(" \n\t")
                            << QStringList{QStringLiteral("Perf"), QStringLiteral("Event"),
                                           QStringLiteral("Éclair")};
    QTest::newRow("case") << QStringLiteral("EVENTid") << QStringList{QStringLiteral("Event")};
    QTest::newRow("case beyond ASCII") << QStringLiteral("éCLAIR") << QStringList{QStringLiteral("Éclair")};
    QTest::newRow("percent is percent") << QStringLiteral("100%") << QStringList{QStringLiteral("Perf")};
    QTest::newRow("underscore is underscore") << QStringLiteral("a_b") << QStringList{QStringLiteral("Perf")};
    QTest::newRow("quote") << QStringLiteral("'x'") << QStringList{QStringLiteral("Éclair")};
    QTest::newRow("all words") << QStringLiteral("== event 4625") << QStringList{QStringLiteral("Event")};
    QTest::newRow("one word missing") << QStringLiteral("event 4626") << QStringList{};
    QTest::newRow("connection") << QStringLiteral("fabrikam") << QStringList{QStringLiteral("Éclair")};
    QTest::newRow("error message") << QStringLiteral("REFUSED") << QStringList{QStringLiteral("Event")};
    QTest::newRow("across fields") << QStringLiteral("contoso refused")
                                   << QStringList{QStringLiteral("Event")};
}

void TestHistoryStore::searchesWords()
{
    QFETCH(const QString, words);
    QFETCH(const QStringList, found);
    const StorePtr store = open();
    put(*store, {QStringLiteral("Éclair | where s == 'x'")}, connectionOf("c2", "Fabrikam"));
    const qint64 event = store->begin(queryOf(QStringLiteral("Event | where EventID == 4625")),
                                      connectionOf("c1", "Contoso"), noon().addSecs(10));
    RunEnd end;
    end.outcome = RunOutcome::Failed;
    end.errorMessage = QStringLiteral("The service refused the query.");
    store->finish(event, end);
    store->begin(queryOf(QStringLiteral("Perf | where a_b == '100%' and aXb == '100 '")),
                 connectionOf("c1", "Contoso"), noon().addSecs(20));
    QStringList firsts;
    for (const QString &text : textsOf(*store, words))
        firsts << text.section(u' ', 0, 0);
    QCOMPARE(firsts, found);
}

void TestHistoryStore::cancelledSearch()
{
    const StorePtr store = open();
    put(*store, {QStringLiteral("a")});
    HistorySearch search;
    search.cancel = std::make_shared<CancelState>();
    search.cancel->cancel();
    QSignalSpy problems(store.get(), &HistoryStore::problem);
    const auto page = pageOf(*store, search);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Cancelled);
    QCOMPARE(problems.count(), 0);
}

void TestHistoryStore::pagesStandStill()
{
    const StorePtr store = open();
    QStringList texts;
    for (int i = 0; i < 25; ++i)
        texts << QStringLiteral("Q%1").arg(i);
    put(*store, texts);
    HistorySearch search;
    search.limit = 10;
    QStringList seen;
    for (int page = 0; page < 3; ++page) {
        const auto found = pageOf(*store, search);
        QVERIFY(found.has_value());
        QCOMPARE(found->hasMore, page < 2);
        for (const HistoryEntry &entry : found->entries)
            seen << entry.text;
        search.before = found->entries.last().id;
        // A run that comes between two pages is newer than both.
        store->begin(queryOf(QStringLiteral("new")), connectionOf("c1", "Contoso"),
                     noon().addSecs(100 + page));
    }
    std::reverse(texts.begin(), texts.end());
    QCOMPARE(seen, texts);
}

void TestHistoryStore::removeAndRestore()
{
    const StorePtr store = open();
    const QStringList texts{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    const QList<qint64> ids = put(*store, texts);
    QSignalSpy removed(store.get(), &HistoryStore::entriesRemoved);
    QSignalSpy reset(store.get(), &HistoryStore::reset);
    store->remove({ids.at(0), ids.at(2)});
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(textsOf(*store), QStringList(QStringLiteral("b")));
    // A run may end while it is hidden.
    store->finish(ids.at(0), {});
    store->restore({ids.at(0), ids.at(2)});
    QTRY_COMPARE(reset.count(), 1);
    const QList<HistoryEntry> entries = entriesOf(*store);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.last().outcome, RunOutcome::Complete);
}

void TestHistoryStore::removedIsGoneAfterwards()
{
    StorePtr store = open();
    const QList<qint64> ids = put(*store, {QStringLiteral("hidden-away"), QStringLiteral("kept-here")});
    QSignalSpy removed(store.get(), &HistoryStore::entriesRemoved);
    store->remove({ids.first()});
    QTRY_COMPARE(removed.count(), 1);
    {
        // Another program leaves alone what may yet be brought back.
        const StorePtr other = open();
        QCOMPARE(textsOf(*other), QStringList(QStringLiteral("kept-here")));
    }
    QVERIFY(bytes().contains("hidden-away"));
    store.reset();
    QVERIFY(!bytes().contains("hidden-away"));
    QVERIFY(bytes().contains("kept-here"));
}

void TestHistoryStore::ofOneConnection()
{
    const StorePtr store = open();
    put(*store, {QStringLiteral("first-of-one")});
    put(*store, {QStringLiteral("of-two")}, connectionOf("c2", "Fabrikam"));
    QSignalSpy reset(store.get(), &HistoryStore::reset);
    store->removeOfConnection(QStringLiteral("c1"));
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(textsOf(*store), QStringList(QStringLiteral("of-two")));
    QVERIFY(!bytes().contains("first-of-one"));
}

void TestHistoryStore::clearLeavesNothing()
{
    const StorePtr store = open();
    const QList<qint64> ids = put(*store, {QStringLiteral("all-of-this"), QStringLiteral("all-of-that")});
    QSignalSpy reset(store.get(), &HistoryStore::reset);
    store->clear();
    store->finish(ids.first(), {});
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(entriesOf(*store).size(), 0);
    QVERIFY(!bytes().contains("all-of-"));
}

void TestHistoryStore::keepsTheNewest()
{
    QStringList texts;
    for (int i = 0; i < 120; ++i)
        texts << QStringLiteral("%1").arg(i, 10);
    put(*open(), texts);
    QCOMPARE(entriesOf(*open()).size(), 120);
    StorePtr store = open({50, 1'000'000});
    QCOMPARE(textsOf(*store), [&] {
        QStringList newest = texts.mid(70);
        std::reverse(newest.begin(), newest.end());
        return newest;
    }());
    store.reset();
    store = open({50, 100}); // ten texts of ten characters
    QCOMPARE(entriesOf(*store).size(), 10);
    // Also while the program runs, a little late.
    put(*store, texts);
    QVERIFY(entriesOf(*store).size() < 100);
}

void TestHistoryStore::longTextIsCut()
{
    const StorePtr store = open();
    const QString pair = QString::fromUtf8("🛰");
    const QString whole = QStringLiteral("x") + pair.repeated(5'000'000);
    put(*store, {whole});
    const HistoryEntry entry = entriesOf(*store).first();
    QVERIFY(entry.isCut());
    QCOMPARE(entry.textLength, 10'000'001);
    QCOMPARE(entry.text, QStringLiteral("x") + pair.repeated(49'999)); // not through a pair
    const QString opened = entry.query().text;
    QVERIFY(opened.startsWith(entry.text + QStringLiteral("\n// ")));
    QVERIFY2(opened.section(u'\n', -1).contains(QLatin1String("99,999")) ||
                 opened.section(u'\n', -1).contains(QLatin1String("99999")),
             qPrintable(opened.section(u'\n', -1)));
    const HistoryEntry exact = [] {
        HistoryEntry made;
        made.setText(QString(HistoryEntry::longestText, u'y'));
        return made;
    }();
    QVERIFY(!exact.isCut());
    QCOMPARE(exact.query().text.size(), HistoryEntry::longestText);
}

void TestHistoryStore::runningOnlyWhileItsProgramLives()
{
    StorePtr first = open();
    put(*first, {QStringLiteral("a")});
    {
        const StorePtr second = open();
        QCOMPARE(entriesOf(*second).first().outcome, RunOutcome::Running);
    }
    first.reset(); // without an end
    const StorePtr third = open();
    QCOMPARE(entriesOf(*third).first().outcome, RunOutcome::Interrupted);
    QVERIFY(!entriesOf(*third).first().durationMs);
}

void TestHistoryStore::twoProgramsWrite()
{
    const StorePtr one = open();
    const StorePtr two = open();
    QSignalSpy oneAdded(one.get(), &HistoryStore::entryAdded);
    QSignalSpy twoChanged(two.get(), &HistoryStore::entryChanged);
    QSignalSpy oneProblem(one.get(), &HistoryStore::problem);
    QSignalSpy twoProblem(two.get(), &HistoryStore::problem);
    constexpr int runs = 50;
    const Connection connection = connectionOf("c1", "Contoso");
    for (int i = 0; i < runs; ++i) {
        // The same millisecond in both.
        one->finish(one->begin(queryOf(QStringLiteral("one")), connection, noon().addMSecs(i)), {});
        two->finish(two->begin(queryOf(QStringLiteral("two")), connection, noon().addMSecs(i)), {});
    }
    QTRY_COMPARE_WITH_TIMEOUT(oneAdded.count(), runs, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(twoChanged.count(), runs, 20'000);
    QCOMPARE(entriesOf(*one).size(), 2 * runs);
    QCOMPARE(oneProblem.count() + twoProblem.count(), 0);

    // One sees what the other wrote when it looks.
    QSignalSpy reset(one.get(), &HistoryStore::reset);
    one->lookForOthers();
    entriesOf(*one);
    const auto resets = reset.count();
    one->lookForOthers();
    entriesOf(*one);
    QCOMPARE(reset.count(), resets);
    put(*two, {QStringLiteral("more")});
    one->lookForOthers();
    QTRY_COMPARE(reset.count(), resets + 1);
}

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
