#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Texts: what the functions make of them, with values written down here.
class TestTextFunctions : public QObject
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

void TestTextFunctions::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("trim(\"--\", \"--https://bing.com--\")", "'https://bing.com'");
    row("trim(@\"[^\\w]+\", \"-  Te st1// $\")", "'Te st1'");
    row("trim_start(\"https://\", \"https://bing.com\")", "'bing.com'");
    row("trim_start(@\"\\s+\", \"   a b  \")", "'a b  '");
    row("trim(@\"\\s+\", \"\")", "''");
    row("trim(\"\u00e9\", \"\u00e9a\u00e9\")", "'a'");
    row("extract(\"User: ([^,]+)\", 1, \"User: James, x\")", "'James'");
    row("extract(@\"-(\\d{2})-\", 1, \"15-12-2024\", typeof(int))", "12");
    row("extract(\"x\", 0, \"abc\")", "''");
    row("extract(\"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\", 10, \"abcdefghij\")", "'j'");
    row("extract(@\"(\\d+)\", 1, \"ab\", typeof(long))", "null");
    row("extract_all(@\"(\\d+)\", \"a set of numbers: 123, 567 and 789\")", "[\"123\",\"567\",\"789\"]");
    row("extract_all(@\"(\\w)(\\w+)(\\w)\", \"82b8be2d-dfa7\")",
        "[[\"8\",\"2b8be2\",\"d\"],[\"d\",\"fa\",\"7\"]]");
    row("extract_all(@\"(\\w)(\\w+)(\\w)\", dynamic([1,3]), \"82b8be2d-dfa7\")",
        "[[\"8\",\"d\"],[\"d\",\"7\"]]");
    row("extract_all(@\"(?P<first>\\w)(?P<middle>\\w+)(?P<last>\\w)\", dynamic([\"first\",2,\"last\"]), "
        "\"82b8be2d-dfa7\")",
        "[[\"8\",\"2b8be2\",\"d\"],[\"d\",\"fa\",\"7\"]]");
    row("extract_all(\"(z)\", \"abc\")", "null");
    row("extract_all(\"([\\\"\\\\\\\\\u00e9])\", \"a\\\"\\\\\u00e9\")", "[\"\\\"\",\"\\\\\",\"\u00e9\"]");
    row("replace_regex(\"Number is 1\", @\"is (\\d+)\", @\"was: \\1\")", "'Number was: 1'");
    row("replace(\"a\", \"b\", \"banana\")", "'bbnbnb'");
    row("replace_regex(\"a.b\", @\"\\.\", @\"\\\\\")", "'a\\b'");
    row("replace_regex(\"ab\", \"(?<n>b)\", @\"<\\1\\0>\")", "'a<bb>'");
    row("indexof(\"abcdefg\",\"cde\")", "2");
    row("indexof(\"abcdefg\",\"cde\",1,4)", "2");
    row("indexof(\"abcdefg\",\"cde\",1,2)", "-1");
    row("indexof(\"abcdefg\",\"cde\",3,4)", "-1");
    row("indexof(\"abcdefg\",\"cde\",-5)", "2");
    row("indexof(1234567,5,1,4)", "4");
    row("indexof(\"abcdefg\",\"cde\",2,-1)", "2");
    row("indexof(\"abcdefgabcdefg\", \"cde\", 1, 10, 2)", "9");
    row("indexof(\"abcdefgabcdefg\", \"cde\", 1, -1, 3)", "-1");
    row("indexof(\"\u00e9ab\",\"b\")", "2");
    row("indexof(\"abc\",\"c\",5)", "-1");
    row("indexof(\"abc\",\"a\",0,-2)", "null");
    row("indexof(\"abc\", \"c\", -100)", "2");
    row("indexof_regex(\"\u00e9abcabc\", @\"a.c\", 0, -1, 2)", "4");
    row("indexof_regex(\"abc\", \"x*\")", "0");
    row("indexof_regex(\"abc\", \"c\", 1)", "2");
    row("indexof_regex(\"abc\", \"c\", long(null))", "null");
    row("countof(\"aaa\", \"a\")", "3");
    row("countof(\"aaaa\", \"aa\")", "3");
    row("countof(\"ababa\", \"ab\", \"normal\")", "2");
    row("countof(\"ababa\", \"aba\")", "2");
    row("countof(\"ababa\", \"aba\", \"regex\")", "1");
    row("countof(\"abcabc\", \"a.c\", \"regex\")", "2");
    row("reverse(\"AB\u00e9\u20ac\\U0001F600\")", "'006F1000U\u20ac\u00e9BA'");
    row("reverse(12345)", "'54321'");
    row("reverse(123.45)", "'54.321'");
    row("reverse(datetime(2017-10-15 12:00))", "'Z0000000.00:00:21T51-01-7102'");
    row("reverse(3h)", "'00:00:30'");
    row("translate(\"abc\", \"x\", \"abc\")", "'xxx'");
    row("translate(\"abc\", \"\", \"ab\")", "''");
    row("translate(\"aab\", \"xyz\", \"b\")", "'z'");
    row("translate(\"aab\", \"xyz\", \"abc\")", "'xzc'");
    row("translate(\"krasp\", \"otsku\", \"spark\")", "'kusto'");
    row("translate(\"\u00e9\", \"\u20ac\", \"caf\\u00e9\")", "'caf\u20ac'");
    row("strrep(\"ABC\", 2)", "'ABCABC'");
    row("strrep(123,3,\".\")", "'123.123.123'");
    row("strrep(3s,2,\" \")", "'00:00:03 00:00:03'");
    row("strrep(\"a\", 0)", "''");
    row("strrep(\"a\", long(null))", "''");
    row("split(\"aa_bb\", \"_\")", "[\"aa\",\"bb\"]");
    row("split(\"aaa_bbb_ccc\", \"_\", 1)", "[\"bbb\"]");
    row("split(\"\", \"_\")", "[\"\"]");
    row("split(\"a__b\", \"_\")", "[\"a\",\"\",\"b\"]");
    row("split(\"aabbcc\", \"bb\")", "[\"aa\",\"cc\"]");
    row("split(\"a_b\",\"_\",7)", "[]");
    row("split(123, \"2\")", "[\"1\",\"3\"]");
    row("replace_strings(\"This is an example\", dynamic([\"This\", \"is\"]), dynamic([\"This\", \"was\"]))",
        "'This was an example'");
    row("replace_strings(\"This is an example\", dynamic([\"is\",\"This\"]), dynamic([\"was\", \"This\"]))",
        "'Thwas was an example'");
    row("replace_strings(\"This is\", dynamic([\"This\",\"is\"]), dynamic([12345, \"was\"]))", "'This was'");
    row("replace_strings(\"A magic trick can turn a cat into a dog\", dynamic([\"turn\", \" into a dog\"]), "
        "dynamic([\"disappear\", \"\"]))",
        "'A magic trick can disappear a cat'");
    row("has_any_index(\"this is an example\", dynamic([\"this\", \"example\"]))", "0");
    row("has_any_index(\"this is an example\", dynamic([\"not\", \"example\"]))", "1");
    row("has_any_index(\"this is an example\", dynamic([\"not\",\"found\"]))", "-1");
    row("has_any_index(\"Example number 2\", dynamic([1,2,3]))", "1");
    row("has_any_index(\"x\", dynamic([]))", "-1");
    row("toguid(\"0123456789abcdef0123456789abcdef\")", "01234567-89ab-cdef-0123-456789abcdef");
    row("toguid(\"0123456789ab-cdef-0123-456789abcdef\")", "01234567-89ab-cdef-0123-456789abcdef");
    row("toguid(\"a string that is not a guid\")", "null");
    row("toguid(\"0123456789ABCDEF0123456789abcdef and more\")", "01234567-89ab-cdef-0123-456789abcdef");
    row("toguid(\"\")", "null");
    row("base64_encode_tostring(\"Kusto\")", "'S3VzdG8='");
    row("base64_decode_tostring(\"S3VzdG8=\")", "'Kusto'");
    row("base64_decode_tostring(\"U3RyaW5n0KHR0tGA0L7Rh9C60LA=\")", "''");
    row("base64_decode_tostring(\"!\")", "''");
    row("base64_decode_toarray(\"S3VzdG8=\")", "[75,117,115,116,111]");
    row("base64_decode_toarray(\"x\")", "null");
    row("base64_decode_toguid(\"JpbpECu8dUy7Pv5gbeJXAA==\")", "10e99626-bc2b-754c-bb3e-fe606de25700");
    row("base64_decode_toguid(\"abcd1231\")", "null");
    row("base64_encode_fromarray(dynamic([75,117,115,116,111]))", "'S3VzdG8='");
    row("base64_encode_fromarray(dynamic([300]))", "''");
    row("base64_encode_fromguid(toguid(\"ae3133f2-6e22-49ae-b06a-16e6a9b212eb\"))",
        "'8jMxriJurkmwahbmqbIS6w=='");
    row("url_encode(\"https://www.bing.com/hello world\")", "'https%3a%2f%2fwww.bing.com%2fhello+world'");
    row("url_encode_component(\"hello world/\u00e9\")", "'hello%20world%2f%c3%a9'");
    row("url_decode(\"https%3a%2f%2fwww.bing.com%2f\")", "'https://www.bing.com/'");
    row("url_decode(\"%zz%\")", "'%zz%'");
    row("url_decode(\"caf%c3%a9+x\")", "'caf\u00e9 x'");
    row("unicode_codepoints_from_string(\"\u24a6\u24b0\")", "[9382,9392]");
    row("unicode_codepoints_to_string(75, 117, 128512)", "'Ku\U0001f600'");
    row("unicode_codepoints_to_string(dynamic([75, 117, 115]), 116, 111)", "'Kusto'");
    row("unicode_codepoints_to_string(55296)", "''");
    row("unicode_codepoints_to_string(long(null))", "''");
    row("to_utf8(\"\u00e9\")", "[233]");
    row("make_string(65)", "'A'");
    row("parse_csv(\"\")", "[\"\"]");
    row("parse_csv(\"a,,\")", "[\"a\",\"\",\"\"]");
    row("parse_command_line(\"echo \\\"hello world!\\\"\", \"windows\")", "[\"echo\",\"hello world!\"]");
    row("parse_command_line(\"a b\\\\\\\\\\\"c d\\\" \\\\\\\"e\", \"windows\")",
        "[\"a\",\"b\\\\c d\",\"\\\"e\"]");
    row("parse_command_line(\"\", \"windows\")", "null");
    row("parse_path(@\"C:\\temp\\file.txt\")",
        "{\"Scheme\":\"\",\"RootPath\":\"C:\",\"DirectoryPath\":\"C:\\\\temp\",\"DirectoryName\":\"temp\","
        "\"Filename\":\"file.txt\",\"Extension\":\"txt\",\"AlternateDataStreamName\":\"\"}");
    row("parse_path(\"file://C:/temp/file.txt:some.exe\")",
        "{\"Scheme\":\"file\",\"RootPath\":\"C:\",\"DirectoryPath\":\"C:/"
        "temp\",\"DirectoryName\":\"temp\",\"Filename\":\"file.txt\",\"Extension\":\"txt\","
        "\"AlternateDataStreamName\":\"some.exe\"}");
    row("parse_path(@\"\\\\shared\\users\\temp\\file.txt.gz\")",
        "{\"Scheme\":\"\",\"RootPath\":\"\",\"DirectoryPath\":\"\\\\\\\\shared\\\\users\\\\temp\","
        "\"DirectoryName\":\"temp\",\"Filename\":\"file.txt.gz\",\"Extension\":\"gz\","
        "\"AlternateDataStreamName\":\"\"}");
    row("parse_path(\"/usr/lib/temp/file.txt\")",
        "{\"Scheme\":\"\",\"RootPath\":\"\",\"DirectoryPath\":\"/usr/lib/"
        "temp\",\"DirectoryName\":\"temp\",\"Filename\":\"file.txt\",\"Extension\":\"txt\","
        "\"AlternateDataStreamName\":\"\"}");
    row("parse_url(\"scheme://username:password@host:1234/this/is/a/path?k1=v1&k2=v2#fragment\")",
        "{\"Scheme\":\"scheme\",\"Host\":\"host\",\"Port\":\"1234\",\"Path\":\"/this/is/a/"
        "path\",\"Username\":\"username\",\"Password\":\"password\",\"Query "
        "Parameters\":{\"k1\":\"v1\",\"k2\":\"v2\"},\"Fragment\":\"fragment\"}");
    row("parse_urlquery(\"k1=v1&k2=v2&k3=v3\")",
        "{\"Query Parameters\":{\"k1\":\"v1\",\"k2\":\"v2\",\"k3\":\"v3\"}}");
    row("hash(\"World\")", "1846988464401551951");
    row("hash(\"World\", 100)", "51");
    row("hash(datetime(2015-01-01))", "1380966698541616202");
    row("hash_xxhash64(\"Hello\")", "753694413698530628");
    row("hash(\"\")", "-1205034819632174695");
    row("hash(\"a long text of more than thirty-two bytes, so that stripes are read\")",
        "8566584838395258959");
    row("hash(\"a\", 10)",
        "SEM0001 The embedded workspace does not support this yet: a hash with a modulo here.");
    row("hash_md5(datetime(2020-01-01))", "'786c530672d1f8db31fee25ea8a9390b'");
    row("indexof(\"abc\",\"c\",3)", "-1");
    row("indexof(\"abc\",\"a\",0,0)", "-1");
    row("indexof(\"aaa\",\"a\",0,-1,3)", "2");
    row("indexof(\"aaa\",\"a\",0,-1,4)", "-1");
    row("parse_csv(\"aa,\\\"b,b,b\\\",cc,\\\"Escaping quotes: \\\"\\\"Title\\\"\\\"\\\",x\")",
        "[\"aa\",\"b,b,b\",\"cc\",\"Escaping quotes: \\\"Title\\\"\",\"x\"]");
    row("parse_csv(\"record1,a,b,c\\u000arecord2,x,y,z\")", "[\"record1\",\"a\",\"b\",\"c\"]");
    row("parse_csv(\"a\\\"b, c\")", "[\"a\\\"b\",\" c\"]");
    row("trim(\"\", \"a\")", "'a'");
    row("trim_end(\".com\", \"bing.com\")", "'bing'");
    row("trim_end(@\"\\s+\", \"\")", "''");
    row("extract(\"a\", 1, \"a\")", "SEM0001 The embedded workspace does not support this yet: a capture "
                                    "group that the regular expression does not have.");
    row("extract(\"a(\", 0, \"a\")", "E_QUERY_FAILED The regular expression \u201ca(?:\u201d is not valid.");
    row("extract(@\"(\\d+\\.\\d+)\", 1, \"v 1.5\", typeof(real))", "1.5");
    row("extract(\"(.*)\", 1, \"2020-01-01\", typeof(datetime))", "2020-01-01T00:00:00Z");
    row("extract(\"(.*)\", 1, \"1h\", typeof(timespan))", "01:00:00");
    row("extract(\"(.*)\", 1, \"true\", typeof(bool))", "true");
    row("extract(\"(.*)\", 1, \"0123456789abcdef0123456789abcdef\", typeof(guid))",
        "01234567-89ab-cdef-0123-456789abcdef");
    row("extract(\"(.*)\", 1, \"x\", typeof(string))", "'x'");
    row("extract(\"(')\", 1, \"it's; DROP TABLE event --\")", "'''");
    row("extract_all(\"a\", \"a\")", "SEM0001 The embedded workspace does not support this yet: "
                                     "\u201cextract_all\u201d without capture groups or with more than 16.");
    row("extract_all(\"(a)\", dynamic([2]), \"a\")",
        "SEM0001 The embedded workspace does not support this yet: a capture group that the regular "
        "expression does not have.");
    row("extractall(\"(a)\", \"aba\")", "[\"a\",\"a\"]");
    row("extract_all(\"(\u00e9)|(b)\", \"\u00e9b\")", "[[\"\u00e9\",null],[null,\"b\"]]");
    row("replace_regex(\"a\", \"a\", @\"\\2\")", "SEM0001 The embedded workspace does not support this yet: "
                                                 "this replacement for a regular expression.");
    row("replace_regex(\"a\", \"a\", @\"\\x\")", "SEM0001 The embedded workspace does not support this yet: "
                                                 "this replacement for a regular expression.");
    row("replace_regex(\"a1b\", @\"\\d\", \"\u00e9\")", "'a\u00e9b'");
    row("replace_regex(\"\", \"^$\", \"x\")", "'x'");
    row("replace_regex(\"a\", strcat(\"a\", \"\"), \"'); DROP\")", "''); DROP'");
    // One match in a long text, and a long replacement
    row("strlen(replace_regex(strcat(strrep(strrep(\"x\", 1024), 1024), \"-\"), \"-\", strrep(\"y\", 1024)))",
        "SEM0001 The embedded workspace does not support this yet: this replacement for a regular "
        "expression.");
    const auto withRewrite = [](const char *before, int size) {
        return QByteArray(before + QByteArray(size, 'y') + "'))");
    };
    row(withRewrite("strlen(replace_regex(strcat(strrep(strrep('x', 1024), 1024), '-'), '-', '", 1100)
            .constData(),
        "1049676");
    row("strlen(replace_regex(strrep(strrep('x', 1024), 1024), 'x+', @'\\0\\0-'))", "2097153");
    row(withRewrite("strlen(replace_regex(strrep(strrep('x', 1024), 1024), 'x', '", 1000).constData(),
        "E_LOW_MEMORY_CONDITION The query needs more memory than the embedded workspace may use.");
    row("strlen(replace_regex(strrep(strrep('x', 1024), 1000), 'x', @'\\0\\0\\0\\0\\0\\0\\0\\0'))",
        "8192000");
    row("replace_regex(replace_regex('abc', 'b', @'<\\0>'), '[<>]', @'\\\\')", "'a\\b\\c'");
    // Words of the engine's own that stand in what it quotes
    row("countof(\"x\", \"Out of Memory(\", \"regex\")",
        "E_QUERY_FAILED The regular expression \u201cOut of Memory(\u201d is not valid.");
    row("countof(\"x\", \"make-series(\", \"regex\")",
        "E_QUERY_FAILED The regular expression \u201cmake-series(\u201d is not valid.");
    row("tolong(dynamic([\"Out of Memory\"])[0])", "null");
    row("regex_quote(\"(so$me.Te^xt) \u00e9-_/\")", "'\\(so\\$me\\.Te\\^xt\\) \u00e9\\-_/'");
    row("countof(\"abc\", \"\")",
        "SEM0001 The embedded workspace does not support this yet: \u201ccountof\u201d of an empty text.");
    row("countof(\"\", \"a\", \"regex\")", "0");
    row("countof(\"(\", \"(\", \"regex\")",
        "E_QUERY_FAILED The regular expression \u201c(\u201d is not valid.");
    row("indexof_regex(\"abcabc\", @\"a.c\")", "0");
    row("indexof_regex(\"abcabcdefg\", @\"a.c\", 0, 9, 2)", "3");
    row("indexof_regex(\"abcabc\", @\"a.c\", 1, -1, 2)", "-1");
    row("indexof_regex(\"ababaa\", @\"a.a\", 0, -1, 2)", "-1");
    row("indexof_regex(\"abcabc\", @\"a|ab\", -1)", "null");
    row("indexof_regex(\"abc\", \"c\", 0, -2)", "null");
    row("indexof_regex(\"abc\", \"c\", 0, 2)", "-1");
    row("indexof_regex(\"abc\", \"c\", 0, -1, 0)",
        "SEM0001 The embedded workspace does not support this yet: this number of an occurrence.");
    row("indexof_regex(\"abc\", \"c\", 0, -1, -1)", "null");
    row("split(\"a\", \"\")",
        "SEM0001 The embedded workspace does not support this yet: \u201csplit\u201d at an empty text.");
    row("split(\"a_b\", \"_\", -1)", "[]");
    row("split(\"\u00e9a\u00e9b\", \"\u00e9\")", "[\"\",\"a\",\"b\"]");
    row("strcat(\"x\", split(\"a'b\", \"'\"))", "'x[\"a\",\"b\"]'");
    row("has_any_index(\"\", dynamic([\"a\"]))", "-1");
    row("has_any_index(\"errors\", dynamic([\"error\"]))", "-1");
    row("hash(1)", "SEM0001 The embedded workspace does not support the type \u201clong\u201d here yet.");
    row("base64_decode_tostring(\"\")", "''");
    row("base64_decode_toarray(\"\")", "[]");
    row("base64_encode_tostring(\"\u00e9\")", "'w6k='");
    row("base64_encode_fromarray(dynamic([1.5]))", "''");
    row("base64_encode_fromarray(dynamic(null))", "''");
    row("unicode_codepoints_to_string(dynamic([1114112]))", "''");
    row("unicode_codepoints_to_string(dynamic([[104],105]))", "'hi'");
    row("parse_url(\"https://[::1]:80/?a\")",
        "{\"Scheme\":\"https\",\"Host\":\"[::1]\",\"Port\":\"80\",\"Path\":\"/"
        "\",\"Username\":\"\",\"Password\":\"\",\"Query Parameters\":{\"a\":\"\"},\"Fragment\":\"\"}");
    row("parse_url(\"x/y?k='v'\")",
        "{\"Scheme\":\"\",\"Host\":\"\",\"Port\":\"\",\"Path\":\"x/"
        "y\",\"Username\":\"\",\"Password\":\"\",\"Query Parameters\":{\"k\":\"'v'\"},\"Fragment\":\"\"}");
    row("parse_urlquery(\"\")", "{\"Query Parameters\":{}}");
    row("parse_urlquery(\"?a=1&a=2&b&=c\")", "{\"Query Parameters\":{\"a\":\"2\",\"b\":\"\"}}");
    row("parse_path(\"\")", "{\"Scheme\":\"\",\"RootPath\":\"\",\"DirectoryPath\":\"\",\"DirectoryName\":"
                            "\"\",\"Filename\":\"\",\"Extension\":\"\",\"AlternateDataStreamName\":\"\"}");
    row("parse_path(\"file\")",
        "{\"Scheme\":\"\",\"RootPath\":\"\",\"DirectoryPath\":\"\",\"DirectoryName\":\"\",\"Filename\":"
        "\"file\",\"Extension\":\"\",\"AlternateDataStreamName\":\"\"}");
    row("parse_command_line(\"a\", \"posix\")", "SEM0001 The embedded workspace does not support this yet: "
                                                "command lines of another kind than \u201cwindows\u201d.");
    row("parse_command_line(\"\\\"c:\\\\\\\\a b\\\\\\\\x.exe\\\" -y\", \"windows\")",
        "[\"c:\\\\\\\\a b\\\\\\\\x.exe\",\"-y\"]");
    row("punycode_from_string(\"x\")",
        "SEM0001 The embedded workspace does not support the function \u201cpunycode_from_string\u201d yet.");
    row("gzip_compress_to_base64_string(\"x\")", "SEM0001 The embedded workspace does not support the "
                                                 "function \u201cgzip_compress_to_base64_string\u201d yet.");
    row("parse_xml(\"<a/>\")",
        "SEM0001 The embedded workspace does not support the function \u201cparse_xml\u201d yet.");
    row("bin_auto(1)",
        "SEM0001 The embedded workspace does not support the function \u201cbin_auto\u201d yet.");
    row("toguid(dynamic(\"0123456789abcdef0123456789abcdef\"))", "01234567-89ab-cdef-0123-456789abcdef");
    row("replace_strings(\"abc\", dynamic(null), dynamic([\"x\"]))", "'abc'");
    row("hash(\"x\", 0)",
        "SEM0001 The embedded workspace does not support this yet: a hash with a modulo here.");
    row("extract(\"(?P<n>b)\", 1, \"ab\")", "'b'");
    row("extract(@\"[(](\\w)[)]\", 1, \"(a)\")", "'a'");
    row("extract(@\"\\((\\w)\\)\", 1, \"(a)\")", "'a'");
    row("extract(@\"[]()](a)\", 1, \")a\")", "'a'");
    row("extract(@\"\\Q(\\E(a)\", 1, \"(a\")", "'a'");
    row("parse_version(\"1.2.3.4\")", "1000000020000000300000004");
    row("parse_version(\"0.0.0.5\")", "5");
    row("parse_version(\"0.0.7.0\")", "700000000");
    row("parse_version(\"1\")", "1000000000000000000000000");
    row("parse_version(\"0\")", "0");
    row("parse_version(\"1.2.3.4.5\")", "null");
    row("parse_version(\"1..2\")", "null");
    row("parse_version(\"123456789\")", "null");
    row("parse_version(\"\")", "null");
    row("parse_version(\"1.\")", "null");
    row("parse_version(\"v1\")", "null");
    row("parse_version(\"1.2\") == parse_version(\"1.2.0.0\")", "true");
    row("parse_version(\"1.10\") > parse_version(\"1.9\")", "true");
    row("parse_version(\"2\") <= parse_version(\"10\")", "true");
    row("parse_version(\"x\") == parse_version(\"1\")", "false");
    row("parse_version(\"1.5\") between (parse_version(\"1\") .. parse_version(\"2\"))", "true");
    row("parse_version(\"1\") in (parse_version(\"1.0\"), parse_version(\"2\"))", "true");
    row("tostring(parse_version(\"1.x\"))", "''");
    row("replace_regex(\"a.b.c\", strcat(regex_quote(\".\"), \"(.)\"), @\"<\\1>\")", "'a<b><c>'");
    row("extract(toupper(\"a\"), 0, \"A\")",
        "SEM0001 The embedded workspace does not support this yet: a computed regular expression here.");
}

