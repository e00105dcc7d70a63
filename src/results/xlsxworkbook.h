#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <vector>
#include <xlsxwriter.h>

/// Internal to results.
namespace sonde {

/// Io: what a workbook is made of could not be written; \a systemError is an errno or 0.
Error workbookFailure(int systemError);

/// A workbook that the library makes in a folder of temporary files, each sheet row by row. It tells what the
/// library keeps to itself: whether all of it was written.
class XlsxWorkbook
{
public:
    /// In \a folder, which is emptied by its owner.
    explicit XlsxWorkbook(const QString &folder);
    /// Gives up what was not closed.
    ~XlsxWorkbook();
    XlsxWorkbook(const XlsxWorkbook &) = delete;
    XlsxWorkbook &operator=(const XlsxWorkbook &) = delete;

    lxw_workbook *book() const { return m_book; }
    /// Null where that failed. Rows are added from the first to the last.
    lxw_worksheet *addSheet(const QString &name);
    /// Whether the rows so far were written; the library does not look.
    Result<void> check() const;
    /// Writes the file path(), and reads it again; nothing may be added any more.
    Result<void> close();
    const QString &path() const { return m_path; }

private:
    QString m_path;
    QByteArray m_folder;
    QByteArray m_name;
    lxw_workbook *m_book = nullptr;
    std::vector<lxw_worksheet *> m_sheets;
};

} // namespace sonde
