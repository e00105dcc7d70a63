#include "kql/builtintables.h"
#include "models/schemamodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

using namespace sonde;

using Kind = SchemaModel::Kind;
using Grouping = SchemaModel::Grouping;

namespace {

KqlTable table(const char *name, const QStringList &columns, const char *category = nullptr,
               const char *solution = nullptr)
{
    KqlTable table{QString::fromLatin1(name)};
    for (const QString &column : columns)
        table.columns.append({column, QStringLiteral("string")});
    if (category != nullptr)
        table.categories << QString::fromLatin1(category);
    if (solution != nullptr)
        table.solutions << QString::fromLatin1(solution);
    return table;
}

KqlSchemaPtr someSchema()
{
    auto schema = std::make_shared<KqlSchema>();
    schema->tables = {
        table("Event",
              {QStringLiteral("TimeGenerated"), QStringLiteral("_ResourceId"), QStringLiteral("Computer")},
              "Machines", "Log Management"),
        table("Orders_CL", {QStringLiteral("TimeGenerated"), QStringLiteral("Amount_d")}),
        table("Perf", {QStringLiteral("CounterName"), QStringLiteral("Computer")}, "Machines",
              "Log Management"),
        table("SecurityEvent", {QStringLiteral("Account"), QStringLiteral("EventID")}, "Security",
              "Sentinel"),
        table("Unsorted", {})};
    schema->tables[0].categories << QStringLiteral("Audit");
    schema->functions = {{QStringLiteral("BusyMachines"), QStringLiteral("least: real"),
                          QStringLiteral("Perf | where CounterValue > least"),
                          QStringLiteral("Has much to do.")}};
    return schema;
}

/// The tree as lines, two spaces for each level.
QStringList linesOf(const SchemaModel &model, int depth = 9, const QModelIndex &parent = {},
                    const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << indent + index.data().toString();
        if (depth > 1)
            lines += linesOf(model, depth - 1, index, indent + u"  ");
    }
    return lines;
}

} // namespace

/// The tables of a workspace as a tree.
class TestSchemaModel : public QObject
{
    Q_OBJECT

private slots:
    void emptyAtFirst()
    {
        SchemaModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canGroup());
        model.setSearch(QStringLiteral("event"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.indexOfTable(QStringLiteral("Event")).isValid());
    }

    void groups()
    {
        SchemaModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSchema(someSchema());
        QVERIFY(model.canGroup());
        QCOMPARE(linesOf(model, 2),
                 (QStringList{QStringLiteral("Log Management"), QStringLiteral("  Event"),
                              QStringLiteral("  Perf"), QStringLiteral("Sentinel"),
                              QStringLiteral("  SecurityEvent"), QStringLiteral("Custom tables"),
                              QStringLiteral("  Orders_CL"), QStringLiteral("Other tables"),
                              QStringLiteral("  Unsorted"), QStringLiteral("Functions"),
                              QStringLiteral("  BusyMachines")}));
        // A table stands in each category it has.
        model.setGrouping(Grouping::Category);
        QCOMPARE(linesOf(model, 2).mid(0, 5),
                 (QStringList{QStringLiteral("Audit"), QStringLiteral("  Event"), QStringLiteral("Machines"),
                              QStringLiteral("  Event"), QStringLiteral("  Perf")}));
        model.setGrouping(Grouping::None);
        QCOMPARE(linesOf(model, 1), (QStringList{QStringLiteral("Event"), QStringLiteral("Orders_CL"),
                                                 QStringLiteral("Perf"), QStringLiteral("SecurityEvent"),
                                                 QStringLiteral("Unsorted"), QStringLiteral("Functions")}));
    }

    void builtinTablesHaveNoGroups()
    {
        SchemaModel model;
        model.setSchema(builtinSchema());
        QVERIFY(!model.canGroup());
        QCOMPARE(model.rowCount(), 925);
        QCOMPARE(model.kindOf(model.index(0, 0)), Kind::Table);
    }

