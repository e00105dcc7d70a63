#include "stores/connectionfile.h"
#include "stores/connectionstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

QString id(int last)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(last, 12, 10, QLatin1Char('0'));
}

Connection connection(int number, const QString &name)
{
    Connection made;
    made.id = id(number);
    made.name = name;
    made.colour = ColourMark::Purple;
    made.keepsHistory = false;
    made.tenant = QStringLiteral("contoso.example");
    made.clientId = id(100);
    made.workspaceId = id(200);
    return made;
}

} // namespace

/// Connections that go out into a file and come back.
class TestConnectionFile : public QObject
{
    Q_OBJECT

private slots:
    void goesOutAndComesBack();
    void exportsNoUnknownKeys();
    void refuses_data();
    void refuses();
    void refusesWhatIsNotThere();
    void idsMayBeMissing();
    void compares();
    void sayWhenTheSecretIsNotMeantForIt();
    void exportThatFailsHarmsNothing();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("connections.json")); }
    void put(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QTemporaryDir m_folder;
};

void TestConnectionFile::goesOutAndComesBack()
{
    Connection custom = connection(2, QString::fromUtf8("Größe “2”"));
    custom.cloud = Cloud::Custom;
    custom.custom.authority = QUrl(QStringLiteral("http://127.0.0.1:8080"));
    custom.custom.logs = QUrl(QStringLiteral("https://logs.example/v1"));
    custom.custom.logsAudience = QStringLiteral("https://api.loganalytics.io/.default");
    const QList<Connection> all{connection(1, QStringLiteral("One")), custom};
    QVERIFY(ConnectionFile::write(path(), all));
    const Result<QList<Connection>> read = ConnectionFile::read(path());
    QVERIFY(read);
    QCOMPARE(*read, all);
    // The store reads the same layout.
    ConnectionStore store(path());
    QVERIFY(store.load());
    QCOMPARE(store.connections(), all);
}

void TestConnectionFile::exportsNoUnknownKeys()
{
    put(R"({"version":1,"connections":[{"id":"00000000-0000-4000-8000-000000000001","name":"A","cloud":"public","note":"mine"}]})");
    ConnectionStore store(path());
    QVERIFY(store.load());
    const QString out = m_folder.filePath(QStringLiteral("out.json"));
    QVERIFY(ConnectionFile::write(out, store.connections()));
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("note"));
}

void TestConnectionFile::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QByteArray &content, const char *word) {
        QTest::newRow(name) << content << QString::fromUtf8(word);
    };
    const QByteArray good = R"({"id":"00000000-0000-4000-8000-000000000001","name":"A","cloud":"public"})";
    row("empty", QByteArray(), "holds no connections");
    row("cut", R"({"version":1,"connections":[{"id":"a",)", "holds no connections");
    row("binary", QByteArray("\x00\xff\x01", 3), "holds no connections");
    row("other JSON", R"({"hello":1})", "holds no connections");
    row("array", "[1]", "holds no connections");
    row("empty list", R"({"version":1,"connections":[]})", "holds no connections");
    row("large", QByteArray(5 * 1024 * 1024, ' '), "holds no connections");
    row("newer", R"({"version":2,"connections":[)" + good + "]}", "newer version");
    row("endpoints line",
        R"({"authority":"http://127.0.0.1:1","clientId":"x","clientSecret":"hush","tenant":"t"})",
        "endpoints line");
    row("secret in an entry",
        R"({"version":1,"connections":[{"id":"00000000-0000-4000-8000-000000000001","name":"A","cloud":"public","secret":"hush"}]})",
        "holds a secret");
    row("secret deep down",
        R"({"version":1,"connections":[{"id":"00000000-0000-4000-8000-000000000001","name":"A","cloud":"public","x":[{"clientPassword":"hush"}]}]})",
        "holds a secret");
    row("secrets in an array of lines", R"([{"clientSecret":"hush"}])", "holds a secret");
    row("unknown cloud",
        R"({"connections":[)" + good +
            R"(,{"id":"00000000-0000-4000-8000-000000000002","name":"B","cloud":"moon"}]})",
        "Entry 2");
    row("no name", R"({"connections":[{"id":"00000000-0000-4000-8000-000000000002","cloud":"public"}]})",
        "Entry 1");
    row("an entry that is none", R"({"connections":[7]})", "Entry 1");
    // Under this id another secret is kept.
    row("id of the proxy", R"({"connections":[{"id":"proxy","name":"A","cloud":"public"}]})", "Entry 1");
    row("id of the embedded workspace", R"({"connections":[{"id":"embedded","name":"A","cloud":"public"}]})",
        "Entry 1");
    row("same id twice", R"({"connections":[)" + good + "," + good + "]}", "same id");
}

