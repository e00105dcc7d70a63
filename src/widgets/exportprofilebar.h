#pragma once

#include "results/exportprofile.h"

#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;

namespace sonde {

/// Named ways to export: chosen from a list, saved, renamed, deleted.
class ExportProfileBar final : public QWidget
{
    Q_OBJECT

public:
    ExportProfileBar(QList<ExportProfile> profiles, QWidget *parent = nullptr);

    /// The form's state. A profile that is chosen and has other options is marked as changed; where none is
    /// chosen, none is.
    void setOptions(const ExportOptions &options);
    /// Chooses the first profile with the current options, if there is one.
    void chooseEqual();
    /// The profile of that name, if there is one; like a choice of the user's, but not told.
    void choose(const QString &name);
    /// \a name is no other profile's.
    void rename(const QString &before, const QString &name);
    /// The chosen one's name; empty: none is.
    QString current() const;

signals:
    void chosen(const sonde::ExportOptions &options);
    void renamed(const QString &before, const QString &name);
    /// current() may be another.
    void currentChanged();
    /// To be kept.
    void profilesChanged(const QList<sonde::ExportProfile> &profiles);

private:
    void fillList(const QString &name);
    void updateList();
    void chooseCurrent();
    void saveChanges();
    void saveAs();
    void askToRename();
    void remove();
    /// Asks for a name that no other profile has; \a taken is called with it.
    template <typename Taken>
    void askName(const QString &title, const QString &before, Taken taken);
    ExportProfile *currentProfile();

    QList<ExportProfile> m_profiles;
    ExportOptions m_options;
    QComboBox *m_list;
    QToolButton *m_menuButton;
    QAction *m_save;
    QAction *m_rename;
    QAction *m_remove;
};

} // namespace sonde
