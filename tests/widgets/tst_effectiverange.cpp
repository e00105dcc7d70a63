#include "widgets/effectiverange.h"

#include "fixedclock.h"
#include "kql/kqlservice.h"
#include "support/fakewindowservices.h"
#include "widgets/editorexamination.h"
#include "widgets/kqlassistant.h"
#include "widgets/pagestatus.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/rangebar.h"
#include "widgets/shrinkingbutton.h"
#include "widgets/statusline.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h"

#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace sonde;

namespace {

/// TimeGenerated > ago(timespan)
KqlTimeExpression since(const char *timespan)
{
    return {QStringLiteral(">="),
            {},
            {{QStringLiteral("ago"), {}, {{QStringLiteral("timespan"), QString::fromLatin1(timespan), {}}}}}};
}

KqlTimeExpression until(const char *timespan)
{
    return {QStringLiteral("<="), {}, since(timespan).parts};
}

KqlRead read(const KqlTimeExpression &condition)
{
    return {0, 5, true, false, condition};
}

const KqlTimeExpression nothingSaid{QStringLiteral("true")};
const KqlTimeExpression notUnderstood{};

} // namespace

class TestEffectiveRange : public QObject
{
    Q_OBJECT

    const QDateTime m_now{QDate(2026, 11, 29), QTime(12, 0), QTimeZone::utc()};
    const TimeRange m_day = TimeRange::last(std::chrono::hours(24));

    EffectiveRange rangeOf(const QList<KqlRead> &reads) const
    {
        return effectiveRangeOf(timesOf(reads, m_day, m_now), QStringLiteral("Event"), m_day, m_now);
    }

private slots:
    void spans()
    {
        QCOMPARE(describeSpan(0), QStringLiteral("0 s"));
        QCOMPARE(describeSpan(45 * ticksPerSecond), QStringLiteral("45 s"));
        QCOMPARE(describeSpan(90 * ticksPerMinute), QStringLiteral("1 h 30 min"));
        QCOMPARE(describeSpan(2 * ticksPerHour + 5 * ticksPerSecond), QStringLiteral("2 h"));
        QCOMPARE(describeSpan(24 * ticksPerHour), QStringLiteral("24 h"));
        QCOMPARE(describeSpan(24 * ticksPerHour - 1), QStringLiteral("24 h")); // endofday()
        QCOMPARE(describeSpan(36 * ticksPerHour), QStringLiteral("36 h"));
        QCOMPARE(describeSpan(76 * ticksPerHour), QStringLiteral("3 d 4 h"));
        QCOMPARE(describeSpan(30 * ticksPerDay), QStringLiteral("30 d"));
    }

    void words_data()
    {
        QTest::addColumn<QList<KqlRead>>("reads");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSet");
        const auto row = [](const char *name, const QList<KqlRead> &reads, const char *text, bool isSet) {
            QTest::newRow(name) << reads << QString::fromLatin1(text) << isSet;
        };
        row("no table", {}, "24 h picked", false);
        row("no condition", {read(nothingSaid)}, "24 h picked", false);
        row("no column", {{0, 5, false, false, nothingSaid}}, "24 h picked", false);
        row("too much for it", {{0, 5, true, false, std::nullopt}}, "24 h picked", false);
        row("the same", {read(since("1d"))}, "24 h picked", false);
        row("less", {read(since("2h"))}, "2 h of the 24 h picked, set in the query", true);
        row("two pieces", {read({QStringLiteral("or"), {}, {since("2h"), until("20h")}})},
            "6 h of the 24 h picked, set in the query", true);
        row("of two tables the longer", {read(since("2h")), read(since("5h"))},
            "5 h of the 24 h picked, set in the query", true);
        row("of two tables one without", {read(since("2h")), read(nothingSaid)}, "24 h picked", false);
        row("or less", {read({QStringLiteral("and"), {}, {since("2h"), notUnderstood}})},
            "At most 2 h of the 24 h picked, set in the query", true);
        row("who knows", {read(notUnderstood)}, "24 h picked, or less by the query", true);
        row("more", {read(since("30d"))}, "24 h picked, the query asks for 30 d", true);
        row("elsewhere", {read(until("2d"))}, "Nothing of the 24 h picked: the query asks for other times",
            true);
    }

    void words()
    {
        QFETCH(QList<KqlRead>, reads);
        const EffectiveRange range = rangeOf(reads);
        QTEST(range.text, "text");
        QTEST(range.isSet, "isSet");
        QVERIFY(!range.toolTip.isEmpty());
        QVERIFY(!range.toolTip.contains(u'%'));
    }

    void pieces()
    {
        const auto range = rangeOf({read({QStringLiteral("or"), {}, {since("6h"), until("18h")}})});
        const std::vector<EffectiveRange::Piece> expected{{0, 0.25}, {0.75, 1}};
        QCOMPARE(range.pieces, expected);
        QVERIFY(range.isExact);
        QVERIFY(rangeOf({read(until("2d"))}).isNothing);
        QVERIFY(rangeOf({read(until("2d"))}).pieces.empty());
    }

