#include "widgets/fieldtree.h"

#include "widgets/celltext.h"
#include "widgets/dialogsize.h"
#include "widgets/fielddelegate.h"
#include "widgets/fieldquery.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/linkopener.h"
#include "widgets/linkquestion.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace sonde {

namespace {

/// What one key unfolds; more is opened by hand, or by a search.
constexpr int mostUnfolded = 5000;

} // namespace

FieldTree::FieldTree(Shows shows, const Theme &theme, const Icons &icons, QWidget *parent)
    : QTreeView(parent)
    , m_shows(shows)
    , m_icons(icons)
    , m_model(new RowDetailsModel(this))
    , m_delegate(new FieldDelegate(theme, this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    // Values are as high as the width makes them, which therefore must not depend on how high they are.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setExpandsOnDoubleClick(false); // see mouseDoubleClickEvent
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(24);
    header()->resizeSection(RowDetailsModel::NameColumn, scaled(*this, 140));
    new LinkOpener(*this, [this](const QPoint &position) { return linkAt(position); });
    keepTranslated(this, [this] {
        setAccessibleName(tr("Fields of the row"));
        emit m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    });
    connect(header(), &QHeaderView::sectionResized, this, &FieldTree::updateValueWidth);
    connect(m_delegate, &FieldDelegate::moreRequested, this, &FieldTree::wholeRequested);
    connect(m_model, &RowDetailsModel::unfolded, this, [this] {
        const QList<FieldPath> awaited = std::exchange(m_awaited, {});
        for (const FieldPath &path : awaited)
            restore({{path}, std::nullopt, 0});
    });
}

void FieldTree::updateValueWidth()
{
    m_delegate->setValueWidth(header()->sectionSize(RowDetailsModel::ValueColumn));
    scheduleDelayedItemsLayout();
}

void FieldTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    // Names leave room for values, however narrow the view and large the text.
    const int mostForNames = viewport()->width() * 9 / 20;
    if (header()->sectionSize(RowDetailsModel::NameColumn) > mostForNames)
        header()->resizeSection(RowDetailsModel::NameColumn, mostForNames);
    updateValueWidth();
}

void FieldTree::showRecord(const ChunkedTable &snapshot, std::size_t row)
{
    const bool isSameTable = m_model->table().headers() == snapshot.headers();
    const Place before = isSameTable ? place() : Place();
    m_awaited.clear();
    m_model->setRecord(snapshot, row);
    restore(before);
}

void FieldTree::setHidesEmpty(bool hides)
{
    const Place before = place();
    m_awaited.clear();
    m_model->setHidesEmpty(hides);
    restore(before);
}

FieldTree::Place FieldTree::place() const
{
    Place found;
    found.unfolded = m_awaited;
    QModelIndexList open;
    for (int row = 0; row < m_model->rowCount(rootIndex()); ++row)
        open.append(m_model->index(row, 0, rootIndex()));
    for (qsizetype i = 0; i < open.size(); ++i) {
        const QModelIndex index = open.at(i);
        if (!isExpanded(index))
            continue;
        if (const auto path = m_model->path(index))
            found.unfolded.append(*path);
        for (int row = 0; row < m_model->rowCount(index); ++row)
            open.append(m_model->index(row, 0, index));
    }
    found.current = currentPath();
    if (found.current)
        found.top = visualRect(currentIndex()).top();
    return found;
}

void FieldTree::restore(const Place &place)
{
    for (const FieldPath &path : place.unfolded) {
        const QModelIndex index = m_model->find(path);
        if (index.isValid() && m_model->path(index) == path)
            setExpanded(index, true);
        else if (index.isValid())
            m_awaited.append(path);
    }
    if (!place.current)
        return;
    const QModelIndex index = m_model->find(*place.current);
    if (!index.isValid())
        return;
    makeCurrent(index);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(index).top() - place.top);
}

void FieldTree::makeCurrent(const QModelIndex &index)
{
    for (QModelIndex above = index.parent(); above.isValid() && above != rootIndex(); above = above.parent())
        setExpanded(above, true);
    setCurrentIndex(index);
    executeDelayedItemsLayout(); // or the place would be one of before
    scrollTo(index);
}

void FieldTree::goToColumn(int column)
{
    const QModelIndex index = m_model->find(column);
    if (index.isValid())
        makeCurrent(index);
}

void FieldTree::goTo(const RowHit &hit, const JsonTree::Ptr &tree)
{
    const QModelIndex index = m_model->find(hit.column, tree, hit.node);
    if (index.isValid())
        makeCurrent(index);
}

std::optional<FieldPath> FieldTree::currentPath() const
{
    return currentIndex().isValid() ? m_model->path(currentIndex()) : std::nullopt;
}

QString FieldTree::currentText() const
{
    return currentIndex().data(RowDetailsModel::FullTextRole).toString();
}

