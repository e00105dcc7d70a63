#pragma once

#include "core/cancelstate.h"
#include "core/result.h"
#include "kql/kqlschema.h"
#include "ports/importguess.h"
#include "results/writers.h"

#include <QObject>

namespace sonde {

/// One of the person's own tables: a file that was opened as a table, or rows that are queried again.
struct LocalTable
{
    QString name; ///< as KQL names it
    QList<ColumnHeader> columns;
    qint64 rowCount = 0;
    QString origin; ///< where its rows come from, in words: a file's path, or a connection's name
};

/// What became of an adding.
struct LocalTablesAdded
{
    QStringList names;   ///< of the tables, in the order of the files
    QStringList remarks; ///< sentences on what was not taken as it was guessed
    bool operator==(const LocalTablesAdded &) const = default;
};

/// Work on the person's tables under way: a QObject of the GUI thread, owned by the caller. Deleting it stops
/// the work, and nothing is signalled.
class LocalTablesJob : public QObject
{
    Q_OBJECT

public:
    explicit LocalTablesJob(QObject *parent = nullptr);
    ~LocalTablesJob() override;

    /// The job ends with Cancelled as soon as may be, and no table has changed.
    void cancel() { m_cancel->cancel(); }
    const CancelStatePtr &cancelState() const { return m_cancel; }

signals:
    /// In thousandths of all bytes or rows.
    void progressed(int permille);
    /// Of guess(): once, and never from within it.
    void guessed(const sonde::Result<sonde::ImportGuess> &outcome);
    /// Of addFiles() and addRows(): once, and never from within them.
    void added(const sonde::Result<sonde::LocalTablesAdded> &outcome);

private:
    CancelStatePtr m_cancel = std::make_shared<CancelState>();
};

/// The person's own tables, which the connection localConnection() searches. They are there until the program
/// ends, on disk and not in memory. Implemented by the local engine, and by a fake in the widgets' tests.
/// Used from the GUI thread.
class LocalTables : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QList<LocalTable> tables() const = 0;
    /// The tables for completion and for the dock. The same pointer until changed().
    virtual KqlSchemaPtr schema() const = 0;

    /// What a file would become. Fails as FileImport::guess() does.
    virtual LocalTablesJob *guess(const ImportSource &source) = 0;
    /// Reads files, of which the guesses may have been corrected. All of their tables are there in the end,
    /// or none; one of a name that is there already takes its place. Fails as FileImport::run() does.
    virtual LocalTablesJob *addFiles(const QList<ImportGuess> &guesses) = 0;
    /// Makes a table of rows; \a origin is told of it.
    virtual LocalTablesJob *addRows(const QString &name, const Selection &rows, const QString &origin) = 0;
    /// A query that is reading it reads on.
    virtual void remove(const QString &name) = 0;
    /// Brings back what was removed last by that name, unless there is another of it by now; emits changed().
    virtual void undoRemove(const QString &name) = 0;
    /// It is not wanted back: what it takes on the disk goes, once no query reads it any more.
    virtual void forgetRemoved(const QString &name) = 0;

    bool has(const QString &name) const;
    /// `Result_1` and so on: the next that is not there.
    QString nextResultName() const;

signals:
    /// Another table is there, or one is gone.
    void changed();
};

} // namespace sonde
