#include "accessibility/accessibletree.h"

#include <QDBusVariant>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QTextStream>
#include <algorithm>

using namespace sonde;

namespace {

using State = AccessibleState;

/// Roles that a person acts on.
const QStringList interactive{
    QStringLiteral("push button"),   QStringLiteral("toggle button"), QStringLiteral("check box"),
    QStringLiteral("radio button"),  QStringLiteral("combo box"),     QStringLiteral("spin button"),
    QStringLiteral("text"),          QStringLiteral("entry"),         QStringLiteral("password text"),
    QStringLiteral("table"),         QStringLiteral("tree"),          QStringLiteral("tree table"),
    QStringLiteral("list"),          QStringLiteral("page tab"),      QStringLiteral("page tab list"),
    QStringLiteral("menu item"),     QStringLiteral("menu"),          QStringLiteral("check menu item"),
    QStringLiteral("column header"), QStringLiteral("button menu"),   QStringLiteral("link"),
    QStringLiteral("tool bar"),      QStringLiteral("date editor"),
};

/// Roles that say nothing of what a thing is.
const QStringList generic{QStringLiteral("invalid"), QStringLiteral("unknown"), QStringLiteral("filler"),
                          QStringLiteral("panel"), QString()};

const QStringList buttons{QStringLiteral("push button"), QStringLiteral("toggle button"),
                          QStringLiteral("check box"), QStringLiteral("radio button"),
                          QStringLiteral("button menu")};

QString describe(const QList<AccessibleNode> &nodes, const AccessibleNode &node)
{
    QString where;
    for (int index = node.parent; index >= 0; index = nodes.at(index).parent)
        where.prepend(nodes.at(index).role + u'/');
    return QStringLiteral("%1%2 “%3”").arg(where, node.role, node.name.left(60).simplified());
}

/// Finds what is wrong with what the bus says of a window, one line each.
class Audit
{
public:
    Audit(const AccessibleTree &tree, QList<AccessibleNode> nodes, const QJsonObject &facts,
          const QStringList &shown)
        : m_tree(tree)
        , m_nodes(std::move(nodes))
        , m_facts(facts)
        , m_shown(shown)
    {
        checkNodes();
        checkFocus();
        checkLabels();
        checkButtons();
        checkEditors();
        checkViews();
        checkMessages();
    }

    const QStringList &faults() const { return m_faults; }

private:
    QJsonArray listOf(const char *name) const { return m_facts.value(QLatin1String(name)).toArray(); }

    void fault(const AccessibleNode &node, const QString &what)
    {
        m_faults << describe(m_nodes, node) + QStringLiteral(": ") + what;
    }

    /// What is part of a field that speaks for it, such as the line in a spin box.
    bool isPart(const AccessibleNode &node) const
    {
        if (node.parent < 0)
            return false;
        const AccessibleNode &parent = m_nodes.at(node.parent);
        return parent.role == QLatin1String("spin button") || parent.role == QLatin1String("combo box") ||
               parent.role == QLatin1String("scroll bar");
    }

    bool hasTabs(const AccessibleNode &bar) const
    {
        return std::any_of(m_nodes.begin(), m_nodes.end(), [&bar](const AccessibleNode &node) {
            return node.role == QLatin1String("page tab") && bar.children.contains(node.path);
        });
    }

    const AccessibleNode *find(const QStringList &roles, const QString &name) const
    {
        for (const AccessibleNode &node : m_nodes) {
            if (roles.contains(node.role) && node.name == name && node.is(State::Showing))
                return &node;
        }
        return nullptr;
    }

    void checkNodes()
    {
        for (const AccessibleNode &node : m_nodes) {
            // A bar of tabs is called as the tab in front; that of docks is there without any.
            const bool isEmptyBar = node.role == QLatin1String("page tab list") && !hasTabs(node);
            if (!node.is(State::Showing) || isPart(node) || isEmptyBar)
                continue;
            const bool isFocusable = node.is(State::Focusable);
            const bool isWindow = node.parent < 0;
            const bool isCell =
                node.role.contains(QLatin1String("item")) || node.role.contains(QLatin1String("cell"));
            if (node.role == QLatin1String("combo box") && node.labels.isEmpty() &&
                node.description.isEmpty())
                fault(node, QStringLiteral("nothing says what is chosen here"));
            if (node.name.trimmed().isEmpty() && !isCell && (isFocusable || interactive.contains(node.role)))
                fault(node, QStringLiteral("no name"));
            if (isFocusable && !isWindow && generic.contains(node.role))
                fault(node, QStringLiteral("takes the keyboard, and its role says nothing"));
            if (node.is(State::Enabled) != node.is(State::Sensitive))
                fault(node, QStringLiteral("is it enabled or not"));
            if (node.name.contains(QLatin1Char('&')) && buttons.contains(node.role))
                fault(node, QStringLiteral("the sign of a mnemonic is in the name"));
        }
    }

