#include "app/windows.h"

#include "widgets/mainwindow.h"
#include "widgets/querytabs.h"

#include <QCoreApplication>
#include <QEvent>
#include <cstdio>

namespace sonde {

namespace {

/// A disk that hangs must not keep the program from ending.
constexpr std::chrono::seconds patienceAtTheEnd(3);
/// A further window does not hide the one before it.
constexpr QPoint cascade(32, 32);
/// A tab that is dropped beside all windows stays under the pointer, roughly.
constexpr QPoint grip(48, 16);

} // namespace

Windows::Windows(const WindowServices &services, DraftStore &store, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_store(store)
    , m_keeper(store)
{
    m_services.windows = &m_list;
    m_list.setMaker([this](const QMainWindow &other, const std::optional<QPoint> &place) -> QueryTabs & {
        return openBeside(other, place);
    });
    connect(&m_keeper, &DraftKeeper::windowClosed, this, &Windows::forget);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Windows::finish);
}

Windows::~Windows()
{
    finish();
    qDeleteAll(m_windows);
}

void Windows::restore()
{
    const RestoredSession session = m_store.isOpen() ? m_store.load() : RestoredSession();
    m_keeper.restore(session);
    for (const WindowLayout &layout : session.layout.windows)
        make(layout, session.drafts);
    if (m_windows.isEmpty())
        make({}, {});
    DraftKeeper::tell(session, first().tabs());
}

MainWindow &Windows::make(const WindowLayout &layout, const QHash<QString, Draft> &drafts)
{
    auto *window = new MainWindow(m_services);
    m_windows.append(window);
    window->installEventFilter(this);
    connect(window, &MainWindow::newWindowRequested, this, [this] { open(); });
    connect(window, &MainWindow::settingsApplied, this, &Windows::settingsApplied);
    m_keeper.attach(*window, window->tabs(), layout, drafts);
    return *window;
}

void Windows::show()
{
    for (MainWindow *window : std::as_const(m_windows))
        window->show();
}

MainWindow &Windows::open()
{
    const QPoint place = m_windows.last()->pos() + cascade;
    MainWindow &window = make({}, {});
    window.move(place);
    window.show();
    window.raise();
    window.activateWindow();
    return window;
}

QueryTabs &Windows::openBeside(const QMainWindow &other, const std::optional<QPoint> &place)
{
    MainWindow &window = make({}, {});
    window.resize(other.isMaximized() || other.isFullScreen() ? other.normalGeometry().size() : other.size());
    window.show();
    // Its layout stands once it is shown.
    if (place)
        window.move(*place - window.tabs().mapTo(&window, grip));
    else
        window.move(other.pos() + cascade);
    window.activateWindow();
    return window.tabs();
}

void Windows::openNewQuery()
{
    MainWindow &window = m_inFront && m_windows.contains(m_inFront) ? *m_inFront : *m_windows.last();
    window.openQuery(window.newQuery(), false);
    if (window.isMinimized())
        window.showNormal();
    window.raise();
    window.activateWindow();
}

bool Windows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_inFront = qobject_cast<MainWindow *>(watched);
    return QObject::eventFilter(watched, event);
}

bool Windows::showFile(const QString &path)
{
    for (MainWindow *other : std::as_const(m_windows)) {
        if (QueryPage *page = other->tabs().pageOfFile(path)) {
            other->tabs().setCurrent(page);
            other->raise();
            other->activateWindow();
            return true;
        }
    }
    return false;
}

void Windows::forget(QMainWindow *window)
{
    m_windows.removeIf([window](const MainWindow *other) { return other == window; });
    window->deleteLater();
}

void Windows::finish()
{
    if (m_store.isOpen() && !m_keeper.finish(patienceAtTheEnd)) {
        const QString late = tr("The last changes to open tabs could not be written in time.");
        std::fprintf(stderr, "sonde: %s\n", qUtf8Printable(late));
    }
}

} // namespace sonde
