#pragma once

#include "widgets/icons.h"

#include <QFrame>

class QLabel;

namespace sonde {

/// The line below the history that says what was deleted and takes it back; hidden while there is nothing to
/// take back.
class HistoryUndoBar final : public QFrame
{
    Q_OBJECT

public:
    explicit HistoryUndoBar(const Icons &icons, QWidget *parent = nullptr);

    void say(const QString &sentence);
    QString sentence() const;

signals:
    void undoRequested();

private:
    QLabel *m_sentence;
};

} // namespace sonde
