#pragma once

#include "import/importfolder.h"
#include "local/localdatabase.h"
#include "ports/localtables.h"

#include <QHash>

namespace sonde {

/// The person's own tables in databases of a folder of the cache, which goes with the program. Reading and
/// writing is done by threads of the global pool.
class LocalTableStore final : public LocalTables
{
    Q_OBJECT

public:
    /// \a service outlives it. \a cache as for ImportFolder, which is made with the first table.
    explicit LocalTableStore(KqlService &service, QString cache = {}, QObject *parent = nullptr);
    ~LocalTableStore() override;

    QList<LocalTable> tables() const override;
    KqlSchemaPtr schema() const override { return m_schema; }
    LocalTablesJob *guess(const ImportSource &source) override;
    LocalTablesJob *addFiles(const QList<ImportGuess> &guesses) override;
    LocalTablesJob *addRows(const QString &name, const Selection &rows, const QString &origin) override;
    void remove(const QString &name) override;
    void undoRemove(const QString &name) override;
    void forgetRemoved(const QString &name) override;

    /// The tables as they are now.
    std::shared_ptr<const LocalDatabase> database() const { return m_database; }

private:
    struct Entry
    {
        LocalTable about;
        LocalDatabase::Source source;
    };
    /// Of a database that was written: what is in it.
    struct Written
    {
        LocalDatabase::FilePtr file;
        QList<EngineTable> tables;
        QList<qint64> rowCounts;
        QStringList remarks;
    };
    using Tell = std::function<void(qint64 done, qint64 all)>;
    /// Writes a database to a path, in a worker thread, and returns remarks on it.
    using Write =
        std::function<Result<QStringList>(const QString &path, const Tell &tell, const CancelState &cancel)>;

    LocalTablesJob *add(const Write &write, const QHash<QString, QString> &origins);
    static Result<Written> lookAt(const QString &path, const QString &alias, const QStringList &remarks);
    LocalTablesAdded take(const Written &written, const QHash<QString, QString> &origins);
    Result<void> makeFolder();
    void insert(const Entry &entry);
    void rebuild();

    KqlService &m_service;
    const QString m_cache;
    std::unique_ptr<ImportFolder> m_folder; ///< made with the first table
    int m_files = 0;
    QList<Entry> m_entries; ///< in the order of their names
    QList<Entry> m_removed; ///< the last of each name
    std::shared_ptr<const LocalDatabase> m_database;
    KqlSchemaPtr m_schema;
};

} // namespace sonde
