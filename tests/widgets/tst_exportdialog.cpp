#include "widgets/exportdialog.h"

#include "results/xlsxwriter.h"
#include "support/hardrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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
    void onlyWhatAppliesIsShown_data();
    void onlyWhatAppliesIsShown();
    void everyOptionComesBack();
    void otherSeparator();
    void zoneMustBeKnown();
    void columnsAsShownOrAll();
    void previewShowsTheFile();
    void workbookTooLong();
    void profiles();
    void profileIsChosenAgain();
    void profileIsRenamedAndDeleted();

private:
    void make(const ExportRequest &initial, qint64 all = 1204, qint64 selected = 3);
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void choose(ExportFormat format)
    {
        part<QComboBox>("format")->setCurrentIndex(
            part<QComboBox>("format")->findData(QVariant::fromValue(format)));
    }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString note() const { return part<QLabel>("note")->text(); }
    QPushButton *exportButton() const { return part<QPushButton>("export"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
    QPushButton *buttonOf(QWidget &box, const QString &text) const;
    QAction *keepAction(const QString &text) const;
    QString preview() const { return part<QPlainTextEdit>("preview")->toPlainText(); }

    ExportRequest m_initial;
    ExportRows m_rows;
    QList<ExportProfile> m_profiles;
};

void TestExportDialog::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_initial = ExportRequest();
    m_initial.options.guardFormulas = true;
    m_profiles.clear();
    m_initial.path = path("rows.csv");
}

void TestExportDialog::cleanup()
{
    m_dialog.reset();
}

void TestExportDialog::make(const ExportRequest &initial, qint64 all, qint64 selected)
{
    m_rows = {{numberRows(1, 4), RowOrder(static_cast<std::size_t>(all), 0), {}},
              {numberRows(1, 4), RowOrder(static_cast<std::size_t>(selected), 0), {}},
              false,
              {2, 0, 1}};
    m_dialog = std::make_unique<ExportDialog>(initial, m_rows, m_profiles);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestExportDialog::asksWithWhatWasRemembered()
{
    m_initial.options.header = false;
    m_initial.options.guardFormulas = false;
    m_initial.openWhenDone = true;
    m_initial.selectionOnly = true;
    make(m_initial);
    QCOMPARE(m_dialog->request(), m_initial);
    QSignalSpy spy(m_dialog.get(), &ExportDialog::exportRequested);
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).value<ExportRequest>(), m_initial);
    QCOMPARE(spy.at(0).at(1).value<Selection>().rows->size(), 3U);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::countsAreShown()
{
    make(m_initial, 1'204'567, 3);
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
    QVERIFY(m_dialog->request().options.guardFormulas);
    guard->click();
    QVERIFY(!m_dialog->request().options.guardFormulas);
}

void TestExportDialog::formatChangesSuffixAndOptions()
{
    make(m_initial);
    choose(ExportFormat::JsonLines);
    QCOMPARE(m_dialog->request().options.format, ExportFormat::JsonLines);
    QCOMPARE(m_dialog->request().path, path("rows.jsonl"));
    QVERIFY(!part<QCheckBox>("header")->isVisible());
    QVERIFY(!part<QCheckBox>("guardFormulas")->isVisible());
    choose(ExportFormat::Csv);
    QCOMPARE(m_dialog->request().path, path("rows.csv"));
    QVERIFY(part<QCheckBox>("header")->isVisible());
}

void TestExportDialog::ownSuffixStays()
{
    m_initial.path = path("rows.txt");
    make(m_initial);
    choose(ExportFormat::JsonLines);
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
    m_initial.options.format = ExportFormat::JsonLines;
    make(m_initial);
    QCOMPARE(m_dialog->request().options.format, ExportFormat::JsonLines);
    QCOMPARE(m_dialog->request().path, path("rows.jsonl"));
}

