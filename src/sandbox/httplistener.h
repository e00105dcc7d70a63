#pragma once

#include "core/cancelstate.h"
#include "core/result.h"
#include "sandbox/faults.h"
#include "sandbox/http.h"

#include <QString>
#include <functional>
#include <memory>

namespace sonde {

/// An HTTP server on 127.0.0.1: reads requests, has them answered on a pool of threads, and sends the answers
/// packed and spoiled as asked. The only class that knows the server library. Every connection carries one
/// request, so no idle client holds a thread.
class HttpListener
{
public:
    struct Options
    {
        quint16 port = 0;        ///< 0: any that is free
        QString certificateFile; ///< PEM; with keyFile it means TLS, without plain HTTP
        QString keyFile;
        Faults faults;
    };
    /// Called on the pool's threads.
    using Handler = std::function<HttpAnswer(const ServerRequest &)>;

    /// \a stop is raised by stop(); whoever works for an answer watches it too.
    HttpListener(const Options &options, CancelStatePtr stop);
    ~HttpListener();
    HttpListener(const HttpListener &) = delete;
    HttpListener &operator=(const HttpListener &) = delete;

    /// Takes the port, which it returns; nothing is answered yet. Io where the port or the certificate is no
    /// good.
    Result<quint16> bind();
    /// Answers from now on. Returns once it does.
    void serve(Handler handler);
    /// Ends the answers under way, within a few seconds even if a client holds still. Idempotent.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sonde
