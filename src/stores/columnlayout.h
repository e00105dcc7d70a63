#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sonde {

/// How one column of a table is shown.
struct ColumnLook
{
    QString name;  ///< the service's
    QString title; ///< shown in its place; empty: the name
    int width = 0; ///< pixels; 0: as wide as its content
    bool isHidden = false;
    QString format = {};         ///< the name of how its cells are written; empty: as they came
    bool isAlphabetical = false; ///< sorted in the order of the language
    bool operator==(const ColumnLook &) const = default;
};

/// How the columns of a table are shown, in the order shown.
struct ColumnLayout
{
    QList<ColumnLook> columns;
    int frozen = 0; ///< so many of the columns shown stay in sight at the left
    bool hidesEmpty = false;
    bool hidesSame = false; ///< those with the same value in every row
    bool operator==(const ColumnLayout &) const = default;

    QStringList names() const
    {
        QStringList all;
        for (const ColumnLook &look : columns)
            all.append(look.name);
        return all;
    }
};

} // namespace sonde
