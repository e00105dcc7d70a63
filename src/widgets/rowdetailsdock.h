#pragma once

#include "models/fieldpath.h"
#include "results/table.h"

#include <QDockWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace sonde {

class CellFormatter;
class FieldSearch;
class FieldTree;
class Icons;
class Theme;
class WholeTextView;

/// The dock that shows one record as a form: its place among the rows, a search, names and values as a tree,
/// and below it the chosen value in full.
class RowDetailsDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// \a theme and \a icons outlive the dock.
    RowDetailsDock(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// \a row of \a snapshot, which stands at \a position (from 0) of \a count rows. Where \a column is
    /// another one than before, its field is the chosen one; else the one that was stays. Does nothing but
    /// remember it while the dock is hidden.
    void showRecord(const ChunkedTable &snapshot, std::size_t row, const QString &column, qint64 position,
                    qint64 count);
    /// The record is the same, and there are more rows than before, or fewer.
    void setPosition(qint64 position, qint64 count);
    void clear();
    void setFormatter(const CellFormatter &formatter);

    FieldTree &tree() { return *m_tree; }
    FieldSearch &search() { return *m_search; }
    /// The chosen value, whole, or what is selected in it.
    void copyValue();
    /// Asks for the rows with the chosen value, or for all others, where it can be compared.
    void filter(bool isKept);

signals:
    /// Rows with that value are wanted, or all others; \a path is of the chosen value of the record shown.
    void filterRequested(const sonde::FieldPath &path, bool isKept);
    /// The chosen value is wanted whole.
    void wholeRequested();
    /// The next record is wanted, or the one before.
    void stepRequested(int rows);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBars();
    QWidget *makeValuePart();
    QToolButton *makeButton(const char *icon, const char *name, const QKeySequence &keys);
    void connectParts();
    void load();
    void showValue();
    void showPosition();

    const Icons &m_icons;
    QStackedWidget *m_stack;
    FieldTree *m_tree;
    FieldSearch *m_search;
    WholeTextView *m_value;
    QLabel *m_cutNote; ///< below a value that is not all there
    QLabel *m_place;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_hideEmpty;
    QToolButton *m_unfold;
    QToolButton *m_fold;
    ChunkedTable m_table;
    std::size_t m_row = 0;
    QString m_column; ///< the one that was asked for last
    bool m_isOtherColumn = false;
    qint64 m_position = 0;
    qint64 m_count = 0;
};

} // namespace sonde
