#include "core/clock.h"
#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "stores/columnlayoutstore.h"
#include "widgets/icons.h"
#include "widgets/resultsview.h"
#include "widgets/tablepane.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

/// What a frame takes while somebody pages down through half a million rows of 40 columns, to the end: a key,
/// and the painting that follows it. Prints a Markdown table.
using namespace sonde;

namespace {

constexpr int columnCount = 40;
constexpr int rowsPerChunk = 10'000;
constexpr int usualChunkCount = 50;

Column columnOf(int number, int firstRow)
{
    static constexpr std::array types{ColumnType::String, ColumnType::DateTime, ColumnType::Long,
                                      ColumnType::Real,   ColumnType::Dynamic,  ColumnType::Guid,
                                      ColumnType::Bool,   ColumnType::TimeSpan};
    const ColumnType type = types[static_cast<std::size_t>(number) % types.size()];
    ColumnBuilder builder(QStringLiteral("Column%1").arg(number), type);
    for (int row = firstRow; row < firstRow + rowsPerChunk; ++row) {
        if ((row + number) % 17 == 0)
            builder.appendNull();
        else if (type == ColumnType::Real)
            builder.appendReal(row * 1.25 + number);
        else if (type == ColumnType::DateTime)
            builder.appendInteger(unixEpochTicks * 2 + row * ticksPerSecond);
        else if (type == ColumnType::Bool)
            builder.appendInteger(row % 2);
        else if (type == ColumnType::Guid)
            builder.appendText("74be27de-1e4e-49d9-b579-fe0b331d3642");
        else if (type == ColumnType::Dynamic)
            builder.appendText(R"({"Device": "Harddisk)" + std::to_string(row % 9) +
                               R"(", "Sector": 184467})");
        else if (isTextType(type))
            builder.appendText("The device on web" + std::to_string(row % 100) + " has a bad block.");
        else
            builder.appendInteger(row);
    }
    return builder.build();
}

/// What a screen leaves for one.
constexpr double frameMs = 16;

double milliseconds(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

void report(const char *what, std::vector<qint64> times)
{
    std::sort(times.begin(), times.end());
    const auto late =
        std::count_if(times.begin(), times.end(), [](qint64 time) { return milliseconds(time) >= frameMs; });
    std::printf("| %s | %zu | %.2f | %.2f | %.2f | %d |\n", what, times.size(),
                milliseconds(times[times.size() / 2]), milliseconds(times[times.size() * 99 / 100]),
                milliseconds(times.back()), static_cast<int>(late));
    std::fflush(stdout);
}

/// Presses the key and paints, until the current cell goes no further.
std::vector<qint64> press(ResultsView &view, int key)
{
    std::vector<qint64> times;
    for (QModelIndex before; before != view.currentIndex();) {
        before = view.currentIndex();
        QElapsedTimer clock;
        clock.start();
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
        QCoreApplication::sendPostedEvents();
        view.viewport()->repaint();
        times.push_back(clock.nsecsElapsed());
        QCoreApplication::processEvents();
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    ColumnLayoutStore layouts(folder.filePath(QStringLiteral("columns.json")));
    Theme theme;
    theme.install();
    const Icons icons(theme);
    const SystemClock clock;
    TablePane pane(theme, icons, layouts, clock);
    pane.resize(1400, 900);
    pane.show();
    ResultTable table(QStringLiteral("PrimaryResult"));
    pane.setTable(&table);
    // A smaller table for a quick look.
    const int chunkCount = argc > 1 ? std::atoi(argv[1]) : usualChunkCount;
    for (int chunk = 0; chunk < chunkCount; ++chunk) {
        QList<Column> columns;
        for (int number = 0; number < columnCount; ++number)
            columns.append(columnOf(number, chunk * rowsPerChunk));
        ResultChunk rows;
        rows.rows = Table(columns, rowsPerChunk);
        table.apply(rows);
    }
    ResultsView &view = pane.view();
    view.setCurrentIndex(view.model()->index(0, 0));
    view.setFocus();
    QCoreApplication::processEvents();
    std::printf(
        "| scroll, %d rows x %d columns | frames | median ms | 99th percentile ms | worst ms | over 16 ms |\n"
        "|---|---|---|---|---|---|\n",
        view.model()->rowCount(), columnCount);
    report("page down to the end", press(view, Qt::Key_PageDown));
    view.setCurrentIndex(view.model()->index(0, 0));
    std::vector<qint64> sideways;
    for (int round = 0; round < 20; ++round) {
        view.setCurrentIndex(view.model()->index(round * 1000, 0));
        const std::vector<qint64> times = press(view, Qt::Key_Right);
        sideways.insert(sideways.end(), times.begin(), times.end());
    }
    report("to the right, column by column", sideways);
    return 0;
}
