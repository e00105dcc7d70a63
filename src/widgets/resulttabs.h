#pragma once

#include "widgets/shownanswer.h"

#include <QList>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QMenu;
class QStackedWidget;

namespace sonde {

class EmptyState;
class Icons;
class QueryTabBar;
class TablePane;
class UndoBar;

/// The tables of a page, one tab each: those of the last answer, and behind them those of the earlier answers
/// that were pinned or are of several queries run in a row, the latest first. Owns these answers.
class ResultTabs final : public QWidget
{
    Q_OBJECT

public:
    /// Makes the pane of a table, as a child of \a parent.
    using MakePane = std::function<TablePane *(QWidget *parent)>;

    /// \a icons outlives the tabs.
    ResultTabs(const Icons &icons, MakePane makePane, QWidget *parent = nullptr);
    ~ResultTabs() override;

    EmptyState &emptyState() { return *m_empty; }
    /// In place of the tables of the last answer.
    void setEmptyShown(bool isShown);

    /// The last one: another object after setResult(). The one before it lives on only if it was pinned.
    ShownAnswer &answer() { return *m_answer; }
    const ShownAnswer &answer() const { return *m_answer; }
    /// Shows that result as the last answer. Tables with the columns of those before them are sorted and
    /// filtered as those were.
    void setResult(std::unique_ptr<ResultSet> result);
    /// The last answer's first table comes to the front.
    void showAnswer();

    /// The answer whose table is in front.
    const ShownAnswer &front() const;
    /// Which of its tables that is.
    int frontTable() const;
    /// Keeps it when the next one comes, or no longer; an earlier one is closed then.
    void setFrontPinned(bool isPinned);
    /// The last answer is one of several and called \a name: it gets a tab of its own when the next one
    /// comes, and keeps it until closeSeveral(). Not one without tables.
    void keepAnswer(const QString &name);
    /// Closes the tabs of those, but what was pinned by hand.
    void closeSeveral();
    /// The earlier answers that are still there, the latest first.
    std::vector<const ShownAnswer *> pinned() const;
    /// Of an earlier one; can be taken back until the next answer comes.
    void close(const ShownAnswer &answer);

    /// The table in front; null before there was any. It may be without rows and columns.
    TablePane *currentPane() const;
    /// Also those whose closing can be taken back.
    QList<TablePane *> panes() const;
    /// In the order of the answer's tables.
    QList<TablePane *> panesOf(const ShownAnswer &answer) const;
    void bringToFront(const TablePane &pane);
    /// Of the tabs alone, without what they show; 0 while they are hidden.
    int barHeight() const;

signals:
    /// Another table is in front, or it is of another answer.
    void currentChanged();
    /// An answer was pinned, or is no longer; or it is called otherwise.
    void pinsChanged();
    /// That earlier answer is about to go, with its tables.
    void aboutToClose(const sonde::ShownAnswer &answer);
    /// Another last answer is about to come.
    void aboutToChange();
    /// The last answer has one more table.
    void tableShown();
    /// The context menu of the tab in front opens; what is added to it stands first.
    void menuOpening(QMenu *menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Tab
    {
        TablePane *pane = nullptr;
        ShownAnswer *answer = nullptr;
        int table = 0;
        QWidget *close = nullptr;     ///< the bar's own button
        std::optional<QPoint> scroll; ///< where the rows are to be when they are first seen
    };

    void connectParts();
    void retranslate();
    void prepare();
    void showTable(int table);
    void keep();
    void dropTables();
    void insertTab(int index, Tab tab);
    Tab takeTab(int index);
    void showClosable(int index);
    void showFront();
    void showTexts(int index);
    void rename(int index);
    void openMenu(const QPoint &place);
    void restore();
    void forgetClosed();
    int tabCount() const { return static_cast<int>(m_tabs.size()); }
    int indexOf(const ShownAnswer &answer, int table) const;

    MakePane m_makePane;
    const Icons &m_icons;
    QueryTabBar *m_bar;
    UndoBar *m_undo;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    std::vector<Tab> m_tabs; ///< as they are in the bar
    std::unique_ptr<ShownAnswer> m_answer;
    std::vector<std::unique_ptr<ShownAnswer>> m_pinned; ///< that stay, the latest first
    struct Closed
    {
        std::unique_ptr<ShownAnswer> answer;
        std::vector<Tab> tabs;
        int place = 0; ///< among the pinned ones
    };
    std::optional<Closed> m_closed; ///< while that can be taken back
    bool m_isEmptyShown = true;
};

} // namespace sonde
