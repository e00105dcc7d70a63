#include "widgets/convertcommands.h"

#include "kql/classicconversion.h"
#include "widgets/convertdialog.h"
#include "widgets/editorlanguage.h"
#include "widgets/icons.h"
#include "widgets/kqlassistant.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"

#include <QAction>

namespace sonde {

ConvertCommands::ConvertCommands(QAction &action, QueryTabs &tabs, const Icons &icons, QObject *parent)
    : QObject(parent)
    , m_action(action)
    , m_tabs(tabs)
    , m_icons(icons)
{
    connect(&action, &QAction::triggered, this, &ConvertCommands::convert);
    connect(&tabs, &QueryTabs::currentChanged, this, &ConvertCommands::update);
    update();
}

void ConvertCommands::update()
{
    QueryPage *page = m_tabs.current();
    if (page != m_followed) {
        if (m_followed)
            m_followed->bar().disconnect(this);
        m_followed = page;
        if (page != nullptr)
            connect(&page->bar(), &QueryBar::changed, this, &ConvertCommands::update);
    }
    m_action.setEnabled(page != nullptr && page->bar().language() == QueryLanguage::Classic);
}

void ConvertCommands::convert()
{
    QPointer<QueryPage> page = m_tabs.current();
    if (!page || page->bar().language() != QueryLanguage::Classic)
        return;
    const QString search = page->editor().queryText();
    const auto conversion = convertClassic(search, page->assistant().language().schema());
    auto *dialog = new ConvertDialog(search, conversion, m_icons.theme(), m_icons, m_tabs.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConvertDialog::convertChosen, this, [page](const QString &kql) {
        if (!page)
            return;
        // Each language has a limit of its own; the rows are to be as many as before.
        const std::optional<qint64> top = page->bar().top();
        page->editor().replaceQuery(kql, QueryLanguage::Kql);
        page->bar().setTop(top);
        page->editor().setFocus();
    });
    connect(dialog, &ConvertDialog::openChosen, this, [this, page](const QString &kql) {
        if (!page)
            return;
        Query query = page->query();
        query.text = kql;
        query.language = QueryLanguage::Kql;
        m_tabs.open(query, page->connectionId());
        m_tabs.current()->editor().setFocus();
    });
    if (!conversion) {
        connect(dialog, &ConvertDialog::placeChosen, this, [page, error = conversion.error()] {
            if (!page || !error.position)
                return;
            page->editor().showError(*error.position, error.message);
            page->editor().setFocus();
        });
    }
    dialog->open();
}

} // namespace sonde
