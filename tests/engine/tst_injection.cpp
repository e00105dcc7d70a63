#include "core/kqltext.h"
#include "engine/enginefixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

/// Texts that mean something in SQL, in JSON, in a regular expression or in DuckDB's patterns. \a target: a
/// file that none of them may make.
QStringList nastyTexts(const QString &target)
{
    QStringList texts{
        QStringLiteral("'"),
        QStringLiteral("''"),
        QStringLiteral("\""),
        QStringLiteral("\"\""),
        QStringLiteral("\\"),
        QStringLiteral("\\'"),
        QStringLiteral("a\\\"b"),
        QStringLiteral("'); DROP TABLE event; --"),
        QStringLiteral("\"; DROP TABLE event; --"),
        QStringLiteral("x' OR '1'='1"),
        QStringLiteral("' UNION SELECT path FROM duckdb_databases() --"),
        QStringLiteral("'; COPY (SELECT 1) TO '%1'; --").arg(target),
        QStringLiteral("'||(SELECT content FROM read_text('/etc/passwd'))||'"),
        QStringLiteral("read_text('/etc/passwd')"),
        QStringLiteral("https://example.invalid/x.csv"),
        QStringLiteral("/* */ -- #"),
        QStringLiteral("$1 $2 ? :a @b"),
        QStringLiteral("%1 %2 %L1 %99 %%"),
        QStringLiteral("{} {0} {{x}}"),
        QStringLiteral("$$ $x$ E'\\x41' U&'\\0041'"),
        QStringLiteral("a.b[0].*.[*] $.x /a/b"),
        QStringLiteral("(a|b)* [x-] ^$ \\d \\Q\\E (?i)"),
        QStringLiteral("null"),
        QStringLiteral("c0"),
        QStringLiteral("SELECT"),
        QStringLiteral("a,b;c|d\te"),
        QStringLiteral("line\nline\r\nline"),
        QStringLiteral("</script><b>&amp;"),
        QString::fromUtf8("\xC3\xA9 \xC3\x85 \xE4\xB8\xAD \xF0\x9F\x98\x80"),
        QString::fromUtf8("\xE2\x80\x99 \xE2\x80\x9C \xCA\xBC \xEF\xBC\x87"), // what looks like a quote
    };
    return texts;
}

QString duckName(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QLatin1String("\"\"")) + u'"';
}

} // namespace

