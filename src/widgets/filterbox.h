#pragma once

#include "results/rowfilter.h"

#include <QLineEdit>

namespace sonde {

class Icons;
class Theme;

/// The field above a column in which one types what its cells must be; its button has what cannot be typed,
/// and teaches the rest. What cannot be read filters nothing, is drawn in the colour of errors, and the
/// tooltip says why.
class FilterBox final : public QLineEdit
{
    Q_OBJECT

public:
    /// Both outlive the box.
    FilterBox(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setColumn(int column, const ColumnHeader &header);
    int column() const { return m_column; }
    /// What the filter looks at, in the tooltip, where that is not simply what is displayed.
    void setNote(const QString &note);
    /// Shows that condition, of this column; conditionChanged() is not sent.
    void setCondition(const std::optional<ColumnCondition> &condition);
    /// Nothing where nothing is asked, or what is typed cannot be read.
    const std::optional<ColumnCondition> &condition() const { return m_condition; }
    /// Why what is typed cannot be read; empty where it can.
    const QString &problem() const { return m_problem; }
    void openMenu();

signals:
    void conditionChanged();
    /// The column's values are wanted in a list.
    void valuesRequested();
    /// The keyboard wants to go to the rows.
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void readText();
    void begin(const QString &sign);
    void choose(const std::optional<ColumnCondition> &condition);
    void showProblem();
    QString usualToolTip() const;

    const Theme &m_theme;
    QAction *m_menuAction;
    int m_column = 0;
    ColumnHeader m_header;
    std::optional<ColumnCondition> m_condition;
    QString m_problem;
    QString m_note;
};

} // namespace sonde
