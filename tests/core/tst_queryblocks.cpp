#include "core/queryblocks.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace sonde;

namespace {

QStringList textsOf(const QString &text)
{
    QStringList texts;
    for (const QueryBlock &block : queryBlocks(text))
        texts.append(text.mid(block.start, block.length));
    return texts;
}

/// Pieces of which the rule makes something, put together at random but the same each time.
QStringList randomTexts(int count)
{
    static const QStringList pieces = {
        QStringLiteral("\n\n"),
        QStringLiteral("\n \n"),
        QStringLiteral("\r\n\r\n"),
        QStringLiteral("\n"),
        QStringLiteral("\n"),
        QStringLiteral("\r\n"),
        QStringLiteral("\r"),
        QStringLiteral(" "),
        QStringLiteral("\t"),
        QString(QChar(0x2028)),
        QString(QChar(0x2029)),
        QString(QChar(0xA0)),
        QString(QChar(0x0B)),
        QString(QChar(0x85)),
        QString(QChar(0xFEFF)),
        QStringLiteral("a"),
        QStringLiteral("T | take 1"),
        QStringLiteral("//"),
        QStringLiteral("/"),
        QStringLiteral("\""),
        QStringLiteral("'"),
        QStringLiteral("```"),
        QStringLiteral("~~~"),
        QStringLiteral("`"),
        QStringLiteral("~"),
        QStringLiteral("@"),
        QStringLiteral("h"),
        QStringLiteral("H@"),
        QStringLiteral("\\"),
        QStringLiteral("\\\""),
        QStringLiteral("\\u00e9"),
        QStringLiteral("\\U0001F600"),
        QStringLiteral("\\x4"),
        QStringLiteral("\\377"),
        QStringLiteral("\\477"),
        QStringLiteral("\\q"),
        QStringLiteral("\"\""),
        QString::fromUtf8("\xF0\x9F\x98\x80"),
        QString::fromUtf8("e\xCC\x81"),
        QStringLiteral("x = \"one\""),
    };
    QRandomGenerator random(20261129);
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        QString text;
        for (int length = random.bounded(1, 40); length > 0; --length)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        texts.append(text);
    }
    return texts;
}

} // namespace

