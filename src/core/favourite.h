#pragma once

#include "core/parametervalue.h"
#include "core/query.h"

#include <QStringList>

namespace sonde {

/// A query that is kept, with what is known about it.
struct Favourite
{
    QString name;        ///< one line; empty in a file that says none
    QString description; ///< may have several lines
    QStringList tags;
    QueryLanguage language = QueryLanguage::Kql;
    std::optional<TimeRange> range; ///< where the user wants it kept
    /// The connection it runs on, where the user wants that kept: its id, or its name where a person wrote
    /// the file.
    QString connection;
    QString exportProfile;      ///< by name, where the user wants one kept; it may be gone
    ParameterValues parameters; ///< what was typed for them
    QString text;               ///< the query alone; lines end with \n

    bool operator==(const Favourite &) const = default;
};

/// What comes of two changes of \a base: each field as the side has it that changed it. Nothing where both
/// changed the same field, and differently.
std::optional<Favourite> merged(const Favourite &base, const Favourite &mine, const Favourite &theirs);

/// Reads a list of tags as people type it: separated by commas; empty ones and repetitions are left out.
QStringList tagsFromText(const QString &text);

} // namespace sonde
