#include "widgets/tablisting.h"

#include "models/namematch.h"
#include "stores/connectionstore.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/runstatus.h"
#include "widgets/windowlist.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TabListing)
};

/// In bytes. A tab of megabytes is known by its title, and the list is there at once.
constexpr int searchedBytes = 20'000;
constexpr qsizetype shownLength = 200;
/// Behind every way in which a title is found.
constexpr int elsewhereRank = static_cast<int>(NameMatch::None);

/// In one line, without the comments before and between; these where there is nothing else.
QString inOneLine(const QString &text)
{
    QStringList lines;
    QStringList comments;
    qsizetype length = 0;
    const QList<QStringView> all = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QStringView line : all) {
        const QString shown = line.trimmed().left(shownLength).toString();
        if (shown.isEmpty())
            continue;
        (shown.startsWith(QLatin1String("//")) ? comments : lines).append(shown);
        length += shown.size();
        if (!lines.isEmpty() && length > shownLength)
            break;
    }
    return (lines.isEmpty() ? comments : lines).join(u' ').left(shownLength);
}

void sayState(TabEntry &entry, const RunStatus &status)
{
    const auto say = [&entry](const QString &state, const char *icon, ColorRole role) {
        entry.state = state;
        entry.icon = QLatin1StringView(icon);
        entry.role = role;
    };
    switch (status.state) {
    case RunStatus::State::Idle:
        return;
    case RunStatus::State::Running:
        return say(Words::tr("Running"), "loader", ColorRole::Accent);
    case RunStatus::State::Failed:
        return say(Words::tr("Failed"), "octagon-x", ColorRole::Error);
    case RunStatus::State::Stopped:
        return say(Words::tr("Stopped"), "square", ColorRole::Warning);
    case RunStatus::State::Done:
        break;
    }
    const QString rows = describeRows(status.rows, status.total);
    switch (status.completeness) {
    case Completeness::Complete:
        return say(rows, "circle-check", ColorRole::Good);
    case Completeness::Partial:
        //: %1: as “1 204 rows”
        return say(Words::tr("%1, partial").arg(rows), "triangle-alert", ColorRole::Warning);
    case Completeness::Capped:
        //: %1: as “1 204 rows”
        return say(Words::tr("%1, capped").arg(rows), "circle-dashed", ColorRole::Warning);
    }
}

TabEntry entryOf(QueryPage &page, const ConnectionStore &connections)
{
    TabEntry entry;
    entry.page = &page;
    entry.title = page.document().title();
    if (page.isModified() && !page.filePath().isEmpty())
        entry.title += QStringLiteral(" *");
    entry.head = page.editor().text(0, std::min(page.editor().length(), searchedBytes));
    entry.line = inOneLine(entry.head);
    if (const auto builtIn = builtInConnection(page.connectionId()))
        entry.connection = builtIn->name;
    else if (const std::optional<Connection> connection = connections.find(page.connectionId()))
        entry.connection = connection->name;
    entry.isPinned = page.document().isPinned();
    sayState(entry, page.status());
    return entry;
}

/// None where the word is nowhere in it.
std::optional<int> rankOf(const TabEntry &entry, const QString &word)
{
    if (const NameMatch match = matchName(entry.title, word); match != NameMatch::None)
        return static_cast<int>(match);
    const bool isElsewhere = entry.connection.contains(word, Qt::CaseInsensitive) ||
                             entry.head.contains(word, Qt::CaseInsensitive);
    return isElsewhere ? std::optional(elsewhereRank) : std::nullopt;
}

std::optional<int> rankOf(const TabEntry &entry, const QStringList &words)
{
    if (!entry.page)
        return {};
    int sum = 0;
    for (const QString &word : words) {
        const std::optional<int> rank = rankOf(entry, word);
        if (!rank)
            return {};
        sum += *rank;
    }
    return sum;
}

} // namespace

QList<TabEntry> listTabs(const WindowList &windows, const QueryTabs &own, const ConnectionStore &connections)
{
    QList<TabEntry> entries;
    const auto add = [&entries, &connections](const QueryTabs &tabs, bool isElsewhere) {
        const QList<QueryPage *> pages = tabs.pages();
        for (QueryPage *page : pages) {
            entries.append(entryOf(*page, connections));
            entries.last().isElsewhere = isElsewhere;
        }
    };
    add(own, false);
    const QList<WindowList::Entry> others = windows.othersThan(own);
    for (const WindowList::Entry &other : others)
        add(*other.tabs, true);
    return entries;
}

QList<TabEntry> tabsMatching(const QList<TabEntry> &entries, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return entries;
    struct Found
    {
        int rank;
        const TabEntry *entry;
    };
    QList<Found> found;
    for (const TabEntry &entry : entries) {
        if (const std::optional<int> rank = rankOf(entry, words))
            found.append({*rank, &entry});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &one, const Found &other) { return one.rank < other.rank; });
    QList<TabEntry> matching;
    for (const Found &one : std::as_const(found))
        matching.append(*one.entry);
    return matching;
}

QString describeTab(const TabEntry &entry)
{
    QStringList parts{entry.title};
    if (entry.isPinned)
        parts << Words::tr("pinned");
    if (!entry.state.isEmpty())
        parts << entry.state;
    if (!entry.connection.isEmpty())
        parts << entry.connection;
    if (entry.isElsewhere)
        parts << Words::tr("in another window");
    if (!entry.line.isEmpty())
        parts << entry.line;
    return parts.join(QStringLiteral(", "));
}

} // namespace sonde
