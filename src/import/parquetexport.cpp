#include "import/parquetexport.h"

#include "core/ticks.h"
#include "engine/sqlexpression.h"
#include "import/importdatabase.h"
#include "import/importfolder.h"
#include "import/rowappender.h"
#include "import/rowsimport.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <array>
#include <limits>

namespace sonde {

namespace {

constexpr int memoryLimitMb = 512;
constexpr int mostThreads = 8;
constexpr std::int64_t nanosecondsPerTick = 100;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ParquetWriter)
};

/// Whether a text of the database is `true`.
Result<bool> isTrue(ImportDatabase &database, const QString &expression, const CancelState &cancel)
{
    bool is = false;
    const auto visit = [&is](std::span<const std::optional<std::string_view>> row) {
        is = row[0] == "true";
        return false;
    };
    const QString sql = u"SELECT CAST(" + expression + u" AS VARCHAR) FROM t0";
    if (const auto read = database.read(sql, {}, visit, cancel); !read)
        return failure(read.error());
    return is;
}

Result<QString> timestampOf(ImportDatabase &database, const QString &column, const CancelState &cancel)
{
    constexpr std::int64_t reach = std::numeric_limits<std::int64_t>::max() / nanosecondsPerTick;
    const QString since1970 = column + u" - " + QString::number(unixEpochTicks);
    const auto fits = isTrue(database,
                             QStringLiteral("coalesce(min(%1) > -%2 AND max(%1) < %2, true)")
                                 .arg(since1970, QString::number(reach)),
                             cancel);
    if (!fits)
        return failure(fits.error());
    if (*fits)
        return QString(u"make_timestamp_ns((" + since1970 + u") * 100)");
    // Cut, before 1970 too: the ticks of a datetime are never negative, and // rounds towards zero.
    return QStringLiteral("make_timestamp(%1 // %2 - %3)")
        .arg(column, QString::number(ticksPerMicrosecond),
             QString::number(unixEpochTicks / ticksPerMicrosecond));
}

Result<QString> guidOf(ImportDatabase &database, const QString &column, const CancelState &cancel)
{
    const auto areAll =
        isTrue(database, QStringLiteral("count(%1) = count(TRY_CAST(%1 AS UUID))").arg(column), cancel);
    if (!areAll)
        return failure(areAll.error());
    return *areAll ? QString(u"CAST(" + column + u" AS UUID)") : column;
}

/// `[-][d.]hh:mm:ss[.fffffff]` of a number of ticks.
QString timespanOf(const QString &column)
{
    // The smallest number of all has no positive one.
    const QString ticks = u"abs(CAST(" + column + u" AS HUGEINT))";
    const auto part = [&ticks](qint64 unit, int count) {
        return QStringLiteral("lpad(CAST(%1 // %2 % %3 AS VARCHAR), 2, '0')")
            .arg(ticks, QString::number(unit), QString::number(count));
    };
    return QStringLiteral(
               "CASE WHEN %1 IS NOT NULL THEN concat(CASE WHEN %1 < 0 THEN '-' ELSE '' END, "
               "CASE WHEN %2 >= %3 THEN CAST(%2 // %3 AS VARCHAR) || '.' ELSE '' END, "
               "%4, ':', %5, ':', %6, "
               "CASE WHEN %2 % %7 > 0 THEN '.' || lpad(CAST(%2 % %7 AS VARCHAR), 7, '0') ELSE '' END) "
               "END")
        .arg(column, ticks, QString::number(ticksPerDay), part(ticksPerHour, 24), part(ticksPerMinute, 60),
             part(ticksPerSecond, 60), QString::number(ticksPerSecond));
}

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// The columns as the file has them, in SQL.
Result<QString> columnsOf(ImportDatabase &database, const QList<ImportColumn> &columns,
                          const CancelState &cancel)
{
    QStringList list;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QString cell = QStringLiteral("c%1").arg(i);
        Result<QString> value = cell;
        if (columns.at(i).type == ColumnType::DateTime)
            value = timestampOf(database, cell, cancel);
        else if (columns.at(i).type == ColumnType::TimeSpan)
            value = timespanOf(cell);
        else if (columns.at(i).type == ColumnType::Guid)
            value = guidOf(database, cell, cancel);
        if (!value)
            return value;
        list += *value + u" AS " + quotedName(columns.at(i).name);
    }
    return list.join(QStringLiteral(", "));
}

Result<void> sendFile(const QString &path, ByteSink &sink, const CancelState &cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, Words::tr("The rows could not be written."), {}, file.errorString());
    std::array<char, 1 << 16> block{};
    for (;;) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Words::tr("The export was stopped."));
        const qint64 size = file.read(block.data(), static_cast<qint64>(block.size()));
        if (size == 0)
            return {};
        if (size < 0)
            return failure(ErrorKind::Io, Words::tr("The rows could not be written."), {},
                           file.errorString());
        if (const auto sent = sink.write({block.data(), static_cast<std::size_t>(size)}); !sent)
            return sent;
    }
}

} // namespace

Result<void> exportParquet(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                           const WriteProgress &progress)
{
    const auto folder = ImportFolder::make();
    if (!folder)
        return failure(folder.error());
    const QString target = (*folder)->filePath(QStringLiteral("rows.parquet"));
    ImportDatabase::Options options;
    options.path = (*folder)->filePath(QStringLiteral("rows.duckdb"));
    options.readable = {target};
    options.memoryLimitMb = memoryLimitMb;
    options.threads = std::clamp(QThread::idealThreadCount(), 1, mostThreads);
    options.temporaryFolder = (*folder)->filePath(QStringLiteral("spill"));
    const auto database = ImportDatabase::open(options);
    if (!database)
        return failure(database.error());
    const ImportTable table = rowsimport::tableOf({}, selection);
    if (table.columns.isEmpty())
        return failure(ErrorKind::Usage, Words::tr("A Parquet file needs at least one column."));
    if (const auto filled = rowsimport::fill(**database, table, selection, progress, cancel); !filled)
        return filled;
    const auto columns = columnsOf(**database, table.columns, cancel);
    if (!columns)
        return failure(columns.error());
    const QString sql = u"COPY (SELECT " + *columns + u" FROM t0) TO " + sqlString(target) +
                        u" (FORMAT parquet, COMPRESSION zstd)";
    if (const auto written = (*database)->run(sql, {}, {}, cancel); !written)
        return written;
    return sendFile(target, sink, cancel);
}

} // namespace sonde
