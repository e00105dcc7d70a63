#include "results/exportprofile.h"
#include "stores/samplefavourites.h"
#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/connectionchooser.h"
#include "widgets/exportdialog.h"
#include "widgets/exportprofilebar.h"
#include "widgets/favouritesdock.h"
#include "widgets/messagebar.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/queryfiles.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sonde;

/// Favourites in the real window: what is kept comes back as a tab, and a tab can be kept.
class TestMainWindowKept final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsTheQueryInFront();
    void runsAFavouriteOnce();
    void samplesRunOnTheEmbeddedWorkspace();
    void savingAFavouritesTabChangesItsFile();
    void everyWayToSaveKeepsTheProperties_data();
    void everyWayToSaveKeepsTheProperties();
    void aCommentLikeAPropertyIsPartOfTheQuery();
    void aFileWithItsPropertiesStaysAFile();
    void aRestoredFavouriteIsSavedBeforeItsFolderIsRead();
    void aForgottenFoldersFavouriteIsSavedAsOne();
    void restoredTabsFollowAMove();
    void aChangeFromBeforeARestartIsAskedAbout();
    void closingAConflictKeepsItsTab();
    void newPropertiesAreNoChangeOfTheTab();
    void anotherFavouriteOfAFavourite();
    void aRenamedProfileStaysKept();
    void anExportProfileIsKeptWithTheFavourite();
    void aFavouriteKeepsAProfileThatIsGone();
    void aFavouriteOfAMissingConnectionIsNotRunElsewhere();

private:
    MainWindow &window() { return *m_window; }
    QString keep(const QString &name);
    QString openFavourite(const QByteArray &bytes);
    QueryPage *restart();
    void changeText(const QString &text);
    void makeProfiles();
    ExportDialog *askToExport();
    void exportTo(ExportDialog *dialog, const QString &path);
    static void put(const QString &path, const QByteArray &bytes);
    static QByteArray contentOf(const QString &path);

    QTemporaryDir m_exports;
    std::unique_ptr<WindowFixture> m_fixture;
    MainWindow *m_window = nullptr;
};

void TestMainWindowKept::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_window = &m_fixture->openWindow();
    QVERIFY(m_fixture->favourites().load());
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestMainWindowKept::cleanup()
{
    m_fixture.reset();
}

/// Saves the query in front as a favourite, as a person does. Returns its path.
QString TestMainWindowKept::keep(const QString &name)
{
    m_fixture->action(QStringLiteral("Save as &favourite…"))->trigger();
    auto *dialog = window().findChild<QDialog *>();
    if (dialog == nullptr)
        return {};
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(name);
    QTest::keyClick(dialog, Qt::Key_Return);
    return window().currentPage()->filePath();
}

/// A favourite that somebody wrote, opened from the dock. Returns its path.
QString TestMainWindowKept::openFavourite(const QByteArray &bytes)
{
    FavouriteStore &store = m_fixture->favourites();
    const QString path = store.ownFolder() + QStringLiteral("/Disks.kql");
    QDir().mkpath(store.ownFolder());
    put(path, bytes);
    store.refresh();
    if (!QTest::qWaitFor([&store, &path] { return store.find(path) != nullptr; }))
        return {};
    emit window().findChild<FavouritesDock *>()->openRequested(*store.find(path), false);
    return path;
}

/// The tab in front, brought back in a new window. The favourites are not read yet.
QueryPage *TestMainWindowKept::restart()
{
    // As it comes from the disk.
    const Result<Draft> draft = draftFromJson(toJson(window().currentPage()->draft()));
    m_window = &m_fixture->openWindow();
    QueryPage *page = window().tabs().restore(draft.value());
    window().tabs().setCurrent(page);
    return page;
}

void TestMainWindowKept::changeText(const QString &text)
{
    window().currentPage()->editor().replaceQueryText(text);
}

/// In one go: the store may be looking at the folder meanwhile, and would keep a file that is still empty.
void TestMainWindowKept::put(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.commit());
}

QByteArray TestMainWindowKept::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

void TestMainWindowKept::keepsTheQueryInFront()
{
    Query query;
    query.text = QStringLiteral("Event\n| take 5");
    window().openQuery(query, false);
    const QString path = keep(QStringLiteral("Five events"));
    QVERIFY(!path.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains("// Display name: Five events\n") && bytes.contains("Event\n| take 5"),
             bytes.constData());
    QVERIFY(!window().currentPage()->isModified());
}

