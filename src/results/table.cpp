#include "results/table.h"

#include <algorithm>

namespace sonde {

Table::Table(QList<Column> columns, std::size_t rowCount)
    : m_columns(std::move(columns))
    , m_rowCount(rowCount)
{
    Q_ASSERT(std::all_of(m_columns.cbegin(), m_columns.cend(),
                         [this](const Column &column) { return column.size() == m_rowCount; }));
}

std::size_t Table::memoryUse() const
{
    std::size_t sum = 0;
    for (const Column &column : m_columns)
        sum += column.memoryUse();
    return sum;
}

int ChunkedTable::indexOf(const QString &name) const
{
    for (int i = 0; i < columnCount(); ++i) {
        if (m_headers.at(i).name == name)
            return i;
    }
    return -1;
}

RowRef ChunkedTable::find(std::size_t row) const
{
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), row);
    const auto chunk = next - m_starts.cbegin() - 1;
    return {&m_chunks.at(chunk), row - m_starts[static_cast<std::size_t>(chunk)]};
}

std::size_t ChunkedTable::memoryUse() const
{
    std::size_t sum = 0;
    for (const Table &chunk : m_chunks)
        sum += chunk.memoryUse();
    return sum;
}

void ChunkedTable::append(const Table &chunk)
{
    for (int i = columnCount(); i < chunk.columnCount(); ++i)
        m_headers.append({chunk.column(i).name(), chunk.column(i).type()});
    if (chunk.rowCount() == 0)
        return;
    m_starts.push_back(m_rowCount);
    m_chunks.append(chunk);
    m_rowCount += chunk.rowCount();
}

ChunkedTable ChunkedTable::truncated(std::size_t rows) const
{
    ChunkedTable copy = *this;
    copy.m_rowCount = std::min(rows, m_rowCount);
    while (!copy.m_starts.empty() && copy.m_starts.back() >= copy.m_rowCount) {
        copy.m_starts.pop_back();
        copy.m_chunks.removeLast();
    }
    return copy;
}

} // namespace sonde
