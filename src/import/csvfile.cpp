#include "import/csvfile.h"

#include "import/cellfunctions.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace sonde::csvfile {

namespace {

constexpr int sampledRows = 20480;
constexpr int mostRejects = 1000; ///< that DuckDB keeps

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

/// How much is read at once, and the longest line. Small buffers are the faster ones.
QString buffers(bool forLongLines)
{
    return forLongLines ? QStringLiteral("max_line_size=33554432, buffer_size=67108864")
                        : QStringLiteral("max_line_size=2097152, buffer_size=4194304");
}

/// DuckDB's arguments for a dialect; its characters are values of the statement.
QString readCall(const CsvDialect &dialect, qsizetype columns, const QString &more)
{
    QStringList types;
    for (qsizetype i = 0; i < columns; ++i)
        types += QStringLiteral("'c%1': 'VARCHAR'").arg(i);
    return QStringLiteral("read_csv($1, delim=$2, quote=$3, escape=$4, comment=$5, auto_detect=false, "
                          "header=%1, skip=%2, encoding='%3', ignore_errors=true, hive_partitioning=false, "
                          "columns={%4}, %5)")
        .arg(dialect.hasHeader ? QStringLiteral("true") : QStringLiteral("false"))
        .arg(dialect.skippedLines)
        .arg(dialect.isLatin1 ? QStringLiteral("latin-1") : QStringLiteral("utf-8"),
             types.join(QStringLiteral(", ")), more);
}

QStringList valuesOf(const QString &path, const CsvDialect &dialect)
{
    return {ImportDatabase::pattern(path), dialect.delimiter, dialect.quote, dialect.escape, dialect.comment};
}

bool isUtf8(QByteArrayView beginning)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(beginning);
    Q_UNUSED(text)
    return !decoder.hasError();
}

/// What is known of a file before its dialect is.
struct Beginning
{
    bool isLatin1 = false;
    bool hasLongLines = false;
};

/// sniff_csv() of the file, with what a person said of it.
struct Sniff
{
    QString sql;
    QStringList values;

    Sniff(const ImportSource &source, const Beginning &beginning)
        : sql(QStringLiteral("sniff_csv($1, ignore_errors=true"))
        , values{ImportDatabase::pattern(source.path)}
    {
        add(QStringLiteral("delim"), source.csv.delimiter);
        if (source.csv.quote) {
            add(QStringLiteral("quote"), source.csv.quote);
            add(QStringLiteral("escape"), source.csv.quote);
        }
        if (source.csv.hasHeader)
            sql += *source.csv.hasHeader ? u", header=true" : u", header=false";
        if (beginning.hasLongLines)
            sql += u", " + buffers(true);
        if (beginning.isLatin1)
            sql += u", encoding='latin-1'";
        sql = u"SELECT Delimiter, Quote, Escape, Comment, CAST(SkipRows AS VARCHAR), CAST(HasHeader AS "
              u"VARCHAR), "
              u"CAST(len(Columns) AS VARCHAR) FROM " +
              sql + u')';
    }

private:
    void add(QStringView name, const std::optional<QString> &value)
    {
        if (!value)
            return;
        values += *value;
        sql += u", " + name.toString() + u"=$" + QString::number(values.size());
    }
};

QString character(std::optional<std::string_view> cell)
{
    return !cell || *cell == "(empty)"
               ? QString()
               : QString::fromUtf8(cell->data(), static_cast<qsizetype>(cell->size()));
}

/// The dialect; \a columns gets how many there are.
Result<CsvDialect> sniff(ImportDatabase &database, const ImportSource &source, const Beginning &beginning,
                         qsizetype &columns, const CancelState &cancel)
{
    CsvDialect dialect;
    const Sniff asked(source, beginning);
    const auto visit = [&](std::span<const std::optional<std::string_view>> row) {
        dialect.delimiter = character(row[0]);
        // A file without quotes in its beginning may have them further down.
        const QString quote = source.csv.quote.value_or(character(row[1]));
        dialect.quote = quote.isEmpty() && !source.csv.quote ? QStringLiteral("\"") : quote;
        const QString escape = character(row[2]);
        dialect.escape = escape.isEmpty() ? dialect.quote : escape;
        dialect.comment = character(row[3]);
        dialect.skippedLines = character(row[4]).toInt();
        dialect.hasHeader = row[5] == "true";
        columns = character(row[6]).toInt();
        return false;
    };
    if (const auto read = database.read(asked.sql, asked.values, visit, cancel); !read)
        return failure(read.error());
    dialect.isLatin1 = beginning.isLatin1;
    return dialect;
}

/// The first line after those passed over, as it stands there.
Result<QStringList> headerOf(ImportDatabase &database, const QString &path, CsvDialect dialect,
                             const Beginning &beginning, qsizetype columns, const CancelState &cancel)
{
    QStringList names(columns, QString());
    if (!dialect.hasHeader)
        return names;
    dialect.hasHeader = false;
    const auto visit = [&names](std::span<const std::optional<std::string_view>> row) {
        for (qsizetype i = 0; i < names.size(); ++i)
            names[i] = character(row[static_cast<std::size_t>(i)]);
        return false;
    };
    const QString sql =
        u"SELECT * FROM " +
        readCall(dialect, columns, buffers(beginning.hasLongLines) + u", null_padding=true, parallel=false") +
        u" LIMIT 1";
    if (const auto read = database.read(sql, valuesOf(path, dialect), visit, cancel); !read)
        return failure(read.error());
    return names;
}

