#include "support/kqlscenes.h"

#include "kql/kqlservice.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/convertdialog.h"
#include "widgets/editorcompletion.h"
#include "widgets/editorexamination.h"
#include "widgets/editorhints.h"
#include "widgets/editorlanguage.h"
#include "widgets/kqlassistant.h"
#include "widgets/problemslist.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/settingsdialog.h"
#include "widgets/snippetdialog.h"
#include "widgets/tourdialog.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPushButton>
#include <QTest>
#include <QToolTip>
#include <QTreeWidget>

namespace sonde {

namespace {

QueryPage *openWithService(WindowFixture &fixture, const QString &text)
{
    const QSize size = fixture.window().size();
    fixture.askLanguageService();
    fixture.openWindow().resize(size);
    Query query;
    query.text = text;
    QueryPage *page = fixture.window().openQuery(query, false, QStringLiteral("Failing disks"));
    page->editor().setFocus();
    const bool isReady = QTest::qWaitFor([page] {
        return page->editor().hasFocus() && !page->assistant().language().schema()->tables.isEmpty();
    });
    return isReady ? page : nullptr;
}

void putCaretAtEnd(QueryPage &page)
{
    page.editor().SendScintilla(QsciScintillaBase::SCI_DOCUMENTEND);
}

QWidget *completing(WindowFixture &fixture)
{
    QueryPage *page = openWithService(
        fixture, QStringLiteral("SecurityEvent\n| where TimeGenerated > ago(1h)\n| where EventID == 4625\n"
                                "| summarize Failed = count() by "));
    if (page == nullptr)
        return nullptr;
    putCaretAtEnd(*page);
    QTest::keyClicks(&page->editor(), QStringLiteral("Acc"));
    const bool isOpen = QTest::qWaitFor([page] { return page->assistant().completion().isOpen(); });
    return isOpen ? &fixture.window() : nullptr;
}

QWidget *parametersOfACall(WindowFixture &fixture)
{
    QueryPage *page =
        openWithService(fixture, QStringLiteral("SecurityEvent\n| summarize count() by bin(TimeGenerated, "));
    if (page == nullptr)
        return nullptr;
    putCaretAtEnd(*page);
    page->assistant().hints().showParameters();
    const bool isShown =
        QTest::qWaitFor([page] { return !page->assistant().hints().parametersText().isEmpty(); }, 20'000);
    return isShown ? &fixture.window() : nullptr;
}

/// The pointer on a misspelt column: what is wrong with it.
QWidget *pointingAtAName(WindowFixture &fixture)
{
    QueryPage *page = openWithService(
        fixture, QStringLiteral("SecurityEvent\n| where TimeGenerated > ago(1h)\n| where EventId == 4625\n"
                                "| summarize Failed = count() by Account"));
    if (page == nullptr)
        return nullptr;
    const bool isFound =
        QTest::qWaitFor([page] { return page->assistant().examination().isComplete(); }, 20'000);
    const QueryEditor &editor = page->editor();
    const auto name = editor.text().toUtf8().indexOf("EventId") + 3L;
    const QPoint at(
        static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, name)),
        static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, name)) + 4);
    QHelpEvent pointed(QEvent::ToolTip, at, editor.viewport()->mapToGlobal(at));
    QApplication::sendEvent(editor.viewport(), &pointed);
    const bool isShown = QTest::qWaitFor([] { return QToolTip::isVisible(); }, 20'000);
    return isFound && isShown ? &fixture.window() : nullptr;
}

QWidget *problemsOfAQuery(WindowFixture &fixture)
{
    QueryPage *page = openWithService(
        fixture, QStringLiteral("SecurityEvent\n| where TimeGenerated > ago(1h)\n| where EventId == 4625\n"
                                "| summarize Failed = count() by Acount\n| top 10 by Failed\n\n"
                                "Heartbeat\n| where Computer == 5 and\n"));
    if (page == nullptr)
        return nullptr;
    const bool isFound =
        QTest::qWaitFor([page] { return page->assistant().examination().isComplete(); }, 20'000);
    page->problems().toggle();
    return isFound ? &fixture.window() : nullptr;
}

QWidget *editingSnippet(WindowFixture &fixture)
{
    fixture.window().findChild<Actions *>()->file.settings->trigger();
    auto *settings = fixture.window().findChild<SettingsDialog *>();
    settings->showPage(SettingsDialog::Snippets);
    auto *list = settings->findChild<QTreeWidget *>(QStringLiteral("snippets"));
    list->setCurrentItem(list->findItems(QStringLiteral("joinInner"), Qt::MatchExactly).first());
    settings->findChild<QPushButton *>(QStringLiteral("editSnippet"))->click();
    return settings->findChild<SnippetDialog *>();
}

QWidget *completingClassic(WindowFixture &fixture)
{
    QueryPage *page = openWithService(
        fixture, QStringLiteral("Type=SecurityEvent EventID:[4624..4625] Computer!=\"web 1\"\n"
                                "TimeGenerated>NOW-7DAYS/DAY Channel=Security failed\n"
                                "| measure count() as Failed by Account\n"));
    if (page == nullptr)
        return nullptr;
    page->bar().setLanguage(QueryLanguage::Classic);
    putCaretAtEnd(*page);
    QTest::keyClicks(&page->editor(), QStringLiteral("| "));
    // Where a screen reader listens the keys go to it first.
    const bool isOpen = QTest::qWaitFor([page] { return page->assistant().completion().isOpen(); });
    return isOpen ? &fixture.window() : nullptr;
}

QWidget *converting(WindowFixture &fixture, const QString &text)
{
    fixture.openWindow();
    Query query;
    query.text = text;
    query.language = QueryLanguage::Classic;
    fixture.window().openQuery(query, false, QStringLiteral("Failed logons"));
    Actions::find(fixture.window(), Actions::convertName)->trigger();
    return fixture.window().findChild<ConvertDialog *>();
}

QWidget *convertingSearch(WindowFixture &fixture)
{
    return converting(fixture, QStringLiteral("Type=SecurityEvent EventID=4625 Computer=web* failed\n"
                                              "TimeGenerated>NOW-7DAYS\n"
                                              "| measure count() as Failed by Account\n| top 10"));
}

QWidget *convertingRefusedSearch(WindowFixture &fixture)
{
    return converting(
        fixture,
        QStringLiteral("Type=SecurityEvent EventID=4625\n| extend termfreq(Account, admin) as n\n| top 10"));
}

QWidget *tour(WindowFixture &fixture)
{
    fixture.openWindow();
    fixture.window().findChild<Actions *>()->help.tour->trigger();
    return fixture.window().findChild<TourDialog *>();
}

} // namespace

QList<Scene> kqlScenes()
{
    return {{"completing", Scene::Kind::Window, completing},
            {"parameters-of-a-call", Scene::Kind::Window, parametersOfACall},
            {"pointing-at-a-name", Scene::Kind::Window, pointingAtAName},
            {"problems", Scene::Kind::Window, problemsOfAQuery},
            {"completing-classic", Scene::Kind::Window, completingClassic},
            {"convert", Scene::Kind::Dialog, convertingSearch},
            {"convert-refused", Scene::Kind::Dialog, convertingRefusedSearch},
            {"tour", Scene::Kind::Dialog, tour},
            {"editing-snippet", Scene::Kind::Dialog, editingSnippet}};
}

} // namespace sonde
