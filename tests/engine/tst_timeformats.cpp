#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Times, sizes and rounded numbers: from texts and to texts, with values written down here.
class TestTimeFormats : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void answers_data();
    void answers();

private:
    EngineFixture m_fixture;
};

void TestTimeFormats::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("datetime_add(\"year\",-5,datetime(2017-01-01))", "2012-01-01T00:00:00Z");
    row("datetime_add(\"quarter\",12,datetime(2017-01-01))", "2020-01-01T00:00:00Z");
    row("datetime_add(\"month\",-15,datetime(2017-01-01))", "2015-10-01T00:00:00Z");
    row("datetime_add(\"week\",100,datetime(2017-01-01))", "2018-12-02T00:00:00Z");
    row("datetime_add(\"month\",1,datetime(2024-01-31 10:00))", "2024-02-29T10:00:00Z");
    row("datetime_add(\"Year\",1,datetime(2024-02-29))", "2025-02-28T00:00:00Z");
    row("datetime_add(\"nanosecond\",250,datetime(2024-02-29))", "2024-02-29T00:00:00.0000002Z");
    row("datetime_add(\"day\",9223372036854775807,datetime(2024-02-29))", "null");
    row("datetime_add(\"year\",9000,datetime(2024-02-29))", "null");
    row("datetime_diff(\"week\",datetime(2017-10-29 00:00),datetime(2017-09-30 23:59))", "5");
    row("datetime_diff(\"hour\",datetime(2017-10-30 23:59),datetime(2017-10-31 01:00))", "-2");
    row("datetime_diff(\"nanosecond\",datetime(9999-01-01),datetime(0001-01-01))", "null");
    row("datetime_diff(\"year\",datetime(null),now())", "null");
    row("format_datetime(datetime(2017-01-29 09:00:05),\"yy-MM-dd [HH:mm:ss]\")", "'17-01-29 [09:00:05]'");
    row("format_datetime(datetime(2017-01-29 09:00:05),\"yyyy-M-dd [H:mm:ss]\")", "'2017-1-29 [9:00:05]'");
    row("format_datetime(datetime(2017-01-29 09:00:05),\"yy-MM-dd [hh:mm:ss tt]\")",
        "'17-01-29 [09:00:05 AM]'");
    row("format_datetime(datetime(2009-06-15 13:45:30.6175425),\"f ff fff ffff fffff ffffff fffffff F "
        "FFFFFFF h hh H t\")",
        "SEM0001 The embedded workspace does not support this yet: the pattern \u201cf ff fff ffff fffff "
        "ffffff fffffff F FFFFFFF h hh H t\u201d of a time.");
    row("format_datetime(datetime(null),\"yyyy\")", "''");
    row("format_datetime(datetime(2009-06-15 13:45:30.6175425),\"f ff fff ffff fffff ffffff fffffff F "
        "FFFFFFF h hh H tt m mm y yy\")",
        "'6 61 617 6175 61754 617542 6175425 6 6175425 1 01 13 PM 45 45 9 09'");
    row("format_datetime(datetime(2009-06-15 00:05:09),\"h:m:s.FFF tt\")", "'12:5:9 AM'");
    row("format_datetime(datetime(2009-06-15 12:05:09),\"hh.mm d\")", "'12.05 15'");
    row("format_datetime(datetime(0001-01-01),\"y yy yyyy\")", "'1 01 0001'");
    row("format_timespan(time(29.09:00:05.12345),\"dd.hh:mm:ss:FF\")", "'29.09:00:05:12'");
    row("format_timespan(time(29.09:00:05.12345),\"ddd.h:mm:ss [fffffff]\")", "'029.9:00:05 [1234500]'");
    row("format_timespan(-1.5h,\"H:mm\")", "'1:30'");
    row("format_timespan(timespan(null),\"HH\")", "''");
    row("format_bytes(564)", "'564 Bytes'");
    row("format_bytes(10332,1)", "'10.1 KB'");
    row("format_bytes(20010332)", "'19 MB'");
    row("format_bytes(20010332,2)", "'19.08 MB'");
    row("format_bytes(20010332,0,\"KB\")", "'19541 KB'");
    row("format_bytes(-2048,1)", "'-2 KB'");
    row("format_bytes(real(null))", "''");
    row("format_bytes(1024,2)", "'1 KB'");
    row("format_bytes(1.5,1)", "'1.5 Bytes'");
    row("format_bytes(0)", "'0 Bytes'");
    row("round(2.98765,3)", "2.988");
    row("round(2.15,1)", "2.2");
    row("round(2.15)", "2");
    row("round(-50.55,-2)", "-100");
    row("round(21.5,-1)", "20");
    row("round(12345,-2)", "12300");
    row("round(-15,-1)", "-20");
    row("round(int(15),-1)", "20");
    row("round(real(nan))", "NaN");
    row("round(9223372036854775807,-1)", "null");
    row("round(1e300,2)", "1e+300");
    row("round(0.5)", "1");
    row("todatetime(\"2015-12-31 23:59:59.9\")", "2015-12-31T23:59:59.9Z");
    row("todatetime(\"12-02-2022\")", "2022-12-02T00:00:00Z");
    row("todatetime(\"Sat, 8 Nov 14 15:05:02 GMT\")", "2014-11-08T15:05:02Z");
    row("todatetime(\"Saturday, 08-Nov-14 15:05\")", "2014-11-08T15:05:00Z");
    row("todatetime(\"8 Nov 14 15:05\")", "2014-11-08T15:05:00Z");
    row("todatetime(\"2014-11-08T15:05 GMT\")", "2014-11-08T15:05:00Z");
    row("todatetime(\"2014-05-25T08:20:03.123456789Z\")", "2014-05-25T08:20:03.1234567Z");
    row("todatetime(\"x\")", "null");
    row("todatetime(\"\")", "null");
    row("todatetime(\"02/17/2016 08:40:01\")", "2016-02-17T08:40:01Z");
    row("todatetime(\"2014-05-25T08:20:03+0200\")", "2014-05-25T06:20:03Z");
    row("todatetime(\"2014-13-01\")", "null");
    row("todatetime(dynamic(\"2020-01-01\"))", "2020-01-01T00:00:00Z");
    row("todatetime(\"9999-12-31T23:59:59-01:00\")", "null");
    row("todatetime(\"2014-05-25T08:20:03+2\")", "null");
    row("todatetime(\"1/2/2023 3:04:05 PM\")", "2023-01-02T15:04:05Z");
    row("todatetime('12-02-2022') == datetime('12-02-2022')", "true");
    row("datetime(8 Nov 14 15:05 GMT)", "2014-11-08T15:05:00Z");
    row("totimespan(\"0.00:03:00\")", "00:03:00");
    row("totimespan(4d)", "4.00:00:00");
    row("totimespan(\"1.5h\")", "01:30:00");
    row("totimespan(\"2\")", "2.00:00:00");
    row("totimespan(\"x\")", "null");
    row("totimespan(\"-1.02:03:04.5\")", "-1.02:03:04.5000000");
    row("totimespan(\"3:04\")", "03:04:00");
    row("totimespan(\"5 days\")", "5.00:00:00");
    row("totimespan(\"1e5d\")", "null");
    row("totimespan(\"\")", "null");
    row("totimespan(\"99999999999999d\")", "null");
    row("totimespan(\"24:00:00\")", "null");
    row("totimespan(5)",
        "SEM0001 The embedded workspace does not support the type \u201clong\u201d here yet.");
    row("datetime_utc_to_local(datetime(2022-07-11 22:18:48.4678620),\"US/Pacific\")",
        "2022-07-11T15:18:48.467862Z");
    row("datetime_utc_to_local(datetime(2022-07-11 22:18:48.4678620),\"Australia/Canberra\")",
        "2022-07-12T08:18:48.467862Z");
    row("datetime_local_to_utc(datetime(2020-02-02 20:02:20),\"Europe/Paris\")", "2020-02-02T19:02:20Z");
    row("datetime_utc_to_local(datetime(0001-01-01),\"US/Pacific\")", "null");
    row("datetime_utc_to_local(now(),\"Nowhere/'x\")",
        "SEM0001 The embedded workspace does not support this yet: the time zone \u201cNowhere/'x\u201d.");
    row("datetime_part(\"week_of_year\", datetime(2017-10-30))", "44");
    row("datetime_part(\"DayOfYear\", datetime(2017-10-30))", "303");
    row("datepart(\"Nanosecond\", datetime(2017-10-30 01:02:03.7654321))", "765432100");
    row("datetime_part(\"year\", datetime(null))", "null");
    row("datetime_part(\"weekofyear\", datetime(2017-10-30))",
        "SEM0100 The expression must be one of the values: year, quarter, month, week_of_year, day, "
        "dayofyear, hour, minute, second, millisecond, microsecond or nanosecond");
    row("datetime_list_timezones()", "SEM0001 The embedded workspace does not support the function "
                                     "\u201cdatetime_list_timezones\u201d yet.");
    row("todatetime(5)",
        "SEM0001 The embedded workspace does not support the type \u201clong\u201d here yet.");
    row("format_bytes(1, -1)",
        "SEM0001 The embedded workspace does not support this yet: this precision or unit of a size.");
    row("format_bytes(1, 0, \"XB\")",
        "SEM0001 The embedded workspace does not support this yet: this precision or unit of a size.");
    row("format_datetime(now(), \"dddd\")",
        "SEM0001 The embedded workspace does not support this yet: the pattern \u201cdddd\u201d of a time.");
    row("format_datetime(now(), \"yyyy'x'\")", "SEM0001 The embedded workspace does not support this yet: "
                                               "the pattern \u201cyyyy'x'\u201d of a time.");
    row("format_timespan(1h, \"ddddddddd\")", "SEM0001 The embedded workspace does not support this yet: the "
                                              "pattern \u201cddddddddd\u201d of a time.");
    row("format_timespan(12345d, \"dd HH\")", "'12345 00'");
    row("round(real(null))", "null");
    row("round(-2.5)", "-3");
    row("datetime_utc_to_local(datetime(null), \"UTC\")", "null");
    row("datetime_add(\"month\", long(null), now())", "null");
    row("datetime_utc_to_local(datetime(2026-07-01), \"Nowhere\")",
        "SEM0001 The embedded workspace does not support this yet: the time zone \u201cNowhere\u201d.");
    row("datetime_utc_to_local(datetime(2026-07-01), \"\")",
        "SEM0001 The embedded workspace does not support this yet: the time zone \u201c\u201d.");
    row("datetime_utc_to_local(datetime(2026-07-01), \"UTC+03:00\")",
        "SEM0001 The embedded workspace does not support this yet: the time zone \u201cUTC+03:00\u201d.");
    row("datetime_utc_to_local(datetime(2026-07-01), \"Etc/GMT+5\")", "2026-06-30T19:00:00Z");
    row("datetime_local_to_utc(datetime(2026-07-01), \"EST\")", "2026-07-01T05:00:00Z");
    row("round(5000000000000000000, -19)", "null");
    row("round(4999999999999999999, -19)", "0");
    row("round(9223372036854775807, -20)", "0");
    row("round(9223372036854775807, -18)", "9000000000000000000");
    row("round(-9223372036854775807, -1)", "null");
    row("round(-9223372036854775801, -1)", "-9223372036854775800");
    row("round(14, -1)", "10");
    row("round(15, -1)", "20");
    row("round(1, 400)", "1");
    row("round(1.5, -400)", "0");
    row("round(1.5, 400)", "1.5");
}

