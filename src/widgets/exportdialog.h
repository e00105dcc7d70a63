#pragma once

#include "results/writers.h"

#include <QDialog>
#include <QString>
#include <memory>

namespace Ui {
class ExportDialog;
}

class QPushButton;

namespace sonde {

/// Everything an export needs to know besides the rows. The choices (all but path and selectionOnly) are what
/// the owner remembers for the next time.
struct ExportRequest
{
    QString path;
    ExportFormat format = ExportFormat::Csv; ///< Csv or JsonLines
    bool selectionOnly = false;
    bool header = true;         ///< CSV only
    char separator = ',';       ///< CSV only: comma, semicolon or tab
    bool byteOrderMark = false; ///< CSV only
    bool guardFormulas = true;  ///< CSV only
    bool openWhenDone = false;
    bool operator==(const ExportRequest &) const = default;
};

/// Asks how and where rows are to be written. Opened with open(); the writing is the owner's, after
/// exportRequested().
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a initial fills the form; its path is a suggestion. \a selectedRows of 0 leaves all rows as the only
    /// choice.
    ExportDialog(const ExportRequest &initial, qint64 allRows, qint64 selectedRows,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;
    /// All rows are those that filters let through, \a rows of them.
    void sayFiltered(qint64 rows);

    /// What the form says now; the path is absolute.
    ExportRequest request() const;

signals:
    void exportRequested(const sonde::ExportRequest &request);

public slots:
    void accept() override;

private:
    void fill(const ExportRequest &initial, qint64 allRows, qint64 selectedRows);
    void browse();
    void changeFormat();
    void giveSuffix();
    void updateOptions();
    void updatePath();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    QPushButton *m_export = nullptr;
};

} // namespace sonde
