#include "core/clock.h"
#include "core/timezone.h"
#include "models/favouritesmodel.h"
#include "models/favouritesproxymodel.h"
#include "stores/favouritestore.h"
#include "stores/samplefavourites.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace sonde;

namespace {

class FixedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return now; }
    qint64 monotonicMs() const override { return 0; }
    QDateTime now = QDateTime({2026, 11, 22}, {16, 2, 3}, utcZone);
};

/// The whole tree in one text, folders with a slash: "My favourites/(a, Sub/(b))".
QString shown(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const bool isFile = index.data(FavouritesModel::KindRole).toInt() ==
                            static_cast<int>(FavouritesModel::Kind::Favourite);
        const QString name = index.data().toString();
        rows.append(isFile ? name : QStringLiteral("%1/(%2)").arg(name, shown(model, index)));
    }
    return rows.join(QLatin1String(", "));
}

} // namespace

/// The tree of favourites follows the store row by row; searching, sorting and dragging.
class TestFavouritesModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsTheStore();
    void manyFolders();
    void keepsRowsThatStay();
    void searches_data();
    void searches();
    void sorts();
    void renames();
    void drags();
    void saysFaults();
    void samplesAreReadOnly();

private:
    QString own(const QString &relative) const
    {
        return m_folder->filePath(QStringLiteral("own/") + relative);
    }
    QString add(const QString &name, const QString &folder, const QString &text = QStringLiteral("Event"))
    {
        Favourite favourite;
        favourite.name = name;
        favourite.text = text;
        return m_store->add(favourite, folder).value();
    }
    QModelIndex at(const QString &path) const { return m_model->indexOf(path); }

    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FavouriteStore> m_store;
    std::unique_ptr<FavouritesModel> m_model;
    std::unique_ptr<FavouritesProxyModel> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_proxyTester;
};

void TestFavouritesModel::init()
{
    m_proxyTester.reset();
    m_tester.reset();
    m_proxy.reset();
    m_model.reset();
    m_store.reset();
    // The C locale knows nothing of numbers in names.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<FavouriteStore>(
        FavouriteStore::Places{m_folder->filePath(QStringLiteral("own")),
                               m_folder->filePath(QStringLiteral("state/favourites.json")),
                               {}},
        m_clock);
    m_model = std::make_unique<FavouritesModel>(*m_store);
    m_proxy = std::make_unique<FavouritesProxyModel>();
    m_proxy->setSourceModel(m_model.get());
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), Mode::QtTest);
    m_proxyTester = std::make_unique<QAbstractItemModelTester>(m_proxy.get(), Mode::QtTest);
    QVERIFY(m_store->load().has_value());
}

void TestFavouritesModel::followsTheStore()
{
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/()"));
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    const QString b = add(QStringLiteral("b"), folder);
    add(QStringLiteral("a"), m_store->ownFolder());
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Sub/(b), a)"));
    const int removal = m_store->remove({folder}).value();
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(a)"));
    QVERIFY(m_store->restore(removal).has_value());
    QTRY_COMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Sub/(b), a)"));
    QDir().mkpath(m_folder->filePath(QStringLiteral("more")));
    QVERIFY(m_store->addFolder(m_folder->filePath(QStringLiteral("more"))).has_value());
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->pathOf(at(b)), b);
    QCOMPARE(m_model->folderOf(at(b)), folder);
    m_store->forgetFolder(m_folder->filePath(QStringLiteral("more")));
    QCOMPARE(m_model->rowCount(), 1);
}

void TestFavouritesModel::manyFolders()
{
    for (int number = 0; number < 300; ++number) {
        const QString path = own(QStringLiteral("%1/%2/q.kql").arg(number % 20).arg(number));
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Event");
    }
    m_store->refresh();
    QTRY_COMPARE(m_store->listings().first().files.size(), 300);
    QCOMPARE(m_model->rowCount(at(m_store->ownFolder())), 20);
    QCOMPARE(m_model->rowCount(at(own(QStringLiteral("7")))), 15);
    QVERIFY(at(own(QStringLiteral("7/287/q.kql"))).isValid());
    QVERIFY(QDir(own(QStringLiteral("7"))).removeRecursively());
    m_store->refresh();
    QTRY_VERIFY(!at(own(QStringLiteral("7/287/q.kql"))).isValid());
    QTRY_COMPARE(m_model->rowCount(at(m_store->ownFolder())), 19);
}

