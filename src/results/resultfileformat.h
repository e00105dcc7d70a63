#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The parts of a result file that its writer and its reader share; docs/result-file.md describes them.
/// Internal to both.
namespace sonde::resultfile {

/// A byte that is no ASCII, both kinds of line ends, and the end-of-file of DOS: a transfer that takes the
/// file for text damages it here already.
inline constexpr std::string_view signature("\x89SND\r\n\x1a\n", 8);
inline constexpr std::uint16_t majorVersion = 1;
inline constexpr std::uint16_t minorVersion = 0;
inline constexpr std::size_t prefixSize = 12; ///< signature and version

using BlockType = std::array<char, 4>;
inline constexpr BlockType aboutBlock = {'I', 'N', 'F', 'O'};
inline constexpr BlockType tableBlock = {'T', 'A', 'B', 'L'};
inline constexpr BlockType rowsBlock = {'R', 'O', 'W', 'S'};
inline constexpr BlockType endBlock = {'T', 'A', 'I', 'L'};

/// What cannot be of a file that this program wrote is refused before memory is taken for it.
inline constexpr std::uint32_t largestPlain = 512U * 1024 * 1024;
inline constexpr std::uint32_t mostBlockRows = 1024U * 1024;
inline constexpr std::int64_t mostRows = 2'000'000'000;
inline constexpr std::int64_t mostPlain = 8LL * 1024 * 1024 * 1024; ///< of all blocks
inline constexpr int mostTables = 1000;
inline constexpr int mostColumns = 20'000;
/// Deflate packs no tighter.
inline constexpr std::uint64_t tightestPacking = 1040;

inline constexpr std::size_t blockHeaderSize = 16;
inline constexpr std::size_t endPayloadSize = 4 + 8 + 32; ///< tables, rows, SHA-256

struct BlockHeader
{
    BlockType type{};
    std::uint32_t packedSize = 0;
    std::uint32_t plainSize = 0;
    std::uint32_t checksum = 0;
};

std::string headerBytes(const BlockHeader &header);
BlockHeader readHeader(std::string_view bytes); ///< blockHeaderSize bytes

/// The CRC-32 of a block: its header without the checksum, then addToChecksum() of what it holds.
std::uint32_t beginChecksum(const BlockHeader &header);
std::uint32_t addToChecksum(std::uint32_t checksum, std::string_view packed);

/// A block's payload in the form of zlib, quickly rather than tightly.
std::string pack(std::string_view plain);
/// False unless \a packed gives exactly \a plainSize bytes.
bool unpack(std::string_view packed, std::uint32_t plainSize, std::string &plain);

/// Little-endian numbers at the end of \a out.
template <typename Number>
void put(std::string &out, Number value)
{
    for (std::size_t i = 0; i < sizeof value; ++i)
        out.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF));
}

/// Takes little-endian numbers and bytes off the front of a text; fails for good where it ends too early.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
    {}

    template <typename Number>
    Number take()
    {
        const std::string_view bytes = take(sizeof(Number));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            value |= std::uint64_t(static_cast<unsigned char>(bytes[i])) << (8 * i);
        return static_cast<Number>(value);
    }

    std::string_view take(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_failed = true;
            m_rest = {};
            return {};
        }
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    bool failed() const { return m_failed; }
    bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

} // namespace sonde::resultfile
