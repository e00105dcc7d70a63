#pragma once

#include "results/resultfileformat.h"

#include <QCryptographicHash>
#include <string>
#include <utility>
#include <vector>

/// Result files put together by hand, with right checksums around whatever is in them.
namespace sonde {

using PlainBlock = std::pair<resultfile::BlockType, std::string>;

inline std::string filePrefix(std::uint16_t major = resultfile::majorVersion,
                              std::uint16_t minor = resultfile::minorVersion)
{
    std::string bytes(resultfile::signature);
    resultfile::put(bytes, major);
    resultfile::put(bytes, minor);
    return bytes;
}

/// A block that says to hold \a plainSize bytes.
inline std::string blockBytes(const resultfile::BlockType &type, const std::string &packed,
                              std::uint32_t plainSize)
{
    resultfile::BlockHeader header;
    header.type = type;
    header.packedSize = static_cast<std::uint32_t>(packed.size());
    header.plainSize = plainSize;
    header.checksum = resultfile::addToChecksum(resultfile::beginChecksum(header), packed);
    return resultfile::headerBytes(header) + packed;
}

inline std::string blockBytes(const PlainBlock &block)
{
    return blockBytes(block.first, resultfile::pack(block.second),
                      static_cast<std::uint32_t>(block.second.size()));
}

/// What belongs behind \a file to make it whole.
inline std::string fileEnd(const std::string &file, std::uint32_t tables, std::int64_t rows)
{
    std::string payload;
    resultfile::put(payload, tables);
    resultfile::put(payload, rows);
    payload +=
        QCryptographicHash::hash(QByteArray::fromStdString(file), QCryptographicHash::Sha256).toStdString();
    return blockBytes({resultfile::endBlock, payload});
}

/// A whole file of these blocks.
inline std::string fileOf(const std::vector<PlainBlock> &blocks, std::uint32_t tables, std::int64_t rows,
                          std::uint16_t minor = resultfile::minorVersion)
{
    std::string file = filePrefix(resultfile::majorVersion, minor);
    for (const PlainBlock &block : blocks)
        file += blockBytes(block);
    return file + fileEnd(file, tables, rows);
}

} // namespace sonde
