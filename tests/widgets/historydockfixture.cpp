#include "historydockfixture.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace sonde {

void HistoryDockFixture::open()
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

void HistoryDockFixture::makeDock()
{
    delete m_dock;
    m_dock =
        new HistoryDock(*m_store, *m_connections, *m_settings, m_clock, m_theme, m_icons, m_window.get());
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_list = m_dock->findChild<QListView *>();
    m_search = m_dock->findChild<QLineEdit *>();
}

void HistoryDockFixture::close()
{
    m_dock = nullptr;
    m_window.reset();
    m_store.reset();
}

qint64 HistoryDockFixture::put(const QString &text, int secondsAgo, const std::optional<RunEnd> &end)
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

void HistoryDockFixture::show()
{
    m_window->resize(1024, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(empty().sentence() != QStringLiteral("Fetching the history."));
}

void HistoryDockFixture::filterBy(const char *text) const
{
    const auto *button = m_dock->findChild<QToolButton *>(QStringLiteral("filter"));
    const QList<QAction *> actions = button->menu()->actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [text](const QAction *action) {
        return action->text() == QLatin1String(text);
    });
    QVERIFY2(found != actions.end(), text);
    (*found)->trigger();
}

QMenu *HistoryDockFixture::openMenu(int row)
{
    const QModelIndex index = m_list->model()->index(row, 0);
    m_list->setCurrentIndex(index);
    emit m_list->customContextMenuRequested(m_list->visualRect(index).center());
    return m_dock->findChild<QMenu *>();
}

QAction *HistoryDockFixture::actionOf(const QMenu *menu, const char *text)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text() == QString::fromUtf8(text))
            return action;
    }
    return nullptr;
}

QPushButton *HistoryDockFixture::button(const char *text) const
{
    const QList<QPushButton *> buttons = m_window->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == QString::fromUtf8(text))
            return button;
    }
    return nullptr;
}

} // namespace sonde
