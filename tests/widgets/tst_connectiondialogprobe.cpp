#include "connectiondialogfixture.h"

#include "widgets/proberow.h"
#include "widgets/probeview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace sonde;

/// Testing a connection in its dialog, before it is saved.
class TestConnectionDialogProbe final : public QObject, private ConnectionDialogFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { open(); }
    void cleanup() { close(); }
    void testShowsTheSteps();
    void testNamesTheFault();
    void testStops();
    void changesOutdateTheTest();
    void testNeedsCompleteFields();
};

void TestConnectionDialogProbe::testShowsTheSteps()
{
    fillIn();
    type("secret", QStringLiteral("hush"));
    QTest::mouseClick(part<QPushButton>("test"), Qt::LeftButton);
    const FakeConnectionProbe::Probe &probe = m_probe.last();
    QCOMPARE(probe.connection, m_dialog->connection());
    QCOMPARE(probe.secret.value_or(QString()), QStringLiteral("hush"));
    QCOMPARE(m_dialog->findChildren<ProbeRow *>().size(), 5); // logs query only
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Waiting")));
    emit probe.job->stepChanged(step(ProbeStep::Kind::Name, ProbeStep::State::Running));
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Running")));
    emit probe.job->stepChanged(
        step(ProbeStep::Kind::Name, ProbeStep::State::Passed, QStringLiteral("10.0.0.1")));
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Passed")));
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("10.0.0.1")));
    for (const auto kind : {ProbeStep::Kind::Secure, ProbeStep::Kind::SignIn, ProbeStep::Kind::Workspace,
                            ProbeStep::Kind::Permission})
        emit probe.job->stepChanged(step(kind, ProbeStep::State::Passed));
    const QPointer<ProbeJob> job = probe.job;
    emit job->finished(true);
    const auto *view = m_dialog->findChild<ProbeView *>();
    QVERIFY(view->summary().contains(QLatin1String("in order")));
    QVERIFY(!view->isRunning());
    QTRY_VERIFY(!job);
}

void TestConnectionDialogProbe::testNamesTheFault()
{
    fillIn();
    part<QCheckBox>("classicService")->setChecked(true);
    QVERIFY(m_dialog->fillFrom(resourceId()));
    part<QLineEdit>("workspaceId")->setText(guid(3));
    QTest::mouseClick(part<QPushButton>("test"), Qt::LeftButton);
    QCOMPARE(m_dialog->findChildren<ProbeRow *>().size(), 10);
    ProbeStep failed = step(ProbeStep::Kind::SignIn, ProbeStep::State::Failed);
    failed.service = QueryLanguage::Classic;
    failed.error = Error();
    failed.error->message = QStringLiteral("The secret is wrong.");
    failed.error->advice = QStringLiteral("Enter another one.");
    emit m_probe.last().job->stepChanged(failed);
    emit m_probe.last().job->stepChanged(step(ProbeStep::Kind::Workspace, ProbeStep::State::NotReached));
    emit m_probe.last().job->finished(false);
    QVERIFY(row(7)->accessibleName().contains(QLatin1String("Failed")));
    QVERIFY(row(7)->accessibleName().contains(failed.error->message));
    QVERIFY(row(7)->accessibleName().contains(failed.error->advice));
    QVERIFY(!row(2)->accessibleName().contains(QLatin1String("Failed"))); // the other service's
    QVERIFY(row(3)->accessibleName().contains(QLatin1String("Not run")));
    QVERIFY(m_dialog->findChild<ProbeView *>()->summary().contains(QLatin1String("does not work")));
}

void TestConnectionDialogProbe::testStops()
{
    fillIn();
    auto *button = part<QPushButton>("test");
    const QString test = button->text();
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ProbeJob> job = m_probe.last().job;
    QVERIFY(button->text() != test);
    emit job->stepChanged(step(ProbeStep::Kind::Name, ProbeStep::State::Running));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!job);
    QVERIFY(row(0)->accessibleName().contains(QLatin1String("Stopped")));
    QVERIFY(m_dialog->findChild<ProbeView *>()->summary().contains(QLatin1String("stopped")));
    // A dialog that goes takes its test with it.
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ProbeJob> second = m_probe.last().job;
    m_dialog.reset();
    QTRY_VERIFY(!second);
}

void TestConnectionDialogProbe::changesOutdateTheTest()
{
    fillIn();
    auto *button = part<QPushButton>("test");
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ProbeJob> job = m_probe.last().job;
    const auto *view = m_dialog->findChild<ProbeView *>();
    type("name", QStringLiteral("Another name"));
    QVERIFY(view->isRunning()); // the name has nothing to do with it
    type("secret", QStringLiteral("x"));
    QVERIFY(!view->isRunning());
    QTRY_VERIFY(!job);
    QVERIFY(view->summary().contains(QLatin1String("changed")));
    QVERIFY(!row(0)->isEnabled());
    const auto count = m_probe.probes().size();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_probe.probes().size(), count + 1);
    QCOMPARE(m_probe.last().secret.value_or(QString()), QStringLiteral("x"));
    QVERIFY(row(0)->isEnabled());
}

void TestConnectionDialogProbe::testNeedsCompleteFields()
{
    const auto count = m_probe.probes().size();
    auto *button = part<QPushButton>("test");
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_probe.probes().size(), count);
    QVERIFY(reasons().contains(QLatin1String("tenant")));
    QVERIFY(!m_dialog->findChild<ProbeView *>()->summary().isEmpty());
    fillIn();
    type("name", QStringLiteral(" ")); // not needed for a test
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_probe.probes().size(), count + 1);
}

QTEST_MAIN(TestConnectionDialogProbe)
#include "tst_connectiondialogprobe.moc"