void TestExportDialog::separatorAndByteOrderMark()
{
    m_initial.options.separator = ';';
    m_initial.options.byteOrderMark = true;
    make(m_initial);
    QCOMPARE(m_dialog->request(), m_initial);
    part<QComboBox>("separator")->setCurrentIndex(2);
    QCOMPARE(m_dialog->request().options.separator, '\t');
    choose(ExportFormat::JsonLines);
    QVERIFY(!part<QComboBox>("separator")->isVisible());
    QVERIFY(!part<QCheckBox>("byteOrderMark")->isVisible());
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

QPushButton *TestExportDialog::buttonOf(QWidget &box, const QString &text) const
{
    for (QPushButton *button : box.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QAction *TestExportDialog::keepAction(const QString &text) const
{
    for (QAction *action : part<QToolButton>("profileMenu")->menu()->actions()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void TestExportDialog::onlyWhatAppliesIsShown_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QByteArrayList>("shown");
    QTest::newRow("CSV") << ExportFormat::Csv
                         << QByteArrayList{"separator",     "quoting",  "lineEnd",       "nullText",
                                           "zone",          "header",   "byteOrderMark", "decimalComma",
                                           "guardFormulas", "guardNote"};
    QTest::newRow("TSV") << ExportFormat::Tsv
                         << QByteArrayList{"quoting",      "lineEnd",       "nullText",
                                           "zone",         "header",        "byteOrderMark",
                                           "decimalComma", "guardFormulas", "guardNote"};
    QTest::newRow("JSON") << ExportFormat::Json << QByteArrayList{"zone"};
    QTest::newRow("JSON Lines") << ExportFormat::JsonLines << QByteArrayList{"zone"};
    QTest::newRow("Markdown") << ExportFormat::Markdown << QByteArrayList{"nullText", "zone"};
    QTest::newRow("HTML") << ExportFormat::Html << QByteArrayList{"nullText", "zone", "header"};
    QTest::newRow("KQL") << ExportFormat::KqlTable << QByteArrayList{};
    QTest::newRow("XLSX") << ExportFormat::Xlsx << QByteArrayList{"header", "zone"};
}

void TestExportDialog::onlyWhatAppliesIsShown()
{
    QFETCH(ExportFormat, format);
    QFETCH(QByteArrayList, shown);
    make(m_initial);
    choose(format);
    QCOMPARE(m_dialog->request().options.format, format);
    for (const char *name : {"separator", "quoting", "lineEnd", "nullText", "zone", "header", "byteOrderMark",
                             "decimalComma", "guardFormulas", "guardNote"}) {
        const auto *field = m_dialog->findChild<QWidget *>(QLatin1String(name));
        QVERIFY2(field != nullptr, name);
        QVERIFY2(field->isVisible() == shown.contains(name), name);
    }
    QVERIFY(m_dialog->request().path.endsWith(u'.' + exportFormatSuffix(format)));
}

void TestExportDialog::everyOptionComesBack()
{
    m_initial.options.format = ExportFormat::Tsv;
    m_initial.path = path("rows.tsv");
    m_initial.options.header = false;
    m_initial.options.separator = '^';
    m_initial.options.quoting = CsvQuoting::All;
    m_initial.options.crlf = false;
    m_initial.options.byteOrderMark = true;
    m_initial.options.nullText = QStringLiteral("NULL");
    m_initial.options.decimalComma = true;
    m_initial.options.zone = QTimeZone("Europe/Amsterdam");
    m_initial.allColumns = true;
    m_initial.openWhenDone = true;
    make(m_initial);
    QCOMPARE(m_dialog->request(), m_initial);
    // Also where the format has no place for them.
    choose(ExportFormat::KqlTable);
    choose(ExportFormat::Tsv);
    QCOMPARE(m_dialog->request(), m_initial);
}

void TestExportDialog::otherSeparator()
{
    make(m_initial);
    auto *other = part<QLineEdit>("otherSeparator");
    QVERIFY(!other->isVisible());
    part<QComboBox>("separator")->setCurrentIndex(4);
    QVERIFY(other->isVisible());
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(note().contains(QLatin1String("character")));
    QTest::keyClicks(other, QStringLiteral("\""));
    QVERIFY(!exportButton()->isEnabled());
    other->clear();
    QTest::keyClicks(other, QStringLiteral("~~"));
    QCOMPARE(m_dialog->request().options.separator, '~');
    QVERIFY(exportButton()->isEnabled());
    choose(ExportFormat::Json);
    QVERIFY(!other->isVisible());
}

void TestExportDialog::zoneMustBeKnown()
{
    make(m_initial);
    auto *zone = part<QComboBox>("zone");
    QCOMPARE(zone->currentText(), QStringLiteral("UTC"));
    zone->setEditText(QStringLiteral("Europe/Am"));
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(note().contains(QLatin1String("Europe/Am")));
    zone->setEditText(QStringLiteral("Europe/Amsterdam"));
    QVERIFY(exportButton()->isEnabled());
    QCOMPARE(m_dialog->request().options.zone, QTimeZone("Europe/Amsterdam"));
    zone->setEditText(QStringLiteral("UTC"));
    QVERIFY(!m_dialog->request().options.zone);
}

void TestExportDialog::columnsAsShownOrAll()
{
    make(m_initial);
    QVERIFY(part<QRadioButton>("shownColumns")->text().contains(QLatin1Char('3')));
    QVERIFY(part<QRadioButton>("allColumns")->text().contains(QLatin1Char('4')));
    QCOMPARE(rowsFor(m_dialog->request(), m_rows).columns, (std::vector<int>{2, 0, 1}));
    part<QRadioButton>("allColumns")->click();
    QVERIFY(m_dialog->request().allColumns);
    QVERIFY(rowsFor(m_dialog->request(), m_rows).columns.empty());
}

void TestExportDialog::previewShowsTheFile()
{
    make(m_initial, 2, 0);
    QTRY_COMPARE(preview(), QStringLiteral("c1,c0,c0\n2,0,1\n2,0,1"));
    part<QRadioButton>("allColumns")->click();
    QTRY_COMPARE(preview(), QStringLiteral("c0,c0,c1,c1\n0,1,2,3\n0,1,2,3"));
    part<QComboBox>("separator")->setCurrentIndex(1);
    QTRY_VERIFY(preview().startsWith(QLatin1String("c0;c0;c1;c1\n")));
    choose(ExportFormat::KqlTable);
    QTRY_VERIFY(preview().startsWith(QLatin1String("datatable(c0: long, ")));
    choose(ExportFormat::Xlsx);
    QTRY_VERIFY(preview().startsWith(QLatin1String("c0  c0  c1  c1\n--")));
}

void TestExportDialog::workbookTooLong()
{
    make(m_initial, qint64(mostXlsxRows) * 2 + 1, 3);
    auto *split = part<QCheckBox>("split");
    QVERIFY(!split->isVisible());
    choose(ExportFormat::Xlsx);
    QVERIFY(split->isVisible());
    QVERIFY(split->text().contains(QLatin1Char('3')));
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(note().contains(QLatin1String("1,048,575")));
    split->click();
    QVERIFY(exportButton()->isEnabled());
    QVERIFY(m_dialog->request().isSplit);
    QCOMPARE(partCount(m_dialog->request(), qint64(mostXlsxRows) * 2 + 1), 3);
    // What is replaced are the parts.
    QFile old(path("rows-2.xlsx"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    part<QLineEdit>("path")->setText(path("other.xlsx"));
    QVERIFY(note().isEmpty());
    part<QLineEdit>("path")->setText(path("rows.xlsx"));
    QVERIFY(note().contains(QLatin1String("rows-2.xlsx")));
    // Fewer rows need none of it.
    part<QRadioButton>("selectedRows")->click();
    QVERIFY(!split->isVisible());
    QVERIFY(note().isEmpty());
    QVERIFY(exportButton()->isEnabled());
}

void TestExportDialog::profiles()
{
    make(m_initial);
    auto *list = part<QComboBox>("profile");
    QCOMPARE(list->count(), 1);
    QVERIFY(!keepAction(QStringLiteral("Save changes"))->isEnabled());
    QVERIFY(!keepAction(QStringLiteral("Delete…"))->isEnabled());
    QSignalSpy kept(m_dialog.get(), &ExportDialog::profilesChanged);
    part<QComboBox>("separator")->setCurrentIndex(1);
    part<QCheckBox>("decimalComma")->setChecked(true);
    keepAction(QStringLiteral("Save as…"))->trigger();
    auto *name = m_dialog->findChild<QInputDialog *>();
    QVERIFY(name != nullptr);
    QTRY_VERIFY(name->isVisible());
    QVERIFY(!buttonOf(*name, QStringLiteral("OK"))->isEnabled());
    name->setTextValue(QStringLiteral(" Dutch Excel "));
    QTest::mouseClick(buttonOf(*name, QStringLiteral("OK")), Qt::LeftButton);
    QCOMPARE(kept.count(), 1);
    const auto saved = kept.at(0).at(0).value<QList<ExportProfile>>();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).name, QStringLiteral("Dutch Excel"));
    QCOMPARE(saved.at(0).options, m_dialog->request().options);
    QCOMPARE(list->currentText(), QStringLiteral("Dutch Excel"));
    // A change shows, and can be saved.
    part<QCheckBox>("header")->click();
    QVERIFY(list->currentText().startsWith(QLatin1String("Dutch Excel (")));
    keepAction(QStringLiteral("Save changes"))->trigger();
    QCOMPARE(list->currentText(), QStringLiteral("Dutch Excel"));
    QCOMPARE(kept.at(1).at(0).value<QList<ExportProfile>>().at(0).options.header, false);
}

void TestExportDialog::profileIsChosenAgain()
{
    ExportOptions workbook;
    workbook.format = ExportFormat::Xlsx;
    ExportOptions semicolons;
    semicolons.separator = ';';
    m_profiles = {{QStringLiteral("b workbook"), workbook}, {QStringLiteral("a semicolons"), semicolons}};
    m_initial.options = semicolons;
    make(m_initial);
    auto *list = part<QComboBox>("profile");
    // The form is as one of them says.
    QCOMPARE(list->currentText(), QStringLiteral("a semicolons"));
    list->setCurrentIndex(2);
    emit list->activated(2);
    QCOMPARE(m_dialog->request().options, workbook);
    QCOMPARE(m_dialog->request().path, path("rows.xlsx"));
    QCOMPARE(list->currentText(), QStringLiteral("b workbook"));
    list->setCurrentIndex(1);
    emit list->activated(1);
    QCOMPARE(m_dialog->request().options, semicolons);
}

void TestExportDialog::profileIsRenamedAndDeleted()
{
    m_profiles = {{QStringLiteral("one"), m_initial.options}, {QStringLiteral("two"), {}}};
    make(m_initial);
    QSignalSpy kept(m_dialog.get(), &ExportDialog::profilesChanged);
    keepAction(QStringLiteral("Rename…"))->trigger();
    auto *name = m_dialog->findChild<QInputDialog *>();
    QTRY_VERIFY(name->isVisible());
    name->setTextValue(QStringLiteral("two"));
    QVERIFY(!buttonOf(*name, QStringLiteral("OK"))->isEnabled());
    name->setTextValue(QStringLiteral("three"));
    QTest::mouseClick(buttonOf(*name, QStringLiteral("OK")), Qt::LeftButton);
    QCOMPARE(part<QComboBox>("profile")->currentText(), QStringLiteral("three"));
    QCOMPARE(kept.last().at(0).value<QList<ExportProfile>>().at(0).name, QStringLiteral("three"));
    keepAction(QStringLiteral("Delete…"))->trigger();
    auto *question = m_dialog->findChild<QMessageBox *>();
    QTRY_VERIFY(question->isVisible());
    QVERIFY(question->text().contains(QLatin1String("three")));
    QTest::mouseClick(buttonOf(*question, QStringLiteral("Delete")), Qt::LeftButton);
    QCOMPARE(kept.last().at(0).value<QList<ExportProfile>>(), (QList<ExportProfile>{m_profiles.at(1)}));
    QCOMPARE(part<QComboBox>("profile")->currentIndex(), 0);
    // The choices stay.
    QCOMPARE(m_dialog->request().options, m_initial.options);
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