Result<std::vector<TypeGuess>> guessTypes(ImportDatabase &database, const QString &path,
                                          const CsvDialect &dialect, const Beginning &beginning,
                                          qsizetype columns, const CancelState &cancel)
{
    std::vector<TypeGuess> guesses(static_cast<std::size_t>(columns));
    const auto visit = [&guesses](std::span<const std::optional<std::string_view>> row) {
        for (std::size_t i = 0; i < guesses.size(); ++i) {
            guesses[i].addText(row[i].value_or(std::string_view()));
            guesses[i].see(row[i].value_or(std::string_view()));
        }
        return true;
    };
    const QString sql = u"SELECT * FROM " +
                        readCall(dialect, columns, buffers(beginning.hasLongLines) + u", parallel=false") +
                        u" LIMIT " + QString::number(sampledRows);
    if (const auto read = database.read(sql, valuesOf(path, dialect), visit, cancel); !read)
        return failure(read.error());
    return guesses;
}

Result<ImportGuess> guessWith(ImportDatabase &database, const ImportSource &source,
                              const Beginning &beginning, const CancelState &cancel)
{
    ImportGuess guess;
    guess.kind = ImportKind::Csv;
    qsizetype count = 0;
    auto dialect = sniff(database, source, beginning, count, cancel);
    if (!dialect)
        return failure(dialect.error());
    guess.csv = *dialect;
    if (dialect->isLatin1)
        guess.remarks += Words::tr("“%1” is not UTF-8; it is read as Latin-1.").arg(source.path);
    const auto originals = headerOf(database, source.path, *dialect, beginning, count, cancel);
    if (!originals)
        return failure(originals.error());
    const auto types = guessTypes(database, source.path, *dialect, beginning, count, cancel);
    if (!types)
        return failure(types.error());
    const QStringList names = uniqueColumnNames(*originals);
    ImportTable table;
    for (qsizetype i = 0; i < count; ++i) {
        const TypeGuess &type = (*types)[static_cast<std::size_t>(i)];
        table.columns +=
            {names.at(i), type.type(), originals->at(i), type.hasDecimalComma(), type.firstValues()};
    }
    guess.tables += table;
    return guess;
}

QString reasonText(const QString &reason)
{
    if (reason == u"MISSING COLUMNS")
        return Words::tr("it has too few cells");
    if (reason == u"TOO MANY COLUMNS")
        return Words::tr("it has too many cells");
    if (reason == u"INVALID ENCODING" || reason == u"INVALID UNICODE")
        return Words::tr("it has bytes that are not UTF-8");
    if (reason == u"LINE SIZE OVER MAXIMUM")
        return Words::tr("it is longer than 32 MB");
    return Words::tr("its quotes are not closed");
}

/// What DuckDB could not take.
Result<FillOutcome> outcomeOf(const FillTask &task)
{
    FillOutcome outcome;
    const auto visit = [&](std::span<const std::optional<std::string_view>> row) {
        const int lines = character(row[0]).toInt();
        outcome.csv.shortLines = row[3] == "true";
        outcome.csv.longLines = row[4] == "true";
        if (lines > 0)
            //: %2: a table; %3: a number of a line; %4: “it has too few cells” or the like
            outcome.remarks += Words::tr("%2: %n line(s) left out; the first is line %3: %4.", nullptr, lines)
                                   .arg(task.table.name, character(row[1]), reasonText(character(row[2])));
        return false;
    };
    const QString sql =
        QStringLiteral("SELECT CAST(count(DISTINCT line) AS VARCHAR), CAST(min(line) AS VARCHAR), "
                       "CAST(arg_min(error_type, line) AS VARCHAR), "
                       "CAST(COALESCE(bool_or(error_type = 'MISSING COLUMNS'), false) AS VARCHAR), "
                       "CAST(COALESCE(bool_or(error_type = 'LINE SIZE OVER MAXIMUM'), false) AS VARCHAR) "
                       "FROM rejects%1")
            .arg(task.pass);
    if (const auto read = task.database.read(sql, {}, visit, task.cancel); !read)
        return failure(read.error());
    return outcome;
}

} // namespace

Result<ImportGuess> guess(ImportDatabase &database, const ImportSource &source, QByteArrayView beginning,
                          const CancelState &cancel)
{
    Beginning facts{!isUtf8(beginning), false};
    auto guess = guessWith(database, source, facts, cancel);
    if (guess || cancel.isCancelled())
        return guess;
    facts.hasLongLines = true;
    return guessWith(database, source, facts, cancel);
}

Result<FillOutcome> fill(const FillTask &task)
{
    QStringList cells;
    for (qsizetype i = 0; i < task.notes.columns().size(); ++i) {
        if (task.notes.columns().at(i).type == ColumnType::String) {
            cells += QStringLiteral("c%1").arg(i);
            continue;
        }
        const QString name = QStringLiteral("sonde_cell_%1_%2").arg(task.pass).arg(i);
        if (!cells::registerCellFunction(task.database.connection(), name, task.notes, i))
            return failure(ErrorKind::Io, Words::tr("The file could not be imported."));
        cells += QStringLiteral("%1(c%2)").arg(name).arg(i);
    }
    QString more = buffers(task.csv.longLines) +
                   QStringLiteral(", store_rejects=true, rejects_table='rejects%1', rejects_scan='scans%1', "
                                  "rejects_limit=%2")
                       .arg(task.pass)
                       .arg(mostRejects);
    if (task.csv.shortLines)
        more += QStringLiteral(", null_padding=true, parallel=false");
    const QString sql = QStringLiteral("INSERT INTO %1 SELECT %2 FROM %3")
                            .arg(task.target, cells.join(QStringLiteral(", ")),
                                 readCall(task.guess.csv, task.notes.columns().size(), more));
    const auto done =
        task.database.run(sql, valuesOf(task.guess.path, task.guess.csv), task.progress, task.cancel);
    if (!done)
        return failure(done.error());
    return outcomeOf(task);
}

} // namespace sonde::csvfile
