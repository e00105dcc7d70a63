#pragma once

#include "core/cancelstate.h"
#include "models/cellformatter.h"
#include "models/fieldpath.h"
#include "models/jsontree.h"

#include <QAbstractItemModel>
#include <memory>
#include <optional>

namespace sonde {

struct RecordNode;
struct VisibleText;

/// One record as a tree of names and values: a column a row, and what is JSON in its cells (dynamic values,
/// texts that are JSON, and texts in these) as the tree of that.
///
/// A value is looked at when it is unfolded; a large one is read on a worker thread meanwhile, and a list
/// with thousands of values is divided into groups, so that nothing takes longer for being large.
class RowDetailsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role {
        FullTextRole =
            Qt::UserRole, ///< the whole value as text, whatever its length; JSON text of a container
        NullRole,         ///< bool
        MarksRole,        ///< QList<VisibleText::Mark>: what in the displayed text is not of the text itself
        CutRole,          ///< bool: the displayed value is only the beginning
        AsideRole         ///< bool: the displayed text is about the value, and no value
    };

    explicit RowDetailsModel(QObject *parent = nullptr);
    ~RowDetailsModel() override;

    /// \a snapshot is kept, which costs nothing; \a row is a row of it.
    void setRecord(const ChunkedTable &snapshot, std::size_t row);
    void clear();
    bool isEmpty() const;
    void setFormatter(const CellFormatter &formatter);
    const CellFormatter &formatter() const { return m_formatter; }
    /// Leaves out columns without a value, and those with an empty text.
    void setHidesEmpty(bool hides);
    const ChunkedTable &table() const { return m_table; }
    std::size_t row() const { return m_row; }

    /// Nothing for a group of values, or a remark.
    std::optional<FieldPath> path(const QModelIndex &index) const;
    /// The deepest value on that way that can be told at once; invalid where the column is not shown.
    QModelIndex find(const FieldPath &path);
    /// The value at \a index as text, at most \a limit characters and an ellipsis (0: no limit).
    QString text(const QModelIndex &index, qsizetype limit) const;
    /// Of a value in JSON; nothing for a column.
    std::optional<JsonTree::Kind> jsonKind(const QModelIndex &index) const;
    /// \a node of the JSON in that column's cell, which was read elsewhere. Invalid where the column is not
    /// shown.
    QModelIndex find(int column, const JsonTree::Ptr &tree, JsonTree::Node node);
    /// The column's own row; invalid where it is not shown.
    QModelIndex find(int column) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// What was read on a worker thread is there, below \a index; nothing is where it was no JSON after all.
    void unfolded(const QModelIndex &index);

private:
    RecordNode *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const RecordNode &node) const;
    RecordNode *columnNode(int column) const;
    QString nameText(const RecordNode &node) const;
    VisibleText shownValue(const RecordNode &node, bool &isCut) const;
    bool isNull(const RecordNode &node) const;
    void rebuild();
    void readLater(RecordNode &node);
    void takeTree(RecordNode &node, const JsonTree::Ptr &tree);
    void insertValues(RecordNode &node);
    RecordNode *childNode(RecordNode &node, const FieldStep &step);
    RecordNode *elementNode(RecordNode &container, std::uint32_t position);

    ChunkedTable m_table;
    std::size_t m_row = 0;
    bool m_hidesEmpty = false;
    CellFormatter m_formatter;
    std::unique_ptr<RecordNode> m_root;
    CancelStatePtr m_cancel; ///< of what is read of this record
};

} // namespace sonde
