#pragma once

#include "core/queryblocks.h"

#include <QObject>
#include <QTimer>

namespace sonde {

class QueryEditor;
class Theme;

/// The queries in the text of an editor: knows them, and shades the one at the caret where there are several.
class EditorBlocks final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a editor. \a theme outlives it.
    EditorBlocks(QueryEditor &editor, const Theme &theme);

    void setLanguage(QueryLanguage language);
    QueryLanguage language() const { return m_language; }
    /// Of the text as it stands.
    const QList<QueryBlock> &blocks();
    /// The one that a run would take: by blockToRun(). All of the text, as one, where there are not several.
    QueryBlock current();

signals:
    /// blocks() are others, or may be: their places moved. In a long text a moment after the change.
    void blocksChanged();

private:
    void updateColors();
    void noteText();
    void shade();
    void clearShade();

    QueryEditor &m_editor;
    const Theme &m_theme;
    QueryLanguage m_language = QueryLanguage::Kql;
    QList<QueryBlock> m_blocks;
    bool m_isKnown = false;
    bool m_isTold = false;  ///< by blocksChanged()
    QTimer m_timer{this};   ///< to the shading, behind a change of a long text
    int m_firstShaded = -1; ///< lines from 0; -1: none
    int m_lastShaded = -1;
    int m_lineCount = 0; ///< when that was
};

} // namespace sonde
