// The person's own tables: what becomes of files and rows, and what queries over them answer.

#include "local/localschemasource.h"
#include "local/localsearchrunner.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

/// Nobody may ask a workspace here.
class NoRunner final : public SearchRunner
{
public:
    SearchJob *run(const Query &, const Connection &) override
    {
        ++asked;
        return new SearchJob(1);
    }
    int asked = 0;
};

class NoSource final : public SchemaSource
{
public:
    SchemaJob *read(const Connection &) override { return new SchemaJob; }
};

struct Answer
{
    ResultSet set;
    Result<ResultInfo> outcome = failure(ErrorKind::Usage, QStringLiteral("not ended"));
    QString text() const
    {
        if (!outcome)
            return outcome.error().message;
        QStringList lines;
        const ChunkedTable &rows = set.table(0)->rows();
        for (std::size_t row = 0; row < rows.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < rows.columnCount(); ++column)
                cells += rows.cell(row, column).isNull()
                             ? QStringLiteral("null")
                             : QString::fromStdString(cellText(rows.cell(row, column)));
            lines += cells.join(u'|');
        }
        return lines.join(u'\n');
    }
};

ChunkedTable numbers(int count)
{
    ChunkedTable table;
    for (int start = 0; start < count; start += 1000) {
        const int size = std::min(1000, count - start);
        ColumnBuilder number(QStringLiteral("Number"), ColumnType::Long);
        ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
        ColumnBuilder name(QStringLiteral("Name"), ColumnType::String);
        for (int i = start; i < start + size; ++i) {
            number.appendInteger(i);
            time.appendInteger(toTicks(QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC)) + i);
            name.appendText("name " + std::to_string(i % 10));
        }
        table.append(Table({number.build(), time.build(), name.build()}, static_cast<std::size_t>(size)));
    }
    return table;
}

} // namespace

class LocalTablesTest final : public QObject
{
    Q_OBJECT

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    Result<LocalTablesAdded> waitFor(LocalTablesJob *job)
    {
        const std::unique_ptr<LocalTablesJob> owned(job);
        Result<LocalTablesAdded> outcome = failure(ErrorKind::Usage, QStringLiteral("not ended"));
        QSignalSpy ended(job, &LocalTablesJob::added);
        QObject::connect(job, &LocalTablesJob::added, job,
                         [&outcome](const Result<LocalTablesAdded> &result) { outcome = result; });
        if (!ended.wait(60'000))
            return failure(ErrorKind::Timeout, QStringLiteral("the adding did not end"));
        return outcome;
    }

    Result<ImportGuess> guess(const ImportSource &source)
    {
        const std::unique_ptr<LocalTablesJob> job(m_tables->guess(source));
        Result<ImportGuess> outcome = failure(ErrorKind::Usage, QStringLiteral("not ended"));
        QSignalSpy ended(job.get(), &LocalTablesJob::guessed);
        QObject::connect(job.get(), &LocalTablesJob::guessed, job.get(),
                         [&outcome](const Result<ImportGuess> &result) { outcome = result; });
        if (!ended.wait(60'000))
            return failure(ErrorKind::Timeout, QStringLiteral("the guessing did not end"));
        return outcome;
    }

    std::unique_ptr<Answer> ask(const Query &query)
    {
        auto answer = std::make_unique<Answer>();
        const std::unique_ptr<SearchJob> job(m_runner->run(query, localConnection()));
        QObject::connect(job.get(), &SearchJob::chunkReady, job.get(),
                         [&answer](const ResultChunk &chunk) { answer->set.apply(chunk); });
        QSignalSpy ended(job.get(), &SearchJob::finished);
        QObject::connect(job.get(), &SearchJob::finished, job.get(),
                         [&answer](const Result<ResultInfo> &outcome) { answer->outcome = outcome; });
        if (ended.isEmpty() && !ended.wait(60'000))
            answer->outcome = failure(ErrorKind::Timeout, QStringLiteral("the query did not end"));
        return answer;
    }
    QString ask(const QString &text)
    {
        Query query;
        query.text = text;
        return ask(query)->text();
    }

private slots:
    void init()
    {
        m_tables = std::make_unique<LocalTableStore>(m_kql, m_folder.filePath(QStringLiteral("cache")));
        m_runner = std::make_unique<LocalSearchRunner>(*m_tables, m_others, std::make_shared<SystemClock>());
    }

    void cleanup()
    {
        m_runner.reset();
        m_tables.reset();
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("cache")))
                    .entryList({QStringLiteral("import-*")}, QDir::Dirs)
                    .isEmpty());
    }

    void rowsBecomeATable()
    {
        QSignalSpy changed(m_tables.get(), &LocalTables::changed);
        QCOMPARE(m_tables->nextResultName(), QStringLiteral("Result_1"));
        const auto added = waitFor(
            m_tables->addRows(QStringLiteral("Result_1"), {numbers(2500), {}, {}}, QStringLiteral("Prod")));
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
        QCOMPARE(added->names, QStringList{QStringLiteral("Result_1")});
        QVERIFY(!changed.isEmpty());
        QCOMPARE(m_tables->tables().size(), 1);
        QCOMPARE(m_tables->tables().first().rowCount, 2500);
        QCOMPARE(m_tables->schema()->tables.first().description, QStringLiteral("2,500 rows from Prod"));
        QCOMPARE(m_tables->nextResultName(), QStringLiteral("Result_2"));
        // The rows are of 2020, and the query's range is the last day: own tables are read whole.
        QCOMPARE(ask(QStringLiteral(
                     "Result_1 | summarize count(), sum(Number) by Name | sort by Name asc | take 2")),
                 QStringLiteral("name 0|250|311250\nname 1|250|311500"));
    }

    void rowsAreAsTheyAreShown()
    {
        Selection some{numbers(10), RowOrder{7, 2}, {2, 0}};
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("Some"), some, {})).has_value());
        QCOMPARE(ask(QStringLiteral("Some")), QStringLiteral("name 7|7\nname 2|2"));
    }

