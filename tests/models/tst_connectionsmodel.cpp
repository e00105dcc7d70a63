#include "models/connectionsmodel.h"

#include "stores/connectionstore.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace sonde;

class TestConnectionsModel : public QObject
{
    Q_OBJECT

private slots:
    void followsTheStore();
    void saysWhatItIs();
    void aDragAsksForAMove_data();
    void aDragAsksForAMove();
    void nothingElseIsDropped();

private:
    void fill(ConnectionStore &store, int count)
    {
        for (int i = 0; i < count; ++i) {
            Connection made;
            made.id = QString::number(i);
            made.name = QStringLiteral("Number %1").arg(i);
            made.colour = ColourMark::Green;
            made.workspaceId = QStringLiteral("the id");
            QVERIFY(store.add(made));
        }
    }
    QString path() const
    {
        return m_folder.filePath(QStringLiteral("%1.json").arg(QLatin1String(QTest::currentTestFunction())));
    }
    QTemporaryDir m_folder;
};

void TestConnectionsModel::followsTheStore()
{
    QFile::remove(path());
    ConnectionStore store(path());
    ConnectionsModel model(store);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    fill(store, 3);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(store.move(QStringLiteral("2"), 0));
    QCOMPARE(model.indexOf(QStringLiteral("2")).row(), 0);
    QVERIFY(store.remove(QStringLiteral("2")));
    QVERIFY(!model.indexOf(QStringLiteral("2")).isValid());
    QCOMPARE(model.connection(model.index(0, 0)).id, QStringLiteral("0"));
    QCOMPARE(model.connection({}), Connection());
}

void TestConnectionsModel::saysWhatItIs()
{
    ConnectionStore store(path());
    fill(store, 1);
    const ConnectionsModel model(store);
    const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(ConnectionsModel::NameColumn), QStringLiteral("Number 0"));
    QCOMPARE(text(ConnectionsModel::CloudColumn), QStringLiteral("Public"));
    QCOMPARE(text(ConnectionsModel::SearchesColumn), QStringLiteral("logs query"));
    QCOMPARE(text(ConnectionsModel::WorkspaceColumn), QStringLiteral("the id"));
    QCOMPARE(model.index(0, 0).data(ConnectionsModel::ColourRole).toInt(),
             static_cast<int>(ColourMark::Green));
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestConnectionsModel::aDragAsksForAMove_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before"); // the row above which it is dropped; -1: below all
    QTest::addColumn<int>("expected");
    QTest::newRow("up") << 2 << 0 << 0;
    QTest::newRow("down") << 0 << 2 << 1;
    QTest::newRow("to the end") << 0 << 3 << 2;
    QTest::newRow("below all") << 1 << -1 << 2;
    QTest::newRow("above itself") << 1 << 1 << -1;
    QTest::newRow("below itself") << 1 << 2 << -1;
}

void TestConnectionsModel::aDragAsksForAMove()
{
    QFETCH(int, from);
    QFETCH(int, before);
    QFETCH(int, expected);
    QFile::remove(path());
    ConnectionStore store(path());
    fill(store, 3);
    ConnectionsModel model(store);
    QSignalSpy moves(&model, &ConnectionsModel::moveRequested);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(from, 0)}));
    QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
    QCOMPARE(model.rowCount(), 3);
    if (expected < 0) {
        QCOMPARE(moves.count(), 0);
        return;
    }
    QCOMPARE(moves.count(), 1);
    QCOMPARE(moves.at(0).at(0).toString(), QString::number(from));
    QVERIFY(store.move(QString::number(from), moves.at(0).at(1).toInt()));
    QCOMPARE(model.indexOf(QString::number(from)).row(), expected);
}

void TestConnectionsModel::nothingElseIsDropped()
{
    ConnectionStore store(path());
    fill(store, 2);
    ConnectionsModel model(store);
    QSignalSpy moves(&model, &ConnectionsModel::moveRequested);
    QMimeData text;
    text.setText(QStringLiteral("1"));
    QVERIFY(!model.dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(1, 0)}));
    QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, model.index(0, 0)));
    QVERIFY(!model.dropMimeData(data.get(), Qt::CopyAction, 0, 0, {}));
    QMimeData unknown;
    unknown.setData(model.mimeTypes().constFirst(), "nobody");
    QVERIFY(!model.dropMimeData(&unknown, Qt::MoveAction, 0, 0, {}));
    QCOMPARE(moves.count(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionsModel)
#include "tst_connectionsmodel.moc"
