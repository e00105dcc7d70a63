#include "widgets/snippetsession.h"

#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <algorithm>

namespace sonde {

using Sci = QsciScintillaBase;

SnippetSession::SnippetSession(QueryEditor &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
    , m_lines(editor)
{
    styleStops(editor, theme);
    connect(&theme, &Theme::changed, this, [this] { styleStops(m_editor, m_theme); });
    connect(&editor, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char *text, int length) {
                onModified(position, type, text, length);
            });
    connect(&editor, &QsciScintillaBase::SCN_UPDATEUI, this, [this] {
        check();
        showStops();
    });
}

long SnippetSession::send(unsigned int message, long first, long second) const
{
    return m_editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

void SnippetSession::styleStops(QueryEditor &editor, const Theme &theme)
{
    const auto set = [&editor](unsigned int message, long value) {
        editor.SendScintilla(message, static_cast<unsigned long>(indicators::snippetStop), value);
    };
    set(Sci::SCI_INDICSETSTYLE, Sci::INDIC_STRAIGHTBOX);
    set(Sci::SCI_INDICSETUNDER, 1);
    editor.setIndicatorForegroundColor(theme.color(ColorRole::Accent), indicators::snippetStop);
    set(Sci::SCI_INDICSETALPHA, 30);
    set(Sci::SCI_INDICSETOUTLINEALPHA, 150);
}

void SnippetSession::insert(qsizetype start, qsizetype length, const SnippetText &snippet)
{
    end();
    const long first = bytesAt(m_editor, start);
    const int line = m_lines.lineAt(first);
    // No deeper than the place itself: within the white space of a line there is less to repeat.
    const QByteArray indent = m_lines.indent(line).left(first - m_lines.start(line));
    const SnippetText text = snippet.indented(QString::fromUtf8(indent));
    // As replacePart() writes them.
    const QByteArray lineBreak = m_lines.lineBreak(0);
    const auto bytesOf = [&text, &lineBreak](qsizetype units) {
        return text.text.left(units).toUtf8().replace("\n", lineBreak);
    };
    m_editor.replacePart(start, length, QString::fromUtf8(bytesOf(text.text.size())));
    m_start = first;
    m_end = first + bytesOf(text.text.size()).size();
    m_order = text.order();
    for (const SnippetText::Stop &stop : text.stops)
        m_stops.append({stop.number, first + bytesOf(stop.start).size(),
                        first + bytesOf(stop.start + stop.length).size()});
    if (std::none_of(m_stops.begin(), m_stops.end(), [](const Stop &stop) { return stop.number == 0; }))
        m_stops.append({0, m_end, m_end});
    goTo(0);
}

bool SnippetSession::isCurrent(const Stop &stop) const
{
    return m_step >= 0 && stop.number == m_order.at(m_step);
}

void SnippetSession::goTo(qsizetype step)
{
    m_step = step;
    const QScopedValueRollback moving(m_isMoving, true);
    bool isFirst = true;
    for (const Stop &stop : std::as_const(m_stops)) {
        if (!isCurrent(stop))
            continue;
        if (isFirst)
            m_lines.select(stop.start, stop.end);
        else
            send(Sci::SCI_ADDSELECTION, stop.end, stop.start);
        isFirst = false;
    }
    send(Sci::SCI_SETMAINSELECTION, 0);
    m_editor.ensureCursorVisible();
    showStops();
    // At the last one there is nowhere to go on to.
    if (m_step + 1 == m_order.size())
        end();
}

void SnippetSession::end()
{
    if (m_step < 0)
        return;
    m_step = -1;
    m_stops.clear();
    m_order.clear();
    send(Sci::SCI_SETINDICATORCURRENT, indicators::snippetStop);
    send(Sci::SCI_INDICATORCLEARRANGE, 0, send(Sci::SCI_GETLENGTH));
}

void SnippetSession::check()
{
    if (m_step < 0 || m_isMoving)
        return;
    const long caret = m_lines.caret();
    const long anchor = m_lines.anchor();
    const bool isInside = std::any_of(m_stops.begin(), m_stops.end(), [&](const Stop &stop) {
        return isCurrent(stop) && std::min(caret, anchor) >= stop.start &&
               std::max(caret, anchor) <= stop.end;
    });
    if (!isInside)
        end();
}

bool SnippetSession::takeKey(const QKeyEvent &key)
{
    check(); // the editor says where its caret is only when it paints
    if (m_step < 0)
        return false;
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    if (key.key() == Qt::Key_Escape && modifiers == Qt::NoModifier) {
        m_lines.select(m_lines.caret(), m_lines.caret());
        end();
        return true;
    }
    if (key.key() == Qt::Key_Tab && modifiers == Qt::NoModifier) {
        goTo(m_step + 1);
        return true;
    }
    if (key.key() == Qt::Key_Backtab && (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier) {
        goTo(std::max<qsizetype>(m_step - 1, 0));
        return true;
    }
    return false;
}

void SnippetSession::onModified(int position, int type, const char *text, int length)
{
    if (m_step < 0 || text == nullptr)
        return;
    if ((type & Sci::SC_MOD_INSERTTEXT) != 0)
        onInserted(position, length);
    else if ((type & Sci::SC_MOD_DELETETEXT) != 0)
        onDeleted(position, length);
}

void SnippetSession::onInserted(long position, long length)
{
    // What is typed at an edge of the current stop belongs to it, and not to a neighbour that begins or ends
    // there.
    const auto grown = std::find_if(m_stops.begin(), m_stops.end(), [&](const Stop &stop) {
        return isCurrent(stop) && stop.start <= position && position <= stop.end;
    });
    for (auto stop = m_stops.begin(); stop != m_stops.end(); ++stop) {
        const bool isBehind = stop->start > position || (stop->start == position && stop > grown);
        if (stop == grown) {
            stop->end += length;
        } else if (isBehind) {
            stop->start += length;
            stop->end += length;
        } else if (stop->end > position) {
            stop->end += length;
        }
    }
    if (position < m_start)
        m_start += length;
    if (position <= m_end)
        m_end += length;
}

void SnippetSession::onDeleted(long position, long length)
{
    // All of it is gone: it was undone, or the text is another one.
    if (position <= m_start && position + length >= m_end) {
        end();
        return;
    }
    const auto moved = [position, length](long place) {
        return place <= position ? place : std::max(position, place - length);
    };
    for (Stop &stop : m_stops) {
        stop.start = moved(stop.start);
        stop.end = moved(stop.end);
    }
    m_start = moved(m_start);
    m_end = moved(m_end);
}

/// The stops of this round, so that it is seen where Tab will go.
void SnippetSession::showStops()
{
    if (m_step < 0)
        return;
    send(Sci::SCI_SETINDICATORCURRENT, indicators::snippetStop);
    send(Sci::SCI_INDICATORCLEARRANGE, 0, send(Sci::SCI_GETLENGTH));
    for (const Stop &stop : std::as_const(m_stops)) {
        if (stop.end > stop.start)
            send(Sci::SCI_INDICATORFILLRANGE, stop.start, stop.end - stop.start);
    }
}

} // namespace sonde
