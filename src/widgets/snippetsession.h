#pragma once

#include "core/snippet.h"
#include "widgets/editorlines.h"

#include <QObject>

class QKeyEvent;

namespace sonde {

class QueryEditor;
class Theme;

/// Writes a snippet into an editor and goes through its stops: Tab to the next one, Shift+Tab back, Escape or
/// leaving the stop ends it. Several places of one stop are typed at once.
class SnippetSession final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a editor; \a theme outlives it.
    SnippetSession(QueryEditor &editor, const Theme &theme);

    /// Replaces that stretch of the text, in UTF-16 units, as one step that can be undone, and goes to the
    /// first stop. Lines behind the first one are indented as the one that it stands in.
    void insert(qsizetype start, qsizetype length, const SnippetText &snippet);
    /// Whether there are stops to go through.
    bool isActive() const { return m_step >= 0; }
    /// Whether the key was seen to.
    bool takeKey(const QKeyEvent &key);
    void end();

    /// How stops look, in whichever editor they are shown.
    static void styleStops(QueryEditor &editor, const Theme &theme);

private:
    struct Stop
    {
        int number = 0;
        long start = 0; ///< Scintilla's bytes
        long end = 0;
    };

    void goTo(qsizetype step);
    /// Ends where the caret is in no place of the current stop.
    void check();
    void onModified(int position, int type, const char *text, int length);
    void onInserted(long position, long length);
    void onDeleted(long position, long length);
    bool isCurrent(const Stop &stop) const;
    void showStops();
    long send(unsigned int message, long first = 0, long second = 0) const;

    QueryEditor &m_editor;
    const Theme &m_theme;
    EditorLines m_lines;
    QList<Stop> m_stops;   ///< in the order of the text
    QList<int> m_order;    ///< numbers of stops as the caret goes through them; 0 is the last one
    qsizetype m_step = -1; ///< in m_order; -1: none
    long m_start = 0;      ///< of all that was inserted
    long m_end = 0;
    bool m_isMoving = false; ///< the caret is moved by this
};

} // namespace sonde
