#pragma once

#include "kql/classictranslator.h"

#include <QString>
#include <optional>
#include <vector>

namespace sonde {

/// Puts marks around what a classic search was looking for, as the request's `highlight` asks for (wire
/// document on classic search, sections 2 and 4.4). The documents show one marked field of one record; that
/// the whole text of a field is given, and what counts as a match, is our choice: free words, and the values
/// that a field of text is compared with or must contain, but for Type. Cannot fail; changes nothing once it
/// is made, so that any thread may use it.
class ClassicHighlighter
{
public:
    /// \a pre and \a post are put around each match; with neither nothing is marked.
    ClassicHighlighter(const ClassicTranslation &search, QString pre, QString post);

    /// The text with its marks; nothing where nothing in it matches.
    std::optional<QString> marked(const QString &field, const QString &text) const;

private:
    struct Match
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };
    static void find(const ClassicTranslation::SoughtText &sought, const QString &text,
                     std::vector<Match> &matches);

    QList<ClassicTranslation::SoughtText> m_sought;
    QString m_pre;
    QString m_post;
};

} // namespace sonde
