#include "widgets/connectiondialog.h"

#include "core/endpointsjson.h"
#include "core/workspacereference.h"
#include "ui_connectiondialog.h"
#include "widgets/connectionmark.h"
#include "widgets/dialogsize.h"
#include "widgets/fieldnote.h"
#include "widgets/messagebar.h"
#include "widgets/probeview.h"
#include "widgets/referencewords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>
#include <QUuid>
#include <algorithm>
#include <array>
#include <chrono>

namespace sonde {

namespace {

/// The order of the boxes in the form.
constexpr std::array clouds{Cloud::Public, Cloud::UsGovernment, Cloud::China, Cloud::Custom};
constexpr std::array tokenVersions{TokenVersion::V1, TokenVersion::V2};

/// How long a save may take before it is explained.
constexpr std::chrono::milliseconds patience(600);

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

/// Whether more typing can make a GUID of it.
bool isBeginningOfGuid(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
    return pattern.match(text, 0, QRegularExpression::PartialPreferCompleteMatch).hasPartialMatch();
}

/// Azure's tools write ids with and without braces.
QString withoutBraces(const QString &text)
{
    if (text.startsWith(QLatin1Char('{')) && text.endsWith(QLatin1Char('}')) &&
        isGuid(text.mid(1, text.size() - 2)))
        return text.mid(1, text.size() - 2);
    return text;
}

QString textOf(const QLineEdit *edit)
{
    return withoutBraces(edit->text().trimmed());
}

} // namespace

/// One row of the form: a field, its label, and the note with what is wrong.
struct ConnectionDialog::Field
{
    ConnectionField id = ConnectionField::Name;
    QWidget *edit = nullptr;
    QLabel *label = nullptr;
    FieldNote *note = nullptr;
    bool isGuid = false;
    bool isEdited = false; ///< by the user
    bool isLeft = false;   ///< after that, or Save was tried: whatever is wrong is said
    QString text;          ///< before the last change
};

ConnectionDialog::ConnectionDialog(ConnectionProbe &probe, const Theme &theme, const Icons &icons,
                                   QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_theme(theme)
    , m_icons(icons)
{
    m_ui->setupUi(this);
    makeParts(probe);
    makeFields();
    orderTabs();
    connectParts();

    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    setWindowTitle(tr("Add a connection"));
    showConnection(connection, {QueryLanguage::Kql});
    m_ui->name->setFocus();
    giveSize(*this, {940, 660});
}

ConnectionDialog::~ConnectionDialog()
{
    // The fields still speak while they go, and there is no form any more to listen.
    const QList<QWidget *> parts = findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->disconnect(this);
}

void ConnectionDialog::makeParts(ConnectionProbe &probe)
{
    m_messages = new MessageBar(m_theme, m_icons, this);
    m_ui->column->insertWidget(0, m_messages);
    m_secret = new SecretField(m_theme, m_icons, m_ui->form);
    m_ui->grid->addWidget(m_secret, 14, 1, 1, 2);
    m_ui->secretLabel->setBuddy(m_secret->edit());
    m_ui->secretLabel->setMinimumHeight(m_ui->name->sizeHint().height());
    m_ui->secretLabel->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_ui->secretLabel->setContentsMargins(0, (m_ui->name->sizeHint().height() - fontMetrics().height()) / 2,
                                          0, 0);
    m_pasteNote = new FieldNote(m_theme, m_icons, m_ui->pasteButton, m_ui->form);
    m_pasteNote->setObjectName(QStringLiteral("pasteNote"));
    m_ui->grid->addWidget(m_pasteNote, 1, 0, 1, 3);
    m_ui->pasteHint->setForegroundRole(QPalette::PlaceholderText);
    m_ui->pasteButton->setIcon(m_icons.icon(QLatin1StringView("clipboard")));
    m_test = new ProbeView(probe, m_theme, m_icons, m_ui->testPane);
    auto *testColumn = new QVBoxLayout(m_ui->testPane);
    testColumn->setContentsMargins(0, 0, 0, 0);
    testColumn->addWidget(m_test);

    m_ui->grid->setRowStretch(40, 1); // below all of them
    // Groups are told apart by space, without boxes.
    for (auto *heading : {m_ui->signInHeading, m_ui->workspaceHeading, m_ui->customHeading})
        heading->setContentsMargins(0, 8, 0, 0);
    for (const ColourMark mark : ConnectionMark::all)
        m_ui->colour->addItem(ConnectionMark::swatch(mark, m_icons), ConnectionMark::nameOf(mark));
    const QFont fixed = Theme::fixedFont();
    for (auto *edit : {m_ui->clientId, m_ui->workspaceId, m_ui->subscription})
        edit->setFont(fixed);
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setDefault(true);
}

void ConnectionDialog::makeFields()
{
    using Id = ConnectionField;
    m_fields.reserve(13);
    addField(Id::Name, m_ui->name);
    addField(Id::Services, m_ui->logsService);
    addField(Id::Tenant, m_ui->tenant);
    addField(Id::ClientId, m_ui->clientId, true);
    addField(Id::WorkspaceId, m_ui->workspaceId, true);
    addField(Id::Subscription, m_ui->subscription, true);
    addField(Id::ResourceGroup, m_ui->resourceGroup);
    addField(Id::Workspace, m_ui->workspace);
    addField(Id::Authority, m_ui->authority);
    addField(Id::Logs, m_ui->logs);
    addField(Id::LogsAudience, m_ui->logsAudience);
    addField(Id::Management, m_ui->management);
    addField(Id::ManagementAudience, m_ui->managementAudience);
}

void ConnectionDialog::addField(ConnectionField id, QWidget *edit, bool isGuid)
{
    Field field;
    field.id = id;
    field.edit = edit;
    field.isGuid = isGuid;
    const QList<QLabel *> labels = m_ui->form->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->buddy() == edit)
            field.label = label;
    }
    field.note = new FieldNote(m_theme, m_icons, edit, m_ui->form);
    field.note->setObjectName(edit->objectName() + QStringLiteral("Note"));
    // The form leaves every other row to the notes.
    const int index = id == ConnectionField::Services ? m_ui->grid->indexOf(m_ui->servicesLabel)
                                                      : m_ui->grid->indexOf(edit);
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_ui->grid->getItemPosition(index, &row, &column, &rows, &columns);
    m_ui->grid->addWidget(field.note, row + 1, 1, 1, 2);
    m_fields.push_back(field);
}

