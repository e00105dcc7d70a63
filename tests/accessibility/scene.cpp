#include "accessibility/scenefacts.h"
#include "support/scenes.h"

#include <QApplication>
#include <QJsonDocument>
#include <QPointer>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>
#include <iostream>
#include <memory>
#include <string>

using namespace sonde;

namespace {

/// Views put their layout off to the next turn of the event loop.
void settle(QWidget &window)
{
    window.activateWindow();
    (void)QTest::qWaitForWindowActive(window.windowType() == Qt::Popup ? window.parentWidget()->window()
                                                                       : &window);
    bool isSettled = false;
    QTimer::singleShot(0, &window, [&window, &isSettled] {
        QTimer::singleShot(0, &window, [&isSettled] { isSettled = true; });
    });
    (void)QTest::qWaitFor([&isSettled] { return isSettled; });
}

} // namespace

/// Reads names of scenes, one a line, from standard input. Opens each, closes the one before it, and answers
/// with one line of JSON: what there is to be seen in it, or nothing where it did not open. An empty line
/// asks what is to be seen now. Ends with the input.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Sonde"));
    QApplication::setApplicationDisplayName(QStringLiteral("Sonde"));
    QApplication::setQuitOnLastWindowClosed(false);
    std::unique_ptr<WindowFixture> fixture;
    QPointer<QWidget> shown;
    const auto look = [&shown] {
        if (!shown)
            return QJsonObject();
        QJsonObject facts = factsOf(*shown);
        facts.insert(QStringLiteral("isPopup"), shown->windowType() == Qt::Popup);
        // Lists and hints that are shown over the window and never have the keyboard.
        int hints = 0;
        for (const QWidget *window : QApplication::topLevelWidgets())
            hints += window->isVisible() && window->windowType() == Qt::ToolTip ? 1 : 0;
        facts.insert(QStringLiteral("hints"), hints);
        return facts;
    };
    const auto open = [&](const std::string &name) {
        for (const Scene &scene : scenes()) {
            if (name != scene.name)
                continue;
            fixture.reset();
            fixture = std::make_unique<WindowFixture>();
            fixture->openWindow().resize(1400, 860);
            shown = scene.open(*fixture);
            if (shown)
                settle(*shown);
            return;
        }
        shown = nullptr;
    };
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        std::string name;
        if (!std::getline(std::cin, name)) {
            input.setEnabled(false);
            fixture.reset();
            QApplication::quit();
            return;
        }
        input.setEnabled(false); // scenes wait in event loops of their own
        if (!name.empty())
            open(name);
        std::cout << QJsonDocument(look()).toJson(QJsonDocument::Compact).constData() << std::endl;
        input.setEnabled(true);
    });
    // The names, for who asks.
    QJsonObject names;
    for (const Scene &scene : scenes())
        names.insert(QLatin1String(scene.name), scene.kind == Scene::Kind::Window);
    std::cout << QJsonDocument(names).toJson(QJsonDocument::Compact).constData() << std::endl;
    return QApplication::exec();
}
