#include "import/importfile.h"

#include "core/atomicfile.h"
#include "engine/duckdbhandles.h"
#include "engine/sqlexpression.h"

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

Result<void> fillFile(const QString &path, const QStringList &readable, const FileImport::Options &asked,
                      const importfile::Fill &fill)
{
    ImportDatabase::Options options;
    options.path = path;
    options.memoryLimitMb = asked.memoryLimitMb;
    options.threads = asked.threads > 0 ? asked.threads : std::clamp(QThread::idealThreadCount(), 1, 8);
    options.temporaryFolder = path + QStringLiteral(".spill");
    options.readable = readable;
    auto database = ImportDatabase::open(options);
    if (!database)
        return failure(database.error());
    const auto made = (*database)->execute(
        QStringLiteral("CREATE TABLE sonde_import (name VARCHAR, columns VARCHAR, source VARCHAR)"));
    if (!made)
        return made;
    if (const auto filled = fill(**database); !filled)
        return filled;
    return (*database)->execute(QStringLiteral("CHECKPOINT"));
}

} // namespace

Result<void> importfile::write(const QString &target, const QStringList &readable,
                               const FileImport::Options &options, const Fill &fill)
{
    if (const auto made = makeFolderOf(target); !made)
        return failure(made.error());
    const QString temporary =
        target + u'.' + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".tmp");
    const Result<void> filled = fillFile(temporary, readable, options, fill);
    QDir(temporary + QStringLiteral(".spill")).removeRecursively();
    if (!filled) {
        QFile::remove(temporary);
        QFile::remove(temporary + QStringLiteral(".wal"));
        return failure(filled.error());
    }
    // Not QFile::rename, which refuses to replace.
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(target).constData()) != 0) {
        const QString reason = qt_error_string();
        QFile::remove(temporary);
        return cannotWrite(target, reason);
    }
    return {};
}

QString importfile::tableOf(int index)
{
    return QStringLiteral("t%1").arg(index);
}

Result<void> importfile::makeTable(ImportDatabase &database, int index, const QList<ImportColumn> &columns)
{
    return database.execute(QStringLiteral("CREATE TABLE %1 (%2)").arg(tableOf(index), sqlColumns(columns)));
}

Result<void> importfile::record(ImportDatabase &database, const ImportTable &table, const CancelState &cancel)
{
    return database.run(QStringLiteral("INSERT INTO sonde_import VALUES ($1, $2, $3)"),
                        {table.name, columnsJson(table.columns), table.original}, {}, cancel);
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
        table.source = alias + u".main." + importfile::tableOf(static_cast<int>(tables.size()));
        tables += table;
    }
    return tables;
}

} // namespace sonde
