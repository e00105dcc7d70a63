#include "widgets/findstrip.h"

#include "widgets/findbutton.h"
#include "widgets/searchfield.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde {

FindStrip::FindStrip(const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_previous(makeFindButton(FindButton::Previous, icons, this))
    , m_next(makeFindButton(FindButton::Next, icons, this))
    , m_close(makeFindButton(FindButton::Close, icons, this))
    , m_layout(new QHBoxLayout)
    , m_lastOption(m_next)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 8, 4);
    rows->setSpacing(4);
    rows->addLayout(m_layout);
    addClearButton(*m_text);
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

void FindStrip::addOption(QWidget *option)
{
    m_layout->insertWidget(m_layout->indexOf(m_answer), option);
    setTabOrder(m_lastOption, option);
    setTabOrder(option, m_close);
    m_lastOption = option;
}

void FindStrip::addRow(QWidget *row)
{
    layout()->addWidget(row);
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

bool FindStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sonde
