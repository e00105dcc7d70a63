#include "favouritefixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <thread>

using namespace sonde;

/// The same favourites in two programs, or in an editor: both sides of what was changed are kept.
class TestFavouriteConflicts final : public QObject, private FavouriteFixture
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }
    void cleanup() { closeStore(); }
    void changedOutside();
    void conflictKeepsBothSides();
    void changeOfAnotherFieldIsMerged();
    void goneFileIsMadeAgain();
    void fileOfNoFolderIsChangedAsAFavourite();
    void twoProgramsLoseNothing();
    void ledgerIsShared();
};

void TestFavouriteConflicts::changedOutside()
{
    const QString path = store().add(favourite(QStringLiteral("A")), store().ownFolder()).value();
    QSignalSpy changed(&store(), &FavouriteStore::changed);
    put(path, "// Display name: A\n\nPerf\n");
    QTRY_COMPARE(store().find(path)->favourite.text, QStringLiteral("Perf"));
    QVERIFY(changed.count() > 0);
}

void TestFavouriteConflicts::conflictKeepsBothSides()
{
    const QString path = store().add(favourite(QStringLiteral("A")), store().ownFolder()).value();
    const Favourite base = store().find(path)->favourite;
    const QByteArray theirs =
        "\xEF\xBB\xBF// Display name: A\r\n// Author: Somebody\r\n\r\nPerf | take 2\r\n";
    put(path, theirs);
    Favourite mine = base;
    mine.text = QStringLiteral("Event | take 1");
    const auto saved = store().update(path, base, mine);
    QVERIFY(saved.has_value());
    QVERIFY(saved->isConflict);
    QCOMPARE(contentOf(path), theirs);
    const QString mark = QStringLiteral("(conflict %1)")
                             .arg(m_clock.now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HHmm")));
    QCOMPARE(saved->file.path, own(QStringLiteral("A %1.kql").arg(mark)));
    QCOMPARE(contentOf(saved->file.path), "\xEF\xBB\xBF// Display name: A " + mark.toUtf8() +
                                              "\r\n// Author: Somebody\r\n\r\nEvent | take 1\r\n");
    QVERIFY(store().find(saved->file.path));
    // The next conflict of the same minute has a name of its own.
    const auto second = store().update(path, base, mine);
    QVERIFY(second->isConflict);
    QVERIFY(second->file.path != saved->file.path);
    QCOMPARE(filesIn(QStringLiteral("own")).size(), 3);
}

void TestFavouriteConflicts::changeOfAnotherFieldIsMerged()
{
    const QString path = put(own(QStringLiteral("a.kql")), "// Display name: A\nEvent\n| take 1\n");
    const Favourite base = store().find(path)->favourite;
    put(path, "// Display name: A\n// Categories: theirs\nEvent\n| take 1\n");
    Favourite mine = base;
    mine.text = QStringLiteral("Event\n| take 2");
    const auto saved = store().update(path, base, mine);
    QVERIFY(saved.has_value());
    QVERIFY(!saved->isConflict);
    QCOMPARE(contentOf(path), QByteArray("// Display name: A\n// Categories: theirs\nEvent\n| take 2\n"));
}

void TestFavouriteConflicts::goneFileIsMadeAgain()
{
    const QString path = store().add(favourite(QStringLiteral("A")), store().ownFolder()).value();
    const Favourite base = store().find(path)->favourite;
    Favourite mine = base;
    mine.text = QStringLiteral("Event | take 1");
    QVERIFY(QFile::remove(path));
    const auto saved = store().update(path, base, mine);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->file.path, path);
    QCOMPARE(store().find(path)->favourite, mine);
}

void TestFavouriteConflicts::fileOfNoFolderIsChangedAsAFavourite()
{
    const QString path =
        put(at(QStringLiteral("away/a.kql")), "// Author: x\r\n// Display name: A\r\nEvent\r\n");
    QVERIFY(!store().isChangeable(path));
    const Favourite base = readFavouriteFile(path).file.favourite;
    Favourite mine = base;
    mine.text = QStringLiteral("Perf");
    QVERIFY(store().update(path, base, mine).has_value());
    QCOMPARE(contentOf(path), QByteArray("// Author: x\r\n// Display name: A\r\nPerf\r\n"));
    QVERIFY(store().find(path) == nullptr);
    // A conflict lies beside it there, too.
    put(path, "// Display name: A\nHeartbeat\n");
    const auto saved = store().update(path, base, mine);
    QVERIFY(saved.has_value() && saved->isConflict);
    QCOMPARE(contentOf(path), QByteArray("// Display name: A\nHeartbeat\n"));
    QVERIFY(contentOf(saved->file.path).endsWith("Perf\n"));
}

void TestFavouriteConflicts::twoProgramsLoseNothing()
{
    // Two writers, each with a line of its own to add, again and again to the same file: whatever the order,
    // each text ends up in the file or beside it.
    const QString path = put(own(QStringLiteral("a.kql")), "// Display name: A\nEvent\n");
    const auto write = [&](int writer) {
        for (int round = 0; round < 25; ++round) {
            const Favourite base = readFavouriteFile(path).file.favourite;
            Favourite mine = base;
            mine.text += QStringLiteral("\n// writer %1 round %2").arg(writer).arg(round);
            const auto saved =
                changeFavouriteFile(path, base, mine, m_clock.now, at(QStringLiteral("locks")));
            if (!saved)
                qFatal("%s", qPrintable(saved.error().message));
        }
    };
    std::thread other(write, 1);
    write(2);
    other.join();
    QByteArray all;
    const QStringList files = filesIn(QStringLiteral("own"));
    for (const QString &file : files)
        all += contentOf(own(file));
    for (int writer = 1; writer <= 2; ++writer) {
        for (int round = 0; round < 25; ++round)
            QVERIFY(all.contains(QStringLiteral("// writer %1 round %2\n").arg(writer).arg(round).toUtf8()));
    }
    QVERIFY(!files.contains(QStringLiteral(".part")));
}

void TestFavouriteConflicts::ledgerIsShared()
{
    // Two programs, each of which adds a folder of its own and uses the same favourite.
    QDir().mkpath(at(QStringLiteral("one")));
    QDir().mkpath(at(QStringLiteral("two")));
    auto first = open();
    auto second = open();
    QVERIFY(first->addFolder(at(QStringLiteral("one"))).has_value());
    QVERIFY(second->addFolder(at(QStringLiteral("two"))).has_value());
    first->use(own(QStringLiteral("a.kql")));
    second->use(own(QStringLiteral("a.kql")));
    first.reset();
    second.reset();
    QCOMPARE(store().listings().size(), 4);
    QCOMPARE(store().useOf(own(QStringLiteral("a.kql"))).times, 2);
}

QTEST_GUILESS_MAIN(TestFavouriteConflicts)
#include "tst_favouriteconflicts.moc"
