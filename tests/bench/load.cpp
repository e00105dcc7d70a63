#include "azure/azuresearchrunner.h"
#include "core/clock.h"
#include "core/endpointsjson.h"
#include "core/networksettings.h"
#include "models/resultsmodel.h"
#include "secrets/sessionsecretstore.h"
#include "support/processmemory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <cstdio>

/// One search from run() to all rows in the model, as the window has it but without a window. Reads the line
/// of sonde-sandbox on its standard input; the argument is a PEM file of certificates to trust. Prints one
/// line of JSON: milliseconds to the first rows and to the last (sign-in and TLS included), rows, and
/// kilobytes of memory at its peak, idle, and after the rows came.
using namespace sonde;

namespace {

int fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(what));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QFile input;
    if (argc != 2 || !input.open(stdin, QIODevice::ReadOnly))
        return fail(QStringLiteral("bench-load CERTIFICATE.pem <ENDPOINTS.json"));
    const auto endpoints = connectionFromEndpointsJson(input.readAll());
    if (!endpoints)
        return fail(endpoints.error().message);
    SessionSecretStore secrets;
    secrets.keepForThisRun(endpoints->connection.id, endpoints->secret);
    AzureNetwork network(secrets, std::make_shared<SystemClock>());
    NetworkSettings settings;
    settings.caFile = QFile::decodeName(argv[1]);
    if (auto set = network.setNetwork(settings); !set)
        return fail(set.error().message);
    AzureSearchRunner runner(network, secrets, nullptr);
    const qint64 idle = processMemory("VmRSS").value_or(0);

    ResultSet result;
    ResultsModel model;
    QObject::connect(&result, &ResultSet::tableAdded, &model,
                     [&](int index) { model.setTable(result.table(index)); });
    qint64 firstRows = -1;
    QElapsedTimer timer;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model, [&] {
        if (firstRows < 0)
            firstRows = timer.elapsed();
    });
    Query query;
    query.text = QStringLiteral("Event");
    timer.start();
    SearchJob *job = runner.run(query, endpoints->connection);
    QObject::connect(job, &SearchJob::chunkReady, &result, &ResultSet::apply);
    QObject::connect(job, &SearchJob::finished, &application, [&](const Result<ResultInfo> &outcome) {
        const qint64 elapsed = timer.elapsed();
        if (!outcome) {
            QCoreApplication::exit(fail(outcome.error().message));
            return;
        }
        std::printf("{\"firstRows\":%lld,\"milliseconds\":%lld,\"rows\":%d,\"idleKb\":%lld,\"peakKb\":%lld,"
                    "\"nowKb\":%lld,"
                    "\"tableBytes\":%lld,\"answerBytes\":%lld}\n",
                    static_cast<long long>(firstRows), static_cast<long long>(elapsed), model.rowCount(),
                    static_cast<long long>(idle), static_cast<long long>(processMemory("VmHWM").value_or(0)),
                    static_cast<long long>(processMemory("VmRSS").value_or(0)),
                    static_cast<long long>(model.rows().memoryUse()),
                    static_cast<long long>(outcome->answerBytes));
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
