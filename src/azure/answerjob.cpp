#include "azure/answerjob.h"

#include "azure/answererror.h"
#include "azure/httpreply.h"
#include "results/inflater.h"

namespace sonde {

namespace {

constexpr qint64 pieceSize = 256 * 1024;
constexpr qsizetype refusalCap = 1024 * 1024;
constexpr qsizetype rawCap = 64 * 1024;

bool isAnswer(int status)
{
    return status == 200 || status == 202;
}

} // namespace

AnswerJob::AnswerJob(const AnswerSetup &setup, QObject *parent)
    : RequestJob(setup.client, setup.clock, parent)
    , m_setup(setup)
{}

AnswerJob::~AnswerJob() = default;

void AnswerJob::start(HttpRequest request, std::shared_ptr<BodyReader> reader)
{
    request.sizeCap = m_setup.wireCap;
    m_description = request.description();
    m_reader = std::move(reader);
    send(request);
}

QByteArray AnswerJob::answerHead() const
{
    return m_worker ? m_worker->headBytes() : m_refusal.left(rawCap);
}

qint64 AnswerJob::answerBytes() const
{
    return m_worker ? m_worker->inflatedBytes() : m_refusal.size();
}

std::optional<Error> AnswerJob::wrongContent() const
{
    const QByteArray type = head().contentType;
    if (type.isEmpty() || type.contains("json"))
        return {};
    if (const std::optional<Error> page = webPageError(head()))
        return page;
    Error error;
    error.kind = ErrorKind::Decode;
    error.message =
        tr("The answer is “%1” and not JSON.").arg(QString::fromLatin1(type.split(';').first().trimmed()));
    error.advice =
        tr("A proxy or a sign-in page may stand between you and the service; check the address of the "
           "connection.");
    return error;
}

void AnswerJob::onProgress()
{
    pump();
}

void AnswerJob::pump()
{
    if (!isAnswer(head().status) || wrongContent()) {
        while (m_collected.size() < refusalCap) {
            const QByteArray piece = reply().read(pieceSize);
            if (piece.isEmpty())
                return;
            m_collected += piece;
        }
        // Nobody needs more of a refusal than that.
        dropReply();
        onReplyFinished();
        return;
    }
    while (!m_worker || m_worker->hasRoom()) {
        const QByteArray piece = reply().read(pieceSize);
        if (piece.isEmpty())
            break;
        if (!m_worker) {
            m_worker = new DecodeWorker(m_reader, head().encoding, m_setup.limits, m_setup.cancel,
                                        m_setup.pool, this);
            connect(m_worker, &DecodeWorker::drained, this, &AnswerJob::pump);
            connect(m_worker, &DecodeWorker::finished, this, [this] {
                const std::optional<Error> decodeError = m_worker->error();
                // A body that was cut on the way is first of all a cut.
                conclude(m_transportError ? m_transportError : decodeError);
            });
        }
        m_worker->push(piece);
        emit received(reply().bytesRead());
    }
}

void AnswerJob::onReplyFinished()
{
    if (hasReply())
        m_transportError = reply().error();
    if (m_worker) {
        m_worker->end(!m_transportError);
    } else if (m_transportError) {
        conclude(m_transportError);
    } else if (isAnswer(head().status) && m_collected.isEmpty()) {
        conclude(emptyAnswer());
    } else if (head().status == 204) {
        conclude({});
    } else {
        // A damaged body of a refusal must not hide the refusal.
        m_refusal = inflateAll(m_collected, head().encoding, refusalCap).value_or(QByteArray());
        conclude(isAnswer(head().status) ? *wrongContent() : refusal(m_refusal));
    }
}

void AnswerJob::conclude(std::optional<Error> error)
{
    if (!claimFinish())
        return;
    if (!error && m_worker && m_worker->inflatedBytes() == 0)
        error = emptyAnswer();
    if (hasReply())
        dropReply();
    if (error) {
        error->httpStatus = head().status;
        if (error->rawAnswer.isEmpty())
            error->rawAnswer = answerHead();
        if (!head().requestId.isEmpty()) {
            //: %1: an id of the service, for its support
            const QString id = tr("Request id: %1").arg(QString::fromLatin1(head().requestId));
            error->detail = error->detail.isEmpty() ? id : error->detail + u'\n' + id;
        }
    }
    onAnswered(error);
}

} // namespace sonde
