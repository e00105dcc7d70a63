#include "core/linediff.h"

#include <QHash>
#include <algorithm>
#include <vector>

namespace sonde {

namespace {

/// Lines that were added and removed between two anchors, at most; beyond it they are changed as a whole. The
/// memory of a search grows with the square.
constexpr int mostEdits = 1000;
/// Of what is changed, that many lines of either side are compared with each other for who became of whom.
constexpr qint64 mostComparisons = 2500;
/// Of a line that is compared for that.
constexpr qsizetype comparedUnits = 400;

/// Two lines are taken for one that was changed if that share of them is the same.
constexpr double likeness = 0.4;

struct Stretch
{
    int leftStart = 0;
    int leftEnd = 0;
    int rightStart = 0;
    int rightEnd = 0;

    bool isEmpty() const { return leftStart == leftEnd && rightStart == rightEnd; }
};

class Alignment final
{
public:
    Alignment(const QStringList &left, const QStringList &right, const CancelStatePtr &cancel)
        : m_leftLines(left)
        , m_rightLines(right)
        , m_cancel(cancel)
    {
        number(left, m_left);
        number(right, m_right);
    }

    QList<LinePair> pairs()
    {
        align({0, static_cast<int>(m_left.size()), 0, static_cast<int>(m_right.size())});
        flushChanged();
        return isCancelled() ? QList<LinePair>() : m_pairs;
    }

private:
    void number(const QStringList &lines, std::vector<int> &numbers)
    {
        numbers.reserve(static_cast<std::size_t>(lines.size()));
        for (const QString &line : lines) {
            const auto found = m_numbers.constFind(line);
            const int number = found != m_numbers.cend() ? *found : static_cast<int>(m_numbers.size());
            if (found == m_numbers.cend())
                m_numbers.insert(line, number);
            numbers.push_back(number);
        }
    }

    bool isCancelled() const { return m_cancel && m_cancel->isCancelled(); }
    int left(int line) const { return m_left[static_cast<std::size_t>(line)]; }
    int right(int line) const { return m_right[static_cast<std::size_t>(line)]; }

    void align(Stretch stretch);
    std::vector<std::pair<int, int>> anchorsOf(const Stretch &stretch) const;
    void alignBetween(const Stretch &stretch);
    void addSame(int leftLine, int rightLine);
    void addChanged(const Stretch &stretch);
    void flushChanged();
    double likenessOf(int leftLine, int rightLine) const;
    QList<LinePair> pairChanged(const Stretch &stretch) const;

