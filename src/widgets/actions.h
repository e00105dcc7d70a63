#pragma once

#include "widgets/editoractions.h"
#include "widgets/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <vector>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace sonde {

class CopyAsMenu;
class Icons;

/// Every action of the main window, with its words, icon and shortcuts, in one place. What they do is
/// connected by the window.
class Actions final : public QObject
{
    Q_OBJECT

public:
    /// The shortcuts hold in the window of \a window. \a icons outlives the actions' maker.
    Actions(const Icons &icons, QWidget *window);

    /// The object name of view.severityMarks, by which the menus of tables find it among the window's
    /// actions.
    static constexpr const char *severityMarksName = "severityMarks";
    /// As severityMarksName, of results.pin.
    static constexpr const char *pinName = "pinResults";
    /// As severityMarksName, of results.queryRows.
    static constexpr const char *queryRowsName = "queryRows";
    /// As severityMarksName, of query.convert.
    static constexpr const char *convertName = "convertToKql";
    /// The action of that object name of the window that \a part is in; null where there is none.
    static QAction *find(const QWidget &part, const char *name);

    /// The menu bar's menus, all but the entry of the row details in View, which goes before
    /// view.moveFocus.
    void fill(QMenuBar &bar);
    const Icons &icons() const { return m_icons; }
    QMenu *viewMenu() const { return m_viewMenu; }
    /// Gets the files that were open lately, by its owner.
    QMenu *recentMenu() const { return m_recentMenu; }
    /// The forms in which cells can be copied.
    CopyAsMenu *copyAsMenu() const { return m_copyAsMenu; }
    /// Those that need a query page in front.
    void setPageActionsEnabled(bool enabled);
    /// Those that need rows, and of these the ones that need a filter.
    void setRowActionsEnabled(bool hasRows, bool hasFilter);
    /// Checks the entry of that mode.
    void showThemeMode(Theme::Mode mode);

    struct FileActions
    {
        QAction *newTab = nullptr;
        QAction *newWindow = nullptr;
        QAction *openFile = nullptr;
        QAction *openTable = nullptr;
        QAction *save = nullptr;
        QAction *saveAs = nullptr;
        QAction *saveAsFavourite = nullptr;
        QAction *saveResult = nullptr;
        QAction *addConnection = nullptr;
        QAction *manageConnections = nullptr;
        QAction *settings = nullptr;
        QAction *duplicateTab = nullptr;
        QAction *renameTab = nullptr;
        QAction *pinTab = nullptr;
        QAction *detachTab = nullptr;
        QAction *closeTab = nullptr;
        QAction *reopenTab = nullptr;
        QAction *quit = nullptr;
    };
    struct EditActions
    {
        QAction *undo = nullptr;
        QAction *redo = nullptr;
        QAction *cut = nullptr;
        QAction *paste = nullptr;
        QAction *copy = nullptr;
        QAction *selectAll = nullptr;
        QAction *find = nullptr;
        QAction *findNext = nullptr;
        QAction *findPrevious = nullptr;
        QAction *replace = nullptr;
        QAction *findInTabs = nullptr;
        QAction *goToLine = nullptr;
    };
    struct QueryActions
    {
        QAction *run = nullptr;
        QAction *runAll = nullptr;
        QAction *preview = nullptr;
        QAction *stop = nullptr;
        QAction *chooseConnection = nullptr;
        QAction *chooseRange = nullptr;
        QAction *repeat = nullptr;
        QAction *convert = nullptr;
        QAction *refreshTables = nullptr;
    };
    struct ResultsActions
    {
        QAction *copyWithHeaders = nullptr;
        QAction *exportRows = nullptr;
        QAction *queryRows = nullptr;
        QAction *sort = nullptr;
        QAction *sortAlso = nullptr;
        QAction *columns = nullptr;
        QAction *hideColumn = nullptr;
        QAction *group = nullptr;
        QAction *filter = nullptr;
        QAction *onlyValue = nullptr;
        QAction *withoutValue = nullptr;
        QAction *clearFilters = nullptr;
        QAction *sendFilters = nullptr;
        QAction *cellsToQuery = nullptr;
        QAction *withoutCells = nullptr;
        QAction *wholeCell = nullptr;
        QAction *pin = nullptr;
        QAction *compare = nullptr;
        QAction *nextDifference = nullptr;
        QAction *previousDifference = nullptr;
        QAction *endComparison = nullptr;
    };
    struct ViewActions
    {
        QAction *highContrast = nullptr;
        QAction *localTime = nullptr;
        QAction *tabZone = nullptr;
        QAction *severityMarks = nullptr;
        QAction *tables = nullptr;
        QAction *favourites = nullptr;
        QAction *history = nullptr;
        QAction *wordWrap = nullptr;
        QAction *zoomIn = nullptr;
        QAction *zoomOut = nullptr;
        QAction *zoomReset = nullptr;
        QAction *fullScreen = nullptr;
        QAction *moveFocus = nullptr;
        QAction *moveFocusUp = nullptr;
        QAction *allTabs = nullptr;
        QAction *nextTab = nullptr;
        QAction *previousTab = nullptr;
    };
    struct HelpActions
    {
        QAction *tour = nullptr;
        QAction *shortcuts = nullptr;
        QAction *about = nullptr;
    };

    FileActions file;
    EditActions edit;
    EditorActions editor;
    QueryActions query;
    ResultsActions results;
    ViewActions view;
    HelpActions help;

signals:
    void themeModeChosen(sonde::Theme::Mode mode);

private:
    /// What an action is called in the source's language; a menu's own entry has no tip.
    struct Words
    {
        QAction *action;
        const char *text;
        const char *tip = nullptr;
        const char *greyTip = nullptr; ///< in its place while the action is disabled
    };

    void makeFileActions();
    void makeEditActions();
    void makeEditorActions();
    void makeLanguageActions();
    void makeRunActions();
    void makePinActions();
    void makeViewActions();
    /// \a tip is a sentence without a full stop; the shortcut is added to it. Both are marked for
    /// translation.
    QAction *make(const char *text, const char *icon, const QList<QKeySequence> &keys, const char *tip);
    QMenu *addMenu(QMenuBar &bar, const char *title);
    QMenu *addSubmenu(QMenu &menu, const char *title, const QList<QAction *> &actions);
    /// Why the action, one that was made, is greyed where it is.
    void setGreyTip(QAction *action, const char *tip);
    void sayTip(const Words &words);
    void retranslate();
    QMenu *makeThemeMenu(QWidget *parent);

    const Icons &m_icons;
    QWidget *m_window;
    std::vector<Words> m_words;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_recentMenu = nullptr;
    CopyAsMenu *m_copyAsMenu;
    QActionGroup *m_themeModes;
};

} // namespace sonde
