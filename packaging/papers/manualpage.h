#pragma once

#include "core/commanddescription.h"

#include <QDate>

namespace sonde {

/// A program with its commands: the first is what it does with no command's name.
struct ProgramDescription
{
    QList<CommandDescription> commands;
    QList<CommandDescription::Example> files;       ///< what lies where; each line is a path
    QList<CommandDescription::Example> environment; ///< each line is a variable
    QStringList seeAlso;                            ///< "sonde(1)"
};

/// The page in roff, with the macros of man.
QString manualPage(const ProgramDescription &program, const QString &version, const QDate &date);

} // namespace sonde
