#include "results/exportprofile.h"
#include "stores/columnlayoutstore.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/samplefavourites.h"
#include "stores/settingsstore.h"
#include "support/fakeconnectionprobe.h"
#include "support/fakeschemasource.h"
#include "support/fakesearchrunner.h"
#include "support/fakesecretstore.h"
#include "widgets/favouritekeeper.h"
#include "widgets/fixedclock.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/pageparameters.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/schemakeeper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// From a tab into a favourite and back, with its dialog.
class TestFavouriteKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savesNew();
    void dialogAsksForAName();
    void failureKeepsTheDialog();
    void savesAgain();
    void conflictIsSaid();
    void followsARename();
    void afterARestart();
    void reloadsTheQueryAlone();
    void samplesAreNotAdopted();
    void edits();
    void connections();
    void exportProfiles();
    void valuesOfParameters();

private:
    FavouriteDialog *dialog() { return m_window->findChild<FavouriteDialog *>(); }
    template <typename Widget>
    Widget *field(const char *name)
    {
        return dialog()->findChild<Widget *>(QLatin1String(name));
    }
    void pressSave() { dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click(); }
    QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
    }
    void put(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    bool save() { return m_page->document().saveTo(m_page->filePath()); }
    /// A favourite in the store, shown by the page.
    QString opened(const Favourite &favourite)
    {
        const QString path = m_store->add(favourite, m_store->ownFolder()).value();
        const FavouriteFile file = *m_store->find(path);
        m_page->setQuery(FavouriteKeeper::queryOf(file.favourite, TimeRange()));
        m_keeper->adopt(m_page, file);
        return path;
    }
    static Favourite favourite()
    {
        Favourite made;
        made.name = QStringLiteral("A");
        made.text = QStringLiteral("Event");
        return made;
    }

    FixedClock m_clock;
    Theme m_theme;
    Icons m_icons{m_theme};
    FakeSearchRunner m_runner;
    FakeSecretStore m_secrets;
    FakeConnectionProbe m_probe;
    Connection m_connection;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConnectionStore> m_connections;
    FakeSchemaSource m_source;
    std::unique_ptr<SchemaKeeper> m_schemas;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<FavouriteStore> m_store;
    std::unique_ptr<HistoryStore> m_history;
    QTemporaryDir m_layoutFolder;
    ColumnLayoutStore m_layouts{m_layoutFolder.filePath(QStringLiteral("columns.json"))};
    std::unique_ptr<QWidget> m_window;
    QueryPage *m_page = nullptr;
    FavouriteKeeper *m_keeper = nullptr;
};

void TestFavouriteKeeper::init()
{
    m_window.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_connections = std::make_unique<ConnectionStore>(m_folder->filePath(QStringLiteral("connections.json")));
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_connection = Connection();
    m_connection.name = QStringLiteral("Contoso & sons");
    m_connection.id = m_connections->add(m_connection).value();
    m_store = std::make_unique<FavouriteStore>(
        FavouriteStore::Places{m_folder->filePath(QStringLiteral("own")),
                               m_folder->filePath(QStringLiteral("state/favourites.json")),
                               sampleFavouritesFolder()},
        m_clock);
    QVERIFY(m_store->load().has_value());
    QTRY_COMPARE(m_store->listings().last().files.size(), 14);
    m_history = std::make_unique<HistoryStore>(m_folder->filePath(QStringLiteral("history")));
    m_schemas = std::make_unique<SchemaKeeper>(SchemaKeeper::Services{
        m_source, SchemaCache(m_folder->filePath(QStringLiteral("tables"))), *m_connections, m_clock});
    const WindowServices services{m_runner,   m_secrets, m_probe, *m_connections, *m_settings, *m_store,
                                  *m_history, m_layouts, m_theme, m_icons,        m_clock,     *m_schemas};
    m_window = std::make_unique<QWidget>();
    m_page = new QueryPage(services, m_window.get());
    m_keeper = new FavouriteKeeper(services, m_window.get());
    Query query;
    query.text = QStringLiteral("Event\n| take 5");
    query.range = TimeRange::last(std::chrono::hours(4));
    m_page->setQuery(query);
    m_page->setConnectionId(m_connection.id);
    m_keeper->attach(m_page);
    m_window->resize(900, 600);
    m_window->show();
}

