#pragma once

#include <QObject>

class QSocketNotifier;

namespace sonde {

/// Turns Ctrl+C (SIGINT) and SIGTERM into a signal of the main thread. One per process.
class Interrupt final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

signals:
    void interrupted();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace sonde
