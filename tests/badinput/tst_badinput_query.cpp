#include "badinput/runnerbench.h"
#include "support/badinput.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;

namespace {

constexpr char16_t highHalf = 0xD83D;
constexpr char16_t lowHalf = 0xDE00;
const QList<QueryLanguage> bothLanguages{QueryLanguage::Kql, QueryLanguage::Classic};

} // namespace

/// Queries that cannot be run, given to the real runner: refused before a byte is sent.
class TestBadQuery : public QObject
{
    Q_OBJECT

public:
    TestBadQuery();

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    /// Runs it in both languages, and compares; nobody may hear of it.
    void refused(const BadInputCase &row, Query query, std::optional<TextPosition> position = {});
    void emptyText(const BadInputCase &row);
    void wholeEmoji(const BadInputCase &row);
    void rowLimit(const BadInputCase &row);

    BadInputArea m_area{QStringLiteral("query")};
    LoopbackServer m_server{[](const LoopbackRequest &) { return httpAnswer(500, {}); }};
    RunnerBench m_bench;
};

TestBadQuery::TestBadQuery()
{
    m_area.drive("empty", [this](const BadInputCase &row) { emptyText(row); });
    m_area.drive("10 MB of text", [this](const BadInputCase &row) {
        Query query;
        query.text = QString(10 * 1024 * 1024, u'x');
        refused(row, query);
    });
    m_area.drive("a NUL in it", [this](const BadInputCase &row) {
        Query query;
        query.text = QStringLiteral("Event\n| where a == 'b") + QChar(u'\0') + u'\'';
        refused(row, query, TextPosition{2, 15});
    });
    m_area.drive("a lone surrogate in it", [this](const BadInputCase &row) {
        for (const char16_t half : {highHalf, lowHalf}) {
            Query query;
            query.text = QStringLiteral("Event | where a == '") + QChar(half) + u'\'';
            refused(row, query, TextPosition{1, 20});
        }
    });
    m_area.drive("a whole emoji is no lone surrogate", [this](const BadInputCase &row) { wholeEmoji(row); });
    for (const char *name : {"top 0", "top -1", "top 10^12"})
        m_area.drive(name, [this](const BadInputCase &row) { rowLimit(row); });
}

void TestBadQuery::refused(const BadInputCase &row, Query query, std::optional<TextPosition> position)
{
    const int before = m_server.connections();
    for (const QueryLanguage language : bothLanguages) {
        query.language = language;
        const BenchOutcome out = m_bench.run(query, RunnerBench::connectionTo(m_server.url()));
        QVERIFY2(out.failed(), qPrintable(out.toString()));
        SONDE_AGREES(row, out.error());
        QVERIFY(out.error().position == position);
        QCOMPARE(m_server.connections(), before);
    }
}

void TestBadQuery::emptyText(const BadInputCase &row)
{
    const QJsonArray inputs = row.input.toArray();
    QVERIFY(!inputs.isEmpty());
    for (const QJsonValue &input : inputs) {
        Query query;
        query.text = input.toString();
        refused(row, query);
    }
}

void TestBadQuery::wholeEmoji(const BadInputCase &row)
{
    Q_UNUSED(row)
    QString asked;
    LoopbackServer server(withTokens([&asked](const LoopbackRequest &request) {
        asked = QJsonDocument::fromJson(request.body).object().value(QLatin1String("query")).toString();
        return httpAnswer(
            200, R"({"tables":[{"name":"P","columns":[{"name":"a","type":"string"}],"rows":[["b"]]}]})");
    }));
    const QString text = QStringLiteral("print '") + QChar(highHalf) + QChar(lowHalf) + u'\'';
    const BenchOutcome out = m_bench.run(QueryLanguage::Kql, RunnerBench::connectionTo(server.url()), text);
    QVERIFY2(out.brought(1), qPrintable(out.toString()));
    QCOMPARE(asked, text);
}

void TestBadQuery::rowLimit(const BadInputCase &row)
{
    Query query;
    query.text = QStringLiteral("Event");
    query.top = row.input.toArray().at(0).toInteger();
    refused(row, query);
}

QTEST_GUILESS_MAIN(TestBadQuery)
#include "tst_badinput_query.moc"
