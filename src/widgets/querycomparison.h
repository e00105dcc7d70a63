#pragma once

#include "widgets/comparedquery.h"
#include "widgets/comparedtext.h"
#include "widgets/icons.h"

#include "core/cancelstate.h"

#include <QDialog>

class QAction;
class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace sonde {

class ComparedText;
class Theme;

/// Two queries side by side, in a window of its own: what differs in their texts, line by line, and in what
/// else they depend on. The lines are compared on a worker thread.
class QueryComparison final : public QDialog
{
    Q_OBJECT

public:
    /// \a theme and \a icons outlive the window.
    QueryComparison(const ComparedQuery &left, const ComparedQuery &right, const Theme &theme,
                    const Icons &icons, QWidget *parent = nullptr);
    ~QueryComparison() override;

    /// Stretches of lines that differ; 0 also before they were compared.
    int differences() const { return static_cast<int>(m_differences.size()); }
    /// The one that the keyboard is at, from 0; -1: none.
    int current() const { return m_current; }

signals:
    /// The lines stand beside each other.
    void compared();

private:
    ComparedText *addText(ComparedText::Side side, const ComparedQuery &query);
    void addFacts(QGridLayout &layout);
    void addFact(QGridLayout &layout, int row, int column, const ComparedQuery::Fact &fact, bool isMarked);
    void addButtons(QBoxLayout &layout);
    void scrollTogether();
    void compare();
    void take(const QList<LinePair> &pairs);
    void go(int step);
    void say();

    const Icons &m_icons;
    const Theme &m_theme;
    ComparedQuery m_left;
    ComparedQuery m_right;
    QStringList m_leftLines;
    QStringList m_rightLines;
    ComparedText *m_leftText;
    ComparedText *m_rightText;
    QLabel *m_count;
    QPushButton *m_previous;
    QPushButton *m_next;
    CancelStatePtr m_cancel;
    bool m_isCompared = false;
    bool m_isFollowing = false; ///< a side scrolls because the other one did
    QList<int> m_differences;   ///< the first row of each
    int m_current = -1;
};

} // namespace sonde
