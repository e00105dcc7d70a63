#include "accessibility/accessibletree.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QThread>
#include <vector>

namespace sonde {

namespace {

constexpr char accessible[] = "org.a11y.atspi.Accessible";
constexpr char table[] = "org.a11y.atspi.Table";
constexpr char textInterface[] = "org.a11y.atspi.Text";
constexpr char rootPath[] = "/org/a11y/atspi/accessible/root";
constexpr char registry[] = "org.a11y.atspi.Registry";
constexpr uint labelledBy = 2;

struct Reference
{
    QString service;
    QString path;
};

Reference readReference(const QDBusArgument &argument)
{
    Reference reference;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> reference.service >> path;
    argument.endStructure();
    reference.path = path.path();
    return reference;
}

QList<Reference> readReferences(const QDBusArgument &argument)
{
    QList<Reference> all;
    argument.beginArray();
    while (!argument.atEnd())
        all.append(readReference(argument));
    argument.endArray();
    return all;
}

QDBusMessage message(const QString &service, const QString &path, const char *interface, const char *method,
                     const QVariantList &arguments = {})
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, QLatin1String(interface), QLatin1String(method));
    call.setArguments(arguments);
    return call;
}

QDBusMessage propertyMessage(const QString &service, const QString &path, const char *interface,
                             const char *name)
{
    return message(service, path, "org.freedesktop.DBus.Properties", "Get",
                   {QString::fromLatin1(interface), QString::fromLatin1(name)});
}