    const QStringList &m_leftLines;
    const QStringList &m_rightLines;
    const CancelStatePtr &m_cancel;
    QHash<QString, int> m_numbers; ///< equal lines have equal ones
    std::vector<int> m_left;
    std::vector<int> m_right;
    Stretch m_changed; ///< what differs behind the last equal lines
    QList<LinePair> m_pairs;
};

void Alignment::addSame(int leftLine, int rightLine)
{
    flushChanged();
    m_pairs.append({leftLine, rightLine, true});
    m_changed = {leftLine + 1, leftLine + 1, rightLine + 1, rightLine + 1};
}

void Alignment::addChanged(const Stretch &stretch)
{
    m_changed.leftEnd = std::max(m_changed.leftEnd, stretch.leftEnd);
    m_changed.rightEnd = std::max(m_changed.rightEnd, stretch.rightEnd);
}

void Alignment::flushChanged()
{
    if (m_changed.isEmpty() || isCancelled())
        return;
    m_pairs += pairChanged(m_changed);
    m_changed.leftStart = m_changed.leftEnd;
    m_changed.rightStart = m_changed.rightEnd;
}

/// Lines that stand once on either side, in the order of both: the longest such list.
std::vector<std::pair<int, int>> Alignment::anchorsOf(const Stretch &stretch) const
{
    struct Seen
    {
        int inLeft = 0;
        int inRight = 0;
        int leftLine = 0;
    };
    QHash<int, Seen> seen;
    for (int line = stretch.leftStart; line < stretch.leftEnd; ++line) {
        Seen &one = seen[left(line)];
        ++one.inLeft;
        one.leftLine = line;
    }
    for (int line = stretch.rightStart; line < stretch.rightEnd; ++line)
        ++seen[right(line)].inRight;

    // Patience sorting: the last of each pile, and for each what lies below it.
    struct Card
    {
        int leftLine;
        int rightLine;
        int below;
    };
    std::vector<Card> cards;
    std::vector<int> piles;
    for (int line = stretch.rightStart; line < stretch.rightEnd; ++line) {
        const Seen one = seen.value(right(line));
        if (one.inLeft != 1 || one.inRight != 1)
            continue;
        const auto pile =
            std::lower_bound(piles.begin(), piles.end(), one.leftLine, [&cards](int card, int leftLine) {
                return cards[static_cast<std::size_t>(card)].leftLine < leftLine;
            });
        cards.push_back({one.leftLine, line, pile == piles.begin() ? -1 : *(pile - 1)});
        const int card = static_cast<int>(cards.size()) - 1;
        if (pile == piles.end())
            piles.push_back(card);
        else
            *pile = card;
    }
    std::vector<std::pair<int, int>> anchors;
    for (int card = piles.empty() ? -1 : piles.back(); card >= 0;
         card = cards[static_cast<std::size_t>(card)].below) {
        const Card &one = cards[static_cast<std::size_t>(card)];
        anchors.emplace_back(one.leftLine, one.rightLine);
    }
    std::reverse(anchors.begin(), anchors.end());
    return anchors;
}

void Alignment::align(Stretch stretch)
{
    const auto isSameAt = [this](int l, int r) { return left(l) == right(r); };
    while (stretch.leftStart < stretch.leftEnd && stretch.rightStart < stretch.rightEnd &&
           isSameAt(stretch.leftStart, stretch.rightStart))
        addSame(stretch.leftStart++, stretch.rightStart++);
    int same = 0;
    while (stretch.leftStart < stretch.leftEnd - same && stretch.rightStart < stretch.rightEnd - same &&
           isSameAt(stretch.leftEnd - same - 1, stretch.rightEnd - same - 1))
        ++same;
    stretch.leftEnd -= same;
    stretch.rightEnd -= same;

    Stretch rest = stretch;
    for (const auto &[leftLine, rightLine] : anchorsOf(stretch)) {
        rest.leftEnd = leftLine;
        rest.rightEnd = rightLine;
        alignBetween(rest);
        addSame(leftLine, rightLine);
        rest.leftStart = leftLine + 1;
        rest.rightStart = rightLine + 1;
    }
    rest.leftEnd = stretch.leftEnd;
    rest.rightEnd = stretch.rightEnd;
    alignBetween(rest);
    for (int i = 0; i < same; ++i)
        addSame(stretch.leftEnd + i, stretch.rightEnd + i);
}

/// E. W. Myers, "An O(ND) difference algorithm and its variations": the fewest edits that lead from one side
/// to the other, up to a bound.
void Alignment::alignBetween(const Stretch &stretch)
{
    const int n = stretch.leftEnd - stretch.leftStart;
    const int m = stretch.rightEnd - stretch.rightStart;
    const int most = std::min(n + m, mostEdits);
    std::vector<std::vector<int>> steps; // of each number of edits, how far each diagonal reaches
    std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [most](int diagonal) { return static_cast<std::size_t>(diagonal + most + 1); };
    int edits = n == 0 || m == 0 ? most + 1 : 0;
    for (bool isThere = false; edits <= most && !isThere; edits += isThere ? 0 : 1) {
        if (isCancelled())
            return;
        steps.emplace_back(reach.begin() + static_cast<std::ptrdiff_t>(at(-edits - 1)),
                           reach.begin() + static_cast<std::ptrdiff_t>(at(edits + 1)) + 1);
        for (int diagonal = -edits; diagonal <= edits && !isThere; diagonal += 2) {
            const bool isDown = diagonal == -edits ||
                                (diagonal != edits && reach[at(diagonal - 1)] < reach[at(diagonal + 1)]);
            int x = isDown ? reach[at(diagonal + 1)] : reach[at(diagonal - 1)] + 1;
            int y = x - diagonal;
            while (x < n && y < m && left(stretch.leftStart + x) == right(stretch.rightStart + y)) {
                ++x;
                ++y;
            }
            reach[at(diagonal)] = x;
            isThere = x >= n && y >= m;
        }
    }
    if (edits > most) {
        addChanged(stretch);
        return;
    }
    // The way back; what it meets on its diagonals is the same on both sides.
    std::vector<std::pair<int, int>> same;
    int x = n;
    int y = m;
    for (; edits > 0; --edits) {
        const std::vector<int> &step = steps[static_cast<std::size_t>(edits)];
        const auto before = [&step, edits](int diagonal) {
            return step[static_cast<std::size_t>(diagonal + edits + 1)];
        };
        const int diagonal = x - y;
        const bool isDown =
            diagonal == -edits || (diagonal != edits && before(diagonal - 1) < before(diagonal + 1));
        const int previous = isDown ? diagonal + 1 : diagonal - 1;
        const int startX = isDown ? before(previous) : before(previous) + 1;
        for (; x > startX; --x, --y)
            same.emplace_back(stretch.leftStart + x - 1, stretch.rightStart + y - 1);
        x = before(previous);
        y = x - previous;
    }
    for (; x > 0; --x, --y)
        same.emplace_back(stretch.leftStart + x - 1, stretch.rightStart + y - 1);

    for (auto pair = same.rbegin(); pair != same.rend(); ++pair) {
        addChanged({0, pair->first, 0, pair->second});
        addSame(pair->first, pair->second);
    }
    addChanged(stretch);
}

/// Of both lines, how much is alike at their beginning and end; 0 to 1. White space in front of them counts
/// for nothing.
double Alignment::likenessOf(int leftLine, int rightLine) const
{
    const QString one = m_leftLines.at(leftLine).left(comparedUnits).trimmed();
    const QString other = m_rightLines.at(rightLine).left(comparedUnits).trimmed();
    if (one == other)
        return 1.0;
    if (one.isEmpty() || other.isEmpty())
        return 0.0;
    const LineChange change = changeOf(one, other);
    const auto longer = static_cast<double>(std::max(one.size(), other.size()));
    return 1.0 - static_cast<double>(std::max(change.left.length, change.right.length)) / longer;
}

/// Changed lines, each beside the one it became as far as they are alike; those that are only on one side
/// alone.
QList<LinePair> Alignment::pairChanged(const Stretch &stretch) const
{
    const int n = stretch.leftEnd - stretch.leftStart;
    const int m = stretch.rightEnd - stretch.rightStart;
    QList<LinePair> pairs;
    if (static_cast<qint64>(n) * m > mostComparisons || n == 0 || m == 0) {
        for (int i = 0; i < std::max(n, m); ++i) {
            // Where the search was given up, some may be the same by chance.
            const int l = stretch.leftStart + i;
            const int r = stretch.rightStart + i;
            pairs.append({i < n ? l : LinePair::none, i < m ? r : LinePair::none,
                          i < n && i < m && left(l) == right(r)});
        }
        return pairs;
    }
    // The best sum of likenesses from there to the end.
    std::vector<double> best(static_cast<std::size_t>((n + 1) * (m + 1)), 0.0);
    std::vector<double> alike(best.size(), 0.0);
    const auto at = [m](int i, int j) { return static_cast<std::size_t>(i * (m + 1) + j); };
    for (int i = n - 1; i >= 0; --i) {
        for (int j = m - 1; j >= 0; --j) {
            const double same = likenessOf(stretch.leftStart + i, stretch.rightStart + j);
            alike[at(i, j)] = same >= likeness ? same : 0.0;
            best[at(i, j)] =
                std::max({best[at(i + 1, j)], best[at(i, j + 1)], best[at(i + 1, j + 1)] + alike[at(i, j)]});
        }
    }
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
        const bool isPair = i < n && j < m && alike[at(i, j)] > 0.0 &&
                            best[at(i, j)] == best[at(i + 1, j + 1)] + alike[at(i, j)];
        const bool isLeft = !isPair && i < n && (j == m || best[at(i, j)] == best[at(i + 1, j)]);
        pairs.append({isPair || isLeft ? stretch.leftStart + i++ : LinePair::none,
                      isPair || !isLeft ? stretch.rightStart + j++ : LinePair::none, false});
    }
    return pairs;
}

} // namespace

QStringList linesOf(const QString &text)
{
    QStringList lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'\n' && c != u'\r')
            continue;
        lines << text.mid(start, i - start);
        if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            ++i;
        start = i + 1;
    }
    lines << text.mid(start);
    return lines;
}

QList<LinePair> alignLines(const QStringList &left, const QStringList &right, const CancelStatePtr &cancel)
{
    return Alignment(left, right, cancel).pairs();
}

LineChange changeOf(const QString &left, const QString &right)
{
    const qsizetype shorter = std::min(left.size(), right.size());
    qsizetype start = 0;
    while (start < shorter && left.at(start) == right.at(start))
        ++start;
    if (start > 0 && left.at(start - 1).isHighSurrogate())
        --start;
    qsizetype end = 0;
    while (end < shorter - start && left.at(left.size() - 1 - end) == right.at(right.size() - 1 - end))
        ++end;
    if (end > 0 && left.at(left.size() - end).isLowSurrogate())
        --end;
    return {{start, left.size() - end - start}, {start, right.size() - end - start}};
}

} // namespace sonde
