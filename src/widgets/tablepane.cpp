#include "widgets/tablepane.h"

#include "models/filtertext.h"
#include "models/resultsmodel.h"
#include "results/writers.h"
#include "widgets/columnfactsstrip.h"
#include "widgets/columnkeeper.h"
#include "widgets/columnmenu.h"
#include "widgets/columnspopup.h"
#include "widgets/dialogsize.h"
#include "widgets/filterbox.h"
#include "widgets/filterquery.h"
#include "widgets/filterrow.h"
#include "widgets/filterstrip.h"
#include "widgets/groupspane.h"
#include "widgets/keeptranslated.h"
#include "widgets/relativetimes.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"
#include "widgets/rowmemory.h"
#include "widgets/selectionfacts.h"
#include "widgets/tablefindbar.h"
#include "widgets/valuespopup.h"

#include <QApplication>
#include <QInputDialog>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrent>
#include <algorithm>

namespace sonde {

namespace {

/// So long rows must stand still before they are grouped anew.
constexpr int groupDelayMs = 200;
constexpr int applyDelayMs = 120;
constexpr std::size_t mostValues = 100;

} // namespace

TablePane::TablePane(const Theme &theme, const Icons &icons, ColumnLayoutStore &layouts, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent)
    , m_view(new ResultsView(theme, icons, this))
    , m_strip(new FilterStrip(icons, this))
    , m_row(new FilterRow(theme, icons, *m_view, this))
    , m_columns(new ColumnKeeper(*m_view, layouts, this))
    , m_columnFacts(new ColumnFactsStrip(icons, this))
    , m_icons(icons)
    , m_facts(new SelectionFacts(*m_view, this))
    , m_memory(new RowMemory(*m_view, this))
    , m_findBar(new TableFindBar(*m_view, icons, this))
    , m_groups(new GroupsPane(icons, this))
{
    auto *rows = new QWidget(this);
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_columnFacts);
    layout->addWidget(m_strip);
    layout->addWidget(m_row);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_findBar);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_groups);
    splitter->addWidget(rows);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(*this, 260), scaled(*this, 1000)});
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
    m_groups->hide();
    m_groupTimer.setSingleShot(true);
    m_groupTimer.setInterval(groupDelayMs);
    setTabOrder(m_groups, m_columnFacts);
    setTabOrder(m_columnFacts, m_strip);
    setTabOrder(m_strip, m_row);
    setTabOrder(m_row, m_view);
    setTabOrder(m_view, m_findBar);
    setFocusProxy(m_view);
    showFilters(false);
    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(applyDelayMs);
    connectParts();
    new RelativeTimes(*m_view, clock, this);
    keepTranslated(this, [this] {
        m_view->resultsModel().renewFormats();
        showFilter(); // the chips say it in words
        emit selectionFactsChanged();
    });
}

TablePane::~TablePane()
{
    if (m_valuesCancel)
        m_valuesCancel->cancel();
}

void TablePane::connectParts()
{
    const auto *model = &m_view->resultsModel();
    connect(&m_applyTimer, &QTimer::timeout, this, &TablePane::apply);
    connect(m_row, &FilterRow::filterChanged, this, &TablePane::applyLater);
    connect(m_row, &FilterRow::valuesRequested, this, &TablePane::openValues);
    connect(m_strip, &FilterStrip::anywhereChanged, this, &TablePane::applyLater);
    connect(m_strip, &FilterStrip::clearRequested, this, &TablePane::clearFilters);
    connect(m_strip, &FilterStrip::sendRequested, this, &TablePane::sendFilterRequested);
    connect(m_strip, &FilterStrip::leaveRequested, m_view,
            [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_strip, &FilterStrip::chipRemoved, this, [this](int index) {
        applyPending();
        std::vector<ColumnCondition> conditions = m_wanted.conditions;
        if (static_cast<std::size_t>(index) < conditions.size())
            conditions.erase(conditions.begin() + index);
        setConditions(std::move(conditions));
    });
    connect(model, &QAbstractItemModel::columnsInserted, this, &TablePane::showColumns);
    connect(model, &QAbstractItemModel::modelReset, this, &TablePane::showColumns);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TablePane::updateCounts);
    connect(model, &ResultsModel::arranged, this, &TablePane::updateCounts);
    connect(model, &ResultsModel::filterRefused, this, &TablePane::showRefusal);
    connect(m_view, &ResultsView::filterByCellRequested, this, &TablePane::filterByCurrentCell);
    connect(m_columns, &ColumnKeeper::changed, this, &TablePane::showColumnState);
    connect(m_columnFacts, &ColumnFactsStrip::columnWanted, m_columns,
            [this](int column) { m_columns->setHidden(column, false); });
    connect(m_columnFacts, &ColumnFactsStrip::emptyColumnsWanted, m_columns,
            [this] { m_columns->setHidesEmpty(false); });
    connect(m_view, &ResultsView::columnMenuRequested, this, &TablePane::openColumnMenu);
    connect(m_view, &ResultsView::moveColumnRequested, m_columns, &ColumnKeeper::move);
    connect(&m_groupTimer, &QTimer::timeout, this, &TablePane::countGroups);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_groupTimer.isActive())
            m_groupTimer.start();
    });
    connect(m_groups, &GroupsPane::columnsChanged, this, [this] {
        showGroups(false);
        countGroups();
    });
    connect(m_groups, &GroupsPane::groupChosen, this, [this](const std::vector<ColumnCondition> &group) {
        m_group = group;
        m_view->setFilter(filter());
        updateCounts();
        emit filterChanged();
    });
    connect(&m_view->header(), &ResultsHeader::dragBegan, this, [this] { showGroups(true); });
    connect(&m_view->header(), &ResultsHeader::dragEnded, this, [this] { showGroups(false); });
    connect(m_facts, &SelectionFacts::changed, this, &TablePane::selectionFactsChanged);
    connect(&m_valuesWatcher, &QFutureWatcherBase::finished, this, &TablePane::takeValues);
}

