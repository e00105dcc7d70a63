#include "stores/historyentry.h"
#include "widgets/comparedtext.h"
#include "widgets/icons.h"
#include "widgets/querycomparison.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace sonde;

class TestQueryComparison final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void cleanup() { m_window.reset(); }
    void linesStandBesideEachOther();
    void goesThroughTheDifferences();
    void sameTexts();
    void copiesOnlyTheQuery();
    void scrollsTogether();
    void factsThatDiffer();
    void tabsHaveNoOutcome();
    void bigTexts();
    void closesWhileComparing();

private:
    void open(const QString &left, const QString &right);
    void open(const ComparedQuery &left, const ComparedQuery &right);
    static ComparedQuery queryOf(const QString &text);
    QString margin(const ComparedText &text, int row) const;
    QStringList different() const;
    QString count() const;

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QueryComparison> m_window;
    ComparedText *m_left = nullptr;
    ComparedText *m_right = nullptr;
};

ComparedQuery TestQueryComparison::queryOf(const QString &text)
{
    Query query;
    query.text = text;
    return ComparedQuery::of(query, QStringLiteral("Query"), QStringLiteral("Contoso"), TimeRange::Zone::Utc);
}

void TestQueryComparison::open(const QString &left, const QString &right)
{
    open(queryOf(left), queryOf(right));
}

void TestQueryComparison::open(const ComparedQuery &left, const ComparedQuery &right)
{
    m_window = std::make_unique<QueryComparison>(left, right, m_theme, m_icons);
    const QList<ComparedText *> texts = m_window->findChildren<ComparedText *>();
    m_left = texts.at(0);
    m_right = texts.at(1);
    QSignalSpy compared(m_window.get(), &QueryComparison::compared);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(compared.count(), 1);
}

QString TestQueryComparison::margin(const ComparedText &text, int row) const
{
    QByteArray bytes(text.SendScintilla(QsciScintilla::SCI_MARGINGETTEXT, static_cast<unsigned long>(row),
                                        static_cast<void *>(nullptr)),
                     '\0');
    text.SendScintilla(QsciScintilla::SCI_MARGINGETTEXT, static_cast<unsigned long>(row),
                       static_cast<void *>(bytes.data()));
    return QString::fromUtf8(bytes).trimmed();
}

QStringList TestQueryComparison::different() const
{
    QStringList values;
    for (const QLabel *label : m_window->findChildren<QLabel *>(QStringLiteral("different")))
        values << label->text();
    return values;
}

QString TestQueryComparison::count() const
{
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->text().startsWith(QLatin1String("Difference ")) ||
            label->text().startsWith(QLatin1String("The texts")))
            return label->text();
    }
    return {};
}

void TestQueryComparison::linesStandBesideEachOther()
{
    open(QStringLiteral("Event\n| where EventID == 1\n| take 10\n// end"),
         QStringLiteral("Event\n| extend A = 1\n| where EventID == 2\n| take 10"));
    QCOMPARE(m_left->text(), QStringLiteral("Event\n\n| where EventID == 1\n| take 10\n// end"));
    QCOMPARE(m_right->text(), QStringLiteral("Event\n| extend A = 1\n| where EventID == 2\n| take 10\n"));
    const auto margins = [this](const ComparedText &text) {
        QStringList rows;
        for (int row = 0; row < text.lines(); ++row)
            rows << margin(text, row);
        return rows;
    };
    QCOMPARE(margins(*m_left), (QStringList{QStringLiteral("1"), QString(), QStringLiteral("2 ~"),
                                            QStringLiteral("3"), QStringLiteral("4 −")}));
    QCOMPARE(margins(*m_right), (QStringList{QStringLiteral("1"), QStringLiteral("2 +"),
                                             QStringLiteral("3 ~"), QStringLiteral("4"), QString()}));
    QVERIFY(m_left->isReadOnly() && m_right->isReadOnly());
    // The number that changed is marked, and nothing else.
    const QString left = m_left->text();
    for (int i = 0; i < left.size(); ++i) {
        const auto value =
            m_left->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, 8UL, static_cast<long>(i));
        QCOMPARE(value != 0, i == left.indexOf(QLatin1String("== 1")) + 3);
    }
}

void TestQueryComparison::goesThroughTheDifferences()
{
    const QString same = QStringLiteral("same\n").repeated(100);
    open(QStringLiteral("a\n") + same + QStringLiteral("b1b1\n") + same + QStringLiteral("c"),
         QStringLiteral("A\n") + same + QStringLiteral("b1b2\n") + same + QStringLiteral("c\n"));
    QCOMPARE(m_window->differences(), 3);
    QCOMPARE(m_window->current(), 0);
    QCOMPARE(count(), QStringLiteral("Difference 1 of 3"));
    QTest::keyClick(m_left, Qt::Key_F8);
    QCOMPARE(m_window->current(), 1);
    int line = -1;
    int index = -1;
    m_left->getCursorPosition(&line, &index);
    QCOMPARE(m_left->text(line), QStringLiteral("b1b1\n"));
    m_right->getCursorPosition(&line, &index);
    QCOMPARE(m_right->text(line), QStringLiteral("b1b2\n"));
    QVERIFY(line >= m_right->firstVisibleLine());
    QTest::keyClick(m_right, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(m_window->current(), 0);
    QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("previous")), Qt::LeftButton);
    QCOMPARE(m_window->current(), 2); // around the end
    QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("next")), Qt::LeftButton);
    QCOMPARE(count(), QStringLiteral("Difference 1 of 3"));
}

