// What the embedded workspace makes of queries that people wrote:
//   kql-corpus FILE...
// Runs each file of KQL on the sample data. Prints for each that stands on tables of the workspace how many
// rows it gives, or by which name it is refused; what names other tables or is no query is only counted.

#include "core/timezone.h"
#include "engine/engine.h"
#include "sandbox/sampledata.h"
#include "support/countingsink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QTextStream>

using namespace sonde;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return text;
}

struct Count
{
    int run = 0;
    int withRows = 0;
    int refused = 0;
    int failed = 0;
    int elsewhere = 0; ///< tables or columns that the workspace lacks
    int noQuery = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto data = SampleData::open({}, now);
    if (!data) {
        out << data.error().message << '\n';
        return 2;
    }
    KqlService service;
    const Engine engine(std::move(data->database), service, data->tables);
    Count count;
    for (const QString &path : QCoreApplication::arguments().mid(1)) {
        CountingSink sink;
        QElapsedTimer timer;
        timer.start();
        const auto outcome = engine.run({textOf(path), {}, toTicks(now)}, sink, CancelState());
        if (outcome) {
            ++count.run;
            count.withRows += outcome->rowCount > 0 ? 1 : 0;
            out << "run " << outcome->rowCount << " rows " << timer.elapsed() << " ms " << path << '\n';
            continue;
        }
        const Error &error = outcome.error();
        if (error.serviceCode == QLatin1String("SYN0002"))
            ++count.noQuery;
        else if (error.serviceCode == QLatin1String("SEM0100"))
            ++count.elsewhere;
        else if (error.serviceCode == QLatin1String("SEM0001"))
            ++count.refused;
        else
            ++count.failed;
        const bool isOurs =
            error.serviceCode != QLatin1String("SYN0002") && error.serviceCode != QLatin1String("SEM0100");
        out << (isOurs ? "refused " : "elsewhere ") << error.serviceCode << ' ' << error.message << ' '
            << error.detail.section(u'\n', 0, 1) << ' ' << path << '\n';
        out.flush();
    }
    out << count.run << " run, " << count.withRows << " of them with rows; " << count.refused << " refused, "
        << count.failed << " failed, " << count.elsewhere << " on other tables or columns, " << count.noQuery
        << " no queries\n";
    return count.failed > 0 ? 1 : 0;
}
