#include "widgets/copyasmenu.h"

#include "widgets/keeptranslated.h"

namespace sonde {

CopyAsMenu::CopyAsMenu(QWidget *parent)
    : QMenu(parent)
{
    setToolTipsVisible(true);
    addForm(CopyForm::Csv, QT_TR_NOOP("&CSV"),
            QT_TR_NOOP("Separated by commas, with the names of the columns"));
    addForm(CopyForm::Tsv, QT_TR_NOOP("&TSV"),
            QT_TR_NOOP("Separated by tabs, with the names of the columns"));
    addForm(CopyForm::Markdown, QT_TR_NOOP("&Markdown table"), QT_TR_NOOP("For issues and wikis"));
    addForm(CopyForm::Html, QT_TR_NOOP("&HTML table"), QT_TR_NOOP("For mails and documents, and as source"));
    addForm(CopyForm::Json, QT_TR_NOOP("&JSON"), QT_TR_NOOP("An array with an object for each row"));
    addSeparator();
    addForm(CopyForm::KqlTable, QT_TR_NOOP("&KQL datatable"), QT_TR_NOOP("A query that gives these rows"));
    addForm(CopyForm::InList, QT_TR_NOOP("&IN list of the column"),
            QT_TR_NOOP("The different values of the current column, as SQL takes them; of all rows where one "
                       "cell is selected"));
    addSeparator();
    addForm(CopyForm::QueryWithResult, QT_TR_NOOP("&Query with its result"),
            QT_TR_NOOP("For a mail; all rows where one cell is selected"));
    keepTranslated(this, [this] { retranslate(); });
}

void CopyAsMenu::addForm(CopyForm form, const char *text, const char *tip)
{
    QAction *action = addAction(QString());
    m_words.push_back({action, text, tip});
    connect(action, &QAction::triggered, this, [this, form] { emit chosen(form); });
}

void CopyAsMenu::retranslate()
{
    setTitle(tr("Copy &as"));
    for (const Words &words : m_words) {
        words.action->setText(tr(words.text));
        words.action->setToolTip(tr(words.tip));
    }
}

} // namespace sonde
