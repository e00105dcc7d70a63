#include "widgets/progressline.h"

#include "widgets/keeptranslated.h"
#include "widgets/runstatus.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace sonde {

namespace {

/// Often enough for tenths of a second to be seen running.
constexpr int tickMs = 100;
constexpr int appearMs = 300;

} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_elapsed(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_elapsed->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(200);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_elapsed);
    layout->addWidget(m_bar);
    layout->addStretch(1);
    layout->addWidget(m_stop);
    hide();
    keepTranslated(this, [this] {
        // Labels are called what they say.
        m_text->setAccessibleDescription(tr("Progress"));
        m_elapsed->setAccessibleDescription(tr("Time since the start"));
        m_bar->setAccessibleName(tr("Part that is done"));
    });
    m_tick.setInterval(tickMs);
    m_appear.setInterval(appearMs);
    m_appear.setSingleShot(true);
    connect(&m_appear, &QTimer::timeout, this, &QWidget::show);
    connect(&m_tick, &QTimer::timeout, this, &ProgressLine::updateElapsed);
    connect(m_stop, &QPushButton::clicked, this, &ProgressLine::stopRequested);
}

void ProgressLine::setStopText(const QString &text)
{
    m_stop->setText(text);
}

void ProgressLine::start(const QString &text)
{
    m_since.start();
    m_bar->hide();
    setText(text);
    updateElapsed();
    m_tick.start();
    m_appear.start();
}

void ProgressLine::setText(const QString &text)
{
    m_text->setText(text);
}

void ProgressLine::setPermille(int permille)
{
    m_bar->setValue(permille);
    m_bar->show();
}

void ProgressLine::finish()
{
    m_tick.stop();
    m_appear.stop();
    hide();
}

QString ProgressLine::text() const
{
    return m_text->text();
}

void ProgressLine::updateElapsed()
{
    m_elapsed->setText(describeElapsed(m_since.elapsed()));
}

} // namespace sonde
