#include "results/rowcomparison.h"

#include "results/decimaltext.h"
#include "results/orderedtasks.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RowComparison)
};

using Hash = std::uint64_t;

/// Rows are matched in parts, by their hash: for several cores, and to look at the cancel state in between.
constexpr int partBits = 8;
constexpr std::size_t parts = std::size_t(1) << partBits;
constexpr std::size_t tasksAhead = 32;
/// So many rows are hashed in one task.
constexpr std::size_t blockRows = 8192;
/// A column with more different texts than this has them hashed row by row.
constexpr std::size_t mostSharedTexts = 2 * blockRows;
/// So far the whole is when all rows are hashed, and when each has its partner.
constexpr int hashedPermille = 300;
constexpr int matchedPermille = 500;
constexpr std::uint32_t noPartner = std::numeric_limits<std::uint32_t>::max();
/// So many rows are matched between two looks at the cancel state.
constexpr std::size_t rowsUntilLook = 1024;

/// A column that both tables have.
struct CommonColumn
{
    int first = 0;
    int second = 0;
    ColumnType type = ColumnType::String;
};

constexpr Hash nullHash = 0x6E756C6C6E756C6C;
constexpr Hash nanHash = 0x4E614E4E614E4E61;

Hash mixed(Hash value)
{
    value ^= value >> 32;
    value *= 0x9FB21C651E98DF25;
    value ^= value >> 29;
    value *= 0xD6E8FEB86659FD93;
    return value ^ (value >> 32);
}

/// A guid has no case.
char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Hash hashOfText(std::string_view text, ColumnType type)
{
    if (type == ColumnType::Decimal) {
        std::string key;
        appendDecimalKey(key, text);
        return std::hash<std::string_view>()(key);
    }
    if (type == ColumnType::Guid) {
        std::string plain(text);
        std::transform(plain.begin(), plain.end(), plain.begin(), lower);
        return std::hash<std::string_view>()(plain);
    }
    return std::hash<std::string_view>()(text);
}

Hash hashOfReal(double value)
{
    if (std::isnan(value))
        return nanHash;
    return mixed(std::bit_cast<Hash>(value == 0 ? 0.0 : value)); // there is a zero below zero
}

Hash hashOf(const Column &column, std::size_t row)
{
    if (isTextType(column.type()))
        return hashOfText(column.text(row), column.type());
    return column.type() == ColumnType::Real ? hashOfReal(column.real(row))
                                             : mixed(static_cast<Hash>(column.integer(row)));
}

/// Adds the cells of one column to the hashes of their rows, \a count of them from \a from on.
void addColumn(const Column &column, std::size_t from, std::size_t count, Hash *hashes)
{
    // A text that stands in many rows is hashed once.
    const bool isShared = isTextType(column.type()) && column.textCount() <= mostSharedTexts &&
                          column.textCount() < column.size();
    std::vector<std::optional<Hash>> known(isShared ? column.textCount() : 0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = from + i;
        Hash cell = nullHash;
        if (!column.isNull(row) && isShared) {
            std::optional<Hash> &text = known[column.textNumber(row)];
            if (!text)
                text = hashOf(column, row);
            cell = *text;
        } else if (!column.isNull(row)) {
            cell = hashOf(column, row);
        }
        hashes[i] = mixed(hashes[i] ^ cell);
    }
}

bool isEqualText(std::string_view a, std::string_view b, ColumnType type)
{
    if (a == b)
        return true;
    if (type == ColumnType::Decimal)
        return compareDecimals(a, b) == 0;
    return type == ColumnType::Guid &&
           std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char left, char right) { return lower(left) == lower(right); });
}

bool isEqual(const CellRef &a, const CellRef &b, ColumnType type)
{
    if (a.isNull() || b.isNull())
        return a.isNull() == b.isNull();
    if (isTextType(type))
        return isEqualText(a.column->text(a.row), b.column->text(b.row), type);
    if (type != ColumnType::Real)
        return a.column->integer(a.row) == b.column->integer(b.row);
    const double left = a.column->real(a.row);
    const double right = b.column->real(b.row);
    return left == right || (std::isnan(left) && std::isnan(right));
}