void TestMainWindowKept::runsAFavouriteOnce()
{
    Query query;
    query.text = QStringLiteral("Event");
    window().openQuery(query, false);
    const QString path = keep(QStringLiteral("All events"));
    window().tabs().closeCurrent();
    m_fixture->action(QStringLiteral("&Favourites"))->trigger();
    auto *dock = window().findChild<FavouritesDock *>();
    dock->reveal(path);
    for (int times = 1; times <= 2; ++times) {
        QTest::keyClick(dock->findChild<QTreeView *>(), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->runner.runs().size(), times);
        QCOMPARE(m_fixture->runner.last().query.text.trimmed(), QStringLiteral("Event"));
        QCOMPARE(window().tabs().pages().size(), 1); // the second time it is there already
    }
    QCOMPARE(m_fixture->favourites().useOf(path).times, 2);
}

void TestMainWindowKept::samplesRunOnTheEmbeddedWorkspace()
{
    auto *chooser = window().findChild<ConnectionChooser *>();
    QVERIFY(chooser->setCurrent(m_fixture->connection.id));
    QTRY_COMPARE(m_fixture->favourites().listings().size(), 2);
    QTRY_VERIFY(!m_fixture->favourites().listings().last().files.isEmpty());
    const FavouriteFile sample = m_fixture->favourites().listings().last().files.first();
    emit window().findChild<FavouritesDock *>()->openRequested(sample, true);
    QCOMPARE(m_fixture->runner.runs().size(), 1);
    QVERIFY(m_fixture->runner.last().connection.embedded);
    QVERIFY(window().currentPage()->filePath().isEmpty());
}

void TestMainWindowKept::savingAFavouritesTabChangesItsFile()
{
    Query query;
    query.text = QStringLiteral("Event");
    window().openQuery(query, false);
    const QString path = keep(QStringLiteral("A"));
    window().currentPage()->editor().insertAt(QStringLiteral("Perf //"), 0, 0);
    QVERIFY(window().currentPage()->isModified());
    QSignalSpy recent(window().findChild<QueryFiles *>(), &QueryFiles::fileSaved);
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QCOMPARE(recent.count(), 0);
    QVERIFY(!window().currentPage()->isModified());
    QCOMPARE(window().currentPage()->filePath(), path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith("// Display name: A\n") && bytes.contains("Perf //Event"), bytes.constData());
}

void TestMainWindowKept::everyWayToSaveKeepsTheProperties_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("save") << QStringLiteral("save");
    QTest::newRow("close and save") << QStringLiteral("close");
    QTest::newRow("save as itself") << QStringLiteral("saveAs");
    QTest::newRow("save as itself, written differently") << QStringLiteral("otherPath");
    QTest::newRow("after a restart") << QStringLiteral("restart");
}

void TestMainWindowKept::everyWayToSaveKeepsTheProperties()
{
    QFETCH(QString, way);
    const QByteArray header("\xEF\xBB\xBF// Author: Somebody\r\n// Display name: Disks\r\n"
                            "// Description: Why\r\n// Categories: ops\r\n\r\n");
    const QString path = openFavourite(header + "Event\r\n| take 5\r\n");
    QVERIFY(!path.isEmpty());
    if (way == QStringLiteral("restart"))
        restart();
    changeText(QStringLiteral("Event\n| take 50"));
    QPointer<QueryPage> page = window().currentPage();
    if (way == QStringLiteral("close")) {
        window().tabs().closeCurrent();
        QVERIFY(m_fixture->button(QStringLiteral("&Save")) != nullptr);
        m_fixture->button(QStringLiteral("&Save"))->click();
        QCOMPARE(window().tabs().pages().size(), 0);
    } else if (way == QStringLiteral("saveAs")) {
        QVERIFY(page->document().saveTo(path));
    } else if (way == QStringLiteral("otherPath")) {
        QVERIFY(page->document().saveTo(QFileInfo(path).path() + QStringLiteral("/./Disks.kql")));
        QCOMPARE(page->filePath(), path);
    } else {
        m_fixture->action(QStringLiteral("&Save"))->trigger();
        QVERIFY(!page->isModified());
    }
    QCOMPARE(contentOf(path), header + "Event\r\n| take 50\r\n");
}

