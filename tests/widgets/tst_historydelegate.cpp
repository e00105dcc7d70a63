#include "widgets/historydelegate.h"

#include "historydockfixture.h"

#include <QTest>

using namespace sonde;

/// How runs look in the list of the history: in the editor's colours, with what is looked for marked.
class TestHistoryDelegate final : public HistoryDockFixture
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void toolTipIsText();
    void saysWhichRowsAreKept();
    void rowsThatAreKeptHaveASign();
    void linesAreFoundAndColoured();
    void marksAreDrawn();
};

void TestHistoryDelegate::toolTipIsText()
{
    RunEnd end;
    end.outcome = RunOutcome::Failed;
    end.errorMessage = QStringLiteral("No <table>.");
    put(QStringLiteral("Event | where a < 5\n").repeated(200) + QStringLiteral("<b>"), 0, end);
    show();
    QTRY_COMPARE(rowCount(), 2);
    const auto *delegate = qobject_cast<HistoryDelegate *>(m_list->itemDelegate());
    QVERIFY(delegate);
    const QString tip =
        delegate->toolTipOf(m_list->model()->index(1, 0).data(Qt::UserRole).value<HistoryEntry>());
    QVERIFY(tip.contains(QLatin1String("&lt; ")));
    const QString keyword = m_theme.color(ColorRole::EditorKeyword).name();
    QVERIFY(tip.contains(QStringLiteral("<span style=\"color: %1\">where</span>").arg(keyword)));
    QVERIFY(tip.contains(QLatin1String("No &lt;table&gt;.")));
    QCOMPARE(tip.count(QLatin1String("Event")), 30);
    QVERIFY(tip.contains(u'…'));
    QVERIFY(tip.contains(QLatin1String("22 Nov 2026 16:02:03 UTC")));
}

void TestHistoryDelegate::saysWhichRowsAreKept()
{
    put(QStringLiteral("Event"));
    show();
    const auto *delegate = qobject_cast<HistoryDelegate *>(m_list->itemDelegate());
    HistoryEntry entry;
    entry.outcome = RunOutcome::Complete;
    entry.rows = 1300;
    QVERIFY(!delegate->toolTipOf(entry).contains(QLatin1String("kept")));
    entry.keptRows = 1200;
    QVERIFY(delegate->toolTipOf(entry).contains(QLatin1String("first 1,200 kept")));
    entry.keptRows = 1300;
    QVERIFY(delegate->toolTipOf(entry).contains(QLatin1String("rows kept")));
}

void TestHistoryDelegate::rowsThatAreKeptHaveASign()
{
    RunEnd end;
    end.rows = 5;
    const qint64 id = put(QStringLiteral("Event"), 0, end);
    show();
    QTRY_COMPARE(rowCount(), 2);
    const QModelIndex run = m_list->model()->index(1, 0);
    const auto said = [&run] { return run.data(Qt::AccessibleTextRole).toString(); };
    const auto rightHalf = [&] {
        QRect row = m_list->visualRect(run);
        row.setLeft(row.center().x());
        row.setTop(row.center().y());
        return m_list->viewport()->grab(row).toImage();
    };
    const QImage before = rightHalf();
    QVERIFY(!said().contains(QLatin1String("kept")));
    m_store->keepRows(id, [] { return KeptRows{QByteArrayLiteral("rows"), 5}; });
    QTRY_VERIFY2(said().endsWith(QLatin1String("; rows kept")), qPrintable(said()));
    QTRY_VERIFY(rightHalf() != before);
}

void TestHistoryDelegate::linesAreFoundAndColoured()
{
    const QString query = QStringLiteral("// Why\nSecurityEvent\n") +
                          QStringLiteral("| where Account != \"nobody\"\n").repeated(20) +
                          QStringLiteral("| extend Late = TimeGenerated > ago(1h)\n// the needle, here");
    put(query);
    show();
    QTRY_COMPARE(rowCount(), 2);
    const auto *delegate = qobject_cast<HistoryDelegate *>(m_list->itemDelegate());
    const HistoryEntry entry = m_list->model()->index(1, 0).data(Qt::UserRole).value<HistoryEntry>();
    const int width = 30 * QFontMetrics(Theme::fixedFont()).horizontalAdvance(u'x');
    const auto shown = [&]() -> QString { return delegate->lineOf(entry, width); };
    QVERIFY(shown().startsWith(QLatin1String("SecurityEvent | where Acc")));
    QVERIFY(shown().endsWith(u'…'));
    const std::pair<const char *, const char *> rows[]{
        {"needle", "… // the needle, here"},
        {"where", "SecurityEvent | where Acc"}, // is seen
        {"late TIMEgen", "… | extend Late = Time"},
        {"why", "// Why SecurityEvent | whe"},         // nothing stands in front of it
        {"needle, here", "SecurityEvent | where Acc"}, // here is in where
        {"contoso", "SecurityEvent | where Acc"},      // the connection's name
    };
    for (const auto &[words, line] : rows) {
        m_search->setText(QString::fromLatin1(words));
        QTRY_VERIFY2(shown().startsWith(QString::fromUtf8(line)), qPrintable(shown()));
        QCOMPARE(rowCount(), 2);
    }
    QCOMPARE(delegate->lineOf(entry, 0), QString()); // no room at all
}

void TestHistoryDelegate::marksAreDrawn()
{
    put(QStringLiteral("Event | take 5"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    const auto has = [this](ColorRole role) {
        QCoreApplication::sendPostedEvents();
        const QImage image = m_list->viewport()->grab().toImage();
        const QRgb wanted = m_theme.color(role).rgb();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == wanted)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(!has(ColorRole::Found));
    QVERIFY(has(ColorRole::EditorTable));
    m_search->setText(QStringLiteral("event"));
    QTRY_VERIFY(has(ColorRole::Found));
    QVERIFY(has(ColorRole::EditorTable));
    select(1);
    QVERIFY(has(ColorRole::Found));
    m_search->setText(QStringLiteral("r&d"));
    QTRY_VERIFY(has(ColorRole::Found));
    m_theme.setMode(Theme::Mode::Dark);
    QVERIFY(has(ColorRole::Found));
    m_theme.setMode(Theme::Mode::Light);
    m_search->clear();
    QTRY_VERIFY(!has(ColorRole::Found));
}

QTEST_MAIN(TestHistoryDelegate)
#include "tst_historydelegate.moc"
