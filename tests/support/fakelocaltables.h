#pragma once

#include "ports/localtables.h"

#include <QFileInfo>
#include <QHash>
#include <QPointer>
#include <algorithm>
#include <utility>

namespace sonde {

inline ImportColumn importColumn(const char *name, ColumnType type, const QStringList &values)
{
    const QString text = QString::fromLatin1(name);
    return {text, type, text, false, values};
}

/// What a CSV file of people is taken for.
inline ImportGuess peopleGuess()
{
    ImportGuess guess;
    guess.bytes = 12'345'678;
    guess.csv.delimiter = QStringLiteral(";");
    ImportTable table;
    table.name = QStringLiteral("people");
    table.columns = {
        importColumn("Name", ColumnType::String, {QStringLiteral("Ann"), QStringLiteral("Ben")}),
        importColumn("Age", ColumnType::Long, {QStringLiteral("41"), QStringLiteral("7")}),
        importColumn("Since", ColumnType::DateTime,
                     {QStringLiteral("2024-05-01"), QStringLiteral("2025-01-01")}),
        importColumn("Weight", ColumnType::Real, {QStringLiteral("61,5"), QStringLiteral("22,25")})};
    guess.tables = {table};
    return guess;
}

inline Error diskIsFull()
{
    Error error;
    error.kind = ErrorKind::Io;
    error.message = QStringLiteral("The disk is full.");
    return error;
}

/// Tables of which only the names are kept. What a file is taken for is set by the test; addings wait until
/// it ends them.
class FakeLocalTables final : public LocalTables
{
public:
    /// By the file's name; NotFound for any other.
    QHash<QString, ImportGuess> guesses;
    QList<ImportSource> asked;
    int told = 0; ///< so many guesses were given
    QList<ImportGuess> addedGuesses;
    struct Rows
    {
        QString name;
        Selection rows;
        QString origin;
    };
    QList<Rows> addedRows;
    QPointer<LocalTablesJob> job; ///< the adding under way

    QList<LocalTable> tables() const override { return m_tables; }
    KqlSchemaPtr schema() const override
    {
        auto schema = std::make_shared<KqlSchema>();
        for (const LocalTable &table : m_tables) {
            KqlTable known;
            known.name = table.name;
            known.description = QStringLiteral("%1 rows from %2").arg(table.rowCount).arg(table.origin);
            for (const ColumnHeader &column : table.columns)
                known.columns.append({column.name, columnTypeName(column.type)});
            schema->tables.append(known);
        }
        return schema;
    }

    LocalTablesJob *guess(const ImportSource &source) override
    {
        asked += source;
        auto *guessing = new LocalTablesJob;
        QMetaObject::invokeMethod(
            guessing,
            [this, guessing, source] {
                ++told;
                emit guessing->guessed(guessOf(source));
            },
            Qt::QueuedConnection);
        return guessing;
    }

    LocalTablesJob *addFiles(const QList<ImportGuess> &files) override
    {
        addedGuesses = files;
        m_coming.clear();
        for (const ImportGuess &guess : files) {
            for (const ImportTable &table : guess.tables)
                m_coming += tableOf(table, guess.path);
        }
        return begin();
    }

    LocalTablesJob *addRows(const QString &name, const Selection &rows, const QString &origin) override
    {
        addedRows += {name, rows, origin};
        const auto count = static_cast<qint64>(rows.rows ? rows.rows->size() : rows.table.rowCount());
        m_coming = {{name, rows.table.headers(), count, origin}};
        return begin();
    }

    void remove(const QString &name) override
    {
        const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                        [&name](const LocalTable &table) { return table.name == name; });
        if (found == m_tables.end())
            return;
        forgetRemoved(name);
        m_removed += *found;
        m_tables.erase(found);
        emit changed();
    }
    void undoRemove(const QString &name) override
    {
        const auto found = std::find_if(m_removed.begin(), m_removed.end(),
                                        [&name](const LocalTable &table) { return table.name == name; });
        if (found == m_removed.end() || has(name))
            return;
        m_tables += *found;
        m_removed.erase(found);
        emit changed();
    }
    void forgetRemoved(const QString &name) override
    {
        m_removed.removeIf([&name](const LocalTable &table) { return table.name == name; });
    }
    /// What undoRemove() can bring back.
    const QList<LocalTable> &removed() const { return m_removed; }

    /// The adding under way ends well.
    void finish(const QStringList &remarks = {})
    {
        LocalTablesAdded added;
        added.remarks = remarks;
        for (const LocalTable &table : std::as_const(m_coming)) {
            m_tables.removeIf([&table](const LocalTable &other) { return other.name == table.name; });
            m_tables += table;
            added.names += table.name;
        }
        emit changed();
        emit job->added(added);
    }
    void fail(const Error &error) { emit job->added(tl::unexpected(error)); }

private:
    Result<ImportGuess> guessOf(const ImportSource &source) const
    {
        const auto found = guesses.constFind(QFileInfo(source.path).fileName());
        if (found == guesses.constEnd())
            return failure(ErrorKind::NotFound, QStringLiteral("“%1” is not there.").arg(source.path));
        ImportGuess guess = *found;
        guess.path = source.path;
        if (source.csv.delimiter)
            guess.csv.delimiter = *source.csv.delimiter;
        if (source.csv.quote)
            guess.csv.quote = *source.csv.quote;
        if (source.csv.hasHeader)
            guess.csv.hasHeader = *source.csv.hasHeader;
        if (!source.name.isEmpty() && guess.tables.size() == 1)
            guess.tables.first().name = source.name;
        return guess;
    }

    static LocalTable tableOf(const ImportTable &table, const QString &path)
    {
        LocalTable own{table.name, {}, 3, path};
        for (const ImportColumn &column : table.columns)
            own.columns.append({column.name, column.type});
        return own;
    }

    LocalTablesJob *begin()
    {
        job = new LocalTablesJob;
        return job;
    }

    QList<LocalTable> m_tables;
    QList<LocalTable> m_coming;
    QList<LocalTable> m_removed;
};

} // namespace sonde
