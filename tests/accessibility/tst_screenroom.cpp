#include "support/scenes.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTest>

using namespace sonde;

/// Every window and dialog has room: at the usual size of text on a small screen of 1024 x 700, and, where
/// QT_FONT_DPI doubles the text, on the whole of this one.
class TestScreenRoom final : public QObject
{
    Q_OBJECT

private slots:
    void everyWindowHasRoom_data();
    void everyWindowHasRoom();
};

void TestScreenRoom::everyWindowHasRoom_data()
{
    QTest::addColumn<int>("scene");
    for (int index = 0; index < scenes().size(); ++index)
        QTest::newRow(scenes().at(index).name) << index;
}

void TestScreenRoom::everyWindowHasRoom()
{
    QFETCH(int, scene);
    WindowFixture fixture;
    fixture.openWindow();
    QWidget *shown = scenes().at(scene).open(fixture);
    QVERIFY(shown != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(shown));
    const QSize screen = shown->screen()->size();
    const bool isLarge = qEnvironmentVariableIntValue("QT_FONT_DPI") > 96;
    const QSize room = isLarge ? screen : QSize(1024, 700);
    const auto isWithin = [](const QSize &size, const QSize &limit) {
        return size.width() <= limit.width() && size.height() <= limit.height();
    };
    const auto say = [](const QSize &size) {
        return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
    };
    QVERIFY2(isWithin(shown->minimumSizeHint(), room), qPrintable(say(shown->minimumSizeHint())));
    QVERIFY2(isWithin(shown->minimumSize(), room), qPrintable(say(shown->minimumSize())));
    QVERIFY2(isWithin(shown->size(), screen), qPrintable(say(shown->size())));
}

QTEST_MAIN(TestScreenRoom)
#include "tst_screenroom.moc"