    void twoResultsAreJoined()
    {
        QVERIFY(
            waitFor(m_tables->addRows(QStringLiteral("Result_1"), {numbers(20), {}, {}}, QStringLiteral("A")))
                .has_value());
        QVERIFY(
            waitFor(m_tables->addRows(QStringLiteral("Result_2"), {numbers(5), {}, {}}, QStringLiteral("B")))
                .has_value());
        QCOMPARE(ask(QStringLiteral("Result_1 | join kind=inner Result_2 on Number | count")),
                 QStringLiteral("5"));
    }

    void filesBecomeTables()
    {
        const auto people = guess({write(QStringLiteral("people.csv"), "Name;Age\nAnn;41\nBen;7\n"), {}, {}});
        QVERIFY(people.has_value());
        QCOMPARE(people->csv.delimiter, QStringLiteral(";"));
        QCOMPARE(people->tables.first().columns.at(1).firstValues,
                 (QStringList{QStringLiteral("41"), QStringLiteral("7")}));
        const auto towns =
            guess({write(QStringLiteral("towns.json"), R"([{"Name":"Ann","Town":"Delft"}])"), {}, {}});
        QVERIFY(towns.has_value());
        QCOMPARE(towns->tables.first().columns.at(1).firstValues, QStringList{QStringLiteral("Delft")});
        const auto added = waitFor(m_tables->addFiles({*people, *towns}));
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
        QCOMPARE(added->names, (QStringList{QStringLiteral("people"), QStringLiteral("towns")}));
        QCOMPARE(ask(QStringLiteral("people | lookup towns on Name | project Name, Age + 1, Town")),
                 QStringLiteral("Ann|42|Delft\nBen|8|"));
    }

    void aTableMayBeLeftOut()
    {
        // Of a database with two tables, only the second.
        const QString path = m_folder.filePath(QStringLiteral("two.sqlite"));
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("two"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            for (const char *sql : {"CREATE TABLE First (a INTEGER)", "CREATE TABLE Second (b TEXT)",
                                    "INSERT INTO First VALUES (1)", "INSERT INTO Second VALUES ('x')"})
                QVERIFY(QSqlQuery(database).exec(QString::fromLatin1(sql)));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("two"));
        auto both = guess({path, {}, {}});
        QVERIFY(both.has_value());
        QCOMPARE(both->tables.size(), 2);
        both->tables.removeFirst();
        QVERIFY(waitFor(m_tables->addFiles({*both})).has_value());
        QCOMPARE(m_tables->tables().size(), 1);
        QCOMPARE(ask(QStringLiteral("Second")), QStringLiteral("x"));
    }

    void oneOfTheSameNameTakesItsPlace()
    {
        const QString path = write(QStringLiteral("t.csv"), "a\n1\n");
        QVERIFY(waitFor(m_tables->addFiles({*guess({path, {}, {}})})).has_value());
        write(QStringLiteral("t.csv"), "a\n5\n6\n");
        QVERIFY(waitFor(m_tables->addFiles({*guess({path, {}, {}})})).has_value());
        QCOMPARE(m_tables->tables().size(), 1);
        QCOMPARE(ask(QStringLiteral("t")), QStringLiteral("5\n6"));
        m_tables->remove(QStringLiteral("t"));
        QVERIFY(m_tables->tables().isEmpty());
        QVERIFY(m_tables->schema()->tables.isEmpty());
    }