void ConnectionDialog::orderTabs()
{
    const QList<QWidget *> order{m_ui->pasteButton,
                                 m_ui->name,
                                 m_ui->colour,
                                 m_ui->cloud,
                                 m_ui->logsService,
                                 m_ui->classicService,
                                 m_ui->tenant,
                                 m_ui->clientId,
                                 m_secret->edit(),
                                 m_secret->findChild<QToolButton *>(),
                                 m_secret->findChild<QPushButton *>(),
                                 m_secret->findChild<QCheckBox *>(),
                                 m_ui->workspaceId,
                                 m_ui->subscription,
                                 m_ui->resourceGroup,
                                 m_ui->workspace,
                                 m_ui->authority,
                                 m_ui->logs,
                                 m_ui->logsAudience,
                                 m_ui->logsToken,
                                 m_ui->management,
                                 m_ui->managementAudience,
                                 m_ui->managementToken,
                                 m_ui->keepsHistory,
                                 m_test->findChild<QPushButton *>(),
                                 m_ui->buttonBox};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ConnectionDialog::connectParts()
{
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        auto *edit = qobject_cast<QLineEdit *>(m_fields.at(i).edit);
        if (!edit)
            continue;
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textEdited, this,
                [this, i](const QString &text) { noteEdit(m_fields.at(i), text); });
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::onChanged);
        connect(edit, &QLineEdit::editingFinished, this, [this, i] {
            m_fields.at(i).isLeft = m_fields.at(i).isEdited;
            showProblems();
        });
    }
    m_secret->edit()->installEventFilter(this);
    connect(m_secret, &SecretField::changed, this, &ConnectionDialog::onChanged);
    connect(m_secret, &SecretField::unlockRequested, this, &ConnectionDialog::unlockRequested);
    for (auto *box : {m_ui->cloud, m_ui->logsToken, m_ui->managementToken})
        connect(box, &QComboBox::currentIndexChanged, this, &ConnectionDialog::onChanged);
    for (auto *box : {m_ui->logsService, m_ui->classicService})
        connect(box, &QCheckBox::toggled, this, &ConnectionDialog::onChanged);
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &ConnectionDialog::pasteClipboard);
    connect(m_test, &ProbeView::testRequested, this, &ConnectionDialog::test);
    connect(m_messages, &MessageBar::remedyChosen, this, [this](Remedy remedy) {
        if (remedy == Remedy::UnlockKeychain)
            emit unlockRequested();
    });
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ConnectionDialog::submit);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &ConnectionDialog::reject);
}

