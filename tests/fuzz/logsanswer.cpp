#include "fuzz/checks.h"

#include "results/logsdecoder.h"

using namespace sonde;
using namespace sonde::fuzz;

namespace {

struct Outcome
{
    bool isWhole = false;
    std::size_t rows = 0;
    int tables = 0;
};

Outcome decode(std::string_view body, std::size_t pieceSize)
{
    Outcome outcome;
    LogsDecoder decoder([&outcome](const ResultChunk &chunk) {
        require(chunk.tableIndex == outcome.tables || chunk.tableIndex == outcome.tables - 1,
                "tables come one after the other");
        outcome.tables = chunk.tableIndex + 1;
        outcome.rows += chunk.rows.rowCount();
        requireReadable(chunk.rows);
    });
    for (std::size_t at = 0; at < body.size(); at += pieceSize) {
        // In memory of exactly that size, so that the address sanitizer sees who reads on.
        const std::string_view piece = body.substr(at, pieceSize);
        const std::vector<char> copy(piece.begin(), piece.end());
        if (!decoder.feed({copy.data(), copy.size()})) {
            decoder.breakOff();
            return outcome;
        }
    }
    const Result<LogsAnswer> answer = decoder.finish();
    outcome.isWhole = answer.has_value();
    if (answer)
        require(answer->tableCount == outcome.tables, "every table is handed out");
    else
        require(!answer.error().message.isEmpty(), "a failure has words");
    return outcome;
}

} // namespace

/// A logs query answer: the same rows however it is cut.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const std::size_t pieceSize = 1 + input.takeByte() % 64;
    const Outcome whole = decode(input.rest(), std::max<std::size_t>(1, input.rest().size()));
    const Outcome cut = decode(input.rest(), pieceSize);
    require(whole.isWhole == cut.isWhole, "cutting does not decide what is an answer");
    if (whole.isWhole)
        require(whole.rows == cut.rows && whole.tables == cut.tables, "cutting loses no rows");
    return 0;
}
