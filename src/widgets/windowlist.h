#pragma once

#include <QList>
#include <QObject>
#include <QPoint>
#include <functional>
#include <optional>

class QMainWindow;

namespace sonde {

class QueryPage;
class QueryTabs;

/// The windows of the program, for what concerns more than one: moving tabs, and going to one wherever it is.
class WindowList final : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QMainWindow *window;
        QueryTabs *tabs;
    };
    /// A new window, shown, as large as \a beside and near it, or with its tabs at that place of the screen.
    using Maker = std::function<QueryTabs &(const QMainWindow &beside, const std::optional<QPoint> &place)>;

    using QObject::QObject;

    /// Without one there are no further windows.
    void setMaker(Maker maker) { m_maker = std::move(maker); }
    bool hasMaker() const { return static_cast<bool>(m_maker); }
    /// Until the window goes.
    void add(QMainWindow &window, QueryTabs &tabs);

    /// Those that can be seen, or are minimized, the oldest first.
    QList<Entry> shown() const;
    /// Of these, those that are not around \a tabs.
    QList<Entry> othersThan(const QueryTabs &tabs) const;
    /// How the window is called in a list: as its tab in front, and how many more it has.
    static QString nameOf(const Entry &entry);

    /// Brings the window to the front, with that tab.
    static void show(QueryTabs &tabs, QueryPage *page);
    /// Into the other window, which comes to the front; \a index as of QueryTabs::adopt(), or behind all.
    static void move(QueryPage *page, QueryTabs &to, std::optional<int> index = {});
    /// Whether that makes a difference: another window can be made, and the page is not alone in its own.
    bool canMoveToNew(const QueryPage *page) const;
    /// Nothing where canMoveToNew() is false. \a place: on the screen, where its tabs are to be.
    void moveToNew(QueryPage *page, const std::optional<QPoint> &place = {});

private:
    Maker m_maker;
    QList<Entry> m_entries;
};

} // namespace sonde
