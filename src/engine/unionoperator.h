#pragma once

#include "engine/querytranslator.h"

namespace sonde {

/// One table of several that an operator reads, and what it is called in the answer. Internal to the engine.
struct Leg
{
    Relation rows;
    QString source;
};

/// The tables and views whose names fit a pattern such as `Sec*`.
Result<std::vector<Leg>> legsNamed(const KqlNode &node, const QString &pattern, QueryTranslator &query);

/// The tables of a list: names, patterns and expressions. \a prefix names those that have no name of their
/// own, with their number. \a fuzzy leaves out what does not exist.
Result<void> addLegs(const KqlNode &list, QStringView prefix, bool fuzzy, QueryTranslator &query,
                     std::vector<Leg> &legs);

/// What a table is called: by its own name or the one that `as` gave it, or \a other.
QString sourceName(const KqlNode &expression, const Relation &relation, const QString &other);

struct UnionShape
{
    QString sourceColumn; ///< empty: none
    bool common = false;  ///< only the columns that all of them have
    bool exact = true;    ///< the binder knows the columns as well
};

/// All rows of all legs.
Result<Relation> unionOf(const KqlNode &node, const std::vector<Leg> &legs, const UnionShape &shape,
                         QueryTranslator &query);

/// The rows of all of them, one after the other.
QString unionAll(QStringList selects);

} // namespace sonde
