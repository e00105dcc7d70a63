#include "widgets/foldlevels.h"

#include <QTest>

using namespace sonde;

class TestFoldLevels : public QObject
{
    Q_OBJECT

    /// Depth of each line, with a + where it is a header.
    static QString foldsOf(const QByteArray &text, QueryLanguage language = QueryLanguage::Kql)
    {
        QStringList folds;
        const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
        for (const FoldLine &line : foldLines(view, language))
            folds.append(QString::number(line.depth) + (line.isHeader ? QStringLiteral("+") : QString()));
        return folds.join(u' ');
    }

private slots:
    void folds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("folds");
        const auto row = [](const char *name, const char *text, const char *folds) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(folds);
        };
        row("empty", "", "0");
        row("one line", "T | count", "0");
        row("a query", "T\n| a\n| b", "0+ 1 1");
        row("two queries", "T\n| a\n\nU\n| b\n", "0+ 1 0 0+ 1 0");
        row("a query of one line between", "T\n\nU\n\nV\n| b", "0 0 0 0 0+ 1");
        row("brackets", "T\n| join (\n  U\n  | x\n) on y\n| z", "0+ 1+ 2 2 1 1");
        row("brackets at a line's end", "T\n| x (a,\n  b)\n| z", "0+ 1+ 2 1");
        row("brackets on the first line", "let f = (a: long) {\n  a\n};\nT", "0+ 2 1 1");
        row("closed and opened again", "T\n| x (\n  a\n), (\n  b\n)", "0+ 1+ 2 1+ 2 1");
        row("not closed", "T (\n| a\n\nU\n| b", "0+ 2 0 0+ 1");
        row("too many closed", "T )\n| a )\n| b", "0+ 1 1");
        row("in a string", "T\n| where a == '('\n| b", "0+ 1 1");
        row("in a comment", "T\n| a // (\n| b", "0+ 1 1");
        row("Windows line breaks", "T\r\n| a\r\n\r\nU\r\n", "0+ 1 0 0 0");
        row("emoji", "\xF0\x9F\x98\x80\n| a\n\nU", "0+ 1 0 0");
    }

    void folds()
    {
        QFETCH(QByteArray, text);
        QTEST(foldsOf(text), "folds");
    }

    void deepBrackets()
    {
        const auto lines = foldLines(std::string(5000, '(') + "\n1", QueryLanguage::Kql);
        QVERIFY(lines.back().depth < 0x400);
    }

    void classicIsOneQuery()
    {
        QCOMPARE(foldsOf("a\n\nb", QueryLanguage::Classic), QStringLiteral("0+ 1 1"));
    }
};

QTEST_GUILESS_MAIN(TestFoldLevels)
#include "tst_foldlevels.moc"
