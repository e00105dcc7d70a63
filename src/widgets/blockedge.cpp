#include "widgets/blockedge.h"

#include "models/resultsmodel.h"

#include <QHeaderView>
#include <QTableView>

namespace sonde {

namespace {

/// Null, or a text without a character: both look empty.
bool isEmpty(const CellRef &cell)
{
    return cell.isNull() || (isTextType(cell.column->type()) && cell.column->text(cell.row).empty());
}

/// From \a first, one of \a count places in a line, in steps of \a step.
template <typename IsEmpty>
int edge(int first, int count, int step, const IsEmpty &isEmptyAt)
{
    const auto isInside = [count](int place) { return place >= 0 && place < count; };
    int place = first + step;
    if (!isInside(place))
        return first;
    if (!isEmptyAt(first) && !isEmptyAt(place)) {
        while (isInside(place + step) && !isEmptyAt(place + step))
            place += step;
        return place;
    }
    while (isEmptyAt(place)) {
        if (!isInside(place + step))
            return place;
        place += step;
    }
    return place;
}

std::vector<int> shownColumns(const QHeaderView &header)
{
    std::vector<int> columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column))
            columns.push_back(column);
    }
    return columns;
}

} // namespace

QModelIndex blockEdge(const QTableView &view, const ResultsModel &model, const QModelIndex &from,
                      BlockStep step)
{
    if (!from.isValid())
        return from;
    const int direction = step == BlockStep::Up || step == BlockStep::Left ? -1 : 1;
    if (step == BlockStep::Up || step == BlockStep::Down) {
        const int row = edge(from.row(), model.rowCount(), direction, [&](int place) {
            return isEmpty(model.cell(model.index(place, from.column())));
        });
        return model.index(row, from.column());
    }
    const std::vector<int> columns = shownColumns(*view.horizontalHeader());
    const auto here = std::find(columns.begin(), columns.end(), from.column());
    if (here == columns.end())
        return from;
    const int place = edge(static_cast<int>(here - columns.begin()), static_cast<int>(columns.size()),
                           direction, [&](int candidate) {
                               const int column = columns[static_cast<std::size_t>(candidate)];
                               return isEmpty(model.cell(model.index(from.row(), column)));
                           });
    return model.index(from.row(), columns[static_cast<std::size_t>(place)]);
}

} // namespace sonde
