#include "widgets/resultsview.h"

#include "models/resultsmodel.h"
#include "widgets/blockedge.h"
#include "widgets/cellcopier.h"
#include "widgets/celldelegate.h"
#include "widgets/frozencolumns.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/linkopener.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsmenu.h"
#include "widgets/rowheader.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>

namespace sonde {

namespace {

/// Column widths follow the rows that are seen first; measuring all would take as long as reading them.
constexpr int measuredRows = 50;
constexpr int narrowestColumn = 48;
constexpr int widestColumn = 420;
constexpr int cellPadding = 20;
/// More selected records than this are not looked for again after an answer was replaced.
constexpr qint64 mostRememberedRows = 1000;

} // namespace

ResultsView::ResultsView(const Theme &theme, const Icons &icons, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_model(new ResultsModel(this))
    , m_delegate(new CellDelegate(theme,
                                  {ResultsModel::NullRole, ResultsModel::MarksRole,
                                   ResultsModel::BeginningRole, ResultsModel::SearchedRole},
                                  this))
    , m_header(new ResultsHeader(this))
    , m_copier(new CellCopier(this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    keepTranslated(this, [this] { setAccessibleName(tr("Result rows")); });
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(true);
    auto *corner = new QWidget(this);
    corner->setAutoFillBackground(true);
    setCornerWidget(corner);
    setVerticalHeader(new RowHeader(*m_model, m_theme, this));
    setUpHeaders();
    setFont(m_theme.cellFont());
    updateRowHeight();
    connect(&m_theme, &Theme::fontsChanged, this, &ResultsView::updateFont);

    connect(m_model, &QAbstractItemModel::columnsInserted, this, &ResultsView::sizeNewColumns);
    connect(m_model, &QAbstractItemModel::columnsInserted, this, &ResultsView::restoreSort);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ResultsView::sizeUnsizedColumns);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ResultsView::rememberRecords);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultsView::findRecords);
    connect(m_model, &ResultsModel::aboutToShowOthers, this, [this] { m_place.emplace(*this, *m_model); });
    connect(m_model, &ResultsModel::othersShown, this, [this] {
        std::exchange(m_place, std::nullopt)->restore(*this, *m_model);
        emit currentRecordChanged();
    });
    new LinkOpener(*this, [this](const QPoint &position) { return m_delegate->linkAt(*this, position); });
    connect(this, &QAbstractItemView::doubleClicked, this, &ResultsView::detailsRequested);
    connect(m_copier, &CellCopier::copied, this, &ResultsView::copied);
}

