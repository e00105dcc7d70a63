#pragma once

#include <QStringView>

namespace sonde {

/// Behind the string literal of KQL that begins at \a at of \a text, with its `h` and `@`; \a at itself where
/// none does. One that is not closed ends with its line, in ``` or ~~~ with the text. UTF-16 units.
qsizetype kqlStringEnd(QStringView text, qsizetype at);

} // namespace sonde
