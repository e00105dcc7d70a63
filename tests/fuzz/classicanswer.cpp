#include "fuzz/checks.h"

#include "results/classicdecoder.h"

using namespace sonde;
using namespace sonde::fuzz;

/// A classic search answer.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ClassicAnswer> answer = decodeClassicAnswer(body);
    const std::optional<ClassicAnswer> part = decodeClassicPart(body);
    if (answer) {
        requireReadable(answer->rows);
        const std::size_t rows = part ? part->rows.rowCount() : 0;
        require(rows <= answer->rows.rowCount(), "a part is not more than the whole");
    } else {
        require(!answer.error().message.isEmpty(), "a failure has words");
    }
    if (part)
        requireReadable(part->rows);
    return 0;
}
