#include "results/columncontents.h"

#include <QTest>
#include <cmath>

using namespace sonde;
using Kind = ColumnContents::Kind;

class TestColumnContents final : public QObject
{
    Q_OBJECT

private slots:
    void tellsEmptySameAndVarious()
    {
        ChunkedTable table;
        for (int chunk = 0; chunk < 2; ++chunk) {
            ColumnBuilder tenant(QStringLiteral("Tenant"), ColumnType::String);
            ColumnBuilder nothing(QStringLiteral("Nothing"), ColumnType::Long);
            ColumnBuilder blank(QStringLiteral("Blank"), ColumnType::String);
            ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
            ColumnBuilder holes(QStringLiteral("Holes"), ColumnType::Int);
            ColumnBuilder nan(QStringLiteral("NaN"), ColumnType::Real);
            for (int row = 0; row < 3; ++row) {
                tenant.appendText("t1");
                nothing.appendNull();
                if (row == 0)
                    blank.appendNull();
                else
                    blank.appendText("");
                computer.appendText(chunk == 1 && row == 2 ? "web1" : "web0");
                if (row == 1)
                    holes.appendNull();
                else
                    holes.appendInteger(7);
                nan.appendReal(std::nan(""));
            }
            table.append(Table({tenant.build(), nothing.build(), blank.build(), computer.build(),
                                holes.build(), nan.build()},
                               3));
        }
        const auto contents = contentsOf(table, CancelState());
        QVERIFY(contents);
        QCOMPARE(contents->at(0), (ColumnContents{Kind::Same, "t1"}));
        QCOMPARE(contents->at(1).kind, Kind::Empty);
        QCOMPARE(contents->at(2).kind, Kind::Empty);
        QCOMPARE(contents->at(3).kind, Kind::Various);
        QCOMPARE(contents->at(4).kind, Kind::Various); // a hole tells rows apart
        QCOMPARE(contents->at(5).kind, Kind::Same);
    }

    void aColumnThatCameLateIsNotTheSame()
    {
        ColumnBuilder first(QStringLiteral("A"), ColumnType::Int);
        first.appendInteger(1);
        ChunkedTable table;
        table.append(Table({first.build()}, 1));
        ColumnBuilder again(QStringLiteral("A"), ColumnType::Int);
        ColumnBuilder late(QStringLiteral("B"), ColumnType::Int);
        again.appendInteger(1);
        late.appendInteger(2);
        table.append(Table({again.build(), late.build()}, 1));
        const auto contents = contentsOf(table, CancelState());
        QCOMPARE(contents->at(0), (ColumnContents{Kind::Same, "1"}));
        QCOMPARE(contents->at(1).kind, Kind::Various);
    }

    void noRowsAndCancel()
    {
        ColumnBuilder builder(QStringLiteral("A"), ColumnType::Int);
        ChunkedTable table;
        table.append(Table({builder.build()}, 0));
        QCOMPARE(contentsOf(table, CancelState())->at(0).kind, Kind::Empty);
        CancelState cancel;
        cancel.cancel();
        QVERIFY(!contentsOf(table, cancel));
    }
};

QTEST_APPLESS_MAIN(TestColumnContents)
#include "tst_columncontents.moc"
