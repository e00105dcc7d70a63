#include "secrets/fakesecretservice.h"
#include "secrets/sessionsecretstore.h"
#include "secrets/systemkeychain.h"
#include "support/badinput.h"

#include <QDBusConnectionInterface>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace sonde;

namespace {

const QString service = QStringLiteral("org.freedesktop.secrets");
const QString id = QStringLiteral("connection-1");
const QString secret = QStringLiteral("s3cret");
constexpr const char *childMark = "SONDE_BAD_INPUT_CHILD";

template <typename Outcome, typename Ask>
std::optional<Outcome> wait(Ask ask)
{
    QObject context;
    std::optional<Outcome> outcome;
    ask(&context, [&outcome](const Outcome &result) { outcome = result; });
    return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000) ? outcome : std::nullopt;
}

std::optional<Result<QString>> read(Keychain &store)
{
    return wait<Result<QString>>(
        [&store](QObject *context, auto handler) { store.read(id, context, handler); });
}

std::optional<Result<void>> write(Keychain &store)
{
    return wait<Result<void>>(
        [&store](QObject *context, auto handler) { store.write(id, secret, context, handler); });
}

std::optional<Result<void>> unlock(Keychain &store)
{
    return wait<Result<void>>([&store](QObject *context, auto handler) { store.unlock(context, handler); });
}

/// Starts the daemon anew and opens it, as a new session of the desktop does.
bool openAgain()
{
    QProcess daemon;
    daemon.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--replace"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    daemon.write("test-password");
    daemon.closeWriteChannel();
    return daemon.waitForFinished(20'000);
}

} // namespace

/// Keychains that are locked, denied, absent or restarted. Each needs a D-Bus session of its own kind, so
/// each case runs in a child of this program.
class TestBadKeychain : public QObject
{
    Q_OBJECT

public:
    TestBadKeychain();

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    void drive(const char *name, const char *script, BadInputArea::Driver driver);
    static void inSession(const BadInputCase &row, const QString &script);
    static void locked(const BadInputCase &row);
    static void denied(const BadInputCase &row);
    static void absent(const BadInputCase &row);
    static void restarted(const BadInputCase &row);

    BadInputArea m_area{QStringLiteral("keychain")};
};

TestBadKeychain::TestBadKeychain()
{
    drive("locked", "with-keyring.sh", locked);
    drive("denied", "with-bus.sh", denied);
    drive("absent", nullptr, absent);
    drive("restarted", "with-keyring.sh", restarted);
}

void TestBadKeychain::drive(const char *name, const char *script, BadInputArea::Driver driver)
{
    if (qEnvironmentVariableIsSet(childMark)) {
        m_area.drive(name, std::move(driver));
        return;
    }
    const QString session =
        script != nullptr ? QStringLiteral(SONDE_TEST_SUPPORT "/") + QLatin1String(script) : QString();
    m_area.drive(name, [session](const BadInputCase &row) { inSession(row, session); });
}

void TestBadKeychain::inSession(const BadInputCase &row, const QString &script)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(childMark), QStringLiteral("1"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    child.setProcessEnvironment(environment);
    QStringList command{script, QCoreApplication::applicationFilePath(), QStringLiteral("cases:") + row.name};
    command.removeAll(QString());
    const QString program = command.takeFirst();
    child.start(program, command);
    QVERIFY(child.waitForFinished(120'000));
    const QByteArray said = child.readAll();
    QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, said.constData());
    // It did run the case, and that alone.
    QVERIFY2(
        said.contains(QByteArray("PASS   : TestBadKeychain::cases(" + row.name.toUtf8() + QByteArray(")"))),
        said.constData());
}

void TestBadKeychain::locked(const BadInputCase &row)
{
    SystemKeychain store(QStringLiteral("sonde.test"));
    QVERIFY(write(store)->has_value());
    QDBusMessage lock = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
                                                       QStringLiteral("org.freedesktop.Secret.Service"),
                                                       QStringLiteral("Lock"));
    lock << QVariant::fromValue(
        QList<QDBusObjectPath>{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/aliases/default"))});
    QCOMPARE(QDBusConnection::sessionBus().call(lock).type(), QDBusMessage::ReplyMessage);
    const auto found = read(store);
    QVERIFY(found && !found->has_value());
    SONDE_AGREES(row, found->error());
    QCOMPARE(found->error().remedy, Remedy::UnlockKeychain);
    const auto written = write(store);
    QVERIFY(written && !written->has_value());
    SONDE_AGREES(row, written->error());
    QVERIFY(openAgain());
    QTRY_VERIFY_WITH_TIMEOUT(read(store)->has_value(), 20'000);
    QCOMPARE(read(store)->value(), secret);
}

void TestBadKeychain::denied(const BadInputCase &row)
{
    FakeSecretService user(FakeSecretService::Answer::Dismiss);
    SystemKeychain keychain(QStringLiteral("sonde.test"));
    SessionSecretStore store(&keychain);
    const auto outcome = unlock(store);
    QVERIFY(outcome && !outcome->has_value());
    SONDE_AGREES(row, outcome->error());
    QCOMPARE(user.problems, QStringList());
    store.keepForThisRun(id, secret);
    QCOMPARE(read(store)->value(), secret);
}

void TestBadKeychain::absent(const BadInputCase &row)
{
    SystemKeychain keychain(QStringLiteral("sonde.test"));
    SessionSecretStore store(&keychain);
    const auto found = read(store);
    QVERIFY(found && !found->has_value());
    SONDE_AGREES(row, found->error());
    const auto unlocked = unlock(store);
    QVERIFY(unlocked && !unlocked->has_value());
    SONDE_AGREES(row, unlocked->error());
    const auto written = write(store);
    QVERIFY(written && !written->has_value());
    SONDE_AGREES(row, written->error());
    QVERIFY(store.isForThisRun(id));
    QCOMPARE(read(store)->value(), secret);
}

void TestBadKeychain::restarted(const BadInputCase &row)
{
    Q_UNUSED(row)
    SystemKeychain store(QStringLiteral("sonde.test"));
    QVERIFY(write(store)->has_value());
    QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
    const uint before = bus->servicePid(service).value();
    QVERIFY(before > 1);
    QCOMPARE(::kill(static_cast<pid_t>(before), SIGKILL), 0);
    QTRY_VERIFY(!bus->isServiceRegistered(service) || bus->servicePid(service).value() != before);
    QVERIFY(openAgain());
    QTRY_VERIFY_WITH_TIMEOUT(read(store)->has_value(), 20'000);
    QCOMPARE(read(store)->value(), secret);
    QVERIFY(bus->servicePid(service).value() != before);
}

QTEST_GUILESS_MAIN(TestBadKeychain)
#include "tst_badinput_keychain.moc"
