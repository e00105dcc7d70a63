#pragma once

#include "core/error.h"

#include <QDialog>
#include <QList>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace sonde {

class Icons;
struct ProgramFacts;
class SecretStore;
class SettingsNetworkPage;
class SettingsPage;
class SettingsStore;
class SnippetStore;
class Theme;

/// The settings, in pages. Nothing is changed before OK; then the store tells who listens. Opened with
/// open().
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    enum Page { General, Fonts, Network, Export, Privacy, Snippets };
    Q_ENUM(Page)

    /// \a store, \a secrets and \a icons outlive the dialog.
    SettingsDialog(SettingsStore &store, SecretStore &secrets, const Icons &icons, const ProgramFacts &facts,
                   QWidget *parent = nullptr);

    /// The page of the snippets, which only a program with editors has; \a store and \a theme outlive the
    /// dialog.
    void addSnippets(SnippetStore &store, const Theme &theme);

    void showPage(Page page);

signals:
    /// Everything is in the store, and the proxy's password in the keychain.
    void applied();

public slots:
    void accept() override;

private:
    void addPage(SettingsPage *page, const Icons &icons);
    void makeRoomForPages();
    void connectParts();
    void restoreDefaults();
    void updateProblems();
    void setBusy(bool isBusy);
    void showFailure(const Error &error);
    void showPasswordFailure(const Error &error);
    void save();

    SettingsStore &m_store;
    const Icons &m_icons;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    SettingsNetworkPage *m_network;
    QList<SettingsPage *> m_pages;
    QLabel *m_note = nullptr;
    QPushButton *m_keepForThisRun = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace sonde
