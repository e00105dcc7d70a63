#include "support/badinput.h"
#include "support/manualclock.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// The window's time range picker.
class TestBadPicker : public QObject
{
    Q_OBJECT

public:
    TestBadPicker() { m_area.drive("start after end", startAfterEnd); }

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static void startAfterEnd(const BadInputCase &row)
    {
        ManualClock clock;
        Theme theme;
        theme.install();
        TimeRangePicker picker(clock, Icons(theme));
        const TimeRange before = picker.range();
        QSignalSpy changed(&picker, &TimeRangePicker::rangeChanged);
        picker.openPopup();
        QVERIFY(picker.popup());
        const auto *start = picker.popup()->findChild<QDateTimeEdit *>(QStringLiteral("start"));
        auto *end = picker.popup()->findChild<QDateTimeEdit *>(QStringLiteral("end"));
        auto *apply = picker.popup()->findChild<QPushButton *>(QStringLiteral("apply"));
        end->setDateTime(start->dateTime().addDays(-1));
        const auto *problem = picker.popup()->findChild<QLabel *>(QStringLiteral("problem"));
        SONDE_AGREES(row, QStringList(problem->text()));
        QVERIFY(!apply->isEnabled());
        apply->click();
        QCOMPARE(changed.count(), 0);
        QVERIFY(picker.range() == before);
    }

    BadInputArea m_area{QStringLiteral("picker")};
};

QTEST_MAIN(TestBadPicker)
#include "tst_badinput_picker.moc"
