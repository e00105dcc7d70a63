#include "core/timezone.h"
#include "stores/favouriteedit.h"
#include "support/badinput.h"
#include "support/smalldisk.h"

#include <QTest>
#include <unistd.h>

using namespace sonde;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

const QDateTime noon({2026, 11, 22}, {12, 0}, utcZone);

} // namespace

/// Favourites on a disk that is full, and in the hands of two programs.
class TestBadFavourite : public QObject
{
    Q_OBJECT

public:
    TestBadFavourite()
    {
        m_area.drive("disk full while saving", fullDisk);
        m_area.drive("two programs write the same favourite", twoPrograms);
    }

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static void fullDisk(const BadInputCase &row)
    {
        if (geteuid() != 0)
            QSKIP("Only root can mount a small disk.");
        const SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("This machine does not let a test mount a tmpfs.");
        const QTemporaryDir locks;
        const QString path = disk.filePath("a.kql");
        QVERIFY(put(path, "// Display name: A\nEvent\n"));
        disk.fill();
        const QByteArray before = contentOf(path);
        const Favourite base = readFavouriteFile(path).file.favourite;
        Favourite mine = base;
        mine.text = QString(20'000, u'x');
        const auto saved = changeFavouriteFile(path, base, mine, noon, locks.path());
        QVERIFY(!saved);
        SONDE_AGREES(row, saved.error(),
                     {{QStringLiteral("path"), path},
                      {QStringLiteral("folder"), disk.path()},
                      {QStringLiteral("free"), QStringLiteral("0")}});
        QCOMPARE(contentOf(path), before);
        QCOMPARE(QDir(disk.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList({QStringLiteral("a.kql"), QStringLiteral("filler")}));
    }

    static void twoPrograms(const BadInputCase &row)
    {
        Q_UNUSED(row)
        const QTemporaryDir dir;
        const QTemporaryDir locks;
        const QString path = dir.filePath(QStringLiteral("a.kql"));
        QVERIFY(put(path, "// Display name: A\nEvent\n"));
        const Favourite base = readFavouriteFile(path).file.favourite;
        Favourite theirs = base;
        theirs.text = QStringLiteral("Event | take 1");
        Favourite mine = base;
        mine.text = QStringLiteral("Event | take 2");
        const auto first = changeFavouriteFile(path, base, theirs, noon, locks.path());
        QVERIFY(first && !first->isConflict);
        const auto second = changeFavouriteFile(path, base, mine, noon, locks.path());
        QVERIFY(second && second->isConflict);
        QVERIFY(second->file.path != path);
        QVERIFY(contentOf(path).contains("Event | take 1"));
        QVERIFY(contentOf(second->file.path).contains("Event | take 2"));
    }

    BadInputArea m_area{QStringLiteral("favourite")};
};

QTEST_GUILESS_MAIN(TestBadFavourite)
#include "tst_badinput_favourite.moc"
