#include "sandbox/httplistener.h"

#include "sandbox/bodypipe.h"
#include "sandbox/growingpool.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <semaphore>
#include <thread>
#include <utility>

namespace sonde {

namespace {

using namespace std::chrono_literals;

constexpr const char *loopback = "127.0.0.1";
// Clients whose request is being read; one that says nothing is given up after seconds.
constexpr std::size_t mostThreads = 512;
// Requests that are being answered. A search that waits for rows is one of them, so there are more than
// cores.
constexpr std::ptrdiff_t mostAnswers = 32;
// Of a request: a query of the longest that is taken, each character of it written as JSON's \uXXXX, and
// more.
constexpr std::size_t largestBody = 16U * 1024 * 1024;
// The library asks for room for 5 waiting clients, with which a burst of them waits for seconds.
constexpr int waitingClients = 1024;
// What the library waits for a client before it looks whether to go on; bounds how long stop() takes.
constexpr auto stepTimeout = 1000ms;
// A client that reads nothing for so long is given up.
constexpr auto writePatience = 120s;
// Of a socket that has room at all at least this much goes in at once.
constexpr std::size_t sendBytes = 16 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HttpListener)
};

/// The library's interface before a pool of our own; later versions of it ask whether a task was taken.
class PoolAdapter final : public httplib::TaskQueue
{
    using Taken = decltype(std::declval<httplib::TaskQueue &>().enqueue(std::function<void()>()));

public:
    Taken enqueue(std::function<void()> task) override
    {
        m_pool.add(std::move(task));
        return static_cast<Taken>(true);
    }
    void shutdown() override { m_pool.shutdown(); }

private:
    GrowingPool m_pool{mostThreads};
};

std::string formText(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' ')).toStdString();
}

/// What a body of the type application/x-www-form-urlencoded says.
void addFormParameters(ServerRequest &request)
{
    if (!toLower(request.header("Content-Type")).starts_with("application/x-www-form-urlencoded"))
        return;
    for (const QByteArray &pair : QByteArray::fromStdString(request.body).split('&')) {
        const auto equals = pair.indexOf('=');
        request.parameters.emplace(formText(pair.left(equals)),
                                   equals < 0 ? "" : formText(pair.mid(equals + 1)));
    }
}

ServerRequest toRequest(const httplib::Request &from)
{
    ServerRequest request;
    request.method = from.method;
    request.path = from.path;
    request.parameters.insert(from.params.begin(), from.params.end());
    for (const auto &[name, value] : from.headers)
        request.headers.emplace(name, value);
    return request;
}

bool waitUntilWritable(httplib::DataSink &sink, const CancelState &stop)
{
    using Time = std::chrono::steady_clock;
    const auto deadline = Time::now() + writePatience;
    for (auto asked = Time::now(); !sink.is_writable(); asked = Time::now()) {
        // The library waits its whole timeout for a full buffer, but says at once that a client is gone.
        const bool gone = Time::now() - asked < stepTimeout / 2;
        if (gone || stop.isCancelled() || Time::now() >= deadline)
            return false;
    }
    return !stop.isCancelled();
}

bool sendAll(httplib::DataSink &sink, const CancelState &stop, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto piece = bytes.substr(0, sendBytes);
        if (!waitUntilWritable(sink, stop) || !sink.write(piece.data(), piece.size()))
            return false;
        bytes.remove_prefix(piece.size());
    }
    return true;
}

bool pause(const CancelState &stop, std::chrono::milliseconds duration)
{
    const auto end = std::chrono::steady_clock::now() + duration;
    while (!stop.isCancelled() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(20ms, duration));
    return !stop.isCancelled();
}

} // namespace

class HttpListener::Private
{
public:
    Private(const Options &asked, CancelStatePtr stopState)
        : options(asked)
        , stop(std::move(stopState))
    {}

    Result<quint16> bind();
    void read(const httplib::Request &from, httplib::Response &to, const httplib::ContentReader &content);
    void answer(const ServerRequest &request, httplib::Response &to);
    void send(HttpAnswer answer, bool gzip, const std::shared_ptr<void> &turn, httplib::Response &to) const;
    std::shared_ptr<void> waitForTurn();

    const Options options;
    const CancelStatePtr stop;
    Handler handler;
    std::counting_semaphore<mostAnswers> turns{mostAnswers};
    std::unique_ptr<httplib::Server> server;
    socket_t listening = INVALID_SOCKET;
    std::thread thread;
};

HttpListener::HttpListener(const Options &options, CancelStatePtr stop)
    : d(std::make_unique<Private>(options, std::move(stop)))
{}

HttpListener::~HttpListener()
{
    stop();
}

Result<quint16> HttpListener::bind()
{
    return d->bind();
}

