#include "widgets/fielddelegate.h"

#include "models/rowdetailsmodel.h"
#include "models/visibletext.h"
#include "models/weblinks.h"
#include "widgets/celldelegate.h"
#include "widgets/celltext.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace sonde {

namespace {

/// A value of more lines would push the others out of sight.
constexpr int mostLines = 10;
constexpr int padding = CellDelegate::rowPadding / 2;
constexpr int outOfSight = 1 << 20;

QString moreText()
{
    return FieldDelegate::tr("More\u2026");
}

/// QTextLayout breaks lines at this sign, not at a line feed.
QString withLineSeparators(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

QTextOption wrapping()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

FieldDelegate::FieldDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void FieldDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (index.data(RowDetailsModel::NullRole).toBool() && index.column() == RowDetailsModel::ValueColumn)
        option->palette.setColor(QPalette::Text, m_theme.color(ColorRole::MutedText));
    if (index.data(RowDetailsModel::AsideRole).toBool())
        option->palette.setColor(QPalette::Text, m_theme.color(ColorRole::MutedText));
}

QStyleOptionViewItem FieldDelegate::optionsFor(const QStyleOptionViewItem &option,
                                               const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    return item;
}

FieldDelegate::Lines FieldDelegate::layOut(QTextLayout &layout, int width, const QModelIndex &index) const
{
    // What can be unfolded is shown by what is below it.
    const int most = index.model()->hasChildren(index.siblingAtColumn(0)) ? 1 : mostLines;
    layout.setTextOption(wrapping());
    const qreal lineHeight = QFontMetricsF(layout.font()).height();
    Lines lines;
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        if (lines.count == most) {
            lines.hasMore = most > 1;
            line.setLineWidth(1);
            line.setPosition({0, outOfSight}); // or it would be drawn over the first
            break;
        }
        line.setLineWidth(std::max(width, 1));
        line.setPosition({0, lines.count * lineHeight});
        ++lines.count;
    }
    layout.endLayout();
    lines.hasMore |= index.data(RowDetailsModel::CutRole).toBool();
    lines.count = std::max(lines.count, 1);
    return lines;
}

/// Asked for every row that is unfolded, so nothing is looked up that heights do not depend on.
QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int line = option.fontMetrics.height();
    const int usual = line + CellDelegate::rowPadding;
    const int margin = option.rect.width() - cellTextRect(option).width();
    if (index.column() != RowDetailsModel::ValueColumn)
        return {option.fontMetrics.horizontalAdvance(text) + margin, usual};
    // Nearly all values are short.
    const int width = m_valueWidth - margin;
    if (!text.contains(u'\n') && option.fontMetrics.horizontalAdvance(text) <= width)
        return {width, usual};
    QTextLayout layout(withLineSeparators(text), option.font);
    const Lines lines = layOut(layout, width, index);
    return {width, (lines.count + (lines.hasMore ? 1 : 0)) * line + CellDelegate::rowPadding};
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = optionsFor(option, index);
    const QString text = std::exchange(item.text, {});
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    item.text = text;
    painter->save();
    painter->setFont(item.font);
    painter->setPen(item.palette.color(QPalette::Text));
    const QRect rect = cellTextRect(item).adjusted(0, padding, 0, -padding);
    if (index.column() == RowDetailsModel::ValueColumn) {
        painter->setClipRect(item.rect, Qt::IntersectClip);
        paintValue(painter, item, index);
    } else {
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                          item.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

void FieldDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QRect rect = cellTextRect(option).adjusted(0, padding, 0, -padding);
    const QList<VisibleText::Mark> marks =
        mayHaveMarks(option.text) ? index.data(RowDetailsModel::MarksRole).value<QList<VisibleText::Mark>>()
                                  : QList<VisibleText::Mark>();
    const bool isFolded = index.model()->hasChildren(index.siblingAtColumn(0));
    QTextLayout layout(isFolded ? option.fontMetrics.elidedText(option.text, Qt::ElideRight, rect.width())
                                : withLineSeparators(option.text),
                       option.font);
    layout.setFormats(cellFormats(marks, findWebLinks(option.text), m_theme));
    const Lines lines = layOut(layout, isFolded ? outOfSight : rect.width(), index);
    layout.draw(painter, rect.topLeft());
    if (!lines.hasMore)
        return;
    painter->setPen(m_theme.color(ColorRole::Accent));
    painter->drawText(moreRect(option, index), Qt::AlignLeft | Qt::AlignVCenter, moreText());
}

QRect FieldDelegate::moreRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect rect = cellTextRect(option);
    QTextLayout layout(withLineSeparators(option.text), option.font);
    const Lines lines = layOut(layout, rect.width(), index);
    if (!lines.hasMore)
        return {};
    const int line = option.fontMetrics.height();
    return {rect.left(), rect.top() + padding + lines.count * line,
            option.fontMetrics.horizontalAdvance(moreText()), line};
}

qsizetype FieldDelegate::textAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QPoint &position) const
{
    const QRect rect = cellTextRect(option).adjusted(0, padding, 0, -padding);
    QTextLayout layout(withLineSeparators(option.text), option.font);
    const Lines lines = layOut(layout, rect.width(), index);
    const int number = (position.y() - rect.top()) / std::max(1, option.fontMetrics.height());
    if (position.y() < rect.top() || number >= lines.count)
        return -1;
    const QTextLine line = layout.lineAt(number);
    const qreal x = position.x() - rect.left();
    if (x < 0 || x >= line.naturalTextWidth())
        return -1;
    return line.xToCursor(x, QTextLine::CursorOnCharacter);
}

bool FieldDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && index.column() == RowDetailsModel::ValueColumn) {
        const QPoint position = static_cast<QMouseEvent *>(event)->position().toPoint();
        if (moreRect(optionsFor(option, index), index).contains(position)) {
            emit moreRequested(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace sonde
