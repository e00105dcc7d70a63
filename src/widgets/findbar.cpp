#include "widgets/findbar.h"

#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/queryeditor.h"
#include "widgets/searchfield.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace sonde {

FindBar::FindBar(QueryEditor &editor, const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_icons(icons)
    , m_text(new QLineEdit(this))
    , m_matchCase(new QCheckBox(this))
    , m_answer(new QLabel(this))
{
    addClearButton(*m_text);
    QToolButton *previous = makeButton("chevron-up", QT_TR_NOOP("Previous"), Qt::SHIFT | Qt::Key_F3);
    QToolButton *next = makeButton("chevron-down", QT_TR_NOOP("Next"), Qt::Key_F3);
    QToolButton *closeButton = makeButton("x", QT_TR_NOOP("Close"), Qt::Key_Escape);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_matchCase);
    layout->addWidget(m_answer, 1);
    layout->addWidget(closeButton);
    // As they stand, not as they were made.
    setTabOrder(m_text, previous);
    setTabOrder(previous, next);
    setTabOrder(next, m_matchCase);
    setTabOrder(m_matchCase, closeButton);
    hide();
    keepTranslated(this, [this] {
        m_text->setPlaceholderText(tr("Find in the query"));
        m_text->setAccessibleName(tr("Find in the query"));
        m_matchCase->setText(tr("Match case"));
        if (!m_answer->text().isEmpty())
            m_answer->setText(tr("Not found"));
    });

    connect(m_text, &QLineEdit::textChanged, this, [this] { find(true, true); });
    connect(m_matchCase, &QCheckBox::toggled, this, [this] { find(true, true); });
    connect(m_text, &QLineEdit::returnPressed, this, &FindBar::findNext);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
}

QToolButton *FindBar::makeButton(const char *icon, const char *name, const QKeySequence &keys)
{
    auto *button = new QToolButton(this);
    button->setIcon(m_icons.icon(QLatin1StringView(icon)));
    button->setAutoRaise(true);
    keepTranslated(button, [button, name, keys] {
        button->setAccessibleName(tr(name));
        //: %1: what a button does; %2: its keys, as F3
        button->setToolTip(tr("%1 (%2)").arg(tr(name), keys.toString(QKeySequence::NativeText)));
    });
    return button;
}

void FindBar::open()
{
    const QString selected = m_editor.selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_text->setText(selected);
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::findNext()
{
    if (m_text->text().isEmpty())
        open();
    else
        find(true, false);
}

void FindBar::findPrevious()
{
    if (m_text->text().isEmpty())
        open();
    else
        find(false, false);
}

void FindBar::close()
{
    hide();
    m_editor.setFocus(Qt::OtherFocusReason);
}

void FindBar::find(bool forward, bool fromSelectionStart)
{
    m_answer->clear();
    if (m_text->text().isEmpty())
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
    const bool isFound = m_editor.findFirst(m_text->text(), false, m_matchCase->isChecked(), false, true,
                                            forward, line, column);
    if (!isFound)
        m_answer->setText(tr("Not found"));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sonde
