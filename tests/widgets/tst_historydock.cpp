#include "fixedclock.h"
#include "stores/connectionstore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "widgets/emptystate.h"
#include "widgets/historydelegate.h"
#include "widgets/historydock.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/theme.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <memory>

using namespace sonde;

/// The dock in a window that wants some of its keys, over a real history.
class TestHistoryDock final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyHistory();
    void opensByKeyAndMouse();
    void halfAQueryIsNotRun();
    void searches();
    void filters();
    void filterIsRemembered();
    void deletesAndUndoes();
    void copies();
    void asksToCompare();
    void menuOfARun();
    void menuOfOtherRuns();
    void neverKeeps();
    void clears();
    void saysWhatIsWrong();
    void toolTipIsText();
    void linesAreFoundAndColoured();
    void marksAreDrawn();
    void everythingHasAName();
    void looks();

private:
    qint64 put(const QString &text, int secondsAgo = 0, const std::optional<RunEnd> &end = {});
    void makeDock();
    void show();
    /// Chooses that entry of the filter's menu.
    void filterBy(const char *text) const;
    QMenu *openMenu(int row);
    static QAction *actionOf(const QMenu *menu, const char *text);
    QPushButton *button(const char *text) const;
    void select(int row) { m_list->setCurrentIndex(m_list->model()->index(row, 0)); }
    int rowCount() const { return m_list->model()->rowCount(); }
    EmptyState &empty() const { return *m_dock->findChild<EmptyState *>(); }

    FixedClock m_clock;
    Theme m_theme;
    Icons m_icons{m_theme};
    Connection m_connection;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<QMainWindow> m_window;
    HistoryDock *m_dock = nullptr;
    QListView *m_list = nullptr;
    QLineEdit *m_search = nullptr;
};

void TestHistoryDock::init()
{
    m_theme.install();
    m_folder = std::make_unique<QTemporaryDir>();
    m_connections = std::make_unique<ConnectionStore>(m_folder->filePath(QStringLiteral("connections.json")));
    m_connection.id = QStringLiteral("c1");
    m_connection.name = QStringLiteral("Contoso R&D");
    QVERIFY(m_connections->add(m_connection).has_value());
    m_store = std::make_unique<HistoryStore>(m_folder->filePath(QStringLiteral("history")));
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_window = std::make_unique<QMainWindow>();
    for (const QKeySequence &keys :
         {QKeySequence(QKeySequence::Copy), QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Undo)}) {
        auto *action = new QAction(m_window.get());
        action->setShortcut(keys);
        m_window->addAction(action);
        connect(action, &QAction::triggered, this,
                [keys] { QFAIL(qPrintable(QStringLiteral("The window took ") + keys.toString())); });
    }
    m_window->setCentralWidget(new QWidget);
    makeDock();
}

void TestHistoryDock::makeDock()
{
    delete m_dock;
    m_dock =
        new HistoryDock(*m_store, *m_connections, *m_settings, m_clock, m_theme, m_icons, m_window.get());
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_list = m_dock->findChild<QListView *>();
    m_search = m_dock->findChild<QLineEdit *>();
}

void TestHistoryDock::cleanup()
{
    m_dock = nullptr;
    m_window.reset();
    m_store.reset();
}

qint64 TestHistoryDock::put(const QString &text, int secondsAgo, const std::optional<RunEnd> &end)
{
    Query query;
    query.text = text;
    QSignalSpy added(m_store.get(), &HistoryStore::entryAdded);
    QSignalSpy changed(m_store.get(), &HistoryStore::entryChanged);
    const qint64 id = m_store->begin(query, m_connection, m_clock.nowUtc().addSecs(-secondsAgo));
    if (end)
        m_store->finish(id, *end);
    if (!QTest::qWaitFor([&] { return added.count() == 1 && changed.count() == (end ? 1 : 0); }))
        qWarning("The run was not stored.");
    return id;
}

void TestHistoryDock::show()
{
    m_window->resize(1024, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(empty().sentence() != QStringLiteral("Fetching the history."));
}

QMenu *TestHistoryDock::openMenu(int row)
{
    const QModelIndex index = m_list->model()->index(row, 0);
    m_list->setCurrentIndex(index);
    emit m_list->customContextMenuRequested(m_list->visualRect(index).center());
    return m_dock->findChild<QMenu *>();
}

QAction *TestHistoryDock::actionOf(const QMenu *menu, const char *text)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text() == QString::fromUtf8(text))
            return action;
    }
    return nullptr;
}

