#include "core/atomicfile.h"
#include "results/resultfile.h"
#include "results/writers.h"
#include "stores/connectionstore.h"
#include "support/badinput.h"
#include "support/smalldisk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonde;

namespace {

constexpr uid_t nobody = 65534;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

Places placesOf(const QString &path)
{
    return {{QStringLiteral("path"), path},
            {QStringLiteral("folder"), QFileInfo(path).absolutePath()},
            {QStringLiteral("free"), QStringLiteral("0")}};
}

Connection connection(const QString &name)
{
    Connection made;
    made.name = name;
    made.tenant = QStringLiteral("contoso.example");
    made.clientId = QStringLiteral("11111111-1111-1111-1111-111111111111");
    made.workspaceId = QStringLiteral("22222222-2222-2222-2222-222222222222");
    return made;
}

/// 20 000 rows, some megabytes when written.
ChunkedTable manyRows()
{
    ColumnBuilder numbers(QStringLiteral("n"), ColumnType::Long);
    ColumnBuilder texts(QStringLiteral("s"), ColumnType::String);
    for (int i = 0; i < 20'000; ++i) {
        numbers.appendInteger(i);
        texts.appendText("some text of row " + std::to_string(i));
    }
    ChunkedTable table;
    table.append(Table({numbers.build(), texts.build()}, 20'000));
    return table;
}

Result<void> exportTo(const QString &path, ExportFormat format)
{
    const Selection everything{manyRows(), {}, {}};
    const CancelState never;
    AtomicFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    auto written = format == ExportFormat::Csv ? writeCsv(everything, {}, file, never)
                                               : writeJsonLines(everything, {}, file, never);
    return written ? file.commit() : written;
}

Result<void> saveTo(const QString &path)
{
    StoredTable table{QStringLiteral("t"), {}};
    for (int i = 0; i < 5; ++i)
        table.rows.append(manyRows().chunks().first());
    const CancelState never;
    AtomicFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    auto written = writeResultFile({}, {table}, file, never);
    return written ? file.commit() : written;
}

/// What \a action says when somebody else does it; root itself may write anywhere.
Result<void> asNobody(const std::function<Result<void>()> &action)
{
    int ends[2];
    if (pipe(ends) != 0)
        return failure(ErrorKind::Service, QStringLiteral("no pipe"));
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        const Result<void> done = setuid(nobody) == 0 ? action() : Result<void>();
        QJsonObject said;
        if (!done) {
            said = {{QStringLiteral("kind"), static_cast<int>(done.error().kind)},
                    {QStringLiteral("message"), done.error().message},
                    {QStringLiteral("advice"), done.error().advice}};
        }
        const QByteArray bytes = QJsonDocument(said).toJson(QJsonDocument::Compact);
        const bool sent = write(ends[1], bytes.constData(), static_cast<std::size_t>(bytes.size())) > 0;
        _exit(sent ? 0 : 1);
    }
    close(ends[1]);
    QFile reading;
    QByteArray bytes;
    if (reading.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        bytes = reading.readAll();
    waitpid(child, nullptr, 0);
    const QJsonObject said = QJsonDocument::fromJson(bytes).object();
    if (said.isEmpty())
        return {};
    return failure(static_cast<ErrorKind>(said.value(QLatin1String("kind")).toInt()),
                   said.value(QLatin1String("message")).toString(),
                   said.value(QLatin1String("advice")).toString());
}

} // namespace

/// Disks that are full and folders that may not be written: the parts that write, on a small tmpfs and as
/// another user.
class TestBadDisk : public QObject
{
    Q_OBJECT

public:
    TestBadDisk();

private slots:
    void initTestCase();
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    using Write = std::function<Result<void>(const QString &path)>;
    static void exportToFullDisk(const BadInputCase &row, const Write &write);
    static void connectionOnFullDisk(const BadInputCase &row);
    static void readOnlyFolder(const BadInputCase &row);
    static void folderCannotBeMade(const BadInputCase &row);
    static void exportToReadOnlyFolder(const BadInputCase &row);

    BadInputArea m_area{QStringLiteral("disk")};
};

TestBadDisk::TestBadDisk()
{
    m_area.drive("full while exporting CSV", [](const BadInputCase &row) {
        exportToFullDisk(row, [](const QString &path) { return exportTo(path, ExportFormat::Csv); });
    });
    m_area.drive("full while exporting JSON Lines", [](const BadInputCase &row) {
        exportToFullDisk(row, [](const QString &path) { return exportTo(path, ExportFormat::JsonLines); });
    });
    m_area.drive("full while saving a result",
                 [](const BadInputCase &row) { exportToFullDisk(row, saveTo); });
    m_area.drive("full while saving a connection", connectionOnFullDisk);
    m_area.drive("the data folder is read-only", readOnlyFolder);
    m_area.drive("the data folder cannot be made", folderCannotBeMade);
    m_area.drive("exporting into a read-only folder", exportToReadOnlyFolder);
}

void TestBadDisk::initTestCase()
{
    if (geteuid() != 0)
        QSKIP("Only root can mount a small disk and become another user.");
}

void TestBadDisk::exportToFullDisk(const BadInputCase &row, const Write &write)
{
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("This machine does not let a test mount a tmpfs.");
    const QString target = disk.filePath("export");
    put(target, "an older export");
    const auto written = write(target);
    QVERIFY(!written);
    SONDE_AGREES(row, written.error(), placesOf(target));
    QCOMPARE(contentOf(target), QByteArray("an older export"));
    QCOMPARE(filesIn(disk.path()), QStringList(QStringLiteral("export")));
}

void TestBadDisk::connectionOnFullDisk(const BadInputCase &row)
{
    const SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("This machine does not let a test mount a tmpfs.");
    const QString path = disk.filePath("connections.json");
    ConnectionStore store(path);
    QVERIFY(store.add(connection(QStringLiteral("First"))).has_value());
    const QByteArray before = contentOf(path);
    const QList<Connection> list = store.connections();
    disk.fill();
    const auto added = store.add(connection(QStringLiteral("Second")));
    QVERIFY(!added);
    SONDE_AGREES(row, added.error(), placesOf(path));
    QCOMPARE(contentOf(path), before);
    QVERIFY(store.connections() == list);
    QCOMPARE(filesIn(disk.path()),
             QStringList({QStringLiteral("connections.json"), QStringLiteral("filler")}));
    // With room again, so is the store.
    QVERIFY(QFile::remove(disk.filePath("filler")));
    QVERIFY(store.add(connection(QStringLiteral("Second"))).has_value());
}

void TestBadDisk::readOnlyFolder(const BadInputCase &row)
{
    const QTemporaryDir dir;
    QVERIFY(chmod(QFile::encodeName(dir.path()).constData(), 0755) == 0);
    const QString path = dir.filePath(QStringLiteral("connections.json"));
    {
        ConnectionStore store(path);
        QVERIFY(store.add(connection(QStringLiteral("First"))).has_value());
    }
    QVERIFY(chmod(QFile::encodeName(path).constData(), 0644) == 0);
    const QByteArray before = contentOf(path);
    const auto added = asNobody([&path]() -> Result<void> {
        ConnectionStore store(path);
        if (auto loaded = store.load(); !loaded)
            return loaded;
        const auto id = store.add(connection(QStringLiteral("Second")));
        if (store.connections().size() != 1)
            return failure(ErrorKind::Service, QStringLiteral("The list changed."));
        return id ? Result<void>() : failure(id.error());
    });
    QVERIFY(!added);
    SONDE_AGREES(row, added.error(), placesOf(path));
    QCOMPARE(contentOf(path), before);
}

void TestBadDisk::folderCannotBeMade(const BadInputCase &row)
{
    const QTemporaryDir dir;
    QVERIFY(chmod(QFile::encodeName(dir.path()).constData(), 0755) == 0);
    const QString path = dir.filePath(QStringLiteral("sonde/connections.json"));
    const auto added = asNobody([&path]() -> Result<void> {
        ConnectionStore store(path);
        const auto id = store.add(connection(QStringLiteral("First")));
        return id ? Result<void>() : failure(id.error());
    });
    QVERIFY(!added);
    SONDE_AGREES(row, added.error(), placesOf(path));
}

void TestBadDisk::exportToReadOnlyFolder(const BadInputCase &row)
{
    const QTemporaryDir dir;
    QVERIFY(chmod(QFile::encodeName(dir.path()).constData(), 0755) == 0);
    const QString target = dir.filePath(QStringLiteral("export.csv"));
    put(target, "an older export");
    const auto written = asNobody([&target] { return exportTo(target, ExportFormat::Csv); });
    QVERIFY(!written);
    SONDE_AGREES(row, written.error(), placesOf(target));
    QCOMPARE(contentOf(target), QByteArray("an older export"));
    QCOMPARE(filesIn(dir.path()), QStringList(QStringLiteral("export.csv")));
}

QTEST_GUILESS_MAIN(TestBadDisk)
#include "tst_badinput_disk.moc"
