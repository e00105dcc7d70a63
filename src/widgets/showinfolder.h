#pragma once

#include <QString>

class QObject;

namespace sonde {

/// Opens the folder of that file, with the file selected where the system's file manager can. \a context
/// lives until the answer of the file manager, or there is none.
void showInFolder(const QString &path, QObject *context);

} // namespace sonde
