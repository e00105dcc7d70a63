#include "accessibility/focuswalk.h"
#include "support/scenes.h"
#include "widgets/windowsettings.h"

#include <QApplication>
#include <QImage>
#include <QSet>
#include <QTest>
#include <algorithm>

using namespace sonde;

namespace {

/// What a focus frame may reach beyond its control.
constexpr int margin = 4;
/// A caret is two pixels wide and a line high.
constexpr int fewestPixels = 20;

QImage pictureOf(QWidget &window, const QRect &place)
{
    return window.grab(place).toImage().convertToFormat(QImage::Format_RGB32);
}

/// How many pixels stand out by 3:1 from what they were.
int standOut(const QImage &before, const QImage &after)
{
    int count = 0;
    for (int y = 0; y < std::min(before.height(), after.height()); ++y) {
        for (int x = 0; x < std::min(before.width(), after.width()); ++x) {
            if (before.pixel(x, y) != after.pixel(x, y) &&
                Theme::contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3.0)
                ++count;
        }
    }
    return count;
}

struct Shade
{
    const char *name;
    Theme::Mode mode;
    Theme::ContrastMode contrast;
};

constexpr Shade shades[]{
    {"light", Theme::Mode::Light, Theme::ContrastMode::Usual},
    {"dark", Theme::Mode::Dark, Theme::ContrastMode::Usual},
    {"light, high contrast", Theme::Mode::Light, Theme::ContrastMode::High},
    {"dark, high contrast", Theme::Mode::Dark, Theme::ContrastMode::High},
};

} // namespace

/// Who works with the keyboard sees where it is.
class TestFocusVisible final : public QObject
{
    Q_OBJECT

private slots:
    void focusStandsOut_data();
    void focusStandsOut();

private:
    QSet<QString> m_measured;
};

void TestFocusVisible::focusStandsOut_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<int>("shade");
    for (int shade = 0; shade < static_cast<int>(std::size(shades)); ++shade) {
        for (int index = 0; index < scenes().size(); ++index)
            QTest::newRow(qPrintable(QLatin1String(scenes().at(index).name) + QStringLiteral(", ") +
                                     QLatin1String(shades[shade].name)))
                << index << shade;
    }
}

void TestFocusVisible::focusStandsOut()
{
    QFETCH(int, scene);
    QFETCH(int, shade);
    WindowFixture fixture;
    saveThemeMode(fixture.settings(), shades[shade].mode);
    saveContrastMode(fixture.settings(), shades[shade].contrast);
    fixture.openWindow().resize(1400, 860);
    QWidget *shown = scenes().at(scene).open(fixture);
    QVERIFY(shown != nullptr);
    QVERIFY(takeKeyboard(*shown));
    QString problem;
    const QList<QWidget *> stops = walk(false, &problem);
    QStringList faults;
    for (qsizetype i = 0; i < stops.size() && stops.size() > 1; ++i) {
        QWidget *stop = stops.at(i);
        const QString key = QLatin1String(shades[shade].name) + nameOf(*stop) +
                            nameOf(*stop->parentWidget()) + QString::number(stop->isEnabled());
        if (m_measured.contains(key))
            continue;
        m_measured.insert(key);
        QWidget *other = stops.at((i + stops.size() / 2) % stops.size());
        const QRect place = QRect(stop->mapTo(shown, QPoint()), stop->size())
                                .adjusted(-margin, -margin, margin, margin)
                                .intersected(shown->rect());
        // Once there and away: a view chooses its first row when the keyboard comes.
        stop->setFocus(Qt::TabFocusReason);
        other->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        const QImage before = pictureOf(*shown, place);
        stop->setFocus(Qt::TabFocusReason);
        // A caret may be in its dark half.
        const bool isSeen =
            QTest::qWaitFor([&] { return standOut(before, pictureOf(*shown, place)) >= fewestPixels; }, 1500);
        if (!isSeen)
            faults << QStringLiteral("%1: %2 pixels stand out")
                          .arg(nameOf(*stop))
                          .arg(standOut(before, pictureOf(*shown, place)));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestFocusVisible)
#include "tst_focusvisible.moc"
