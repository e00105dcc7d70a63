#include "widgets/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

class TestExportDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksWithWhatWasRemembered();
    void countsAreShown();
    void withoutSelection();
    void selectionIsTold();
    void guardIsVisibleAndExplained();
    void formatChangesSuffixAndOptions();
    void ownSuffixStays();
    void existingFileWarns();
    void rememberedFormatGivesTheSuffix();
    void separatorAndByteOrderMark();
    void missingFolderIsRefused();
    void folderAndEmptyAreRefused();
    void enterDoesNothingWhereRefused();
    void relativePathIsMadeAbsolute();
    void browseFillsTheName();
    void cancelExportsNothing();

private:
    void make(const ExportRequest &initial, qint64 all = 1204, qint64 selected = 3);
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString note() const { return part<QLabel>("note")->text(); }
    QPushButton *exportButton() const { return part<QPushButton>("export"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
    ExportRequest m_initial;
};

void TestExportDialog::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_initial = ExportRequest();
    m_initial.path = path("rows.csv");
}

void TestExportDialog::cleanup()
{
    m_dialog.reset();
}

void TestExportDialog::make(const ExportRequest &initial, qint64 all, qint64 selected)
{
    m_dialog = std::make_unique<ExportDialog>(initial, all, selected);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestExportDialog::asksWithWhatWasRemembered()
{
    m_initial.header = false;
    m_initial.guardFormulas = false;
    m_initial.openWhenDone = true;
    m_initial.selectionOnly = true;
    make(m_initial);
    QCOMPARE(m_dialog->request(), m_initial);
    QSignalSpy spy(m_dialog.get(), &ExportDialog::exportRequested);
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<ExportRequest>(), m_initial);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::countsAreShown()
{
    make(m_initial, 1204567, 3);
    QVERIFY(part<QRadioButton>("allRows")->text().contains(QLatin1String("1,204,567")));
    QVERIFY(part<QRadioButton>("selectedRows")->text().contains(QLatin1Char('3')));
}

void TestExportDialog::withoutSelection()
{
    m_initial.selectionOnly = true;
    make(m_initial, 10, 0);
    QVERIFY(!part<QRadioButton>("selectedRows")->isEnabled());
    QVERIFY(!m_dialog->request().selectionOnly);
}

void TestExportDialog::selectionIsTold()
{
    make(m_initial);
    QVERIFY(!m_dialog->request().selectionOnly);
    part<QRadioButton>("selectedRows")->click();
    QVERIFY(m_dialog->request().selectionOnly);
}

void TestExportDialog::guardIsVisibleAndExplained()
{
    make(m_initial);
    auto *guard = part<QCheckBox>("guardFormulas");
    QVERIFY(guard->isVisible());
    QVERIFY(part<QLabel>("guardNote")->isVisible());
    QVERIFY(part<QLabel>("guardNote")->text().contains(QLatin1Char('=')));
    QVERIFY(m_dialog->request().guardFormulas);
    guard->click();
    QVERIFY(!m_dialog->request().guardFormulas);
}

void TestExportDialog::formatChangesSuffixAndOptions()
{
    make(m_initial);
    part<QComboBox>("format")->setCurrentIndex(1);
    QCOMPARE(m_dialog->request().format, ExportFormat::JsonLines);
    QCOMPARE(m_dialog->request().path, path("rows.jsonl"));
    QVERIFY(!part<QCheckBox>("header")->isEnabled());
    QVERIFY(!part<QCheckBox>("guardFormulas")->isEnabled());
    part<QComboBox>("format")->setCurrentIndex(0);
    QCOMPARE(m_dialog->request().path, path("rows.csv"));
    QVERIFY(part<QCheckBox>("header")->isEnabled());
}

void TestExportDialog::ownSuffixStays()
{
    m_initial.path = path("rows.txt");
    make(m_initial);
    part<QComboBox>("format")->setCurrentIndex(1);
    QCOMPARE(m_dialog->request().path, path("rows.txt"));
}

void TestExportDialog::existingFileWarns()
{
    make(m_initial);
    QVERIFY(note().isEmpty());
    QFile file(path("old.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    part<QLineEdit>("path")->setText(path("old.csv"));
    QVERIFY(note().contains(QLatin1String("old.csv")));
    QVERIFY(note().contains(QLatin1String("replaced")));
    QVERIFY(exportButton()->isEnabled());
    QCOMPARE(exportButton()->text(), QStringLiteral("&Replace"));
    QCOMPARE(part<QLineEdit>("path")->accessibleDescription(), note());
    part<QLineEdit>("path")->setText(path("new.csv"));
    QCOMPARE(exportButton()->text(), QStringLiteral("&Export"));
}

void TestExportDialog::rememberedFormatGivesTheSuffix()
{
    m_initial.format = ExportFormat::JsonLines;
    make(m_initial);
    QCOMPARE(m_dialog->request().format, ExportFormat::JsonLines);
    QCOMPARE(m_dialog->request().path, path("rows.jsonl"));
}

void TestExportDialog::separatorAndByteOrderMark()
{
    m_initial.separator = ';';
    m_initial.byteOrderMark = true;
    make(m_initial);
    QCOMPARE(m_dialog->request(), m_initial);
    part<QComboBox>("separator")->setCurrentIndex(2);
    QCOMPARE(m_dialog->request().separator, '\t');
    part<QComboBox>("format")->setCurrentIndex(1);
    QVERIFY(!part<QComboBox>("separator")->isEnabled());
    QVERIFY(!part<QCheckBox>("byteOrderMark")->isEnabled());
}

void TestExportDialog::missingFolderIsRefused()
{
    make(m_initial);
    part<QLineEdit>("path")->setText(path("nowhere/rows.csv"));
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(note().contains(QLatin1String("nowhere")));
    part<QLineEdit>("path")->setText(path("rows.csv"));
    QVERIFY(exportButton()->isEnabled());
    QVERIFY(note().isEmpty());
}

void TestExportDialog::folderAndEmptyAreRefused()
{
    make(m_initial);
    part<QLineEdit>("path")->setText(m_folder->path());
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(!note().isEmpty());
    part<QLineEdit>("path")->setText(QStringLiteral("  "));
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(!note().isEmpty());
}

void TestExportDialog::enterDoesNothingWhereRefused()
{
    make(m_initial);
    QSignalSpy spy(m_dialog.get(), &ExportDialog::exportRequested);
    // The folder vanishes after the form was filled.
    m_folder->remove();
    m_dialog->accept();
    QCOMPARE(spy.count(), 0);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!note().isEmpty());
}

void TestExportDialog::relativePathIsMadeAbsolute()
{
    m_initial.path = QStringLiteral("rows.csv");
    make(m_initial);
    QCOMPARE(m_dialog->request().path, QDir::home().absoluteFilePath(QStringLiteral("rows.csv")));
}

void TestExportDialog::browseFillsTheName()
{
    make(m_initial);
    QTest::mouseClick(part<QPushButton>("browse"), Qt::LeftButton);
    auto *files = m_dialog->findChild<QFileDialog *>();
    QVERIFY(files);
    QTRY_VERIFY(files->isVisible());
    emit files->fileSelected(path("chosen.csv"));
    QCOMPARE(m_dialog->request().path, path("chosen.csv"));
    files->reject();
}

void TestExportDialog::cancelExportsNothing()
{
    make(m_initial);
    QSignalSpy spy(m_dialog.get(), &ExportDialog::exportRequested);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(spy.count(), 0);
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
