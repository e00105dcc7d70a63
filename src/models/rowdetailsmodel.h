#pragma once

#include "models/cellformatter.h"

#include <QAbstractItemModel>
#include <memory>

namespace sonde {

/// One record as a tree of names and values: a column a row, dynamic cells as their JSON tree, which is read
/// as far as it is unfolded.
class RowDetailsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role {
        FullTextRole =
            Qt::UserRole, ///< the whole value as text, whatever its length; JSON text of a container
        NullRole          ///< bool
    };

    explicit RowDetailsModel(QObject *parent = nullptr);
    ~RowDetailsModel() override;

    /// \a snapshot is kept, which costs nothing; \a row is a row of it.
    void setRecord(const ChunkedTable &snapshot, std::size_t row);
    void clear();
    bool isEmpty() const;
    void setFormatter(const CellFormatter &formatter);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    Node *nodeOf(const QModelIndex &index) const;
    QString valueText(const Node &node) const;
    QString fullText(const Node &node) const;
    void rebuild(std::size_t row);

    ChunkedTable m_table;
    CellFormatter m_formatter;
    std::unique_ptr<Node> m_root;
};

} // namespace sonde
