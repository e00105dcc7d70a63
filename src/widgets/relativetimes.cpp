#include "widgets/relativetimes.h"

#include "core/clock.h"
#include "core/ticks.h"
#include "models/resultsmodel.h"
#include "widgets/resultsview.h"

#include <QEvent>

namespace sonde {

namespace {

/// A minute is the smallest unit that is shown.
constexpr int everyMs = 30'000;

} // namespace

RelativeTimes::RelativeTimes(ResultsView &view, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_clock(clock)
{
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &RelativeTimes::update);
    const auto *model = &view.resultsModel();
    connect(model, &QAbstractItemModel::rowsInserted, this, &RelativeTimes::update);
    connect(model, &QAbstractItemModel::modelReset, this, &RelativeTimes::update);
    connect(model, &QAbstractItemModel::dataChanged, this, &RelativeTimes::update);
    view.installEventFilter(this);
}

void RelativeTimes::update()
{
    if (!m_view.isVisible() || !m_view.resultsModel().followsTime()) {
        m_timer.stop();
        return;
    }
    m_view.resultsModel().setNow(toTicks(m_clock.nowUtc()));
    m_view.updateRows();
    m_timer.start();
}

bool RelativeTimes::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        update();
    return QObject::eventFilter(watched, event);
}

} // namespace sonde
