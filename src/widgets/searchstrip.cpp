#include "widgets/searchstrip.h"

#include "widgets/findbutton.h"
#include "widgets/keeptranslated.h"
#include "widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace sonde {

SearchStrip::SearchStrip(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_answer(new QLabel(this))
{
    makeSearchField(*m_text, icons);
    m_text->installEventFilter(this);
    setFocusProxy(m_text);
    QToolButton *previous = makeFindButton(FindButton::Previous, icons, this);
    QToolButton *next = makeFindButton(FindButton::Next, icons, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_answer);
    layout->addWidget(previous);
    layout->addWidget(next);
    setTabOrder(m_text, previous);
    setTabOrder(previous, next);
    keepTranslated(this, [this] { showCount(); });
    connect(m_text, &QLineEdit::textChanged, this, [this] { searchAgain(true); });
    connect(previous, &QToolButton::clicked, this, &SearchStrip::findPrevious);
    connect(next, &QToolButton::clicked, this, &SearchStrip::findNext);
}

void SearchStrip::setPlaceholder(const QString &text)
{
    m_text->setPlaceholderText(text);
    m_text->setAccessibleName(text);
}

QString SearchStrip::text() const
{
    return m_text->text();
}

void SearchStrip::open()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void SearchStrip::step(int by)
{
    if (m_text->text().isEmpty()) {
        open();
        return;
    }
    if (m_count == 0)
        return;
    m_current = m_current < 0 ? (by > 0 ? 0 : m_count - 1) : (m_current + by + m_count) % m_count;
    goTo(m_current);
    showCount();
}

void SearchStrip::searchAgain(bool goes)
{
    cancelSearch();
    m_count = 0;
    m_current = -1;
    m_goes = goes;
    m_isSearching = !m_text->text().isEmpty();
    showCount();
    if (m_isSearching)
        search();
}

void SearchStrip::setFound(qsizetype count, bool isCut)
{
    m_isSearching = false;
    m_count = count;
    m_isCut = isCut;
    if (m_goes && count > 0)
        step(1);
    else
        showCount();
}

void SearchStrip::showCount()
{
    if (m_text->text().isEmpty() || m_isSearching)
        m_answer->clear();
    else if (m_count == 0)
        m_answer->setText(tr("Not found"));
    else if (m_current < 0)
        //: %Ln: how many places a text was found at
        m_answer->setText(tr("%Ln found", nullptr, static_cast<int>(m_count)));
    else if (!m_isCut)
        //: %L1: which of the places that a text was found at; %L2: how many they are
        m_answer->setText(tr("%L1 of %L2").arg(m_current + 1).arg(m_count));
    else
        //: %L1: which of the places that a text was found at; %L2: they are at least so many
        m_answer->setText(tr("%L1 of more than %L2").arg(m_current + 1).arg(m_count));
}

bool SearchStrip::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_text || !isKey)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    // Escape clears the field before it does anything else in the window.
    if (key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_text->clear();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Down:
        target()->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace sonde
