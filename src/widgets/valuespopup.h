#pragma once

#include "results/rowfilter.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace sonde {

/// The most frequent values of a column with their counts, to be ticked; filters while one ticks. Deletes
/// itself when it closes.
class ValuesPopup final : public QFrame
{
    Q_OBJECT

public:
    /// \a condition is the column's now.
    ValuesPopup(int column, const QString &columnName, const std::optional<ColumnCondition> &condition,
                QWidget *parent);

    /// What was found; until then the popup says that it looks.
    void setValues(const std::vector<ValueCount> &values, bool isAll);
    void openBelow(const QWidget &widget);

signals:
    /// Nothing: no value is ticked.
    void chosen(const std::optional<sonde::ColumnCondition> &condition);

private:
    void takeTicks();
    void untickAll();

    int m_column;
    std::optional<ColumnCondition> m_condition;
    QStringList m_unlisted; ///< chosen before, and not among the most frequent any more
    QLabel *m_note;
    QTreeWidget *m_values;
    QPushButton *m_clear;
};

} // namespace sonde
