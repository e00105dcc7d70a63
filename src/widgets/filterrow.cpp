#include "widgets/filterrow.h"

#include "models/resultsmodel.h"
#include "widgets/filterbox.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>

namespace sonde {

namespace {

constexpr int verticalMargin = 2;

} // namespace

FilterRow::FilterRow(const Theme &theme, const Icons &icons, QTableView &table, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_table(table)
    , m_clip(new QWidget(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_placeTimer.setSingleShot(true);
    connect(&m_placeTimer, &QTimer::timeout, this, &FilterRow::place);
    QHeaderView *header = m_table.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &FilterRow::placeLater);
    connect(header, &QHeaderView::sectionMoved, this, &FilterRow::placeLater);
    connect(header, &QHeaderView::sectionMoved, this, &FilterRow::updateTabOrder);
    connect(header, &QHeaderView::geometriesChanged, this, &FilterRow::placeLater);
    connect(m_table.verticalHeader(), &QHeaderView::geometriesChanged, this, &FilterRow::placeLater);
    connect(m_table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterRow::place);
    connect(m_table.model(), &QAbstractItemModel::headerDataChanged, this, &FilterRow::showNotes);
    m_table.verticalHeader()->installEventFilter(this); // as wide as its numbers, which grow
}

void FilterRow::setColumns(const QList<ColumnHeader> &headers)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    addColumns(headers);
}

void FilterRow::addColumns(const QList<ColumnHeader> &headers)
{
    for (auto column = static_cast<int>(m_boxes.size()); column < headers.size(); ++column) {
        auto *box = new FilterBox(m_theme, m_icons, m_clip);
        box->setColumn(column, headers.at(column));
        box->installEventFilter(this);
        connect(box, &FilterBox::conditionChanged, this, &FilterRow::filterChanged);
        connect(box, &FilterBox::valuesRequested, this, [this, column] { emit valuesRequested(column); });
        connect(box, &FilterBox::leaveRequested, &m_table,
                [this] { m_table.setFocus(Qt::OtherFocusReason); });
        box->show();
        m_boxes.append(box);
    }
    showNotes();
    updateTabOrder();
    place();
    updateGeometry();
}

/// What a column is shown as changes what its filter looks at.
void FilterRow::showNotes()
{
    const QAbstractItemModel *model = m_table.model();
    for (FilterBox *box : m_boxes)
        box->setNote(
            model->headerData(box->column(), Qt::Horizontal, ResultsModel::SearchNoteRole).toString());
}

void FilterRow::setConditions(const std::vector<ColumnCondition> &conditions)
{
    for (FilterBox *box : m_boxes) {
        const auto last =
            std::find_if(conditions.crbegin(), conditions.crend(), [box](const ColumnCondition &condition) {
                return condition.column == box->column();
            });
        const auto wanted = last == conditions.crend() ? std::optional<ColumnCondition>() : *last;
        // What cannot be read stays to be mended.
        if (wanted != box->condition())
            box->setCondition(wanted);
    }
}

void FilterRow::clear()
{
    for (FilterBox *box : m_boxes)
        box->setCondition({});
}

std::vector<ColumnCondition> FilterRow::conditions() const
{
    std::vector<ColumnCondition> all;
    for (const FilterBox *box : m_boxes) {
        if (box->condition())
            all.push_back(*box->condition());
    }
    return all;
}

QString FilterRow::problem() const
{
    for (const FilterBox *box : m_boxes) {
        if (!box->problem().isEmpty())
            return box->problem();
    }
    return {};
}

void FilterRow::setFrozen(int count)
{
    m_frozen = count;
    placeLater();
}

void FilterRow::focusBox(int column)
{
    if (FilterBox *box = m_boxes.value(column)) {
        box->setFocus(Qt::ShortcutFocusReason);
        box->selectAll();
    }
}

QSize FilterRow::sizeHint() const
{
    const int height = m_boxes.isEmpty() ? 0 : m_boxes.first()->sizeHint().height();
    return {0, height + 2 * verticalMargin};
}

void FilterRow::placeLater()
{
    if (!m_placeTimer.isActive())
        m_placeTimer.start(0);
}

void FilterRow::place()
{
    const QHeaderView *header = m_table.horizontalHeader();
    const int left = m_table.verticalHeader()->isVisible() ? m_table.verticalHeader()->width() : 0;
    const int right = m_table.verticalScrollBar()->isVisible() ? m_table.verticalScrollBar()->width() : 0;
    m_clip->setGeometry(left, verticalMargin, std::max(0, width() - left - right),
                        height() - 2 * verticalMargin);
    for (FilterBox *box : m_boxes) {
        const int column = box->column();
        if (column >= header->count())
            continue;
        box->setVisible(!header->isSectionHidden(column));
        box->setGeometry(header->sectionViewportPosition(column), 0, header->sectionSize(column),
                         m_clip->height());
    }
    placeFrozen();
}

/// Those that stay lie over the ones that scroll.
void FilterRow::placeFrozen()
{
    const QHeaderView *header = m_table.horizontalHeader();
    m_frozenColumns.clear();
    m_frozenWidth = 0;
    for (int visual = 0; visual < header->count() && m_frozenColumns.size() < m_frozen; ++visual) {
        FilterBox *box = m_boxes.value(header->logicalIndex(visual));
        if (box == nullptr || header->isSectionHidden(box->column()))
            continue;
        box->move(m_frozenWidth, 0);
        box->raise();
        m_frozenColumns.append(box->column());
        m_frozenWidth += box->width();
    }
}

/// As they stand, not as they were made.
void FilterRow::updateTabOrder()
{
    const QHeaderView *header = m_table.horizontalHeader();
    QWidget *previous = this;
    for (int visual = 0; visual < header->count(); ++visual) {
        FilterBox *box = m_boxes.value(header->logicalIndex(visual));
        if (box == nullptr)
            continue;
        setTabOrder(previous, box);
        previous = box;
    }
    setTabOrder(previous, &m_table);
}

void FilterRow::scrollTo(int column)
{
    const QHeaderView *header = m_table.horizontalHeader();
    QScrollBar *bar = m_table.horizontalScrollBar();
    const int left = header->sectionViewportPosition(column);
    const int right = left + header->sectionSize(column);
    if (m_frozenColumns.contains(column))
        return;
    if (left < m_frozenWidth)
        bar->setValue(bar->value() + left - m_frozenWidth);
    else if (right > m_clip->width())
        bar->setValue(bar->value() + std::min(left, right - m_clip->width()));
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table.verticalHeader()) {
        if (event->type() == QEvent::Resize)
            place();
    } else if (event->type() == QEvent::FocusIn) {
        scrollTo(static_cast<FilterBox *>(watched)->column());
    }
    return QWidget::eventFilter(watched, event);
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace sonde
