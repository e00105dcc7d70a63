#include "favouritefixture.h"

#include "stores/samplefavourites.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonde;

/// Favourites on a real disk: nothing that anybody wrote is lost, and what is new is noticed.
class TestFavouriteStore final : public QObject, private FavouriteFixture
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }
    void cleanup() { closeStore(); }
    void communityFolder();
    void readsAgainWhatChanged();
    void faultsAreListedAndNeverWrittenOver();
    void fileNames_data();
    void fileNames();
    void namesAreUnique();
    void renames();
    void movesAndUses();
    void folders();
    void removesAndRestores();
    void addedFolderAway();
    void damagedLedgerIsKept();
    void samples();
    void fullDisk();
    void readOnlyFolder();
    void loops();
};

void TestFavouriteStore::communityFolder()
{
    // The kinds of files that github.com/microsoft/AzureMonitorCommunity has, and a few worse.
    const QStringList names{QStringLiteral("Who is calling?"),
                            QStringLiteral("[Preview] 100% \"CPU\" & more"),
                            QStringLiteral("a'b`c;d,e=f+g!h~i@j#k$l^m{n}"),
                            QStringLiteral("\u540D\u524D \U0001F50D"),
                            QStringLiteral("back\\slash: *|<>"),
                            QStringLiteral("line\nbreak\ttab"),
                            QStringLiteral("-rf"),
                            QStringLiteral("no ending dots...")};
    const QList<QByteArray> marks{"", "\xEF\xBB\xBF"};
    const QList<QByteArray> ends{"\n", "\r\n", "\r"};
    QHash<QString, QByteArray> written;
    for (const QString &name : names) {
        for (const QByteArray &mark : marks) {
            for (const QByteArray &end : ends) {
                for (const bool hasHeader : {true, false}) {
                    QByteArray bytes = mark + end;
                    if (hasHeader)
                        bytes += "// Author: Microsoft Azure" + end +
                                 "// Display name: " + name.simplified().toUtf8() + end +
                                 "// Description: x" + end + "// Categories: a,b" + end + end;
                    bytes += "Event" + end + "| take 5";
                    const QString path = at(QStringLiteral("repo/Azure Services/%1/Queries/%2.kql")
                                                .arg(written.size())
                                                .arg(name));
                    written.insert(put(path, bytes), bytes);
                }
            }
        }
    }
    put(at(QStringLiteral("repo/README.md")), "no query");
    put(at(QStringLiteral("repo/.git/hidden.kql")), "no query");
    QVERIFY(store().addFolder(at(QStringLiteral("repo"))).has_value());
    waitForListings(store());
    const FavouriteListing listing = store().listings().at(1);
    QCOMPARE(listing.kind, FavouriteListing::Kind::Added);
    QCOMPARE(listing.files.size(), written.size());
    for (const FavouriteFile &file : listing.files) {
        QVERIFY(!file.fault);
        QCOMPARE(file.favourite.text, QStringLiteral("Event\n| take 5"));
        QVERIFY(!file.favourite.name.isEmpty());
        // Saved as they are they stay as they are.
        QVERIFY(store().update(file.path, file.favourite, file.favourite).has_value());
        QCOMPARE(contentOf(file.path), written.value(file.path));
    }
}

void TestFavouriteStore::readsAgainWhatChanged()
{
    const QString path = put(own(QStringLiteral("a.kql")), "Event");
    put(own(QStringLiteral("deep/er/b.csl")), "Event");
    QCOMPARE(store().listings().at(0).files.size(), 2);
    QCOMPARE(store().listings().at(0).folders,
             QStringList({own(QStringLiteral("deep")), own(QStringLiteral("deep/er"))}));
    put(path, "// Display name: Other\nPerf"); // in place, as editors do
    QTRY_COMPARE(store().find(path)->favourite.name, QStringLiteral("Other"));
    put(own(QStringLiteral("deep/new/c.kql")), "Event");
    QTRY_VERIFY(store().find(own(QStringLiteral("deep/new/c.kql"))));
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(!store().find(path));
}

