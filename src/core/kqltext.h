#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace sonde {

/// Whether a name of KQL may go on with it where it stands without brackets.
inline bool isKqlNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}
/// A name as KQL text, in brackets where it could be mistaken for something else.
QString kqlName(const QString &name);
/// A string literal of KQL.
QString kqlString(const QString &text);
/// The same, behind \a out, both in UTF-8.
void appendKqlString(std::string &out, std::string_view text);

} // namespace sonde
