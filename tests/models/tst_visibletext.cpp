#include "models/cellformatter.h"
#include "models/visibletext.h"

#include <QTest>

using namespace sonde;

class TestVisibleText : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsHidden_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const QString &shown) {
            QTest::newRow(name) << text << shown;
        };
        row("plain", QStringLiteral("caf\u00e9 \u4e2d"), QStringLiteral("caf\u00e9 \u4e2d"));
        row("escape", QStringLiteral("\x1b[31m"), QStringLiteral("\\x1B[31m"));
        row("nul", QString(QChar(0)), QStringLiteral("\\x00"));
        row("delete", QStringLiteral("\x7f"), QStringLiteral("\\x7F"));
        row("C1", QStringLiteral("\u009b"), QStringLiteral("[U+009B]"));
        row("turned around", QStringLiteral("cod\u202Eexe.txt"), QStringLiteral("cod[U+202E]exe.txt"));
        row("isolates", QStringLiteral("\u2066a\u2069"), QStringLiteral("[U+2066]a[U+2069]"));
        row("zero width", QStringLiteral("pay\u200Bpal\uFEFF"), QStringLiteral("pay[U+200B]pal[U+FEFF]"));
        row("soft hyphen", QStringLiteral("a\u00ADb"), QStringLiteral("a[U+00AD]b"));
        row("joiner in latin", QStringLiteral("a\u200Db"), QStringLiteral("a[U+200D]b"));
        row("joiner at the end", QStringLiteral("\U0001F468\u200D"), QStringLiteral("\U0001F468[U+200D]"));
        row("emoji", QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467"),
            QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467"));
        row("heart", QStringLiteral("\u2764\uFE0F"), QStringLiteral("\u2764\uFE0F"));
        row("persian", QStringLiteral("\u0645\u06cc\u200C\u062e"),
            QStringLiteral("\u0645\u06cc\u200C\u062e"));
        row("tags", QStringLiteral("a\U000E0041"), QStringLiteral("a[U+E0041]"));
        row("variant after a letter", QStringLiteral("a\uFE0F"), QStringLiteral("a[U+FE0F]"));
        row("filler", QStringLiteral("\u3164"), QStringLiteral("[U+3164]"));
        row("a code that is meant", QStringLiteral("\\x1B"), QStringLiteral("\\x1B"));
    }

    void nothingIsHidden()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        for (const LineBreaks breaks : {LineBreaks::Keep, LineBreaks::Sign}) {
            const VisibleText visible = makeVisible(text, breaks);
            QCOMPARE(visible.text, shown);
            QCOMPARE(visible.marks.isEmpty(), text == shown);
        }
    }

    void linesStayOrBecomeOne()
    {
        const QString text = QStringLiteral("a\tb\r\nc\rd\ne\u2028f");
        QCOMPARE(makeVisible(text, LineBreaks::Keep).text, QStringLiteral("a\tb\nc\nd\ne\nf"));
        QCOMPARE(makeVisible(text, LineBreaks::Sign).text, QStringLiteral("a b\u21B5c\u21B5d\u21B5e\u21B5f"));
    }

    /// A selection on the screen is a selection of the text itself.
    void placesLeadThereAndBack()
    {
        const QString text = QStringLiteral("a\r\nb\u202Ec\x1b\U000E0041z");
        const VisibleText visible = makeVisible(text, LineBreaks::Keep);
        QCOMPARE(visible.text, QStringLiteral("a\nb[U+202E]c\\x1B[U+E0041]z"));
        QCOMPARE(visible.toSource(visible.text.size()), text.size());
        QCOMPARE(visible.fromSource(text.size()), visible.text.size());
        for (qsizetype at = 0; at <= text.size(); ++at) {
            const qsizetype back = visible.toSource(visible.fromSource(at));
            // Only the middle of what is one sign has no place of its own.
            const bool isInside = at == 2 || at == 8;
            QCOMPARE(back, isInside ? at - 1 : at);
        }
        for (const QChar c : {QChar(u'a'), QChar(u'b'), QChar(u'c'), QChar(u'z')})
            QCOMPARE(visible.fromSource(text.indexOf(c)), visible.text.indexOf(c));
    }

    void cellsShowWhatIsHidden()
    {
        ColumnBuilder builder(QStringLiteral("c"), ColumnType::String);
        builder.appendText("a\x1b\u202E\nb");
        const Column column = builder.build();
        const CellFormatter formatter;
        QCOMPARE(formatter.line({&column, 0}), QStringLiteral("a\\x1B[U+202E]\u21B5b"));
        const QList<VisibleText::Mark> expected{{1, 4, 1, 1}, {5, 8, 2, 1}, {13, 1, 3, 1}};
        QCOMPARE(formatter.lineMarks({&column, 0}), expected);
        QCOMPARE(formatter.full({&column, 0}), QStringLiteral("a\x1b\u202E\nb"));
    }
};

QTEST_GUILESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
