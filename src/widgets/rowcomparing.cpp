#include "widgets/rowcomparing.h"

#include "core/giveway.h"
#include "models/resultsmodel.h"
#include "widgets/columnkeeper.h"
#include "widgets/messagebar.h"
#include "widgets/progressline.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/tablepane.h"

#include <QApplication>
#include <QtConcurrent>
#include <algorithm>

namespace sonde {

namespace {

/// So long rows must stand still before they are compared anew.
constexpr int countDelayMs = 300;

} // namespace

RowComparing::RowComparing(const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_in(surroundings)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(countDelayMs);
    connect(&m_countTimer, &QTimer::timeout, this, &RowComparing::count);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RowComparing::take);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, &m_in.progress,
            &ProgressLine::setPermille);
    connect(&m_in.progress, &ProgressLine::stopRequested, this, &RowComparing::end);
    connect(&m_in.tabs, &ResultTabs::pinsChanged, this, [this] {
        if (!m_sides[0].strip || m_pinned == nullptr)
            return;
        m_sides[0].strip->setOther(nameOf(*m_pinned)); // it may have been renamed
        if (m_sides[0].only)
            showMeanings();
    });
    connect(&m_in.tabs, &ResultTabs::aboutToChange, this, &RowComparing::keep);
    connect(&m_in.tabs, &ResultTabs::tableShown, this, &RowComparing::goOn);
    connect(&m_in.tabs, &ResultTabs::aboutToClose, this, [this](const ShownAnswer &answer) {
        if (&answer == m_pinned || &answer == m_next)
            end();
    });
}

RowComparing::~RowComparing()
{
    if (m_cancel)
        m_cancel->cancel();
}

bool RowComparing::canStart() const
{
    return !m_in.tabs.pinned().empty() && m_in.tabs.answer().canBePinned();
}

std::vector<const ShownAnswer *> RowComparing::choices() const
{
    if (!canStart())
        return {};
    if (m_in.tabs.front().isEarlier)
        return {&m_in.tabs.front()};
    std::vector<const ShownAnswer *> all = m_in.tabs.pinned();
    const auto last = std::find(all.begin(), all.end(), m_lastChosen);
    if (last != all.end())
        std::rotate(all.begin(), last, last + 1);
    return all;
}

bool RowComparing::isOn() const
{
    return m_sides[0].pane != nullptr;
}

/// Another answer is about to come. Whoever pins the last one has another comparison in mind.
void RowComparing::keep()
{
    const bool isOther = std::exchange(m_forgets, false);
    const bool goesOn = isOn() && !isOther && !m_in.tabs.answer().isPinned;
    if (!goesOn) {
        end();
        return;
    }
    m_next = m_pinned;
    m_nextTable = static_cast<int>(m_in.tabs.panesOf(m_in.tabs.answer()).indexOf(m_sides[0].pane));
    // While rows are counted nothing is hidden, whatever was wanted.
    for (std::size_t side = 0; side < m_sides.size() && !isCounting(); ++side)
        m_nextOnly[side] = m_sides[side].pane->showsOnly();
    stop();
}

/// The other answer has a table.
void RowComparing::goOn()
{
    if (m_next == nullptr || isOn() || m_in.tabs.panesOf(m_in.tabs.answer()).size() <= m_nextTable)
        return;
    const std::array<bool, 2> only = m_nextOnly;
    startWith(m_next, m_nextTable);
    m_nextOnly = only;
}

void RowComparing::forget()
{
    m_forgets = true;
}

void RowComparing::start(const ShownAnswer *pinned)
{
    startWith(pinned, m_in.tabs.frontTable());
}

void RowComparing::startWith(const ShownAnswer *pinned, int wanted)
{
    end();
    const std::vector<const ShownAnswer *> all = m_in.tabs.pinned();
    if (!canStart() || std::find(all.begin(), all.end(), pinned) == all.end())
        return;
    const QList<TablePane *> here = m_in.tabs.panesOf(m_in.tabs.answer());
    const QList<TablePane *> there = m_in.tabs.panesOf(*pinned);
    const int table = wanted < std::min(here.size(), there.size()) ? wanted : 0;
    m_pinned = m_lastChosen = pinned;
    m_sides[0].pane = here.at(table);
    m_sides[1].pane = there.at(table);
    for (Side &side : m_sides)
        watch(side);
    count();
    emit changed();
}

void RowComparing::watch(Side &side)
{
    side.table = side.pane->view().table();
    side.strip = new ComparisonStrip(m_in.theme, m_in.icons, side.pane);
    side.strip->hide();
    side.pane->addStrip(side.strip);
    for (const auto grown : {&ResultTable::rowsAppended, &ResultTable::columnsAdded, &ResultTable::replaced})
        connect(side.table, grown, side.strip, [this] { countLater(); });
    connect(side.strip, &ComparisonStrip::onlyToggled, this, [this, &side](bool isOnly) {
        m_nextOnly[&side == &m_sides[1] ? 1 : 0] = isOnly;
        side.pane->setOnly(isOnly ? side.only : nullptr);
    });
    connect(side.pane, &TablePane::filterChanged, side.strip, [this, &side] {
        side.strip->setOnly(side.pane->showsOnly());
        if (side.only && !side.pane->showsOnly())
            m_nextOnly[&side == &m_sides[1] ? 1 : 0] = false; // taken off with the other filters
    });
    connect(side.strip, &ComparisonStrip::stepRequested, this, &RowComparing::step);
    connect(side.strip, &ComparisonStrip::endRequested, this, &RowComparing::end);
}

void RowComparing::countLater()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    m_in.progress.finish();
    clearMarks();
    for (const Side &side : m_sides)
        side.strip->setCounting();
    m_countTimer.start();
    emit changed();
}