void TestFavouriteKeeper::savesNew()
{
    QSignalSpy saved(m_keeper, &FavouriteKeeper::saved);
    const QString sub = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    m_keeper->saveNew(m_page, QStringLiteral("Query 1"));
    QVERIFY(dialog());
    QCOMPARE(field<QLineEdit>("name")->text(), QStringLiteral("Query 1"));
    QCOMPARE(field<QComboBox>("folder")->count(), 2);
    QVERIFY(!field<QCheckBox>("keepRange")->isChecked());
    QVERIFY(field<QCheckBox>("keepConnection")->text().contains(QLatin1String("Contoso && sons")));
    field<QLineEdit>("name")->setText(QStringLiteral(" Five  events "));
    field<QLineEdit>("tags")->setText(QStringLiteral("Event, ,Test,event"));
    field<QPlainTextEdit>("description")->setPlainText(QStringLiteral("One\n\nTwo"));
    field<QComboBox>("folder")->setCurrentIndex(1);
    field<QCheckBox>("keepRange")->click();
    field<QCheckBox>("keepConnection")->click();
    pressSave();
    QCOMPARE(saved.count(), 1);
    const QString path = sub + QStringLiteral("/Five events.kql");
    QCOMPARE(saved.first().at(0).toString(), path);
    QCOMPARE(contentOf(path), QByteArray("// Display name: Five events\n"
                                         "// Description: One\n"
                                         "//   Two\n"
                                         "// Categories: Event, Test\n"
                                         "// Time range: PT4H\n"
                                         "// Connection: " +
                                         m_connection.id.toUtf8() +
                                         "\n"
                                         "\n"
                                         "Event\n"
                                         "| take 5\n"));
    QCOMPARE(m_page->filePath(), path);
    QVERIFY(!m_page->isModified());
    QVERIFY(m_page->document().isFavourite());
}

void TestFavouriteKeeper::dialogAsksForAName()
{
    m_keeper->saveNew(m_page, QString());
    auto *save = dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    QVERIFY(!save->isEnabled());
    QVERIFY(!field<QLabel>("note")->text().isEmpty());
    field<QLineEdit>("name")->setText(QStringLiteral("x"));
    QVERIFY(save->isEnabled());
    QVERIFY(field<QLabel>("note")->text().isEmpty());
    QVERIFY(!field<QComboBox>("folder")->isVisible()); // one folder is no choice
    QVERIFY(QFile::exists(m_folder->path()));
    dialog()->reject();
    QVERIFY(!QFile::exists(m_store->ownFolder()));
}

void TestFavouriteKeeper::failureKeepsTheDialog()
{
    put(m_store->ownFolder(), "a file where the folder should be");
    m_keeper->saveNew(m_page, QStringLiteral("x"));
    pressSave();
    QVERIFY(dialog()->isVisible());
    QVERIFY(field<QLabel>("note")->text().contains(QLatin1String("could not be written")));
    QVERIFY(QFile::remove(m_store->ownFolder()));
    pressSave();
    QVERIFY(QFile::exists(m_store->ownFolder() + QStringLiteral("/x.kql")));
}

void TestFavouriteKeeper::savesAgain()
{
    Favourite kept = favourite();
    kept.range = TimeRange::last(std::chrono::hours(1));
    const QString path = opened(kept);
    QCOMPARE(m_page->query().text, QStringLiteral("Event"));
    QCOMPARE(m_page->query().range, *kept.range);
    m_page->editor().insert(QStringLiteral("// mine\n"));
    QVERIFY(m_page->isModified());
    m_page->setRange(TimeRange::last(std::chrono::hours(2)));
    QVERIFY(save());
    QVERIFY(!m_page->isModified());
    QCOMPARE(contentOf(path), QByteArray("// Display name: A\n// Time range: PT2H\n\n// mine\nEvent\n"));
}

