#pragma once

#include "core/cancelstate.h"
#include "widgets/searchstrip.h"

#include <QList>

namespace sonde {

class WholeTextView;

/// Looks for a text in a whole one, ignoring case, on a worker thread.
class TextSearch final : public SearchStrip
{
    Q_OBJECT

public:
    /// Both outlive the strip.
    TextSearch(WholeTextView &view, const Icons &icons, QWidget *parent = nullptr);
    ~TextSearch() override;

private:
    void search() override;
    void cancelSearch() override;
    void goTo(qsizetype place) override;
    QWidget *target() override;

    WholeTextView &m_view;
    QList<qsizetype> m_found;
    CancelStatePtr m_cancel; ///< of the search that runs
};

} // namespace sonde
