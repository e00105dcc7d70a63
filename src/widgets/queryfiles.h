#pragma once

#include <QObject>

class QWidget;

namespace sonde {

class QueryPage;

/// Opens and saves the queries of pages, with the dialogs that ask for a name.
class QueryFiles final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over \a window.
    explicit QueryFiles(QWidget *window);

    /// Asks for a file; fileChosen() follows unless the user thinks better of it.
    void askForFile();
    /// To the page's file; asks for one where it has none.
    void save(QueryPage *page, const QString &title);
    /// Asks for the file in any case. \a title is the name it suggests.
    void saveAs(QueryPage *page, const QString &title);

signals:
    void fileChosen(const QString &path);
    /// A page was saved there, and not as a favourite; for the list of recent files.
    void fileSaved(const QString &path);

private:
    void saveTo(QueryPage *page, const QString &path);

    QWidget *m_window;
};

} // namespace sonde
