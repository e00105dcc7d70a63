#include "widgets/connectionchooser.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestConnectionChooser final : public QObject
{
    Q_OBJECT

private slots:
    void embeddedIsAlwaysThere();
    void choosingTells();
    void unknownIdChangesNothing();
    void removedConnectionFallsBack();
    void changedConnectionIsTaken();
    void addAndEdit();
    void namesAreText();
    void colourStandsBesideTheName();

private:
    static Connection named(const char *name)
    {
        Connection connection;
        connection.id = QString::fromLatin1(name).toLower();
        connection.name = QString::fromLatin1(name);
        return connection;
    }
    static QAction *entry(const ConnectionChooser &chooser, const QString &id)
    {
        const QList<QAction *> actions = chooser.menu()->actions();
        for (QAction *action : actions) {
            if (action->data().toString() == id)
                return action;
        }
        return nullptr;
    }

    Theme m_theme;
    Icons m_icons{m_theme};
};

void TestConnectionChooser::embeddedIsAlwaysThere()
{
    ConnectionChooser chooser(m_icons);
    QVERIFY(chooser.current().embedded);
    QVERIFY(entry(chooser, embeddedConnectionId));
    chooser.setConnections({named("Production"), named("Test")});
    QVERIFY(chooser.current().embedded);
    QVERIFY(entry(chooser, embeddedConnectionId)->isChecked());
    QCOMPARE(chooser.menu()->actions().constFirst(), entry(chooser, embeddedConnectionId));
    QVERIFY(entry(chooser, QStringLiteral("production")));
    QVERIFY(entry(chooser, QStringLiteral("test")));
}

void TestConnectionChooser::choosingTells()
{
    ConnectionChooser chooser(m_icons);
    chooser.setConnections({named("Production")});
    QSignalSpy spy(&chooser, &ConnectionChooser::chosen);
    entry(chooser, QStringLiteral("production"))->trigger();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<Connection>(), named("Production"));
    QVERIFY(chooser.text().contains(QLatin1String("Production")));
    QVERIFY(chooser.accessibleName().contains(QLatin1String("Production")));
    QVERIFY(entry(chooser, QStringLiteral("production"))->isChecked());
    QVERIFY(!entry(chooser, embeddedConnectionId)->isChecked());
    QVERIFY(chooser.setCurrent(QStringLiteral("production")));
    QCOMPARE(spy.count(), 1);
    // Choosing it again is a choice as well: the tab may have been on one that is gone.
    entry(chooser, QStringLiteral("production"))->trigger();
    QCOMPARE(spy.count(), 2);
}

void TestConnectionChooser::unknownIdChangesNothing()
{
    ConnectionChooser chooser(m_icons);
    QSignalSpy spy(&chooser, &ConnectionChooser::chosen);
    QVERIFY(!chooser.setCurrent(QStringLiteral("nobody")));
    QCOMPARE(spy.count(), 0);
    QVERIFY(chooser.current().embedded);
}

void TestConnectionChooser::removedConnectionFallsBack()
{
    ConnectionChooser chooser(m_icons);
    chooser.setConnections({named("Production")});
    chooser.setCurrent(QStringLiteral("production"));
    QSignalSpy spy(&chooser, &ConnectionChooser::chosen);
    chooser.setConnections({});
    QCOMPARE(spy.count(), 0); // nobody chose
    QVERIFY(chooser.current().embedded);
}

void TestConnectionChooser::changedConnectionIsTaken()
{
    ConnectionChooser chooser(m_icons);
    Connection production = named("Production");
    chooser.setConnections({production});
    chooser.setCurrent(production.id);
    QSignalSpy spy(&chooser, &ConnectionChooser::chosen);
    production.name = QStringLiteral("Renamed");
    chooser.setConnections({production});
    QCOMPARE(spy.count(), 0); // nobody chose
    QCOMPARE(chooser.current().name, QStringLiteral("Renamed"));
}

void TestConnectionChooser::addAndEdit()
{
    ConnectionChooser chooser(m_icons);
    chooser.setConnections({named("Production")});
    QSignalSpy add(&chooser, &ConnectionChooser::addRequested);
    QSignalSpy edit(&chooser, &ConnectionChooser::editRequested);
    const auto fromEnd = [&](int n) {
        return chooser.menu()->actions().at(chooser.menu()->actions().size() - n);
    };
    QSignalSpy manage(&chooser, &ConnectionChooser::manageRequested);
    fromEnd(3)->trigger();
    QCOMPARE(add.count(), 1);
    QVERIFY(!fromEnd(2)->isEnabled()); // the embedded workspace cannot be edited
    chooser.setCurrent(QStringLiteral("production"));
    QVERIFY(fromEnd(2)->isEnabled());
    fromEnd(1)->trigger();
    QCOMPARE(manage.count(), 1);
    fromEnd(2)->trigger();
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit.at(0).at(0).value<Connection>().id, QStringLiteral("production"));
}

void TestConnectionChooser::namesAreText()
{
    ConnectionChooser chooser(m_icons);
    Connection odd = named("odd");
    odd.name = QStringLiteral("R&D <b>") + QString(100, QLatin1Char('x')) + QStringLiteral(" end");
    chooser.setConnections({odd});
    chooser.setCurrent(odd.id);
    QVERIFY(chooser.text().contains(QLatin1String("R&&D")));
    QVERIFY(chooser.text().endsWith(QLatin1String(" end")));
    QVERIFY(chooser.text().size() < 40);
    QVERIFY(!chooser.toolTip().contains(QLatin1String("<b>")));
}

void TestConnectionChooser::colourStandsBesideTheName()
{
    ConnectionChooser chooser(m_icons);
    Connection production = named("Production");
    production.colour = ColourMark::Red;
    chooser.setConnections({production, named("Test")});
    QVERIFY(chooser.setCurrent(production.id));
    const auto middle = [](const QIcon &icon) { return icon.pixmap(20, 20).toImage().pixelColor(10, 10); };
    QCOMPARE(middle(chooser.icon()), m_theme.color(ColorRole::MarkRed));
    QCOMPARE(middle(entry(chooser, production.id)->icon()), m_theme.color(ColorRole::MarkRed));
    QVERIFY(chooser.text().contains(QLatin1String("Production")));
    QVERIFY(chooser.setCurrent(QStringLiteral("test")));
    QVERIFY(middle(chooser.icon()) != m_theme.color(ColorRole::MarkRed));
}

QTEST_MAIN(TestConnectionChooser)
#include "tst_connectionchooser.moc"
