#include "widgets/cellcopier.h"

#include "support/hardrows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestCellCopier final : public QObject
{
    Q_OBJECT

private slots:
    void init() { clipboard()->setText(QStringLiteral("before")); }
    void everyForm_data();
    void everyForm();
    void queryWithResult();
    void formulasStayText();
    void largeSelectionsHaveNoHtml();
    void cancelLeavesTheClipboard();
    void theNewestWins();
    void failureIsTold();

private:
    static QClipboard *clipboard() { return QGuiApplication::clipboard(); }
};

void TestCellCopier::everyForm_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasHtml");
    QTest::newRow("cells") << CopyForm::Cells << "0\t1\n2\t3" << true;
    QTest::newRow("cells with header") << CopyForm::CellsWithHeader << "c0\tc0\n0\t1\n2\t3" << true;
    QTest::newRow("CSV") << CopyForm::Csv << "c0,c0\n0,1\n2,3" << false;
    QTest::newRow("TSV") << CopyForm::Tsv << "c0\tc0\n0\t1\n2\t3" << true;
    QTest::newRow("Markdown") << CopyForm::Markdown << "| c0 | c0 |\n| ---: | ---: |\n| 0 | 1 |\n| 2 | 3 |"
                              << false;
    QTest::newRow("JSON") << CopyForm::Json << "[\n{\"c0\":0,\"c0 (2)\":1},\n{\"c0\":2,\"c0 (2)\":3}\n]"
                          << false;
    QTest::newRow("KQL") << CopyForm::KqlTable
                         << "datatable(c0: long, [\"c0 (2)\"]: long)\n[\n    long(0), long(1),\n    long(2), "
                            "long(3)\n]"
                         << false;
    QTest::newRow("IN list") << CopyForm::InList << "(0, 2)" << false;
}

void TestCellCopier::everyForm()
{
    QFETCH(CopyForm, form);
    QFETCH(bool, hasHtml);
    CellCopier copier;
    QSignalSpy copied(&copier, &CellCopier::copied);
    copier.copy({numberRows(2, 2), {}, {}}, form);
    QVERIFY(copied.wait());
    QCOMPARE(copied.at(0).at(0).toLongLong(), 2);
    QTEST(clipboard()->text(), "text");
    const QString html = clipboard()->mimeData()->html();
    QCOMPARE(!html.isEmpty(), hasHtml);
    if (hasHtml) {
        QVERIFY(html.contains(QLatin1String("<td class=\"n\">3</td>")));
        QCOMPARE(html.contains(QLatin1String("<th")), form != CopyForm::Cells);
    }
}

void TestCellCopier::queryWithResult()
{
    AnswerNotes notes;
    notes.query = QStringLiteral("Event | where a < 5\n");
    notes.connection = QStringLiteral("Prod & test");
    notes.range = QStringLiteral("from to");
    CellCopier copier;
    QSignalSpy copied(&copier, &CellCopier::copied);
    copier.copy({numberRows(1, 1), {}, {}}, CopyForm::QueryWithResult, notes);
    QVERIFY(copied.wait());
    QCOMPARE(clipboard()->text(),
             QStringLiteral("Prod & test · from to\n\nEvent | where a < 5\n\nc0\n--\n 0"));
    const QString html = clipboard()->mimeData()->html();
    QVERIFY(html.contains(QStringLiteral("<p>Prod &amp; test · from to</p>")));
    QVERIFY(html.contains(QLatin1String("<pre>Event | where a &lt; 5</pre>")));
    QVERIFY(html.indexOf(QLatin1String("</pre>")) < html.indexOf(QLatin1String("<table>")));
}

void TestCellCopier::formulasStayText()
{
    CellCopier copier;
    QSignalSpy copied(&copier, &CellCopier::copied);
    const ChunkedTable table = hardRows();
    copier.copy({table, RowOrder{11}, {8}}, CopyForm::Cells);
    QVERIFY(copied.wait());
    QCOMPARE(clipboard()->text(), QStringLiteral("=1+1"));
    QVERIFY(clipboard()->mimeData()->html().contains(QLatin1String("<td class=\"t\">=1+1</td>")));
}

void TestCellCopier::largeSelectionsHaveNoHtml()
{
    CellCopier copier;
    QSignalSpy copied(&copier, &CellCopier::copied);
    QSignalSpy progressed(&copier, &CellCopier::progressed);
    QSignalSpy finished(&copier, &CellCopier::finished);
    copier.copy({numberRows(200'000, 3), {}, {}}, CopyForm::Cells);
    QVERIFY(copied.wait(30'000));
    QCOMPARE(clipboard()->text().count(u'\n'), 199'999);
    QVERIFY(!clipboard()->mimeData()->hasHtml());
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(progressed.last().at(0).toInt(), 1000);
    QCOMPARE(finished.count(), 1);
}

void TestCellCopier::cancelLeavesTheClipboard()
{
    CellCopier copier;
    QSignalSpy copied(&copier, &CellCopier::copied);
    QSignalSpy finished(&copier, &CellCopier::finished);
    copier.copy({numberRows(500'000, 3), {}, {}}, CopyForm::Json);
    copier.cancel();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(copied.count(), 0);
    QCOMPARE(clipboard()->text(), QStringLiteral("before"));
}

void TestCellCopier::theNewestWins()
{
    CellCopier copier;
    QSignalSpy copied(&copier, &CellCopier::copied);
    copier.copy({numberRows(500'000, 3), {}, {}}, CopyForm::Cells);
    copier.copy({numberRows(1, 1), {}, {}}, CopyForm::Cells);
    QVERIFY(copied.wait(30'000));
    QCOMPARE(copied.count(), 1);
    QCOMPARE(clipboard()->text(), QStringLiteral("0"));
}

void TestCellCopier::failureIsTold()
{
    CellCopier copier;
    QSignalSpy failed(&copier, &CellCopier::failed);
    QSignalSpy finished(&copier, &CellCopier::finished);
    copier.copy({ChunkedTable(), {}, {}}, CopyForm::KqlTable);
    QVERIFY(failed.wait());
    QCOMPARE(finished.count(), 1);
    QVERIFY(!failed.at(0).at(0).value<Error>().message.isEmpty());
    QCOMPARE(clipboard()->text(), QStringLiteral("before"));
}

QTEST_MAIN(TestCellCopier)
#include "tst_cellcopier.moc"