QPushButton *TestHistoryDock::button(const char *text) const
{
    const QList<QPushButton *> buttons = m_window->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == QString::fromUtf8(text))
            return button;
    }
    return nullptr;
}

void TestHistoryDock::emptyHistory()
{
    show();
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("Queries that you run are remembered here."));
    QVERIFY(!m_dock->findChild<QToolButton *>(QStringLiteral("clear"))->isEnabled());
    QSignalSpy run(m_dock, &HistoryDock::runRequested);
    button("Run query")->click();
    QCOMPARE(run.count(), 1);
    put(QStringLiteral("Event"));
    QTRY_VERIFY(m_list->isVisible());
}

void TestHistoryDock::opensByKeyAndMouse()
{
    const qint64 id = put(QStringLiteral("Event"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    select(1);
    m_list->setFocus();
    QSignalSpy open(m_dock, &HistoryDock::openRequested);
    QTest::keyClick(m_list, Qt::Key_Return);
    QTest::keyClick(m_list, Qt::Key_Enter);
    QTest::keyClick(m_list, Qt::Key_Return, Qt::ControlModifier);
    const QPoint place = m_list->visualRect(m_list->currentIndex()).center();
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(open.count(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(open.at(i).at(0).value<HistoryEntry>().id, id);
        QCOMPARE(open.at(i).at(1).toBool(), i == 2);
    }
    // The name of the day is nothing to open, and is stepped over.
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {},
                       m_list->visualRect(m_list->model()->index(0, 0)).center());
    QCOMPARE(m_list->currentIndex().row(), 1);
    QTest::keyClick(m_list, Qt::Key_Up);
    QCOMPARE(m_list->currentIndex().row(), 1);
}

void TestHistoryDock::halfAQueryIsNotRun()
{
    put(QString(HistoryEntry::longestText + 1, u'x'));
    show();
    QTRY_COMPARE(rowCount(), 2);
    select(1);
    QSignalSpy open(m_dock, &HistoryDock::openRequested);
    QTest::keyClick(m_list, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(open.count(), 1);
    QVERIFY(!open.at(0).at(1).toBool());
    QVERIFY(!actionOf(openMenu(1), "Run again")->isEnabled());
}

void TestHistoryDock::searches()
{
    put(QStringLiteral("Event"), 20);
    put(QStringLiteral("Perf"), 10);
    show();
    QTRY_COMPARE(rowCount(), 3);
    m_dock->focusSearch();
    QCOMPARE(QGuiApplication::focusObject(), m_search);
    QTest::keyClicks(m_search, QStringLiteral("EVE"));
    QTRY_COMPARE(rowCount(), 2);
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(QGuiApplication::focusObject(), m_list);
    QCOMPARE(m_list->currentIndex().row(), 1);
    m_search->setFocus();
    QTest::keyClicks(m_search, QStringLiteral(" xyz"));
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("No run matches “EVE xyz”."));
    button("Show all runs")->click();
    QTRY_COMPARE(rowCount(), 3);
    m_search->setFocus();
    QTest::keyClicks(m_search, QStringLiteral("perf"));
    QTRY_COMPARE(rowCount(), 2);
    QTest::keyClick(m_search, Qt::Key_Escape); // not the window's
    QCOMPARE(m_search->text(), QString());
    QTRY_COMPARE(rowCount(), 3);
}

void TestHistoryDock::filterBy(const char *text) const
{
    const auto *button = m_dock->findChild<QToolButton *>(QStringLiteral("filter"));
    const QList<QAction *> actions = button->menu()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [text](const QAction *action) {
        return action->text() == QLatin1String(text);
    });
    QVERIFY2(found != actions.end(), text);
    (*found)->trigger();
}

void TestHistoryDock::filters()
{
    RunEnd failed;
    failed.outcome = RunOutcome::Failed;
    failed.durationMs = 11'000;
    put(QStringLiteral("slow"), 20, failed);
    failed.durationMs = 100;
    put(QStringLiteral("quick"), 10, failed);
    put(QStringLiteral("runs"));
    show();
    QTRY_COMPARE(rowCount(), 4);
    const auto *chip = m_dock->findChild<QPushButton *>(QStringLiteral("chip"));
    QVERIFY(!chip->isVisible());
    filterBy("Failed");
    QTRY_COMPARE(rowCount(), 3);
    QCOMPARE(chip->text(), QStringLiteral("Failed"));
    filterBy("Over 10 s");
    QTRY_COMPARE(rowCount(), 2);
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), QStringLiteral("Failed · over 10 s"));
    QCOMPARE(chip->accessibleName(), QStringLiteral("Remove the filter “Failed · over 10 s”"));
    filterBy("Any outcome");
    QCOMPARE(chip->text(), QStringLiteral("Over 10 s"));

    // Nothing left: it says why, and one button brings all back.
    filterBy("Over 1 min");
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("No run matches the filter “Over 1 min”."));
    QVERIFY(m_dock->findChild<QToolButton *>(QStringLiteral("clear"))->isEnabled());
    QTest::keyClicks(m_search, QStringLiteral("low"));
    QTRY_COMPARE(empty().sentence(), QStringLiteral("No run with the filter “Over 1 min” matches “low”."));
    button("Show all runs")->click();
    QTRY_COMPARE(rowCount(), 4);
    QVERIFY(m_search->text().isEmpty());
    QVERIFY(!chip->isVisible());

    filterBy("Stopped");
    QTRY_VERIFY(empty().isVisible());
    QTest::mouseClick(const_cast<QPushButton *>(chip), Qt::LeftButton);
    QTRY_COMPARE(rowCount(), 4);
    QCOMPARE(QGuiApplication::focusObject(), m_search);
    filterBy("Failed");
    QTRY_COMPARE(rowCount(), 3);
    QTest::mouseClick(const_cast<QPushButton *>(chip), Qt::LeftButton);
    QTRY_COMPARE(rowCount(), 4);
    QCOMPARE(QGuiApplication::focusObject(), m_list);
}

