#pragma once

#include "fixedclock.h"
#include "stores/connectionstore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "widgets/emptystate.h"
#include "widgets/historydock.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <memory>

namespace sonde {

/// The history's dock in a window that wants some of its keys, over a real history.
class HistoryDockFixture : public QObject
{
protected:
    void open();
    void close();
    qint64 put(const QString &text, int secondsAgo = 0, const std::optional<RunEnd> &end = {});
    void makeDock();
    void show();
    /// Chooses that entry of the filter's menu.
    void filterBy(const char *text) const;
    QMenu *openMenu(int row);
    static QAction *actionOf(const QMenu *menu, const char *text);
    QPushButton *button(const char *text) const;
    void select(int row) { m_list->setCurrentIndex(m_list->model()->index(row, 0)); }
    int rowCount() const { return m_list->model()->rowCount(); }
    EmptyState &empty() const { return *m_dock->findChild<EmptyState *>(); }

    FixedClock m_clock;
    Theme m_theme;
    Icons m_icons{m_theme};
    Connection m_connection;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<QMainWindow> m_window;
    HistoryDock *m_dock = nullptr;
    QListView *m_list = nullptr;
    QLineEdit *m_search = nullptr;
};

} // namespace sonde
