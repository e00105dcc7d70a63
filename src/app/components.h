#pragma once

#include "widgets/component.h"

#include <QList>

namespace sonde {

/// What Sonde is made of besides its own code, for Help > About.
QList<Component> bundledComponents();

} // namespace sonde
