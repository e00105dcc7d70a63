#include "support/tabscenes.h"

#include "widgets/mainwindow.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

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
    for (const Tab &tab :
         {Tab{"Failed logons by account", "SecurityEvent\n| where EventID == 4625\n"},
          Tab{"Errors of the web shop", "AppExceptions\n| summarize count() by ProblemId\n"},
          Tab{"Disks that fill up", "Perf\n| where CounterName == \"% Free Space\"\n"},
          Tab{"Restarts", "Event\n| where EventID == 6005\n"}, Tab{"", "Heartbeat\n| take 10\n"}}) {
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

} // namespace

QList<Scene> tabScenes()
{
    return {{"pinned-tabs", Scene::Kind::Window, pinnedTabs}};
}

} // namespace sonde
