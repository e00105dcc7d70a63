#include "models/jsonnode.h"
#include "models/rowdetailsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sonde;

class TestRowDetailsModel : public QObject
{
    Q_OBJECT

private slots:
    void showsEveryColumn();
    void dynamicCellsUnfold();
    void numbersKeepTheirDigitsAndFieldsTheirOrder();
    void brokenJsonStaysText_data();
    void brokenJsonStaysText();
    void anotherRecordReplacesTheFirst();
};

namespace {

/// Does not unfold by itself: the test looks at what is not read yet.
struct Tester : QAbstractItemModelTester
{
    explicit Tester(QAbstractItemModel *model)
        : QAbstractItemModelTester(model, FailureReportingMode::QtTest)
    {
        setUseFetchMore(false);
    }
};

ChunkedTable recordWith(std::string_view dynamic)
{
    ColumnBuilder name(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder nothing(QStringLiteral("EventID"), ColumnType::Int);
    ColumnBuilder properties(QStringLiteral("Properties"), ColumnType::Dynamic);
    name.appendText("web01");
    nothing.appendNull();
    properties.appendText(dynamic);
    ChunkedTable table;
    table.append(Table({name.build(), nothing.build(), properties.build()}, 1));
    return table;
}

QModelIndex unfold(RowDetailsModel &model, int row, const QModelIndex &parent = {})
{
    const QModelIndex index = model.index(row, 0, parent);
    model.fetchMore(index);
    return index;
}

QString valueOf(const QModelIndex &index)
{
    return index.siblingAtColumn(RowDetailsModel::ValueColumn).data().toString();
}

} // namespace

void TestRowDetailsModel::showsEveryColumn()
{
    RowDetailsModel model;
    const Tester tester(&model);
    QVERIFY(model.isEmpty());
    model.setRecord(recordWith("{}"), 0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Computer"));
    QCOMPARE(valueOf(model.index(0, 0)), QStringLiteral("web01"));
    QCOMPARE(valueOf(model.index(1, 0)), QString(nullSign));
    QVERIFY(model.index(1, 1).data(RowDetailsModel::NullRole).toBool());
    QVERIFY(!model.hasChildren(model.index(0, 0)));
}

void TestRowDetailsModel::dynamicCellsUnfold()
{
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(recordWith(R"({"disk": {"name": "C:", "free": [1, 2.50, null]}, "ok": true})"), 0);
    const QModelIndex properties = model.index(2, 0);
    QVERIFY(model.hasChildren(properties));
    QCOMPARE(model.rowCount(properties), 0); // nothing is read before it is unfolded
    unfold(model, 2);
    QCOMPARE(model.rowCount(properties), 2);
    const QModelIndex disk = unfold(model, 0, properties);
    QCOMPARE(model.index(0, 0, disk).data().toString(), QStringLiteral("name"));
    QCOMPARE(valueOf(model.index(0, 0, disk)), QStringLiteral("C:"));
    const QModelIndex freeSpace = unfold(model, 1, disk);
    QCOMPARE(model.rowCount(freeSpace), 3);
    QCOMPARE(model.index(1, 0, freeSpace).data().toString(), QStringLiteral("[1]"));
    QCOMPARE(valueOf(model.index(1, 0, freeSpace)), QStringLiteral("2.50"));
    QCOMPARE(valueOf(model.index(2, 0, freeSpace)), QString(nullSign));
    QCOMPARE(model.parent(freeSpace), disk);
    QCOMPARE(freeSpace.data(RowDetailsModel::FullTextRole).toString(), QStringLiteral("[1, 2.50, null]"));
}

void TestRowDetailsModel::numbersKeepTheirDigitsAndFieldsTheirOrder()
{
    const QList<JsonNode> nodes =
        jsonChildren(R"({"z": 12345678901234567890123, "a": 1.10, "m": "a\"b\u00e9"})");
    QCOMPARE(nodes.size(), 3);
    QCOMPARE(nodes.at(0).name, QStringLiteral("z"));
    QCOMPARE(nodes.at(0).text, QStringLiteral("12345678901234567890123"));
    QCOMPARE(nodes.at(1).text, QStringLiteral("1.10"));
    QCOMPARE(nodes.at(2).text, QStringLiteral("a\"b\u00e9"));
}

void TestRowDetailsModel::brokenJsonStaysText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("disk full");
    QTest::newRow("cut") << QByteArray("{\"a\": 1");
    QTest::newRow("nonsense") << QByteArray("{\"a\" 1}");
    QTest::newRow("scalar") << QByteArray("12");
}

void TestRowDetailsModel::brokenJsonStaysText()
{
    QFETCH(QByteArray, json);
    QVERIFY(jsonChildren(json).isEmpty());
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(recordWith(json.toStdString()), 0);
    const QModelIndex cell = unfold(model, 2);
    QCOMPARE(model.rowCount(cell), 0);
    QVERIFY(!model.hasChildren(cell));
    QCOMPARE(cell.data(RowDetailsModel::FullTextRole).toString(), QString::fromUtf8(json));
}

void TestRowDetailsModel::anotherRecordReplacesTheFirst()
{
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(recordWith(R"([1])"), 0);
    unfold(model, 2);
    model.setRecord(recordWith(R"({"b": [true]})"), 0);
    const QModelIndex properties = unfold(model, 2);
    QCOMPARE(model.index(0, 0, properties).data().toString(), QStringLiteral("b"));
    model.clear();
    QVERIFY(model.isEmpty());
}

QTEST_GUILESS_MAIN(TestRowDetailsModel)
#include "tst_rowdetailsmodel.moc"
