#include "kql/classicparser.h"
#include "kql/kqlservice.h"
#include "sandbox/classicjudge/evaluator.h"
#include "sandbox/classicjudge/searchmaker.h"
#include "sandbox/classicjudge/testtables.h"
#include "sandbox/classicservice.h"
#include "sandbox/logsservice.h"
#include "sandbox/testclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <memory>

using namespace sonde;
using namespace sonde::classicjudge;

namespace {

using Kinds = QHash<QString, Value::Kind>;

/// Of the searches that are made.
constexpr int parts = 8;

Value valueOf(const QJsonValue &json, Value::Kind kind)
{
    if (json.isBool())
        return Value::of(json.toBool());
    if (json.isDouble())
        return Value::of(json.toDouble());
    if (kind == Value::Kind::Time && json.isString())
        return Value::at(parseIsoDateTime(json.toString().toStdString()).value_or(0));
    if (json.toString() == u"NaN")
        return Value::of(std::numeric_limits<double>::quiet_NaN());
    if (kind == Value::Kind::Number && json.isString()) // Infinity
        return Value::of(json.toString().toDouble());
    return Value::of(json.toString());
}

/// What comes as NaN and is none: the means of no values, where nothing is grouped by.
QStringList meansOf(const ParsedSearch &search)
{
    QStringList names;
    for (const ClassicCommand &command : search.commands) {
        const auto *measure = std::get_if<ClassicMeasure>(&command);
        if (measure == nullptr || !measure->by.empty() ||
            measure->interval.unit != ClassicMeasure::Interval::Unit::None)
            continue;
        for (const ClassicMeasure::Function &each : measure->functions) {
            const QString unnamed =
                measure->functions.size() == 1 ? QStringLiteral("AggregatedValue") : each.written;
            if (each.name == u"avg")
                names.append(each.alias.isEmpty() ? unnamed : each.alias);
        }
    }
    return names;
}

void takeNoneForNan(Records &rows, const QStringList &names)
{
    for (Record &row : rows) {
        for (const QString &name : names) {
            if (const Value value = row.value(name); std::isnan(value.number))
                row.remove(name);
        }
    }
}

/// One way of running a search: the rows, or why there are none.
struct Found
{
    Records rows;
    QString error;
};

class KeepingSink final : public BodySink
{
public:
    bool write(std::string_view bytes) override
    {
        body += bytes;
        return true;
    }
    bool flush() override { return true; }
    std::string body;
};

QJsonObject objectOf(const HttpAnswer &answer)
{
    KeepingSink sink;
    if (answer.stream && !answer.stream(sink))
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.stream ? sink.body : answer.body))
        .object();
}

/// What is not as it should be; empty: nothing.
QString differenceOf(const Answer &expected, const Records &found, const QStringList &ignored)
{
    if (found.size() != expected.rows.size())
        return QStringLiteral("%1 rows, not %2").arg(found.size()).arg(expected.rows.size());
    if (expected.isOpen)
        return {};
    const auto isRow = [&ignored](const Record &row, const Record &each) {
        for (auto field = each.begin(); field != each.end(); ++field) {
            if (!ignored.contains(field.key()) && !row.contains(field.key()) && !field.value().isAbsent())
                return false;
        }
        return std::all_of(row.keyBegin(), row.keyEnd(), [&row, &each](const QString &name) {
            return isSame(row.value(name), each.value(name));
        });
    };
    const auto isTied = [&expected](std::size_t left, std::size_t right) {
        return std::all_of(expected.order.begin(), expected.order.end(), [&](const QString &field) {
            return isSame(expected.rows.at(left).value(field), expected.rows.at(right).value(field));
        });
    };
    for (std::size_t start = 0; start < found.size();) {
        std::size_t end = start + 1;
        while (end < found.size() && isTied(start, end))
            ++end;
        std::vector<bool> taken(end - start, false);
        for (std::size_t i = start; i < end; ++i) {
            std::size_t other = start;
            while (other < end && (taken.at(other - start) || !isRow(expected.rows.at(i), found.at(other))))
                ++other;
            if (other == end)
                return QStringLiteral("row %1 is\n  %2\nand not\n  %3")
                    .arg(i)
                    .arg(shown(found.at(i)), shown(expected.rows.at(i)));
            taken.at(other - start) = true;
        }
        start = end;
    }
    return {};
}

} // namespace

