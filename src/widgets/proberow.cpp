#include "widgets/proberow.h"

#include "widgets/iconlabel.h"

#include <QGridLayout>
#include <QLabel>

namespace sonde {

namespace {

constexpr int iconSide = 16;

} // namespace

ProbeRow::ProbeRow(QueryLanguage service, ProbeStep::Kind kind, const Theme &theme, const Icons &icons,
                   QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_kind(kind)
    , m_theme(theme)
    , m_icons(icons)
    , m_icon(new IconLabel(iconSide, this))
    , m_title(new QLabel(title(), this))
    , m_word(new QLabel(this))
    , m_detail(new QLabel(this))
{
    m_title->setObjectName(QStringLiteral("title"));
    m_word->setObjectName(QStringLiteral("word"));
    m_detail->setObjectName(QStringLiteral("detail"));
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_word, 0, 2);
    grid->addWidget(m_detail, 1, 1, 1, 2);
    connect(&theme, &Theme::changed, this, &ProbeRow::updateColors);
    showState(tr("Waiting"), QLatin1StringView("circle-dashed"), ColorRole::MutedText);
}

QString ProbeRow::title() const
{
    switch (m_kind) {
    case ProbeStep::Kind::Name:
        return tr("Name resolution");
    case ProbeStep::Kind::Secure:
        return tr("Secure connection");
    case ProbeStep::Kind::SignIn:
        return tr("Sign-in");
    case ProbeStep::Kind::Workspace:
        return tr("Workspace");
    case ProbeStep::Kind::Permission:
        return tr("Permission");
    }
    return {};
}

void ProbeRow::setStep(const ProbeStep &step)
{
    m_isBegun = true;
    m_state = step.state;
    QString detail = step.detail;
    switch (step.state) {
    case ProbeStep::State::Running:
        showState(tr("Running…"), QLatin1StringView("loader"), ColorRole::Info);
        break;
    case ProbeStep::State::Passed:
        showState(tr("Passed"), QLatin1StringView("circle-check"), ColorRole::Good);
        break;
    case ProbeStep::State::Failed:
        showState(tr("Failed"), QLatin1StringView("octagon-x"), ColorRole::Error);
        if (step.error) {
            detail = step.error->message;
            if (!step.error->advice.isEmpty())
                detail += QLatin1Char('\n') + step.error->advice;
        }
        break;
    case ProbeStep::State::NotReached:
        showState(tr("Not run"), QLatin1StringView("circle-dashed"), ColorRole::MutedText);
        break;
    }
    m_detail->setText(detail);
    m_detail->setToolTip(step.error ? step.error->detail.toHtmlEscaped() : QString());
    m_detail->setVisible(!detail.isEmpty());
    updateColors();
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(title(), m_word->text(), detail));
}

void ProbeRow::setStopped()
{
    if (!m_isBegun || m_state == ProbeStep::State::Running)
        showState(m_isBegun ? tr("Stopped") : tr("Not run"), QLatin1StringView("circle-dashed"),
                  ColorRole::MutedText);
    m_state = m_state == ProbeStep::State::Running ? ProbeStep::State::NotReached : m_state;
}

void ProbeRow::setOutdated()
{
    setEnabled(false);
}

void ProbeRow::showState(const QString &word, QLatin1StringView icon, ColorRole role)
{
    m_role = role;
    m_word->setText(word);
    m_icon->setIcon(m_icons.icon(icon, role));
    updateColors();
    setAccessibleName(QStringLiteral("%1: %2").arg(title(), word));
}

void ProbeRow::updateColors()
{
    const auto color = [](QLabel *label, const QColor &shade) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::Active, QPalette::WindowText, shade);
        palette.setColor(QPalette::Inactive, QPalette::WindowText, shade);
        label->setPalette(palette);
    };
    color(m_word, m_theme.color(m_role));
    // What went wrong is read; what was found is looked up.
    color(m_detail,
          m_theme.color(m_state == ProbeStep::State::Failed ? ColorRole::Text : ColorRole::MutedText));
}

} // namespace sonde
