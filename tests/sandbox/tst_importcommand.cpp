#include "kql/kqlservice.h"
#include "sandbox/importedfiles.h"
#include "sandbox/sampledata.h"
#include "sandbox/samplemetadata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;

class TestImportCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qWarning("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    QString cache() const { return m_folder.filePath(QStringLiteral("cache")); }

    Result<std::unique_ptr<ImportedFiles>> read(const ImportCommand::Words &words, const QStringList &taken,
                                                QStringList &said)
    {
        const auto command = ImportCommand::parse(words);
        if (!command)
            return failure(command.error());
        return ImportedFiles::read(
            *command, taken, cache(), [&said](const QString &text) { said += text; }, {}, CancelState());
    }

    static QStringList namesOf(const QList<EngineTable> &tables)
    {
        QStringList names;
        for (const EngineTable &table : tables)
            names += table.name;
        return names;
    }

private slots:
    void readsItsWords()
    {
        const QString odd = write(QStringLiteral("a=b.csv"), "x\n1\n");
        const auto command = ImportCommand::parse({{odd, QStringLiteral("Other=/tmp/x.csv")},
                                                   {QStringLiteral("tab"), QStringLiteral("Other=;")},
                                                   {QStringLiteral("Other=none")},
                                                   {QStringLiteral("a_b=no")},
                                                   {QStringLiteral("Other.a.b=c=string")}});
        QVERIFY2(command, command ? "" : qPrintable(command.error().message));
        QCOMPARE(command->sources.at(0).path, odd);
        QCOMPARE(command->sources.at(0).csv.delimiter, QStringLiteral("\t"));
        QCOMPARE(command->sources.at(0).csv.hasHeader, false);
        QCOMPARE(command->sources.at(1).name, QStringLiteral("Other"));
        QCOMPARE(command->sources.at(1).csv.delimiter, QStringLiteral(";"));
        QCOMPARE(command->sources.at(1).csv.quote, QString());
        QCOMPARE(command->types.front().column, QStringLiteral("a.b=c"));
    }

    void refusesWhatItDoesNotKnow()
    {
        const QStringList file{QStringLiteral("x.csv")};
        QVERIFY(!ImportCommand::parse({file, {QStringLiteral("two")}, {}, {}, {}}));
        QVERIFY(!ImportCommand::parse({file, {QStringLiteral("y=;")}, {}, {}, {}}));
        QVERIFY(!ImportCommand::parse({file, {}, {}, {QStringLiteral("maybe")}, {}}));
        QVERIFY(!ImportCommand::parse({file, {}, {}, {}, {QStringLiteral("x.a=text")}}));
        QVERIFY(!ImportCommand::parse({file, {}, {}, {}, {QStringLiteral("a=long")}}));
        QStringList said;
        const auto missing = read(
            {{write(QStringLiteral("x.csv"), "a\n1\n")}, {}, {}, {}, {QStringLiteral("x.b=long")}}, {}, said);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::Usage);
    }

    void standsBesideTheSampleData()
    {
        QStringList said;
        const auto files = read({{write(QStringLiteral("mine.csv"), "TimeGenerated;a\r\n2026-11-22;1\r\n")},
                                 {},
                                 {},
                                 {},
                                 {QStringLiteral("mine.a=string")}},
                                SampleData::tableNames({}), said);
        QVERIFY2(files, files ? "" : qPrintable(files.error().message));
        QVERIFY2(said.join(u' ').contains(QStringLiteral("mine: TimeGenerated datetime, a string")),
                 qPrintable(said.join(u' ')));
        SampleData::Options options{1'000, 1, cache()};
        options.imported = (*files)->path();
        const auto both = SampleData::open(options, QDateTime::currentDateTimeUtc());
        QVERIFY2(both, both ? "" : qPrintable(both.error().detail));
        QVERIFY(namesOf(both->tables).contains(QStringLiteral("Heartbeat")));
        QVERIFY(namesOf(both->tables).contains(QStringLiteral("mine")));
        QVERIFY(!both->database.execute(QStringLiteral("SELECT * FROM read_csv('%1')")
                                            .arg(m_folder.filePath(QStringLiteral("mine.csv")))));
        QVERIFY(!both->database.execute(QStringLiteral("SET enable_external_access = true")));

        options.rows = 0;
        const auto alone = SampleData::open(options, QDateTime::currentDateTimeUtc());
        QVERIFY(alone);
        QCOMPARE(namesOf(alone->tables), QStringList{QStringLiteral("mine")});

        (*files)->hide();
        QVERIFY(both->database.execute(QStringLiteral("SELECT count(*) FROM imported.main.t0")));
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        KqlService kql;
        const Engine engine(alone->database, kql, alone->tables);
        CollectingSink sink;
        QVERIFY(engine.run({QStringLiteral("mine | where a == '1'"), {}, 0}, sink, CancelState()));
        QCOMPARE(sink.rows().rowCount(), std::size_t(1));
        const QJsonObject metadata =
            QJsonDocument::fromJson(
                sampleMetadata(*engine.schema(), SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"))))
                .object();
        QCOMPARE(metadata.value(u"tables").toArray().size(), 1);
        QCOMPARE(metadata.value(u"tables")[0].toObject().value(u"timespanColumn").toString(),
                 QStringLiteral("TimeGenerated"));
    }

    void namesOfSampleTablesAreTaken()
    {
        QStringList said;
        const QString path = write(QStringLiteral("Event.csv"), "a\n1\n");
        const auto taken = read({{path}, {}, {}, {}, {}}, SampleData::tableNames({}), said);
        QVERIFY(!taken);
        QVERIFY(taken.error().message.contains(QStringLiteral("“Event”, which is there already")));
        QVERIFY(read({{QStringLiteral("Mine=") + path}, {}, {}, {}, {}}, SampleData::tableNames({}), said));
    }

    void leavesNothing()
    {
        QStringList said;
        {
            const auto files = read({{write(QStringLiteral("y.csv"), "a\n1\n")}, {}, {}, {}, {}}, {}, said);
            QVERIFY(files);
            QVERIFY(QFile::exists((*files)->path()));
        }
        QVERIFY(QDir(cache()).entryList({QStringLiteral("import-*")}, QDir::Dirs).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
