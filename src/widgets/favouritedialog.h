#pragma once

#include "core/error.h"
#include "core/favourite.h"

#include <QDialog>
#include <QList>
#include <memory>

namespace Ui {
class FavouriteDialog;
}

namespace sonde {

/// A folder that a favourite may be put into.
struct FavouriteFolder
{
    QString path;
    QString name;
    int depth = 0; ///< 0 for the folders that hold all others
};

/// What a favourite may keep besides its text, where the user wants it to.
struct FavouriteOffer
{
    std::optional<TimeRange> range;
    QString rangeText;  ///< in words
    QString connection; ///< its id; empty: there is none to keep
    QString connectionName;
    QStringList exportProfiles; ///< their names
};

/// Asks how a favourite is to be called and what it keeps; for new ones and for changes. Opened with open().
///
/// The saving is the owner's, after saveRequested(): it calls accept(), or showError() if it failed, and then
/// nothing that was typed is lost.
class FavouriteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a initial fills the form. \a folder is one of \a folders.
    FavouriteDialog(const Favourite &initial, const FavouriteOffer &offer,
                    const QList<FavouriteFolder> &folders, const QString &folder, QWidget *parent = nullptr);
    ~FavouriteDialog() override;

    /// \a initial with what the form says now.
    Favourite favourite() const;
    QString folder() const;
    void showError(const Error &error);

signals:
    void saveRequested(const sonde::Favourite &favourite, const QString &folder);

private:
    void fillFolders(const QList<FavouriteFolder> &folders, const QString &folder);
    void fillProfiles();
    void check();
    void say(const QString &note);

    std::unique_ptr<Ui::FavouriteDialog> m_ui;
    Favourite m_initial;
    FavouriteOffer m_offer;
};

} // namespace sonde
