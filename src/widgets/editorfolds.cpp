#include "widgets/editorfolds.h"

#include "widgets/foldlevels.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

namespace sonde {

using Sci = QsciScintillaBase;

namespace {

constexpr int foldMargin = 2;
constexpr int foldMarginWidth = 14;
constexpr int shortText = 100'000; ///< up to this many bytes the levels follow every key
constexpr int delayMs = 150;
constexpr unsigned int setDefaultFoldText =
    2722; ///< SCI_SETDEFAULTFOLDDISPLAYTEXT, nameless in QScintilla 2.13

long scintillaColor(const QColor &color)
{
    return (color.blue() << 16) | (color.green() << 8) | color.red();
}

} // namespace

EditorFolds::EditorFolds(QueryEditor &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    editor.setFolding(QsciScintilla::PlainFoldStyle, foldMargin);
    editor.setMarginWidth(foldMargin, foldMarginWidth);
    send(Sci::SCI_MARKERDEFINE, Sci::SC_MARKNUM_FOLDER, Sci::SC_MARK_ARROW);
    send(Sci::SCI_MARKERDEFINE, Sci::SC_MARKNUM_FOLDEROPEN, Sci::SC_MARK_ARROWDOWN);
    send(Sci::SCI_SETAUTOMATICFOLD, Sci::SC_AUTOMATICFOLD_SHOW | Sci::SC_AUTOMATICFOLD_CHANGE);
    send(Sci::SCI_SETMARGINLEFT, 0, 4); // or the text would touch the signs
    send(Sci::SCI_SETFOLDFLAGS, 0);     // no lines across the text
    send(Sci::SCI_FOLDDISPLAYTEXTSETSTYLE, Sci::SC_FOLDDISPLAYTEXT_STANDARD);
    editor.SendScintilla(setDefaultFoldText, 0UL, " …");
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &EditorFolds::update);
    connect(&editor, &QsciScintilla::textChanged, this, &EditorFolds::noteText);
    connect(&theme, &Theme::changed, this, &EditorFolds::updateColors);
    connect(&theme, &Theme::fontsChanged, this, &EditorFolds::updateColors);
    updateColors();
}

long EditorFolds::send(unsigned int message, long first, long second) const
{
    return m_editor.SendScintilla(message, static_cast<unsigned long>(first), second);
}

void EditorFolds::setLanguage(QueryLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    noteText();
}

void EditorFolds::noteText()
{
    if (m_editor.length() > shortText)
        m_timer.start();
    else
        update();
}

void EditorFolds::update()
{
    m_timer.stop();
    const QByteArray text = m_editor.text().toUtf8();
    const auto lines =
        foldLines(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), m_language);
    const long count = std::min<long>(static_cast<long>(lines.size()), m_editor.lines());
    for (long line = 0; line < count; ++line) {
        const FoldLine &fold = lines[static_cast<std::size_t>(line)];
        const long level =
            Sci::SC_FOLDLEVELBASE + fold.depth + (fold.isHeader ? Sci::SC_FOLDLEVELHEADERFLAG : 0);
        if (send(Sci::SCI_GETFOLDLEVEL, line) != level)
            send(Sci::SCI_SETFOLDLEVEL, line, level);
    }
}

void EditorFolds::toggle()
{
    if (m_timer.isActive())
        update();
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    const bool isHeader = (send(Sci::SCI_GETFOLDLEVEL, line) & Sci::SC_FOLDLEVELHEADERFLAG) != 0;
    const long header = isHeader ? line : send(Sci::SCI_GETFOLDPARENT, line);
    if (header < 0)
        return;
    send(Sci::SCI_TOGGLEFOLD, header);
    bringCaretOut();
}

bool EditorFolds::isAnyFolded() const
{
    return send(Sci::SCI_CONTRACTEDFOLDNEXT, 0) >= 0;
}

void EditorFolds::toggleAll()
{
    if (m_timer.isActive())
        update();
    send(Sci::SCI_FOLDALL, isAnyFolded() ? Sci::SC_FOLDACTION_EXPAND : Sci::SC_FOLDACTION_CONTRACT);
    bringCaretOut();
}

void EditorFolds::bringCaretOut()
{
    const long caret = send(Sci::SCI_GETCURRENTPOS);
    long line = send(Sci::SCI_LINEFROMPOSITION, caret);
    if (send(Sci::SCI_GETLINEVISIBLE, line) == 0) {
        while (line > 0 && send(Sci::SCI_GETLINEVISIBLE, line) == 0)
            line = send(Sci::SCI_GETFOLDPARENT, line);
        send(Sci::SCI_GOTOPOS, send(Sci::SCI_GETLINEENDPOSITION, std::max(line, 0L)));
    }
    m_editor.ensureCursorVisible();
}

void EditorFolds::updateColors()
{
    const QColor base = m_theme.color(ColorRole::Base);
    const QColor muted = m_theme.color(ColorRole::MutedText);
    m_editor.setFoldMarginColors(base, base);
    // QScintilla's own calls know only the markers that it gave away.
    for (const int marker : {Sci::SC_MARKNUM_FOLDER, Sci::SC_MARKNUM_FOLDEROPEN}) {
        send(Sci::SCI_MARKERSETFORE, marker, scintillaColor(muted));
        send(Sci::SCI_MARKERSETBACK, marker, scintillaColor(muted));
    }
    send(Sci::SCI_STYLESETFORE, Sci::STYLE_FOLDDISPLAYTEXT, scintillaColor(muted));
}

} // namespace sonde
