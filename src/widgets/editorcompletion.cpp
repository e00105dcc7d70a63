#include "widgets/editorcompletion.h"

#include "core/kqltext.h"
#include "core/snippet.h"
#include "kql/classicscanner.h"
#include "models/background.h"
#include "stores/snippetstore.h"
#include "widgets/completionpopup.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/snippetsession.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <algorithm>

namespace sonde {

namespace {

/// UTF-16 units of a classic search that is read twice for each word.
constexpr qsizetype longestClassic = 100'000;

/// The service writes a table with the pipe behind it; in the middle of a query that would be one too many.
void leavePipeOut(KqlCompletion &completion, const QString &behind)
{
    if (behind.trimmed().isEmpty())
        return;
    for (KqlCompletionItem &item : completion.items) {
        const qsizetype lineEnd = item.before.indexOf(u'\n');
        if (lineEnd > 0)
            item.before.truncate(lineEnd);
    }
}

/// What the service does not say, from what is known.
void addDetails(QList<KqlCompletionItem> &items, const QList<KqlCompletionItem> &known)
{
    QHash<QString, QString> details;
    for (const KqlCompletionItem &item : known) {
        if (!item.detail.isEmpty())
            details.insert(item.name, item.detail);
    }
    for (KqlCompletionItem &item : items) {
        if (item.kind == KqlNameKind::Column)
            item.detail = details.value(item.name);
    }
}

/// Whether one of the names begins with \a typed, a dash and all.
bool isDashed(QStringView typed, const QList<KqlCompletionItem> &items)
{
    return typed.contains(u'-') &&
           std::any_of(items.begin(), items.end(), [typed](const KqlCompletionItem &item) {
               return QStringView(item.name).startsWith(typed, Qt::CaseInsensitive);
           });
}

bool isOffered(Snippet::Place place, KqlSpot spot)
{
    switch (place) {
    case Snippet::Place::Query:
        return spot == KqlSpot::Start;
    case Snippet::Place::Pipe:
        return spot == KqlSpot::Operator;
    case Snippet::Place::Expression:
        return spot == KqlSpot::Scalar || spot == KqlSpot::Aggregate;
    }
    return false;
}

} // namespace

EditorCompletion::EditorCompletion(EditorLanguage &language, const Theme &theme, const Icons &icons,
                                   SnippetStore *snippets)
    : QObject(&language.editor())
    , m_language(language)
    , m_popup(new CompletionPopup(theme, icons, &language.editor()))
    , m_snippets(snippets)
    , m_session(new SnippetSession(language.editor(), theme))
    , m_slot(KqlService::makeSlot())
{
    QueryEditor &editor = language.editor();
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    connect(&editor, &QsciScintilla::SCN_CHARADDED, this, &EditorCompletion::onCharacter);
    connect(&editor, &QsciScintilla::cursorPositionChanged, this, &EditorCompletion::follow);
    connect(&language, &EditorLanguage::changed, this, &EditorCompletion::close);
    connect(m_popup, &CompletionPopup::accepted, this, [this] { accept(true); });
}

EditorCompletion::~EditorCompletion()
{
    m_language.drop(m_slot);
}

bool EditorCompletion::isOpen() const
{
    return m_popup->isVisible();
}

void EditorCompletion::onCharacter(int character)
{
    if (m_isWriting || !canComplete())
        return;
    // The caret stands behind the character only now: when the text says that it has changed it does not.
    if (m_start >= 0)
        follow();
    if (m_start >= 0)
        return;
    // A character beyond the first plane is no beginning of a name.
    const QChar typedChar = character > 0 && character < 0x10000 ? QChar(char16_t(character)) : QChar();
    const bool beginsName = (typedChar.isLetter() || typedChar == u'_') && !isInName();
    const bool isBehindPipe = isBehind(QStringLiteral("|")) && !isBehind(QStringLiteral("||"));
    if (beginsName || (typedChar == u' ' && isBehindPipe))
        start(false);
    else if ((typedChar == u'=' || typedChar == u':') && isBehindTypeSign())
        start(true);
}

/// Whether what was just typed ends `Type=` or `Type!=` of a classic search.
bool EditorCompletion::isBehindTypeSign() const
{
    if (m_language.queryLanguage() != QueryLanguage::Classic)
        return false;
    const QString text = m_language.editor().text().left(caretUnits(m_language.editor()));
    const ClassicScanner before(text);
    return before.spot() == ClassicSpot::Value && before.field() == u"Type";
}

/// Whether there are names to offer, in whichever language.
bool EditorCompletion::canComplete() const
{
    return m_language.isActive() ||
           (m_language.queryLanguage() == QueryLanguage::Classic && !m_language.editor().isReadOnly());
}

/// Whether the character that was just typed goes on with a name: its list was closed, and stays so.
bool EditorCompletion::isInName() const
{
    const qsizetype caret = caretUnits(m_language.editor());
    return caret > 1 && isKqlNameCharacter(m_language.editor().text().at(caret - 2));
}

/// Whether that stands before the space that was just typed.
bool EditorCompletion::isBehind(const QString &text) const
{
    const qsizetype caret = caretUnits(m_language.editor());
    const QString all = m_language.editor().text();
    return QStringView(all).left(caret - 1).endsWith(text);
}

void EditorCompletion::open()
{
    if (!canComplete())
        return;
    close();
    start(true);
    m_isByKey = m_start >= 0;
}

void EditorCompletion::start(bool isAsked)
{
    QueryEditor &editor = m_language.editor();
    if (editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS) > 1)
        return;
    const qsizetype caret = caretUnits(editor);
    if (m_language.queryLanguage() == QueryLanguage::Classic) {
        startClassic(caret, isAsked);
        return;
    }
    const EditorLanguage::Place at = m_language.placeAt(caret);
    const KqlTextPlace place = kqlPlaceAt(at.place.text, at.place.position);
    if (place.spot == KqlSpot::None || (place.spot == KqlSpot::Name && !isAsked))
        return;
    m_start = at.start + place.wordStart;
    m_isAsked = isAsked;
    KqlCompletion completion = m_local.complete(at.place.text, at.place.position, m_language.schema());
    m_popup->setSchema(m_language.schema());
    m_offered = snippetsAt(place.spot);
    m_popup->setItems(completion.items + m_offered, typed());
    showPopup();
    askService();
}

