#pragma once

#include "models/fieldpath.h"

#include <QObject>

namespace sonde {

class Actions;
class Icons;
class QueryPage;
class QueryTabs;
class RowDetailsDock;
class Theme;
struct WholeCell;

/// Keeps the row details at the current row of the page in front, and does what is asked for there; opens
/// windows for whole values.
class DetailsCommands final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the commands.
    DetailsCommands(const Actions &actions, QueryTabs &tabs, RowDetailsDock &details, const Theme &theme,
                    const Icons &icons, QWidget *window);

    /// Shows the current row again, as cells are written now.
    void update();

private:
    void connectPage(QueryPage *page);
    void step(int rows);
    void filter(const FieldPath &path, bool isKept);
    /// Of the row details where the keyboard is in them, else of the table.
    void showWholeValue();
    void showWholeField();
    void showWholeCell();
    void open(WholeCell cell);

    QueryTabs &m_tabs;
    RowDetailsDock &m_details;
    const Theme &m_theme;
    const Icons &m_icons;
    QWidget *m_window;
};

} // namespace sonde
