#pragma once

#include "stores/historyentry.h"

#include <QToolButton>

class QActionGroup;

namespace sonde {

class Icons;
class SettingsStore;

/// The button beside the history's search field: a menu of how the runs ended and how long they took. What is
/// chosen there is remembered in the settings.
class HistoryFilterButton final : public QToolButton
{
    Q_OBJECT

public:
    /// Begins with what was chosen last. \a settings outlive the button.
    HistoryFilterButton(SettingsStore &settings, const Icons &icons, QWidget *parent = nullptr);

    /// What is chosen here; its text is empty.
    const HistoryFilter &filter() const { return m_filter; }
    /// All runs, whatever their outcome and duration.
    void reset();
    /// What is chosen, as words for a chip: "Failed · over 10 s"; empty where all runs are wanted.
    QString description() const;

signals:
    void changed();

private:
    QActionGroup *addChoices(const QString &name);
    void addOutcomes();
    void addDurations();
    void choose(const HistoryFilter &filter);
    void check();

    SettingsStore &m_settings;
    HistoryFilter m_filter;
    QActionGroup *m_outcomes = nullptr;
    QActionGroup *m_durations = nullptr;
};

} // namespace sonde
