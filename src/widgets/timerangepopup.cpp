#include "widgets/timerangepopup.h"

#include "widgets/instantedit.h"

#include "widgets/rangebar.h"
#include "widgets/timerangepicker.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimeZone>
#include <array>

namespace sonde {

namespace {

/// "Local time (CET, UTC+01:00)": what the machine's own zone is called just now.
QString localZoneText(const QDateTime &now)
{
    const QDateTime local = now.toLocalTime();
    const int minutes = local.offsetFromUtc() / 60;
    const QString offset = QStringLiteral("UTC%1%2:%3")
                               .arg(minutes < 0 ? QStringLiteral("-") : QStringLiteral("+"))
                               .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    //: %1: a time zone, as Europe/Amsterdam
    return TimeRangePopup::tr("Local time (%1)").arg(offset);
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

TimeRangePopup::TimeRangePopup(const Clock &clock, const TimeRange &range, TimeRange::Zone zone,
                               QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_clock(clock)
    , m_current(range)
    , m_presets(new QListWidget(this))
    , m_start(new InstantEdit(this))
    , m_end(new InstantEdit(this))
    , m_zone(new QComboBox(this))
    , m_problem(new QLabel(this))
    , m_resolved(new QLabel(this))
    , m_bar(new RangeBar(this))
    , m_left(new QLabel(this))
    , m_apply(new QPushButton(tr("&Apply"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    // The click on the button that closes the popup must not open it again.
    setAttribute(Qt::WA_NoMouseReplay);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Time range"));

    m_zone->addItem(tr("UTC"), QVariant::fromValue(static_cast<int>(TimeRange::Zone::Utc)));
    m_zone->addItem(localZoneText(clock.nowUtc()),
                    QVariant::fromValue(static_cast<int>(TimeRange::Zone::Local)));
    m_zone->setCurrentIndex(zone == TimeRange::Zone::Utc ? 0 : 1);

    m_presets->setObjectName(QStringLiteral("presets"));
    m_presets->setAccessibleName(tr("Ready-made time ranges"));
    m_presets->setFrameShape(QFrame::NoFrame);
    m_presets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(m_presets);
    row->addWidget(makeCustomPane(), 1);

    fillPresets(range);
    setFieldsZone();
    fillFields(range.resolve(clock.nowUtc()));

    connect(m_presets, &QListWidget::itemClicked, this, &TimeRangePopup::choosePreset);
    connect(m_presets, &QListWidget::itemActivated, this, &TimeRangePopup::choosePreset);
    connect(m_presets, &QListWidget::currentRowChanged, this, [this](int index) {
        // What the fields show is what Apply applies.
        if (index >= 0)
            fillFields(offered().at(index).range.resolve(m_clock.nowUtc()));
    });
    for (auto *edit : {m_start, m_end})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &TimeRangePopup::updateProblem);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &TimeRangePopup::changeZone);
    connect(m_apply, &QPushButton::clicked, this, &TimeRangePopup::applyCustom);
    // A view that gets the focus makes its first row current; a range of one's own would look like that one.
    if (m_presets->currentRow() >= 0)
        m_presets->setFocus();
    else
        m_start->setFocus();
}

QList<TimeRangePopup::Preset> TimeRangePopup::presets(TimeRange::Zone zone)
{
    using namespace std::chrono_literals;
    constexpr auto day = 24h;
    QList<Preset> presets;
    for (const std::chrono::minutes duration : {30min, 60min, 240min, 720min})
        presets << Preset{{}, TimeRange::last(duration)};
    for (const std::chrono::minutes duration : {day, 3 * day, 7 * day, 30 * day})
        presets << Preset{{}, TimeRange::last(duration)};
    for (Preset &preset : presets)
        preset.text = TimeRangePicker::describe(preset.range, zone);
    presets << Preset{tr("Today"), TimeRange::calendar(TimeRange::Kind::Today, zone)}
            << Preset{tr("Yesterday"), TimeRange::calendar(TimeRange::Kind::Yesterday, zone)}
            << Preset{tr("This week"), TimeRange::calendar(TimeRange::Kind::ThisWeek, zone)};
    return presets;
}

QList<TimeRangePopup::Preset> TimeRangePopup::offered() const
{
    QList<Preset> all = presets(zone());
    if (m_asked)
        all.append({tr("As the query asks"), *m_asked});
    return all;
}

void TimeRangePopup::setEffectiveRange(const EffectiveRange &range)
{
    m_bar->setVisible(range.isSet);
    m_bar->setRange(range);
    m_left->setVisible(range.isSet);
    m_left->setText(range.text);
    m_left->setToolTip(range.toolTip);
    if (m_asked != range.asked) {
        m_asked = range.asked;
        fillPresets(m_current);
    }
}

QWidget *TimeRangePopup::makeCustomPane()
{
    auto *pane = new QWidget(this);
    auto *grid = new QGridLayout(pane);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->addWidget(makeHeading(tr("Custom range"), pane), 0, 0, 1, 2);
    m_start->setObjectName(QStringLiteral("start"));
    m_end->setObjectName(QStringLiteral("end"));
    addField(grid, 1, tr("&Start"), m_start);
    addField(grid, 2, tr("&End"), m_end);

    // The reason stands right below the field that it is about; its place is kept, so that nothing jumps.
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText); // the theme's colour of errors
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing());
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    grid->addWidget(m_problem, 3, 1);

    auto *zoneLabel = new QLabel(tr("Time &zone"), pane);
    zoneLabel->setBuddy(m_zone);
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->setAccessibleName(tr("Time zone"));
    grid->addWidget(zoneLabel, 4, 0);
    grid->addWidget(m_zone, 4, 1);

    m_resolved->setObjectName(QStringLiteral("resolved"));
    m_resolved->setWordWrap(true);
    m_resolved->setForegroundRole(QPalette::PlaceholderText);
    m_resolved->setMinimumWidth(m_resolved->fontMetrics().horizontalAdvance(
        QStringLiteral("0000-00-00 00:00:00 xxx 0000-00-00 00:00:00 UTC")));
    grid->addWidget(m_resolved, 5, 0, 1, 2);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->setContentsMargins(0, 8, 0, 0);
    left->addWidget(m_bar);
    left->addWidget(m_left);
    grid->addLayout(left, 6, 0, 1, 2);
    m_left->setObjectName(QStringLiteral("left"));
    m_left->setTextFormat(Qt::PlainText);
    m_left->setWordWrap(true);
    grid->setRowStretch(7, 1);

    m_apply->setObjectName(QStringLiteral("apply"));
    m_apply->setDefault(true);
    auto *cancel = new QPushButton(tr("&Cancel"), pane);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_apply);
    buttons->addWidget(cancel);
    grid->addLayout(buttons, 8, 0, 1, 2);
    grid->setColumnStretch(1, 1);

