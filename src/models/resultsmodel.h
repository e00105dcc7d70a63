#pragma once

#include "models/cellformatter.h"
#include "models/columnformats.h"
#include "models/rowmarks.h"
#include "models/severity.h"
#include "results/resultset.h"
#include "results/rowarrangement.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace sonde {

/// One result table for a view, in any order.
///
/// Rows that arrive are passed on as they come. Sorting and filtering happen on a worker thread and the rows
/// stay as they are until the new arrangement is there; a new request replaces the running one. Rows that
/// arrive while a sort order is set go behind the others, and are sorted in as soon as none have come for a
/// moment; those that arrive while there is a filter are shown a moment later, if it lets them through.
class ResultsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RawRole = Qt::UserRole, ///< bool, qlonglong (datetimes and timespans: ticks), double or QString;
                                ///< invalid if null
        NullRole,               ///< bool
        TypeRole,               ///< ColumnType as int; also of the header
        NameRole,               ///< of the header: the column's name as the service gave it
        MarksRole,              ///< QList<VisibleText::Mark>: what in the displayed text is not of the cell's
        BeginningRole,          ///< the first thousands of characters of a text
        SearchedRole,           ///< of a cell shown in a format: the texts that it is found by; else invalid
        SearchNoteRole ///< of the header: what filters look at where the column has a format; else empty
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
    /// The rows that are shown, in their order; nothing for all of them in the natural one.
    const std::optional<RowOrder> &order() const { return m_order; }
    /// Shows the rows that pass. Returns at once; arranged() follows. The conditions must
    /// be ones that checkCondition() passes.
    void setFilter(const RowFilter &filter);
    const RowFilter &filter() const { return m_arrangement.filter; }
    /// Whether the rows shown are those of a filter.
    bool isFiltered() const { return m_isFiltered; }
    /// Returns at once; arranged() follows. None: as the rows came. The keys get the languages that
    /// setAlphabetical() is about.
    void setSortKeys(const std::vector<SortKey> &keys);
    const std::vector<SortKey> &sortKeys() const { return m_arrangement.keys; }
    /// The column that the service numbers its records in (`id` of classic search), or -1.
    int recordIdColumn() const;

    /// What stands above the column with that name in place of it; empty: its name.
    void setColumnTitle(const QString &name, const QString &title);
    QString columnTitle(const QString &name) const { return m_titles.value(name); }
    /// How the cells of columns with that name are shown, where it fits their type.
    void setColumnFormat(const QString &name, const ColumnFormat &format);
    ColumnFormat columnFormat(const QString &name) const { return m_formats.format(name); }
    /// Whether a column is shown in a format that follows time, as of the last setNow().
    bool followsTime() const { return m_formats.followTime(rows().headers()); }
    /// Whether texts of columns with that name are sorted in the alphabetical order of the program's
    /// language.
    void setAlphabetical(const QString &name, bool isAlphabetical);
    bool isAlphabetical(const QString &name) const { return m_alphabetical.contains(name); }
    /// What relative times are relative to. No view hears of it: it is for all of what is painted next.
    void setNow(Ticks now) { m_formats.setNow(now); }
    /// The language is another.
    void renewFormats();
    /// What is looked at where what is displayed counts.
    CellDisplay display() const;
    /// Whether a column says how severe the event of each row is.
    bool saysSeverity() const;
    /// Of a row of the model.
    Severity severity(int row) const;

    /// Marks rows of the table until it is another one.
    void setMarks(const RowMarks &marks);
    const RowMarks &marks() const { return m_marks; }
    /// Of a row of the model.
    bool isMarked(int row) const;
    /// The marked row of the model that comes next, or before with \a isForward false, around the end; \a row
    /// itself only if no other is marked, and -1 if none is. -1 as \a row: as from above the first.
    int nextMarked(int row, bool isForward) const;

    bool isArranging() const { return m_watcher.isRunning(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void marksChanged();
    /// The rows stand as was asked.
    void arranged();
    /// They could not be filtered as was asked; the filter is taken off.
    void filterRefused(const sonde::Error &error);
    /// Others are shown than before: a reset of the model comes between these two. The table is the same.
    void aboutToShowOthers();
    void othersShown();

private:
    QString titleOf(const ColumnHeader &header) const;
    QString formatText(const ColumnHeader &header) const;
    QString headerToolTip(const ColumnHeader &header) const;
    QString sortedText(int section) const;
    QString lineOf(const QModelIndex &index) const;
    QVariant toolTipOf(const QModelIndex &index) const;
    QVariant searchedTexts(const QModelIndex &index) const;
    /// In its format; nothing where it is shown as it came.
    std::optional<QString> formatted(const QModelIndex &index) const;
    void setDisplay();
    std::vector<SortKey> inLanguage(std::vector<SortKey> keys) const;
    void connectTable();
    void setArrangement(RowArrangement arrangement);
    void startArranging();
    void cancelArranging();
    void takeArrangement();
    void onRowsAppended();
    /// The rows before any filter has looked at them: none.
    void hideUnfiltered();
    void setOrder(std::optional<RowOrder> order);
    void showOthers(std::optional<RowOrder> order);
    void extendOrder();
    const std::optional<SeverityScale> &scale() const;
    QVariant rowHeader(int row, int role) const;

    QPointer<ResultTable> m_table;
    CellFormatter m_formatter;
    QHash<QString, QString> m_titles; ///< by name
    ColumnFormats m_formats;
    QSet<QString> m_alphabetical; ///< by name
    RowArrangement m_arrangement; ///< as it is wanted
    std::optional<RowOrder> m_order;
    bool m_isFiltered = false; ///< m_order is that of a filter
    RowMarks m_marks;
    CancelStatePtr m_cancel;
    QFutureWatcher<Result<RowOrder>> m_watcher;
    QTimer m_rearrangeTimer;
    mutable QList<ColumnHeader> m_scaleHeaders; ///< that m_scale is of
    mutable std::optional<SeverityScale> m_scale;
};

} // namespace sonde