void TestFavouriteKeeper::conflictIsSaid()
{
    const QString path = opened(favourite());
    put(path, "// Display name: A\n\nPerf\n");
    m_page->editor().insert(QStringLiteral("// mine\n"));
    QVERIFY(!save()); // not where it belongs
    QCOMPARE(contentOf(path), QByteArray("// Display name: A\n\nPerf\n"));
    QVERIFY(m_page->filePath().contains(QLatin1String("(conflict 2026-11-2")));
    QVERIFY(contentOf(m_page->filePath()).endsWith("// mine\nEvent\n"));
    QVERIFY(m_page->pane().messages().isVisibleTo(m_page));
    QCOMPARE(m_page->pane().messages().message(), QStringLiteral("“A.kql” was changed by another program."));
    // The next saving goes there, and is no conflict.
    m_page->editor().insert(QStringLiteral("// more\n"));
    QVERIFY(save());
    QVERIFY(contentOf(m_page->filePath()).endsWith("// more\n// mine\nEvent\n"));
    QCOMPARE(m_store->listings().first().files.size(), 2);
}

void TestFavouriteKeeper::followsARename()
{
    const QString path = opened(favourite());
    const QString renamed = m_store->rename(path, QStringLiteral("B"))->file.path;
    QCOMPARE(m_page->filePath(), renamed);
    m_page->editor().insert(QStringLiteral("// mine\n"));
    QVERIFY(save());
    QCOMPARE(contentOf(renamed), QByteArray("// Display name: B\n\n// mine\nEvent\n"));
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_store->listings().first().files.size(), 1);
}

void TestFavouriteKeeper::afterARestart()
{
    const QString path = m_store->add(favourite(), m_store->ownFolder()).value();
    // A tab that was brought back knows its file and its text, no more.
    Draft draft;
    draft.query.text = QStringLiteral("Event | take 1");
    draft.filePath = path;
    draft.fileStamp = stampOf(path);
    draft.isModified = true;
    draft.isFavourite = true;
    m_page->restore(draft);
    m_keeper->attach(m_page);
    QVERIFY(m_page->document().isFavourite());
    QVERIFY(save());
    QCOMPARE(contentOf(path), QByteArray("// Display name: A\n\nEvent | take 1\n"));
}

void TestFavouriteKeeper::reloadsTheQueryAlone()
{
    const QString path = opened(favourite());
    const QByteArray theirs("// Display name: A\n// Description: theirs\n\nPerf\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(theirs) == theirs.size());
    file.close();
    m_page->document().checkFile();
    const QList<QPushButton *> buttons = m_page->pane().messages().findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("Rel&oad"))
            button->click();
    }
    QCOMPARE(m_page->query().text, QStringLiteral("Perf"));
    QVERIFY(m_page->document().isFavourite());
    // Saving from here is no conflict, and keeps what the others wrote.
    m_page->editor().insertAt(QStringLiteral("// mine\n"), 0, 0);
    QVERIFY(save());
    QCOMPARE(contentOf(path), QByteArray("// Display name: A\n// Description: theirs\n\n// mine\nPerf\n"));
}

void TestFavouriteKeeper::samplesAreNotAdopted()
{
    const FavouriteFile sample = m_store->listings().last().files.first();
    m_keeper->adopt(m_page, sample);
    QVERIFY(m_page->filePath().isEmpty());
    QVERIFY(!m_page->document().isFavourite());
    QCOMPARE(m_keeper->connectionOf(sample.favourite), QString(embeddedConnectionId));
}

