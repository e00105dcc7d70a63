#pragma once

#include "engine/ownfailures.h"

#include <cstddef>
#include <exception>

namespace sonde {

/// Bytes that one text or dynamic value may have, as what a function takes and as what it makes. DuckDB
/// counts the memory of columns, but not that of a function at work: without a bound a few calls in one
/// another ask for more than any machine has. (The real service has 1 MB.)
constexpr std::size_t largestValue = 64U * 1024 * 1024;
/// Likewise the items of lists and bags that a function has in its hands at once.
constexpr std::size_t mostItemsAtOnce = 4U * 1024 * 1024;

/// Thrown within functions of DuckDB, where it becomes the error of the query. Internal to the engine.
class ValueTooLarge final : public std::exception
{
public:
    const char *what() const noexcept override { return failures::valueTooLarge; }
};

inline void requireRoom(std::size_t bytes)
{
    if (bytes > largestValue)
        throw ValueTooLarge();
}

inline void requireItems(std::size_t items)
{
    if (items > mostItemsAtOnce)
        throw ValueTooLarge();
}

} // namespace sonde
