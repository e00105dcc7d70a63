#pragma once

#include "widgets/icons.h"

#include <QFrame>

class QLabel;

namespace sonde {

/// The line below a list that says what was deleted and takes it back; hidden while there is nothing to take
/// back.
class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    /// \a tip is what the button does, as a sentence without a full stop; its key is added.
    UndoBar(const Icons &icons, const QString &tip, QWidget *parent = nullptr);

    void say(const QString &sentence);
    QString sentence() const;

signals:
    void undoRequested();

private:
    QLabel *m_sentence;
};

} // namespace sonde
