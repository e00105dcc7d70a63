#include "widgets/findstrip.h"

#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/searchfield.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace sonde {

FindStrip::FindStrip(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_icons(icons)
    , m_text(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_previous(makeButton("chevron-up", QT_TR_NOOP("Previous"), Qt::SHIFT | Qt::Key_F3))
    , m_next(makeButton("chevron-down", QT_TR_NOOP("Next"), Qt::Key_F3))
    , m_close(makeButton("x", QT_TR_NOOP("Close"), Qt::Key_Escape))
    , m_layout(new QHBoxLayout(this))
{
    addClearButton(*m_text);
    m_layout->setContentsMargins(8, 4, 8, 4);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_previous);
    m_layout->addWidget(m_next);
    m_layout->addWidget(m_answer, 1);
    m_layout->addWidget(m_close);
    // As they stand, not as they were made.
    setTabOrder(m_text, m_previous);
    setTabOrder(m_previous, m_next);
    setTabOrder(m_next, m_close);
    hide();
    connect(m_text, &QLineEdit::textChanged, this, &FindStrip::textChanged);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        if (QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier))
            emit previousRequested();
        else
            emit nextRequested();
    });
    connect(m_previous, &QToolButton::clicked, this, &FindStrip::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &FindStrip::nextRequested);
    connect(m_close, &QToolButton::clicked, this, &FindStrip::close);
}

QToolButton *FindStrip::makeButton(const char *icon, const char *name, const QKeySequence &keys)
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

void FindStrip::addOption(QWidget *option)
{
    m_layout->insertWidget(m_layout->indexOf(m_answer), option);
    setTabOrder(m_next, option);
    setTabOrder(option, m_close);
}

QString FindStrip::text() const
{
    return m_text->text();
}

void FindStrip::openWith(const QString &text)
{
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_text->setText(text);
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindStrip::close()
{
    hide();
    emit closed();
}

void FindStrip::setAnswer(const QString &text)
{
    m_answer->setText(text);
}

bool FindStrip::hasAnswer() const
{
    return !m_answer->text().isEmpty();
}

void FindStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sonde
