#pragma once

#include "core/query.h"

#include <QObject>
#include <QTimer>

namespace sonde {

class QueryEditor;
class Theme;

/// Folding in the query's editor: by query, and by brackets over several lines. In the margin and by keys.
class EditorFolds final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a editor. \a theme outlives it.
    EditorFolds(QueryEditor &editor, const Theme &theme);

    void setLanguage(QueryLanguage language);
    /// Folds the innermost part that the caret is in, or unfolds it; the caret stays in view.
    void toggle();
    /// Unfolds all if anything is folded, else folds all.
    void toggleAll();

private:
    void noteText();
    void update();
    void updateColors();
    bool isAnyFolded() const;
    /// Out of lines that are hidden now, to the line that stands for them.
    void bringCaretOut();
    long send(unsigned int message, long first = 0, long second = 0) const;

    QueryEditor &m_editor;
    const Theme &m_theme;
    QueryLanguage m_language = QueryLanguage::Kql;
    QTimer m_timer{this};
};

} // namespace sonde