/// Random searches, judged three ways: by a plain evaluator of the classic language, by the classic service,
/// and by the query API with the search's translation.
class TestClassicJudge : public QObject
{
    Q_OBJECT

    Found classic(const QString &search, const Kinds &kinds);
    Found kql(const QString &query, const Kinds &kinds);
    QString judge(const QString &search);

    const SandboxEndpoints m_endpoints = SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"));
    const std::shared_ptr<test::TestClock> m_clock = std::make_shared<test::TestClock>();
    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<TestTables> m_tables;
    std::unique_ptr<ClassicService> m_classic;
    std::unique_ptr<LogsService> m_logs;
    int m_refused = 0;
    int m_withRows = 0;
    int m_open = 0;

private slots:
    void initTestCase();
    void evaluates_data();
    void evaluates();
    void seesDifferences();
    void agree_data();
    void agree();
};

void TestClassicJudge::initTestCase()
{
    if (!KqlService::isAvailable())
        QSKIP("built without the Kusto language service");
    m_kql = std::make_unique<KqlService>();
    auto tables = TestTables::make(m_folder.path(), *m_kql, m_clock->nowUtc());
    QVERIFY2(tables, tables ? "" : qPrintable(tables.error().detail));
    m_tables = std::make_unique<TestTables>(std::move(*tables));
    const auto stop = std::make_shared<CancelState>();
    m_classic = std::make_unique<ClassicService>(m_endpoints, *m_tables->engine, m_clock,
                                                 *Faults::parse({QStringLiteral("pending=0")}), stop);
    m_logs = std::make_unique<LogsService>(m_endpoints, *m_tables->engine, m_clock, *Faults::parse({}), stop);
}

Found TestClassicJudge::classic(const QString &search, const Kinds &kinds)
{
    ServerRequest request;
    request.method = "POST";
    request.path =
        QStringLiteral("/subscriptions/%1/resourcegroups/%2/providers/Microsoft.OperationalInsights/"
                       "workspaces/%3/search")
            .arg(m_endpoints.subscription, m_endpoints.resourceGroup, m_endpoints.workspace)
            .toStdString();
    request.headers.emplace("content-type", "application/json; charset=utf-8");
    request.parameters.emplace("api-version", "2015-03-20");
    request.body =
        QJsonDocument(QJsonObject{{QStringLiteral("query"), search}, {QStringLiteral("top"), 5000}})
            .toJson(QJsonDocument::Compact)
            .toStdString();
    const QJsonObject answer = objectOf(m_classic->handle(request));
    Found found;
    if (!answer.contains(u"value"))
        found.error = QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    for (const QJsonValue value : answer.value(u"value").toArray()) {
        const QJsonObject object = value.toObject();
        Record record;
        for (auto field = object.begin(); field != object.end(); ++field)
            record.insert(field.key(), valueOf(field.value(), kinds.value(field.key())));
        found.rows.push_back(record);
    }
    return found;
}

Found TestClassicJudge::kql(const QString &query, const Kinds &kinds)
{
    ServerRequest request;
    request.method = "POST";
    request.path = "/v1/workspaces/" + m_endpoints.workspaceId.toStdString() + "/query";
    request.headers.emplace("content-type", "application/json");
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("query"), query}}).toJson().toStdString();
    const QJsonObject answer = objectOf(m_logs->handle(request));
    Found found;
    if (!answer.contains(u"tables") || answer.contains(u"error"))
        found.error = QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    const QJsonObject table = answer.value(u"tables").toArray().at(0).toObject();
    const QJsonArray columns = table.value(u"columns").toArray();
    for (const QJsonValue row : table.value(u"rows").toArray()) {
        Record record;
        for (int i = 0; i < columns.size(); ++i) {
            const QString name = columns.at(i).toObject().value(u"name").toString();
            record.insert(name, valueOf(row.toArray().at(i), kinds.value(name)));
        }
        found.rows.push_back(record);
    }
    return found;
}

