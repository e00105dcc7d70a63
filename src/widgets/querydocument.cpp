#include "widgets/querydocument.h"

#include "widgets/messagebar.h"
#include "widgets/queryeditor.h"
#include "widgets/queryfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace sonde {

namespace {

/// As much of a query as is needed to tell it from another.
constexpr qsizetype comparedLength = 4096;

/// The lines that say something: no comments, nothing empty.
QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QStringView line : QStringView(text).left(comparedLength).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith(QLatin1String("//")))
            lines.append(trimmed.toString());
    }
    return lines;
}

/// What a query is about in the first place: mostly its table.
QString firstWord(const QStringList &lines)
{
    const QString first = lines.value(0);
    qsizetype end = 0;
    while (end < first.size() && !first.at(end).isSpace() && first.at(end) != u'|')
        ++end;
    return first.left(end);
}

/// Whether \a text is still \a original with changes: it begins with the same word, and of an original with
/// several lines one is left besides the first.
bool isStillThatQuery(const QString &text, const QString &original)
{
    const QStringList before = linesOf(original);
    const QStringList now = linesOf(text);
    if (before.isEmpty())
        return true;
    if (firstWord(before) != firstWord(now))
        return false;
    if (before.size() == 1)
        return true;
    return std::any_of(before.begin() + 1, before.end(),
                       [&now](const QString &line) { return now.contains(line); });
}

} // namespace

