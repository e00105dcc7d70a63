#pragma once

#include "widgets/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace sonde {

class Icons;

/// Every action of the main window, with its words, icon and shortcuts, in one place. What they do is
/// connected by the window.
class Actions final : public QObject
{
    Q_OBJECT

public:
    /// The shortcuts hold in the window of \a window. \a icons outlives the actions' maker.
    Actions(const Icons &icons, QWidget *window);

    /// The menu bar's menus, all but the dock's entry in View, which the window adds to viewMenu().
    void fill(QMenuBar &bar);
    QMenu *viewMenu() const { return m_viewMenu; }
    /// Those that need a query page in front.
    void setPageActionsEnabled(bool enabled);
    /// Checks the entry of that mode.
    void showThemeMode(Theme::Mode mode);

    struct FileActions
    {
        QAction *newTab = nullptr;
        QAction *openFile = nullptr;
        QAction *save = nullptr;
        QAction *saveAs = nullptr;
        QAction *addConnection = nullptr;
        QAction *closeTab = nullptr;
        QAction *reopenTab = nullptr;
        QAction *quit = nullptr;
    };
    struct EditActions
    {
        QAction *undo = nullptr;
        QAction *redo = nullptr;
        QAction *copy = nullptr;
        QAction *selectAll = nullptr;
        QAction *find = nullptr;
        QAction *findNext = nullptr;
        QAction *findPrevious = nullptr;
        QAction *goToLine = nullptr;
    };
    struct QueryActions
    {
        QAction *run = nullptr;
        QAction *stop = nullptr;
    };
    struct ResultsActions
    {
        QAction *copyWithHeaders = nullptr;
        QAction *exportRows = nullptr;
    };
    struct ViewActions
    {
        QAction *localTime = nullptr;
        QAction *moveFocus = nullptr;
        QAction *nextTab = nullptr;
        QAction *previousTab = nullptr;
    };
    struct HelpActions
    {
        QAction *about = nullptr;
    };

    FileActions file;
    EditActions edit;
    QueryActions query;
    ResultsActions results;
    ViewActions view;
    HelpActions help;

signals:
    void themeModeChosen(sonde::Theme::Mode mode);

private:
    QAction *make(const QString &text, const char *icon, const QList<QKeySequence> &keys,
                  const QString &tip = {});
    QMenu *makeThemeMenu(QWidget *parent);

    const Icons &m_icons;
    QWidget *m_window;
    QMenu *m_viewMenu = nullptr;
    QActionGroup *m_themeModes;
};

} // namespace sonde