void TestFavouriteStore::faultsAreListedAndNeverWrittenOver()
{
    const QByteArray latin = "// Display name: r\xF4les\nEvent";
    const QString path = put(own(QStringLiteral("old.kql")), latin);
    put(own(QStringLiteral("large.kql")), QByteArray(3'000'000, 'x'));
    put(own(QStringLiteral("nul.kql")), QByteArray("a\0b", 3));
    QCOMPARE(store().listings().at(0).files.size(), 3);
    for (const FavouriteFile &file : store().listings().at(0).files) {
        QVERIFY(file.fault);
        QVERIFY(!file.favourite.name.isEmpty());
        QVERIFY(file.favourite.text.isEmpty());
    }
    const Favourite base = store().find(path)->favourite;
    Favourite mine = base;
    mine.text = QStringLiteral("Event | take 1");
    const auto saved = store().update(path, base, mine);
    QVERIFY(saved.has_value());
    QVERIFY(saved->isConflict);
    QVERIFY(saved->file.path != path);
    QCOMPARE(contentOf(path), latin);
    QCOMPARE(saved->file.favourite.text, mine.text);
    // Its name can be another without its text being touched.
    const auto renamed = store().rename(path, QStringLiteral("new"));
    QVERIFY(renamed.has_value());
    QCOMPARE(contentOf(own(QStringLiteral("new.kql"))), latin);
}

void TestFavouriteStore::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("Failed logons") << QStringLiteral("Failed logons");
    QTest::newRow("slashes") << QStringLiteral("../a/b\\c") << QStringLiteral("-a-b-c");
    QTest::newRow("windows") << QStringLiteral("a:b*c?\"d<e>f|g") << QStringLiteral("a-b-c--d-e-f-g");
    QTest::newRow("controls") << QStringLiteral("a\nb\u0007\u202Ec\u2028d") << QStringLiteral("a-b--c-d");
    QTest::newRow("dots") << QStringLiteral("...hidden...") << QStringLiteral("hidden");
    QTest::newRow("only dots") << QStringLiteral("..") << QStringLiteral("Query");
    QTest::newRow("empty") << QString() << QStringLiteral("Query");
    QTest::newRow("reserved") << QStringLiteral("nul") << QStringLiteral("_nul");
    QTest::newRow("reserved, ending") << QStringLiteral("COM1.txt") << QStringLiteral("_COM1.txt");
    QTest::newRow("spaces") << QStringLiteral("  a   b  ") << QStringLiteral("a b");
    QTest::newRow("composed") << QStringLiteral("e\u0301") << QStringLiteral("\u00E9");
    QTest::newRow("half a pair") << QString(QStringLiteral("a") + QChar(0xD83D)) << QStringLiteral("a-");
    QTest::newRow("long") << QString(300, u'x') << QString(120, u'x');
    QTest::newRow("long, four bytes each")
        << QStringLiteral("\U0001F50D").repeated(100) << QStringLiteral("\U0001F50D").repeated(30);
}

void TestFavouriteStore::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(fileNameFor(name), expected);
    const auto path = store().add(favourite(name), own({}).chopped(1));
    QVERIFY(path.has_value());
    QCOMPARE(QFileInfo(*path).completeBaseName(), expected);
    QCOMPARE(QFileInfo(*path).absolutePath(), at(QStringLiteral("own")));
}

void TestFavouriteStore::namesAreUnique()
{
    QSet<QString> paths;
    for (int i = 0; i < 3; ++i)
        paths.insert(store().add(favourite(QStringLiteral("Same")), store().ownFolder()).value());
    paths.insert(store().add(favourite(QStringLiteral("SAME")), store().ownFolder()).value());
    QCOMPARE(paths.size(), 4);
    QVERIFY(paths.contains(own(QStringLiteral("SAME (4).kql"))));
    QCOMPARE(store().listings().at(0).files.size(), 4);
}

