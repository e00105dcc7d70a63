#pragma once

#include "core/query.h"

#include "widgets/querytokens.h"
#include "widgets/theme.h"

#include <QByteArray>
#include <QHash>
#include <Qsci/qscilexercustom.h>

namespace sonde {

/// Colours a query in the editor, in the theme's colours.
class QueryLexer final : public QsciLexerCustom
{
    Q_OBJECT

public:
    /// \a theme outlives the lexer.
    QueryLexer(const Theme &theme, QObject *parent);

    static ColorRole colorOf(TokenKind kind);
    void setLanguage(QueryLanguage queryLanguage);
    QueryLanguage queryLanguage() const { return m_queryLanguage; }
    /// Of names that the text alone leaves open, what the language service says they are. Added to those of
    /// before; all of the editor is coloured anew if any is news.
    void addNames(const QHash<QByteArray, TokenKind> &names);
    /// Takes colours and font from the theme anew.
    void updateColors();

    const char *language() const override;
    QString description(int style) const override;
    void styleText(int start, int end) override;

private:
    void colourNames(const QByteArray &text, QByteArray &kinds) const;

    const Theme &m_theme;
    QueryLanguage m_queryLanguage = QueryLanguage::Kql;
    QHash<QByteArray, TokenKind> m_names; ///< in UTF-8
};

} // namespace sonde
