#pragma once

#include "core/query.h"
#include "core/result.h"

#include <QByteArray>

namespace sonde {

/// The longest text that is sent; the services take less.
inline constexpr qsizetype longestQueryText = 10'000'000;
/// The largest row limit: what an int32 holds, as the services count in.
inline constexpr qint64 largestTop = 2'147'483'647;

/// What keeps a query from being sent to any workspace, in words; nothing where it may be. Of kind Usage,
/// with the place where a character is at fault. Every way into a run asks this, so all say the same.
std::optional<Error> problemOf(const Query &query);

/// The text of a query file: UTF-8, or UTF-16 where a byte-order mark says so; the mark is taken off. Usage
/// naming the file where it is neither, because what was guessed would be saved over the original. \a name is
/// what the user calls the file.
Result<QString> queryTextOf(const QByteArray &bytes, const QString &name);

} // namespace sonde