void ConnectionDialog::setConnection(const Connection &connection)
{
    setWindowTitle(tr("Edit the connection “%1”").arg(connection.name));
    QList<QueryLanguage> services;
    const bool isClassic = !connection.subscription.isEmpty() || !connection.resourceGroup.isEmpty() ||
                           !connection.workspace.isEmpty();
    if (!connection.workspaceId.isEmpty() || !isClassic)
        services << QueryLanguage::Kql;
    if (isClassic)
        services << QueryLanguage::Classic;
    showConnection(connection, services);
}

void ConnectionDialog::showConnection(const Connection &connection, const QList<QueryLanguage> &services)
{
    m_isFilling = true;
    m_original = connection;
    m_ui->name->setText(connection.name);
    m_ui->colour->setCurrentIndex(indexOf(ConnectionMark::all, connection.colour));
    m_ui->keepsHistory->setChecked(connection.keepsHistory);
    m_ui->cloud->setCurrentIndex(indexOf(clouds, connection.cloud));
    m_ui->logsService->setChecked(services.contains(QueryLanguage::Kql));
    m_ui->classicService->setChecked(services.contains(QueryLanguage::Classic));
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
    for (Field &field : m_fields) {
        if (const auto *edit = qobject_cast<QLineEdit *>(field.edit)) {
            field.text = edit->text();
            // Nobody sees the end of a long address first.
            qobject_cast<QLineEdit *>(field.edit)->setCursorPosition(0);
        }
    }
    m_isFilling = false;
    onChanged();
}

QList<QueryLanguage> ConnectionDialog::services() const
{
    QList<QueryLanguage> services;
    if (m_ui->logsService->isChecked())
        services << QueryLanguage::Kql;
    if (m_ui->classicService->isChecked())
        services << QueryLanguage::Classic;
    return services;
}

Connection ConnectionDialog::connection() const
{
    Connection connection = m_original;
    const bool logs = m_ui->logsService->isChecked();
    const bool classic = m_ui->classicService->isChecked();
    connection.name = m_ui->name->text().trimmed();
    connection.colour = valueAt(ConnectionMark::all, m_ui->colour->currentIndex());
    connection.keepsHistory = m_ui->keepsHistory->isChecked();
    connection.cloud = valueAt(clouds, m_ui->cloud->currentIndex());
    connection.tenant = textOf(m_ui->tenant);
    connection.clientId = textOf(m_ui->clientId);
    connection.workspaceId = logs ? textOf(m_ui->workspaceId) : QString();
    connection.subscription = classic ? textOf(m_ui->subscription) : QString();
    connection.resourceGroup = classic ? textOf(m_ui->resourceGroup) : QString();
    connection.workspace = classic ? textOf(m_ui->workspace) : QString();
    connection.custom = {};
    if (connection.cloud == Cloud::Custom) {
        Endpoints &custom = connection.custom;
        custom.authority = QUrl(textOf(m_ui->authority));
        if (classic) {
            custom.management = QUrl(textOf(m_ui->management));
            custom.managementAudience = textOf(m_ui->managementAudience);
            custom.managementToken = valueAt(tokenVersions, m_ui->managementToken->currentIndex());
        }
        if (logs) {
            custom.logs = QUrl(textOf(m_ui->logs));
            custom.logsAudience = textOf(m_ui->logsAudience);
            custom.logsToken = valueAt(tokenVersions, m_ui->logsToken->currentIndex());
        }
    }
    return connection;
}

