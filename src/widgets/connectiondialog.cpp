#include "widgets/connectiondialog.h"

#include "core/endpointsjson.h"
#include "ui_connectiondialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QUuid>
#include <algorithm>
#include <array>

namespace sonde {

namespace {

/// The order of the cloud box in the form.
constexpr std::array clouds{Cloud::Public, Cloud::UsGovernment, Cloud::China, Cloud::Custom};
constexpr std::array tokenVersions{TokenVersion::V1, TokenVersion::V2};
/// More than a few sentences help nobody; the rest appears as the first ones are dealt with.
constexpr int shownProblems = 3;

template <typename Values, typename Value>
int indexOf(const Values &values, Value value)
{
    return static_cast<int>(std::find(values.begin(), values.end(), value) - values.begin());
}

template <typename Values>
auto valueAt(const Values &values, int index)
{
    return values.at(static_cast<std::size_t>(std::max(index, 0)));
}

} // namespace

ConnectionDialog::ConnectionDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
{
    m_ui->setupUi(this);
    m_ui->mainGrid->setColumnStretch(1, 1);
    m_ui->customGrid->setColumnStretch(1, 1);
    // Groups are told apart by space, without boxes.
    for (auto *heading : {m_ui->signInHeading, m_ui->workspaceHeading, m_ui->customHeading})
        heading->setContentsMargins(0, 8, 0, 0);
    m_ui->secretNote->setForegroundRole(QPalette::PlaceholderText);
    m_ui->problems->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    // Room for all that is shown, so that the form does not jump while one types.
    m_ui->problems->setMinimumHeight((shownProblems + 1) * fontMetrics().lineSpacing() + 4);
    alignColumns();
    connectFields();

    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    setWindowTitle(tr("Add a connection"));
    showConnection(connection);
    setSecretState(SecretState::Missing);
    resize(560, qMin(580, screen()->availableGeometry().height() - 60));
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::alignColumns()
{
    // Two grids, one look: the labels of both are as wide as the widest.
    int width = 0;
    const QList<QLabel *> labels = m_ui->form->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy())
            width = qMax(width, label->sizeHint().width());
    }
    m_ui->mainGrid->setColumnMinimumWidth(0, width);
    m_ui->customGrid->setColumnMinimumWidth(0, width);
}

void ConnectionDialog::connectFields()
{
    const QList<QLineEdit *> edits = findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::updateProblems);
        edit->installEventFilter(this);
    }
    connect(m_ui->cloud, &QComboBox::currentIndexChanged, this, &ConnectionDialog::updateCloud);
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &ConnectionDialog::pasteEndpoints);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ConnectionDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &ConnectionDialog::reject);
}

void ConnectionDialog::setConnection(const Connection &connection)
{
    setWindowTitle(tr("Edit the connection “%1”").arg(connection.name));
    showConnection(connection);
}

void ConnectionDialog::showConnection(const Connection &connection)
{
    m_original = connection;
    m_ui->name->setText(connection.name);
    m_ui->cloud->setCurrentIndex(indexOf(clouds, connection.cloud));
    m_ui->tenant->setText(connection.tenant);
    m_ui->clientId->setText(connection.clientId);
    m_ui->subscription->setText(connection.subscription);
    m_ui->resourceGroup->setText(connection.resourceGroup);
    m_ui->workspace->setText(connection.workspace);
    m_ui->workspaceId->setText(connection.workspaceId);
    const Endpoints &custom = connection.custom;
    m_ui->authority->setText(custom.authority.toString());
    m_ui->management->setText(custom.management.toString());
    m_ui->managementAudience->setText(custom.managementAudience);
    m_ui->managementToken->setCurrentIndex(indexOf(tokenVersions, custom.managementToken));
    m_ui->logs->setText(custom.logs.toString());
    m_ui->logsAudience->setText(custom.logsAudience);
    m_ui->logsToken->setCurrentIndex(indexOf(tokenVersions, custom.logsToken));
    updateCloud();
}

