#include "import/parquetfile.h"

#include "engine/sqlexpression.h"
#include "import/cellfunctions.h"
#include "import/typeguess.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde::parquetfile {

namespace {

constexpr int seenRows = 100; ///< for the values that are shown

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

/// A column as KQL's type, of an expression that stands for it.
struct Reading
{
    ColumnType type = ColumnType::String;
    QString sql; ///< %1: the column
};

QString ticksOf(const QString &since1970)
{
    return QStringLiteral("CASE WHEN %1 IS NOT NULL AND isfinite(%1) THEN TRY_CAST(%2 AS BIGINT) END")
        .arg(QStringLiteral("%1"), since1970);
}

Reading readingOf(const QString &type)
{
    static const QRegularExpression decimal(QStringLiteral("^DECIMAL\\((\\d+),(\\d+)\\)$"));
    const auto isAny = [&type](std::initializer_list<QLatin1StringView> names) {
        return std::find(names.begin(), names.end(), type) != names.end();
    };
    if (type == u"BOOLEAN")
        return {ColumnType::Bool, QStringLiteral("%1")};
    if (isAny({QLatin1StringView("TINYINT"), QLatin1StringView("SMALLINT"), QLatin1StringView("INTEGER"),
               QLatin1StringView("UTINYINT"), QLatin1StringView("USMALLINT")}))
        return {ColumnType::Int, QStringLiteral("CAST(%1 AS INTEGER)")};
    if (type == u"BIGINT" || type == u"UINTEGER")
        return {ColumnType::Long, QStringLiteral("CAST(%1 AS BIGINT)")};
    if (type == u"FLOAT" || type == u"DOUBLE")
        return {ColumnType::Real, QStringLiteral("CAST(%1 AS DOUBLE)")};
    if (const auto match = decimal.match(type); match.hasMatch() && match.captured(1).toInt() <= 15)
        return {ColumnType::Real, QStringLiteral("CAST(%1 AS DOUBLE)")};
    if (type.startsWith(u"DECIMAL") ||
        isAny({QLatin1StringView("UBIGINT"), QLatin1StringView("HUGEINT"), QLatin1StringView("UHUGEINT")}))
        return {ColumnType::Decimal, QStringLiteral("CAST(%1 AS VARCHAR)")};
    const QString epoch = QString::number(unixEpochTicks);
    if (type == u"TIMESTAMP_NS")
        // Cut, before 1970 too, where // rounds towards zero.
        return {
            ColumnType::DateTime,
            ticksOf(epoch + u" + epoch_ns(%1) // 100 - CASE WHEN epoch_ns(%1) % 100 < 0 THEN 1 ELSE 0 END")};
    if (type == u"DATE" || type.startsWith(u"TIMESTAMP"))
        return {ColumnType::DateTime, ticksOf(epoch + u" + 10::HUGEINT * epoch_us(%1)")};
    if (type == u"TIME" || type == u"INTERVAL")
        return {ColumnType::TimeSpan, QStringLiteral("TRY_CAST(10::HUGEINT * epoch_us(%1) AS BIGINT)")};
    if (type == u"UUID")
        return {ColumnType::Guid, QStringLiteral("CAST(%1 AS VARCHAR)")};
    if (type == u"BLOB")
        return {ColumnType::String, QStringLiteral("to_base64(%1)")};
    if (type == u"JSON" || type.endsWith(u']') || type.startsWith(u"STRUCT") || type.startsWith(u"MAP"))
        return {ColumnType::Dynamic, QStringLiteral("CAST(to_json(%1) AS VARCHAR)")};
    return {ColumnType::String, QStringLiteral("CAST(%1 AS VARCHAR)")};
}

Result<QList<std::pair<QString, QString>>> describe(ImportDatabase &database, const QString &path,
                                                    const CancelState &cancel)
{
    QList<std::pair<QString, QString>> columns;
    const auto text = [](const std::optional<std::string_view> &cell) {
        return cell ? QString::fromUtf8(cell->data(), static_cast<qsizetype>(cell->size())) : QString();
    };
    const auto visit = [&](std::span<const std::optional<std::string_view>> row) {
        columns.append({text(row[0]), text(row[1])});
        return true;
    };
    const auto read = database.read(QStringLiteral("SELECT column_name, column_type FROM (DESCRIBE SELECT * "
                                                   "FROM read_parquet($1, hive_partitioning=false))"),
                                    {ImportDatabase::pattern(path)}, visit, cancel);
    if (!read && read.error().kind != ErrorKind::Cancelled)
        return failure(ErrorKind::Decode, Words::tr("“%1” could not be read as Parquet.").arg(path),
                       Words::tr("It may be damaged, or this DuckDB may have no reader for it."),
                       read.error().detail);
    if (!read)
        return failure(read.error());
    return columns;
}

/// Puts the first few values of each column into the table.
Result<void> seeFirst(ImportDatabase &database, const QString &path, ImportTable &table,
                      const CancelState &cancel)
{
    std::vector<TypeGuess> guesses(static_cast<std::size_t>(table.columns.size()));
    const auto visit = [&guesses](std::span<const std::optional<std::string_view>> row) {
        for (std::size_t i = 0; i < guesses.size(); ++i)
            guesses[i].see(row[i].value_or(std::string_view()));
        return true;
    };
    QStringList names;
    QStringList texts;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        names += QStringLiteral("c%1").arg(i);
        texts += QStringLiteral("CAST(c%1 AS VARCHAR)").arg(i);
    }
    const QString sql =
        QStringLiteral("SELECT %1 FROM read_parquet($1, hive_partitioning=false) AS p(%2) LIMIT %3")
            .arg(texts.join(QStringLiteral(", ")), names.join(QStringLiteral(", ")),
                 QString::number(seenRows));
    if (const auto read = database.read(sql, {ImportDatabase::pattern(path)}, visit, cancel); !read)
        return read;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        table.columns[i].firstValues = guesses[static_cast<std::size_t>(i)].firstValues();
    return {};
}

