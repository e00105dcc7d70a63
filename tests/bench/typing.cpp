// From a key to the painted character, and to the completion list, in a script of 2 000 lines, while the
// language service works on it.
#include "kql/kqlservice.h"
#include "support/windowfixture.h"
#include "widgets/completionpopup.h"
#include "widgets/editorcompletion.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/kqlassistant.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <algorithm>
#include <cstdio>

using namespace sonde;

namespace {

/// Sees the viewport painted.
class PaintWatch final : public QObject
{
public:
    bool isPainted = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        isPainted = isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

QString script(int lines)
{
    QString text;
    for (int i = 0; i < lines / 5; ++i) {
        text += QStringLiteral(
                    "SecurityEvent\n| where EventID == %1 and Account has \"admin%1\"\n"
                    "| summarize Failed = count() by Account, bin(TimeGenerated, 1h)\n| top 10 by Failed\n\n")
                    .arg(i);
    }
    return text;
}

void print(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&times](double part) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(part * double(times.size())))];
    };
    std::printf("| %s | %zu | %.1f | %.1f | %.1f |\n", what, times.size(), at(0.5), at(0.99), times.back());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    KqlService service;
    WindowFixture fixture;
    fixture.kql = &service;
    fixture.openWindow();
    Query query;
    query.text = script(2000);
    fixture.window().openQuery(query, false);
    QueryPage &page = *fixture.window().currentPage();
    QueryEditor &editor = page.editor();
    CompletionPopup &popup = page.assistant().completion().popup();
    PaintWatch watch;
    editor.viewport()->installEventFilter(&watch);
    const auto settle = [](int ms) {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < ms)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    };
    settle(1000);
    // In the middle of the script, at the end of a query.
    const qsizetype place = query.text.indexOf(QLatin1String("\n\n"), query.text.size() / 2);
    editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, static_cast<unsigned long>(bytesAt(editor, place)));
    editor.setFocus();
    settle(200);

    std::vector<double> characters;
    std::vector<double> firstPopups;
    std::vector<double> growing;
    const auto press = [&](QChar key) {
        QElapsedTimer timer;
        timer.start();
        watch.isPainted = false;
        QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(key));
        QCoreApplication::sendEvent(&editor, &event);
        while (!watch.isPainted && timer.elapsed() < 1000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        return double(timer.nsecsElapsed()) / 1e6;
    };
    for (int round = 0; round < 40; ++round) {
        for (const QChar key : QStringLiteral("\n| where TimeGen > ago(1h) and Acc == 5 ")) {
            const bool wasOpen = popup.isVisible();
            if (key == u'\n') {
                QKeyEvent event(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
                QCoreApplication::sendEvent(&editor, &event);
                settle(20);
                continue;
            }
            const double time = press(key);
            characters.push_back(time);
            if (!wasOpen && popup.isVisible())
                firstPopups.push_back(time);
            else if (wasOpen && popup.isVisible())
                growing.push_back(time);
            settle(30);
        }
        // The service is asked about the query meanwhile.
        settle(400);
        for (int i = 0; i < 60 && editor.text().size() > query.text.size(); ++i)
            editor.undo();
    }
    std::printf(
        "| key to paint, 2 000 lines, the service working | keys | median, ms | 99th percentile | worst "
        "|\n|---|---|---|---|---|\n");
    print("every character", characters);
    print("those that open the list", firstPopups);
    print("those that filter it", growing);
    return 0;
}
