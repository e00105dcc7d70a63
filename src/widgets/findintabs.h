#pragma once

#include "core/patternsearch.h"

#include <QDockWidget>
#include <QPointer>

class QLabel;
class QLineEdit;
class QMainWindow;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sonde {

class Icons;
class QueryPage;
class QueryTabs;
class SearchOptions;

/// A panel below the tabs in which a text is looked for in the queries of all of them, and replaced. Lists
/// the places with their lines, tab by tab; Enter goes to one. Each tab is searched when the list is made: a
/// place whose text was changed since is looked up again by its line.
class FindInTabs final : public QDockWidget
{
    Q_OBJECT

public:
    /// Added to \a window, and hidden. \a tabs and \a icons outlive it.
    FindInTabs(QueryTabs &tabs, const Icons &icons, QMainWindow *window);

    /// Shows the panel with \a text to look for, unless it is empty or has several lines, and takes the
    /// keyboard.
    void openWith(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place
    {
        QPointer<QueryPage> page;
        TextMatch match;
        QString line; ///< as it was
    };

    void retranslate();
    QWidget *makeForm(const Icons &icons);
    void connectParts();
    void look();
    void list(QueryPage *page, const QString &text, const QList<TextMatch> &matches);
    void goTo(const QTreeWidgetItem *item);
    void replaceAll();
    void leave();
    void say(const QString &text);

    QueryTabs &m_tabs;
    QLineEdit *m_text;
    SearchOptions *m_options;
    QLineEdit *m_by;
    QPushButton *m_replaceAll;
    QLabel *m_answer;
    QTreeWidget *m_list;
    QList<Place> m_places; ///< of the entries, by number
};

} // namespace sonde
