#include "stores/connectionstore.h"

#include "stores/heldfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace sonde;

/// The file of the connections: what is written comes back, what is damaged is kept, what is not ours is left
/// alone.
class TestConnectionStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingThereIsNoFailure();
    void roundTrip();
    void idsAreGivenOnce();
    void editsInOrder();
    void damagedFilesAreKept_data();
    void damagedFilesAreKept();
    void secondDamageKeepsTheFirst();
    void unknownKeysStay();
    void colourAndHistory();
    void newerColoursStay();
    void duplicates();
    void replacesWithAnotherId();
    void twoProgramsKeepEachOthers();
    void othersAreNoticed();
    void theLaterChangeOfOneWins();
    void waitsForAnotherAndSaysSo();
    void damageByAnotherIsNotOverwritten();
    void whatCannotBeWrittenIsNotChanged();
    void holdsNoSecret();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("config/connections.json")); }
    QByteArray bytes(const QString &file) const
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void put(const QByteArray &content) const
    {
        QDir().mkpath(m_folder->filePath(QStringLiteral("config")));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    static Connection connection(const QString &name)
    {
        Connection connection;
        connection.name = name;
        connection.cloud = Cloud::UsGovernment;
        connection.tenant = QStringLiteral("contoso.example");
        connection.clientId = QStringLiteral("11111111-1111-1111-1111-111111111111");
        connection.workspaceId = QStringLiteral("22222222-2222-2222-2222-222222222222");
        connection.subscription = QStringLiteral("33333333-3333-3333-3333-333333333333");
        connection.resourceGroup = QStringLiteral("gröup");
        connection.workspace = QStringLiteral("work");
        connection.classicApiVersion = QStringLiteral("2015-03-20");
        return connection;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestConnectionStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestConnectionStore::nothingThereIsNoFailure()
{
    ConnectionStore store(path());
    QVERIFY(store.load());
    QVERIFY(store.connections().isEmpty());
    QVERIFY(!QFile::exists(path()));
}

void TestConnectionStore::roundTrip()
{
    ConnectionStore store(path());
    QSignalSpy changed(&store, &ConnectionStore::changed);
    Connection custom = connection(QStringLiteral("Custom “one”"));
    custom.cloud = Cloud::Custom;
    custom.custom.authority = QUrl(QStringLiteral("http://127.0.0.1:8080"));
    custom.custom.management = QUrl(QStringLiteral("https://arm.example/base"));
    custom.custom.logs = QUrl(QStringLiteral("https://logs.example/v1"));
    custom.custom.managementAudience = QStringLiteral("https://management.core.windows.net/");
    custom.custom.logsAudience = QStringLiteral("https://api.loganalytics.io/.default");
    custom.custom.managementToken = TokenVersion::V2;
    custom.custom.logsToken = TokenVersion::V1;
    custom.id = store.add(custom).value_or(QString());
    Connection other = connection(QStringLiteral("Other"));
    other.id = store.add(other).value_or(QString());
    QCOMPARE(changed.count(), 2);
    QVERIFY(!QUuid::fromString(custom.id).isNull());

    ConnectionStore again(path());
    QVERIFY(again.load());
    QCOMPARE(again.connections(), QList<Connection>({custom, other}));
    QCOMPARE(again.find(other.id), other);
    QCOMPARE(again.findByName(QStringLiteral("OTHER")), other);
    QCOMPARE(again.find(QStringLiteral("nobody")), std::nullopt);
}

void TestConnectionStore::idsAreGivenOnce()
{
    ConnectionStore store(path());
    Connection one = connection(QStringLiteral("One"));
    one.id = store.add(one).value_or(QString());
    QCOMPARE(store.add(one).error().kind, ErrorKind::Usage);
    QCOMPARE(store.add(embeddedConnection()).error().kind, ErrorKind::Usage);
    QCOMPARE(store.connections().size(), 1);
}

void TestConnectionStore::editsInOrder()
{
    ConnectionStore store(path());
    QStringList ids;
    for (const char *name : {"a", "b", "c"})
        ids << store.add(connection(QLatin1String(name))).value_or(QString());
    const auto names = [](const ConnectionStore &any) {
        QString all;
        for (const Connection &each : any.connections())
            all += each.name;
        return all;
    };
    QVERIFY(store.move(ids[2], 0));
    QCOMPARE(names(store), QStringLiteral("cab"));
    QVERIFY(store.move(ids[2], 99));
    QCOMPARE(names(store), QStringLiteral("abc"));
    Connection changed = *store.find(ids[1]);
    changed.name = QStringLiteral("B");
    QVERIFY(store.update(changed));
    QVERIFY(store.remove(ids[0]));
    QVERIFY(store.remove(ids[0]));
    QCOMPARE(names(store), QStringLiteral("Bc"));
    changed.id = ids[0];
    QCOMPARE(store.update(changed).error().kind, ErrorKind::NotFound);
    QCOMPARE(store.move(ids[0], 1).error().kind, ErrorKind::NotFound);
    ConnectionStore again(path());
    QVERIFY(again.load());
    QCOMPARE(names(again), QStringLiteral("Bc"));
}

void TestConnectionStore::damagedFilesAreKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"version":1,"connections":[{"id":"a",)");
    QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
    QTest::newRow("other JSON") << QByteArray(R"({"hello":1})");
    QTest::newRow("no id") << QByteArray(R"({"connections":[{"name":"a","cloud":"public"}]})");
    QTest::newRow("unknown cloud") << QByteArray(R"({"connections":[{"id":"a","cloud":"moon"}]})");
    QTest::newRow("same id twice") << QByteArray(
        R"({"connections":[{"id":"a","cloud":"public"},{"id":"a","cloud":"public"}]})");
}

void TestConnectionStore::damagedFilesAreKept()
{
    QFETCH(QByteArray, content);
    put(content);
    ConnectionStore store(path());
    const Result<void> loaded = store.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Decode);
    QVERIFY(loaded.error().advice.contains(QLatin1String(".damaged")));
    QVERIFY(store.connections().isEmpty());
    QCOMPARE(bytes(path() + QStringLiteral(".damaged")), content);
    QVERIFY(!QFile::exists(path()));
    QVERIFY(store.add(connection(QStringLiteral("new"))));
    QCOMPARE(bytes(path() + QStringLiteral(".damaged")), content);
}

void TestConnectionStore::secondDamageKeepsTheFirst()
{
    put("first");
    ConnectionStore store(path());
    QVERIFY(!store.load());
    put("second");
    QVERIFY(!store.load());
    QCOMPARE(bytes(path() + QStringLiteral(".damaged")), QByteArray("first"));
    QCOMPARE(bytes(path() + QStringLiteral(".damaged.2")), QByteArray("second"));
}

void TestConnectionStore::unknownKeysStay()
{
    put(R"({"version":1,"future":{"x":1},"connections":[{"id":"a","name":"A","cloud":"public","colour":"red"}]})");
    ConnectionStore store(path());
    QVERIFY(store.load());
    Connection changed = *store.find(QStringLiteral("a"));
    QCOMPARE(changed.classicApiVersion, QStringLiteral("2015-11-01-preview"));
    changed.name = QStringLiteral("B");
    QVERIFY(store.update(changed));
    const QJsonObject root = QJsonDocument::fromJson(bytes(path())).object();
    QCOMPARE(root.value(QLatin1String("future")).toObject().value(QLatin1String("x")).toInt(), 1);
    const QJsonObject entry = root.value(QLatin1String("connections")).toArray().at(0).toObject();
    QCOMPARE(entry.value(QLatin1String("colour")).toString(), QStringLiteral("red"));
    QCOMPARE(entry.value(QLatin1String("name")).toString(), QStringLiteral("B"));
}

void TestConnectionStore::colourAndHistory()
{
    ConnectionStore store(path());
    QList<Connection> all;
    for (const ColourMark colour : {ColourMark::None, ColourMark::Red, ColourMark::Orange, ColourMark::Yellow,
                                    ColourMark::Green, ColourMark::Blue, ColourMark::Purple}) {
        Connection made = connection(QString::number(all.size()));
        made.colour = colour;
        made.keepsHistory = all.size() % 2 == 0;
        made.id = store.add(made).value_or(QString());
        all << made;
    }
    ConnectionStore again(path());
    QVERIFY(again.load());
    QCOMPARE(again.connections(), all);
    // And back to the defaults.
    all[1].colour = ColourMark::None;
    all[1].keepsHistory = true;
    QVERIFY(again.update(all[1]));
    QVERIFY(store.load());
    QCOMPARE(store.connections(), all);
}

void TestConnectionStore::newerColoursStay()
{
    put(R"({"version":7,"connections":[{"id":"a","name":"A","cloud":"public","colour":"teal"}]})");
    ConnectionStore store(path());
    QVERIFY(store.load());
    Connection changed = *store.find(QStringLiteral("a"));
    QCOMPARE(changed.colour, ColourMark::None);
    changed.name = QStringLiteral("B");
    QVERIFY(store.update(changed));
    const QJsonObject root = QJsonDocument::fromJson(bytes(path())).object();
    QCOMPARE(root.value(QLatin1String("version")).toInt(), 7);
    const auto colour = [&] {
        return QJsonDocument::fromJson(bytes(path()))
            .object()
            .value(QLatin1String("connections"))
            .toArray()
            .at(0)
            .toObject()
            .value(QLatin1String("colour"))
            .toString();
    };
    QCOMPARE(colour(), QStringLiteral("teal"));
    changed.colour = ColourMark::Blue;
    QVERIFY(store.update(changed));
    QCOMPARE(colour(), QStringLiteral("blue"));
}

void TestConnectionStore::duplicates()
{
    put(R"({"connections":[{"id":"a","name":"Lab","cloud":"public","future":1},{"id":"b","name":"lab 3","cloud":"public"}]})");
    ConnectionStore store(path());
    QVERIFY(store.load());
    const QString second = store.duplicate(QStringLiteral("a")).value_or(QString());
    QVERIFY(!QUuid::fromString(second).isNull());
    QCOMPARE(store.connections().at(1).id, second);
    QCOMPARE(store.connections().at(1).name, QStringLiteral("Lab 2"));
    const QString fourth = store.duplicate(second).value_or(QString());
    QCOMPARE(store.find(fourth)->name, QStringLiteral("Lab 4"));
    QCOMPARE(store.duplicate(QStringLiteral("nobody")).error().kind, ErrorKind::NotFound);
    const QJsonArray written =
        QJsonDocument::fromJson(bytes(path())).object().value(QLatin1String("connections")).toArray();
    QCOMPARE(written.size(), 4);
    QCOMPARE(written.at(1).toObject().value(QLatin1String("future")).toInt(), 1);
    QCOMPARE(written.at(1).toObject().value(QLatin1String("id")).toString(), second);
    QCOMPARE(store.nameBeside(QStringLiteral("LAB")), QStringLiteral("LAB 5"));
    QCOMPARE(store.nameBeside(QStringLiteral("New")), QStringLiteral("New"));
}

void TestConnectionStore::replacesWithAnotherId()
{
    ConnectionStore store(path());
    Connection one = connection(QStringLiteral("one"));
    one.id = store.add(one).value_or(QString());
    Connection two = connection(QStringLiteral("two"));
    two.id = store.add(two).value_or(QString());
    Connection other = connection(QStringLiteral("other"));
    other.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSignalSpy replaced(&store, &ConnectionStore::replaced);
    int changesBefore = -1;
    QSignalSpy changed(&store, &ConnectionStore::changed);
    connect(&store, &ConnectionStore::replaced, this, [&] {
        changesBefore = static_cast<int>(changed.count());
        QVERIFY(store.find(other.id));
    });
    QVERIFY(store.replace(one.id, other));
    QCOMPARE(replaced, QList<QVariantList>({{one.id, other.id}}));
    QCOMPARE(changesBefore, 0); // it comes first
    QCOMPARE(changed.count(), 1);
    QCOMPARE(store.connections(), QList<Connection>({other, two}));
    QCOMPARE(store.replace(one.id, one).error().kind, ErrorKind::NotFound);
    QCOMPARE(store.replace(two.id, other).error().kind, ErrorKind::Usage);
    QCOMPARE(store.connections(), QList<Connection>({other, two}));
    // Other values under the same id are no other connection.
    two.name = QStringLiteral("renamed");
    QVERIFY(store.replace(two.id, two));
    QCOMPARE(replaced.count(), 1);
}

void TestConnectionStore::twoProgramsKeepEachOthers()
{
    ConnectionStore mine(path());
    ConnectionStore theirs(path());
    QVERIFY(mine.load());
    QVERIFY(theirs.load());
    Connection a = connection(QStringLiteral("A"));
    a.id = mine.add(a).value_or(QString());
    Connection b = connection(QStringLiteral("B"));
    b.id = theirs.add(b).value_or(QString());
    QCOMPARE(theirs.connections(), QList<Connection>({a, b}));
    a.name = QStringLiteral("A2");
    QVERIFY(mine.update(a)); // knows B by then
    QCOMPARE(mine.connections(), QList<Connection>({a, b}));
    QVERIFY(theirs.remove(b.id));
    QCOMPARE(theirs.connections(), QList<Connection>{a});
    // What the other one removed cannot be changed any more, and that is known at once.
    QCOMPARE(mine.update(b).error().kind, ErrorKind::NotFound);
    QCOMPARE(mine.connections(), QList<Connection>{a});
    ConnectionStore now(path());
    QVERIFY(now.load());
    QCOMPARE(now.connections(), QList<Connection>{a});
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files), QStringList(QStringLiteral("connections.json")));
}

