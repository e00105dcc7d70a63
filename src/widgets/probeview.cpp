#include "widgets/probeview.h"

#include "widgets/fieldnote.h"
#include "widgets/proberow.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

namespace {

/// Without what has nothing to do with whether it works.
Connection bare(Connection connection)
{
    connection.name.clear();
    connection.colour = ColourMark::None;
    connection.keepsHistory = true;
    return connection;
}

} // namespace

ProbeView::ProbeView(ConnectionProbe &probe, const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_probe(probe)
    , m_theme(theme)
    , m_icons(icons)
    , m_button(new QPushButton(this))
    , m_hint(
          new QLabel(tr("Finds out whether the names, the certificates, the sign-in, the workspace and the "
                        "permission are in order. Nothing is stored."),
                     this))
    , m_summary(new FieldNote(theme, icons, m_button, this))
{
    m_button->setObjectName(QStringLiteral("test"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setObjectName(QStringLiteral("summary"));

    auto *scrollArea = new QScrollArea(this);
    scrollArea->setFrameShape(QFrame::NoFrame);
    scrollArea->setWidgetResizable(true);
    scrollArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrollArea->setFocusPolicy(Qt::NoFocus);
    auto *list = new QWidget(scrollArea);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 8, 0);
    listColumn->setSpacing(8);
    m_column = new QVBoxLayout;
    m_column->setSpacing(8);
    listColumn->addLayout(m_column);
    listColumn->addWidget(m_hint);
    listColumn->addStretch();
    scrollArea->setWidget(list);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_summary);
    column->addWidget(scrollArea, 1);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isRunning())
            stop();
        else
            emit testRequested();
    });
    showButton();
}

ProbeView::~ProbeView()
{
    endJob();
}

void ProbeView::test(const Connection &connection, const std::optional<QString> &secret)
{
    endJob();
    makeRows(connection);
    m_hint->hide();
    m_summary->say(tr("Testing…"), FieldNote::Level::Info);
    m_tested = bare(connection);
    m_testedSecret = secret;
    m_job = m_probe.probe(connection, secret);
    connect(m_job, &ProbeJob::stepChanged, this, &ProbeView::showStep);
    connect(m_job, &ProbeJob::finished, this, &ProbeView::finish);
    showButton();
}

void ProbeView::stop()
{
    if (!isRunning())
        return;
    endJob();
    for (ProbeRow *row : std::as_const(m_rows))
        row->setStopped();
    m_summary->say(tr("The test was stopped."), FieldNote::Level::Info);
    showButton();
}

void ProbeView::noteValues(const Connection &connection, const std::optional<QString> &secret)
{
    if (m_rows.isEmpty())
        m_summary->say({});
    else if (bare(connection) != m_tested || secret != m_testedSecret)
        invalidate();
}

void ProbeView::invalidate()
{
    stop();
    for (ProbeRow *row : std::as_const(m_rows))
        row->setOutdated();
    m_summary->say(tr("The connection was changed since this test."), FieldNote::Level::Info);
}

void ProbeView::refuse(const QString &reason)
{
    endJob();
    clearRows();
    m_hint->show();
    m_summary->say(reason);
    showButton();
}

QString ProbeView::summary() const
{
    return m_summary->sentence();
}

void ProbeView::clearRows()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    qDeleteAll(m_headings);
    m_headings.clear();
}

void ProbeView::makeRows(const Connection &connection)
{
    clearRows();
    const bool isBoth = connection.offers(QueryLanguage::Kql) && connection.offers(QueryLanguage::Classic);
    for (const QueryLanguage service : {QueryLanguage::Kql, QueryLanguage::Classic}) {
        if (!connection.offers(service))
            continue;
        if (isBoth) {
            auto *heading =
                new QLabel(service == QueryLanguage::Kql ? tr("Logs query") : tr("Classic search"), this);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            heading->setContentsMargins(0, m_headings.isEmpty() ? 0 : 8, 0, 0);
            m_headings << heading;
            m_column->addWidget(heading);
        }
        using Kind = ProbeStep::Kind;
        for (const Kind kind : {Kind::Name, Kind::Secure, Kind::SignIn, Kind::Workspace, Kind::Permission}) {
            auto *row = new ProbeRow(service, kind, m_theme, m_icons, this);
            m_rows << row;
            m_column->addWidget(row);
        }
    }
}

void ProbeView::showStep(const ProbeStep &step)
{
    for (ProbeRow *row : std::as_const(m_rows)) {
        if (row->shows(step))
            row->setStep(step);
    }
}

void ProbeView::finish(bool passed)
{
    endJob();
    for (ProbeRow *row : std::as_const(m_rows))
        row->setStopped();
    if (passed)
        m_summary->say(tr("Everything is in order."), FieldNote::Level::Good);
    else
        m_summary->say(tr("The connection does not work yet."), FieldNote::Level::Error);
    showButton();
    QAccessibleEvent event(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ProbeView::endJob()
{
    if (!m_job)
        return;
    // It may be the one that is speaking.
    m_job->disconnect(this);
    m_job->deleteLater();
    m_job = nullptr;
}

void ProbeView::showButton()
{
    if (isRunning()) {
        m_button->setText(tr("St&op"));
        m_button->setIcon(m_icons.icon(QLatin1StringView("square")));
        m_button->setToolTip(tr("Stop the test"));
        return;
    }
    m_button->setText(m_rows.isEmpty() ? tr("Test c&onnection") : tr("Test c&onnection again"));
    m_button->setIcon(m_icons.icon(QLatin1StringView("plug")));
    m_button->setToolTip(tr("Try the connection as it stands here, saved or not"));
}

} // namespace sonde
