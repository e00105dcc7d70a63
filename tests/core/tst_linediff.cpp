#include "core/linediff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde;

class TestLineDiff final : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void aligns_data();
    void aligns();
    void coversBoth();
    void fewestEdits();
    void bigTexts();
    void isCancelled();
    void changes_data();
    void changes();
};

namespace {

/// One word a line: "a=a" the same, "a~b" beside each other, "a-" left alone, "+b" right alone.
QString shown(const QStringList &left, const QStringList &right)
{
    QStringList words;
    for (const LinePair &pair : alignLines(left, right)) {
        QString word;
        if (pair.left != LinePair::none)
            word += left.at(pair.left);
        word += QLatin1String(pair.isSame                    ? "="
                              : pair.left == LinePair::none  ? "+"
                              : pair.right == LinePair::none ? "-"
                                                             : "~");
        if (pair.right != LinePair::none)
            word += right.at(pair.right);
        words << word;
    }
    return words.join(u' ');
}

QStringList split(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

/// Lines that stand in order on both sides, at most; the plain way.
int longestCommon(const QStringList &left, const QStringList &right)
{
    QList<QList<int>> best(left.size() + 1, QList<int>(right.size() + 1, 0));
    for (qsizetype i = left.size() - 1; i >= 0; --i) {
        for (qsizetype j = right.size() - 1; j >= 0; --j) {
            best[i][j] =
                left.at(i) == right.at(j) ? best[i + 1][j + 1] + 1 : std::max(best[i + 1][j], best[i][j + 1]);
        }
    }
    return best[0][0];
}

/// Every line of both stands once, in order, and what is called the same is.
void checkPairs(const QStringList &left, const QStringList &right, const QList<LinePair> &pairs)
{
    int nextLeft = 0;
    int nextRight = 0;
    for (const LinePair &pair : pairs) {
        QVERIFY(pair.left != LinePair::none || pair.right != LinePair::none);
        if (pair.left != LinePair::none)
            QCOMPARE(pair.left, nextLeft++);
        if (pair.right != LinePair::none)
            QCOMPARE(pair.right, nextRight++);
        const bool isSame = pair.left != LinePair::none && pair.right != LinePair::none &&
                            left.at(pair.left) == right.at(pair.right);
        QCOMPARE(pair.isSame, isSame);
    }
    QCOMPARE(nextLeft, left.size());
    QCOMPARE(nextRight, right.size());
}

} // namespace

void TestLineDiff::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    const auto list = [](std::initializer_list<const char *> texts) {
        QStringList result;
        for (const char *text : texts)
            result << QString::fromLatin1(text);
        return result;
    };
    QTest::newRow("empty") << QString() << list({""});
    QTest::newRow("one") << QStringLiteral("a") << list({"a"});
    QTest::newRow("end") << QStringLiteral("a\n") << list({"a", ""});
    QTest::newRow("all ends") << QStringLiteral("a\r\nb\rc\n\r\n") << list({"a", "b", "c", "", ""});
}

void TestLineDiff::lines()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    QCOMPARE(linesOf(text), lines);
}

void TestLineDiff::aligns_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("pairs");
    const auto row = [](const char *name, const char *left, const char *right, const char *pairs) {
        QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right)
                            << QString::fromUtf8(pairs);
    };
    row("same", "a b", "a b", "a=a b=b");
    row("nothing", "", "", "");
    row("only right", "", "a b", "+a +b");
    row("only left", "a b", "", "a- b-");
    row("one more in the middle", "a c", "a b c", "a=a +b c=c");
    row("one less", "a b c", "a c", "a=a b- c=c");
    row("one more at the end", "a", "a b", "a=a +b");
    row("changed", "a take_100 z", "a take_500 z", "a=a take_100~take_500 z=z");
    row("nothing alike", "a xxxx z", "a yyyy z", "a=a xxxx- +yyyy z=z");
    row("the changed one is found behind a new one", "a take_100 z", "a where take_500 z",
        "a=a +where take_100~take_500 z=z");
    row("the changed one is found behind one that went", "a where take_100 z", "a take_500 z",
        "a=a where- take_100~take_500 z=z");
    row("moved", "a b c d e", "a d b c e", "a=a +d b=b c=c d- e=e");
    row("repeated lines", "( a ) ( b )", "( a ) ( x ) ( b )", "(=( a=a )=) (=( +x +) +( b=b )=)");
}

void TestLineDiff::aligns()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    const QStringList leftLines = left.split(u' ', Qt::SkipEmptyParts);
    const QStringList rightLines = right.split(u' ', Qt::SkipEmptyParts);
    QTEST(shown(leftLines, rightLines), "pairs");
    checkPairs(leftLines, rightLines, alignLines(leftLines, rightLines));
}

