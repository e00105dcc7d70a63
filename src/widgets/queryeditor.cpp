#include "widgets/queryeditor.h"

#include "core/kqltext.h"
#include "widgets/editorblocks.h"
#include "widgets/editorfolds.h"
#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/editorsearch.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/querylexer.h"
#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscistyle.h>
#include <algorithm>
#include <cmath>

namespace sonde {

namespace {

constexpr int numberMargin = 0;
constexpr int markMargin = 1;
/// A style number of its own for the line below an error; the lexer uses the low ones.
constexpr int annotationStyle = 64;

/// Beyond this a line makes every key press slow: one of 10 MB took four seconds a key.
constexpr qsizetype longestLine = 200'000;
/// How much is shown of a text that cannot be edited.
constexpr qsizetype shownOfLongText = 20'000;

qsizetype longestLineOf(const QString &text)
{
    qsizetype longest = 0;
    qsizetype start = 0;
    while (start <= text.size()) {
        const qsizetype end = text.indexOf(u'\n', start);
        const qsizetype stop = end < 0 ? text.size() : end;
        longest = std::max(longest, stop - start);
        start = stop + 1;
    }
    return longest;
}

QString withVisibleNuls(QString text)
{
    return text.replace(QChar(u'\0'), QChar(0x2400));
}

/// A change of the language among the steps that can be undone: Scintilla keeps one number for it.
int tokenOf(QueryLanguage before, QueryLanguage after)
{
    return 2 * static_cast<int>(before) + static_cast<int>(after);
}

/// Scintilla counts bytes of UTF-8 within the line, the program UTF-16 units.
int scintillaColumn(const QString &line, int utf16Column)
{
    return static_cast<int>(QStringView(line).left(utf16Column).toUcs4().size());
}

} // namespace

QueryEditor::QueryEditor(const Theme &theme, const Icons &icons, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_lexer(new QueryLexer(theme, this))
    , m_commands(*this)
    , m_typing(*this)
{
    setUtf8(true);
    setEolMode(EolUnix);
    setFrameShape(QFrame::NoFrame);
    keepTranslated(this, [this] { setAccessibleName(tr("Query")); });
    setLexer(m_lexer);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setBackspaceUnindents(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setCaretWidth(2);
    setWrapMode(WrapNone);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETENDATLASTLINE, 1UL);
    SendScintilla(SCI_SETEXTRAASCENT, 1L);
    SendScintilla(SCI_SETEXTRADESCENT, 1L);
    setUpMargins();
    setUpCarets();
    releaseShortcuts();
    updateColors();
    connect(&m_theme, &Theme::changed, this, &QueryEditor::updateColors);
    m_blocks = new EditorBlocks(*this, theme); // whose colours stand over the editor's
    m_folds = new EditorFolds(*this, theme);
    m_searchIn = new EditorSearch(*this, theme);
    connect(this, &QsciScintilla::selectionChanged, this, [this] {
        if (m_found && *m_found != selectedBytes())
            m_found.reset();
    });
    connect(&m_theme, &Theme::fontsChanged, this, &QueryEditor::updateColors);
    connect(this, &QsciScintilla::linesChanged, this, &QueryEditor::updateLineNumberWidth);
    connect(this, &QsciScintilla::textChanged, this, &QueryEditor::clearError);
    connect(this, &QsciScintilla::SCN_MODIFIED, this,
            [this](int, int modification, const char *, int, int, int, int, int, int token) {
                followLanguage(modification, token);
            });
    // Tracking only ever widens: without this the width of a long line outlives the line.
    connect(this, &QsciScintilla::textChanged, this, [this] { setScrollWidth(1); });
}

void QueryEditor::setUpMargins()
{
    setMarginType(numberMargin, NumberMargin);
    setMarginType(markMargin, SymbolMargin);
    setMarginWidth(markMargin, 12);
    setMarginSensitivity(markMargin, false);
    setMarginMarkerMask(markMargin, 1 << markers::serviceError);
    markerDefine(Circle, markers::serviceError);
    indicatorDefine(SquiggleIndicator, indicators::serviceError);
    setAnnotationDisplay(AnnotationIndented);
    updateLineNumberWidth();
}

void QueryEditor::setUpCarets()
{
    SendScintilla(SCI_SETMULTIPLESELECTION, 1UL);
    SendScintilla(SCI_SETADDITIONALSELECTIONTYPING, 1UL);
    SendScintilla(SCI_SETMULTIPASTE, static_cast<unsigned long>(SC_MULTIPASTE_EACH));
    SendScintilla(SCI_SETRECTANGULARSELECTIONMODIFIER, static_cast<unsigned long>(SCMOD_ALT));
    SendScintilla(SCI_SETVIRTUALSPACEOPTIONS, static_cast<unsigned long>(SCVS_RECTANGULARSELECTION));
}

void QueryEditor::releaseShortcuts()
{
    // Keys that are the program's, or that would take away text where a person expects something else.
    static constexpr QKeyCombination taken[] = {
        Qt::SHIFT | Qt::Key_Return,
        Qt::Key_Escape,
        Qt::CTRL | Qt::Key_T,
        Qt::CTRL | Qt::SHIFT | Qt::Key_T,
        Qt::CTRL | Qt::Key_D,
        Qt::CTRL | Qt::Key_L,
        Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        Qt::CTRL | Qt::Key_U,
        Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        Qt::CTRL | Qt::SHIFT | Qt::Key_D,
        Qt::CTRL | Qt::Key_Plus,
        Qt::CTRL | Qt::Key_Minus,
        Qt::CTRL | Qt::Key_Slash,
        Qt::ALT | Qt::Key_Up,
        Qt::ALT | Qt::Key_Down,
        Qt::ALT | Qt::SHIFT | Qt::Key_Up,
        Qt::ALT | Qt::SHIFT | Qt::Key_Down,
    };
    // Where a line is wrapped, Home and End are of what is seen first.
    standardCommands()->find(QsciCommand::VCHome)->setKey(0);
    standardCommands()->find(QsciCommand::VCHomeWrap)->setKey(Qt::Key_Home);
    standardCommands()->find(QsciCommand::VCHomeExtend)->setKey(0);
    standardCommands()->find(QsciCommand::VCHomeWrapExtend)->setKey((Qt::SHIFT | Qt::Key_Home).toCombined());
    standardCommands()->find(QsciCommand::LineEnd)->setKey(0);
    standardCommands()->find(QsciCommand::LineEndWrap)->setKey(Qt::Key_End);
    standardCommands()->find(QsciCommand::LineEndExtend)->setKey(0);
    standardCommands()->find(QsciCommand::LineEndWrapExtend)->setKey((Qt::SHIFT | Qt::Key_End).toCombined());
    for (QsciCommand *command : standardCommands()->commands()) {
        for (const QKeyCombination combination : taken) {
            const int key = combination.toCombined();
            if (command->key() == key)
                command->setKey(0);
            if (command->alternateKey() == key)
                command->setAlternateKey(0);
        }
    }
}

void QueryEditor::updateColors()
{
    const auto color = [this](ColorRole role) { return m_theme.color(role); };
    m_lexer->updateColors();
    setLexer(m_lexer);
    setPaper(color(ColorRole::Base));
    setColor(color(ColorRole::Text));
    setCaretForegroundColor(color(ColorRole::Text));
    SendScintilla(SCI_SETADDITIONALCARETFORE, color(ColorRole::Accent));
    SendScintilla(SCI_SETADDITIONALSELBACK, color(ColorRole::Selection));
    setCaretLineBackgroundColor(color(ColorRole::AlternateBase));
    setSelectionBackgroundColor(color(ColorRole::Selection));
    resetSelectionForegroundColor();
    setMarginsFont(m_theme.editorFont());
    setMarginsBackgroundColor(color(ColorRole::Base));
    setMarginsForegroundColor(color(ColorRole::MutedText));
    setMatchedBraceBackgroundColor(color(ColorRole::Selection));
    setMatchedBraceForegroundColor(color(ColorRole::Text));
    setUnmatchedBraceBackgroundColor(color(ColorRole::Base));
    setUnmatchedBraceForegroundColor(color(ColorRole::Error));
    setMarkerBackgroundColor(color(ColorRole::Error), markers::serviceError);
    setMarkerForegroundColor(color(ColorRole::Error), markers::serviceError);
    setIndicatorForegroundColor(color(ColorRole::EditorSquiggle), indicators::serviceError);
    // The line below an error is drawn in a style that no lexer sets.
    const QFont font = m_theme.editorFont();
    SendScintilla(SCI_STYLESETFORE, annotationStyle, color(ColorRole::Error));
    SendScintilla(SCI_STYLESETBACK, annotationStyle, color(ColorRole::AlternateBase));
    SendScintilla(SCI_STYLESETFONT, annotationStyle, font.family().toUtf8().constData());
    SendScintilla(SCI_STYLESETSIZEFRACTIONAL, annotationStyle,
                  std::lround(font.pointSizeF() * int(SC_FONT_SIZE_MULTIPLIER)));
    updateLineNumberWidth();
}

void QueryEditor::updateLineNumberWidth()
{
    // Room for two digits at least, so that the text does not jump at the tenth line.
    setMarginWidth(numberMargin,
                   QString(std::max(2, static_cast<int>(QString::number(lines()).size())) + 1, u'9'));
}

QString QueryEditor::queryText() const
{
    return m_wholeText ? *m_wholeText : text();
}

void QueryEditor::setQueryText(const QString &text)
{
    setReadOnly(false);
    m_wholeText.reset();
    m_readOnlyReason.clear();
    clearError();
    const bool hasNul = text.contains(QChar(u'\0'));
    const bool isLong = longestLineOf(text) > longestLine;
    if (hasNul || isLong) {
        m_wholeText = text;
        m_readOnlyReason = hasNul ? tr("The text has NUL characters, which the editor cannot hold; it can be "
                                       "run but not changed.")
                                  : tr("The text has a very long line, which the editor cannot hold; only "
                                       "its beginning is shown.");
        setText(withVisibleNuls(isLong ? text.left(shownOfLongText) : text));
        setReadOnly(true);
    } else {
        // What is typed ends its lines as the text does.
        setEolMode(text.contains(QLatin1String("\r\n")) ? EolWindows : EolUnix);
        setText(text);
    }
    // QScintilla 2.14 leaves the caret behind the text, 2.13 before it.
    SendScintilla(SCI_GOTOPOS, 0UL);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setModified(false);
}

void QueryEditor::replaceQueryText(const QString &text)
{
    if (!canHold(text)) {
        setQueryText(text);
        return;
    }
    beginUndoAction();
    selectAll();
    replaceSelectedText(text);
    endUndoAction();
}

bool QueryEditor::canHold(const QString &text) const
{
    return !isReadOnly() && !text.contains(QChar(u'\0')) && longestLineOf(text) <= longestLine;
}

void QueryEditor::replaceQuery(const QString &text, QueryLanguage language)
{
    if (canHold(text)) {
        const int token = tokenOf(m_lexer->queryLanguage(), language);
        beginUndoAction();
        SendScintilla(SCI_ADDUNDOACTION, static_cast<unsigned long>(token), 0L);
        replaceQueryText(text);
        endUndoAction();
    } else {
        setQueryText(text);
    }
    setQueryLanguage(language);
    emit languageStepped(language);
}

void QueryEditor::followLanguage(int modification, int token)
{
    if ((modification & SC_MOD_CONTAINER) == 0)
        return;
    const bool isUndone = (modification & SC_PERFORMED_UNDO) != 0;
    const auto language = static_cast<QueryLanguage>(isUndone ? token / 2 : token % 2);
    // In the midst of a change the text may be neither coloured nor asked for.
    QMetaObject::invokeMethod(
        this,
        [this, language] {
            setQueryLanguage(language);
            emit languageStepped(language);
        },
        Qt::QueuedConnection);
}

void QueryEditor::replacePart(qsizetype start, qsizetype length, const QString &text)
{
    if (isReadOnly())
        return;
    QByteArray bytes = text.toUtf8();
    // As the lines of the text end.
    if (lines() > 1 && this->text(0).endsWith(QLatin1String("\r\n")))
        bytes.replace("\r\n", "\n").replace("\n", "\r\n");
    const long first = bytesAt(*this, start);
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(first), bytesAt(*this, start + length));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(first + bytes.size()));
}

