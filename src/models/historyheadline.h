#pragma once

#include <QList>
#include <QString>

namespace sonde {

/// A query as one line, and for each of its UTF-16 units where in the query it came from.
struct HistoryHeadline
{
    QString text;
    QList<qsizetype> places;
};

/// The query as one line, without its comments and cut where nobody sees it: the first line of KQL is most
/// often a table's name, which tells one run from another too seldom. The first comment where there is
/// nothing else. Where \a from is 0 or more it begins at that unit, and keeps that line also where it is a
/// comment.
HistoryHeadline historyHeadline(const QString &text, qsizetype from = -1);

} // namespace sonde
