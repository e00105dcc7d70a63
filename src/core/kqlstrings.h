#pragma once

#include <QStringView>

namespace sonde {

/// A string literal of KQL in a text.
struct KqlString
{
    qsizetype end = 0;     ///< behind it, UTF-16 units; where it begins if there is none
    bool isClosed = false; ///< else it ends with its line, in ``` or ~~~ with the text
};

/// The one that begins at \a at of \a text, with its `h` and `@`.
KqlString kqlStringAt(QStringView text, qsizetype at);
/// Behind it; \a at itself where none begins.
qsizetype kqlStringEnd(QStringView text, qsizetype at);

/// Behind the comment that begins at \a at, where its line ends; \a at itself where none begins.
qsizetype kqlCommentEnd(QStringView text, qsizetype at);

} // namespace sonde
