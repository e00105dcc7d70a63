#pragma once

#include "stores/draft.h"
#include "stores/heldfile.h"
#include "stores/sessionlayout.h"

#include <QHash>
#include <QObject>
#include <chrono>
#include <memory>

namespace sonde {

class DraftWriter;

/// What was found in a session's folder.
struct RestoredSession
{
    SessionLayout layout; ///< names only drafts that are there
    QHash<QString, Draft> drafts;
    bool endedCleanly = true; ///< false after a crash, a kill or a power cut
    QList<Error> notices;     ///< about files that could not be read
};

/// The open tabs of one session on the disk, so that a crash takes at most the last second of typing.
///
/// A folder holds one file per tab (`tabs/ID.json`), `layout.json`, `lock`, and, while a program has it,
/// `running`. All but `lock` is written through AtomicFile on a thread of its own. For the GUI thread.
class DraftStore final : public QObject
{
    Q_OBJECT

public:
    /// \a folder is made with open().
    explicit DraftStore(QString folder, QObject *parent = nullptr);
    /// As after a crash: call close() for a clean end.
    ~DraftStore() override;

    const QString &folder() const { return m_folder; }

    /// Takes the folder for this program. Usage where another program has it; Io where it cannot be used.
    Result<void> open();
    bool isOpen() const { return m_writer != nullptr; }
    /// Reads the folder. A damaged file is set aside and spoken of in the notices, the others come back; a
    /// tab that no window has comes back in the first. Only when open.
    RestoredSession load();

    /// These return at once and do nothing unless open.
    void put(const Draft &draft);
    /// Once the layout is on the disk, the files of \a dropped are removed.
    void putLayout(const SessionLayout &layout, const QStringList &dropped = {});
    /// Waits for the disk, at most that long. False where something is still not written.
    bool flush(std::chrono::milliseconds atMost);
    /// flush(), and lets go of the folder. The end counts as clean only where all was written.
    bool close(std::chrono::milliseconds atMost);

signals:
    /// The disk takes nothing; it is tried again until recovered(). Said once.
    void failed(const sonde::Error &error);
    void recovered();

private:
    QString runningPath() const;
    void removeLeftovers() const;
    void loadDrafts(RestoredSession &session) const;
    void loadLayout(RestoredSession &session) const;

    const QString m_folder;
    std::unique_ptr<HeldFile> m_lock; ///< says that the folder is this program's
    bool m_endedCleanly = true;
    std::unique_ptr<DraftWriter> m_writer;
};

} // namespace sonde
