#include "widgets/querylexer.h"

#include "widgets/querytokens.h"
#include "widgets/theme.h"

#include <Qsci/qsciscintilla.h>

namespace sonde {

namespace {

/// A longer text is not coloured, so that no key press reads megabytes.
constexpr int colouredBytes = 1 << 20;

/// More than a text has; who edits all day has seen others.
constexpr qsizetype mostNames = 5000;

struct Style
{
    TokenKind kind;
    ColorRole role;
};

constexpr Style styles[] = {
    {TokenKind::Text, ColorRole::EditorColumn},       {TokenKind::Keyword, ColorRole::EditorKeyword},
    {TokenKind::Function, ColorRole::EditorFunction}, {TokenKind::Table, ColorRole::EditorTable},
    {TokenKind::String, ColorRole::EditorString},     {TokenKind::Number, ColorRole::EditorNumber},
    {TokenKind::Comment, ColorRole::EditorComment},   {TokenKind::Value, ColorRole::EditorString},
};

} // namespace

QueryLexer::QueryLexer(const Theme &theme, QObject *parent)
    : QsciLexerCustom(parent)
    , m_theme(theme)
{
    updateColors();
}

ColorRole QueryLexer::colorOf(TokenKind kind)
{
    for (const Style &style : styles) {
        if (style.kind == kind)
            return style.role;
    }
    return ColorRole::EditorColumn;
}

void QueryLexer::setLanguage(QueryLanguage queryLanguage)
{
    if (queryLanguage == m_queryLanguage)
        return;
    m_queryLanguage = queryLanguage;
    if (editor() != nullptr)
        editor()->recolor();
}

void QueryLexer::addNames(const QHash<QByteArray, TokenKind> &names)
{
    if (m_names.size() > mostNames)
        m_names.clear();
    bool isNews = false;
    for (auto name = names.begin(); name != names.end(); ++name) {
        TokenKind &known = m_names[name.key()];
        isNews = isNews || known != name.value();
        known = name.value();
    }
    if (isNews && editor() != nullptr)
        editor()->recolor();
}

void QueryLexer::colourNames(const QByteArray &text, QByteArray &kinds) const
{
    const auto isPartOfName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    const auto isOpen = [&kinds](qsizetype i) {
        const auto kind = static_cast<TokenKind>(kinds.at(i));
        return kind == TokenKind::Text || kind == TokenKind::Table || kind == TokenKind::Function;
    };
    for (qsizetype i = 0; i < text.size();) {
        if (!isPartOfName(text.at(i)) || !isOpen(i)) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && isPartOfName(text.at(i)))
            ++i;
        const auto name = m_names.constFind(QByteArray::fromRawData(text.constData() + start, i - start));
        if (name != m_names.cend())
            std::fill_n(kinds.begin() + start, i - start, static_cast<char>(*name));
    }
}

void QueryLexer::updateColors()
{
    setDefaultColor(m_theme.color(ColorRole::EditorColumn));
    setDefaultPaper(m_theme.color(ColorRole::Base));
    setDefaultFont(m_theme.editorFont());
    setPaper(m_theme.color(ColorRole::Base), -1);
    setFont(m_theme.editorFont(), -1);
    for (const Style &style : styles)
        setColor(m_theme.color(style.role), static_cast<int>(style.kind));
}

const char *QueryLexer::language() const
{
    return m_queryLanguage == QueryLanguage::Kql ? "KQL" : "Classic";
}

QString QueryLexer::description(int style) const
{
    // QScintilla takes a style for used if it has a description, and looks at the text nowhere else.
    const bool isKnown = style >= 0 && style < static_cast<int>(std::size(styles));
    return isKnown ? QStringLiteral("style %1").arg(style) : QString();
}

void QueryLexer::styleText(int start, int)
{
    QsciScintilla *target = editor();
    if (target == nullptr)
        return;
    // What a word means depends on all that stands before it, so the text is always read from the beginning.
    const int length = target->length();
    QByteArray kinds(length, static_cast<char>(TokenKind::Text));
    if (length <= colouredBytes) {
        const QByteArray text = target->text().toUtf8();
        if (text.size() != length)
            return;
        const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
        for (const QueryToken &token : tokenize(view, m_queryLanguage)) {
            std::fill_n(kinds.begin() + static_cast<qsizetype>(token.start), token.length,
                        static_cast<char>(token.kind));
        }
        if (!m_names.isEmpty() && m_queryLanguage == QueryLanguage::Kql)
            colourNames(text, kinds);
    }
    startStyling(start);
    target->SendScintilla(QsciScintillaBase::SCI_SETSTYLINGEX, static_cast<unsigned long>(length - start),
                          kinds.constData() + start);
}

} // namespace sonde
