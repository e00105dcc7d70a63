#include "widgets/typinghelp.h"

#include "widgets/editorblocks.h"
#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/querytokens.h"

#include <QKeyEvent>
#include <algorithm>
#include <cctype>

namespace sonde {

using Sci = QsciScintillaBase;

namespace {

constexpr int indentWidth = 4;

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

char closingOf(char open)
{
    switch (open) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case '"':
    case '\'':
        return open;
    default:
        return '\0';
    }
}

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

bool isClosingBracket(char c)
{
    return c == ')' || c == ']' || c == '}';
}

} // namespace

TypingHelp::TypingHelp(QueryEditor &editor)
    : m_editor(editor)
    , m_lines(editor)
{
    send(Sci::SCI_INDICSETSTYLE, indicators::closingSign, Sci::INDIC_HIDDEN);
}

long TypingHelp::send(unsigned int message, long first, long second) const
{
    return m_editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

bool TypingHelp::take(const QKeyEvent &event)
{
    if (m_editor.isReadOnly() || !m_lines.hasOneCaret())
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier) {
        if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
            return takeReturn();
        if (event.key() == Qt::Key_Backspace)
            return takeBackspace();
    }
    // With AltGr some keyboards say Ctrl and Alt; either alone is a shortcut.
    const Qt::KeyboardModifiers shortcut =
        modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const QString text = event.text();
    if (text.size() != 1 || text.at(0).unicode() >= 0x80 ||
        (shortcut != Qt::NoModifier && shortcut != (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    const char sign = text.at(0).toLatin1();
    // In the classic language an apostrophe is one.
    if (sign == '\'' && m_editor.blocks().language() == QueryLanguage::Classic)
        return false;
    if ((isQuote(sign) || isClosingBracket(sign)) && takeClosing(sign))
        return true;
    if ((isClosingBracket(sign) || sign == '|') && takeFirstSign(sign))
        return true;
    const char close = closingOf(sign);
    return close != '\0' && takeOpening(sign, close);
}

bool TypingHelp::takeReturn()
{
    const long start = send(Sci::SCI_GETSELECTIONSTART);
    const long end = send(Sci::SCI_GETSELECTIONEND);
    const int line = m_lines.lineAt(start);
    const QByteArray before = m_lines.text(m_lines.start(line), start);
    const QByteArray trimmed = before.trimmed();
    // White space within a string is the string's.
    if (!trimmed.startsWith("//") && isInStringOrComment(start)) {
        const OneUndoStep step(m_editor);
        const QByteArray plain = m_lines.lineBreak(std::max(line - 1, 0));
        m_lines.replace(start, end, plain);
        send(Sci::SCI_GOTOPOS, start + plain.size());
        return true;
    }
    // Not deeper than the caret stands: above the text of an indented line there is nothing to repeat.
    QByteArray indent = m_lines.indent(line).left(before.size());
    const QByteArray lineBreak = m_lines.lineBreak(std::max(line - 1, 0));
    const char last = trimmed.isEmpty() ? '\0' : trimmed.back();
    const bool opens =
        (last == '(' || last == '[' || last == '{' || last == '|') && !isInStringOrComment(start);
    QByteArray text = lineBreak + indent;
    if (opens)
        text += QByteArray(indentWidth, ' ');
    const long caret = start + text.size();
    // A closing bracket right behind goes to a line of its own.
    if (opens && last != '|' && at(end) == closingOf(last))
        text += lineBreak + indent;
    const OneUndoStep step(m_editor);
    // White space before what comes after the caret would add to the indent.
    long behind = end;
    while (at(behind) == ' ' || at(behind) == '\t')
        ++behind;
    m_lines.replace(start, behind, text);
    send(Sci::SCI_GOTOPOS, caret);
    return true;
}

bool TypingHelp::takeBackspace()
{
    const long caret = m_lines.caret();
    if (m_lines.anchor() != caret || caret == 0 || !isAutomatic(caret) ||
        closingOf(at(caret - 1)) != at(caret))
        return false;
    m_lines.replace(caret - 1, caret + 1, {});
    return true;
}

bool TypingHelp::takeClosing(char sign)
{
    const long caret = m_lines.caret();
    if (m_lines.anchor() != caret || at(caret) != sign || !isAutomatic(caret))
        return false;
    mark(caret, false);
    send(Sci::SCI_GOTOPOS, caret + 1);
    return true;
}

bool TypingHelp::takeFirstSign(char sign)
{
    const long caret = m_lines.caret();
    const int line = m_lines.lineAt(caret);
    const QByteArray before = m_lines.text(m_lines.start(line), caret);
    if (m_lines.anchor() != caret || before.isEmpty() || !before.trimmed().isEmpty() ||
        isInStringOrComment(caret))
        return false;
    const QByteArray indent = sign == '|' ? m_lines.pipeIndent(line) : indentOfOpening(line);
    if (indent.size() >= before.size())
        return false;
    const QByteArray text = indent + sign;
    m_lines.replace(m_lines.start(line), caret, text);
    send(Sci::SCI_GOTOPOS, m_lines.start(line) + text.size());
    return true;
}

bool TypingHelp::takeOpening(char open, char close)
{
    if (m_lines.anchor() != m_lines.caret()) {
        wrap(open, close);
        return true;
    }
    if (!canPair(open))
        return false;
    insertPair(open, close);
    return true;
}

bool TypingHelp::canPair(char open) const
{
    const long caret = m_lines.caret();
    const char next = at(caret);
    const char previous = caret > 0 ? at(caret - 1) : '\0';
    // Before a word a bracket is one that somebody puts around it, and closes himself.
    if (isWordCharacter(next) || isQuote(next) || closingOf(next) != '\0')
        return false;
    // Behind a word a quote ends a string, but for h"..." and the like.
    if (isQuote(open) && isWordCharacter(previous)) {
        const char before = caret > 1 ? at(caret - 2) : '\0';
        if ((previous != 'h' && previous != 'H') || isWordCharacter(before))
            return false;
    }
    return !isInStringOrComment(caret);
}

void TypingHelp::insertPair(char open, char close)
{
    const long caret = m_lines.caret();
    const OneUndoStep step(m_editor);
    m_lines.replace(caret, caret, QByteArray(1, open) + close);
    mark(caret + 1, true);
    send(Sci::SCI_GOTOPOS, caret + 1);
}

void TypingHelp::wrap(char open, char close)
{
    const long start = send(Sci::SCI_GETSELECTIONSTART);
    const long end = send(Sci::SCI_GETSELECTIONEND);
    const bool isForward = m_lines.caret() == end;
    const OneUndoStep step(m_editor);
    m_lines.replace(end, end, QByteArray(1, close));
    m_lines.replace(start, start, QByteArray(1, open));
    if (isForward)
        m_lines.select(start + 1, end + 1);
    else
        m_lines.select(end + 1, start + 1);
}

QByteArray TypingHelp::indentOfOpening(int line) const
{
    int depth = 1;
    for (int above = line - 1; above >= 0 && !m_lines.isBlank(above); --above) {
        const QByteArray text = m_lines.text(above);
        for (auto sign = text.crbegin(); sign != text.crend(); ++sign) {
            depth += isClosingBracket(*sign) ? 1 : 0;
            depth -= !isQuote(*sign) && closingOf(*sign) != '\0' ? 1 : 0;
            if (depth == 0)
                return m_lines.indent(above);
        }
    }
    return m_lines.indent(line);
}

char TypingHelp::at(long position) const
{
    return static_cast<char>(send(Sci::SCI_GETCHARAT, position)); // 0 behind the text
}

bool TypingHelp::isAutomatic(long position) const
{
    return send(Sci::SCI_INDICATORVALUEAT, indicators::closingSign, position) != 0;
}

void TypingHelp::mark(long position, bool isAutomatic)
{
    const long before = send(Sci::SCI_GETINDICATORCURRENT);
    send(Sci::SCI_SETINDICATORCURRENT, indicators::closingSign);
    send(isAutomatic ? Sci::SCI_INDICATORFILLRANGE : Sci::SCI_INDICATORCLEARRANGE, position, 1);
    send(Sci::SCI_SETINDICATORCURRENT, before);
}

bool TypingHelp::isInStringOrComment(long position) const
{
    // From the beginning of the query: what a quote means depends on all before it.
    const QList<QueryBlock> &blocks = m_editor.blocks().blocks();
    const qsizetype block = blockAt(blocks, unitsAt(m_editor, position));
    if (block < 0)
        return false;
    const long from = std::min(bytesAt(m_editor, blocks.at(block).start), position);
    const long to = m_lines.end(m_lines.lineAt(position));
    const QByteArray text = m_lines.text(from, to);
    const auto place = static_cast<std::size_t>(position - from);
    const auto tokens = tokenize(std::string_view(text.constData(), static_cast<std::size_t>(text.size())),
                                 m_editor.blocks().language());
    return std::any_of(tokens.begin(), tokens.end(), [place, &text](const QueryToken &token) {
        const std::size_t end = token.start + token.length;
        if (token.start >= place || end < place)
            return false;
        if (token.kind == TokenKind::Comment)
            return true;
        if (token.kind != TokenKind::String)
            return false;
        // At its end only where it is not closed.
        const char last = text.at(static_cast<qsizetype>(end) - 1);
        const bool isClosed = token.length > 1 && (isQuote(last) || last == '`' || last == '~');
        return place < end || !isClosed;
    });
}

} // namespace sonde