/// One of the two tables, with what its rows come to.
struct Side
{
    const ChunkedTable *table = nullptr;
    std::vector<int> columns; ///< those compared
    std::vector<Hash> hashes;
    RowMask *only = nullptr;
};

/// Rows that lie beside each other, for one task.
struct Block
{
    const Table *chunk = nullptr;
    std::size_t from = 0;  ///< the first row, in the chunk
    std::size_t count = 0; ///< of rows
    std::size_t place = 0; ///< of the first row, in the table
};

std::vector<Block> blocksOf(const ChunkedTable &table)
{
    std::vector<Block> blocks;
    std::size_t start = 0;
    for (const Table &chunk : table.chunks()) {
        // A truncated table has fewer rows than its chunks.
        const std::size_t count = std::min(chunk.rowCount(), table.rowCount() - start);
        for (std::size_t from = 0; from < count; from += blockRows)
            blocks.push_back({&chunk, from, std::min(blockRows, count - from), start + from});
        start += count;
    }
    return blocks;
}

void hashBlock(const Block &block, Side &side, const CancelState &cancel)
{
    Hash *hashes = side.hashes.data() + block.place;
    for (const int column : side.columns) {
        if (cancel.isCancelled())
            return;
        if (column < block.chunk->columnCount()) {
            addColumn(block.chunk->column(column), block.from, block.count, hashes);
        } else {
            for (std::size_t i = 0; i < block.count; ++i)
                hashes[i] = mixed(hashes[i] ^ nullHash); // an early chunk lacks the column
        }
    }
}

/// The rows of a table by the highest bits of their hash, each part in the order of the rows.
class Parts
{
public:
    explicit Parts(const std::vector<Hash> &hashes)
        : m_rows(hashes.size())
    {
        std::vector<std::size_t> places(parts + 1);
        for (const Hash hash : hashes)
            ++places[partOf(hash) + 1];
        std::partial_sum(places.begin(), places.end(), places.begin());
        m_starts = places;
        for (std::size_t row = 0; row < hashes.size(); ++row)
            m_rows[places[partOf(hashes[row])]++] = {hashes[row], static_cast<std::uint32_t>(row)};
    }

    struct Row
    {
        Hash hash = 0;
        std::uint32_t row = 0;
        bool operator<(const Row &other) const
        {
            return hash != other.hash ? hash < other.hash : row < other.row;
        }
    };
    using Range = std::pair<std::vector<Row>::iterator, std::vector<Row>::iterator>;

    Range part(std::size_t number)
    {
        return {m_rows.begin() + static_cast<std::ptrdiff_t>(m_starts[number]),
                m_rows.begin() + static_cast<std::ptrdiff_t>(m_starts[number + 1])};
    }

private:
    static std::size_t partOf(Hash hash) { return hash >> (64 - partBits); }

    std::vector<Row> m_rows;
    std::vector<std::size_t> m_starts;
};

/// Finds the partners of rows; several threads can match parts at once.
class Matching
{
public:
    Matching(const std::vector<CommonColumn> &columns, const Side &first, const Side &second,
             const CancelState &cancel)
        : m_columns(columns)
        , m_first(first)
        , m_second(second)
        , m_firstParts(first.hashes)
        , m_secondParts(second.hashes)
        , m_partners(first.hashes.size(), noPartner)
        , m_cancel(cancel)
    {}

    void run(std::size_t number)
    {
        auto [first, firstEnd] = m_firstParts.part(number);
        auto [second, secondEnd] = m_secondParts.part(number);
        std::sort(first, firstEnd);
        std::sort(second, secondEnd);
        while (first != firstEnd && second != secondEnd && !m_cancel.isCancelled()) {
            if (first->hash < second->hash) {
                mark(m_first, first++);
            } else if (second->hash < first->hash) {
                mark(m_second, second++);
            } else {
                const auto other = [hash = first->hash](const Parts::Row &row) { return row.hash != hash; };
                const auto firstStop = std::find_if(first, firstEnd, other);
                const auto secondStop = std::find_if(second, secondEnd, other);
                // Two rows alone are looked at later, in the order in which they lie in memory.
                if (firstStop - first == 1 && secondStop - second == 1)
                    m_partners[first->row] = second->row;
                else
                    match({first, firstStop}, {second, secondStop});
                first = firstStop;
                second = secondStop;
            }
        }
        while (first != firstEnd)
            mark(m_first, first++);
        while (second != secondEnd)
            mark(m_second, second++);
    }

