#include "favouritefixture.h"

#include "stores/samplefavourites.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>

namespace sonde {

void FavouriteFixture::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_loadError.reset();
}

QString FavouriteFixture::put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

FavouriteStore &FavouriteFixture::store()
{
    if (!m_store) {
        m_store = open();
        waitForListings(*m_store);
    }
    return *m_store;
}

std::unique_ptr<FavouriteStore> FavouriteFixture::open()
{
    auto made = std::make_unique<FavouriteStore>(
        FavouriteStore::Places{at(QStringLiteral("own")), at(QStringLiteral("state/favourites.json")),
                               sampleFavouritesFolder()},
        m_clock);
    if (const auto loaded = made->load(); !loaded)
        m_loadError = loaded.error();
    return made;
}

void FavouriteFixture::waitForListings(const FavouriteStore &store)
{
    QTRY_VERIFY(std::none_of(store.listings().begin(), store.listings().end(), [](const auto &listing) {
        return listing.state == FavouriteListing::State::Reading;
    }));
}

QStringList FavouriteFixture::filesIn(const QString &folder) const
{
    return QDir(at(folder)).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

QByteArray FavouriteFixture::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

Favourite FavouriteFixture::favourite(const QString &name, const QString &text)
{
    Favourite made;
    made.name = name;
    made.text = text;
    return made;
}

} // namespace sonde
