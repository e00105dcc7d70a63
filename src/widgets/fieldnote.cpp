#include "widgets/fieldnote.h"

#include "widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>

namespace sonde {

namespace {

constexpr int iconSide = 14;

QLatin1StringView iconOf(FieldNote::Level level)
{
    switch (level) {
    case FieldNote::Level::Error:
        return QLatin1StringView("octagon-x");
    case FieldNote::Level::Warning:
        return QLatin1StringView("triangle-alert");
    case FieldNote::Level::Info:
        return QLatin1StringView("info");
    case FieldNote::Level::Good:
        return QLatin1StringView("circle-check");
    }
    return {};
}

ColorRole roleOf(FieldNote::Level level)
{
    switch (level) {
    case FieldNote::Level::Error:
        return ColorRole::Error;
    case FieldNote::Level::Warning:
        return ColorRole::Warning;
    case FieldNote::Level::Info:
        return ColorRole::MutedText;
    case FieldNote::Level::Good:
        return ColorRole::Good;
    }
    return ColorRole::Text;
}

} // namespace

FieldNote::FieldNote(const Theme &theme, const Icons &icons, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_field(field)
    , m_icon(new IconLabel(iconSide, this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("sentence"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 2);
    row->setSpacing(4);
    // The icon stands on the first line's middle, however many lines there are.
    auto *iconColumn = new QVBoxLayout;
    iconColumn->setContentsMargins(0, qMax(0, (fontMetrics().height() - iconSide) / 2), 0, 0);
    iconColumn->addWidget(m_icon);
    iconColumn->addStretch();
    row->addLayout(iconColumn);
    row->addWidget(m_text, 1);
    // As high as its lines at that width, and never higher.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &FieldNote::updateColor);
    hide();
}

void FieldNote::say(const QString &sentence, Level level)
{
    m_level = level;
    m_text->setText(sentence);
    m_icon->setIcon(m_icons.icon(iconOf(level), roleOf(level)));
    updateColor();
    setVisible(!sentence.isEmpty());
    if (m_field)
        m_field->setAccessibleDescription(sentence);
}

QString FieldNote::sentence() const
{
    return m_text->text();
}

void FieldNote::updateColor()
{
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(roleOf(m_level)));
    m_text->setPalette(palette);
}

} // namespace sonde