void TablePane::setTable(ResultTable *table)
{
    if (std::exchange(m_forgets, false)) {
        clearFilters();
        m_groups->setColumns({}, {});
        showGroups(false);
    }
    m_memory->remember();
    m_view->setTable(table);
    updateCounts();
}

void TablePane::showAs(TablePane &other)
{
    other.applyPending();
    setTable(other.m_view->table());
    // Before the rows are arranged: what is chosen goes with its row.
    if (const QModelIndex current = other.m_view->currentIndex(); current.isValid()) {
        const auto row = static_cast<int>(other.m_view->resultsModel().tableRow(current.row()));
        m_view->setCurrentIndex(m_view->model()->index(row, current.column()));
    }
    m_view->header().setSortKeys(other.m_view->header().sortKeys());
    m_groups->setAs(*other.m_groups);
    m_group = other.m_group;
    showGroups(false);
    m_strip->setAnywhere(other.m_wanted.anywhere);
    m_wanted.anywhere = other.m_wanted.anywhere;
    setConditions(other.m_wanted.conditions);
    showFilters(other.areFiltersShown());
}

void TablePane::showColumnState()
{
    m_row->setFrozen(m_columns->frozen());
    const ColumnKeeper::Facts &facts = m_columns->facts();
    QList<ColumnFactsStrip::Fact> shown;
    for (const auto &[column, value] : facts.same) {
        const QString title = m_view->model()->headerData(column, Qt::Horizontal).toString();
        shown.append({column, title, QString::fromStdString(value)});
    }
    m_columnFacts->setFacts(shown, facts.empty);
}

void TablePane::openColumnMenu(int column, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu, *m_view, *m_columns, column,
                   {[this] { openColumns(); }, [this, column] { groupBy(column); }});
    menu->popup(place);
}

void TablePane::openColumns()
{
    if (m_headers.isEmpty())
        return;
    QList<ColumnsPopup::Entry> entries;
    const ResultsHeader &header = m_view->header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        entries.append({column, m_view->model()->headerData(column, Qt::Horizontal).toString(),
                        columnTypeName(m_headers.at(column).type), m_columns->isShown(column)});
    }
    auto *popup = new ColumnsPopup(m_icons, entries, m_view->currentIndex().column(), this);
    connect(popup, &ColumnsPopup::shownChanged, m_columns,
            [this](int column, bool isShown) { m_columns->setHidden(column, !isShown); });
    connect(popup, &ColumnsPopup::columnChosen, this, [this](int column) {
        if (!m_columns->isShown(column))
            m_columns->setHidden(column, false);
        m_view->goTo(std::max(0, m_view->currentIndex().row()), column);
    });
    popup->openOver(*m_view);
}

void TablePane::hideCurrentColumn()
{
    if (m_view->currentIndex().isValid())
        m_columns->setHidden(m_view->currentIndex().column(), true);
}

void TablePane::askForRow()
{
    const int rows = m_view->model()->rowCount();
    if (rows == 0)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to row"));
    //: %L1: the number of the last row
    dialog->setLabelText(tr("Row (1 to %L1)").arg(rows));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, rows);
    dialog->setIntValue(std::max(0, m_view->currentIndex().row()) + 1);
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int row) {
        const std::vector<int> shown = m_columns->shownColumns();
        const int column = m_view->currentIndex().isValid() ? m_view->currentIndex().column()
                           : shown.empty()                  ? 0
                                                            : shown.front();
        m_view->goTo(row - 1, column);
    });
    dialog->open();
}

