#include "models/namematch.h"

namespace sonde {

namespace {

bool beginsWord(QStringView name, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar here = name[at];
    const QChar before = name[at - 1];
    if (!before.isLetterOrNumber())
        return here.isLetterOrNumber();
    if (here.isUpper())
        // The last of several capitals begins a word where a small letter follows: IPAddress.
        return !before.isUpper() || (at + 1 < name.size() && name[at + 1].isLower());
    return here.isDigit() && !before.isDigit();
}

/// Whether \a typed can be spelled from \a name at \a at on: each letter either follows the one before it or
/// begins a word. Names have some dozen letters, so that trying all ways costs little; \a tries bounds it.
bool spells(QStringView name, qsizetype at, QStringView typed, bool mayContinue, int &tries)
{
    if (typed.isEmpty())
        return true;
    if (--tries < 0)
        return false;
    const QChar wanted = typed.front().toCaseFolded();
    if (mayContinue && at < name.size() && name[at].toCaseFolded() == wanted &&
        (!typed.front().isUpper() || beginsWord(name, at)) &&
        spells(name, at + 1, typed.sliced(1), true, tries))
        return true;
    for (qsizetype next = at; next < name.size(); ++next) {
        if (name[next].toCaseFolded() == wanted && beginsWord(name, next) &&
            spells(name, next + 1, typed.sliced(1), true, tries))
            return true;
    }
    return false;
}

} // namespace

NameMatch matchName(QStringView name, QStringView typed)
{
    if (typed.isEmpty())
        return NameMatch::Prefix;
    if (typed.size() > name.size())
        return NameMatch::None;
    const qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at == 0)
        return typed.size() == name.size() ? NameMatch::Exact : NameMatch::Prefix;
    if (at > 0)
        return NameMatch::Inside;
    int tries = 1000;
    return spells(name, 0, typed, false, tries) ? NameMatch::Parts : NameMatch::None;
}

} // namespace sonde
