#include "fuzz/checks.h"

#include "results/inflater.h"

#include <array>

using namespace sonde;
using namespace sonde::fuzz;

namespace {

constexpr qint64 cap = 1024 * 1024;

/// The size of what comes out, or -1 where it fails.
qint64 inflated(const QByteArray &encoding, std::string_view packed, std::size_t pieceSize)
{
    qint64 size = 0;
    Inflater inflater(encoding, cap);
    for (std::size_t at = 0; at < packed.size(); at += pieceSize) {
        const std::string_view piece = packed.substr(at, pieceSize);
        const std::vector<char> copy(piece.begin(), piece.end());
        const Result<bool> fed =
            inflater.feed({copy.data(), copy.size()}, [&size](std::string_view bytes) -> Result<bool> {
                size += static_cast<qint64>(bytes.size());
                require(size <= cap, "no more comes out than is wanted");
                return true;
            });
        if (!fed)
            return -1;
    }
    return inflater.finish() ? size : -1;
}

} // namespace

/// A packed body: the same comes out however it is cut, and never more than is wanted.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array<QByteArray, 4> encodings = {"gzip", "deflate", "", "br"};
    Input input(data, size);
    const QByteArray &encoding = encodings[input.takeByte() % encodings.size()];
    const std::size_t pieceSize = 1 + input.takeByte() % 64;
    const qint64 whole = inflated(encoding, input.rest(), std::max<std::size_t>(1, input.rest().size()));
    require(inflated(encoding, input.rest(), pieceSize) == whole, "cutting changes nothing");
    return 0;
}
