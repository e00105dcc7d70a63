#pragma once

#include <QList>

class QAction;
class QMenu;

namespace sonde {

/// The actions of the query's editor alone. Their keys hold in an editor that has them (QWidget::addAction),
/// and nowhere else: the tables take some of these keys for themselves.
struct EditorActions
{
    QAction *toggleComment = nullptr;
    QAction *comment = nullptr;
    QAction *uncomment = nullptr;
    QAction *pipeLine = nullptr;
    QAction *moveLinesUp = nullptr;
    QAction *moveLinesDown = nullptr;
    QAction *copyLinesUp = nullptr;
    QAction *copyLinesDown = nullptr;
    QAction *deleteLines = nullptr;
    QAction *caretAbove = nullptr;
    QAction *caretBelow = nullptr;
    QAction *caretAtNextWord = nullptr;
    QAction *fold = nullptr;
    QAction *foldAll = nullptr;
    QAction *complete = nullptr;
    QAction *parameters = nullptr;
    QAction *format = nullptr;
    QAction *rename = nullptr;
    QAction *definition = nullptr;
    QAction *extract = nullptr;
    QAction *nextProblem = nullptr;
    QAction *previousProblem = nullptr;
    QAction *problems = nullptr;
    QAction *documentation = nullptr;

    QList<QAction *> all() const;
    /// With a submenu each for lines, carets, folds and the language.
    QList<QAction *> ofLines() const;
    QList<QAction *> ofCarets() const;
    QList<QAction *> ofFolds() const;
    /// What the language service does.
    QList<QAction *> ofLanguage() const;
    /// Those that the context menu has, too.
    QList<QAction *> ofContextMenu() const;
};

} // namespace sonde
