#include "models/historyheadline.h"

#include <QStringView>

namespace sonde {

namespace {

constexpr qsizetype longest = 400;

/// Adds the line to the headline, with every stretch of white space as one space.
void append(HistoryHeadline &line, const QString &text, qsizetype start, qsizetype end)
{
    bool needsSpace = !line.text.isEmpty();
    for (qsizetype i = start; i < end && line.text.size() < longest; ++i) {
        if (text.at(i).isSpace()) {
            needsSpace = needsSpace || !line.text.isEmpty();
            continue;
        }
        if (std::exchange(needsSpace, false)) {
            line.text += u' ';
            line.places += std::max<qsizetype>(i - 1, 0);
        }
        line.text += text.at(i);
        line.places += i;
    }
}

} // namespace

HistoryHeadline historyHeadline(const QString &text, qsizetype from)
{
    HistoryHeadline query;
    HistoryHeadline comment;
    qsizetype start = std::max<qsizetype>(from, 0);
    while (start <= text.size() && query.text.size() < longest) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        const QStringView content = QStringView(text).mid(start, end - start).trimmed();
        const bool isComment = content.startsWith(QLatin1String("//")) && start != from;
        if (!isComment)
            append(query, text, start, end);
        else if (comment.text.isEmpty())
            append(comment, text, start, end);
        start = end + 1;
    }
    HistoryHeadline &found = query.text.isEmpty() ? comment : query;
    // Half a character would be drawn as a box.
    if (!found.text.isEmpty() && found.text.back().isHighSurrogate()) {
        found.text.chop(1);
        found.places.removeLast();
    }
    return found;
}

} // namespace sonde
