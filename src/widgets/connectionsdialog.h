#pragma once

#include "core/connection.h"
#include "core/error.h"
#include "widgets/icons.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTreeView;
class QVBoxLayout;

namespace sonde {

class ConnectionStore;
class ConnectionsModel;
class MessageBar;

/// The list of the saved connections: added, changed, ordered, taken to and from files. It changes nothing
/// itself; the owner does what is requested and the list follows the store.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All three outlive the dialog.
    ConnectionsDialog(const ConnectionStore &store, const Theme &theme, const Icons &icons,
                      QWidget *parent = nullptr);

    /// The id of the chosen one; empty where there is none.
    QString currentId() const;
    void setCurrent(const QString &id);
    void showFailure(const Error &error);
    void showNote(const QString &message, const QString &advice = {});

signals:
    void addRequested();
    void editRequested(const QString &id);
    void duplicateRequested(const QString &id);
    void removeRequested(const QString &id);
    /// To the place \a index in the order, counted without the connection itself.
    void moveRequested(const QString &id, int index);
    void importRequested();
    void exportRequested();
    /// After showFailure() of a locked keychain.
    void unlockRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList();
    void makeButtons(QVBoxLayout &column);
    QPushButton *addButton(QVBoxLayout &column, const char *icon, const QString &text, const QString &tip,
                           const QKeySequence &key = {});
    void moveCurrent(int step);
    void updateButtons();
    void rememberCurrent();

    const Icons &m_icons;
    ConnectionsModel *m_model;
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    QTreeView *m_list;
    QString m_remembered; ///< chosen before the list was filled again
    int m_rememberedRow = 0;
    QPushButton *m_edit = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace sonde
