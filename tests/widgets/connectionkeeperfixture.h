#pragma once

#include "core/clock.h"
#include "stores/columnlayoutstore.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "support/fakeconnectionprobe.h"
#include "support/fakeschemasource.h"
#include "support/fakesearchrunner.h"
#include "support/fakesecretstore.h"
#include "widgets/connectiondialog.h"
#include "widgets/connectionkeeper.h"
#include "widgets/connectionsdialog.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/schemakeeper.h"

#include <QTemporaryDir>
#include <memory>

class QTreeView;

namespace sonde {

/// What keeps the connections, in a folder of its own, and the dialogs it opens.
class ConnectionKeeperFixture
{
protected:
    void install() { m_theme.install(); }
    /// A new window with a keeper that has no connections.
    void open();

    static QString id(int last)
    {
        return QStringLiteral("00000000-0000-4000-8000-%1").arg(last, 12, 10, QLatin1Char('0'));
    }
    static Connection connection(int number, const QString &name);
    void put(int number, const QString &name, const QString &secret);
    /// The one that is open.
    template <typename Dialog>
    Dialog *dialog() const
    {
        const QList<Dialog *> all = m_window->findChildren<Dialog *>();
        for (Dialog *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    static void press(QWidget *dialog, const char *name);
    static void submit(ConnectionDialog *dialog);
    ConnectionsDialog *manager() const;
    QTreeView *list() const;
    QString names() const;
    MessageBar *bar() const { return dialog<ConnectionsDialog>()->findChild<MessageBar *>(); }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    /// From now on the file of the connections cannot be written.
    void breakTheFile() const;

    Theme m_theme;
    Icons m_icons{m_theme};
    SystemClock m_clock;
    FakeSearchRunner m_runner;
    FakeConnectionProbe m_probe;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConnectionStore> m_store;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<FavouriteStore> m_favourites;
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<ColumnLayoutStore> m_layouts;
    FakeSchemaSource m_schemaSource;
    std::unique_ptr<SchemaKeeper> m_schemas;
    ConnectionKeeper *m_keeper = nullptr;
};

} // namespace sonde