void TablePane::forgetArrangement()
{
    m_view->forgetSort();
    m_memory->forget();
    m_forgets = true;
}

QStringList TablePane::selectionFacts() const
{
    return m_facts->facts();
}

RowFilter TablePane::filter() const
{
    RowFilter all = m_wanted;
    all.conditions.insert(all.conditions.end(), m_group.begin(), m_group.end());
    all.only = m_only;
    return all;
}

bool TablePane::areFiltersShown() const
{
    return !m_row->isHidden();
}

/// The columns of a table come with its first rows, and some later.
void TablePane::showColumns()
{
    const QList<ColumnHeader> &headers = m_view->resultsModel().rows().headers();
    // Between two runs there is no table.
    if (headers.isEmpty() || headers == m_headers) {
        updateCounts();
        return;
    }
    const bool isLonger = headers.size() > m_headers.size() && headers.mid(0, m_headers.size()) == m_headers;
    if (!isLonger) {
        m_wanted = {};
        m_group.clear();
    }
    closeValues(); // of columns that may be others now
    m_headers = headers;
    m_groups->setColumns(isLonger ? m_groups->columns() : std::vector<int>(), m_view->columnNames());
    showGroups(false);
    if (isLonger && m_row->hasColumns()) {
        m_row->addColumns(headers);
    } else {
        m_row->setColumns({});
        m_strip->setAnywhere(m_wanted.anywhere);
        showFilters(areFiltersShown());
    }
    showFilter();
}

void TablePane::showFilters(bool isShown)
{
    // Boxes are made when they are first seen: a table can have hundreds of columns, and is seldom filtered.
    if (isShown && !m_row->hasColumns()) {
        m_row->setColumns(m_headers);
        m_row->setConditions(m_wanted.conditions);
    }
    m_strip->setVisible(isShown);
    m_row->setVisible(isShown);
}

