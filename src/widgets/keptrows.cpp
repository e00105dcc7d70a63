#include "widgets/keptrows.h"

#include "ports/resultopening.h"
#include "stores/historystore.h"
#include "widgets/messagebar.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeptRows)
};

bool isUntouched(const QueryPage &page)
{
    return page.status().state == RunStatus::State::Idle;
}

void sayFailure(QueryPage &page, const Error &error)
{
    page.pane().messages().showMessage(
        MessageBar::Level::Warning, Words::tr("The rows kept with this run could not be read."),
        Words::tr("Run the query to get them anew."), MessageBar::detailsOf(error));
}

void read(const QByteArray &file, QueryPage *page, qint64 rowsOfRun, const std::function<void()> &then)
{
    auto *opening = new ResultOpening(file, Words::tr("The history"), page);
    QObject::connect(opening, &ResultOpening::opened, page,
                     [opening, page, rowsOfRun, then](const StoredResult &about) {
                         SearchJob *job = opening->takeJob();
                         job->disconnect(opening);
                         opening->deleteLater();
                         if (!isUntouched(*page)) {
                             job->deleteLater();
                             return;
                         }
                         page->showStored(job, {about, {}, {}, rowsOfRun});
                         then();
                     });
    QObject::connect(opening->job(), &SearchJob::finished, opening,
                     [opening, page, then](const Result<ResultInfo> &outcome) {
                         opening->deleteLater();
                         if (outcome || !isUntouched(*page))
                             return;
                         sayFailure(*page, outcome.error());
                         then();
                     });
}

} // namespace

void showKeptRows(HistoryStore &store, QueryPage &page, const HistoryEntry &entry,
                  const std::function<void()> &then)
{
    store.rowsOf(entry.id, &page,
                 [page = &page, rowsOfRun = entry.rows.value_or(entry.keptRows),
                  then](const Result<std::optional<QByteArray>> &file) {
                     if (!isUntouched(*page))
                         return;
                     if (file && *file) {
                         read(**file, page, rowsOfRun, then);
                         return;
                     }
                     if (file) {
                         page->pane().messages().showMessage(
                             MessageBar::Level::Info, Words::tr("The rows of this run are no longer kept."),
                             Words::tr("Run the query to get them anew."));
                     } else {
                         sayFailure(*page, file.error());
                     }
                     then();
                 });
}

} // namespace sonde
