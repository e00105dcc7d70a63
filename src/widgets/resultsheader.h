#pragma once

#include "results/roworder.h"

#include <QHeaderView>

namespace sonde {

/// The names above the columns of a result. A click sorts by its column: upwards, downwards, and as the rows
/// came; with Shift, by its column after those that are sorted by already. A click with Ctrl asks for the
/// column to be selected.
class ResultsHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ResultsHeader(QWidget *parent = nullptr);

    /// By which columns the rows are sorted, first key first; none: as they came. sortKeysChanged() is sent
    /// where these are others than before.
    void setSortKeys(const std::vector<SortKey> &keys);
    const std::vector<SortKey> &sortKeys() const { return m_keys; }
    /// What a click on that column does, with Shift where \a isAdded.
    void sortBy(int column, bool isAdded);

signals:
    void sortKeysChanged(const std::vector<sonde::SortKey> &keys);
    /// A click with Ctrl, or with Ctrl and Shift where the column is to end a range of columns.
    void selectColumnRequested(int column, bool isRange);
    /// A right click on that column, at a place of the screen.
    void menuRequested(int column, const QPoint &place);
    /// The column is being dragged out of the header, until dragEnded(); it is dropped as
    /// GroupsPane::columnMime.
    void dragBegan(int column);
    void dragEnded();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;

private:
    void takeClick(int column);
    void dragOut();

    std::vector<SortKey> m_keys;
    Qt::KeyboardModifiers m_modifiers; ///< of the click that is being handled
    QPoint m_pressedAt;
    int m_pressed = -1; ///< the column, while the button is down and may drag it
};

} // namespace sonde
