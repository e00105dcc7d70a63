#pragma once

#include "results/table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The entry of a fuzz target, as libFuzzer calls it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// What holds for every input, whatever came: a fuzz target stops the program where it does not.
namespace sonde::fuzz {

/// Stops the program, saying what did not hold.
void require(bool holds, const char *what);

/// Every column has the table's number of cells, and every cell can be read; texts are UTF-8.
void requireReadable(const Table &table);

/// Takes bytes off the front of an input, by which the input itself says how it is to be used.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(reinterpret_cast<const char *>(data), size)
    {}

    unsigned takeByte();
    std::string takeBytes(std::size_t most);
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

} // namespace sonde::fuzz
