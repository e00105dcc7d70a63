#include "fixedclock.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestTimeRangePicker final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void describes_data();
    void describes();
    void startsWithADay();
    void presetByKeyboard();
    void presetByMouse();
    void currentPresetIsMarked();
    void customRange();
    void endBeforeStartIsRefusedInPlace();
    void resolvedInstantsAreShownInUtc();
    void zoneChangesDigitsNotInstants();
    void zoneMovesCalendarDays();
    void escapeChoosesNothing();
    void fitsASmallScreen();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_picker->popup() ? m_picker->popup()->findChild<Widget *>(QLatin1String(name)) : nullptr;
    }
    static QDateTime utc(const char *text) { return QDateTime::fromString(QLatin1String(text), Qt::ISODate); }

    FixedClock m_clock;
    Theme m_theme;
    std::unique_ptr<TimeRangePicker> m_picker;
};

void TestTimeRangePicker::initTestCase()
{
    // A zone without summer time, five and a half hours ahead, so that no test depends on where it runs.
    qputenv("TZ", "Asia/Kolkata");
    QLocale::setDefault(QLocale::c());
    m_theme.install();
}

void TestTimeRangePicker::init()
{
    m_picker = std::make_unique<TimeRangePicker>(m_clock, Icons(m_theme));
    m_picker->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_picker.get()));
}

void TestTimeRangePicker::cleanup()
{
    m_picker.reset();
}

void TestTimeRangePicker::describes_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<bool>("local");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *range, bool local, const char *words) {
        QTest::newRow(range) << QString::fromLatin1(range) << local << QString::fromLatin1(words);
    };
    row("PT30M", false, "Last 30 minutes");
    row("PT1H", false, "Last hour");
    row("P1D", false, "Last 24 hours");
    row("P30D", false, "Last 30 days");
    row("PT90M", false, "Last 90 min");
    row("PT36H", false, "Last 36 h");
    row("P2D", false, "Last 2 d");
    row("PT45S", false, "Last 45 s");
    row("today", false, "Today (UTC)");
    row("yesterday-local", true, "Yesterday (local time)");
    row("thisweek", false, "This week (UTC)");
    row("2026-11-21T16:02Z/2026-11-22T16:02Z", false, "21 Nov 2026 16:02 to 22 Nov 2026 16:02 UTC");
    row("2026-11-22T10:00:05Z/2026-11-22T16:02Z", false, "22 Nov 2026 10:00:05 to 16:02 UTC");
    // Two days in Kolkata, one in UTC.
    row("2026-11-22T18:00Z/2026-11-22T19:00Z", true, "22 Nov 2026 23:30 to 23 Nov 2026 00:30 local time");
}

void TestTimeRangePicker::describes()
{
    QFETCH(QString, range);
    QFETCH(bool, local);
    const auto parsed = TimeRange::parse(range);
    QVERIFY(parsed.has_value());
    QTEST(TimeRangePicker::describe(*parsed, local ? TimeRange::Zone::Local : TimeRange::Zone::Utc), "words");
}

void TestTimeRangePicker::startsWithADay()
{
    QCOMPARE(m_picker->range(), TimeRange::last(std::chrono::hours(24)));
    QCOMPARE(m_picker->text(), QStringLiteral("Last 24 hours"));
    QVERIFY(m_picker->accessibleName().contains(m_picker->text()));
}

void TestTimeRangePicker::presetByKeyboard()
{
    QSignalSpy spy(m_picker.get(), &TimeRangePicker::rangeChanged);
    QTest::keyClick(m_picker.get(), Qt::Key_Down);
    QVERIFY(m_picker->popup());
    auto *list = part<QListWidget>("presets");
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(m_picker->range(), TimeRange::last(std::chrono::hours(72)));
    QCOMPARE(m_picker->text(), QStringLiteral("Last 3 days"));
    QTRY_VERIFY(!m_picker->popup());
}

