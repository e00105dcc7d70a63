#pragma once

#include <QString>
#include <QStringView>

namespace sonde {

/// How well a name is found by what was typed, best first.
enum class NameMatch {
    Exact,  ///< but for case
    Prefix, ///< the name begins with it
    Inside, ///< it stands somewhere in the name
    Parts,  ///< its letters, in order, from the beginnings of the name's words: `TiGe` in `TimeGenerated`
    None
};

/// Finds \a typed in \a name. Case does not count, except that a capital letter in \a typed that is not found
/// as part of the name stands for the beginning of a word. A word begins at a capital letter, at a digit
/// after letters, and after anything that is neither.
NameMatch matchName(QStringView name, QStringView typed);

} // namespace sonde