/// What differs; empty: nothing.
QString TestClassicJudge::judge(const QString &search)
{
    const auto parsed = ClassicParser(search).parse();
    if (!parsed)
        return u"is not read: " + parsed.error().message;
    const QDateTime now = m_clock->nowUtc();
    const auto translation = ClassicTranslator(m_tables->engine->schema()->tables).translate(search, now);
    if (!translation) {
        ++m_refused;
        // That no table is read which has the field is no matter of the rows.
        const bool isExpected = translation.error().message.contains(u"None of the tables");
        return isExpected ? QString() : u"is refused: " + translation.error().message;
    }
    Answer expected;
    try {
        expected = Evaluator(m_tables->tables, toTicks(now)).evaluate(*parsed);
    } catch (const Unknown &unknown) {
        return u"is not known to the judge: " + unknown.what;
    }
    Kinds kinds{{QStringLiteral("TimeGenerated"), Value::Kind::Time}};
    for (const Record &row : expected.rows) {
        for (auto field = row.begin(); field != row.end(); ++field) {
            if (!field.value().isAbsent())
                kinds.insert(field.key(), field.value().kind);
        }
    }
    m_withRows += expected.rows.empty() ? 0 : 1;
    m_open += expected.isOpen ? 1 : 0;
    Found service = classic(search, kinds);
    Found query = kql(translation->kql, kinds);
    takeNoneForNan(service.rows, meansOf(*parsed));
    takeNoneForNan(query.rows, meansOf(*parsed));
    QStringList wrong;
    if (!service.error.isEmpty())
        wrong.append(u"classic: " + service.error);
    else if (const QString difference =
                 differenceOf(expected, service.rows,
                              {QStringLiteral("id"), QStringLiteral("__metadata"), QStringLiteral("MG"),
                               QStringLiteral("ManagementGroupName")});
             !difference.isEmpty())
        wrong.append(u"classic: " + difference);
    if (!query.error.isEmpty())
        wrong.append(u"KQL: " + query.error);
    else if (const QString difference = differenceOf(expected, query.rows, {QStringLiteral("Type")});
             !difference.isEmpty())
        wrong.append(u"KQL: " + difference);
    return wrong.isEmpty() ? QString() : wrong.join(u'\n') + u"\nof\n" + translation->kql;
}

/// The judge's own rules, with answers written down here.
void TestClassicJudge::evaluates_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *search, const char *rows) {
        QTest::newRow(search) << QString::fromLatin1(search) << QString::fromLatin1(rows);
    };
    row("n>1 | select n", "n=3|n=2");
    row("s=\"b c\"", "TimeGenerated=2026-11-22T15:00:00.0000000Z, Type=A, n=2, s=b c");
    row("s=\"b c\" | select n", "n=2");
    row("c | select n", "n=2");
    row("s=a OR s=\"b c\" n<2 | select n", "n=1");
    row("s=a OR s=\"b c\" AND n<2 | select n", "n=1");
    row("n<2 AND s=a OR s=\"b c\" | select n", "n=1");
    row("NOT s=a OR n=1 AND n<3 | select n", "n=2|n=1");
    row("s:contains(\"\") | select n", "n=3|n=2|n=1");
    row("s:Regex(\".*\") | select n", "n=3|n=2|n=1");
    row("NOT s=Regex(\"a*\") | select n", "n=2|");
    row("s=\"\" | select n", "");
    row("s!=\"\" n>2 | select n", "n=3");
    row("NOT n>1 | select s", "s=a|");
    row("n!=2 | select n", "n=3|n=1|");
    row("n IN {1,3} | select n", "n=3|n=1");
    row("s:Regex(\"b.@\") | select n", "n=2");
    row("s=*c | select n", "n=2");
    row("* | skip 1 | top 2 | select n", "n=2|n=1");
    row("* | top 2 | skip 1 | select n", "n=2|n=1");
    row("* | dedup s | select n", "n=3|n=2");
    row("* | measure count(), sum(n) by s", "count()=2, s=a, sum(n)=4|count()=1, s=b c, sum(n)=2");
    row("* | measure avg(n) as A by s | where A>1 | sort s desc", "A=2, s=b c|A=2, s=a");
    row("* | measure pct50(n)", "AggregatedValue=2");
    row("* | measure stddev(n)", "AggregatedValue=1");
    row("n=9 | measure avg(n), min(n), sum(n), count()", "count()=0, sum(n)=0");
    row("* | measure count() interval 1DAY", "AggregatedValue=4, TimeGenerated=2026-11-22T00:00:00.0000000Z");
    row("* | distinct s", "s=a|s=b c");
    row("s=a | extend if(map(n,0,1,0,1),\"HIGH\",\"LOW\") as U | select U", "U=HIGH|U=LOW");
    row("* | extend sum(n,1) as m | select m", "m=4|m=3|m=2|");
    row("* | extend max(n,2) as m | select m", "m=3|m=2|m=2|m=2");
    row("n=1 | join inner s (n>1) s | select n_joined", "n_joined=3");
    row("s IN {n=2 | measure count() by s} | select n", "n=2");
}