void TestHistoryDock::filterIsRemembered()
{
    put(QStringLiteral("Event"));
    show();
    filterBy("With rows");
    filterBy("Over 1 min");
    makeDock();
    show();
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("No run matches the filter “With rows · over 1 min”."));
    // What a hand wrote into the file is no filter.
    m_settings->set(settings::historyOutcome, QStringLiteral("odd"));
    m_settings->set(settings::historyLongerThan, 1234);
    makeDock();
    show();
    QTRY_COMPARE(rowCount(), 2);
}

void TestHistoryDock::deletesAndUndoes()
{
    for (int i = 0; i < 4; ++i)
        put(QStringLiteral("Q%1").arg(i), 100 - i);
    show();
    QTRY_COMPARE(rowCount(), 5);
    auto *undo = m_dock->findChild<UndoBar *>();
    QVERIFY(!undo->isVisible());
    select(1);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QTRY_COMPARE(rowCount(), 4);
    QTRY_VERIFY(undo->isVisible());
    // The next one is chosen, so that Delete can be pressed again.
    QCOMPARE(m_list->currentIndex().data().toString(), QStringLiteral("Q2"));
    QVERIFY(m_list->selectionModel()->isSelected(m_list->currentIndex()));
    QTest::keyClick(m_list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rowCount(), 5);
    QVERIFY(!undo->isVisible());
    QTRY_COMPARE(m_list->currentIndex().data().toString(), QStringLiteral("Q3"));

    m_list->selectAll();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QTRY_VERIFY(empty().isVisible());
    QTRY_VERIFY(undo->isVisible());
    QVERIFY2(undo->sentence().startsWith(QLatin1String("4 ")), qPrintable(undo->sentence()));
    button("Undo")->click();
    QTRY_COMPARE(rowCount(), 5);
    QVERIFY(m_list->isVisible());
}

