#include "stores/favouritestore.h"
#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/connectionchooser.h"
#include "widgets/favouritesdock.h"
#include "widgets/messagebar.h"
#include "widgets/querybar.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/samplequeries.h"
#include "widgets/statusline.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <algorithm>

using namespace sonde;

/// Which connection a tab belongs to, what the window is called after, and what its menus store.
class TestMainWindowTabs final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void otherTabsKeepTheirConnection();
    void aTabFollowsItsConnectionToAnotherId();
    void aTabWhoseConnectionIsGoneDoesNotRunElsewhere();
    void theThemeOfTheMenuIsStored();
    void highContrastOfTheMenuIsStored();
    void titleOfTheWindowIsTheTabs();
    void aPinnedTabSaysWhyItStays();

private:
    MainWindow &window() { return m_fixture->window(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMainWindowTabs::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->openWindow();
}

void TestMainWindowTabs::cleanup()
{
    m_fixture.reset();
}

void TestMainWindowTabs::otherTabsKeepTheirConnection()
{
    QVERIFY(m_fixture->favourites().load());
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    Query query;
    query.text = QStringLiteral("Event");
    QueryPage *page = window().openQuery(query, false);
    QCOMPARE(page->connectionId(), m_fixture->connection.id);
    window().runSample(sampleQueries().first());
    QVERIFY(m_fixture->runner.last().connection.embedded);
    QCOMPARE(page->connectionId(), m_fixture->connection.id);
    QTRY_VERIFY(m_fixture->favourites().listings().size() == 2);
    QTRY_VERIFY(!m_fixture->favourites().listings().last().files.isEmpty());
    window().tabs().setCurrent(page);
    emit window().findChild<FavouritesDock *>()->openRequested(
        m_fixture->favourites().listings().last().files.first(), false);
    QCOMPARE(page->connectionId(), m_fixture->connection.id);
    window().tabs().setCurrent(page);
    QCOMPARE(chooser->current().id, m_fixture->connection.id);
}

void TestMainWindowTabs::aTabFollowsItsConnectionToAnotherId()
{
    m_fixture->chooseConnection(m_fixture->connection.id);
    Query query;
    query.text = QStringLiteral("Event");
    QueryPage *page = window().openQuery(query, false);
    page->setConnectionId(m_fixture->connection.id);
    Connection other = m_fixture->connection;
    other.id = QStringLiteral("7b1d6d1e-0000-4000-8000-000000000002");
    QVERIFY(m_fixture->connections().replace(m_fixture->connection.id, other));
    QCOMPARE(page->connectionId(), other.id);
    QCOMPARE(window().findChild<ConnectionChooser *>()->current().id, other.id);
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    QCOMPARE(m_fixture->runner.last().connection.id, other.id);
}

void TestMainWindowTabs::aTabWhoseConnectionIsGoneDoesNotRunElsewhere()
{
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    Query query;
    query.text = QStringLiteral("Event");
    QueryPage *page = window().openQuery(query, false);
    page->bar().setRepeatSeconds(60);
    QVERIFY(m_fixture->connections().remove(m_fixture->connection.id));
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    QCOMPARE(page->bar().repeatSeconds(), 0); // or it would be said again and again
    QCOMPARE(m_fixture->runner.runs().size(), 0);
    QCOMPARE(m_fixture->messages().message(),
             QStringLiteral("The connection of this tab is no longer there."));
    // The person chooses.
    m_fixture->chooseConnection(embeddedConnectionId);
    QCOMPARE(page->connectionId(), QString(embeddedConnectionId));
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    QCOMPARE(m_fixture->runner.runs().size(), 1);
}

void TestMainWindowTabs::theThemeOfTheMenuIsStored()
{
    for (QMenu *menu : window().findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("&Dark"))
                action->trigger();
        }
    }
    QCOMPARE(m_fixture->settings().get(settings::theme), ThemeChoice::Dark);
    QVERIFY(m_fixture->theme.isDark());
}

void TestMainWindowTabs::highContrastOfTheMenuIsStored()
{
    QAction *action = m_fixture->action(QStringLiteral("High &contrast"));
    QVERIFY(action != nullptr);
    QVERIFY(!action->isChecked());
    action->trigger();
    QVERIFY(action->isChecked());
    QVERIFY(m_fixture->theme.isHighContrast());
    QCOMPARE(m_fixture->settings().get(settings::contrast), ContrastChoice::High);
    // Also of the next window, and in one that is open already.
    m_fixture->openWindow();
    action = m_fixture->action(QStringLiteral("High &contrast"));
    QVERIFY(action->isChecked());
    m_fixture->settings().set(settings::contrast, ContrastChoice::System);
    QVERIFY(!action->isChecked());
    QVERIFY(!m_fixture->theme.isHighContrast());
    action->trigger();
    action->trigger();
    // As the desktop again.
    QCOMPARE(m_fixture->settings().get(settings::contrast), ContrastChoice::System);
}

void TestMainWindowTabs::titleOfTheWindowIsTheTabs()
{
    Query query;
    query.text = QStringLiteral("Event");
    window().openQuery(query, false, QStringLiteral("Failing disks"));
    QCOMPARE(window().windowTitle(), QStringLiteral("Failing disks[*]"));
    window().openQuery(query, false);
    QCOMPARE(window().windowTitle(), window().tabs().titleOf(window().currentPage()) + QStringLiteral("[*]"));
    window().tabs().closeCurrent();
    QCOMPARE(window().windowTitle(), QStringLiteral("Failing disks[*]"));
}

void TestMainWindowTabs::aPinnedTabSaysWhyItStays()
{
    QAction *pin = m_fixture->action(QStringLiteral("&Pin tab"));
    QVERIFY(!pin->isEnabled());
    Query query;
    query.text = QStringLiteral("Event");
    QueryPage *page = window().openQuery(query, false);
    QVERIFY(pin->isEnabled() && !pin->isChecked());
    pin->trigger();
    QVERIFY(page->document().isPinned());
    window().openQuery(query, false);
    QVERIFY(!pin->isChecked());
    window().tabs().setCurrent(page);
    QVERIFY(pin->isChecked());
    m_fixture->action(QStringLiteral("&Close tab"))->trigger();
    QCOMPARE(window().tabs().pages().size(), 2);
    const QList<QLabel *> labels = m_fixture->status().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("is pinned"));
    }));
    pin->trigger();
    m_fixture->action(QStringLiteral("&Close tab"))->trigger();
    QCOMPARE(window().tabs().pages().size(), 1);
}

QTEST_MAIN(TestMainWindowTabs)
#include "tst_mainwindowtabs.moc"
