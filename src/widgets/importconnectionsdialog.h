#pragma once

#include "stores/connectionfile.h"

#include <QDialog>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QGridLayout;

namespace sonde {

class Icons;
class Theme;

/// What is to become of one connection of a file.
struct ImportDecision
{
    enum class Action {
        Add,       ///< under its own name, which is free
        AddBeside, ///< under another name, with a fresh id or its own
        Replace    ///< in the place of ImportedConnection::existingId
    };
    ImportedConnection entry;
    Action action = Action::Add;
};

/// Shows what a file of connections holds beside what is there already, and asks what to do with each.
class ImportConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a file is shown; \a entries are never empty. Both last outlive the dialog.
    ImportConnectionsDialog(const QString &file, const QList<ImportedConnection> &entries, const Theme &theme,
                            const Icons &icons, QWidget *parent = nullptr);

    /// What is chosen now; what is to be left out is not in it.
    QList<ImportDecision> decisions() const;

signals:
    void decided(const QList<sonde::ImportDecision> &decisions);

private:
    void addEntry(QGridLayout &grid, int number, const ImportedConnection &entry);
    void updateButtons();

    struct Row
    {
        ImportedConnection entry;
        QComboBox *choice = nullptr; ///< none where there is nothing to choose
    };
    const Theme &m_theme;
    const Icons &m_icons;
    std::vector<Row> m_rows;
    QDialogButtonBox *m_box;
};

} // namespace sonde
