#include "widgets/editorrefactoring.h"

#include "core/kqltext.h"
#include "models/background.h"
#include "widgets/completiontext.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"

#include <QDesktopServices>
#include <QInputDialog>
#include <QRegularExpression>

namespace sonde {

namespace {

QString wordAt(const QString &text, qsizetype position)
{
    qsizetype start = position;
    qsizetype end = position;
    const auto isPart = [&text](qsizetype i) {
        return isKqlNameCharacter(text.at(i)) || (text.at(i) == u'-' && i > 0 && text.at(i - 1).isLetter());
    };
    while (start > 0 && isPart(start - 1))
        --start;
    while (end < text.size() && isPart(end))
        ++end;
    return text.mid(start, end - start);
}

} // namespace

qsizetype caretAfterFormatting(QStringView before, qsizetype caret, QStringView after)
{
    qsizetype solid = 0;
    for (qsizetype i = 0; i < caret && i < before.size(); ++i)
        solid += before[i].isSpace() ? 0 : 1;
    qsizetype at = 0;
    for (; at < after.size() && solid > 0; ++at)
        solid -= after[at].isSpace() ? 0 : 1;
    return at;
}

EditorRefactoring::EditorRefactoring(EditorLanguage &language)
    : QObject(&language.editor())
    , m_language(language)
    , m_slot(KqlService::makeSlot())
{
    // What was asked of a text is of no use for another.
    connect(&language.editor(), &QsciScintilla::textChanged, this, [this] {
        m_language.drop(m_slot);
        m_isFormatting = false;
    });
}

EditorRefactoring::~EditorRefactoring()
{
    m_language.drop(m_slot);
}

template <typename Answer, typename Take>
void EditorRefactoring::ask(const QFuture<Result<Answer>> &answer, Take take)
{
    // The answer may be on its way already while a key changes the text.
    const auto question = ++m_question;
    whenDone(this, answer,
             [this, question, text = m_language.editor().text(), take](const Result<Answer> &found) {
                 if (question != m_question || m_language.editor().text() != text)
                     return;
                 m_isFormatting = false;
                 if (found)
                     take(*found);
                 else
                     emit refused(found.error());
             });
}

bool EditorRefactoring::isReady()
{
    if (m_language.service() == nullptr)
        emit noted(tr("This build has no Kusto language service."));
    else if (!m_language.isActive())
        emit noted(tr("This works in KQL that can be edited."));
    else
        return true;
    return false;
}

void EditorRefactoring::format()
{
    if (!isReady())
        return;
    QueryEditor &editor = m_language.editor();
    const QString text = editor.text();
    qsizetype start = 0;
    qsizetype end = text.size();
    const TextPlace place = editor.place();
    if (place.selectionLength > 0) {
        start = place.selectionStart > 0 ? text.lastIndexOf(u'\n', place.selectionStart - 1) + 1 : 0;
        end = place.selectionStart + place.selectionLength;
        while (end > start && text.at(end - 1) == u'\n')
            --end;
        const qsizetype lineEnd = text.indexOf(u'\n', end);
        end = lineEnd < 0 ? text.size() : lineEnd;
    }
    emit noted(tr("Formatting… Esc stops it."));
    m_isFormatting = true;
    ask(m_language.service()->format(text.mid(start, end - start),
                                     {KqlQuestion::Urgency::Background, m_slot}),
        [this, start, end](const QString &formatted) { takeFormatted(start, end - start, formatted); });
}

bool EditorRefactoring::stop()
{
    if (!m_isFormatting)
        return false;
    m_language.drop(m_slot);
    ++m_question; // its answer may be on its way already
    m_isFormatting = false;
    emit noted(tr("Formatting was stopped; the query is as it was."));
    return true;
}

void EditorRefactoring::takeFormatted(qsizetype start, qsizetype length, const QString &formatted)
{
    QueryEditor &editor = m_language.editor();
    const QString before = editor.text().mid(start, length);
    if (formatted == before) {
        emit noted(tr("The query is formatted already."));
        return;
    }
    const qsizetype caret =
        start + caretAfterFormatting(before, std::max<qsizetype>(caretUnits(editor) - start, 0), formatted);
    const long firstLine = editor.SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE);
    editor.replacePart(start, length, formatted);
    editor.SendScintilla(QsciScintillaBase::SCI_SETEMPTYSELECTION,
                         static_cast<unsigned long>(bytesAt(editor, caret)));
    editor.SendScintilla(QsciScintillaBase::SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(firstLine));
    editor.ensureCursorVisible();
}

void EditorRefactoring::goToDefinition()
{
    if (!isReady())
        return;
    const EditorLanguage::Place at = m_language.placeAt(caretUnits(m_language.editor()));
    ask(m_language.service()->references(at.place, {KqlQuestion::Urgency::Asked, m_slot}),
        [this, start = at.start](const KqlReferences &found) {
            for (const KqlReferences::Place &place : found.places) {
                if (place.isDeclaration) {
                    goTo(start + place.start);
                    return;
                }
            }
            emit noted(tr("The query does not make this name."));
        });
}

