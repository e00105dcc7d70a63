#include "widgets/recentfiles.h"

#include "stores/settingsstore.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace sonde {

namespace {

constexpr qsizetype mostFiles = 10;

/// Names first, and the folder where two have the same name.
QString labelOf(const QString &path, const QStringList &all)
{
    const QFileInfo info(path);
    const auto sameName = std::count_if(all.begin(), all.end(), [&info](const QString &other) {
        return QFileInfo(other).fileName() == info.fileName();
    });
    const QString label =
        sameName < 2 ? info.fileName()
                     //: %1: a file’s name; %2: its folder
                     : RecentFiles::tr("%1 (%2)").arg(info.fileName(), QDir::toNativeSeparators(info.path()));
    return QString(label).replace(u'&', QStringLiteral("&&"));
}

} // namespace

RecentFiles::RecentFiles(SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{}

QStringList RecentFiles::paths() const
{
    return m_settings.get(settings::recentFiles).split(u'\n', Qt::SkipEmptyParts).mid(0, mostFiles);
}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute.contains(u'\n'))
        return;
    QStringList all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    set(all.mid(0, mostFiles));
}

void RecentFiles::remove(const QString &path)
{
    QStringList all = paths();
    if (all.removeAll(QFileInfo(path).absoluteFilePath()) > 0)
        set(all);
}

void RecentFiles::clear()
{
    set({});
}

void RecentFiles::set(const QStringList &paths)
{
    m_settings.set(settings::recentFiles, paths.join(u'\n'));
    emit changed();
}

void RecentFiles::fill(QMenu *menu)
{
    const auto update = [this, menu] { menu->setEnabled(!paths().isEmpty()); };
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { refill(menu); });
    connect(this, &RecentFiles::changed, menu, update);
    update();
}

void RecentFiles::refill(QMenu *menu)
{
    menu->clear();
    const QStringList all = paths();
    int number = 0;
    for (const QString &path : all) {
        QAction *action =
            menu->addAction(QStringLiteral("&%1  %2").arg(++number % 10).arg(labelOf(path, all)));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { emit fileChosen(path); });
    }
    menu->addSeparator();
    QAction *clearing = menu->addAction(tr("&Clear the list"));
    connect(clearing, &QAction::triggered, this, &RecentFiles::clear);
}

} // namespace sonde
