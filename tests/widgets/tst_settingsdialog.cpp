#include "settingsdialogfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>

using namespace sonde;

/// The settings as a whole: shown, written, put back, and reached by keys.
class TestSettingsDialog final : public QObject, private SettingsDialogFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { install(); }
    void init() { makeStore(); }
    void cleanup() { m_dialog.reset(); }
    void showsWhatIsStored();
    void tabGoesThroughThePageToTheButtons();
    void okWritesEverything();
    void cancelWritesNothing();
    void defaultsOfOnePage();
    void problemOfAnotherPageIsNamed();
    void unknownLanguageIsTheSystems();
    void settingsThatCannotBeWritten();
    void everyFieldHasAName();
    void tabFollowsTheEye();
    void mnemonicsAreUnique();
    void fitsAndLooks();
};

void TestSettingsDialog::showsWhatIsStored()
{
    m_store->set(settings::language, QStringLiteral("nl"));
    m_store->set(settings::displayZone, DisplayZone::Local);
    m_store->set(settings::serverTimeout, 42);
    m_store->set(settings::theme, ThemeChoice::Dark);
    m_store->set(settings::fontFamily, QStringLiteral("Lost Mono"));
    m_store->set(settings::fontSize, 14);
    m_store->set(settings::proxy, NetworkSettings::Proxy::None);
    m_store->set(settings::proxyHost, QStringLiteral("old.example"));
    m_store->set(settings::exportFormat, QStringLiteral("jsonl"));
    m_store->set(settings::csvSeparator, QStringLiteral("tab"));
    m_store->set(settings::logsRequests, true);
    m_store->set(settings::keepsFirstRows, true);
    open();
    QCOMPARE(part<QComboBox>("language")->currentText(), QStringLiteral("Nederlands"));
    QCOMPARE(part<QComboBox>("zone")->currentIndex(), 1);
    QCOMPARE(part<QSpinBox>("serverTimeout")->value(), 42);
    QCOMPARE(part<QComboBox>("theme")->currentText(), QStringLiteral("Dark"));
    QVERIFY(part<QComboBox>("fontFamily")->currentText().contains(QStringLiteral("not installed")));
    QCOMPARE(part<QSpinBox>("fontSize")->value(), 14);
    QCOMPARE(part<QComboBox>("proxy")->currentText(), QStringLiteral("None"));
    QVERIFY(!part<QLineEdit>("proxyHost")->isEnabled());
    QCOMPARE(part<QLineEdit>("proxyHost")->text(), QStringLiteral("old.example"));
    QCOMPARE(part<QComboBox>("format")->currentText(), QStringLiteral("JSON Lines"));
    QCOMPARE(part<QComboBox>("separator")->currentText(), QStringLiteral("Tab"));
    QVERIFY(part<QCheckBox>("logsRequests")->isChecked());
    QVERIFY(part<QCheckBox>("keepsFirstRows")->isChecked());
    // What was only looked at is as it was.
    QSignalSpy changed(m_store.get(), &SettingsStore::changed);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(changed.count(), 0);
}

void TestSettingsDialog::tabGoesThroughThePageToTheButtons()
{
    open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    auto *list = m_dialog->findChild<QListWidget *>();
    auto *stack = m_dialog->findChild<QStackedWidget *>();
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    bool wasInPage = false;
    QStringList after;
    for (int steps = 0; steps < 40 && after.size() < 3; ++steps) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *focused = QApplication::focusWidget();
        if (stack->isAncestorOf(focused)) {
            QVERIFY2(after.isEmpty(), "a field after the buttons");
            wasInPage = true;
        } else if (auto *button = qobject_cast<QPushButton *>(focused)) {
            after.append(button->text().remove(u'&'));
        }
    }
    QVERIFY(wasInPage);
    QCOMPARE(after, (QStringList{QStringLiteral("Restore defaults"), QStringLiteral("OK"),
                                 QStringLiteral("Cancel")}));
}

