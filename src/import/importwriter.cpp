#include "import/importwriter.h"

#include "core/atomicfile.h"
#include "engine/duckdbhandles.h"
#include "engine/sqlexpression.h"
#include "import/csvfile.h"
#include "import/jsonfile.h"
#include "import/parquetfile.h"
#include "import/sqlitefile.h"
#include "import/storedresultfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QUuid>

#include <algorithm>
#include <cstdio>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

tl::unexpected<Error> cannotWrite(const QString &path, const QString &detail)
{
    return failure(
        ErrorKind::Io, Words::tr("The imported rows could not be written to “%1”.").arg(path),
        Words::tr("Check that there is room on the disk and that the folder is yours to write to."), detail);
}

QString sqlColumns(const QList<ImportColumn> &columns)
{
    QStringList definitions;
    for (const ImportColumn &column : columns)
        definitions += QStringLiteral("c%1 %2").arg(definitions.size()).arg(sqlTypeName(column.type));
    return definitions.join(QStringLiteral(", "));
}

QString columnsJson(const QList<ImportColumn> &columns)
{
    QJsonArray list;
    for (const ImportColumn &column : columns)
        list.append(QJsonObject{{QStringLiteral("name"), column.name},
                                {QStringLiteral("type"), columnTypeName(column.type)}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<ColumnHeader> headersFrom(const QByteArray &json)
{
    QList<ColumnHeader> headers;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const auto &value : list) {
        const QJsonObject column = value.toObject();
        const auto type = columnTypeFromName(column.value(u"type").toString().toStdString());
        headers += {column.value(u"name").toString(), type.value_or(ColumnType::String)};
    }
    return headers;
}

} // namespace

ImportWriter::ImportWriter(const QList<ImportGuess> &guesses, const QString &target,
                           const FileImport::Options &options, const FileImport::ProgressHandler &progress,
                           const CancelState &cancel)
    : m_guesses(guesses)
    , m_target(target)
    , m_options(options)
    , m_progress(progress)
    , m_cancel(cancel)
{
    for (const ImportGuess &guess : guesses)
        m_bytes += guess.bytes;
}

Result<QStringList> ImportWriter::write()
{
    if (const auto made = makeFolderOf(m_target); !made)
        return failure(made.error());
    const QString temporary =
        m_target + u'.' + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".tmp");
    const Result<void> filled = fillFile(temporary);
    QDir(temporary + QStringLiteral(".spill")).removeRecursively();
    if (!filled) {
        QFile::remove(temporary);
        QFile::remove(temporary + QStringLiteral(".wal"));
        return failure(filled.error());
    }
    // Not QFile::rename, which refuses to replace.
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(m_target).constData()) != 0) {
        const QString reason = qt_error_string();
        QFile::remove(temporary);
        return cannotWrite(m_target, reason);
    }
    return m_remarks;
}

Result<void> ImportWriter::fillFile(const QString &path)
{
    ImportDatabase::Options options;
    options.path = path;
    options.memoryLimitMb = m_options.memoryLimitMb;
    options.threads =
        m_options.threads > 0 ? m_options.threads : std::clamp(QThread::idealThreadCount(), 1, 8);
    options.temporaryFolder = path + QStringLiteral(".spill");
    for (const ImportGuess &guess : m_guesses)
        options.readable += guess.path;
    auto database = ImportDatabase::open(options);
    if (!database)
        return failure(database.error());
    if (const auto filled = fillAll(**database); !filled)
        return filled;
    return (*database)->execute(QStringLiteral("CHECKPOINT"));
}

Result<void> ImportWriter::fillAll(ImportDatabase &database)
{
    if (const auto made = database.execute(
            QStringLiteral("CREATE TABLE sonde_import (name VARCHAR, columns VARCHAR, source VARCHAR)"));
        !made)
        return made;
    for (const ImportGuess &guess : m_guesses) {
        for (const ImportTable &table : guess.tables) {
            if (const auto filled = fillTable(database, guess, table); !filled)
                return filled;
        }
        m_bytesDone += guess.bytes;
        tell(guess, 0);
    }
    return {};
}

void ImportWriter::tell(const ImportGuess &guess, double part)
{
    if (m_progress)
        m_progress({guess.path, m_bytesDone + static_cast<qint64>(part * static_cast<double>(guess.bytes)),
                    m_bytes});
}