bool FieldTree::canFilter() const
{
    const auto kind = m_model->jsonKind(currentIndex());
    return currentPath() && kind != JsonTree::Kind::Object && kind != JsonTree::Kind::Array;
}

void FieldTree::copyValue()
{
    if (currentIndex().isValid())
        QApplication::clipboard()->setText(currentText());
}

void FieldTree::copyName()
{
    const auto path = currentPath();
    if (!path)
        return;
    const bool isColumn = path->steps.isEmpty();
    QApplication::clipboard()->setText(
        isColumn ? m_model->table().headers().at(path->column).name
                 : currentIndex().siblingAtColumn(RowDetailsModel::NameColumn).data().toString());
}

void FieldTree::copyPath()
{
    if (const auto path = currentPath())
        QApplication::clipboard()->setText(kqlPath(*path, m_model->table().headers(), m_kqlText));
}

QList<QUrl> FieldTree::currentLinks() const
{
    return currentIndex().isValid() ? linksIn(m_model->text(currentIndex(), searchedForLinks))
                                    : QList<QUrl>();
}

QUrl FieldTree::linkAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (index.column() != RowDetailsModel::ValueColumn)
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    const qsizetype at = m_delegate->textAt(m_delegate->optionsFor(option, index), index, position);
    if (at < 0)
        return {};
    const bool isFolded = m_model->hasChildren(index.siblingAtColumn(0));
    return linkAtPlace(m_model->text(index, searchedForLinks), isFolded ? LineBreaks::Sign : LineBreaks::Keep,
                       at);
}

void FieldTree::unfoldAll()
{
    setUpdatesEnabled(false);
    QModelIndexList open;
    for (int row = 0; row < m_model->rowCount(rootIndex()); ++row)
        open.append(m_model->index(row, 0, rootIndex()));
    for (qsizetype i = 0; i < open.size() && open.size() < mostUnfolded; ++i) {
        const QModelIndex index = open.at(i);
        if (m_model->canFetchMore(index))
            m_model->fetchMore(index);
        for (int row = 0; row < m_model->rowCount(index); ++row)
            open.append(m_model->index(row, 0, index));
        if (m_model->rowCount(index) > 0)
            setExpanded(index, true);
    }
    setUpdatesEnabled(true);
    if (currentIndex().isValid())
        makeCurrent(currentIndex());
}

void FieldTree::foldAll()
{
    m_awaited.clear();
    QModelIndex top = currentIndex();
    while (top.parent().isValid() && top.parent() != rootIndex())
        top = top.parent();
    collapseAll();
    if (top.isValid())
        makeCurrent(top);
}

void FieldTree::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (isPlain && m_shows == Shows::Record &&
             (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp))
        emit stepRequested(event->key() == Qt::Key_PageDown ? 1 : -1);
    else if (isPlain && m_shows == Shows::Record &&
             (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit wholeRequested();
    else if (isPlain && event->key() == Qt::Key_Asterisk)
        unfoldAll(); // Qt's own would go as deep as there is, and wait for it
    else
        QTreeView::keyPressEvent(event);
}

/// Unfolds what can be unfolded, and shows the rest whole.
void FieldTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    QTreeView::mouseDoubleClickEvent(event);
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (m_model->hasChildren(index))
        setExpanded(index, !isExpanded(index));
    else
        emit wholeRequested();
}

void FieldTree::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasField = currentPath().has_value();
    menu->addAction(m_icons.icon(QLatin1StringView("copy")), tr("Copy value"), QKeySequence::Copy, this,
                    &FieldTree::copyValue)
        ->setEnabled(hasField);
    menu->addAction(tr("Copy path"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, this, &FieldTree::copyPath)
        ->setEnabled(hasField);
    menu->addAction(tr("Copy name"), this, &FieldTree::copyName)->setEnabled(hasField);
    menu->addSeparator();
    if (m_shows == Shows::Record) {
        menu->addAction(m_icons.icon(QLatin1StringView("filter")), tr("Filter by this"),
                        Qt::CTRL | Qt::Key_F7, this, [this] { emit filterRequested(true); })
            ->setEnabled(canFilter());
        menu->addAction(tr("Exclude this"), Qt::CTRL | Qt::SHIFT | Qt::Key_F7, this,
                        [this] { emit filterRequested(false); })
            ->setEnabled(canFilter());
        menu->addSeparator();
    }
    LinkQuestion::addTo(*menu, currentLinks(), this);
    menu->addAction(tr("Show whole value"), Qt::SHIFT | Qt::Key_F4, this, &FieldTree::wholeRequested)
        ->setEnabled(hasField);
    menu->addAction(tr("Unfold all"), Qt::Key_Asterisk, this, &FieldTree::unfoldAll);
    menu->addAction(tr("Fold all"), this, &FieldTree::foldAll);
    menu->popup(event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()
                    ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                    : event->globalPos());
}

} // namespace sonde
