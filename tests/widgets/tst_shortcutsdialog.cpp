#include "widgets/emptystate.h"
#include "widgets/shortcutsdialog.h"
#include "widgets/theme.h"

#include <QDir>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenuBar>
#include <QTest>
#include <QTreeView>

using namespace sonde;

class TestShortcutsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysAsAPersonReadsThem_data();
    void keysAsAPersonReadsThem();
    void actionsByMenu();
    void furtherGroupsFollow();
    void searchesActionsAndKeys();
    void nothingFoundSaysSo();
    void downGoesIntoTheList();
    void escapeCloses();
    void looks();

private:
    QAbstractItemModel &rows() const { return *m_dialog->findChild<QTreeView *>()->model(); }
    QString text(const QModelIndex &group, int row, int column) const
    {
        return rows().index(row, column, group).data().toString();
    }

    std::unique_ptr<QMenuBar> m_bar;
    std::unique_ptr<ShortcutsDialog> m_dialog;
};

void TestShortcutsDialog::init()
{
    m_bar = std::make_unique<QMenuBar>();
    QMenu *file = m_bar->addMenu(QStringLiteral("&File"));
    file->addAction(QStringLiteral("&Open…"))->setShortcut(Qt::CTRL | Qt::Key_O);
    file->addSeparator();
    file->addAction(QStringLiteral("Save && close"));
    file->addAction(QStringLiteral("Hidden"))->setVisible(false);
    QMenu *view = m_bar->addMenu(QStringLiteral("&View"));
    QMenu *theme = view->addMenu(QStringLiteral("&Theme"));
    theme->addAction(QStringLiteral("&Dark"));
    view->addAction(QStringLiteral("Pre&vious tab"))
        ->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab, Qt::CTRL | Qt::Key_PageUp});
    m_dialog = std::make_unique<ShortcutsDialog>(*m_bar, ShortcutsDialog::keysWithoutActions());
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestShortcutsDialog::cleanup()
{
    m_dialog.reset();
}

void TestShortcutsDialog::keysAsAPersonReadsThem_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QKeySequence(Qt::Key_F5) << QStringLiteral("F5");
    QTest::newRow("backtab") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab)
                             << QStringLiteral("Ctrl+Shift+Tab");
    QTest::newRow("return") << QKeySequence(Qt::SHIFT | Qt::Key_Return) << QStringLiteral("Shift+Enter");
    QTest::newRow("chord") << QKeySequence(Qt::CTRL | Qt::Key_K, Qt::Key_C) << QStringLiteral("Ctrl+K C");
    QTest::newRow("plus") << QKeySequence(Qt::CTRL | Qt::Key_Plus) << QStringLiteral("Ctrl++");
    QTest::newRow("none") << QKeySequence() << QString();
}

void TestShortcutsDialog::keysAsAPersonReadsThem()
{
    QFETCH(QKeySequence, keys);
    QFETCH(QString, text);
    QCOMPARE(ShortcutsDialog::textOf(keys), text);
}

void TestShortcutsDialog::actionsByMenu()
{
    const QModelIndex file = rows().index(0, 0);
    QCOMPARE(file.data().toString(), QStringLiteral("File"));
    QCOMPARE(rows().rowCount(file), 2);
    QCOMPARE(text(file, 0, 0), QStringLiteral("Open"));
    QCOMPARE(text(file, 0, 1), QStringLiteral("Ctrl+O"));
    QCOMPARE(text(file, 1, 0), QStringLiteral("Save & close"));
    QCOMPARE(text(file, 1, 1), QStringLiteral("—"));
    const QModelIndex view = rows().index(1, 0);
    QCOMPARE(text(view, 0, 0), QStringLiteral("Theme › Dark"));
    QCOMPARE(text(view, 1, 1), QStringLiteral("Ctrl+Shift+Tab, Ctrl+PgUp"));
}

void TestShortcutsDialog::furtherGroupsFollow()
{
    const QList<ShortcutGroup> further = ShortcutsDialog::keysWithoutActions();
    QCOMPARE(rows().rowCount(), 2 + further.size());
    for (int i = 0; i < further.size(); ++i) {
        const QModelIndex group = rows().index(2 + i, 0);
        QCOMPARE(group.data().toString(), further.at(i).title);
        QCOMPARE(rows().rowCount(group), further.at(i).rows.size());
        for (const ShortcutRow &row : further.at(i).rows)
            QVERIFY2(!row.keys.isEmpty(), qPrintable(row.what));
    }
}

void TestShortcutsDialog::searchesActionsAndKeys()
{
    auto *search = m_dialog->findChild<QLineEdit *>();
    QVERIFY(search->hasFocus() || m_dialog->focusWidget() == search);
    search->setText(QStringLiteral("ctrl+o"));
    QCOMPARE(rows().rowCount(), 1);
    QCOMPARE(text(rows().index(0, 0), 0, 0), QStringLiteral("Open"));
    QCOMPARE(rows().rowCount(rows().index(0, 0)), 1);
    search->setText(QStringLiteral("PREVIOUS"));
    QCOMPARE(rows().rowCount(), 1);
    QCOMPARE(rows().index(0, 0).data().toString(), QStringLiteral("View"));
    QVERIFY(m_dialog->findChild<QTreeView *>()->isExpanded(rows().index(0, 0)));
}

void TestShortcutsDialog::nothingFoundSaysSo()
{
    m_dialog->findChild<QLineEdit *>()->setText(QStringLiteral("zebra"));
    QVERIFY(m_dialog->findChild<EmptyState *>()->isVisible());
    QVERIFY(!m_dialog->findChild<EmptyState *>()->sentence().isEmpty());
    m_dialog->findChild<QLineEdit *>()->clear();
    QVERIFY(m_dialog->findChild<QTreeView *>()->isVisible());
}

void TestShortcutsDialog::downGoesIntoTheList()
{
    QTest::keyClick(m_dialog->findChild<QLineEdit *>(), Qt::Key_Down);
    QCOMPARE(m_dialog->focusWidget(), m_dialog->findChild<QTreeView *>());
}

void TestShortcutsDialog::escapeCloses()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->isVisible());
}

void TestShortcutsDialog::looks()
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("SONDE_SCREENSHOTS names no folder.");
    QDir().mkpath(folder);
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    theme.install();
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        QTRY_COMPARE(m_dialog->palette().color(QPalette::Window), theme.color(ColorRole::Window));
        QVERIFY(m_dialog->grab().save(
            QStringLiteral("%1/shortcuts-%2.png")
                .arg(folder, theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"))));
    }
}

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcutsdialog.moc"
