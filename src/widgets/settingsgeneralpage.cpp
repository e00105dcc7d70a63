#include "widgets/settingsgeneralpage.h"

#include "stores/settingsstore.h"

#include <QComboBox>
#include <QLocale>
#include <QSpinBox>
#include <QTimeZone>

namespace sonde {

namespace {

/// As people who speak it write it, with a capital.
QString nameOfLanguage(const QString &code)
{
    const QLocale locale(code);
    const QString name = locale.nativeLanguageName();
    return name.isEmpty() ? code : locale.toUpper(name.left(1)) + name.mid(1);
}

} // namespace

SettingsGeneralPage::SettingsGeneralPage(const QStringList &languages, QWidget *parent)
    : SettingsPage(tr("General"), QLatin1StringView("settings"), parent)
    , m_language(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_serverTimeout(new QSpinBox(this))
{
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the system"), QString());
    for (const QString &code : languages)
        m_language->addItem(nameOfLanguage(code), code);
    addField(tr("&Language"), m_language, tr("Dates and numbers are written as this language does."));

    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->addItem(tr("UTC"), QVariant::fromValue(DisplayZone::Utc));
    //: %1: a time zone, as Europe/Amsterdam
    m_zone->addItem(tr("Local time (%1)").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId())),
                    QVariant::fromValue(DisplayZone::Local));
    addField(tr("&Times shown in"), m_zone, tr("Exported files hold UTC, unless the export says otherwise."));

    m_serverTimeout->setObjectName(QStringLiteral("serverTimeout"));
    m_serverTimeout->setRange(settings::serverTimeout.least, settings::serverTimeout.most);
    m_serverTimeout->setSuffix(tr(" s"));
    m_serverTimeout->setAccelerated(true);
    addField(tr("T&ime limit"), m_serverTimeout,
             tr("How long the service may work on one query. Ten minutes is the most that it grants."));
}

void SettingsGeneralPage::load(const SettingsStore *store)
{
    const int language = m_language->findData(valueOf(store, settings::language));
    m_language->setCurrentIndex(std::max(0, language));
    m_zone->setCurrentIndex(m_zone->findData(QVariant::fromValue(valueOf(store, settings::displayZone))));
    m_serverTimeout->setValue(valueOf(store, settings::serverTimeout));
}

void SettingsGeneralPage::save(SettingsStore &store) const
{
    store.set(settings::language, m_language->currentData().toString());
    store.set(settings::displayZone, m_zone->currentData().value<DisplayZone>());
    store.set(settings::serverTimeout, m_serverTimeout->value());
}

} // namespace sonde
