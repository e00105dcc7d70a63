#include "widgets/comparedtext.h"

#include "widgets/querylexer.h"
#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <cmath>

namespace sonde {

namespace {

constexpr int numberMargin = 0;
constexpr int tabWidth = 4;

/// Numbers of Scintilla's, each of its own kind; the styles stay clear of the lexer's.
enum Marker { AddedMarker, RemovedMarker, ChangedMarker, MissingMarker };
constexpr int partIndicator = 8;
constexpr int numberStyle = 65;
constexpr int signStyle = 66;

/// More of one line makes every step slow, and nobody reads it.
constexpr qsizetype longestShown = 10'000;

QString shownLine(const QString &line)
{
    QString shown = line;
    if (line.size() > longestShown) {
        const bool isHalf = line.at(longestShown - 1).isHighSurrogate();
        shown.truncate(isHalf ? longestShown - 1 : longestShown);
        shown += u'…';
    }
    return shown.replace(QChar(u'\0'), QChar(0x2400));
}

int longestOf(const QStringList &lines)
{
    qsizetype longest = 0;
    for (const QString &line : lines)
        longest = std::max(longest, line.size() + line.count(u'\t') * (tabWidth - 1));
    return static_cast<int>(std::min(longest, longestShown));
}

/// Scintilla counts characters, the program UTF-16 units.
int charactersIn(QStringView text)
{
    return static_cast<int>(text.toUcs4().size());
}

} // namespace

ComparedText::ComparedText(const Theme &theme, Side side, QueryLanguage language, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
    , m_side(side)
    , m_lexer(new QueryLexer(theme, this))
{
    setUtf8(true);
    setEolMode(EolUnix);
    m_lexer->setLanguage(language);
    setTabWidth(sonde::tabWidth);
    setWrapMode(WrapNone);         // lines stand beside each other
    setScrollWidthTracking(false); // it sees only what was drawn, and both sides scroll as far as each other
    setCaretLineVisible(true);
    setCaretLineFrameWidth(2); // a filled line would hide how it differs
    setMarginType(numberMargin, TextMarginRightJustified);
    setMarginWidth(1, 0);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 6L);
    SendScintilla(SCI_SETEXTRAASCENT, 1L);
    SendScintilla(SCI_SETEXTRADESCENT, 1L);
    for (const int marker : {AddedMarker, RemovedMarker, ChangedMarker, MissingMarker})
        markerDefine(Background, marker);
    indicatorDefine(StraightBoxIndicator, partIndicator);
    setIndicatorDrawUnder(true, partIndicator);
    setReadOnly(true);
    updateColors();
    connect(&m_theme, &Theme::changed, this, &ComparedText::updateColors);
    connect(&m_theme, &Theme::fontsChanged, this, &ComparedText::updateColors);
}

void ComparedText::updateColors()
{
    m_lexer->updateColors();
    setLexer(m_lexer);
    setPaper(m_theme.color(ColorRole::Base));
    setColor(m_theme.color(ColorRole::Text));
    setCaretForegroundColor(m_theme.color(ColorRole::Text));
    setCaretLineBackgroundColor(m_theme.color(ColorRole::Accent));
    setSelectionBackgroundColor(m_theme.color(ColorRole::Selection));
    resetSelectionForegroundColor();
    setMarginsForegroundColor(m_theme.color(ColorRole::MutedText));
    setMarginsBackgroundColor(m_theme.color(ColorRole::Window));
    const std::pair<int, ColorRole> grounds[]{{AddedMarker, ColorRole::DifferenceAdded},
                                              {RemovedMarker, ColorRole::DifferenceRemoved},
                                              {ChangedMarker, ColorRole::DifferenceChanged},
                                              {MissingMarker, ColorRole::Window}};
    for (const auto &[marker, role] : grounds)
        setMarkerBackgroundColor(m_theme.color(role), marker);
    setIndicatorForegroundColor(m_theme.color(ColorRole::DifferencePart), partIndicator);
    setIndicatorOutlineColor(m_theme.color(ColorRole::MutedText), partIndicator);
    SendScintilla(SCI_INDICSETALPHA, partIndicator, 255L);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, partIndicator, 255L);
    const QFont font = m_theme.editorFont();
    const std::pair<int, ColorRole> styles[]{{numberStyle, ColorRole::MutedText},
                                             {signStyle, ColorRole::Text}};
    for (const auto &[style, role] : styles) {
        const auto number = static_cast<unsigned long>(style);
        SendScintilla(SCI_STYLESETFONT, number, font.family().toUtf8().constData());
        SendScintilla(SCI_STYLESETSIZEFRACTIONAL, number,
                      std::lround(font.pointSizeF() * int(SC_FONT_SIZE_MULTIPLIER)));
        SendScintilla(SCI_STYLESETFORE, number, m_theme.color(role));
        SendScintilla(SCI_STYLESETBACK, number, m_theme.color(ColorRole::Window));
    }
    setMarginWidth(numberMargin, QStringLiteral(" %1 +").arg(std::max(lines(), 100)));
    setScrollWidth((m_longest + 2) * QFontMetrics(font).horizontalAdvance(u'm'));
}

