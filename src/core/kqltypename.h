#pragma once

#include <QString>

namespace sonde {

/// KQL's own word for a type of a column (`real` for `double`, `long` for `Int64`...), whatever the case it
/// is written in; empty for a word that names none. Every answer is the same shared string, so that a schema
/// of many thousand columns holds each word once.
QString kqlTypeName(QStringView written);
/// Whether \a type, a word that kqlTypeName() gives, is one of numbers.
bool isNumericKqlType(QStringView type);

} // namespace sonde
