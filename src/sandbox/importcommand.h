#pragma once

#include "ports/importguess.h"

#include "core/result.h"

#include <QStringList>

namespace sonde {

/// What the options of `sonde-sandbox` say of files to import. A value.
struct ImportCommand
{
    /// The options' values as they were given.
    struct Words
    {
        QStringList imports;
        QStringList delimiters;
        QStringList quotes;
        QStringList headers;
        QStringList types;
    };
    struct TypeCorrection
    {
        QString table;
        QString column;
        ColumnType type = ColumnType::String;
    };

    QList<ImportSource> sources;
    QList<TypeCorrection> types;

    /// Usage where something is not understood or names no table that is imported.
    static Result<ImportCommand> parse(const Words &words);
    /// Puts the types in. Usage where a table or a column is not there.
    Result<void> correct(QList<ImportGuess> &guesses) const;
};

} // namespace sonde