void TestConnectionFile::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    put(content);
    const Result<QList<Connection>> read = ConnectionFile::read(path());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Decode);
    QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
    QVERIFY(!read.error().advice.isEmpty());
    const QString all = read.error().message + read.error().advice + read.error().detail;
    QVERIFY(!all.contains(QLatin1String("hush")));
}

void TestConnectionFile::refusesWhatIsNotThere()
{
    const Result<QList<Connection>> read = ConnectionFile::read(m_folder.filePath(QStringLiteral("none")));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Io);
    QVERIFY(!ConnectionFile::read(m_folder.path())); // a folder
}

void TestConnectionFile::idsMayBeMissing()
{
    put(R"({"connections":[{"name":" A ","cloud":"public"},{"name":"B","cloud":"china"}]})");
    const Result<QList<Connection>> read = ConnectionFile::read(path());
    QVERIFY(read);
    QVERIFY(isGuid(read->at(0).id));
    QVERIFY(read->at(0).id != read->at(1).id);
    QCOMPARE(read->at(0).name, QStringLiteral("A"));
}

void TestConnectionFile::compares()
{
    using State = ImportedConnection::State;
    const Connection same = connection(1, QStringLiteral("Same"));
    const Connection mine = connection(2, QStringLiteral("Mine"));
    Connection theirs = mine;
    theirs.workspaceId = id(201);
    const Connection taken = connection(3, QStringLiteral("Taken"));
    const Connection namesake = connection(4, QStringLiteral("TAKEN"));
    const Connection fresh = connection(5, QStringLiteral("Fresh"));
    const auto found = ConnectionFile::compare({same, theirs, namesake, fresh}, {same, mine, taken});
    QCOMPARE(found.size(), 4);
    QCOMPARE(found.at(0).state, State::Same);
    QCOMPARE(found.at(1).state, State::Differs);
    QCOMPARE(found.at(1).existingId, mine.id);
    QCOMPARE(found.at(1).differences.size(), 1);
    QVERIFY(found.at(1).differences.constFirst().contains(id(200)));
    QVERIFY(found.at(1).differences.constFirst().contains(id(201)));
    QVERIFY(!found.at(1).signsInElsewhere);
    QCOMPARE(found.at(2).state, State::NameTaken);
    QCOMPARE(found.at(2).existingId, taken.id);
    QCOMPARE(found.at(2).connection.id, namesake.id);
    QCOMPARE(found.at(3).state, State::New);
}

void TestConnectionFile::sayWhenTheSecretIsNotMeantForIt()
{
    const Connection mine = connection(2, QStringLiteral("Mine"));
    const auto elsewhere = [&mine](const Connection &theirs) {
        return ConnectionFile::compare({theirs}, {mine}).constFirst().signsInElsewhere;
    };
    Connection theirs = mine;
    theirs.colour = ColourMark::Red;
    QVERIFY(!elsewhere(theirs));
    theirs = mine;
    theirs.clientId = id(101);
    QVERIFY(elsewhere(theirs));
    theirs = mine;
    theirs.tenant = QStringLiteral("fabrikam.example");
    QVERIFY(elsewhere(theirs));
    theirs = mine;
    theirs.cloud = Cloud::Custom;
    theirs.custom = endpointsOf(Cloud::Public);
    QVERIFY(!elsewhere(theirs));
    theirs.custom.authority = QUrl(QStringLiteral("https://login.example"));
    QVERIFY(elsewhere(theirs));
    // Whoever answers gets the tokens that the secret fetches.
    const Endpoints real = endpointsOf(Cloud::Public);
    for (QUrl Endpoints::*service : {&Endpoints::logs, &Endpoints::management}) {
        theirs.custom = real;
        (theirs.custom.*service).setHost(QStringLiteral("collector.example"));
        QVERIFY(elsewhere(theirs));
        theirs.custom = real;
        (theirs.custom.*service).setScheme(QStringLiteral("http"));
        QVERIFY(elsewhere(theirs));
        theirs.custom = real;
        (theirs.custom.*service).setPort(8443);
        QVERIFY(elsewhere(theirs));
    }
    for (QString Endpoints::*audience : {&Endpoints::logsAudience, &Endpoints::managementAudience}) {
        theirs.custom = real;
        theirs.custom.*audience = QStringLiteral("https://vault.azure.net");
        QVERIFY(elsewhere(theirs));
    }
}

void TestConnectionFile::exportThatFailsHarmsNothing()
{
    QVERIFY(!ConnectionFile::write(m_folder.filePath(QStringLiteral("none/there.json")), {}));
    QVERIFY(!ConnectionFile::write(m_folder.path(), {connection(1, QStringLiteral("One"))}));
}

QTEST_GUILESS_MAIN(TestConnectionFile)
#include "tst_connectionfile.moc"
