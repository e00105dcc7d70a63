#include "kql/kqlservice.h"
#include "sandbox/sampledata.h"
#include "testclock.h"
#include "widgets/tourqueries.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// The workspace in the program answers the queries of the tour, and each tells its story.
class TestTourQueries : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void haveRows_data();
    void haveRows();
    void tellTheirStories();

private:
    ChunkedTable rowsOf(int place);
    QString cell(const ChunkedTable &rows, int column) const;

    const std::shared_ptr<test::TestClock> m_clock = std::make_shared<test::TestClock>();
    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<Engine> m_engine;
};

void TestTourQueries::initTestCase()
{
    if (!KqlService::isAvailable())
        QSKIP("built without the Kusto language service");
    m_kql = std::make_unique<KqlService>();
    const auto data = SampleData::open({200'000, 1, m_folder.path()}, m_clock->nowUtc());
    QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
    m_engine = std::make_unique<Engine>(data->database, *m_kql, data->tables);
}

ChunkedTable TestTourQueries::rowsOf(int place)
{
    const SampleQuery query = tourQueries().at(place);
    const QDateTime now = m_clock->nowUtc();
    CollectingSink sink;
    const auto outcome =
        m_engine->run({query.text, query.range.resolve(now), toTicks(now)}, sink, CancelState());
    if (!outcome)
        qWarning("%ls: %ls", qUtf16Printable(query.title), qUtf16Printable(outcome.error().message));
    return sink.rows();
}

/// The text of the first row's cell.
QString TestTourQueries::cell(const ChunkedTable &rows, int column) const
{
    const CellRef ref = rows.cell(0, column);
    return ref.isNull() ? QString() : QString::fromStdString(std::string(ref.column->text(ref.row)));
}

void TestTourQueries::haveRows_data()
{
    QTest::addColumn<int>("place");
    const QList<SampleQuery> queries = tourQueries();
    for (int place = 0; place < queries.size(); ++place)
        QTest::newRow(qPrintable(queries.at(place).title)) << place;
}

void TestTourQueries::haveRows()
{
    QFETCH(const int, place);
    QVERIFY(rowsOf(place).rowCount() > 0);
}

void TestTourQueries::tellTheirStories()
{
    QCOMPARE(rowsOf(0).rowCount(), 9UL);
    QCOMPARE(cell(rowsOf(1), 0), QStringLiteral("FILE-01.contoso.example"));
    QCOMPARE(cell(rowsOf(2), 0), QStringLiteral("FILE-01.contoso.example"));
    QCOMPARE(cell(rowsOf(3), 0), QStringLiteral("203.0.113.0/24"));
    const ChunkedTable brokenIn = rowsOf(4);
    QCOMPARE(brokenIn.rowCount(), 1UL);
    QCOMPARE(cell(brokenIn, 2), QStringLiteral("CONTOSO\\j.okafor"));
    QCOMPARE(cell(rowsOf(5), 0), QStringLiteral("Tiraspol"));
    QCOMPARE(rowsOf(7).rowCount(), 2UL);
}

QTEST_GUILESS_MAIN(TestTourQueries)
#include "tst_tourqueries.moc"
