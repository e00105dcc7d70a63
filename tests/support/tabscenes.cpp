#include "support/tabscenes.h"

#include "widgets/actions.h"
#include "widgets/mainwindow.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/tabspopup.h"

#include <QLineEdit>

namespace sonde {

namespace {

struct Tab
{
    const char *title;
    const char *text;
};

/// As somebody who has worked for a while has them.
void openTabs(MainWindow &window)
{
    for (const Tab &tab : {Tab{"Failed logons by account", "SecurityEvent\n| where EventID == 4625\n"},
                           Tab{"Errors of the web shop", "AppExceptions\n| summarize count() by ProblemId\n"},
                           Tab{"Disks that fill up", "Perf\n| where CounterName == \"% Free Space\"\n"},
                           Tab{"Restarts", "Event\n| where EventID == 6005\n"},
                           Tab{"Silent computers", "Heartbeat\n| take 10\n"}}) {
        Query query;
        query.text = QString::fromLatin1(tab.text);
        window.openQuery(query, false, QString::fromLatin1(tab.title));
    }
}

QWidget *pinnedTabs(WindowFixture &fixture)
{
    openTabs(fixture.window());
    QueryTabs &tabs = fixture.window().tabs();
    const QList<QueryPage *> pages = tabs.pages();
    tabs.setPinned(pages.at(2), true);
    tabs.setPinned(pages.at(0), true);
    tabs.setCurrent(pages.at(0));
    return &fixture.window();
}

/// One has run, one runs, one could not.
void runTabs(WindowFixture &fixture)
{
    MainWindow &window = fixture.window();
    const QList<QueryPage *> pages = window.tabs().pages();
    QAction *run = window.findChild<Actions *>()->query.run;
    window.tabs().setCurrent(pages.at(0));
    run->trigger();
    fixture.runner.last().job->deliver(WindowFixture::chunk(0, 1204));
    fixture.runner.last().job->finish(fixture.info());
    window.tabs().setCurrent(pages.at(1));
    run->trigger();
    window.tabs().setCurrent(pages.at(3));
    run->trigger();
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = QStringLiteral("The query took longer than the service allows.");
    fixture.runner.last().job->finish(tl::unexpected<Error>(error));
}

QWidget *openPopup(WindowFixture &fixture)
{
    fixture.window().findChild<Actions *>()->view.allTabs->trigger();
    return fixture.window().findChild<TabsPopup *>();
}

QWidget *allTabs(WindowFixture &fixture)
{
    openTabs(fixture.window());
    runTabs(fixture);
    const QList<QueryPage *> pages = fixture.window().tabs().pages();
    fixture.window().tabs().setPinned(pages.at(2), true);
    return openPopup(fixture);
}

QWidget *noTabFits(WindowFixture &fixture)
{
    openTabs(fixture.window());
    QWidget *popup = openPopup(fixture);
    popup->findChild<QLineEdit *>()->setText(QStringLiteral("firewall"));
    return popup;
}

} // namespace

QList<Scene> tabScenes()
{
    return {{"pinned-tabs", Scene::Kind::Window, pinnedTabs},
            {"all-tabs", Scene::Kind::Dialog, allTabs},
            {"no-tab-fits", Scene::Kind::Dialog, noTabFits}};
}

} // namespace sonde
