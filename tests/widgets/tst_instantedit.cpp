#include "widgets/instantedit.h"

#include <QLineEdit>
#include <QTest>

using namespace sonde;

class TestInstantEdit : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("as shown") << QStringLiteral("2026-11-20 08:37:41")
                                  << QStringLiteral("2026-11-20 08:37:41");
        QTest::newRow("with a T") << QStringLiteral("2026-11-20T23:05:09")
                                  << QStringLiteral("2026-11-20 23:05:09");
        QTest::newRow("digits only") << QStringLiteral("20261120083741")
                                     << QStringLiteral("2026-11-20 08:37:41");
        QTest::newRow("zeros") << QStringLiteral("2026-01-02 08:00:00")
                               << QStringLiteral("2026-01-02 08:00:00");
    }

    void takesWhatIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        InstantEdit edit;
        edit.setDateTime(QDateTime(QDate(2026, 11, 22), QTime(19, 25, 37)));
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        edit.activateWindow();
        edit.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&edit, typed);
        QCOMPARE(edit.text(), shown);
    }
};

QTEST_MAIN(TestInstantEdit)
#include "tst_instantedit.moc"
