#include "import/tablenotes.h"

#include "import/cellvalues.h"

#include <QCoreApplication>

namespace sonde {

namespace {

constexpr std::size_t shownText = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

/// The narrowest type that holds the misfits, too.
ColumnType mended(ColumnType type, unsigned misfit)
{
    if (misfit & TableNotes::Nested)
        return ColumnType::Dynamic;
    const bool isWhole = type == ColumnType::Long || type == ColumnType::Int;
    return isWhole && !(misfit & TableNotes::NoReal) ? ColumnType::Real : ColumnType::String;
}

} // namespace

TableNotes::TableNotes(QList<ImportColumn> columns)
    : m_columns(std::move(columns))
{
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_cells.push_back(std::make_unique<Cell>());
}

void TableNotes::noteMisfit(std::size_t column, std::string_view text, bool isNested)
{
    Cell &cell = *m_cells[column];
    const auto kind =
        static_cast<unsigned char>(Seen | (cells::toReal(text) ? 0 : NoReal) | (isNested ? Nested : 0));
    if ((cell.misfit.load(std::memory_order_relaxed) & kind) == kind)
        return;
    const std::lock_guard lock(m_mutex);
    if (cell.misfit.fetch_or(kind) == 0)
        cell.text = text.substr(0, shownText);
}

bool TableNotes::hasMisfits() const
{
    return std::any_of(m_cells.begin(), m_cells.end(), [](const auto &cell) { return cell->misfit != 0; });
}

QList<ImportColumn> TableNotes::mendedColumns(const QString &table, QStringList &remarks) const
{
    QList<ImportColumn> columns = m_columns;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const Cell &cell = *m_cells[static_cast<std::size_t>(i)];
        if (cell.misfit == 0)
            continue;
        const ColumnType type = mended(columns.at(i).type, cell.misfit);
        remarks += remarkOn(table, columns.at(i), cell, type);
        columns[i].type = type;
    }
    QStringList names;
    for (const ImportColumn &column : std::as_const(columns))
        names += column.name;
    for (const auto &[key, guess] : m_keys) {
        const QString original = QString::fromUtf8(key);
        names += original;
        columns += {original, guess.type(), original, guess.hasDecimalComma()};
    }
    const QStringList unique = uniqueColumnNames(names);
    for (qsizetype i = 0; i < columns.size(); ++i)
        columns[i].name = unique.at(i);
    if (m_keys.size() >= mostKeys)
        remarks +=
            //: %1: a table; %2: a number
            Words::tr("%1: there are more than %2 keys; the rest is left out.").arg(table).arg(mostKeys);
    return columns;
}

QString TableNotes::remarkOn(const QString &table, const ImportColumn &column, const Cell &cell,
                             ColumnType type) const
{
    //: %1: a table; %2: a column of it; %3: a value; %4, %5: types of KQL, such as long
    return Words::tr("%1: column “%2” holds “%3” further down, which is no %4; it is now %5.")
        .arg(table, column.name, QString::fromUtf8(cell.text), columnTypeName(column.type),
             columnTypeName(type));
}

} // namespace sonde