    const std::array<QWidget *, 6> order{m_presets, m_start, m_end, m_zone, m_apply, cancel};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    return pane;
}

void TimeRangePopup::addField(QGridLayout *grid, int row, const QString &label, QDateTimeEdit *edit)
{
    auto *text = new QLabel(label, this);
    text->setBuddy(edit);
    edit->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    grid->addWidget(text, row, 0);
    grid->addWidget(edit, row, 1);
}

TimeRange::Zone TimeRangePopup::zone() const
{
    return static_cast<TimeRange::Zone>(m_zone->currentData().toInt());
}

void TimeRangePopup::setFieldsZone()
{
    const bool utc = zone() == TimeRange::Zone::Utc;
    for (auto *edit : {m_start, m_end}) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
        edit->setTimeZone(QTimeZone(utc ? QTimeZone::UTC : QTimeZone::LocalTime));
#else
        edit->setTimeSpec(utc ? Qt::UTC : Qt::LocalTime);
#endif
    }
}

void TimeRangePopup::fillFields(const ResolvedRange &range)
{
    const auto wholeSeconds = [](const QDateTime &time) { return time.addMSecs(-time.time().msec()); };
    const bool utc = zone() == TimeRange::Zone::Utc;
    const QDateTime start = wholeSeconds(range.start);
    const QDateTime end = wholeSeconds(range.end);
    m_start->setDateTime(utc ? start.toUTC() : start.toLocalTime());
    m_end->setDateTime(utc ? end.toUTC() : end.toLocalTime());
    updateProblem();
}

void TimeRangePopup::fillPresets(const TimeRange &current)
{
    const QSignalBlocker blocker(m_presets); // a row that comes and goes chooses nothing
    m_presets->clear();
    const QList<Preset> all = offered();
    int width = 0;
    for (const Preset &preset : all) {
        auto *item = new QListWidgetItem(preset.text, m_presets);
        width = qMax(width, fontMetrics().horizontalAdvance(preset.text));
        item->setSizeHint(QSize(0, fontMetrics().height() + 10));
        if (preset.range == current)
            m_presets->setCurrentRow(m_presets->count() - 1);
    }
    m_presets->setFixedWidth(width + 40);
    m_presets->setMinimumHeight(m_presets->sizeHintForRow(0) * m_presets->count() + 8);
}

void TimeRangePopup::changeZone()
{
    // The instants stay, the digits change.
    const ResolvedRange instants{m_start->dateTime().toUTC(), m_end->dateTime().toUTC()};
    const int row = m_presets->currentRow();
    setFieldsZone();
    fillFields(instants);
    m_presets->setCurrentRow(row);
    if (row >= 0)
        showResolved(offered().at(row).range.resolve(m_clock.nowUtc()));
    emit zoneChosen(zone());
}

void TimeRangePopup::choosePreset(const QListWidgetItem *item)
{
    const TimeRange range = offered().at(m_presets->row(item)).range;
    close();
    emit rangeChosen(range);
}

void TimeRangePopup::keyPressEvent(QKeyEvent *event)
{
    // A popup is no dialog: the default button is only drawn as one.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_apply->isEnabled() && (m_start->hasFocus() || m_end->hasFocus()))
        applyCustom();
    else
        QFrame::keyPressEvent(event);
}

void TimeRangePopup::applyCustom()
{
    const auto range = TimeRange::between(m_start->dateTime(), m_end->dateTime());
    if (!range)
        return;
    close();
    emit rangeChosen(*range);
}

void TimeRangePopup::updateProblem()
{
    const auto range = TimeRange::between(m_start->dateTime(), m_end->dateTime());
    m_apply->setEnabled(range.has_value());
    m_problem->setText(range ? QString() : range.error().message);
    m_end->setAccessibleDescription(m_problem->text());
    if (range)
        showResolved(range->resolve(m_clock.nowUtc()));
    else
        m_resolved->clear();
}

void TimeRangePopup::showResolved(const ResolvedRange &range)
{
    const auto text = [](const QDateTime &time) {
        return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    };
    //: %1 and %2: the first and last moment of a time range
    m_resolved->setText(tr("%1 to %2 UTC").arg(text(range.start), text(range.end)));
}

} // namespace sonde
