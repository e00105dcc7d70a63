// Sonde's windows over a session, with somebody at the keyboard who never pauses: for the tests that kill it.
// Writes one line to standard output for each key, after it: the tab, the length of its text, the
// milliseconds of the steady clock. Arguments: the folder of the sessions, a seed.

#include "app/sessionchoice.h"
#include "app/windows.h"
#include "support/fakewindowservices.h"
#include "support/typedtext.h"
#include "widgets/mainwindow.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>
#include <unistd.h>

using namespace sonde;

namespace {

constexpr int keyIntervalMs = 15;
constexpr int mostTabs = 5;

void typeOne(MainWindow &window, QRandomGenerator &random)
{
    QueryTabs &tabs = window.tabs();
    const int chance = random.bounded(100);
    if (tabs.pages().isEmpty() || (chance < 3 && tabs.pages().size() < mostTabs))
        window.openQuery(Query(), false);
    else if (chance == 3)
        tabs.closeCurrent();
    else if (chance == 4)
        tabs.reopen();
    else if (chance < 10)
        tabs.move(1);
    QueryPage *page = tabs.current();
    if (page == nullptr)
        return;
    const QString id = page->document().id();
    const qsizetype length = page->query().text.size();
    page->editor().SendScintilla(QsciScintilla::SCI_DOCUMENTEND);
    QTest::keyClick(&page->editor(), typedText(id, length + 1).back().toLatin1());
    const QByteArray line =
        id.toLatin1() + ' ' + QByteArray::number(length + 1) + ' ' + QByteArray::number(steadyMs()) + '\n';
    [[maybe_unused]] const ssize_t written =
        ::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size()));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString root = QCoreApplication::arguments().value(1);
    auto choice = chooseSession(root, {}, false);
    if (!choice || !choice->store)
        return 1;
    FakeWindowServices fakes(root);
    Windows windows(fakes.services(), *choice->store);
    windows.restore();
    windows.show();
    QRandomGenerator random(QCoreApplication::arguments().value(2).toUInt());
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &application, [&] { typeOne(windows.first(), random); });
    keys.start(keyIntervalMs);
    return QApplication::exec();
}
