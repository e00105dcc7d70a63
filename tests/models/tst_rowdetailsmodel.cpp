#include "models/rowdetailsmodel.h"
#include "models/visibletext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace sonde;

class TestRowDetailsModel : public QObject
{
    Q_OBJECT

private slots:
    void showsEveryColumn();
    void dynamicCellsUnfold();
    void textsThatAreJsonUnfoldToo();
    void pathsLeadBack();
    void longListsAreDividedIntoGroups();
    void largeCellsAreReadOnAWorkerThread();
    void emptyFieldsAreHidden();
    void valuesKeepTheirLines();
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

void TestRowDetailsModel::textsThatAreJsonUnfoldToo()
{
    ColumnBuilder message(QStringLiteral("Message"), ColumnType::String);
    message.appendText(R"( {"inner": "{\"code\": [4, 5]}", "x-id": 1} )");
    ChunkedTable table;
    table.append(Table({message.build()}, 1));
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(table, 0);
    const QModelIndex whole = unfold(model, 0);
    QCOMPARE(model.rowCount(whole), 2);
    const QModelIndex inner = unfold(model, 0, whole);
    QCOMPARE(model.rowCount(inner), 1);
    const QModelIndex code = unfold(model, 0, inner);
    QCOMPARE(valueOf(model.index(1, 0, code)), QStringLiteral("5"));
    QCOMPARE(model.jsonKind(model.index(1, 0, code)), JsonTree::Kind::Number);
    QCOMPARE(inner.data(RowDetailsModel::FullTextRole).toString(), QStringLiteral("{\"code\": [4, 5]}"));
    const auto path = model.path(model.index(1, 0, code));
    QVERIFY(path);
    using Kind = FieldStep::Kind;
    const QList<FieldStep> steps{{Kind::Text, {}, 0},
                                 {Kind::Field, QStringLiteral("inner"), 0},
                                 {Kind::Text, {}, 0},
                                 {Kind::Field, QStringLiteral("code"), 0},
                                 {Kind::Element, {}, 1}};
    QCOMPARE(path->steps, steps);
}

void TestRowDetailsModel::pathsLeadBack()
{
    const ChunkedTable table = recordWith(R"({"a": {"b": [1, {"c": "\u00e9"}]}, "d": null})");
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(table, 0);
    const FieldPath path{2,
                         {{FieldStep::Kind::Field, QStringLiteral("a"), 0},
                          {FieldStep::Kind::Field, QStringLiteral("b"), 0},
                          {FieldStep::Kind::Element, {}, 1},
                          {FieldStep::Kind::Field, QStringLiteral("c"), 0}}};
    const QModelIndex found = model.find(path); // nothing was unfolded before
    QCOMPARE(valueOf(found), QStringLiteral("\u00e9"));
    QCOMPARE(model.path(found), path);
    // What is not there is looked for as far as it goes.
    FieldPath other = path;
    other.steps[2].position = 7;
    QCOMPARE(model.find(other).data().toString(), QStringLiteral("b"));
    QVERIFY(!model.find(FieldPath{9, {}}).isValid());
}

void TestRowDetailsModel::longListsAreDividedIntoGroups()
{
    QByteArray list("[0");
    for (int i = 1; i < 2500; ++i)
        list += ',' + QByteArray::number(i);
    list += ']';
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(recordWith(list.toStdString()), 0);
    const QModelIndex cell = unfold(model, 2);
    QCOMPARE(model.rowCount(cell), 3);
    QCOMPARE(model.index(2, 0, cell).data().toString(), QStringLiteral("[2000 \u2026 2499]"));
    QVERIFY(!model.path(model.index(2, 0, cell)));
    const QModelIndex last = unfold(model, 2, cell);
    QCOMPARE(model.rowCount(last), 500);
    QCOMPARE(valueOf(model.index(499, 0, last)), QStringLiteral("2499"));
    const FieldPath path{2, {{FieldStep::Kind::Element, {}, 1234}}};
    QCOMPARE(valueOf(model.find(path)), QStringLiteral("1234"));
    QCOMPARE(model.path(model.find(path)), path);
}

void TestRowDetailsModel::largeCellsAreReadOnAWorkerThread()
{
    const std::string large = R"({"text": ")" + std::string(1'000'000, 'x') + R"(", "last": 7})";
    RowDetailsModel model;
    const Tester tester(&model);
    model.setRecord(recordWith(large), 0);
    QSignalSpy unfolded(&model, &RowDetailsModel::unfolded);
    const QModelIndex cell = unfold(model, 2);
    QCOMPARE(model.rowCount(cell), 1); // that it is being read
    QVERIFY(model.index(0, 1, cell).data(RowDetailsModel::AsideRole).toBool());
    QVERIFY(unfolded.wait());
    QCOMPARE(model.rowCount(cell), 2);
    QCOMPARE(valueOf(model.index(1, 0, cell)), QStringLiteral("7"));
    const QModelIndex text = model.index(0, 1, cell);
    QVERIFY(text.data(RowDetailsModel::CutRole).toBool());
    QVERIFY(text.data().toString().size() < 2000);
    QCOMPARE(text.data(RowDetailsModel::FullTextRole).toString().size(), 1'000'000);
    // Another record comes while that one is read.
    model.setRecord(recordWith(large), 0);
    unfold(model, 2);
    model.setRecord(recordWith("{}"), 0);
    QTest::qWait(0);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(model.rowCount(model.index(2, 0)), 0);
}

void TestRowDetailsModel::emptyFieldsAreHidden()
{
    RowDetailsModel model;
    const Tester tester(&model);
    model.setHidesEmpty(true);
    model.setRecord(recordWith("{}"), 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("Properties"));
    QCOMPARE(model.path(model.index(1, 0))->column, 2);
    QVERIFY(!model.find(1).isValid());
    model.setHidesEmpty(false);
    QCOMPARE(model.rowCount(), 3);
}

void TestRowDetailsModel::valuesKeepTheirLines()
{
    ColumnBuilder message(QStringLiteral("Message"), ColumnType::String);
    message.appendText("one\r\ntwo\x1b[31m");
    ChunkedTable table;
    table.append(Table({message.build()}, 1));
    RowDetailsModel model;
    model.setRecord(table, 0);
    QCOMPARE(valueOf(model.index(0, 0)), QStringLiteral("one\ntwo\\x1B[31m"));
    QCOMPARE(model.index(0, 1).data(RowDetailsModel::MarksRole).value<QList<VisibleText::Mark>>().size(), 2);
    QCOMPARE(model.index(0, 0).data(RowDetailsModel::FullTextRole).toString(),
             QStringLiteral("one\r\ntwo\x1b[31m"));
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
    QVERIFY(JsonTree::readOwn(json.toStdString()) == nullptr);
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
