#include "support/editorscenes.h"

#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/findbar.h"
#include "widgets/findintabs.h"
#include "widgets/pageparameters.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"

#include <QLineEdit>
#include <QTest>

namespace sonde {

namespace {

Actions &actionsOf(const WindowFixture &fixture)
{
    return *fixture.window().findChild<Actions *>();
}

void answer(WindowFixture &fixture, const ResultChunk &chunk)
{
    fixture.runner.last().job->deliver(chunk);
    fixture.runner.last().job->finish(fixture.info());
}

QWidget *findInQuery(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    fixture.window().currentPage()->findBar().open();
    return &fixture.window();
}

QWidget *replaceInQuery(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    FindBar &bar = fixture.window().currentPage()->findBar();
    bar.openReplace();
    bar.findChildren<QLineEdit *>().at(0)->setText(QStringLiteral("Computer"));
    bar.findChildren<QLineEdit *>().at(1)->setText(QStringLiteral("Host"));
    return &fixture.window();
}

QWidget *findInAllTabs(WindowFixture &fixture)
{
    for (const char *text : {"Heartbeat\n| summarize max(TimeGenerated) by Computer\n",
                             "Perf\n| where Computer startswith \"web\"\n| summarize count() by Computer",
                             "Event\n| take 100"}) {
        Query query;
        query.text = QString::fromLatin1(text);
        fixture.window().openQuery(query, false, query.text.section(u'\n', 0, 0));
    }
    auto *panel = fixture.window().findChild<FindInTabs *>();
    panel->openWith(QStringLiteral("Computer"));
    return &fixture.window();
}

QWidget *parameterFields(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral("declare query_parameters(level:string = \"Error\", most:long = 100);\n"
                                "Event\n"
                                "| where TimeGenerated > ago({since})\n"
                                "| where Computer in ({computers}) and EventLevelName == level\n"
                                "| take most\n");
    QueryPage *page = fixture.window().openQuery(query, false, QStringLiteral("Failing disks"));
    page->parameters().setValues(
        {{QStringLiteral("since"), {ParameterType::Timespan, QStringLiteral("7 weeks")}},
         {QStringLiteral("computers"), {ParameterType::List, QStringLiteral("web01, web02")}}});
    return &fixture.window();
}

QWidget *askedParameter(WindowFixture &fixture)
{
    QWidget *window = parameterFields(fixture);
    QueryPage *page = fixture.window().currentPage();
    page->parameters().setValues(
        {{QStringLiteral("since"), {ParameterType::Timespan, QStringLiteral("7d")}}});
    page->requestRun(PageRunner::Part::AtPlace);
    return window;
}

QWidget *severalQueries(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral(
        "// Hosts that report\nHeartbeat\n| summarize max(TimeGenerated) by Computer\n\n"
        "// Failing disks\nEvent\n| where Source == \"disk\" // and nothing else\n| take 100\n\n"
        "Perf\n| summarize avg(CounterValue) by Computer, bin(TimeGenerated, 1h)\n| render timechart\n");
    QueryPage *page = fixture.window().openQuery(query, false, QStringLiteral("Failing disks"));
    page->editor().setCursorPosition(5, 3);
    actionsOf(fixture).query.runAll->trigger();
    for (int answered = 1; answered <= 3; ++answered) {
        answer(fixture, WindowFixture::chunk(0, answered * 8));
        if (answered < 3 && !QTest::qWaitFor([&] { return fixture.runner.runs().size() > answered; }))
            return nullptr;
    }
    return &fixture.window();
}

QWidget *previewedRows(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral("Event\n| where Source == \"disk\"");
    fixture.window().openQuery(query, false, QStringLiteral("Failing disks"));
    actionsOf(fixture).query.preview->trigger();
    answer(fixture, WindowFixture::chunk(0, 50));
    ColumnBuilder count(QStringLiteral("Count"), ColumnType::Long);
    count.appendInteger(1'234'567);
    ResultChunk counted;
    counted.rows = Table({count.build()}, 1);
    answer(fixture, counted);
    return &fixture.window();
}

} // namespace

QList<Scene> editorScenes()
{
    return {{"find-in-query", Scene::Kind::Window, findInQuery},
            {"replace-in-query", Scene::Kind::Window, replaceInQuery},
            {"find-in-tabs", Scene::Kind::Window, findInAllTabs},
            {"parameters", Scene::Kind::Window, parameterFields},
            {"parameter-asked", Scene::Kind::Window, askedParameter},
            {"several-queries", Scene::Kind::Window, severalQueries},
            {"previewed-rows", Scene::Kind::Window, previewedRows}};
}

} // namespace sonde
