#include "support/historyscenes.h"
#include "models/historymodel.h"

#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/historydock.h"
#include "widgets/historyfilterbutton.h"
#include "widgets/querycomparison.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

namespace sonde {

namespace {

const QString firstQuery = QStringLiteral("SecurityEvent\n"
                                          "| where TimeGenerated > ago(1d)\n"
                                          "| where EventID == 4625\n"
                                          "| summarize Failed = count() by Account\n"
                                          "| sort by Failed desc\n");
const QString secondQuery = QStringLiteral("SecurityEvent\n"
                                           "| where TimeGenerated > ago(7d)\n"
                                           "| where EventID == 4625\n"
                                           "| where AccountType == \"User\" // no services\n"
                                           "| summarize Failed = count() by Account, Computer\n"
                                           "| sort by Failed desc\n"
                                           "| take 20\n");

/// A history of a few runs, the last of which failed.
HistoryDock &historyOf(WindowFixture &fixture)
{
    HistoryStore &store = fixture.history();
    QSignalSpy ended(&store, &HistoryStore::entryChanged);
    const auto put = [&](const QString &text, int minutesAgo, const RunEnd &end) {
        Query query;
        query.text = text;
        const QDateTime now = fixture.clock.nowUtc();
        store.finish(store.begin(query, fixture.connection, now.addSecs(-60 * minutesAgo)), end);
    };
    RunEnd end;
    end.rows = 1204;
    end.durationMs = 1412;
    put(QStringLiteral("Heartbeat\n| summarize max(TimeGenerated) by Computer"), 90, end);
    end.rows = 17;
    put(firstQuery, 50, end);
    end.rows = 0;
    end.durationMs = 12'400;
    end.outcome = RunOutcome::Failed;
    end.errorMessage = QStringLiteral("The service throttled the query.");
    put(secondQuery, 10, end);
    (void)QTest::qWaitFor([&ended] { return ended.count() == 3; });
    fixture.window().findChild<Actions *>()->view.history->trigger();
    auto *dock = fixture.window().findChild<HistoryDock *>();
    const QAbstractItemModel *model = dock->findChild<QListView *>()->model();
    (void)QTest::qWaitFor([model] { return model->rowCount() >= 4; });
    return *dock;
}

QWidget *history(WindowFixture &fixture)
{
    HistoryDock &dock = historyOf(fixture);
    dock.findChild<QLineEdit *>()->setText(QStringLiteral("account"));
    auto *list = dock.findChild<QListView *>();
    (void)QTest::qWaitFor([list] { return list->model()->rowCount() == 3; });
    list->setCurrentIndex(list->model()->index(1, 0));
    return &fixture.window();
}

QWidget *filteredHistory(WindowFixture &fixture)
{
    HistoryDock &dock = historyOf(fixture);
    const QList<QAction *> choices = dock.findChild<HistoryFilterButton *>()->menu()->actions();
    choices.at(3)->trigger(); // stopped
    choices.at(7)->trigger(); // over ten seconds
    auto *list = dock.findChild<QListView *>();
    (void)QTest::qWaitFor([list] { return !list->isVisible(); });
    return &fixture.window();
}

QWidget *comparedQueries(WindowFixture &fixture)
{
    HistoryDock &dock = historyOf(fixture);
    const QAbstractItemModel *model = dock.findChild<QListView *>()->model();
    const auto entryAt = [model](int row) {
        return model->index(row, 0).data(HistoryModel::EntryRole).value<HistoryEntry>();
    };
    // Not by its keys: where a screen reader listens they go to it first.
    emit dock.compareRequested({entryAt(2), entryAt(1)});
    QueryComparison *comparison = nullptr;
    (void)QTest::qWaitFor([&] {
        comparison = fixture.window().findChild<QueryComparison *>();
        return comparison != nullptr && comparison->differences() > 0;
    });
    return comparison;
}

} // namespace

QList<Scene> historyScenes()
{
    return {{"history", Scene::Kind::Window, history},
            {"history-filtered", Scene::Kind::Window, filteredHistory},
            {"compared-queries", Scene::Kind::Dialog, comparedQueries}};
}

} // namespace sonde
