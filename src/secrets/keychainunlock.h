#pragma once

#include "ports/keychain.h"

#include <chrono>

namespace sonde {

class SecretPrompt;

/// One attempt to have the keychain opened: over D-Bus it asks the Secret Service to unlock its default
/// collection, has it show its question to the user, and waits for the answer. On systems without D-Bus the
/// keychain opens itself when it is used, so there is nothing to do. For the GUI thread; deleting it ends the
/// waiting without a signal.
class KeychainUnlock final : public QObject
{
    Q_OBJECT

public:
    /// After \a timeLimit the question is taken back.
    KeychainUnlock(std::chrono::milliseconds timeLimit, QObject *parent);
    ~KeychainUnlock() override;
    /// Called once.
    void start();

    /// After finished(): success also where it was open already; Forbidden where it stayed locked,
    /// NoKeychain.
    const Result<void> &outcome() const { return m_outcome; }

signals:
    /// Once, never from within start().
    void finished();

private:
    void findCollection();
    void findOwner(const QString &collection);
    void askToUnlock(const QString &owner, const QString &collection);
    void ask(const QString &owner, const QString &prompt);
    void verify();
    void onTimeOver();
    void finish(const Result<void> &outcome);
    static tl::unexpected<Error> stayedLocked(const QString &detail = {});

    std::chrono::milliseconds m_timeLimit;
    SecretPrompt *m_prompt = nullptr;
    Result<void> m_outcome;
    bool m_finished = false;
};

} // namespace sonde
