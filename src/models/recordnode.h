#pragma once

#include "models/fieldpath.h"
#include "models/jsontree.h"
#include "results/table.h"

#include <memory>
#include <vector>

namespace sonde {

/// A row of RowDetailsModel, with those that were unfolded below it. Internal to that model.
struct RecordNode
{
    enum class Kind {
        Root,
        Column,
        Value, ///< in the JSON of a column
        Group, ///< of the many values in one
        Note   ///< in the place of what is still being read
    };

    /// So many values stand side by side; more are divided into groups of as many.
    static constexpr std::uint32_t groupSize = 1000;

    Kind kind = Kind::Root;
    RecordNode *parent = nullptr;
    int row = 0;
    bool isFetched = false;
    int column = -1;         ///< of a column
    CellRef cell;            ///< of a column
    JsonTree::Ptr tree;      ///< that a value is in
    JsonTree::Node at = 0;   ///< the value; of a group the one that it is part of
    std::uint32_t first = 0; ///< of a group
    std::uint32_t count = 0; ///< of a group
    JsonTree::Ptr inner;     ///< what stands in a cell, or in a text that is JSON, once it was read
    std::vector<std::unique_ptr<RecordNode>> children;

    bool isContainer() const { return kind == Kind::Value && tree->isContainer(at); }
    /// Whether it is a text that looks like JSON, be it in a cell or in a value.
    bool isJsonText() const;
    bool mayUnfold() const;
    /// Of a text that looks like JSON: reads it.
    JsonTree::Ptr read(const CancelState *cancel) const;
    /// How much read() has to read, in bytes.
    std::size_t readSize() const;
    /// The name as it stands in the JSON, or `[3]`.
    std::string name() const;
    /// How one comes here from the node above that is no group; not of columns.
    FieldStep step() const;
    /// The nearest above that is no group.
    const RecordNode *owner() const;

    void addChild(std::unique_ptr<RecordNode> child);
    /// Adds the values in this one, or groups of them. They were read before.
    void fill();
};

} // namespace sonde
