#pragma once

#include "ports/keychain.h"

namespace sonde {

/// A keychain that can also keep a secret for one run only: what the program's parts are given. Implemented
/// in memory in front of the machine's keychain (secrets) and by fakes in tests.
class SecretStore : public Keychain
{
public:
    /// In memory until the program ends; the keychain is not asked for this id any more. For a user who
    /// cannot or will not use the keychain.
    virtual void keepForThisRun(const QString &connectionId, const QString &secret) = 0;
    /// Whether the secret of that connection is in memory only and gone when the program ends.
    virtual bool isForThisRun(const QString &connectionId) const = 0;
};

} // namespace sonde
