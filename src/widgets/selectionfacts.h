#pragma once

#include "core/cancelstate.h"
#include "results/cellstatistics.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace sonde {

class ResultsView;

/// Says what the selected cells of a table come to: how many, their sum, and so on. Counts on a worker thread
/// a moment after the selection stands still.
class SelectionFacts final : public QObject
{
    Q_OBJECT

public:
    /// \a view outlives the facts.
    explicit SelectionFacts(ResultsView &view, QObject *parent = nullptr);
    ~SelectionFacts() override;

    /// A few words each (see describeStatistics()); none where not more than one cell is selected, or where
    /// they are still being counted.
    QStringList facts() const;

signals:
    void changed();

private:
    void update();
    void count();
    void take();

    ResultsView &m_view;
    QTimer m_timer;
    std::optional<CellStatistics> m_statistics;
    CancelStatePtr m_cancel;
    QFutureWatcher<std::optional<CellStatistics>> m_watcher;
};

} // namespace sonde
