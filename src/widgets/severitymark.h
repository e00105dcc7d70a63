#pragma once

#include "models/severity.h"

class QPainter;
class QRectF;

namespace sonde {

class Theme;

/// Draws the mark of a severity: a shape of its own in a colour of its own. An octagon with a cross is
/// critical, a disc an error, a triangle a warning, a ring information, a dot verbose.
void drawSeverity(QPainter &painter, const QRectF &square, Severity severity, const Theme &theme);

} // namespace sonde
