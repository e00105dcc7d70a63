#include "widgets/columnkeeper.h"

#include "models/resultsmodel.h"
#include "stores/columnlayoutstore.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"

#include <QScopedValueRollback>
#include <QtConcurrent>
#include <algorithm>

namespace sonde {

namespace {

/// While rows arrive, columns are looked at once in a while.
constexpr int countDelayMs = 300;

} // namespace

ColumnKeeper::ColumnKeeper(ResultsView &view, ColumnLayoutStore &store, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_store(store)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(countDelayMs);
    const auto *model = &view.resultsModel();
    connect(model, &QAbstractItemModel::columnsInserted, this, &ColumnKeeper::applyLayout);
    connect(model, &QAbstractItemModel::modelReset, this, &ColumnKeeper::applyLayout);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnKeeper::countLater);
    connect(&view, &ResultsView::columnsSized, this, &ColumnKeeper::applyWidths);
    connect(&m_countTimer, &QTimer::timeout, this, &ColumnKeeper::count);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ColumnKeeper::takeContents);
    connect(&view.header(), &QHeaderView::sectionMoved, this, &ColumnKeeper::save);
    connect(&view.header(), &QHeaderView::sectionResized, this, [this](int column, int before, int after) {
        // Hiding is a resize too, and so is showing again.
        if (m_isApplying || m_view.isSizingColumns() || before == 0 || after == 0)
            return;
        m_sized.insert(column);
        save();
    });
}

ColumnKeeper::~ColumnKeeper()
{
    if (m_cancel)
        m_cancel->cancel();
}

QString ColumnKeeper::nameOf(int column) const
{
    return m_view.columnName(column);
}

/// Puts the columns as they were for a table with the same ones, else as they come.
void ColumnKeeper::applyLayout()
{
    const QStringList names = m_view.columnNames();
    // Between two runs there are none.
    if (names.isEmpty())
        return;
    if (names != m_names)
        m_wanted.clear();
    m_names = names;
    m_contents.clear();
    const ColumnLayout wanted = m_store.find(names).value_or(ColumnLayout());
    {
        const QScopedValueRollback guard(m_isApplying, true);
        QHeaderView &header = m_view.header();
        m_hidden.clear();
        m_sized.clear();
        std::vector<bool> isPlaced(static_cast<std::size_t>(names.size()));
        int place = 0;
        const auto placeColumn = [&](int column) {
            isPlaced[static_cast<std::size_t>(column)] = true;
            header.moveSection(header.visualIndex(column), place++);
        };
        for (const ColumnLook &look : wanted.columns) {
            // Names may be there twice: the first that is not taken yet.
            int column = 0;
            while (column < names.size() &&
                   (names.at(column) != look.name || isPlaced[static_cast<std::size_t>(column)]))
                ++column;
            if (column == names.size())
                continue;
            placeColumn(column);
            if (look.isHidden)
                m_hidden.insert(column);
            if (look.width > 0) {
                m_sized.insert(column);
                m_view.setColumnWidth(column, look.width);
            }
            m_view.setColumnTitle(column, look.title);
            // A name that only another version of the program knows stands for none.
            applyFormat(column, ColumnFormat::fromName(look.format).value_or(ColumnFormat()));
            m_view.resultsModel().setAlphabetical(look.name, look.isAlphabetical);
        }
        for (int column = 0; column < names.size(); ++column) {
            if (isPlaced[static_cast<std::size_t>(column)])
                continue;
            placeColumn(column);
            m_view.setColumnTitle(column, {});
            applyFormat(column, {});
            m_view.resultsModel().setAlphabetical(nameOf(column), false);
        }
        m_hidesEmpty = wanted.hidesEmpty;
        m_hidesSame = wanted.hidesSame;
        m_frozen = wanted.frozen;
    }
    applyHidden();
    countLater();
}

