#pragma once

#include "widgets/editorexamination.h"
#include "widgets/theme.h"

#include <QObject>

namespace sonde {

class QueryEditor;
class ScrollBarMarks;

/// The colour of what is that grave.
ColorRole roleOf(KqlDiagnostic::Severity severity);
/// Its icon, of another shape for each.
QLatin1StringView iconOf(KqlDiagnostic::Severity severity);

/// Underlines in an editor what the language service found wrong, and marks it beside the scroll bar.
class ProblemMarks final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a editor. What is referred to outlives it.
    ProblemMarks(QueryEditor &editor, const EditorExamination &examination, const Theme &theme);

    /// Those at a place of the text, UTF-16 units; the gravest first.
    QList<EditorProblem> at(qsizetype units) const;
    /// Moves the caret to the next one behind it, or before it; goes round at the ends. False where there is
    /// none.
    bool goToNext(bool forward);
    void goTo(const EditorProblem &problem);

private:
    void updateColors();
    void show();
    void showOverview();

    QueryEditor &m_editor;
    const EditorExamination &m_examination;
    const Theme &m_theme;
    ScrollBarMarks *m_overview;
};

} // namespace sonde