    void checkFocus()
    {
        QStringList focused;
        for (const AccessibleNode &node : m_nodes) {
            // The current item of a view has the focus with the view.
            // A part that hands the keyboard on says that it has it.
            if (node.is(State::Focused) && node.is(State::Focusable) && !isPart(node) &&
                !node.role.contains(QLatin1String("item")) && !node.role.contains(QLatin1String("cell")) &&
                node.role != QLatin1String("page tab"))
                focused << describe(m_nodes, node);
        }
        if (focused.size() != 1)
            m_faults << QStringLiteral("%1 things have the focus (%2), which is at %3")
                            .arg(focused.size())
                            .arg(focused.join(QStringLiteral(", ")),
                                 m_facts.value(QLatin1String("focus")).toString());
    }

    void checkLabels()
    {
        for (const QJsonValue &value : listOf("labels")) {
            const QString text = value[QLatin1String("text")].toString();
            const QString field = value[QLatin1String("field")].toString();
            QStringList paths;
            for (const AccessibleNode &node : m_nodes) {
                if (node.role == QLatin1String("label") && node.name.contains(text))
                    paths << node.path;
            }
            if (paths.isEmpty())
                m_faults << QStringLiteral("what is written is not told: “%1”").arg(text);
            if (field.isEmpty())
                continue;
            // A field may also say the words itself.
            if (field == text)
                continue;
            const bool isRelated = std::any_of(m_nodes.begin(), m_nodes.end(), [&](const auto &node) {
                return node.name == field &&
                       std::any_of(paths.begin(), paths.end(),
                                   [&node](const QString &path) { return node.labels.contains(path); });
            });
            if (!isRelated)
                m_faults << QStringLiteral("the label “%1” is not that of the field “%2”").arg(text, field);
        }
    }

    void checkButtons()
    {
        for (const QJsonValue &value : listOf("buttons")) {
            const QString name = value[QLatin1String("name")].toString();
            const AccessibleNode *node = find(buttons, name);
            if (node == nullptr) {
                m_faults << QStringLiteral("no button is called “%1”").arg(name);
                continue;
            }
            if (value[QLatin1String("enabled")].toBool() != node->is(State::Enabled))
                fault(*node, QStringLiteral("enabled is wrong"));
            if (value[QLatin1String("checked")].toBool() != node->is(State::Checked))
                fault(*node, QStringLiteral("checked is wrong"));
        }
    }

    void checkEditors()
    {
        for (const QJsonValue &value : listOf("editors")) {
            const QString name = value[QLatin1String("name")].toString();
            const AccessibleNode *node = find(
                {QStringLiteral("text"), QStringLiteral("entry"), QStringLiteral("document text")}, name);
            if (node == nullptr) {
                m_faults << QStringLiteral("no field is called “%1”").arg(name);
                continue;
            }
            if (!node->has("org.a11y.atspi.Text")) {
                fault(*node, QStringLiteral("its text cannot be read"));
                continue;
            }
            if (const QString text = m_tree.text(node->path); text != value[QLatin1String("text")].toString())
                fault(*node, QStringLiteral("its text is said to be “%1”").arg(text));
            if (m_tree.caret(node->path) < 0)
                fault(*node, QStringLiteral("no caret"));
            if (value[QLatin1String("multiLine")].toBool() != node->is(State::MultiLine))
                fault(*node, QStringLiteral("multi-line is wrong"));
            const bool canEdit = node->is(State::Editable) && !node->is(State::ReadOnly);
            if (value[QLatin1String("readOnly")].toBool() == canEdit)
                fault(*node, QStringLiteral("editable is wrong"));
        }
    }

    void checkViews()
    {
        for (const QJsonValue &value : listOf("views")) {
            const QString name = value[QLatin1String("name")].toString();
            const QString role = value[QLatin1String("role")].toString();
            const AccessibleNode *node =
                find(role == QLatin1String("tree") ? QStringList{role, QStringLiteral("tree table")}
                                                   : QStringList{role},
                     name);
            if (node == nullptr)
                m_faults << QStringLiteral("no %1 is called “%2”").arg(role, name);
            else if (role == QLatin1String("table"))
                checkTable(*node, value.toObject());
            else
                checkRows(*node, value.toObject());
        }
    }

