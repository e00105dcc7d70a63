#include "fuzz/checks.h"

#include "results/rawanswer.h"

#include <QBuffer>

using namespace sonde;
using namespace sonde::fuzz;

/// An answer of either service in a file, packed or not.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    // What a beginning tells, no later byte changes.
    const auto kind = kindOfAnswer(bytes);
    for (std::size_t length = 0; length < std::min<std::size_t>(size, 64); ++length) {
        const std::vector<char> beginning(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length));
        const auto early = kindOfAnswer({beginning.data(), beginning.size()});
        require(!early || early == kind, "what a beginning tells stays");
    }
    QBuffer buffer;
    buffer.setData(bytes.data(), static_cast<qsizetype>(size));
    buffer.open(QIODevice::ReadOnly);
    int opened = 0;
    int chunks = 0;
    const StoredResultHandlers handlers{
        [&](const StoredResult &) { require(++opened == 1 && chunks == 0, "opened once, first"); },
        [&](const ResultChunk &chunk) {
            require(opened == 1, "opened before its rows");
            ++chunks;
            requireReadable(chunk.rows);
        },
        {}};
    const CancelState never;
    const Result<ResultInfo> info = readRawAnswer(buffer, QStringLiteral("x"), handlers, never);
    if (!info)
        require(!info.error().message.isEmpty(), "a refusal has words");
    else
        require(info->completeness != Completeness::Partial || !info->reasons.isEmpty(),
                "what is partial says why");
    return 0;
}
