#include "widgets/settingsprivacypage.h"

#include "results/firstrows.h"
#include "stores/historyentry.h"
#include "stores/settingsstore.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace sonde {

SettingsPrivacyPage::SettingsPrivacyPage(const QString &requestLogFile, QWidget *parent)
    : SettingsPage(tr("Privacy"), QLatin1StringView("shield"), parent)
    , m_requestLogFile(requestLogFile)
    , m_keepsFirstRows(new QCheckBox(this))
    , m_logsRequests(new QCheckBox(tr("&Write requests into a log file"), this))
{
    m_keepsFirstRows->setObjectName(QStringLiteral("keepsFirstRows"));
    //: %L1: how many
    m_keepsFirstRows->setText(
        tr("&Keep the first %L1 rows of each run in the history").arg(FirstRowsLimits().rows));
    addWide(
        m_keepsFirstRows,
        //: %L1: a number of megabytes
        tr("A run of the past then opens with them. They lie on this machine beside the run, are deleted "
           "with it, and take %L1\u00a0MB at most: the oldest go first. Switching this off deletes all that "
           "were kept.")
            .arg(HistoryLimits().rowBytes / 1'000'000));
    m_logsRequests->setObjectName(QStringLiteral("logsRequests"));
    addWide(m_logsRequests,
            tr("For finding out why a request fails. The file holds addresses, times, the queries and what "
               "the service answered; secrets and tokens are never in it. It stays on this machine, and "
               "old parts of it are removed."));

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *path = new QLineEdit(QDir::toNativeSeparators(m_requestLogFile), this);
    path->setObjectName(QStringLiteral("requestLogFile"));
    path->setReadOnly(true);
    path->setCursorPosition(0);
    row->addWidget(path, 1);
    auto *open = new QPushButton(tr("&Open folder"), this);
    open->setObjectName(QStringLiteral("openLogFolder"));
    open->setEnabled(QFileInfo(m_requestLogFile).dir().exists());
    open->setToolTip(open->isEnabled() ? tr("Show the folder of the log file")
                                       : tr("There is no log file yet"));
    row->addWidget(open);
    addField(tr("Log &file"), row, path, {});
    connect(open, &QPushButton::clicked, this, &SettingsPrivacyPage::openFolder);
}

void SettingsPrivacyPage::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_requestLogFile).absolutePath()));
}

void SettingsPrivacyPage::load(const SettingsStore *store)
{
    m_keepsFirstRows->setChecked(valueOf(store, settings::keepsFirstRows));
    m_logsRequests->setChecked(valueOf(store, settings::logsRequests));
}

void SettingsPrivacyPage::save(SettingsStore &store) const
{
    store.set(settings::keepsFirstRows, m_keepsFirstRows->isChecked());
    store.set(settings::logsRequests, m_logsRequests->isChecked());
}

} // namespace sonde
