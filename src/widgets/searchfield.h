#pragma once

class QLineEdit;

namespace sonde {

class Icons;

/// Makes \a field one to search in: a magnifying glass before the text, behind it a cross that clears it.
/// Both have a name for screen readers, which to them are buttons.
void makeSearchField(QLineEdit &field, const Icons &icons);
/// Only the cross.
void addClearButton(QLineEdit &field);

} // namespace sonde
