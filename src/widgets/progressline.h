#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace sonde {

/// One line on work under way: what is being waited for, since when, and a button that ends it. A bar is
/// shown only where the end is known. Hidden while there is nothing to wait for, and for a moment after the
/// start, so that what is quick does not make the window jump.
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// What the button says that ends what is shown.
    void setStopText(const QString &text);
    /// Counts the time from now.
    void start(const QString &text);
    /// The time goes on.
    void setText(const QString &text);
    /// Shows the bar.
    void setPermille(int permille);
    void finish();
    QString text() const;

signals:
    void stopRequested();

private:
    void updateElapsed();

    QLabel *m_text;
    QLabel *m_elapsed;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QElapsedTimer m_since;
    QTimer m_tick;
    QTimer m_appear;
};

} // namespace sonde