QVariant firstOf(const QDBusMessage &reply)
{
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return {};
    QVariant value = reply.arguments().constFirst();
    if (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

AccessibleTree::AccessibleTree()
    : m_bus(QStringLiteral("none"))
{
    QDBusMessage reply = QDBusConnection::sessionBus().call(message(
        QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"), "org.a11y.Bus", "GetAddress"));
    const QString address = firstOf(reply).toString();
    if (address.isEmpty()) {
        m_problem = reply.errorMessage();
        return;
    }
    m_bus = QDBusConnection::connectToBus(address, QStringLiteral("accessibility"));
    if (!m_bus.isConnected()) {
        m_problem = m_bus.lastError().message();
        return;
    }
    // Programs tell only what somebody asked for.
    for (const char *event : {"object:state-changed:showing", "object:state-changed:focused"}) {
        m_bus.call(message(QLatin1String(registry), QStringLiteral("/org/a11y/atspi/registry"), registry,
                           "RegisterEvent", {QString::fromLatin1(event)}));
    }
    m_bus.connect(QString(), QString(), QStringLiteral("org.a11y.atspi.Event.Object"),
                  QStringLiteral("StateChanged"), this, SLOT(noteState(QDBusMessage)));
}

AccessibleTree::~AccessibleTree()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("accessibility"));
}

bool AccessibleTree::findProgram(qint64 processId)
{
    QDeadlineTimer patience(10'000);
    while (!patience.hasExpired()) {
        QStringList services;
        childrenOf(QLatin1String(registry), QLatin1String(rootPath), &services);
        for (const QString &service : std::as_const(services)) {
            if (m_bus.interface()->servicePid(service).value() == static_cast<uint>(processId)) {
                m_service = service;
                return true;
            }
        }
        QThread::msleep(50);
    }
    return false;
}

QStringList AccessibleTree::childrenOf(const QString &service, const QString &path,
                                       QStringList *services) const
{
    const QVariant value = firstOf(m_bus.call(message(service, path, accessible, "GetChildren")));
    QStringList paths;
    for (const Reference &reference : readReferences(value.value<QDBusArgument>())) {
        paths << reference.path;
        if (services != nullptr)
            *services << reference.service;
    }
    return paths;
}

QStringList AccessibleTree::windows() const
{
    return childrenOf(m_service, QLatin1String(rootPath), nullptr);
}

QList<AccessibleNode> AccessibleTree::read(const QString &root) const
{
    /// What is asked of each object; all of a level at once, as each answer takes a turn of its event loop.
    enum Question { Role, State, Interfaces, Relations, Children, Name, Description, questions };
    QList<AccessibleNode> nodes;
    AccessibleNode top;
    top.path = root;
    nodes.append(top);
    qsizetype first = 0;
    while (first < nodes.size()) {
        const qsizetype end = nodes.size();
        std::vector<QDBusPendingCall> calls;
        for (qsizetype index = first; index < end; ++index) {
            const QString &path = nodes.at(index).path;
            for (const char *method :
                 {"GetRoleName", "GetState", "GetInterfaces", "GetRelationSet", "GetChildren"})
                calls.push_back(m_bus.asyncCall(message(m_service, path, accessible, method)));
            for (const char *name : {"Name", "Description"})
                calls.push_back(m_bus.asyncCall(propertyMessage(m_service, path, accessible, name)));
        }
        for (qsizetype index = first; index < end; ++index) {
            const auto answer = [&](Question question) {
                QDBusPendingCall &pending =
                    calls[static_cast<std::size_t>((index - first) * questions + question)];
                pending.waitForFinished();
                return firstOf(pending.reply());
            };
            AccessibleNode node = nodes.at(index);
            node.role = answer(Role).toString();
            node.name = answer(Name).toString();
            node.description = answer(Description).toString();
            node.interfaces = answer(Interfaces).toStringList();
            QList<uint> words;
            const QVariant state = answer(State);
            // It is gone meanwhile.
            if (!state.isValid())
                continue;
            state.value<QDBusArgument>() >> words;
            for (qsizetype word = 0; word < words.size(); ++word)
                node.states |= quint64(words.at(word)) << (32 * word);
            const auto relations = answer(Relations).value<QDBusArgument>();
            relations.beginArray();
            while (!relations.atEnd()) {
                uint type = 0;
                relations.beginStructure();
                relations >> type;
                const QList<Reference> targets = readReferences(relations);
                relations.endStructure();
                for (const Reference &target : targets) {
                    if (type == labelledBy)
                        node.labels << target.path;
                }
            }
            relations.endArray();
            for (const Reference &child : readReferences(answer(Children).value<QDBusArgument>()))
                node.children << child.path;
            nodes[index] = node;
            // Rows that are scrolled away are not shown, and are there all the same.
            const bool isCell = node.role.contains(QLatin1String("cell")) ||
                                node.role.contains(QLatin1String("header")) ||
                                node.role.contains(QLatin1String("item"));
            if (!node.is(AccessibleState::Showing) && index > 0 && !isCell)
                continue;
            for (const QString &child : std::as_const(node.children)) {
                AccessibleNode next;
                next.path = child;
                next.parent = static_cast<int>(index);
                nodes.append(next);
            }
        }
        first = end;
    }
    return nodes;
}

QDBusMessage AccessibleTree::call(const QString &path, const char *interface, const char *method,
                                  const QVariantList &arguments) const
{
    return m_bus.call(message(m_service, path, interface, method, arguments));
}

QVariant AccessibleTree::property(const QString &path, const char *interface, const char *name) const
{
    return firstOf(m_bus.call(propertyMessage(m_service, path, interface, name)));
}

QString AccessibleTree::text(const QString &path) const
{
    return firstOf(call(path, textInterface, "GetText", {0, -1})).toString();
}

int AccessibleTree::caret(const QString &path) const
{
    const QVariant value = property(path, textInterface, "CaretOffset");
    return value.isValid() ? value.toInt() : -1;
}

int AccessibleTree::rowCount(const QString &path) const
{
    return property(path, table, "NRows").toInt();
}

int AccessibleTree::columnCount(const QString &path) const
{
    return property(path, table, "NColumns").toInt();
}

QString AccessibleTree::cellAt(const QString &path, int row, int column) const
{
    const QVariant value = firstOf(call(path, table, "GetAccessibleAt", {row, column}));
    return value.metaType() == QMetaType::fromType<QDBusArgument>()
               ? readReference(value.value<QDBusArgument>()).path
               : QString();
}

std::pair<int, int> AccessibleTree::placeOf(const QString &path, const QString &cell) const
{
    const QVariant index = firstOf(call(cell, accessible, "GetIndexInParent"));
    if (!index.isValid())
        return {-1, -1};
    const QVariant row = firstOf(call(path, table, "GetRowAtIndex", {index.toInt()}));
    const QVariant column = firstOf(call(path, table, "GetColumnAtIndex", {index.toInt()}));
    return {row.isValid() ? row.toInt() : -1, column.isValid() ? column.toInt() : -1};
}

QStringList AccessibleTree::takeShown()
{
    return std::exchange(m_shown, {});
}

QString AccessibleTree::focusedWindow() const
{
    QString path = m_focused;
    while (!path.isEmpty()) {
        const QVariant parent = property(path, accessible, "Parent");
        if (parent.metaType() != QMetaType::fromType<QDBusArgument>())
            break;
        const QString above = readReference(parent.value<QDBusArgument>()).path;
        if (above == QLatin1String(rootPath) || above.isEmpty())
            break;
        path = above;
    }
    return path;
}

void AccessibleTree::noteState(const QDBusMessage &signal)
{
    const QVariantList arguments = signal.arguments();
    if (arguments.value(0).toString() == QLatin1String("showing") && arguments.value(1).toInt() != 0)
        m_shown << signal.path();
    else if (arguments.value(0).toString() == QLatin1String("focused") && arguments.value(1).toInt() != 0)
        m_focused = signal.path();
}

} // namespace sonde
