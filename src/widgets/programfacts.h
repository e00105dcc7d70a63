#pragma once

#include "widgets/component.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sonde {

/// What only the program itself knows and its windows tell.
struct ProgramFacts
{
    QList<Component> components; ///< what it is made of, without Sonde itself
    QStringList languages;       ///< codes of the translations there are, such as "nl"
    QString requestLogFile;      ///< where requests are written if the user wants them written
    QString build = {};          ///< which build of which commit this is
};

} // namespace sonde
