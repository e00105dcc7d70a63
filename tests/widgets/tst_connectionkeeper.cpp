#include "connectionkeeperfixture.h"

#include "stores/connectionfile.h"
#include "widgets/importconnectionsdialog.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace sonde;

/// Connections with their secrets: through the dialogs, into store and keychain.
class TestConnectionKeeper final : public QObject, private ConnectionKeeperFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { open(); }
    void cleanup() { m_window.reset(); }
    void addsWithItsSecret();
    void noKeychainKeepsItInMemory();
    void aKeychainThatWentAwayIsNoLoss_data();
    void aKeychainThatWentAwayIsNoLoss();
    void anOlderSecretInALockedKeychainIsSaid();
    void forThisRunTakesTheStoredOneAway();
    void aLockedKeychainChangesNothing();
    void aRefusedSecretChangesNothing();
    void aFileThatCannotBeWrittenIsSaid();
    void editingSaysWhatIsStored();
    void unlockingInTheDialog();
    void deletingTakesTheSecretAlong();
    void deletingIsAskedFirst();
    void deletingWithALockedKeychain_data();
    void deletingWithALockedKeychain();
    void deletingIsUndoneWhereTheFileFails();
    void deletingKeepsWhatIsForThisRun();
    void duplicatesWithTheSecret();
    void aDuplicateWithoutItsSecretIsNone();
    void ordersByKeys();
    void keysDoTheWork();
    void tabOrderFollowsTheEye();
    void emptyListSaysWhatBelongsHere();
    void pictures();
};

void TestConnectionKeeper::addsWithItsSecret()
{
    QSignalSpy changed(m_keeper, &ConnectionKeeper::changed);
    m_keeper->add();
    auto *form = dialog<ConnectionDialog>();
    form->setConnection(connection(1, QStringLiteral("One")));
    form->secretField().setSecret(QStringLiteral("hush"));
    submit(form);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), id(1));
    QTRY_VERIFY(!dialog<ConnectionDialog>());
    QCOMPARE(m_store->connections(), QList<Connection>{connection(1, QStringLiteral("One"))});
    // A change of an old one makes nobody search there.
    m_keeper->edit(connection(1, QStringLiteral("Renamed")));
    submit(dialog<ConnectionDialog>());
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(changed.at(1).at(0).toString(), QString());
    QCOMPARE(names(), QStringLiteral("Renamed"));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("hush"));
    QVERIFY(!m_secrets->isForThisRun(id(1)));
    QTRY_VERIFY(!dialog<ConnectionDialog>());
}

void TestConnectionKeeper::noKeychainKeepsItInMemory()
{
    m_secrets->state = KeychainState::Missing;
    m_keeper->add();
    auto *form = dialog<ConnectionDialog>();
    form->setConnection(connection(1, QStringLiteral("One")));
    // Said before anything is typed.
    QTRY_VERIFY(form->secretField().note().contains(QLatin1String("no keychain")));
    form->secretField().setSecret(QStringLiteral("hush"));
    submit(form);
    QTRY_VERIFY(m_secrets->isForThisRun(id(1)));
    QCOMPARE(names(), QStringLiteral("One"));
}

void TestConnectionKeeper::aKeychainThatWentAwayIsNoLoss_data()
{
    QTest::addColumn<bool>("duringTheWrite");
    QTest::addColumn<bool>("inTheList");
    QTest::newRow("before the write") << false << false;
    QTest::newRow("during the write") << true << false;
    QTest::newRow("from the list") << true << true;
}

void TestConnectionKeeper::aKeychainThatWentAwayIsNoLoss()
{
    QFETCH(bool, duringTheWrite);
    QFETCH(bool, inTheList);
    if (inTheList)
        manager();
    QSignalSpy failed(m_keeper, &ConnectionKeeper::failed);
    m_keeper->add();
    auto *form = dialog<ConnectionDialog>();
    form->setConnection(connection(1, QStringLiteral("One")));
    form->secretField().setSecret(QStringLiteral("hush"));
    QVERIFY(form->secretField().note().contains(QLatin1String("keychain, never")));
    if (duringTheWrite) {
        Error gone;
        gone.kind = ErrorKind::NoKeychain;
        gone.message = QStringLiteral("This machine has no keychain.");
        m_secrets->refusal = gone;
    }
    bool isAsked = false;
    m_secrets->queryState(this, [&isAsked](KeychainState) { isAsked = true; });
    QTRY_VERIFY(isAsked); // by the dialog before
    if (!duringTheWrite)
        m_secrets->state = KeychainState::Missing;
    submit(form);
    QTRY_VERIFY(m_secrets->isForThisRun(id(1)));
    QCOMPARE(names(), QStringLiteral("One"));
    QTRY_VERIFY(!dialog<ConnectionDialog>());
    // The dialog spoke of the keychain; that it became memory is said.
    if (inTheList) {
        QCOMPARE(bar()->message(), QStringLiteral("This machine has no keychain."));
        QCOMPARE(bar()->level(), MessageBar::Level::Info);
        return;
    }
    QCOMPARE(failed.count(), 1);
    const auto said = failed.at(0).at(0).value<Error>();
    QCOMPARE(said.message, QStringLiteral("This machine has no keychain."));
    QCOMPARE(said.advice, QStringLiteral("The secret is kept in memory until Sonde is closed."));
}

