#include "widgets/findbar.h"

#include "widgets/editorsearch.h"
#include "widgets/keeptranslated.h"
#include "widgets/queryeditor.h"
#include "widgets/runstatus.h"
#include "widgets/searchfield.h"
#include "widgets/searchoptions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <utility>

namespace sonde {

FindBar::FindBar(QueryEditor &editor, const Icons &icons, QWidget *parent)
    : FindStrip(icons, parent)
    , m_editor(editor)
    , m_search(editor.search())
    , m_options(new SearchOptions(icons, this))
    , m_inSelection(makeSearchToggle(
          "text-select", QT_TRANSLATE_NOOP("sonde::SearchOptions", "In the selection"), icons, this))
    , m_showReplace(makeSearchToggle(
          "replace", QT_TRANSLATE_NOOP("sonde::SearchOptions", "Replace what is found"), icons, this))
    , m_row(makeReplaceRow())
    , m_problem(new QLabel(this))
{
    addOption(m_options);
    addOption(m_inSelection);
    addOption(m_showReplace);
    addRow(m_row);
    addRow(m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setTabOrder(m_showReplace, m_by);
    setTabOrder(m_by, m_replace);
    setTabOrder(m_replace, m_replaceAll);
    setTabOrder(m_replaceAll, &closeButton());
    m_row->hide();
    keepTranslated(this, [this] {
        field().setPlaceholderText(tr("Find in the query"));
        field().setAccessibleName(tr("Find in the query"));
        m_by->setPlaceholderText(tr("Replace with"));
        m_by->setAccessibleName(tr("Replace with"));
        m_replace->setText(tr("Re&place"));
        m_replaceAll->setText(tr("Replace &all"));
        updateReplacing();
        if (hasAnswer())
            sayWhatIsFound();
    });
    connectParts();
}

QWidget *FindBar::makeReplaceRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_by = new QLineEdit(row);
    addClearButton(*m_by);
    m_replace = new QPushButton(row);
    m_replaceAll = new QPushButton(row);
    layout->addWidget(m_by, 1);
    layout->addWidget(m_replace);
    layout->addWidget(m_replaceAll);
    layout->addStretch(1);
    return row;
}

void FindBar::connectParts()
{
    connect(this, &FindStrip::textChanged, this, &FindBar::find);
    connect(m_options, &SearchOptions::changed, this, &FindBar::find);
    connect(m_inSelection, &QToolButton::toggled, this, [this](bool isOn) {
        m_search.setInSelection(isOn);
        m_inSelection->setChecked(m_search.isInSelection()); // where nothing is selected
    });
    connect(m_showReplace, &QToolButton::toggled, this, &FindBar::setReplaceShown);
    connect(this, &FindStrip::nextRequested, this, &FindBar::findNext);
    connect(this, &FindStrip::previousRequested, this, &FindBar::findPrevious);
    connect(this, &FindStrip::closed, this, [this] { m_editor.setFocus(Qt::OtherFocusReason); });
    connect(m_by, &QLineEdit::returnPressed, m_replace, &QPushButton::click);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        take();
        m_search.replace(m_by->text());
    });
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(&m_search, &EditorSearch::changed, this, [this] {
        if (isVisible())
            sayWhatIsFound();
    });
}

void FindBar::open()
{
    openWith(m_editor.selectedText());
}

void FindBar::openReplace()
{
    m_showReplace->setChecked(true);
    open();
}

void FindBar::setReplaceShown(bool isShown)
{
    m_row->setVisible(isShown);
    updateReplacing();
}

void FindBar::updateReplacing()
{
    const bool canReplace = m_editor.readOnlyReason().isEmpty();
    for (QPushButton *button : {m_replace, m_replaceAll}) {
        button->setEnabled(canReplace);
        button->setToolTip(m_editor.readOnlyReason());
    }
}

void FindBar::showEvent(QShowEvent *event)
{
    FindStrip::showEvent(event);
    updateReplacing();
    take();
}

void FindBar::hideEvent(QHideEvent *event)
{
    FindStrip::hideEvent(event);
    // A tab behind another is hidden, too, and is to come back as it was.
    if (!isHidden())
        return;
    m_inSelection->setChecked(false);
    m_search.setPattern({});
    setAnswer({});
}

/// The search is what the bar says.
void FindBar::take()
{
    m_replaced = 0;
    m_search.setPattern(m_options->patternOf(text()));
}

void FindBar::find()
{
    take();
    m_search.findFromHere();
}

void FindBar::findNext()
{
    step(&EditorSearch::findNext);
}

void FindBar::findPrevious()
{
    step(&EditorSearch::findPrevious);
}

void FindBar::step(bool (EditorSearch::*look)())
{
    if (text().isEmpty()) {
        open();
        return;
    }
    m_replaced = 0;
    if (isVisible()) {
        (m_search.*look)();
        return;
    }
    // By its key, without the bar: no marks stay behind.
    take();
    (m_search.*look)();
    m_search.setPattern({});
}

void FindBar::replaceAll()
{
    take();
    const qsizetype replaced = m_search.replaceAll(m_by->text());
    m_replaced = replaced;
    sayWhatIsFound();
}

QString FindBar::sentence() const
{
    if (text().isEmpty() || !m_search.problem().isEmpty())
        return {};
    if (m_replaced > 0) {
        //: %L1: how many
        return tr("%L1 replaced", nullptr, pluralOf(m_replaced)).arg(m_replaced);
    }
    const qsizetype count = m_search.count();
    if (count == 0)
        return tr("Not found");
    const qsizetype current = m_search.current();
    if (m_search.isCut()) {
        //: %L1: how many places at least have the text
        return tr("More than %L1 found").arg(count);
    }
    if (current == 0) {
        //: %L1: how many places have the text
        return tr("%L1 found", nullptr, pluralOf(count)).arg(count);
    }
    //: %L1: which one; %L2: how many there are
    return tr("%L1 of %L2").arg(current).arg(count);
}

void FindBar::sayWhatIsFound()
{
    setAnswer(sentence());
    m_problem->setText(m_search.problem());
    m_problem->setVisible(!m_search.problem().isEmpty());
}

} // namespace sonde
