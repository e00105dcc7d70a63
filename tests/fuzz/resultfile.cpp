#include "fuzz/checks.h"

#include "results/resultfile.h"
#include "results/resultfileparts.h"

#include <QBuffer>

using namespace sonde;
using namespace sonde::fuzz;

namespace {

struct Outcome
{
    bool isWhole = false;
    std::vector<StoredTable> tables;
};

Outcome read(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    Outcome outcome;
    const CancelState never;
    const StoredResultHandlers handlers{[](const StoredResult &) {},
                                        [&outcome](const ResultChunk &chunk) {
                                            const auto index = static_cast<std::size_t>(chunk.tableIndex);
                                            if (index == outcome.tables.size())
                                                outcome.tables.push_back({chunk.tableName, {}});
                                            require(index + 1 == outcome.tables.size(),
                                                    "tables come one after the other");
                                            requireReadable(chunk.rows);
                                            outcome.tables.back().rows.append(chunk.rows);
                                        },
                                        {}};
    const Result<void> done = readResultFile(buffer, QStringLiteral("x"), handlers, never);
    outcome.isWhole = done.has_value();
    if (!done)
        require(!done.error().message.isEmpty() && !done.error().advice.isEmpty(), "a refusal has words");
    return outcome;
}

/// A whole file around blocks that the input gives, so that what lies behind the checksums is met, too: a
/// letter for the type, two bytes for the length, and so many bytes.
QByteArray assembled(Input input)
{
    const unsigned tables = input.takeByte();
    const unsigned rows = input.takeByte();
    std::vector<PlainBlock> blocks;
    while (!input.rest().empty()) {
        const unsigned letter = input.takeByte();
        const std::size_t size = input.takeByte() + 256 * input.takeByte();
        resultfile::BlockType type = resultfile::rowsBlock;
        if (letter == 'I')
            type = resultfile::aboutBlock;
        else if (letter == 'T')
            type = resultfile::tableBlock;
        else if (letter == 'n')
            type = {'n', 'e', 'w', '!'};
        blocks.emplace_back(type, input.takeBytes(size));
    }
    return QByteArray::fromStdString(fileOf(blocks, tables, rows));
}

} // namespace

/// A result file, as it is or put together with right checksums. What can be read can be written and read
/// again.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const bool isAssembled = input.takeByte() == 'A';
    const Outcome outcome =
        read(isAssembled ? assembled(input)
                         : QByteArray(input.rest().data(), static_cast<qsizetype>(input.rest().size())));
    if (!outcome.isWhole)
        return 0;
    MemorySink sink;
    const CancelState never;
    require(writeResultFile({}, outcome.tables, sink, never).has_value(), "what was read can be written");
    const Outcome again = read(QByteArray::fromStdString(sink.bytes()));
    require(again.isWhole && again.tables.size() == outcome.tables.size(), "and read again");
    for (std::size_t i = 0; i < again.tables.size(); ++i) {
        const ChunkedTable &before = outcome.tables[i].rows;
        const ChunkedTable &after = again.tables[i].rows;
        require(after.rowCount() == before.rowCount() && after.headers() == before.headers(), "as it was");
    }
    return 0;
}
