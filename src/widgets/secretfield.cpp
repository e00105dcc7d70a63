#include "widgets/secretfield.h"

#include "widgets/fieldnote.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace sonde {

SecretField::SecretField(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_note(new FieldNote(theme, icons, m_edit, this))
    , m_unlock(new QPushButton(tr("Unlock"), this))
    , m_forThisRun(new QCheckBox(tr("&Keep the secret only until Sonde is closed"), this))
    , m_icons(icons)
    , m_eye(new QAction(this))
    , m_eyeButton(new QToolButton(this))
{
    m_edit->setObjectName(QStringLiteral("secret"));
    m_edit->setAccessibleName(tr("Secret"));
    m_eye->setObjectName(QStringLiteral("showSecret"));
    m_eye->setCheckable(true);
    // Beside the field and not in it: a field's own buttons cannot be reached with a key.
    m_eyeButton->setDefaultAction(m_eye);
    m_eyeButton->setAutoRaise(true);
    m_eyeButton->setFocusPolicy(Qt::StrongFocus);
    m_eyeButton->setAccessibleName(tr("Show the secret"));
    QSizePolicy keepsPlace = m_eyeButton->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_eyeButton->setSizePolicy(keepsPlace);
    m_note->setObjectName(QStringLiteral("secretNote"));
    m_unlock->setObjectName(QStringLiteral("unlock"));
    m_unlock->setToolTip(tr("Ask the system’s keychain to open"));
    m_unlock->setIcon(icons.icon(QLatin1StringView("lock")));
    m_forThisRun->setObjectName(QStringLiteral("forThisRun"));
    m_forThisRun->setToolTip(tr("In memory; nothing is written to the keychain"));

    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_eyeButton);
    row->addWidget(m_unlock);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_forThisRun);

    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        refresh();
        emit changed();
    });
    connect(m_eye, &QAction::toggled, this, &SecretField::setShown);
    connect(m_unlock, &QPushButton::clicked, this, &SecretField::unlockRequested);
    connect(m_forThisRun, &QCheckBox::clicked, this, [this](bool checked) {
        m_chosenForThisRun = checked;
        refresh();
    });
    setShown(false);
    refresh();
}

void SecretField::setKeychain(KeychainState state)
{
    m_keychain = state;
    m_isUnlocking = false;
    m_unlockNote.clear();
    refresh();
}

void SecretField::setStored(Stored stored)
{
    m_stored = stored;
    if (stored == Stored::ForThisRun)
        m_chosenForThisRun = true;
    refresh();
}

void SecretField::showUnlocking()
{
    m_isUnlocking = true;
    m_unlockNote = tr("Waiting for the keychain: its window may be behind this one.");
    refresh();
}

void SecretField::showUnlockFailure(const Error &error)
{
    m_isUnlocking = false;
    m_unlockNote = error.advice.isEmpty() ? error.message : error.message + QLatin1Char(' ') + error.advice;
    refresh();
}

void SecretField::setSecret(const QString &secret)
{
    m_edit->setText(secret);
}

std::optional<QString> SecretField::secret() const
{
    return m_edit->text().isEmpty() ? std::nullopt : std::optional<QString>(m_edit->text());
}

bool SecretField::isForThisRun() const
{
    return m_keychain == KeychainState::Missing || m_chosenForThisRun;
}

QString SecretField::note() const
{
    return m_note->sentence();
}

void SecretField::setShown(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(m_icons.icon(QLatin1StringView(shown ? "eye-off" : "eye"), ColorRole::MutedText));
    m_eye->setText(shown ? tr("Hide the secret") : tr("Show the secret"));
    m_eye->setToolTip(m_eye->text());
}

void SecretField::refresh()
{
    const bool isTyped = !m_edit->text().isEmpty();
    m_forThisRun->setChecked(isForThisRun());
    m_forThisRun->setEnabled(isTyped && m_keychain != KeychainState::Missing);
    // Nothing stored can be looked at, so the eye has nothing to show before something was typed.
    m_eye->setVisible(isTyped);
    m_eyeButton->setVisible(isTyped);
    if (!isTyped)
        m_eye->setChecked(false);
    const bool isLocked = m_keychain == KeychainState::Locked;
    m_unlock->setVisible(isLocked);
    m_unlock->setEnabled(!m_isUnlocking);

    switch (m_stored) {
    case Stored::Unknown:
    case Stored::Nothing:
        m_edit->setPlaceholderText({});
        break;
    case Stored::InKeychain:
        m_edit->setPlaceholderText(tr("Stored; type a new one to replace it"));
        break;
    case Stored::ForThisRun:
        m_edit->setPlaceholderText(tr("Known until Sonde is closed; type a new one to replace it"));
        break;
    }

    using Level = FieldNote::Level;
    if (m_keychain == KeychainState::Missing)
        m_note->say(
            tr("This machine has no keychain: the secret is kept in memory until Sonde is closed, never "
               "in a file."),
            Level::Warning);
    else if (isForThisRun())
        m_note->say(tr("Kept in memory until Sonde is closed, never in a file."), Level::Info);
    else if (isLocked && !m_unlockNote.isEmpty())
        m_note->say(m_unlockNote, Level::Warning);
    else if (isLocked)
        m_note->say(
            tr("The system’s keychain is locked. Unlock it, or keep the secret only until Sonde is closed."),
            Level::Warning);
    else
        m_note->say(tr("Kept in the system’s keychain, never in a file."), Level::Info);
}

} // namespace sonde
