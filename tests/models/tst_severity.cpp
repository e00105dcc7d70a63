#include "models/resultsmodel.h"
#include "models/severity.h"
#include "results/resultset.h"

#include <QTest>

using namespace sonde;

namespace {

Severity severityOfWord(const char *column, const char *text)
{
    ColumnBuilder builder(QString::fromLatin1(column), ColumnType::String);
    builder.appendText(text);
    ChunkedTable table;
    table.append(Table({builder.build()}, 1));
    const auto scale = SeverityScale::of(table.headers());
    return scale ? scale->read(table.cell(0, 0)) : Severity::None;
}

Severity severityOfNumber(const char *column, std::int64_t number)
{
    ColumnBuilder builder(QString::fromLatin1(column), ColumnType::Int);
    builder.appendInteger(number);
    ChunkedTable table;
    table.append(Table({builder.build()}, 1));
    const auto scale = SeverityScale::of(table.headers());
    return scale ? scale->read(table.cell(0, 0)) : Severity::None;
}

} // namespace

class TestSeverity : public QObject
{
    Q_OBJECT

private slots:
    void wordsOfTheServices_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Severity>("severity");
        const auto row = [](const char *column, const char *text, Severity severity) {
            QTest::addRow("%s %s", column, text) << QByteArray(column) << QByteArray(text) << severity;
        };
        row("Level", "Informational", Severity::Information); // AzureActivity
        row("Level", "Warning", Severity::Warning);
        row("Level", "4", Severity::Information); // SigninLogs
        row("Level", "2", Severity::Error);
        row("SeverityLevel", "crit", Severity::Critical); // Syslog
        row("SeverityLevel", "err", Severity::Error);
        row("SeverityLevel", "notice", Severity::Information);
        row("SeverityLevel", "debug", Severity::Verbose);
        row("LogLevel", "WARN", Severity::Warning);    // ContainerLogV2
        row("AlertSeverity", "High", Severity::Error); // SecurityAlert
        row("AlertSeverity", "Low", Severity::Information);
        row("AlertSeverity", "Sev0", Severity::Critical); // Alert
        row("Severity", "Medium", Severity::Warning);
        row("EventLevelName", "Error", Severity::Error);     // Event
        row("EventSeverity", "High", Severity::Error);       // ASim
        row("LogSeverity", "Very-High", Severity::Critical); // CommonSecurityLog
        row("LogSeverity", "9", Severity::Critical);
        row("LogSeverity", "5", Severity::Warning);
        row("SeverityText", "FATAL", Severity::Critical); // OTelLogs
        row("level_s", " error ", Severity::Error);       // a table of one's own
        row("Severity", "7", Severity::None);             // every table has a scale of its own
        row("Level", "Fout!", Severity::None);
        row("Level", "", Severity::None);
        row("Level", "99", Severity::None);
        row("Level", "informationalissimo", Severity::None);
        row("RiskLevel", "High", Severity::None); // no event
    }

    void wordsOfTheServices()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, text);
        QTEST(severityOfWord(column.constData(), text.constData()), "severity");
    }

    void numbersOfTheServices()
    {
        QCOMPARE(severityOfNumber("SeverityLevel", 0), Severity::Verbose); // AppTraces
        QCOMPARE(severityOfNumber("SeverityLevel", 3), Severity::Error);
        QCOMPARE(severityOfNumber("SeverityLevel", 4), Severity::Critical);
        QCOMPARE(severityOfNumber("EventLevel", 1), Severity::Critical); // Event
        QCOMPARE(severityOfNumber("EventLevel", 5), Severity::Verbose);
        QCOMPARE(severityOfNumber("EventLevel", 0), Severity::Information);
        QCOMPARE(severityOfNumber("SeverityNumber", 17), Severity::Error); // OTelLogs
        QCOMPARE(severityOfNumber("SeverityNumber", 24), Severity::Critical);
        QCOMPARE(severityOfNumber("SeverityNumber", 25), Severity::None);
        QCOMPARE(severityOfNumber("Severity", 3), Severity::None);
        QCOMPARE(severityOfNumber("SeverityLevel", -1), Severity::None);
    }

    void wordsComeBeforeNumbers()
    {
        const QList<ColumnHeader> headers{{QStringLiteral("EventLevel"), ColumnType::Int},
                                          {QStringLiteral("Level"), ColumnType::Dynamic},
                                          {QStringLiteral("EventLevelName"), ColumnType::String}};
        QCOMPARE(SeverityScale::of(headers)->column(), 2);
        QVERIFY(!SeverityScale::of({{QStringLiteral("Level"), ColumnType::Dynamic}}));
        QVERIFY(!SeverityScale::of({}));
    }

    void rowsSayTheirs()
    {
        ColumnBuilder builder(QStringLiteral("Level"), ColumnType::String);
        builder.appendText("Warning");
        builder.appendText("Error");
        builder.appendNull();
        ResultChunk chunk;
        chunk.rows = Table({builder.build()}, 3);
        ResultTable table(QStringLiteral("PrimaryResult"));
        ResultsModel model;
        model.setTable(&table);
        QVERIFY(!model.saysSeverity());
        table.apply(chunk);
        QVERIFY(model.saysSeverity());
        QCOMPARE(model.severity(1), Severity::Error);
        QCOMPARE(model.severity(2), Severity::None);
        // For who cannot see the mark.
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("2, Error"));
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::ToolTipRole).toString(),
                 QStringLiteral("Level: Error"));
        QVERIFY(!model.headerData(2, Qt::Vertical, Qt::ToolTipRole).isValid());
        // It goes with its row.
        model.setSortKeys({{0, false}});
        QTRY_COMPARE(model.severity(0), Severity::Error);
    }
};

QTEST_GUILESS_MAIN(TestSeverity)
#include "tst_severity.moc"