void TestSettingsDialog::okWritesEverything()
{
    open();
    choose("language", QStringLiteral("nl"));
    choose("zone", DisplayZone::Local);
    part<QSpinBox>("serverTimeout")->setValue(600);
    choose("theme", ThemeChoice::Dark);
    part<QSpinBox>("fontSize")->setValue(16);
    part<QCheckBox>("fixedCells")->setChecked(true);
    useProxy();
    part<QSpinBox>("proxyPort")->setValue(3128);
    part<QLineEdit>("proxyUser")->setText(QStringLiteral(" me "));
    part<QLineEdit>("folder")->setText(QDir::toNativeSeparators(m_folder->path()));
    choose("format", QStringLiteral("jsonl"));
    choose("separator", QStringLiteral("semicolon"));
    part<QCheckBox>("logsRequests")->setChecked(true);
    part<QCheckBox>("keepsFirstRows")->setChecked(true);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    QCOMPARE(m_store->get(settings::theme), ThemeChoice::System);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_store->get(settings::language), QStringLiteral("nl"));
    QCOMPARE(m_store->get(settings::displayZone), DisplayZone::Local);
    QCOMPARE(m_store->get(settings::serverTimeout), 600);
    QVERIFY(m_store->get(settings::keepsFirstRows));
    QCOMPARE(m_store->get(settings::theme), ThemeChoice::Dark);
    QCOMPARE(m_store->get(settings::fontSize), 16);
    QCOMPARE(m_store->get(settings::fixedCells), true);
    QCOMPARE(m_store->get(settings::csvFolder), m_folder->path());
    QCOMPARE(m_store->get(settings::exportFormat), QStringLiteral("jsonl"));
    QCOMPARE(m_store->get(settings::csvSeparator), QStringLiteral("semicolon"));
    NetworkSettings network;
    network.proxy = NetworkSettings::Proxy::Manual;
    network.proxyHost = QStringLiteral("proxy.example");
    network.proxyPort = 3128;
    network.proxyUser = QStringLiteral("me");
    network.requestLogFile = QStringLiteral("/x/requests.log");
    QCOMPARE(networkSettings(*m_store, QStringLiteral("/x/requests.log")), network);
}

void TestSettingsDialog::cancelWritesNothing()
{
    open();
    choose("theme", ThemeChoice::Dark);
    useProxy();
    part<QLineEdit>("proxyPassword")->setText(QStringLiteral("s3cret"));
    QSignalSpy changed(m_store.get(), &SettingsStore::changed);
    QTest::mouseClick(button(QDialogButtonBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_secrets.secrets().isEmpty());
}

void TestSettingsDialog::defaultsOfOnePage()
{
    m_store->set(settings::serverTimeout, 42);
    m_store->set(settings::fontSize, 20);
    open();
    m_dialog->showPage(SettingsDialog::General);
    QTest::mouseClick(button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QCOMPARE(part<QSpinBox>("serverTimeout")->value(), 180);
    QCOMPARE(part<QSpinBox>("fontSize")->value(), 20);
    QCOMPARE(m_store->get(settings::serverTimeout), 42);
    m_dialog->showPage(SettingsDialog::Fonts);
    QTest::mouseClick(button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_store->get(settings::fontSize), 0);
    QCOMPARE(m_store->get(settings::serverTimeout), 180);
}

void TestSettingsDialog::problemOfAnotherPageIsNamed()
{
    open();
    m_dialog->showPage(SettingsDialog::Network);
    choose("proxy", NetworkSettings::Proxy::Manual);
    QVERIFY(!part<QLabel>("note")->isVisible());
    m_dialog->showPage(SettingsDialog::Export);
    QVERIFY(part<QLabel>("note")->isVisible());
    QVERIFY(part<QLabel>("note")->text().startsWith(QStringLiteral("Network: ")));
    m_dialog->accept();
    QVERIFY(m_dialog->isVisible());
}

void TestSettingsDialog::unknownLanguageIsTheSystems()
{
    m_store->set(settings::language, QStringLiteral("tlh"));
    open();
    QCOMPARE(part<QComboBox>("language")->currentIndex(), 0);
}

void TestSettingsDialog::settingsThatCannotBeWritten()
{
    QFile blocker(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    m_store = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("file/sonde.ini")));
    open();
    choose("theme", ThemeChoice::Dark);
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::applied);
    pressOk();
    QTRY_VERIFY(
        part<QLabel>("note")->text().startsWith(QStringLiteral("The settings could not be written.")));
    QVERIFY(part<QLabel>("note")->isVisible());
    QVERIFY(part<QPushButton>("keepForThisRun")->isHidden());
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(applied.count(), 0);
    m_dialog.reset();
}

