#include "widgets/resultsmenu.h"

#include "models/resultsmodel.h"
#include "widgets/actions.h"
#include "widgets/copyasmenu.h"
#include "widgets/icons.h"
#include "widgets/linkquestion.h"
#include "widgets/resultsview.h"

#include <QMenu>

namespace sonde {

QMenu *makeResultsMenu(ResultsView &view, const Icons &icons)
{
    auto *menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasCells = view.hasCellSelection();
    menu->addAction(icons.icon(QLatin1StringView("copy")), ResultsView::tr("Copy"), QKeySequence::Copy, &view,
                    [&view] { view.copySelection(false); })
        ->setEnabled(hasCells);
    menu->addAction(ResultsView::tr("Copy with headers"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, &view,
                    [&view] { view.copySelection(true); })
        ->setEnabled(hasCells);
    menu->addAction(ResultsView::tr("Copy cell"), &view, &ResultsView::copyCell)
        ->setEnabled(view.currentIndex().isValid());
    auto *copyAs = new CopyAsMenu(menu);
    QObject::connect(copyAs, &CopyAsMenu::chosen, &view, &ResultsView::copyAsRequested);
    menu->addMenu(copyAs)->setEnabled(hasCells);
    menu->addSeparator();
    menu->addAction(ResultsView::tr("Select all"), QKeySequence::SelectAll, &view,
                    &QAbstractItemView::selectAll);
    menu->addAction(icons.icon(QLatin1StringView("arrow-down-a-z")), ResultsView::tr("Sort by this column"),
                    Qt::Key_F9, &view, [&view] { view.sortByCurrentColumn(false); })
        ->setEnabled(view.currentIndex().isValid());
    menu->addSeparator();
    menu->addAction(icons.icon(QLatin1StringView("filter")), ResultsView::tr("Only this value"),
                    Qt::CTRL | Qt::Key_F7, &view, [&view] { emit view.filterByCellRequested(true); })
        ->setEnabled(view.currentIndex().isValid());
    menu->addAction(ResultsView::tr("Without this value"), Qt::CTRL | Qt::SHIFT | Qt::Key_F7, &view,
                    [&view] { emit view.filterByCellRequested(false); })
        ->setEnabled(view.currentIndex().isValid());
    menu->addAction(ResultsView::tr("Only these values, in the query"), Qt::CTRL | Qt::SHIFT | Qt::Key_Space,
                    &view, [&view] { emit view.cellsToQueryRequested(true); })
        ->setEnabled(hasCells);
    menu->addAction(ResultsView::tr("Without these values, in the query"),
                    Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Space, &view,
                    [&view] { emit view.cellsToQueryRequested(false); })
        ->setEnabled(hasCells);
    menu->addSeparator();
    menu->addAction(icons.icon(QLatin1StringView("panel-right")), ResultsView::tr("Row details"), Qt::Key_F4,
                    &view, &ResultsView::detailsRequested);
    menu->addAction(ResultsView::tr("Show whole value"), Qt::SHIFT | Qt::Key_F4, &view,
                    &ResultsView::wholeCellRequested)
        ->setEnabled(view.currentIndex().isValid());
    if (QAction *queryRows = Actions::find(view, Actions::queryRowsName);
        queryRows != nullptr && queryRows->isVisible())
        menu->addAction(queryRows);
    if (QAction *pin = Actions::find(view, Actions::pinName))
        menu->addAction(pin);
    const QString beginning = view.currentIndex().data(ResultsModel::BeginningRole).toString();
    LinkQuestion::addTo(*menu, linksIn(beginning), &view);
    return menu;
}

} // namespace sonde