void EditorCompletion::startClassic(qsizetype caret, bool isAsked)
{
    const QString text = m_language.editor().text();
    if (text.size() > longestClassic)
        return;
    const KqlCompletion completion =
        completeClassic(text, static_cast<int>(caret), m_language.seenNames(), m_language.schema());
    if (completion.items.isEmpty())
        return;
    m_start = completion.start;
    m_isAsked = isAsked;
    m_offered.clear();
    m_popup->setSchema(m_language.schema());
    m_popup->setItems(completion.items, typed());
    showPopup();
}

QList<KqlCompletionItem> EditorCompletion::snippetsAt(KqlSpot spot)
{
    QList<KqlCompletionItem> items;
    if (m_snippets == nullptr)
        return items;
    if (const auto problem = m_snippets->takeProblem())
        emit noted(problem->message);
    for (const Snippet &snippet : m_snippets->snippets()) {
        if (isOffered(snippet.place, spot))
            items.append(
                {KqlNameKind::Snippet, snippet.name, {}, snippet.text, {}, false, snippet.description});
    }
    return items;
}

QString EditorCompletion::typed() const
{
    const qsizetype caret = caretUnits(m_language.editor());
    return m_language.editor().text().mid(m_start, caret - m_start);
}

void EditorCompletion::showPopup()
{
    if (!m_popup->hasMatches())
        return;
    QueryEditor &editor = m_language.editor();
    const auto position = static_cast<unsigned long>(bytesAt(editor, m_start));
    const long line = editor.SendScintilla(QsciScintillaBase::SCI_LINEFROMPOSITION, position);
    const QPoint at(static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL,
                                                          static_cast<long>(position))),
                    static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL,
                                                          static_cast<long>(position))));
    const int height = static_cast<int>(
        editor.SendScintilla(QsciScintillaBase::SCI_TEXTHEIGHT, static_cast<unsigned long>(line)));
    m_popup->showAt({editor.viewport()->mapToGlobal(at), QSize(1, height)});
}

