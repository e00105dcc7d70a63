#pragma once

#include "widgets/icons.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sonde {

/// The line below a list that says what was deleted and takes it back; hidden while there is nothing to take
/// back.
class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(const Icons &icons, QWidget *parent = nullptr);

    /// What the button does, as a sentence without a full stop; its key is added.
    void setTip(const QString &tip);
    void say(const QString &sentence);
    QString sentence() const;

signals:
    void undoRequested();
    /// The user has closed the line: what was deleted is not wanted back.
    void dismissed();

private:
    QLabel *m_sentence;
    QPushButton *m_undo;
};

} // namespace sonde
