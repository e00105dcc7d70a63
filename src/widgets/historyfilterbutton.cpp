#include "widgets/historyfilterbutton.h"

#include "stores/settingsstore.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"

#include <QActionGroup>
#include <QMenu>
#include <array>

namespace sonde {

namespace {

struct Outcome
{
    OutcomeFilter filter;
    const char *name; ///< in the settings
    const char *text;
};

constexpr std::array outcomes{
    Outcome{OutcomeFilter::Any, "", QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Any outcome")},
    Outcome{OutcomeFilter::WithRows, "rows", QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "With rows")},
    Outcome{OutcomeFilter::Failed, "failed", QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Failed")},
    Outcome{OutcomeFilter::Stopped, "stopped", QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Stopped")}};

struct Duration
{
    int longerThanMs;
    const char *text; ///< in the menu
    const char *part; ///< of a description
};

constexpr std::array durations{
    Duration{0, QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Any duration"), ""},
    Duration{1'000, QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Over 1 s"),
             QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "over 1 s")},
    Duration{10'000, QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Over 10 s"),
             QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "over 10 s")},
    Duration{60'000, QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "Over 1 min"),
             QT_TRANSLATE_NOOP("sonde::HistoryFilterButton", "over 1 min")}};

/// What no version of the program offers, as somebody wrote into the file, is all runs.
HistoryFilter remembered(const SettingsStore &settings)
{
    HistoryFilter filter;
    const QString name = settings.get(settings::historyOutcome);
    for (const Outcome &outcome : outcomes) {
        if (name == QLatin1String(outcome.name))
            filter.outcome = outcome.filter;
    }
    const int longerThanMs = settings.get(settings::historyLongerThan);
    for (const Duration &duration : durations) {
        if (longerThanMs == duration.longerThanMs)
            filter.longerThanMs = longerThanMs;
    }
    return filter;
}

} // namespace

HistoryFilterButton::HistoryFilterButton(SettingsStore &settings, const Icons &icons, QWidget *parent)
    : QToolButton(parent)
    , m_settings(settings)
    , m_filter(remembered(settings))
{
    setObjectName(QStringLiteral("filter"));
    setIcon(icons.icon(QLatin1StringView("filter")));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    addOutcomes();
    menu()->addSeparator();
    addDurations();
    check();
    keepTranslated(this, [this] {
        setToolTip(tr("Which runs are listed, by outcome and duration"));
        setAccessibleName(tr("Filter the history"));
    });
}

QActionGroup *HistoryFilterButton::addChoices(const QString &name)
{
    auto *group = new QActionGroup(menu());
    group->setObjectName(name);
    return group;
}

void HistoryFilterButton::addOutcomes()
{
    m_outcomes = addChoices(QStringLiteral("outcomes"));
    for (const Outcome &outcome : outcomes) {
        QAction *action = m_outcomes->addAction(menu()->addAction(QString()));
        action->setCheckable(true);
        action->setData(static_cast<int>(outcome.filter));
        keepTranslated(menu(), [action, text = outcome.text] { action->setText(tr(text)); });
    }
    connect(m_outcomes, &QActionGroup::triggered, this, [this](const QAction *action) {
        HistoryFilter filter = m_filter;
        filter.outcome = static_cast<OutcomeFilter>(action->data().toInt());
        choose(filter);
    });
}

void HistoryFilterButton::addDurations()
{
    m_durations = addChoices(QStringLiteral("durations"));
    for (const Duration &duration : durations) {
        QAction *action = m_durations->addAction(menu()->addAction(QString()));
        action->setCheckable(true);
        action->setData(duration.longerThanMs);
        keepTranslated(menu(), [action, text = duration.text] { action->setText(tr(text)); });
    }
    connect(m_durations, &QActionGroup::triggered, this, [this](const QAction *action) {
        HistoryFilter filter = m_filter;
        filter.longerThanMs = action->data().toInt();
        choose(filter);
    });
}

void HistoryFilterButton::reset()
{
    choose({});
}

void HistoryFilterButton::choose(const HistoryFilter &filter)
{
    if (filter.isSameAs(m_filter))
        return;
    m_filter = filter;
    for (const Outcome &outcome : outcomes) {
        if (outcome.filter == filter.outcome)
            m_settings.set(settings::historyOutcome, QString::fromLatin1(outcome.name));
    }
    m_settings.set(settings::historyLongerThan, static_cast<int>(filter.longerThanMs));
    check();
    emit changed();
}

void HistoryFilterButton::check()
{
    const QList<QAction *> actions = m_outcomes->actions() + m_durations->actions();
    for (QAction *action : actions) {
        const bool isOutcome = action->actionGroup() == m_outcomes;
        action->setChecked(action->data().toInt() == (isOutcome ? static_cast<int>(m_filter.outcome)
                                                                : static_cast<int>(m_filter.longerThanMs)));
    }
}

QString HistoryFilterButton::description() const
{
    QStringList parts;
    for (const Outcome &outcome : outcomes) {
        if (outcome.filter == m_filter.outcome && outcome.filter != OutcomeFilter::Any)
            parts << tr(outcome.text);
    }
    for (const Duration &duration : durations) {
        if (duration.longerThanMs == m_filter.longerThanMs && duration.longerThanMs > 0)
            parts << (parts.isEmpty() ? tr(duration.text) : tr(duration.part));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace sonde
