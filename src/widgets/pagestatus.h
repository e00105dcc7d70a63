#pragma once

#include <QObject>
#include <QPointer>
#include <memory>

namespace sonde {

class Clock;
class PageRange;
class QueryPage;
class StatusLine;
class TimeRangePicker;

/// Tells the status line how the page in front stands, and which of its cells are selected; and line and
/// picker which part of the time range its query leaves.
class PageStatus final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive this.
    PageStatus(StatusLine &line, TimeRangePicker &picker, const Clock &clock, QObject *parent = nullptr);
    ~PageStatus() override;

    /// Nothing: no page is in front.
    void follow(QueryPage *page);

private:
    void showStatus();
    void showFacts();
    void showPlace();
    void showProblems();
    void showRange();

    StatusLine &m_line;
    TimeRangePicker &m_picker;
    const Clock &m_clock;
    QPointer<QueryPage> m_page;
    std::unique_ptr<PageRange> m_range; ///< of that page
};

} // namespace sonde