    /// Looks whether the rows of the first table are what their partners are, column by column.
    void verify(const Block &block)
    {
        struct Pair
        {
            std::size_t row = 0; ///< in the chunk of the block
            std::size_t first = 0;
            std::size_t second = 0;
            RowRef partner;
        };
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < block.count; ++i) {
            const std::uint32_t partner = m_partners[block.place + i];
            if (partner != noPartner)
                pairs.push_back({block.from + i, block.place + i, partner, m_second.table->find(partner)});
        }
        for (const CommonColumn &column : m_columns) {
            if (m_cancel.isCancelled())
                return;
            const Column *cells =
                column.first < block.chunk->columnCount() ? &block.chunk->column(column.first) : nullptr;
            for (const Pair &pair : pairs) {
                if (!isEqual({cells, pair.row}, pair.partner.cell(column.second), column.type))
                    (*m_first.only)[pair.first] = (*m_second.only)[pair.second] = 1;
            }
        }
    }

private:
    static void mark(const Side &side, std::vector<Parts::Row>::iterator row) { (*side.only)[row->row] = 1; }

    bool isEqualRow(const RowRef &a, bool isFirst, const RowRef &b) const
    {
        return std::all_of(m_columns.begin(), m_columns.end(), [&](const CommonColumn &column) {
            return isEqual(a.cell(isFirst ? column.first : column.second), b.cell(column.first), column.type);
        });
    }

    /// Rows of equal hash are nearly always equal, but are looked at all the same.
    void match(Parts::Range first, Parts::Range second)
    {
        struct Kind
        {
            RowRef row; ///< of the first table
            std::vector<std::uint32_t> rows;
            std::size_t paired = 0;
        };
        std::vector<Kind> kinds;
        const auto kindOf = [&](const RowRef &row, bool isFirst) {
            return std::find_if(kinds.begin(), kinds.end(),
                                [&](const Kind &kind) { return isEqualRow(row, isFirst, kind.row); });
        };
        std::size_t looked = 0;
        const auto isCancelled = [&] { return ++looked % rowsUntilLook == 0 && m_cancel.isCancelled(); };
        for (auto row = first.first; row != first.second && !isCancelled(); ++row) {
            const RowRef ref = m_first.table->find(row->row);
            auto kind = kindOf(ref, true);
            if (kind == kinds.end())
                kind = kinds.insert(kind, {ref, {}, 0});
            kind->rows.push_back(row->row);
        }
        for (auto row = second.first; row != second.second && !isCancelled(); ++row) {
            const auto kind = kindOf(m_second.table->find(row->row), false);
            if (kind != kinds.end() && kind->paired < kind->rows.size())
                ++kind->paired;
            else
                mark(m_second, row);
        }
        for (const Kind &kind : kinds) {
            for (std::size_t i = kind.paired; i < kind.rows.size(); ++i)
                (*m_first.only)[kind.rows[i]] = 1;
        }
    }

    const std::vector<CommonColumn> &m_columns;
    const Side &m_first;
    const Side &m_second;
    Parts m_firstParts;
    Parts m_secondParts;
    std::vector<std::uint32_t> m_partners; ///< of the rows of the first table, where both are alone
    const CancelState &m_cancel;
};

