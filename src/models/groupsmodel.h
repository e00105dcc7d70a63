#pragma once

#include "results/rowgroups.h"

#include <QAbstractItemModel>
#include <QStringList>
#include <memory>

namespace sonde {

/// The groups of a table's rows by one column and, within each, by the next: their value, and how many rows
/// they have. A level is counted on a worker thread when a view first asks for it.
class GroupsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ValueColumn, CountColumn };

    explicit GroupsModel(QObject *parent = nullptr);
    ~GroupsModel() override;

    /// What is grouped.
    struct Source
    {
        ChunkedTable rows;
        RowFilter filter;         ///< rows that it does not let through are in no group
        CellDisplay display;      ///< as the filter looks at cells
        std::vector<int> columns; ///< the outermost group first
    };
    /// Begins anew; the first level arrives soon.
    void setSource(Source source);

    /// What the rows of the group have in common, its outer groups included. None for the rest of the rows,
    /// which are in no group.
    std::vector<ColumnCondition> conditionsOf(const QModelIndex &group) const;
    /// The values of the group and of its outer ones, to find it again in another answer; a null is a null
    /// string.
    QStringList pathOf(const QModelIndex &group) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node) const;
    bool isLeaf(const Node &node) const;
    void take(Node &node, const RowGroups &groups);
    QString textOf(const Node &node) const;

    Source m_source;
    std::unique_ptr<Node> m_root;
    CancelStatePtr m_cancel; ///< of everything that is being counted
};

} // namespace sonde