/// A secret for this run, beside one in a keychain that is locked: the older one would come back silently.
void TestConnectionKeeper::anOlderSecretInALockedKeychainIsSaid()
{
    put(1, QStringLiteral("One"), QStringLiteral("old"));
    m_secrets->state = KeychainState::Locked;
    QSignalSpy failed(m_keeper, &ConnectionKeeper::failed);
    const auto saveAgain = [this](const QString &secret) {
        m_keeper->edit(connection(1, QStringLiteral("One")));
        auto *form = dialog<ConnectionDialog>();
        form->secretField().setSecret(secret);
        form->secretField().setStored(SecretField::Stored::ForThisRun); // ticks the box
        submit(form);
        return QTest::qWaitFor([this] { return !dialog<ConnectionDialog>(); });
    };
    QVERIFY(saveAgain(QStringLiteral("new")));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("new"));
    QCOMPARE(m_secrets->inKeychain().value(id(1)), QStringLiteral("old"));
    QCOMPARE(failed.count(), 1);
    const auto said = failed.at(0).at(0).value<Error>();
    QVERIFY(said.message.contains(QLatin1String("older secret")));
    QVERIFY(said.advice.contains(QLatin1String("unlock")));
    // Once is enough.
    QVERIFY(saveAgain(QStringLiteral("newer")));
    QCOMPARE(failed.count(), 1);
    // What the advice says helps.
    m_secrets->state = KeychainState::Ready;
    QVERIFY(saveAgain(QStringLiteral("newest")));
    QVERIFY(m_secrets->inKeychain().isEmpty());
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("newest"));
    QVERIFY(m_secrets->isForThisRun(id(1)));
    QCOMPARE(failed.count(), 1);
}

void TestConnectionKeeper::forThisRunTakesTheStoredOneAway()
{
    put(1, QStringLiteral("One"), QStringLiteral("old"));
    m_keeper->edit(connection(1, QStringLiteral("One")));
    auto *form = dialog<ConnectionDialog>();
    QTRY_VERIFY(!form->secretField().edit()->placeholderText().isEmpty());
    form->secretField().setSecret(QStringLiteral("new"));
    QTest::mouseClick(form->findChild<QAbstractButton *>(QStringLiteral("forThisRun")), Qt::LeftButton, {},
                      QPoint(8, 8));
    QVERIFY(form->secretField().isForThisRun());
    submit(form);
    QTRY_VERIFY(m_secrets->isForThisRun(id(1)));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("new"));
    QVERIFY(m_secrets->inKeychain().isEmpty());
}

void TestConnectionKeeper::aLockedKeychainChangesNothing()
{
    put(1, QStringLiteral("One"), QStringLiteral("old"));
    m_secrets->state = KeychainState::Locked;
    QSignalSpy changed(m_keeper, &ConnectionKeeper::changed);
    m_keeper->edit(connection(1, QStringLiteral("Two")));
    auto *form = dialog<ConnectionDialog>();
    QTRY_VERIFY(form->secretField().note().contains(QLatin1String("locked")));
    form->secretField().setSecret(QStringLiteral("new"));
    submit(form);
    const auto *messages = form->findChild<MessageBar *>();
    QTRY_VERIFY(messages->isVisible());
    QCOMPARE(names(), QStringLiteral("One"));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("old"));
    QCOMPARE(changed.count(), 0);
    // Unlocked from there, it is saved.
    press(form, "unlock");
    QTRY_VERIFY(!form->findChild<QPushButton *>(QStringLiteral("unlock"))->isVisible());
    submit(form);
    QTRY_COMPARE(names(), QStringLiteral("Two"));
    QTRY_COMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("new"));
}