    void checkTable(const AccessibleNode &table, const QJsonObject &facts)
    {
        const int rows = facts.value(QLatin1String("rowCount")).toInt();
        const int columns = facts.value(QLatin1String("columnCount")).toInt();
        if (m_tree.rowCount(table.path) != rows || m_tree.columnCount(table.path) != columns)
            fault(table, QStringLiteral("it has %1 rows and %2 columns, not %3 and %4")
                             .arg(rows)
                             .arg(columns)
                             .arg(m_tree.rowCount(table.path))
                             .arg(m_tree.columnCount(table.path)));
        QHash<QString, const AccessibleNode *> byPath;
        for (const AccessibleNode &node : m_nodes)
            byPath.insert(node.path, &node);
        const QJsonArray told = facts.value(QLatin1String("rows")).toArray();
        for (int row = 0; row < told.size(); ++row) {
            for (int column = 0; column < columns; ++column)
                checkCell(table, byPath, row, column, told.at(row)[column].toString());
        }
        for (const QJsonValue &header : facts.value(QLatin1String("headers")).toArray()) {
            if (find({QStringLiteral("column header"), QStringLiteral("table column header")},
                     header.toString()) == nullptr &&
                std::none_of(m_nodes.begin(), m_nodes.end(), [&header](const auto &node) {
                    return node.role.contains(QLatin1String("column header")) &&
                           node.name == header.toString();
                }))
                fault(table, QStringLiteral("no header is called “%1”").arg(header.toString()));
        }
    }

    void checkCell(const AccessibleNode &table, const QHash<QString, const AccessibleNode *> &byPath, int row,
                   int column, const QString &text)
    {
        const AccessibleNode *cell = byPath.value(m_tree.cellAt(table.path, row, column));
        if (cell == nullptr) {
            fault(table, QStringLiteral("no cell in row %1, column %2").arg(row).arg(column));
            return;
        }
        if (cell->role != QLatin1String("table cell") && cell->role != QLatin1String("cell"))
            fault(*cell, QStringLiteral("is a cell of a table"));
        // What is empty is shown as a dash and said in words.
        const QString said = text == QStringLiteral("—") ? QStringLiteral("No value") : text;
        if (cell->name != said)
            fault(*cell, QStringLiteral("what is shown is “%1”").arg(text));
        if (m_tree.placeOf(table.path, cell->path) != std::pair(row, column))
            fault(*cell, QStringLiteral("it stands in row %1, column %2, not %3, %4")
                             .arg(row)
                             .arg(column)
                             .arg(m_tree.placeOf(table.path, cell->path).first)
                             .arg(m_tree.placeOf(table.path, cell->path).second));
    }

    void checkRows(const AccessibleNode &view, const QJsonObject &facts)
    {
        for (const QJsonValue &row : facts.value(QLatin1String("rows")).toArray()) {
            const QString text = row[0].toString();
            const bool isTold = std::any_of(m_nodes.begin(), m_nodes.end(), [&](const AccessibleNode &node) {
                return (node.role == QLatin1String("list item") || node.role == QLatin1String("tree item") ||
                        node.role == QLatin1String("table cell") ||
                        node.role == QLatin1String("table row")) &&
                       node.name.contains(text);
            });
            if (!isTold)
                fault(view, QStringLiteral("no row says “%1”").arg(text));
        }
    }

    void checkMessages()
    {
        for (const QJsonValue &value : listOf("messages")) {
            const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&value](const auto &node) {
                return (node.role == QLatin1String("alert") || node.role == QLatin1String("notification")) &&
                       node.name.contains(value.toString());
            });
            if (found == m_nodes.end())
                m_faults << QStringLiteral("no alert says “%1”").arg(value.toString());
            else if (!m_shown.contains(found->path))
                fault(*found, QStringLiteral("nobody was told that it came"));
        }
    }

    const AccessibleTree &m_tree;
    QList<AccessibleNode> m_nodes;
    QJsonObject m_facts;
    QStringList m_shown;
    QStringList m_faults;
};