    /// By name, those of the service behind the others.
    void columns()
    {
        SchemaModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSchema(someSchema());
        const QModelIndex event = model.indexOfTable(QStringLiteral("Event"));
        QVERIFY(event.isValid());
        QCOMPARE(linesOf(model, 1, event),
                 (QStringList{QStringLiteral("Computer"), QStringLiteral("TimeGenerated"),
                              QStringLiteral("_ResourceId")}));
        const QModelIndex column = model.index(0, 0, event);
        QCOMPARE(model.kindOf(column), Kind::Column);
        QCOMPARE(column.data(SchemaModel::TypeRole).toString(), QStringLiteral("string"));
        QCOMPARE(column.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Computer, string"));
        QCOMPARE(model.tableAt(column)->name, QStringLiteral("Event"));
        QCOMPARE(model.parent(column), event);
        QVERIFY(!model.hasChildren(column));
        QVERIFY(!model.hasChildren(model.indexOfTable(QStringLiteral("Unsorted"))));
    }

    void starred()
    {
        SchemaModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSchema(someSchema());
        model.setStarred({QStringLiteral("Perf"), QStringLiteral("Gone_CL")});
        QCOMPARE(linesOf(model, 2).mid(0, 3),
                 (QStringList{QStringLiteral("Starred"), QStringLiteral("  Perf"),
                              QStringLiteral("Log Management")}));
        QVERIFY(model.index(0, 0).data(SchemaModel::StarGroupRole).toBool());
        QVERIFY(model.indexOfTable(QStringLiteral("Perf")).data(SchemaModel::StarRole).toBool());
        QVERIFY(!model.indexOfTable(QStringLiteral("Event")).data(SchemaModel::StarRole).toBool());
        model.setStarred({QStringLiteral("Gone_CL")});
        QVERIFY(!model.index(0, 0).data(SchemaModel::StarGroupRole).toBool());
    }

    void search_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("name, best first")
            << QStringLiteral("event")
            << QStringList{QStringLiteral("Event"),           QStringLiteral("  Computer"),
                           QStringLiteral("  TimeGenerated"), QStringLiteral("  _ResourceId"),
                           QStringLiteral("SecurityEvent"),   QStringLiteral("  Account"),
                           QStringLiteral("  EventID")};
        QTest::newRow("column, by its capitals")
            << QStringLiteral("TiGe")
            << QStringList{QStringLiteral("Event"), QStringLiteral("  TimeGenerated"),
                           QStringLiteral("Orders_CL"), QStringLiteral("  TimeGenerated")};
        QTest::newRow("a table's column")
            << QStringLiteral("sec acc")
            << QStringList{QStringLiteral("SecurityEvent"), QStringLiteral("  Account")};
        QTest::newRow("function") << QStringLiteral("busy") << QStringList{QStringLiteral("BusyMachines")};
        QTest::newRow("nothing") << QStringLiteral("nowhere") << QStringList();
    }

    void search()
    {
        QFETCH(const QString, words);
        SchemaModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSchema(someSchema());
        model.setStarred({QStringLiteral("Perf")});
        model.setSearch(words);
        QTEST(linesOf(model), "expected");
        QCOMPARE(model.foundTables(), model.rowCount());
        model.setSearch(QStringLiteral("  "));
        QVERIFY(!model.isSearching());
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Starred"));
    }

    void foundByColumns()
    {
        SchemaModel model;
        model.setSchema(someSchema());
        model.setSearch(QStringLiteral("comp"));
        QVERIFY(model.isFoundByColumns(model.indexOfTable(QStringLiteral("Event"))));
        model.setSearch(QStringLiteral("event"));
        QVERIFY(!model.isFoundByColumns(model.indexOfTable(QStringLiteral("Event"))));
        QVERIFY(!model.isFoundByColumns({}));
    }

