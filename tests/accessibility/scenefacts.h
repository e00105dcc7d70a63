#pragma once

#include <QJsonObject>

class QWidget;

namespace sonde {

/// What a person sees of \a window: its texts, fields with their labels, boxes and whether they are checked,
/// rows of its views, messages, and where the keyboard is. What a screen reader is told must say the same.
QJsonObject factsOf(const QWidget &window);

} // namespace sonde