void TestConnectionKeeper::aRefusedSecretChangesNothing()
{
    Error refusal;
    refusal.kind = ErrorKind::Forbidden;
    refusal.message = QStringLiteral("The keychain says no.");
    m_secrets->refusal = refusal;
    m_keeper->add();
    auto *form = dialog<ConnectionDialog>();
    form->setConnection(connection(1, QStringLiteral("One")));
    form->secretField().setSecret(QStringLiteral("hush"));
    submit(form);
    QTRY_VERIFY(form->findChild<MessageBar *>()->isVisible());
    QCOMPARE(form->findChild<MessageBar *>()->message(), refusal.message);
    QCOMPARE(names(), QString());
    QVERIFY(form->isVisible());
}

void TestConnectionKeeper::aFileThatCannotBeWrittenIsSaid()
{
    put(1, QStringLiteral("One"), QStringLiteral("old"));
    breakTheFile();
    m_keeper->edit(connection(1, QStringLiteral("Two")));
    auto *form = dialog<ConnectionDialog>();
    form->secretField().setSecret(QStringLiteral("new"));
    submit(form);
    QTRY_VERIFY(form->findChild<MessageBar *>()->isVisible());
    QCOMPARE(names(), QStringLiteral("One"));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("old"));
}

void TestConnectionKeeper::editingSaysWhatIsStored()
{
    put(1, QStringLiteral("One"), QStringLiteral("old"));
    m_keeper->edit(connection(1, QStringLiteral("One")));
    QTRY_VERIFY(dialog<ConnectionDialog>()->secretField().edit()->placeholderText().contains(
        QLatin1String("Stored")));
    dialog<ConnectionDialog>()->reject();
    m_secrets->keepForThisRun(id(1), QStringLiteral("other"));
    QTRY_VERIFY(!dialog<ConnectionDialog>());
    m_keeper->edit(connection(1, QStringLiteral("One")));
    QTRY_VERIFY(dialog<ConnectionDialog>()->secretField().edit()->placeholderText().contains(
        QLatin1String("until Sonde is closed")));
}

void TestConnectionKeeper::unlockingInTheDialog()
{
    put(1, QStringLiteral("One"), QStringLiteral("old"));
    m_secrets->state = KeychainState::Locked;
    m_secrets->mayUnlock = false;
    m_keeper->edit(connection(1, QStringLiteral("One")));
    SecretField &field = dialog<ConnectionDialog>()->secretField();
    auto *unlock = field.findChild<QPushButton *>(QStringLiteral("unlock"));
    QTRY_VERIFY(unlock->isVisible());
    unlock->click();
    QTRY_VERIFY(field.note().contains(QLatin1String("stayed locked")));
    m_secrets->mayUnlock = true;
    unlock->click();
    QTRY_VERIFY(!unlock->isVisible());
    QTRY_VERIFY(field.edit()->placeholderText().contains(QLatin1String("Stored")));
}

void TestConnectionKeeper::deletingTakesTheSecretAlong()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    put(2, QStringLiteral("Two"), QStringLiteral("second"));
    manager()->setCurrent(id(1));
    press(dialog<ConnectionsDialog>(), "trash-2");
    auto *question = dialog<QMessageBox>();
    QVERIFY(question->text().contains(QLatin1String("One")));
    QVERIFY(question->informativeText().contains(QLatin1String("secret")));
    press(question, "delete");
    QTRY_COMPARE(names(), QStringLiteral("Two"));
    QCOMPARE(m_secrets->secrets().keys(), QStringList{id(2)});
    QCOMPARE(dialog<ConnectionsDialog>()->currentId(), id(2));
}

void TestConnectionKeeper::deletingIsAskedFirst()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    manager()->setCurrent(id(1));
    QTest::keyClick(list(), Qt::Key_Delete);
    auto *question = dialog<QMessageBox>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // Cancel is what Enter does
    QTRY_VERIFY(!dialog<QMessageBox>());
    QCOMPARE(names(), QStringLiteral("One"));
    QCOMPARE(m_secrets->secrets().size(), 1);
}

void TestConnectionKeeper::deletingWithALockedKeychain_data()
{
    QTest::addColumn<bool>("unlocks");
    QTest::newRow("unlocked") << true;
    QTest::newRow("alone") << false;
}