void TestTimeFormats::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestTimeFormats::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("range l from datetime(2022-03-27 01:00) to datetime(2022-03-27 04:00) step 1h | extend u = "
        "datetime_local_to_utc(l, \"Europe/Brussels\") | project l - datetime_utc_to_local(u, "
        "\"Europe/Brussels\")",
        "Column1:timespan|00:00:00|01:00:00|00:00:00|00:00:00");
    row("range l from datetime(2022-10-30 01:00) to datetime(2022-10-30 04:00) step 1h | extend u = "
        "datetime_local_to_utc(l, \"Europe/Brussels\") | project u",
        "u:datetime|2022-10-29T23:00:00Z|2022-10-30T01:00:00Z|2022-10-30T02:00:00Z|2022-10-30T03:00:00Z");
    row("datatable(t: string) [\"2026-01-02\", \"\", \"8 Nov 14 15:05 GMT\"] | project x = todatetime(t), y "
        "= totimespan(t) | extend format_datetime(x, \"d\"), datetime_part(\"quarter\", x), "
        "datetime_diff(\"day\", now(), x), datetime_utc_to_local(x, \"Nowhere\")",
        "SEM0001 The embedded workspace does not support this yet: the time zone \u201cNowhere\u201d.");
    row("Event | sort by TimeGenerated asc | project round(EventID, -1), datetime_add(\"month\", EventID, "
        "TimeGenerated), format_bytes(EventID * 1000.0, 1)",
        "EventID:int, Column1:datetime, Column2:string|null, null, ''|50, 2031-02-21T10:00:00Z, '49.8 "
        "KB'|50, 2031-02-22T10:30:00Z, '49.8 KB'|7040, 2613-03-22T11:50:00Z, '6.7 MB'|7040, "
        "2613-03-22T11:55:00Z, '6.7 MB'");
    row("Mixed | sort by k asc | project format_timespan(ts, \"d.HH:mm:ss\"), datetime_utc_to_local(now(), "
        "s)",
        "ts:string, Column1:datetime|'0.01:00:00', null|'0.00:00:00', null|'', null|'0.00:00:00', null");
    row("Mixed | sort by k asc | project round(r, 1)", "r:real|1.5|NaN|null|-Infinity");
}

void TestTimeFormats::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestTimeFormats)
#include "tst_timeformats.moc"
