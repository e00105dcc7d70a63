#include "widgets/frozencolumns.h"

#include "widgets/celldelegate.h"
#include "widgets/linkopener.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"

#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace sonde {

FrozenColumns::FrozenColumns(ResultsView &view)
    : QTableView(&view)
    , m_view(view)
{
    setModel(view.model());
    QItemSelectionModel *own = selectionModel();
    setSelectionModel(view.selectionModel());
    delete own;
    setItemDelegate(view.itemDelegate());
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setFocusProxy(&view);
    setContextMenuPolicy(Qt::NoContextMenu); // the table has one
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    followHeader();
    new LinkOpener(*this, [this](const QPoint &position) { return m_view.cells().linkAt(*this, position); });
    connect(this, &QAbstractItemView::doubleClicked, &view, &ResultsView::detailsRequested);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, view.verticalScrollBar(), &QScrollBar::setValue);
    connect(view.verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this] { verticalScrollBar()->setValue(m_view.verticalScrollBar()->value()); });
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    hide();
}

void FrozenColumns::followHeader()
{
    auto *header = new ResultsHeader(this);
    setHorizontalHeader(header);
    disconnect(header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(header, &QHeaderView::sectionEntered, this, nullptr);
    ResultsHeader &original = m_view.header();
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setDefaultAlignment(original.defaultAlignment());
    header->setMinimumSectionSize(original.minimumSectionSize());
    header->setTextElideMode(original.textElideMode());
    header->setContextMenuPolicy(original.contextMenuPolicy());
    header->setSortKeys(original.sortKeys());
    connect(&original, &ResultsHeader::sortKeysChanged, header, &ResultsHeader::setSortKeys);
    connect(header, &ResultsHeader::sortKeysChanged, &original, &ResultsHeader::setSortKeys);
    connect(header, &ResultsHeader::selectColumnRequested, &original, &ResultsHeader::selectColumnRequested);
    connect(header, &ResultsHeader::menuRequested, &original, &ResultsHeader::menuRequested);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (!m_isUpdating && size > 0)
            m_view.setColumnWidth(column, size);
    });
    for (const auto change : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(&original, change, this, &FrozenColumns::updateColumns);
    connect(&original, &QHeaderView::sectionCountChanged, this, &FrozenColumns::updateColumns);
    connect(&original, &QHeaderView::geometriesChanged, this, &FrozenColumns::updateGeometryOf);
    connect(m_view.verticalHeader(), &QHeaderView::geometriesChanged, this, &FrozenColumns::updateGeometryOf);
}

void FrozenColumns::setCount(int count)
{
    m_count = count;
    updateColumns();
}

bool FrozenColumns::isFrozen(int column) const
{
    return m_count > 0 && !isHidden() && column < horizontalHeader()->count() && !isColumnHidden(column);
}

void FrozenColumns::updateColumns()
{
    if (m_isUpdating)
        return;
    const QScopedValueRollback guard(m_isUpdating, true);
    const QHeaderView &original = m_view.header();
    QHeaderView &header = *horizontalHeader();
    if (m_count == 0 || original.count() != header.count()) {
        hide();
        return;
    }
    int left = m_count;
    for (int visual = 0; visual < original.count(); ++visual) {
        const int column = original.logicalIndex(visual);
        header.moveSection(header.visualIndex(column), visual);
        const bool isFrozenNow = left > 0 && !original.isSectionHidden(column);
        if (isFrozenNow) {
            --left;
            header.resizeSection(column, original.sectionSize(column));
        }
        if (header.isSectionHidden(column) == isFrozenNow)
            header.setSectionHidden(column, !isFrozenNow);
        if (isFrozenNow)
            header.resizeSection(column, original.sectionSize(column));
    }
    updateGeometryOf();
    show();
    raise();
}

void FrozenColumns::updateGeometryOf()
{
    if (m_count == 0)
        return;
    setFont(m_view.font());
    verticalHeader()->setMinimumSectionSize(m_view.verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(m_view.verticalHeader()->defaultSectionSize());
    horizontalHeader()->setFixedHeight(m_view.header().height());
    const QRect rows = m_view.viewport()->geometry();
    const int top = m_view.header().geometry().top();
    const int width = std::min(horizontalHeader()->length() + 1, rows.width()); // and the line
    setGeometry(rows.left(), top, width, rows.bottom() + 1 - top);
    verticalScrollBar()->setValue(m_view.verticalScrollBar()->value());
}

bool FrozenColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || (watched == &m_view && event->type() == QEvent::FontChange))
        updateGeometryOf();
    return QTableView::eventFilter(watched, event);
}

void FrozenColumns::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(viewport()->width() - 1, 0, 1, viewport()->height(), palette().color(QPalette::Mid));
}

} // namespace sonde
