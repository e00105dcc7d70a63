#include "support/pseudotranslator.h"
#include "support/scenes.h"
#include "support/windowtexts.h"

#include <QDir>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace sonde;

namespace {

/// What is the same in every language: numbers and times, identifiers, what the fixture's person called
/// things, keys.
bool isForEverybody(const QString &text)
{
    static const QRegularExpression neutral(QStringLiteral(
        "^(?:[\\d\\s:.,/+\\-–—%…()]*" // numbers
        "|[0-9a-f]{8}-[0-9a-f-]{27}"  // ids
        "|(?:(?:Ctrl|Alt|Shift|Meta|F\\d+|Del|Ins|Esc|Space|Return|Enter|Tab|Up|Down|Left|Right"
        "|PgUp|PgDown|Home|End|[A-Z0-9=,;\\-+])\\+?)+"  // keys
        "|https?://\\S+|\\S+@\\S+|[\\w.-]+\\.[a-z]{2,}" // addresses
        "|[~/]\\S*)$"));                                // paths
    return neutral.match(text).hasMatch();
}

/// Of parts of Qt, which stay as they were made, or take their words from the locale.
bool isQts(const WindowText &text)
{
    static const QRegularExpression parts(QStringLiteral("#qt_|#Scroll(?:Left|Right)Button|/CloseButton"));
    return parts.match(text.where).hasMatch();
}

/// What the service and Sonde said of a run when it was, and what the connection was called then, stay as
/// they were.
bool isOfThePast(const WindowText &text)
{
    return text.where.contains(
               QLatin1String("HistoryDock#history/QWidget/QStackedWidget/QListView.accessibleText")) ||
           text.where.contains(QLatin1String("TablesDock#tables/QWidget/sonde::MessageBar")) ||
           text.text.contains(QLatin1String("The service broke off"));
}

QStringList linesOf(const QWidget &window)
{
    QStringList lines;
    for (const WindowText &text : windowTexts(window)) {
        if (!isQts(text) && !isOfThePast(text) && !text.text.contains(QDir::tempPath()))
            lines << text.where + QStringLiteral(": ") + text.text;
    }
    return lines;
}

} // namespace

class TestTranslatedWindows final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QGuiApplication::setApplicationDisplayName(QStringLiteral("Sonde")); }
    void everyTextIsTranslated_data() { listScenes(true); }
    void everyTextIsTranslated();
    void aChangeOfTheLanguageReachesEveryText_data() { listScenes(false); }
    void aChangeOfTheLanguageReachesEveryText();

private:
    static void listScenes(bool withDialogs);
    static bool isTheFixtures(QString text);
};

/// Dialogs keep the language that they were opened in.
void TestTranslatedWindows::listScenes(bool withDialogs)
{
    QTest::addColumn<int>("scene");
    for (int index = 0; index < scenes().size(); ++index) {
        if (withDialogs || scenes().at(index).kind == Scene::Kind::Window)
            QTest::newRow(scenes().at(index).name) << index;
    }
}

/// Of the fixture's query, connection and files, and of what the program is made of.
bool TestTranslatedWindows::isTheFixtures(QString text)
{
    static const QStringList own{
        QStringLiteral("Heartbeat\n| where Computer == \"web01\"  // 0O 1lI\n| summarize count() by OSType"),
        QStringLiteral("Sonde"),
        QStringLiteral("Failing disks"),
        QStringLiteral("Failed logons by account"),
        QStringLiteral("The service throttled the query."),
        QStringLiteral("Contoso production"),
        QStringLiteral("Contoso test"),
        QStringLiteral("connections.json"),
        QStringLiteral("Perf"),
        QStringLiteral("QsciScintilla"),
        QStringLiteral("80DA0003"),
        QStringLiteral("UTC"),
        QStringLiteral("Errors"),
        QStringLiteral("Event"),
        QStringLiteral("Events"),
        QStringLiteral("80 bytes"), // in Qt's own words
        QStringLiteral("Result_1"), // a table
    };
    return own.contains(text.remove(QStringLiteral("[*]")));
}

void TestTranslatedWindows::everyTextIsTranslated()
{
    QFETCH(int, scene);
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    WindowFixture fixture;
    fixture.openWindow();
    QWidget *shown = scenes().at(scene).open(fixture);
    QVERIFY(shown != nullptr);
    QStringList faults;
    for (const WindowText &text : windowTexts(*shown)) {
        if (text.isData || isQts(text) || text.text.contains(PseudoTranslator::opening) ||
            isForEverybody(text.text) || isTheFixtures(text.text))
            continue;
        faults << text.where + QStringLiteral(": ") + text.text;
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// A window that was there before the language changed says what one says that is made after it.
void TestTranslatedWindows::aChangeOfTheLanguageReachesEveryText()
{
    QFETCH(int, scene);
    PseudoTranslator pseudo;
    WindowFixture fixture;
    fixture.openWindow();
    // Wide enough for all menus: one that does not fit moves its entries.
    fixture.window().resize(1600, 900);
    QWidget *before = scenes().at(scene).open(fixture);
    QVERIFY(before != nullptr);
    QCoreApplication::installTranslator(&pseudo);

    WindowFixture other;
    other.openWindow();
    other.window().resize(1600, 900);
    const QWidget *fresh = scenes().at(scene).open(other);
    // The history comes when it has been read.
    if (!QTest::qWaitFor([before, fresh] { return linesOf(*before) == linesOf(*fresh); })) {
        const QStringList said = linesOf(*before);
        const QStringList wanted = linesOf(*fresh);
        QStringList faults;
        for (const QString &line : said) {
            if (!wanted.contains(line))
                faults << QStringLiteral("says after the change: ") + line;
        }
        for (const QString &line : wanted) {
            if (!said.contains(line))
                faults << QStringLiteral("ought to say: ") + line;
        }
        QFAIL(qPrintable(faults.join(u'\n')));
    }
}

QTEST_MAIN(TestTranslatedWindows)
#include "tst_translatedwindows.moc"