void ComparedText::setLines(const QList<LinePair> &pairs, const QStringList &own, const QStringList &other)
{
    m_longest = std::max(longestOf(own), longestOf(other));
    QStringList rows;
    rows.reserve(pairs.size());
    for (const LinePair &pair : pairs)
        rows << (lineOf(pair) == LinePair::none ? QString() : shownLine(own.at(lineOf(pair))));
    setReadOnly(false);
    setText(rows.join(u'\n'));
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    clearMarginText();
    for (int row = 0; row < pairs.size(); ++row)
        markRow(row, pairs.at(row), own, other);
    setReadOnly(true);
    updateColors();
}

void ComparedText::markRow(int row, const LinePair &pair, const QStringList &own, const QStringList &other)
{
    const int line = lineOf(pair);
    const int otherLine = otherLineOf(pair);
    if (line == LinePair::none) {
        markerAdd(row, MissingMarker);
        return;
    }
    QString sign = QStringLiteral(" ");
    if (otherLine == LinePair::none) {
        markerAdd(row, m_side == Side::Left ? RemovedMarker : AddedMarker);
        sign = m_side == Side::Left ? QStringLiteral("−") : QStringLiteral("+");
    } else if (!pair.isSame) {
        markerAdd(row, ChangedMarker);
        sign = QStringLiteral("~");
        const QString &text = own.at(line);
        const LineChange change =
            m_side == Side::Left ? changeOf(text, other.at(otherLine)) : changeOf(other.at(otherLine), text);
        const LineSpan part = m_side == Side::Left ? change.left : change.right;
        const QString shown = shownLine(text);
        const auto start = charactersIn(QStringView(shown).left(part.start));
        const auto end = charactersIn(QStringView(shown).left(part.start + part.length));
        if (end > start)
            fillIndicatorRange(row, start, row, end, partIndicator);
    }
    setMarginText(row, QStringLiteral("%1 %2").arg(line + 1).arg(sign),
                  pair.isSame ? numberStyle : signStyle);
}

void ComparedText::showRow(int row)
{
    setCursorPosition(row, 0);
    const auto visible = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    setFirstVisibleLine(std::max(0, row - visible / 3));
}

QMimeData *ComparedText::toMimeData(const QByteArray &text, bool rectangular) const
{
    // The room for the other side's lines is no part of the query.
    const auto start = SendScintilla(SCI_GETSELECTIONSTART);
    const int first =
        static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(start)));
    const QList<QByteArray> rows = text.split('\n');
    QByteArrayList kept;
    for (int i = 0; i < rows.size(); ++i) {
        const auto markers = SendScintilla(SCI_MARKERGET, static_cast<unsigned long>(first + i));
        if ((markers & (1 << MissingMarker)) == 0)
            kept << rows.at(i);
    }
    return QsciScintilla::toMimeData(rectangular ? text : kept.join('\n'), rectangular);
}

void ComparedText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        event->ignore(); // the window's, to close it
    else
        QsciScintilla::keyPressEvent(event);
}

void ComparedText::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &QsciScintilla::copy);
    copyAction->setEnabled(hasSelectedText());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, [this] { selectAll(true); });
    menu->popup(event->globalPos());
}

} // namespace sonde
