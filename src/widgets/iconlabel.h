#pragma once

#include <QIcon>
#include <QWidget>

namespace sonde {

/// Shows an icon at a fixed size. Unlike a label with a pixmap it follows the theme and the screen by itself,
/// because the icon is drawn afresh each time.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// \a side in pixels.
    explicit IconLabel(int side, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace sonde