void TestFavouritesModel::keepsRowsThatStay()
{
    const QString a = add(QStringLiteral("a"), m_store->ownFolder());
    const QString b = add(QStringLiteral("b"), m_store->ownFolder());
    const QPersistentModelIndex held(at(b));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(m_store->remove({a}).has_value());
    QVERIFY(held.isValid());
    QFile file(b);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("// Display name: other\nPerf");
    file.close();
    QTRY_COMPARE(held.data().toString(), QStringLiteral("other"));
    QVERIFY(changed.count() > 0);
    QCOMPARE(reset.count(), 0);
}

void TestFavouritesModel::searches_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << QStringLiteral("LOGON") << QStringLiteral("My favourites/(Failed logons)");
    QTest::newRow("body") << QStringLiteral("4625") << QStringLiteral("My favourites/(Failed logons)");
    QTest::newRow("two words") << QStringLiteral("  failed   event ")
                               << QStringLiteral("My favourites/(Failed logons)");
    QTest::newRow("folder") << QStringLiteral("deep") << QStringLiteral("My favourites/(Deep/(Load))");
    QTest::newRow("folder and body") << QStringLiteral("deep Perf")
                                     << QStringLiteral("My favourites/(Deep/(Load))");
    QTest::newRow("tag") << QStringLiteral("capacity") << QStringLiteral("My favourites/(Deep/(Load))");
    QTest::newRow("root's name") << QStringLiteral("favourites") << QString();
    QTest::newRow("path above") << QStringLiteral("own") << QString();
    QTest::newRow("none") << QStringLiteral("zebra") << QString();
}

void TestFavouritesModel::searches()
{
    QFETCH(QString, words);
    QFETCH(QString, expected);
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Deep")).value();
    add(QStringLiteral("Failed logons"), m_store->ownFolder(),
        QStringLiteral("SecurityEvent | where EventID == 4625"));
    Favourite load;
    load.name = QStringLiteral("Load");
    load.tags.append(QStringLiteral("Capacity"));
    load.text = QStringLiteral("Perf");
    QVERIFY(m_store->add(load, folder).has_value());
    m_proxy->setSearch(words);
    QVERIFY(m_proxy->isSearching());
    QCOMPARE(shown(*m_proxy), expected);
    m_proxy->setSearch({});
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Deep/(Load), Failed logons)"));
}

void TestFavouritesModel::sorts()
{
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Z")).value();
    const QString ten = add(QStringLiteral("q10"), m_store->ownFolder());
    const QString two = add(QStringLiteral("Q2"), m_store->ownFolder());
    const QString inside = add(QStringLiteral("in"), folder);
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Z/(in), Q2, q10)"));
    m_store->use(two);
    m_store->use(two);
    m_clock.now = m_clock.now.addSecs(60);
    m_store->use(ten);
    m_proxy->setOrder(FavouritesProxyModel::Order::LastUsed);
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(q10, Q2, Z/(in))"));
    m_proxy->setOrder(FavouritesProxyModel::Order::MostUsed);
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Q2, q10, Z/(in))"));
    // What is used while it is shown changes its place, and its folder's.
    for (int i = 0; i < 3; ++i)
        m_store->use(inside);
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Z/(in), Q2, q10)"));
}

void TestFavouritesModel::renames()
{
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    const QString a = add(QStringLiteral("a"), folder);
    QVERIFY(m_model->setData(at(a), QStringLiteral(" new\nname ")));
    QTRY_COMPARE(shown(*m_model), QStringLiteral("My favourites/(Sub/(new name))"));
    QVERIFY(m_model->setData(at(folder), QStringLiteral("Other")));
    QTRY_COMPARE(shown(*m_model), QStringLiteral("My favourites/(Other/(new name))"));
    QVERIFY(!m_model->setData(at(own(QStringLiteral("Other"))), QStringLiteral("  ")));
    QVERIFY(!m_model->flags(at(m_store->ownFolder())).testFlag(Qt::ItemIsEditable));
}

