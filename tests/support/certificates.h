#pragma once

#include <QByteArray>
#include <QString>

namespace sonde {

/// A certificate and its key, as PEM.
struct CertifiedKey
{
    QByteArray certificate;
    QByteArray key;
};

/// How a certificate is to be made; made anew for each run, so none can expire in the tree.
struct CertificateWish
{
    QByteArray name = "IP:127.0.0.1"; ///< subjectAltName
    qint64 beginsInSeconds = -3600;
    qint64 endsInSeconds = 30 * 86400;
};

/// An authority that signs what it is asked to. Tests only: every call makes a key.
class CertificateAuthority
{
public:
    CertificateAuthority();
    /// Its own certificate, as PEM, for a file of trusted ones.
    QByteArray certificate() const { return m_own.certificate; }
    CertifiedKey issue(const CertificateWish &wish = {}) const;
    /// Signed by itself.
    static CertifiedKey selfSigned(const CertificateWish &wish = {});

private:
    CertifiedKey m_own;
};

} // namespace sonde