Result<quint16> HttpListener::Private::bind()
{
    if (options.certificateFile.isEmpty()) {
        server = std::make_unique<httplib::Server>();
    } else {
        server = std::make_unique<httplib::SSLServer>(QFile::encodeName(options.certificateFile).constData(),
                                                      QFile::encodeName(options.keyFile).constData());
        if (!server->is_valid()) {
            return failure(ErrorKind::Io,
                           //: %1 and %2: paths of files
                           Words::tr("The certificate “%1” and the key “%2” could not be used.")
                               .arg(options.certificateFile, options.keyFile),
                           Words::tr("Check that both are PEM files and belong together."));
        }
    }
    server->new_task_queue = [] { return new PoolAdapter; };
    server->set_payload_max_length(largestBody);
    server->set_keep_alive_max_count(1);
    server->set_keep_alive_timeout(2);
    server->set_read_timeout(stepTimeout * 3);
    server->set_write_timeout(stepTimeout);
    server->set_tcp_nodelay(true);
    // Not the library's own options: they would let a second server take the same port unnoticed.
    server->set_socket_options([this](socket_t socket) {
        const int on = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        listening = socket;
    });
    int port = options.port;
    if (port == 0)
        port = server->bind_to_any_port(loopback);
    else if (!server->bind_to_port(loopback, port))
        port = -1;
    if (port <= 0) {
        return failure(ErrorKind::Io,
                       Words::tr("Port %1 on this machine could not be used.").arg(options.port),
                       Words::tr("Choose another port, or 0 for any that is free."));
    }
    ::listen(listening, waitingClients);
    return static_cast<quint16>(port);
}

void HttpListener::serve(Handler handler)
{
    d->handler = std::move(handler);
    const auto answer = [this](const httplib::Request &from, httplib::Response &to) {
        d->answer(toRequest(from), to);
    };
    const auto read = [this](const httplib::Request &from, httplib::Response &to,
                             const httplib::ContentReader &content) { d->read(from, to, content); };
    // One handler for every path: the library's routes mind the case, and ARM ids do not.
    const std::string anything = "[^]*";
    d->server->Get(anything, answer);
    d->server->Post(anything, read);
    d->server->Put(anything, read);
    d->server->Patch(anything, read);
    d->server->Delete(anything, read);
    d->server->Options(anything, answer);
    d->thread = std::thread([this] { d->server->listen_after_bind(); });
    // The library tells by nothing but this flag; stop() before it is set would be lost.
    while (!d->server->is_running())
        std::this_thread::sleep_for(1ms);
}

void HttpListener::stop()
{
    d->stop->cancel();
    if (!d->thread.joinable())
        return;
    d->server->stop();
    d->thread.join();
}

/// A body is read here and not by the library, which bounds neither one in chunks nor one that is unpacked.
void HttpListener::Private::read(const httplib::Request &from, httplib::Response &to,
                                 const httplib::ContentReader &content)
{
    ServerRequest request = toRequest(from);
    if (from.is_multipart_form_data()) {
        to.status = 415;
        return;
    }
    const auto take = [&request](const char *bytes, std::size_t size) {
        if (request.body.size() + size > largestBody)
            return false;
        request.body.append(bytes, size);
        return true;
    };
    if (!content(take)) {
        // The library has set the status where it knows why.
        if (to.status < 400)
            to.status = 413;
        return;
    }
    addFormParameters(request);
    answer(request, to);
}

/// Null where the server ends.
std::shared_ptr<void> HttpListener::Private::waitForTurn()
{
    while (!turns.try_acquire_for(100ms)) {
        if (stop->isCancelled())
            return nullptr;
    }
    return {this, [this](void *) { turns.release(); }};
}

void HttpListener::Private::answer(const ServerRequest &request, httplib::Response &to)
{
    const std::shared_ptr<void> turn = waitForTurn();
    if (!turn) {
        to.status = 503;
        return;
    }
    HttpAnswer answer = handler(request);
    to.status = answer.status;
    bool packed = false;
    for (const auto &[name, value] : answer.headers) {
        to.set_header(name, value);
        packed = packed || name == "Content-Encoding";
    }
    to.set_header("Vary", "Accept-Encoding");
    to.set_header("X-Content-Type-Options", "nosniff");
    const bool empty = answer.body.empty() && !answer.stream;
    if (!empty)
        send(std::move(answer), request.acceptsGzip() && !packed, turn, to);
}

/// The turn ends with the answer's last byte.
void HttpListener::Private::send(HttpAnswer answer, bool gzip, const std::shared_ptr<void> &turn,
                                 httplib::Response &to) const
{
    if (gzip)
        to.set_header("Content-Encoding", "gzip");
    const Faults faults = answer.mayBeSpoiled ? options.faults : Faults();
    const auto shared = std::make_shared<const HttpAnswer>(std::move(answer));
    const auto write = [this, shared, faults, gzip, turn](httplib::DataSink &sink) {
        BodyPipe pipe([this, &sink](std::string_view bytes) { return sendAll(sink, *stop, bytes); },
                      [this](std::chrono::milliseconds duration) { return pause(*stop, duration); }, faults,
                      gzip);
        const bool whole = shared->stream ? shared->stream(pipe) : pipe.write(shared->body);
        return whole && pipe.finish();
    };
    if (gzip || shared->stream || faults.truncated) {
        to.set_chunked_content_provider(shared->contentType, [write](std::size_t, httplib::DataSink &sink) {
            const bool whole = write(sink);
            if (whole)
                sink.done();
            return whole;
        });
    } else {
        to.set_content_provider(
            shared->body.size(), shared->contentType,
            [write](std::size_t, std::size_t, httplib::DataSink &sink) { return write(sink); });
    }
}

} // namespace sonde
