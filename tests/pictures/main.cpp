#include "stores/draftstore.h"
#include "support/windowfixture.h"
#include "widgets/connectiondialog.h"
#include "widgets/draftkeeper.h"
#include "widgets/favouritesdock.h"
#include "widgets/historydock.h"
#include "widgets/querydocument.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/settingsdialog.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace sonde;

namespace {

/// One theme's pictures, into the folder that SONDE_SCREENSHOTS names.
class Pictures
{
public:
    explicit Pictures(Theme::Mode mode)
        : m_suffix(mode == Theme::Mode::Dark ? QByteArrayLiteral("-dark") : QByteArrayLiteral("-light"))
        , m_window(m_fixture.openWindow())
    {
        m_fixture.theme.setMode(mode);
        m_window.resize(1400, 860);
    }

    void take()
    {
        recovery();
        messageBar();
        favouritesAndHistory();
        connectionDialog();
        settings();
    }

private:
    void shoot(QWidget &widget, const char *name)
    {
        const QByteArray file = QByteArray(name) + m_suffix;
        WindowFixture::shoot(widget, file.constData());
    }

    void messageBar()
    {
        m_fixture.runToEnd(40);
        m_window.openQuery(m_window.currentPage()->query(), true, QStringLiteral("Failing disks"));
        Error error;
        error.kind = ErrorKind::Query;
        error.message = QStringLiteral("The column “EventI” is not known.");
        error.advice = QStringLiteral("Did you mean “EventID”?");
        error.detail = QStringLiteral("SEM0100");
        error.serviceCode = QStringLiteral("SEM0100");
        error.position = TextPosition{3, 8};
        m_fixture.runner.last().job->finish(failure(error));
        shoot(m_window, "message-bar");
    }

    void favouritesAndHistory()
    {
        Favourite favourite;
        favourite.name = QStringLiteral("Failed logons by account");
        favourite.tags = {QStringLiteral("security")};
        favourite.text =
            QStringLiteral("SecurityEvent\n| where EventID == 4625\n| summarize count() by Account\n");
        FavouriteStore &store = m_fixture.favourites();
        (void)store.load();
        (void)store.add(favourite, store.ownFolder());
        m_fixture.action(QStringLiteral("&Favourites"))->trigger();
        auto *favourites = m_window.findChild<FavouritesDock *>();
        (void)QTest::qWaitFor([&store] { return store.listings().size() > 1; });
        shoot(m_window, "favourites");
        m_fixture.action(QStringLiteral("&History"))->trigger();
        shoot(m_window, "history");
        favourites->hide();
        m_window.findChild<HistoryDock *>()->hide();
    }

    void recovery()
    {
        for (const char *text :
             {"Heartbeat\n| summarize max(TimeGenerated) by Computer\n", "Perf\n", "Event\n"}) {
            Query query;
            query.text = QString::fromLatin1(text);
            m_window.openQuery(query, false);
        }
        RestoredSession session;
        session.endedCleanly = false;
        WindowLayout window;
        for (const QueryPage *page : m_window.tabs().pages())
            window.tabs.append(page->document().id());
        session.layout.windows.append(window);
        DraftKeeper::tell(session, m_window.tabs());
        shoot(m_window, "recovery");
    }

    void connectionDialog()
    {
        m_fixture.action(QStringLiteral("&Manage connections…"))->trigger();
        shoot(*m_window.findChild<QDialog *>(), "connections");
        m_window.findChild<QDialog *>()->close();
        (void)QTest::qWaitFor([this] { return m_window.findChild<QDialog *>() == nullptr; });
        m_fixture.action(QStringLiteral("Add a connect&ion…"))->trigger();
        auto *dialog = m_window.findChild<ConnectionDialog *>();
        dialog->setConnection(m_fixture.connection);
        dialog->findChild<QLineEdit *>(QStringLiteral("secret"))->setText(QStringLiteral("typed"));
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&').startsWith(QLatin1String("Test connection")))
                button->click();
        }
        playProbe();
        shoot(*dialog, "connection-dialog");
        dialog->close();
    }

    void playProbe()
    {
        if (m_fixture.probe.probes().isEmpty() || m_fixture.probe.last().job.isNull())
            return;
        ProbeJob *job = m_fixture.probe.last().job;
        ProbeStep step;
        for (const auto kind : {ProbeStep::Kind::Name, ProbeStep::Kind::Secure}) {
            step.kind = kind;
            step.state = ProbeStep::State::Passed;
            emit job->stepChanged(step);
        }
        step.kind = ProbeStep::Kind::SignIn;
        step.state = ProbeStep::State::Failed;
        step.error = Error();
        step.error->kind = ErrorKind::SignIn;
        step.error->message = QStringLiteral("The secret of the application is wrong.");
        step.error->advice = QStringLiteral("Enter the value of the secret, not its id.");
        emit job->stepChanged(step);
        step.error.reset();
        for (const auto kind : {ProbeStep::Kind::Workspace, ProbeStep::Kind::Permission}) {
            step.kind = kind;
            step.state = ProbeStep::State::NotReached;
            emit job->stepChanged(step);
        }
        emit job->finished(false);
    }

    void settings()
    {
        m_fixture.action(QStringLiteral("Se&ttings…"))->trigger();
        auto *dialog = m_window.findChild<SettingsDialog *>();
        shoot(*dialog, "settings");
        dialog->showPage(SettingsDialog::Network);
        shoot(*dialog, "settings-network");
        dialog->close();
    }

    QByteArray m_suffix;
    WindowFixture m_fixture;
    MainWindow &m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Sonde"));
    if (!qEnvironmentVariableIsSet("SONDE_SCREENSHOTS")) {
        qCritical("SONDE_SCREENSHOTS does not name a folder.");
        return 2;
    }
    Pictures(Theme::Mode::Light).take();
    Pictures(Theme::Mode::Dark).take();
    return 0;
}
