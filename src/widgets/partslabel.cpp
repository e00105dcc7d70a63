#include "widgets/partslabel.h"

#include <QEvent>

namespace sonde {

namespace {

QString join(const QStringList &parts)
{
    return parts.join(QStringLiteral("   "));
}

} // namespace

PartsLabel::PartsLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    hide();
}

void PartsLabel::setParts(const QStringList &parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    setToolTip(m_parts.join(u'\n'));
    // Its name is what it shows; a screen reader has room for all of it.
    setAccessibleDescription(m_parts.join(QStringLiteral(", ")));
    setVisible(!m_parts.isEmpty());
    updateGeometry();
    updateText();
}

QSize PartsLabel::sizeHint() const
{
    // The layout gives it what is left; it asks for no more than it shows.
    return {widthOf(text()), QLabel::sizeHint().height()};
}

QSize PartsLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void PartsLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateText();
}

void PartsLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        updateText();
    }
}

int PartsLabel::widthOf(const QString &text) const
{
    const QMargins margins = contentsMargins();
    return fontMetrics().horizontalAdvance(text) + margins.left() + margins.right() + 2 * margin();
}

void PartsLabel::updateText()
{
    qsizetype count = m_parts.size();
    const auto textOf = [this](qsizetype parts) -> QString {
        QStringList shown = m_parts.mid(0, parts);
        if (parts < m_parts.size())
            shown << QString(QChar(0x2026));
        return join(shown);
    };
    while (count > 0 && widthOf(textOf(count)) > width())
        --count;
    // Where not even the first has room, what there is of it.
    setText(count > 0 || m_parts.isEmpty()
                ? textOf(count)
                : fontMetrics().elidedText(m_parts.constFirst(), Qt::ElideRight, width()));
}

} // namespace sonde
