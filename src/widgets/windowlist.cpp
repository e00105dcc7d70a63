#include "widgets/windowlist.h"

#include "widgets/querypage.h"
#include "widgets/querytabs.h"

#include <QMainWindow>

namespace sonde {

void WindowList::add(QMainWindow &window, QueryTabs &tabs)
{
    m_entries.append({&window, &tabs});
    connect(&window, &QObject::destroyed, this, [this, gone = &window] {
        m_entries.removeIf([gone](const Entry &entry) { return entry.window == gone; });
    });
}

QList<WindowList::Entry> WindowList::shown() const
{
    QList<Entry> entries = m_entries;
    entries.removeIf([](const Entry &entry) { return !entry.window->isVisible(); });
    return entries;
}

QList<WindowList::Entry> WindowList::othersThan(const QueryTabs &tabs) const
{
    QList<Entry> entries = shown();
    entries.removeIf([&tabs](const Entry &entry) { return entry.tabs == &tabs; });
    return entries;
}

QString WindowList::nameOf(const Entry &entry)
{
    const QueryPage *front = entry.tabs->current();
    if (front == nullptr)
        return tr("Window without tabs");
    const QString title = entry.tabs->titleOf(front);
    const int more = static_cast<int>(entry.tabs->pages().size()) - 1;
    if (more == 0)
        return title;
    //: %1: the name of a window’s tab in front; %n: how many other tabs it has
    const QString several = tr("%1 and %n more", nullptr, more);
    return several.arg(title);
}

void WindowList::show(QueryTabs &tabs, QueryPage *page)
{
    tabs.setCurrent(page);
    QWidget *window = tabs.window();
    if (window->isMinimized())
        window->showNormal();
    window->raise();
    window->activateWindow();
}

void WindowList::move(QueryPage *page, QueryTabs &to, std::optional<int> index)
{
    QueryTabs *from = QueryTabs::holding(*page);
    if (from == nullptr || from == &to)
        return;
    to.adopt(page, *from, index.value_or(static_cast<int>(to.pages().size())));
    show(to, page);
}

bool WindowList::canMoveToNew(const QueryPage *page) const
{
    if (page == nullptr || !m_maker)
        return false;
    const QueryTabs *tabs = QueryTabs::holding(*page);
    return tabs != nullptr && tabs->pages().size() > 1;
}

void WindowList::moveToNew(QueryPage *page, const std::optional<QPoint> &place)
{
    if (!canMoveToNew(page))
        return;
    const auto *window = qobject_cast<const QMainWindow *>(page->window());
    if (window != nullptr)
        move(page, m_maker(*window, place));
}

} // namespace sonde
