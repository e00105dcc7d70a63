#pragma once

#include "ports/connectionprobe.h"
#include "widgets/icons.h"

#include <QList>
#include <QWidget>
#include <memory>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sonde {

class FieldNote;
class ProbeRow;

/// Tests a connection and shows the steps one under the other: a sign, words, and where one failed, what
/// happened and what to do.
class ProbeView final : public QWidget
{
    Q_OBJECT

public:
    /// All three outlive the view.
    ProbeView(ConnectionProbe &probe, const Theme &theme, const Icons &icons, QWidget *parent = nullptr);
    ~ProbeView() override;

    /// Starts a test; one that is running ends. \a connection is complete.
    void test(const Connection &connection, const std::optional<QString> &secret);
    void stop();
    /// What a test would use now: where that is not what was tested, a running test ends and what is shown
    /// says that it is old.
    void noteValues(const Connection &connection, const std::optional<QString> &secret);
    /// Why there is no test; what an earlier test showed goes.
    void refuse(const QString &reason);
    bool isRunning() const { return m_job != nullptr; }
    /// What came of it, in one sentence.
    QString summary() const;

signals:
    /// The user wants a test; who knows the connection calls test() or refuse().
    void testRequested();

private:
    void makeRows(const Connection &connection);
    void clearRows();
    void showStep(const ProbeStep &step);
    void finish(bool passed);
    void endJob();
    void invalidate();
    void showButton();

    ConnectionProbe &m_probe;
    const Theme &m_theme;
    const Icons &m_icons;
    ProbeJob *m_job = nullptr;
    QPushButton *m_button;
    QLabel *m_hint;
    FieldNote *m_summary;
    QVBoxLayout *m_column = nullptr;
    QList<QWidget *> m_headings;
    QList<ProbeRow *> m_rows;
    Connection m_tested;
    std::optional<QString> m_testedSecret;
};

} // namespace sonde
