#include "models/weblinks.h"

#include <QTest>

using namespace sonde;

class TestWebLinks : public QObject
{
    Q_OBJECT

private slots:
    void findsAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const QString &text, const QStringList &found) {
            QTest::newRow(qPrintable(text)) << text << found;
        };
        row(QStringLiteral("see https://example.com/a?b=1&c=2#d for more"),
            {QStringLiteral("https://example.com/a?b=1&c=2#d")});
        row(QStringLiteral("HTTP://EXAMPLE.COM."), {QStringLiteral("HTTP://EXAMPLE.COM")});
        row(QStringLiteral("(https://en.wikipedia.org/wiki/Sonde_(x)), \"https://b.nl\""),
            {QStringLiteral("https://en.wikipedia.org/wiki/Sonde_(x)"), QStringLiteral("https://b.nl")});
        row(QStringLiteral("<a href=\"http://a.nl/\">"), {QStringLiteral("http://a.nl/")});
        row(QStringLiteral("http://[2001:db8::1]:8080/x"), {QStringLiteral("http://[2001:db8::1]:8080/x")});
        for (const char *none :
             {"", "http://", "https:///path", "http:/a.nl", "xhttp://a.nl", "file:///etc/passwd",
              "javascript:alert(1)", "ftp://a.nl", "ms-settings://x", "http//a.nl", "https://:80/"})
            row(QString::fromLatin1(none), {});
        // A hidden character ends it: what is behind would be followed and not seen.
        row(QStringLiteral("https://a.nl\u202E/moc"), {QStringLiteral("https://a.nl")});
    }

    void findsAddresses()
    {
        QFETCH(QString, text);
        QStringList found;
        for (const WebLink &link : findWebLinks(text)) {
            found << text.mid(link.at, link.length);
            QVERIFY(link.url.scheme() == QLatin1String("http") ||
                    link.url.scheme() == QLatin1String("https"));
        }
        QTEST(found, "found");
    }

    void saysWhereALinkLeads()
    {
        const LinkTarget plain = targetOf(QUrl(QStringLiteral("https://example.com/a b")));
        QCOMPARE(plain.address, QStringLiteral("https://example.com/a%20b"));
        QCOMPARE(plain.host, QStringLiteral("example.com"));
        QVERIFY(plain.shownHost.isEmpty());
        QVERIFY(plain.isEncrypted);
        QVERIFY(!plain.hasUser);
        // Cyrillic letters that look like latin ones.
        const LinkTarget fake = targetOf(QUrl(QStringLiteral("http://\u0430\u0440\u0440le.com/")));
        QCOMPARE(fake.host, QStringLiteral("xn--le-6kc8da.com"));
        QCOMPARE(fake.shownHost, QStringLiteral("\u0430\u0440\u0440le.com"));
        QVERIFY(fake.address.contains(fake.host));
        QVERIFY(!fake.isEncrypted);
        QVERIFY(targetOf(QUrl(QStringLiteral("https://portal.azure.com@evil.example/"))).hasUser);
        QCOMPARE(targetOf(QUrl(QStringLiteral("https://portal.azure.com@evil.example/"))).host,
                 QStringLiteral("evil.example"));
    }
};

QTEST_GUILESS_MAIN(TestWebLinks)
#include "tst_weblinks.moc"
