#include "widgets/historydelegate.h"

#include "models/historymodel.h"
#include "widgets/icons.h"
#include "widgets/runstatus.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace sonde {

namespace {

constexpr int unit = 4;
constexpr int margin = 2 * unit;
constexpr int iconSide = 14;
constexpr qsizetype toolTipCharacters = 2000;
constexpr qsizetype toolTipLines = 30;

struct Sign
{
    QLatin1StringView icon;
    ColorRole role;
};

Sign signOf(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Running:
        return {QLatin1StringView("loader"), ColorRole::Accent};
    case RunOutcome::Complete:
        return {QLatin1StringView("circle-check"), ColorRole::Good};
    case RunOutcome::Partial:
        return {QLatin1StringView("triangle-alert"), ColorRole::Warning};
    case RunOutcome::Capped:
        return {QLatin1StringView("circle-dashed"), ColorRole::Warning};
    case RunOutcome::Failed:
        return {QLatin1StringView("octagon-x"), ColorRole::Error};
    case RunOutcome::Stopped:
        return {QLatin1StringView("square"), ColorRole::Warning};
    case RunOutcome::Interrupted:
        break;
    }
    return {QLatin1StringView("circle-help"), ColorRole::MutedText};
}

QString separator()
{
    return QStringLiteral(" · ");
}

/// As much of a text as a tool tip has room for.
QString shortened(const QString &text)
{
    QString shown = text.left(toolTipCharacters);
    qsizetype end = -1;
    for (qsizetype line = 0; line < toolTipLines; ++line) {
        end = shown.indexOf(u'\n', end + 1);
        if (end < 0)
            break;
    }
    if (end >= 0)
        shown.truncate(end);
    return shown.size() < text.size() ? shown + QStringLiteral("\n…") : shown;
}

} // namespace

HistoryDelegate::HistoryDelegate(const HistoryModel &model, const Theme &theme, const Icons &icons,
                                 QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_icons(icons)
{}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(HistoryModel::IsDayRole).toBool())
        return {0, line + 3 * unit};
    return {0, QFontMetrics(Theme::fixedFont()).height() + line + 3 * unit};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    painter->save();
    if (index.data(HistoryModel::IsDayRole).toBool())
        paintDay(painter, item);
    else
        paintRun(painter, item, index.data(HistoryModel::EntryRole).value<HistoryEntry>(), item.text);
    painter->restore();
}

void HistoryDelegate::paintDay(QPainter *painter, const QStyleOptionViewItem &option) const
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(m_theme.color(ColorRole::Text));
    const QRect room = option.rect.adjusted(margin, 2 * unit, -margin, 0);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeading,
                      QFontMetrics(font).elidedText(option.text, Qt::ElideRight, room.width()));
}

void HistoryDelegate::paintRun(QPainter *painter, const QStyleOptionViewItem &option,
                               const HistoryEntry &entry, const QString &headline) const
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor muted = m_theme.color(ColorRole::MutedText);
    QRect room = option.rect.adjusted(margin, unit, -margin, -unit);
    const QFont fixed = Theme::fixedFont();
    const QFontMetrics fixedMetrics(fixed);
    QRect top(room.left(), room.top(), room.width(), fixedMetrics.height());
    painter->setFont(option.font);
    painter->setPen(muted);
    const QString time = timeOf(entry);
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignRight, time);
    top.setRight(top.right() - option.fontMetrics.horizontalAdvance(time) - margin);
    painter->setFont(fixed);
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignLeft,
                      fixedMetrics.elidedText(headline, Qt::ElideRight, top.width()));

    room.setTop(top.bottom() + 1 + unit);
    const Sign sign = signOf(entry.outcome);
    const QRect icon(room.left(), room.top() + (room.height() - iconSide) / 2, iconSide, iconSide);
    m_icons.icon(sign.icon, sign.role).paint(painter, icon);
    room.setLeft(icon.right() + 1 + unit);

    const QFontMetrics &metrics = option.fontMetrics;
    const auto draw = [&](const QString &text, const QColor &color) {
        painter->setPen(color);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          metrics.elidedText(text, Qt::ElideRight, room.width()));
        room.setLeft(room.left() + metrics.horizontalAdvance(text));
    };
    painter->setFont(option.font);
    draw(HistoryModel::outcomeName(entry.outcome),
         isSelected ? m_theme.color(ColorRole::Text) : m_theme.color(sign.role));
    QString figures;
    const QStringList parts = figuresOf(entry);
    for (const QString &part : parts)
        figures += separator() + part;
    const int nameRoom =
        room.width() - metrics.horizontalAdvance(figures) - metrics.horizontalAdvance(separator());
    // Less than some letters of a name tell nothing.
    if (nameRoom >= std::min(metrics.horizontalAdvance(entry.connectionName), metrics.averageCharWidth() * 8))
        draw(separator() + metrics.elidedText(entry.connectionName, Qt::ElideMiddle, nameRoom), muted);
    draw(figures, muted);
}

QDateTime HistoryDelegate::startOf(const HistoryEntry &entry) const
{
    return m_model.zone() == TimeRange::Zone::Local ? entry.startedUtc.toLocalTime() : entry.startedUtc;
}

QString HistoryDelegate::timeOf(const HistoryEntry &entry) const
{
    return QLocale().toString(startOf(entry).time(), QStringLiteral("HH:mm"));
}

QStringList HistoryDelegate::figuresOf(const HistoryEntry &entry)
{
    QStringList parts;
    const bool hasAnswer = entry.outcome == RunOutcome::Complete || entry.outcome == RunOutcome::Partial ||
                           entry.outcome == RunOutcome::Capped;
    if (entry.rows && (hasAnswer || *entry.rows > 0))
        parts << describeRows(*entry.rows, {});
    if (entry.durationMs)
        parts << describeElapsed(*entry.durationMs);
    return parts;
}

QString HistoryDelegate::toolTipOf(const HistoryEntry &entry) const
{
    const bool isLocal = m_model.zone() == TimeRange::Zone::Local;
    QString run = HistoryModel::outcomeName(entry.outcome) + separator() + entry.connectionName +
                  separator() + QLocale().toString(startOf(entry), QStringLiteral("d MMM yyyy HH:mm:ss")) +
                  (isLocal ? QString() : QStringLiteral(" UTC"));
    if (entry.rows)
        run += separator() + describeRows(*entry.rows, entry.total);
    if (entry.durationMs)
        run += separator() + describeElapsed(*entry.durationMs);
    QStringList lines{run};
    if (entry.resolved.start.isValid() && entry.resolved.end.isValid())
        //: %1: a time range, as Last 24 h
        lines << tr("Time range: %1").arg(describeRangeInFull(entry.resolved));
    if (!entry.errorMessage.isEmpty())
        lines << entry.errorMessage;
    if (entry.isCut())
        lines << tr("The history keeps the first %L1 characters of this query.").arg(entry.text.size());
    QString html = QStringLiteral("<pre style=\"white-space: pre-wrap\">%1</pre>")
                       .arg(shortened(entry.text).toHtmlEscaped());
    for (const QString &line : std::as_const(lines))
        html += QStringLiteral("<div>%1</div>").arg(line.toHtmlEscaped());
    return html;
}

bool HistoryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(HistoryModel::IsDayRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const HistoryEntry entry = index.data(HistoryModel::EntryRole).value<HistoryEntry>();
    QToolTip::showText(event->globalPos(), entry.id != 0 ? toolTipOf(entry) : QString(), view->viewport(),
                       option.rect);
    return true;
}

} // namespace sonde
