#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QKeySequence;
class QLineEdit;
class QMenuBar;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;
class QTreeView;

namespace sonde {

/// What a key does.
struct ShortcutRow
{
    QString what;
    QString keys; ///< as a person reads them
    bool operator==(const ShortcutRow &) const = default;
};

/// Keys that belong together, such as those of one menu.
struct ShortcutGroup
{
    QString title;
    QList<ShortcutRow> rows;
};

/// All keys of the program, by menu and by place, with a field to search them. Opened with open().
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The actions of \a menus as they are now, then \a further.
    ShortcutsDialog(const QMenuBar &menus, const QList<ShortcutGroup> &further, QWidget *parent = nullptr);

    /// The keys of editor, table and tabs that are no actions.
    static QList<ShortcutGroup> keysWithoutActions();
    /// As a person reads it: Ctrl+Shift+Tab, where Qt says Ctrl+Shift+Backtab.
    static QString textOf(const QKeySequence &keys);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addGroup(const ShortcutGroup &group);
    void search(const QString &text);

    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    QTreeView *m_view;
};

} // namespace sonde
