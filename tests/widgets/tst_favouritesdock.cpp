#include "models/favouritesmodel.h"
#include "stores/favouritestore.h"
#include "stores/samplefavourites.h"
#include "widgets/emptystate.h"
#include "widgets/favouritesdock.h"
#include "widgets/fixedclock.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sonde;

/// The dock of the favourites by keyboard: opening, running, searching, renaming, deleting and taking back.
class TestFavouritesDock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensAndRuns();
    void faultIsSaidAndNotOpened();
    void searchRunsTheFirst();
    void foldsAsBefore();
    void renamesInPlace();
    void deletesAndTakesBack();
    void samplesCannotBeDeleted();
    void emptyStates();
    void stateComesBack();
    void namedForAll();
    void tabOrderFollowsTheEye();

private:
    QString add(const QString &name, const QString &folder)
    {
        Favourite favourite;
        favourite.name = name;
        favourite.text = QStringLiteral("Event");
        return m_store->add(favourite, folder).value();
    }
    QTreeView &tree() { return *m_dock->findChild<QTreeView *>(); }
    QString currentPath() { return tree().currentIndex().data(FavouritesModel::PathRole).toString(); }

    FixedClock m_clock;
    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FavouriteStore> m_store;
    std::unique_ptr<QMainWindow> m_window;
    FavouritesDock *m_dock = nullptr;
};

void TestFavouritesDock::init()
{
    m_theme.install();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<FavouriteStore>(
        FavouriteStore::Places{m_folder->filePath(QStringLiteral("own")),
                               m_folder->filePath(QStringLiteral("state/favourites.json")),
                               sampleFavouritesFolder()},
        m_clock);
    m_window = std::make_unique<QMainWindow>();
    m_dock = new FavouritesDock(*m_store, m_theme, m_icons, m_window.get());
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_window->resize(360, 700);
    m_window->show();
    QVERIFY(m_store->load().has_value());
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_COMPARE(m_store->listings().last().files.size(), 14);
}

void TestFavouritesDock::cleanup()
{
    m_window.reset();
    m_store.reset();
}

void TestFavouritesDock::opensAndRuns()
{
    const QString path = add(QStringLiteral("A"), m_store->ownFolder());
    QSignalSpy opened(m_dock, &FavouritesDock::openRequested);
    m_dock->reveal(path);
    QCOMPARE(currentPath(), path);
    QTest::keyClick(&tree(), Qt::Key_Space);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().at(0).value<FavouriteFile>().path, path);
    QCOMPARE(opened.last().at(1).toBool(), false);
    QTest::keyClick(&tree(), Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.last().at(1).toBool(), true);
    const QRect row = tree().visualRect(tree().currentIndex());
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, row.center());
    QTest::mouseDClick(tree().viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(opened.count(), 3);
    QCOMPARE(m_store->useOf(path).times, 3);
    // A folder only folds.
    m_dock->reveal(m_store->ownFolder());
    QTest::keyClick(&tree(), Qt::Key_Space);
    QTest::keyClick(&tree(), Qt::Key_Return);
    QCOMPARE(opened.count(), 3);
}

