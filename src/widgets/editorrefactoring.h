#pragma once

#include "core/result.h"
#include "kql/kqlanswers.h"
#include "kql/kqlquestion.h"

#include <QFuture>
#include <QObject>

namespace sonde {

class EditorLanguage;

/// What the language service does to the text of an editor, each as one step that can be undone: formats it,
/// renames a name, makes a variable of an expression; and goes to where a name is made. An answer that comes
/// after another change of the text changes nothing.
class EditorRefactoring final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a language's editor.
    explicit EditorRefactoring(EditorLanguage &language);
    ~EditorRefactoring() override;

    /// All of the text, or of the selection the lines it is in.
    void format();
    /// Gives up what is being formatted; whether anything was.
    bool stop();
    /// Asks for a new name for the one at the caret, which the query itself makes, and changes it everywhere.
    void rename();
    void goToDefinition();
    /// Makes a variable of the selected expression, with its name selected for typing another.
    void extract();
    /// Opens Microsoft's page about the word at the caret.
    void showDocumentation();

signals:
    /// There is nothing to do, or it cannot be done: a sentence.
    void noted(const QString &text);
    /// The service has refused.
    void refused(const sonde::Error &error);

private:
    bool isReady();
    /// Hands \a answer on where the text is still the one that was asked about.
    template <typename Answer, typename Take>
    void ask(const QFuture<Result<Answer>> &answer, Take take);
    void goTo(qsizetype units);
    void takeFormatted(qsizetype start, qsizetype length, const QString &formatted);
    void askForName(const KqlReferences &references, qsizetype blockStart);
    void replaceAll(const KqlReferences &references, qsizetype blockStart, const QString &name);
    void applyExtract(const KqlEdit &edit, qsizetype blockStart);
    void selectPlaces(const QList<qsizetype> &starts, qsizetype length);

    EditorLanguage &m_language;
    const KqlQuestion::Slot m_slot;
    int m_question = 0; ///< the last one that somebody waits for
    bool m_isFormatting = false;
};

/// Where \a caret of \a before is in \a after, a text that differs in its white space alone: behind as many
/// characters that are none.
qsizetype caretAfterFormatting(QStringView before, qsizetype caret, QStringView after);

} // namespace sonde
