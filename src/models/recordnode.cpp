#include "models/recordnode.h"

namespace sonde {

namespace {

/// The inside of a JSON string, as it stands there, looks like JSON.
bool holdsJson(std::string_view string)
{
    return looksLikeJsonContainer(string.substr(1, string.size() - 2));
}

std::string_view cellTextOf(const CellRef &cell)
{
    return cell.column->text(cell.row);
}

} // namespace

bool RecordNode::isJsonText() const
{
    if (kind == Kind::Value)
        return tree->kind(at) == JsonTree::Kind::String && holdsJson(tree->json(at));
    if (kind != Kind::Column || cell.isNull())
        return false;
    const ColumnType type = cell.column->type();
    return (type == ColumnType::Dynamic || type == ColumnType::String) &&
           looksLikeJsonContainer(cellTextOf(cell));
}

bool RecordNode::mayUnfold() const
{
    return kind == Kind::Group || (isContainer() && tree->childCount(at) > 0) || isJsonText();
}

JsonTree::Ptr RecordNode::read(const CancelState *cancel) const
{
    if (kind == Kind::Value)
        return JsonTree::readOwn(tree->text(at), cancel);
    return JsonTree::read(cellTextOf(cell), std::make_shared<Column>(*cell.column), cancel);
}

std::size_t RecordNode::readSize() const
{
    return kind == Kind::Value ? tree->json(at).size() : cellTextOf(cell).size();
}

std::string RecordNode::name() const
{
    if (tree->kind(tree->parent(at)) == JsonTree::Kind::Object)
        return tree->name(at);
    return '[' + std::to_string(tree->position(at)) + ']';
}

FieldStep RecordNode::step() const
{
    if (tree->kind(tree->parent(at)) == JsonTree::Kind::Object)
        return {FieldStep::Kind::Field, QString::fromStdString(tree->name(at)), 0};
    return {FieldStep::Kind::Element, {}, tree->position(at)};
}

const RecordNode *RecordNode::owner() const
{
    const RecordNode *above = parent;
    while (above->kind == Kind::Group)
        above = above->parent;
    return above;
}

void RecordNode::addChild(std::unique_ptr<RecordNode> child)
{
    child->parent = this;
    child->row = static_cast<int>(children.size());
    children.push_back(std::move(child));
}

void RecordNode::fill()
{
    const bool isGroup = kind == Kind::Group;
    const JsonTree::Ptr &source = isGroup || isContainer() ? tree : inner;
    if (!source)
        return;
    const JsonTree::Node whole = isGroup || isContainer() ? at : 0;
    const std::uint32_t all = source->childCount(whole);
    if (!isGroup && all > groupSize) {
        for (std::uint32_t from = 0; from < all; from += groupSize) {
            auto group = std::make_unique<RecordNode>();
            group->kind = Kind::Group;
            group->tree = source;
            group->at = whole;
            group->first = from;
            group->count = std::min(groupSize, all - from);
            addChild(std::move(group));
        }
        return;
    }
    const std::uint32_t wanted = isGroup ? count : all;
    if (wanted == 0)
        return;
    JsonTree::Node node = source->child(whole, first);
    for (std::uint32_t i = 0; i < wanted; ++i) {
        auto value = std::make_unique<RecordNode>();
        value->kind = Kind::Value;
        value->tree = source;
        value->at = node;
        addChild(std::move(value));
        node = source->next(node);
    }
}

} // namespace sonde
