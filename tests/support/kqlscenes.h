#pragma once

class QWidget;

namespace sonde {

class WindowFixture;

/// Scenes of writing KQL; those that show what the language service says wait for it.
QWidget *completing(WindowFixture &fixture);
QWidget *parametersOfACall(WindowFixture &fixture);
QWidget *problemsOfAQuery(WindowFixture &fixture);

} // namespace sonde