/// No text of a query becomes SQL: whatever stands in a place where a query may carry a text or a name comes
/// back as it is, and nothing else happens.
class TestInjection : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    EngineFixture m_fixture;

    struct Answer
    {
        QStringList columns;
        QStringList cells; ///< of all rows, as texts
        QString error;
    };

    Answer run(const Engine &engine, const QString &query)
    {
        CollectingSink sink;
        const auto outcome = engine.run({query, {}, toTicks(EngineFixture::now())}, sink, CancelState());
        Answer answer;
        if (!outcome) {
            answer.error =
                outcome.error().serviceCode + u' ' + outcome.error().message + u' ' + outcome.error().detail;
            return answer;
        }
        for (const ColumnHeader &column : sink.shape().columns)
            answer.columns += column.name;
        for (std::size_t row = 0; row < sink.rows().rowCount(); ++row) {
            for (int i = 0; i < sink.rows().columnCount(); ++i) {
                const CellRef cell = sink.rows().cell(row, i);
                const bool isText = cell.column->type() == ColumnType::String && !cell.isNull();
                answer.cells += isText ? QString::fromStdString(std::string(cell.column->text(cell.row)))
                                       : cellText(cell);
            }
        }
        return answer;
    }

    /// The cells of the answer, or the error.
    QStringList cells(const QString &query)
    {
        const Answer answer = run(m_fixture.engine(), query);
        return answer.error.isEmpty() ? answer.cells : QStringList{answer.error};
    }

    QStringList columns(const QString &query)
    {
        const Answer answer = run(m_fixture.engine(), query);
        return answer.error.isEmpty() ? answer.columns : QStringList{answer.error};
    }

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
    }

    void comesBackAsItIs_data()
    {
        QTest::addColumn<QString>("nasty");
        for (const QString &text : nastyTexts(m_folder.filePath(QStringLiteral("out"))))
            QTest::newRow(qPrintable(text)) << text;
    }

    void comesBackAsItIs()
    {
        QFETCH(QString, nasty);
        const QString text = kqlString(nasty);
        const QString name = QStringLiteral("[%1]").arg(text);
        const auto with = [&](const char *query) {
            return QString::fromLatin1(query)
                .replace(QStringLiteral("TEXT"), text)
                .replace(QStringLiteral("NAME"), name);
        };
        const QStringList self{nasty};
        // As a text.
        QCOMPARE(cells(with("print TEXT")), self);
        QCOMPARE(cells(with("print strcat(TEXT, '')")), self);
        QCOMPARE(cells(with("datatable(x: string) [TEXT]")), self);
        QCOMPARE(
            cells(with(
                "print x = TEXT | where x == TEXT and x in (TEXT, 'b') and x contains TEXT and x startswith "
                "TEXT and x endswith_cs TEXT and x !in ('b')")),
            self);
        QCOMPARE(cells(with("let v = TEXT; print v")), self);
        QCOMPARE(cells(with("let f = (p: string = TEXT) { p }; print f()")), self);
        QCOMPARE(cells(with("let f = (p: string) { strcat(p, '') }; print f(TEXT)")), self);
        QCOMPARE(cells(with("declare query_parameters(p: string = TEXT); print p")), self);
        QCOMPARE(cells(with("print x = TEXT | summarize by x")), self);
        QCOMPARE(cells(with("print x = TEXT | summarize y = make_list(x) | mv-expand y to typeof(string)")),
                 self);
        QCOMPARE(cells(with("print x = TEXT | join kind=inner (print x = TEXT) on x | project x")), self);
        QCOMPARE(cells(with("print replace_string('abc', 'b', TEXT)")), QStringList{u'a' + nasty + u'c'});
        QCOMPARE(cells(with("print strcat_array(split(strcat('a', TEXT, 'b'), TEXT), '')")),
                 QStringList{QStringLiteral("ab")});
        QCOMPARE(cells(with("print x = strcat('a', TEXT, 'b') | parse x with y TEXT z | project y, z")),
                 QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(cells(with("print s = 'a' | where s has TEXT or s hasprefix TEXT | count")),
                 QStringList{QStringLiteral("0")});
        const QString found = cells(with("search in (Event) TEXT | count")).join(u'|');
        // Of a word with a star in its middle it may not be known.
        const bool isRefused = nasty.contains(u'*') && (found.startsWith(u"SEM0001 ") ||
                                                        found.startsWith(u"E_QUERY_FAILED A word with “*”"));
        QVERIFY2(found == u"0" || isRefused, qPrintable(found));
        // As a key.
        QCOMPARE(cells(with("print tostring(bag_keys(bag_pack(TEXT, 1))[0])")), self);
        QCOMPARE(cells(with("print d = bag_pack(TEXT, 5) | project d[TEXT]")),
                 QStringList{QStringLiteral("5")});
        QCOMPARE(cells(with("print d = dynamic({}) | project isnull(d[TEXT]), isnull(d.a[TEXT])")),
                 QStringList({QStringLiteral("true"), QStringLiteral("true")}));
        QCOMPARE(cells(with("print d = bag_pack('a', bag_pack(TEXT, TEXT)) | project tostring(d.a[TEXT])")),
                 self);
        // As a name.
        QCOMPARE(columns(with("print NAME = 1")), self);
        QCOMPARE(
            columns(with(
                "print NAME = 1 | extend x = NAME + 1 | where NAME == 1 | sort by NAME asc | project NAME")),
            self);
        QCOMPARE(
            columns(with("datatable(NAME: long) [1] | summarize sum(NAME) by NAME | project-away sum_*")
                        .replace(QStringLiteral("project-away sum_*"), QStringLiteral("project ") + name)),
            self);
        QCOMPARE(columns(with("print x = 1 | project-rename NAME = x")), self);
        QCOMPARE(columns(with("range NAME from 1 to 2 step 1")), self);
        QCOMPARE(columns(with("union withsource=NAME Event | project NAME")), self);
        QCOMPARE(columns(with("print x = dynamic([1]) | mv-expand NAME = x | project NAME")), self);
        // A name that comes from the rows.
        QCOMPARE(columns(with("print d = bag_pack(TEXT, 1) | evaluate bag_unpack(d)")), self);
        QCOMPARE(columns(with("print x = TEXT | evaluate pivot(x)")), self);
    }

    void namesOfTablesAndColumns_data() { comesBackAsItIs_data(); }

    /// The program writes what stands behind FROM; the names that a file or a workspace gave are KQL's alone.
    void namesOfTablesAndColumns()
    {
        QFETCH(QString, nasty);
        auto database = Database::inMemory();
        QVERIFY(database);
        QVERIFY(database->execute(
            QStringLiteral("CREATE TABLE t AS SELECT 7::BIGINT AS %1").arg(duckName(nasty))));
        const Engine engine(*database, m_fixture.service(),
                            {{nasty, {{nasty, ColumnType::Long}}, QStringLiteral("t")}});
        const QString name = QStringLiteral("[%1]").arg(kqlString(nasty));
        for (const char *query :
             {"NAME | where NAME == 7", "NAME | summarize NAME = max(NAME)",
              "NAME | join kind=inner NAME on NAME | project NAME", "union NAME | project NAME"}) {
            const Answer answer =
                run(engine, QString::fromLatin1(query).replace(QLatin1String("NAME"), name));
            QVERIFY2(answer.error.isEmpty(),
                     qPrintable(QString::fromLatin1(query) + QStringLiteral(": ") + answer.error));
            QCOMPARE(answer.cells, QStringList{QStringLiteral("7")});
        }
    }

    void cleanup()
    {
        QCOMPARE(cells(QStringLiteral("Event | count")), QStringList{QStringLiteral("5")});
        QVERIFY(QDir(m_folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestInjection)
#include "tst_injection.moc"
