// What a person sees of a file before it becomes a table, and what can be corrected.

#include "models/importcolumnsmodel.h"
#include "support/fakelocaltables.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/opentabledialog.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace sonde;

namespace {

ImportGuess databaseGuess()
{
    ImportGuess guess;
    guess.kind = ImportKind::Sqlite;
    for (const char *name : {"first", "second"}) {
        ImportTable table = peopleGuess().tables.first();
        table.name = table.original = QString::fromLatin1(name);
        table.index = static_cast<int>(guess.tables.size());
        guess.tables += table;
    }
    return guess;
}

} // namespace

class TestOpenTableDialog final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<FakeLocalTables> m_tables;
    std::unique_ptr<OpenTableDialog> m_dialog;

    void open(const QStringList &paths)
    {
        m_dialog = std::make_unique<OpenTableDialog>(*m_tables, m_theme, m_icons);
        m_dialog->addFiles(paths);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QTRY_COMPARE(m_tables->told, paths.size());
    }
    template <typename Part>
    Part &part(const char *name) const
    {
        return *m_dialog->findChild<Part *>(QString::fromLatin1(name));
    }
    QPushButton &openButton() const { return part<QPushButton>("open"); }
    QTreeView &columns() const { return *m_dialog->findChild<QTreeView *>(); }
    QListWidget &list() const { return *m_dialog->findChild<QListWidget *>(); }
    MessageBar &messages() const { return *m_dialog->findChild<MessageBar *>(); }
    QAbstractItemModel &model() const { return *columns().model(); }