void TestFavouriteStore::renames()
{
    const QString path = store().add(favourite(QStringLiteral("Old")), store().ownFolder()).value();
    store().use(path);
    QSignalSpy moved(&store(), &FavouriteStore::moved);
    // A file that was called after its favourite still is.
    auto renamed = store().rename(path, QStringLiteral("New: one"));
    QVERIFY(renamed.has_value());
    QCOMPARE(renamed->file.path, own(QStringLiteral("New- one.kql")));
    QCOMPARE(renamed->file.favourite.name, QStringLiteral("New: one"));
    QCOMPARE(filesIn(QStringLiteral("own")), QStringList(QStringLiteral("New- one.kql")));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(store().useOf(renamed->file.path).times, 1);
    // One with a name of its own keeps it.
    const QString other = put(own(QStringLiteral("x.kql")), "// Display name: Y\nEvent");
    QTRY_VERIFY(store().find(other));
    renamed = store().rename(other, QStringLiteral("Z"));
    QCOMPARE(renamed->file.path, other);
    QCOMPARE(contentOf(other), QByteArray("// Display name: Z\nEvent"));
    // One without a header gets none for a name that its file can have.
    const QString plain = put(own(QStringLiteral("plain.kql")), "Event");
    QTRY_VERIFY(store().find(plain));
    renamed = store().rename(plain, QStringLiteral("simple"));
    QCOMPARE(contentOf(own(QStringLiteral("simple.kql"))), QByteArray("Event"));
    renamed = store().rename(own(QStringLiteral("simple.kql")), QStringLiteral("sim/ple"));
    QCOMPARE(contentOf(own(QStringLiteral("sim-ple.kql"))), QByteArray("// Display name: sim/ple\n\nEvent"));
}

void TestFavouriteStore::movesAndUses()
{
    const QString path = store().add(favourite(QStringLiteral("A")), store().ownFolder()).value();
    const QString folder = store().makeFolder(store().ownFolder(), QStringLiteral("Sub")).value();
    QSignalSpy used(&store(), &FavouriteStore::used);
    store().use(path);
    m_clock.now = m_clock.now.addSecs(60);
    store().use(path);
    QCOMPARE(used.count(), 2);
    const QByteArray bytes = contentOf(path);
    const QString moved = store().move(path, folder).value();
    QCOMPARE(moved, own(QStringLiteral("Sub/A.kql")));
    QCOMPARE(contentOf(moved), bytes); // nothing of use or place is in the file
    QVERIFY(!QFile::exists(path));
    QVERIFY(store().find(moved));
    QVERIFY(!store().find(path));
    m_store.reset();
    QCOMPARE(store().useOf(moved).times, 2);
    QCOMPARE(store().useOf(moved).last, m_clock.now);
    // A name that is taken gets a number.
    const QString second = store().add(favourite(QStringLiteral("A")), store().ownFolder()).value();
    QCOMPARE(store().move(second, folder).value(), own(QStringLiteral("Sub/A (2).kql")));
}

void TestFavouriteStore::folders()
{
    const QString one = store().makeFolder(store().ownFolder(), QStringLiteral("One")).value();
    const QString two = store().makeFolder(store().ownFolder(), QStringLiteral("Two")).value();
    const QString path = store().add(favourite(QStringLiteral("A")), one).value();
    QVERIFY(!store().move(one, one));
    const QString inside = store().move(one, two).value();
    QCOMPARE(inside, own(QStringLiteral("Two/One")));
    QVERIFY(store().find(own(QStringLiteral("Two/One/A.kql"))));
    QVERIFY(!store().find(path));
    QVERIFY(!store().move(two, inside));
    QCOMPARE(store().renameFolder(two, QStringLiteral("Th/ree")).value(), own(QStringLiteral("Th-ree")));
    QVERIFY(store().find(own(QStringLiteral("Th-ree/One/A.kql"))));
    store().refresh();
    QTRY_COMPARE(store().listings().at(0).folders.size(), 2);
    QVERIFY(!store().addFolder(own(QStringLiteral("Th-ree"))));
    QVERIFY(!store().addFolder(m_folder->path()));
    QVERIFY(!store().addFolder(at(QStringLiteral("nowhere"))));
}

