#include "accessibility/focuswalk.h"
#include "support/scenes.h"

#include <QApplication>
#include <QHash>
#include <QRadioButton>
#include <QTest>
#include <algorithm>

using namespace sonde;

namespace {

/// Whether a person who reads comes to \a a before \a b.
bool isBefore(const QWidget &a, const QWidget &b)
{
    const QRect first(a.mapToGlobal(QPoint()), a.size());
    const QRect second(b.mapToGlobal(QPoint()), b.size());
    const int common = std::min(first.bottom(), second.bottom()) - std::max(first.top(), second.top());
    const bool isOneLine = 2 * common > std::min(first.height(), second.height());
    return isOneLine ? first.x() < second.x() : first.y() < second.y();
}

/// Those of one parent are in the order of reading, wherever one begins; one line for each that is not.
QStringList outOfOrder(const QList<QWidget *> &stops)
{
    QHash<QWidget *, QList<QWidget *>> groups;
    for (QWidget *stop : stops)
        groups[stop->parentWidget()] << stop;
    QStringList faults;
    for (const QList<QWidget *> &group : std::as_const(groups)) {
        QStringList breaks;
        for (qsizetype i = 0; i < group.size(); ++i) {
            const QWidget &here = *group.at(i);
            const QWidget &next = *group.at((i + 1) % group.size());
            if (!isBefore(here, next))
                breaks << nameOf(here) + QStringLiteral(" before ") + nameOf(next);
        }
        // One is where the last goes to the first.
        if (breaks.size() > 1)
            faults << breaks;
    }
    return faults;
}

/// Of a group of radio buttons Tab goes to one, the arrows to the others.
bool isReached(QWidget *control, const QList<QWidget *> &stops)
{
    if (stops.contains(control))
        return true;
    return qobject_cast<QRadioButton *>(control) != nullptr &&
           std::any_of(stops.begin(), stops.end(), [control](const QWidget *stop) {
               return qobject_cast<const QRadioButton *>(stop) != nullptr &&
                      stop->parentWidget() == control->parentWidget();
           });
}

} // namespace

/// Whatever the mouse can do, the keyboard can.
class TestKeyboard final : public QObject
{
    Q_OBJECT

private slots:
    void everyControlIsReached_data();
    void everyControlIsReached();
};

void TestKeyboard::everyControlIsReached_data()
{
    QTest::addColumn<int>("scene");
    for (int index = 0; index < scenes().size(); ++index)
        QTest::newRow(scenes().at(index).name) << index;
}

void TestKeyboard::everyControlIsReached()
{
    QFETCH(int, scene);
    WindowFixture fixture;
    fixture.openWindow().resize(1400, 860);
    QWidget *shown = scenes().at(scene).open(fixture);
    QVERIFY(shown != nullptr);
    QVERIFY(takeKeyboard(*shown));
    QStringList faults;
    QList<QWidget *> reached;
    for (const bool backwards : {false, true}) {
        const QString way = backwards ? QStringLiteral("backwards: ") : QString();
        QString problem;
        QList<QWidget *> stops = walk(backwards, &problem);
        if (!problem.isEmpty())
            faults << way + problem;
        if (stops.isEmpty())
            continue;
        reached << stops;
        if (backwards)
            std::reverse(stops.begin(), stops.end());
        for (const QString &fault : outOfOrder(stops))
            faults << way + fault;
    }
    // F6 goes from the editor to the rows: to a message above them one comes backwards.
    for (QWidget *control : controlsOf(*shown)) {
        if (!isReached(control, reached))
            faults << QStringLiteral("never comes to ") + nameOf(*control);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
