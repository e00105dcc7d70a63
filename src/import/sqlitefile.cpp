#include "import/sqlitefile.h"

#include "import/cellvalues.h"
#include "import/chunkappender.h"
#include "import/valuestore.h"
#include "results/jsontext.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace sonde::sqlitefile {

namespace {

constexpr int sampledRows = 10'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

/// A file opened for reading only, with nothing in its schema trusted.
class SqliteFile
{
public:
    explicit SqliteFile(const QString &path)
        : m_name(u"sonde-import-" + QUuid::createUuid().toString(QUuid::Id128))
        , m_path(path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        database.setDatabaseName(path);
        if (!database.open())
            return;
        QSqlQuery pragma(database);
        m_open = pragma.exec(QStringLiteral("PRAGMA trusted_schema = OFF"));
        pragma.exec(QStringLiteral("PRAGMA cell_size_check = ON"));
    }
    ~SqliteFile() { QSqlDatabase::removeDatabase(m_name); }
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    bool isOpen() const { return m_open; }
    QSqlDatabase database() const { return QSqlDatabase::database(m_name); }
    /// All rows of a table; names are only ever quoted by the driver.
    QSqlQuery rowsOf(const QString &table) const
    {
        QSqlQuery query(database());
        query.setForwardOnly(true);
        query.exec(u"SELECT * FROM " + database().driver()->escapeIdentifier(table, QSqlDriver::TableName));
        return query;
    }
    tl::unexpected<Error> failed(const QString &detail) const
    {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read as an SQLite database.").arg(m_path),
                       Words::tr("Close the program that has it open; a damaged one SQLite’s own tools may "
                                 "recover."),
                       detail);
    }

private:
    const QString m_name;
    const QString m_path;
    bool m_open = false;
};

/// A cell as text, as its column's type would be read from.
std::string textOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::Double) {
        std::string text;
        appendReal(text, value.toDouble());
        return text;
    }
    if (value.typeId() == QMetaType::QByteArray)
        return value.toByteArray().toBase64().toStdString();
    return value.toString().toStdString();
}

void tell(TypeGuess &guess, const QVariant &value)
{
    if (value.isNull())
        return;
    const std::string text = textOf(value);
    if (value.typeId() == QMetaType::LongLong)
        guess.addLong();
    else if (value.typeId() == QMetaType::Double)
        guess.addReal();
    else if (cells::toDynamic(text))
        guess.addNested();
    else
        guess.addQuotedText(text);
}

/// A column of texts and objects of JSON is one of texts: nothing but JSON makes it dynamic.
struct SqliteGuess
{
    TypeGuess guess;
    bool hasPlainText = false;
    void add(const QVariant &value)
    {
        tell(guess, value);
        if (!value.isNull())
            guess.see(textOf(value));
        hasPlainText = hasPlainText || (!value.isNull() && !cells::toDynamic(textOf(value)));
    }
    ColumnType type() const
    {
        const ColumnType type = guess.type();
        return type == ColumnType::Dynamic && hasPlainText ? ColumnType::String : type;
    }
};

/// As they are: Qt's driver takes the quotes out of them.
QStringList columnNames(const SqliteFile &file, const QString &table, const QSqlRecord &record)
{
    QStringList names;
    QSqlQuery query(file.database());
    // 1 is hidden from SELECT *, 2 and 3 are computed ones.
    if (query.prepare(
            QStringLiteral("SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid"))) {
        query.addBindValue(table);
        query.exec();
        while (query.next())
            names += query.value(0).toString();
    }
    if (names.size() == record.count())
        return names;
    names.clear();
    for (int i = 0; i < record.count(); ++i)
        names += record.fieldName(i);
    return names;
}

Result<ImportTable> guessTable(const SqliteFile &file, const QString &name, const CancelState &cancel)
{
    QSqlQuery query = file.rowsOf(name);
    if (!query.isActive())
        return file.failed(query.lastError().text());
    const QSqlRecord record = query.record();
    std::vector<SqliteGuess> guesses(static_cast<std::size_t>(record.count()));
    for (int row = 0; row < sampledRows && !cancel.isCancelled() && query.next(); ++row) {
        for (int i = 0; i < record.count(); ++i)
            guesses[static_cast<std::size_t>(i)].add(query.value(i));
    }
    query.finish();
    const QStringList originals = columnNames(file, name, record);
    const QStringList names = uniqueColumnNames(originals);
    ImportTable table;
    table.original = name;
    for (int i = 0; i < record.count(); ++i) {
        const SqliteGuess &guess = guesses[static_cast<std::size_t>(i)];
        table.columns += {names.at(i), guess.type(), originals.at(i), false, guess.guess.firstValues()};
    }
    return table;
}

/// So many rows, for progress; 0 where they cannot be counted.
qint64 countRows(const SqliteFile &file, const QString &table)
{
    QSqlQuery query(file.database());
    query.exec(u"SELECT count(*) FROM " +
               file.database().driver()->escapeIdentifier(table, QSqlDriver::TableName));
    return query.next() ? query.value(0).toLongLong() : 0;
}

void appendRow(ChunkAppender &out, const QSqlQuery &query, TableNotes &notes)
{
    for (qsizetype i = 0; i < notes.columns().size(); ++i) {
        const QVariant value = query.value(static_cast<int>(i));
        const ImportColumn &column = notes.columns().at(i);
        const std::string text = value.isNull() ? std::string() : textOf(value);
        if (text.empty())
            cells::storeNull(out.cell(i), out.row());
        else if (!cells::storeText(out.cell(i), out.row(), text, column.type, column.decimalComma))
            notes.noteMisfit(static_cast<std::size_t>(i), text);
    }
}

} // namespace

Result<ImportGuess> guess(const ImportSource &source, const CancelState &cancel)
{
    const SqliteFile file(source.path);
    if (!file.isOpen())
        return file.failed(file.database().lastError().text());
    ImportGuess guess;
    guess.kind = ImportKind::Sqlite;
    QStringList names;
    {
        // Virtual tables run code that the file names.
        QSqlQuery query(file.database());
        if (!query.exec(
                QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                               "'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                               "ORDER BY rowid")))
            return file.failed(query.lastError().text());
        while (query.next())
            names += query.value(0).toString();
    }
    if (names.isEmpty())
        return failure(ErrorKind::Decode, Words::tr("“%1” has no tables.").arg(source.path));
    for (const QString &name : std::as_const(names)) {
        const auto table = guessTable(file, name, cancel);
        if (!table)
            return failure(table.error());
        guess.tables += *table;
    }
    return guess;
}

Result<FillOutcome> fill(const FillTask &task)
{
    const SqliteFile file(task.guess.path);
    if (!file.isOpen())
        return file.failed(file.database().lastError().text());
    const qint64 rows = countRows(file, task.table.original);
    QSqlQuery query = file.rowsOf(task.table.original);
    if (!query.isActive() || query.record().count() != task.notes.columns().size())
        return file.failed(query.lastError().text());
    ChunkAppender out(task.database.connection(), task.target, task.notes.columns());
    for (qint64 row = 0; query.next(); ++row) {
        if (task.cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Words::tr("The import was stopped."));
        appendRow(out, query, task.notes);
        if (!out.endRow())
            break;
        if (row % 4096 == 0 && rows > 0)
            task.progress(static_cast<double>(row) / static_cast<double>(rows));
    }
    if (query.lastError().isValid())
        return file.failed(query.lastError().text());
    if (const auto done = out.finish(); !done)
        return failure(done.error());
    return FillOutcome();
}

} // namespace sonde::sqlitefile