void TestMainWindowKept::aCommentLikeAPropertyIsPartOfTheQuery()
{
    const QByteArray header("// Author: Somebody\n// Display name: Disks\n// Categories: ops\n\n");
    const QString path = openFavourite(header + "Event\n");
    for (const char *count : {"50", "60"}) {
        const QByteArray text = QByteArray("// Description: counts\nEvent\n| take ") + count;
        changeText(QString::fromLatin1(text));
        m_fixture->action(QStringLiteral("&Save"))->trigger();
        QCOMPARE(contentOf(path), header + text + '\n');
        restart();
    }
}

void TestMainWindowKept::aFileWithItsPropertiesStaysAFile()
{
    const QString path = openFavourite("// Display name: Disks\n\nEvent\n");
    window().tabs().closeCurrent();
    window().openFile(path);
    QCOMPARE(window().currentPage()->query().text, QStringLiteral("// Display name: Disks\n\nEvent\n"));
    // Also where somebody takes the properties out of the text: that is what the file is to be.
    changeText(QStringLiteral("Perf\n"));
    restart();
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QCOMPARE(contentOf(path), QByteArray("Perf\n"));
}

void TestMainWindowKept::aRestoredFavouriteIsSavedBeforeItsFolderIsRead()
{
    const QByteArray header("// Author: Somebody\n// Display name: Disks\n\n");
    const QString path = openFavourite(header + "Event\n");
    changeText(QStringLiteral("Perf"));
    restart();
    QVERIFY(m_fixture->favourites().load());
    QVERIFY(m_fixture->favourites().find(path) == nullptr);
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QCOMPARE(contentOf(path), header + "Perf\n");
    QCOMPARE(window().currentPage()->filePath(), path);
}

void TestMainWindowKept::aForgottenFoldersFavouriteIsSavedAsOne()
{
    FavouriteStore &store = m_fixture->favourites();
    QTemporaryDir added;
    const QByteArray header("// Author: Somebody\r\n// Display name: Q\r\n// Categories: ops\r\n\r\n");
    const QString path = added.filePath(QStringLiteral("q.kql"));
    put(path, header + "Event\r\n");
    QVERIFY(store.addFolder(added.path()));
    QTRY_VERIFY(store.find(path) != nullptr);
    emit window().findChild<FavouritesDock *>()->openRequested(*store.find(path), false);
    store.forgetFolder(added.path());
    for (const char *count : {"1", "2"}) {
        changeText(QStringLiteral("Event\n| take ") + QLatin1String(count));
        m_fixture->action(QStringLiteral("&Save"))->trigger();
        QCOMPARE(contentOf(path), header + "Event\r\n| take " + count + "\r\n");
        QVERIFY(!window().currentPage()->isModified());
        restart();
    }
}

void TestMainWindowKept::restoredTabsFollowAMove()
{
    FavouriteStore &store = m_fixture->favourites();
    const QString path = openFavourite("// Display name: Disks\n// Categories: ops\n\nEvent\n");
    QueryPage *page = restart();
    const auto renamed = store.rename(path, QStringLiteral("Other"));
    QVERIFY(renamed.has_value());
    QCOMPARE(page->filePath(), renamed->file.path);
    changeText(QStringLiteral("Perf"));
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QCOMPARE(contentOf(renamed->file.path),
             QByteArray("// Display name: Other\n// Categories: ops\n\nPerf\n"));
    QVERIFY(!QFile::exists(path));
    // A tab with the whole file goes along as well.
    window().tabs().closeCurrent();
    window().openFile(renamed->file.path);
    const QString folder = store.makeFolder(store.ownFolder(), QStringLiteral("Sub")).value();
    const Result<QString> moved = store.move(renamed->file.path, folder);
    QVERIFY(moved.has_value());
    QCOMPARE(window().currentPage()->filePath(), *moved);
}

void TestMainWindowKept::aChangeFromBeforeARestartIsAskedAbout()
{
    const QString path = openFavourite("// Display name: Disks\n\nEvent\n");
    changeText(QStringLiteral("Perf"));
    const QByteArray theirs("// Display name: Disks\n// Description: theirs\n\nHeartbeat\n");
    put(path, theirs);
    restart();
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QCOMPARE(contentOf(path), theirs);
    QCOMPARE(m_fixture->messages().message(), QStringLiteral("“Disks.kql” was changed by another program."));
    m_fixture->button(QStringLiteral("&Keep mine"))->click();
    m_fixture->action(QStringLiteral("&Save"))->trigger();
    QCOMPARE(contentOf(path), QByteArray("// Display name: Disks\n// Description: theirs\n\nPerf\n"));
}