Result<void> ImportWriter::fillTable(ImportDatabase &database, const ImportGuess &guess, ImportTable table)
{
    const QString target = QStringLiteral("t%1").arg(m_tables);
    for (CsvLeniency csv;;) {
        if (const auto made = database.execute(
                QStringLiteral("CREATE TABLE %1 (%2)").arg(target, sqlColumns(table.columns)));
            !made)
            return made;
        TableNotes notes(table.columns);
        const auto outcome = pass(database, guess, table, notes, csv);
        if (!outcome)
            return failure(outcome.error());
        if (!notes.hasMisfits() && !notes.hasNewKeys() && csv.covers(outcome->csv)) {
            m_remarks += outcome->remarks;
            return record(database, table);
        }
        // Every pass makes types wider, so there are few; each knows of all rows, so mostly there is one
        // more.
        table.columns = notes.mendedColumns(table.name, m_remarks);
        if (outcome->csv.shortLines && !csv.shortLines)
            m_remarks +=
                Words::tr("%1: lines with too few cells are filled up with empty ones.").arg(table.name);
        csv = {csv.shortLines || outcome->csv.shortLines, csv.longLines || outcome->csv.longLines};
        if (const auto dropped = database.execute(u"DROP TABLE " + target); !dropped)
            return dropped;
    }
}

Result<FillOutcome> ImportWriter::pass(ImportDatabase &database, const ImportGuess &guess,
                                       const ImportTable &table, TableNotes &notes, const CsvLeniency &csv)
{
    const auto index = static_cast<double>(
        std::find_if(guess.tables.begin(), guess.tables.end(),
                     [&table](const ImportTable &other) { return other.name == table.name; }) -
        guess.tables.begin());
    const auto count = static_cast<double>(guess.tables.size());
    const FillTask task{database,
                        guess,
                        table,
                        static_cast<int>(index),
                        QStringLiteral("t%1").arg(m_tables),
                        QString::number(m_passes++),
                        csv,
                        notes,
                        [this, &guess, index, count](double part) { tell(guess, (index + part) / count); },
                        m_cancel};
    if (m_cancel.isCancelled())
        return failure(ErrorKind::Cancelled, Words::tr("The import was stopped."));
    switch (guess.kind) {
    case ImportKind::Csv:
        return csvfile::fill(task);
    case ImportKind::JsonLines:
    case ImportKind::JsonArray:
        return jsonfile::fill(task);
    case ImportKind::Parquet:
        return parquetfile::fill(task);
    case ImportKind::StoredResult:
        return storedresultfile::fill(task);
    case ImportKind::Sqlite:
        break;
    }
    return sqlitefile::fill(task);
}

Result<void> ImportWriter::record(ImportDatabase &database, const ImportTable &table)
{
    ++m_tables;
    return database.run(QStringLiteral("INSERT INTO sonde_import VALUES ($1, $2, $3)"),
                        {table.name, columnsJson(table.columns), table.original}, {}, m_cancel);
}

Result<QList<EngineTable>> FileImport::tablesOf(const Database &database, const QString &alias)
{
    const duck::Connection connection(static_cast<duckdb_database>(database.handle()));
    duck::QueryResult result;
    const QString sql = u"SELECT name, columns FROM " + alias + u".main.sonde_import ORDER BY rowid";
    if (!connection.isValid() ||
        duckdb_query(connection.get(), sql.toUtf8().constData(), result.get()) != DuckDBSuccess)
        return failure(ErrorKind::Io, Words::tr("The imported tables could not be read."), {},
                       result.error());
    QList<EngineTable> tables;
    for (idx_t row = 0; row < duckdb_row_count(result.get()); ++row) {
        const auto text = [&result, row](idx_t column) {
            char *value = duckdb_value_varchar(result.get(), column, row);
            const QByteArray copy(value);
            duckdb_free(value);
            return copy;
        };
        EngineTable table;
        table.name = QString::fromUtf8(text(0));
        table.columns = headersFrom(text(1));
        table.source = QStringLiteral("%1.main.t%2").arg(alias).arg(tables.size());
        tables += table;
    }
    return tables;
}

} // namespace sonde