void TestFavouriteKeeper::edits()
{
    Favourite kept = favourite();
    kept.range = TimeRange::last(std::chrono::hours(1));
    const QString path = opened(kept);
    const QString sub = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    m_keeper->edit(path);
    QCOMPARE(field<QLineEdit>("name")->text(), QStringLiteral("A"));
    QVERIFY(field<QCheckBox>("keepRange")->isChecked());
    QVERIFY(!field<QCheckBox>("keepConnection")->isEnabled());
    field<QLineEdit>("name")->setText(QStringLiteral("New"));
    field<QCheckBox>("keepRange")->click();
    field<QComboBox>("folder")->setCurrentIndex(1);
    pressSave();
    QCOMPARE(contentOf(sub + QStringLiteral("/New.kql")), QByteArray("// Display name: New\n\nEvent\n"));
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_page->filePath(), sub + QStringLiteral("/New.kql"));
}

void TestFavouriteKeeper::valuesOfParameters()
{
    const ParameterValue web01{ParameterType::String, QStringLiteral("web01")};
    const ParameterValue web02{ParameterType::List, QStringLiteral("web01, web02")};
    Favourite kept = favourite();
    kept.text = QStringLiteral("Event\n| where Computer in ({c})");
    kept.parameters.insert(QStringLiteral("c"), web01);
    const QString path = opened(kept);
    QCOMPARE(m_page->parameters().values().value(QStringLiteral("c")), web01);
    // Saving keeps what was typed, of what the query has.
    m_page->parameters().setValues({{QStringLiteral("c"), web02}, {QStringLiteral("other"), web01}});
    QVERIFY(!m_page->isModified());
    QVERIFY(save());
    QCOMPARE(m_store->find(path)->favourite.parameters, (ParameterValues{{QStringLiteral("c"), web02}}));
    QVERIFY(contentOf(path).contains("// Parameter values: c:list = \"web01, web02\"\n"));
    // A new favourite begins with them.
    m_keeper->saveNew(m_page, QStringLiteral("b"));
    pressSave();
    QCOMPARE(m_store->find(m_page->filePath())->favourite.parameters,
             (ParameterValues{{QStringLiteral("c"), web02}}));
}

void TestFavouriteKeeper::exportProfiles()
{
    // Nothing to choose from is not shown.
    m_keeper->saveNew(m_page, QStringLiteral("a"));
    QVERIFY(!field<QComboBox>("exportProfile")->isVisible());
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);

    ExportOptions options;
    options.format = ExportFormat::Tsv;
    m_settings->set(settings::exportProfiles,
                    toText(QList<ExportProfile>{{QStringLiteral("Tabs"), options}}));
    m_keeper->saveNew(m_page, QStringLiteral("a"));
    auto *list = field<QComboBox>("exportProfile");
    QVERIFY(list->isVisible());
    QCOMPARE(list->currentIndex(), 0);
    list->setCurrentIndex(list->findText(QStringLiteral("Tabs")));
    pressSave();
    const QString path = m_page->filePath();
    QCOMPARE(m_store->find(path)->favourite.exportProfile, QStringLiteral("Tabs"));
    QTRY_VERIFY(dialog() == nullptr);

    // One of another machine is not lost by looking at it.
    m_settings->set(settings::exportProfiles, QString());
    m_keeper->edit(path);
    list = field<QComboBox>("exportProfile");
    QVERIFY(list->isVisible());
    QVERIFY(list->currentText().contains(QStringLiteral("Tabs")));
    pressSave();
    QCOMPARE(m_store->find(path)->favourite.exportProfile, QStringLiteral("Tabs"));
}

void TestFavouriteKeeper::connections()
{
    Favourite kept = favourite();
    QVERIFY(m_keeper->connectionOf(kept).isEmpty());
    kept.connection = m_connection.id;
    QCOMPARE(m_keeper->connectionOf(kept), m_connection.id);
    kept.connection = QStringLiteral("contoso & SONS");
    QCOMPARE(m_keeper->connectionOf(kept), m_connection.id);
    kept.connection = QStringLiteral("nobody");
    QVERIFY(m_keeper->connectionOf(kept).isEmpty());
}

QTEST_MAIN(TestFavouriteKeeper)
#include "tst_favouritekeeper.moc"
