#pragma once

#include "results/table.h"

#include <QDockWidget>

class QPlainTextEdit;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace sonde {

class CellFormatter;
class Icons;
class RowDetailsModel;
class Theme;

/// The dock that shows one record whole: names and values as a tree, and below it the chosen value in full.
class RowDetailsDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// \a theme and \a icons outlive the dock.
    RowDetailsDock(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// \a row of \a snapshot, with the value of that column chosen; does nothing but remember it while the
    /// dock is hidden.
    void showRecord(const ChunkedTable &snapshot, std::size_t row, const QString &column);
    void clear();
    void setFormatter(const CellFormatter &formatter);
    /// The chosen value, whole, or what is selected in it.
    void copyValue();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void showValue();
    void showMenu(const QPoint &position);
    void copyField(int role, int column);

    const Icons &m_icons;
    RowDetailsModel *m_model;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QPlainTextEdit *m_value;
    ChunkedTable m_table;
    std::size_t m_row = 0;
    QString m_chosenName; ///< of the column, kept from record to record
};

} // namespace sonde
