#include "widgets/settingsdialog.h"

#include "stores/settingsstore.h"
#include "widgets/dialogsize.h"
#include "widgets/icons.h"
#include "widgets/programfacts.h"
#include "widgets/settingsexportpage.h"
#include "widgets/settingsfontspage.h"
#include "widgets/settingsgeneralpage.h"
#include "widgets/settingsnetworkpage.h"
#include "widgets/settingsprivacypage.h"
#include "widgets/settingssnippetspage.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

SettingsDialog::SettingsDialog(SettingsStore &store, SecretStore &secrets, const Icons &icons,
                               const ProgramFacts &facts, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_icons(icons)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_network(new SettingsNetworkPage(secrets, m_stack))
{
    setWindowTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setIconSize(QSize(16, 16));
    m_list->setSpacing(2);
    addPage(new SettingsGeneralPage(facts.languages, m_stack), icons);
    addPage(new SettingsFontsPage(m_stack), icons);
    addPage(m_network, icons);
    addPage(new SettingsExportPage(m_stack), icons);
    addPage(new SettingsPrivacyPage(facts.requestLogFile, m_stack), icons);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 40);

    // After the pages, so that Tab comes to them after the fields.
    m_note = new QLabel(this);
    m_keepForThisRun = new QPushButton(tr("&Keep the password until Sonde closes"), this);
    m_buttons = new QDialogButtonBox(
        QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::BrightText); // the theme's colour of errors
    m_note->setWordWrap(true);
    m_note->hide();
    m_keepForThisRun->setObjectName(QStringLiteral("keepForThisRun"));
    m_keepForThisRun->setToolTip(tr("The password is kept in memory and has to be typed again next time"));
    m_keepForThisRun->hide();
    QPushButton *defaults = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    defaults->setText(tr("&Restore defaults"));
    defaults->setToolTip(tr("Of the page shown; nothing changes before OK"));

    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto *noteRow = new QHBoxLayout;
    noteRow->addWidget(m_note, 1);
    noteRow->addWidget(m_keepForThisRun);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addLayout(noteRow);
    layout->addWidget(m_buttons);

    connectParts();
    for (SettingsPage *page : std::as_const(m_pages))
        page->load(&m_store);
    m_list->setCurrentRow(General);
    giveSize(*this, {700, 0});
    makeRoomForPages();
}

void SettingsDialog::addSnippets(SnippetStore &store, const Theme &theme)
{
    auto *page = new SettingsSnippetsPage(store, theme, m_icons, m_stack);
    addPage(page, m_icons);
    page->load(&m_store);
    page->followInTabOrder(m_list);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 40);
    makeRoomForPages();
}

/// A stack does not ask its pages how high they are at its width, and their notes would be cut.
void SettingsDialog::makeRoomForPages()
{
    const int pageWidth = width() - m_list->width() - 3 * style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    int height = 0;
    for (const SettingsPage *page : std::as_const(m_pages))
        height = qMax(height, page->layout()->totalHeightForWidth(pageWidth));
    m_stack->setMinimumHeight(height);
    giveSize(*this, {700, 0});
}

void SettingsDialog::addPage(SettingsPage *page, const Icons &icons)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_list->addItem(new QListWidgetItem(icons.icon(page->icon()), page->title()));
    connect(page, &SettingsPage::problemChanged, this, &SettingsDialog::updateProblems);
}

void SettingsDialog::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_stack, &QStackedWidget::currentChanged, this, &SettingsDialog::updateProblems);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &SettingsDialog::restoreDefaults);
    connect(m_network, &SettingsNetworkPage::passwordStored, this, &SettingsDialog::save);
    connect(m_network, &SettingsNetworkPage::passwordFailed, this, &SettingsDialog::showPasswordFailure);
    connect(m_keepForThisRun, &QPushButton::clicked, this, [this] {
        setBusy(true);
        m_network->keepPasswordForThisRun();
    });
}

void SettingsDialog::showPage(Page page)
{
    m_list->setCurrentRow(page);
    // The first field of the page, or whatever of it can take the keyboard.
    m_list->setFocus();
    focusNextChild();
}

void SettingsDialog::restoreDefaults()
{
    m_pages.at(m_stack->currentIndex())->load(nullptr);
}

/// OK only where all can be saved; where a page that is not shown stands in its way, says which.
void SettingsDialog::updateProblems()
{
    const auto hasProblem = [](const SettingsPage *page) { return !page->problem().isEmpty(); };
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(), hasProblem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(found == m_pages.cend());
    m_keepForThisRun->hide();
    const bool isElsewhere = found != m_pages.cend() && *found != m_stack->currentWidget();
    m_note->setVisible(isElsewhere);
    if (isElsewhere)
        //: %1: a setting’s page; %2: what is wrong on it
        m_note->setText(tr("%1: %2").arg((*found)->title(), (*found)->problem()));
}

void SettingsDialog::setBusy(bool isBusy)
{
    m_list->setEnabled(!isBusy);
    m_stack->setEnabled(!isBusy);
    m_buttons->button(QDialogButtonBox::RestoreDefaults)->setEnabled(!isBusy);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!isBusy);
    m_keepForThisRun->hide();
    m_note->hide();
}

void SettingsDialog::accept()
{
    if (!m_buttons->button(QDialogButtonBox::Ok)->isEnabled())
        return;
    setBusy(true);
    m_network->storePassword();
}

void SettingsDialog::showPasswordFailure(const Error &error)
{
    showFailure(error);
    m_keepForThisRun->show();
}

void SettingsDialog::showFailure(const Error &error)
{
    setBusy(false);
    updateProblems();
    m_note->setText(error.advice.isEmpty() ? error.message : error.message + QLatin1Char(' ') + error.advice);
    m_note->show();
}

void SettingsDialog::save()
{
    for (SettingsPage *page : std::as_const(m_pages)) {
        if (const Result<void> written = page->saveFiles(); !written) {
            showFailure(written.error());
            return;
        }
    }
    for (const SettingsPage *page : std::as_const(m_pages))
        page->save(m_store);
    if (const Result<void> written = m_store.sync(); !written) {
        showFailure(written.error());
        return;
    }
    emit applied();
    QDialog::accept();
}

} // namespace sonde
