#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Addresses of the Internet Protocol, with values written down here.
class TestAddresses : public QObject
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

void TestAddresses::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("parse_ipv4(\"192.168.1.1\")", "3232235777");
    row("parse_ipv4(\"192.168.1.1/24\")", "3232235776");
    row("parse_ipv4(\"255.255.255.255/31\")", "4294967294");
    row("parse_ipv4(\"1.2.3\")", "null");
    row("parse_ipv4(\"1.2.3.256\")", "null");
    row("parse_ipv4(\"\")", "null");
    row("parse_ipv4(\"1.2.3.4/33\")", "null");
    row("parse_ipv4_mask(\"127.0.0.1\", 24)", "2130706432");
    row("parse_ipv4_mask(\"127.0.0.1\", 33)", "null");
    row("parse_ipv4(\"1.2.3.4.5\")", "null");
    row("parse_ipv4(\"0.0.0.0/0\")", "0");
    row("format_ipv4(\"192.168.1.1\", 24)", "'192.168.1.0'");
    row("format_ipv4_mask(\"192.168.1.1/24\", 32)", "'192.168.1.0/24'");
    row("format_ipv4(\"192.168.1.1/24\", -1)", "''");
    row("format_ipv4(3232236034)", "'192.168.2.2'");
    row("format_ipv4_mask(3232236034, 24)", "'192.168.2.0/24'");
    row("format_ipv4(-1)", "''");
    row("format_ipv4(\"x\")", "''");
    row("ipv4_compare(\"192.168.1.1/24\",\"192.168.1.255\")", "0");
    row("ipv4_compare(\"192.168.1.1\",\"192.168.1.0\",31)", "0");
    row("ipv4_compare(\"1.1.1.1\",\"1.1.1.2\")", "-1");
    row("ipv4_compare(\"x\",\"1.1.1.2\")", "null");
    row("ipv4_is_match(\"192.168.1.1/30\",\"192.168.1.255/24\")", "true");
    row("ipv4_is_match(\"1.1.1.1\",\"1.1.1.1\",33)", "null");
    row("ipv4_is_in_range(\"192.168.1.1\",\"192.168.1.255/24\")", "true");
    row("ipv4_is_in_any_range(\"192.168.1.6\",\"192.168.1.1/24\",\"10.0.0.1/8\")", "true");
    row("ipv4_is_in_any_range(\"127.0.0.1\", dynamic([\"127.0.0.1\",\"192.168.1.1\"]))", "true");
    row("ipv4_is_in_any_range(\"1.1.1.1\", dynamic([\"127.0.0.1\"]))", "false");
    row("ipv4_is_in_any_range(\"x\", dynamic([\"127.0.0.1\"]))", "null");
    row("ipv4_is_in_any_range(\"1.1.1.1\",\"x\\\"'\")", "null");
    row("ipv4_is_private(\"172.31.0.1\")", "true");
    row("ipv4_is_private(\"172.32.0.1\")", "false");
    row("ipv4_is_private(\"x\")", "null");
    row("ipv4_netmask_suffix(\"10.1.2.3\")", "32");
    row("ipv4_range_to_cidr_list(\"1.1.128.0\",\"1.1.140.255\")",
        "[\"1.1.128.0/21\",\"1.1.136.0/22\",\"1.1.140.0/24\"]");
    row("ipv4_range_to_cidr_list(\"0.0.0.0\",\"255.255.255.255\")", "[\"0.0.0.0/0\"]");
    row("ipv4_range_to_cidr_list(\"1.1.1.2\",\"1.1.1.1\")", "null");
    row("ipv4_range_to_cidr_list(\"255.255.255.254\",\"255.255.255.255\")", "[\"255.255.255.254/31\"]");
    row("parse_ipv6(\"192.168.255.255/24\")", "'0000:0000:0000:0000:0000:ffff:c0a8:ff00'");
    row("parse_ipv6(\"::\")", "'0000:0000:0000:0000:0000:0000:0000:0000'");
    row("parse_ipv6(\"fe80::85d:e82c:9446:7994/120\")", "'fe80:0000:0000:0000:085d:e82c:9446:7900'");
    row("parse_ipv6(\"::192.168.255.255/24\")", "'0000:0000:0000:0000:0000:ffff:c0a8:ff00'");
    row("parse_ipv6(\"1:2:3:4:5:6:7:8:9\")", "''");
    row("parse_ipv6(\"1::2::3\")", "''");
    row("parse_ipv6(\"::ffff:c0a8:0101\")", "'0000:0000:0000:0000:0000:ffff:c0a8:0101'");
    row("parse_ipv6(\"12345::\")", "''");
    row("parse_ipv6(\"1:2:3:4:5:6:1.2.3.4\")", "'0001:0002:0003:0004:0005:0006:0102:0304'");
    row("parse_ipv6(\"::g\")", "''");
    row("parse_ipv6_mask(\"192.168.255.255\",120)", "'0000:0000:0000:0000:0000:ffff:c0a8:ff00'");
    row("parse_ipv6_mask(\"192.168.255.255/24\",124)", "'0000:0000:0000:0000:0000:ffff:c0a8:ff00'");
    row("parse_ipv6_mask(\"fe80::85d:e82c:9446:7994/120\",124)", "'fe80:0000:0000:0000:085d:e82c:9446:7900'");
    row("parse_ipv6_mask(\"::1\",129)", "''");
    row("ipv6_compare(\"::192.168.1.1/30\",\"192.168.1.255/24\")", "0");
    row("ipv6_compare(\"192.168.1.1/24\",\"::ffff:c0a8:01ff\",127)", "0");
    row("ipv6_is_match(\"::ffff:c0a8:0101\",\"192.168.1.255\",120)", "true");
    row("ipv6_compare(\"::1\",\"::2\")", "-1");
    row("ipv6_is_in_range(\"a5e:f127:8a9d:146d:e102:b5d3:c755:abcd\",\"a5e:f127:8a9d:146d:e102:b5d3:c755:"
        "0000/112\")",
        "true");
    row("ipv6_is_in_range(\"a5e:f127:8a9d:146d:e102:b5d3:c755:abcd\",\"0:0:0:0:0:ffff:c0a8:ac/60\")",
        "false");
    row("ipv6_is_in_any_range(\"a5e:f127:8a9d:146d:e102:b5d3:c755:abcd\", "
        "dynamic([\"0:0:0:0:0:ffff:c0a8:ac/60\"]))",
        "false");
    row("has_ipv4(\"05:04:54 127.0.0.1 GET /favicon.ico 404\",\"127.0.0.1\")", "true");
    row("has_ipv4(\"05:04:54 127.0.0.256 GET\",\"127.0.0.256\")", "false");
    row("has_ipv4(\"05:04:54127.0.0.1 GET\",\"127.0.0.1\")", "false");
    row("has_ipv4_prefix(\"05:04:54 127.0.0.1 GET\",\"127.0.\")", "true");
    row("has_ipv4_prefix(\"05:04:54 127.0.0.1 GET\",\"127.0\")", "false");
    row("has_ipv4_prefix(\"05:04:54 127.0.0.256 GET\",\"127.0.\")", "false");
    row("has_any_ipv4(\"05:04:54 127.0.0.1 GET\",\"127.0.0.1\",\"127.0.0.2\")", "true");
    row("has_any_ipv4_prefix(\"05:04:54 127.0.0.1 GET\",dynamic([\"127.0.\",\"192.168.\"]))", "true");
    row("has_any_ipv4(\"x 1.1.1.115\",\"1.1.1.11\")", "false");
    row("has_ipv4(\"\", \"1.1.1.1\")", "false");
    row("has_ipv4_prefix(\"1.1.1.1\", \"1.1.1.1\")", "true");
    row("has_ipv4_prefix(\"a-10.1.2.3-b\", \"10.\")", "true");
    row("ipv4_is_in_any_range(\"10.0.0.1\", dynamic(null))", "null");
    row("ipv4_netmask_suffix(\"192.168.1.1/24\")", "24");
    row("format_ipv4(\"192.168.1.1\")", "'192.168.1.1'");
    row("format_ipv4(4294967295)", "'255.255.255.255'");
    row("format_ipv4(4294967296)", "''");
    row("format_ipv4(long(null))", "''");
    row("format_ipv4(int(9), 31)", "'0.0.0.8'");
    row("format_ipv4(\"9\")", "''");
    row("format_ipv4(1.5)", "SEM0001 The embedded workspace does not support the type “real” here yet.");
}

void TestAddresses::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestAddresses::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("datatable(a: string, m: long) [\"192.168.1.1\", 24, \"192.168.1.1/24\", 32, \"\", 0, \"1.2.3.4\", "
        "long(null)] | project format_ipv4(a, m), format_ipv4_mask(a, m), parse_ipv4_mask(a, m), "
        "ipv4_compare(a, \"192.168.1.1\", m), parse_ipv6_mask(a, m), ipv4_is_in_any_range(a, a, "
        "\"10.0.0.0/8\")",
        "Column1:string, Column2:string, Column3:long, Column4:long, Column5:string, "
        "Column6:bool|'192.168.1.0', '192.168.1.0/24', 3232235776, 0, "
        "'0000:0000:0000:0000:0000:0000:0000:0000', true|'192.168.1.0', '192.168.1.0/24', 3232235776, 0, "
        "'0000:0000:0000:0000:0000:0000:0000:0000', true|'', '', null, null, '', null|'', '', null, null, "
        "'', true");
}

void TestAddresses::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
