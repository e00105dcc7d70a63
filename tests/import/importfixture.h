#pragma once

#include "import/fileimport.h"
#include "kql/kqlservice.h"

#include <QTemporaryDir>

namespace sonde::test {

/// Writes files, imports them and asks KQL about them.
class ImportFixture
{
public:
    ImportFixture();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    /// Guesses and imports; the error's message where it fails.
    QString import(const QList<ImportSource> &sources);
    QString import(const QString &name, const QByteArray &bytes)
    {
        return import({{write(name, bytes), {}, {}}});
    }
    /// `name type, name type` of the columns of a table of the last import.
    QString columns(const QString &table) const;
    /// Rows as `cell|cell`, one a line; nulls are `null`.
    QString query(const QString &kql) const;
    Result<ChunkedTable> run(const QString &kql) const;

    ImportGuess guess; ///< the first of the last import
    QStringList remarks;
    Database database() const { return *m_database; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::optional<Database> m_database;
    QList<EngineTable> m_tables;
    std::unique_ptr<Engine> m_engine;
    int m_imports = 0;
};

} // namespace sonde::test