TextPlace QueryEditor::place() const
{
    TextPlace place = m_wholeText ? TextPlace() : placeIn(*this);
    if (m_found && *m_found == selectedBytes())
        place.selectionLength = 0;
    return place;
}

std::pair<long, long> QueryEditor::selectedBytes() const
{
    return {SendScintilla(SCI_GETSELECTIONSTART), SendScintilla(SCI_GETSELECTIONEND)};
}

void QueryEditor::selectFound(qsizetype start, qsizetype length)
{
    const std::pair bytes{bytesAt(*this, start), bytesAt(*this, start + length)};
    for (const long place : {bytes.first, bytes.second})
        SendScintilla(SCI_ENSUREVISIBLE, static_cast<unsigned long>(SendScintilla(
                                             SCI_LINEFROMPOSITION, static_cast<unsigned long>(place))));
    m_found = bytes;
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(bytes.first), bytes.second);
    SendScintilla(SCI_SCROLLRANGE, static_cast<unsigned long>(bytes.first), bytes.second);
}

void QueryEditor::setQueryLanguage(QueryLanguage language)
{
    m_lexer->setLanguage(language);
    m_blocks->setLanguage(language);
    m_folds->setLanguage(language);
}

void QueryEditor::showError(const TextPosition &position, const QString &message)
{
    clearError();
    const int line = std::clamp(position.line - 1, 0, lines() - 1);
    const QString lineText = text(line).remove(u'\n').remove(u'\r');
    const int length = static_cast<int>(lineText.size());
    const bool isBehind = position.line > lines();
    const int from = isBehind ? 0 : std::clamp(position.column, 0, std::max(0, length - 1));
    int to = from;
    while (to < length && isKqlNameCharacter(lineText.at(to)))
        ++to;
    to = isBehind ? length : std::max(to, std::min(from + 1, length));

    markerAdd(line, markers::serviceError);
    if (to > from) {
        fillIndicatorRange(line, scintillaColumn(lineText, from), line, scintillaColumn(lineText, to),
                           indicators::serviceError);
    }
    annotate(line, message, annotationStyle);
    m_errorPosition = TextPosition{line + 1, from};
    setCursorPosition(line, scintillaColumn(lineText, from));
    ensureLineVisible(line);
    ensureCursorVisible();
}

