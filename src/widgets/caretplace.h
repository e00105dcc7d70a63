#pragma once

#include <QString>

class QsciScintilla;

namespace sonde {

/// `Ln 3, Col 7`, and how many characters are selected in how many places: for the status line. Columns count
/// characters as people do: one for an emoji or a letter with its accent.
QString describePlace(const QsciScintilla &editor);

} // namespace sonde