void ConnectionDialog::showRows()
{
    const bool logs = m_ui->logsService->isChecked();
    const bool classic = m_ui->classicService->isChecked();
    const bool custom = valueAt(clouds, m_ui->cloud->currentIndex()) == Cloud::Custom;
    for (const Field &field : m_fields) {
        bool isShown = true;
        switch (field.id) {
        case ConnectionField::Name:
        case ConnectionField::Services:
        case ConnectionField::Tenant:
        case ConnectionField::ClientId:
            break;
        case ConnectionField::WorkspaceId:
            isShown = logs;
            break;
        case ConnectionField::Subscription:
        case ConnectionField::ResourceGroup:
        case ConnectionField::Workspace:
            isShown = classic;
            break;
        case ConnectionField::Authority:
            isShown = custom;
            break;
        case ConnectionField::Logs:
        case ConnectionField::LogsAudience:
            isShown = custom && logs;
            break;
        case ConnectionField::Management:
        case ConnectionField::ManagementAudience:
            isShown = custom && classic;
            break;
        }
        field.edit->setVisible(isShown);
        if (field.label)
            field.label->setVisible(isShown);
    }
    m_ui->workspaceHeading->setVisible(logs || classic);
    m_ui->customHeading->setVisible(custom);
    m_ui->logsToken->setVisible(custom && logs);
    m_ui->managementToken->setVisible(custom && classic);
}

void ConnectionDialog::onChanged()
{
    if (m_isFilling)
        return;
    showRows();
    showProblems();
    m_test->noteValues(connection(), m_secret->secret());
}

void ConnectionDialog::showProblems()
{
    const QList<ConnectionProblem> problems = problemsByField(connection(), services());
    for (const Field &field : m_fields) {
        QString sentence;
        for (const ConnectionProblem &problem : problems) {
            if (problem.field == field.id)
                sentence = problem.sentence;
        }
        bool isSaid = field.isLeft;
        // Before the field is left, only what more typing cannot mend.
        if (const auto *edit = qobject_cast<QLineEdit *>(field.edit); edit && field.isEdited && field.isGuid)
            isSaid = isSaid || !isBeginningOfGuid(textOf(edit));
        if (field.id == ConnectionField::Services)
            isSaid = true;
        field.note->say(isSaid ? sentence : QString());
    }
}

QList<ConnectionProblem> ConnectionDialog::revealProblems()
{
    for (Field &field : m_fields)
        field.isLeft = true;
    showProblems();
    return problemsByField(connection(), services());
}

void ConnectionDialog::submit()
{
    if (m_isBusy)
        return;
    const QList<ConnectionProblem> problems = revealProblems();
    if (!problems.isEmpty()) {
        for (const Field &field : m_fields) {
            if (field.id == problems.constFirst().field) {
                field.edit->setFocus();
                m_ui->scrollArea->ensureWidgetVisible(field.note);
                m_ui->scrollArea->ensureWidgetVisible(field.edit);
            }
        }
        return;
    }
    m_test->stop();
    m_messages->clear();
    setBusy(true);
    emit submitted({connection(), m_secret->secret(), m_secret->isForThisRun()});
}

void ConnectionDialog::showFailure(const Error &error)
{
    setBusy(false);
    QList<Remedy> remedies;
    if (error.remedy == Remedy::UnlockKeychain)
        remedies << error.remedy;
    m_messages->showMessage(MessageBar::Level::Error, error.message, error.advice,
                            MessageBar::detailsOf(error), remedies);
}

void ConnectionDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_ui->form->setEnabled(!busy);
    m_ui->testPane->setEnabled(!busy);
    m_ui->buttonBox->setEnabled(!busy);
    if (!busy)
        return;
    // Mostly it takes no time; where it does, a person is being waited for.
    QTimer::singleShot(patience, this, [this] {
        if (m_isBusy) {
            m_messages->showMessage(MessageBar::Level::Info, tr("Waiting for the system’s keychain."),
                                    tr("Its window may be behind this one."));
        }
    });
}

void ConnectionDialog::reject()
{
    if (!m_isBusy)
        QDialog::reject();
}

void ConnectionDialog::test()
{
    QList<ConnectionProblem> problems = revealProblems();
    // A test needs no name.
    problems.removeIf(
        [](const ConnectionProblem &problem) { return problem.field == ConnectionField::Name; });
    if (problems.isEmpty())
        m_test->test(connection(), m_secret->secret());
    else
        m_test->refuse(tr("Fill in what is missing first."));
}

