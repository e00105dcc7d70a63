#include "widgets/editoractions.h"

#include "widgets/actions.h"

namespace sonde {

QList<QAction *> EditorActions::ofLines() const
{
    return {toggleComment, comment,     uncomment,     pipeLine,   moveLinesUp,
            moveLinesDown, copyLinesUp, copyLinesDown, deleteLines};
}

QList<QAction *> EditorActions::ofCarets() const
{
    return {caretAtNextWord, caretAbove, caretBelow};
}

QList<QAction *> EditorActions::ofFolds() const
{
    return {fold, foldAll};
}

QList<QAction *> EditorActions::ofLanguage() const
{
    return {complete, parameters,  format,          rename,   definition,
            extract,  nextProblem, previousProblem, problems, documentation};
}

QList<QAction *> EditorActions::all() const
{
    return ofLines() + ofCarets() + ofFolds() + ofLanguage();
}

QList<QAction *> EditorActions::ofContextMenu() const
{
    return {toggleComment, pipeLine, caretAtNextWord, fold,         nullptr,
            format,        rename,   definition,      documentation};
}

void Actions::makeLanguageActions()
{
    QList<QKeySequence> completeKeys{Qt::CTRL | Qt::Key_Space};
#ifdef Q_OS_MACOS
    // Ctrl+Space is Meta+Space there, and changes the input source.
    completeKeys = {Qt::CTRL | Qt::Key_I};
#endif
    editor.complete = make(QT_TR_NOOP("&Complete"), nullptr, completeKeys,
                           QT_TR_NOOP("List what could be written at the caret"));
    editor.parameters = make(QT_TR_NOOP("Show p&arameters"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_Space},
                             QT_TR_NOOP("Show the parameters of the function around the caret"));
    editor.format = make(QT_TR_NOOP("&Format"), nullptr, {Qt::ALT | Qt::SHIFT | Qt::Key_F},
                         QT_TR_NOOP("Lay the queries out evenly, or the selected lines"));
    editor.rename = make(QT_TR_NOOP("&Rename…"), nullptr, {Qt::Key_F2},
                         QT_TR_NOOP("Give the name at the caret another one, everywhere in the query"));
    editor.definition = make(QT_TR_NOOP("Go to &definition"), nullptr, {Qt::Key_F12},
                             QT_TR_NOOP("Go to where the query makes the name at the caret"));
    editor.extract = make(QT_TR_NOOP("&Extract to let"), nullptr, {Qt::CTRL | Qt::Key_Period},
                          QT_TR_NOOP("Make a variable of the selected expression"));
    editor.nextProblem = make(QT_TR_NOOP("&Next problem"), nullptr, {Qt::ALT | Qt::Key_F8},
                              QT_TR_NOOP("Go to the next place where something is wrong"));
    editor.previousProblem = make(QT_TR_NOOP("Pre&vious problem"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_F8},
                                  QT_TR_NOOP("Go to the place before where something is wrong"));
    editor.problems = make(QT_TR_NOOP("List of &problems"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_P},
                           QT_TR_NOOP("Show what is wrong with the queries, below them"));
    editor.documentation = make(QT_TR_NOOP("D&ocumentation"), "book-open", {Qt::Key_F1},
                                QT_TR_NOOP("Open Microsoft’s page about the word at the caret"));
}

void Actions::makeEditorActions()
{
    const auto chord = [](Qt::Key second) {
        return QKeySequence(Qt::CTRL | Qt::Key_K, QKeyCombination(Qt::CTRL, second));
    };
    editor.toggleComment = make(QT_TR_NOOP("&Comment or not"), nullptr, {Qt::CTRL | Qt::Key_Slash},
                                QT_TR_NOOP("Make comments of the lines, or take the signs of comments away"));
    editor.comment = make(QT_TR_NOOP("Make co&mments"), nullptr, {chord(Qt::Key_C)},
                          QT_TR_NOOP("Put the sign of a comment before the lines"));
    editor.uncomment = make(QT_TR_NOOP("&Uncomment"), nullptr, {chord(Qt::Key_U)},
                            QT_TR_NOOP("Take the sign of a comment away from the lines"));
    editor.pipeLine = make(QT_TR_NOOP("New line with &pipe"), nullptr,
                           {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                           QT_TR_NOOP("Begin a line below with a pipe, indented as the others"));
    editor.moveLinesUp = make(QT_TR_NOOP("Mo&ve lines up"), nullptr, {Qt::ALT | Qt::Key_Up},
                              QT_TR_NOOP("Move the lines above the line before them"));
    editor.moveLinesDown = make(QT_TR_NOOP("Move lines &down"), nullptr, {Qt::ALT | Qt::Key_Down},
                                QT_TR_NOOP("Move the lines below the line after them"));
    editor.copyLinesUp = make(QT_TR_NOOP("C&opy lines up"), nullptr, {Qt::ALT | Qt::SHIFT | Qt::Key_Up},
                              QT_TR_NOOP("Put a copy of the lines above them"));
    editor.copyLinesDown = make(QT_TR_NOOP("Copy lines do&wn"), nullptr, {Qt::ALT | Qt::SHIFT | Qt::Key_Down},
                                QT_TR_NOOP("Put a copy of the lines below them"));
    editor.deleteLines =
        make(QT_TR_NOOP("De&lete lines"), nullptr, {chord(Qt::Key_L)}, QT_TR_NOOP("Delete the lines"));
    editor.caretAtNextWord = make(QT_TR_NOOP("Caret at the &next same word"), nullptr, {Qt::CTRL | Qt::Key_J},
                                  QT_TR_NOOP("Select the word; again: the next place that has it, too"));
    editor.caretAbove =
        make(QT_TR_NOOP("Caret on the line &above"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_Up},
             QT_TR_NOOP("Type on the line above as well; Esc leaves one caret"));
    editor.caretBelow =
        make(QT_TR_NOOP("Caret on the line &below"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_Down},
             QT_TR_NOOP("Type on the line below as well; Esc leaves one caret"));
    editor.fold =
        make(QT_TR_NOOP("&Fold or unfold"), nullptr, {Qt::CTRL | Qt::Key_M},
             QT_TR_NOOP("Fold the query or the brackets around the caret into one line, or unfold them"));
    editor.foldAll = make(QT_TR_NOOP("Fold or unfold &all"), nullptr, {chord(Qt::Key_M)},
                          QT_TR_NOOP("Fold every query into its first line, or unfold all"));
    makeLanguageActions();
    for (QAction *action : editor.all())
        action->setShortcutContext(Qt::WidgetShortcut);
}

} // namespace sonde
