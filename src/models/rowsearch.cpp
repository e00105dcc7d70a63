#include "models/rowsearch.h"

#include "results/textneedle.h"

namespace sonde {

namespace {

/// Values between two looks at the cancel state.
constexpr JsonTree::Node lookEvery = 4096;

JsonTree::Ptr readCell(const CellRef &cell, const CancelState &cancel)
{
    if (cell.isNull())
        return nullptr;
    const ColumnType type = cell.column->type();
    if (type != ColumnType::Dynamic && type != ColumnType::String)
        return nullptr;
    const std::string_view text = cell.column->text(cell.row);
    if (!looksLikeJsonContainer(text))
        return nullptr;
    return JsonTree::read(text, std::make_shared<Column>(*cell.column), &cancel);
}

bool isInValue(const CellRef &cell, const TextNeedle &needle, const CellFormatter &formatter)
{
    if (cell.isNull())
        return false;
    if (isTextType(cell.column->type()))
        return needle.isIn(cell.column->text(cell.row));
    return needle.isIn(formatter.line(cell).toStdString());
}

/// False once \a cancel was raised.
bool findInTree(int column, const JsonTree &tree, const TextNeedle &needle, const CancelState &cancel,
                QList<RowHit> &hits)
{
    std::string buffer;
    const auto size = static_cast<JsonTree::Node>(tree.size());
    for (JsonTree::Node node = 1; node < size && hits.size() < mostRowHits; ++node) {
        if (node % lookEvery == 0 && cancel.isCancelled())
            return false;
        if (needle.isIn(tree.name(node, buffer)) ||
            (!tree.isContainer(node) && needle.isIn(tree.text(node, buffer))))
            hits.append({column, node});
    }
    return true;
}

} // namespace

std::optional<RowHits> findInRow(const ChunkedTable &table, std::size_t row, const QString &text,
                                 const CellFormatter &formatter, const CancelState &cancel)
{
    RowHits found;
    const TextNeedle needle(text);
    for (int column = 0; column < table.columnCount(); ++column) {
        const CellRef cell = table.cell(row, column);
        const JsonTree::Ptr tree = readCell(cell, cancel);
        found.trees.append(tree);
        if (found.hits.size() >= mostRowHits)
            continue;
        if (needle.isIn(table.headers().at(column).name.toStdString()) ||
            (!tree && isInValue(cell, needle, formatter)))
            found.hits.append({column, 0});
        if (cancel.isCancelled() || (tree && !findInTree(column, *tree, needle, cancel, found.hits)))
            return std::nullopt;
    }
    return found;
}

} // namespace sonde