void TestConnectionKeeper::deletingWithALockedKeychain()
{
    QFETCH(bool, unlocks);
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    m_secrets->state = KeychainState::Locked;
    manager()->setCurrent(id(1));
    press(dialog<ConnectionsDialog>(), "trash-2");
    press(dialog<QMessageBox>(), "delete");
    QTRY_VERIFY(dialog<QMessageBox>() &&
                dialog<QMessageBox>()->findChild<QPushButton *>(QStringLiteral("unlockAndDelete")));
    QCOMPARE(names(), QStringLiteral("One"));
    QVERIFY(dialog<QMessageBox>()->text().contains(QLatin1String("still there")));
    press(dialog<QMessageBox>(), unlocks ? "unlockAndDelete" : "deleteAlone");
    QTRY_COMPARE(names(), QString());
    QCOMPARE(m_secrets->secrets().size(), unlocks ? 0 : 1);
}

void TestConnectionKeeper::deletingIsUndoneWhereTheFileFails()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    breakTheFile();
    manager()->setCurrent(id(1));
    press(dialog<ConnectionsDialog>(), "trash-2");
    press(dialog<QMessageBox>(), "delete");
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(names(), QStringLiteral("One"));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("first"));
}

/// A locked keychain may hold an older secret: then nothing is deleted, and nothing is lost.
void TestConnectionKeeper::deletingKeepsWhatIsForThisRun()
{
    QVERIFY(m_store->add(connection(1, QStringLiteral("One"))));
    m_secrets->keepForThisRun(id(1), QStringLiteral("kept"));
    m_secrets->state = KeychainState::Locked;
    manager()->setCurrent(id(1));
    press(dialog<ConnectionsDialog>(), "trash-2");
    press(dialog<QMessageBox>(), "delete");
    QTRY_VERIFY(dialog<QMessageBox>() &&
                dialog<QMessageBox>()->findChild<QPushButton *>(QStringLiteral("unlockAndDelete")));
    QCOMPARE(names(), QStringLiteral("One"));
    QCOMPARE(m_secrets->secrets().value(id(1)), QStringLiteral("kept"));
    press(dialog<QMessageBox>(), "unlockAndDelete");
    QTRY_COMPARE(names(), QString());
    QVERIFY(m_secrets->secrets().isEmpty());
}

void TestConnectionKeeper::duplicatesWithTheSecret()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    manager()->setCurrent(id(1));
    QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(m_store->connections().size(), 2);
    QCOMPARE(m_store->connections().at(1).name, QStringLiteral("One 2"));
    QTRY_COMPARE(m_secrets->secrets().value(m_store->connections().at(1).id), QStringLiteral("first"));
    QTRY_COMPARE(dialog<ConnectionsDialog>()->currentId(), m_store->connections().at(1).id);
}

void TestConnectionKeeper::aDuplicateWithoutItsSecretIsNone()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    m_secrets->state = KeychainState::Locked;
    manager()->setCurrent(id(1));
    press(dialog<ConnectionsDialog>(), "copy");
    QTRY_VERIFY(bar()->isVisible());
    QCOMPARE(m_store->connections().size(), 1);
    // The button in the bar unlocks and does it.
    press(bar(), "firstRemedy");
    QTRY_COMPARE(m_store->connections().size(), 2);
    QTRY_COMPARE(m_secrets->secrets().size(), 2);
    QTRY_VERIFY(!bar()->isVisible());
}

void TestConnectionKeeper::ordersByKeys()
{
    for (int i = 1; i <= 3; ++i)
        QVERIFY(m_store->add(connection(i, QString::number(i))));
    QSignalSpy changed(m_keeper, &ConnectionKeeper::changed);
    manager()->setCurrent(id(3));
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("1 3 2"));
    QCOMPARE(dialog<ConnectionsDialog>()->currentId(), id(3));
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // is the first already
    QCOMPARE(names(), QStringLiteral("3 1 2"));
    QVERIFY(!dialog<ConnectionsDialog>()->findChild<QPushButton *>(QStringLiteral("arrow-up"))->isEnabled());
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("1 3 2"));
    // Nobody's current connection changes by that.
    QCOMPARE(changed.count(), 3);
    QVERIFY(changed.constLast().at(0).toString().isEmpty());
    // A drag asks the same of the model.
    QAbstractItemModel *model = list()->model();
    const std::unique_ptr<QMimeData> dragged(model->mimeData({model->index(0, 0)}));
    model->dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {});
    QTRY_COMPARE(names(), QStringLiteral("3 2 1"));
}

void TestConnectionKeeper::keysDoTheWork()
{
    put(1, QStringLiteral("One"), QStringLiteral("first"));
    manager()->setCurrent(id(1));
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(dialog<ConnectionDialog>());
    QVERIFY(dialog<ConnectionsDialog>()); // and the list stays
    QCOMPARE(dialog<ConnectionDialog>()->connection().name, QStringLiteral("One"));
    dialog<ConnectionDialog>()->reject();
    QTRY_VERIFY(!dialog<ConnectionDialog>());
    QTest::keyClick(list(), Qt::Key_Insert);
    QVERIFY(dialog<ConnectionDialog>());
    QVERIFY(dialog<ConnectionDialog>()->connection().id != id(1));
    // Once more brings the same list.
    auto *open = dialog<ConnectionsDialog>();
    QCOMPARE(manager(), open);
}

