#include "connectionkeeperfixture.h"

#include "stores/connectionfile.h"
#include "widgets/importconnectionsdialog.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// Connections that go into a file and come out of one: without secrets, and without losing any.
class TestConnectionKeeperFiles final : public QObject, private ConnectionKeeperFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void exportsWithoutSecrets();
    void importsWhatIsNew();
    void importMovesTheSecret();
    void importThatSignsInElsewhereDropsTheSecret();
    void importRefusesInWords();
};

void TestConnectionKeeperFiles::exportsWithoutSecrets()
{
    put(1, QStringLiteral("One"), QStringLiteral("hush-hush"));
    manager();
    m_keeper->exportFile(path("out.json"));
    QVERIFY(bar()->isVisible());
    QCOMPARE(bar()->level(), MessageBar::Level::Info);
    QFile file(path("out.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("contoso.example"));
    QVERIFY(!bytes.contains("hush-hush"));
    m_keeper->exportFile(path("no/such/folder.json"));
    QCOMPARE(bar()->level(), MessageBar::Level::Error);
}

void TestConnectionKeeperFiles::importsWhatIsNew()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    QVERIFY(ConnectionFile::write(path("in.json"),
                                  {connection(1, QStringLiteral("One")), connection(2, QStringLiteral("Two")),
                                   connection(3, QStringLiteral("one"))}));
    manager();
    m_keeper->importFile(path("in.json"));
    auto *choice = dialog<ImportConnectionsDialog>();
    QVERIFY(choice);
    QCOMPARE(choice->decisions().size(), 2);
    press(choice, "import");
    QTRY_COMPARE(names(), QStringLiteral("One Two one 2"));
    QCOMPARE(m_secrets->secrets().size(), 1);
    QTRY_VERIFY(bar()->isVisible());
    QVERIFY(bar()->message().contains(QLatin1String("2")));
}

void TestConnectionKeeperFiles::importMovesTheSecret()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    Connection theirs = connection(7, QStringLiteral("One"));
    theirs.workspaceId = id(201);
    QVERIFY(ConnectionFile::write(path("in.json"), {theirs}));
    manager();
    QSignalSpy moved(m_store.get(), &ConnectionStore::replaced);
    m_keeper->importFile(path("in.json"));
    auto *choice = dialog<ImportConnectionsDialog>();
    auto *box = choice->findChild<QComboBox *>(QStringLiteral("choice0"));
    box->setCurrentIndex(1);
    QVERIFY(choice->findChild<QWidget *>(QStringLiteral("note0"))
                ->findChild<QLabel *>(QStringLiteral("sentence"))
                ->text()
                .contains(QLatin1String("secret of yours goes over")));
    press(choice, "import");
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(m_store->connections(), QList<Connection>{theirs});
    // The list first, the keychain when it has answered.
    QTRY_COMPARE(m_secrets->secrets(), (QHash<QString, QString>{{id(7), QStringLiteral("first")}}));
    QCOMPARE(moved.at(0).at(0).toString(), id(1));
    QCOMPARE(moved.at(0).at(1).toString(), id(7));
}

void TestConnectionKeeperFiles::importThatSignsInElsewhereDropsTheSecret()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    Connection theirs = connection(1, QStringLiteral("One"));
    theirs.cloud = Cloud::Custom;
    theirs.custom.authority = QUrl(QStringLiteral("https://login.elsewhere.example"));
    theirs.custom.logs = QUrl(QStringLiteral("https://logs.elsewhere.example/v1"));
    theirs.custom.logsAudience = QStringLiteral("x");
    QVERIFY(ConnectionFile::write(path("in.json"), {theirs}));
    manager();
    m_keeper->importFile(path("in.json"));
    auto *choice = dialog<ImportConnectionsDialog>();
    QVERIFY(choice->decisions().isEmpty()); // mine is kept unless one says otherwise
    QVERIFY(!choice->findChild<QPushButton *>(QStringLiteral("import"))->isEnabled());
    choice->findChild<QComboBox *>(QStringLiteral("choice0"))->setCurrentIndex(1);
    press(choice, "import");
    QTRY_COMPARE(m_store->connections(), QList<Connection>{theirs});
    QTRY_VERIFY(m_secrets->secrets().isEmpty());
}

void TestConnectionKeeperFiles::importRefusesInWords()
{
    QFile file(path("in.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"connections\": [{\"secret\": \"hush\"}]}");
    file.close();
    QSignalSpy failed(m_keeper, &ConnectionKeeper::failed);
    m_keeper->importFile(path("in.json")); // no list is open: the window says it
    QCOMPARE(failed.count(), 1);
    manager();
    m_keeper->importFile(path("in.json"));
    QCOMPARE(failed.count(), 1);
    QVERIFY(bar()->message().contains(QLatin1String("holds a secret")));
    QVERIFY(!dialog<ImportConnectionsDialog>());
}

QTEST_MAIN(TestConnectionKeeperFiles)
#include "tst_connectionkeeperfiles.moc"