QueryDocument::QueryDocument(QueryEditor &editor, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_messages(messages)
    , m_id(newDraftId())
{
    connect(&m_editor, &QsciScintilla::modificationChanged, this, &QueryDocument::titleChanged);
    connect(&m_editor, &QueryEditor::languageStepped, this, &QueryDocument::keepTitle);
}

QString QueryDocument::fileName() const
{
    return QFileInfo(m_filePath).fileName();
}

QString QueryDocument::title() const
{
    if (!m_filePath.isEmpty())
        return fileName();
    return hasNumberedTitle() ? m_numberedTitle : m_title;
}

bool QueryDocument::hasNumberedTitle() const
{
    return m_filePath.isEmpty() && (m_titleKind == Draft::Title::Numbered ||
                                    (m_titleKind == Draft::Title::Given && m_isAnotherQuery));
}

void QueryDocument::setOwnTitle(const QString &title)
{
    if (title.isEmpty() || !m_filePath.isEmpty())
        return;
    m_title = title;
    m_titleKind = Draft::Title::Own;
    emit titleChanged();
}

void QueryDocument::setGivenTitle(const QString &title)
{
    m_title = title;
    m_titleKind = Draft::Title::Given;
    m_titledText = m_editor.queryText().left(comparedLength);
    m_isAnotherQuery = false;
    emit titleChanged();
}

void QueryDocument::setNumberedTitle(const QString &title)
{
    m_numberedTitle = title;
}

void QueryDocument::setPinned(bool isPinned)
{
    if (isPinned == m_isPinned)
        return;
    m_isPinned = isPinned;
    emit titleChanged();
}

void QueryDocument::checkTitle()
{
    if (m_titleKind != Draft::Title::Given || !m_filePath.isEmpty())
        return;
    const bool isAnother = !isStillThatQuery(m_editor.queryText(), m_titledText);
    if (isAnother == m_isAnotherQuery)
        return;
    m_isAnotherQuery = isAnother;
    emit titleChanged();
}

/// In another language it is the same query.
void QueryDocument::keepTitle()
{
    if (m_titleKind == Draft::Title::Given && !m_isAnotherQuery)
        m_titledText = m_editor.queryText().left(comparedLength);
}

bool QueryDocument::isModified() const
{
    return m_differs || m_editor.isModified();
}

bool QueryDocument::isOwnFile(const QString &path) const
{
    const QString real = QFileInfo(path).canonicalFilePath(); // empty where there is no such file
    return path == m_filePath || (!real.isEmpty() && real == QFileInfo(m_filePath).canonicalFilePath());
}

Result<QueryFile> QueryDocument::read() const
{
    return m_isFavourite && m_favouriteReader ? m_favouriteReader(m_filePath) : readQueryFile(m_filePath);
}

void QueryDocument::take(const QString &path, const QueryFile &file)
{
    m_filePath = path;
    m_form = file.form;
    m_stamp = file.stamp;
    m_noticed.reset();
    m_differs = false;
    // It is called as the file is, and no longer as what it began as.
    m_titleKind = Draft::Title::Numbered;
    m_editor.setModified(false);
    emit titleChanged();
}

void QueryDocument::setFile(const QString &path, const QueryFile &file)
{
    m_isFavourite = false;
    take(path, file);
}

void QueryDocument::setFavourite(const QString &path)
{
    m_isFavourite = true;
    take(path, {{}, {}, stampOf(path)});
}

void QueryDocument::followFile(const QString &path, bool isSeen)
{
    m_filePath = path;
    if (isSeen) {
        m_stamp = stampOf(path);
        m_noticed.reset();
    }
    emit titleChanged();
}

bool QueryDocument::mayReplaceFile()
{
    const FileStamp now = stampOf(m_filePath);
    if (!now.exists() || now == m_stamp)
        return true;
    askAboutChange();
    return now == m_stamp; // where it holds just this text
}

bool QueryDocument::saveTo(const QString &path)
{
    const bool isOwn = isOwnFile(path);
    if (isOwn && m_isFavourite && m_favouriteWriter) {
        if (!m_favouriteWriter())
            return false;
        emit saved(m_filePath);
        return true;
    }
    if (isOwn && !mayReplaceFile())
        return false;
    if (const Result<void> written = writeQueryFile(path, m_editor.queryText(), m_form); !written) {
        m_messages.showError(written.error());
        return false;
    }
    setFile(path, {{}, m_form, stampOf(path)});
    emit saved(path);
    return true;
}

void QueryDocument::checkFile()
{
    if (m_filePath.isEmpty())
        return;
    const FileStamp now = stampOf(m_filePath);
    if (now == m_stamp || now == m_noticed)
        return;
    if (now.exists()) {
        askAboutChange();
        return;
    }
    if (!m_stamp.exists())
        return; // it was gone before
    m_stamp = now;
    m_differs = true;
    m_messages.showMessage(MessageBar::Level::Warning, tr("“%1” is no longer there.").arg(fileName()),
                           tr("The text is still here; save it to write the file again."));
    emit titleChanged();
}

void QueryDocument::askAboutChange()
{
    const FileStamp seen = stampOf(m_filePath);
    m_noticed = seen;
    if (const Result<QueryFile> file = read();
        file && file->form == m_form && file->text == m_editor.queryText()) {
        // Touched, or changed to just this text.
        take(m_filePath, *file);
        return;
    }
    m_messages.showChoices(
        MessageBar::Level::Warning, tr("“%1” was changed by another program.").arg(fileName()),
        isModified() ? tr("Reloading replaces your changes; undo brings them back. Keeping "
                          "yours lets the next save replace the file.")
                     : tr("Reload it, or keep the text that is here."),
        {{tr("Rel&oad"), [this] { reload(); }}, {tr("&Keep mine"), [this, seen] { keepMine(seen); }}});
}

void QueryDocument::reload()
{
    const Result<QueryFile> file = read();
    if (!file) {
        m_messages.showError(file.error());
        return;
    }
    m_editor.replaceQueryText(file->text);
    take(m_filePath, *file);
    emit reloaded();
}

void QueryDocument::keepMine(const FileStamp &seen)
{
    m_stamp = seen;
    m_differs = true;
    emit overruled();
    emit titleChanged();
}

void QueryDocument::restore(const Draft &draft)
{
    m_id = draft.id;
    m_titleKind = draft.titleKind;
    if (m_titleKind == Draft::Title::Numbered)
        m_numberedTitle = draft.title;
    else
        m_title = draft.title;
    m_titledText = draft.titledText;
    m_isAnotherQuery = false;
    m_filePath = draft.filePath;
    m_isFavourite = draft.isFavourite && !draft.filePath.isEmpty();
    m_stamp = draft.fileStamp;
    m_form = draft.fileForm;
    m_differs = draft.isModified;
    m_isPinned = draft.isPinned;
    emit titleChanged();
}

void QueryDocument::describe(Draft &draft) const
{
    draft.id = m_id;
    const bool isGiven = m_titleKind == Draft::Title::Given && !m_isAnotherQuery;
    const bool isOwn = m_titleKind == Draft::Title::Own;
    draft.titleKind = isGiven || isOwn ? m_titleKind : Draft::Title::Numbered;
    draft.title = isGiven || isOwn ? m_title : m_numberedTitle;
    if (isGiven)
        draft.titledText = m_titledText;
    draft.filePath = m_filePath;
    draft.isFavourite = m_isFavourite;
    draft.fileStamp = m_stamp;
    draft.fileForm = m_form;
    draft.isModified = isModified();
    draft.isPinned = m_isPinned;
}

} // namespace sonde