void ResultsView::setUpHeaders()
{
    setHorizontalHeader(m_header);
    // A click sorts; Qt would select the column as well.
    disconnect(m_header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, this, nullptr);
    m_header->setHighlightSections(false);
    m_header->setSectionResizeMode(QHeaderView::Interactive);
    m_header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_header->setMinimumSectionSize(narrowestColumn);
    m_header->setTextElideMode(Qt::ElideRight);
    connect(m_header, &ResultsHeader::sortKeysChanged, m_model, &ResultsModel::setSortKeys);
    connect(m_header, &ResultsHeader::selectColumnRequested, this, &ResultsView::selectColumns);
    connect(m_header, &ResultsHeader::menuRequested, this, &ResultsView::columnMenuRequested);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void ResultsView::updateRowHeight()
{
    const int height = fontMetrics().height() + CellDelegate::rowPadding;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void ResultsView::updateFont()
{
    const int before = fontMetrics().averageCharWidth();
    setFont(m_theme.cellFont());
    const int after = fontMetrics().averageCharWidth();
    const QScopedValueRollback guard(m_isSizing, true);
    // What was legible in a column stays so, also where its width was drawn by hand.
    for (int column = 0; column < m_sizedColumns; ++column)
        setColumnWidth(column, std::max(narrowestColumn, columnWidth(column) * after / std::max(before, 1)));
}

void ResultsView::setTable(ResultTable *table)
{
    rememberSort();
    m_model->setTable(table);
    restoreSort();
}

QString ResultsView::columnName(int column) const
{
    return m_model->headerData(column, Qt::Horizontal, ResultsModel::NameRole).toString();
}

QStringList ResultsView::columnNames() const
{
    QStringList names;
    for (int column = 0; column < m_model->columnCount(); ++column)
        names.append(columnName(column));
    return names;
}

void ResultsView::rememberSort()
{
    // Without columns there is nothing new to remember: between two runs the view has no table.
    if (m_model->columnCount() == 0)
        return;
    m_rememberedSort.reset();
    const bool isWanted = !std::exchange(m_forgetsSort, false);
    if (isWanted && !m_header->sortKeys().empty())
        m_rememberedSort = RememberedSort{columnNames(), m_header->sortKeys()};
    m_header->setSortKeys({});
}

/// Columns may come one by one, so this waits until the last of them is there.
void ResultsView::restoreSort()
{
    if (!m_rememberedSort || m_model->columnCount() == 0 || m_rememberedSort->columns != columnNames())
        return;
    m_header->setSortKeys(std::exchange(m_rememberedSort, std::nullopt)->keys);
}

void ResultsView::sortByCurrentColumn(bool isAdded)
{
    if (currentIndex().isValid())
        m_header->sortBy(currentIndex().column(), isAdded);
}

ResultTable *ResultsView::table() const
{
    return m_model->table();
}

void ResultsView::setFormatter(const CellFormatter &formatter)
{
    m_model->setFormatter(formatter);
}

void ResultsView::setFilter(const RowFilter &filter)
{
    m_model->setFilter(filter);
}

void ResultsView::setMarks(const RowMarks &marks)
{
    m_model->setMarks(marks);
}

void ResultsView::setFoundText(const QString &text)
{
    m_delegate->setFoundText(text);
    updateRows();
}

void ResultsView::setStale(bool isStale)
{
    m_delegate->setStale(isStale);
    viewport()->update();
}

void ResultsView::setColumnTitle(int column, const QString &title)
{
    m_model->setColumnTitle(columnName(column), title);
}

void ResultsView::updateRows()
{
    viewport()->update();
    if (m_frozen != nullptr)
        m_frozen->viewport()->update();
}

void ResultsView::setFrozenColumns(int count)
{
    if (m_frozen == nullptr && count == 0)
        return;
    if (m_frozen == nullptr)
        m_frozen = new FrozenColumns(*this);
    m_frozen->setCount(count);
}

int ResultsView::frozenWidth() const
{
    return m_frozen != nullptr && m_frozen->isVisibleTo(this) ? m_frozen->width() : 0;
}

void ResultsView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int left = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (frozenWidth() == 0)
        return;
    // A column that is always in sight moves nothing, and one beneath those is not in sight.
    if (m_frozen->isFrozen(index.column()))
        horizontalScrollBar()->setValue(left);
    else if (const int hidden = frozenWidth() - columnViewportPosition(index.column()); hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void ResultsView::goTo(int row, int column)
{
    if (row < 0 || row >= m_model->rowCount() || column < 0 || column >= m_model->columnCount())
        return;
    setCurrentIndex(m_model->index(row, column));
    setFocus(Qt::OtherFocusReason);
}

void ResultsView::sizeColumns()
{
    m_sizedColumns = 0;
    sizeNewColumns();
}

void ResultsView::sizeNewColumns()
{
    const QScopedValueRollback guard(m_isSizing, true);
    const int columns = m_model->columnCount();
    for (int column = m_sizedColumns; column < columns; ++column)
        setColumnWidth(column, sizeHintForColumn(column));
    m_sizedColumns = columns;
    m_sizedWithRows = m_model->rowCount() > 0;
    emit columnsSized();
}

void ResultsView::sizeUnsizedColumns()
{
    // The columns came before the first row did; afterwards widths belong to the user.
    if (m_sizedWithRows)
        return;
    sizeColumns();
}

int ResultsView::sizeHintForColumn(int column) const
{
    const QFontMetrics metrics = fontMetrics();
    const QString name = m_model->headerData(column, Qt::Horizontal).toString();
    // Beside the name there is room for the sort sign, and its place among several.
    int width = QFontMetrics(horizontalHeader()->font()).horizontalAdvance(name) + 24;
    const int first = std::max(0, rowAt(0));
    const int end = std::min(first + measuredRows, m_model->rowCount());
    for (int row = first; row < end; ++row) {
        const QString text = m_model->index(row, column).data().toString();
        width = std::max(width, metrics.horizontalAdvance(text.left(200)));
    }
    return std::clamp(width + cellPadding, narrowestColumn, widestColumn);
}

void ResultsView::rememberRecords()
{
    m_remembered.reset();
    const int column = m_model->recordIdColumn();
    if (column < 0 || m_place)
        return;
    const auto idOf = [this, column](int row) {
        return cellText(m_model->cell(m_model->index(row, column)));
    };
    Remembered remembered;
    if (selectedRowCount() <= mostRememberedRows) {
        for (const auto &[first, last] : selectedRowRanges()) {
            for (int row = first; row <= last; ++row)
                remembered.selected.insert(idOf(row));
        }
    }
    if (currentIndex().isValid()) {
        remembered.current = idOf(currentIndex().row());
        remembered.currentColumn = currentIndex().column();
    }
    remembered.scroll = verticalScrollBar()->value();
    m_remembered = std::move(remembered);
}

void ResultsView::findRecords()
{
    if (m_model->columnCount() != m_sizedColumns || !m_sizedWithRows)
        sizeColumns();
    const int column = m_model->recordIdColumn();
    if (!m_remembered || column < 0)
        return;
    const Remembered remembered = *std::move(m_remembered);
    m_remembered.reset();
    QItemSelection found;
    QModelIndex current;
    const int lastColumn = m_model->columnCount() - 1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const std::string id = cellText(m_model->cell(m_model->index(row, column)));
        if (remembered.selected.contains(id))
            found.select(m_model->index(row, 0), m_model->index(row, lastColumn));
        if (!current.isValid() && !remembered.current.empty() && id == remembered.current)
            current = m_model->index(row, std::min(remembered.currentColumn, lastColumn));
    }
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(found, QItemSelectionModel::ClearAndSelect);
    verticalScrollBar()->setValue(remembered.scroll);
}

std::vector<std::pair<int, int>> ResultsView::selectedRowRanges() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    std::vector<std::pair<int, int>> merged;
    for (const auto &range : ranges) {
        if (!merged.empty() && range.first <= merged.back().second + 1)
            merged.back().second = std::max(merged.back().second, range.second);
        else
            merged.push_back(range);
    }
    return merged;
}

RowOrder ResultsView::tableRowsOf(const std::vector<std::pair<int, int>> &ranges) const
{
    RowOrder rows;
    for (const auto &[first, last] : ranges) {
        for (int row = first; row <= last; ++row)
            rows.push_back(static_cast<std::uint32_t>(m_model->tableRow(row)));
    }
    return rows;
}

bool ResultsView::hasCellSelection() const
{
    return selectionModel()->hasSelection();
}

qint64 ResultsView::selectedRowCount() const
{
    qint64 count = 0;
    for (const auto &[first, last] : selectedRowRanges())
        count += last - first + 1;
    return count;
}

Selection ResultsView::allRows() const
{
    return {m_model->rows(), m_model->order(), {}};
}

Selection ResultsView::selectedRows() const
{
    return {m_model->rows(), tableRowsOf(selectedRowRanges()), {}};
}

Selection ResultsView::selectedCells() const
{
    Selection selection = selectedRows();
    std::vector<bool> isSelected(static_cast<std::size_t>(m_model->columnCount()));
    for (const QItemSelectionRange &range : selectionModel()->selection())
        std::fill(isSelected.begin() + range.left(), isSelected.begin() + range.right() + 1, true);
    // As they stand on the screen, where columns may have been moved.
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isSelected[static_cast<std::size_t>(column)] && !isColumnHidden(column))
            selection.columns.push_back(column);
    }
    return selection;
}

