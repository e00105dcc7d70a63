#include "widgets/rowsorigin.h"

#include "widgets/runstatus.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RowsOrigin)
};

QString describeCompleteness(Completeness completeness)
{
    switch (completeness) {
    case Completeness::Partial:
        return Words::tr("partial");
    case Completeness::Capped:
        return Words::tr("capped");
    case Completeness::Complete:
        break;
    }
    return Words::tr("complete");
}

QString describeWorkspace(const StoredResult &about)
{
    // An id says nothing to a reader, and is long.
    if (about.workspace.isEmpty() || about.workspace == about.connection || isGuid(about.workspace)) {
        //: %1: the name of a connection
        return Words::tr("in “%1”").arg(about.connection);
    }
    //: %1: the name of a connection; %2: of its workspace
    return Words::tr("in “%1” (%2)").arg(about.connection, about.workspace);
}

QString describeKept(qint64 kept, qint64 all, const QString &asked)
{
    if (kept >= all) {
        //: %L1: how many; %2: a date and time, as 21 Nov 2026 16:02 UTC
        return Words::tr("All %L1 rows, as they were on %2", nullptr, pluralOf(kept)).arg(kept).arg(asked);
    }
    //: %L1: how many are shown; %L2: how many there were; %3: a date and time, as 21 Nov 2026 16:02 UTC
    return Words::tr("The first %L1 of %L2 rows, as they were on %3").arg(kept).arg(all).arg(asked);
}

} // namespace

RowsOrigin originOfRun(const Query &query, const Connection &connection, const QDateTime &nowUtc)
{
    RowsOrigin origin;
    origin.about.query = query;
    origin.about.connection =
        connection.isBuiltIn() ? builtInConnection(connection.id)->name : connection.name;
    origin.about.workspace = connection.workspace.isEmpty() ? connection.workspaceId : connection.workspace;
    origin.about.askedAt = nowUtc;
    // The person's own tables are read whole.
    if (!connection.local)
        origin.about.info.range = query.range.resolve(nowUtc);
    origin.connectionId = connection.id;
    return origin;
}

QString describeOrigin(const RowsOrigin &origin, bool isRead, const QDateTime &nowUtc)
{
    if (!origin.isStored())
        return {};
    const StoredResult &about = origin.about;
    const QString asked = QLocale().toString(about.askedAt, QStringLiteral("d MMM yyyy HH:mm 'UTC'"));
    QStringList facts;
    if (origin.rowsOfPast) {
        facts << describeKept(about.rows, *origin.rowsOfPast, asked);
    } else {
        //: %1: a file’s name
        facts << Words::tr("Opened from “%1”").arg(QFileInfo(origin.file).fileName());
        if (about.askedAt.isValid()) {
            //: %1: a date and time, as 21 Nov 2026 16:02 UTC
            facts << Words::tr("asked on %1").arg(asked);
        }
    }
    if (!about.connection.isEmpty())
        facts << describeWorkspace(about);
    if (about.info.range.start.isValid())
        facts << describeRange(about.info.range, nowUtc);
    if (!about.query)
        facts << Words::tr("its query is not known");
    if (!isRead)
        facts << Words::tr("not read to its end");
    else if (!origin.rowsOfPast)
        facts << describeCompleteness(about.info.completeness);
    return facts.join(QStringLiteral(" · "));
}

QString describeOriginInFull(const RowsOrigin &origin)
{
    if (!origin.isStored())
        return {};
    const StoredResult &about = origin.about;
    QStringList lines;
    if (!origin.file.isEmpty())
        lines << QDir::toNativeSeparators(origin.file);
    if (!about.workspace.isEmpty()) {
        //: %1: the name or id of a workspace
        lines << Words::tr("Workspace: %1").arg(about.workspace);
    }
    if (about.info.range.start.isValid())
        lines << describeRangeInFull(about.info.range);
    lines << about.info.reasons;
    if (!about.program.isEmpty()) {
        //: %1: a program and its version, as Sonde 1.0
        lines << Words::tr("Saved by %1").arg(about.program);
    }
    return lines.join(u'\n');
}

} // namespace sonde