void EditorCompletion::askService()
{
    const EditorLanguage::Place at = m_language.placeAt(caretUnits(m_language.editor()));
    if (!m_language.canAsk(at))
        return;
    const qsizetype blockStart = at.start;
    whenDone(this, m_language.service()->complete(at.place, {KqlQuestion::Urgency::Typing, m_slot}),
             [this, blockStart](const Result<KqlCompletion> &completion) {
                 if (completion && m_start >= 0)
                     takeAnswer(*completion, blockStart);
             });
}

void EditorCompletion::takeAnswer(const KqlCompletion &completion, qsizetype blockStart)
{
    // The question was about this word: every other one has taken its slot, or closed it.
    if (blockStart + completion.start != m_start || completion.items.isEmpty())
        return;
    KqlCompletion refined = completion;
    const EditorLanguage::Place at = m_language.placeAt(caretUnits(m_language.editor()));
    leavePipeOut(refined, at.place.text.mid(at.place.position));
    addDetails(refined.items, m_popup->items());
    m_popup->setItems(refined.items + m_offered, typed());
    if (!m_popup->isVisible())
        showPopup();
}

void EditorCompletion::follow()
{
    if (m_start < 0 || m_isWriting)
        return;
    const QueryEditor &editor = m_language.editor();
    const qsizetype caret = caretUnits(editor);
    const QString text = editor.text();
    bool isInWord = caret > m_start || (caret == m_start && m_isAsked);
    // A dash belongs to the names of operators and to dates only.
    const bool takesDash = (m_popup->chosen() != nullptr && m_popup->chosen()->name.contains(u'-')) ||
                           isDashed(QStringView(text).mid(m_start, caret - m_start), m_popup->items());
    for (qsizetype i = m_start; i < caret && isInWord; ++i)
        isInWord = isKqlNameCharacter(text.at(i)) || (takesDash && text.at(i) == u'-');
    if (caret == m_start && !m_isAsked && m_popup->isVisible() && isBehind(QStringLiteral("|")))
        isInWord = true;
    if (!isInWord) {
        close();
        return;
    }
    m_popup->setTyped(text.mid(m_start, caret - m_start));
    if (!m_popup->isVisible())
        showPopup();
}

void EditorCompletion::close()
{
    m_start = -1;
    m_isByKey = false;
    m_popup->hide();
    m_language.drop(m_slot);
}

/// Whether Enter is not for the list: of a word that is typed to its end, or of none, where the list came by
/// itself and nobody moved in it.
bool EditorCompletion::meansLineEnd() const
{
    if (m_popup->isPicked())
        return false;
    const bool isTypedOut = m_popup->isTypedOut() && m_popup->chosen()->kind != KqlNameKind::Snippet;
    return isTypedOut || (!m_isByKey && typed().isEmpty());
}

