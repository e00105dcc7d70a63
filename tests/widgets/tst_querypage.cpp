#include "widgets/querypage.h"

#include "models/resultsmodel.h"
#include "support/fakewindowservices.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/resultsheader.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <limits>

using namespace sonde;

namespace {

/// Two columns, one named \a name; its numbers go down as the rows come.
ResultChunk chunkOf(int rows, const QString &name = QStringLiteral("count_"))
{
    ColumnBuilder text(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder number(name, ColumnType::Long);
    for (int row = 0; row < rows; ++row) {
        text.appendText("web" + std::to_string(row));
        number.appendInteger(rows - row);
    }
    ResultChunk chunk;
    chunk.rows = Table({text.build(), number.build()}, static_cast<std::size_t>(rows));
    return chunk;
}

} // namespace

class TestQueryPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<QueryPage> m_page;
    Connection m_connection;

    void makePage()
    {
        m_page = std::make_unique<QueryPage>(m_fakes->services());
        m_page->resize(800, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void run(const ResultChunk &chunk)
    {
        m_page->run(m_connection);
        m_fakes->runner.last().job->deliver(chunk);
        m_fakes->runner.last().job->finish(ResultInfo());
    }
    QString firstCell() const { return m_page->currentView()->model()->index(0, 0).data().toString(); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
        m_connection.id = QStringLiteral("c1");
        m_connection.name = QStringLiteral("Contoso");
        makePage();
    }
    void cleanup()
    {
        m_page.reset();
        m_fakes.reset();
    }

    void anotherRunKeepsTheSort()
    {
        run(chunkOf(5));
        ResultsHeader *header = &m_page->currentView()->header();
        header->setSortKeys({{1, false}});
        QTRY_COMPARE(firstCell(), QStringLiteral("web4"));
        run(chunkOf(8));
        QTRY_COMPARE(firstCell(), QStringLiteral("web7"));
        QCOMPARE(header->sortKeys(), std::vector<SortKey>({{1, false}}));

        // Another query's columns are not that column, and the way back is not remembered either.
        run(chunkOf(6, QStringLiteral("Megabytes")));
        QCOMPARE(firstCell(), QStringLiteral("web0"));
        QVERIFY(header->sortKeys().empty());
        run(chunkOf(6));
        QCOMPARE(firstCell(), QStringLiteral("web0"));

        // Not sorted stays not sorted, also after a run without rows in between.
        header->setSortKeys({{1, false}});
        QTRY_COMPARE(firstCell(), QStringLiteral("web5"));
        m_page->run(m_connection);
        m_fakes->runner.last().job->finish(ResultInfo());
        run(chunkOf(7));
        QTRY_COMPARE(firstCell(), QStringLiteral("web6"));
        header->setSortKeys({});
        QTRY_COMPARE(firstCell(), QStringLiteral("web0"));
        run(chunkOf(5));
        QVERIFY(header->sortKeys().empty());
    }

    void rowsOfAnotherConnectionAreGreyed()
    {
        run(chunkOf(3));
        QCOMPARE(m_page->connectionId(), m_connection.id);
        QVERIFY(m_page->pane().staleNote().isEmpty());
        m_page->setConnectionId(QStringLiteral("c2"));
        QVERIFY(m_page->pane().staleNote().contains(QStringLiteral("Contoso")));
        m_page->setConnectionId(m_connection.id);
        QVERIFY(m_page->pane().staleNote().isEmpty());
        m_page->setConnectionId(QStringLiteral("c2"));
        m_connection.id = QStringLiteral("c2");
        run(chunkOf(2));
        QVERIFY(m_page->pane().staleNote().isEmpty());
    }

    void theSplitterIsRemembered()
    {
        auto *splitter = m_page->findChild<QSplitter *>();
        splitter->setSizes({350, 250});
        emit splitter->splitterMoved(350, 1);
        const QList<int> sizes = splitter->sizes();
        makePage();
        QTRY_COMPARE(m_page->findChild<QSplitter *>()->sizes(), sizes);
    }

    void everyChangeIsSpokenOfSoonAndOnce()
    {
        m_page->restore(m_page->draft());
        QSignalSpy changed(m_page.get(), &QueryPage::draftChanged);
        QElapsedTimer timer;
        timer.start();
        // Without a pause for the timer to wait for.
        while (timer.elapsed() < 1000) {
            QTest::keyClick(&m_page->editor(), Qt::Key_A);
            QTest::qWait(5);
        }
        QVERIFY(changed.size() >= 2);
        QVERIFY(changed.size() <= 4);
        m_page->restore(m_page->draft());
        QVERIFY(!m_page->hasPendingChange());

        changed.clear();
        m_page->setRange(TimeRange::last(std::chrono::hours(2)));
        QTRY_COMPARE(changed.size(), 1);
        m_page->setConnectionId(QStringLiteral("other"));
        QTRY_COMPARE(changed.size(), 2);
        m_page->document().setOwnTitle(QStringLiteral("Mine"));
        QTRY_COMPARE(changed.size(), 3);
    }

    /// A draft of ten megabytes costs little more than the text itself, which the editor hands over.
    void tenMegabytesDoNotStall()
    {
        Query query;
        query.text = QStringLiteral("Event | take 1\n").repeated(700'000);
        m_page->setQuery(query);
        const auto shortest = [](auto work) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int turn = 0; turn < 3; ++turn) {
                QElapsedTimer timer;
                timer.start();
                work();
                best = std::min(best, timer.nsecsElapsed());
            }
            return best;
        };
        const qint64 text = shortest([this] { (void)m_page->editor().text(); });
        Draft draft;
        const qint64 took = shortest([this, &draft] { draft = m_page->draft(); });
        QCOMPARE(draft.query.text.size(), query.text.size());
        QVERIFY2(took < 5 * text, qPrintable(QStringLiteral("%1 for %2 ns").arg(took).arg(text)));
    }

    void comesBackAsItWas()
    {
        Query query;
        query.text = QStringLiteral("Event\n| take 5");
        query.language = QueryLanguage::Classic;
        query.top = 17;
        query.range = TimeRange::last(std::chrono::hours(5));
        m_page->setQuery(query);
        m_page->setConnectionId(QStringLiteral("c7"));
        m_page->document().setOwnTitle(QStringLiteral("Mine"));
        m_page->editor().setCursorPosition(1, 3);
        const Draft draft = m_page->draft();
        makePage();
        m_page->restore(draftFromJson(toJson(draft)).value());
        const Draft again = m_page->draft();
        QCOMPARE(toJson(again), toJson(draft));
        QVERIFY(!m_page->hasPendingChange());
    }
};

QTEST_MAIN(TestQueryPage)
#include "tst_querypage.moc"