void TestFavouriteStore::removesAndRestores()
{
    const QString folder = store().makeFolder(store().ownFolder(), QStringLiteral("F")).value();
    const QString inside = store().add(favourite(QStringLiteral("In")), folder).value();
    const QString path = store().add(favourite(QStringLiteral("A")), store().ownFolder()).value();
    const QByteArray bytes = contentOf(path);
    const int removal = store().remove({path, folder}).value();
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFile::exists(folder));
    QVERIFY(!store().find(path));
    QVERIFY(!store().find(inside));
    QCOMPARE(store().listings().at(0).files.size(), 0); // what is deleted is not found as a favourite again
    // Its place is taken in the meantime.
    QCOMPARE(store().add(favourite(QStringLiteral("A"), QStringLiteral("Perf")), store().ownFolder()).value(),
             path);
    const QStringList back = store().restore(removal).value();
    QCOMPARE(back.size(), 2);
    QCOMPARE(contentOf(own(QStringLiteral("A (2).kql"))), bytes);
    QTRY_VERIFY(store().find(inside));
    // All or none.
    QVERIFY(!store().remove({path, own(QStringLiteral("nowhere.kql"))}));
    QVERIFY(QFile::exists(path));
    QVERIFY(!store().remove({store().ownFolder()}));
    QVERIFY(!store().remove({sampleFavouritesFolder() + QStringLiteral("/Who changed what.kql")}));
    // What was deleted long ago goes for good.
    put(own(QStringLiteral(".trash/20260101-000000-1/old.kql")), "Event");
    put(own(QStringLiteral(".trash/20261120-000000-1/recent.kql")), "Event");
    m_store.reset();
    store();
    QTRY_VERIFY(!QFile::exists(own(QStringLiteral(".trash/20260101-000000-1"))));
    QVERIFY(QFile::exists(own(QStringLiteral(".trash/20261120-000000-1/recent.kql"))));
}

void TestFavouriteStore::addedFolderAway()
{
    put(at(QStringLiteral("stick/a.kql")), "Event");
    QVERIFY(store().addFolder(at(QStringLiteral("stick"))).has_value());
    waitForListings(store());
    QVERIFY(QDir().rename(at(QStringLiteral("stick")), at(QStringLiteral("away"))));
    m_store.reset();
    QCOMPARE(store().listings().size(), 3);
    QCOMPARE(store().listings().at(1).path, at(QStringLiteral("stick")));
    QCOMPARE(store().listings().at(1).state, FavouriteListing::State::Missing);
    QVERIFY(QDir().rename(at(QStringLiteral("away")), at(QStringLiteral("stick"))));
    store().refresh();
    QTRY_VERIFY(store().find(at(QStringLiteral("stick/a.kql"))));
    store().forgetFolder(at(QStringLiteral("stick")));
    QCOMPARE(store().listings().size(), 2);
    QVERIFY(QFile::exists(at(QStringLiteral("stick/a.kql"))));
    m_store.reset();
    QCOMPARE(store().listings().size(), 2);
}

void TestFavouriteStore::damagedLedgerIsKept()
{
    put(at(QStringLiteral("state/favourites.json")), "{\"folders\": [");
    store();
    QVERIFY(m_loadError);
    QCOMPARE(m_loadError->kind, ErrorKind::Decode);
    QCOMPARE(contentOf(at(QStringLiteral("state/favourites.json.damaged"))), QByteArray("{\"folders\": ["));
}