/// For who looks for the reason of a fault.
void print(const QList<AccessibleNode> &nodes)
{
    QTextStream out(stdout);
    for (const AccessibleNode &node : nodes) {
        out << describe(nodes, node) << " states " << Qt::hex << node.states << Qt::dec << ' '
            << node.interfaces.join(u' ') << '\n';
    }
}

} // namespace

/// Walks through every scene as a screen reader does, from another process.
class TestAccessibilityBus final : public QObject
{
    Q_OBJECT

public:
    TestAccessibilityBus(const QString &program, const QStringList &scenes)
        : m_program(program)
        , m_only(scenes)
    {}

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyWindowIsTold_data();
    void everyWindowIsTold();

private:
    QByteArray answer();
    QJsonObject look();
    QList<AccessibleNode> read(const QJsonObject &facts);

    QString m_program;
    QStringList m_only;
    QProcess m_scenes;
    AccessibleTree m_tree;
};

QByteArray TestAccessibilityBus::answer()
{
    while (!m_scenes.canReadLine()) {
        if (!m_scenes.waitForReadyRead(20'000))
            return {};
    }
    return m_scenes.readLine();
}

/// What is to be seen in the scene now.
QJsonObject TestAccessibilityBus::look()
{
    m_scenes.write("\n");
    return QJsonDocument::fromJson(answer()).object();
}

QList<AccessibleNode> TestAccessibilityBus::read(const QJsonObject &facts)
{
    // The facts came through a pipe, what was told came over the bus: there, what is asked now is answered
    // after it.
    const QStringList windows = m_tree.windows();
    if (windows.isEmpty())
        return {};
    QCoreApplication::processEvents();
    // The one in front came last, but for hints over it.
    const bool isPopup = facts.value(QLatin1String("isPopup")).toBool();
    const qsizetype hints =
        std::min<qsizetype>(facts.value(QLatin1String("hints")).toInt(), windows.size() - 1);
    return m_tree.read(isPopup ? m_tree.focusedWindow() : windows.at(windows.size() - 1 - hints));
}

void TestAccessibilityBus::initTestCase()
{
    QVERIFY2(m_tree.problem().isEmpty(), qPrintable(m_tree.problem()));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    m_scenes.setProcessEnvironment(environment);
    m_scenes.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_scenes.start(m_program, QStringList());
    const QByteArray names = answer();
    QVERIFY2(!names.isEmpty(), "The program of the scenes does not answer.");
    if (m_only.isEmpty())
        m_only = QJsonDocument::fromJson(names).object().keys();
    QVERIFY2(m_tree.findProgram(m_scenes.processId()), "The program did not come to the accessibility bus.");
}

void TestAccessibilityBus::cleanupTestCase()
{
    m_scenes.closeWriteChannel();
    QVERIFY(m_scenes.waitForFinished());
    QCOMPARE(m_scenes.exitStatus(), QProcess::NormalExit);
}

void TestAccessibilityBus::everyWindowIsTold_data()
{
    QTest::addColumn<QString>("scene");
    for (const QString &scene : std::as_const(m_only))
        QTest::newRow(qPrintable(scene)) << scene;
}

void TestAccessibilityBus::everyWindowIsTold()
{
    QFETCH(QString, scene);
    m_tree.takeShown();
    m_scenes.write(scene.toUtf8() + '\n');
    QJsonObject facts = QJsonDocument::fromJson(answer()).object();
    QVERIFY(!facts.isEmpty());
    QList<AccessibleNode> nodes = read(facts);
    const QStringList shown = m_tree.takeShown();
    // What timers of the window changed meanwhile would be taken for faults.
    constexpr int mostTurns = 20;
    for (int turn = 0; turn < mostTurns; ++turn) {
        const QJsonObject after = look();
        if (after == facts)
            break;
        facts = after;
        nodes = read(facts);
    }
    QVERIFY(!nodes.isEmpty());
    if (qEnvironmentVariableIsSet("SONDE_PRINT_ACCESSIBILITY"))
        print(nodes);
    const Audit audit(m_tree, nodes, facts, shown);
    QVERIFY2(audit.faults().isEmpty(), qPrintable(audit.faults().join(u'\n')));
}

/// First the program that opens scenes; then, where not all are wanted, names of scenes.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const QString program = arguments.takeAt(1);
    TestAccessibilityBus test(program, arguments.mid(1));
    // Of some seventy scenes only those that failed: a log that is cut short has them still.
    return QTest::qExec(&test, {arguments.constFirst(), QStringLiteral("-silent")});
}

#include "tst_accessibilitybus.moc"