void TestFavouritesModel::drags()
{
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    const QString a = add(QStringLiteral("a"), m_store->ownFolder());
    const QString b = add(QStringLiteral("b"), folder);
    const std::unique_ptr<QMimeData> data(m_model->mimeData({at(a)}));
    QCOMPARE(data->urls(), QList<QUrl>({QUrl::fromLocalFile(a)}));
    // On a favourite is into its folder.
    QVERIFY(m_model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, at(b)));
    QVERIFY(!m_model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, {}));
    m_model->dropMimeData(data.get(), Qt::MoveAction, -1, -1, at(b));
    QCOMPARE(shown(*m_proxy), QStringLiteral("My favourites/(Sub/(a, b))"));
    QVERIFY(QFile::exists(own(QStringLiteral("Sub/a.kql"))));
    // Not into itself, and nothing that is no favourite.
    const std::unique_ptr<QMimeData> itself(m_model->mimeData({at(folder)}));
    QVERIFY(!m_model->canDropMimeData(itself.get(), Qt::MoveAction, -1, -1, at(b)));
    QMimeData foreign;
    foreign.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/hosts"))});
    QVERIFY(!m_model->canDropMimeData(&foreign, Qt::MoveAction, -1, -1, at(folder)));
    // What fails is said. The model learns of the file's end only later.
    QSignalSpy failed(m_model.get(), &FavouritesModel::failed);
    const QString moved = own(QStringLiteral("Sub/a.kql"));
    const std::unique_ptr<QMimeData> gone(m_model->mimeData({at(moved)}));
    QVERIFY(QFile::remove(moved));
    m_model->dropMimeData(gone.get(), Qt::MoveAction, -1, -1, at(m_store->ownFolder()));
    QCOMPARE(failed.count(), 1);
}

void TestFavouritesModel::saysFaults()
{
    QDir().mkpath(m_store->ownFolder());
    QFile file(own(QStringLiteral("old <b>.kql")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("r\xF4les");
    file.close();
    m_store->refresh();
    QTRY_VERIFY(at(file.fileName()).isValid());
    const QModelIndex index = at(file.fileName());
    QCOMPARE(index.data().toString(), QStringLiteral("old <b>"));
    QVERIFY(
        index.data(FavouritesModel::FaultRole).toString().startsWith(QLatin1String("The file is not UTF-8")));
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QLatin1String("old &lt;b&gt;")));
    QDir().mkpath(m_folder->filePath(QStringLiteral("stick")));
    QVERIFY(m_store->addFolder(m_folder->filePath(QStringLiteral("stick"))).has_value());
    QVERIFY(QDir().rmdir(m_folder->filePath(QStringLiteral("stick"))));
    m_store->refresh();
    QTRY_VERIFY(m_model->index(1, 0)
                    .data(FavouritesModel::FaultRole)
                    .toString()
                    .contains(QLatin1String("is not there now")));
}

void TestFavouritesModel::samplesAreReadOnly()
{
    FavouriteStore store({m_store->ownFolder(), m_folder->filePath(QStringLiteral("state/favourites.json")),
                          sampleFavouritesFolder()},
                         m_clock);
    FavouritesModel model(store);
    QVERIFY(store.load().has_value());
    QTRY_COMPARE(model.rowCount(model.index(1, 0)), 14);
    const QModelIndex sample = model.index(0, 0, model.index(1, 0));
    QVERIFY(!sample.data(FavouritesModel::ChangeableRole).toBool());
    QVERIFY(!sample.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!sample.flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model.index(1, 0).flags().testFlag(Qt::ItemIsDropEnabled));
}

QTEST_GUILESS_MAIN(TestFavouritesModel)
#include "tst_favouritesmodel.moc"
