#include "kql/kqlservice.h"
#include "sandbox/sampledata.h"
#include "testclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace sonde;

class TestSampleData : public QObject
{
    Q_OBJECT

    // The cells of an answer, row by row, columns separated by a bar; `!` and the words if it failed.
    QStringList ask(const SampleData &data, const QString &kql)
    {
        const Engine engine(data.database, *m_kql, data.tables);
        CollectingSink sink;
        const auto outcome = engine.run({kql, {}, toTicks(m_clock.nowUtc())}, sink, {});
        if (!outcome)
            return {u'!' + outcome.error().message + u' ' + outcome.error().detail};
        QStringList lines;
        for (std::size_t row = 0; row < sink.rows().rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < sink.rows().columnCount(); ++column) {
                const CellRef cell = sink.rows().cell(row, column);
                if (cell.isNull())
                    cells += QStringLiteral("null");
                else if (isTextType(cell.column->type()))
                    cells += QString::fromUtf8(cell.column->text(cell.row));
                else if (cell.column->type() == ColumnType::Real)
                    cells += QString::number(cell.column->real(cell.row), 'g', 17);
                else
                    cells += QString::number(cell.column->integer(cell.row));
            }
            lines += cells.join(u'|');
        }
        return lines;
    }

    Result<SampleData> open(const QTemporaryDir &folder, quint64 seed = 7) const
    {
        return SampleData::open({5'000, seed, folder.path()}, m_clock.nowUtc());
    }

    // Something of every table that changes whenever a row does.
    QStringList fingerprint(const SampleData &data)
    {
        QStringList lines;
        for (const EngineTable &table : data.tables)
            lines += ask(data, table.name + QStringLiteral(" | order by TimeGenerated asc | take 200"));
        return lines;
    }

    std::unique_ptr<KqlService> m_kql;
    test::TestClock m_clock;

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_kql = std::make_unique<KqlService>();
        m_kql->warmUp();
    }

    void sameSeedSameRows()
    {
        QTemporaryDir first;
        QTemporaryDir second;
        QTemporaryDir third;
        const auto a = open(first);
        const auto b = open(second);
        const auto c = open(third, 8);
        QVERIFY2(a && b && c, a ? "" : qPrintable(a.error().detail));
        const QStringList one = fingerprint(*a);
        QVERIFY(one.size() > 1000);
        QVERIFY(one == fingerprint(*b));
        QVERIFY(one != fingerprint(*c));
    }

    void hasAllTablesWithTheirColumns_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("columns");
        QTest::addColumn<double>("share");
        QTest::newRow("Event") << QStringLiteral("Event") << 22 << 0.075;
        QTest::newRow("Heartbeat") << QStringLiteral("Heartbeat") << 31 << 0.15;
        QTest::newRow("Perf") << QStringLiteral("Perf") << 20 << 0.34;
        QTest::newRow("Syslog") << QStringLiteral("Syslog") << 17 << 0.06;
        QTest::newRow("SecurityEvent") << QStringLiteral("SecurityEvent") << 229 << 0.18;
        QTest::newRow("SigninLogs") << QStringLiteral("SigninLogs") << 95 << 0.035;
        QTest::newRow("AzureActivity") << QStringLiteral("AzureActivity") << 37 << 0.01;
        QTest::newRow("AppRequests") << QStringLiteral("AppRequests") << 42 << 0.13;
        QTest::newRow("Usage") << QStringLiteral("Usage") << 23 << 0.02;
    }

    void hasAllTablesWithTheirColumns()
    {
        QFETCH(QString, table);
        QFETCH(int, columns);
        QFETCH(double, share);
        QTemporaryDir folder;
        const auto data = open(folder);
        QVERIFY(data);
        const auto found = std::find_if(data->tables.begin(), data->tables.end(),
                                        [&table](const EngineTable &t) { return t.name == table; });
        QVERIFY(found != data->tables.end());
        QCOMPARE(found->columns.size(), columns);
        const double rows = ask(*data, table + QStringLiteral(" | count")).value(0).toDouble();
        QVERIFY2(rows > 5'000 * share * 0.7 && rows < 5'000 * share * 1.1, qPrintable(QString::number(rows)));
        // Nothing lies in the future, and something is minutes old.
        QCOMPARE(ask(*data, table + QStringLiteral(" | where TimeGenerated > now() | count")),
                 QStringList{QStringLiteral("0")});
        const QString fresh = table + QStringLiteral(" | where TimeGenerated > ago(10m) | take 1 | count");
        QCOMPARE(ask(*data, fresh), QStringList{QStringLiteral("1")});
    }

    void tellsItsStories_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("answer");
        QTest::newRow("the failing disk leads the errors")
            << QStringLiteral(
                   "Event | where TimeGenerated > ago(1d) and EventLevelName == 'Error' | summarize n = "
                   "count() by Computer | top 1 by n | project Computer")
            << QStringList{QStringLiteral("FILE-01.contoso.example")};
        QTest::newRow("one error at a time")
            << QStringLiteral("Event | where Source in ('disk', 'Ntfs') | summarize n = count() by Computer, "
                              "TimeGenerated | where n > 2 | count")
            << QStringList{QStringLiteral("0")};
        QTest::newRow("its queue grows")
            << QStringLiteral(
                   "Perf | where CounterName == 'Avg. Disk Queue Length' and TimeGenerated > ago(6h) | "
                   "summarize q = avg(CounterValue) by Computer | where q > 5 | project Computer")
            << QStringList{QStringLiteral("FILE-01.contoso.example")};
        QTest::newRow("one network sprays passwords")
            << QStringLiteral(
                   "SigninLogs | where ResultType == '50126' and TimeGenerated > ago(1d) and IPAddress "
                   "startswith '203.0.113.' | summarize u = dcount(UserPrincipalName) | where u > 10 | "
                   "project 'many'")
            << QStringList{QStringLiteral("many")};
        QTest::newRow("and gets in once")
            << QStringLiteral(
                   "SigninLogs | where ResultType == '0' and IPAddress startswith '203.0.113.' | project "
                   "UserPrincipalName")
            << QStringList{QStringLiteral("j.okafor@contoso.example")};
        QTest::newRow("on the domain controller too")
            << QStringLiteral(
                   "SecurityEvent | where EventID == 4624 and IpAddress startswith '203.0.113.' | project "
                   "Computer, TargetAccount")
            << QStringList{QStringLiteral("DC-01.contoso.example|CONTOSO\\j.okafor")};
        QTest::newRow("a deployment and its end")
            << QStringLiteral(
                   "AzureActivity | where OperationName == 'Create Deployment' | order by TimeGenerated asc "
                   "| project Resource, Caller")
            << QStringList{QStringLiteral("shop-web-2.8.0|deploy@contoso.example"),
                           QStringLiteral("shop-web-2.7.3|n.iyer@contoso.example")};
        QTest::newRow("one host fell silent")
            << QStringLiteral(
                   "Heartbeat | summarize seen = max(TimeGenerated) by Computer | where seen < ago(5h) | "
                   "project Computer")
            << QStringList{QStringLiteral("build-01.fabrikam.example")};
    }

    void tellsItsStories()
    {
        QFETCH(QString, query);
        QTemporaryDir folder;
        const auto data = SampleData::open({20'000, 1, folder.path()}, m_clock.nowUtc());
        QVERIFY(data);
        QTEST(ask(*data, query), "answer");
    }

    void theBadReleaseIsSlower()
    {
        QTemporaryDir folder;
        const auto data = SampleData::open({20'000, 1, folder.path()}, m_clock.nowUtc());
        QVERIFY(data);
        const QStringList lines =
            ask(*data, QStringLiteral("AppRequests | summarize avg(DurationMs), countif("
                                      "ResultCode == '500') * 100 / count() by AppVersion | "
                                      "order by AppVersion asc"));
        QCOMPARE(lines.size(), 2);
        const QStringList good = lines.at(0).split(u'|');
        const QStringList bad = lines.at(1).split(u'|');
        QCOMPARE(good.at(0), QStringLiteral("2.7.3"));
        QVERIFY2(bad.at(1).toDouble() > 2 * good.at(1).toDouble(), qPrintable(lines.join(u'\n')));
        QVERIFY2(bad.at(2).toInt() > good.at(2).toInt(), qPrintable(lines.join(u'\n')));
    }

    void rebuildsDamagedFiles_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("emptied") << 0;
        QTest::newRow("cut in half") << 1;
        QTest::newRow("overwritten") << 2;
    }

    void rebuildsDamagedFiles()
    {
        QFETCH(int, damage);
        QTemporaryDir folder;
        const SampleData::Options options{2'000, 3, folder.path()};
        QVERIFY(SampleData::open(options, m_clock.nowUtc()));
        QFile file(SampleData::filePath(options));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        if (damage == 0)
            QVERIFY(file.resize(0));
        if (damage == 1)
            QVERIFY(file.resize(size / 2));
        if (damage == 2) {
            QVERIFY(file.seek(0));
            file.write(QByteArray(size, 'x'));
        }
        file.close();
        const auto again = SampleData::open(options, m_clock.nowUtc());
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QVERIFY(!ask(*again, QStringLiteral("Event | count")).value(0).startsWith(u'!'));
    }

    void severalBuildersEndWell()
    {
        QTemporaryDir folder;
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic_int opened = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([this, &folder, &opened] {
                if (open(folder))
                    ++opened;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(60'000));
        QCOMPARE(opened.load(), 4);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing temporary is left
    }

    void saysWhereItCannotWrite()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("in-the-way")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto data = SampleData::open({1'000, 1, file.fileName()}, m_clock.nowUtc());
        QVERIFY(!data);
        QCOMPARE(data.error().kind, ErrorKind::Io);
        QVERIFY(!data.error().advice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSampleData)
#include "tst_sampledata.moc"
