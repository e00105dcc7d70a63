#include "widgets/shownanswer.h"

#include <QCoreApplication>
#include <QLocale>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ShownAnswer)
};

/// A tooltip is to be read at a glance: more of a query than this is left out.
constexpr qsizetype longestQuery = 600;
constexpr qsizetype mostQueryLines = 12;
/// And more than this in a line.
constexpr qsizetype longestQueryInLine = 80;

bool isRead(const ShownAnswer &answer)
{
    return answer.result && answer.result->isFinished();
}

QString shortened(const QString &query)
{
    QStringList lines = query.trimmed().split(u'\n');
    QString text = lines.mid(0, mostQueryLines).join(u'\n').left(longestQuery);
    if (text.size() < query.trimmed().size())
        text += QStringLiteral("…");
    return text;
}

QString firstLine(const QString &query)
{
    const QString text = query.trimmed();
    const QString line = text.section(u'\n', 0, 0).simplified().left(longestQueryInLine);
    return line.size() < text.size() ? QString(line + QStringLiteral(" …")) : line;
}

/// Of stored rows: the instant they were asked for; of a run: that its rows came at.
QDateTime momentOf(const ShownAnswer &answer)
{
    const QDateTime &asked = answer.origin.about.askedAt;
    return answer.origin.isStored() && asked.isValid() ? asked : answer.cameAt;
}

ResolvedRange rangeOf(const ShownAnswer &answer)
{
    const ResolvedRange &known = answer.origin.about.info.range;
    return known.start.isValid() ? known : answer.status.range.value_or(ResolvedRange());
}

QString describePreview(const PreviewFacts &facts, qint64 rows)
{
    if (facts.total && *facts.total <= rows) {
        //: %L1: how many
        return Words::tr("Preview: all %L1 rows", nullptr, pluralOf(rows)).arg(rows);
    }
    if (facts.total) {
        //: %L1: how many are shown; %L2: how many there are
        return Words::tr("Preview: %L1 of %L2 rows").arg(rows).arg(*facts.total);
    }
    if (facts.isCounting) {
        //: %L1: how many are shown
        return Words::tr("Preview: %L1 rows, counting all").arg(rows);
    }
    if (!facts.problem.isEmpty()) {
        //: %L1: how many are shown; %2: a sentence on what went wrong
        return Words::tr("Preview: %L1 rows; all could not be counted: %2").arg(rows).arg(facts.problem);
    }
    //: %L1: how many are shown
    return Words::tr("Preview: %L1 rows; all were not counted").arg(rows);
}

QString sinceWhen(const ShownAnswer &answer)
{
    if (answer.isPinned) {
        //: %1: a time of day, as 16:02:33
        return Words::tr("Pinned rows from %1").arg(clockTime(answer.cameAt));
    }
    //: %1: a time of day, as 16:02:33
    return Words::tr("Rows from %1").arg(clockTime(answer.cameAt));
}

QString completenessOf(const ShownAnswer &answer)
{
    return notesOf(ResultOrigin(), isRead(answer) ? &answer.result->info() : nullptr).completeness;
}

} // namespace

QString clockTime(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

QString nameOf(const ShownAnswer &answer)
{
    return answer.name.isEmpty() ? clockTime(momentOf(answer)) : answer.name;
}

QString tabTextOf(const ShownAnswer &answer, int table)
{
    const ResultTable *rows = answer.result->table(table);
    QString which = rows->name();
    if (table == 0)
        which = answer.name.isEmpty()
                    ? describeRows(static_cast<qint64>(rows->rows().rowCount()), std::nullopt)
                    : QString();
    return which.isEmpty() ? nameOf(answer) : QString(nameOf(answer) + QStringLiteral(" · ") + which);
}

QString pinToolTip(const ShownAnswer &answer)
{
    const StoredResult &about = answer.origin.about;
    QStringList facts;
    if (!about.connection.isEmpty())
        //: %1: the name of a connection
        facts << Words::tr("in “%1”").arg(about.connection);
    if (const ResolvedRange range = rangeOf(answer); range.start.isValid())
        facts << describeRangeInFull(range);
    if (const QDateTime moment = momentOf(answer); moment.isValid())
        //: %1: a date and time of this machine, as 21 Nov 2026 16:02:33
        facts << Words::tr("from %1").arg(
            QLocale().toString(moment.toLocalTime(), QStringLiteral("d MMM yyyy HH:mm:ss")));
    facts << completenessOf(answer);
    // What a person typed may look like tags.
    QString text = QStringLiteral("<p style='white-space:pre-wrap'>");
    if (about.query)
        text += shortened(about.query->text).toHtmlEscaped() + QStringLiteral("</p><p>");
    text += facts.join(QStringLiteral(" · ")).toHtmlEscaped() + QStringLiteral("</p><p>");
    const QString stays = answer.isPinned
                              ? Words::tr("Pinned: stays until its tab or the query’s is closed. Save the "
                                          "result as a file to keep it longer.")
                              : Words::tr("Stays until its tab is closed or all queries are run again. Pin "
                                          "it to keep it longer.");
    text += stays.toHtmlEscaped();
    return text + QStringLiteral("</p>");
}

QString describeOrigin(const ShownAnswer &answer, const QDateTime &nowUtc)
{
    if (answer.origin.isStored())
        return describeOrigin(answer.origin, isRead(answer), nowUtc);
    if (!answer.isEarlier)
        return answer.preview ? describePreview(*answer.preview, answer.rowCount()) : QString();
    const StoredResult &about = answer.origin.about;
    QStringList facts{sinceWhen(answer)};
    if (answer.preview)
        facts << describePreview(*answer.preview, answer.rowCount());
    if (!about.connection.isEmpty())
        //: %1: the name of a connection
        facts << Words::tr("in “%1”").arg(about.connection);
    if (about.query)
        facts << firstLine(about.query->text);
    return facts.join(QStringLiteral(" · "));
}

QString describeOriginInFull(const ShownAnswer &answer)
{
    if (!answer.isEarlier || answer.origin.isStored())
        return describeOriginInFull(answer.origin);
    QStringList lines;
    if (answer.origin.about.query)
        lines << shortened(answer.origin.about.query->text);
    if (const ResolvedRange range = rangeOf(answer); range.start.isValid())
        lines << describeRangeInFull(range);
    lines << completenessOf(answer);
    return lines.join(u'\n');
}

AnswerNotes notesOf(const ShownAnswer &answer)
{
    return answer.result ? notesOf(answer.result->origin(), isRead(answer) ? &answer.result->info() : nullptr)
                         : AnswerNotes();
}

StoredResult storedResultOf(const ShownAnswer &answer)
{
    StoredResult about = answer.origin.about;
    if (isRead(answer)) {
        about.info = answer.result->info();
    } else {
        const std::optional<Error> &error = answer.status.error;
        about.info = ResultInfo();
        about.info.completeness = Completeness::Partial;
        about.info.reasons << (error ? error->message : Words::tr("The run was stopped before its end."));
        about.info.partialError = error;
        about.info.range = answer.status.range.value_or(ResolvedRange());
    }
    about.program = QStringLiteral("Sonde ") + QCoreApplication::applicationVersion();
    return about;
}

std::vector<StoredTable> tablesOf(const ResultSet &result)
{
    std::vector<StoredTable> tables;
    for (int i = 0; i < result.tableCount(); ++i)
        tables.push_back({result.table(i)->name(), result.table(i)->rows()});
    return tables;
}

} // namespace sonde
