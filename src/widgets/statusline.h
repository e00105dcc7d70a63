#pragma once

#include "core/clock.h"
#include "widgets/runstatus.h"
#include "widgets/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace sonde {

class Icons;
class PartsLabel;
class ShrinkingButton;
struct EffectiveRange;

/// The line at the foot of the window: how complete the rows are, how many, how long it took, which range,
/// and what the selected cells come to.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    /// All three outlive the line.
    StatusLine(const Theme &theme, const Icons &icons, const Clock &clock, QWidget *parent = nullptr);

    void setStatus(const RunStatus &status);
    /// A short note, such as how many rows were copied, until the next status.
    void showNote(const QString &text);
    /// Where the caret of the query is, and how much is selected, a few words each.
    void setPlace(const QStringList &place);
    /// What is wrong with the query, in a few words, as a button with that icon; empty: none.
    void setProblems(const QString &text, QLatin1StringView icon, ColorRole role);
    /// Which part of the time range the query at the caret leaves, as a button; none where there is no text.
    void setEffectiveRange(const EffectiveRange &range);
    /// What the selected cells come to, a few words each.
    void setSelectionFacts(const QStringList &facts);

    QString badgeText() const;
    QString countsText() const;
    QString rangeText() const;
    QString effectiveRangeText() const;

signals:
    /// The button with the problems was pressed.
    void problemsRequested();
    /// That with the time range was.
    void rangeRequested();

private:
    struct Badge;
    struct IconKey
    {
        QString name;
        QColor color;
        qreal pixelRatio = 0;
        bool operator==(const IconKey &) const = default;
    };
    Badge badgeOf(const RunStatus &status) const;
    void showFacts();
    void update();

    const Theme &m_theme;
    const Icons &m_icons;
    const Clock &m_clock;
    RunStatus m_status;
    IconKey m_shownIcon;
    QLabel *m_badgeIcon;
    QLabel *m_badge;
    QLabel *m_counts;
    QLabel *m_elapsed;
    QLabel *m_range;
    QLabel *m_note;
    QToolButton *m_problems;
    ShrinkingButton *m_effective;
    PartsLabel *m_facts;
    QStringList m_selection;
    QStringList m_place;
};

} // namespace sonde