void TestHistoryDock::copies()
{
    put(QStringLiteral("// why\nEvent\n| take 5"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    select(1);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("// why\nEvent\n| take 5"));
}

void TestHistoryDock::asksToCompare()
{
    const qint64 older = put(QStringLiteral("Event"), 20);
    const qint64 newer = put(QStringLiteral("Event | count"), 10);
    put(QStringLiteral("Perf"));
    show();
    QTRY_COMPARE(rowCount(), 4);
    QSignalSpy asked(m_dock, &HistoryDock::compareRequested);
    const auto idsOf = [&asked](int call) {
        QList<qint64> ids;
        const auto entries = asked.at(call).at(0).value<QList<HistoryEntry>>();
        for (const HistoryEntry &entry : entries)
            ids << entry.id;
        return ids;
    };
    const auto press = [this] {
        QTest::keyClick(m_list, Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    };
    QMenu *menu = openMenu(2);
    QVERIFY(actionOf(menu, "Compare with the current tab")->isEnabled());
    delete menu;
    press();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(idsOf(0), QList<qint64>{newer});
    m_list->selectionModel()->select(m_list->model()->index(3, 0), QItemSelectionModel::Select);
    press();
    QCOMPARE(asked.count(), 2);
    QCOMPARE(idsOf(1), (QList<qint64>{older, newer})); // the older one first, whatever was chosen first
    m_list->selectAll();
    press();
    QCOMPARE(asked.count(), 2); // three have no two sides
}

void TestHistoryDock::menuOfARun()
{
    put(QStringLiteral("Event"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    QSignalSpy open(m_dock, &HistoryDock::openRequested);
    actionOf(openMenu(1), "Copy to a new tab")->trigger();
    actionOf(openMenu(1), "Run again")->trigger();
    QCOMPARE(open.count(), 2);
    QVERIFY(!open.at(0).at(1).toBool());
    QVERIFY(open.at(1).at(1).toBool());
    actionOf(openMenu(1), "Delete")->trigger();
    QTRY_COMPARE(rowCount(), 0);
}

void TestHistoryDock::menuOfOtherRuns()
{
    m_connection.id = QStringLiteral("gone");
    put(QStringLiteral("Event"));
    m_connection.id = embeddedConnectionId;
    put(QStringLiteral("Perf"));
    show();
    QTRY_COMPARE(rowCount(), 3);
    for (const int row : {1, 2}) {
        const QMenu *menu = openMenu(row);
        for (const QAction *action : menu->actions())
            QVERIFY(!action->text().startsWith(QLatin1String("Never keep")));
        delete menu;
    }
    const QMenu *menu = openMenu(0); // a day
    QCOMPARE(menu->actions().size(), 1);
}

void TestHistoryDock::neverKeeps()
{
    put(QStringLiteral("Event"), 10);
    m_connection.id = QStringLiteral("c2");
    put(QStringLiteral("Perf"));
    show();
    QTRY_COMPARE(rowCount(), 3);
    QSignalSpy never(m_dock, &HistoryDock::neverKeepRequested);
    actionOf(openMenu(2), "Never keep runs of “Contoso R&&D”…")->trigger();
    button("Cancel")->click();
    QCOMPARE(never.count(), 0);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    delete m_dock->findChild<QMenu *>();

    actionOf(openMenu(2), "Never keep runs of “Contoso R&&D”…")->trigger();
    const auto *box = m_window->findChild<QMessageBox *>();
    QCOMPARE(box->text(), QStringLiteral("Keep no more runs of “Contoso R&D”?"));
    QVERIFY(box->checkBox()->isChecked());
    button("Never keep")->click();
    QCOMPARE(never.count(), 1);
    QCOMPARE(never.at(0).at(0).toString(), QStringLiteral("c1"));
    QTRY_COMPARE(rowCount(), 2);
    QCOMPARE(m_list->model()->index(1, 0).data().toString(), QStringLiteral("Perf"));
}

void TestHistoryDock::clears()
{
    put(QStringLiteral("Event"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    auto *clear = m_dock->findChild<QToolButton *>(QStringLiteral("clear"));
    clear->click();
    button("Cancel")->click();
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QCOMPARE(rowCount(), 2);
    clear->click();
    button("Clear history")->click();
    QTRY_COMPARE(rowCount(), 0);
    QTRY_VERIFY(empty().isVisible());
}

void TestHistoryDock::saysWhatIsWrong()
{
    const QString folder = m_folder->filePath(QStringLiteral("history"));
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    show();
    QTRY_VERIFY(empty().sentence().startsWith(QLatin1String("The history could not be read or written.")));
    auto *messages = m_dock->findChild<MessageBar *>();
    m_store->begin(Query(), m_connection, m_clock.nowUtc());
    QTRY_VERIFY(messages->isVisible());
    QVERIFY(!messages->advice().isEmpty());
    // It mends itself with the next run.
    QVERIFY(inTheWay.remove());
    m_store->begin(Query(), m_connection, m_clock.nowUtc());
    QTRY_VERIFY(!messages->isVisible());
    QTRY_COMPARE(rowCount(), 3);
}

void TestHistoryDock::toolTipIsText()
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

void TestHistoryDock::linesAreFoundAndColoured()
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

void TestHistoryDock::marksAreDrawn()
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

void TestHistoryDock::everythingHasAName()
{
    RunEnd end;
    end.rows = 1;
    put(QStringLiteral("Event"), 0, end);
    show();
    QTRY_COMPARE(rowCount(), 2);
    filterBy("With rows");
    m_search->setFocus();
    QList<QWidget *> order;
    for (int i = 0; i < 5; ++i) {
        order << QApplication::focusWidget();
        QVERIFY(!order.last()->accessibleName().isEmpty());
        QTest::keyClick(order.last(), Qt::Key_Tab);
    }
    QCOMPARE(order, (QList<QWidget *>{m_search, m_dock->findChild<QToolButton *>(QStringLiteral("filter")),
                                      m_dock->findChild<QToolButton *>(QStringLiteral("clear")),
                                      m_dock->findChild<QPushButton *>(QStringLiteral("chip")), m_list}));
}

/// Pictures into the folder that SONDE_SCREENSHOTS names, if it is set.
void TestHistoryDock::looks()
{
    RunEnd end;
    end.rows = 1204;
    end.durationMs = 412;
    m_connection.name = QStringLiteral("Fabrikam test");
    put(QStringLiteral("Usage | summarize sum(Quantity) by DataType"), 3 * 86'400, end);
    m_connection.name = QStringLiteral("Contoso production");
    end.outcome = RunOutcome::Interrupted;
    put(QStringLiteral("SigninLogs | where ResultType != 0"), 86'400 + 50, end);
    end.outcome = RunOutcome::Capped;
    put(QStringLiteral("SecurityEvent\n| where EventID == 4625"), 86'400, end);
    end.outcome = RunOutcome::Partial;
    end.rows = 30'000;
    end.durationMs = 64'000;
    put(QStringLiteral("// Errors of the last night\nAppExceptions\n| where SeverityLevel >= 3"), 4000, end);
    end.outcome = RunOutcome::Stopped;
    end.rows = 0;
    put(QStringLiteral("search in (Event, Syslog) \"disk\" | take 500 | sort by TimeGenerated"), 3000, end);
    end.outcome = RunOutcome::Failed;
    end.durationMs = 150;
    end.errorMessage = QStringLiteral("There is no table Evnt.");
    m_connection.name = QStringLiteral("A workspace with quite a long name in West Europe");
    put(QStringLiteral("Evnt | take 10"), 2000, end);
    m_connection.name = QStringLiteral("Embedded workspace");
    end.outcome = RunOutcome::Complete;
    end.rows = 1;
    put(QStringLiteral("Heartbeat | count"), 1000, end);
    put(QStringLiteral("Perf\n| summarize avg(CounterValue) by bin(TimeGenerated, 5m), Computer"), 3);
    show();
    QTRY_COMPARE(rowCount(), 11);
    m_window->resizeDocks({m_dock}, {320}, Qt::Horizontal);
    select(2);
    m_list->setFocus();
    const auto shoot = [this](const char *name) {
        const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
        for (const bool isDark : {false, true}) {
            m_theme.setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
            QCoreApplication::sendPostedEvents();
            const QPixmap picture = m_window->grab();
            QVERIFY(!picture.isNull());
            if (!folder.isEmpty()) {
                picture.save(
                    QDir(folder).filePath(QStringLiteral("%1-%2.png")
                                              .arg(QLatin1String(name), isDark ? QStringLiteral("dark")
                                                                               : QStringLiteral("light"))));
            }
        }
    };
    shoot("history");
    QTest::keyClick(m_list, Qt::Key_Delete);
    QTRY_VERIFY(m_dock->findChild<UndoBar *>()->isVisible());
    Error error;
    error.kind = ErrorKind::Io;
    error.message = QStringLiteral("The history could not be read or written.");
    error.advice =
        QStringLiteral("The disk of “/home/ada/.local/share/sonde/history” is full (0 MB free). Make "
                       "room: until then the newest runs are kept in memory only.");
    emit m_store->problem(error);
    m_window->resizeDocks({m_dock}, {240}, Qt::Horizontal);
    shoot("history-deleted");
    m_search->setText(QStringLiteral("nothing like it"));
    QTRY_VERIFY(empty().isVisible());
    shoot("history-empty");
    m_search->setText(QStringLiteral("time contoso"));
    QTRY_VERIFY(m_list->isVisible());
    select(1);
    shoot("history-found");
    m_theme.setContrastMode(Theme::ContrastMode::High);
    shoot("history-found-high");
    m_theme.setContrastMode(Theme::ContrastMode::System);
    m_search->clear();
    filterBy("Stopped");
    filterBy("Over 10 s");
    QTRY_VERIFY(m_list->isVisible());
    shoot("history-filtered");
    if (const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS"); !folder.isEmpty()) {
        m_search->clear();
        QTRY_VERIFY(m_list->isVisible());
        QMenu *menu = openMenu(1);
        menu->grab().save(folder + QStringLiteral("/history-menu.png"));
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(QLatin1String("Never")))
                action->trigger();
        }
        m_window->findChild<QMessageBox *>()->grab().save(folder + QStringLiteral("/history-never.png"));
    }
    m_theme.setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestHistoryDock)
#include "tst_historydock.moc"