    void keysLeadBack()
    {
        SchemaModel model;
        model.setStarred({QStringLiteral("Perf")});
        for (const Grouping grouping : {Grouping::Solution, Grouping::Category, Grouping::None}) {
            model.setGrouping(grouping);
            model.setSchema(std::make_shared<KqlSchema>(*someSchema()));
            QList<QModelIndex> indexes{QModelIndex()};
            QSet<QString> keys;
            while (!indexes.isEmpty()) {
                const QModelIndex parent = indexes.takeFirst();
                for (int row = 0; row < model.rowCount(parent); ++row) {
                    const QModelIndex index = model.index(row, 0, parent);
                    const QString key = model.keyOf(index);
                    QVERIFY2(!key.isEmpty() && !keys.contains(key), qPrintable(key));
                    keys.insert(key);
                    QCOMPARE(model.indexOf(key), index);
                    indexes << index;
                }
            }
            QVERIFY(keys.size() > 10);
        }
        for (const QString &key :
             {QString(), QStringLiteral("group Nothing"), QStringLiteral("\ntable Nothing"),
              QStringLiteral("starred\ntable Event"), QStringLiteral("a\nb\nc\nd")})
            QVERIFY2(!model.indexOf(key).isValid(), qPrintable(key));
    }

    void names()
    {
        auto schema = std::make_shared<KqlSchema>();
        schema->tables = {table("my table-1", {QStringLiteral("a b"), QStringLiteral("where")})};
        schema->functions = {{QStringLiteral("f-1")}};
        SchemaModel model;
        model.setSchema(schema);
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("my table-1"));
        QCOMPARE(first.data(SchemaModel::InsertRole).toString(), QStringLiteral("[\"my table-1\"]"));
        QCOMPARE(model.index(0, 0, first).data(SchemaModel::InsertRole).toString(),
                 QStringLiteral("[\"a b\"]"));
        const QModelIndex function = model.index(0, 0, model.index(1, 0));
        QCOMPARE(function.data(SchemaModel::InsertRole).toString(), QStringLiteral("[\"f-1\"]()"));
    }

    void drags()
    {
        SchemaModel model;
        model.setSchema(someSchema());
        const QModelIndex event = model.indexOfTable(QStringLiteral("Event"));
        QVERIFY(model.flags(event).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!model.flags(event.parent()).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(
            model.mimeData({model.index(0, 0, event), model.index(1, 0, event)}));
        QCOMPARE(data->text(), QStringLiteral("Computer, TimeGenerated"));
        QVERIFY(model.mimeData({event.parent()}) == nullptr);
    }

    /// What a workspace says is text, whatever it looks like.
    void toolTips()
    {
        auto schema = std::make_shared<KqlSchema>();
        schema->tables = {table("Event", {QStringLiteral("a")}, "Sec & Co")};
        schema->tables[0].description = QStringLiteral("<img src='http://x'> of machines");
        SchemaModel model;
        model.setSchema(schema);
        const QString tip = model.indexOfTable(QStringLiteral("Event")).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;img src='http://x'&gt; of machines")));
        QVERIFY(tip.contains(QStringLiteral("Sec &amp; Co")));
        QVERIFY(!tip.contains(QStringLiteral("<img")));
    }

    void duplicateNamesInTwoCases()
    {
        auto schema = std::make_shared<KqlSchema>();
        schema->tables = {table("Event", {QStringLiteral("a"), QStringLiteral("A")}), table("event", {})};
        SchemaModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSchema(schema);
        QCOMPARE(linesOf(model), (QStringList{QStringLiteral("Event"), QStringLiteral("  A"),
                                              QStringLiteral("  a"), QStringLiteral("event")}));
        QCOMPARE(model.indexOfTable(QStringLiteral("event")).row(), 1);
        model.setStarred({QStringLiteral("event")});
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    }

    void largeWorkspace()
    {
        auto schema = std::make_shared<KqlSchema>();
        for (int i = 0; i < 1500; ++i) {
            KqlTable large{QStringLiteral("Table%1_CL").arg(i, 4, 10, QLatin1Char('0'))};
            for (int j = 0; j < 40; ++j)
                large.columns.append({QStringLiteral("Column%1_s").arg(j), QStringLiteral("string")});
            schema->tables.append(large);
        }
        SchemaModel model;
        model.setSchema(schema);
        QCOMPARE(model.rowCount(), 1500);
        model.setSearch(QStringLiteral("co39"));
        QCOMPARE(model.rowCount(), 1500);
        QCOMPARE(model.rowCount(model.index(1499, 0)), 1);
        model.setSearch(QStringLiteral("table07"));
        QCOMPARE(model.rowCount(), 100);
    }
};

QTEST_GUILESS_MAIN(TestSchemaModel)
#include "tst_schemamodel.moc"
