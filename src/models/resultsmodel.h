#pragma once

#include "models/cellformatter.h"
#include "results/resultset.h"
#include "results/roworder.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>

namespace sonde {

/// One result table for a view, in any order.
///
/// Rows that arrive are passed on as they come. Sorting happens on a worker thread and the rows stay as they
/// are until the new order is there; a new request replaces the running one. Rows that arrive while a sort
/// order is set go behind the others, and are sorted in as soon as none have come for a moment.
class ResultsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RawRole = Qt::UserRole, ///< bool, qlonglong (datetimes and timespans: ticks), double or QString;
                                ///< invalid if null
        NullRole,               ///< bool
        TypeRole                ///< ColumnType as int; also of the header
    };

    explicit ResultsModel(QObject *parent = nullptr);
    ~ResultsModel() override;

    /// Shows that table from now on, or nothing. It may be deleted at any time.
    void setTable(ResultTable *table);
    ResultTable *table() const { return m_table; }
    /// The cells, in natural order; a copy of it is a snapshot.
    const ChunkedTable &rows() const;

    const CellFormatter &formatter() const { return m_formatter; }
    void setFormatter(const CellFormatter &formatter);

    /// From the row of the model to the row of the table.
    std::size_t tableRow(int row) const;
    CellRef cell(const QModelIndex &index) const;
    /// The order in which the rows stand; nothing for the natural one.
    const std::optional<RowOrder> &order() const { return m_order; }
    /// The column that the service numbers its records in (`id` of classic search), or -1.
    int recordIdColumn() const;

    bool isSorting() const { return m_sortWatcher.isRunning(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Returns at once; sorted() follows. A negative column asks for the natural order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void sorted();

private:
    void connectTable();
    void startSort();
    void cancelSort();
    void takeSortedOrder();
    void setOrder(std::optional<RowOrder> order);
    void extendOrder();

    QPointer<ResultTable> m_table;
    CellFormatter m_formatter;
    std::optional<SortKey> m_sortKey;
    std::optional<RowOrder> m_order;
    CancelStatePtr m_sortCancel;
    QFutureWatcher<std::optional<RowOrder>> m_sortWatcher;
    QTimer m_resortTimer;
};

} // namespace sonde
