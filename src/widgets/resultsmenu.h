#pragma once

class QMenu;

namespace sonde {

class Icons;
class ResultsView;

/// The context menu of the rows; deleted when it is closed.
QMenu *makeResultsMenu(ResultsView &view, const Icons &icons);

} // namespace sonde