Connection ConnectionDialog::connection() const
{
    Connection connection = m_original;
    const auto text = [](const QLineEdit *edit) { return edit->text().trimmed(); };
    connection.name = text(m_ui->name);
    connection.cloud = valueAt(clouds, m_ui->cloud->currentIndex());
    connection.tenant = text(m_ui->tenant);
    connection.clientId = text(m_ui->clientId);
    connection.subscription = text(m_ui->subscription);
    connection.resourceGroup = text(m_ui->resourceGroup);
    connection.workspace = text(m_ui->workspace);
    connection.workspaceId = text(m_ui->workspaceId);
    connection.custom = {};
    if (connection.cloud == Cloud::Custom) {
        Endpoints &custom = connection.custom;
        custom.authority = QUrl(text(m_ui->authority));
        custom.management = QUrl(text(m_ui->management));
        custom.managementAudience = text(m_ui->managementAudience);
        custom.managementToken = valueAt(tokenVersions, m_ui->managementToken->currentIndex());
        custom.logs = QUrl(text(m_ui->logs));
        custom.logsAudience = text(m_ui->logsAudience);
        custom.logsToken = valueAt(tokenVersions, m_ui->logsToken->currentIndex());
    }
    return connection;
}

std::optional<QString> ConnectionDialog::secret() const
{
    // Not trimmed: a secret may begin or end with anything.
    if (m_ui->secret->text().isEmpty())
        return {};
    return m_ui->secret->text();
}

void ConnectionDialog::setSecretState(SecretState state)
{
    switch (state) {
    case SecretState::Missing:
        m_ui->secret->setPlaceholderText({});
        m_ui->secretNote->setText(tr("Kept in the system's keychain, never in a file."));
        break;
    case SecretState::Stored:
        m_ui->secret->setPlaceholderText(tr("Stored; type a new one to replace it"));
        m_ui->secretNote->setText(tr("Kept in the system's keychain, never in a file."));
        break;
    case SecretState::StoredForThisRun:
        m_ui->secret->setPlaceholderText(tr("Known; type a new one to replace it"));
        m_ui->secretNote->setText(
            tr("Kept in memory until the program closes: this machine has no keychain."));
        break;
    case SecretState::NoKeychain:
        m_ui->secret->setPlaceholderText({});
        m_ui->secretNote->setText(tr("This machine has no keychain: the secret is kept until the program "
                                     "closes, and never in a file."));
        break;
    }
    m_ui->secret->setAccessibleDescription(m_ui->secretNote->text());
}

bool ConnectionDialog::fillFromJson(const QString &text)
{
    const auto filled = connectionFromEndpointsJson(text.toUtf8());
    if (!filled)
        return false;
    Connection connection = filled->connection;
    connection.id = m_original.id;
    connection.classicApiVersion = m_original.classicApiVersion;
    if (!m_ui->name->text().trimmed().isEmpty())
        connection.name = m_ui->name->text();
    showConnection(connection);
    m_ui->secret->setText(filled->secret);
    return true;
}

void ConnectionDialog::pasteEndpoints()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (!fillFromJson(text)) {
        m_ui->problems->setText(tr("The clipboard does not hold the endpoints of a workspace.") +
                                QLatin1Char('\n') +
                                tr("Copy the line that sonde-sandbox prints when it starts."));
    }
}

void ConnectionDialog::updateCloud()
{
    m_ui->customPane->setVisible(valueAt(clouds, m_ui->cloud->currentIndex()) == Cloud::Custom);
    updateProblems();
}

void ConnectionDialog::updateProblems()
{
    QStringList problems = problemsOf(connection());
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(problems.isEmpty());
    if (problems.isEmpty()) {
        m_ui->problems->clear();
        return;
    }
    m_ui->problems->setText(tr("Before it can be saved:") + QLatin1Char('\n') +
                            problems.mid(0, shownProblems).join(QLatin1Char('\n')));
}

void ConnectionDialog::accept()
{
    const Connection made = connection();
    if (!problemsOf(made).isEmpty())
        return;
    emit saved(made, secret());
    QDialog::accept();
}

bool ConnectionDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The endpoints line fills the whole form, in whichever field it is pasted. A text of several fields
    // would be of no use in one.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste) &&
        fillFromJson(QGuiApplication::clipboard()->text()))
        return true;
    return QDialog::eventFilter(watched, event);
}

} // namespace sonde
