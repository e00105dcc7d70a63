#include "widgets/selectionfacts.h"

#include "models/resultsmodel.h"
#include "models/statisticstext.h"
#include "widgets/resultsview.h"

#include <QtConcurrent>

namespace sonde {

namespace {

/// So long the selection must stand still: dragging over rows counts once.
constexpr int delayMs = 120;

} // namespace

SelectionFacts::SelectionFacts(ResultsView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    const auto *model = &view.resultsModel();
    connect(&m_timer, &QTimer::timeout, this, &SelectionFacts::count);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &SelectionFacts::update);
    connect(model, &QAbstractItemModel::modelReset, this, &SelectionFacts::update);
    connect(model, &QAbstractItemModel::layoutChanged, this, &SelectionFacts::update);
    connect(model, &QAbstractItemModel::dataChanged, this, &SelectionFacts::changed); // other words for times
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SelectionFacts::take);
}

SelectionFacts::~SelectionFacts()
{
    if (m_cancel)
        m_cancel->cancel();
}

QStringList SelectionFacts::facts() const
{
    return m_statistics ? describeStatistics(*m_statistics, m_view.resultsModel().formatter())
                        : QStringList();
}

void SelectionFacts::update()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    if (m_statistics) {
        m_statistics.reset();
        emit changed();
    }
    m_timer.start();
}

void SelectionFacts::count()
{
    const QItemSelection selection = m_view.selectionModel()->selection();
    // A single cell is read, not counted.
    if (selection.isEmpty() ||
        (selection.size() == 1 && selection.first().height() == 1 && selection.first().width() == 1))
        return;
    m_cancel = std::make_shared<CancelState>();
    m_watcher.setFuture(
        QtConcurrent::run([rows = m_view.allRows(), cells = m_view.selectedByColumn(), cancel = m_cancel] {
            return statisticsOf(rows, cells, *cancel);
        }));
}

void SelectionFacts::take()
{
    if (!m_cancel || m_cancel->isCancelled() || m_watcher.future().resultCount() == 0)
        return;
    m_cancel.reset();
    m_statistics = m_watcher.result();
    emit changed();
}

} // namespace sonde
