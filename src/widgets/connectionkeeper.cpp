#include "widgets/connectionkeeper.h"

#include "ports/secretstore.h"
#include "stores/connectionfile.h"
#include "stores/connectionstore.h"
#include "widgets/connectiondialog.h"
#include "widgets/connectionsdialog.h"
#include "widgets/connectionvault.h"
#include "widgets/importconnectionsdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

namespace sonde {

namespace {

QMessageBox *makeQuestion(QWidget *parent, const QString &title, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    // Names may hold anything; nothing of them is markup.
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    return box;
}

QFileDialog *makeFileDialog(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title, QDir::homePath(),
                                   ConnectionKeeper::tr("Connections (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

ConnectionKeeper::ConnectionKeeper(const WindowServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
    , m_vault(new ConnectionVault(services.connections, services.secrets, this))
{
    connect(m_vault, &ConnectionVault::remarked, this, [this](const Error &remark) {
        if (m_manager)
            m_manager->showNote(remark.message, remark.advice);
        else
            emit failed(remark);
    });
}

QList<Connection> ConnectionKeeper::connections() const
{
    return m_services.connections.connections();
}

QWidget *ConnectionKeeper::parentOfDialogs() const
{
    return m_manager ? m_manager.data() : m_window;
}

void ConnectionKeeper::add()
{
    open(new ConnectionDialog(m_services.probe, m_services.theme, m_services.icons, parentOfDialogs()), true);
}

void ConnectionKeeper::edit(const Connection &connection)
{
    auto *dialog =
        new ConnectionDialog(m_services.probe, m_services.theme, m_services.icons, parentOfDialogs());
    dialog->setConnection(connection);
    open(dialog, false);
}

void ConnectionKeeper::editById(const QString &id)
{
    if (const std::optional<Connection> found = m_services.connections.find(id))
        edit(*found);
}

void ConnectionKeeper::open(ConnectionDialog *dialog, bool isNew)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = isNew ? QString() : dialog->connection().id;
    connect(dialog, &ConnectionDialog::submitted, this,
            [this, dialog](const ConnectionEdit &edit) { submit(dialog, edit); });
    connect(dialog, &ConnectionDialog::unlockRequested, this, [this, dialog, id] { unlock(dialog, id); });
    queryKeychain(dialog, id);
    dialog->open();
}

void ConnectionKeeper::queryKeychain(ConnectionDialog *dialog, const QString &id)
{
    using Stored = SecretField::Stored;
    const bool isForThisRun = !id.isEmpty() && m_services.secrets.isForThisRun(id);
    if (isForThisRun)
        dialog->secretField().setStored(Stored::ForThisRun);
    m_services.secrets.queryState(dialog, [this, dialog, id, isForThisRun](KeychainState state) {
        dialog->secretField().setKeychain(state);
        // A locked keychain says that nothing is stored, whatever is.
        if (id.isEmpty() || isForThisRun || state != KeychainState::Ready)
            return;
        m_services.secrets.read(id, dialog, [dialog](const Result<QString> &secret) {
            if (secret)
                dialog->secretField().setStored(Stored::InKeychain);
            else if (secret.error().kind == ErrorKind::NotFound)
                dialog->secretField().setStored(Stored::Nothing);
            else if (secret.error().kind == ErrorKind::NoKeychain)
                dialog->secretField().setKeychain(KeychainState::Missing);
        });
    });
}

void ConnectionKeeper::unlock(ConnectionDialog *dialog, const QString &id)
{
    dialog->secretField().showUnlocking();
    m_services.secrets.unlock(dialog, [this, dialog, id](const Result<void> &unlocked) {
        if (unlocked)
            queryKeychain(dialog, id);
        else if (unlocked.error().kind == ErrorKind::NoKeychain)
            dialog->secretField().setKeychain(KeychainState::Missing);
        else
            dialog->secretField().showUnlockFailure(unlocked.error());
    });
}

void ConnectionKeeper::submit(ConnectionDialog *dialog, const ConnectionEdit &edit)
{
    const bool isNew = !m_services.connections.find(edit.connection.id);
    m_vault->save(
        edit, [this, dialog = QPointer<ConnectionDialog>(dialog), edit, isNew](const Result<void> &saved) {
            if (!saved) {
                if (!dialog) {
                    report(saved.error());
                    return;
                }
                // What the keychain is like is another thing now than what the field says.
                if (saved.error().remedy == Remedy::UnlockKeychain)
                    dialog->secretField().setKeychain(KeychainState::Locked);
                dialog->showFailure(saved.error());
                return;
            }
            if (dialog)
                dialog->accept();
            if (m_manager)
                m_manager->setCurrent(edit.connection.id);
            // Who tends the list is not searching.
            emit changed(isNew && !m_manager ? edit.connection.id : QString());
        });
}

void ConnectionKeeper::manage()
{
    if (m_manager) {
        m_manager->raise();
        m_manager->activateWindow();
        return;
    }
    m_manager = new ConnectionsDialog(m_services.connections, m_services.theme, m_services.icons, m_window);
    m_manager->setAttribute(Qt::WA_DeleteOnClose);
    connectManager();
    m_manager->open();
}

void ConnectionKeeper::connectManager()
{
    connect(m_manager, &ConnectionsDialog::addRequested, this, &ConnectionKeeper::add);
    connect(m_manager, &ConnectionsDialog::editRequested, this, &ConnectionKeeper::editById);
    connect(m_manager, &ConnectionsDialog::duplicateRequested, this, &ConnectionKeeper::duplicate);
    connect(m_manager, &ConnectionsDialog::removeRequested, this, &ConnectionKeeper::askToRemove);
    connect(m_manager, &ConnectionsDialog::moveRequested, this, &ConnectionKeeper::move);
    connect(m_manager, &ConnectionsDialog::importRequested, this, &ConnectionKeeper::askForImport);
    connect(m_manager, &ConnectionsDialog::exportRequested, this, &ConnectionKeeper::askForExport);
    connect(m_manager, &ConnectionsDialog::unlockRequested, this, &ConnectionKeeper::unlockAndRetry);
}

void ConnectionKeeper::report(const Error &error)
{
    if (m_manager)
        m_manager->showFailure(error);
    else
        emit failed(error);
}

void ConnectionKeeper::settle(const QString &id, const Result<void> &outcome)
{
    if (!outcome) {
        report(outcome.error());
        return;
    }
    m_retry = nullptr;
    if (m_manager) {
        m_manager->showNote({});
        if (!id.isEmpty())
            m_manager->setCurrent(id);
    }
    emit changed({});
}

void ConnectionKeeper::duplicate(const QString &id)
{
    m_retry = [this, id] { duplicate(id); };
    m_vault->duplicate(id, [this](const Result<QString> &copy) {
        settle(copy.value_or(QString()), copy ? Result<void>() : failure(copy.error()));
    });
}

void ConnectionKeeper::move(const QString &id, int index)
{
    settle(id, m_services.connections.move(id, index));
}

void ConnectionKeeper::askToRemove(const QString &id)
{
    const std::optional<Connection> connection = m_services.connections.find(id);
    if (!connection)
        return;
    //: %1: a connection’s name
    const QString question = tr("Delete “%1”?").arg(connection->name);
    QMessageBox *box = makeQuestion(parentOfDialogs(), tr("Delete a connection"), question,
                                    tr("Its secret is deleted too. Queries and their history stay."));
    QPushButton *remove = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("delete"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this, [this, id] { this->remove(id); });
    box->open();
}

void ConnectionKeeper::remove(const QString &id)
{
    m_vault->remove(id, [this, id](const Result<void> &removed) {
        if (removed || removed.error().kind == ErrorKind::Io)
            settle({}, removed);
        else
            offerRemovalAlone(id, removed.error());
    });
}

void ConnectionKeeper::offerRemovalAlone(const QString &id, const Error &reason)
{
    const std::optional<Connection> connection = m_services.connections.find(id);
    if (!connection)
        return;
    QMessageBox *box = makeQuestion(
        parentOfDialogs(), tr("Delete a connection"),
        tr("“%1” is still there, because its secret could not be deleted.").arg(connection->name),
        tr("%1\nDeleted alone, the connection is gone and its secret stays in the keychain, where the "
           "system’s "
           "own program for passwords shows it under Sonde.")
            .arg(reason.message));
    box->setIcon(QMessageBox::Warning);
    QPushButton *unlock = box->addButton(tr("&Unlock and delete"), QMessageBox::AcceptRole);
    unlock->setObjectName(QStringLiteral("unlockAndDelete"));
    QPushButton *alone = box->addButton(tr("Delete the &connection alone"), QMessageBox::DestructiveRole);
    alone->setObjectName(QStringLiteral("deleteAlone"));
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(unlock);
    connect(unlock, &QPushButton::clicked, this, [this, id] {
        m_retry = [this, id] { remove(id); };
        unlockAndRetry();
    });
    connect(alone, &QPushButton::clicked, this,
            [this, id] { settle({}, m_services.connections.remove(id)); });
    box->open();
}

void ConnectionKeeper::unlockAndRetry()
{
    if (m_manager)
        m_manager->showNote(tr("Waiting for the keychain: its window may be behind this one."));
    m_services.secrets.unlock(this, [this](const Result<void> &unlocked) {
        if (!unlocked) {
            Error error = unlocked.error();
            if (error.kind == ErrorKind::Forbidden)
                error.remedy = Remedy::UnlockKeychain;
            report(error);
            return;
        }
        if (m_manager)
            m_manager->showNote({});
        if (const auto retry = std::exchange(m_retry, nullptr))
            retry();
    });
}

void ConnectionKeeper::askForExport()
{
    QFileDialog *dialog = makeFileDialog(parentOfDialogs(), tr("Export connections"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("sonde-connections.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionKeeper::exportFile);
    dialog->open();
}

void ConnectionKeeper::exportFile(const QString &path)
{
    if (const Result<void> written = ConnectionFile::write(path, connections()); !written)
        report(written.error());
    else if (m_manager)
        m_manager->showNote(tr("%n connection(s) were written to “%1”, without secrets.", nullptr,
                               static_cast<int>(connections().size()))
                                .arg(QFileInfo(path).fileName()));
}

void ConnectionKeeper::askForImport()
{
    QFileDialog *dialog = makeFileDialog(parentOfDialogs(), tr("Import connections"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionKeeper::importFile);
    dialog->open();
}

void ConnectionKeeper::importFile(const QString &path)
{
    const Result<QList<Connection>> read = ConnectionFile::read(path);
    if (!read) {
        report(read.error());
        return;
    }
    auto *dialog =
        new ImportConnectionsDialog(QFileInfo(path).fileName(), ConnectionFile::compare(*read, connections()),
                                    m_services.theme, m_services.icons, parentOfDialogs());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportConnectionsDialog::decided, this,
            [this](const QList<ImportDecision> &decisions) { apply(decisions, 0); });
    dialog->open();
}

void ConnectionKeeper::apply(const QList<ImportDecision> &decisions, int done)
{
    // One after the other: each waits for the keychain. The first that fails ends it, and what came before
    // stays.
    if (done == decisions.size()) {
        settle({}, {});
        if (m_manager)
            m_manager->showNote(tr("%n connection(s) were imported.", nullptr, done),
                                tr("Connections without a secret ask for it when you edit them."));
        return;
    }
    const ImportDecision decision = decisions.at(done);
    Connection connection = decision.entry.connection;
    const auto next = [this, decisions, done](const Result<void> &outcome) {
        if (outcome) {
            apply(decisions, done + 1);
            return;
        }
        if (done > 0)
            emit changed({});
        m_retry = [this, rest = decisions.mid(done)] { apply(rest, 0); };
        report(outcome.error());
    };
    if (decision.action == ImportDecision::Action::Replace) {
        const QString old = decision.entry.existingId;
        m_vault->replace(old, connection, decision.entry.signsInElsewhere, next);
        return;
    }
    if (decision.action == ImportDecision::Action::AddBeside)
        connection.name = m_services.connections.nameBeside(connection.name);
    m_vault->save({connection, {}, false}, next);
}

} // namespace sonde
