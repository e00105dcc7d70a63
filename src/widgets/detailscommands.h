#pragma once

#include "models/fieldpath.h"

#include <QObject>

namespace sonde {

class QueryPage;
class QueryTabs;
class RowDetailsDock;

/// Keeps the row details at the current row of the page in front, and does what is asked for there.
class DetailsCommands final : public QObject
{
    Q_OBJECT

public:
    /// \a tabs and \a details outlive the commands.
    DetailsCommands(QueryTabs &tabs, RowDetailsDock &details, QObject *parent);

    /// Shows the current row again, as cells are written now.
    void update();

private:
    void connectPage(QueryPage *page);
    void step(int rows);
    void filter(const FieldPath &path, bool isKept);

    QueryTabs &m_tabs;
    RowDetailsDock &m_details;
};

} // namespace sonde
