#include "widgets/connectionchooser.h"

#include "widgets/connectionmark.h"
#include "widgets/keeptranslated.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace sonde {

namespace {

/// Longer names are cut in the middle, so that the toolbar keeps its place.
constexpr int longestName = 32;

QString shortened(const QString &name)
{
    if (name.size() <= longestName)
        return name;
    return name.left(longestName / 2) + QChar(0x2026) + name.right(longestName / 2 - 1);
}

/// As text of a menu or button, where & marks a letter.
QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ConnectionChooser::ConnectionChooser(const Icons &icons, QWidget *parent)
    : QToolButton(parent)
    , m_icons(icons)
    , m_connections(builtInConnections())
    , m_current(m_connections.constFirst())
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    keepTranslated(this, [this] { retranslate(); });
}

void ConnectionChooser::setConnections(const QList<Connection> &connections)
{
    m_connections = builtInConnections() + connections;
    const Connection *kept = find(m_current.id);
    const Connection next = kept ? *kept : m_connections.constFirst();
    rebuildMenu();
    choose(next);
}

bool ConnectionChooser::setCurrent(const QString &id)
{
    const Connection *found = find(id);
    if (!found)
        return false;
    choose(*found);
    return true;
}

void ConnectionChooser::openMenu()
{
    menu()->popup(mapToGlobal(rect().bottomLeft()));
    const QList<QAction *> actions = menu()->actions();
    for (QAction *action : actions) {
        if (action->isChecked())
            menu()->setActiveAction(action);
    }
}

const Connection *ConnectionChooser::find(const QString &id) const
{
    for (const Connection &connection : m_connections) {
        if (connection.id == id)
            return &connection;
    }
    return nullptr;
}

void ConnectionChooser::choose(const Connection &connection)
{
    const bool isAnother = connection != m_current;
    m_current = connection;
    const QList<QAction *> actions = menu()->actions();
    for (QAction *action : actions) {
        if (action->isCheckable())
            action->setChecked(action->data().toString() == m_current.id);
    }
    m_edit->setEnabled(!m_current.isBuiltIn());
    updateText();
    if (isAnother)
        emit currentChanged();
}

void ConnectionChooser::rebuildMenu()
{
    // Actions belong to the group or the menu, and go with it.
    menu()->clear();
    delete m_group;
    m_group = new QActionGroup(menu());
    for (const Connection &connection : std::as_const(m_connections)) {
        auto *action = new QAction(escaped(connection.name), m_group);
        action->setIcon(ConnectionMark::iconOf(connection, m_icons));
        action->setCheckable(true);
        action->setData(connection.id);
        action->setChecked(connection.id == m_current.id);
        menu()->addAction(action);
        if (connection.local)
            menu()->addSeparator(); // it is the last that is built in
        connect(action, &QAction::triggered, this, [this, id = connection.id] {
            // Also where it is the current one: the tab may have been on one that is gone.
            if (setCurrent(id))
                emit chosen(m_current);
        });
    }
    if (!m_connections.constLast().isBuiltIn())
        menu()->addSeparator();
    auto *add = menu()->addAction(m_icons.icon(QLatin1StringView("plus")), tr("&Add a connection…"));
    connect(add, &QAction::triggered, this, &ConnectionChooser::addRequested);
    m_edit = menu()->addAction(m_icons.icon(QLatin1StringView("pencil")), tr("&Edit this connection…"));
    m_edit->setEnabled(!m_current.isBuiltIn());
    connect(m_edit, &QAction::triggered, this, [this] { emit editRequested(m_current); });
    auto *manage = menu()->addAction(m_icons.icon(QLatin1StringView("settings")), tr("&Manage connections…"));
    connect(manage, &QAction::triggered, this, &ConnectionChooser::manageRequested);
}

void ConnectionChooser::updateText()
{
    setIcon(ConnectionMark::iconOf(m_current, m_icons));
    setText(escaped(shortened(m_current.name)));
    setToolTip(tr("The workspace that is searched: %1").arg(m_current.name.toHtmlEscaped()));
    //: %1: a connection’s name
    setAccessibleName(tr("Workspace: %1").arg(m_current.name));
}

void ConnectionChooser::retranslate()
{
    for (Connection &connection : m_connections) {
        if (connection.isBuiltIn())
            connection = *builtInConnection(connection.id);
    }
    if (m_current.isBuiltIn())
        m_current = *builtInConnection(m_current.id);
    rebuildMenu();
    updateText();
}

} // namespace sonde
