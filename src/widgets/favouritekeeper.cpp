#include "widgets/favouritekeeper.h"

#include "results/exportprofile.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/settingsstore.h"
#include "widgets/messagebar.h"
#include "widgets/pagelistener.h"
#include "widgets/pageparameters.h"
#include "widgets/querydocument.h"
#include "widgets/queryparts.h"
#include "widgets/resultspane.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h"

#include <QFileInfo>
#include <QPointer>
#include <algorithm>

namespace sonde {

namespace {

/// What was typed for parameters that the text has.
ParameterValues parametersOf(const QueryPage &page)
{
    ParameterValues values;
    if (page.query().language != QueryLanguage::Kql)
        return values;
    for (const SentQuery &part : QueryParts(page.query(), {}).all()) {
        const QList<QueryParameter> parameters = queryParameters(part.query.text);
        for (const QueryParameter &parameter : parameters) {
            const ParameterValue value = page.parameters().values().value(parameter.name);
            if (!value.text.isEmpty())
                values.insert(parameter.name, value);
        }
    }
    return values;
}

} // namespace

FavouriteKeeper::FavouriteKeeper(const WindowServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_store(services.favourites)
    , m_window(window)
{
    connect(&m_store, &FavouriteStore::moved, this, &FavouriteKeeper::follow);
    connect(&m_store, &FavouriteStore::changed, this, &FavouriteKeeper::passOverProperties);
}

Query FavouriteKeeper::queryOf(const Favourite &favourite, const TimeRange &range)
{
    Query query;
    query.text = favourite.text;
    query.language = favourite.language;
    query.range = favourite.range.value_or(range);
    return query;
}

QString FavouriteKeeper::connectionOf(const Favourite &favourite) const
{
    if (favourite.connection.isEmpty() || builtInConnection(favourite.connection))
        return favourite.connection;
    if (const auto connection = m_services.connections.find(favourite.connection))
        return connection->id;
    // Where a person wrote the file.
    const auto connection = m_services.connections.findByName(favourite.connection);
    return connection ? connection->id : QString();
}

void FavouriteKeeper::attach(QueryPage *page)
{
    QueryDocument &document = page->document();
    document.setReader([](const QString &path) -> Result<QueryFile> {
        // Before the content: a change in between is then noticed later, not missed.
        const FileStamp stamp = stampOf(path);
        const FavouriteFile file = readFavouriteFile(path).file;
        if (file.fault)
            return failure(*file.fault);
        return QueryFile{file.favourite.text, {}, stamp};
    });
    document.setWriter([this, page] { return save(page); });
    connect(&document, &QueryDocument::reloaded, this, [this, page] { takeBase(page); });
    connect(&document, &QueryDocument::overruled, this, [this, page] { takeBase(page); });
    connect(page, &QObject::destroyed, this, [this, page] { m_bases.remove(page); });
    // A tab that was brought back: its text is a change of what the file holds.
    if (document.isFavourite() && document.isFileAsSeen())
        takeBase(page);
}

void FavouriteKeeper::detach(const QueryPage *page)
{
    stopListening(*page, *this);
    m_bases.remove(page);
}

void FavouriteKeeper::takeBase(QueryPage *page)
{
    m_bases.remove(page);
    if (!page->document().isFavourite())
        return;
    if (const FavouriteFile file = readFavouriteFile(page->filePath()).file; !file.fault)
        m_bases.insert(page, file.favourite);
}

void FavouriteKeeper::adopt(QueryPage *page, const FavouriteFile &file)
{
    page->parameters().setValues(file.favourite.parameters);
    if (m_store.isChangeable(file.path))
        show(page, file);
}

void FavouriteKeeper::show(QueryPage *page, const FavouriteFile &file)
{
    m_bases.insert(page, file.favourite);
    page->document().setFavourite(file.path);
}

void FavouriteKeeper::follow(const QString &from, const QString &to)
{
    const QList<QueryPage *> pages = m_window->findChildren<QueryPage *>();
    for (QueryPage *page : pages) {
        const QString path = page->filePath();
        if (path != from && !path.startsWith(from + u'/'))
            continue;
        const QString now = to + path.sliced(from.size());
        const auto base = m_bases.find(page);
        const bool isKnown = base != m_bases.end();
        // A new name is no change of what the page holds.
        if (const FavouriteFile *file = m_store.find(now); isKnown && file != nullptr)
            base->name = file->favourite.name;
        // Where the whole file is the text, a new name is one that the text does not have yet.
        page->document().followFile(now, isKnown);
    }
}

void FavouriteKeeper::passOverProperties()
{
    const QList<QueryPage *> pages = m_window->findChildren<QueryPage *>();
    for (QueryPage *page : pages) {
        const auto base = m_bases.constFind(page);
        if (base == m_bases.cend())
            continue;
        const FavouriteFile *file = m_store.find(page->filePath());
        if (file == nullptr || file->fault || file->favourite.text != base->text)
            continue;
        // The base stays: what changed is merged when the page is saved. What was read may be older than the
        // file is.
        const FileStamp read{file->modified.toMSecsSinceEpoch(), file->size};
        if (read == stampOf(file->path) && !page->document().isFileAsSeen())
            page->document().followFile(file->path, true);
    }
}

bool FavouriteKeeper::save(QueryPage *page)
{
    QueryDocument &document = page->document();
    // Without a base nobody could tell what the others changed; with one it is merged.
    if (!m_bases.contains(page)) {
        if (!document.mayReplaceFile())
            return false;
        takeBase(page);
    }
    const Favourite base = m_bases.value(page);
    const Query query = page->query();
    Favourite mine = base;
    mine.text = query.text;
    mine.language = query.language;
    mine.parameters = parametersOf(*page);
    if (base.range)
        mine.range = query.range;
    if (!base.connection.isEmpty() && connectionOf(base) != page->connectionId())
        mine.connection = page->connectionId();
    const auto saved = m_store.update(document.filePath(), base, mine);
    if (!saved) {
        page->showError(saved.error());
        return false;
    }
    const QString before = QFileInfo(document.filePath()).fileName();
    show(page, saved->file);
    if (saved->isConflict) {
        page->pane().messages().showMessage(
            MessageBar::Level::Warning, tr("“%1” was changed by another program.").arg(before),
            tr("It is left as it is; what is in this tab was saved beside it as “%1”.")
                .arg(QFileInfo(saved->file.path).fileName()));
    }
    return !saved->isConflict;
}

FavouriteOffer FavouriteKeeper::offerOf(const std::optional<TimeRange> &range,
                                        const QString &connection) const
{
    FavouriteOffer offer;
    offer.range = range;
    for (const ExportProfile &profile :
         exportProfilesFromText(m_services.settings.get(settings::exportProfiles)))
        offer.exportProfiles.append(profile.name);
    if (range)
        offer.rangeText = TimeRangePicker::describe(*range, range->zone());
    if (connection.isEmpty())
        return offer;
    offer.connection = connection;
    if (const auto builtIn = builtInConnection(connection)) {
        offer.connectionName = builtIn->name;
    } else {
        const auto known = m_services.connections.find(connection);
        offer.connectionName = known ? known->name : connection;
    }
    return offer;
}

QList<FavouriteFolder> FavouriteKeeper::folders() const
{
    QList<FavouriteFolder> folders;
    for (const FavouriteListing &listing : m_store.listings()) {
        const bool isOwn = listing.kind == FavouriteListing::Kind::Own;
        if (listing.kind == FavouriteListing::Kind::Samples ||
            listing.state == FavouriteListing::State::Missing)
            continue;
        folders.append({listing.path, isOwn ? tr("My favourites") : QFileInfo(listing.path).fileName(), 0});
        QStringList inside = listing.folders;
        // A folder's path with its ending sorts right before those in it.
        std::sort(inside.begin(), inside.end(),
                  [](const QString &one, const QString &other) { return one + u'/' < other + u'/'; });
        for (const QString &folder : std::as_const(inside)) {
            const auto depth = folder.count(u'/') - listing.path.count(u'/');
            folders.append({folder, QFileInfo(folder).fileName(), static_cast<int>(depth)});
        }
    }
    return folders;
}

void FavouriteKeeper::saveNew(QueryPage *page, const QString &title, const QString &folder)
{
    const Query query = page->query();
    // Of a favourite, what is known of it goes on with its new one.
    const FavouriteFile *shown = favouriteOf(*page);
    Favourite initial = shown != nullptr ? shown->favourite : Favourite();
    if (shown == nullptr)
        initial.name = title;
    initial.text = query.text;
    initial.language = query.language;
    initial.parameters = parametersOf(*page);
    const QString suggested =
        !folder.isEmpty() && m_store.isChangeable(folder) ? folder : m_store.ownFolder();
    auto *dialog = new FavouriteDialog(initial, offerOf(query.range, page->connectionId()), folders(),
                                       suggested, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FavouriteDialog::saveRequested, this,
            [this, dialog, page = QPointer(page)](const Favourite &favourite, const QString &chosen) {
                const auto path = m_store.add(favourite, chosen);
                if (!path) {
                    dialog->showError(path.error());
                    return;
                }
                dialog->accept();
                // What was typed behind the dialog is still a change against the file.
                if (page != nullptr && page->query().text == favourite.text && m_store.isChangeable(*path))
                    show(page, readFavouriteFile(*path).file);
                emit saved(*path);
            });
    dialog->open();
}

const FavouriteFile *FavouriteKeeper::favouriteOf(const QueryPage &page) const
{
    if (!page.document().isFavourite() || !m_store.isChangeable(page.filePath()))
        return nullptr;
    const FavouriteFile *file = m_store.find(page.filePath());
    return file != nullptr && !file->fault ? file : nullptr;
}

void FavouriteKeeper::keepExportProfile(QueryPage &page, const QString &name)
{
    const FavouriteFile *file = favouriteOf(page);
    if (file == nullptr || file->favourite.exportProfile == name)
        return;
    const QString path = file->path;
    const Favourite base = file->favourite;
    Favourite mine = base;
    mine.exportProfile = name;
    if (const auto saved = m_store.update(path, base, mine); !saved)
        page.showError(saved.error());
    else if (saved->isConflict)
        noteConflict(QFileInfo(path).fileName(), saved->file.path);
}

void FavouriteKeeper::noteConflict(const QString &before, const QString &path)
{
    emit noted(tr("“%1” was changed by another program.").arg(before),
               tr("It is left as it is; your changes were saved beside it as “%1”.")
                   .arg(QFileInfo(path).fileName()));
}

void FavouriteKeeper::edit(const QString &path)
{
    const FavouriteFile *file = m_store.find(path);
    if (file == nullptr || file->fault || !m_store.isChangeable(path))
        return;
    const Favourite base = file->favourite;
    auto *dialog = new FavouriteDialog(base, offerOf(base.range, base.connection), folders(),
                                       QFileInfo(path).absolutePath(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Properties of “%1”").arg(base.name));
    connect(dialog, &FavouriteDialog::saveRequested, this,
            [this, dialog, place = path, base](const Favourite &mine, const QString &folder) mutable {
                finishEdit(dialog, place, base, mine, folder);
            });
    dialog->open();
}

void FavouriteKeeper::finishEdit(FavouriteDialog *dialog, QString &path, const Favourite &base,
                                 const Favourite &mine, const QString &folder)
{
    const QString before = QFileInfo(path).fileName();
    const auto saved = m_store.update(path, base, mine);
    if (!saved) {
        dialog->showError(saved.error());
        return;
    }
    // Where the second step fails, the next try begins with what the first one made.
    path = saved->file.path;
    if (!folder.isEmpty() && folder != QFileInfo(path).absolutePath()) {
        const auto moved = m_store.move(path, folder);
        if (!moved) {
            dialog->showError(moved.error());
            return;
        }
        path = *moved;
    }
    dialog->accept();
    if (saved->isConflict)
        noteConflict(before, path);
    emit this->saved(path);
}

} // namespace sonde
