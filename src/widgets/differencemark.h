#pragma once

#include "models/rowmarks.h"

class QColor;
class QPainter;
class QRectF;

namespace sonde {

class Theme;

QColor differenceColor(RowMarks::Sign sign, const Theme &theme);
/// Draws the sign of a row that only one of two compared tables has: a plus where it was added, a minus where
/// it is missing in the other, each in a colour of its own that is told from the other's by everyone.
void drawDifference(QPainter &painter, const QRectF &square, RowMarks::Sign sign, const Theme &theme);

} // namespace sonde
