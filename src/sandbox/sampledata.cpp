#include "sandbox/sampledata.h"

#include "engine/sqlexpression.h"
#include "import/fileimport.h"
#include "sandbox/samplefile.h"
#include "sandbox/sampleschema.h"
#include "sandbox/sampletables.h"

#include <QStandardPaths>

#include <algorithm>

namespace sonde {

namespace {

constexpr QLatin1StringView importedAlias("imported");

/// Imported tables and no others.
bool isAlone(const SampleData::Options &options)
{
    return options.rows == 0 && !options.imported.isEmpty();
}

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QString valueOf(const SampleTable &table, const ColumnHeader &column, Ticks now)
{
    const QString type = sqlTypeName(column.type);
    for (const auto &constant : table.constants) {
        if (column.name == QLatin1String(constant.column))
            return QStringLiteral("CAST(%1 AS %2)").arg(QLatin1String(constant.sql), type);
    }
    if (SampleFile::isStored(table, column.name)) {
        return column.type == ColumnType::DateTime
                   ? QStringLiteral("%1 - %2").arg(now).arg(quoted(column.name))
                   : quoted(column.name);
    }
    if (column.name == u"Type")
        return u'\'' + QString(table.name) + u'\'';
    if (column.name == u"_IsBillable")
        return QStringLiteral("'True'");
    return column.type == ColumnType::String ? QStringLiteral("''")
                                             : QStringLiteral("CAST(NULL AS %1)").arg(type);
}

// The file's times are ages, and its columns only those that differ from row to row; here they become what
// was asked of EngineTable::source.
EngineTable toEngineTable(const SampleTable &table, Ticks now)
{
    EngineTable out;
    out.name = table.name;
    out.columns = sampleColumns(table.name);
    QStringList values;
    for (int i = 0; i < out.columns.size(); ++i)
        values += QStringLiteral("%1 AS c%2").arg(valueOf(table, out.columns.at(i), now)).arg(i);
    out.source =
        QStringLiteral("(SELECT %1 FROM %2)").arg(values.join(QStringLiteral(", ")), quoted(table.name));
    return out;
}

} // namespace

QString SampleData::filePath(const Options &options)
{
    const QString folder = options.folder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                                     QStringLiteral("/sonde")
                               : options.folder;
    return QStringLiteral("%1/sandbox-%2-%3-%4.duckdb")
        .arg(folder)
        .arg(SampleFile::version)
        .arg(std::max(options.rows, SampleFile::fewestRows))
        .arg(options.seed);
}

QStringList SampleData::tableNames(const Options &options)
{
    QStringList names;
    if (isAlone(options))
        return names;
    for (const SampleTable &table : sampleTables())
        names += QString(table.name);
    return names;
}

Result<SampleData> SampleData::open(const Options &options, const QDateTime &nowUtc)
{
    const SampleFile file(filePath(options), std::max(options.rows, SampleFile::fewestRows), options.seed);
    Database::Options attaching;
    if (!options.imported.isEmpty())
        attaching.attached += {importedAlias, options.imported};
    auto database = isAlone(options) ? Database::inMemory(attaching) : file.open(attaching);
    if (!database && !isAlone(options)) {
        if (auto built = file.build(); !built)
            return tl::unexpected(built.error());
        database = file.open(attaching);
    }
    if (!database)
        return tl::unexpected(database.error());
    QList<EngineTable> tables;
    for (const SampleTable &table : sampleTables()) {
        if (!isAlone(options))
            tables += toEngineTable(table, toTicks(nowUtc));
    }
    if (!options.imported.isEmpty()) {
        const auto imported = FileImport::tablesOf(*database, importedAlias);
        if (!imported)
            return tl::unexpected(imported.error());
        tables += *imported;
    }
    return SampleData{*std::move(database), std::move(tables)};
}

} // namespace sonde
