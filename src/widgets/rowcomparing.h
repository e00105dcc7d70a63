#pragma once

#include "results/rowcomparison.h"
#include "widgets/comparisonstrip.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <array>
#include <vector>

namespace sonde {

class MessageBar;
class ProgressLine;
class ResultTable;
class ResultTabs;
class TablePane;
struct ShownAnswer;

/// Compares a table of a page's last answer with one that was pinned, and shows in both which rows only it
/// has, until one of the two goes. The work is done on other threads; where rows change it is done again, and
/// so it is with the next answer of the same query.
class RowComparing final : public QObject
{
    Q_OBJECT

public:
    struct Surroundings
    {
        const Theme &theme;
        const Icons &icons;
        ResultTabs &tabs;
        ProgressLine &progress;
        MessageBar &messages;
    };
    /// All of them outlive this.
    RowComparing(const Surroundings &surroundings, QObject *parent);
    ~RowComparing() override;

    /// Whether there is a table to compare, and one to compare it with.
    bool canStart() const;
    /// Pinned answers to compare with: the one that was taken the last time first, then the latest. Only the
    /// one in front where that is a pinned one.
    std::vector<const ShownAnswer *> choices() const;
    /// With that pinned answer, if it is still there. The table in front, where the other answer has as many,
    /// else the first ones.
    void start(const ShownAnswer *pinned);
    /// Whether there is a row that only one of the two has, as far as is known.
    bool hasDifferences() const { return m_differing[0] + m_differing[1] > 0; }
    /// Whether two tables are being compared, or were and show it.
    bool isOn() const;
    void end();
    /// The next answer is another query's, and is not compared.
    void forget();
    /// To the next row that only the table in front has, or to the one before.
    void step(bool isForward);

signals:
    /// isOn() or hasDifferences() is another.
    void changed();
    /// The tables show what came of it.
    void shown();

private:
    /// One of the two tables: first that of the last answer.
    struct Side
    {
        QPointer<TablePane> pane;
        QPointer<ResultTable> table;
        QPointer<ComparisonStrip> strip;
        SharedRowMask only;
    };

    void startWith(const ShownAnswer *pinned, int wanted);
    void watch(Side &side);
    bool isCounting() const { return m_cancel != nullptr || m_countTimer.isActive(); }
    bool stepIn(TablePane &pane, bool isForward);
    void showMeanings();
    void keep();
    void goOn();
    void stop();
    void count();
    void countLater();
    void take();
    void show(const RowComparison &comparison);
    void clearMarks();
    void letGo(Side &side);

    Surroundings m_in;
    std::array<Side, 2> m_sides;
    const ShownAnswer *m_pinned = nullptr;
    const ShownAnswer *m_lastChosen = nullptr; ///< may be gone
    const ShownAnswer *m_next = nullptr;       ///< to compare the next answer with
    std::array<bool, 2> m_nextOnly{};          ///< whether the tables are to show only what they alone have
    int m_nextTable = 0;
    bool m_forgets = false;
    std::array<std::size_t, 2> m_differing{}; ///< rows that only each of the two has, as far as is known
    CancelStatePtr m_cancel;
    QFutureWatcher<Result<RowComparison>> m_watcher;
    QTimer m_countTimer;
};

} // namespace sonde
