#pragma once

#include "kql/kqlanswers.h"
#include "kql/kqlquestion.h"
#include "kql/localcompletion.h"

#include <QObject>

class QKeyEvent;

namespace sonde {

class CompletionPopup;
class EditorLanguage;
class Icons;
class SnippetSession;
class SnippetStore;
class Theme;

/// Completes what is typed in an editor: a list from the names that are known comes at once, the language
/// service's takes its place when it is there. Asked once for each word, and filtered while the word grows.
class EditorCompletion final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a language's editor. What is referred to outlives it.
    /// Without \a snippets there are none.
    EditorCompletion(EditorLanguage &language, const Theme &theme, const Icons &icons,
                     SnippetStore *snippets = nullptr);
    ~EditorCompletion() override;

    /// Opens the list at the caret, also where typing would not.
    void open();
    bool isOpen() const;
    CompletionPopup &popup() { return *m_popup; }
    SnippetSession &snippets() { return *m_session; }

signals:
    /// A name was taken that has parameters: the caret is between its parentheses.
    void callBegun();
    /// Snippets could not be read: a sentence, once.
    void noted(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onCharacter(int character);
    void start(bool isAsked);
    void startClassic(qsizetype caret, bool isAsked);
    bool canComplete() const;
    bool isBehindTypeSign() const;
    void follow();
    void close();
    void askService();
    void takeAnswer(const KqlCompletion &completion, qsizetype blockStart);
    bool takeKey(const QKeyEvent &key);
    bool meansLineEnd() const;
    bool isBehind(const QString &text) const;
    bool isInName() const;
    void accept(bool isOpening);
    void insert(const KqlCompletionItem &snippet, qsizetype start, qsizetype end);
    QList<KqlCompletionItem> snippetsAt(KqlSpot spot);
    void showPopup();
    QString typed() const;

    EditorLanguage &m_language;
    CompletionPopup *m_popup;
    SnippetStore *m_snippets; ///< may be null
    SnippetSession *m_session;
    QList<KqlCompletionItem> m_offered; ///< the snippets of the place that is completed
    LocalCompletion m_local;
    const KqlQuestion::Slot m_slot;
    qsizetype m_start = -1;    ///< of the word that is completed, UTF-16 units; -1: none
    bool m_isAsked = false;    ///< the list stays open at an empty word
    bool m_isByKey = false;    ///< somebody asked for it
    qsizetype m_spaceEnd = -1; ///< behind a space that was taken with a name; -1: none
    bool m_isWriting = false;  ///< what was taken: the change is ours
};

} // namespace sonde