void TestTimeRangePicker::presetByMouse()
{
    m_picker->click();
    auto *list = part<QListWidget>("presets");
    QVERIFY(list);
    QCOMPARE(list->count(), 11);
    const QRect item = list->visualItemRect(list->item(list->count() - 1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, item.center());
    QCOMPARE(m_picker->range(), TimeRange::calendar(TimeRange::Kind::ThisWeek, TimeRange::Zone::Utc));
    QTRY_VERIFY(!m_picker->popup());
}

void TestTimeRangePicker::currentPresetIsMarked()
{
    m_picker->setRange(TimeRange::last(std::chrono::hours(4)));
    m_picker->openPopup();
    QCOMPARE(part<QListWidget>("presets")->currentItem()->text(), QStringLiteral("Last 4 hours"));
}

void TestTimeRangePicker::customRange()
{
    m_picker->openPopup();
    auto *start = part<QDateTimeEdit>("start");
    auto *end = part<QDateTimeEdit>("end");
    // Filled with what the current range means now, in whole seconds.
    QCOMPARE(end->dateTime(), utc("2026-11-22T16:02:03Z"));
    QCOMPARE(start->dateTime(), utc("2026-11-21T16:02:03Z"));
    start->setDateTime(utc("2026-11-20T01:02:03Z"));
    end->setDateTime(utc("2026-11-20T04:05:06Z"));
    QTest::mouseClick(part<QPushButton>("apply"), Qt::LeftButton);
    QCOMPARE(m_picker->range().kind(), TimeRange::Kind::Between);
    QCOMPARE(m_picker->range().start(), utc("2026-11-20T01:02:03Z"));
    QCOMPARE(m_picker->range().end(), utc("2026-11-20T04:05:06Z"));
    QTRY_VERIFY(!m_picker->popup());
}

void TestTimeRangePicker::endBeforeStartIsRefusedInPlace()
{
    QSignalSpy spy(m_picker.get(), &TimeRangePicker::rangeChanged);
    m_picker->openPopup();
    auto *end = part<QDateTimeEdit>("end");
    auto *apply = part<QPushButton>("apply");
    auto *problem = part<QLabel>("problem");
    QVERIFY(apply->isEnabled());
    QVERIFY(problem->text().isEmpty());
    end->setDateTime(part<QDateTimeEdit>("start")->dateTime());
    QVERIFY(!apply->isEnabled());
    QVERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty());
    QCOMPARE(end->accessibleDescription(), problem->text());
    QVERIFY(part<QLabel>("resolved")->text().isEmpty());
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(spy.count(), 0);
    QVERIFY(m_picker->popup());
    end->setDateTime(end->dateTime().addSecs(1));
    QVERIFY(apply->isEnabled());
    QVERIFY(problem->text().isEmpty());
}

void TestTimeRangePicker::resolvedInstantsAreShownInUtc()
{
    m_picker->openPopup();
    auto *resolved = part<QLabel>("resolved");
    QCOMPARE(resolved->text(), QStringLiteral("2026-11-21 16:02:03 to 2026-11-22 16:02:03 UTC"));
    part<QListWidget>("presets")->setCurrentRow(10); // this week, from Monday
    QCOMPARE(resolved->text(), QStringLiteral("2026-11-16 00:00:00 to 2026-11-22 16:02:03 UTC"));
}

void TestTimeRangePicker::zoneChangesDigitsNotInstants()
{
    QSignalSpy zones(m_picker.get(), &TimeRangePicker::zoneChanged);
    m_picker->openPopup();
    part<QComboBox>("zone")->setCurrentIndex(1);
    QCOMPARE(zones.count(), 1);
    QCOMPARE(m_picker->zone(), TimeRange::Zone::Local);
    auto *end = part<QDateTimeEdit>("end");
    QCOMPARE(end->text(), QStringLiteral("2026-11-22 21:32:03"));
    QCOMPARE(end->dateTime().toUTC(), utc("2026-11-22T16:02:03Z"));
    QVERIFY(part<QComboBox>("zone")->currentText().contains(QLatin1String("UTC+05:30")));
    part<QPushButton>("apply")->click();
    QCOMPARE(m_picker->range().end(), utc("2026-11-22T16:02:03Z"));
}

void TestTimeRangePicker::zoneMovesCalendarDays()
{
    m_picker->setRange(TimeRange::calendar(TimeRange::Kind::Today, TimeRange::Zone::Utc));
    QSignalSpy spy(m_picker.get(), &TimeRangePicker::rangeChanged);
    m_picker->setZone(TimeRange::Zone::Local);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(m_picker->range(), TimeRange::calendar(TimeRange::Kind::Today, TimeRange::Zone::Local));
}

void TestTimeRangePicker::escapeChoosesNothing()
{
    QSignalSpy spy(m_picker.get(), &TimeRangePicker::rangeChanged);
    m_picker->openPopup();
    QTest::keyClick(part<QListWidget>("presets"), Qt::Key_Escape);
    QTRY_VERIFY(!m_picker->popup());
    QCOMPARE(spy.count(), 0);
}

void TestTimeRangePicker::fitsASmallScreen()
{
    m_picker->openPopup();
    QVERIFY(m_picker->popup()->width() <= 1024);
    QVERIFY(m_picker->popup()->height() <= 600);
}

QTEST_MAIN(TestTimeRangePicker)
#include "tst_timerangepicker.moc"
