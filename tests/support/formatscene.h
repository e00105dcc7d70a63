#pragma once

#include "support/windowfixture.h"

class QWidget;

namespace sonde {

/// A scene (see scenes.h) of columns that are shown in formats of their own.
QWidget *columnFormats(WindowFixture &fixture);

} // namespace sonde
