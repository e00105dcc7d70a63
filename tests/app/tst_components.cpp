#include "app/components.h"
#include "widgets/aboutdialog.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sonde;

/// Nothing is bundled without its version, its licence and its notice.
class TestComponents final : public QObject
{
    Q_OBJECT

private slots:
    void eachIsComplete();
    void versionsAreThoseThatRun();
    void theVersionNamesTheBuild();
};

void TestComponents::eachIsComplete()
{
    QSet<QString> names;
    const QList<Component> components = bundledComponents();
    for (const Component &component : components) {
        QVERIFY2(!component.name.isEmpty() && !component.licence.isEmpty(), qPrintable(component.name));
        QVERIFY2(QRegularExpression(QStringLiteral("^v?\\d+\\.\\d+")).match(component.version).hasMatch(),
                 qPrintable(component.name + u' ' + component.version));
        QVERIFY2(component.homepage.isValid() && component.homepage.scheme() == QLatin1String("https"),
                 qPrintable(component.name));
        QVERIFY2(!AboutDialog::noticeOf(component).isEmpty(), qPrintable(component.name));
        for (const QString &notice : component.notices) {
            Component one;
            one.notices = {notice};
            QVERIFY2(!AboutDialog::noticeOf(one).isEmpty(), qPrintable(notice));
        }
        names.insert(component.name);
    }
    QCOMPARE(names.size(), components.size());
}

void TestComponents::versionsAreThoseThatRun()
{
    QCOMPARE(bundledComponents().constFirst().version, QString::fromLatin1(qVersion()));
}

void TestComponents::theVersionNamesTheBuild()
{
    const QStringList lines = versionText().split(u'\n');
    QCOMPARE(lines.first(), QStringLiteral("sonde " SONDE_VERSION));
    static const QRegularExpression build(
        QStringLiteral("^Build: commit ([0-9a-f]{12}(\\+changes)?|unknown), .+, [A-Za-z]+ \\d+\\."));
    QVERIFY2(build.match(lines.at(1)).hasMatch(), qPrintable(lines.at(1)));
    QVERIFY(lines.contains(QStringLiteral("Qt: ") + QString::fromLatin1(qVersion())));
    QCOMPARE(lines.filter(QStringLiteral("DuckDB: ")).size(), 1);
    QCOMPARE(lines.filter(QStringLiteral("Kusto language service: ")).size(), 1);
}

QTEST_MAIN(TestComponents)
#include "tst_components.moc"
