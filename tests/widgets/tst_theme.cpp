#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void contrastOfKnownPairs();
    void textReachesContrast_data();
    void textReachesContrast();
    void shapesReachContrast_data();
    void shapesReachContrast();
    void paletteCarriesTheRoles_data();
    void paletteCarriesTheRoles();
    void switchesWhileRunning();
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
    const auto row = [](const char *name, R text, R ground) { QTest::newRow(name) << text << ground; };
    row("text/window", R::Text, R::Window);
    row("text/base", R::Text, R::Base);
    row("text/alternate", R::Text, R::AlternateBase);
    row("text/selection", R::Text, R::Selection);
    row("muted/window", R::MutedText, R::Window);
    row("muted/base", R::MutedText, R::Base);
    row("muted/alternate", R::MutedText, R::AlternateBase);
    row("muted/selection", R::MutedText, R::Selection);
    row("accent text/accent", R::AccentText, R::Accent);
    row("link/window", R::Accent, R::Window);
    row("link/base", R::Accent, R::Base);
    row("error/window", R::Error, R::Window);
    row("error/base", R::Error, R::Base);
    row("warning/window", R::Warning, R::Window);
    row("warning/base", R::Warning, R::Base);
    row("info/window", R::Info, R::Window);
    row("info/base", R::Info, R::Base);
    row("good/window", R::Good, R::Window);
    row("good/base", R::Good, R::Base);
    row("keyword/base", R::EditorKeyword, R::Base);
    row("function/base", R::EditorFunction, R::Base);
    row("table/base", R::EditorTable, R::Base);
    row("column/base", R::EditorColumn, R::Base);
    row("string/base", R::EditorString, R::Base);
    row("number/base", R::EditorNumber, R::Base);
    row("comment/base", R::EditorComment, R::Base);
}

void TestTheme::textReachesContrast()
{
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, ground);
    for (const bool dark : {false, true}) {
        const double contrast = Theme::contrast(Theme::color(text, dark), Theme::color(ground, dark));
        QVERIFY2(contrast >= 4.5,
                 qPrintable(QStringLiteral("%1 in the %2 palette")
                                .arg(contrast)
                                .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
    }
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
    row("squiggle/base", R::EditorSquiggle, R::Base);
    row("error icon/base", R::Error, R::Base);
    row("warning icon/base", R::Warning, R::Base);
    row("good icon/window", R::Good, R::Window);
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
    for (const bool dark : {false, true}) {
        const double contrast = Theme::contrast(Theme::color(shape, dark), Theme::color(ground, dark));
        QVERIFY2(contrast >= 3.0, qPrintable(QString::number(contrast)));
    }
}

void TestTheme::addPalettes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::paletteCarriesTheRoles_data()
{
    addPalettes();
}

void TestTheme::paletteCarriesTheRoles()
{
    QFETCH(bool, dark);
    const QPalette palette = Theme::palette(dark);
    QCOMPARE(palette.color(QPalette::Window), Theme::color(ColorRole::Window, dark));
    QCOMPARE(palette.color(QPalette::Base), Theme::color(ColorRole::Base, dark));
    QCOMPARE(palette.color(QPalette::AlternateBase), Theme::color(ColorRole::AlternateBase, dark));
    // What Qt writes on what, for all groups that a person can act on.
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return Theme::contrast(palette.color(group, text), palette.color(group, ground));
        };
        QVERIFY(contrast(QPalette::WindowText, QPalette::Window) >= 4.5);
        QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) >= 4.5);
        QVERIFY(contrast(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
        QVERIFY(contrast(QPalette::ToolTipText, QPalette::ToolTipBase) >= 4.5);
        QVERIFY(contrast(QPalette::Link, QPalette::Window) >= 4.5);
    }
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

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
