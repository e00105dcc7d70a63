#pragma once

#include "stores/draft.h"
#include "stores/sessionlayout.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QWaitCondition>
#include <chrono>
#include <memory>
#include <optional>

class QThread;

namespace sonde {

/// Writes the files of a session on a thread of its own, the newest state of each and nothing twice. What
/// cannot be written is tried again until it can. Its functions are for the GUI thread and do not wait for
/// the disk, but for flush() and the destructor.
class DraftWriter final : public QObject
{
    Q_OBJECT

public:
    /// \a folder is there; see DraftStore for what it holds.
    explicit DraftWriter(QString folder, QObject *parent = nullptr);
    /// Ends after the file that is being written; see flush().
    ~DraftWriter() override;

    void put(const Draft &draft);
    /// Once the layout is on the disk, the files of \a dropped are removed.
    void putLayout(const SessionLayout &layout, const QStringList &dropped);
    /// Waits until all is on the disk, at most that long. False where it is not.
    bool flush(std::chrono::milliseconds atMost);

    static QString draftPath(const QString &folder, const QString &id);
    static QString layoutPath(const QString &folder);

signals:
    /// Once, however often it is tried again, until recovered().
    void failed(const sonde::Error &error);
    /// All that could not be written has been written after all.
    void recovered();

private:
    struct Work
    {
        QHash<QString, Draft> drafts;
        std::optional<SessionLayout> layout;
        QStringList dropped;
        bool isEmpty() const { return drafts.isEmpty() && !layout && dropped.isEmpty(); }
    };

    void work();
    Result<void> write(Work &work) const;
    void takeBack(Work &&work);

    const QString m_folder;
    QMutex m_mutex;
    QWaitCondition m_changed;
    QWaitCondition m_settled;
    Work m_pending; ///< from here on: under m_mutex
    bool m_isWriting = false;
    bool m_isEnding = false;
    bool m_isFlushing = false;
    int m_failures = 0; ///< since the last write that succeeded
    std::unique_ptr<QThread> m_thread;
};

} // namespace sonde
