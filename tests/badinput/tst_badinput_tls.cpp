#include "badinput/runnerbench.h"
#include "support/badinput.h"

#include <QFile>
#include <QLocale>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

constexpr qint64 day = 86400;

} // namespace

/// Certificates that are not to be trusted, made for this run and shown by a real server: the run ends before
/// anything is said.
class TestBadTls : public QObject
{
    Q_OBJECT

public:
    TestBadTls();

private slots:
    void initTestCase();
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    void shown(const BadInputCase &row, const CertifiedKey &certificate);

    BadInputArea m_area{QStringLiteral("tls")};
    CertificateAuthority m_authority;
    QTemporaryDir m_dir;
    QString m_trusted;
};

TestBadTls::TestBadTls()
{
    m_area.drive("self-signed",
                 [this](const BadInputCase &row) { shown(row, CertificateAuthority::selfSigned()); });
    m_area.drive("unknown issuer",
                 [this](const BadInputCase &row) { shown(row, CertificateAuthority().issue()); });
    m_area.drive("expired", [this](const BadInputCase &row) {
        shown(row, m_authority.issue({"IP:127.0.0.1", -30 * day, -day}));
    });
    m_area.drive("wrong name", [this](const BadInputCase &row) {
        shown(row, m_authority.issue({"DNS:logs.example", -day, 30 * day}));
    });
    m_area.drive("this machine's clock is a day behind", [this](const BadInputCase &row) {
        shown(row, m_authority.issue({"IP:127.0.0.1", day, 30 * day}));
    });
    m_area.drive("trusted", [this](const BadInputCase &row) { shown(row, m_authority.issue()); });
}

void TestBadTls::initTestCase()
{
    m_trusted = m_dir.filePath(QStringLiteral("ca.pem"));
    QFile file(m_trusted);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_authority.certificate());
}

void TestBadTls::shown(const BadInputCase &row, const CertifiedKey &certificate)
{
    LoopbackServer server(
        withTokens([](const LoopbackRequest &) {
            return httpAnswer(
                200, R"({"tables":[{"name":"P","columns":[{"name":"a","type":"long"}],"rows":[[1]]}]})");
        }),
        certificate);
    RunnerBench bench(m_trusted);
    const BenchOutcome out = bench.run(QueryLanguage::Kql, RunnerBench::connectionTo(server.url()));
    if (row.kind == QLatin1String("None")) {
        QVERIFY2(out.brought(1), qPrintable(out.toString()));
        return;
    }
    QVERIFY2(out.failed(), qPrintable(out.toString()));
    const QSslCertificate made(certificate.certificate);
    const auto shownAs = [](const QDateTime &time) {
        return QLocale().toString(time.toUTC(), QLocale::ShortFormat);
    };
    // The second may have changed meanwhile.
    const QString said =
        out.error().advice.section(QStringLiteral("says "), 1).section(QStringLiteral(": "), 0, 0);
    SONDE_AGREES(row, out.error(),
                 {{QStringLiteral("begin"), shownAs(made.effectiveDate())},
                  {QStringLiteral("end"), shownAs(made.expiryDate())},
                  {QStringLiteral("now"), said}});
    QVERIFY(!out.error().detail.isEmpty());
    QCOMPARE(server.received(), QByteArray());
}

QTEST_GUILESS_MAIN(TestBadTls)
#include "tst_badinput_tls.moc"
