#include "widgets/aboutdialog.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;

/// Stands for the browser.
class OpenedPages final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> urls;

public slots:
    void open(const QUrl &url) { urls << url; }
};

class TestAboutDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void listsPartsAndVersions();
    void showsTheNoticeOfThePart();
    void everyNoticeIsThere_data();
    void everyNoticeIsThere();
    void copiesVersions();
    void opensHomePages();
    void looks();

private:
    Theme m_theme;
    std::unique_ptr<AboutDialog> m_dialog;
};

void TestAboutDialog::initTestCase()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    m_theme.setMode(Theme::Mode::Light);
    m_theme.install();
}

void TestAboutDialog::init()
{
    const QList<Component> components{
        {QStringLiteral("Qt"),
         QString::fromLatin1(qVersion()),
         QStringLiteral("LGPL-3.0-only"),
         QUrl(QStringLiteral("https://www.qt.io")),
         {QStringLiteral("qt"), QStringLiteral("lgpl-3.0"), QStringLiteral("gpl-3.0")}},
        {QStringLiteral("DuckDB"),
         QStringLiteral("v1.5.6"),
         QStringLiteral("MIT"),
         QUrl(QStringLiteral("https://duckdb.org")),
         {QStringLiteral("duckdb")}},
        {QStringLiteral("Nameless"), {}, QStringLiteral("CC0-1.0"), {}, {QStringLiteral("no-such-file")}},
    };
    m_dialog = std::make_unique<AboutDialog>(components);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestAboutDialog::cleanup()
{
    m_dialog.reset();
}

void TestAboutDialog::listsPartsAndVersions()
{
    const auto *list = m_dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 4);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("Sonde"));
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("1.2.3"));
    QCOMPARE(list->topLevelItem(2)->text(1), QStringLiteral("v1.5.6"));
    QCOMPARE(list->topLevelItem(2)->text(2), QStringLiteral("MIT"));
}

void TestAboutDialog::showsTheNoticeOfThePart()
{
    auto *names = m_dialog->findChild<QListWidget *>();
    const auto *notice = m_dialog->findChild<QPlainTextEdit *>();
    QVERIFY(notice->isReadOnly());
    QVERIFY(notice->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    QVERIFY(notice->toPlainText().contains(QStringLiteral("GNU GENERAL PUBLIC LICENSE")));
    names->setCurrentRow(1);
    QVERIFY(notice->toPlainText().startsWith(QStringLiteral("Qt\n")));
    QVERIFY(notice->toPlainText().contains(QStringLiteral("GNU LESSER GENERAL PUBLIC LICENSE")));
    names->setCurrentRow(2);
    QVERIFY(notice->toPlainText().contains(QStringLiteral("DuckDB Foundation")));
    names->setCurrentRow(3);
    QCOMPARE(notice->toPlainText(), QStringLiteral("CC0-1.0"));
}

void TestAboutDialog::everyNoticeIsThere_data()
{
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(words);
    };
    row("gpl-3.0", "TERMS AND CONDITIONS");
    row("lgpl-3.0", "Lesser General Public License");
    row("apache-2.0", "Apache License");
    row("cc0-1.0", "CC0 1.0 Universal");
    row("qt", "The Qt Company");
    row("qscintilla", "Riverbank Computing");
    row("kusto-language-service", "Microsoft Corporation");
    row("duckdb", "WITHOUT WARRANTY OF ANY KIND");
    row("lucide", "Cole Bemis");
    row("simdjson", "Daniel Lemire");
    row("tl-expected", "public domain");
    row("cpp-httplib", "Yuji Hirose");
    row("qtkeychain", "Frank Osterfeld");
    row("zlib", "Jean-loup Gailly");
    row("libxlsxwriter", "John McNamara");
    row("openssl", "The OpenSSL Project Authors");
    row("sqlite", "public domain");
}

void TestAboutDialog::everyNoticeIsThere()
{
    QFETCH(QString, words);
    Component component;
    component.notices = {QString::fromLatin1(QTest::currentDataTag())};
    const QString notice = AboutDialog::noticeOf(component);
    QVERIFY(notice.contains(words));
    QVERIFY(!notice.contains(QChar(QChar::ReplacementCharacter)));
}

void TestAboutDialog::copiesVersions()
{
    QTest::mouseClick(m_dialog->findChild<QPushButton *>(QStringLiteral("copyVersions")), Qt::LeftButton);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.at(0), QStringLiteral("Sonde 1.2.3"));
    QCOMPARE(lines.at(1), QStringLiteral("Qt ") + QLatin1String(qVersion()));
    QCOMPARE(lines.at(3), QStringLiteral("Nameless"));
    QVERIFY(lines.at(4).contains(QGuiApplication::platformName()));
}

void TestAboutDialog::opensHomePages()
{
    OpenedPages opened;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &opened, "open");
    auto *list = m_dialog->findChild<QTreeWidget *>();
    emit list->itemActivated(list->topLevelItem(0), 0);
    emit list->itemActivated(list->topLevelItem(2), 0);
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    QCOMPARE(opened.urls, QList<QUrl>({QUrl(QStringLiteral("https://duckdb.org"))}));
}

void TestAboutDialog::looks()
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("SONDE_SCREENSHOTS names no folder.");
    QDir().mkpath(folder);
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        const QString suffix = m_theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light");
        for (int tab = 0; tab < 2; ++tab) {
            m_dialog->findChild<QTabWidget *>()->setCurrentIndex(tab);
            QTRY_COMPARE(m_dialog->palette().color(QPalette::Window), m_theme.color(ColorRole::Window));
            QVERIFY(
                m_dialog->grab().save(QStringLiteral("%1/about-%2-%3.png").arg(folder).arg(tab).arg(suffix)));
        }
    }
}

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
