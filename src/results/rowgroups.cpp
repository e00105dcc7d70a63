#include "results/rowgroups.h"

#include <algorithm>

namespace sonde {

Result<RowGroups> groupRows(const ChunkedTable &table, const RowFilter &filter, const CellDisplay &display,
                            int column, const CancelState &cancel)
{
    const auto mask = matchingRows(table, filter, display, cancel);
    if (!mask)
        return failure(mask.error());
    auto groups = frequentValues(table, column, mostGroups, cancel, &*mask);
    if (!groups)
        return failure(ErrorKind::Cancelled, {});
    RowGroups result;
    result.groups = *std::move(groups);
    result.rows = static_cast<std::size_t>(
        std::count_if(mask->begin(), mask->end(), [](std::uint8_t entry) { return entry != 0; }));
    return result;
}

ColumnCondition conditionOf(const ValueCount &group, int column)
{
    ColumnCondition condition{column, ColumnCondition::Kind::OneOf, {}, {}, group.isNull};
    if (!group.isNull)
        condition.values << group.text;
    return condition;
}

} // namespace sonde
