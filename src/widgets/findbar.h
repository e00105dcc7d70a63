#pragma once

#include "widgets/findstrip.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace sonde {

class EditorSearch;
class QueryEditor;
class SearchOptions;

/// The bar below the editor in which a text of the query is looked for, and replaced.
class FindBar final : public FindStrip
{
    Q_OBJECT

public:
    /// \a editor and \a icons outlive the bar.
    FindBar(QueryEditor &editor, const Icons &icons, QWidget *parent = nullptr);

    /// Shows the bar with the selected text, if a short one is selected, and takes the focus.
    void open();
    /// The same, with what it takes to replace.
    void openReplace();
    /// Opens the bar instead if nothing was looked for yet.
    void findNext();
    void findPrevious();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeReplaceRow();
    void setReplaceShown(bool isShown);
    void connectParts();
    void take();
    void find();
    void step(bool (EditorSearch::*look)());
    void replaceAll();
    void sayWhatIsFound();
    void updateReplacing();
    QString sentence() const;

    QueryEditor &m_editor;
    EditorSearch &m_search;
    SearchOptions *m_options;
    QToolButton *m_inSelection;
    QToolButton *m_showReplace;
    QLineEdit *m_by = nullptr;
    QPushButton *m_replace = nullptr;
    QPushButton *m_replaceAll = nullptr;
    QWidget *m_row;
    QLabel *m_problem;
    qsizetype m_replaced = 0; ///< by the last replaceAll(), until anything else is done
};

} // namespace sonde
