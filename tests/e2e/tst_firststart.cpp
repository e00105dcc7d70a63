#include "core/connection.h"
#include "stores/schemacache.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// The program as it is started for the first time, with nothing on the disk.
class TestFirstStart : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheTablesOfTheEmbeddedWorkspace()
    {
        const QTemporaryDir cacheFolder;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), cacheFolder.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(SONDE_BIN "/sonde"), {QStringLiteral("--new-instance")});
        QVERIFY(process.waitForStarted());

        // Nobody runs a query or looks at the tables.
        const SchemaCache cache(cacheFolder.filePath(QStringLiteral("sonde/tables")));
        QTRY_VERIFY_WITH_TIMEOUT(cache.read(embeddedConnection()) || process.state() != QProcess::Running,
                                 120'000);
        const auto known = cache.read(embeddedConnection());
        QVERIFY(known);
        QCOMPARE(process.state(), QProcess::Running);
        QStringList names;
        for (const KqlTable &table : known->schema->tables)
            names.append(table.name);
        QVERIFY2(names.contains(QLatin1String("SecurityEvent")), qPrintable(names.join(u' ')));
        process.kill();
        QVERIFY(process.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestFirstStart)
#include "tst_firststart.moc"
