// Writes runs into the history of the folder that it is given until it is ended from outside, and says on
// standard output, unbuffered, what it was told is on the disk: `begun ID`, `ended ID`, or `problem WORDS`.

#include "stores/historystore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTimer>
#include <unistd.h>

using namespace sonde;

namespace {

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
        ::_exit(1);
}

/// Large enough that a row takes several pages, and its end proves that all of it is there.
QString textOf(quint32 number)
{
    const QString body = QStringLiteral("Event\n| where EventID == %1\n")
                             .arg(number)
                             .repeated(1 + static_cast<int>(number % 300));
    return body + QStringLiteral("// ") +
           QString::fromLatin1(QCryptographicHash::hash(body.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    // Nothing is pruned: every run that was acknowledged is looked for.
    HistoryStore store(QCoreApplication::arguments().value(1), {1'000'000, 100'000'000'000});
    Connection connection;
    connection.id = QStringLiteral("c1");
    connection.name = QStringLiteral("Contoso");

    QObject::connect(&store, &HistoryStore::problem, &app, [](const Error &error) {
        say(QStringLiteral("problem ") + error.message + u' ' + error.advice);
    });
    QObject::connect(&store, &HistoryStore::entryAdded, &app, [&store](const HistoryEntry &entry) {
        say(QStringLiteral("begun %1").arg(entry.id));
        // One run in four never ends.
        if (entry.id % 4 == 0)
            return;
        RunEnd end;
        end.outcome = RunOutcome::Complete;
        end.rows = entry.id % 1'000'003;
        end.durationMs = entry.id % 10'007;
        end.total = entry.textLength;
        store.finish(entry.id, end);
    });
    QObject::connect(&store, &HistoryStore::entryChanged, &app,
                     [](const HistoryEntry &entry) { say(QStringLiteral("ended %1").arg(entry.id)); });

    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &app, [&] {
        Query query;
        query.text = textOf(QRandomGenerator::global()->generate());
        store.begin(query, connection, QDateTime::currentDateTimeUtc());
    });
    timer.start(1);
    return QCoreApplication::exec();
}