/// Fills in the names of the columns as well.
std::vector<CommonColumn> commonColumns(const ChunkedTable &first, const ChunkedTable &second,
                                        RowComparison &comparison)
{
    std::vector<CommonColumn> common;
    std::vector<bool> isTaken(static_cast<std::size_t>(second.columnCount()));
    for (int column = 0; column < first.columnCount(); ++column) {
        const ColumnHeader &header = first.headers().at(column);
        int partner = 0;
        while (partner < second.columnCount() &&
               (isTaken[static_cast<std::size_t>(partner)] || second.headers().at(partner) != header))
            ++partner;
        if (partner == second.columnCount()) {
            comparison.firstColumns << header.name;
            continue;
        }
        isTaken[static_cast<std::size_t>(partner)] = true;
        common.push_back({column, partner, header.type});
        comparison.columns << header.name;
    }
    for (int column = 0; column < second.columnCount(); ++column) {
        if (!isTaken[static_cast<std::size_t>(column)])
            comparison.secondColumns << second.headers().at(column).name;
    }
    return common;
}

/// Runs \a work(n) for each n below \a count on all cores, and tells of it between these two thousandths.
/// False where it was cancelled.
bool runAll(std::size_t count, const std::function<void(std::size_t)> &work, int fromPermille, int toPermille,
            const CancelState &cancel, const ComparisonProgress &progress)
{
    OrderedTasks tasks(*QThreadPool::globalInstance(), count, tasksAhead, work);
    for (std::size_t number = 0; number < count; ++number) {
        tasks.waitFor(number);
        if (cancel.isCancelled())
            return false;
        tasks.release(number);
        if (progress)
            progress(fromPermille + static_cast<int>(static_cast<std::size_t>(toPermille - fromPermille) *
                                                     (number + 1) / count));
    }
    return !cancel.isCancelled();
}

Error noCommonColumn()
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.message =
        Words::tr("The two tables have no column in common, so that their rows cannot be compared.");
    error.advice = Words::tr("A column is the same where its name and its type are.");
    return error;
}

} // namespace

Result<RowComparison> compareRows(const ChunkedTable &first, const ChunkedTable &second,
                                  const CancelState &cancel, const ComparisonProgress &progress)
{
    RowComparison comparison;
    const std::vector<CommonColumn> columns = commonColumns(first, second, comparison);
    if (columns.empty())
        return failure(noCommonColumn());
    comparison.onlyFirst.resize(first.rowCount());
    comparison.onlySecond.resize(second.rowCount());
    Side firstSide{&first, {}, {}, &comparison.onlyFirst};
    Side secondSide{&second, {}, {}, &comparison.onlySecond};
    for (const CommonColumn &column : columns) {
        firstSide.columns.push_back(column.first);
        secondSide.columns.push_back(column.second);
    }
    firstSide.hashes.resize(first.rowCount());
    secondSide.hashes.resize(second.rowCount());
    const std::vector<Block> firstBlocks = blocksOf(first);
    const std::vector<Block> secondBlocks = blocksOf(second);
    const auto hash = [&](std::size_t number) {
        if (number < firstBlocks.size())
            hashBlock(firstBlocks[number], firstSide, cancel);
        else
            hashBlock(secondBlocks[number - firstBlocks.size()], secondSide, cancel);
    };
    if (!runAll(firstBlocks.size() + secondBlocks.size(), hash, 0, hashedPermille, cancel, progress))
        return failure(ErrorKind::Cancelled, {});
    Matching matching(columns, firstSide, secondSide, cancel);
    const auto match = [&](std::size_t number) { matching.run(number); };
    if (!runAll(parts, match, hashedPermille, matchedPermille, cancel, progress))
        return failure(ErrorKind::Cancelled, {});
    const auto verify = [&](std::size_t number) { matching.verify(firstBlocks[number]); };
    if (!runAll(firstBlocks.size(), verify, matchedPermille, 1000, cancel, progress))
        return failure(ErrorKind::Cancelled, {});
    const auto countOf = [](const RowMask &mask) {
        return static_cast<std::size_t>(std::count(mask.begin(), mask.end(), 1));
    };
    comparison.onlyFirstCount = countOf(comparison.onlyFirst);
    comparison.onlySecondCount = countOf(comparison.onlySecond);
    comparison.bothCount = first.rowCount() - comparison.onlyFirstCount;
    return comparison;
}

} // namespace sonde