void ColumnKeeper::applyWidths()
{
    const QScopedValueRollback guard(m_isApplying, true);
    const auto wanted = m_store.find(m_names);
    if (!wanted)
        return;
    for (const ColumnLook &look : wanted->columns) {
        const auto column = static_cast<int>(m_names.indexOf(look.name));
        if (column >= 0 && look.width > 0 && m_names.count(look.name) == 1)
            m_view.setColumnWidth(column, look.width);
    }
}

void ColumnKeeper::applyHidden()
{
    Facts facts;
    {
        const QScopedValueRollback guard(m_isApplying, true);
        for (int column = 0; column < m_names.size(); ++column) {
            bool isHidden = m_hidden.count(column) > 0;
            if (!isHidden && static_cast<std::size_t>(column) < m_contents.size() &&
                m_wanted.count(column) == 0) {
                const ColumnContents &contents = m_contents[static_cast<std::size_t>(column)];
                if (m_hidesEmpty && contents.kind == ColumnContents::Kind::Empty) {
                    isHidden = true;
                    ++facts.empty;
                } else if (m_hidesSame && contents.kind == ColumnContents::Kind::Same) {
                    isHidden = true;
                    facts.same.emplace_back(column, contents.value);
                }
            }
            if (isHidden != m_view.isColumnHidden(column))
                m_view.setColumnHidden(column, isHidden);
        }
        // Every row is the same as every other: that is worth seeing, too.
        if (m_names.size() > 0 && shownColumns().empty()) {
            for (const auto &[column, value] : facts.same)
                m_view.setColumnHidden(column, false);
            facts.same.clear();
        }
        if (m_view.currentIndex().isValid())
            leaveHidden(m_view.currentIndex().column());
        m_view.setFrozenColumns(m_frozen);
    }
    m_facts = std::move(facts);
    emit changed();
}

/// The keyboard is never in a column that is not there.
void ColumnKeeper::leaveHidden(int column)
{
    const std::vector<int> shown = shownColumns();
    if (!m_view.isColumnHidden(column) || shown.empty())
        return;
    const QHeaderView &header = m_view.header();
    const int place = header.visualIndex(column);
    const auto next = std::find_if(shown.begin(), shown.end(),
                                   [&](int candidate) { return header.visualIndex(candidate) > place; });
    const int target = next == shown.end() ? shown.back() : *next;
    m_view.selectionModel()->setCurrentIndex(m_view.resultsModel().index(m_view.currentIndex().row(), target),
                                             QItemSelectionModel::NoUpdate);
}

bool ColumnKeeper::isShown(int column) const
{
    return !m_view.isColumnHidden(column);
}

std::vector<int> ColumnKeeper::shownColumns() const
{
    std::vector<int> shown;
    const QHeaderView &header = m_view.header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!m_view.isColumnHidden(column))
            shown.push_back(column);
    }
    return shown;
}

bool ColumnKeeper::isLastShown(int column) const
{
    return shownColumns() == std::vector<int>{column};
}

void ColumnKeeper::setHidden(int column, bool isHidden)
{
    if (isHidden) {
        if (isLastShown(column))
            return;
        m_hidden.insert(column);
        m_wanted.erase(column);
    } else {
        m_hidden.erase(column);
        m_wanted.insert(column);
    }
    applyHidden();
    save();
}

void ColumnKeeper::showAll()
{
    m_hidden.clear();
    m_hidesEmpty = false;
    m_hidesSame = false;
    applyHidden();
    save();
}

void ColumnKeeper::setHidesEmpty(bool isHidden)
{
    m_hidesEmpty = isHidden;
    m_wanted.clear();
    applyHidden();
    countLater();
    save();
}

void ColumnKeeper::setHidesSame(bool isHidden)
{
    m_hidesSame = isHidden;
    m_wanted.clear();
    applyHidden();
    countLater();
    save();
}

void ColumnKeeper::setTitle(int column, const QString &title)
{
    m_view.setColumnTitle(column, title == nameOf(column) ? QString() : title);
    save();
    emit changed();
}

void ColumnKeeper::setFormat(int column, const ColumnFormat &format)
{
    {
        const QScopedValueRollback guard(m_isApplying, true);
        applyFormat(column, format);
    }
    save();
    emit changed();
}

