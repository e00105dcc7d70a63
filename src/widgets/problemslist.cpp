#include "widgets/problemslist.h"

#include "core/result.h"
#include "kql/kqltree.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/problemmarks.h"
#include "widgets/queryeditor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace sonde {

namespace {

constexpr int shownRows = 5;

} // namespace

ProblemsList::ProblemsList(QueryEditor &editor, const EditorExamination &examination, ProblemMarks &marks,
                           const Icons &icons, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_examination(examination)
    , m_marks(marks)
    , m_icons(icons)
    , m_summary(new QLabel(this))
    , m_advice(new QToolButton(this))
    , m_list(new QListWidget(this))
{
    auto *close = new QToolButton(this);
    close->setIcon(icons.icon(QLatin1StringView("x")));
    close->setAutoRaise(true);
    m_advice->setAutoRaise(true);
    m_advice->setPopupMode(QToolButton::InstantPopup);
    m_advice->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_advice->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 8, 2);
    head->addWidget(m_summary, 1);
    head->addWidget(m_advice);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    // As they are read: the buttons stand above the list.
    setTabOrder(m_advice, close);
    setTabOrder(close, m_list);
    hide();
    keepTranslated(this, [this, close] {
        m_list->setAccessibleName(tr("Problems"));
        m_advice->setText(tr("Advice"));
        m_advice->setToolTip(tr("What Sonde advises on to make a query cheaper; untick what you do not want "
                                "to hear of."));
        close->setToolTip(tr("Close the list (Esc)"));
        close->setAccessibleName(tr("Close the list"));
        fill();
    });
    connect(close, &QToolButton::clicked, this, &ProblemsList::close);
    connect(&examination, &EditorExamination::problemsChanged, this, &ProblemsList::fill);
    connect(m_list, &QListWidget::itemActivated, this, &ProblemsList::goToCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &ProblemsList::goToCurrent);
}

QString ProblemsList::summaryOf(const QList<EditorProblem> &problems)
{
    const auto count = [&problems](KqlDiagnostic::Severity severity) {
        return static_cast<int>(
            std::count_if(problems.begin(), problems.end(),
                          [severity](const EditorProblem &problem) { return problem.severity == severity; }));
    };
    QStringList parts;
    if (const int errors = count(KqlDiagnostic::Severity::Error); errors > 0)
        parts.append(tr("%Ln errors", nullptr, errors));
    if (const int warnings = count(KqlDiagnostic::Severity::Warning); warnings > 0)
        parts.append(tr("%Ln warnings", nullptr, warnings));
    if (const int suggestions = count(KqlDiagnostic::Severity::Suggestion); suggestions > 0)
        parts.append(tr("%Ln suggestions", nullptr, suggestions));
    return parts.join(QLatin1String(", "));
}

QString ProblemsList::headline() const
{
    const QString summary = summaryOf(m_examination.problems());
    if (!summary.isEmpty())
        return summary;
    if (!m_examination.failure().isEmpty())
        return m_examination.failure();
    if (!m_examination.isWanted())
        return tr("Only KQL that can be edited is looked through.");
    return m_examination.isComplete() ? tr("No problems found") : tr("Looking through the queries…");
}

void ProblemsList::fill()
{
    if (!isVisible())
        return;
    const int current = m_list->currentRow();
    m_list->clear();
    const QString text = m_editor.text();
    qsizetype counted = 0;
    int number = 1;
    for (const EditorProblem &problem : m_examination.problems()) {
        // From the one before on: they come in the order of the text, by query.
        if (problem.start < counted) {
            counted = 0;
            number = 1;
        }
        number +=
            textPositionAt(text.mid(counted, problem.start - counted), problem.start - counted).line - 1;
        counted = problem.start;
        //: an entry of the list of problems; %1: a number; %2: what is wrong there
        const QString line = tr("Line %1: %2").arg(number).arg(problem.message);
        const QIcon icon = m_icons.icon(iconOf(problem.severity), roleOf(problem.severity));
        auto *item = new QListWidgetItem(icon, line, m_list);
        item->setToolTip(problem.code.isEmpty() ? problem.message
                                                : QString(problem.message + u" (" + problem.code + u')'));
    }
    m_list->setCurrentRow(std::clamp(current, 0, std::max(0, m_list->count() - 1)));
    m_summary->setText(headline());
    const int rows = std::clamp(m_list->count(), 1, shownRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 6));
}

void ProblemsList::setAdviceMenu(QMenu *menu)
{
    m_advice->setMenu(menu);
    m_advice->show();
}

void ProblemsList::toggle()
{
    if (isVisible() && m_list->hasFocus()) {
        close();
        return;
    }
    show();
    fill();
    m_list->setFocus();
}

void ProblemsList::close()
{
    hide();
    m_editor.setFocus();
}

void ProblemsList::goToCurrent()
{
    const qsizetype row = m_list->currentRow();
    if (row >= 0 && row < m_examination.problems().size())
        m_marks.goTo(m_examination.problems().at(row));
}

bool ProblemsList::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fill();
    return QFrame::event(event);
}

bool ProblemsList::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            close();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sonde
