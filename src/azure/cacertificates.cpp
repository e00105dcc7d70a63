#include "azure/cacertificates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaCertificates)
};

/// All the authorities that a browser trusts fit into a tenth of it.
constexpr qint64 largestFile = 10 * 1024 * 1024;

tl::unexpected<Error> unusable(const QString &message, const QString &detail = {})
{
    Error error;
    error.kind = ErrorKind::Io;
    error.message = message;
    error.advice = Words::tr("Choose a file with certificates in PEM format.");
    error.detail = detail;
    error.remedy = Remedy::OpenSettings;
    return failure(std::move(error));
}

} // namespace

Result<QList<QSslCertificate>> readCaCertificates(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(Words::tr("The CA file “%1” could not be read.").arg(shown), file.errorString());
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFile::NoError)
        return unusable(Words::tr("The CA file “%1” could not be read.").arg(shown), file.errorString());
    if (bytes.size() > largestFile)
        return unusable(Words::tr("“%1” is too large for a file of certificates.").arg(shown));
    QList<QSslCertificate> certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (certificates.isEmpty())
        certificates = QSslCertificate::fromData(bytes, QSsl::Der);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.isEmpty())
        return unusable(Words::tr("There is no certificate in “%1”.").arg(shown));
    return certificates;
}

Result<int> countCertificates(const QString &path)
{
    return readCaCertificates(path).map(
        [](const QList<QSslCertificate> &certificates) { return static_cast<int>(certificates.size()); });
}

} // namespace sonde
