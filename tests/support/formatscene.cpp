#include "support/formatscene.h"

#include "widgets/columnkeeper.h"
#include "widgets/mainwindow.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/tablepane.h"

#include <cmath>

namespace sonde {

/// Numbers, sizes, durations and times.
QWidget *columnFormats(WindowFixture &fixture)
{
    ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
    ColumnBuilder size(QStringLiteral("BytesSent"), ColumnType::Long);
    ColumnBuilder count(QStringLiteral("Requests"), ColumnType::Long);
    ColumnBuilder length(QStringLiteral("DurationMs"), ColumnType::Real);
    ColumnBuilder code(QStringLiteral("ResultCode"), ColumnType::Int);
    ColumnBuilder load(QStringLiteral("CounterValue"), ColumnType::Real);
    constexpr int rowCount = 24;
    for (int row = 0; row < rowCount; ++row) {
        const double grown = std::pow(2.4, row);
        time.appendInteger(toTicks(fixture.clock.nowUtc()) - static_cast<Ticks>(grown) * ticksPerSecond);
        size.appendInteger(static_cast<qint64>(grown * 37));
        count.appendInteger(row * row * 1'237 - 900);
        length.appendReal(grown / 7);
        code.appendInteger(row - 3);
        load.appendReal(row * 1234.56789);
    }
    ResultChunk chunk;
    chunk.rows = Table(
        {time.build(), size.build(), count.build(), length.build(), code.build(), load.build()}, rowCount);
    Query query;
    query.text = QStringLiteral("W3CIISLog\n");
    fixture.window().openQuery(query, true, QStringLiteral("Failing disks"));
    fixture.runner.last().job->deliver(chunk);
    fixture.runner.last().job->finish(fixture.info());
    TablePane *table = fixture.window().currentPage()->pane().currentTable();
    int column = 0;
    for (const char *format :
         {"relative", "bytes", "grouped", "milliseconds", "hexadecimal", "decimals-2-grouped"})
        table->columns().setFormat(column++, *ColumnFormat::fromName(QString::fromLatin1(format)));
    return &fixture.window();
}

} // namespace sonde
