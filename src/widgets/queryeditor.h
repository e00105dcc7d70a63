#pragma once

#include "core/error.h"
#include "core/query.h"
#include "widgets/editorcommands.h"
#include "widgets/queryparts.h"
#include "widgets/typinghelp.h"

#include <QList>
#include <Qsci/qsciscintilla.h>
#include <optional>

namespace sonde {

class EditorBlocks;
class EditorFolds;
class EditorSearch;
class Icons;
class QueryLexer;
class Theme;

/// Where a query is typed: line numbers, colours, matching brackets, and a mark where the service found an
/// error.
class QueryEditor final : public QsciScintilla
{
    Q_OBJECT

public:
    /// \a theme and \a icons outlive the editor.
    QueryEditor(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// The whole query, also where only its beginning is shown.
    QString queryText() const;
    /// Replaces everything and forgets what could be undone. A text that the editor cannot hold (with NUL
    /// characters, or very long lines) is shown in part and can be run, but not changed; readOnlyReason()
    /// says why.
    void setQueryText(const QString &text);
    /// Replaces everything as one step that can be undone.
    void replaceQueryText(const QString &text);
    /// As replaceQueryText(), of a text in that language, which becomes the editor's in the same step: undo
    /// brings the text and its language back. Each way languageStepped() says so.
    void replaceQuery(const QString &text, QueryLanguage language);
    /// Puts \a text in the place of \a length UTF-16 units at \a start, as one step that can be undone, with
    /// the caret behind it.
    void replacePart(qsizetype start, qsizetype length, const QString &text);
    /// Selects what was looked for, in view. Not a selection that a run takes for what to run.
    void selectFound(qsizetype start, qsizetype length);
    /// Where somebody is in queryText(): at its beginning where only that is shown.
    TextPlace place() const;
    /// A sentence; empty where the text can be edited.
    const QString &readOnlyReason() const { return m_readOnlyReason; }

    void setQueryLanguage(QueryLanguage language);
    /// What colours the text.
    QueryLexer &colouring() { return *m_lexer; }
    /// The queries that the text has.
    EditorBlocks &blocks() { return *m_blocks; }
    EditorFolds &folds() { return *m_folds; }
    EditorSearch &search() { return *m_searchIn; }
    EditorCommands &commands() { return m_commands; }
    TypingHelp &typing() { return m_typing; }
    /// What the context menu offers behind the usual entries; a null one is a separator.
    void setMenuActions(const QList<QAction *> &actions) { m_menuActions = actions; }

    /// Underlines the word at \a position, marks its line and writes \a message below it. A position behind
    /// the text marks its last line.
    void showError(const TextPosition &position, const QString &message);
    /// Goes by itself when the text is edited.
    void clearError();
    /// Where the mark is, if one is shown.
    const std::optional<TextPosition> &errorPosition() const { return m_errorPosition; }

    /// Line from 1; puts the caret there and the line in view.
    void goToLine(int line);
    /// Opens a small dialog that asks for the line.
    void askForLine();

signals:
    /// A step, done or undone, made the text one of that language. Sent when the step is over.
    void languageStepped(sonde::QueryLanguage language);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Tab indents; where nothing can be changed it leads on.
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;

private:
    bool canHold(const QString &text) const;
    void followLanguage(int modification, int token);
    std::pair<long, long> selectedBytes() const;
    void setUpMargins();
    void setUpCarets();
    void releaseShortcuts();
    void updateColors();
    void updateLineNumberWidth();

    const Theme &m_theme;
    const Icons &m_icons;
    QueryLexer *m_lexer;
    EditorBlocks *m_blocks = nullptr;
    EditorFolds *m_folds = nullptr;
    EditorSearch *m_searchIn = nullptr;
    EditorCommands m_commands;
    TypingHelp m_typing;
    QList<QAction *> m_menuActions;
    std::optional<std::pair<long, long>> m_found; ///< bytes, while it is selected
    std::optional<TextPosition> m_errorPosition;
    std::optional<QString> m_wholeText; ///< where the editor shows only part of it
    QString m_readOnlyReason;
};

} // namespace sonde
