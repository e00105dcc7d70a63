#pragma once

#include "core/connection.h"
#include "core/error.h"
#include "ports/secretstore.h"
#include "widgets/secretfield.h"

#include <QDialog>
#include <QList>
#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class ConnectionDialog;
}

namespace sonde {

class ConnectionProbe;
class FieldNote;
class MessageBar;
class ProbeView;

/// What a person decided in the connection dialog.
struct ConnectionEdit
{
    Connection connection;
    std::optional<QString> secret; ///< nothing: the stored one, if there is one, stays
    bool isForThisRun = false;     ///< the secret is kept in memory until the program closes
};

/// The form in which a connection is made, changed and tested. Opened with open(); it stores nothing itself:
/// the owner takes submitted(), writes connection and secret, and answers with accept() or showFailure().
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// For a new connection, with a new id. All three outlive the dialog.
    ConnectionDialog(ConnectionProbe &probe, const Theme &theme, const Icons &icons,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    /// To edit \a connection, keeping its id.
    void setConnection(const Connection &connection);
    SecretField &secretField() const { return *m_secret; }

    /// What the fields say now, without what belongs to a service that is not chosen.
    Connection connection() const;
    QList<QueryLanguage> services() const;

    /// Fills the fields from what people paste: what workspaceReferenceFrom() reads, or the line that
    /// sonde-sandbox prints. Returns false and changes nothing where \a text is neither.
    bool fillFrom(const QString &text);

    /// What was submitted could not be stored; the dialog stays, with everything that was typed.
    void showFailure(const Error &error);

signals:
    void submitted(const sonde::ConnectionEdit &edit);
    /// The user wants the keychain opened; the answer goes to secretField().
    void unlockRequested();

public slots:
    /// While what was submitted is being stored, only showFailure() and accept() end that.
    void reject() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field;
    void makeParts(ConnectionProbe &probe);
    void makeFields();
    void addField(ConnectionField id, QWidget *edit, bool isGuid = false);
    void orderTabs();
    void connectParts();
    void showConnection(const Connection &connection, const QList<QueryLanguage> &services);
    void showRows();
    void noteEdit(Field &field, const QString &text);
    void onChanged();
    void showProblems();
    QList<ConnectionProblem> revealProblems();
    bool fillFromEndpoints(const QString &text);
    bool fillFromReference(const QString &text);
    void pasteClipboard();
    void refusePaste(const QString &text);
    void test();
    void submit();
    void setBusy(bool busy);

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    const Theme &m_theme;
    const Icons &m_icons;
    Connection m_original; ///< what the fields do not show: id, API version
    std::vector<Field> m_fields;
    SecretField *m_secret = nullptr;
    ProbeView *m_test = nullptr;
    MessageBar *m_messages = nullptr;
    FieldNote *m_pasteNote = nullptr;
    bool m_isFilling = false; ///< fields change by the program, not by the user
    bool m_isBusy = false;
};

} // namespace sonde

Q_DECLARE_METATYPE(sonde::ConnectionEdit)