void TestTextFunctions::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestTextFunctions::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("Event | sort by TimeGenerated asc | project x = extract(@\"Disk(\\d+)\", 1, Message, typeof(int)), "
        "trim(\"T\", Message)",
        "x:int, Column1:string|null, ''|null, 'Disk failure'|1, 'An error was detected on device "
        "Disk1'|null, 'he service entered the stopped state'|null, 'he service entered the running state'");
    row("Event | sort by TimeGenerated asc | project split(Computer, \"0\"), indexof(Message, Level), "
        "hash(Computer)",
        "Computer:dynamic, Column1:long, Column2:long|[\"DB\",\"1\"], 0, -413343481258187709|[\"DB\",\"1\"], "
        "-1, -413343481258187709|[\"web\",\"1\"], -1, 8752533839450176189|[\"web\",\"2\"], -1, "
        "-79444262780182023|[\"web\",\"1\"], -1, 8752533839450176189");
    row("Mixed | sort by k asc | project strrep(s, k, \"'\"), has_any_index(s, d), reverse(b), countof(s, s, "
        "\"regex\"), replace_strings(s, d, d), base64_encode_fromarray(d), split(s, \"a\", n)",
        "Column1:string, Column2:long, Column3:string, Column4:long, Column5:string, Column6:string, "
        "s:dynamic|'a', -1, 'eurt', 1, 'a', '', []|''', -1, 'eslaf', 1, '', '', [\"\"]|'B'B'B', -1, '', 1, "
        "'B', "
        "'', []|'b'b'b'b', -1, 'eurt', 1, 'b', '', []");
    row("Mixed | sort by k asc | project m < parse_version(\"0.0.0.2\"), m >= parse_version(\"0.0.0.2\"), m "
        "== m",
        "Column1:bool, Column2:bool, Column3:bool|true, false, true|null, null, null|false, true, true|true, "
        "false, true");
    row("let v = datatable(v: string) [\"1.10\", \"1.9\", \"\"]; v | extend p = parse_version(v) | where p > "
        "parse_version(\"1.9.9\") or isnull(p)",
        "v:string, p:decimal|'1.10', 1000000100000000000000000|'', null");
}

void TestTextFunctions::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestTextFunctions)
#include "tst_textfunctions.moc"