void TestFavouriteStore::samples()
{
    const FavouriteListing listing = store().listings().last();
    QCOMPARE(listing.kind, FavouriteListing::Kind::Samples);
    QCOMPARE(listing.files.size(), 14);
    for (const FavouriteFile &file : listing.files) {
        QVERIFY(!file.fault);
        QVERIFY(!file.isWritable);
        QVERIFY(!file.favourite.description.isEmpty());
        QVERIFY(!file.favourite.tags.isEmpty());
        QVERIFY(file.favourite.range);
        QCOMPARE(file.favourite.connection, QStringLiteral("embedded"));
        QVERIFY(!file.favourite.text.isEmpty());
        QVERIFY(!store().isChangeable(file.path));
        const auto saved = store().update(file.path, file.favourite, favourite(QStringLiteral("x")));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Usage);
    }
    QVERIFY(!store().add(favourite(QStringLiteral("x")), listing.path));
}

void TestFavouriteStore::fullDisk()
{
    if (geteuid() != 0)
        QSKIP("Only root can mount a small disk.");
    const QString mount = at(QStringLiteral("disk"));
    QVERIFY(QDir().mkpath(mount));
    if (QProcess::execute(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=64k"), QStringLiteral("none"), mount}) != 0)
        QSKIP("This machine does not let a test mount a tmpfs.");
    const QString path = put(mount + QStringLiteral("/a.kql"), "Event\n");
    QVERIFY(store().addFolder(mount).has_value());
    QTRY_VERIFY(store().find(path));
    const Favourite base = store().find(path)->favourite;
    Favourite mine = base;
    mine.text = QString(200'000, u'x');
    const auto saved = store().update(path, base, mine);
    QVERIFY(!saved);
    QVERIFY2(saved.error().advice.contains(QLatin1String("is full")), qPrintable(saved.error().advice));
    QCOMPARE(contentOf(path), QByteArray("Event\n"));
    const auto added = store().add(mine, mount);
    QVERIFY(!added);
    QVERIFY(added.error().advice.contains(QLatin1String("is full")));
    QCOMPARE(QDir(mount).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("a.kql")));
    m_store.reset();
    QCOMPARE(QProcess::execute(QStringLiteral("umount"), {mount}), 0);
}

void TestFavouriteStore::readOnlyFolder()
{
    if (geteuid() != 0)
        QSKIP("Only root can become another user.");
    const QString path = put(own(QStringLiteral("a.kql")), "Event\n");
    // root writes everywhere: the child is another user.
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755));
    const pid_t child = fork();
    if (child == 0) {
        bool isRefused = setuid(65534) == 0;
        const FavouriteFile file = readFavouriteFile(path).file;
        isRefused = isRefused && !file.fault && !file.isWritable;
        Favourite mine = file.favourite;
        mine.text = QStringLiteral("Perf");
        const auto saved =
            changeFavouriteFile(path, file.favourite, mine, m_clock.now, at(QStringLiteral("locks")));
        isRefused = isRefused && !saved && saved.error().advice.contains(QLatin1String("may not write"));
        const auto created = createFavouriteFile(own({}).chopped(1), QStringLiteral("b"), "Event");
        isRefused = isRefused && !created && created.error().advice.contains(QLatin1String("may not write"));
        isRefused = isRefused && !moveFavouriteFile(path, own(QStringLiteral("c.kql")));
        _exit(isRefused ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QCOMPARE(contentOf(path), QByteArray("Event\n"));
}

void TestFavouriteStore::loops()
{
    put(own(QStringLiteral("sub/a.kql")), "Event");
    QVERIFY(QFile::link(at(QStringLiteral("own")), own(QStringLiteral("sub/up"))));
    QCOMPARE(store().listings().at(0).files.size(), 1);
}

QTEST_GUILESS_MAIN(TestFavouriteStore)
#include "tst_favouritestore.moc"
