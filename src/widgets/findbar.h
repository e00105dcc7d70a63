#pragma once

#include "widgets/findstrip.h"

class QCheckBox;

namespace sonde {

class QueryEditor;

/// The bar below the editor in which a text of the query is looked for.
class FindBar final : public FindStrip
{
    Q_OBJECT

public:
    /// \a editor and \a icons outlive the bar.
    FindBar(QueryEditor &editor, const Icons &icons, QWidget *parent = nullptr);

    /// Shows the bar with the selected text, if a short one is selected, and takes the focus.
    void open();
    /// Opens the bar instead if nothing was looked for yet.
    void findNext();
    void findPrevious();

private:
    void find(bool forward, bool fromSelectionStart);

    QueryEditor &m_editor;
    QCheckBox *m_matchCase;
};

} // namespace sonde