void TestConnectionKeeper::tabOrderFollowsTheEye()
{
    for (int i = 1; i <= 3; ++i)
        QVERIFY(m_store->add(connection(i, QString::number(i))));
    auto *open = manager();
    open->setCurrent(id(2)); // one that can go both ways
    list()->setFocus();
    QStringList visited;
    QWidget *at = list();
    do {
        visited << at->objectName();
        QTest::keyClick(at, Qt::Key_Tab);
        at = open->focusWidget();
        QVERIFY2(visited.size() < 20, qPrintable(visited.join(QLatin1Char(' '))));
    } while (at != list());
    QCOMPARE(visited.mid(0, 9),
             QStringLiteral("connections plus pencil copy trash-2 arrow-up arrow-down download upload")
                 .split(QLatin1Char(' ')));
}

void TestConnectionKeeper::emptyListSaysWhatBelongsHere()
{
    auto *open = manager();
    QVERIFY(!list()->isVisible());
    for (const char *button : {"pencil", "copy", "trash-2", "arrow-up", "arrow-down", "upload"})
        QVERIFY(!open->findChild<QPushButton *>(QLatin1String(button))->isEnabled());
    QVERIFY(m_store->add(connection(1, QStringLiteral("One"))));
    QVERIFY(list()->isVisible());
    QCOMPARE(open->currentId(), id(1));
    QVERIFY(m_store->remove(id(1)));
    QVERIFY(!list()->isVisible());
    QVERIFY(!open->findChild<QPushButton *>(QStringLiteral("pencil"))->isEnabled());
}

/// Saves pictures into the folder that SONDE_SCREENSHOTS names, if it is set.
void TestConnectionKeeper::pictures()
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("SONDE_SCREENSHOTS is not set.");
    QDir().mkpath(folder);
    const auto shoot = [&folder](QWidget *widget, const QString &name) {
        // Each layout within a layout takes a turn of the event loop of its own.
        int turns = 0;
        QTimer turn;
        connect(&turn, &QTimer::timeout, widget, [&turns] { ++turns; });
        turn.start(0);
        QVERIFY(QTest::qWaitFor([&turns] { return turns > 10; }));
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    };
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        const QString suffix = mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        cleanup();
        init();
        shoot(manager(), QStringLiteral("connections-empty") + suffix);
        const QList<ColourMark> colours{ColourMark::Red,   ColourMark::Orange, ColourMark::Yellow,
                                        ColourMark::Green, ColourMark::Blue,   ColourMark::Purple,
                                        ColourMark::None};
        for (int i = 0; i < colours.size(); ++i) {
            Connection made = connection(i + 1, QStringLiteral("Workspace %1").arg(i + 1));
            made.colour = colours.at(i);
            made.workspace = QStringLiteral("contoso-logs-%1").arg(i + 1);
            made.subscription = id(5);
            made.resourceGroup = QStringLiteral("rg");
            QVERIFY(m_store->add(made));
        }
        shoot(dialog<ConnectionsDialog>(), QStringLiteral("connections") + suffix);
        Connection differs = m_store->connections().at(1);
        differs.workspaceId = id(300);
        differs.tenant = QStringLiteral("fabrikam.example");
        QVERIFY(ConnectionFile::write(path("in.json"), {m_store->connections().at(0), differs,
                                                        connection(30, QStringLiteral("New")),
                                                        connection(31, QStringLiteral("Workspace 3"))}));
        m_keeper->importFile(path("in.json"));
        auto *choice = dialog<ImportConnectionsDialog>();
        choice->findChild<QComboBox *>(QStringLiteral("choice1"))->setCurrentIndex(1);
        shoot(choice, QStringLiteral("connections-import") + suffix);
        choice->reject();
        dialog<ConnectionsDialog>()->setCurrent(id(2));
        m_secrets->state = KeychainState::Locked;
        press(dialog<ConnectionsDialog>(), "copy");
        QTRY_VERIFY(bar()->isVisible());
        shoot(dialog<ConnectionsDialog>(), QStringLiteral("connections-locked") + suffix);
    }
    m_theme.setMode(Theme::Mode::System);
}

QTEST_MAIN(TestConnectionKeeper)
#include "tst_connectionkeeper.moc"
