#pragma once

#include "ports/connectionprobe.h"
#include "widgets/icons.h"

#include <QWidget>

class QLabel;

namespace sonde {

class IconLabel;

/// One step of the test of a connection, as a line of a ProbeView.
class ProbeRow final : public QWidget
{
    Q_OBJECT

public:
    /// The step is still to come. \a theme and \a icons outlive the row.
    ProbeRow(QueryLanguage service, ProbeStep::Kind kind, const Theme &theme, const Icons &icons,
             QWidget *parent = nullptr);

    bool shows(const ProbeStep &step) const { return step.service == m_service && step.kind == m_kind; }
    void setStep(const ProbeStep &step);
    /// The test ended before this step did.
    void setStopped();
    /// Greyed: the values have changed since.
    void setOutdated();

    QString title() const;
    bool isRunning() const { return m_isBegun && m_state == ProbeStep::State::Running; }

private:
    void showState(const QString &word, QLatin1StringView icon, ColorRole role);
    void updateColors();

    QueryLanguage m_service;
    ProbeStep::Kind m_kind;
    const Theme &m_theme;
    const Icons &m_icons;
    bool m_isBegun = false;
    ProbeStep::State m_state = ProbeStep::State::Running;
    ColorRole m_role = ColorRole::MutedText;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_word;
    QLabel *m_detail;
};

} // namespace sonde
