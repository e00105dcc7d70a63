#include "widgets/exportrequest.h"

#include "results/exportprofile.h"
#include "results/xlsxwriter.h"
#include "stores/settingsstore.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

class TestExportRequest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void choicesAreRemembered();
    void separatorFollowsTheLanguage();
    void oddSettings();
    void namesOfParts();
    void profilesAsText();

private:
    QTemporaryDir m_folder;
};

void TestExportRequest::choicesAreRemembered()
{
    ExportRequest choices;
    choices.path = QStringLiteral("/exports");
    choices.allColumns = true;
    choices.openWhenDone = true;
    choices.options.separator = '^';
    choices.options.header = false;
    choices.options.quoting = CsvQuoting::AllText;
    choices.options.crlf = false;
    choices.options.byteOrderMark = true;
    choices.options.nullText = QStringLiteral("\"NULL\", ∅; %1");
    choices.options.decimalComma = true;
    choices.options.guardFormulas = true;
    choices.options.zone = QTimeZone("Europe/Amsterdam");
    for (const ExportFormat format : fileFormats()) {
        choices.options.format = format;
        {
            SettingsStore settings(m_folder.filePath(QStringLiteral("choices.ini")));
            saveExportChoices(settings, choices);
            QVERIFY(settings.sync());
        }
        const SettingsStore settings(m_folder.filePath(QStringLiteral("choices.ini")));
        QCOMPARE(loadExportChoices(settings), choices);
    }
    SettingsStore settings(m_folder.filePath(QStringLiteral("choices.ini")));
    choices = ExportRequest();
    saveExportChoices(settings, choices);
    QCOMPARE(loadExportChoices(settings), choices);
}

void TestExportRequest::separatorFollowsTheLanguage()
{
    SettingsStore settings(m_folder.filePath(QStringLiteral("language.ini")));
    ExportRequest choices = loadExportChoices(settings);
    QCOMPARE(choices.options.separator, ',');
    saveExportChoices(settings, choices);
    QLocale::setDefault(QLocale(QLocale::Dutch));
    QCOMPARE(loadExportChoices(settings).options.separator, ';');
    choices.options.separator = '|';
    saveExportChoices(settings, choices);
    QCOMPARE(settings.get(settings::csvSeparator), QStringLiteral("pipe"));
    QCOMPARE(loadExportChoices(settings).options.separator, '|');
}

void TestExportRequest::oddSettings()
{
    SettingsStore settings(m_folder.filePath(QStringLiteral("odd.ini")));
    settings.set(settings::exportFormat, QStringLiteral("pdf"));
    settings.set(settings::csvSeparator, QStringLiteral("\""));
    settings.set(settings::exportDialect, QStringLiteral("{\"zone\": [], "));
    QCOMPARE(loadExportChoices(settings), ExportRequest());
    // A format for the clipboard is none of a file.
    settings.set(settings::exportFormat, QStringLiteral("in"));
    QCOMPARE(loadExportChoices(settings), ExportRequest());
}

void TestExportRequest::namesOfParts()
{
    ExportRequest request;
    QCOMPARE(partCount(request, 5'000'000), 1);
    request.options.format = ExportFormat::Xlsx;
    QCOMPARE(partCount(request, 5'000'000), 1);
    request.isSplit = true;
    const auto most = static_cast<qint64>(mostXlsxRows);
    QCOMPARE(partCount(request, 0), 1);
    QCOMPARE(partCount(request, most), 1);
    QCOMPARE(partCount(request, most + 1), 2);
    QCOMPARE(partCount(request, most * 2), 2);
    QCOMPARE(partPath(QStringLiteral("/a/b.c.xlsx"), 0, 1), QStringLiteral("/a/b.c.xlsx"));
    QCOMPARE(partPath(QStringLiteral("/a/b.c.xlsx"), 1, 2), QStringLiteral("/a/b.c-2.xlsx"));
    QCOMPARE(partPath(QStringLiteral("/a/b"), 0, 2), QStringLiteral("/a/b-1"));
}

void TestExportRequest::profilesAsText()
{
    ExportOptions workbook;
    workbook.format = ExportFormat::Xlsx;
    const QList<ExportProfile> profiles{{QStringLiteral("a \"b\", é"), workbook},
                                        {QStringLiteral("plain"), {}}};
    QCOMPARE(exportProfilesFromText(toText(profiles)), profiles);
    QCOMPARE(findProfile(profiles, QStringLiteral("plain")), &profiles.at(1));
    QVERIFY(findProfile(profiles, QStringLiteral("Plain")) == nullptr);
    QVERIFY(exportProfilesFromText({}).isEmpty());
    QVERIFY(exportProfilesFromText(QStringLiteral("{}")).isEmpty());
    const auto read = exportProfilesFromText(
        QStringLiteral("[1, {\"format\": \"csv\"}, {\"name\": \"a\", \"crlf\": false}, {\"name\": \"a\"}]"));
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.at(0).options.crlf, false);
}

QTEST_GUILESS_MAIN(TestExportRequest)
#include "tst_exportrequest.moc"