/// The value of one column; through its text where a person wants another type than the file has.
Result<QString> valueOf(const FillTask &task, qsizetype i, const Reading &reading)
{
    const QString column = QStringLiteral("c%1").arg(i);
    const ColumnType wanted = task.notes.columns().at(i).type;
    if (wanted == reading.type)
        return QString(reading.sql).replace(QLatin1StringView("%1"), column);
    const QString text = u"CAST(" + column + u" AS VARCHAR)";
    if (wanted == ColumnType::String)
        return text;
    const QString name = QStringLiteral("sonde_cell_%1_%2").arg(task.pass).arg(i);
    if (!cells::registerCellFunction(task.database.connection(), name, task.notes, i))
        return failure(ErrorKind::Io, Words::tr("The file could not be imported."));
    return QString(name + u'(' + text + u')');
}

} // namespace

Result<ImportGuess> guess(ImportDatabase &database, const ImportSource &source, const CancelState &cancel)
{
    const auto described = describe(database, source.path, cancel);
    if (!described)
        return failure(described.error());
    QStringList originals;
    for (const auto &[name, type] : *described)
        originals += name;
    const QStringList names = uniqueColumnNames(originals);
    ImportGuess guess;
    guess.kind = ImportKind::Parquet;
    ImportTable table;
    for (qsizetype i = 0; i < names.size(); ++i)
        table.columns += {names.at(i), readingOf(described->at(i).second).type, originals.at(i)};
    if (const auto seen = seeFirst(database, source.path, table, cancel); !seen)
        return failure(seen.error());
    guess.tables += table;
    return guess;
}

Result<FillOutcome> fill(const FillTask &task)
{
    const auto described = describe(task.database, task.guess.path, task.cancel);
    if (!described)
        return failure(described.error());
    if (described->size() != task.notes.columns().size())
        return failure(ErrorKind::Io,
                       Words::tr("“%1” was changed while it was imported.").arg(task.guess.path));
    QStringList names;
    QStringList values;
    for (qsizetype i = 0; i < described->size(); ++i) {
        names += QStringLiteral("c%1").arg(i);
        const auto value = valueOf(task, i, readingOf(described->at(i).second));
        if (!value)
            return failure(value.error());
        values += *value;
    }
    const QString sql =
        QStringLiteral("INSERT INTO %1 SELECT %2 FROM read_parquet($1, hive_partitioning=false) AS p(%3)")
            .arg(task.target, values.join(QStringLiteral(", ")), names.join(QStringLiteral(", ")));
    if (const auto done =
            task.database.run(sql, {ImportDatabase::pattern(task.guess.path)}, task.progress, task.cancel);
        !done)
        return failure(done.error());
    return FillOutcome();
}

} // namespace sonde::parquetfile