std::vector<ColumnCells> ResultsView::selectedByColumn() const
{
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
              [](const QItemSelectionRange &a, const QItemSelectionRange &b) { return a.top() < b.top(); });
    std::vector<ColumnCells> all;
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        ColumnCells cells{horizontalHeader()->logicalIndex(visual), {}};
        for (const QItemSelectionRange &range : std::as_const(selection)) {
            if (cells.column >= range.left() && cells.column <= range.right())
                cells.ranges.emplace_back(range.top(), range.bottom());
        }
        if (!cells.ranges.empty() && !isColumnHidden(cells.column))
            all.push_back(std::move(cells));
    }
    return all;
}

void ResultsView::copySelection(bool withHeaders)
{
    if (!hasCellSelection())
        return;
    m_copier->copy(selectedCells(), withHeaders ? CopyForm::CellsWithHeader : CopyForm::Cells);
}

void ResultsView::copyAs(CopyForm form, const AnswerNotes &notes)
{
    if (!hasCellSelection() || !currentIndex().isValid())
        return;
    Selection cells = selectedCells();
    // One cell says what is meant, not which rows.
    const bool isOneCell = cells.rows->size() == 1 && cells.columns.size() == 1;
    if (form == CopyForm::InList || (form == CopyForm::QueryWithResult && isOneCell)) {
        if (isOneCell)
            cells = allRows();
        cells.columns.clear();
        for (int visual = 0; visual < m_model->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            const bool isWanted =
                form == CopyForm::InList ? column == currentIndex().column() : !isColumnHidden(column);
            if (isWanted)
                cells.columns.push_back(column);
        }
    }
    m_copier->copy(std::move(cells), form, notes);
}