    void aFileThatIsGoneSaysSo()
    {
        auto known = guess({write(QStringLiteral("gone.csv"), "a\n1\n"), {}, {}});
        QVERIFY(known.has_value());
        QFile::remove(known->path);
        const auto added = waitFor(m_tables->addFiles({*known}));
        QVERIFY(!added.has_value());
        QVERIFY(m_tables->tables().isEmpty());
        const auto nothing = guess({m_folder.filePath(QStringLiteral("nothing.csv")), {}, {}});
        QVERIFY(!nothing.has_value());
        QCOMPARE(nothing.error().kind, ErrorKind::NotFound);
    }

    void anAddingCanBeStopped()
    {
        // While it is written.
        const std::unique_ptr<LocalTablesJob> job(
            m_tables->addRows(QStringLiteral("Big"), {numbers(1'000'000), {}, {}}, {}));
        QSignalSpy progressed(job.get(), &LocalTablesJob::progressed);
        QSignalSpy ended(job.get(), &LocalTablesJob::added);
        QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty() || !ended.isEmpty(), 60'000);
        QVERIFY(ended.isEmpty());
        job->cancel();
        QVERIFY(ended.wait(60'000));
        QCOMPARE(ended.first().first().value<Result<LocalTablesAdded>>().error().kind, ErrorKind::Cancelled);
        QVERIFY(m_tables->tables().isEmpty());
        const QStringList folders = QDir(m_folder.filePath(QStringLiteral("cache")))
                                        .entryList({QStringLiteral("import-*")}, QDir::Dirs);
        QCOMPARE(folders.size(), 1);
        QCOMPARE(QDir(m_folder.filePath(QStringLiteral("cache/")) + folders.first())
                     .entryList({QStringLiteral("*.duckdb*")}, QDir::Files),
                 QStringList());
    }

    void aRunKeepsTheTablesItBeganWith()
    {
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("T"), {numbers(3000), {}, {}}, {})).has_value());
        Query query;
        query.text = QStringLiteral("T | join kind=inner (T | extend k = 1) on Name | count");
        const std::unique_ptr<SearchJob> job(m_runner->run(query, localConnection()));
        ResultSet set;
        connect(job.get(), &SearchJob::chunkReady, job.get(),
                [&set](const ResultChunk &chunk) { set.apply(chunk); });
        m_tables->remove(QStringLiteral("T"));
        QSignalSpy ended(job.get(), &SearchJob::finished);
        QVERIFY(ended.wait(60'000));
        QVERIFY(ended.first().first().value<Result<ResultInfo>>().has_value());
        // Ten names, 300 rows of each on either side.
        QCOMPARE(cellText(set.table(0)->rows().cell(0, 0)), std::string("900000"));
        Query gone;
        gone.text = QStringLiteral("T");
        const auto answer = ask(gone);
        QVERIFY(!answer->outcome.has_value());
        QCOMPARE(answer->outcome.error().serviceCode, QStringLiteral("SEM0100"));
    }

    void whatWasRemovedComesBack()
    {
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("T"), {numbers(7), {}, {}}, {})).has_value());
        m_tables->undoRemove(QStringLiteral("T")); // nothing was
        QCOMPARE(m_tables->tables().size(), 1);
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("U"), {numbers(3), {}, {}}, {})).has_value());
        m_tables->remove(QStringLiteral("T"));
        m_tables->remove(QStringLiteral("U"));
        m_tables->undoRemove(QStringLiteral("T"));
        QCOMPARE(ask(QStringLiteral("T | count")), QStringLiteral("7"));
        QVERIFY(!m_tables->has(QStringLiteral("U")));
        m_tables->undoRemove(QStringLiteral("U"));
        QCOMPARE(ask(QStringLiteral("U | count")), QStringLiteral("3"));
        m_tables->remove(QStringLiteral("T"));
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("T"), {numbers(2), {}, {}}, {})).has_value());
        m_tables->undoRemove(QStringLiteral("T")); // another one has the name
        QCOMPARE(ask(QStringLiteral("T | count")), QStringLiteral("2"));
    }

    void whatIsNotWantedBackLeavesTheDisk()
    {
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("T"), {numbers(7), {}, {}}, {})).has_value());
        const QDir cache(m_folder.filePath(QStringLiteral("cache")));
        const QDir folder(
            cache.filePath(cache.entryList({QStringLiteral("import-*")}, QDir::Dirs).constFirst()));
        const auto files = [&folder] {
            return folder.entryList({QStringLiteral("*.duckdb")}, QDir::Files).size();
        };
        QCOMPARE(files(), 1);
        m_tables->remove(QStringLiteral("T"));
        QCOMPARE(files(), 1);
        m_tables->forgetRemoved(QStringLiteral("T"));
        QTRY_COMPARE(files(), 0); // the thread that made it may still be at its end
        m_tables->undoRemove(QStringLiteral("T"));
        QVERIFY(m_tables->tables().isEmpty());
    }

    void whatCannotBeRunSaysWhy()
    {
        Query classic;
        classic.text = QStringLiteral("Type=Event");
        classic.language = QueryLanguage::Classic;
        QCOMPARE(ask(classic)->text(), QStringLiteral("Your tables are searched with KQL only."));
        Query missing;
        missing.text = QStringLiteral("Nothing | take 1");
        const auto answer = ask(missing);
        QVERIFY(!answer->outcome.has_value());
        QCOMPARE(answer->outcome.error().serviceCode, QStringLiteral("SEM0100"));
        QVERIFY(answer->outcome.error().position.has_value());
        QVERIFY2(answer->outcome.error().advice.contains(QStringLiteral("until Sonde is closed")),
                 qPrintable(answer->outcome.error().advice));
    }

    void limitsAreSaid()
    {
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("T"), {numbers(5000), {}, {}}, {})).has_value());
        Query query;
        query.text = QStringLiteral("T | sort by Number asc");
        query.top = 10;
        const auto few = ask(query);
        QVERIFY(few->outcome.has_value());
        QCOMPARE(few->set.rowCount(), 10);
        QCOMPARE(few->outcome->completeness, Completeness::Capped);
        query.top.reset();
        LocalSearchRunner small(*m_tables, m_others, std::make_shared<SystemClock>(), {100, 1'000'000'000});
        const std::unique_ptr<SearchJob> job(small.run(query, localConnection()));
        QSignalSpy ended(job.get(), &SearchJob::finished);
        QVERIFY(ended.wait(60'000));
        const auto outcome = ended.first().first().value<Result<ResultInfo>>();
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->completeness, Completeness::Capped);
        QCOMPARE(outcome->reasons,
                 QStringList{QStringLiteral("Only the first 100 row(s) are shown: more would "
                                            "fill the memory.")});
    }

    void anEmptyAnswerHasItsColumns()
    {
        QVERIFY(waitFor(m_tables->addRows(QStringLiteral("T"), {numbers(5), {}, {}}, {})).has_value());
        Query query;
        query.text = QStringLiteral("T | where Number > 100 | render timechart");
        const auto answer = ask(query);
        QVERIFY(answer->outcome.has_value());
        QCOMPARE(answer->set.table(0)->rows().columnCount(), 3);
        QVERIFY(answer->outcome->render.contains("timechart"));
    }

    void aRunCanBeStopped()
    {
        // While its rows come, of which there is no end.
        Query query;
        query.text = QStringLiteral("range x from 1 to 100000000000 step 1 | where x % 100 == 0");
        const std::unique_ptr<SearchJob> job(m_runner->run(query, localConnection()));
        qint64 rows = 0;
        connect(job.get(), &SearchJob::chunkReady, job.get(),
                [&rows](const ResultChunk &chunk) { rows += static_cast<qint64>(chunk.rows.rowCount()); });
        QSignalSpy ended(job.get(), &SearchJob::finished);
        QTRY_VERIFY_WITH_TIMEOUT(rows > 0, 60'000);
        QVERIFY(ended.isEmpty());
        job->cancel();
        QVERIFY(ended.wait(60'000));
        QCOMPARE(ended.first().first().value<Result<ResultInfo>>().error().kind, ErrorKind::Cancelled);
    }

    void theTimeLimitHolds()
    {
        Query query;
        query.text = QStringLiteral("range x from 1 to 100000000000 step 1 | summarize sum(x * x % 7)");
        query.serverTimeoutSeconds = 1;
        const auto answer = ask(query);
        QVERIFY(!answer->outcome.has_value());
        QCOMPARE(answer->outcome.error().kind, ErrorKind::Timeout);
        QCOMPARE(answer->outcome.error().remedy, Remedy::RaiseServerTimeout);
    }

    void othersAreAskedForWorkspaces()
    {
        const std::unique_ptr<SearchJob> job(m_runner->run(Query(), embeddedConnection()));
        QCOMPARE(m_others.asked, 1);
        NoSource none;
        LocalSchemaSource source(*m_tables, none);
        const std::unique_ptr<SchemaJob> own(source.read(localConnection()));
        QSignalSpy listed(own.get(), &SchemaJob::finished);
        QVERIFY(listed.isEmpty());
        QVERIFY(listed.wait(60'000));
        QCOMPARE(*listed.first().first().value<Result<KqlSchemaPtr>>(), m_tables->schema());
    }

private:
    QTemporaryDir m_folder;
    KqlService m_kql;
    NoRunner m_others;
    std::unique_ptr<LocalTableStore> m_tables;
    std::unique_ptr<LocalSearchRunner> m_runner;
};

QTEST_GUILESS_MAIN(LocalTablesTest)
#include "tst_localtables.moc"
