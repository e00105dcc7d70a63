#include "results/cellfinder.h"

#include <QTest>

using namespace sonde;

namespace {

/// Two chunks of two rows: a text and a number.
ChunkedTable someTable()
{
    ChunkedTable table;
    const std::vector<std::vector<std::pair<std::string, int>>> chunks{{{"Disk 7", 17}, {"net", 7}},
                                                                       {{"", 5}, {"DISK", 70}}};
    for (const auto &rows : chunks) {
        ColumnBuilder text(QStringLiteral("Text"), ColumnType::String);
        ColumnBuilder number(QStringLiteral("Number"), ColumnType::Int);
        ColumnBuilder time(QStringLiteral("Time"), ColumnType::DateTime);
        for (const auto &[word, value] : rows) {
            text.appendText(word);
            number.appendInteger(value);
            time.appendInteger(unixEpochTicks);
        }
        table.append(Table({text.build(), number.build(), time.build()}, rows.size()));
    }
    return table;
}

QString found(const Selection &rows, const QString &text, const std::optional<QTimeZone> &zone = {})
{
    QString all;
    const CellHits hits = findCells(rows, text, zone, CancelState()).value_or(CellHits());
    for (const CellHit &hit : hits.hits)
        all += QStringLiteral("%1/%2 ").arg(hit.place).arg(hit.column);
    return all.trimmed();
}

} // namespace

class TestCellFinder final : public QObject
{
    Q_OBJECT

private slots:
    void findsInReadingOrder()
    {
        const Selection all{someTable(), {}, {}};
        QCOMPARE(found(all, QStringLiteral("7")), QStringLiteral("0/0 0/1 0/2 1/1 1/2 2/2 3/1 3/2"));
        QCOMPARE(found(all, QStringLiteral("disk")), QStringLiteral("0/0 3/0"));
        QCOMPARE(found(all, QStringLiteral("nowhere")), QString());
    }

    void placesAreThoseOfTheSelection()
    {
        const Selection some{someTable(), RowOrder{3, 0}, {1, 0}};
        QCOMPARE(found(some, QStringLiteral("7")), QStringLiteral("0/0 1/0 1/1"));
        QCOMPARE(found(some, QStringLiteral("1970")), QString()); // that column is not shown
    }

    void datetimesAreAsShown()
    {
        const Selection all{someTable(), RowOrder{0}, {2}};
        QCOMPARE(found(all, QStringLiteral("01-01 00:00")), QStringLiteral("0/0"));
        const QTimeZone zone("Asia/Tokyo");
        QVERIFY(zone.isValid());
        QCOMPARE(found(all, QStringLiteral("01-01 00:00"), zone), QString());
        QCOMPARE(found(all, QStringLiteral("01-01 09:00"), zone), QStringLiteral("0/0"));
    }

    void stopsAtTheLimit()
    {
        ColumnBuilder builder(QStringLiteral("A"), ColumnType::String);
        for (std::size_t row = 0; row <= mostHits; ++row)
            builder.appendText("x");
        ChunkedTable table;
        table.append(Table({builder.build()}, mostHits + 1));
        const auto hits = findCells({table, {}, {}}, QStringLiteral("x"), {}, CancelState());
        QCOMPARE(hits->hits.size(), mostHits);
        QVERIFY(hits->isCut);
        CancelState cancel;
        cancel.cancel();
        QVERIFY(!findCells({table, {}, {}}, QStringLiteral("x"), {}, cancel));
    }
};

QTEST_APPLESS_MAIN(TestCellFinder)
#include "tst_cellfinder.moc"
