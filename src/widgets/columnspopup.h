#pragma once

#include <QFrame>
#include <QList>

class QLineEdit;
class QTreeWidget;

namespace sonde {

class Icons;

/// The columns of a table, to go to one by typing a part of its name, and to choose which are shown. Deletes
/// itself when it closes.
class ColumnsPopup final : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        int column = 0;
        QString name; ///< as shown above it
        QString type;
        bool isShown = true;
    };

    /// \a entries in the order they stand on the screen; \a current is the column to begin at.
    ColumnsPopup(const Icons &icons, const QList<Entry> &entries, int current, QWidget *parent);

    void openOver(const QWidget &table);

signals:
    void columnChosen(int column);
    void shownChanged(int column, bool isShown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void step(int rows);
    void choose();

    QLineEdit *m_search;
    QTreeWidget *m_columns;
};

} // namespace sonde