class TestQueryBlocks : public QObject
{
    Q_OBJECT

private slots:
    void blocks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("blocks");
        const auto row = [](const char *name, const char *text, const QStringList &blocks) {
            QTest::newRow(name) << QString::fromUtf8(text) << blocks;
        };
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        row("empty", "", {});
        row("blank", "\n \t\n", {});
        row("one", "a", {a});
        row("one that ends with a line break", "a\n", {a});
        row("two lines", "a\nb", {QStringLiteral("a\nb")});
        row("two", "a\n\nb", {a, b});
        row("many blank lines between", "a\n\n \n\nb\n\n\n", {a, b});
        row("blank lines first", "\n\n\na\n\nb", {a, b});
        row("a blank line of spaces", "a\n \t \nb", {a, b});
        row("a blank line of other white space", "a\n\xC2\xA0\xE2\x80\x83\nb", {a, b});
        row("a line separator is no blank line",
            "a\n\xE2\x80\xA8"
            "b",
            {QString::fromUtf8("a\n\xE2\x80\xA8"
                               "b")});
        row("indented", "a\n\n  b\n  c", {a, QStringLiteral("  b\n  c")});
        row("Windows line breaks", "a\r\nb\r\n\r\nc\r\n", {QStringLiteral("a\r\nb"), QStringLiteral("c")});
        row("old line breaks", "a\r\rb", {a, b});
        row("a comment line separates nothing", "a\n//\nb", {QStringLiteral("a\n//\nb")});
        row("a comment is a block", "// one\n\na", {QStringLiteral("// one"), a});
        row("a string in ```", "a ```x\n\ny``` c\n\nb", {QStringLiteral("a ```x\n\ny``` c"), b});
        row("a string in ~~~", "a ~~~x\n\ny~~~\n\nb", {QStringLiteral("a ~~~x\n\ny~~~"), b});
        row("a string that begins a block", "a\n\n```x\n\ny```", {a, QStringLiteral("```x\n\ny```")});
        row("a string with h and @", "a h@```x\n\ny```", {QStringLiteral("a h@```x\n\ny```")});
        row("a string that is not closed", "a ```x\n\ny\n\nz\n", {QStringLiteral("a ```x\n\ny\n\nz\n")});
        row("other quotes end with the line", "a \"x\n\nb\"",
            {QStringLiteral("a \"x"), QStringLiteral("b\"")});
        row("``` in another string", "a \"```\"\n\nb", {QStringLiteral("a \"```\""), b});
        row("``` in a comment", "a // ```\n\nb", {QStringLiteral("a // ```"), b});
        row("// in a string", "a \"//\" ```\n\n```", {QStringLiteral("a \"//\" ```\n\n```")});
        row("an escaped quote", "a \"\\\"```\"\n\nb", {QStringLiteral("a \"\\\"```\""), b});
        row("no escapes behind @", "a @\"\\\" ```\n\n```", {QStringLiteral("a @\"\\\" ```\n\n```")});
        row("what is no escape ends a string", "a \"\\q```\n\n```\"",
            {QStringLiteral("a \"\\q```\n\n```\"")});
        row("emoji", "\xF0\x9F\x98\x80\n\nb", {QString::fromUtf8("\xF0\x9F\x98\x80"), b});
    }

    void blocks()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, blocks);
        QCOMPARE(textsOf(text), blocks);
    }

    void commentsAreNoCode()
    {
        const QString text = QStringLiteral("// Name: x\n\na // y\n\n  //z\n//\n\n\"//\"");
        QList<bool> hasCode;
        for (const QueryBlock &block : queryBlocks(text))
            hasCode.append(block.hasCode);
        QCOMPARE(hasCode, QList<bool>({false, true, false, true}));
        QCOMPARE(countQueries(queryBlocks(text)), 2);
    }

    void classicIsOneQuery()
    {
        const QString text = QStringLiteral("\na\n\nb\n");
        const QList<QueryBlock> whole = {{0, text.size(), true}};
        QCOMPARE(queryBlocks(text, QueryLanguage::Classic), whole);
        QVERIFY(queryBlocks(u" \n", QueryLanguage::Classic).isEmpty());
    }

    void atPosition()
    {
        //                          0 12 34 5 6 78
        const QString text = QStringLiteral("\n\na\n\n\nb\nc\n\n");
        const QList<QueryBlock> blocks = queryBlocks(text);
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blockAt(blocks, 0), 0); // before the first one
        QCOMPARE(blockAt(blocks, 2), 0);
        QCOMPARE(blockAt(blocks, 3), 0); // at its end
        QCOMPARE(blockAt(blocks, 5), 0); // on a blank line
        QCOMPARE(blockAt(blocks, 6), 1);
        QCOMPARE(blockAt(blocks, text.size()), 1);
        QCOMPARE(blockAt({}, 0), -1);
    }

    void toRun()
    {
        const QString text = QStringLiteral("// of a\n\na\n\n// of b\n\nb\n\n// the end");
        const QList<QueryBlock> blocks = queryBlocks(text);
        const auto at = [&](const char *part) {
            return blockToRun(blocks, text.indexOf(QLatin1String(part)));
        };
        QCOMPARE(at("of a"), 1);
        QCOMPARE(at("a\n\n// of b"), 1);
        QCOMPARE(at("of b"), 3);
        QCOMPARE(at("the end"), 3);
        QCOMPARE(blockToRun(queryBlocks(u"// only this"), 3), -1);
        QCOMPARE(blockToRun({}, 0), -1);
    }

    void longTexts()
    {
        // One pass: five times the text may not take twenty-five times the work. That it ends at all is the
        // test; what is not closed, or is closed again and again, must not be looked for from every place
        // anew.
        const qsizetype size = 5'000'000;
        QCOMPARE(queryBlocks(QStringLiteral("T | take 1\n\n").repeated(size / 12)).size(), size / 12);
        QCOMPARE(queryBlocks(QStringLiteral("`~h@").repeated(size / 4)).size(), 1);
        QCOMPARE(queryBlocks(QStringLiteral("\"\\q").repeated(size / 3)).size(), 1);
        QCOMPARE(queryBlocks(QStringLiteral("~~~\n\n").repeated(size / 5)).size(),
                 size / 10); // each two are a string
    }

    void asTheServiceDoes()
    {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        const QString package = QStringLiteral(SONDE_KUSTO_DIR);
        if (node.isEmpty() || !QDir(package).exists())
            QSKIP("needs node and the npm package of the Kusto language service");
        const QStringList texts = randomTexts(3000);
        QProcess process;
        process.start(node, {QStringLiteral(SONDE_BLOCK_STARTS), package});
        process.write(QJsonDocument(QJsonArray::fromStringList(texts)).toJson());
        process.closeWriteChannel();
        QVERIFY2(process.waitForFinished(60'000), qPrintable(process.errorString()));
        const QByteArray answer = process.readAllStandardOutput();
        const QJsonArray all = QJsonDocument::fromJson(answer).array();
        QVERIFY2(all.size() == texts.size(), process.readAllStandardError().constData());
        qsizetype several = 0;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QJsonArray starts;
            for (const QueryBlock &block : queryBlocks(texts.at(i)))
                starts.append(block.start);
            QVERIFY2(starts == all.at(i).toArray(),
                     QJsonDocument(QJsonArray{texts.at(i), starts, all.at(i)}).toJson().constData());
            several += starts.size() > 1 ? 1 : 0;
        }
        QVERIFY(several > texts.size() / 3); // else nothing was compared
    }
};

QTEST_GUILESS_MAIN(TestQueryBlocks)
#include "tst_queryblocks.moc"
