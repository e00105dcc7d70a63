#include "widgets/historydelegate.h"

#include "models/historyheadline.h"
#include "models/historymodel.h"
#include "widgets/icons.h"
#include "widgets/querycolours.h"
#include "widgets/querylexer.h"
#include "widgets/runstatus.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace sonde {

namespace {

constexpr int unit = 4;
constexpr int margin = 2 * unit;
constexpr int iconSide = 14;
constexpr qsizetype toolTipCharacters = 2000;
constexpr qsizetype toolTipLines = 30;
/// Of the query, in front of what was found.
constexpr qsizetype unitsBefore = 12;
/// More than a screen has.
constexpr int keptLines = 400;

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

/// How much of a text a tool tip has room for.
qsizetype shownLength(const QString &text)
{
    const qsizetype length = std::min(text.size(), toolTipCharacters);
    qsizetype end = -1;
    for (qsizetype line = 0; line < toolTipLines; ++line) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0 || end >= length)
            return length;
    }
    return end;
}

/// From there the query is shown so that what stands at \a found is seen, with a little of its line in front.
qsizetype startBefore(const QString &text, qsizetype found)
{
    const qsizetype line = found == 0 ? 0 : text.lastIndexOf(u'\n', found - 1) + 1;
    qsizetype start = std::max(line, found - unitsBefore);
    // Not within a word, unless it is the one.
    while (start > line && start < found && !text.at(start - 1).isSpace())
        ++start;
    return start;
}

/// With an ellipsis for what stands in front of \a start.
HistoryHeadline headlineFrom(const QString &text, qsizetype start)
{
    HistoryHeadline headline = historyHeadline(text, start);
    if (!QStringView(text).left(start).trimmed().isEmpty()) {
        headline.text.prepend(QStringLiteral("… "));
        headline.places.insert(0, 2, -1);
    }
    return headline;
}

/// Marks what is looked for in a text that is drawn at the left of \a room.
void markFound(QPainter &painter, const QRect &room, const QString &text, const QStringList &words,
               const QColor &color)
{
    const QList<bool> found = foundUnits(text, 0, text.size(), words);
    const QFontMetrics metrics(painter.font());
    for (qsizetype start = found.indexOf(true); start >= 0;) {
        const qsizetype next = found.indexOf(false, start);
        const qsizetype end = next < 0 ? text.size() : next;
        const int from = metrics.horizontalAdvance(text.left(start));
        const int to = metrics.horizontalAdvance(text.left(end));
        painter.fillRect(QRect(room.left() + from, room.top(), to - from, room.height()), color);
        start = next < 0 ? -1 : found.indexOf(true, next);
    }
}

} // namespace

HistoryDelegate::HistoryDelegate(const HistoryModel &model, const Theme &theme, const Icons &icons,
                                 QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_icons(icons)
    , m_lines(keptLines)
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
        paintRun(painter, item, index.data(HistoryModel::EntryRole).value<HistoryEntry>());
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
                               const HistoryEntry &entry) const
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor muted = m_theme.color(ColorRole::MutedText);
    QRect room = option.rect.adjusted(margin, unit, -margin, -unit);
    QRect top(room.left(), room.top(), room.width(), QFontMetrics(Theme::fixedFont()).height());
    painter->setFont(option.font);
    painter->setPen(muted);
    const QString time = timeOf(entry);
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignRight, time);
    top.setRight(top.right() - option.fontMetrics.horizontalAdvance(time) - margin);
    paintQuery(painter, top, entry);

    room.setTop(top.bottom() + 1 + unit);
    const Sign sign = signOf(entry.outcome);
    const QRect icon(room.left(), room.top() + (room.height() - iconSide) / 2, iconSide, iconSide);
    m_icons.icon(sign.icon, sign.role).paint(painter, icon);
    room.setLeft(icon.right() + 1 + unit);
    if (entry.keptRows > 0) {
        // Words would be cut where they are longest: the tool tip and the menu have them.
        const QRect kept(room.right() + 1 - iconSide, icon.top(), iconSide, iconSide);
        m_icons.icon(QLatin1StringView("table"), ColorRole::MutedText).paint(painter, kept);
        room.setRight(kept.left() - 1 - unit);
    }

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
    if (nameRoom >=
        std::min(metrics.horizontalAdvance(entry.connectionName), metrics.averageCharWidth() * 8)) {
        const QString name =
            separator() + metrics.elidedText(entry.connectionName, Qt::ElideMiddle, nameRoom);
        markFound(*painter, room, name, m_lineWords, m_theme.color(ColorRole::Found));
        draw(name, muted);
    }
    draw(figures, muted);
}