void TestConnectionStore::othersAreNoticed()
{
    ConnectionStore theirs(path());
    QVERIFY(theirs.add(connection(QStringLiteral("A"))));
    ConnectionStore mine(path());
    QVERIFY(mine.load());
    QSignalSpy changed(&mine, &ConnectionStore::changed);
    QVERIFY(theirs.add(connection(QStringLiteral("B"))));
    QTRY_COMPARE(mine.connections(), theirs.connections());
    QCOMPARE(changed.count(), 1);
    QVERIFY(theirs.remove(theirs.connections().constFirst().id));
    QTRY_COMPARE(mine.connections(), theirs.connections());
}

void TestConnectionStore::theLaterChangeOfOneWins()
{
    put(R"({"connections":[{"id":"a","name":"A","cloud":"public"}]})");
    ConnectionStore mine(path());
    QVERIFY(mine.load());
    put(R"({"connections":[{"id":"a","name":"Theirs","cloud":"public","future":1}],"more":2})");
    Connection changed = *mine.find(QStringLiteral("a"));
    changed.name = QStringLiteral("Mine");
    QVERIFY(mine.update(changed));
    const QJsonObject root = QJsonDocument::fromJson(bytes(path())).object();
    const QJsonObject entry = root.value(QLatin1String("connections")).toArray().at(0).toObject();
    QCOMPARE(entry.value(QLatin1String("name")).toString(), QStringLiteral("Mine"));
    // What only a newer version knows is theirs, as it was written meanwhile.
    QCOMPARE(entry.value(QLatin1String("future")).toInt(), 1);
    QCOMPARE(root.value(QLatin1String("more")).toInt(), 2);
}

