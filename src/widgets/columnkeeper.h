#pragma once

#include "results/columncontents.h"
#include "results/columnformat.h"
#include "stores/columnlayout.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>
#include <set>
#include <vector>

namespace sonde {

class ColumnLayoutStore;
class ResultsView;

/// How the columns of one table stand: their order, widths, titles, which are hidden and which stay in sight
/// at the left. Remembers it for every table with these columns. GUI thread.
class ColumnKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the keeper.
    ColumnKeeper(ResultsView &view, ColumnLayoutStore &store, QObject *parent = nullptr);
    ~ColumnKeeper() override;

    /// By hand; a column can be out of sight for another reason, see isShown().
    void setHidden(int column, bool isHidden);
    bool isShown(int column) const;
    /// Whether hiding it would leave nothing to look at.
    bool isLastShown(int column) const;
    /// In the order they stand on the screen.
    std::vector<int> shownColumns() const;
    void showAll();

    bool hidesEmpty() const { return m_hidesEmpty; }
    void setHidesEmpty(bool isHidden);
    bool hidesSame() const { return m_hidesSame; }
    void setHidesSame(bool isHidden);
    /// Columns that are hidden because they hold one value, with that value; and how many because they are
    /// empty.
    struct Facts
    {
        std::vector<std::pair<int, std::string>> same;
        int empty = 0;
        bool operator==(const Facts &) const = default;
    };
    const Facts &facts() const { return m_facts; }

    /// Empty: the column's name.
    void setTitle(int column, const QString &title);
    /// How its cells are written from now on; the width follows unless it was drawn by hand.
    void setFormat(int column, const ColumnFormat &format);
    /// Whether its texts are sorted in the alphabetical order of the program's language, or by code point.
    void setAlphabetical(int column, bool isAlphabetical);
    /// Past its neighbour among those that are shown, to the right with a positive number of steps.
    void move(int column, int steps);
    void fitWidth(int column);
    void fitAllWidths();
    /// So many columns at the left stay in sight.
    int frozen() const { return m_frozen; }
    void setFrozen(int count);
    /// As the service sends them.
    void reset();

signals:
    /// Something of it, or the columns are others.
    void changed();

private:
    void applyLayout();
    void applyWidths();
    void applyHidden();
    void applyFormat(int column, const ColumnFormat &format);
    void leaveHidden(int column);
    void save();
    ColumnLayout layout() const;
    void countLater();
    void count();
    void takeContents();
    QString nameOf(int column) const;

    ResultsView &m_view;
    ColumnLayoutStore &m_store;
    QStringList m_names; ///< of the columns that the rest is about
    bool m_isApplying = false;
    std::set<int> m_hidden; ///< by hand
    std::set<int> m_sized;  ///< by hand
    int m_frozen = 0;
    bool m_hidesEmpty = false;
    bool m_hidesSame = false;
    std::vector<ColumnContents> m_contents; ///< empty while they are not known
    std::set<int> m_wanted;                 ///< shown though a rule would hide them
    Facts m_facts;
    QTimer m_countTimer;
    CancelStatePtr m_cancel;
    QFutureWatcher<std::optional<std::vector<ColumnContents>>> m_watcher;
};

} // namespace sonde
