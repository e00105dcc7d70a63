#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace sonde {

class SettingsStore;

/// The last ten query files that were opened or saved, for a menu.
class RecentFiles final : public QObject
{
    Q_OBJECT

public:
    /// \a settings outlives this. Several windows may each have one on the same settings.
    explicit RecentFiles(SettingsStore &settings, QObject *parent = nullptr);

    /// Absolute, the last used one first.
    QStringList paths() const;
    /// To the front of the list.
    void add(const QString &path);
    /// For a file that is no longer there.
    void remove(const QString &path);
    void clear();

    /// \a menu is filled each time it opens, and is disabled while the list is empty.
    void fill(QMenu *menu);

signals:
    void fileChosen(const QString &path);
    void changed();

private:
    void set(const QStringList &paths);
    void refill(QMenu *menu);

    SettingsStore &m_settings;
};

} // namespace sonde
