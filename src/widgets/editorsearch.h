#pragma once

#include "core/patternsearch.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace sonde {

class QueryEditor;
class Theme;

/// Looks for a pattern in the text of an editor: marks what it finds, goes from one place to the next, and
/// replaces. A replacement is one step that can be undone.
class EditorSearch final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a editor. \a theme outlives it.
    EditorSearch(QueryEditor &editor, const Theme &theme);

    /// An empty text ends the search, and takes the marks away.
    void setPattern(const SearchPattern &pattern);
    /// Only what is selected now is searched from here on; or all of the text.
    void setInSelection(bool isOn);
    bool isInSelection() const { return m_isInSelection; }
    /// Of the last setPattern(), or of a search that gave up; empty: none.
    const QString &problem() const { return m_problem; }

    qsizetype count();
    /// Whether there are more than count().
    bool isCut() const { return m_matches.size() >= PatternSearch::mostMatches; }
    /// Which of them is selected, from 1; 0: none.
    qsizetype current();

    /// The place at the beginning of the selection or behind it; around the end.
    bool findFromHere();
    bool findNext();
    bool findPrevious();
    /// Replaces the place that is selected, if one is, and goes to the next one.
    void replace(const QString &by);
    /// Gives how many there were.
    qsizetype replaceAll(const QString &by);

signals:
    /// count() or current() may be others.
    void changed();

private:
    void look();
    void noteText();
    void show(const TextMatch &match);
    void updateMarks();
    void noteSelection();
    void updateColors();
    TextMatch scope() const;
    void put(const TextMatch &place, const QString &text);
    TextMatch selection() const;
    void fill(int indicator, qsizetype start, qsizetype length);
    void clear(int indicator);

    QueryEditor &m_editor;
    const Theme &m_theme;
    SearchPattern m_pattern;
    std::optional<PatternSearch> m_search;
    QString m_problem;
    QString m_text; ///< in which m_matches are
    QList<TextMatch> m_matches;
    bool m_isKnown = false;
    std::optional<TextMatch> m_unmarked; ///< which is selected, and is to look so
    bool m_isInSelection = false; ///< an indicator in the editor says where, so that it moves with the text
    QTimer m_timer{this};
};

} // namespace sonde
