#include "app/headlessquery.h"
#include "results/exportprofile.h"
#include "stores/settingsstore.h"
#include "support/windowfixture.h"
#include "widgets/exportdialog.h"
#include "widgets/messagebar.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// An export of the window and `sonde query --profile` write the same bytes.
class TestExportBytes final : public QObject
{
    Q_OBJECT

private slots:
    void sameBytes_data();
    void sameBytes();

private:
    static constexpr int rowCount = 5000;
};

void TestExportBytes::sameBytes_data()
{
    QTest::addColumn<ExportOptions>("options");
    ExportOptions options;
    for (const ExportFormat format : fileFormats()) {
        options = ExportOptions();
        options.format = format;
        QTest::addRow("%s", qPrintable(exportFormatName(format))) << options;
    }
    options.format = ExportFormat::Csv;
    options.separator = '^';
    options.quoting = CsvQuoting::AllText;
    options.crlf = false;
    options.byteOrderMark = true;
    options.nullText = QStringLiteral("∅");
    options.decimalComma = true;
    options.guardFormulas = true;
    options.zone = QTimeZone("Europe/Amsterdam");
    QTest::newRow("every choice of CSV") << options;
    options.format = ExportFormat::Xlsx;
    options.header = false;
    QTest::newRow("workbook in a zone") << options;
}

void TestExportBytes::sameBytes()
{
    QFETCH(ExportOptions, options);
    QTemporaryDir folder;
    const auto contentOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QList<ExportProfile> profiles{{QStringLiteral("Other"), {}}, {QStringLiteral("Mine"), options}};
    const QString ofWindow = folder.filePath(QStringLiteral("window"));
    const QString ofCommand = folder.filePath(QStringLiteral("command"));

    WindowFixture fixture;
    fixture.settings().set(settings::exportProfiles, toText(profiles));
    MainWindow &window = fixture.openWindow();
    fixture.runToEnd(rowCount);
    QVERIFY(QTest::qWaitForWindowActive(&window)); // else keys are no shortcuts
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *dialog = window.findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr);
    auto *list = dialog->findChild<QComboBox *>(QStringLiteral("profile"));
    list->setCurrentIndex(list->findText(QStringLiteral("Mine")));
    emit list->activated(list->currentIndex());
    QCOMPARE(dialog->request().options, options);
    dialog->findChild<QLineEdit *>(QStringLiteral("path"))->setText(ofWindow);
    dialog->findChild<QPushButton *>(QStringLiteral("export"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!window.currentPage()->pane().isExporting(), 30'000);
    QVERIFY(fixture.messages().message().contains(ofWindow));

    QueryCommand command;
    command.query = fixture.runner.last().query;
    command.profile = QStringLiteral("Mine");
    command.outFile = ofCommand;
    const auto chosen = exportOptionsOf(command, exportProfilesFromText(toText(profiles)));
    QVERIFY(chosen);
    HeadlessQuery query(fixture.runner, command, fixture.runner.last().connection, *chosen);
    QSignalSpy ended(&query, &HeadlessQuery::ended);
    query.start();
    fixture.runner.last().job->deliver(WindowFixture::chunk(0, rowCount));
    fixture.runner.last().job->finish(fixture.info());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).toInt(), int(ExitComplete));

    QVERIFY(contentOf(ofWindow).size() > rowCount);
    QVERIFY(contentOf(ofWindow) == contentOf(ofCommand));
}

QTEST_MAIN(TestExportBytes)
#include "tst_exportbytes.moc"
