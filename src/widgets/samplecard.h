#pragma once

#include "widgets/icons.h"
#include "widgets/samplequeries.h"

#include <QAbstractButton>

namespace sonde {

/// A sample query as a button of the welcome page: its title, its story and the query itself. Click, Space
/// and Enter choose it.
class SampleCard final : public QAbstractButton
{
    Q_OBJECT

public:
    /// Empty until it gets a sample. \a icons outlive the card.
    explicit SampleCard(const Icons &icons, QWidget *parent = nullptr);

    void setSample(const SampleQuery &sample);
    const SampleQuery &sample() const { return m_sample; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QFont titleFont() const;
    QFont queryFont() const;

    const Icons &m_icons;
    SampleQuery m_sample;
};

} // namespace sonde
