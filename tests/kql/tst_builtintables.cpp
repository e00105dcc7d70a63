#include "core/kqltypename.h"
#include "kql/builtintables.h"

#include <QSet>
#include <QTest>
#include <algorithm>
#include <thread>

using namespace sonde;

/// The tables that are known before any connection.
class TestBuiltinTables : public QObject
{
    Q_OBJECT

private slots:
    void wordsForTypes_data();
    void wordsForTypes();
    void tables();
    void columns();
    void namesAreShared();
    void oneForAllThreads();
};

namespace {

const KqlTable *tableOf(const KqlSchema &schema, const QString &name)
{
    const auto table = std::find_if(schema.tables.begin(), schema.tables.end(),
                                    [&](const KqlTable &candidate) { return candidate.name == name; });
    return table == schema.tables.end() ? nullptr : &*table;
}

QString typeOf(const KqlTable &table, const QString &column)
{
    for (const KqlColumn &candidate : table.columns) {
        if (candidate.name == column)
            return candidate.type;
    }
    return {};
}

} // namespace

void TestBuiltinTables::wordsForTypes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    for (const char *word :
         {"bool", "datetime", "decimal", "dynamic", "guid", "int", "long", "real", "string", "timespan"})
        QTest::addRow("%s", word) << QString::fromLatin1(word) << QString::fromLatin1(word);
    QTest::addRow("synonym") << QStringLiteral("double") << QStringLiteral("real");
    QTest::addRow("case") << QStringLiteral("DateTime") << QStringLiteral("datetime");
    QTest::addRow(".NET") << QStringLiteral("System.Int64") << QStringLiteral("long");
    QTest::addRow(".NET, dynamic") << QStringLiteral("System.Object") << QStringLiteral("dynamic");
    QTest::addRow("unknown") << QStringLiteral("geometry") << QString();
    QTest::addRow("nothing") << QString() << QString();
}

void TestBuiltinTables::wordsForTypes()
{
    QFETCH(const QString, written);
    QTEST(kqlTypeName(written), "expected");
}

void TestBuiltinTables::tables()
{
    const KqlSchemaPtr schema = builtinSchema();
    QVERIFY(schema);
    QVERIFY(schema->isOpen);
    QCOMPARE(schema->tables.size(), 925);
    QVERIFY(schema->functions.isEmpty());
    QSet<QString> names;
    for (const KqlTable &table : schema->tables) {
        QVERIFY2(!table.columns.isEmpty(), qPrintable(table.name));
        QVERIFY2(!names.contains(table.name.toLower()), qPrintable(table.name));
        names.insert(table.name.toLower());
    }
    QVERIFY(
        std::is_sorted(schema->tables.begin(), schema->tables.end(),
                       [](const KqlTable &left, const KqlTable &right) { return left.name < right.name; }));
}

void TestBuiltinTables::columns()
{
    const KqlSchemaPtr schema = builtinSchema();
    qsizetype count = 0;
    for (const KqlTable &table : schema->tables) {
        for (const KqlColumn &column : table.columns) {
            QVERIFY2(!column.name.isEmpty(), qPrintable(table.name));
            // A word that the binder knows, and "real" where the list said "double".
            QCOMPARE(column.type, kqlTypeName(column.type));
            QVERIFY2(!column.type.isEmpty(), qPrintable(column.name));
        }
        count += table.columns.size();
    }
    QCOMPARE(count, 26556);

    const KqlTable *signIns = tableOf(*schema, QStringLiteral("SigninLogs"));
    QVERIFY(signIns != nullptr);
    QCOMPARE(typeOf(*signIns, QStringLiteral("TimeGenerated")), QStringLiteral("datetime"));
    QCOMPARE(typeOf(*signIns, QStringLiteral("UserPrincipalName")), QStringLiteral("string"));
    QCOMPARE(typeOf(*signIns, QStringLiteral("DurationMs")), QStringLiteral("long"));
    QCOMPARE(typeOf(*signIns, QStringLiteral("DeviceDetail")), QStringLiteral("dynamic"));
    QCOMPARE(typeOf(*signIns, QStringLiteral("IsRisky")), QStringLiteral("bool"));
    QCOMPARE(typeOf(*signIns, QStringLiteral("_BilledSize")), QStringLiteral("real"));
}

/// 26 556 columns have 8 500 names: each stands in memory once.
void TestBuiltinTables::namesAreShared()
{
    const KqlSchemaPtr schema = builtinSchema();
    const KqlColumn &first = schema->tables.at(0).columns.at(0);
    const auto &second = schema->tables.at(1).columns;
    const auto same = std::find_if(second.begin(), second.end(),
                                   [&](const KqlColumn &column) { return column.name == first.name; });
    QVERIFY(same != second.end());
    QCOMPARE(same->name.constData(), first.name.constData());
    QCOMPARE(same->type.constData(), first.type.constData());
}

void TestBuiltinTables::oneForAllThreads()
{
    KqlSchemaPtr there;
    std::thread([&there] { there = builtinSchema(); }).join();
    QCOMPARE(there.get(), builtinSchema().get());
}

QTEST_GUILESS_MAIN(TestBuiltinTables)
#include "tst_builtintables.moc"
