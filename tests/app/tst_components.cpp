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

QTEST_MAIN(TestComponents)
#include "tst_components.moc"
