#include "import/fileimport.h"
#include "import/parquetexport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <sys/resource.h>

/// How fast a CSV file of 200 MB (or as many MB as the argument says) with eight columns of all types becomes
/// a table, what it takes of the processors, and the most memory that the program had.
using namespace sonde;

namespace {

QByteArray rowOf(quint64 number)
{
    const quint64 random = (number + 1) * 0x9E3779B97F4A7C15U;
    static const char *const levels[] = {"Error", "Warning", "Information"};
    const std::string time = formatIsoDateTime(unixEpochTicks + static_cast<Ticks>(number) * 370'000'001);
    return QByteArray::fromStdString(time) + ",web" + QByteArray::number(random % 50) + ".contoso.com," +
           QByteArray::number(random % 10'000) + ',' + levels[random % 3] + ',' +
           QByteArray::number(static_cast<double>(random % 100'000'000) / 1e6, 'f', 6) +
           (random % 2 == 0 ? ",true," : ",false,") + QByteArray::number(random, 16) +
           QByteArray::number(number, 16) + ",\"Request " + QByteArray::number(random >> 16, 16) +
           " took, all in all, " + QByteArray::number(random % 5'000) + " ms\"\r\n";
}

bool writeCsv(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("TimeGenerated,Computer,EventID,Level,CounterValue,Success,Id,Message\r\n");
    for (quint64 row = 0; file.pos() < bytes; ++row)
        file.write(rowOf(row));
    return file.flush();
}

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

long peakMb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Rows as an answer has them: a number, a time, three texts of which one is long, a real.
ChunkedTable answerOf(int count)
{
    constexpr int chunkRows = 5000;
    ChunkedTable table;
    for (int start = 0; start < count; start += chunkRows) {
        std::vector<ColumnBuilder> columns;
        columns.emplace_back(QStringLiteral("Number"), ColumnType::Long);
        columns.emplace_back(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
        columns.emplace_back(QStringLiteral("Computer"), ColumnType::String);
        columns.emplace_back(QStringLiteral("Level"), ColumnType::String);
        columns.emplace_back(QStringLiteral("Message"), ColumnType::String);
        columns.emplace_back(QStringLiteral("Value"), ColumnType::Real);
        for (int i = start; i < start + chunkRows; ++i) {
            columns[0].appendInteger(i);
            columns[1].appendInteger(638'000'000'000'000'000 + i);
            columns[2].appendText("web" + std::to_string(i % 40) + ".contoso.example");
            columns[3].appendText(i % 7 == 0 ? "Error" : "Information");
            columns[4].appendText("The request " + std::to_string(i) +
                                  " was answered after a while of waiting");
            columns[5].appendReal(i * 0.25);
        }
        QList<Column> built;
        for (ColumnBuilder &column : columns)
            built.append(column.build());
        table.append(Table(built, chunkRows));
    }
    return table;
}

bool benchRows(const QTemporaryDir &folder)
{
    constexpr int count = 200'000;
    const Selection rows{answerOf(count), {}, {}};
    const CancelState cancel;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        if (!FileImport::writeRows(QStringLiteral("Result_1"), rows,
                                   folder.filePath(QStringLiteral("result.duckdb")), {}, {}, cancel))
            return false;
        const double asTable = static_cast<double>(timer.restart()) / 1000;
        MemorySink sink;
        if (!exportParquet(rows, sink, cancel, {}))
            return false;
        std::printf("%d rows: as a table %.2f s, as Parquet %.2f s\n", count, asTable,
                    static_cast<double>(timer.elapsed()) / 1000);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const qint64 megabytes = argc > 1 ? QByteArray(argv[1]).toLongLong() : 200;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    if (!writeCsv(path, megabytes * 1'000'000))
        return 1;
    const CancelState cancel;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        const double before = processorSeconds();
        const auto guess = FileImport::guess({path, {}, {}}, cancel);
        const double guessed = static_cast<double>(timer.elapsed()) / 1000;
        if (!guess)
            return 1;
        const auto done =
            FileImport::run({*guess}, folder.filePath(QStringLiteral("rows.duckdb")), {}, {}, cancel);
        if (!done)
            return 1;
        const double whole = static_cast<double>(timer.elapsed()) / 1000;
        std::printf("%lld MB: guess %.2f s, whole %.2f s, %.0f MB/s; %.2f s of processors; %ld MB at most\n",
                    static_cast<long long>(megabytes), guessed, whole, static_cast<double>(megabytes) / whole,
                    processorSeconds() - before, peakMb());
    }
    return benchRows(folder) ? 0 : 1;
}
