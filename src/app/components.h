#pragma once

#include "widgets/component.h"

#include <QList>

namespace sonde {

/// What Sonde is made of besides its own code, for Help > About.
QList<Component> bundledComponents();

/// "commit 0123456789ab, Release, GNU 12.2.0".
QString buildDescription();
/// What `sonde --version` prints: version, build, and what of the bundled matters in a report of a fault.
QString versionText();

} // namespace sonde
