#include "widgets/statusline.h"

#include "widgets/effectiverange.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/partslabel.h"
#include "widgets/shrinkingbutton.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace sonde {

namespace {

constexpr int badgeIconSize = 16;

/// Its text is its name for a screen reader, too; \a meaning says what it is of.
QLabel *makeLabel(QWidget *parent, const char *meaning)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    keepTranslated(label, [label, meaning] { label->setAccessibleDescription(StatusLine::tr(meaning)); });
    return label;
}

} // namespace

/// The word and sign for how a run ended.
struct StatusLine::Badge
{
    QString text;
    QString toolTip;
    QLatin1StringView icon;
    ColorRole role = ColorRole::MutedText;
};

StatusLine::StatusLine(const Theme &theme, const Icons &icons, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_clock(clock)
    , m_badgeIcon(new QLabel(this))
    , m_badge(makeLabel(this, QT_TR_NOOP("Completeness")))
    , m_counts(makeLabel(this, QT_TR_NOOP("Number of rows")))
    , m_elapsed(makeLabel(this, QT_TR_NOOP("Time taken")))
    , m_range(makeLabel(this, QT_TR_NOOP("Time range")))
    , m_note(makeLabel(this, QT_TR_NOOP("Note")))
    , m_problems(new QToolButton(this))
    , m_effective(new ShrinkingButton(this))
    , m_facts(new PartsLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(16);
    auto *badge = new QHBoxLayout;
    badge->setSpacing(4);
    badge->addWidget(m_badgeIcon);
    badge->addWidget(m_badge);
    layout->addLayout(badge);
    layout->addWidget(m_counts);
    layout->addWidget(m_elapsed);
    layout->addWidget(m_range);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(m_facts, 100); // all the room there is, before the stretch
    layout->addWidget(m_effective);
    layout->addWidget(m_problems);
    m_effective->hide();
    connect(m_effective, &QToolButton::clicked, this, &StatusLine::rangeRequested);
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->hide();
    keepTranslated(this,
                   [this] { m_problems->setToolTip(tr("Show what is wrong with the queries, below them")); });
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    QFont strong = m_badge->font();
    strong.setWeight(QFont::DemiBold);
    m_badge->setFont(strong);
    m_note->hide();
    connect(&m_theme, &Theme::changed, this, &StatusLine::update);
    keepTranslated(this, [this] { update(); });
}

void StatusLine::setStatus(const RunStatus &status)
{
    m_status = status;
    showNote({});
    update();
}

void StatusLine::showNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void StatusLine::setProblems(const QString &text, QLatin1StringView icon, ColorRole role)
{
    m_problems->setIcon(m_icons.icon(icon, role));
    m_problems->setText(text);
    m_problems->setVisible(!text.isEmpty());
}

void StatusLine::setEffectiveRange(const EffectiveRange &range)
{
    m_effective->setIcon(range.isNothing
                             ? m_icons.icon(QLatin1StringView("triangle-alert"), ColorRole::Warning)
                             : m_icons.icon(QLatin1StringView("clock"), ColorRole::MutedText));
    m_effective->setText(range.text);
    m_effective->setToolTip(range.toolTip);
    m_effective->setAccessibleName(tr("Time range of the query: %1").arg(range.text));
    m_effective->setAccessibleDescription(range.toolTip);
    m_effective->setVisible(!range.text.isEmpty());
}

void StatusLine::setPlace(const QStringList &place)
{
    m_place = place;
    showFacts();
}

void StatusLine::showFacts()
{
    m_facts->setParts(m_selection + m_place);
}

void StatusLine::setSelectionFacts(const QStringList &facts)
{
    m_selection = facts;
    showFacts();
}

QString StatusLine::badgeText() const
{
    return m_badge->text();
}

QString StatusLine::countsText() const
{
    return m_counts->text();
}

QString StatusLine::rangeText() const
{
    return m_range->text();
}

QString StatusLine::effectiveRangeText() const
{
    return m_effective->text();
}

StatusLine::Badge StatusLine::badgeOf(const RunStatus &status) const
{
    switch (status.state) {
    case RunStatus::State::Idle:
        return {tr("Ready"), {}, {}, ColorRole::MutedText};
    case RunStatus::State::Running:
        return {describeStage(status.progress), tr("The query is running."), QLatin1StringView("loader"),
                ColorRole::Accent};
    case RunStatus::State::Failed:
        return {tr("Failed"), tr("The message above the results says what happened."),
                QLatin1StringView("octagon-x"), ColorRole::Error};
    case RunStatus::State::Stopped:
        return {tr("Stopped"), tr("The run was stopped; the rows that had come by then are shown."),
                QLatin1StringView("square"), ColorRole::Warning};
    case RunStatus::State::Done:
        break;
    }
    const QString why = status.reasons.join(u'\n');
    switch (status.completeness) {
    case Completeness::Complete:
        return {tr("Complete"), tr("These are all rows that the query gives for this time range."),
                QLatin1StringView("circle-check"), ColorRole::Good};
    case Completeness::Partial:
        return {tr("Partial"), why.isEmpty() ? tr("The answer ended before all rows had come.") : why,
                QLatin1StringView("triangle-alert"), ColorRole::Warning};
    case Completeness::Capped:
        break;
    }
    return {tr("Capped"), why.isEmpty() ? tr("A row limit cut the answer; there are more rows.") : why,
            QLatin1StringView("circle-dashed"), ColorRole::Warning};
}

void StatusLine::update()
{
    const Badge badge = badgeOf(m_status);
    m_badge->setText(badge.text);
    m_badge->setToolTip(badge.toolTip);
    m_badge->setAccessibleDescription(badge.toolTip.isEmpty() ? tr("Completeness") : badge.toolTip);
    QPalette palette = m_badge->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(badge.role));
    m_badge->setPalette(palette);
    m_badgeIcon->setVisible(!badge.icon.isEmpty());
    m_badgeIcon->setToolTip(badge.toolTip);
    // Drawn only when it is another one: while rows arrive this is called for every block of them.
    const IconKey key{QString(badge.icon), m_theme.color(badge.role), devicePixelRatioF()};
    if (!badge.icon.isEmpty() && key != m_shownIcon) {
        m_badgeIcon->setPixmap(m_icons.icon(badge.icon, badge.role).pixmap(badgeIconSize, badgeIconSize));
        m_shownIcon = key;
    }

    const bool hasRun = m_status.state != RunStatus::State::Idle;
    const bool hasRows = hasRun && (m_status.state == RunStatus::State::Done || m_status.rows > 0);
    m_counts->setText(hasRows ? describeRows(m_status.rows, m_status.total) : QString());
    m_counts->setVisible(hasRows);
    // While it runs, the line above the results counts.
    const bool hasEnded = hasRun && m_status.state != RunStatus::State::Running;
    m_elapsed->setText(hasEnded ? describeElapsed(m_status.elapsedMs) : QString());
    m_elapsed->setVisible(hasEnded);
    m_range->setText(m_status.range ? describeRange(*m_status.range, m_clock.nowUtc()) : QString());
    m_range->setToolTip(m_status.range ? describeRangeInFull(*m_status.range) : QString());
    m_range->setVisible(m_status.range.has_value());
}

} // namespace sonde
