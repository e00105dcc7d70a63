#include "widgets/actions.h"

#include "widgets/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace sonde {

Actions::Actions(const Icons &icons, QWidget *window)
    : QObject(window)
    , m_icons(icons)
    , m_window(window)
    , m_themeModes(new QActionGroup(this))
{
    makeFileActions();
    makeEditActions();
    makeRunActions();
    makeViewActions();
}

void Actions::makeFileActions()
{
    file.newTab = make(tr("&New query"), "file-plus", {Qt::CTRL | Qt::Key_N, Qt::CTRL | Qt::Key_T},
                       tr("Open an empty tab"));
    file.newWindow =
        make(tr("New &window"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, tr("Open another window"));
    file.openFile = make(tr("&Open…"), "folder-open", {Qt::CTRL | Qt::Key_O}, tr("Open a query file"));
    file.save = make(tr("&Save"), "save", {Qt::CTRL | Qt::Key_S}, tr("Write the query to its file"));
    file.saveAs = make(tr("Save &as…"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
                       tr("Write the query to another file"));
    file.saveAsFavourite = make(tr("Save as &favourite…"), "star", {Qt::CTRL | Qt::Key_D},
                                tr("Keep the query among the favourites"));
    file.addConnection = make(tr("Add a connect&ion…"), "plus", {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
                              tr("Set up a workspace to search"));
    file.manageConnections = make(tr("&Manage connections…"), "server", {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
                                  tr("Change, copy, order, export or delete connections"));
    file.settings = make(tr("Se&ttings…"), "settings", {Qt::CTRL | Qt::Key_Comma},
                         tr("Network, language, fonts, export"));
    file.settings->setMenuRole(QAction::PreferencesRole);
    file.duplicateTab = make(tr("&Duplicate tab"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
                             tr("Open the query once more in a tab of its own"));
    file.renameTab =
        make(tr("Rename ta&b…"), "pencil", {Qt::CTRL | Qt::Key_F2}, tr("Give the tab another name"));
    file.closeTab = make(tr("&Close tab"), "x", {Qt::CTRL | Qt::Key_W}, tr("Close the tab in front"));
    file.reopenTab = make(tr("R&eopen closed tab"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
                          tr("Bring the tab back that was closed last"));
    file.quit = make(tr("&Quit"), nullptr, {Qt::CTRL | Qt::Key_Q}, tr("Close all windows"));
    file.quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeEditActions()
{
    edit.undo = make(tr("&Undo"), "undo-2", {Qt::CTRL | Qt::Key_Z}, tr("Take the last change back"));
    edit.redo = make(tr("&Redo"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
                     tr("Make the change again"));
    edit.cut = make(tr("Cu&t"), nullptr, {Qt::CTRL | Qt::Key_X}, tr("Cut the selected text"));
    edit.copy = make(tr("&Copy"), "copy", {Qt::CTRL | Qt::Key_C}, tr("Copy the selected text or cells"));
    results.copyWithHeaders = make(tr("Copy with &headers"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                                   tr("Copy the selected cells with the names of their columns"));
    edit.paste = make(tr("&Paste"), "clipboard", {Qt::CTRL | Qt::Key_V}, tr("Paste into the query"));
    edit.selectAll =
        make(tr("Select &all"), nullptr, {Qt::CTRL | Qt::Key_A}, tr("Select the whole query, or all rows"));
    edit.find = make(tr("&Find"), "search", {Qt::CTRL | Qt::Key_F}, tr("Look for a text in the query"));
    edit.findNext = make(tr("Find &next"), nullptr, {Qt::Key_F3}, tr("Go to the next place"));
    edit.findPrevious =
        make(tr("Find pre&vious"), nullptr, {Qt::SHIFT | Qt::Key_F3}, tr("Go to the place before"));
    edit.goToLine = make(tr("&Go to line…"), nullptr, {Qt::CTRL | Qt::Key_G}, tr("Put the caret on a line"));
}

void Actions::makeRunActions()
{
    query.run = make(tr("&Run"), "play", {Qt::Key_F5, Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter},
                     tr("Run the query"));
    query.run->setIcon(m_icons.icon(QLatin1StringView("play"), ColorRole::Accent));
    query.stop = make(tr("&Stop"), "square", {Qt::SHIFT | Qt::Key_F5}, tr("Stop the run"));
    results.exportRows =
        make(tr("&Export…"), "file-down", {Qt::CTRL | Qt::Key_E}, tr("Write the rows to a file"));
}

void Actions::makeViewActions()
{
    view.moveFocus = make(tr("Editor or &results"), nullptr, {Qt::Key_F6, Qt::SHIFT | Qt::Key_F6},
                          tr("Move the keyboard between query and rows"));
    view.nextTab = make(tr("Ne&xt tab"), nullptr, {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown},
                        tr("Go to the tab on the right"));
    view.previousTab =
        make(tr("Pre&vious tab"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageUp},
             tr("Go to the tab on the left"));
    view.localTime = make(tr("Times in &local time"), "clock", {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
                          tr("Else times are shown in UTC"));
    view.localTime->setCheckable(true);
    view.favourites =
        make(tr("&Favourites"), "bookmark", {Qt::CTRL | Qt::Key_B}, tr("Show the kept queries"));
    view.history = make(tr("&History"), "history", {Qt::CTRL | Qt::Key_F8}, tr("Show the runs of the past"));
    // The plus is on the key of the equals sign on most keyboards, and on one of its own on others.
    view.zoomIn = make(tr("Zoom &in"), "zoom-in", {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                       tr("Larger text in query and rows"));
    view.zoomOut =
        make(tr("Zoom &out"), "zoom-out", {Qt::CTRL | Qt::Key_Minus}, tr("Smaller text in query and rows"));
    view.zoomReset =
        make(tr("&Usual size"), nullptr, {Qt::CTRL | Qt::Key_0}, tr("Text as large as in the settings"));
    view.fullScreen = make(tr("Full &screen"), nullptr, {Qt::Key_F11}, tr("Use the whole screen"));
    view.fullScreen->setCheckable(true);
    help.shortcuts = make(tr("&Keyboard shortcuts"), "keyboard", {Qt::CTRL | Qt::Key_F1},
                          tr("Every key that does something"));
    help.about = make(tr("&About Sonde"), "info", {}, tr("Versions and licences"));
    help.about->setMenuRole(QAction::AboutRole);
}

QAction *Actions::make(const QString &text, const char *icon, const QList<QKeySequence> &keys,
                       const QString &tip)
{
    auto *action = new QAction(text, m_window);
    if (icon != nullptr)
        action->setIcon(m_icons.icon(QLatin1StringView(icon)));
    action->setShortcuts(keys);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key));
    // In the window itself, so that shortcuts hold also where an action is in no menu.
    m_window->addAction(action);
    return action;
}

void Actions::fill(QMenuBar &bar)
{
    QMenu *fileMenu = bar.addMenu(tr("&File"));
    fileMenu->addActions({file.newTab, file.newWindow, file.openFile});
    m_recentMenu = fileMenu->addMenu(tr("Open &recent"));
    fileMenu->addActions({file.save, file.saveAs, file.saveAsFavourite});
    fileMenu->addSeparator();
    fileMenu->addActions({file.duplicateTab, file.renameTab, file.closeTab, file.reopenTab});
    fileMenu->addSeparator();
    fileMenu->addActions({file.addConnection, file.manageConnections, file.settings});
    fileMenu->addSeparator();
    fileMenu->addAction(file.quit);
    QMenu *editMenu = bar.addMenu(tr("&Edit"));
    editMenu->addActions({edit.undo, edit.redo});
    editMenu->addSeparator();
    editMenu->addActions({edit.cut, edit.copy, edit.paste, edit.selectAll});
    editMenu->addSeparator();
    editMenu->addActions({edit.find, edit.findNext, edit.findPrevious, edit.goToLine});
    QMenu *queryMenu = bar.addMenu(tr("&Query"));
    queryMenu->addActions({query.run, query.stop});
    QMenu *resultsMenu = bar.addMenu(tr("&Results"));
    resultsMenu->addActions({results.copyWithHeaders, results.exportRows});
    m_viewMenu = bar.addMenu(tr("&View"));
    m_viewMenu->addMenu(makeThemeMenu(m_viewMenu));
    m_viewMenu->addAction(view.localTime);
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({view.zoomIn, view.zoomOut, view.zoomReset, view.fullScreen});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({view.favourites, view.history, view.moveFocus, view.nextTab, view.previousTab});
    bar.addMenu(tr("&Help"))->addActions({help.shortcuts, help.about});
    // The status line is for the rows; what an action does stands beside it.
    for (QMenu *menu : bar.findChildren<QMenu *>())
        menu->setToolTipsVisible(true);
}

QMenu *Actions::makeThemeMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("&Theme"), parent);
    menu->setIcon(m_icons.icon(QLatin1StringView("palette")));
    const auto add = [this, menu](const QString &text, Theme::Mode mode) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(QVariant::fromValue(mode));
        m_themeModes->addAction(action);
    };
    add(tr("As the &system"), Theme::Mode::System);
    add(tr("&Light"), Theme::Mode::Light);
    add(tr("&Dark"), Theme::Mode::Dark);
    connect(m_themeModes, &QActionGroup::triggered, this,
            [this](QAction *action) { emit themeModeChosen(action->data().value<Theme::Mode>()); });
    return menu;
}

void Actions::setPageActionsEnabled(bool enabled)
{
    for (QAction *action : {file.save,         file.saveAs,    file.saveAsFavourite,
                            file.duplicateTab, file.renameTab, file.closeTab,
                            edit.undo,         edit.redo,      edit.cut,
                            edit.copy,         edit.paste,     edit.selectAll,
                            edit.find,         edit.findNext,  edit.findPrevious,
                            edit.goToLine,     query.run,      results.copyWithHeaders,
                            view.moveFocus,    view.nextTab,   view.previousTab})
        action->setEnabled(enabled);
}

void Actions::showThemeMode(Theme::Mode mode)
{
    for (QAction *action : m_themeModes->actions())
        action->setChecked(action->data().value<Theme::Mode>() == mode);
}

} // namespace sonde
