#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>

namespace sonde {

/// The certificates of a file, PEM or a single DER. Io with sentences for who chose the file where it cannot
/// be read, is too large to be one, or holds no certificate.
Result<QList<QSslCertificate>> readCaCertificates(const QString &path);

/// How many they are: a check of a file before it is put into the settings.
Result<int> countCertificates(const QString &path);

} // namespace sonde
