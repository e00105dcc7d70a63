#include "results/xlsxwriter.h"

#include "results/isozonetext.h"
#include "results/rowwalk.h"
#include "results/xlsxtext.h"
#include "results/xlsxworkbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <algorithm>
#include <clocale>
#include <cmath>
#include <xlsxwriter.h>
#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxWriter)
};

/// The library prints numbers as the C locale does that is in force, which Qt sets to the user's: 0,5 is none
/// in a workbook.
class PlainNumbers
{
public:
#ifdef Q_OS_WIN
    PlainNumbers()
        : m_mode(_configthreadlocale(_ENABLE_PER_THREAD_LOCALE))
        , m_before(std::setlocale(LC_NUMERIC, nullptr))
    {
        std::setlocale(LC_NUMERIC, "C");
    }
    ~PlainNumbers()
    {
        std::setlocale(LC_NUMERIC, m_before.c_str());
        _configthreadlocale(m_mode);
    }
#else
    PlainNumbers()
        : m_plain(newlocale(LC_NUMERIC_MASK, "C", nullptr))
        , m_before(uselocale(m_plain))
    {}
    ~PlainNumbers()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
#endif
    PlainNumbers(const PlainNumbers &) = delete;
    PlainNumbers &operator=(const PlainNumbers &) = delete;

private:
#ifdef Q_OS_WIN
    int m_mode;
    std::string m_before;
#else
    locale_t m_plain;
    locale_t m_before;
#endif
};

/// How cells of each kind look.
struct Formats
{
    explicit Formats(lxw_workbook *book)
        : bold(workbook_add_format(book))
        , text(withPattern(book, "@"))
        , whole(withPattern(book, "0"))
        , dateTime(withPattern(book, "yyyy\\-mm\\-dd hh:mm:ss.000"))
        , span(withPattern(book, "[h]:mm:ss.000"))
    {
        format_set_bold(bold);
    }

    static lxw_format *withPattern(lxw_workbook *book, const char *pattern)
    {
        lxw_format *format = workbook_add_format(book);
        format_set_num_format(format, pattern);
        return format;
    }

    lxw_format *bold;
    lxw_format *text; ///< stays text also where it is edited
    lxw_format *whole;
    lxw_format *dateTime;
    lxw_format *span;
};

/// Spreadsheets keep 15 digits.
constexpr std::int64_t largestWhole = 999'999'999'999'999;
/// Day 61 of their calendar; before it they count a 29 February 1900 that never was.
const Ticks firstDate = *parseIsoDateTime("1900-03-01");
const Ticks dayZero = *parseIsoDateTime("1899-12-30");

bool hasFewDigits(std::string_view decimal)
{
    constexpr std::ptrdiff_t mostDigits = 15;
    return std::count_if(decimal.begin(), decimal.end(), [](char c) { return c >= '0' && c <= '9'; }) <=
           mostDigits;
}

/// Puts the rows on a sheet, one after the other.
class RowsSheet
{
public:
    RowsSheet(lxw_worksheet *sheet, const Formats &formats, const ExportOptions &options)
        : m_sheet(sheet)
        , m_formats(formats)
        , m_zone(options.zone)
        , m_cells(options)
    {}

    std::size_t cutCells() const { return m_cutCells; }

    void writeText(lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format *format)
    {
        m_text.clear();
        if (!appendXlsxText(m_text, text))
            ++m_cutCells;
        worksheet_write_string(m_sheet, row, column, m_text.c_str(), format);
    }