void TestQueryComparison::sameTexts()
{
    open(QStringLiteral("Event"), QStringLiteral("Event"));
    QCOMPARE(m_window->differences(), 0);
    QCOMPARE(m_window->current(), -1);
    QCOMPARE(count(), QStringLiteral("The texts are the same."));
    QVERIFY(!m_window->findChild<QPushButton *>(QStringLiteral("next"))->isEnabled());
    QTest::keyClick(m_left, Qt::Key_F8);
    QCOMPARE(m_window->current(), -1);
    QTest::keyClick(m_left, Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
}

void TestQueryComparison::copiesOnlyTheQuery()
{
    const QString left = QStringLiteral("Event\n\n| take 5");
    open(left, QStringLiteral("Event\n\n| where A\n| where B\n| take 5"));
    m_left->selectAll(true);
    QTest::keySequence(m_left, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), left);
    m_right->setSelection(2, 2, 3, 3);
    QTest::keySequence(m_right, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("where A\n| w"));
}

void TestQueryComparison::scrollsTogether()
{
    const QString text = QString(QString(400, u'x') + u'\n').repeated(200);
    open(text, text + QStringLiteral("y"));
    m_right->verticalScrollBar()->setValue(50);
    QCOMPARE(m_left->verticalScrollBar()->value(), 50);
    m_left->horizontalScrollBar()->setValue(30);
    QCOMPARE(m_right->horizontalScrollBar()->value(), 30);
}

void TestQueryComparison::factsThatDiffer()
{
    HistoryEntry older;
    older.id = 1;
    older.setText(QStringLiteral("Event"));
    older.connectionName = QStringLiteral("Contoso");
    older.startedUtc = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);
    older.outcome = RunOutcome::Complete;
    older.rows = 12;
    older.durationMs = 1200;
    HistoryEntry newer = older;
    newer.id = 2;
    newer.connectionName = QStringLiteral("Fabrikam");
    newer.outcome = RunOutcome::Failed;
    newer.rows = 0;
    newer.errorMessage = QStringLiteral("There is no table Event.");
    newer.top = 50;
    open(ComparedQuery::of(older, TimeRange::Zone::Utc), ComparedQuery::of(newer, TimeRange::Zone::Utc));
    const QStringList expected{QStringLiteral("Contoso"),
                               QStringLiteral("Fabrikam"),
                               QStringLiteral("Complete · 12 rows · 1.2 s"),
                               QStringLiteral("Failed · 1.2 s"),
                               QStringLiteral("none"),
                               QStringLiteral("50"),
                               QStringLiteral("—"),
                               QStringLiteral("There is no table Event.")};
    QCOMPARE(different(), expected);
    QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("title"))->text(),
             QStringLiteral("Run of 22 Nov 2026 12:00:00 UTC"));
    // The range is the same, and said all the same.
    QCOMPARE(m_window->findChildren<QLabel *>(QStringLiteral("same")).size(), 2);
    for (const QLabel *label : m_window->findChildren<QLabel *>(QStringLiteral("different")))
        QVERIFY(label->accessibleName().contains(QLatin1String("differs")));
}

void TestQueryComparison::tabsHaveNoOutcome()
{
    HistoryEntry entry;
    entry.id = 1;
    entry.setText(QStringLiteral("Event"));
    entry.connectionName = QStringLiteral("Contoso");
    entry.outcome = RunOutcome::Failed;
    entry.errorMessage = QStringLiteral("No.");
    open(ComparedQuery::of(entry, TimeRange::Zone::Utc), queryOf(QStringLiteral("Event")));
    QCOMPARE(different(), QStringList());
}

void TestQueryComparison::bigTexts()
{
    // A line that is longer than is shown, and a half of a character at its end.
    const QString longLine = QString(9'999, u'x') + QStringLiteral("\U0001F600").repeated(10'000);
    QString many;
    for (int i = 0; i < 50'000; ++i)
        many += QStringLiteral("| where Number == %1\n").arg(i);
    open(longLine + u'\n' + many, longLine + QStringLiteral("!\n") + many + QStringLiteral("| count"));
    QCOMPARE(m_window->differences(), 2);
    QVERIFY(m_left->text(0).size() < 10'010);
}

void TestQueryComparison::closesWhileComparing()
{
    QString many;
    for (int i = 0; i < 50'000; ++i)
        many += QStringLiteral("%1\n").arg(i % 7);
    auto window = std::make_unique<QueryComparison>(queryOf(many), queryOf(many.mid(3)), m_theme, m_icons);
    QSignalSpy compared(window.get(), &QueryComparison::compared);
    window.reset();
    QTest::qWait(0);
    QCOMPARE(compared.count(), 0);
}

QTEST_MAIN(TestQueryComparison)
#include "tst_querycomparison.moc"
