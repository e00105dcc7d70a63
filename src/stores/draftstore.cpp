#include "stores/draftstore.h"

#include "core/atomicfile.h"
#include "stores/draftwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DraftStore)
};

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, {}, {}, file.errorString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::Io, {}, {}, file.errorString());
    return bytes;
}

/// Moves a damaged file out of the way and says where it is; where that fails it is left as it is.
Error setAside(const QString &path, const Error &damage)
{
    QString aside = path + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = path + QStringLiteral(".damaged.%1").arg(number);
    const bool isMoved = QFile::rename(path, aside);
    Error error = damage;
    error.advice = Words::tr("It is kept as “%1”; what can be read in it can be copied from there.")
                       .arg(QDir::toNativeSeparators(isMoved ? aside : path));
    return error;
}

/// The first %1 of \a advice becomes the path.
Error unreadable(const QString &message, const QString &advice, const QString &path, const Error &reason)
{
    Error error;
    error.kind = ErrorKind::Io;
    error.message = message;
    error.advice = advice.arg(QDir::toNativeSeparators(path));
    error.detail = reason.detail;
    return error;
}

} // namespace

DraftStore::DraftStore(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{}

DraftStore::~DraftStore() = default;

QString DraftStore::runningPath() const
{
    return m_folder + QStringLiteral("/running");
}

Result<void> DraftStore::open()
{
    // Queries may name people and machines: the folder is nobody else's.
    QDir().mkpath(m_folder + QStringLiteral("/tabs"));
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto held = HeldFile::tryHold(m_folder + QStringLiteral("/lock"));
    if (!held)
        return failure(held.error());
    if (!*held) {
        return failure(ErrorKind::Usage, Words::tr("Another running Sonde has this session."),
                       Words::tr("Start with --new-instance for a session of its own."));
    }
    m_lock = std::move(*held);
    m_endedCleanly = !QFileInfo::exists(runningPath());
    removeLeftovers();
    // Where the mark cannot be made, the next start is silent about a crash; nothing else hangs on it.
    [[maybe_unused]] const Result<void> marked = replaceFile(runningPath(), {});
    m_writer = std::make_unique<DraftWriter>(m_folder);
    connect(m_writer.get(), &DraftWriter::failed, this, &DraftStore::failed);
    connect(m_writer.get(), &DraftWriter::recovered, this, &DraftStore::recovered);
    return {};
}

/// Files that were being written when the program ended.
void DraftStore::removeLeftovers() const
{
    for (const QString &folder : QStringList{m_folder, m_folder + QStringLiteral("/tabs")}) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList({QStringLiteral(".*.part")}, QDir::Files | QDir::Hidden))
            QFile::remove(dir.filePath(name));
    }
}

RestoredSession DraftStore::load()
{
    RestoredSession session;
    session.endedCleanly = m_endedCleanly;
    loadDrafts(session);
    loadLayout(session);
    return session;
}

void DraftStore::loadDrafts(RestoredSession &session) const
{
    const QDir dir(m_folder + QStringLiteral("/tabs"));
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString path = dir.filePath(name);
        const Result<QByteArray> bytes = readAll(path);
        if (!bytes) {
            session.notices.append(unreadable(
                Words::tr("The file of a tab could not be read."),
                Words::tr("Check “%1”; the tab comes back once the file can be read."), path, bytes.error()));
            continue;
        }
        Result<Draft> draft = draftFromJson(*bytes);
        if (!draft) {
            session.notices.append(setAside(path, draft.error()));
            continue;
        }
        // The name is what the tab is written to again, and what makes it the only one.
        draft->id = QFileInfo(name).completeBaseName();
        session.drafts.insert(draft->id, *draft);
    }
}

void DraftStore::loadLayout(RestoredSession &session) const
{
    const QString path = DraftWriter::layoutPath(m_folder);
    if (QFileInfo::exists(path)) {
        const Result<QByteArray> bytes = readAll(path);
        const Result<SessionLayout> layout =
            bytes ? sessionLayoutFromJson(*bytes) : Result<SessionLayout>(failure(bytes.error()));
        if (layout)
            session.layout = *layout;
        else if (bytes)
            session.notices.append(setAside(path, layout.error()));
        else
            session.notices.append(
                unreadable(Words::tr("The arrangement of windows and tabs could not be read."),
                           Words::tr("Check “%1”; the arrangement comes back once the file can be read."),
                           path, layout.error()));
    }
    // Each tab in one place, whatever the file says.
    QSet<QString> placed;
    const auto keepKnown = [&session, &placed](QStringList &ids) {
        ids.removeIf([&session, &placed](const QString &id) {
            if (!session.drafts.contains(id) || placed.contains(id))
                return true;
            placed.insert(id);
            return false;
        });
    };
    for (WindowLayout &window : session.layout.windows)
        keepKnown(window.tabs);
    keepKnown(session.layout.closed);

    // The text is what counts: a tab that was not yet in the layout comes back all the same.
    QStringList strays;
    const QStringList ids = session.drafts.keys();
    for (const QString &id : ids) {
        if (placed.contains(id))
            continue;
        if (session.drafts.value(id).query.text.isEmpty() && session.drafts.value(id).filePath.isEmpty()) {
            session.drafts.remove(id);
            QFile::remove(DraftWriter::draftPath(m_folder, id));
        } else {
            strays.append(id);
        }
    }
    if (strays.isEmpty())
        return;
    strays.sort();
    if (session.layout.windows.isEmpty())
        session.layout.windows.append(WindowLayout());
    session.layout.windows.first().tabs += strays;
}

void DraftStore::put(const Draft &draft)
{
    if (m_writer)
        m_writer->put(draft);
}

void DraftStore::putLayout(const SessionLayout &layout, const QStringList &dropped)
{
    if (m_writer)
        m_writer->putLayout(layout, dropped);
}

bool DraftStore::flush(std::chrono::milliseconds atMost)
{
    return !m_writer || m_writer->flush(atMost);
}

bool DraftStore::close(std::chrono::milliseconds atMost)
{
    if (!m_writer)
        return true;
    const bool isWritten = m_writer->flush(atMost);
    m_writer.reset();
    if (isWritten)
        QFile::remove(runningPath());
    m_lock.reset();
    return isWritten;
}

} // namespace sonde