    void writeCell(lxw_row_t row, lxw_col_t column, const CellRef &cell)
    {
        if (cell.isNull())
            return;
        switch (cell.column->type()) {
        case ColumnType::Bool:
            worksheet_write_boolean(m_sheet, row, column, cell.column->integer(cell.row) != 0, nullptr);
            return;
        case ColumnType::Int:
        case ColumnType::Long:
            if (const auto value = cell.column->integer(cell.row);
                value >= -largestWhole && value <= largestWhole)
                return writeNumber(row, column, static_cast<double>(value), m_formats.whole);
            break;
        case ColumnType::Real:
            if (const double value = cell.column->real(cell.row); std::isfinite(value))
                return writeNumber(row, column, value, nullptr);
            break;
        case ColumnType::Decimal:
            if (const std::string_view text = cell.column->text(cell.row); hasFewDigits(text)) {
                bool isNumber = false;
                const double value =
                    QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toDouble(&isNumber);
                if (isNumber && std::isfinite(value))
                    return writeNumber(row, column, value, nullptr);
            }
            break;
        case ColumnType::DateTime:
            if (const Ticks local = m_zone.localTicks(cell.column->integer(cell.row)); local >= firstDate)
                return writeNumber(row, column, inDays(local - dayZero), m_formats.dateTime);
            break;
        case ColumnType::TimeSpan:
            if (const Ticks ticks = cell.column->integer(cell.row); ticks >= 0)
                return writeNumber(row, column, inDays(ticks), m_formats.span);
            break;
        case ColumnType::Guid:
        case ColumnType::String:
        case ColumnType::Dynamic:
            writeText(row, column, cell.column->text(cell.row), m_formats.text);
            return;
        }
        std::string text;
        m_cells.append(text, cell);
        writeText(row, column, text, m_formats.text);
    }

private:
    static double inDays(Ticks ticks) { return static_cast<double>(ticks) / ticksPerDay; }

    void writeNumber(lxw_row_t row, lxw_col_t column, double value, lxw_format *format)
    {
        worksheet_write_number(m_sheet, row, column, value, format);
    }

    lxw_worksheet *m_sheet;
    const Formats &m_formats;
    IsoZoneText m_zone;
    ZonedCells m_cells;
    std::string m_text; ///< kept, so that it need not grow again
    std::size_t m_cutCells = 0;
};

double widthOf(const ColumnHeader &header)
{
    constexpr double widest = 60;
    const double name = static_cast<double>(header.name.size()) + 3;
    const auto usual = [&header]() -> double {
        switch (header.type) {
        case ColumnType::Bool:
            return 8;
        case ColumnType::DateTime:
            return 24;
        case ColumnType::TimeSpan:
            return 16;
        case ColumnType::Guid:
            return 38;
        case ColumnType::String:
        case ColumnType::Dynamic:
            return 30;
        default:
            return 14;
        }
    };
    return std::min(widest, std::max(name, usual()));
}

void writeHead(lxw_worksheet *sheet, RowsSheet &rows, const Formats &formats, const Selection &selection,
               const std::vector<int> &columns, bool hasNames)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnHeader &header = selection.table.headers().at(columns[i]);
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, widthOf(header), nullptr);
        if (hasNames)
            rows.writeText(0, column, header.name.toStdString(), formats.bold);
    }
    if (!hasNames || columns.empty())
        return;
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rowCountOf(selection)),
                         static_cast<lxw_col_t>(columns.size() - 1));
}

Result<void> writeBody(const XlsxWorkbook &book, RowsSheet &rows, const Selection &selection,
                       const std::vector<int> &columns, bool hasNames, const CancelState &cancel,
                       const WriteProgress &progress)
{
    constexpr std::size_t rowsAtOnce = 1024;
    const std::size_t count = rowCountOf(selection);
    for (std::size_t i = 0; i < count; ++i) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        const RowRef row = selection.table.find(selection.rows ? (*selection.rows)[i] : i);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            rows.writeCell(static_cast<lxw_row_t>(i + (hasNames ? 1 : 0)), static_cast<lxw_col_t>(column),
                           row.cell(columns[column]));
        }
        if ((i + 1) % rowsAtOnce != 0 && i + 1 != count)
            continue;
        if (auto checked = book.check(); !checked)
            return checked;
        if (progress)
            progress(i + 1);
    }
    return {};
}

