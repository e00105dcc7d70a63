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
    const auto keys = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    file.newTab = make(tr("&New query"), "file-plus", {Qt::CTRL | Qt::Key_N, Qt::CTRL | Qt::Key_T});
    file.openFile = make(tr("&Open…"), "folder-open", {Qt::CTRL | Qt::Key_O});
    file.save = make(tr("&Save"), "save", {Qt::CTRL | Qt::Key_S});
    file.saveAs = make(tr("Save &as…"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    file.closeTab = make(tr("&Close tab"), "x", {Qt::CTRL | Qt::Key_W});
    file.reopenTab = make(tr("&Reopen closed tab"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    file.quit = make(tr("&Quit"), nullptr, {Qt::CTRL | Qt::Key_Q});
    file.quit->setMenuRole(QAction::QuitRole);

    edit.undo = make(tr("&Undo"), "undo-2", keys(QKeySequence::Undo));
    edit.redo = make(tr("&Redo"), nullptr, keys(QKeySequence::Redo));
    edit.copy = make(tr("&Copy"), "copy", {Qt::CTRL | Qt::Key_C});
    results.copyWithHeaders = make(tr("Copy with &headers"), nullptr, {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    edit.selectAll = make(tr("Select &all"), nullptr, {Qt::CTRL | Qt::Key_A});
    edit.find = make(tr("&Find"), "search", {Qt::CTRL | Qt::Key_F});
    edit.findNext = make(tr("Find &next"), nullptr, {Qt::Key_F3});
    edit.findPrevious = make(tr("Find &previous"), nullptr, {Qt::SHIFT | Qt::Key_F3});
    edit.goToLine = make(tr("&Go to line…"), nullptr, {Qt::CTRL | Qt::Key_G});

    query.run = make(tr("&Run"), "play", {Qt::Key_F5, Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter},
                     tr("Run the query"));
    query.run->setIcon(icons.icon(QLatin1StringView("play"), ColorRole::Accent));
    query.stop = make(tr("&Stop"), "square", {Qt::SHIFT | Qt::Key_F5}, tr("Stop the run"));
    results.exportRows =
        make(tr("&Export…"), "file-down", {Qt::CTRL | Qt::Key_E}, tr("Write the rows to a file"));
    file.addConnection = make(tr("&Add a connection…"), "plus", {});

    view.moveFocus = make(tr("Editor or &results"), nullptr, {Qt::Key_F6, Qt::SHIFT | Qt::Key_F6});
    view.nextTab = make(tr("Ne&xt tab"), nullptr, {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown});
    view.previousTab = make(tr("Pre&vious tab"), nullptr,
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab, Qt::CTRL | Qt::Key_PageUp});
    view.localTime = make(tr("Times in &local time"), "clock", {}, tr("Else times are shown in UTC"));
    view.localTime->setCheckable(true);
    help.about = make(tr("&About Sonde"), "info", {});
    help.about->setMenuRole(QAction::AboutRole);
}

QAction *Actions::make(const QString &text, const char *icon, const QList<QKeySequence> &keys,
                       const QString &tip)
{
    auto *action = new QAction(text, m_window);
    if (icon != nullptr)
        action->setIcon(m_icons.icon(QLatin1StringView(icon)));
    action->setShortcuts(keys);
    if (!tip.isEmpty()) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key));
        action->setStatusTip(tip);
    }
    // In the window itself, so that shortcuts hold also where an action is in no menu.
    m_window->addAction(action);
    return action;
}

void Actions::fill(QMenuBar &bar)
{
    QMenu *fileMenu = bar.addMenu(tr("&File"));
    fileMenu->addActions({file.newTab, file.openFile, file.save, file.saveAs});
    fileMenu->addSeparator();
    fileMenu->addAction(file.addConnection);
    fileMenu->addSeparator();
    fileMenu->addActions({file.closeTab, file.reopenTab, file.quit});
    QMenu *editMenu = bar.addMenu(tr("&Edit"));
    editMenu->addActions({edit.undo, edit.redo});
    editMenu->addSeparator();
    editMenu->addActions({edit.copy, edit.selectAll});
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
    m_viewMenu->addActions({view.moveFocus, view.nextTab, view.previousTab});
    bar.addMenu(tr("&Help"))->addAction(help.about);
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
    for (QAction *action :
         {file.save, file.saveAs, file.closeTab, edit.undo, edit.redo, edit.copy, edit.selectAll, edit.find,
          edit.findNext, edit.findPrevious, edit.goToLine, query.run, results.copyWithHeaders, view.moveFocus,
          view.nextTab, view.previousTab})
        action->setEnabled(enabled);
}

void Actions::showThemeMode(Theme::Mode mode)
{
    for (QAction *action : m_themeModes->actions())
        action->setChecked(action->data().value<Theme::Mode>() == mode);
}

} // namespace sonde
