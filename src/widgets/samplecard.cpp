#include "widgets/samplecard.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace sonde {

namespace {

constexpr int margin = 12;
constexpr int gap = 4;
constexpr int iconSide = 20;
constexpr int textLeft = margin + iconSide + 8;
constexpr qreal corner = 4;
/// Every query fits; a longer one would be cut.
constexpr int shownQueryLines = 5;

} // namespace

SampleCard::SampleCard(const Icons &icons, QWidget *parent)
    : QAbstractButton(parent)
    , m_icons(icons)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SampleCard::setSample(const SampleQuery &sample)
{
    m_sample = sample;
    setText(m_sample.title);
    setAccessibleDescription(m_sample.story);
    const bool isClassic = m_sample.language == QueryLanguage::Classic;
    setIcon(m_icons.icon(QLatin1StringView(isClassic ? "history" : "text-search"), ColorRole::Accent));
    updateGeometry();
    update();
}

QFont SampleCard::titleFont() const
{
    QFont title = font();
    title.setBold(true);
    return title;
}

QFont SampleCard::queryFont() const
{
    QFont query = Theme::fixedFont();
    query.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() * 0.9 : 8);
    return query;
}

QSize SampleCard::sizeHint() const
{
    const int width = 56 * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

QSize SampleCard::minimumSizeHint() const
{
    // Not the height that so small a width needs: a scroll area would keep it at every width.
    return {36 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

int SampleCard::heightForWidth(int width) const
{
    const int textWidth = width - textLeft - margin;
    const QRect story =
        fontMetrics().boundingRect(QRect(0, 0, textWidth, 10000), Qt::TextWordWrap, m_sample.story);
    return margin + QFontMetrics(titleFont()).lineSpacing() + gap + story.height() + 2 * gap +
           shownQueryLines * QFontMetrics(queryFont()).lineSpacing() + margin;
}

void SampleCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

bool SampleCard::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void SampleCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus();
    const qreal frame = focused ? 2 : 1;
    const QColor line = palette().color(focused ? QPalette::Link : QPalette::Mid);
    painter.setPen(QPen(line, frame));
    painter.setBrush(palette().color(isDown() ? QPalette::Highlight
                                              : (underMouse() ? QPalette::AlternateBase : QPalette::Base)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(frame / 2, frame / 2, -frame / 2, -frame / 2), corner,
                            corner);

    icon().paint(&painter, QRect(margin, margin, iconSide, iconSide));
    const int textWidth = width() - textLeft - margin;
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(titleFont());
    QRect line1(textLeft, margin, textWidth, painter.fontMetrics().lineSpacing());
    painter.drawText(line1, Qt::AlignLeading | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_sample.title, Qt::ElideRight, textWidth));

    painter.setFont(font());
    const QRect space(textLeft, line1.bottom() + 1 + gap, textWidth, height());
    const QRect story = painter.fontMetrics().boundingRect(space, Qt::TextWordWrap, m_sample.story);
    painter.drawText(space, Qt::TextWordWrap, m_sample.story);

    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setFont(queryFont());
    const QFontMetrics metrics = painter.fontMetrics();
    int y = story.bottom() + 1 + 2 * gap;
    const QStringList lines = m_sample.text.split(QLatin1Char('\n')).mid(0, shownQueryLines);
    for (const QString &text : lines) {
        painter.drawText(QRect(textLeft, y, textWidth, metrics.lineSpacing()),
                         Qt::AlignLeading | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, textWidth));
        y += metrics.lineSpacing();
    }
}

} // namespace sonde