void ColumnKeeper::setAlphabetical(int column, bool isAlphabetical)
{
    m_view.resultsModel().setAlphabetical(nameOf(column), isAlphabetical);
    save();
    emit changed();
}

void ColumnKeeper::applyFormat(int column, const ColumnFormat &format)
{
    ResultsModel &model = m_view.resultsModel();
    if (model.columnFormat(nameOf(column)) == format)
        return;
    model.setColumnFormat(nameOf(column), format);
    if (m_sized.count(column) == 0)
        fitWidth(column);
}

void ColumnKeeper::move(int column, int steps)
{
    const std::vector<int> shown = shownColumns();
    const auto here = std::find(shown.begin(), shown.end(), column);
    if (here == shown.end())
        return;
    const auto place = std::clamp<std::ptrdiff_t>(here - shown.begin() + steps, 0,
                                                  static_cast<std::ptrdiff_t>(shown.size()) - 1);
    QHeaderView &header = m_view.header();
    header.moveSection(header.visualIndex(column),
                       header.visualIndex(shown[static_cast<std::size_t>(place)]));
    m_view.setFrozenColumns(m_frozen);
    emit changed();
}

void ColumnKeeper::fitWidth(int column)
{
    m_view.resizeColumnToContents(column);
}

void ColumnKeeper::fitAllWidths()
{
    for (const int column : shownColumns())
        fitWidth(column);
}

void ColumnKeeper::setFrozen(int count)
{
    m_frozen = count;
    m_view.setFrozenColumns(count);
    save();
    emit changed();
}

void ColumnKeeper::reset()
{
    m_store.forget(m_names);
    m_wanted.clear();
    applyLayout();
    m_view.sizeColumns();
}

ColumnLayout ColumnKeeper::layout() const
{
    ColumnLayout result;
    const QHeaderView &header = m_view.header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        ColumnLook look;
        look.name = nameOf(column);
        look.title = m_view.resultsModel().columnTitle(look.name);
        look.isHidden = m_hidden.count(column) > 0;
        // A hidden column has no width of its own to tell; it gets one when it is shown.
        look.isAlphabetical = m_view.resultsModel().isAlphabetical(look.name);
        look.format = m_view.resultsModel().columnFormat(look.name).name();
        if (m_sized.count(column) > 0)
            look.width = header.sectionSize(column);
        result.columns.append(look);
    }
    result.frozen = m_frozen;
    result.hidesEmpty = m_hidesEmpty;
    result.hidesSame = m_hidesSame;
    return result;
}

void ColumnKeeper::save()
{
    if (m_isApplying || m_names.isEmpty() || m_view.header().count() != m_names.size())
        return;
    ColumnLayout usual;
    for (const QString &name : m_names)
        usual.columns.append({name, {}, 0, false, {}, false});
    const ColumnLayout now = layout();
    if (now == usual)
        m_store.forget(m_names);
    else
        m_store.remember(now);
}

void ColumnKeeper::countLater()
{
    if ((m_hidesEmpty || m_hidesSame) && !m_countTimer.isActive())
        m_countTimer.start(m_contents.empty() ? 0 : countDelayMs);
}

void ColumnKeeper::count()
{
    if (m_view.resultsModel().rows().rowCount() == 0)
        return;
    if (m_cancel)
        m_cancel->cancel();
    m_cancel = std::make_shared<CancelState>();
    m_watcher.setFuture(QtConcurrent::run(
        [rows = m_view.resultsModel().rows(), cancel = m_cancel] { return contentsOf(rows, *cancel); }));
}

void ColumnKeeper::takeContents()
{
    if (!m_cancel || m_cancel->isCancelled() || m_watcher.future().resultCount() == 0)
        return;
    m_cancel.reset();
    auto contents = m_watcher.result();
    if (!contents || static_cast<qsizetype>(contents->size()) != m_names.size())
        return;
    m_contents = *std::move(contents);
    applyHidden();
}

} // namespace sonde
