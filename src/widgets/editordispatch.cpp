#include "widgets/editordispatch.h"

#include "widgets/actions.h"
#include "widgets/convertcommands.h"
#include "widgets/editorcommands.h"
#include "widgets/editorcompletion.h"
#include "widgets/editorfolds.h"
#include "widgets/editorhints.h"
#include "widgets/editorrefactoring.h"
#include "widgets/findintabs.h"
#include "widgets/kqlassistant.h"
#include "widgets/problemmarks.h"
#include "widgets/problemslist.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

#include <QMainWindow>

namespace sonde {

using Direction = EditorCommands::Direction;

EditorDispatch::EditorDispatch(const Actions &actions, QueryTabs &tabs, const Icons &icons, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_tabs(tabs)
{
    connectLines();
    connectCarets();
    connectLanguage();
    new ConvertCommands(*m_actions.query.convert, tabs, icons, this);
    if (auto *window = qobject_cast<QMainWindow *>(tabs.window())) {
        auto *findInTabs = new FindInTabs(tabs, icons, window);
        connect(m_actions.edit.findInTabs, &QAction::triggered, findInTabs, [this, findInTabs] {
            const QueryPage *page = m_tabs.current();
            findInTabs->openWith(page != nullptr ? m_tabs.current()->editor().selectedText() : QString());
        });
    }
    connect(&m_tabs, &QueryTabs::pageAdded, this, &EditorDispatch::attach);
    // The keys of two windows in one editor would be ambiguous, and do nothing.
    connect(&m_tabs, &QueryTabs::pageReleased, this, [this](QueryPage *page) {
        for (QAction *action : m_actions.editor.all())
            page->editor().removeAction(action);
    });
}

template <typename Command>
void EditorDispatch::onPage(QAction *action, Command command)
{
    connect(action, &QAction::triggered, this, [this, command] {
        if (QueryPage *page = m_tabs.current())
            command(*page);
    });
}

template <typename Command>
void EditorDispatch::onEditor(QAction *action, Command command)
{
    onPage(action, [command](QueryPage &page) { command(page.editor()); });
}

void EditorDispatch::connectLines()
{
    const EditorActions &editor = m_actions.editor;
    onEditor(editor.toggleComment, [](QueryEditor &to) { to.commands().toggleComment(); });
    onEditor(editor.comment, [](QueryEditor &to) { to.commands().comment(); });
    onEditor(editor.uncomment, [](QueryEditor &to) { to.commands().uncomment(); });
    onEditor(editor.pipeLine, [](QueryEditor &to) {
        to.commands().newLineWithPipe();
        to.ensureCursorVisible();
    });
    onEditor(editor.moveLinesUp, [](QueryEditor &to) { to.commands().moveLines(Direction::Up); });
    onEditor(editor.moveLinesDown, [](QueryEditor &to) { to.commands().moveLines(Direction::Down); });
    onEditor(editor.copyLinesUp, [](QueryEditor &to) { to.commands().copyLines(Direction::Up); });
    onEditor(editor.copyLinesDown, [](QueryEditor &to) { to.commands().copyLines(Direction::Down); });
    onEditor(editor.deleteLines, [](QueryEditor &to) { to.commands().deleteLines(); });
}

void EditorDispatch::connectCarets()
{
    const EditorActions &editor = m_actions.editor;
    onEditor(editor.caretAtNextWord, [](QueryEditor &to) { to.commands().addCaretAtNextWord(); });
    onEditor(editor.caretAbove, [](QueryEditor &to) { to.commands().addCaret(Direction::Up); });
    onEditor(editor.caretBelow, [](QueryEditor &to) { to.commands().addCaret(Direction::Down); });
    onEditor(editor.fold, [](QueryEditor &to) { to.folds().toggle(); });
    onEditor(editor.foldAll, [](QueryEditor &to) { to.folds().toggleAll(); });
}

void EditorDispatch::connectLanguage()
{
    const EditorActions &editor = m_actions.editor;
    onPage(editor.complete, [](QueryPage &page) { page.assistant().completion().open(); });
    onPage(editor.parameters, [](QueryPage &page) { page.assistant().hints().showParameters(); });
    onPage(editor.format, [](QueryPage &page) { page.assistant().refactoring().format(); });
    onPage(editor.rename, [](QueryPage &page) { page.assistant().refactoring().rename(); });
    onPage(editor.definition, [](QueryPage &page) { page.assistant().refactoring().goToDefinition(); });
    onPage(editor.extract, [](QueryPage &page) { page.assistant().refactoring().extract(); });
    onPage(editor.documentation, [](QueryPage &page) { page.assistant().refactoring().showDocumentation(); });
    onPage(editor.nextProblem, [](QueryPage &page) { page.assistant().problems().goToNext(true); });
    onPage(editor.previousProblem, [](QueryPage &page) { page.assistant().problems().goToNext(false); });
    onPage(editor.problems, [](QueryPage &page) { page.problems().toggle(); });
}

void EditorDispatch::attach(QueryPage *page)
{
    page->editor().addActions(m_actions.editor.all());
    page->editor().setMenuActions(QList<QAction *>{m_actions.query.run, m_actions.query.preview, nullptr} +
                                  m_actions.editor.ofContextMenu());
}

} // namespace sonde
