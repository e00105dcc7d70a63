#pragma once

#include "results/cellfinder.h"
#include "widgets/findstrip.h"

#include <QFutureWatcher>
#include <QTimer>
#include <vector>

namespace sonde {

class ResultsView;

/// The bar below a table in which a text is looked for in the cells shown: goes from one to the next, and
/// says how many there are. Looks on a worker thread, also again when the rows are others.
class TableFindBar final : public FindStrip
{
    Q_OBJECT

public:
    /// Both outlive the bar.
    TableFindBar(ResultsView &view, const Icons &icons, QWidget *parent = nullptr);
    ~TableFindBar() override;

    void open();
    /// Opens the bar instead if nothing was looked for yet.
    void findNext() { step(true); }
    void findPrevious() { step(false); }

private:
    /// What is to happen once the hits are known.
    enum class Then { Nothing, GoOn, Next, Previous };

    void step(bool isForward);
    void lookLater(Then then);
    void look();
    void take();
    void forget();
    void go(Then then);
    void showAnswer();
    CellHit place() const;

    ResultsView &m_view;
    QTimer m_timer;
    Then m_then = Then::Nothing;
    bool m_isKnown = false;     ///< whether m_hits are those of the text and the rows
    std::vector<int> m_columns; ///< of the hits
    CellHits m_hits;
    CancelStatePtr m_cancel;
    QFutureWatcher<std::optional<CellHits>> m_watcher;
};

} // namespace sonde
