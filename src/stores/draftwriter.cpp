#include "stores/draftwriter.h"

#include "core/atomicfile.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

namespace sonde {

namespace {

/// Between two tries on a disk that takes nothing.
constexpr int retryMs = 2000;

Result<void> replace(const QString &path, const QByteArray &bytes)
{
    return replaceFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace

DraftWriter::DraftWriter(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_thread(QThread::create([this] { work(); }))
{
    m_thread->setObjectName(QStringLiteral("drafts"));
    m_thread->start();
}

DraftWriter::~DraftWriter()
{
    {
        QMutexLocker lock(&m_mutex);
        m_isEnding = true;
        m_changed.wakeAll();
    }
    m_thread->wait();
}

QString DraftWriter::draftPath(const QString &folder, const QString &id)
{
    return folder + QStringLiteral("/tabs/") + id + QStringLiteral(".json");
}

QString DraftWriter::layoutPath(const QString &folder)
{
    return folder + QStringLiteral("/layout.json");
}

void DraftWriter::put(const Draft &draft)
{
    QMutexLocker lock(&m_mutex);
    m_pending.drafts.insert(draft.id, draft);
    m_changed.wakeAll();
}

void DraftWriter::putLayout(const SessionLayout &layout, const QStringList &dropped)
{
    QMutexLocker lock(&m_mutex);
    m_pending.layout = layout;
    m_pending.dropped += dropped;
    for (const QString &id : dropped)
        m_pending.drafts.remove(id);
    m_changed.wakeAll();
}

bool DraftWriter::flush(std::chrono::milliseconds atMost)
{
    const QDeadlineTimer deadline(atMost);
    QMutexLocker lock(&m_mutex);
    m_isFlushing = true;
    m_changed.wakeAll();
    // The first failure may be of a try that began before this call; the second is the disk's answer.
    const int enoughFailures = m_failures + 2;
    while ((m_isWriting || !m_pending.isEmpty()) && m_failures < enoughFailures) {
        if (!m_settled.wait(&m_mutex, deadline))
            break;
    }
    m_isFlushing = false;
    return !m_isWriting && m_pending.isEmpty();
}

void DraftWriter::work()
{
    QMutexLocker lock(&m_mutex);
    while (!m_isEnding) {
        if (m_pending.isEmpty()) {
            m_changed.wait(&m_mutex);
            continue;
        }
        Work work = std::exchange(m_pending, {});
        m_isWriting = true;
        lock.unlock();
        const Result<void> written = write(work);
        lock.relock();
        m_isWriting = false;
        const bool hadFailed = m_failures > 0;
        m_failures = written ? 0 : m_failures + 1;
        takeBack(std::move(work));
        m_settled.wakeAll();
        if (written && hadFailed) {
            emit recovered();
        } else if (!written) {
            if (!hadFailed)
                emit failed(written.error());
            QDeadlineTimer untilRetry(retryMs);
            while (!m_isEnding && !m_isFlushing && m_changed.wait(&m_mutex, untilRetry)) {
            }
        }
    }
}

Result<void> DraftWriter::write(Work &work) const
{
    // Texts first: what the layout names must be there. What was dropped goes last, so that a text is only
    // removed when no layout names it any more.
    while (!work.drafts.isEmpty()) {
        const auto first = work.drafts.constBegin();
        if (auto written = replace(draftPath(m_folder, first.key()), toJson(first.value())); !written)
            return written;
        work.drafts.erase(first);
    }
    if (work.layout) {
        if (auto written = replace(layoutPath(m_folder), toJson(*work.layout)); !written)
            return written;
        work.layout.reset();
    }
    for (const QString &id : std::as_const(work.dropped))
        QFile::remove(draftPath(m_folder, id));
    work.dropped.clear();
    return {};
}

/// What is left of \a work waits again, unless something newer waits already.
void DraftWriter::takeBack(Work &&work)
{
    for (auto draft = work.drafts.constBegin(); draft != work.drafts.constEnd(); ++draft) {
        if (!m_pending.drafts.contains(draft.key()) && !m_pending.dropped.contains(draft.key()))
            m_pending.drafts.insert(draft.key(), draft.value());
    }
    if (work.layout && !m_pending.layout)
        m_pending.layout = std::move(work.layout);
    m_pending.dropped += work.dropped;
}

} // namespace sonde
