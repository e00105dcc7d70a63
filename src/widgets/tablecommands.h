#pragma once

#include "widgets/windowservices.h"

#include <QObject>

namespace sonde {

class Actions;
class ConnectionChooser;
class QueryPage;
class QueryTabs;
class TimeRangePicker;
class WindowDocks;

/// What the dock of the tables does to the tabs of its window, and what their runs do for the tables: the
/// workspace is asked for them when it is first searched.
class TableCommands final : public QObject
{
    Q_OBJECT

public:
    struct Place
    {
        QueryTabs &tabs;
        ConnectionChooser &chooser;
        TimeRangePicker &picker;
        WindowDocks &docks;
    };

    /// All outlive this.
    TableCommands(const WindowServices &services, const Place &place, const Actions &actions,
                  QObject *parent);

    /// Into the query in front, in place of what is selected, else at the caret; into a new one where there
    /// is none.
    void insert(const QString &text);
    /// A tab of its own on the connection of the window.
    void open(const QString &text, bool run, const QString &title);

signals:
    /// Run the page in front.
    void runRequested();

private:
    WindowServices m_services;
    Place m_place;
};

} // namespace sonde
