#pragma once

#include <QList>
#include <QString>
#include <QUrl>
#include <optional>

namespace sonde {

/// An address of the web in a text.
struct WebLink
{
    qsizetype at = 0;
    qsizetype length = 0;
    QUrl url;
};

/// The addresses in \a text that begin with http:// or https:// and have a host; no others are ever taken for
/// one. Where it ends is guessed as mail programs do: a full stop or a bracket behind it is not of it.
QList<WebLink> findWebLinks(const QString &text);

/// Where a link leads, apart from how it is written.
struct LinkTarget
{
    QString address;   ///< whole, with everything that is not ASCII escaped
    QString host;      ///< as it is looked up: in ASCII, punycode where it has other letters
    QString shownHost; ///< with its letters; empty where they are those of `host`
    bool isEncrypted = false;
    bool hasUser = false; ///< something stands before an @, which may pretend to be the host
};

LinkTarget targetOf(const QUrl &url);

} // namespace sonde
