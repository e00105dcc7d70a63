#pragma once

#include <QStringList>

class QsciScintilla;

namespace sonde {

/// `Ln 3, Col 7`, and behind it what is selected: for the status line. Columns count characters as people do:
/// one for an emoji or a letter with its accent.
QStringList describePlace(const QsciScintilla &editor);

} // namespace sonde
