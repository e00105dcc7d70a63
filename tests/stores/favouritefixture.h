#pragma once

#include "core/clock.h"
#include "core/timezone.h"
#include "stores/favouritestore.h"

#include <QTemporaryDir>
#include <memory>
#include <optional>

namespace sonde {

/// Favourites in a folder of their own, with the samples and a clock that goes where a test sets it.
class FavouriteFixture
{
protected:
    class SettableClock final : public Clock
    {
    public:
        QDateTime nowUtc() const override { return now; }
        qint64 monotonicMs() const override { return 0; }
        QDateTime now = QDateTime({2026, 11, 22}, {16, 2, 3}, utcZone);
    };

    /// A fresh folder; nothing is in it.
    void makeFolder();
    void closeStore() { m_store.reset(); }
    QString at(const QString &relative) const { return m_folder->filePath(relative); }
    QString own(const QString &relative) const { return at(QStringLiteral("own/") + relative); }
    /// Writes a file, past the store.
    static QString put(const QString &path, const QByteArray &bytes);
    /// The one store of a test: opened, and with everything read, when it is first asked for.
    FavouriteStore &store();
    /// Another one, as a second program has it.
    std::unique_ptr<FavouriteStore> open();
    static void waitForListings(const FavouriteStore &store);
    QStringList filesIn(const QString &folder) const;
    static QByteArray contentOf(const QString &path);
    static Favourite favourite(const QString &name, const QString &text = QStringLiteral("Event"));

    SettableClock m_clock;
    std::optional<Error> m_loadError;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FavouriteStore> m_store;
};

} // namespace sonde
