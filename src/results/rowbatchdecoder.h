#pragma once

#include "core/result.h"
#include "results/table.h"

#include <QMap>
#include <QStringList>
#include <simdjson.h>
#include <string>

namespace sonde {

/// Turns batches of whole rows (`[..],[..]`) into typed columns. Internal to BatchLine; one table per
/// decoder.
///
/// A cell that cannot be read as its column's type never loses the answer: it becomes null (or the nearest
/// value), and a warning counts it.
class RowBatchDecoder
{
public:
    /// \a columnsJson is the answer's `columns` array.
    Result<void> setColumns(std::string_view columnsJson);
    bool hasColumns() const { return m_hasColumns; }

    /// \a batch is a JSON array of rows; simdjson needs room behind it, so it is taken by reference and
    /// padded.
    Result<Table> decode(std::string &batch);
    /// A table of no rows with these columns.
    Table emptyTable();
    QStringList warnings() const;
    /// The object that the query engine puts among the rows where it breaks off, as JSON text; mostly empty.
    const std::string &errorAmongRows() const { return m_errorAmongRows; }

private:
    simdjson::error_code decodeStranger(simdjson::ondemand::value value);
    // These fail where the text is no JSON; odd cells are only warned about.
    simdjson::error_code decodeRow(simdjson::ondemand::array row);
    simdjson::error_code decodeCell(ColumnBuilder &builder, simdjson::ondemand::value cell);
    simdjson::error_code decodeText(ColumnBuilder &builder, simdjson::ondemand::value cell,
                                    std::string_view token);
    bool decodeNumber(ColumnBuilder &builder, std::string_view token);
    bool decodeQuoted(ColumnBuilder &builder, std::string_view text);
    void warn(const QString &what);
    Table takeTable(std::size_t rows);

    std::vector<ColumnBuilder> m_builders;
    bool m_hasColumns = false;
    simdjson::ondemand::parser m_parser;
    std::string m_scratch;
    std::string m_errorAmongRows;
    QMap<QString, qint64> m_warnings;
};

} // namespace sonde
