#pragma once

#include "core/connection.h"
#include "widgets/icons.h"

#include <QList>
#include <QToolButton>

class QActionGroup;

namespace sonde {

/// The toolbar's button that names the current connection and offers the others; what is built in is
/// always among them, first.
class ConnectionChooser final : public QToolButton
{
    Q_OBJECT

public:
    explicit ConnectionChooser(const Icons &icons, QWidget *parent = nullptr);

    /// The saved connections, in the order to be shown, without what is built in. Keeps the current one
    /// if it is still there, else falls back to the embedded workspace.
    void setConnections(const QList<Connection> &connections);
    const Connection &current() const { return m_current; }
    /// An unknown \a id changes nothing and returns false.
    bool setCurrent(const QString &id);
    /// What a click does, with the current connection ready to be moved from by the arrow keys.
    void openMenu();

signals:
    /// current() is another one, or the same one edited, whoever did that.
    void currentChanged();
    /// By the user; what the program sets is not signalled.
    void chosen(const sonde::Connection &connection);
    void addRequested();
    /// For the current connection; never for what is built in, which cannot be edited.
    void editRequested(const sonde::Connection &connection);
    void manageRequested();

private:
    void retranslate();
    void rebuildMenu();
    void choose(const Connection &connection);
    void updateText();
    const Connection *find(const QString &id) const;

    const Icons &m_icons;
    QList<Connection> m_connections; ///< what is built in first
    Connection m_current;
    QActionGroup *m_group = nullptr;
    QAction *m_edit = nullptr;
};

} // namespace sonde