    void offersWhatIsAskedFor()
    {
        QVERIFY(!rangeOf({read(since("2h"))}).asked);
        QCOMPARE(rangeOf({read(since("30d"))}).asked, TimeRange::last(std::chrono::hours(24 * 30)));
        const KqlTimeExpression past{QStringLiteral("and"), {}, {since("3d"), until("2d")}};
        QCOMPARE(rangeOf({read(past)}).asked, *TimeRange::between(m_now.addDays(-3), m_now.addDays(-2)));
    }

    void isDrawn();
    void inAWindow();
};

/// What is left stands out from what is not, and is paler where it may be less.
void TestEffectiveRange::isDrawn()
{
    RangeBar bar;
    bar.resize(100, 4);
    const auto colorAt = [&bar](int x) { return bar.grab().toImage().pixel(x, 2); };
    bar.setRange(rangeOf({read(since("6h"))}));
    const QRgb left = bar.palette().color(QPalette::Link).rgb();
    const QRgb ground = bar.palette().color(QPalette::Mid).rgb();
    QCOMPARE(colorAt(90), left);
    QCOMPARE(colorAt(50), ground);
    bar.setRange(rangeOf({read({QStringLiteral("and"), {}, {since("6h"), notUnderstood}})}));
    QVERIFY(colorAt(90) != left);
    QVERIFY(colorAt(90) != ground);
    bar.setRange(rangeOf({read(until("2d"))}));
    QCOMPARE(colorAt(0), ground);
    QCOMPARE(colorAt(99), ground);

    // The button has the same line, where there is anything to say.
    FixedClock clock;
    Theme theme;
    const Icons icons(theme);
    TimeRangePicker picker(clock, icons);
    picker.resize(200, 30);
    const QImage plain = picker.grab().toImage();
    picker.setEffectiveRange(rangeOf({read(nothingSaid)}));
    QCOMPARE(picker.grab().toImage(), plain);
    picker.setEffectiveRange(rangeOf({read(since("6h"))}));
    QVERIFY(picker.grab().toImage() != plain);
}

void TestEffectiveRange::inAWindow()
{
    if (!KqlService::isAvailable())
        QSKIP("The program is built without the language service.");
    QTemporaryDir dir;
    FakeWindowServices fakes(dir.path());
    KqlService kql;
    WindowServices services = fakes.services();
    services.kql = &kql;
    StatusLine line(services.theme, services.icons, services.clock);
    TimeRangePicker picker(services.clock, services.icons);
    PageStatus status(line, picker, services.clock);
    QueryPage page(services);
    connect(&picker, &TimeRangePicker::rangeChanged, &page, &QueryPage::setRange);
    page.show();
    line.show();
    status.follow(&page);
    Query query;
    query.text = QStringLiteral("Event | where TimeGenerated > ago(2h)\n\nEvent\n\n"
                                "Event | where TimeGenerated > ago(3d)");
    page.setQuery(query);
    page.editor().setCursorPosition(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(line.effectiveRangeText(),
                              QStringLiteral("2 h of the 24 h picked, set in the query"), 60'000);
    QVERIFY(picker.accessibleDescription().startsWith(QLatin1String("2 h")));
    page.editor().setCursorPosition(2, 0);
    QTRY_COMPARE(line.effectiveRangeText(), QStringLiteral("24 h picked"));
    QVERIFY(picker.accessibleDescription().isEmpty());
    page.editor().setCursorPosition(4, 0);
    QTRY_COMPARE(line.effectiveRangeText(), QStringLiteral("24 h picked, the query asks for 3 d"));

    // The popup offers it.
    line.findChild<ShrinkingButton *>()->click();
    QVERIFY(picker.popup() != nullptr);
    QCOMPARE(picker.popup()->findChild<QLabel *>(QStringLiteral("left"))->text(), line.effectiveRangeText());
    auto *presets = picker.popup()->findChild<QListWidget *>(QStringLiteral("presets"));
    QCOMPARE(presets->item(presets->count() - 1)->text(), QStringLiteral("As the query asks"));
    emit presets->itemActivated(presets->item(presets->count() - 1));
    QCOMPARE(picker.range(), TimeRange::last(std::chrono::hours(72)));
    QTRY_COMPARE(line.effectiveRangeText(), QStringLiteral("3 d picked"));

    // The classic language has nothing like it.
    query.language = QueryLanguage::Classic;
    page.setQuery(query);
    QTRY_COMPARE(line.effectiveRangeText(), QString());
    status.follow(nullptr);
    QCOMPARE(line.effectiveRangeText(), QString());
}

QTEST_MAIN(TestEffectiveRange)
#include "tst_effectiverange.moc"
