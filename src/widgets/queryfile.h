#pragma once

#include "core/result.h"

#include <QString>

namespace sonde {

/// Reads a file with a query in UTF-8, with or without a byte-order mark. Io where it cannot be read; Usage
/// where it is too large to be a query.
Result<QString> readQueryFile(const QString &path);

/// Replaces the file as a whole or leaves it as it was.
Result<void> writeQueryFile(const QString &path, const QString &text);

} // namespace sonde