void EditorRefactoring::rename()
{
    if (!isReady())
        return;
    const EditorLanguage::Place at = m_language.placeAt(caretUnits(m_language.editor()));
    ask(m_language.service()->references(at.place, {KqlQuestion::Urgency::Asked, m_slot}),
        [this, start = at.start](const KqlReferences &found) {
            if (found.isLocal())
                askForName(found, start);
            else
                emit noted(tr("Only names that the query itself makes can be renamed."));
        });
}

void EditorRefactoring::askForName(const KqlReferences &references, qsizetype blockStart)
{
    QueryEditor &editor = m_language.editor();
    const KqlReferences::Place &first = references.places.first();
    const QString text = editor.text();
    auto *dialog = new QInputDialog(&editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    const QString old = text.mid(blockStart + first.start, first.length);
    //: %1: a name of the query
    dialog->setLabelText(
        tr("A new name for %1, in %n places", nullptr, static_cast<int>(references.places.size())).arg(old));
    dialog->setTextValue(old);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, references, blockStart, text, old](const QString &name) {
                // The dialog is modal to the window, but undo and other windows are not.
                if (!name.trimmed().isEmpty() && name.trimmed() != old && m_language.editor().text() == text)
                    replaceAll(references, blockStart, kqlName(name.trimmed()));
            });
    dialog->open();
}

void EditorRefactoring::replaceAll(const KqlReferences &references, qsizetype blockStart, const QString &name)
{
    QueryEditor &editor = m_language.editor();
    const qsizetype caret = caretUnits(editor);
    qsizetype caretAfter = caret;
    editor.beginUndoAction();
    for (auto place = references.places.crbegin(); place != references.places.crend(); ++place) {
        const qsizetype start = blockStart + place->start;
        editor.replacePart(start, place->length, name);
        if (start < caret)
            caretAfter += std::max<qsizetype>(name.size() - place->length, start - caret);
    }
    editor.endUndoAction();
    editor.SendScintilla(QsciScintillaBase::SCI_SETEMPTYSELECTION,
                         static_cast<unsigned long>(bytesAt(editor, caretAfter)));
}

void EditorRefactoring::extract()
{
    if (!isReady())
        return;
    const TextPlace place = m_language.editor().place();
    if (place.selectionLength == 0) {
        emit noted(tr("Select the expression that becomes a variable."));
        return;
    }
    const EditorLanguage::Place at = m_language.placeAt(place.selectionStart);
    ask(m_language.service()->extract(at.place, static_cast<int>(place.selectionLength),
                                      {KqlQuestion::Urgency::Asked, m_slot}),
        [this, start = at.start](const KqlEdit &edit) {
            if (edit.isEmpty())
                emit noted(tr("What is selected is no expression of its own."));
            else
                applyExtract(edit, start);
        });
}

void EditorRefactoring::applyExtract(const KqlEdit &edit, qsizetype blockStart)
{
    QueryEditor &editor = m_language.editor();
    editor.beginUndoAction();
    for (auto piece = edit.pieces.crbegin(); piece != edit.pieces.crend(); ++piece)
        editor.replacePart(blockStart + piece->start, piece->length, piece->text);
    editor.endUndoAction();
    static const QRegularExpression declaration(QStringLiteral("\\blet\\s+(\\w+)\\s*="));
    const QRegularExpressionMatch made = declaration.match(edit.pieces.first().text);
    if (!made.hasMatch())
        return;
    // The declaration, and where the expression stood: both are typed over at once.
    QList<qsizetype> starts;
    qsizetype moved = 0;
    for (const KqlEdit::Piece &piece : edit.pieces) {
        const qsizetype inPiece = piece.text.indexOf(made.captured(1));
        if (inPiece >= 0)
            starts.append(blockStart + piece.start + moved + inPiece);
        moved += piece.text.size() - piece.length;
    }
    selectPlaces(starts, made.capturedLength(1));
}

void EditorRefactoring::goTo(qsizetype units)
{
    QueryEditor &editor = m_language.editor();
    editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, static_cast<unsigned long>(bytesAt(editor, units)));
    int line = 0;
    int column = 0;
    editor.getCursorPosition(&line, &column);
    editor.ensureLineVisible(line);
    editor.ensureCursorVisible();
    editor.setFocus();
}

void EditorRefactoring::selectPlaces(const QList<qsizetype> &starts, qsizetype length)
{
    QueryEditor &editor = m_language.editor();
    bool isFirst = true;
    for (const qsizetype start : starts) {
        const auto from = static_cast<unsigned long>(bytesAt(editor, start));
        const long to = bytesAt(editor, start + length);
        editor.SendScintilla(isFirst ? QsciScintillaBase::SCI_SETSELECTION
                                     : QsciScintillaBase::SCI_ADDSELECTION,
                             static_cast<unsigned long>(to), static_cast<long>(from));
        isFirst = false;
    }
    editor.ensureCursorVisible();
    editor.setFocus();
}

void EditorRefactoring::showDocumentation()
{
    QueryEditor &editor = m_language.editor();
    const QString word = wordAt(editor.text(), caretUnits(editor));
    const QUrl page = documentationOf(word, m_language.schema());
    if (page.isEmpty()) {
        emit noted(word.isEmpty() ? tr("Put the caret into the name of a table, a function or an operator.")
                                  //: %1: a word of the query
                                  : tr("There is no page about %1.").arg(word));
        return;
    }
    QDesktopServices::openUrl(page);
}

} // namespace sonde
