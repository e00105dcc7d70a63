#pragma once

#include "core/error.h"
#include "ports/secretstore.h"
#include "widgets/icons.h"

#include <QWidget>
#include <optional>

class QAction;
class QCheckBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace sonde {

class FieldNote;

/// The field in which a secret is typed, with the words that say before that where it will be kept: the
/// keychain, or memory until the program closes. It never shows a stored secret.
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    /// What is known about a secret that is there already.
    enum class Stored { Unknown, Nothing, InKeychain, ForThisRun };

    /// \a theme and \a icons outlive the field.
    SecretField(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// Both may come later, when the keychain has answered. Neither clears what was typed.
    void setKeychain(KeychainState state);
    void setStored(Stored stored);
    /// The keychain was asked to open, and the user is looking for its window.
    void showUnlocking();
    /// It stayed closed.
    void showUnlockFailure(const Error &error);

    void setSecret(const QString &secret);
    /// What was typed, not trimmed: a secret may begin or end with anything. Nothing where none was typed.
    std::optional<QString> secret() const;
    /// Whether what was typed is to be kept only until the program closes.
    bool isForThisRun() const;
    QString note() const;
    QLineEdit *edit() const { return m_edit; }

signals:
    void changed();
    void unlockRequested();

private:
    void refresh();
    void setShown(bool shown);

    QLineEdit *m_edit;
    FieldNote *m_note;
    QPushButton *m_unlock;
    QCheckBox *m_forThisRun;
    const Icons &m_icons;
    QAction *m_eye;
    QToolButton *m_eyeButton;
    KeychainState m_keychain = KeychainState::Ready;
    Stored m_stored = Stored::Unknown;
    QString m_unlockNote; ///< while or after unlocking
    bool m_isUnlocking = false;
    bool m_chosenForThisRun = false; ///< by the user, as opposed to by the lack of a keychain
};

} // namespace sonde
