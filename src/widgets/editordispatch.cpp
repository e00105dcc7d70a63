#include "widgets/editordispatch.h"

#include "widgets/actions.h"
#include "widgets/editorcommands.h"
#include "widgets/editorfolds.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

namespace sonde {

using Direction = EditorCommands::Direction;

EditorDispatch::EditorDispatch(const Actions &actions, QueryTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_tabs(tabs)
{
    connectLines();
    connectCarets();
    connect(&m_tabs, &QueryTabs::pageAdded, this, &EditorDispatch::attach);
}

template <typename Command>
void EditorDispatch::onEditor(QAction *action, Command command)
{
    connect(action, &QAction::triggered, this, [this, command] {
        if (QueryPage *page = m_tabs.current())
            command(page->editor());
    });
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

void EditorDispatch::attach(QueryPage *page)
{
    page->editor().addActions(m_actions.editor.all());
    page->editor().setMenuActions(QList<QAction *>{m_actions.query.run, m_actions.query.preview, nullptr} +
                                  m_actions.editor.ofContextMenu());
}

} // namespace sonde
