#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace sonde {

/// AT-SPI's numbers of the states that matter here.
enum class AccessibleState {
    Active = 1,
    Checked = 4,
    Editable = 7,
    Enabled = 8,
    Expandable = 9,
    Expanded = 10,
    Focusable = 11,
    Focused = 12,
    MultiLine = 17,
    Selectable = 22,
    Selected = 23,
    Sensitive = 24,
    Showing = 25,
    SingleLine = 26,
    Visible = 30,
    Checkable = 41,
    ReadOnly = 43
};

/// An object of another program, as assistive technology is told of it.
struct AccessibleNode
{
    QString path;
    int parent = -1; ///< index in the tree
    QString role;    ///< AT-SPI's name, such as "push button"
    QString name;
    QString description;
    quint64 states = 0;
    QStringList interfaces;
    QStringList labels; ///< paths of the objects that label it
    QStringList children;

    bool is(AccessibleState state) const { return (states >> static_cast<int>(state)) & 1U; }
    bool has(const char *interface) const { return interfaces.contains(QLatin1String(interface)); }
};

/// The objects of one program on the accessibility bus.
class AccessibleTree final : public QObject
{
    Q_OBJECT

public:
    AccessibleTree();
    ~AccessibleTree() override;

    /// Why the bus cannot be used; empty where it can.
    const QString &problem() const { return m_problem; }
    /// Looks for the program, which may take a moment to come to the bus.
    bool findProgram(qint64 processId);

    /// The top-level windows.
    QStringList windows() const;
    /// \a root and all below it, parents before their children. Of what is not shown only the top is read.
    QList<AccessibleNode> read(const QString &root) const;

    QString text(const QString &path) const;
    int caret(const QString &path) const;
    /// Of a table.
    int rowCount(const QString &path) const;
    int columnCount(const QString &path) const;
    /// Path of a cell, and the row and column that the table gives for its place among the children.
    QString cellAt(const QString &path, int row, int column) const;
    std::pair<int, int> placeOf(const QString &table, const QString &cell) const;

    /// Paths of objects that were announced as shown since the last call.
    QStringList takeShown();
    /// The window of what got the keyboard last; popups are no windows of the program's own list.
    QString focusedWindow() const;

private slots:
    void noteState(const QDBusMessage &signal);

private:
    QDBusMessage call(const QString &path, const char *interface, const char *method,
                      const QVariantList &arguments = {}) const;
    QVariant property(const QString &path, const char *interface, const char *name) const;
    QStringList childrenOf(const QString &service, const QString &path, QStringList *services) const;

    QString m_problem;
    QString m_service;
    QStringList m_shown;
    QString m_focused;
    QDBusConnection m_bus;
};

} // namespace sonde
