#include "results/xlsxworkbook.h"

#include "results/zipcheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <cstring>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(XlsxWorkbook)
};

qint64 placeIn(std::FILE *file)
{
#ifdef Q_OS_WIN
    return _ftelli64(file);
#else
    return ftello(file);
#endif
}

} // namespace

Error workbookFailure(int systemError)
{
    Error error;
    error.kind = ErrorKind::Io;
    error.message = Words::tr("The workbook could not be put together.");
    //: %1: a folder
    error.advice = Words::tr("Make room in “%1”, where its rows lie meanwhile, or choose another format.")
                       .arg(QDir::toNativeSeparators(QDir::tempPath()));
    if (systemError != 0)
        error.detail = QString::fromLocal8Bit(std::strerror(systemError));
    return error;
}

XlsxWorkbook::XlsxWorkbook(const QString &folder)
    : m_path(folder + QStringLiteral("/workbook.xlsx"))
    , m_folder(QFile::encodeName(folder))
    , m_name(QFile::encodeName(m_path))
{
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(m_name.constData(), &options);
}

XlsxWorkbook::~XlsxWorkbook()
{
    if (m_book == nullptr)
        return;
    // The library leaves these open.
    for (const lxw_worksheet *sheet : m_sheets)
        std::fclose(sheet->optimize_tmpfile);
    lxw_workbook_free(m_book);
}

lxw_worksheet *XlsxWorkbook::addSheet(const QString &name)
{
    lxw_worksheet *sheet =
        m_book == nullptr ? nullptr : workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (sheet != nullptr)
        m_sheets.push_back(sheet);
    return sheet;
}

Result<void> XlsxWorkbook::check() const
{
    for (const lxw_worksheet *sheet : m_sheets) {
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0)
            return failure(workbookFailure(errno));
    }
    return {};
}

Result<void> XlsxWorkbook::close()
{
    std::vector<XmlContent> contents;
    int number = 0;
    for (lxw_worksheet *sheet : m_sheets) {
        ++number;
        lxw_worksheet_write_single_row(sheet); // the last row waits for the next one
        if (const qint64 size = placeIn(sheet->optimize_tmpfile); size > 0) {
            contents.push_back({"xl/worksheets/sheet" + QByteArray::number(number) + ".xml", "sheetData",
                                static_cast<std::uint64_t>(size)});
        }
    }
    if (auto checked = check(); !checked)
        return checked;
    // A little less than what has room without ZIP64.
    constexpr std::uint64_t largestPlain = 4'000'000'000;
    if (std::any_of(contents.begin(), contents.end(),
                    [](const XmlContent &content) { return content.size > largestPlain; }))
        m_book->options.use_zip64 = LXW_TRUE;
    m_sheets.clear();
    errno = 0;
    if (workbook_close(std::exchange(m_book, nullptr)) != LXW_NO_ERROR)
        return failure(workbookFailure(errno));
    // Where the disk was full for a moment, rows are missing in the middle.
    if (const auto whole = checkXmlZip(m_path, contents); !whole) {
        Error error = workbookFailure(0);
        error.detail = whole.error().message;
        return failure(error);
    }
    return {};
}

} // namespace sonde
