#pragma once

#include "widgets/editorexamination.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QMenu;
class QToolButton;

namespace sonde {

class Icons;
class ProblemMarks;
class QueryEditor;

/// What is wrong with the queries of an editor, as a list below it. Opens when it is asked for and stays
/// until it is closed, so that nothing jumps while somebody types.
class ProblemsList final : public QFrame
{
    Q_OBJECT

public:
    /// What is referred to outlives the list.
    ProblemsList(QueryEditor &editor, const EditorExamination &examination, ProblemMarks &marks,
                 const Icons &icons, QWidget *parent = nullptr);

    /// Shows the list with the keyboard in it; or hides it, if it has the keyboard.
    void toggle();

    /// What advice there is, as a button beside the summary; owned by who brings it.
    void setAdviceMenu(QMenu *menu);

    /// "2 errors, 1 warning" in a few words; empty where there is nothing.
    static QString summaryOf(const QList<EditorProblem> &problems);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString headline() const;
    void fill();
    void close();
    void goToCurrent();

    QueryEditor &m_editor;
    const EditorExamination &m_examination;
    ProblemMarks &m_marks;
    const Icons &m_icons;
    QLabel *m_summary;
    QToolButton *m_advice;
    QListWidget *m_list;
};

} // namespace sonde
