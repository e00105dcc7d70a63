#pragma once

#include "import/typeguess.h"
#include "ports/importguess.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

/// What is found out while the rows of one table are read: cells that are not of their column's type, rows
/// left out, keys that no column has. Any thread may add to it. Internal to the import.
class TableNotes
{
public:
    enum Misfit : unsigned char {
        Seen = 1,
        NoReal = 2, ///< one of them is not even a real
        Nested = 4  ///< one of them is a list or an object of JSON
    };

    explicit TableNotes(QList<ImportColumn> columns);

    const QList<ImportColumn> &columns() const { return m_columns; }

    /// \a text is in that column and is not of its type.
    void noteMisfit(std::size_t column, std::string_view text, bool isNested = false);
    void noteRowLeftOut() { ++m_rowsLeftOut; }
    /// Calls \a tell with the guess for a key that no column has. At most 1000 keys.
    template <typename Tell>
    void noteKey(std::string_view key, Tell tell)
    {
        const std::lock_guard lock(m_mutex);
        auto found = m_keys.find(std::string(key));
        if (found == m_keys.end() && m_keys.size() < mostKeys)
            found = m_keys.emplace(std::string(key), TypeGuess()).first;
        if (found != m_keys.end())
            tell(found->second);
    }

    // Once the rows were read:
    bool hasMisfits() const;
    qint64 rowsLeftOut() const { return m_rowsLeftOut; }
    bool hasNewKeys() const { return !m_keys.empty(); }
    /// The columns as they have to be for these rows; \a remarks gets a sentence for each that changed.
    QList<ImportColumn> mendedColumns(const QString &table, QStringList &remarks) const;

private:
    static constexpr std::size_t mostKeys = 1000;
    struct Cell
    {
        std::atomic<unsigned char> misfit = 0;
        std::string text; ///< the first one
    };
    QString remarkOn(const QString &table, const ImportColumn &column, const Cell &cell,
                     ColumnType type) const;

    QList<ImportColumn> m_columns;
    std::vector<std::unique_ptr<Cell>> m_cells;
    std::atomic<qint64> m_rowsLeftOut = 0;
    mutable std::mutex m_mutex;
    std::map<std::string, TypeGuess> m_keys;
};

} // namespace sonde
