#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace sonde {

/// A part of the program that others wrote, for the list that says so.
struct Component
{
    QString name;
    QString version; ///< that runs, or that was built in; empty where there is none
    QString licence; ///< its short name, as of SPDX
    QUrl homepage;
    QStringList notices; ///< names of files in :/licences, without their suffix, in the order of reading
};

} // namespace sonde
