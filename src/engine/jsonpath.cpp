#include "engine/jsonpath.h"

#include <algorithm>
#include <charconv>

namespace sonde {

namespace {

using std::optional;
using std::string_view;

/// `.key`; \a path goes on behind it.
optional<PathStep> namedStep(string_view &path)
{
    const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
    if (end < 2)
        return {};
    PathStep step{std::string(path.substr(1, end - 1)), {}};
    path.remove_prefix(end);
    return step;
}

/// `['key']`, `["key"]` or `[0]`; a key ends at its quote and bracket, and may have brackets.
optional<PathStep> bracketedStep(string_view &path)
{
    const bool isQuoted = path.size() > 1 && (path[1] == '\'' || path[1] == '"');
    const char closing[] = {isQuoted ? path[1] : ']', ']'};
    const std::size_t start = isQuoted ? 2 : 1;
    const std::size_t end = path.find(string_view(closing, start), start);
    if (end == string_view::npos)
        return {};
    const string_view inside = path.substr(start, end - start);
    path.remove_prefix(end + start);
    if (isQuoted)
        return PathStep{std::string(inside), {}};
    std::size_t place = 0;
    const auto [last, error] = std::from_chars(inside.data(), inside.data() + inside.size(), place);
    if (error != std::errc() || last != inside.data() + inside.size())
        return {};
    return PathStep{{}, place};
}

} // namespace

optional<std::vector<PathStep>> pathSteps(string_view path)
{
    if (!path.starts_with('$'))
        return {};
    path.remove_prefix(1);
    std::vector<PathStep> steps;
    while (!path.empty()) {
        optional<PathStep> step;
        if (path.front() == '.')
            step = namedStep(path);
        else if (path.front() == '[')
            step = bracketedStep(path);
        if (!step)
            return {};
        steps.push_back(std::move(*step));
    }
    return steps;
}

} // namespace sonde
