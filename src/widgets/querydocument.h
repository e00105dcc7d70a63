#pragma once

#include "stores/draft.h"
#include "widgets/queryfile.h"

#include <QObject>
#include <functional>
#include <optional>

namespace sonde {

class MessageBar;
class QueryEditor;

/// What a page's query is called and which file it belongs to. Notices when somebody else changes the file,
/// and asks in the message bar.
class QueryDocument final : public QObject
{
    Q_OBJECT

public:
    using Reader = std::function<Result<QueryFile>(const QString &path)>;
    using Writer = std::function<bool()>;

    /// Both outlive the document.
    QueryDocument(QueryEditor &editor, MessageBar &messages, QObject *parent = nullptr);

    /// How the file of a favourite is read again, which holds more than the query.
    void setReader(Reader reader) { m_favouriteReader = std::move(reader); }
    /// How the text comes into the favourite's file. Calls setFavourite() with the file that has it now;
    /// false, with a message, where that is not the one it was to go to.
    void setWriter(Writer writer) { m_favouriteWriter = std::move(writer); }

    /// Of its draft; stays the same until the tab is gone for good.
    const QString &id() const { return m_id; }

    /// The file's name where there is one; else what it was called; else empty, and it wants a number.
    QString title() const;
    /// A title typed by the user. Nothing changes where the query is in a file: that is called as it is.
    void setOwnTitle(const QString &title);
    /// The title of what the query began as; it goes when the text becomes another query.
    void setGivenTitle(const QString &title);
    /// “Query 3”, which is shown while there is no other title.
    bool hasNumberedTitle() const;
    void setNumberedTitle(const QString &title);
    /// Looks whether a given title still fits; after the text has changed.
    void checkTitle();

    /// Whether its tab stands before the others and is not closed with them.
    bool isPinned() const { return m_isPinned; }
    void setPinned(bool isPinned);

    /// Empty where the query is in no file.
    const QString &filePath() const { return m_filePath; }
    /// Whether the file is a favourite's, of which the text is the query alone. The text itself has no say
    /// in it: it may begin like a file's properties.
    bool isFavourite() const { return m_isFavourite; }
    /// Whether nobody else changed the file since it was read or written here.
    bool isFileAsSeen() const { return stampOf(m_filePath) == m_stamp; }
    /// Whether the text differs from what the file, or the page's setQuery(), brought.
    bool isModified() const;
    /// The text of \a file, the whole of it, was put into the editor.
    void setFile(const QString &path, const QueryFile &file);
    /// The text is the query of the favourite in that file, as the file is now.
    void setFavourite(const QString &path);
    /// The file lies there now; the text is no more and no less saved than before. With \a isSeen what
    /// the file holds now is known, and is no change by somebody else.
    void followFile(const QString &path, bool isSeen);
    /// Writes the text there and belongs to that file from then on: the whole file, except where it is the
    /// document's own and a favourite's. False, with a message, where it was not written, also because the
    /// file was changed by somebody else and nobody has decided yet.
    bool saveTo(const QString &path);
    /// Whether a save may write over what the file holds now; asks in the message bar where that is not what
    /// was last seen.
    bool mayReplaceFile();
    /// Asks in the message bar where the file is another than the one last seen.
    void checkFile();

    /// Takes everything but the query itself, which is in the editor already.
    void restore(const Draft &draft);
    /// Everything but the query itself.
    void describe(Draft &draft) const;

signals:
    /// The title, whether the text differs from the file, or whether the tab is pinned.
    void titleChanged();
    /// The text is in that file now.
    void saved(const QString &path);
    /// The text was taken from its file once more.
    void reloaded();
    /// The text stays, and its next saving replaces what somebody else wrote into the file.
    void overruled();

private:
    void keepTitle();
    QString fileName() const;
    bool isOwnFile(const QString &path) const;
    Result<QueryFile> read() const;
    void take(const QString &path, const QueryFile &file);
    void askAboutChange();
    void reload();
    void keepMine(const FileStamp &seen);

    QueryEditor &m_editor;
    MessageBar &m_messages;
    Reader m_favouriteReader;
    Writer m_favouriteWriter;
    QString m_id;
    QString m_title;
    Draft::Title m_titleKind = Draft::Title::Numbered;
    QString m_titledText;
    bool m_isAnotherQuery = false; ///< than the one that a given title is of
    QString m_numberedTitle;
    QString m_filePath;
    TextForm m_form;
    FileStamp m_stamp;                  ///< of the file as last read or written
    std::optional<FileStamp> m_noticed; ///< of a change that was spoken of
    bool m_isFavourite = false;
    bool m_isPinned = false;
    bool m_differs = false; ///< from the file, whatever the editor knows of changes
};

} // namespace sonde
