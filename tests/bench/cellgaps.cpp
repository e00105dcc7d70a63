#include "bench/gapmeter.h"
#include "models/rowdetailsmodel.h"
#include "widgets/fieldtree.h"
#include "widgets/icons.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/theme.h"
#include "widgets/wholecellwindow.h"
#include "widgets/wholetextview.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMainWindow>
#include <QTabWidget>
#include <QTimer>
#include <cstdio>
#include <functional>

/// How long the windows that show one value are away from the event loop while the value has 30 MB: as one
/// line of text, as lines, and as JSON. Prints a Markdown table.
using namespace sonde;

namespace {

constexpr std::size_t cellBytes = 30'000'000;
/// Long enough for what a step starts on worker threads.
constexpr int stepMs = 3000;

ChunkedTable tableOf(const std::string &text)
{
    ColumnBuilder builder(QStringLiteral("Properties"), ColumnType::Dynamic);
    builder.appendText(text);
    ChunkedTable table;
    table.append(Table({builder.build()}, 1));
    return table;
}

std::string longLine()
{
    return std::string(cellBytes, 'x');
}

std::string manyLines()
{
    std::string text;
    for (int i = 0; text.size() < cellBytes; ++i)
        text += "2026-11-22T16:02:03Z web" + std::to_string(i) + " the device has a bad block\n";
    return text;
}

std::string largeJson()
{
    std::string text = "{\"records\":[";
    for (int i = 0; text.size() < cellBytes; ++i) {
        text += (i > 0 ? ",{\"id\":" : "{\"id\":") + std::to_string(i) +
                R"(,"request":{"method":"GET","x-id":["needle"]},"text":"the device has a bad block"})";
    }
    return text + "]}";
}

/// Goes through the steps one by one, each in the event loop that is measured.
class CellBench final : public QObject
{
    Q_OBJECT

public:
    CellBench()
    {
        m_theme.install();
        m_main.addDockWidget(Qt::RightDockWidgetArea, &m_dock);
        m_main.resize(1400, 900);
        m_main.show();
        for (const auto &[name, text] : std::initializer_list<std::pair<const char *, std::string>>{
                 {"one line", longLine()}, {"lines", manyLines()}, {"JSON", largeJson()}})
            addSteps(name, tableOf(text));
        std::printf("| value | step | 99th percentile ms | worst ms | ticks |\n|---|---|---|---|---|\n");
    }

    void next()
    {
        if (m_step == m_steps.size()) {
            QCoreApplication::quit();
            return;
        }
        m_meter.start();
        m_steps.at(m_step).run();
        QTimer::singleShot(stepMs, this, [this] {
            const GapMeter::Gaps gaps = m_meter.stop();
            std::printf("| %s | %s | %.2f | %.2f | %zu |\n", m_steps.at(m_step).value,
                        m_steps.at(m_step).what, gaps.p99, gaps.worst, gaps.ticks);
            std::fflush(stdout);
            ++m_step;
            next();
        });
    }

private:
    void add(const char *value, const char *what, std::function<void()> run)
    {
        m_steps.push_back({value, what, std::move(run)});
    }

    void page(WholeCellWindow::Page page) { m_window->showPage(page); }

    void find(const QString &text)
    {
        m_window->findChild<QTabWidget *>()->currentWidget()->findChild<QLineEdit *>()->setText(text);
    }

    void addSteps(const char *name, const ChunkedTable &table)
    {
        add(name, "idle", [] {});
        add(name, "row details", [this, table] {
            m_dock.showRecord(table, 0, QStringLiteral("Properties"), 0, 1);
            m_dock.tree().expand(m_dock.tree().fields().find(0));
        });
        add(name, "unfold all", [this] { m_dock.tree().unfoldAll(); });
        add(name, "another row", [this] { m_dock.clear(); });
        add(name, "open", [this, table] {
            m_window = new WholeCellWindow(WholeCell::of(table.headers().constFirst(), table.cell(0, 0)),
                                           CellFormatter(), m_theme, m_icons, &m_main);
            m_window->setAttribute(Qt::WA_DeleteOnClose);
            m_window->show();
        });
        add(name, "text", [this] { page(WholeCellWindow::TextPage); });
        add(name, "find", [this] { find(QStringLiteral("bad block")); });
        add(name, "find, everywhere", [this] { find(QStringLiteral("e")); });
        add(name, "do not wrap", [this] { m_window->findChild<QCheckBox *>()->setChecked(false); });
        add(name, "wrap", [this] { m_window->findChild<QCheckBox *>()->setChecked(true); });
        add(name, "narrower", [this] { m_window->resize(500, 700); });
        add(name, "to the end", [this] {
            auto *view = m_window->findChild<QTabWidget *>()->currentWidget()->findChild<WholeTextView *>();
            view->moveCursor(QTextCursor::End);
        });
        add(name, "select all", [this] {
            m_window->findChild<QTabWidget *>()->currentWidget()->findChild<WholeTextView *>()->selectAll();
        });
        add(name, "tree", [this] { page(WholeCellWindow::TreePage); });
        add(name, "find in the tree or text", [this] { find(QStringLiteral("needle")); });
        add(name, "close", [this] { m_window->close(); });
    }

    struct Step
    {
        const char *value;
        const char *what;
        std::function<void()> run;
    };
    Theme m_theme;
    Icons m_icons{m_theme};
    QMainWindow m_main;
    RowDetailsDock m_dock{m_theme, m_icons};
    WholeCellWindow *m_window = nullptr;
    GapMeter m_meter;
    std::vector<Step> m_steps;
    std::size_t m_step = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    CellBench bench;
    QTimer::singleShot(1000, &bench, &CellBench::next);
    return QApplication::exec();
}

#include "cellgaps.moc"