void ConnectionDialog::noteEdit(Field &field, const QString &text)
{
    // Pasted with the mouse or dropped: more than a key's worth at once, and the whole of it a reference.
    const QString before = std::exchange(field.text, text);
    field.isEdited = true;
    if (text.size() - before.size() > 1 && !isGuid(textOf(qobject_cast<QLineEdit *>(field.edit)))) {
        auto *edit = qobject_cast<QLineEdit *>(field.edit);
        m_isFilling = true;
        edit->setText(before);
        m_isFilling = false;
        field.text = before;
        if (!fillFrom(text)) {
            m_isFilling = true;
            edit->setText(text);
            m_isFilling = false;
            field.text = text;
        }
    }
    onChanged();
}

bool ConnectionDialog::fillFrom(const QString &text)
{
    return fillFromEndpoints(text) || fillFromReference(text);
}

bool ConnectionDialog::fillFromEndpoints(const QString &text)
{
    const auto filled = connectionFromEndpointsJson(text.toUtf8());
    if (!filled)
        return false;
    Connection connection = filled->connection;
    connection.id = m_original.id;
    connection.classicApiVersion = m_original.classicApiVersion;
    const Connection typed = this->connection();
    connection.colour = typed.colour;
    connection.keepsHistory = typed.keepsHistory;
    if (!typed.name.isEmpty())
        connection.name = typed.name;
    showConnection(connection, {QueryLanguage::Kql, QueryLanguage::Classic});
    m_secret->setSecret(filled->secret);
    m_pasteNote->say(tr("Everything was filled in, the secret too."), FieldNote::Level::Good);
    return true;
}

bool ConnectionDialog::fillFromReference(const QString &text)
{
    const std::optional<WorkspaceReference> reference = workspaceReferenceFrom(text);
    if (!reference)
        return false;
    // From all that was typed, also what belongs to a service that is not chosen now.
    Connection filled = connection();
    filled.workspaceId = textOf(m_ui->workspaceId);
    filled.subscription = textOf(m_ui->subscription);
    filled.resourceGroup = textOf(m_ui->resourceGroup);
    filled.workspace = textOf(m_ui->workspace);
    reference->applyTo(filled);
    if (filled.name.isEmpty())
        filled.name = reference->workspace;
    QList<QueryLanguage> chosen = services();
    if (filled.offers(QueryLanguage::Classic) && !chosen.contains(QueryLanguage::Classic))
        chosen << QueryLanguage::Classic;
    if (!filled.workspaceId.isEmpty() && !chosen.contains(QueryLanguage::Kql))
        chosen << QueryLanguage::Kql;
    showConnection(filled, chosen);

    QString said = describeFilled(*reference);
    if (filled.workspaceId.isEmpty() && chosen.contains(QueryLanguage::Kql))
        said +=
            QLatin1Char(' ') + tr("The workspace id is not in it; the workspace’s Overview page shows it.");
    m_pasteNote->say(said, FieldNote::Level::Good);
    return true;
}

void ConnectionDialog::pasteClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (!fillFrom(text))
        refusePaste(text);
}

void ConnectionDialog::refusePaste(const QString &text)
{
    m_pasteNote->say(
        mayHoldEndpointsSecret(text)
            ? tr("The endpoints line in the clipboard is not whole. Copy all of it, from { to }.")
            : tr("The clipboard holds nothing that names a workspace. Copy the workspace’s link or "
                 "resource id in the portal, or the line that sonde-sandbox prints."),
        FieldNote::Level::Warning);
}

bool ConnectionDialog::eventFilter(QObject *watched, QEvent *event)
{
    // A text that says several fields would be of no use in one. A GUID alone belongs where it is pasted.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QString text = QGuiApplication::clipboard()->text();
        if (!isGuid(withoutBraces(text.trimmed())) && fillFrom(text))
            return true;
        // A line that is cut short has a secret in it all the same, which no other field may take.
        if (mayHoldEndpointsSecret(text)) {
            refusePaste(text);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace sonde
