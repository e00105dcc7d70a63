#pragma once

#include "stores/historyentry.h"

#include <QStyledItemDelegate>

namespace sonde {

class HistoryModel;
class Icons;
class Theme;

/// Draws a run in two lines: the query in the fixed font and the time, and below them how the run ended, as
/// icon and word, with connection, rows and duration. Where it is narrow the connection's name gives way
/// first. Days are headings.
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

    /// The whole query, up to a size that a tool tip can have, and what is known about the run; HTML.
    QString toolTipOf(const HistoryEntry &entry) const;

private:
    void paintDay(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintRun(QPainter *painter, const QStyleOptionViewItem &option, const HistoryEntry &entry,
                  const QString &headline) const;
    /// In the zone that the days are parted by.
    QDateTime startOf(const HistoryEntry &entry) const;
    QString timeOf(const HistoryEntry &entry) const;
    /// What stands behind the connection's name: rows and duration, as far as there are any.
    static QStringList figuresOf(const HistoryEntry &entry);

    const HistoryModel &m_model;
    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace sonde
