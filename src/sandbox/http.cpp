#include "sandbox/http.h"

#include <algorithm>

namespace sonde {

namespace {

char lowerOf(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::string toLower(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), lowerOf);
    return lower;
}

bool HeaderLess::operator()(std::string_view left, std::string_view right) const
{
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
                                        [](char a, char b) { return lowerOf(a) < lowerOf(b); });
}

std::string ServerRequest::header(std::string_view name) const
{
    const auto found = headers.find(std::string(name));
    return found == headers.end() ? std::string() : found->second;
}

std::string ServerRequest::parameter(const std::string &name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
}

bool ServerRequest::isJson() const
{
    return toLower(header("Content-Type")).starts_with("application/json");
}

bool ServerRequest::acceptsGzip() const
{
    return toLower(header("Accept-Encoding")).find("gzip") != std::string::npos;
}

HttpAnswer HttpAnswer::json(int status, std::string body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

HttpAnswer HttpAnswer::empty(int status)
{
    HttpAnswer answer;
    answer.status = status;
    return answer;
}

std::vector<std::string> pathSegments(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const auto segment = path.substr(0, slash);
        if (!segment.empty())
            segments.emplace_back(segment);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return segments;
}

} // namespace sonde