void TestClassicJudge::evaluates()
{
    QFETCH(QString, search);
    const auto parsed = ClassicParser(search).parse();
    QVERIFY(parsed);
    const auto record = [](int hour, int number, const char *text) {
        return Record{{QStringLiteral("TimeGenerated"),
                       Value::at(*parseIsoDateTime("2026-11-22") + hour * 60 * ticksPerMinute)},
                      {QStringLiteral("Type"), Value::of(QStringLiteral("A"))},
                      {QStringLiteral("n"), number == 0 ? Value() : Value::of(static_cast<double>(number))},
                      {QStringLiteral("s"), Value::of(QString::fromLatin1(text))}};
    };
    const std::vector<RecordTable> tables = {
        {QStringLiteral("A"),
         {{QStringLiteral("TimeGenerated"), Value::Kind::Time},
          {QStringLiteral("n"), Value::Kind::Number},
          {QStringLiteral("s"), Value::Kind::Text}},
         false,
         {record(14, 1, "a"), record(16, 3, "a"), record(15, 2, "b c"), record(13, 0, "")}}};
    const Answer answer = Evaluator(tables, toTicks(m_clock->nowUtc())).evaluate(*parsed);
    QStringList rows;
    for (Record row : answer.rows) {
        if (search.contains(u"select"))
            row.remove(QStringLiteral("TimeGenerated"));
        rows.append(shown(row));
    }
    QTEST(rows.join(u'|'), "rows");
}

void TestClassicJudge::seesDifferences()
{
    const auto rows = [](std::initializer_list<double> numbers) {
        Records made;
        for (const double number : numbers)
            made.push_back({{QStringLiteral("n"), Value::of(number)}, {QStringLiteral("k"), Value::of(1.0)}});
        return made;
    };
    Answer expected{rows({1, 2}), {QStringLiteral("n")}, false, false, {}};
    QVERIFY(differenceOf(expected, rows({1, 2}), {}).isEmpty());
    QVERIFY(!differenceOf(expected, rows({2, 1}), {}).isEmpty());
    QVERIFY(!differenceOf(expected, rows({1}), {}).isEmpty());
    QVERIFY(!differenceOf(expected, rows({1, 3}), {}).isEmpty());
    Records more = rows({1, 2});
    more.front().insert(QStringLiteral("x"), Value::of(5.0));
    QVERIFY(!differenceOf(expected, more, {}).isEmpty());
    QVERIFY(differenceOf(expected, more, {QStringLiteral("x")}).isEmpty());
    // Rows that are equal in the order may come in any.
    expected.order = QStringList{QStringLiteral("k")};
    QVERIFY(differenceOf(expected, rows({2, 1}), {}).isEmpty());
}

/// In parts, so that none takes long.
void TestClassicJudge::agree_data()
{
    QTest::addColumn<int>("part");
    for (int part = 0; part < parts; ++part)
        QTest::addRow("part %d", part) << part;
}

void TestClassicJudge::agree()
{
    QFETCH(int, part);
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("SONDE_CLASSIC_SEARCHES", &isGiven);
    const int count = (isGiven ? given : 400) / parts;
    const int seed = qEnvironmentVariableIntValue("SONDE_CLASSIC_SEED");
    SearchMaker maker(m_tables->tables, static_cast<std::uint64_t>(seed * parts + part));
    m_refused = 0;
    m_withRows = 0;
    m_open = 0;
    QStringList differences;
    for (int i = 0; i < count && differences.size() < 10; ++i) {
        const QString search = maker.make();
        if (const QString difference = judge(search); !difference.isEmpty())
            differences.append(search + u'\n' + difference + u'\n');
    }
    qInfo("%d searches, %d refused, %d with rows, %d with a choice left open", count, m_refused, m_withRows,
          m_open);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    QVERIFY(count > 0);
    QVERIFY(m_refused * 5 <= count);
    QVERIFY(m_withRows * 3 >= count);
    QVERIFY(m_open * 5 <= count);
}

QTEST_GUILESS_MAIN(TestClassicJudge)
#include "tst_classicjudge.moc"
