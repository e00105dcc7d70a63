#pragma once

#include "widgets/celldelegate.h"

#include <QStyledItemDelegate>

namespace sonde {

/// Draws lists whose rows are as high as those of the results.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(),
                option.fontMetrics.height() + CellDelegate::rowPadding};
    }
};

} // namespace sonde
