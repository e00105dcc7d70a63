#include "widgets/findbar.h"

#include "widgets/keeptranslated.h"
#include "widgets/queryeditor.h"

#include <QCheckBox>
#include <QLineEdit>

namespace sonde {

FindBar::FindBar(QueryEditor &editor, const Icons &icons, QWidget *parent)
    : FindStrip(icons, parent)
    , m_editor(editor)
    , m_matchCase(new QCheckBox(this))
{
    addOption(m_matchCase);
    keepTranslated(this, [this] {
        field().setPlaceholderText(tr("Find in the query"));
        field().setAccessibleName(tr("Find in the query"));
        m_matchCase->setText(tr("Match case"));
        if (hasAnswer())
            setAnswer(tr("Not found"));
    });
    connect(this, &FindStrip::textChanged, this, [this] { find(true, true); });
    connect(m_matchCase, &QCheckBox::toggled, this, [this] { find(true, true); });
    connect(this, &FindStrip::nextRequested, this, &FindBar::findNext);
    connect(this, &FindStrip::previousRequested, this, &FindBar::findPrevious);
    connect(this, &FindStrip::closed, this, [this] { m_editor.setFocus(Qt::OtherFocusReason); });
}

void FindBar::open()
{
    openWith(m_editor.selectedText());
}

void FindBar::findNext()
{
    if (text().isEmpty())
        open();
    else
        find(true, false);
}

void FindBar::findPrevious()
{
    if (text().isEmpty())
        open();
    else
        find(false, false);
}

void FindBar::find(bool forward, bool fromSelectionStart)
{
    setAnswer({});
    if (text().isEmpty())
        return;
    int line = -1;
    int column = -1;
    if (m_editor.hasSelectedText()) {
        int endLine = 0;
        int endColumn = 0;
        m_editor.getSelection(&line, &column, &endLine, &endColumn);
        // Going on forward begins behind what is selected; a longer text begins where the shorter one was
        // found.
        if (forward && !fromSelectionStart) {
            line = endLine;
            column = endColumn;
        }
    }
    const bool isFound =
        m_editor.findFirst(text(), false, m_matchCase->isChecked(), false, true, forward, line, column);
    if (!isFound)
        setAnswer(tr("Not found"));
}

} // namespace sonde
