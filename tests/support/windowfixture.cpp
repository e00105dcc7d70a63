#include "support/windowfixture.h"

#include "core/language.h"
#include "kql/kqlservice.h"
#include "stores/samplefavourites.h"
#include "stores/settingsstore.h"
#include "widgets/connectionchooser.h"
#include "widgets/messagebar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/statusline.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace sonde {

WindowFixture::WindowFixture()
    : m_connections(m_folder.filePath(QStringLiteral("connections.json")))
    , m_favourites({m_folder.filePath(QStringLiteral("favourites")),
                    m_folder.filePath(QStringLiteral("favourites.json")), sampleFavouritesFolder()},
                   clock)
    , m_history(m_folder.filePath(QStringLiteral("history")))
    , m_layouts(m_folder.filePath(QStringLiteral("columns.json")))
    , m_snippets(m_folder.filePath(QStringLiteral("snippets.json")))
    , m_schemas(
          {schemaSource, SchemaCache(m_folder.filePath(QStringLiteral("tables"))), m_connections, clock})
    , m_settings(std::make_unique<SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini"))))
{
    connection.id = QStringLiteral("7b1d6d1e-0000-4000-8000-000000000001");
    connection.name = QStringLiteral("Contoso production");
    connection.tenant = QStringLiteral("contoso.onmicrosoft.com");
    connection.clientId = QStringLiteral("11111111-2222-4333-8444-555555555555");
    connection.workspaceId = QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    if (!m_connections.add(connection))
        qFatal("The connection could not be stored.");
    theme.install();
    facts.languages = Language::available();
    facts.components = {{QStringLiteral("Qt"),
                         QStringLiteral("6.4.2"),
                         QStringLiteral("LGPL-3.0-only"),
                         QUrl(QStringLiteral("https://www.qt.io")),
                         {QStringLiteral("qt")}},
                        {QStringLiteral("DuckDB"),
                         QStringLiteral("1.4.4"),
                         QStringLiteral("MIT"),
                         QUrl(QStringLiteral("https://duckdb.org")),
                         {QStringLiteral("duckdb")}}};
    facts.requestLogFile = QStringLiteral("/home/you/.local/state/sonde/requests.log");
}

WindowFixture::~WindowFixture() = default;

WindowServices WindowFixture::services()
{
    return {runner, secrets, probe,     m_connections, *m_settings, m_favourites, m_history, m_layouts, theme,
            icons,  clock,   m_schemas, facts,         kql,         &m_snippets,  nullptr,   &tables};
}

void WindowFixture::askLanguageService()
{
    static KqlService service;
    kql = &service;
}

MainWindow &WindowFixture::openWindow()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(services());
    m_window->show();
    // Without a window manager nobody else gives it the keyboard.
    if (QTest::qWaitForWindowExposed(m_window.get()))
        m_window->activateWindow();
    return *m_window;
}

ResultChunk WindowFixture::chunk(int first, int count, ResultChunk::Mode mode)
{
    ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
    ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder number(QStringLiteral("count_"), ColumnType::Long);
    ColumnBuilder message(QStringLiteral("Message"), ColumnType::String);
    ColumnBuilder properties(QStringLiteral("Properties"), ColumnType::Dynamic);
    ColumnBuilder id(QStringLiteral("id"), ColumnType::String);
    const Ticks start = parseIsoDateTime("2026-11-22T16:02:00.1234567Z").value();
    for (int row = first; row < first + count; ++row) {
        time.appendInteger(start - row * ticksPerSecond);
        computer.appendText(QStringLiteral("web%1").arg(row + 1, 2, 10, QChar(u'0')).toStdString());
        number.appendInteger((row + 1) * 7919 % 10'000);
        if (row % 3 == 2)
            message.appendNull();
        else
            message.appendText("The device, \\Device\\Harddisk1\\DR1, has a bad block.\nCheck the disk.");
        properties.appendText(
            R"({"EventData": {"Device": "\\Device\\Harddisk1", "Sector": 18446744073709551617}})");
        id.appendText("record-" + std::to_string(row));
    }
    ResultChunk chunk;
    chunk.mode = mode;
    chunk.tableName = QStringLiteral("PrimaryResult");
    chunk.rows = Table(
        {time.build(), computer.build(), number.build(), message.build(), properties.build(), id.build()},
        static_cast<std::size_t>(count));
    return chunk;
}

ResultInfo WindowFixture::info() const
{
    ResultInfo info;
    info.range = {clock.nowUtc().addDays(-1), clock.nowUtc()};
    info.range.start.setTime({16, 2});
    info.range.end.setTime({16, 2});
    info.elapsedMs = 400;
    return info;
}

QueryPage *WindowFixture::runToEnd(int rows)
{
    const QString text = QStringLiteral(
        "// Which hosts have failing disks\nEvent\n| where EventI == 7 and Source =~ \"disk\"\n"
        "| summarize count() by Computer, bin(TimeGenerated, 1h)\n| top 200 by count_");
    return runToEnd(rows, text, QStringLiteral("Failing disks"));
}

QueryPage *WindowFixture::runToEnd(int rows, const QString &text, const QString &title)
{
    Query query;
    query.text = text;
    QueryPage *page = m_window->openQuery(query, true, title);
    runner.last().job->deliver(chunk(0, rows));
    runner.last().job->finish(info());
    return page;
}

QAction *WindowFixture::action(const QString &text) const
{
    for (QAction *candidate : m_window->actions()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

void WindowFixture::chooseConnection(const QString &id) const
{
    const QList<QAction *> entries = m_window->findChild<ConnectionChooser *>()->menu()->actions();
    for (QAction *entry : entries) {
        if (entry->isCheckable() && entry->data().toString() == id)
            entry->trigger();
    }
}

QPushButton *WindowFixture::button(const QString &text) const
{
    for (QPushButton *candidate : m_window->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text().remove(u'&') == QString(text).remove(u'&'))
            return candidate;
    }
    return nullptr;
}

StatusLine &WindowFixture::status() const
{
    return *m_window->findChild<StatusLine *>();
}

MessageBar &WindowFixture::messages() const
{
    return m_window->currentPage()->pane().messages();
}

std::optional<TextPosition> WindowFixture::errorPosition() const
{
    return m_window->currentPage()->editor().errorPosition();
}

bool WindowFixture::settle(QWidget &widget)
{
    // Views put their layout off to the next turn of the event loop.
    bool isSettled = false;
    QTimer::singleShot(0, &widget, [&widget, &isSettled] {
        QTimer::singleShot(0, &widget, [&isSettled] { isSettled = true; });
    });
    return QTest::qWaitForWindowExposed(&widget) && QTest::qWaitFor([&isSettled] { return isSettled; });
}

void WindowFixture::shoot(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("SONDE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    if (!settle(widget))
        return;
    QPixmap picture = widget.grab();
    // Lists and hints over the window are windows of their own.
    QPainter painter(&picture);
    for (QWidget *over : QApplication::topLevelWidgets()) {
        const bool isHint = over->isVisible() && over->windowType() == Qt::ToolTip && over != &widget;
        if (isHint)
            painter.drawPixmap(widget.mapFromGlobal(over->pos()), over->grab());
    }
    painter.end();
    picture.save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

} // namespace sonde