void TestMainWindowKept::closingAConflictKeepsItsTab()
{
    const QString path = openFavourite("// Display name: Disks\n\nEvent\n");
    changeText(QStringLiteral("Perf"));
    const QByteArray theirs("// Display name: Disks\n\nHeartbeat\n");
    put(path, theirs);
    window().tabs().closeCurrent();
    m_fixture->button(QStringLiteral("&Save"))->click();
    // Or nobody would read where the text is now.
    QCOMPARE(window().tabs().pages().size(), 1);
    QVERIFY(m_fixture->messages().isVisible());
    QCOMPARE(contentOf(path), theirs);
    QVERIFY(contentOf(window().currentPage()->filePath()).endsWith("\nPerf\n"));
}

void TestMainWindowKept::newPropertiesAreNoChangeOfTheTab()
{
    FavouriteStore &store = m_fixture->favourites();
    const QString path = openFavourite("// Display name: Disks\n\nEvent\n");
    changeText(QStringLiteral("Perf"));
    const Favourite base = store.find(path)->favourite;
    Favourite tagged = base;
    tagged.tags = QStringList(QStringLiteral("ops"));
    QVERIFY(store.update(path, base, tagged).has_value());
    QPointer<QueryPage> page = window().currentPage();
    page->document().checkFile();
    QVERIFY(!m_fixture->messages().isVisible());
    QVERIFY(page->isModified());
    QVERIFY(page->document().saveTo(path));
    QCOMPARE(contentOf(path), QByteArray("// Display name: Disks\n// Categories: ops\n\nPerf\n"));
    // Another query is one.
    const Favourite saved = store.find(path)->favourite;
    Favourite other = saved;
    other.text = QStringLiteral("Heartbeat | take 1");
    QVERIFY(store.update(path, saved, other).has_value());
    page->document().checkFile();
    QVERIFY(m_fixture->messages().isVisible());
}

void TestMainWindowKept::makeProfiles()
{
    ExportOptions tabs;
    tabs.format = ExportFormat::Tsv;
    ExportOptions lines;
    lines.format = ExportFormat::JsonLines;
    m_fixture->settings().set(
        settings::exportProfiles,
        toText(QList<ExportProfile>{{QStringLiteral("Lines"), lines}, {QStringLiteral("Tabs"), tabs}}));
}

ExportDialog *TestMainWindowKept::askToExport()
{
    m_fixture->action(QStringLiteral("&Export…"))->trigger();
    // One that was accepted may not be gone yet.
    const auto dialogs = window().findChildren<ExportDialog *>();
    return dialogs.isEmpty() ? nullptr : dialogs.last();
}

void TestMainWindowKept::exportTo(ExportDialog *dialog, const QString &path)
{
    dialog->findChild<QLineEdit *>(QStringLiteral("path"))->setText(path);
    dialog->accept();
    QTRY_VERIFY(!window().currentPage()->pane().isExporting());
}

/// What is known of a favourite goes on with the one that is made of its changed text.
void TestMainWindowKept::anotherFavouriteOfAFavourite()
{
    makeProfiles();
    openFavourite("// Display name: Disks\n// Categories: ops\n// Export profile: Tabs\n\nEvent\n");
    changeText(QStringLiteral("Event | take 5"));
    const QString path = keep(QStringLiteral("Few disks"));
    QCOMPARE(contentOf(path),
             "// Display name: Few disks\n// Categories: ops\n// Export profile: Tabs\n\nEvent | take 5\n");
}

void TestMainWindowKept::aRenamedProfileStaysKept()
{
    makeProfiles();
    const QString path = openFavourite("// Display name: Disks\n// Export profile: Tabs\n\nEvent\n");
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 3));
    m_fixture->runner.last().job->finish(m_fixture->info());
    ExportDialog *dialog = askToExport();
    dialog->findChild<ExportProfileBar *>()->rename(QStringLiteral("Tabs"), QStringLiteral("With tabs"));
    QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("keepProfile"))->isChecked());
    exportTo(dialog, m_exports.filePath(QStringLiteral("5.tsv")));
    QVERIFY(contentOf(path).contains("// Export profile: With tabs\n"));
}

