#pragma once

class QSize;
class QWidget;

namespace sonde {

/// Gives \a dialog the size that \a usual is where text is of usual size, in pixels: larger where the text is
/// larger, never smaller than what is in it, never larger than the screen. Without a height it is as high as
/// what is in it.
void giveSize(QWidget &dialog, const QSize &usual);
/// \a pixels of a measure that is made for text of usual size.
int scaled(const QWidget &widget, int pixels);

} // namespace sonde
