// What the language service takes: to load, to complete, to examine, to format; with the tables of Azure
// Monitor.
#include "kql/builtintables.h"
#include "kql/kqlservice.h"
#include "support/processmemory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <functional>

using namespace sonde;

namespace {

int memoryInUse()
{
    return static_cast<int>(processMemory("VmRSS").value_or(0) / 1024);
}

/// \a ask gets the number of the run: an answer that the service still has is none to measure.
void measure(const char *what, int runs, const std::function<bool(int)> &ask)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const bool isAnswered = ask(run);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!isAnswered) {
            std::printf("| %s | refused after %.0f ms |\n", what, times.back());
            return;
        }
    }
    std::sort(times.begin(), times.end());
    std::printf("| %s | %.0f | %.0f | %.0f |\n", what, times.front(), times[times.size() / 2], times.back());
    std::fflush(stdout);
}

QString fiveLines(int run)
{
    return QStringLiteral(
               "SecurityEvent\n| where TimeGenerated > ago(%1h)\n| where EventID == 4625 and Account "
               "!endswith \"$\"\n| summarize Failed = count() by Account, Computer\n| top 10 by Failed")
        .arg(run + 1);
}

QString lines(int count, int run)
{
    QString text = QStringLiteral("SecurityEvent\n| where TimeGenerated > ago(%1h)\n").arg(run + 1);
    const QString kinds[] = {
        QStringLiteral("| where EventID in (4624, 4625, %1) and Account has \"admin\"\n"),
        QStringLiteral(
            "| extend Hour%1 = bin(TimeGenerated, 1h), Name%1 = tolower(strcat(Account, \"-\", Computer))\n"),
        QStringLiteral("| where isnotempty(Computer) or LogonType == %1\n"),
        QStringLiteral("| extend Weight%1 = case(EventID == 4625, 10, EventID == 4624, 1, 0) * %1\n")};
    for (int i = 0; i < count - 3; ++i)
        text += kinds[i % 4].arg(i);
    return text + QStringLiteral("| take 10");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const KqlSchemaPtr schema = builtinSchema();
    KqlService service;
    const KqlService::Waiting waiting;
    std::printf("| | best, ms | median, ms | worst, ms |\n|---|---|---|---|\n");
    const int before = memoryInUse();
    measure("ready after start", 1, [&](int) {
        return service.examine(QStringLiteral("print 1"), schema, waiting).result().has_value();
    });
    std::printf("| memory it adds, MiB | %d | | |\n", memoryInUse() - before);
    measure("completion of a column", 15, [&](int run) {
        const QString text = fiveLines(run) + u"\n| extend x = strlen(Acc";
        return service.complete({text, int(text.size()), schema}, waiting).result().has_value();
    });
    measure("completion of an operator", 15, [&](int run) {
        const QString text = fiveLines(run) + u"\n| su";
        return service.complete({text, int(text.size()), schema}, waiting).result().has_value();
    });
    measure("completion of a table", 15, [&](int run) {
        const QString text = QStringLiteral("let n = %1;\nSec").arg(run);
        return service.complete({text, int(text.size()), schema}, waiting).result().has_value();
    });
    for (const int count : {5, 30, 100}) {
        measure(qPrintable(QStringLiteral("diagnostics and colours, %1 lines").arg(count)), 9, [&](int run) {
            const QString text = count == 5 ? fiveLines(run) : lines(count, run);
            return service.examine(text, schema, waiting).result().has_value();
        });
    }
    for (const int count : {100, 1000}) {
        measure(qPrintable(QStringLiteral("format, %1 lines").arg(count)), count == 100 ? 5 : 3,
                [&](int run) { return service.format(lines(count, run)).result().has_value(); });
    }
    std::printf("| memory it adds after all that, MiB | %d | | |\n", memoryInUse() - before);
    return 0;
}
