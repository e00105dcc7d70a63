#include "ports/resultopening.h"

#include "results/resultfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace sonde;

namespace {

Table numbers(int rows)
{
    ColumnBuilder builder(QStringLiteral("n"), ColumnType::Long);
    for (int i = 0; i < rows; ++i)
        builder.appendInteger(i);
    return Table({builder.build()}, static_cast<std::size_t>(rows));
}

} // namespace

/// A file with a result, read as a run.
class TestResultOpening : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path;
    static constexpr int rows = 2'000'000;

private slots:
    void initTestCase()
    {
        StoredResult about;
        about.connection = QStringLiteral("Production");
        about.info.elapsedMs = 5;
        StoredTable table{QStringLiteral("t"), {}};
        table.rows.append(numbers(rows));
        MemorySink sink;
        const CancelState never;
        QVERIFY(writeResultFile(about, {table}, sink, never).has_value());
        m_path = m_dir.filePath(QStringLiteral("a.sonde-result"));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = QByteArray::fromStdString(sink.bytes());
        QCOMPARE(file.write(bytes), qint64(bytes.size()));
    }

    /// What is said of the result, then its rows in order, then the end, once; and how far it is in between.
    void comesInOrder()
    {
        ResultOpening opening(m_path);
        QStringList log;
        qint64 next = 0;
        int permille = 0;
        bool isInOrder = true;
        connect(&opening, &ResultOpening::opened, this,
                [&log](const StoredResult &about) { log << QLatin1String("opened ") + about.connection; });
        connect(opening.job(), &SearchJob::chunkReady, this, [&](const ResultChunk &chunk) {
            if (log.last() != QLatin1String("rows"))
                log << QStringLiteral("rows");
            for (std::size_t row = 0; row < chunk.rows.rowCount(); ++row)
                isInOrder = isInOrder && chunk.rows.column(0).integer(row) == next++;
        });
        connect(opening.job(), &SearchJob::progressed, this, [&](const SearchProgress &progress) {
            isInOrder = isInOrder && progress.stage == SearchProgress::Stage::ReadingFile &&
                        progress.permille >= permille;
            permille = progress.permille;
        });
        std::optional<ResultInfo> info;
        connect(opening.job(), &SearchJob::finished, this, [&](const Result<ResultInfo> &outcome) {
            log << QStringLiteral("finished");
            info = outcome ? std::optional(*outcome) : std::nullopt;
        });
        QVERIFY(log.isEmpty()); // nothing from within the constructor
        QTRY_VERIFY(opening.job()->isFinished());
        QCOMPARE(log, (QStringList{QStringLiteral("opened Production"), QStringLiteral("rows"),
                                   QStringLiteral("finished")}));
        QVERIFY(isInOrder);
        QCOMPARE(next, qint64(rows));
        QCOMPARE(permille, 1000);
        QCOMPARE(info->elapsedMs, qint64(5));
    }

    void stopsWhenCancelled()
    {
        ResultOpening opening(m_path);
        qint64 count = 0;
        connect(opening.job(), &SearchJob::chunkReady, this, [&](const ResultChunk &chunk) {
            count += static_cast<qint64>(chunk.rows.rowCount());
            if (count > 0)
                opening.job()->cancel();
        });
        std::optional<ErrorKind> kind;
        connect(opening.job(), &SearchJob::finished, this, [&kind](const Result<ResultInfo> &outcome) {
            kind = outcome ? std::nullopt : std::optional(outcome.error().kind);
        });
        QTRY_VERIFY(opening.job()->isFinished());
        QCOMPARE(kind, std::optional(ErrorKind::Cancelled));
        QVERIFY(count > 0 && count < rows);
    }

    /// Who takes the run keeps it; who does not lets it go.
    void outlivesItsOpening()
    {
        std::unique_ptr<SearchJob> job;
        {
            ResultOpening opening(m_path);
            job.reset(opening.takeJob());
        }
        QSignalSpy finished(job.get(), &SearchJob::finished);
        QVERIFY(finished.wait(60'000));
        QVERIFY(!job->cancelState()->isCancelled());
        for (int round = 0; round < 20; ++round)
            ResultOpening(m_path).job();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
    }

    void saysWhatIsWrong()
    {
        ResultOpening opening(m_dir.filePath(QStringLiteral("none.sonde-result")));
        QSignalSpy opened(&opening, &ResultOpening::opened);
        QSignalSpy finished(opening.job(), &SearchJob::finished);
        QVERIFY(finished.wait());
        QCOMPARE(opened.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResultOpening)
#include "tst_resultopening.moc"