void QueryEditor::clearError()
{
    if (!m_errorPosition)
        return;
    m_errorPosition.reset();
    markerDeleteAll(markers::serviceError);
    clearAnnotations();
    clearIndicatorRange(0, 0, lines() - 1, lineLength(lines() - 1), indicators::serviceError);
}

void QueryEditor::goToLine(int line)
{
    const int target = std::clamp(line - 1, 0, lines() - 1);
    setCursorPosition(target, 0);
    ensureLineVisible(target);
    ensureCursorVisible();
    setFocus();
}

void QueryEditor::askForLine()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to line"));
    //: %1: the number of the last line
    dialog->setLabelText(tr("Line (1 to %1)").arg(lines()));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, lines());
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    dialog->setIntValue(line + 1);
    connect(dialog, &QInputDialog::intValueSelected, this, &QueryEditor::goToLine);
    dialog->open();
}

void QueryEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_typing.take(*event)) {
        ensureCursorVisible();
        event->accept();
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

void QueryEditor::mousePressEvent(QMouseEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers();
    if (event->button() == Qt::LeftButton && modifiers == Qt::ControlModifier) {
        // QScintilla would begin a rectangle on X11.
        const QPoint point = event->position().toPoint();
        const long place =
            SendScintilla(SCI_POSITIONFROMPOINT, static_cast<unsigned long>(point.x()), point.y());
        setFocus(Qt::MouseFocusReason);
        SendScintilla(SCI_ADDSELECTION, static_cast<unsigned long>(place), place);
        return;
    }
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
    if (modifiers.testFlag(Qt::AltModifier)) {
        // There it takes Ctrl for Alt, which many window managers keep for themselves.
        QMouseEvent drag(event->type(), event->position(), event->scenePosition(), event->globalPosition(),
                         event->button(), event->buttons(), Qt::ControlModifier, event->pointingDevice());
        QsciScintilla::mousePressEvent(&drag);
        return;
    }
#endif
    QsciScintilla::mousePressEvent(event);
}

bool QueryEditor::focusNextPrevChild(bool next)
{
    return isReadOnly() ? QAbstractScrollArea::focusNextPrevChild(next)
                        : QsciScintilla::focusNextPrevChild(next);
}

void QueryEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &label, const char *icon, const QKeySequence &keys,
                                  bool isEnabled, void (QsciScintilla::*slot)()) {
        QAction *action = menu->addAction(m_icons.icon(QLatin1StringView(icon)), label, this, slot);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(isEnabled);
    };
    const bool canEdit = !isReadOnly();
    menu->addAction(tr("Undo"), QKeySequence::Undo, this, &QsciScintilla::undo)
        ->setEnabled(isUndoAvailable());
    menu->addAction(tr("Redo"), QKeySequence::Redo, this, &QsciScintilla::redo)
        ->setEnabled(isRedoAvailable());
    menu->addSeparator();
    menu->addAction(tr("Cut"), QKeySequence::Cut, this, &QsciScintilla::cut)
        ->setEnabled(canEdit && hasSelectedText());
    add(tr("Copy"), "copy", QKeySequence::Copy, hasSelectedText(), &QsciScintilla::copy);
    add(tr("Paste"), "clipboard", QKeySequence::Paste, canEdit && SendScintilla(SCI_CANPASTE) != 0,
        &QsciScintilla::paste);
    menu->addSeparator();
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, [this] { selectAll(); });
    if (!m_menuActions.isEmpty())
        menu->addSeparator();
    for (QAction *action : std::as_const(m_menuActions)) {
        if (action != nullptr)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(event->globalPos());
}

QByteArray QueryEditor::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    // A NUL would cut the text, so it becomes a visible sign on its way in.
    return QsciScintilla::fromMimeData(source, rectangular).replace('\0', "\xE2\x90\x80");
}

} // namespace sonde
