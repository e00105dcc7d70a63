#include "support/fakenetwork.h"

#include <QThread>
#include <QTimer>

namespace sonde {

struct FakeNetwork::State
{
    mutable QMutex mutex;
    QHash<QString, QList<FakeAnswer>> expected;
    QHash<QString, FakeAnswer> always;
    QList<SeenRequest> seen;
    QStringList unexpected;
    std::atomic_int open = 0;
};

namespace {

QString routeOf(const QByteArray &verb, const QString &path)
{
    return QString::fromLatin1(verb) + u' ' + path;
}

/// Sends its answer piece by piece, no faster than it is read.
class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(FakeAnswer answer, std::shared_ptr<FakeNetwork::State> state, const QNetworkRequest &request,
              QObject *parent)
        : QNetworkReply(parent)
        , m_answer(std::move(answer))
        , m_state(std::move(state))
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly);
        ++m_state->open;
        QTimer::singleShot(m_answer.delayMs, this, &FakeReply::begin);
    }
    ~FakeReply() override { end(); }

    void abort() override
    {
        if (!isFinished())
            finishWith(OperationCanceledError);
    }
    qint64 bytesAvailable() const override { return m_buffer.size() + QNetworkReply::bytesAvailable(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_buffer.size());
        std::copy_n(m_buffer.cbegin(), size, data);
        m_buffer.remove(0, size);
        if (size > 0 && !isFinished())
            QMetaObject::invokeMethod(this, &FakeReply::sendPiece, Qt::QueuedConnection);
        return size;
    }

private:
    void begin()
    {
        if (isFinished())
            return;
        if (m_answer.behaviour == FakeAnswer::Behaviour::Fail) {
            finishWith(m_answer.error);
            return;
        }
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
        for (const auto &[name, value] : m_answer.headers)
            setRawHeader(name, value);
        emit metaDataChanged();
        sendPiece();
    }

    void sendPiece()
    {
        if (isFinished() || (readBufferSize() > 0 && m_buffer.size() >= readBufferSize()))
            return;
        if (m_sent < m_answer.body.size()) {
            const QByteArray piece = m_answer.body.mid(m_sent, m_answer.pieceSize);
            m_sent += piece.size();
            m_buffer += piece;
            emit readyRead();
            QMetaObject::invokeMethod(this, &FakeReply::sendPiece, Qt::QueuedConnection);
            return;
        }
        switch (m_answer.behaviour) {
        case FakeAnswer::Behaviour::Whole:
            finishWith(errorOfStatus());
            break;
        case FakeAnswer::Behaviour::Stall:
            finishWith(OperationCanceledError);
            break;
        case FakeAnswer::Behaviour::Cut:
            finishWith(m_answer.error);
            break;
        case FakeAnswer::Behaviour::Hang:
        case FakeAnswer::Behaviour::Fail:
            break;
        }
    }

    NetworkError errorOfStatus() const
    {
        switch (m_answer.status) {
        case 400:
            return ProtocolInvalidOperationError;
        case 401:
            return AuthenticationRequiredError;
        case 403:
            return ContentAccessDenied;
        case 404:
            return ContentNotFoundError;
        case 410:
            return ContentGoneError;
        case 500:
            return InternalServerError;
        case 503:
            return ServiceUnavailableError;
        default:
            break;
        }
        if (m_answer.status >= 500)
            return UnknownServerError;
        return m_answer.status >= 400 ? UnknownContentError : NoError;
    }

    void finishWith(NetworkError code)
    {
        if (isFinished())
            return;
        setFinished(true);
        end();
        if (code != NoError) {
            setError(code, QStringLiteral("fake error %1").arg(static_cast<int>(code)));
            emit errorOccurred(code);
        }
        emit finished();
    }

    void end()
    {
        if (std::exchange(m_open, false))
            --m_state->open;
    }

    FakeAnswer m_answer;
    std::shared_ptr<FakeNetwork::State> m_state;
    QByteArray m_buffer;
    qsizetype m_sent = 0;
    bool m_open = true;
};

class FakeManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit FakeManager(std::shared_ptr<FakeNetwork::State> state)
        : m_state(std::move(state))
    {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        SeenRequest seen;
        seen.verb = operation == GetOperation
                        ? QByteArray("GET")
                        : request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        seen.url = request.url();
        seen.body = body ? body->readAll() : QByteArray();
        const QList<QByteArray> names = request.rawHeaderList();
        for (const QByteArray &name : names)
            seen.headers.insert(name.toLower(), request.rawHeader(name));
        seen.transferTimeout = request.transferTimeout();
        seen.http2Allowed = request.attribute(QNetworkRequest::Http2AllowedAttribute, true).toBool();
        seen.redirectPolicy = request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt();
        seen.thread = QThread::currentThread();

        const QString route = routeOf(seen.verb, seen.url.path());
        FakeAnswer answer;
        {
            const QMutexLocker lock(&m_state->mutex);
            m_state->seen.append(seen);
            if (auto found = m_state->expected.find(route);
                found != m_state->expected.end() && !found->isEmpty()) {
                answer = found->takeFirst();
            } else if (m_state->always.contains(route)) {
                answer = m_state->always.value(route);
            } else {
                m_state->unexpected << QStringLiteral("unexpected: ") + route;
                answer.behaviour = FakeAnswer::Behaviour::Fail;
                answer.error = QNetworkReply::HostNotFoundError;
            }
        }
        return new FakeReply(answer, m_state, request, this);
    }

private:
    std::shared_ptr<FakeNetwork::State> m_state;
};

} // namespace

FakeAnswer FakeAnswer::json(int status, const QByteArray &body)
{
    FakeAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

FakeAnswer FakeAnswer::with(const QByteArray &header, const QByteArray &value) const
{
    FakeAnswer copy = *this;
    copy.headers.removeIf(
        [&header](const auto &pair) { return pair.first.compare(header, Qt::CaseInsensitive) == 0; });
    copy.headers.append({header, value});
    return copy;
}

FakeAnswer FakeAnswer::as(Behaviour other) const
{
    FakeAnswer copy = *this;
    copy.behaviour = other;
    return copy;
}

FakeNetwork::FakeNetwork()
    : m_state(std::make_shared<State>())
{}

void FakeNetwork::expect(const QByteArray &verb, const QString &path, const FakeAnswer &answer)
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->expected[routeOf(verb, path)].append(answer);
}

void FakeNetwork::always(const QByteArray &verb, const QString &path, const FakeAnswer &answer)
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->always.insert(routeOf(verb, path), answer);
}

QList<SeenRequest> FakeNetwork::seen() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->seen;
}

QList<SeenRequest> FakeNetwork::seen(const QByteArray &verb, const QString &path) const
{
    QList<SeenRequest> all = seen();
    all.removeIf(
        [&](const SeenRequest &request) { return request.verb != verb || request.url.path() != path; });
    return all;
}

QStringList FakeNetwork::problems() const
{
    const QMutexLocker lock(&m_state->mutex);
    QStringList problems = m_state->unexpected;
    for (auto route = m_state->expected.cbegin(); route != m_state->expected.cend(); ++route) {
        for (qsizetype i = 0; i < route->size(); ++i)
            problems << QStringLiteral("not fetched: ") + route.key();
    }
    return problems;
}

int FakeNetwork::open() const
{
    return m_state->open;
}

HttpClient::ManagerFactory FakeNetwork::manager() const
{
    return [state = m_state]() -> std::unique_ptr<QNetworkAccessManager> {
        return std::make_unique<FakeManager>(state);
    };
}

} // namespace sonde

#include "fakenetwork.moc"
