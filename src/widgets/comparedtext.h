#pragma once

#include "core/linediff.h"
#include "core/query.h"

#include <QStringList>
#include <Qsci/qsciscintilla.h>

namespace sonde {

class QueryLexer;
class Theme;

/// One side of two queries that stand beside each other: its lines in the editor's colours, their numbers and
/// a sign of how they differ in the margin, and empty room where only the other side has a line. To read and
/// to copy from, what is copied is the query's alone.
class ComparedText final : public QsciScintilla
{
    Q_OBJECT

public:
    enum class Side { Left, Right };

    /// \a theme outlives the text.
    ComparedText(const Theme &theme, Side side, QueryLanguage language, QWidget *parent = nullptr);

    /// \a own and \a other are the lines of this side and the one beside it.
    void setLines(const QList<LinePair> &pairs, const QStringList &own, const QStringList &other);
    /// Brings a row of the pairs into sight, with the caret in it.
    void showRow(int row);

protected:
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void updateColors();
    void markRow(int row, const LinePair &pair, const QStringList &own, const QStringList &other);
    int lineOf(const LinePair &pair) const { return m_side == Side::Left ? pair.left : pair.right; }
    int otherLineOf(const LinePair &pair) const { return m_side == Side::Left ? pair.right : pair.left; }

    const Theme &m_theme;
    Side m_side;
    QueryLexer *m_lexer;
    int m_longest = 0; ///< characters of the longest line of both sides
};

} // namespace sonde