void TestMainWindowKept::anExportProfileIsKeptWithTheFavourite()
{
    makeProfiles();
    m_fixture->runToEnd(3, QStringLiteral("Event"));
    // Not of a favourite: nothing to ask.
    ExportDialog *dialog = askToExport();
    QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("keepProfile"))->isVisible());
    dialog->reject();
    QVERIFY(QTest::qWaitFor([this] { return window().findChild<ExportDialog *>() == nullptr; }));

    const QString path = keep(QStringLiteral("Disks & fans"));
    const QByteArray before = contentOf(path);
    dialog = askToExport();
    auto *box = dialog->findChild<QCheckBox *>(QStringLiteral("keepProfile"));
    auto *list = dialog->findChild<QComboBox *>(QStringLiteral("profile"));
    QVERIFY(box->isVisible());
    QVERIFY(!box->isEnabled());
    QVERIFY(box->text().contains(QStringLiteral("Disks && fans")));
    list->setCurrentIndex(list->findText(QStringLiteral("Tabs")));
    emit list->activated(list->currentIndex());
    QVERIFY(box->isEnabled());
    QVERIFY(!box->isChecked());
    exportTo(dialog, m_exports.filePath(QStringLiteral("1.tsv")));
    QCOMPARE(contentOf(path), before);

    dialog = askToExport();
    box = dialog->findChild<QCheckBox *>(QStringLiteral("keepProfile"));
    list = dialog->findChild<QComboBox *>(QStringLiteral("profile"));
    list->setCurrentIndex(list->findText(QStringLiteral("Lines")));
    emit list->activated(list->currentIndex());
    box->click();
    // What is typed meanwhile is no part of that.
    changeText(QStringLiteral("Event | take 5"));
    exportTo(dialog, m_exports.filePath(QStringLiteral("2.jsonl")));
    QCOMPARE(contentOf(path), "// Display name: Disks & fans\n// Export profile: Lines\n\nEvent\n");
    QVERIFY(window().currentPage()->isModified());
    QVERIFY(!m_fixture->messages().message().contains(QStringLiteral("another program")));
    window().currentPage()->document().checkFile();
    QVERIFY(!m_fixture->messages().message().contains(QStringLiteral("another program")));

    // The last export was with another one.
    ExportRequest last = loadExportChoices(m_fixture->settings());
    last.options.format = ExportFormat::Markdown;
    saveExportChoices(m_fixture->settings(), last);
    dialog = askToExport();
    box = dialog->findChild<QCheckBox *>(QStringLiteral("keepProfile"));
    QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("profile"))->currentText(),
             QStringLiteral("Lines"));
    QCOMPARE(dialog->request().options.format, ExportFormat::JsonLines);
    QVERIFY(box->isChecked());
    box->click();
    exportTo(dialog, m_exports.filePath(QStringLiteral("3.jsonl")));
    QCOMPARE(contentOf(path), "// Display name: Disks & fans\n\nEvent\n");
}

void TestMainWindowKept::aFavouriteKeepsAProfileThatIsGone()
{
    const QByteArray text = "// Display name: Disks\n// Export profile: Of another machine\n\nEvent\n";
    const QString path = openFavourite(text);
    m_fixture->action(QStringLiteral("&Run"))->trigger();
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 3));
    m_fixture->runner.last().job->finish(m_fixture->info());
    makeProfiles();
    ExportDialog *dialog = askToExport();
    QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("keepProfile"))->isChecked());
    exportTo(dialog, m_exports.filePath(QStringLiteral("4.csv")));
    QCOMPARE(contentOf(path), text);
}

void TestMainWindowKept::aFavouriteOfAMissingConnectionIsNotRunElsewhere()
{
    const QString path = openFavourite("// Display name: Disks\n// Connection: Production\n\nEvent\n");
    QCOMPARE(m_fixture->messages().message(), QStringLiteral("There is no connection “Production”."));
    window().tabs().closeCurrent();
    const FavouriteFile file = *m_fixture->favourites().find(path);
    emit window().findChild<FavouritesDock *>()->openRequested(file, true);
    QCOMPARE(m_fixture->runner.runs().size(), 0);
    QCOMPARE(window().currentPage()->query().text, QStringLiteral("Event"));
    QVERIFY(m_fixture->messages().message().contains(QStringLiteral("Production")));
    // Its tab is in front now, and whoever opens it again has seen what is said there.
    emit window().findChild<FavouritesDock *>()->openRequested(file, true);
    QCOMPARE(m_fixture->runner.runs().size(), 1);
}

QTEST_MAIN(TestMainWindowKept)
#include "tst_mainwindowkept.moc"
