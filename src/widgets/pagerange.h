#pragma once

#include "widgets/effectiverange.h"

#include <QObject>
#include <QTimer>

namespace sonde {

class Clock;
class QueryPage;

/// Follows which part of a page's time range the query at the caret leaves.
class PageRange final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    PageRange(QueryPage &page, const Clock &clock);

    /// With an empty text where there is nothing to say: in the classic language, and without the language
    /// service.
    const EffectiveRange &range() const { return m_range; }

    /// Now, not soon.
    void update();

signals:
    void changed();

private:
    QueryPage &m_page;
    const Clock &m_clock;
    QTimer m_soon{this};    ///< after a key or a move of the caret, of which many come
    QTimer m_passing{this}; ///< the time goes on
    EffectiveRange m_range;
};

} // namespace sonde