void HistoryDelegate::paintQuery(QPainter *painter, const QRect &room, const HistoryEntry &entry) const
{
    const Line &shown = line(entry, room.width());
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype start = 0; start < shown.text.size();) {
        qsizetype end = start + 1;
        while (end < shown.text.size() && shown.kinds.at(end) == shown.kinds.at(start) &&
               shown.found.at(end) == shown.found.at(start))
            ++end;
        QTextCharFormat format;
        format.setForeground(m_theme.color(QueryLexer::colorOf(shown.kinds.at(start))));
        if (shown.found.at(start))
            format.setBackground(m_theme.color(ColorRole::Found));
        formats.append({static_cast<int>(start), static_cast<int>(end - start), format});
        start = end;
    }
    QTextLayout layout(shown.text, m_lineFont);
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    layout.draw(painter, room.topLeft(), {}, room);
}

QStringList HistoryDelegate::words() const
{
    return historyWords(m_model.filter().text);
}

QString HistoryDelegate::lineOf(const HistoryEntry &entry, int width) const
{
    return line(entry, width).text;
}

const HistoryDelegate::Line &HistoryDelegate::line(const HistoryEntry &entry, int width) const
{
    const QStringList wanted = words();
    const QFont font = Theme::fixedFont();
    if (wanted != m_lineWords || font != m_lineFont) {
        m_lines.clear();
        m_lineWords = wanted;
        m_lineFont = font;
    }
    const Line *known = m_lines.object(entry.id);
    if (known == nullptr || known->width != width) {
        auto made = std::make_unique<Line>(makeLine(entry, width));
        known = made.get();
        m_lines.insert(entry.id, made.release());
    }
    return *known;
}

HistoryDelegate::Line HistoryDelegate::makeLine(const HistoryEntry &entry, int width) const
{
    const QFontMetrics metrics(m_lineFont);
    const auto elided = [&metrics, width](const QString &text) -> QString {
        return metrics.elidedText(text, Qt::ElideRight, width);
    };
    HistoryHeadline headline = historyHeadline(entry.text);
    Line line;
    line.width = width;
    line.text = elided(headline.text);
    const FoundWord found = firstFound(entry.text, m_lineWords);
    if (found.at >= 0) {
        // What the ellipsis stands for is not seen.
        const qsizetype seen = line.text == headline.text ? line.text.size() : line.text.size() - 1;
        const auto place = std::lower_bound(headline.places.cbegin(), headline.places.cend(), found.at);
        const bool isSeen = place != headline.places.cend() && *place == found.at &&
                            place - headline.places.cbegin() + found.length <= seen;
        if (!isSeen) {
            headline = headlineFrom(entry.text, startBefore(entry.text, found.at));
            line.text = elided(headline.text);
        }
    }
    colour(line, headline, entry);
    return line;
}

void HistoryDelegate::colour(Line &line, const HistoryHeadline &headline, const HistoryEntry &entry) const
{
    line.kinds = QList<TokenKind>(line.text.size(), TokenKind::Text);
    line.found = QList<bool>(line.text.size(), false);
    const auto begin = std::find_if(headline.places.cbegin(), headline.places.cend(),
                                    [](qsizetype place) { return place >= 0; });
    if (begin == headline.places.cend())
        return;
    const qsizetype length = headline.places.constLast() + 1 - *begin;
    const QList<TokenKind> kinds = queryKinds(entry.text, *begin, length, entry.language);
    const QList<bool> marks = foundUnits(entry.text, *begin, length, m_lineWords);
    for (qsizetype i = begin - headline.places.cbegin(); i < line.text.size(); ++i) {
        if (line.text.at(i) != headline.text.at(i))
            break; // the ellipsis
        line.kinds[i] = kinds.at(headline.places.at(i) - *begin);
        line.found[i] = marks.at(headline.places.at(i) - *begin);
    }
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
    if (const QString kept = HistoryModel::keptRowsOf(entry); !kept.isEmpty())
        run += separator() + kept;
    QStringList lines{run};
    if (entry.resolved.start.isValid() && entry.resolved.end.isValid())
        //: %1: a time range, as Last 24 h
        lines << tr("Time range: %1").arg(describeRangeInFull(entry.resolved));
    if (!entry.errorMessage.isEmpty())
        lines << entry.errorMessage;
    if (entry.isCut())
        lines << tr("The history keeps the first %L1 characters of this query.").arg(entry.text.size());
    const qsizetype shown = shownLength(entry.text);
    QString html = queryHtml(entry.text, shown, entry.language, words(), m_theme);
    if (shown < entry.text.size())
        html += QStringLiteral("<div>…</div>");
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
