#pragma once

class QsciScintilla;

namespace sonde {

class SettingsStore;

/// Breaks the long lines of \a editor where it ends, or not, as the setting says, as long as \a editor lives.
/// \a settings outlives it.
void followWordWrap(QsciScintilla &editor, SettingsStore &settings);

} // namespace sonde
