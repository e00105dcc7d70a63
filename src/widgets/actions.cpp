#include "widgets/actions.h"

#include "widgets/copyasmenu.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

namespace sonde {

Actions::Actions(const Icons &icons, QWidget *window)
    : QObject(window)
    , m_icons(icons)
    , m_window(window)
    , m_copyAsMenu(new CopyAsMenu(window))
    , m_themeModes(new QActionGroup(this))
{
    makeFileActions();
    makeEditActions();
    makeEditorActions();
    makeRunActions();
    makePinActions();
    makeViewActions();
}

void Actions::makeFileActions()
{
    file.newTab = make(QT_TR_NOOP("&New query"), "file-plus", {Qt::CTRL | Qt::Key_N, Qt::CTRL | Qt::Key_T},
                       QT_TR_NOOP("Open an empty tab"));
    file.newWindow = make(QT_TR_NOOP("New &window"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_N},
                          QT_TR_NOOP("Open another window"));
    file.openFile = make(QT_TR_NOOP("&Open…"), "folder-open", {Qt::CTRL | Qt::Key_O},
                         QT_TR_NOOP("Open a query or a result"));
    file.openTable = make(QT_TR_NOOP("Open as tab&le…"), "table-2", {Qt::CTRL | Qt::ALT | Qt::Key_O},
                          QT_TR_NOOP("Search files with KQL: CSV, JSON, Parquet, SQLite, saved results"));
    file.save =
        make(QT_TR_NOOP("&Save"), "save", {Qt::CTRL | Qt::Key_S}, QT_TR_NOOP("Write the query to its file"));
    file.saveAs = make(QT_TR_NOOP("Save &as…"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
                       QT_TR_NOOP("Write the query to another file"));
    file.saveAsFavourite = make(QT_TR_NOOP("Save as &favourite…"), "star", {Qt::CTRL | Qt::Key_D},
                                QT_TR_NOOP("Keep the query among the favourites"));
    file.saveResult =
        make(QT_TR_NOOP("Sa&ve result as…"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_S},
             QT_TR_NOOP("Keep the query and all its rows in a file that opens without a network"));
    file.addConnection = make(QT_TR_NOOP("Add a connect&ion…"), "plus", {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
                              QT_TR_NOOP("Set up a workspace to search"));
    file.manageConnections =
        make(QT_TR_NOOP("&Manage connections…"), "server", {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
             QT_TR_NOOP("Change, copy, order, export or delete connections"));
    file.settings = make(QT_TR_NOOP("Se&ttings…"), "settings", {Qt::CTRL | Qt::Key_Comma},
                         QT_TR_NOOP("Network, language, fonts, export"));
    file.settings->setMenuRole(QAction::PreferencesRole);
    file.duplicateTab = make(QT_TR_NOOP("&Duplicate tab"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
                             QT_TR_NOOP("Open the query once more in a tab of its own"));
    file.renameTab = make(QT_TR_NOOP("Rename ta&b…"), "pencil", {Qt::CTRL | Qt::Key_F2},
                          QT_TR_NOOP("Give the tab another name"));
    file.pinTab = make(QT_TR_NOOP("&Pin tab"), "pin", {Qt::CTRL | Qt::SHIFT | Qt::Key_F2},
                       QT_TR_NOOP("Keep the tab before the others, and open when they are closed"));
    file.pinTab->setCheckable(true);
    file.detachTab = make(QT_TR_NOOP("Detac&h tab"), "app-window",
                          {QKeySequence(Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::Key_N)},
                          QT_TR_NOOP("Move the tab into a window of its own, with its run and its rows"));
    file.closeTab =
        make(QT_TR_NOOP("&Close tab"), "x", {Qt::CTRL | Qt::Key_W}, QT_TR_NOOP("Close the tab in front"));
    file.reopenTab = make(QT_TR_NOOP("R&eopen closed tab"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
                          QT_TR_NOOP("Bring the tab back that was closed last"));
    file.quit = make(QT_TR_NOOP("&Quit"), nullptr, {Qt::CTRL | Qt::Key_Q}, QT_TR_NOOP("Close all windows"));
    file.quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeEditActions()
{
    edit.undo =
        make(QT_TR_NOOP("&Undo"), "undo-2", {Qt::CTRL | Qt::Key_Z}, QT_TR_NOOP("Take the last change back"));
    edit.redo = make(QT_TR_NOOP("&Redo"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
                     QT_TR_NOOP("Make the change again"));
    edit.cut = make(QT_TR_NOOP("Cu&t"), nullptr, {Qt::CTRL | Qt::Key_X}, QT_TR_NOOP("Cut the selected text"));
    edit.copy = make(QT_TR_NOOP("&Copy"), "copy", {Qt::CTRL | Qt::Key_C},
                     QT_TR_NOOP("Copy the selected text or cells"));
    results.copyWithHeaders =
        make(QT_TR_NOOP("Copy with &headers"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
             QT_TR_NOOP("Copy the selected cells with the names of their columns"));
    edit.paste =
        make(QT_TR_NOOP("&Paste"), "clipboard", {Qt::CTRL | Qt::Key_V}, QT_TR_NOOP("Paste into the query"));
    edit.selectAll = make(QT_TR_NOOP("Select &all"), nullptr, {Qt::CTRL | Qt::Key_A},
                          QT_TR_NOOP("Select the whole query, or all rows"));
    edit.find = make(QT_TR_NOOP("&Find"), "search", {Qt::CTRL | Qt::Key_F},
                     QT_TR_NOOP("Look for a text in the query, or in the rows while they have the keyboard"));
    edit.findNext = make(QT_TR_NOOP("Find &next"), nullptr, {Qt::Key_F3}, QT_TR_NOOP("Go to the next place"));
    edit.findPrevious = make(QT_TR_NOOP("Find pre&vious"), nullptr, {Qt::SHIFT | Qt::Key_F3},
                             QT_TR_NOOP("Go to the place before"));
    edit.replace = make(QT_TR_NOOP("R&eplace…"), nullptr, {Qt::CTRL | Qt::Key_H},
                        QT_TR_NOOP("Put another text in the place of what is found in the query"));
    edit.findInTabs = make(QT_TR_NOOP("Find &in all tabs…"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_F},
                           QT_TR_NOOP("Look for a text in the queries of all tabs"));
    edit.goToLine = make(QT_TR_NOOP("&Go to line or row…"), nullptr, {Qt::CTRL | Qt::Key_G},
                         QT_TR_NOOP("Put the caret on a line of the query, or go to a row"));
}

void Actions::makeRunActions()
{
    query.run =
        make(QT_TR_NOOP("&Run"), "play", {Qt::Key_F5, Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter},
             QT_TR_NOOP("Run the selected text, or the query at the caret"));
    query.run->setIcon(m_icons.icon(QLatin1StringView("play"), ColorRole::Accent));
    query.runAll =
        make(QT_TR_NOOP("Run a&ll queries"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_F5},
             QT_TR_NOOP("Run the queries between blank lines one after the other, each into a tab"));
    query.preview = make(QT_TR_NOOP("&Preview"), nullptr, {Qt::CTRL | Qt::Key_F5},
                         QT_TR_NOOP("Bring the first 50 rows, and the number of all"));
    query.stop = make(QT_TR_NOOP("&Stop"), "square", {Qt::SHIFT | Qt::Key_F5}, QT_TR_NOOP("Stop the run"));
    query.chooseConnection = make(QT_TR_NOOP("&Choose the workspace…"), nullptr, {Qt::CTRL | Qt::Key_U},
                                  QT_TR_NOOP("Open the list of connections in the toolbar"));
    query.chooseRange = make(QT_TR_NOOP("Choose the &time range…"), "clock", {Qt::CTRL | Qt::Key_R},
                             QT_TR_NOOP("Open the time range in the toolbar"));
    query.repeat = make(QT_TR_NOOP("Run &again by itself…"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_R},
                        QT_TR_NOOP("Choose how long after each run the next one follows"));
    query.convert = make(QT_TR_NOOP("Convert to &KQL…"), "replace", {Qt::CTRL | Qt::ALT | Qt::Key_K},
                         QT_TR_NOOP("Show the classic search as KQL, before anything is replaced"));
    setGreyTip(query.convert, QT_TR_NOOP("Only a search in the classic language can be converted"));
    query.convert->setObjectName(QLatin1String(convertName));
    query.refreshTables = make(QT_TR_NOOP("Refresh ta&bles"), "refresh-cw", {},
                               QT_TR_NOOP("Ask the workspace for its tables, columns and functions"));
    results.sort = make(QT_TR_NOOP("Sort &by this column"), "arrow-down-a-z", {Qt::Key_F9},
                        QT_TR_NOOP("Upwards, downwards, and as the rows came"));
    results.sortAlso =
        make(QT_TR_NOOP("Sort b&y this column as well"), nullptr, {Qt::SHIFT | Qt::Key_F9},
             QT_TR_NOOP("After the columns that the rows are sorted by already, as Shift and a click"));
    results.columns = make(QT_TR_NOOP("Co&lumns…"), "columns-3", {Qt::CTRL | Qt::SHIFT | Qt::Key_G},
                           QT_TR_NOOP("Go to a column by a part of its name, and choose which are shown"));
    results.hideColumn =
        make(QT_TR_NOOP("H&ide column"), nullptr, {Qt::CTRL | Qt::Key_F9},
             QT_TR_NOOP("Leave the column of this cell out; the list of columns brings it back"));
    results.group =
        make(QT_TR_NOOP("&Group by this column"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_F9},
             QT_TR_NOOP("List its values beside the rows, with how many rows have each; again: no longer"));
    results.filter = make(QT_TR_NOOP("&Filter rows"), "filter", {Qt::Key_F7},
                          QT_TR_NOOP("Show only rows that have a text or a value"));
    results.onlyValue = make(QT_TR_NOOP("&Only this value"), nullptr, {Qt::CTRL | Qt::Key_F7},
                             QT_TR_NOOP("Show the rows with the value of this cell in its column"));
    results.withoutValue =
        make(QT_TR_NOOP("&Without this value"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_F7},
             QT_TR_NOOP("Hide the rows with the value of this cell in its column"));
    results.clearFilters =
        make(QT_TR_NOOP("&Clear filters"), nullptr, {Qt::SHIFT | Qt::Key_F7}, QT_TR_NOOP("Show all rows"));
    results.sendFilters = make(QT_TR_NOOP("&Send filters to the query"), nullptr, {Qt::ALT | Qt::Key_F7},
                               QT_TR_NOOP("Add the filters to the query as lines that begin with where"));
    results.cellsToQuery =
        make(QT_TR_NOOP("Only these &values, in the query"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_Space},
             QT_TR_NOOP("Add the values of the selected cells to the query, as the only ones to keep"));
    results.withoutCells =
        make(QT_TR_NOOP("Without these val&ues, in the query"), nullptr,
             {Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Space},
             QT_TR_NOOP("Add the values of the selected cells to the query, as those to leave out"));
    results.wholeCell = make(QT_TR_NOOP("Show &the whole value"), nullptr, {Qt::SHIFT | Qt::Key_F4},
                             QT_TR_NOOP("Show the cell in a window of its own, all of it"));
    results.exportRows = make(QT_TR_NOOP("&Export…"), "file-down", {Qt::CTRL | Qt::Key_E},
                              QT_TR_NOOP("Write the rows to a file"));
    results.queryRows = make(QT_TR_NOOP("&Query these rows"), "table-2", {Qt::CTRL | Qt::ALT | Qt::Key_Q},
                             QT_TR_NOOP("Make a table of the rows, and open a query on it"));
    results.queryRows->setObjectName(QLatin1String(queryRowsName));
}

void Actions::makePinActions()
{
    results.pin = make(QT_TR_NOOP("&Pin results"), "pin", {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                       QT_TR_NOOP("Keep them in a tab of their own when the next ones come; again: let go"));
    results.pin->setCheckable(true);
    results.pin->setObjectName(QLatin1String(pinName));
    results.compare = make(QT_TR_NOOP("&Compare with pinned…"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_F8},
                           QT_TR_NOOP("Mark the rows that only these results have, or only the pinned ones"));
    results.nextDifference = make(QT_TR_NOOP("&Next difference"), nullptr, {Qt::Key_F8},
                                  QT_TR_NOOP("Go to the next row that only this table has"));
    results.previousDifference = make(QT_TR_NOOP("&Previous difference"), nullptr, {Qt::SHIFT | Qt::Key_F8},
                                      QT_TR_NOOP("Go to the row before that only this table has"));
    results.endComparison = make(QT_TR_NOOP("&End comparison"), nullptr, {Qt::ALT | Qt::SHIFT | Qt::Key_F8},
                                 QT_TR_NOOP("Take the signs of the comparison away"));
}

void Actions::makeViewActions()
{
    view.moveFocus = make(QT_TR_NOOP("Editor or &results"), nullptr, {Qt::Key_F6},
                          QT_TR_NOOP("Move the keyboard between query and rows"));
    view.moveFocusUp = make(QT_TR_NOOP("Editor or &query options"), nullptr, {Qt::SHIFT | Qt::Key_F6},
                            QT_TR_NOOP("Move the keyboard between query and the line above it"));
    view.allTabs = make(QT_TR_NOOP("All ta&bs…"), "list", {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                        QT_TR_NOOP("Go to a tab of any window by a part of its title or query"));
    view.nextTab =
        make(QT_TR_NOOP("Ne&xt tab"), nullptr, {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown},
             QT_TR_NOOP("Go to the tab on the right"));
    view.previousTab = make(QT_TR_NOOP("Pre&vious tab"), nullptr,
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageUp},
                            QT_TR_NOOP("Go to the tab on the left"));
    view.highContrast = make(QT_TR_NOOP("High &contrast"), nullptr, {},
                             QT_TR_NOOP("Stronger colours and frames, light or dark"));
    view.highContrast->setCheckable(true);
    view.localTime = make(QT_TR_NOOP("Times in &local time"), "clock", {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
                          QT_TR_NOOP("Else times are shown in UTC"));
    view.localTime->setCheckable(true);
    view.tabZone = make(QT_TR_NOOP("Time &zone of this tab…"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_R},
                        QT_TR_NOOP("Show the datetimes of this tab in the time of another place"));
    view.severityMarks =
        make(QT_TR_NOOP("&Mark rows by severity"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_K},
             QT_TR_NOOP("Before the number of each row, where a column such as Level says it"));
    view.severityMarks->setCheckable(true);
    view.severityMarks->setObjectName(QLatin1String(severityMarksName));
    view.tables = make(QT_TR_NOOP("T&ables"), "table-2", {Qt::CTRL | Qt::ALT | Qt::Key_B},
                       QT_TR_NOOP("Show the tables of the workspace"));
    view.favourites = make(QT_TR_NOOP("&Favourites"), "bookmark", {Qt::CTRL | Qt::Key_B},
                           QT_TR_NOOP("Show the kept queries"));
    view.history = make(QT_TR_NOOP("&History"), "history", {Qt::CTRL | Qt::Key_F8},
                        QT_TR_NOOP("Show the runs of the past"));
    view.wordWrap = make(QT_TR_NOOP("&Wrap long lines"), nullptr, {Qt::CTRL | Qt::ALT | Qt::Key_W},
                         QT_TR_NOOP("Break the lines of the query where the window ends"));
    view.wordWrap->setCheckable(true);
    // The plus is on the key of the equals sign on most keyboards, and on one of its own on others.
    view.zoomIn = make(QT_TR_NOOP("Zoom &in"), "zoom-in", {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                       QT_TR_NOOP("Larger text in query and rows"));
    view.zoomOut = make(QT_TR_NOOP("Zoom &out"), "zoom-out", {Qt::CTRL | Qt::Key_Minus},
                        QT_TR_NOOP("Smaller text in query and rows"));
    view.zoomReset = make(QT_TR_NOOP("&Usual size"), nullptr, {Qt::CTRL | Qt::Key_0},
                          QT_TR_NOOP("Text as large as in the settings"));
    view.fullScreen =
        make(QT_TR_NOOP("Full &screen"), nullptr, {Qt::Key_F11}, QT_TR_NOOP("Use the whole screen"));
    view.fullScreen->setCheckable(true);
    help.tour = make(QT_TR_NOOP("&Tour of the sample data"), "flask-conical", {},
                     QT_TR_NOOP("Ten queries, each explained in two sentences"));
    help.shortcuts = make(QT_TR_NOOP("&Keyboard shortcuts"), "keyboard", {Qt::CTRL | Qt::Key_F1},
                          QT_TR_NOOP("Every key that does something"));
    help.about = make(QT_TR_NOOP("&About Sonde"), "info", {}, QT_TR_NOOP("Versions and licences"));
    help.about->setMenuRole(QAction::AboutRole);
}

QAction *Actions::make(const char *text, const char *icon, const QList<QKeySequence> &keys, const char *tip)
{
    auto *action = new QAction(m_window);
    if (icon != nullptr)
        action->setIcon(m_icons.icon(QLatin1StringView(icon)));
    action->setShortcuts(keys);
    m_words.push_back({action, text, tip});
    // In the window itself, so that shortcuts hold also where an action is in no menu.
    m_window->addAction(action);
    return action;
}

QAction *Actions::find(const QWidget &part, const char *name)
{
    const QList<QAction *> actions = part.window()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [name](const QAction *action) {
        return action->objectName() == QLatin1String(name);
    });
    return found == actions.end() ? nullptr : *found;
}

QMenu *Actions::addMenu(QMenuBar &bar, const char *title)
{
    auto *menu = new QMenu(&bar);
    bar.addMenu(menu);
    m_words.push_back({menu->menuAction(), title, nullptr});
    return menu;
}

QMenu *Actions::addSubmenu(QMenu &menu, const char *title, const QList<QAction *> &actions)
{
    QMenu *submenu = menu.addMenu(QString());
    m_words.push_back({submenu->menuAction(), title, nullptr});
    submenu->addActions(actions);
    return submenu;
}

void Actions::retranslate()
{
    for (const Words &words : m_words) {
        words.action->setText(tr(words.text));
        sayTip(words);
    }
}

void Actions::sayTip(const Words &words)
{
    if (words.tip == nullptr)
        return;
    const bool isGrey = words.greyTip != nullptr && !words.action->isEnabled();
    const QString key = words.action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = tr(isGrey ? words.greyTip : words.tip);
    //: %1: what a button does; %2: its keys, as Ctrl+R
    words.action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key));
}

void Actions::setGreyTip(QAction *action, const char *tip)
{
    const auto words = std::find_if(m_words.begin(), m_words.end(),
                                    [action](const Words &each) { return each.action == action; });
    words->greyTip = tip;
    const auto at = words - m_words.begin();
    connect(action, &QAction::enabledChanged, this,
            [this, at] { sayTip(m_words.at(static_cast<std::size_t>(at))); });
}

void Actions::fill(QMenuBar &bar)
{
    QMenu *fileMenu = addMenu(bar, QT_TR_NOOP("&File"));
    fileMenu->addActions({file.newTab, file.newWindow, file.openFile, file.openTable});
    m_recentMenu = addSubmenu(*fileMenu, QT_TR_NOOP("Open &recent"), {});
    fileMenu->addActions({file.save, file.saveAs, file.saveAsFavourite, file.saveResult});
    fileMenu->addSeparator();
    fileMenu->addActions(
        {file.duplicateTab, file.renameTab, file.pinTab, file.detachTab, file.closeTab, file.reopenTab});
    fileMenu->addSeparator();
    fileMenu->addActions({file.addConnection, file.manageConnections, file.settings});
    fileMenu->addSeparator();
    fileMenu->addAction(file.quit);
    QMenu *editMenu = addMenu(bar, QT_TR_NOOP("&Edit"));
    editMenu->addActions({edit.undo, edit.redo});
    editMenu->addSeparator();
    editMenu->addActions({edit.cut, edit.copy, edit.paste, edit.selectAll});
    editMenu->addSeparator();
    editMenu->addActions(
        {edit.find, edit.findNext, edit.findPrevious, edit.replace, edit.findInTabs, edit.goToLine});
    editMenu->addSeparator();
    addSubmenu(*editMenu, QT_TR_NOOP("&Lines"), editor.ofLines());
    addSubmenu(*editMenu, QT_TR_NOOP("&More carets"), editor.ofCarets());
    addSubmenu(*editMenu, QT_TR_NOOP("F&olding"), editor.ofFolds());
    addSubmenu(*editMenu, QT_TR_NOOP("&KQL"), editor.ofLanguage());
    QMenu *queryMenu = addMenu(bar, QT_TR_NOOP("&Query"));
    queryMenu->addActions({query.run, query.preview, query.runAll, query.repeat, query.stop});
    queryMenu->addSeparator();
    queryMenu->addAction(query.convert);
    queryMenu->addSeparator();
    queryMenu->addActions({query.chooseConnection, query.chooseRange, query.refreshTables});
    QMenu *resultsMenu = addMenu(bar, QT_TR_NOOP("&Results"));
    resultsMenu->addAction(results.copyWithHeaders);
    resultsMenu->addMenu(m_copyAsMenu);
    resultsMenu->addActions({results.wholeCell, results.exportRows, results.queryRows, results.pin});
    addSubmenu(*resultsMenu, QT_TR_NOOP("Compa&rison"),
               {results.compare, results.nextDifference, results.previousDifference, results.endComparison});
    resultsMenu->addSeparator();
    resultsMenu->addActions(
        {results.sort, results.sortAlso, results.columns, results.hideColumn, results.group});
    resultsMenu->addSeparator();
    resultsMenu->addActions(
        {results.filter, results.onlyValue, results.withoutValue, results.clearFilters, results.sendFilters});
    resultsMenu->addSeparator();
    resultsMenu->addActions({results.cellsToQuery, results.withoutCells});
    m_viewMenu = addMenu(bar, QT_TR_NOOP("&View"));
    m_viewMenu->addMenu(makeThemeMenu(m_viewMenu));
    m_viewMenu->addActions({view.localTime, view.tabZone, view.severityMarks, view.wordWrap});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({view.zoomIn, view.zoomOut, view.zoomReset, view.fullScreen});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({view.tables, view.favourites, view.history, view.moveFocus, view.moveFocusUp,
                            view.allTabs, view.nextTab, view.previousTab});
    addMenu(bar, QT_TR_NOOP("&Help"))->addActions({help.tour, help.shortcuts, help.about});
    // The status line is for the rows; what an action does stands beside it.
    for (QMenu *menu : bar.findChildren<QMenu *>())
        menu->setToolTipsVisible(true);
    keepTranslated(&bar, [this] { retranslate(); });
}

QMenu *Actions::makeThemeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    m_words.push_back({menu->menuAction(), QT_TR_NOOP("&Theme"), nullptr});
    menu->setIcon(m_icons.icon(QLatin1StringView("palette")));
    const auto add = [this, menu](const char *text, Theme::Mode mode) {
        QAction *action = menu->addAction(QString());
        m_words.push_back({action, text, nullptr});
        action->setCheckable(true);
        action->setData(QVariant::fromValue(mode));
        m_themeModes->addAction(action);
    };
    add(QT_TR_NOOP("As the &system"), Theme::Mode::System);
    add(QT_TR_NOOP("&Light"), Theme::Mode::Light);
    add(QT_TR_NOOP("&Dark"), Theme::Mode::Dark);
    menu->addSeparator();
    menu->addAction(view.highContrast);
    connect(m_themeModes, &QActionGroup::triggered, this,
            [this](QAction *action) { emit themeModeChosen(action->data().value<Theme::Mode>()); });
    return menu;
}

void Actions::setPageActionsEnabled(bool enabled)
{
    for (QAction *action : {file.save,         file.saveAs,       file.saveAsFavourite,
                            file.duplicateTab, file.closeTab,     edit.undo,
                            edit.redo,         edit.cut,          edit.copy,
                            edit.paste,        edit.selectAll,    edit.find,
                            edit.findNext,     edit.findPrevious, edit.goToLine,
                            edit.replace,      edit.findInTabs,   query.run,
                            query.runAll,      query.preview,     query.repeat,
                            view.tabZone,      view.moveFocus,    view.moveFocusUp,
                            view.nextTab,      view.previousTab})
        action->setEnabled(enabled);
    for (QAction *action : editor.all())
        action->setEnabled(enabled);
}

void Actions::setRowActionsEnabled(bool hasRows, bool hasFilter)
{
    for (QAction *action :
         {results.copyWithHeaders, results.sort, results.sortAlso, results.columns, results.hideColumn,
          results.group, results.filter, results.onlyValue, results.withoutValue, results.cellsToQuery,
          results.withoutCells, results.wholeCell, results.queryRows})
        action->setEnabled(hasRows);
    m_copyAsMenu->setEnabled(hasRows);
    for (QAction *action : {results.clearFilters, results.sendFilters})
        action->setEnabled(hasRows && hasFilter);
}

void Actions::showThemeMode(Theme::Mode mode)
{
    for (QAction *action : m_themeModes->actions())
        action->setChecked(action->data().value<Theme::Mode>() == mode);
}

} // namespace sonde
