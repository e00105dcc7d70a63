#pragma once

#include "core/result.h"
#include "core/snippet.h"

#include <QDateTime>
#include <QObject>
#include <optional>

namespace sonde {

/// The snippets: those that come with the program, and a person's own in one JSON file, which may be edited
/// by hand. One of the same name stands in the place of the program's. What cannot be read in the file is
/// left out, and the file is kept beside the new one when it is replaced. For the GUI thread.
class SnippetStore final : public QObject
{
    Q_OBJECT

public:
    /// \a path is the file; it is read when it is first asked for, and again when it has changed.
    explicit SnippetStore(QString path, QObject *parent = nullptr);

    /// Those of the program, in their order.
    static const QList<Snippet> &builtIn();

    /// All there are: the program's that were not removed, then a person's own.
    const QList<Snippet> &snippets();
    /// Why the file, or a part of it, could not be read; none where it could.
    const std::optional<Error> &problem();
    /// The same, but once for each state of the file.
    std::optional<Error> takeProblem();

    /// From now on these are all there are. Io where the file could not be written: nothing has changed then.
    Result<void> replace(const QList<Snippet> &snippets);

    const QString &path() const { return m_path; }

private:
    void load();
    void read(const QByteArray &bytes);
    void note(const QString &detail);
    Result<void> keepUnreadable();

    QString m_path;
    QList<Snippet> m_snippets;
    std::optional<Error> m_problem;
    bool m_isTold = false;
    bool m_isLoaded = false;
    QDateTime m_readAt; ///< the file's time when it was read
    qint64 m_readSize = -1;
};

} // namespace sonde
