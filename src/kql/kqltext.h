#pragma once

#include <QString>

namespace sonde {

/// A name as KQL text, in brackets where it could be mistaken for something else.
QString kqlName(const QString &name);
/// A string literal of KQL.
QString kqlString(const QString &text);

} // namespace sonde