bool EditorCompletion::takeKey(const QKeyEvent &key)
{
    if (!m_popup->isVisible() || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key.key()) {
    case Qt::Key_Up:
        m_popup->move(-1);
        return true;
    case Qt::Key_Down:
        m_popup->move(1);
        return true;
    case Qt::Key_PageUp:
        m_popup->move(-m_popup->entriesInView());
        return true;
    case Qt::Key_PageDown:
        m_popup->move(m_popup->entriesInView());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
        accept(true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (meansLineEnd()) {
            close();
            return false;
        }
        accept(true);
        return true;
    default:
        return false;
    }
}

bool EditorCompletion::eventFilter(QObject *watched, QEvent *event)
{
    QueryEditor &editor = m_language.editor();
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Escape, Tab and the arrows are the list's while it is open, and not the window's.
        const auto &key = static_cast<const QKeyEvent &>(*event);
        const bool isOurs = key.key() == Qt::Key_Escape || key.key() == Qt::Key_Tab ||
                            (key.key() == Qt::Key_Backtab && m_session->isActive());
        if (watched == &editor && isOurs && (m_popup->isVisible() || m_session->isActive()) &&
            (key.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        if (watched != &editor)
            break;
        const auto &key = static_cast<const QKeyEvent &>(*event);
        follow(); // the editor says where its caret is when it paints
        // Who types the space that a completion has written means that one.
        const bool isWritten = key.text() == QLatin1String(" ") && caretUnits(editor) == m_spaceEnd &&
                               !editor.hasSelectedText() &&
                               editor.text().mid(m_spaceEnd - 1, 1) == QLatin1String(" ");
        m_spaceEnd = -1;
        if (isWritten)
            return true;
        if (takeKey(key) || m_session->takeKey(key))
            return true;
        const KqlCompletionItem *item = m_popup->isVisible() ? m_popup->chosen() : nullptr;
        if (item == nullptr || typed().isEmpty())
            break;
        if (key.text() == QLatin1String("(") && item->before.endsWith(u'(')) {
            accept(true);
            return true;
        }
        if (key.text() == QLatin1String(".") && m_popup->isPicked() &&
            (item->kind == KqlNameKind::Column || item->kind == KqlNameKind::Local))
            accept(false); // and the dot is typed behind it
        break;
    }
    case QEvent::FocusOut:
    case QEvent::MouseButtonPress:
        m_spaceEnd = -1;
        [[fallthrough]];
    case QEvent::Wheel:
    case QEvent::Hide:
        if (m_start >= 0)
            close();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void EditorCompletion::accept(bool isOpening)
{
    if (m_popup->chosen() == nullptr || m_start < 0)
        return;
    const KqlCompletionItem item = *m_popup->chosen();
    QueryEditor &editor = m_language.editor();
    const QString text = editor.text();
    const qsizetype start = m_start;
    qsizetype end = caretUnits(editor);
    close();
    while (end < text.size() && isKqlNameCharacter(text.at(end)))
        ++end;
    if (item.kind == KqlNameKind::Snippet) {
        insert(item, start, end);
        return;
    }
    QString before = item.before;
    QString after = item.after;
    const QChar next = end < text.size() ? text.at(end) : QChar();
    if (before.endsWith(u'(') && next == u'(') {
        before.chop(1);
        after.clear();
    } else if (before.endsWith(u' ') && next == u' ') {
        before.chop(1);
    } else if (before.endsWith(u'=') && (next == u'=' || next == u':')) {
        before.chop(1);
    }
    {
        const QScopedValueRollback writing(m_isWriting, true);
        editor.replacePart(start, end - start, before + after);
        const auto caret = static_cast<unsigned long>(bytesAt(editor, start + before.size()));
        editor.SendScintilla(QsciScintillaBase::SCI_SETEMPTYSELECTION, caret);
        for (qsizetype i = 0; i < after.size(); ++i)
            editor.typing().noteAutomatic(static_cast<long>(caret) + i);
    }
    m_spaceEnd = before.endsWith(u' ') ? start + before.size() : -1;
    if (before.endsWith(u'('))
        emit callBegun();
    if (isOpening && item.isOpener && !before.isEmpty() && QStringView(u" (=").contains(before.back()))
        this->start(true);
}

void EditorCompletion::insert(const KqlCompletionItem &snippet, qsizetype start, qsizetype end)
{
    const QScopedValueRollback writing(m_isWriting, true);
    m_session->insert(start, end - start, SnippetText::read(snippet.before));
}

} // namespace sonde