/// Names at the left, values at the right; the query line by line, as long as it may be.
void writeNotes(lxw_worksheet *sheet, const Formats &formats, const AnswerNotes &notes,
                const ExportOptions &options, std::size_t rowCount, std::size_t cutCells)
{
    RowsSheet lines(sheet, formats, options);
    worksheet_set_column(sheet, 0, 0, 20, nullptr);
    worksheet_set_column(sheet, 1, 1, 120, nullptr);
    lxw_row_t row = 0;
    const auto add = [&](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        lines.writeText(row, 0, name.toStdString(), formats.bold);
        lines.writeText(row, 1, value.toStdString(), formats.text);
        ++row;
    };
    add(Words::tr("Connection"), notes.connection);
    add(Words::tr("Time range"), notes.range);
    add(Words::tr("Answer"), notes.completeness);
    add(Words::tr("Datetimes in"),
        options.zone ? QString::fromLatin1(options.zone->id()) : QStringLiteral("UTC"));
    add(Words::tr("Rows"), QString::number(rowCount));
    if (cutCells > 0) {
        add(Words::tr("Cells cut"),
            Words::tr("%n cell(s) had more than 32,767 characters", nullptr, static_cast<int>(cutCells)));
    }
    bool isFirst = true;
    for (const QString &line : notes.query.split(u'\n')) {
        if (isFirst)
            lines.writeText(row, 0, Words::tr("Query").toStdString(), formats.bold);
        isFirst = false;
        lines.writeText(row++, 1, line.toStdString(), formats.text);
    }
}

Result<void> copyTo(ByteSink &sink, const QString &path, const CancelState &cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(workbookFailure(0));
    while (!file.atEnd()) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        const QByteArray piece = file.read(1 << 20);
        if (piece.isEmpty())
            return failure(workbookFailure(0));
        if (auto written = sink.write({piece.data(), static_cast<std::size_t>(piece.size())}); !written)
            return written;
    }
    return {};
}

Result<void> checkRoom(const Selection &selection, const std::vector<int> &columns)
{
    const QLocale locale;
    if (const std::size_t rows = rowCountOf(selection); rows > mostXlsxRows) {
        return failure(ErrorKind::Usage,
                       //: %1 and %2: how many
                       Words::tr("A sheet has room for %1 rows, and these are %2.")
                           .arg(locale.toString(mostXlsxRows), locale.toString(rows)),
                       Words::tr("Choose fewer rows or another format."));
    }
    if (columns.size() > mostXlsxColumns) {
        return failure(ErrorKind::Usage,
                       //: %1 and %2: how many
                       Words::tr("A sheet has room for %1 columns, and these are %2.")
                           .arg(locale.toString(mostXlsxColumns), locale.toString(columns.size())),
                       Words::tr("Choose fewer columns or another format."));
    }
    return {};
}

} // namespace

Selection partOf(const Selection &selection, std::size_t first, std::size_t count)
{
    Selection part = selection;
    const std::size_t end = std::min(rowCountOf(selection), first + count);
    RowOrder rows;
    for (std::size_t i = first; i < end; ++i)
        rows.push_back(selection.rows ? (*selection.rows)[i] : static_cast<std::uint32_t>(i));
    part.rows = std::move(rows);
    return part;
}

Result<XlsxOutcome> writeXlsx(const Selection &selection, const ExportOptions &options,
                              const AnswerNotes &notes, ByteSink &sink, const CancelState &cancel,
                              const WriteProgress &progress)
{
    const std::vector<int> columns = columnsOf(selection);
    if (auto fits = checkRoom(selection, columns); !fits)
        return failure(fits.error());
    const PlainNumbers plainNumbers;
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/sonde-XXXXXX"));
    XlsxWorkbook book(folder.path());
    lxw_worksheet *sheet = folder.isValid() ? book.addSheet(Words::tr("Results")) : nullptr;
    lxw_worksheet *notesSheet = sheet != nullptr ? book.addSheet(Words::tr("Query")) : nullptr;
    if (notesSheet == nullptr)
        return failure(workbookFailure(errno));
    lxw_doc_properties properties{};
    // The library takes the time of day where there is none.
    properties.created = std::max<std::time_t>(1, static_cast<std::time_t>(notes.moment.toSecsSinceEpoch()));
    workbook_set_properties(book.book(), &properties);

    const Formats formats(book.book());
    RowsSheet rows(sheet, formats, options);
    writeHead(sheet, rows, formats, selection, columns, options.header);
    if (auto body = writeBody(book, rows, selection, columns, options.header, cancel, progress); !body)
        return failure(body.error());
    writeNotes(notesSheet, formats, notes, options, rowCountOf(selection), rows.cutCells());
    if (auto closed = book.close(); !closed)
        return failure(closed.error());
    if (auto copied = copyTo(sink, book.path(), cancel); !copied)
        return failure(copied.error());
    return XlsxOutcome{rows.cutCells()};
}

} // namespace sonde
