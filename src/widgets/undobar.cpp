#include "widgets/undobar.h"

#include "widgets/keeptranslated.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace sonde {

UndoBar::UndoBar(const Icons &icons, QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_undo(new QPushButton(icons.icon(QLatin1StringView("undo-2")), QString(), this))
{
    setFrameShape(QFrame::NoFrame);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setAutoDefault(false);
    auto *close = new QToolButton(this);
    close->setIcon(icons.icon(QLatin1StringView("x"), ColorRole::MutedText));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    keepTranslated(this, [this, close] {
        m_undo->setText(tr("Undo"));
        close->setAccessibleName(tr("Close"));
        close->setToolTip(tr("Close"));
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_undo);
    layout->addWidget(close);
    hide();
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoRequested);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
}

void UndoBar::setTip(const QString &tip)
{
    m_undo->setToolTip(
        //: %1: what a button does; %2: its keys, as Ctrl+Z
        tr("%1 (%2)").arg(tip, QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
}

void UndoBar::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    show();
}

QString UndoBar::sentence() const
{
    return m_sentence->text();
}

} // namespace sonde