void ResultsView::copyCell()
{
    if (!currentIndex().isValid())
        return;
    QApplication::clipboard()->setText(QString::fromStdString(cellText(m_model->cell(currentIndex()))));
    emit copied(1);
}

void ResultsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit currentRecordChanged();
}

/// The keys that are about the column of the current cell.
bool ResultsView::takeColumnKey(const QKeyEvent &event)
{
    if (!currentIndex().isValid())
        return false;
    const int column = currentIndex().column();
    if (event.key() == Qt::Key_Down && event.modifiers() == Qt::AltModifier) {
        const QPoint below(m_header->sectionViewportPosition(column), m_header->height());
        emit columnMenuRequested(column, m_header->mapToGlobal(below));
        return true;
    }
    if (event.modifiers() != (Qt::AltModifier | Qt::ShiftModifier) ||
        (event.key() != Qt::Key_Left && event.key() != Qt::Key_Right))
        return false;
    const bool isRight = (event.key() == Qt::Key_Right) != isRightToLeft();
    emit moveColumnRequested(column, isRight ? 1 : -1);
    return true;
}

void ResultsView::keyPressEvent(QKeyEvent *event)
{
    if (takeColumnKey(*event))
        return;
    // QAbstractItemView's own copy would take the display text of one cell.
    if (event->matches(QKeySequence::Copy)) {
        copySelection(false);
    } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copySelection(true);
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        selectWhole(QItemSelectionModel::Columns);
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ShiftModifier) {
        selectWhole(QItemSelectionModel::Rows);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
               event->key() == Qt::Key_Space) {
        emit detailsRequested();
    } else {
        QTableView::keyPressEvent(event);
    }
}

QModelIndex ResultsView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier)) {
        switch (action) {
        case MoveUp:
            return blockEdge(*this, *m_model, currentIndex(), BlockStep::Up);
        case MoveDown:
            return blockEdge(*this, *m_model, currentIndex(), BlockStep::Down);
        case MoveLeft:
            return blockEdge(*this, *m_model, currentIndex(), BlockStep::Left);
        case MoveRight:
            return blockEdge(*this, *m_model, currentIndex(), BlockStep::Right);
        default:
            break;
        }
    }
    return QTableView::moveCursor(action, modifiers);
}

QItemSelectionModel::SelectionFlags ResultsView::selectionCommand(const QModelIndex &index,
                                                                  const QEvent *event) const
{
    // Qt moves the current cell alone with Ctrl and leaves the selection behind.
    if (event != nullptr && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Home:
        case Qt::Key_End:
            return key->modifiers().testFlag(Qt::ShiftModifier) ? QItemSelectionModel::SelectCurrent
                                                                : QItemSelectionModel::ClearAndSelect;
        default:
            break;
        }
    }
    return QTableView::selectionCommand(index, event);
}

void ResultsView::selectColumns(int column, bool isRange)
{
    if (m_model->rowCount() == 0)
        return;
    const int from = isRange && currentIndex().isValid() ? currentIndex().column() : column;
    const auto [first, last] = std::minmax({m_header->visualIndex(from), m_header->visualIndex(column)});
    QItemSelection cells;
    for (int visual = first; visual <= last; ++visual) {
        const int logical = m_header->logicalIndex(visual);
        cells.select(m_model->index(0, logical), m_model->index(m_model->rowCount() - 1, logical));
    }
    if (!isRange) {
        const int row = currentIndex().isValid() ? currentIndex().row() : 0;
        selectionModel()->setCurrentIndex(m_model->index(row, column), QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(cells, QItemSelectionModel::Select);
    setFocus(Qt::MouseFocusReason);
}

/// The rows, or the columns, of the selected cells.
void ResultsView::selectWhole(QItemSelectionModel::SelectionFlag which)
{
    selectionModel()->select(selectionModel()->selection(), QItemSelectionModel::Select | which);
}

void ResultsView::contextMenuEvent(QContextMenuEvent *event)
{
    makeResultsMenu(*this, m_icons)->popup(event->globalPos());
}

void ResultsView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_model->isFiltered() || m_model->rowCount() > 0 || m_model->isArranging())
        return;
    // An empty table says why it is empty; what brings the rows back stands above it.
    QPainter painter(viewport());
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.setFont(QApplication::font());
    painter.drawText(viewport()->rect().adjusted(8, 8, -8, -8),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("No row passes the filters."));
}

void ResultsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRowHeight();
}

} // namespace sonde
