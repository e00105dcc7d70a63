#pragma once

#include <QString>

namespace sonde {

/// The query with \a lines (each begins with a line break and `|`) behind its last operator: before a
/// `render`, which has to be the last, and before the `;` of the last statement.
QString withLines(const QString &query, const QString &lines);

/// The query without the `render` that is its last operator, where there is one.
QString withoutRender(const QString &query);

} // namespace sonde
