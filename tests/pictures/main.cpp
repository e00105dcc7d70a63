#include "core/language.h"
#include "support/scenes.h"
#include "widgets/windowsettings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTest>
#include <cstdio>

using namespace sonde;

namespace {

/// A picture of each scene, in a file called as the scene with \a suffix.
void take(Theme::Mode mode, Theme::ContrastMode contrast, const QSize &size, const QString &only,
          const QString &suffix)
{
    for (const Scene &scene : scenes()) {
        if (!only.isEmpty() && only != QLatin1String(scene.name))
            continue;
        WindowFixture fixture;
        saveThemeMode(fixture.settings(), mode);
        saveContrastMode(fixture.settings(), contrast);
        fixture.openWindow().resize(size);
        QWidget *shown = scene.open(fixture);
        const QByteArray file = QByteArray(scene.name) + suffix.toUtf8();
        WindowFixture::shoot(*shown, file.constData());
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Sonde"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Takes pictures of every window into the folder that "
                                                    "SONDE_SCREENSHOTS names. A screen of 200 % is Qt's: "
                                                    "QT_SCALE_FACTOR=2."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("language"), QStringLiteral("Of the windows, such as nl."), QStringLiteral("CODE"),
         QStringLiteral("en")},
        {QStringLiteral("size"), QStringLiteral("Of the main window."), QStringLiteral("WIDTHxHEIGHT"),
         QStringLiteral("1400x860")},
        {QStringLiteral("text"), QStringLiteral("Size of the text."), QStringLiteral("PERCENT"),
         QStringLiteral("100")},
        {QStringLiteral("high-contrast"), QStringLiteral("In colours of high contrast.")},
        {QStringLiteral("only"), QStringLiteral("One scene."), QStringLiteral("NAME")},
        {QStringLiteral("suffix"), QStringLiteral("Of the files' names."), QStringLiteral("TEXT")},
    });
    parser.process(application);
    if (!qEnvironmentVariableIsSet("SONDE_SCREENSHOTS")) {
        std::fputs("SONDE_SCREENSHOTS does not name a folder.\n", stderr);
        return 2;
    }
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    const auto contrast = parser.isSet(QStringLiteral("high-contrast")) ? Theme::ContrastMode::High
                                                                        : Theme::ContrastMode::Usual;
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * parser.value(QStringLiteral("text")).toInt() / 100);
    QApplication::setFont(font);
    Language language;
    language.use(parser.value(QStringLiteral("language")));
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        take(mode, contrast, QSize(size.value(0).toInt(), size.value(1).toInt()),
             parser.value(QStringLiteral("only")),
             parser.value(QStringLiteral("suffix")) +
                 (mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QStringLiteral("-light")));
    }
    return 0;
}
