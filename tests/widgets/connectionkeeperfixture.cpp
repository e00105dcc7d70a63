#include "connectionkeeperfixture.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

namespace sonde {

void ConnectionKeeperFixture::open()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<FakeSecretStore>();
    m_store = std::make_unique<ConnectionStore>(path("connections.json"));
    m_settings = std::make_unique<SettingsStore>(path("settings.ini"));
    m_window = std::make_unique<QWidget>();
    m_favourites = std::make_unique<FavouriteStore>(
        FavouriteStore::Places{path("favourites"), path("favourites.json"), {}}, m_clock);
    m_history = std::make_unique<HistoryStore>(path("history"));
    m_layouts = std::make_unique<ColumnLayoutStore>(path("columns.json"));
    m_schemas = std::make_unique<SchemaKeeper>(
        SchemaKeeper::Services{m_schemaSource, SchemaCache(path("tables")), *m_store, m_clock});
    m_keeper = new ConnectionKeeper({m_runner, *m_secrets, m_probe, *m_store, *m_settings, *m_favourites,
                                     *m_history, *m_layouts, m_theme, m_icons, m_clock, *m_schemas},
                                    m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

Connection ConnectionKeeperFixture::connection(int number, const QString &name)
{
    Connection made;
    made.id = id(number);
    made.name = name;
    made.tenant = QStringLiteral("contoso.example");
    made.clientId = id(100);
    made.workspaceId = id(200);
    return made;
}

void ConnectionKeeperFixture::put(int number, const QString &name, const QString &secret)
{
    QVERIFY(m_store->add(connection(number, name)));
    bool isWritten = false;
    m_secrets->write(id(number), secret, m_window.get(),
                     [&isWritten](const Result<void> &) { isWritten = true; });
    QTRY_VERIFY(isWritten);
}

void ConnectionKeeperFixture::press(QWidget *dialog, const char *name)
{
    auto *button = dialog->findChild<QPushButton *>(QLatin1String(name));
    QVERIFY2(button && button->isEnabled(), name);
    button->click();
}

void ConnectionKeeperFixture::submit(ConnectionDialog *dialog)
{
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
}

ConnectionsDialog *ConnectionKeeperFixture::manager() const
{
    m_keeper->manage();
    return dialog<ConnectionsDialog>();
}

QTreeView *ConnectionKeeperFixture::list() const
{
    return dialog<ConnectionsDialog>()->findChild<QTreeView *>();
}

QString ConnectionKeeperFixture::names() const
{
    QStringList all;
    for (const Connection &each : m_store->connections())
        all << each.name;
    return all.join(QLatin1Char(' '));
}

void ConnectionKeeperFixture::breakTheFile() const
{
    QVERIFY(QFile::remove(path("connections.json")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("connections.json/in the way")));
}

} // namespace sonde
