#include "app/headlessquery.h"

#include "app/standardoutput.h"
#include "core/atomicfile.h"
#include "ports/resultopening.h"
#include "results/rowexport.h"

#include <QLocale>
#include <cstdio>

namespace sonde {

namespace {

void printLine(const QString &line)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
}

} // namespace

void printError(const Error &error)
{
    printLine(QLatin1String("sonde: ") + error.message);
    if (error.position) {
        //: %1 and %2: numbers, counted from 1
        printLine(HeadlessQuery::tr("At line %1, column %2 of the query.")
                      .arg(error.position->line)
                      .arg(error.position->column + 1));
    }
    if (!error.advice.isEmpty())
        printLine(error.advice);
    if (!error.suggestedQuery.isEmpty())
        //: %1: a query
        printLine(HeadlessQuery::tr("As KQL: %1").arg(error.suggestedQuery));
    if (!error.detail.isEmpty())
        printLine(error.detail);
}

Result<ExportOptions> exportOptionsOf(const QueryCommand &command, const QList<ExportProfile> &profiles)
{
    if (command.profile.isEmpty()) {
        ExportOptions options;
        options.format = exportFormatFromName(command.format).value_or(options.format);
        return options;
    }
    if (const ExportProfile *profile = findProfile(profiles, command.profile))
        return profile->options;
    QStringList names;
    for (const ExportProfile &profile : profiles)
        names << profile.name;
    QString advice = HeadlessQuery::tr("Save one in the export dialog of Sonde’s window first.");
    if (!names.isEmpty()) {
        //: %1: a list of the profiles’ names
        advice = HeadlessQuery::tr("There are: %1.").arg(names.join(QStringLiteral(", ")));
    }
    return failure(ErrorKind::Usage, HeadlessQuery::tr("There is no profile “%1”.").arg(command.profile),
                   advice);
}

HeadlessQuery::HeadlessQuery(SearchRunner &runner, QueryCommand command, Connection connection,
                             ExportOptions options)
    : m_runner(runner)
    , m_command(std::move(command))
    , m_connection(std::move(connection))
    , m_options(std::move(options))
{}

HeadlessQuery::~HeadlessQuery() = default;

void HeadlessQuery::start()
{
    // What cannot be written is better known before a long query than after it.
    if (!m_command.outFile.isEmpty()) {
        AtomicFile file(m_command.outFile);
        if (auto opened = file.open(); !opened) {
            printError(opened.error());
            QMetaObject::invokeMethod(
                this, [this] { emit ended(ExitWrite); }, Qt::QueuedConnection);
            return;
        }
    }
    startJob();
    connect(m_job.get(), &SearchJob::progressed, this, &HeadlessQuery::showProgress);
    connect(m_job.get(), &SearchJob::chunkReady, &m_results, &ResultSet::apply);
    connect(m_job.get(), &SearchJob::finished, this, &HeadlessQuery::finish);
}

void HeadlessQuery::startJob()
{
    if (m_command.source == QueryCommand::Source::StoredResult) {
        auto *opening = new ResultOpening(m_command.sourceName, this);
        connect(opening, &ResultOpening::opened, this, [this](const StoredResult &about) {
            m_results.setOrigin({about.query ? about.query->text : QString(), about.connection});
        });
        m_job.reset(opening->takeJob());
    } else {
        m_results.setOrigin({m_command.query.text, m_connection.name});
        m_job.reset(m_runner.run(m_command.query, m_connection));
    }
}

void HeadlessQuery::interrupt()
{
    if (m_job)
        m_job->cancel();
}

/// A line for each new stage; a terminal or a log file reads the same.
void HeadlessQuery::showProgress(const SearchProgress &progress)
{
    using Stage = SearchProgress::Stage;
    switch (progress.stage) {
    case Stage::StartingWorkspace:
        say(tr("Starting the embedded workspace"));
        break;
    case Stage::SigningIn:
        say(tr("Signing in"));
        break;
    case Stage::WaitingForService:
        say(tr("Waiting for the service"));
        break;
    case Stage::Pending:
        say(tr("The search is pending: look %1").arg(progress.looks));
        break;
    case Stage::RateLimited:
        say(tr("The service asked to wait %1 s").arg(progress.retrySeconds));
        break;
    case Stage::Receiving:
        say(tr("Receiving"));
        break;
    case Stage::ReadingFile:
        say(tr("Reading the file"));
        break;
    }
}

