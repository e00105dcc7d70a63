#pragma once

#include <QObject>

namespace sonde {

class FavouriteKeeper;
class QueryPage;
class ExportDialog;
struct AnswerNotes;
struct ExportRequest;
struct Selection;
class SettingsStore;

/// Asks how the rows of a page are to be written, starts the writing, and remembers the choices.
class ExportKeeper final : public QObject
{
    Q_OBJECT

public:
    /// \a settings keep the choices, \a favourites the profile of a favourite's page; both outlive the
    /// keeper. Dialogs open over \a window.
    ExportKeeper(SettingsStore &settings, FavouriteKeeper &favourites, QWidget *window);

    /// \a title is what the file name is made from. Does nothing where there are no rows, or where an export
    /// is under way already.
    void ask(QueryPage *page, const QString &title);

signals:
    void started();

private:
    void begin(QueryPage &page, const ExportDialog &dialog, const ExportRequest &request,
               const Selection &rows, const AnswerNotes &notes);

    SettingsStore &m_settings;
    FavouriteKeeper &m_favourites;
    QWidget *m_window;
};

} // namespace sonde
