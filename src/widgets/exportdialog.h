#pragma once

#include "results/exportprofile.h"
#include "results/writers.h"
#include "widgets/exportrequest.h"

#include <QDialog>
#include <optional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sonde {

class ExportOptionsForm;
class ExportPreview;
class ExportProfileBar;

/// What there is to export.
struct ExportRows
{
    Selection all;            ///< those that filters let through, in the order shown, all columns
    Selection selected;       ///< those of them with a selected cell; none leaves all rows as the only choice
    bool isFiltered = false;  ///< there are rows that filters hide
    std::vector<int> columns; ///< as they are shown, hidden ones left out
};

/// The rows and columns that \a request asks for.
Selection rowsFor(const ExportRequest &request, const ExportRows &rows);

/// Asks how and where rows are to be written. Opened with open(); the writing is the owner's, after
/// exportRequested().
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a initial fills the form; its path is a suggestion.
    ExportDialog(const ExportRequest &initial, ExportRows rows, const QList<ExportProfile> &profiles,
                 QWidget *parent = nullptr);

    /// The rows are those of that favourite's query, which keeps \a profile (empty: none): chooses it, and
    /// asks whether to keep the one that is chosen.
    void offerToKeepProfile(const QString &favourite, const QString &profile);
    /// What the favourite is to keep: a profile's name, or empty for none; nothing where it keeps what it
    /// has.
    std::optional<QString> profileToKeep() const;
    /// What the form says now; the path is absolute.
    ExportRequest request() const;

signals:
    void exportRequested(const sonde::ExportRequest &request, const sonde::Selection &rows);
    /// To be kept, whatever comes of the export.
    void profilesChanged(const QList<sonde::ExportProfile> &profiles);

public slots:
    void accept() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    void setSideBySide(bool isSideBySide);
    int wideWidth();
    void arrangeColumns();
    void makeWhat(QGridLayout &grid);
    void connectParts();
    void fill(const ExportRequest &initial);
    void browse();
    void changeFormat();
    void updateKept();
    void giveSuffix(ExportFormat from, ExportFormat to);
    void takeOptions(const ExportOptions &options);
    void update();
    QString problemOfPath(const QString &path) const;
    QString problem() const;
    QStringList replaced() const;
    ExportFormat format() const;

    ExportRows m_rows;
    ExportFormat m_shownFormat = ExportFormat::Csv; ///< that the name ends as
    ExportProfileBar *m_profiles;
    QCheckBox *m_keepProfile; ///< hidden where there is no favourite
    QString m_keptProfile;    ///< by the favourite
    QString m_shownProfile;
    QComboBox *m_format;
    QRadioButton *m_allRows;
    QRadioButton *m_selectedRows;
    QRadioButton *m_shownColumns;
    QRadioButton *m_allColumns;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QLabel *m_note;
    QCheckBox *m_split;
    QCheckBox *m_openWhenDone;
    ExportOptionsForm *m_options;
    ExportPreview *m_preview;
    QPushButton *m_export = nullptr;
    QBoxLayout *m_columns = nullptr;
};

} // namespace sonde
