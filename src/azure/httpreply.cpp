#include "azure/httpreply.h"

#include "azure/transporterror.h"
#include "core/timezone.h"

#include <QCoreApplication>
#include <QLocale>

namespace sonde {

namespace {

/// Bytes that Qt holds for us before it stops reading from the socket.
constexpr qint64 readBufferSize = 512 * 1024;

/// Whether Qt's code only repeats the HTTP status: the answer itself is whole.
bool isStatusOnly(QNetworkReply::NetworkError code)
{
    const int number = static_cast<int>(code);
    if (code == QNetworkReply::ProtocolInvalidOperationError) // 400 and 418
        return true;
    return (number >= 201 && number <= 299) || (number >= 401 && number <= 499);
}

/// RFC 9110, 5.6.7: always GMT, which Qt::RFC2822Date does not know by that name.
QDateTime dateOf(const QByteArray &value)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()),
                                                   QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    return QDateTime(date.date(), date.time(), utcZone);
}

} // namespace

HttpReply::HttpReply(QNetworkReply *reply, const HttpRequest &request, Setup setup)
    : m_setup(std::move(setup))
    , m_reply(reply)
    , m_host(request.url.host())
    , m_startMs(m_setup.clock->monotonicMs())
    , m_sizeCap(request.sizeCap)
{
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    connect(m_reply, &QNetworkReply::encrypted, this,
            [this] { m_certificate = m_reply->sslConfiguration().peerCertificate(); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        // Set before this it is lost: Qt's own network thread does not know the reply yet (Qt 6.4.2).
        m_reply->setReadBufferSize(readBufferSize);
        emit progressed();
    });
    connect(m_reply, &QIODevice::readyRead, this, &HttpReply::progressed);
    connect(m_reply, &QNetworkReply::finished, this, &HttpReply::onReplyFinished);
    // A reply may be finished before anyone could listen.
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(this, &HttpReply::onReplyFinished, Qt::QueuedConnection);
    m_setup.scheduler->callAfter(request.deadline, this, [this] { onDeadline(); });
}

HttpReply::~HttpReply()
{
    release();
}

void HttpReply::release()
{
    if (!m_reply)
        return;
    if (!m_finished) {
        Error error;
        error.kind = ErrorKind::Cancelled;
        error.message = tr("The request was stopped.");
        log(error);
    }
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

int HttpReply::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QByteArray HttpReply::header(const QByteArray &name) const
{
    return m_reply ? m_reply->rawHeader(name) : QByteArray();
}

std::optional<int> HttpReply::retryAfterSeconds(const QDateTime &nowUtc) const
{
    const QByteArray value = header("Retry-After").trimmed();
    if (value.isEmpty())
        return {};
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber)
        return std::max(0, seconds);
    const QDateTime date = dateOf(value);
    if (!date.isValid())
        return {};
    return static_cast<int>(std::clamp<qint64>(nowUtc.secsTo(date), 0, 24 * 3600));
}

QDateTime HttpReply::date() const
{
    return dateOf(header("Date"));
}

QByteArray HttpReply::read(qint64 maxSize)
{
    if (!m_reply || m_error)
        return {};
    QByteArray bytes = m_reply->read(maxSize);
    m_bytesRead += bytes.size();
    if (m_bytesRead > m_sizeCap) {
        Error error;
        error.kind = ErrorKind::Decode;
        //: %1: the server; %2: megabytes
        error.message = tr("The answer of “%1” is larger than the %2 MB that are taken.")
                            .arg(m_host)
                            .arg(std::max<qint64>(1, m_sizeCap / 1'000'000));
        error.advice = tr("Ask for fewer rows or columns.");
        fail(std::move(error));
        return {};
    }
    if (m_ended)
        finishIfRead();
    return bytes;
}

void HttpReply::cancel()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = tr("The request was stopped.");
    fail(std::move(error));
}

void HttpReply::onDeadline()
{
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = tr("The request to “%1” took too long and was ended.").arg(m_host);
    error.advice = tr("Ask for less, or try again.");
    fail(std::move(error));
}

void HttpReply::onReplyFinished()
{
    if (m_finished || m_ended)
        return;
    QNetworkReply::NetworkError code = m_reply->error();
    // Where a server closes each connection, Qt now and then loses count of its redirects (6.4.2).
    if (code == QNetworkReply::UnknownNetworkError && status() / 100 == 3)
        code = QNetworkReply::TooManyRedirectsError;
    if (code == QNetworkReply::NoError || (status() >= 400 && isStatusOnly(code))) {
        m_ended = true;
        emit progressed();
        finishIfRead();
        return;
    }
    if (code == QNetworkReply::OperationCanceledError) {
        // Our own cancel and deadline have set m_finished: this one is Qt's inactivity limit.
        Error error;
        error.kind = ErrorKind::Timeout;
        error.message = tr("Nothing has come from “%1” for too long.").arg(m_host);
        error.advice = tr("Check the network connection, or ask for less.");
        if (!m_setup.proxy.isEmpty()) {
            //: %1: the server; %2: the proxy
            error.message = tr("Nothing has come from “%1” through the proxy “%2” for too long.")
                                .arg(m_host, m_setup.proxy);
            error.advice = tr("Check the proxy in the settings and the network connection, or ask for less.");
            error.remedy = Remedy::OpenSettings;
        }
        fail(std::move(error));
        return;
    }
    // What came before a cut is still worth having.
    emit progressed();
    if (!m_sslErrors.isEmpty())
        m_certificate = m_sslErrors.first().certificate();
    if (!m_finished)
        fail(transportError(code, m_reply->errorString(), m_sslErrors, {m_host, m_setup.proxy}));
}

void HttpReply::fail(Error error)
{
    if (m_finished)
        return;
    m_finished = true;
    m_ended = true;
    error.httpStatus = status();
    log(error);
    m_error = std::move(error);
    m_reply->disconnect(this);
    m_reply->abort();
    QMetaObject::invokeMethod(this, &HttpReply::finished, Qt::QueuedConnection);
}

void HttpReply::log(const std::optional<Error> &error)
{
    if (m_setup.log)
        m_setup.log->logAnswer(m_setup.requestId,
                               {status(), m_bytesRead, m_setup.clock->monotonicMs() - m_startMs, error});
}

void HttpReply::finishIfRead()
{
    if (m_finished || m_reply->bytesAvailable() > 0)
        return;
    // Qt now and then takes a line that was cut for the end of the body (6.4.2).
    bool hasLength = false;
    const qint64 promised = header("Content-Length").toLongLong(&hasLength);
    if (hasLength && m_bytesRead < promised) {
        fail(transportError(QNetworkReply::RemoteHostClosedError,
                            QStringLiteral("%1 of %2 bytes").arg(m_bytesRead).arg(promised), {},
                            {m_host, m_setup.proxy}));
        return;
    }
    m_finished = true;
    log({});
    QMetaObject::invokeMethod(this, &HttpReply::finished, Qt::QueuedConnection);
}

} // namespace sonde