void HeadlessQuery::say(const QString &line)
{
    if (line != m_lastLine)
        printLine(line);
    m_lastLine = line;
}

void HeadlessQuery::finish(const Result<ResultInfo> &outcome)
{
    if (!outcome) {
        if (outcome.error().kind == ErrorKind::Cancelled)
            printLine(tr("Interrupted; nothing was written."));
        else
            printError(inGivenText(outcome.error()));
        // The code of a file that fails is for the one that is written.
        const bool isUnreadable =
            outcome.error().kind == ErrorKind::Io && m_command.source == QueryCommand::Source::StoredResult;
        emit ended(isUnreadable ? ExitService : exitCodeOf(outcome.error().kind));
        return;
    }
    const ResultInfo &info = *outcome;
    for (const QString &warning : info.warnings)
        printLine(warning);
    if (auto written = write(info); !written) {
        if (!m_readerLeft)
            printError(written.error());
        emit ended(m_readerLeft ? ExitComplete : ExitWrite);
        return;
    }
    const QString badge = info.completeness == Completeness::Complete  ? tr("Complete")
                          : info.completeness == Completeness::Partial ? tr("Partial")
                                                                       : tr("Capped");
    const qint64 rows =
        m_results.tableCount() > 0 ? static_cast<qint64>(m_results.table(0)->rows().rowCount()) : 0;
    //: %1: how many came; %2: how many there are
    const QString count = info.total ? tr("%1 of %2 rows").arg(rows).arg(*info.total)
                                     : tr("%n row(s)", nullptr, static_cast<int>(rows));
    QStringList facts{badge, count};
    // A stored answer tells neither.
    if (info.elapsedMs > 0 || m_command.source != QueryCommand::Source::StoredResult) {
        //: %1: a duration in seconds, as 8.3
        facts << tr("%1 s").arg(QLocale::c().toString(double(info.elapsedMs) / 1000, 'f', 1));
    }
    if (info.range.start.isValid()) {
        //: %1 and %2: the first and last moment of a time range
        facts << tr("%1 to %2").arg(toWireInstant(info.range.start), toWireInstant(info.range.end));
    }
    printLine(facts.join(QStringLiteral(" · ")));
    for (const QString &reason : info.reasons)
        printLine(reason);
    if (m_results.tableCount() > 1)
        printLine(tr("The answer has %1 tables; the first was written.").arg(m_results.tableCount()));
    emit ended(info.completeness == Completeness::Partial ? ExitPartial : ExitComplete);
}

/// A place that the service names is one of the text with the values of its parameters.
Error HeadlessQuery::inGivenText(Error error) const
{
    if (error.position && m_command.source != QueryCommand::Source::StoredResult)
        error.position = m_command.text.inDocument(*error.position);
    return error;
}

Result<void> HeadlessQuery::write(const ResultInfo &info)
{
    if (m_command.outFile.isEmpty()) {
        StandardOutput output;
        auto written = writeTo(output, info);
        m_readerLeft = output.isClosed();
        return written;
    }
    AtomicFile file(m_command.outFile);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = writeTo(file, info); !written)
        return written;
    return file.commit();
}

Result<void> HeadlessQuery::writeTo(ByteSink &sink, const ResultInfo &info)
{
    const ChunkedTable table = m_results.tableCount() > 0 ? m_results.table(0)->rows() : ChunkedTable();
    const AnswerNotes notes = notesOf(m_results.origin(), &info);
    const auto written = exportRows({table, {}, {}}, m_options, notes, sink, CancelState());
    if (!written)
        return failure(written.error());
    if (written->cutCells > 0) {
        printLine(
            tr("%n cell(s) had more than 32,767 characters, all that a workbook has room for, and were cut.",
               nullptr, static_cast<int>(written->cutCells)));
    }
    return {};
}

} // namespace sonde
