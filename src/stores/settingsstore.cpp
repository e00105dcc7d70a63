#include "stores/settingsstore.h"

#include <QCoreApplication>
#include <QDir>
#include <array>
#include <utility>

namespace sonde {

namespace {

template <typename T, std::size_t Count>
using Names = std::array<std::pair<T, const char *>, Count>;

constexpr Names<ThemeChoice, 3> themeNames{
    {{ThemeChoice::System, "system"}, {ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}};
constexpr Names<ContrastChoice, 3> contrastNames{
    {{ContrastChoice::System, "system"}, {ContrastChoice::Usual, "usual"}, {ContrastChoice::High, "high"}}};
constexpr Names<DisplayZone, 2> zoneNames{{{DisplayZone::Utc, "utc"}, {DisplayZone::Local, "local"}}};
constexpr Names<NetworkSettings::Proxy, 3> proxyNames{{{NetworkSettings::Proxy::System, "system"},
                                                       {NetworkSettings::Proxy::None, "none"},
                                                       {NetworkSettings::Proxy::Manual, "manual"}}};

template <typename T, std::size_t Count>
T valueOf(const Names<T, Count> &names, const QString &name, T standard)
{
    for (const auto &[value, text] : names) {
        if (name == QLatin1String(text))
            return value;
    }
    return standard;
}

template <typename T, std::size_t Count>
QString nameOf(const Names<T, Count> &names, T wanted)
{
    for (const auto &[value, text] : names) {
        if (value == wanted)
            return QLatin1String(text);
    }
    return {};
}

} // namespace

SettingsStore::SettingsStore(const QString &path)
    : m_settings(path, QSettings::IniFormat)
{}

QString SettingsStore::read(const char *key) const
{
    return m_settings.value(QLatin1String(key)).toString();
}

template <typename T>
void SettingsStore::write(const Setting<T> &setting, const T &value, const QString &text)
{
    // What is as it is by default stays so where the default moves on.
    if (get(setting) == value)
        return;
    m_settings.setValue(QLatin1String(setting.key), text);
    emit changed(QLatin1String(setting.key));
}

bool SettingsStore::get(const Setting<bool> &setting) const
{
    const QString text = read(setting.key);
    if (text == QLatin1String("true"))
        return true;
    return text == QLatin1String("false") ? false : setting.standard;
}

int SettingsStore::get(const Setting<int> &setting) const
{
    bool ok = false;
    const int value = read(setting.key).toInt(&ok);
    return ok && value >= setting.least && value <= setting.most ? value : setting.standard;
}

QString SettingsStore::get(const Setting<QString> &setting) const
{
    return m_settings.value(QLatin1String(setting.key), setting.standard).toString();
}

QByteArray SettingsStore::get(const Setting<QByteArray> &setting) const
{
    const QString text = read(setting.key);
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && !text.isEmpty() ? *decoded : setting.standard;
}

ThemeChoice SettingsStore::get(const Setting<ThemeChoice> &setting) const
{
    return valueOf(themeNames, read(setting.key), setting.standard);
}

ContrastChoice SettingsStore::get(const Setting<ContrastChoice> &setting) const
{
    return valueOf(contrastNames, read(setting.key), setting.standard);
}

DisplayZone SettingsStore::get(const Setting<DisplayZone> &setting) const
{
    return valueOf(zoneNames, read(setting.key), setting.standard);
}

TimeRange SettingsStore::get(const Setting<TimeRange> &setting) const
{
    return TimeRange::parse(read(setting.key)).value_or(setting.standard);
}

NetworkSettings::Proxy SettingsStore::get(const Setting<NetworkSettings::Proxy> &setting) const
{
    return valueOf(proxyNames, read(setting.key), setting.standard);
}

void SettingsStore::set(const Setting<bool> &setting, bool value)
{
    write(setting, value, value ? QStringLiteral("true") : QStringLiteral("false"));
}

void SettingsStore::set(const Setting<int> &setting, int value)
{
    write(setting, value, QString::number(value));
}

void SettingsStore::set(const Setting<QString> &setting, const QString &value)
{
    write(setting, value, value);
}

void SettingsStore::set(const Setting<QByteArray> &setting, const QByteArray &value)
{
    write(setting, value, QString::fromLatin1(value.toBase64()));
}

void SettingsStore::set(const Setting<ThemeChoice> &setting, ThemeChoice value)
{
    write(setting, value, nameOf(themeNames, value));
}

void SettingsStore::set(const Setting<ContrastChoice> &setting, ContrastChoice value)
{
    write(setting, value, nameOf(contrastNames, value));
}

void SettingsStore::set(const Setting<DisplayZone> &setting, DisplayZone value)
{
    write(setting, value, nameOf(zoneNames, value));
}

void SettingsStore::set(const Setting<TimeRange> &setting, const TimeRange &value)
{
    write(setting, value, value.toString());
}

void SettingsStore::set(const Setting<NetworkSettings::Proxy> &setting, NetworkSettings::Proxy value)
{
    write(setting, value, nameOf(proxyNames, value));
}

Result<void> SettingsStore::sync()
{
    m_settings.sync();
    if (m_settings.status() == QSettings::NoError)
        return {};
    return failure(ErrorKind::Io,
                   QCoreApplication::translate("SettingsStore", "The settings could not be written."),
                   QCoreApplication::translate("SettingsStore", "Check that “%1” may be written.")
                       .arg(QDir::toNativeSeparators(m_settings.fileName())));
}

NetworkSettings networkSettings(const SettingsStore &store, const QString &requestLogFile)
{
    NetworkSettings network;
    network.proxy = store.get(settings::proxy);
    network.proxyHost = store.get(settings::proxyHost);
    network.proxyPort = store.get(settings::proxyPort);
    network.proxyUser = store.get(settings::proxyUser);
    network.caFile = store.get(settings::caFile);
    if (store.get(settings::logsRequests))
        network.requestLogFile = requestLogFile;
    return network;
}

} // namespace sonde
