#pragma once

#include <QLabel>
#include <QStringList>

namespace sonde {

/// Some facts on one line, most wanted first: those that find room, with an ellipsis in the place of the
/// others. The tooltip has them all. Hidden while there are none.
class PartsLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit PartsLabel(QWidget *parent = nullptr);

    void setParts(const QStringList &parts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int widthOf(const QString &text) const;
    void updateText();

    QStringList m_parts;
};

} // namespace sonde
