#include "widgets/pagerunner.h"

#include "support/fakewindowservices.h"
#include "widgets/editorblocks.h"
#include "widgets/messagebar.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/rowstoquery.h"
#include "widgets/runrecorder.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

ResultChunk chunkOf(int rows, const QString &column = QStringLiteral("count_"))
{
    ColumnBuilder number(column, ColumnType::Long);
    for (int row = 0; row < rows; ++row)
        number.appendInteger(1000 + row);
    ResultChunk chunk;
    chunk.tableName = QStringLiteral("PrimaryResult");
    chunk.rows = Table({number.build()}, static_cast<std::size_t>(rows));
    return chunk;
}

Error errorAt(const TextPosition &position)
{
    Error error;
    error.kind = ErrorKind::Query;
    error.message = QStringLiteral("No such column.");
    error.position = position;
    return error;
}

} // namespace

class TestPageRunner : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<QueryPage> m_page;
    Connection m_connection;

    const QList<FakeSearchRunner::Run> &runs() const { return m_fakes->runner.runs(); }
    SearchJob *job() const { return m_fakes->runner.last().job; }
    QString sent() const { return m_fakes->runner.last().query.text; }
    void run(PageRunner::Part part)
    {
        // As the window does it.
        const QMetaObject::Connection window = connect(m_page.get(), &QueryPage::runRequested, m_page.get(),
                                                       [this] { m_page->run(m_connection); });
        m_page->requestRun(part);
        disconnect(window);
    }
    void answer(int rows)
    {
        job()->deliver(chunkOf(rows));
        job()->finish(ResultInfo());
    }
    void setText(const char *text)
    {
        Query query;
        query.text = QString::fromUtf8(text);
        m_page->setQuery(query);
    }
    QStringList tabs() const
    {
        QStringList texts;
        const auto *bar = m_page->pane().tabs().findChild<QTabBar *>();
        for (int index = 0; index < bar->count(); ++index)
            texts.append(bar->tabText(index));
        return texts;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
        m_connection.id = QStringLiteral("c1");
        m_connection.name = QStringLiteral("Contoso");
        m_page = std::make_unique<QueryPage>(m_fakes->services());
        m_page->resize(800, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_fakes.reset();
    }

    void theBlockAtTheCaretIsRun()
    {
        setText("T\n\nU\n| where Nope == 1\n\nV");
        m_page->editor().setCursorPosition(2, 0);
        run(PageRunner::Part::AtPlace);
        QCOMPARE(sent(), QStringLiteral("U\n| where Nope == 1"));
        job()->finish(tl::unexpected<Error>(errorAt({2, 8})));
        QCOMPARE(m_page->editor().errorPosition(), (TextPosition{4, 8}));
        QCOMPARE(m_page->status().error->position, (TextPosition{4, 8}));

        m_page->editor().setSelection(5, 0, 5, 1);
        run(PageRunner::Part::AtPlace);
        QCOMPARE(sent(), QStringLiteral("V"));
        // Several places are none.
        m_page->editor().setSelection(0, 0, 0, 1);
        m_page->editor().SendScintilla(QsciScintilla::SCI_ADDSELECTION, 3UL, 4L);
        run(PageRunner::Part::AtPlace);
        QCOMPARE(sent(), QStringLiteral("U\n| where Nope == 1"));
    }

    void allQueriesGetATabEach()
    {
        RunRecorder recorder(m_fakes->history, m_fakes->settings, m_fakes->clock);
        recorder.attach(m_page.get());
        QSignalSpy started(m_page.get(), &QueryPage::runStarted);
        setText("// First\nT\n\nU\n\nV | count");
        run(PageRunner::Part::All);
        QCOMPARE(sent(), QStringLiteral("// First\nT"));
        QVERIFY(m_page->isRunning());
        answer(3);
        QVERIFY(m_page->isRunning()); // there is more to come
        QTRY_COMPARE(runs().size(), 2);
        QCOMPARE(sent(), QStringLiteral("U"));
        answer(2);
        QTRY_COMPARE(runs().size(), 3);
        QCOMPARE(sent(), QStringLiteral("V | count"));
        answer(1);
        QVERIFY(!m_page->isRunning());
        QCOMPARE(started.size(), 3);
        QCOMPARE(tabs(),
                 QStringList({QStringLiteral("V | count"), QStringLiteral("U"), QStringLiteral("First")}));
        QCOMPARE(m_page->pane().answer().rowCount(), 1);
        QCOMPARE(m_page->pane().tabs().pinned().size(), 2);

        // One of them is pinned by hand; another run of all makes the others anew.
        m_page->pane().tabs().findChild<QTabBar *>()->setCurrentIndex(2);
        m_page->pane().tabs().setFrontPinned(true);
        run(PageRunner::Part::All);
        answer(4);
        QTRY_COMPARE(runs().size(), 5);
        answer(4);
        QTRY_COMPARE(runs().size(), 6);
        answer(4);
        QCOMPARE(tabs(), QStringList({QStringLiteral("V | count"), QStringLiteral("U"),
                                      QStringLiteral("First"), QStringLiteral("First")}));

        // A single run leaves what is there, and adds itself.
        run(PageRunner::Part::AtPlace);
        answer(7);
        QCOMPARE(tabs().size(), 5);
        QCOMPARE(m_page->pane().answer().rowCount(), 7);
        QCOMPARE(runs().size(), 7);
    }

    void aFailureEndsTheSequence()
    {
        setText("T\n\nU | where Nope == 1\n\nV");
        run(PageRunner::Part::All);
        answer(3);
        QTRY_COMPARE(runs().size(), 2);
        job()->finish(tl::unexpected<Error>(errorAt({1, 10})));
        QCOMPARE(m_page->editor().errorPosition(), (TextPosition{3, 10}));
        QVERIFY(m_page->status().error->advice.contains(QStringLiteral("2")));
        QVERIFY(m_page->status().error->advice.contains(QStringLiteral("3")));
        QVERIFY(!m_page->isRunning());
        QTest::qWait(0);
        QCOMPARE(runs().size(), 2);
        // An ordinary run's failure says nothing of that.
        run(PageRunner::Part::AtPlace);
        job()->finish(tl::unexpected<Error>(errorAt({1, 0})));
        QVERIFY(m_page->status().error->advice.isEmpty());
    }

    void stopEndsAll()
    {
        setText("T\n\nU\n\nV");
        run(PageRunner::Part::All);
        m_page->stop();
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(m_page->status().state, RunStatus::State::Stopped);
        QCOMPARE(runs().size(), 1);

        // Also between two of them.
        run(PageRunner::Part::All);
        answer(1);
        m_page->stop();
        QVERIFY(!m_page->isRunning());
        QCoreApplication::processEvents();
        QCOMPARE(runs().size(), 2);
    }

    void aPreviewCounts()
    {
        setText("T | where a > 1\n\nU");
        run(PageRunner::Part::Preview);
        QCOMPARE(sent(), QStringLiteral("T | where a > 1\n| take 50"));
        answer(50);
        QCOMPARE(runs().size(), 2);
        QCOMPARE(sent(), QStringLiteral("T | where a > 1\n| count"));
        QVERIFY(m_page->isRunning());
        QCOMPARE(m_page->status().state, RunStatus::State::Done);
        QVERIFY(!m_page->pane().originNote().isEmpty());
        answer(1);
        QVERIFY(!m_page->isRunning());
        QVERIFY2(m_page->pane().originNote().contains(QLocale().toString(1000)),
                 qPrintable(m_page->pane().originNote()));
        QCOMPARE(m_page->pane().answer().rowCount(), 50);

        // The next run has no such line.
        run(PageRunner::Part::AtPlace);
        answer(50);
        QCOMPARE(runs().size(), 3);
        QVERIFY(m_page->pane().originNote().isEmpty());
    }

    void aPreviewWithFewerRowsIsAll()
    {
        setText("T");
        run(PageRunner::Part::Preview);
        answer(12);
        QCOMPARE(runs().size(), 1);
        QVERIFY(m_page->pane().originNote().contains(QStringLiteral("12")));
    }

    void aCountThatFailsIsSaid()
    {
        setText("T");
        run(PageRunner::Part::Preview);
        answer(50);
        job()->finish(tl::unexpected<Error>(errorAt({1, 0})));
        QVERIFY(m_page->pane().originNote().contains(QStringLiteral("No such column.")));
        QVERIFY(!m_page->editor().errorPosition());
        QCOMPARE(m_page->status().state, RunStatus::State::Done);
        // One that is stopped too.
        run(PageRunner::Part::Preview);
        answer(50);
        m_page->stop();
        QVERIFY(!m_page->isRunning());
        QVERIFY(!m_page->pane().originNote().contains(QStringLiteral("counting")));
    }

    void classicPreviewsByTheLimit()
    {
        setText("Type=Event");
        m_page->bar().setLanguage(QueryLanguage::Classic);
        run(PageRunner::Part::Preview);
        QCOMPARE(sent(), QStringLiteral("Type=Event"));
        QCOMPARE(m_fakes->runner.last().query.top, 50);
        job()->deliver(chunkOf(50));
        ResultInfo info;
        info.total = 5310;
        job()->finish(info);
        QCOMPARE(runs().size(), 1);
        QVERIFY(m_page->pane().originNote().contains(QLocale().toString(5310)));
    }

    void aRepeatedRunIsOfWhatWasRun()
    {
        setText("T\n\nU");
        run(PageRunner::Part::AtPlace);
        answer(1);
        m_page->editor().setCursorPosition(2, 0);
        m_page->run(m_connection, RunCause::Repeated);
        QCOMPARE(sent(), QStringLiteral("T"));
        answer(1);
        QVERIFY(m_page->runner().canRepeat(m_fakes->runner.last().query));
        m_page->editor().setQueryText(QStringLiteral("V"));
        QVERIFY(!m_page->runner().canRepeat(m_fakes->runner.last().query));
    }

    void linesGoToTheQueryOfTheRows()
    {
        setText("T\n\nU");
        run(PageRunner::Part::AtPlace);
        answer(1);
        m_page->editor().setCursorPosition(2, 0);
        m_page->toQuery().addLines(QStringLiteral("\n| where a == 1"));
        QCOMPARE(m_page->editor().queryText(), QStringLiteral("T\n| where a == 1\n\nU"));
        m_page->editor().undo();
        QCOMPARE(m_page->editor().queryText(), QStringLiteral("T\n\nU"));
    }

    void theBlockAtTheCaretIsShaded()
    {
        QueryEditor &editor = m_page->editor();
        const auto shaded = [&editor] {
            QList<int> lines;
            for (int line = 0; line < editor.lines(); ++line) {
                if ((editor.markersAtLine(line) & (1U << 2)) != 0)
                    lines.append(line);
            }
            return lines;
        };
        setText("T\n| count\n\n\U0001F600\n");
        QTRY_COMPARE(shaded(), QList<int>({0, 1}));
        editor.setCursorPosition(3, 0);
        QTRY_COMPARE(shaded(), QList<int>({3}));
        editor.setCursorPosition(2, 0);
        QTRY_COMPARE(shaded(), QList<int>({0, 1}));
        QTest::keyClicks(&editor, QStringLiteral("|"));
        QTRY_COMPARE(shaded(), QList<int>()); // one query now
        editor.undo();
        QTRY_COMPARE(shaded(), QList<int>({0, 1}));
        editor.setCursorPosition(1, 7);
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QTRY_COMPARE(shaded(), QList<int>({0, 1, 2}));
        m_page->bar().setLanguage(QueryLanguage::Classic);
        QTRY_COMPARE(shaded(), QList<int>());
    }
};

QTEST_MAIN(TestPageRunner)
#include "tst_pagerunner.moc"
