#pragma once

#include "core/query.h"
#include "stores/favouritefile.h"
#include "widgets/favouritedialog.h"
#include "widgets/windowservices.h"

#include <QHash>
#include <QObject>

namespace sonde {

class FavouriteStore;
class QueryPage;

/// Brings favourites into pages and pages into favourites, with the dialog that asks how.
///
/// A page that shows a favourite holds its query alone; the properties stay in the file. The keeper knows how
/// each favourite was when it was opened, so that saving it again can tell what others changed since.
class FavouriteKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a window.
    FavouriteKeeper(const WindowServices &services, QWidget *window);

    /// What a tab is to begin with; \a range where the favourite keeps none.
    static Query queryOf(const Favourite &favourite, const TimeRange &range);
    /// The id of the connection it keeps; empty where it keeps none, or one that is not there.
    QString connectionOf(const Favourite &favourite) const;
    /// Every page of the window, before anybody works with it: what belongs to a favourite is read and saved
    /// as one. Failures and conflicts are said on the page.
    void attach(QueryPage *page);
    /// The page goes to another window, whose keeper attaches it.
    void detach(const QueryPage *page);
    /// \a page shows that favourite from now on, unless it is one of the samples: saving writes the page's
    /// query, and its range and connection where the favourite keeps those, into the favourite. That stays so
    /// whatever the text begins with, after a restart, and when its folder is no longer shown.
    void adopt(QueryPage *page, const FavouriteFile &file);

    /// Asks for a name and saves the page's query as a new favourite. \a title is the name it suggests,
    /// \a folder where it suggests to put it; empty: the user's own.
    void saveNew(QueryPage *page, const QString &title, const QString &folder = {});
    /// The favourite that the page shows and that can be changed; null where there is none. Valid until the
    /// store changes.
    const FavouriteFile *favouriteOf(const QueryPage &page) const;
    /// The page's favourite keeps the export profile of that name from now on, or none; failures are said on
    /// the page.
    void keepExportProfile(QueryPage &page, const QString &name);
    /// Opens the dialog with a favourite's properties.
    void edit(const QString &path);

signals:
    /// A new favourite lies there.
    void saved(const QString &path);
    /// Of edit() and keepExportProfile(): what was said in no dialog and on no page.
    void noted(const QString &message, const QString &advice);

private:
    void takeBase(QueryPage *page);
    void show(QueryPage *page, const FavouriteFile &file);
    bool save(QueryPage *page);
    FavouriteOffer offerOf(const std::optional<TimeRange> &range, const QString &connection) const;
    QList<FavouriteFolder> folders() const;
    void finishEdit(FavouriteDialog *dialog, QString &path, const Favourite &base, const Favourite &mine,
                    const QString &folder);
    void noteConflict(const QString &before, const QString &path);
    void follow(const QString &from, const QString &to);
    void passOverProperties();

    WindowServices m_services;
    FavouriteStore &m_store;
    QWidget *m_window;
    QHash<const QueryPage *, Favourite> m_bases; ///< not of a favourite that changed while its tab was away
};

} // namespace sonde
