#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void theFixedFontIsAsLargeAsTheOthers();
    void initTestCase();
    void contrastOfKnownPairs();
    void textReachesContrast_data();
    void textReachesContrast();
    void shapesReachContrast_data();
    void shapesReachContrast();
    void paletteCarriesTheRoles_data();
    void paletteCarriesTheRoles();
    void switchesWhileRunning();
    void highContrastSwitchesWhileRunning();
    void selectionHasAFrameInHighContrast();
    void modeIsToldOnce();
    void focusFrameIsDrawnInTheAccent();
    void defaultButtonIsDrawnInTheAccent();
    void iconTakesTheThemesColour();
    void disabledIconDiffers();
    void iconIsSharpAtAnyRatio();
    void everyIconDrawsSomething();
    void unknownIconIsRefused();

private:
    static void addPalettes();
    /// At least \a usual, and \a high in high contrast; light and dark.
    static void verifyContrast(ColorRole shape, ColorRole ground, double usual, double high);
    static QColor mostFrequentOpaque(const QImage &image);

    Theme m_theme;
};

void TestTheme::initTestCase()
{
    m_theme.setMode(Theme::Mode::Light);
    m_theme.install();
}

void TestTheme::contrastOfKnownPairs()
{
    QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(Theme::contrast(Qt::white, Qt::white) * 100), 100);
    // The pair that WCAG's own examples give as just failing 4.5:1 on white.
    QCOMPARE(qRound(Theme::contrast(QColor(0x777777), Qt::white) * 100), 448);
}

void TestTheme::textReachesContrast_data()
{
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("ground");
    using R = ColorRole;
    const auto row = [](const QByteArray &name, R text, R ground) {
        QTest::newRow(name.constData()) << text << ground;
    };
    row("text/window", R::Text, R::Window);
    row("text/base", R::Text, R::Base);
    row("text/alternate", R::Text, R::AlternateBase);
    row("text/selection", R::Text, R::Selection);
    row("text/found", R::Text, R::Found);
    row("muted/found", R::MutedText, R::Found);
    row("muted/window", R::MutedText, R::Window);
    row("muted/base", R::MutedText, R::Base);
    row("muted/alternate", R::MutedText, R::AlternateBase);
    row("muted/selection", R::MutedText, R::Selection);
    row("accent text/accent", R::AccentText, R::Accent);
    // Words of a level stand on forms, in lists and in the line below an error, which has the alternate
    // ground.
    const std::pair<const char *, R> words[]{{"link", R::Accent},
                                             {"error", R::Error},
                                             {"warning", R::Warning},
                                             {"info", R::Info},
                                             {"good", R::Good}};
    for (const auto &[name, role] : words) {
        row(QByteArray(name) + "/window", role, R::Window);
        row(QByteArray(name) + "/base", role, R::Base);
        row(QByteArray(name) + "/alternate", role, R::AlternateBase);
        row(QByteArray(name) + "/selection", role, R::Selection);
    }
    // The line of the caret has the alternate ground, and what is selected keeps its colours.
    const std::pair<const char *, R> tokens[]{{"keyword", R::EditorKeyword}, {"function", R::EditorFunction},
                                              {"table", R::EditorTable},     {"column", R::EditorColumn},
                                              {"string", R::EditorString},   {"number", R::EditorNumber},
                                              {"comment", R::EditorComment}};
    for (const auto &[name, role] : tokens) {
        row(QByteArray(name) + "/base", role, R::Base);
        row(QByteArray(name) + "/alternate", role, R::AlternateBase);
        row(QByteArray(name) + "/selection", role, R::Selection);
        row(QByteArray(name) + "/found", role, R::Found);
        row(QByteArray(name) + "/block", role, R::EditorBlock);
        row(QByteArray(name) + "/line in the block", role, R::EditorBlockLine);
        row(QByteArray(name) + "/added", role, R::DifferenceAdded);
        row(QByteArray(name) + "/removed", role, R::DifferenceRemoved);
        row(QByteArray(name) + "/changed", role, R::DifferenceChanged);
        row(QByteArray(name) + "/changed part", role, R::DifferencePart);
    }
}

