#include "widgets/tablecommands.h"

#include "stores/settingsstore.h"
#include "widgets/actions.h"
#include "widgets/connectionchooser.h"
#include "widgets/pagelistener.h"
#include "widgets/queryeditor.h"
#include "widgets/querytabs.h"
#include "widgets/schemakeeper.h"
#include "widgets/tablesdock.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline
#include "widgets/windowdocks.h"

#include <cctype>

namespace sonde {

namespace {

bool isPartOfName(long character)
{
    // Of a letter beyond ASCII, a byte of its UTF-8.
    return character < 0 || character >= 0x80 || std::isalnum(static_cast<int>(character)) != 0 ||
           character == '_';
}

/// In place of what is selected, as one step that can be undone; with spaces where it would run into a word.
void insertInto(QueryEditor &editor, const QString &name)
{
    if (editor.isReadOnly())
        return;
    using Sci = QsciScintillaBase;
    const auto characterAt = [&editor](long position) {
        return editor.SendScintilla(Sci::SCI_GETCHARAT, static_cast<unsigned long>(position));
    };
    const long start = editor.SendScintilla(Sci::SCI_GETSELECTIONSTART);
    const long end = editor.SendScintilla(Sci::SCI_GETSELECTIONEND);
    QByteArray text = name.toUtf8();
    if (start > 0 && isPartOfName(characterAt(start - 1)))
        text.prepend(' ');
    if (end < editor.SendScintilla(Sci::SCI_GETLENGTH) && isPartOfName(characterAt(end)))
        text.append(' ');
    editor.SendScintilla(Sci::SCI_REPLACESEL, text.constData());
    editor.SendScintilla(Sci::SCI_SCROLLCARET);
}

} // namespace

TableCommands::TableCommands(const WindowServices &services, const Place &place, const Actions &actions,
                             QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_place(place)
{
    TablesDock &dock = place.docks.tables();
    connect(&dock, &TablesDock::insertRequested, this, &TableCommands::insert);
    connect(&dock, &TablesDock::queryRequested, this, &TableCommands::open);
    dock.setConnection(place.chooser.current());
    connect(&place.chooser, &ConnectionChooser::currentChanged, &dock,
            [&dock, &chooser = place.chooser] { dock.setConnection(chooser.current()); });
    connect(&place.tabs, &QueryTabs::pageAdded, this, [this](QueryPage *page) {
        connect(page, &QueryPage::runStarted, this, [this](const Query &, const Connection &connection) {
            m_services.schemas.use(connection.id);
        });
    });
    connect(&place.tabs, &QueryTabs::pageReleased, this,
            [this](const QueryPage *page) { stopListening(*page, *this); });
    connect(actions.query.refreshTables, &QAction::triggered, this,
            [this] { m_services.schemas.refresh(m_place.chooser.current().id); });
}

void TableCommands::insert(const QString &text)
{
    QueryPage *page = m_place.tabs.current();
    if (page == nullptr) {
        open(text, false, {});
        page = m_place.tabs.current();
    } else {
        insertInto(page->editor(), text);
    }
    page->editor().setFocus(Qt::OtherFocusReason);
}

void TableCommands::open(const QString &text, bool run, const QString &title)
{
    Query query;
    query.text = text;
    query.range = m_place.picker.range();
    query.serverTimeoutSeconds = m_services.settings.get(settings::serverTimeout);
    m_place.tabs.open(query, m_place.chooser.current().id, title);
    if (run)
        emit runRequested();
}

} // namespace sonde
