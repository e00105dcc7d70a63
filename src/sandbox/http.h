#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sonde {

/// Orders header names without regard to case, as HTTP compares them.
struct HeaderLess
{
    bool operator()(std::string_view left, std::string_view right) const;
};

/// One request as the services of the sandbox see it, free of the server library that read it.
struct ServerRequest
{
    std::string method;                                 ///< in capitals
    std::string path;                                   ///< percent-decoded, without the query string
    std::multimap<std::string, std::string> parameters; ///< decoded; of the query string and of a form body
    std::multimap<std::string, std::string, HeaderLess> headers;
    std::string body;

    /// The first value of that header or parameter, or an empty text.
    std::string header(std::string_view name) const;
    std::string parameter(const std::string &name) const;
    /// Whether a body was announced as JSON; without that both real services answer 200 and no bytes.
    bool isJson() const;
    bool acceptsGzip() const;
};

/// Where a streamed body goes. Used on the thread that serves the request.
class BodySink
{
public:
    virtual ~BodySink() = default;
    /// False when there is nobody left to write for: the client hung up or the server ends.
    virtual bool write(std::string_view bytes) = 0;
    /// Sends what waits in buffers on its way; for the ends of blocks of rows.
    virtual bool flush() = 0;
};

/// What a service answers: a body known as a whole, or one that is written while it is computed.
struct HttpAnswer
{
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string contentType = "application/json; charset=utf-8";
    std::string body;
    /// If set, called once instead of sending `body`; false cuts the connection.
    std::function<bool(BodySink &)> stream;
    /// Whether the faults that spoil bodies apply to it.
    bool mayBeSpoiled = false;

    static HttpAnswer json(int status, std::string body);
    static HttpAnswer empty(int status);
};

/// The segments of a path between its slashes, in the case they were sent in; empty ones are left out.
std::vector<std::string> pathSegments(std::string_view path);
/// ASCII letters only: ARM ids, host names and header values are compared so.
std::string toLower(std::string_view text);

} // namespace sonde
