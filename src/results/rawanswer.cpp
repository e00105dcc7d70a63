#include "results/rawanswer.h"

#include "results/classicdecoder.h"
#include "results/inflater.h"
#include "results/jsontext.h"
#include "results/jsonwalk.h"
#include "results/logsdecoder.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QThreadPool>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RawAnswer)
};

constexpr qint64 pieceSize = 256 * 1024;
constexpr std::string_view byteOrderMark("\xEF\xBB\xBF");
constexpr std::string_view gzipMark("\x1f\x8b");
/// What stands before the first telling key is small; more is none of an answer.
constexpr std::size_t mostUntold = 4 * 1024 * 1024;
/// Unpacked. A classic answer is decoded as a whole, so that is bounded by memory.
constexpr qint64 largestAnswer = 8LL * 1024 * 1024 * 1024;
constexpr qsizetype largestClassic = 1024 * 1024 * 1024;

class AnswerReader
{
public:
    AnswerReader(const QString &name, const StoredResultHandlers &handlers)
        : m_name(name)
        , m_handlers(handlers)
        , m_logs([this](ResultChunk chunk) { handOut(std::move(chunk)); }, QThreadPool::globalInstance())
    {}

    Result<void> feed(std::string_view bytes);
    Result<ResultInfo> finish();
    /// In place of finish(), where the rest cannot be had because of \a error.
    Result<ResultInfo> breakOff(const Error &error);

private:
    Result<void> tell();
    void handOut(ResultChunk chunk);
    Result<ResultInfo> finishLogs();
    Result<ResultInfo> finishClassic();
    Result<ResultInfo> refused(const Error &error) const;
    void handOutRecords(const Table &rows);
    ResultInfo brokenOff(const Error &error) const;
    tl::unexpected<Error> foreign() const;

    QString m_name;
    const StoredResultHandlers &m_handlers;
    std::optional<AnswerKind> m_kind;
    std::string m_beginning; ///< until its kind is known
    LogsDecoder m_logs;
    QByteArray m_classic;
    qint64 m_bytes = 0;
    qint64 m_rows = 0;
};

tl::unexpected<Error> AnswerReader::foreign() const
{
    return failure(ErrorKind::Decode, Words::tr("“%1” is not an answer of the service.").arg(m_name),
                   Words::tr("Give the body of an answer as it came, or a result that Sonde saved."));
}

/// Once there is enough to tell from.
Result<void> AnswerReader::tell()
{
    m_kind = kindOfAnswer(m_beginning);
    if (!m_kind && m_beginning.size() < mostUntold)
        return {};
    if (!m_kind || *m_kind == AnswerKind::Neither)
        return foreign();
    m_handlers.opened({});
    const std::string beginning = std::move(m_beginning);
    m_bytes = 0;
    return feed(beginning);
}

Result<void> AnswerReader::feed(std::string_view bytes)
{
    m_bytes += static_cast<qint64>(bytes.size());
    if (!m_kind) {
        m_beginning += bytes;
        return tell();
    }
    if (*m_kind == AnswerKind::Logs)
        return m_logs.feed(bytes);
    if (m_classic.size() + static_cast<qsizetype>(bytes.size()) > largestClassic) {
        return failure(ErrorKind::Decode, Words::tr("“%1” is too large for a classic answer.").arg(m_name),
                       Words::tr("Open only answers of at most 1 GB."));
    }
    m_classic.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return {};
}

void AnswerReader::handOut(ResultChunk chunk)
{
    m_rows += static_cast<qint64>(chunk.rows.rowCount());
    m_handlers.chunk(std::move(chunk));
}

void AnswerReader::handOutRecords(const Table &rows)
{
    ResultChunk chunk;
    chunk.tableName = Words::tr("Records");
    chunk.rows = rows;
    handOut(std::move(chunk));
}

Result<ResultInfo> AnswerReader::finish()
{
    if (!m_kind)
        return foreign();
    return *m_kind == AnswerKind::Logs ? finishLogs() : finishClassic();
}

/// The words of a decoder are for an answer that has just come; those of the service stay.
Result<ResultInfo> AnswerReader::refused(const Error &error) const
{
    if (error.kind != ErrorKind::Decode)
        return failure(error);
    return failure(ErrorKind::Decode,
                   Words::tr("“%1” does not hold a whole answer of the service.").arg(m_name),
                   Words::tr("Store the answer again, or run its query again."),
                   error.detail.isEmpty() ? error.message : QString(error.message + u'\n' + error.detail));
}

ResultInfo AnswerReader::brokenOff(const Error &error) const
{
    ResultInfo info;
    info.completeness = Completeness::Partial;
    info.reasons << Words::tr("The answer breaks off after %Ln row(s).", nullptr, static_cast<int>(m_rows));
    info.partialError = error;
    info.answerBytes = m_bytes;
    return info;
}

