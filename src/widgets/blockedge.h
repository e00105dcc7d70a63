#pragma once

class QModelIndex;
class QTableView;

namespace sonde {

class ResultsModel;

/// The steps of Ctrl and an arrow key in a spreadsheet.
enum class BlockStep { Up, Down, Left, Right };

/// Where such a step leads from that cell: to the last cell before an empty one, over empty ones to the next
/// that is not, or to the end. Columns count as they stand on the screen, without those that are hidden.
QModelIndex blockEdge(const QTableView &view, const ResultsModel &model, const QModelIndex &from,
                      BlockStep step);

} // namespace sonde
