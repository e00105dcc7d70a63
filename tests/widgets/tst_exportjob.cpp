#include "widgets/exportjob.h"

#include "results/xlsxwriter.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace sonde;

class TestExportJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<std::optional<Error>>(); }
    void writesWhatWasAskedFor_data();
    void writesWhatWasAskedFor();
    void missingFolderFails();
    void cancelLeavesTheOldFile();
    void deletingCancels();
    void splitsWorkbooks();
    void splitThatFailsLeavesAll();
    void cutCellsAreTold();

private:
    static Selection rows(int count);
    static std::optional<Error> run(ExportJob &job);
    static QByteArray contentOf(const QString &path);
};

Selection TestExportJob::rows(int count)
{
    ColumnBuilder name(QStringLiteral("Name"), ColumnType::String);
    for (int row = 0; row < count; ++row)
        name.appendText("=" + std::to_string(row));
    Selection selection;
    selection.table.append(Table({name.build()}, static_cast<std::size_t>(count)));
    return selection;
}

std::optional<Error> TestExportJob::run(ExportJob &job)
{
    QSignalSpy finished(&job, &ExportJob::finished);
    if (!finished.wait(30'000))
        return Error{};
    return finished.at(0).at(0).value<std::optional<Error>>();
}

QByteArray TestExportJob::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

void TestExportJob::writesWhatWasAskedFor_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<bool>("header");
    QTest::addColumn<bool>("guard");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("CSV") << ExportFormat::Csv << true << false << QByteArray("Name\r\n=0\r\n=1\r\n");
    QTest::newRow("no header") << ExportFormat::Csv << false << false << QByteArray("=0\r\n=1\r\n");
    QTest::newRow("guarded") << ExportFormat::Csv << true << true << QByteArray("Name\r\n'=0\r\n'=1\r\n");
    QTest::newRow("lines") << ExportFormat::JsonLines << true << true
                           << QByteArray("{\"Name\":\"=0\"}\n{\"Name\":\"=1\"}\n");
}

void TestExportJob::writesWhatWasAskedFor()
{
    QFETCH(ExportFormat, format);
    QFETCH(bool, header);
    QFETCH(bool, guard);
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("rows"));
    request.options.format = format;
    request.options.header = header;
    request.options.guardFormulas = guard;
    ExportJob job(rows(2), request, {});
    QCOMPARE(job.rowCount(), 2);
    QVERIFY(!run(job));
    QTEST(contentOf(request.path), "content");
}

void TestExportJob::missingFolderFails()
{
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("gone/rows.csv"));
    ExportJob job(rows(2), request, {});
    const std::optional<Error> error = run(job);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Io);
    QVERIFY(!error->message.isEmpty());
}

void TestExportJob::cancelLeavesTheOldFile()
{
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("rows.csv"));
    QFile old(request.path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    ExportJob job(rows(2'000'000), request, {});
    job.cancel();
    const std::optional<Error> error = run(job);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Cancelled);
    QCOMPARE(contentOf(request.path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExportJob::deletingCancels()
{
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("rows.csv"));
    delete new ExportJob(rows(2'000'000), request, {});
    QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestExportJob::splitsWorkbooks()
{
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("ro.ws.xlsx"));
    request.options.format = ExportFormat::Xlsx;
    Selection one = rows(1);
    one.rows = RowOrder(mostXlsxRows + 1, 0);
    {
        ExportJob job(one, request, {});
        QCOMPARE(job.paths(), QStringList{request.path});
        const std::optional<Error> error = run(job);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Usage);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    request.isSplit = true;
    ExportJob job(one, request, {});
    QSignalSpy progressed(&job, &ExportJob::progressed);
    QVERIFY(!run(job));
    const QStringList paths{folder.filePath(QStringLiteral("ro.ws-1.xlsx")),
                            folder.filePath(QStringLiteral("ro.ws-2.xlsx"))};
    QCOMPARE(job.paths(), paths);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    QVERIFY(QFileInfo(paths.at(0)).size() > 1'000'000);
    QVERIFY(QFileInfo(paths.at(1)).size() > 1000 && QFileInfo(paths.at(1)).size() < 20'000);
    QCOMPARE(progressed.last().at(0).toInt(), 1000);
}

void TestExportJob::splitThatFailsLeavesAll()
{
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("rows.xlsx"));
    request.options.format = ExportFormat::Xlsx;
    request.isSplit = true;
    QFile old(folder.filePath(QStringLiteral("rows-1.xlsx")));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    // A folder is where the second file is to be.
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("rows-2.xlsx")));
    Selection one = rows(1);
    one.rows = RowOrder(mostXlsxRows + 1, 0);
    ExportJob job(one, request, {});
    const std::optional<Error> error = run(job);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Io);
    QCOMPARE(contentOf(old.fileName()), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExportJob::cutCellsAreTold()
{
    ColumnBuilder text(QStringLiteral("t"), ColumnType::String);
    text.appendText(std::string(40'000, 'x'));
    Selection selection;
    selection.table.append(Table({text.build()}, 1));
    QTemporaryDir folder;
    ExportRequest request;
    request.path = folder.filePath(QStringLiteral("rows.xlsx"));
    request.options.format = ExportFormat::Xlsx;
    ExportJob job(selection, request, {});
    QVERIFY(!run(job));
    QCOMPARE(job.cutCells(), 1);
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
