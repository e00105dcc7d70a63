#include "widgets/columnmenu.h"

#include "models/resultsmodel.h"
#include "results/alphabet.h"
#include "widgets/actions.h"
#include "widgets/columnkeeper.h"
#include "widgets/formatmenu.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMenu>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sonde::ColumnMenu)
};

void addSorting(QMenu &menu, ResultsView &view, int column)
{
    ResultsHeader &header = view.header();
    const std::vector<SortKey> &keys = header.sortKeys();
    const auto add = [&](const QString &text, bool descending) {
        QAction *action = menu.addAction(text, &view, [&header, column, descending] {
            header.setSortKeys({{column, descending}});
        });
        action->setCheckable(true);
        action->setChecked(keys == std::vector<SortKey>{{column, descending}});
    };
    add(Words::tr("Sort &upwards"), false);
    add(Words::tr("Sort &downwards"), true);
    const bool isOther =
        std::any_of(keys.begin(), keys.end(), [column](const SortKey &key) { return key.column != column; });
    menu.addAction(Words::tr("Sort by this column as &well"), Qt::SHIFT | Qt::Key_F9, &view,
                   [&header, column] { header.sortBy(column, true); })
        ->setEnabled(isOther);
    menu.addAction(Words::tr("As the rows &came"), &view, [&header] { header.setSortKeys({}); })
        ->setEnabled(!keys.empty());
}

/// The order of texts; who asks for it on a column that is not sorted by wants to see it.
void addAlphabet(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column)
{
    const ResultsModel &model = view.resultsModel();
    if (model.rows().headers().at(column).type != ColumnType::String)
        return;
    //: %1: a language, as “Nederlands”
    const QString text = Words::tr("Alpha&betical order (%1)").arg(alphabetLocale().nativeLanguageName());
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(model.isAlphabetical(view.columnName(column)));
    action->setEnabled(knowsAlphabets());
    action->setToolTip(
        action->isEnabled()
            ? Words::tr("Capitals beside small letters, accents where the language has them, web9 "
                        "before web10; otherwise texts are sorted by their code points")
            : Words::tr("The Qt that Sonde runs with knows no alphabets"));
    QObject::connect(action, &QAction::toggled, &keeper, [&view, &keeper, column](bool isAlphabetical) {
        keeper.setAlphabetical(column, isAlphabetical);
        const std::vector<SortKey> &keys = view.header().sortKeys();
        const bool isSorted = std::any_of(keys.begin(), keys.end(),
                                          [column](const SortKey &key) { return key.column == column; });
        if (isAlphabetical && !isSorted)
            view.header().setSortKeys({{column, false}});
    });
}

void askForTitle(ResultsView &view, ColumnKeeper &keeper, int column)
{
    auto *dialog = new QInputDialog(&view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Rename column"));
    //: %1: a column’s name
    dialog->setLabelText(Words::tr("Title above the column %1. Queries and exports keep its name.")
                             .arg(view.columnName(column)));
    const QString title = view.resultsModel().columnTitle(view.columnName(column));
    dialog->setTextValue(title.isEmpty() ? view.columnName(column) : title);
    QObject::connect(dialog, &QInputDialog::textValueSelected, &keeper,
                     [&keeper, column](const QString &wanted) { keeper.setTitle(column, wanted.trimmed()); });
    dialog->open();
}

void addPlace(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column)
{
    const std::vector<int> shown = keeper.shownColumns();
    const auto place = static_cast<int>(std::find(shown.begin(), shown.end(), column) - shown.begin());
    const auto last = static_cast<int>(shown.size()) - 1;
    menu.addAction(Words::tr("Move &left"), Qt::ALT | Qt::SHIFT | Qt::Key_Left, &keeper,
                   [&keeper, column] { keeper.move(column, -1); })
        ->setEnabled(place > 0);
    menu.addAction(Words::tr("Move &right"), Qt::ALT | Qt::SHIFT | Qt::Key_Right, &keeper,
                   [&keeper, column] { keeper.move(column, 1); })
        ->setEnabled(place < last);
    QAction *freeze = menu.addAction(Words::tr("&Keep in sight up to here"), &keeper,
                                     [&keeper, place] { keeper.setFrozen(place + 1); });
    freeze->setEnabled(place < last);
    freeze->setToolTip(Words::tr("The columns up to this one stay while the others scroll"));
    menu.addAction(Words::tr("Let all columns &scroll"), &keeper, [&keeper] { keeper.setFrozen(0); })
        ->setEnabled(keeper.frozen() > 0);
    menu.addAction(Words::tr("&Fit width to content"), &keeper,
                   [&keeper, column] { keeper.fitWidth(column); });
    addFormatMenu(menu, view, keeper, column);
    menu.addAction(Words::tr("Ren&ame…"), &view,
                   [&view, &keeper, column] { askForTitle(view, keeper, column); });
    menu.addAction(Words::tr("&Hide column"), Qt::CTRL | Qt::Key_F9, &keeper,
                   [&keeper, column] { keeper.setHidden(column, true); })
        ->setEnabled(!keeper.isLastShown(column));
}

/// The window's own entry, which all tables share.
void addSeverity(QMenu &menu, const ResultsView &view)
{
    if (!view.resultsModel().saysSeverity())
        return;
    if (QAction *action = Actions::find(view, Actions::severityMarksName))
        menu.addAction(action);
}

void addAll(QMenu &menu, ColumnKeeper &keeper, const std::function<void()> &chooseColumns)
{
    menu.addAction(Words::tr("Colu&mns…"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, &keeper, chooseColumns);
    const auto addRule = [&](const QString &text, bool isOn, void (ColumnKeeper::*set)(bool)) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(isOn);
        QObject::connect(action, &QAction::toggled, &keeper, set);
    };
    addRule(Words::tr("Hide &empty columns"), keeper.hidesEmpty(), &ColumnKeeper::setHidesEmpty);
    addRule(Words::tr("Hide columns with &one value"), keeper.hidesSame(), &ColumnKeeper::setHidesSame);
    menu.addAction(Words::tr("F&it all widths"), &keeper, &ColumnKeeper::fitAllWidths);
    menu.addAction(Words::tr("Show all colum&ns"), &keeper, &ColumnKeeper::showAll);
    menu.addAction(Words::tr("Reset all columns"), &keeper, &ColumnKeeper::reset);
}

} // namespace

void fillColumnMenu(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column,
                    const ColumnCommands &commands)
{
    menu.setToolTipsVisible(true);
    addSorting(menu, view, column);
    addAlphabet(menu, view, keeper, column);
    menu.addSeparator();
    menu.addAction(Words::tr("Select column"), Qt::CTRL | Qt::Key_Space, &view,
                   [&view, column] { view.selectColumns(column, false); });
    menu.addAction(Words::tr("&Group by this column"), Qt::CTRL | Qt::SHIFT | Qt::Key_F9, &view,
                   commands.group);
    addPlace(menu, view, keeper, column);
    menu.addSeparator();
    addAll(menu, keeper, commands.chooseColumns);
    addSeverity(menu, view);
}

} // namespace sonde