private slots:
    void init()
    {
        m_tables = std::make_unique<FakeLocalTables>();
        m_tables->guesses = {{QStringLiteral("people.csv"), peopleGuess()},
                             {QStringLiteral("data.sqlite"), databaseGuess()}};
    }

    void cleanup()
    {
        m_dialog.reset();
        m_tables.reset();
    }

    void showsWhatItWasTakenFor()
    {
        open({QStringLiteral("/data/people.csv")});
        QCOMPARE(part<QLineEdit>("tableName").text(), QStringLiteral("people"));
        QCOMPARE(part<QComboBox>("delimiter").currentData().toString(), QStringLiteral(";"));
        QVERIFY(part<QCheckBox>("header").isChecked());
        QVERIFY(!list().isVisible());
        QCOMPARE(model().rowCount(), 4);
        QCOMPARE(model().index(1, ImportColumnsModel::Type).data().toString(), QStringLiteral("long"));
        QVERIFY(model()
                    .index(0, ImportColumnsModel::FirstValues)
                    .data()
                    .toString()
                    .contains(QStringLiteral("Ben")));
        QVERIFY(openButton().isEnabled());
    }

    void theDialectCanBeCorrected()
    {
        open({QStringLiteral("/data/people.csv")});
        QComboBox &delimiter = part<QComboBox>("delimiter");
        delimiter.setCurrentIndex(delimiter.findData(QStringLiteral("\t")));
        emit delimiter.activated(delimiter.currentIndex());
        QVERIFY(!openButton().isEnabled()); // until it was looked at anew
        QTRY_VERIFY(openButton().isEnabled());
        QCOMPARE(m_tables->asked.last().csv.delimiter, std::optional(QStringLiteral("\t")));
        QCOMPARE(m_tables->asked.last().name, QStringLiteral("people"));
        QTest::mouseClick(&part<QCheckBox>("header"), Qt::LeftButton);
        QTRY_COMPARE(m_tables->asked.size(), 3);
        QCOMPARE(m_tables->asked.last().csv.hasHeader, std::optional(false));
    }

    void namesAndTypesCanBeChanged()
    {
        open({QStringLiteral("/data/people.csv")});
        QVERIFY(model().setData(model().index(1, ImportColumnsModel::Type),
                                static_cast<int>(ColumnType::Real), Qt::EditRole));
        QVERIFY(model().setData(model().index(1, ImportColumnsModel::Name), QStringLiteral("Years"),
                                Qt::EditRole));
        // A name that is taken, and none.
        QVERIFY(!model().setData(model().index(1, ImportColumnsModel::Name), QStringLiteral("Name"),
                                 Qt::EditRole));
        QVERIFY(
            !model().setData(model().index(1, ImportColumnsModel::Name), QStringLiteral("  "), Qt::EditRole));
        QLineEdit &name = part<QLineEdit>("tableName");
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("Staff"));
        QTest::mouseClick(&openButton(), Qt::LeftButton);
        QCOMPARE(m_tables->addedGuesses.size(), 1);
        const ImportTable &table = m_tables->addedGuesses.first().tables.first();
        QCOMPARE(table.name, QStringLiteral("Staff"));
        QCOMPARE(table.columns.at(1).type, ColumnType::Real);
        QCOMPARE(table.columns.at(1).name, QStringLiteral("Years"));
        QSignalSpy opened(m_dialog.get(), &OpenTableDialog::opened);
        m_tables->finish();
        QCOMPARE(opened.size(), 1);
        QVERIFY(!m_dialog->isVisible());
    }

    void aNameThatIsNoneIsSaid()
    {
        open({QStringLiteral("/data/people.csv")});
        QLineEdit &name = part<QLineEdit>("tableName");
        for (const char *wrong : {"", "9lives", "two words", "where"}) {
            name.selectAll();
            QTest::keyClick(&name, Qt::Key_Delete);
            QTest::keyClicks(&name, QString::fromLatin1(wrong));
            QVERIFY2(!openButton().isEnabled(), wrong);
            QVERIFY2(!name.accessibleDescription().isEmpty(), wrong);
        }
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("Fine"));
        QVERIFY(openButton().isEnabled());
        QVERIFY(name.accessibleDescription().isEmpty());
    }

    void tablesOfADatabaseAreChosen()
    {
        open({QStringLiteral("/data/data.sqlite")});
        QVERIFY(list().isVisible());
        QCOMPARE(list().count(), 2);
        list().item(0)->setCheckState(Qt::Unchecked);
        QTest::mouseClick(&openButton(), Qt::LeftButton);
        QCOMPARE(m_tables->addedGuesses.first().tables.size(), 1);
        QCOMPARE(m_tables->addedGuesses.first().tables.first().index, 1);
    }

    void twoOfOneNameAsk()
    {
        open({QStringLiteral("/data/people.csv"), QStringLiteral("/other/people.csv")});
        QTRY_COMPARE(list().count(), 2);
        QVERIFY(!openButton().isEnabled());
        QVERIFY(!part<QLineEdit>("tableName").accessibleDescription().isEmpty());
        list().item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(openButton().isEnabled());
    }

    void oneThatIsThereIsReplacedKnowingly()
    {
        delete m_tables->addRows(QStringLiteral("people"), {}, QStringLiteral("Prod"));
        m_tables->job = new LocalTablesJob(m_tables.get());
        m_tables->finish();
        open({QStringLiteral("/data/people.csv")});
        QVERIFY(openButton().isEnabled());
        QVERIFY(
            part<QLineEdit>("tableName").accessibleDescription().contains(QStringLiteral("takes its place")));
    }

    void aFileThatCannotBeReadSaysWhy()
    {
        open({QStringLiteral("/data/nothing.csv")});
        QTRY_VERIFY(messages().isVisible());
        QVERIFY(messages().message().contains(QStringLiteral("nothing.csv")));
        QVERIFY(!openButton().isEnabled());
    }

    void whatFailsLeavesTheDialogOpen()
    {
        open({QStringLiteral("/data/people.csv")});
        QTest::mouseClick(&openButton(), Qt::LeftButton);
        QVERIFY(!openButton().isEnabled());
        m_tables->fail(diskIsFull());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(messages().message(), QStringLiteral("The disk is full."));
        QVERIFY(openButton().isEnabled());
    }

    void closingStopsTheReading()
    {
        open({QStringLiteral("/data/people.csv")});
        QTest::mouseClick(&openButton(), Qt::LeftButton);
        const CancelStatePtr cancel = m_tables->job->cancelState();
        m_dialog->reject();
        QVERIFY(cancel->isCancelled());
    }
};

QTEST_MAIN(TestOpenTableDialog)
#include "tst_opentabledialog.moc"
