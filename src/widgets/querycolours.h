#pragma once

#include "widgets/querytokens.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sonde {

class Theme;

/// For the UTF-16 units from \a start on of a query's text, \a length of them: what each is, as the editor
/// colours it while no language service helps. Reads all that stands in front of them, and the rest of their
/// last line.
QList<TokenKind> queryKinds(const QString &text, qsizetype start, qsizetype length, QueryLanguage language);

/// Which of those units belong to one of \a words, in upper or lower case.
QList<bool> foundUnits(const QString &text, qsizetype start, qsizetype length, const QStringList &words);

struct FoundWord
{
    qsizetype at = -1; ///< -1: there is none
    qsizetype length = 0;
};

/// Where the first of \a words stands.
FoundWord firstFound(const QString &text, const QStringList &words);

/// The first \a length units of a query as rich text with its line ends, in the editor's colours and with \a
/// words marked.
QString queryHtml(const QString &text, qsizetype length, QueryLanguage language, const QStringList &words,
                  const Theme &theme);

} // namespace sonde
