#include "widgets/celldelegate.h"

#include "widgets/theme.h"

namespace sonde {

CellDelegate::CellDelegate(const Theme &theme, int nullRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_nullRole(nullRole)
{}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + rowPadding};
}

void CellDelegate::setFoundText(const QString &text)
{
    m_found = text.isEmpty() ? std::nullopt : std::optional<TextNeedle>(text);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (m_found && m_found->isIn(option->text.toStdString()))
        option->backgroundBrush = m_theme.color(ColorRole::Found);
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    if (m_isStale || (!isSelected && index.data(m_nullRole).toBool())) {
        const QColor muted = m_theme.color(ColorRole::MutedText);
        option->palette.setColor(QPalette::Text, muted);
        if (!isSelected)
            option->palette.setColor(QPalette::HighlightedText, muted);
    }
}

} // namespace sonde