void TestConnectionStore::waitsForAnotherAndSaysSo()
{
    ConnectionStore store(path());
    Connection a = connection(QStringLiteral("A"));
    a.id = store.add(a).value_or(QString());
    Result<std::unique_ptr<HeldFile>> held = HeldFile::tryHold(path() + QStringLiteral(".lock"));
    QVERIFY(held && *held);
    const Result<QString> refused = store.add(connection(QStringLiteral("B")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Io);
    QCOMPARE(refused.error().message,
             QStringLiteral("Another Sonde is changing the connections at this moment."));
    QVERIFY(!refused.error().advice.isEmpty());
    QCOMPARE(store.connections(), QList<Connection>{a});
    held->reset();
    QVERIFY(store.add(connection(QStringLiteral("B"))));
}

void TestConnectionStore::damageByAnotherIsNotOverwritten()
{
    ConnectionStore store(path());
    Connection a = connection(QStringLiteral("A"));
    a.id = store.add(a).value_or(QString());
    put("damaged");
    const Result<QString> refused = store.add(connection(QStringLiteral("B")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Decode);
    QVERIFY(refused.error().advice.contains(QDir::toNativeSeparators(path())));
    QCOMPARE(bytes(path()), QByteArray("damaged"));
    QCOMPARE(store.connections(), QList<Connection>{a});
    // Moved away, what is known is written again.
    QVERIFY(QFile::remove(path()));
    QVERIFY(store.add(connection(QStringLiteral("B"))));
    ConnectionStore again(path());
    QVERIFY(again.load());
    QCOMPARE(again.connections().size(), 2);
}

void TestConnectionStore::whatCannotBeWrittenIsNotChanged()
{
    // A file where the folder should be.
    QFile blocker(m_folder->filePath(QStringLiteral("config")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    ConnectionStore store(path());
    QVERIFY(store.load());
    QSignalSpy changed(&store, &ConnectionStore::changed);
    const Result<QString> added = store.add(connection(QStringLiteral("a")));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::Io);
    QVERIFY(store.connections().isEmpty());
    QCOMPARE(changed.count(), 0);
}

void TestConnectionStore::holdsNoSecret()
{
    ConnectionStore store(path());
    QVERIFY(store.add(connection(QStringLiteral("a"))));
    const QJsonObject entry = QJsonDocument::fromJson(bytes(path()))
                                  .object()
                                  .value(QLatin1String("connections"))
                                  .toArray()
                                  .at(0)
                                  .toObject();
    QCOMPARE(entry.keys(), QStringList({QStringLiteral("classicApiVersion"), QStringLiteral("clientId"),
                                        QStringLiteral("cloud"), QStringLiteral("id"), QStringLiteral("name"),
                                        QStringLiteral("resourceGroup"), QStringLiteral("subscription"),
                                        QStringLiteral("tenant"), QStringLiteral("workspace"),
                                        QStringLiteral("workspaceId")}));
}

QTEST_GUILESS_MAIN(TestConnectionStore)
#include "tst_connectionstore.moc"
