#pragma once

#include "results/textneedle.h"

#include <QStyledItemDelegate>
#include <optional>

namespace sonde {

class Theme;

/// Draws cells of results: nulls in the muted colour, and everything muted while the rows are those of an
/// earlier run.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// A row is so much higher than its font.
    static constexpr int rowPadding = 6;

    /// \a theme outlives the delegate. \a nullRole is the model's role that says whether a cell is null.
    CellDelegate(const Theme &theme, int nullRole, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setStale(bool isStale) { m_isStale = isStale; }
    /// Marks the cells that show this text; empty: none.
    void setFoundText(const QString &text);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    int m_nullRole;
    bool m_isStale = false;
    std::optional<TextNeedle> m_found;
};

} // namespace sonde