void TestTheme::verifyContrast(ColorRole shape, ColorRole ground, double usual, double high)
{
    for (const bool dark : {false, true}) {
        for (const bool isHigh : {false, true}) {
            const double contrast =
                Theme::contrast(Theme::color(shape, dark, isHigh), Theme::color(ground, dark, isHigh));
            QVERIFY2(contrast >= (isHigh ? high : usual),
                     qPrintable(QStringLiteral("%1 in the %2 palette%3")
                                    .arg(contrast)
                                    .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                         isHigh ? QStringLiteral(" of high contrast") : QString())));
        }
    }
}

void TestTheme::textReachesContrast()
{
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, ground);
    verifyContrast(text, ground, 4.5, 7.0);
}

void TestTheme::shapesReachContrast_data()
{
    QTest::addColumn<ColorRole>("shape");
    QTest::addColumn<ColorRole>("ground");
    using R = ColorRole;
    const auto row = [](const QByteArray &name, R shape, R ground) {
        QTest::newRow(name.constData()) << shape << ground;
    };
    row("focus/window", R::Accent, R::Window);
    row("focus/base", R::Accent, R::Base);
    row("focus/alternate", R::Accent, R::AlternateBase);
    row("focus/selection", R::Accent, R::Selection);
    row("ring in an accent button", R::AccentText, R::Accent);
    row("icon/window", R::Text, R::Window);
    row("quiet icon/window", R::MutedText, R::Window);
    row("quiet icon/base", R::MutedText, R::Base);
    row("quiet icon/alternate", R::MutedText, R::AlternateBase);
    row("quiet icon/selection", R::MutedText, R::Selection);
    row("squiggle/base", R::EditorSquiggle, R::Base);
    row("squiggle/line of the caret", R::EditorSquiggle, R::AlternateBase);
    row("squiggle/block", R::EditorSquiggle, R::EditorBlock);
    row("squiggle/line in the block", R::EditorSquiggle, R::EditorBlockLine);
    for (const R level : {R::Error, R::Warning, R::Info, R::Good}) {
        const QByteArray name = QByteArray("icon of level ") + QByteArray::number(static_cast<int>(level));
        row(name + "/window", level, R::Window);
        row(name + "/base", level, R::Base);
        row(name + "/alternate", level, R::AlternateBase);
        row(name + "/selection", level, R::Selection);
    }
    for (const R mark :
         {R::MarkRed, R::MarkOrange, R::MarkYellow, R::MarkGreen, R::MarkBlue, R::MarkPurple}) {
        const QByteArray name = QByteArray("mark ") + QByteArray::number(static_cast<int>(mark));
        row(name + "/window", mark, R::Window);
        row(name + "/base", mark, R::Base);
        row(name + "/alternate", mark, R::AlternateBase);
        row(name + "/selection", mark, R::Selection);
    }
}

void TestTheme::shapesReachContrast()
{
    QFETCH(ColorRole, shape);
    QFETCH(ColorRole, ground);
    verifyContrast(shape, ground, 3.0, 4.5);
}

void TestTheme::addPalettes()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("isHigh");
    QTest::newRow("light") << false << false;
    QTest::newRow("dark") << true << false;
    QTest::newRow("light, high contrast") << false << true;
    QTest::newRow("dark, high contrast") << true << true;
}

void TestTheme::paletteCarriesTheRoles_data()
{
    addPalettes();
}