void TestLineDiff::coversBoth()
{
    QRandomGenerator random(20261129);
    for (int round = 0; round < 500; ++round) {
        const auto text = [&random] {
            QStringList lines;
            for (int i = random.bounded(40); i > 0; --i)
                lines << QString(random.bounded(1, 3), QChar(u'a' + random.bounded(5)));
            return lines;
        };
        const QStringList left = text();
        const QStringList right = text();
        checkPairs(left, right, alignLines(left, right));
        if (QTest::currentTestFailed()) {
            qWarning("round %d: %s / %s", round, qPrintable(left.join(u' ')), qPrintable(right.join(u' ')));
            return;
        }
    }
}

void TestLineDiff::fewestEdits()
{
    // Without lines that stand once there are no anchors, and as many lines as can be are the same.
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        const auto text = [&random] {
            QStringList lines = split("a a b b");
            for (int i = random.bounded(30); i > 0; --i)
                lines.insert(random.bounded(lines.size()), QChar(u'a' + random.bounded(2)));
            return lines;
        };
        const QStringList left = text();
        const QStringList right = text();
        const QList<LinePair> pairs = alignLines(left, right);
        const auto same =
            std::count_if(pairs.begin(), pairs.end(), [](const LinePair &pair) { return pair.isSame; });
        QCOMPARE(static_cast<int>(same), longestCommon(left, right));
    }
}

void TestLineDiff::bigTexts()
{
    // A megabyte on either side, of the worst kinds; the plain way would take hours and gigabytes.
    constexpr int count = 100'000;
    QRandomGenerator random(1);
    QStringList numbers;
    QStringList others;
    QStringList coins;
    QStringList otherCoins;
    for (int i = 0; i < count; ++i) {
        numbers << QString::number(i);
        others << QStringLiteral("x%1").arg(i);
        coins << QString::number(random.bounded(3));
        otherCoins << QString::number(random.bounded(3));
    }
    checkPairs(numbers, others, alignLines(numbers, others));
    checkPairs(coins, otherCoins, alignLines(coins, otherCoins));
    QStringList reversed = numbers;
    std::reverse(reversed.begin(), reversed.end());
    checkPairs(numbers, reversed, alignLines(numbers, reversed));
    QStringList edited = numbers;
    edited.removeAt(99'000);
    edited.insert(500, QStringLiteral("new"));
    const QList<LinePair> pairs = alignLines(numbers, edited);
    QCOMPARE(std::count_if(pairs.begin(), pairs.end(), [](const LinePair &pair) { return !pair.isSame; }), 2);
    const QStringList oneLong{QString(1'000'000, u'x')};
    const QStringList otherLong{QString(1'000'000, u'x') + u'y'};
    QCOMPARE(alignLines(oneLong, otherLong), (QList<LinePair>{{0, 0, false}}));
}

void TestLineDiff::isCancelled()
{
    const auto cancel = std::make_shared<CancelState>();
    cancel->cancel();
    QVERIFY(alignLines(split("a b"), split("a c"), cancel).isEmpty());
}

void TestLineDiff::changes_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("leftPart");
    QTest::addColumn<QString>("rightPart");
    const auto row = [](const char *name, const QString &left, const QString &right, const QString &leftPart,
                        const QString &rightPart) {
        QTest::newRow(name) << left << right << leftPart << rightPart;
    };
    row("number", QStringLiteral("| take 100"), QStringLiteral("| take 200"), QStringLiteral("1"),
        QStringLiteral("2"));
    row("added", QStringLiteral("ab"), QStringLiteral("axb"), QString(), QStringLiteral("x"));
    row("repeated", QStringLiteral("aa"), QStringLiteral("aaa"), QString(), QStringLiteral("a"));
    row("nothing", QStringLiteral("a"), QStringLiteral("a"), QString(), QString());
    row("from empty", QString(), QStringLiteral("a"), QString(), QStringLiteral("a"));
    row("same first half of a pair", QStringLiteral("\U0001F600"), QStringLiteral("\U0001F601"),
        QStringLiteral("\U0001F600"), QStringLiteral("\U0001F601"));
    row("same second half of a pair", QStringLiteral("\U0001F600"), QStringLiteral("\U0001FA00"),
        QStringLiteral("\U0001F600"), QStringLiteral("\U0001FA00"));
}

void TestLineDiff::changes()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    const LineChange change = changeOf(left, right);
    QTEST(left.mid(change.left.start, change.left.length), "leftPart");
    QTEST(right.mid(change.right.start, change.right.length), "rightPart");
}

QTEST_APPLESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
