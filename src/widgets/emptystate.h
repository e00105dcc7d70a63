#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sonde {

/// What stands where rows would: one sentence on what belongs here, and one button that brings it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty \a action leaves the sentence alone.
    void say(const QString &sentence, const QString &action = {});
    QString sentence() const;

signals:
    void actionTriggered();

private:
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace sonde
