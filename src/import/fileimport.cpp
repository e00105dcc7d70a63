#include "import/fileimport.h"

#include "engine/sqlexpression.h"
#include "import/csvfile.h"
#include "import/filekind.h"
#include "import/importwriter.h"
#include "import/jsonfile.h"
#include "import/parquetfile.h"
#include "import/sqlitefile.h"
#include "import/storedresultfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sonde {

namespace {

constexpr qsizetype mostColumns = 2000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

Result<ImportGuess> guessAs(const FileKind &kind, const ImportSource &source, const CancelState &cancel)
{
    if (kind.kind == ImportKind::Sqlite)
        return sqlitefile::guess(source, cancel);
    if (kind.kind == ImportKind::StoredResult)
        return storedresultfile::guess(source, cancel);
    ImportDatabase::Options options;
    options.readable = {source.path};
    const auto database = ImportDatabase::open(options);
    if (!database)
        return failure(database.error());
    if (kind.kind == ImportKind::Parquet)
        return parquetfile::guess(**database, source, cancel);
    if (kind.kind == ImportKind::Csv)
        return csvfile::guess(**database, source, kind.beginning, cancel);
    return jsonfile::guess(**database, source, kind.jsonFormat, cancel);
}

/// Names for the tables of one file.
void nameTables(ImportGuess &guess, const ImportSource &source)
{
    const bool isNamed = !source.name.isEmpty();
    const QString base = isNamed ? source.name : QFileInfo(source.path).completeBaseName();
    QStringList names;
    for (const ImportTable &table : std::as_const(guess.tables)) {
        const bool isSqlite = guess.kind == ImportKind::Sqlite;
        if (isSqlite && !isNamed)
            names += kqlTableName(table.original);
        else if (guess.tables.size() == 1 || (!isSqlite && names.isEmpty()))
            names += kqlTableName(base);
        else
            names += kqlTableName(base + u'_' + table.original);
    }
    names = uniqueColumnNames(names);
    for (qsizetype i = 0; i < names.size(); ++i) {
        guess.tables[i].name = names.at(i);
        guess.tables[i].index = static_cast<int>(i);
    }
}

} // namespace

Result<ImportGuess> FileImport::guess(const ImportSource &asked, const CancelState &cancel)
{
    ImportSource source = asked;
    source.path = QFileInfo(asked.path).absoluteFilePath();
    const auto kind = FileKind::of(source.path);
    if (!kind)
        return failure(kind.error());
    auto guess = guessAs(*kind, source, cancel);
    if (!guess)
        return guess;
    guess->path = source.path;
    guess->bytes = kind->bytes;
    nameTables(*guess, source);
    for (const ImportTable &table : std::as_const(guess->tables)) {
        if (table.columns.isEmpty())
            return failure(ErrorKind::Decode, Words::tr("“%1” has no columns.").arg(source.path));
        if (table.columns.size() > mostColumns)
            return failure(
                ErrorKind::Decode,
                //: %1: a file; %2, %3: numbers
                Words::tr("“%1” has %2 columns; a table may have %3.")
                    .arg(source.path, QString::number(table.columns.size()), QString::number(mostColumns)),
                Words::tr("If it is CSV, name its delimiter."));
    }
    return guess;
}

Result<void> FileImport::checkNames(const QList<ImportGuess> &guesses, const QStringList &taken)
{
    QHash<QString, QString> paths;
    for (const ImportGuess &guess : guesses) {
        for (const ImportTable &table : guess.tables) {
            const QString advice = Words::tr("Give one of them another name: NAME=FILE.");
            if (taken.contains(table.name))
                return failure(ErrorKind::Usage,
                               //: %1: a file; %2: a table
                               Words::tr("“%1” would become the table “%2”, which is there already.")
                                   .arg(guess.path, table.name),
                               advice);
            if (const auto other = paths.constFind(table.name); other != paths.constEnd())
                return failure(ErrorKind::Usage,
                               //: %1, %2: files; %3: a table
                               Words::tr("“%1” and “%2” would both become the table “%3”.")
                                   .arg(*other, guess.path, table.name),
                               advice);
            paths.insert(table.name, guess.path);
        }
    }
    return {};
}

Result<QStringList> FileImport::run(const QList<ImportGuess> &guesses, const QString &target,
                                    const Options &options, const ProgressHandler &progress,
                                    const CancelState &cancel)
{
    if (const auto names = checkNames(guesses, {}); !names)
        return failure(names.error());
    return ImportWriter(guesses, target, options, progress, cancel).write();
}

} // namespace sonde
