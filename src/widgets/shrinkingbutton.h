#pragma once

#include <QToolButton>

namespace sonde {

/// A flat button whose text is cut with an ellipsis where there is too little room for it.
class ShrinkingButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ShrinkingButton(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sonde