void RowComparing::count()
{
    m_cancel = std::make_shared<CancelState>();
    //: %1: what a tab with pinned results is called
    m_in.progress.start(tr("Comparing with “%1”").arg(nameOf(*m_pinned)));
    m_watcher.setFuture(QtConcurrent::run([here = m_sides[0].table->rows(), there = m_sides[1].table->rows(),
                                           cancel = m_cancel](QPromise<Result<RowComparison>> &promise) {
        giveWayToWindow();
        promise.setProgressRange(0, 1000);
        promise.addResult(compareRows(here, there, *cancel,
                                      [&promise](int permille) { promise.setProgressValue(permille); }));
    }));
}

void RowComparing::take()
{
    // Without a cancel state this is the end of work that nobody waits for any more.
    if (!m_cancel || m_watcher.future().resultCount() == 0)
        return;
    m_cancel.reset();
    m_in.progress.finish();
    const Result<RowComparison> comparison = m_watcher.result();
    if (comparison) {
        show(*comparison);
        return;
    }
    end();
    m_in.messages.showMessage(MessageBar::Level::Info, comparison.error().message, comparison.error().advice);
}

void RowComparing::show(const RowComparison &comparison)
{
    ComparisonStrip::Facts facts;
    facts.sign = RowMarks::Sign::Added;
    facts.other = nameOf(*m_pinned);
    facts.here = static_cast<qint64>(comparison.onlyFirstCount);
    facts.there = static_cast<qint64>(comparison.onlySecondCount);
    facts.both = static_cast<qint64>(comparison.bothCount);
    facts.columnsHere = comparison.firstColumns;
    facts.columnsThere = comparison.secondColumns;
    m_sides[0].only = std::make_shared<RowMask>(comparison.onlyFirst);
    m_sides[1].only = std::make_shared<RowMask>(comparison.onlySecond);
    m_sides[0].strip->setFacts(facts);
    facts.sign = RowMarks::Sign::Missing;
    facts.other.clear();
    std::swap(facts.here, facts.there);
    std::swap(facts.columnsHere, facts.columnsThere);
    m_sides[1].strip->setFacts(facts);
    showMeanings();
    for (const Side &side : m_sides)
        side.strip->show();
    for (std::size_t side = 0; side < m_sides.size(); ++side) {
        if (m_nextOnly[side])
            m_sides[side].pane->setOnly(m_sides[side].only);
    }
    m_differing = {comparison.onlyFirstCount, comparison.onlySecondCount};
    // Where no rows have come there is no table to say so above.
    if (m_sides[0].table->rows().rowCount() == 0)
        m_in.tabs.bringToFront(*m_sides[1].pane);
    emit changed();
    emit shown();
}

void RowComparing::showMeanings()
{
    //: %1: what a tab with pinned results is called
    const QString added = tr("Only here, not in “%1”").arg(nameOf(*m_pinned));
    m_sides[0].pane->view().setMarks({m_sides[0].only, RowMarks::Sign::Added, added});
    m_sides[1].pane->view().setMarks(
        {m_sides[1].only, RowMarks::Sign::Missing, tr("Only here, not in the last results")});
}

void RowComparing::clearMarks()
{
    m_differing = {};
    for (Side &side : m_sides) {
        side.only.reset();
        if (!side.pane)
            continue;
        side.pane->setOnly(nullptr);
        side.pane->view().setMarks({});
    }
}

void RowComparing::end()
{
    m_next = nullptr;
    m_nextOnly = {};
    stop();
}

void RowComparing::stop()
{
    if (!isOn())
        return;
    m_countTimer.stop();
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    m_in.progress.finish();
    clearMarks();
    for (Side &side : m_sides)
        letGo(side);
    m_pinned = nullptr;
    emit changed();
}

void RowComparing::letGo(Side &side)
{
    if (side.strip) {
        if (side.pane && side.strip->isAncestorOf(QApplication::focusWidget()))
            side.pane->setFocus(Qt::OtherFocusReason);
        // Its button may be what ends the comparison.
        for (const QObject *speaker :
             {static_cast<QObject *>(side.pane), static_cast<QObject *>(side.table)}) {
            if (speaker != nullptr)
                disconnect(speaker, nullptr, side.strip, nullptr);
        }
        disconnect(side.strip, nullptr, this, nullptr);
        side.strip->hide();
        side.strip->deleteLater();
    }
    side = Side();
}

void RowComparing::step(bool isForward)
{
    if (!isOn())
        return;
    TablePane *pane = m_in.tabs.currentPane();
    if (pane != m_sides[0].pane && pane != m_sides[1].pane) {
        pane = m_sides[0].pane;
        m_in.tabs.bringToFront(*pane);
    }
    if (stepIn(*pane, isForward))
        return;
    // All of them may be in the other table.
    const std::size_t side = pane == m_sides[0].pane ? 0 : 1;
    if (m_differing[side] == 0 && hasDifferences()) {
        m_in.tabs.bringToFront(*m_sides[1 - side].pane);
        stepIn(*m_sides[1 - side].pane, isForward);
    }
}

bool RowComparing::stepIn(TablePane &pane, bool isForward)
{
    ResultsView &view = pane.view();
    const int row = view.resultsModel().nextMarked(view.currentIndex().row(), isForward);
    if (row < 0)
        return false;
    const std::vector<int> shown = pane.columns().shownColumns();
    view.goTo(row, view.currentIndex().isValid() ? view.currentIndex().column()
                   : shown.empty()               ? 0
                                                 : shown.front());
    return true;
}

} // namespace sonde
