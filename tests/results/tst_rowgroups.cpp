#include "results/rowgroups.h"

#include <QTest>

using namespace sonde;

class TestRowGroups final : public QObject
{
    Q_OBJECT

    static ChunkedTable table()
    {
        ChunkedTable result;
        for (int chunk = 0; chunk < 2; ++chunk) {
            ColumnBuilder text(QStringLiteral("Text"), ColumnType::String);
            ColumnBuilder number(QStringLiteral("Number"), ColumnType::Int);
            for (int row = 0; row < 4; ++row) {
                text.appendText(row == 0 ? std::string(2000, 'x') : (row == 3 ? "" : "a"));
                if (row == 1)
                    number.appendNull();
                else
                    number.appendInteger(chunk);
            }
            result.append(Table({text.build(), number.build()}, 4));
        }
        return result;
    }

private slots:
    void countsWhatTheFilterLetsThrough()
    {
        const auto all = groupRows(table(), {}, {}, 1, CancelState());
        QCOMPARE(all->rows, std::size_t(8));
        QCOMPARE(all->groups.size(), std::size_t(3));
        RowFilter filter;
        filter.conditions.push_back(conditionOf({QStringLiteral("a"), false, 0}, 0));
        const auto some = groupRows(table(), filter, {}, 1, CancelState());
        QCOMPARE(some->rows, std::size_t(4));
        QCOMPARE(some->groups.at(0), (ValueCount{{}, true, 2}));
        QCOMPARE(some->groups.at(1), (ValueCount{QStringLiteral("0"), false, 1}));
    }

    void longTextsAreInNoGroup()
    {
        const auto groups = groupRows(table(), {}, {}, 0, CancelState());
        QCOMPARE(groups->rows, std::size_t(8));
        std::size_t counted = 0;
        for (const ValueCount &group : groups->groups)
            counted += group.count;
        QCOMPARE(counted, std::size_t(6));
    }

    void conditionsFindTheGroupAgain()
    {
        const ChunkedTable rows = table();
        for (const int column : {0, 1}) {
            const auto groups = groupRows(rows, {}, {}, column, CancelState());
            for (const ValueCount &group : groups->groups) {
                RowFilter filter;
                filter.conditions.push_back(conditionOf(group, column));
                const auto mask = matchingRows(rows, filter, {}, CancelState());
                QCOMPARE(static_cast<std::size_t>(std::count(mask->begin(), mask->end(), 1)), group.count);
            }
        }
    }

    void isCancelled()
    {
        CancelState cancel;
        cancel.cancel();
        QCOMPARE(groupRows(table(), {}, {}, 0, cancel).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestRowGroups)
#include "tst_rowgroups.moc"