void TablePane::toggleFilters()
{
    if (m_headers.isEmpty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    const bool hasFocus = m_strip->isAncestorOf(focused) || m_row->isAncestorOf(focused);
    if (areFiltersShown() && hasFocus) {
        m_view->setFocus(Qt::ShortcutFocusReason);
        showFilters(!m_wanted.isEmpty());
        return;
    }
    showFilters(true);
    m_row->focusBox(std::max(0, m_view->currentIndex().column()));
}

/// What was typed a moment ago counts before anything else does.
void TablePane::applyPending()
{
    if (m_applyTimer.isActive())
        apply();
}

void TablePane::apply()
{
    m_applyTimer.stop();
    if (m_row->hasColumns())
        m_wanted.conditions = m_row->conditions();
    m_wanted.anywhere = m_strip->anywhere();
    showFilter();
}

/// Puts the wanted filter to work, and on the screen.
void TablePane::showFilter()
{
    QStringList chips;
    for (const ColumnCondition &condition : m_wanted.conditions)
        chips << describeCondition(condition, m_headers.value(condition.column).name);
    m_strip->setChips(chips);
    m_strip->setProblem(m_row->problem());
    m_view->setFilter(filter());
    m_groupTimer.start();
    if (!m_wanted.isEmpty())
        showFilters(true); // no row is missing without a word
    updateCounts();
    emit filterChanged();
}

/// The rows are all there, and the boxes keep what was typed.
void TablePane::showRefusal(const Error &error)
{
    m_wanted = {};
    m_group.clear();
    showFilter();
    m_strip->setProblem(error.message + u' ' + error.advice);
}

void TablePane::setConditions(std::vector<ColumnCondition> conditions)
{
    m_wanted.conditions = std::move(conditions);
    m_row->setConditions(m_wanted.conditions);
    m_applyTimer.stop();
    showFilter();
}

void TablePane::clearFilters()
{
    m_strip->setAnywhere({});
    m_wanted.anywhere.clear();
    m_only.reset();
    m_row->clear();
    m_groups->letGo();
    setConditions({});
}

void TablePane::setOnly(const SharedRowMask &rows)
{
    if (rows == m_only)
        return;
    m_only = rows;
    showFilter();
    countGroups();
}

bool TablePane::canSendFilter() const
{
    return !m_wanted.conditions.empty() || !m_wanted.anywhere.isEmpty() || !m_group.empty();
}

void TablePane::addStrip(QWidget *strip)
{
    QWidget *rows = m_view->parentWidget();
    static_cast<QVBoxLayout *>(rows->layout())->insertWidget(0, strip);
    setTabOrder(m_groups, strip);
    setTabOrder(strip, m_columnFacts);
}

void TablePane::filterByCurrentCell(bool isKept)
{
    filterByCell(m_view->currentIndex(), isKept);
}

void TablePane::filterByCell(const QModelIndex &current, bool isKept)
{
    applyPending();
    if (!current.isValid())
        return;
    const ResultsModel &model = m_view->resultsModel();
    const CellRef cell = model.cell(current);
    ColumnCondition condition;
    condition.column = current.column();
    using Kind = ColumnCondition::Kind;
    if (cell.isNull()) {
        condition.kind = isKept ? Kind::Null : Kind::NotNull;
    } else {
        condition.kind = isKept ? Kind::Equals : Kind::NotEquals;
        condition.text = QString::fromStdString(cellText(cell));
    }
    // Cells hold what the service sent, be it of their type or not.
    if (const auto checked = checkCondition(condition, m_headers.at(condition.column).type); !checked) {
        showFilters(true);
        m_strip->setProblem(checked.error().message + u' ' + checked.error().advice);
        return;
    }
    std::vector<ColumnCondition> conditions = m_wanted.conditions;
    conditions.erase(
        std::remove_if(conditions.begin(), conditions.end(),
                       [&](const ColumnCondition &other) { return other.column == condition.column; }),
        conditions.end());
    conditions.push_back(condition);
    std::sort(conditions.begin(), conditions.end(),
              [](const ColumnCondition &a, const ColumnCondition &b) { return a.column < b.column; });
    setConditions(std::move(conditions));
}

void TablePane::setSendProblem(const QString &problem)
{
    m_strip->setSendProblem(problem);
}

QString TablePane::filterAsQuery()
{
    applyPending();
    return whereLines(filter(), m_headers, m_view->resultsModel().display());
}

void TablePane::updateCounts()
{
    const ResultsModel &model = m_view->resultsModel();
    m_strip->setCounts(model.rowCount(), static_cast<qint64>(model.rows().rowCount()));
}

void TablePane::groupByCurrentColumn()
{
    if (m_view->currentIndex().isValid())
        groupBy(m_view->currentIndex().column());
}

void TablePane::groupBy(int column)
{
    std::vector<int> columns = m_groups->columns();
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end())
        columns.push_back(column);
    else
        columns.erase(found);
    m_groups->setColumns(columns, m_view->columnNames());
    m_group.clear();
    showGroups(false);
    showFilter();
    countGroups();
    if (!columns.empty())
        m_groups->takeKeyboard();
}

/// In sight while there are groups, or a column is on its way to become one.
void TablePane::showGroups(bool isWanted)
{
    m_groups->setVisible(isWanted || !m_groups->columns().empty());
}

void TablePane::countGroups()
{
    m_groupTimer.stop();
    if (m_groups->columns().empty())
        return;
    const ResultsModel &model = m_view->resultsModel();
    RowFilter wanted = m_wanted;
    wanted.only = m_only;
    m_groups->setRows(model.rows(), wanted, model.display());
}

void TablePane::openValues(int column)
{
    const FilterBox *box = m_row->box(column);
    if (box == nullptr)
        return;
    closeValues();
    m_values = new ValuesPopup(column, m_headers.at(column).name, box->condition(), this);
    connect(m_values, &ValuesPopup::chosen, this,
            [this, column](const std::optional<ColumnCondition> &condition) {
                if (FilterBox *chosen = m_row->box(column)) {
                    chosen->setCondition(condition);
                    apply();
                }
            });
    m_values->openBelow(*box);
    m_valuesCancel = std::make_shared<CancelState>();
    connect(m_values, &QObject::destroyed, this, [cancel = m_valuesCancel] { cancel->cancel(); });
    m_valuesWatcher.setFuture(
        QtConcurrent::run([rows = m_view->resultsModel().rows(), column, cancel = m_valuesCancel] {
            // One more than is shown, to know whether these are all.
            return frequentValues(rows, column, mostValues + 1, *cancel);
        }));
}

void TablePane::closeValues()
{
    delete m_values;
    if (m_valuesCancel)
        m_valuesCancel->cancel();
}

void TablePane::takeValues()
{
    if (!m_values || m_valuesWatcher.future().resultCount() == 0)
        return;
    std::optional<std::vector<ValueCount>> values = m_valuesWatcher.result();
    if (!values)
        return;
    const bool isAll = values->size() <= mostValues;
    values->resize(std::min(values->size(), mostValues));
    m_values->setValues(*values, isAll);
}

} // namespace sonde