void TestTheme::paletteCarriesTheRoles()
{
    QFETCH(bool, dark);
    QFETCH(bool, isHigh);
    const QPalette palette = Theme::palette(dark, isHigh);
    const double enough = isHigh ? 7.0 : 4.5;
    QCOMPARE(palette.color(QPalette::Window), Theme::color(ColorRole::Window, dark, isHigh));
    QCOMPARE(palette.color(QPalette::Base), Theme::color(ColorRole::Base, dark, isHigh));
    QCOMPARE(palette.color(QPalette::AlternateBase), Theme::color(ColorRole::AlternateBase, dark, isHigh));
    // What Qt writes on what, for all groups that a person can act on.
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return Theme::contrast(palette.color(group, text), palette.color(group, ground));
        };
        QVERIFY(contrast(QPalette::WindowText, QPalette::Window) >= enough);
        QVERIFY(contrast(QPalette::Text, QPalette::Base) >= enough);
        QVERIFY(contrast(QPalette::Text, QPalette::AlternateBase) >= enough);
        QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) >= enough);
        QVERIFY(contrast(QPalette::HighlightedText, QPalette::Highlight) >= enough);
        QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) >= enough);
        QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Window) >= enough); // notes on forms
        QVERIFY(contrast(QPalette::ToolTipText, QPalette::ToolTipBase) >= enough);
        QVERIFY(contrast(QPalette::Link, QPalette::Window) >= enough);
        QVERIFY(contrast(QPalette::BrightText, QPalette::Window) >= enough); // what is wrong with a field
        // The frame of fields and buttons.
        const double frame = isHigh ? 4.5 : 3.0;
        QVERIFY(contrast(QPalette::Shadow, QPalette::Base) >= frame);
        QVERIFY(contrast(QPalette::Shadow, QPalette::Window) >= frame);
        if (isHigh) // lines, which are decoration elsewhere
            QVERIFY(contrast(QPalette::Mid, QPalette::Base) >= 4.5);
    }
}

void TestTheme::highContrastSwitchesWhileRunning()
{
    QWidget widget;
    QSignalSpy changed(&m_theme, &Theme::changed);
    QVERIFY(!m_theme.isHighContrast());
    m_theme.setContrastMode(m_theme.contrastModeFor(true));
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_theme.isHighContrast());
    QCOMPARE(m_theme.contrastMode(), Theme::ContrastMode::High);
    QCOMPARE(m_theme.color(ColorRole::Text), QColor(Qt::black));
    QCOMPARE(QApplication::palette().color(QPalette::WindowText), QColor(Qt::black));
    QTRY_COMPARE(widget.palette().color(QPalette::Window), QColor(Qt::white));
    // It goes with light and dark.
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(m_theme.color(ColorRole::Window), QColor(Qt::black));
    m_theme.setMode(Theme::Mode::Light);
    // Off again is what this desktop wants.
    m_theme.setContrastMode(m_theme.contrastModeFor(false));
    QCOMPARE(m_theme.contrastMode(), Theme::ContrastMode::System);
    QVERIFY(!m_theme.isHighContrast());
    QCOMPARE(changed.count(), 4);
}

/// The fill is paler than the frame of a thing may be.
void TestTheme::selectionHasAFrameInHighContrast()
{
    m_theme.setContrastMode(Theme::ContrastMode::High);
    QListWidget list;
    list.addItem(QStringLiteral("web01"));
    list.setCurrentRow(0);
    list.resize(120, 60);
    const QRect row = list.visualItemRect(list.item(0));
    const QImage image = list.viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(row.center().x(), row.top()), m_theme.color(ColorRole::Accent));
    m_theme.setContrastMode(Theme::ContrastMode::System);
}

void TestTheme::switchesWhileRunning()
{
    QWidget widget;
    QSignalSpy changed(&m_theme, &Theme::changed);
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::color(ColorRole::Base, true));
    QTRY_COMPARE(widget.palette().color(QPalette::Window), Theme::color(ColorRole::Window, true));
    m_theme.setMode(Theme::Mode::Light);
    QCOMPARE(changed.count(), 2);
    QTRY_COMPARE(widget.palette().color(QPalette::Window), Theme::color(ColorRole::Window, false));
}

void TestTheme::modeIsToldOnce()
{
    QSignalSpy modes(&m_theme, &Theme::modeChanged);
    m_theme.setMode(m_theme.mode());
    QCOMPARE(modes.count(), 0);
    m_theme.setMode(Theme::Mode::System);
    QCOMPARE(modes.count(), 1);
    m_theme.setMode(Theme::Mode::Light);
}

