#pragma once

#include "core/query.h"

#include <Qsci/qscilexercustom.h>

namespace sonde {

class Theme;

/// Colours a query in the editor, in the theme's colours.
class QueryLexer final : public QsciLexerCustom
{
    Q_OBJECT

public:
    /// \a theme outlives the lexer.
    QueryLexer(const Theme &theme, QObject *parent);

    void setLanguage(QueryLanguage queryLanguage);
    /// Takes colours and font from the theme anew.
    void updateColors();

    const char *language() const override;
    QString description(int style) const override;
    void styleText(int start, int end) override;

private:
    const Theme &m_theme;
    QueryLanguage m_queryLanguage = QueryLanguage::Kql;
};

} // namespace sonde
