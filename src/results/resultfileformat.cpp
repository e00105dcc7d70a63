#include "results/resultfileformat.h"

#include <zlib.h>

namespace sonde::resultfile {

namespace {

/// The bytes are of a length that 32 bits hold.
std::uint32_t crc(std::uint32_t seed, std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        ::crc32(seed, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size())));
}

} // namespace

std::string headerBytes(const BlockHeader &header)
{
    std::string bytes(header.type.begin(), header.type.end());
    put(bytes, header.packedSize);
    put(bytes, header.plainSize);
    put(bytes, header.checksum);
    return bytes;
}

BlockHeader readHeader(std::string_view bytes)
{
    ByteReader reader(bytes);
    BlockHeader header;
    for (char &letter : header.type)
        letter = reader.take<char>();
    header.packedSize = reader.take<std::uint32_t>();
    header.plainSize = reader.take<std::uint32_t>();
    header.checksum = reader.take<std::uint32_t>();
    return header;
}

std::uint32_t beginChecksum(const BlockHeader &header)
{
    return crc(0, std::string_view(headerBytes(header)).substr(0, blockHeaderSize - 4));
}

std::uint32_t addToChecksum(std::uint32_t checksum, std::string_view packed)
{
    return crc(checksum, packed);
}

std::string pack(std::string_view plain)
{
    std::string packed;
    auto size = ::compressBound(static_cast<uLong>(plain.size()));
    packed.resize(size);
    // It fails only where there is no room, and there is.
    ::compress2(reinterpret_cast<Bytef *>(packed.data()), &size,
                reinterpret_cast<const Bytef *>(plain.data()), static_cast<uLong>(plain.size()),
                Z_BEST_SPEED);
    packed.resize(size);
    return packed;
}

bool unpack(std::string_view packed, std::uint32_t plainSize, std::string &plain)
{
    plain.resize(plainSize);
    uLong size = plainSize;
    uLong used = packed.size();
    const int status = ::uncompress2(reinterpret_cast<Bytef *>(plain.data()), &size,
                                     reinterpret_cast<const Bytef *>(packed.data()), &used);
    return status == Z_OK && size == plainSize && used == packed.size();
}

} // namespace sonde::resultfile
