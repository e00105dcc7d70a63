#pragma once

#include <QString>

namespace sonde {

/// How the program reaches the network. The proxy's password is no part of it: that is in the keychain under
/// proxySecretId.
struct NetworkSettings
{
    enum class Proxy {
        System, ///< as the machine is set up
        None,
        Manual ///< an HTTP proxy
    };
    Proxy proxy = Proxy::System; ///< never used for this machine itself
    QString proxyHost;
    int proxyPort = 8080;
    QString proxyUser;      ///< empty: the proxy asks for nothing
    QString caFile;         ///< PEM certificates trusted in addition to the machine's; empty: none
    QString requestLogFile; ///< where requests are written, without secrets; empty: nowhere

    bool operator==(const NetworkSettings &) const = default;
};

/// The proxy's password is kept under this id.
inline constexpr QLatin1StringView proxySecretId("proxy");

} // namespace sonde