Result<ResultInfo> AnswerReader::finishLogs()
{
    Result<LogsAnswer> answer = m_logs.finish();
    if (!answer)
        return breakOff(answer.error());
    ResultInfo info;
    info.statistics = answer->statistics;
    info.render = answer->render;
    info.warnings = answer->warnings;
    info.rawAnswer = answer->head;
    info.answerBytes = answer->bytes;
    if (answer->partialError) {
        info.completeness = Completeness::Partial;
        info.partialError = answer->partialError;
        info.reasons << answer->partialError->message;
    }
    return info;
}

Result<ResultInfo> AnswerReader::finishClassic()
{
    const Result<ClassicAnswer> answer = decodeClassicAnswer(m_classic);
    if (!answer)
        return breakOff(answer.error());
    handOutRecords(answer->rows);
    ResultInfo info;
    info.total = answer->total;
    info.top = answer->top;
    info.warnings = answer->warnings;
    info.answerBytes = m_bytes;
    if (answer->total && *answer->total > m_rows) {
        info.completeness = Completeness::Capped;
        //: %L1: how many came; %L2: how many match
        info.reasons << Words::tr("%L1 of %L2 matching records are here.").arg(m_rows).arg(*answer->total);
    }
    if (answer->pending) {
        info.completeness = Completeness::Partial;
        info.reasons << Words::tr("The service was still searching when it gave this answer.");
    }
    if (answer->partialResults || !answer->coreErrors.isEmpty()) {
        info.completeness = Completeness::Partial;
        info.reasons << Words::tr("A part of the service’s index did not answer, so records may be missing.");
        info.reasons << answer->coreErrors;
    }
    return info;
}

Result<ResultInfo> AnswerReader::breakOff(const Error &error)
{
    if (!m_kind)
        return refused(error);
    if (*m_kind == AnswerKind::Neither)
        return failure(error);
    if (*m_kind == AnswerKind::Logs)
        m_logs.breakOff();
    else if (const auto part = decodeClassicPart(m_classic))
        handOutRecords(part->rows);
    if (m_rows == 0 || error.kind != ErrorKind::Decode)
        return refused(error);
    return brokenOff(error);
}

} // namespace

std::optional<AnswerKind> kindOfAnswer(std::string_view beginning)
{
    if (beginning.starts_with(byteOrderMark))
        beginning.remove_prefix(byteOrderMark.size());
    else if (byteOrderMark.starts_with(beginning))
        return {};
    JsonWalk walk(beginning);
    if (!walk.take('{'))
        return walk.isAtEnd() ? std::nullopt : std::optional(AnswerKind::Neither);
    std::string name;
    bool isError = false;
    for (;;) {
        if (walk.take('}'))
            return isError ? AnswerKind::Logs : AnswerKind::Neither;
        const auto key = walk.takeValue();
        if (!key || key->size() < 2)
            return {};
        unescapeJson(key->substr(1, key->size() - 2), name);
        if (name == "tables" || name == "statistics" || name == "render")
            return AnswerKind::Logs;
        if (name == "value" || name == "__metadata")
            return AnswerKind::Classic;
        isError = isError || name == "error";
        if (!walk.take(':'))
            return walk.isAtEnd() ? std::nullopt : std::optional(AnswerKind::Neither);
        if (!walk.takeValue())
            return {};
        if (!walk.take(',') && !walk.sees('}'))
            return walk.isAtEnd() ? std::nullopt : std::optional(AnswerKind::Neither);
    }
}

bool isRawAnswer(QByteArrayView beginning)
{
    const std::string_view bytes(beginning.data(), static_cast<std::size_t>(beginning.size()));
    if (bytes.starts_with(gzipMark))
        return true;
    const auto kind = kindOfAnswer(bytes);
    return !bytes.empty() && (!kind || *kind != AnswerKind::Neither);
}

Result<ResultInfo> readRawAnswer(QIODevice &device, const QString &name, const StoredResultHandlers &handlers,
                                 const CancelState &cancel)
{
    const bool isPacked = device.peek(2) == QByteArray(gzipMark.data(), 2);
    Inflater inflater(isPacked ? "gzip" : "", largestAnswer);
    AnswerReader reader(name, handlers);
    const Inflater::Sink sink = [&](std::string_view bytes) -> Result<bool> {
        if (auto fed = reader.feed(bytes); !fed)
            return failure(fed.error());
        return !cancel.isCancelled();
    };
    while (!device.atEnd()) {
        const QByteArray piece = device.read(pieceSize);
        if (piece.isEmpty()) {
            return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(name),
                           Words::tr("Try again, or copy the file to another disk."), device.errorString());
        }
        const Result<bool> fed =
            inflater.feed({piece.constData(), static_cast<std::size_t>(piece.size())}, sink);
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        if (!fed)
            return reader.breakOff(fed.error());
        if (handlers.progress)
            handlers.progress(static_cast<int>(device.pos() * 1000 / std::max<qint64>(1, device.size())));
    }
    if (auto whole = inflater.finish(); !whole)
        return reader.breakOff(whole.error());
    return reader.finish();
}

} // namespace sonde
