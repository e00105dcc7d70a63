#pragma once

#include "core/cancelstate.h"
#include "models/rowsearch.h"
#include "widgets/searchstrip.h"

namespace sonde {

class FieldTree;

/// Looks for a text in the names and values of a record, on a worker thread, and goes from place to place in
/// its tree.
class FieldSearch final : public SearchStrip
{
    Q_OBJECT

public:
    /// Both outlive the strip.
    FieldSearch(FieldTree &tree, const Icons &icons, QWidget *parent = nullptr);
    ~FieldSearch() override;

private:
    void search() override;
    void cancelSearch() override;
    void goTo(qsizetype place) override;
    QWidget *target() override;

    FieldTree &m_tree;
    RowHits m_found;
    CancelStatePtr m_cancel; ///< of the search that runs
};

} // namespace sonde
