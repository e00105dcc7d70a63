#include "support/actionaudit.h"
#include "support/windowfixture.h"

#include <QDebug>
#include <QMenuBar>
#include <QTest>

using namespace sonde;

/// Every action can be reached by key, by menu and by a screen reader.
class TestMainWindowActions final : public QObject
{
    Q_OBJECT

private slots:
    void theAuditFindsFaults();
    void theAuditPassesWhatIsRight();
    void everyActionIsReachable();
};

void TestMainWindowActions::theAuditFindsFaults()
{
    QMenuBar bar;
    QMenu *file = bar.addMenu(QStringLiteral("&File"));
    file->addAction(QStringLiteral("&New"))->setShortcut(Qt::CTRL | Qt::Key_N);
    file->addAction(QStringLiteral("&Next"))->setShortcut(Qt::CTRL | Qt::Key_N);
    file->addAction(QStringLiteral("Plain"));
    file->addAction(QString())->setShortcut(Qt::Key_F9);
    bar.addMenu(QStringLiteral("&Find"));
    const QStringList faults = ActionAudit(bar, {QStringLiteral("New")}).faults();
    const QStringList expected{
        QStringLiteral("File › Next: mnemonic n is that of File › New"),
        QStringLiteral("File › Next: Ctrl+N is that of File › New"),
        QStringLiteral("File › Plain: no mnemonic"),
        QStringLiteral("File › Plain: no shortcut"),
        QStringLiteral("File: no text"),
        QStringLiteral("File › : no mnemonic"),
        QStringLiteral("File › : no tooltip"),
        QStringLiteral("menu bar › Find: mnemonic f is that of menu bar › File"),
        QStringLiteral("“New” is excused, but there is no such action or it has a shortcut"),
    };
    QCOMPARE(faults, expected);
}

void TestMainWindowActions::theAuditPassesWhatIsRight()
{
    QMenuBar bar;
    QMenu *file = bar.addMenu(QStringLiteral("&File"));
    file->addAction(QStringLiteral("&New"))->setShortcut(Qt::CTRL | Qt::Key_N);
    file->addSeparator();
    QMenu *recent = file->addMenu(QStringLiteral("&Recent"));
    recent->addAction(QStringLiteral("&Not so dangerous"));
    QCOMPARE(ActionAudit(bar, {QStringLiteral("Not so dangerous")}).faults(), QStringList());
}

void TestMainWindowActions::everyActionIsReachable()
{
    WindowFixture fixture;
    MainWindow &window = fixture.openWindow();
    // Choices and rare things, reached by menu and mnemonic.
    const QStringList withoutShortcut{
        QStringLiteral("As the system"), QStringLiteral("Light"),       QStringLiteral("Dark"),
        QStringLiteral("High contrast"), QStringLiteral("About Sonde"),
    };
    const QStringList faults = ActionAudit(*window.menuBar(), withoutShortcut).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestMainWindowActions)
#include "tst_mainwindowactions.moc"
