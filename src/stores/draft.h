#pragma once

#include "core/parametervalue.h"
#include "core/query.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace sonde {

/// A file as it was last seen: enough to notice that somebody else changed it.
struct FileStamp
{
    qint64 modifiedMs = -1; ///< since 1970, UTC
    qint64 size = -1;       ///< bytes; -1: there is no such file
    bool exists() const { return size >= 0; }
    bool operator==(const FileStamp &) const = default;
};

/// What of a text file is not its text, and is to be the same after saving.
struct TextForm
{
    bool byteOrderMark = false;
    bool crlf = false; ///< every line ends with CR LF
    bool operator==(const TextForm &) const = default;
};

/// One tab as it is kept on the disk: the query as typed, where it belongs, and where the caret was.
struct Draft
{
    enum class Title {
        Numbered, ///< “Query 3”
        Given,    ///< of the sample or favourite that it began as; goes when the query becomes another
        Own       ///< typed by the user
    };

    QString id; ///< also the name of its file; see newDraftId()
    Query query;
    ParameterValues parameters; ///< what was typed for those of the query
    QString connectionId;
    QByteArray zone; ///< in which datetimes are shown, an IANA name; empty: as everywhere
    QString title;
    Title titleKind = Title::Numbered;
    QString titledText; ///< with Title::Given: the beginning of the query that the title is of
    QString filePath;   ///< empty where the query is in no file
    FileStamp fileStamp;
    TextForm fileForm;
    bool isModified = false; ///< the text differs from the file's
    /// The file is a favourite's, of which the text is the query alone.
    bool isFavourite = false;
    bool isPinned = false; ///< the tab stands before the others and is not closed with them
    int caretLine = 0;     ///< from 0
    int caretColumn = 0;   ///< from 0, as the editor counts
};

QString newDraftId();

/// As UTF-8 JSON. Every text comes back as it was, also with NUL characters and lone surrogates.
QByteArray toJson(const Draft &draft);
/// Decode where \a json is no draft. A value that cannot be understood is its default; the text must be
/// there.
Result<Draft> draftFromJson(const QByteArray &json);

} // namespace sonde