void TestTheme::focusFrameIsDrawnInTheAccent()
{
    QWidget window;
    QPushButton button(QStringLiteral("Save"), &window);
    button.setGeometry(8, 8, 100, 30);
    window.resize(120, 50);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QPoint edge(58, 9); // in the middle of the upper frame
    button.clearFocus();      // the window gave it the focus
    const QColor before = window.grab().toImage().pixelColor(edge);
    button.setFocus();
    QTRY_VERIFY(button.hasFocus());
    const QColor after = window.grab().toImage().pixelColor(edge);
    QVERIFY(before != after);
    QCOMPARE(after, m_theme.color(ColorRole::Accent));
}

void TestTheme::defaultButtonIsDrawnInTheAccent()
{
    QPushButton button(QStringLiteral("Save"));
    button.setDefault(true);
    button.resize(100, 30);
    QCOMPARE(mostFrequentOpaque(button.grab().toImage()), m_theme.color(ColorRole::Accent));
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(mostFrequentOpaque(button.grab().toImage()), m_theme.color(ColorRole::Accent));
    m_theme.setMode(Theme::Mode::Light);
}

QColor TestTheme::mostFrequentOpaque(const QImage &source)
{
    const QImage image = source.convertToFormat(QImage::Format_ARGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qAlpha(pixel) == 255)
                ++counts[pixel];
        }
    }
    QRgb best = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > counts.value(best))
            best = it.key();
    }
    return QColor(best);
}

void TestTheme::iconTakesTheThemesColour()
{
    const Icons icons(m_theme);
    const QIcon icon = icons.icon(QLatin1StringView("octagon-x"), ColorRole::Error);
    const auto drawn = [&] { return mostFrequentOpaque(icon.pixmap(QSize(64, 64), 1.0).toImage()); };
    QCOMPARE(drawn(), Theme::color(ColorRole::Error, false));
    m_theme.setMode(Theme::Mode::Dark);
    QCOMPARE(drawn(), Theme::color(ColorRole::Error, true));
    m_theme.setMode(Theme::Mode::Light);
}

void TestTheme::disabledIconDiffers()
{
    const Icons icons(m_theme);
    const QIcon icon = icons.icon(QLatin1StringView("square"));
    const QColor normal = mostFrequentOpaque(icon.pixmap(QSize(48, 48), 1.0, QIcon::Normal).toImage());
    const QColor disabled = mostFrequentOpaque(icon.pixmap(QSize(48, 48), 1.0, QIcon::Disabled).toImage());
    QCOMPARE(normal, m_theme.color(ColorRole::Text));
    QCOMPARE(disabled, Theme::palette(false).color(QPalette::Disabled, QPalette::ButtonText));
    QVERIFY(normal != disabled);
}

void TestTheme::iconIsSharpAtAnyRatio()
{
    const Icons icons(m_theme);
    const QIcon icon = icons.icon(QLatin1StringView("save"));
    for (const qreal ratio : {1.0, 1.5, 2.0, 3.0}) {
        const QPixmap pixmap = icon.pixmap(QSize(20, 20), ratio);
        QCOMPARE(pixmap.size(), QSize(20, 20) * ratio);
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }
}

void TestTheme::everyIconDrawsSomething()
{
    const Icons icons(m_theme);
    const QStringList names = Icons::names();
    QVERIFY(names.size() > 30);
    for (const QString &name : names) {
        const QByteArray latin = name.toLatin1();
        const QImage image = icons.icon(QLatin1StringView(latin)).pixmap(QSize(48, 48), 1.0).toImage();
        QVERIFY2(mostFrequentOpaque(image) == m_theme.color(ColorRole::Text), latin.constData());
    }
    QVERIFY(!Icons::programIcon().pixmap(16, 16).isNull());
}

void TestTheme::unknownIconIsRefused()
{
    QTest::ignoreMessage(QtWarningMsg, "There is no icon named no-such-icon");
    QVERIFY(Icons(m_theme).icon(QLatin1StringView("no-such-icon")).isNull());
}

void TestTheme::theFixedFontIsAsLargeAsTheOthers()
{
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    const qreal size = Theme::fixedFont().pointSizeF();
    QApplication::setFont(usual);
    QVERIFY2(size >= large.pointSizeF() * 0.75, qPrintable(QString::number(size)));
    QVERIFY(Theme::fixedFont().pointSizeF() <= usual.pointSizeF() * 1.5);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
