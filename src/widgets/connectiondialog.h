#pragma once

#include "core/connection.h"

#include <QDialog>
#include <memory>
#include <optional>

namespace Ui {
class ConnectionDialog;
}

namespace sonde {

/// The form in which a connection is made or changed. Opened with open(); it stores nothing itself, the owner
/// takes saved() and writes connection and secret.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What is known about the secret; the dialog says it in words beside the field.
    enum class SecretState {
        Missing,          ///< none is stored
        Stored,           ///< one is stored and stays unless another one is typed
        StoredForThisRun, ///< one is kept in memory until the program closes
        NoKeychain        ///< this machine has no keychain: a secret lasts until the program closes
    };

    /// For a new connection, with a new id.
    explicit ConnectionDialog(QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    /// To edit \a connection, keeping its id.
    void setConnection(const Connection &connection);
    /// May come later, when the keychain has answered. Never clears what was typed.
    void setSecretState(SecretState state);

    /// What the fields say now.
    Connection connection() const;
    /// The typed secret; nothing where none was typed, and the stored one stays.
    std::optional<QString> secret() const;

    /// Fills the fields from the line that `sonde-sandbox` prints (the JSON object of the endpoints file).
    /// Returns false and changes nothing where \a text is no such line.
    bool fillFromJson(const QString &text);

signals:
    void saved(const sonde::Connection &connection, const std::optional<QString> &secret);

public slots:
    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void alignColumns();
    void connectFields();
    void showConnection(const Connection &connection);
    void updateCloud();
    void updateProblems();
    void pasteEndpoints();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    Connection m_original; ///< what the fields do not show: id, API version
};

} // namespace sonde
