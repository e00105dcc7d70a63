#include "app/headlessschema.h"
#include "support/fakeschemasource.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

KqlSchemaPtr schemaOf(const QString &table)
{
    auto schema = std::make_shared<KqlSchema>();
    schema->tables = {{table}};
    return schema;
}

} // namespace

/// The tables of a connection for a command without a window.
class TestHeadlessSchema : public QObject
{
    Q_OBJECT

    /// The first table of what is found, or what is said where nothing is.
    QString found(const std::function<void()> &meanwhile = {})
    {
        HeadlessSchema tables(source, SchemaCache(folder->path()), clock, connection);
        std::optional<Result<KqlSchemaPtr>> outcome;
        connect(&tables, &HeadlessSchema::found, &tables,
                [&outcome](const Result<KqlSchemaPtr> &schema) { outcome = schema; });
        tables.start();
        if (outcome)
            return QStringLiteral("at once");
        if (meanwhile)
            meanwhile();
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }))
            return QStringLiteral("never");
        return *outcome ? (**outcome)->tables.first().name : outcome->error().message;
    }
    void keep(const QString &table, const QDateTime &fetched) const
    {
        QVERIFY(SchemaCache(folder->path()).write(connection, {schemaOf(table), fetched}));
    }

    std::unique_ptr<QTemporaryDir> folder;
    FakeSchemaSource source;
    ManualClock clock;
    Connection connection;

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        source = {};
        connection.id = QStringLiteral("one");
        connection.workspaceId = QStringLiteral("33333333-3333-3333-3333-333333333333");
    }

    void keptTablesAreTakenForADay()
    {
        keep(QStringLiteral("Kept_CL"), clock.nowUtc().addSecs(-3600));
        QCOMPARE(found(), QStringLiteral("Kept_CL"));
        QVERIFY(source.asked.isEmpty());
    }

    void workspaceIsAskedAndKept()
    {
        QCOMPARE(found([this] { source.answer(schemaOf(QStringLiteral("Listed_CL"))); }),
                 QStringLiteral("Listed_CL"));
        QCOMPARE(source.asked.size(), 1);
        QCOMPARE(found(), QStringLiteral("Listed_CL"));
        QCOMPARE(source.asked.size(), 1);
    }

    void oldTablesAreAskedForAgain()
    {
        keep(QStringLiteral("Old_CL"), clock.nowUtc().addDays(-3));
        QCOMPARE(found([this] { source.answer(schemaOf(QStringLiteral("New_CL"))); }),
                 QStringLiteral("New_CL"));
    }

    void oldTablesAreBetterThanNone()
    {
        const auto fail = [this] {
            source.answer(failure(ErrorKind::Offline, QStringLiteral("No network.")));
        };
        keep(QStringLiteral("Old_CL"), clock.nowUtc().addDays(-3));
        QCOMPARE(found(fail), QStringLiteral("Old_CL"));
        SchemaCache(folder->path()).remove(connection.id);
        QCOMPARE(found(fail), QStringLiteral("No network."));
    }
};

QTEST_GUILESS_MAIN(TestHeadlessSchema)
#include "tst_headlessschema.moc"