void TestFavouritesDock::faultIsSaidAndNotOpened()
{
    QDir().mkpath(m_store->ownFolder());
    QFile file(m_store->ownFolder() + QStringLiteral("/old.kql"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("r\xF4les");
    file.close();
    m_store->refresh();
    QTRY_VERIFY(m_store->find(file.fileName()));
    QSignalSpy opened(m_dock, &FavouritesDock::openRequested);
    m_dock->reveal(file.fileName());
    QTest::keyClick(&tree(), Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    auto *messages = m_dock->findChild<MessageBar *>();
    QVERIFY(messages->isVisible());
    QCOMPARE(messages->message(), QStringLiteral("“old.kql” cannot be opened."));
    QVERIFY(messages->advice().startsWith(QLatin1String("The file is not UTF-8")));
}

void TestFavouritesDock::searchRunsTheFirst()
{
    QSignalSpy opened(m_dock, &FavouritesDock::openRequested);
    auto *search = m_dock->findChild<QLineEdit *>();
    search->setText(QStringLiteral("4624"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QVERIFY(opened.last().at(0).value<FavouriteFile>().path.endsWith(QLatin1String("then got in.kql")));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
}

void TestFavouritesDock::foldsAsBefore()
{
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    add(QStringLiteral("Inside"), folder);
    auto *search = m_dock->findChild<QLineEdit *>();
    search->setText(QStringLiteral("inside"));
    m_dock->reveal(folder);
    QVERIFY(tree().isExpanded(tree().currentIndex()));
    search->clear();
    m_dock->reveal(folder);
    QVERIFY(!tree().isExpanded(tree().currentIndex()));
    QVERIFY(tree().isExpanded(tree().currentIndex().parent()));
}

void TestFavouritesDock::renamesInPlace()
{
    const QString path = add(QStringLiteral("A"), m_store->ownFolder());
    m_dock->reveal(path);
    tree().setFocus();
    QTest::keyClick(&tree(), Qt::Key_F2);
    auto *editor = tree().viewport()->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr);
    editor->setText(QStringLiteral("B"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(m_store->find(m_store->ownFolder() + QStringLiteral("/B.kql")));
    QVERIFY(!QFile::exists(path));
    QCOMPARE(currentPath(), m_store->ownFolder() + QStringLiteral("/B.kql"));
}

void TestFavouritesDock::deletesAndTakesBack()
{
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    const QString inside = add(QStringLiteral("Inside"), folder);
    const QString path = add(QStringLiteral("A"), m_store->ownFolder());
    m_dock->reveal(path);
    tree().selectAll(); // the roots, too: they are not deleted, and then nothing is
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(QFile::exists(path));
    tree().clearSelection();
    m_dock->reveal(path);
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(!QFile::exists(path));
    auto *undo = m_dock->findChild<QPushButton *>(QStringLiteral("undo"));
    QVERIFY(undo->isVisible());
    QTest::keyClick(m_dock->findChild<QTreeView *>(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(QFile::exists(path));
    QVERIFY(!undo->isVisible());
    QCOMPARE(currentPath(), path);
    // A folder takes what is in it along.
    m_dock->reveal(folder);
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(!QFile::exists(inside));
    undo->click();
    QVERIFY(QFile::exists(inside));
}

void TestFavouritesDock::samplesCannotBeDeleted()
{
    const QString sample = m_store->listings().last().files.first().path;
    m_dock->reveal(sample);
    QCOMPARE(currentPath(), sample);
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(m_dock->findChild<MessageBar *>()->isVisible());
    QVERIFY(QFile::exists(sample));
    QVERIFY(m_dock->currentFolder().isEmpty());
}

void TestFavouritesDock::emptyStates()
{
    auto *empty = m_dock->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->sentence(), QStringLiteral("Queries that worked belong here."));
    QSignalSpy save(m_dock, &FavouritesDock::saveCurrentRequested);
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(save.count(), 1);
    add(QStringLiteral("A"), m_store->ownFolder());
    QVERIFY(!empty->isVisible());
    auto *search = m_dock->findChild<QLineEdit *>();
    search->setText(QStringLiteral("zebra"));
    QVERIFY(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    QVERIFY(search->text().isEmpty());
    QVERIFY(!empty->isVisible());
}

void TestFavouritesDock::stateComesBack()
{
    const QString folder = m_store->makeFolder(m_store->ownFolder(), QStringLiteral("Sub")).value();
    add(QStringLiteral("Inside"), folder);
    m_dock->reveal(folder);
    tree().expand(tree().currentIndex());
    const QByteArray state = m_dock->state();
    tree().collapse(tree().currentIndex());
    QVERIFY(m_dock->state() != state);
    m_dock->restoreState(state);
    QCOMPARE(m_dock->state(), state);
    m_dock->reveal(folder);
    QVERIFY(tree().isExpanded(tree().currentIndex()));
    m_dock->restoreState("no state");
    QCOMPARE(m_dock->state(), state);
}

void TestFavouritesDock::namedForAll()
{
    const QList<QWidget *> widgets = m_dock->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto *button = qobject_cast<const QPushButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

void TestFavouritesDock::tabOrderFollowsTheEye()
{
    add(QStringLiteral("A"), m_store->ownFolder());
    QList<int> places;
    for (QWidget *widget = m_dock->findChild<QLineEdit *>(); widget != &tree();
         widget = widget->nextInFocusChain()) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0)
            places.append(widget->mapTo(m_dock, QPoint()).x());
    }
    QCOMPARE(places.size(), 3);
    QVERIFY(std::is_sorted(places.begin(), places.end()));
}

QTEST_MAIN(TestFavouritesDock)
#include "tst_favouritesdock.moc"
