#pragma once

#include <QDateTimeEdit>

namespace sonde {

/// A field for an instant, to the second. Typing two digits moves on to the next part by itself; a separator
/// typed then, as everybody types it, is taken as read. Qt's own field skips a part there.
class InstantEdit final : public QDateTimeEdit
{
    Q_OBJECT

public:
    explicit InstantEdit(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace sonde
