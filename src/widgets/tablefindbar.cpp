#include "widgets/tablefindbar.h"

#include "models/resultsmodel.h"
#include "widgets/keeptranslated.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"

#include <QLineEdit>
#include <QtConcurrent>
#include <algorithm>

namespace sonde {

namespace {

/// Typing goes on before it looks.
constexpr int typingDelayMs = 150;
constexpr qsizetype longestSuggestion = 200;

} // namespace

TableFindBar::TableFindBar(ResultsView &view, const Icons &icons, QWidget *parent)
    : FindStrip(icons, parent)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(typingDelayMs);
    keepTranslated(this, [this] {
        field().setPlaceholderText(tr("Find in the results"));
        field().setAccessibleName(tr("Find in the results"));
        field().setToolTip(tr("Text is looked for in what the cells show. Columns that are shown in another "
                              "form are looked at as they came as well; relative times only as the date and "
                              "time that they are."));
        showAnswer();
    });
    const auto *model = &view.resultsModel();
    connect(&m_timer, &QTimer::timeout, this, &TableFindBar::look);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TableFindBar::take);
    connect(this, &FindStrip::textChanged, this, [this] {
        forget();
        m_view.setFoundText(text());
        lookLater(Then::GoOn);
    });
    connect(this, &FindStrip::nextRequested, this, &TableFindBar::findNext);
    connect(this, &FindStrip::previousRequested, this, &TableFindBar::findPrevious);
    connect(this, &FindStrip::closed, this, [this] {
        forget();
        m_view.setFoundText({});
        m_view.setFocus(Qt::OtherFocusReason);
    });
    // Other rows, another order, other columns: the places are others, and where one is stays.
    const auto lookAgain = [this] {
        if (!isVisible())
            return;
        m_isKnown = false;
        lookLater(Then::Nothing);
    };
    connect(model, &QAbstractItemModel::modelReset, this, lookAgain);
    connect(model, &QAbstractItemModel::rowsInserted, this, lookAgain);
    connect(model, &QAbstractItemModel::layoutChanged, this, lookAgain);
    connect(model, &QAbstractItemModel::dataChanged, this, lookAgain);
    connect(&view.header(), &QHeaderView::sectionMoved, this, lookAgain);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, &TableFindBar::showAnswer);
}

TableFindBar::~TableFindBar()
{
    if (m_cancel)
        m_cancel->cancel();
}

void TableFindBar::open()
{
    // One short cell that is selected is likely what is looked for.
    const QModelIndex current = m_view.currentIndex();
    QString suggestion;
    const ResultsModel &model = m_view.resultsModel();
    if (text().isEmpty() && current.isValid() && !model.cell(current).isNull())
        suggestion = model.formatter().line(model.cell(current));
    openWith(suggestion.size() > longestSuggestion ? QString() : suggestion);
    m_view.setFoundText(text());
    if (!m_isKnown)
        lookLater(Then::Nothing);
}

void TableFindBar::step(bool isForward)
{
    if (text().isEmpty() || !isVisible()) {
        open();
        return;
    }
    const Then then = isForward ? Then::Next : Then::Previous;
    if (m_isKnown) {
        go(then);
        return;
    }
    m_then = then;
    if (!m_cancel) {
        m_timer.stop();
        look();
    }
}

void TableFindBar::forget()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    m_isKnown = false;
    m_hits = {};
    setAnswer({});
}

void TableFindBar::lookLater(Then then)
{
    if (m_then == Then::Nothing)
        m_then = then;
    m_timer.start();
}

void TableFindBar::look()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
    if (text().isEmpty() || !isVisible()) {
        m_then = Then::Nothing;
        return;
    }
    Selection rows = m_view.allRows();
    const ResultsHeader &header = m_view.header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!m_view.isColumnHidden(column))
            rows.columns.push_back(column);
    }
    m_columns = rows.columns;
    m_cancel = std::make_shared<CancelState>();
    m_watcher.setFuture(
        QtConcurrent::run([rows = std::move(rows), wanted = text(), display = m_view.resultsModel().display(),
                           cancel = m_cancel]() -> std::optional<CellHits> {
            // Without a column the selection would mean all of them.
            if (rows.columns.empty())
                return CellHits();
            return findCells(rows, wanted, display, *cancel);
        }));
}

void TableFindBar::take()
{
    if (!m_cancel || m_cancel->isCancelled() || m_watcher.future().resultCount() == 0)
        return;
    auto hits = m_watcher.result();
    m_cancel.reset();
    if (!hits)
        return;
    m_hits = *std::move(hits);
    m_isKnown = true;
    go(std::exchange(m_then, Then::Nothing));
    showAnswer();
}

/// Where the current cell is among the columns that were looked through.
CellHit TableFindBar::place() const
{
    const QModelIndex current = m_view.currentIndex();
    if (!current.isValid())
        return {};
    const auto column = std::find(m_columns.begin(), m_columns.end(), current.column());
    return {static_cast<std::uint32_t>(current.row()),
            static_cast<std::uint32_t>(column == m_columns.end() ? 0 : column - m_columns.begin())};
}

void TableFindBar::go(Then then)
{
    const std::vector<CellHit> &hits = m_hits.hits;
    if (then == Then::Nothing || hits.empty()) {
        showAnswer();
        return;
    }
    const CellHit here = place();
    auto hit = then == Then::Next ? std::upper_bound(hits.begin(), hits.end(), here)
                                  : std::lower_bound(hits.begin(), hits.end(), here);
    if (then == Then::Previous)
        hit = hit == hits.begin() ? std::prev(hits.end()) : std::prev(hit);
    else if (hit == hits.end())
        hit = hits.begin();
    const QModelIndex cell =
        m_view.resultsModel().index(static_cast<int>(hit->place), m_columns[hit->column]);
    m_view.setCurrentIndex(cell);
    m_view.scrollTo(cell);
}

void TableFindBar::showAnswer()
{
    if (!m_isKnown || text().isEmpty())
        return;
    const std::vector<CellHit> &hits = m_hits.hits;
    if (hits.empty()) {
        setAnswer(tr("Not found"));
        return;
    }
    const auto count = static_cast<qlonglong>(hits.size());
    const auto hit = std::lower_bound(hits.begin(), hits.end(), place());
    const bool isOnOne = m_view.currentIndex().isValid() && hit != hits.end() && *hit == place();
    const auto number = static_cast<qlonglong>(hit - hits.begin()) + 1;
    if (isOnOne && m_hits.isCut) {
        //: %L1: which of them; %L2: how many cells at least have the text
        setAnswer(tr("%L1 of more than %L2").arg(number).arg(count));
    } else if (isOnOne) {
        //: %L1: which of them; %L2: how many cells have the text
        setAnswer(tr("%L1 of %L2").arg(number).arg(count));
    } else if (m_hits.isCut) {
        //: %L1: how many cells at least have the text
        setAnswer(tr("More than %L1 cells").arg(count));
    } else {
        setAnswer(tr("%Ln cells", nullptr, static_cast<int>(count)));
    }
}

} // namespace sonde
