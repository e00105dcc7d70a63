#pragma once

#include "azure/httpclient.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QNetworkReply>
#include <QStringList>
#include <memory>

namespace sonde {

/// What the fake network answers to one request.
struct FakeAnswer
{
    enum class Behaviour {
        Whole, ///< the body to its end
        Hang,  ///< the headers and body so far, then nothing until the request is ended
        Stall, ///< the same, and at once what Qt does when the transfer timeout is over
        Cut,   ///< the body so far, then the connection is closed
        Fail   ///< no answer, only `error`
    };
    int status = 200;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {{"Content-Type", "application/json; charset=utf-8"}};
    Behaviour behaviour = Behaviour::Whole;
    QNetworkReply::NetworkError error = QNetworkReply::RemoteHostClosedError; ///< of Cut and Fail
    qsizetype pieceSize = 16 * 1024;
    int delayMs = 0;

    static FakeAnswer json(int status, const QByteArray &body);
    FakeAnswer with(const QByteArray &header, const QByteArray &value) const;
    FakeAnswer as(Behaviour other) const;
};

/// What was asked of it.
struct SeenRequest
{
    QByteArray verb;
    QUrl url;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    int transferTimeout = 0;
    bool http2Allowed = false;
    int redirectPolicy = 0;
    QThread *thread = nullptr;
};

/// A network of which the test says each answer; the only thing replaced is createRequest(). A request that
/// nothing was said about is remembered and answered with an error: tests end by checking that there was
/// none. May be used from any thread.
class FakeNetwork
{
public:
    FakeNetwork();

    /// For requests with that verb and path (decoded, without the query), one answer for each call, in order.
    void expect(const QByteArray &verb, const QString &path, const FakeAnswer &answer);
    /// For every further such request.
    void always(const QByteArray &verb, const QString &path, const FakeAnswer &answer);

    QList<SeenRequest> seen() const;
    QList<SeenRequest> seen(const QByteArray &verb, const QString &path) const;
    /// Requests nobody expected, and answers nobody fetched.
    QStringList problems() const;
    /// Requests that have neither ended nor been ended.
    int open() const;

    HttpClient::ManagerFactory manager() const;

    struct State;

private:
    std::shared_ptr<State> m_state;
};

} // namespace sonde
