#include "fuzz/checks.h"

#include "results/classicdecoder.h"

using namespace sonde;
using namespace sonde::fuzz;

/// A classic search answer.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ClassicAnswer> answer = decodeClassicAnswer(body);
    if (answer)
        requireReadable(answer->rows);
    else
        require(!answer.error().message.isEmpty(), "a failure has words");
    return 0;
}