void TestSettingsDialog::everyFieldHasAName()
{
    open();
    const QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // The list of a combo box is a window of its own; from Qt 6.8 on it is there before it is opened.
        if (widget->window() != m_dialog.get() || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
            qobject_cast<const QAbstractButton *>(widget) ||
            widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

void TestSettingsDialog::tabFollowsTheEye()
{
    open();
    choose("proxy", NetworkSettings::Proxy::Manual);
    for (int page = SettingsDialog::General; page <= SettingsDialog::Privacy; ++page) {
        m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QPoint before(0, -1);
        int fields = 0;
        QWidget *widget = m_dialog->findChild<QListWidget *>();
        for (QWidget *next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain()) {
            if (!next->isVisible() || (next->focusPolicy() & Qt::TabFocus) == 0 ||
                next->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            // The middle of a field: those of one line differ in height.
            const QPoint at = next->mapTo(m_dialog.get(), next->rect().center());
            if (next->parentWidget() == m_dialog.get() ||
                qobject_cast<QDialogButtonBox *>(next->parentWidget()))
                continue;
            QVERIFY2(at.y() > before.y() + 3 || at.x() > before.x(), qPrintable(next->accessibleName()));
            before = at;
            ++fields;
        }
        QVERIFY(fields > 0);
    }
}

void TestSettingsDialog::mnemonicsAreUnique()
{
    open();
    for (int page = SettingsDialog::General; page <= SettingsDialog::Privacy; ++page) {
        m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
        QHash<QChar, QString> taken;
        const auto take = [&taken](const QString &text) {
            const qsizetype at = text.indexOf(u'&');
            if (at < 0)
                return true;
            const QChar key = text.at(at + 1).toLower();
            const bool isFree = !taken.contains(key);
            taken.insert(key, text);
            return isFree;
        };
        const QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                QVERIFY2(take(label->text()), qPrintable(label->text()));
            if (const auto *pressed = qobject_cast<const QAbstractButton *>(widget))
                QVERIFY2(take(pressed->text()), qPrintable(pressed->text()));
        }
    }
}

void TestSettingsDialog::fitsAndLooks()
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    m_store->set(settings::proxy, NetworkSettings::Proxy::Manual);
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        open();
        part<QLineEdit>("caFile")->setText(QStringLiteral("/no/such/file.pem"));
        for (int page = SettingsDialog::General; page <= SettingsDialog::Privacy; ++page) {
            m_dialog->showPage(static_cast<SettingsDialog::Page>(page));
            QVERIFY(m_dialog->sizeHint().width() <= 1024 && m_dialog->sizeHint().height() <= 640);
            QTRY_COMPARE(m_dialog->palette().color(QPalette::Window), m_theme.color(ColorRole::Window));
            if (!folder.isEmpty()) {
                QDir().mkpath(folder);
                QVERIFY(m_dialog->grab().save(
                    QStringLiteral("%1/settings-%2-%3.png")
                        .arg(folder)
                        .arg(page)
                        .arg(m_theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"))));
            }
        }
        m_dialog.reset();
    }
    m_theme.setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
