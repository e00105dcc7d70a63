#pragma once

#include "core/error.h"
#include "core/query.h"

#include <QObject>

namespace sonde {

class EditorCompletion;
class EditorExamination;
class EditorHints;
class EditorLanguage;
class EditorRefactoring;
class ProblemMarks;
class QueryEditor;
class SchemaKeeper;
struct WindowServices;

/// Everything that helps with writing KQL in one editor.
class KqlAssistant final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a editor.
    KqlAssistant(QueryEditor &editor, const WindowServices &services);
    ~KqlAssistant() override;

    void setLanguage(QueryLanguage language);
    /// Whose tables the query names.
    void setConnectionId(const QString &id);

    EditorLanguage &language() { return *m_language; }
    EditorCompletion &completion() { return *m_completion; }
    EditorExamination &examination() { return *m_examination; }
    ProblemMarks &problems() { return *m_problems; }
    EditorHints &hints() { return *m_hints; }
    EditorRefactoring &refactoring() { return *m_refactoring; }

signals:
    /// Something for a moment: a sentence.
    void noted(const QString &text);
    void refused(const sonde::Error &error);

private:
    SchemaKeeper &m_schemas;
    EditorLanguage *m_language;
    EditorCompletion *m_completion;
    EditorExamination *m_examination;
    ProblemMarks *m_problems;
    EditorHints *m_hints;
    EditorRefactoring *m_refactoring;
    QString m_connectionId;
};

} // namespace sonde
