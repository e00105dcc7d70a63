#pragma once

#include "ports/localtables.h"

#include <QDialog>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QTreeView;

namespace sonde {

class FieldNote;
class Icons;
class ImportColumnsModel;
class MessageBar;
class ProgressLine;
class Theme;

/// Shows what files were taken for, lets it be corrected, and reads them as tables.
class OpenTableDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a tables, \a theme and \a icons outlive the dialog.
    OpenTableDialog(LocalTables &tables, const Theme &theme, const Icons &icons, QWidget *parent = nullptr);
    ~OpenTableDialog() override;

    /// More of them; looking at them begins at once. Not while isReading(): the dialog closes with that.
    void addFiles(const QStringList &paths);
    bool isReading() const { return m_job != nullptr; }
    QStringList paths() const; ///< of the files that are to be read, as far as that is known

    void done(int result) override;

signals:
    /// The tables are there; the dialog closes.
    void opened(const sonde::LocalTablesAdded &added);

private:
    /// A file, and what it was taken for once that is known.
    struct File
    {
        ImportSource source;
        std::optional<ImportGuess> guess;
        std::optional<Error> error;
        QList<bool> isWanted; ///< of the tables of the guess
        std::unique_ptr<LocalTablesJob> job;
    };
    /// A line of the list.
    struct Place
    {
        std::size_t file = 0;
        qsizetype table = 0;
    };

    QWidget *makeTableSide();
    void addDialect();
    void makeLayout();
    void connectParts();
    void look(std::size_t file);
    void takeGuess(std::size_t file, const Result<ImportGuess> &outcome);
    void listTables();
    void showTable();
    void showDialect(const ImportGuess &guess);
    void showProblems();
    QString problemOf(const ImportTable &table) const;
    void correctDialect();
    void rename(const QString &name);
    void keepColumns();
    void readFiles();
    void takeAdded(const Result<LocalTablesAdded> &outcome);
    std::optional<Place> currentPlace() const;
    ImportTable *currentTable();
    QList<ImportGuess> wanted() const;
    void setBusy(bool isBusy);

    LocalTables &m_tables;
    std::vector<File> m_files;
    std::vector<Place> m_places;
    std::unique_ptr<LocalTablesJob> m_job; ///< while files are read
    bool m_isShowing = false;              ///< the program fills the fields, not the person

    MessageBar *m_messages;
    QListWidget *m_list;
    QLabel *m_kind;
    QLineEdit *m_name;
    FieldNote *m_nameNote;
    QFormLayout *m_form = nullptr;
    QComboBox *m_delimiter = nullptr;
    QComboBox *m_quote = nullptr;
    QCheckBox *m_header = nullptr;
    ImportColumnsModel *m_model;
    QTreeView *m_columns;
    QLabel *m_remarks;
    QWidget *m_side = nullptr;
    ProgressLine *m_progress;
    QDialogButtonBox *m_box;
};

} // namespace sonde
