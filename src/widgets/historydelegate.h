#pragma once

#include "stores/historyentry.h"
#include "widgets/querytokens.h"

#include <QCache>
#include <QFont>
#include <QStyledItemDelegate>

namespace sonde {

class HistoryModel;
struct HistoryHeadline;
class Icons;
class Theme;

/// Draws a run in two lines: the query in the editor's font and colours and the time, and below them how the
/// run ended, as icon and word, with connection, rows and duration. Where it is narrow the connection's name
/// gives way first. Days are headings.
///
/// Words that are looked for are marked; where the first of them would not be seen, the query is shown from
/// there.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// All outlive the delegate.
    HistoryDelegate(const HistoryModel &model, const Theme &theme, const Icons &icons, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// The text that stands in the first line of a run, where it is \a width pixels wide.
    QString lineOf(const HistoryEntry &entry, int width) const;
    /// The whole query, up to a size that a tool tip can have, and what is known about the run; HTML.
    QString toolTipOf(const HistoryEntry &entry) const;

private:
    /// What is drawn of a query.
    struct Line
    {
        int width = 0;
        QString text; ///< no wider than that
        QList<TokenKind> kinds;
        QList<bool> found;
    };

    void paintDay(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintRun(QPainter *painter, const QStyleOptionViewItem &option, const HistoryEntry &entry) const;
    void paintQuery(QPainter *painter, const QRect &room, const HistoryEntry &entry) const;
    QStringList words() const;
    const Line &line(const HistoryEntry &entry, int width) const;
    Line makeLine(const HistoryEntry &entry, int width) const;
    void colour(Line &line, const HistoryHeadline &headline, const HistoryEntry &entry) const;
    /// In the zone that the days are parted by.
    QDateTime startOf(const HistoryEntry &entry) const;
    QString timeOf(const HistoryEntry &entry) const;
    /// What stands behind the connection's name: rows and duration, as far as there are any.
    static QStringList figuresOf(const HistoryEntry &entry);

    const HistoryModel &m_model;
    const Theme &m_theme;
    const Icons &m_icons;
    mutable QCache<qint64, Line> m_lines; ///< by the run's id; of m_lineFont, with m_lineWords marked
    mutable QStringList m_lineWords;
    mutable QFont m_lineFont;
};

} // namespace sonde
