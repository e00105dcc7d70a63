#include "widgets/editorexamination.h"

#include "models/background.h"
#include "widgets/editorblocks.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/keeptranslated.h"
#include "widgets/queryadvice.h"
#include "widgets/queryeditor.h"

#include <QEvent>
#include <algorithm>

namespace sonde {

namespace {

/// From the last key to the question.
constexpr int pauseMs = 300;
/// What is kept of queries that may come back, by undo or by going on typing.
constexpr qsizetype mostKnown = 300;
/// A thousand errors are as many as a person looks at, and marks take time.
constexpr qsizetype mostProblems = 1000;

} // namespace

EditorExamination::EditorExamination(EditorLanguage &language)
    : QObject(&language.editor())
    , m_language(language)
    , m_slot(KqlService::makeSlot())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &EditorExamination::start);
    m_collecting.setSingleShot(true);
    m_collecting.setInterval(pauseMs);
    connect(&m_collecting, &QTimer::timeout, this, &EditorExamination::collect);
    // The marks move with the text by themselves until the answer is there.
    connect(&language.editor(), &QsciScintilla::textChanged, this, [this] {
        m_isComplete = false;
        m_pause.start();
    });
    language.editor().installEventFilter(this);
    // What is ours of the sentences follows the program's language; the service's are English.
    keepTranslated(&language.editor(), [this] {
        if (!m_problems.isEmpty())
            collect();
    });
    connect(&language, &EditorLanguage::changed, this, [this] {
        m_known.clear();
        m_failure.clear();
        if (!m_language.isActive())
            collect();
        m_pause.start();
    });
}

bool EditorExamination::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_pause.start();
    return QObject::eventFilter(watched, event);
}

EditorExamination::~EditorExamination()
{
    m_language.drop(m_slot);
}

bool EditorExamination::isWanted() const
{
    return m_language.isActive() && m_language.service() != nullptr;
}

const KqlExamination *EditorExamination::examinationOf(const QString &text) const
{
    const auto known = m_known.constFind(text);
    return known == m_known.cend() ? nullptr : &*known;
}

void EditorExamination::start()
{
    forgetOthers();
    if (!askNext())
        collect();
}

void EditorExamination::forgetOthers()
{
    const QList<QueryBlock> &blocks = m_language.editor().blocks().blocks();
    if (m_known.size() <= mostKnown + blocks.size())
        return;
    const QString text = m_language.editor().text();
    QHash<QString, KqlExamination> kept;
    for (const QueryBlock &block : blocks) {
        const auto known = m_known.constFind(text.mid(block.start, block.length));
        if (known != m_known.cend())
            kept.insert(known.key(), *known);
    }
    m_known.swap(kept);
}

bool EditorExamination::askNext()
{
    // Tabs that nobody sees wait: there may be many.
    if (!m_language.editor().isVisible())
        return true;
    if (!isWanted() || !m_failure.isEmpty())
        return false;
    const QString text = m_language.editor().text();
    const qsizetype caret = caretUnits(m_language.editor());
    // The query at the caret first, then those nearest to it.
    std::optional<QString> next;
    qsizetype nearest = 0;
    for (const QueryBlock &block : m_language.editor().blocks().blocks()) {
        const qsizetype distance = std::max({block.start - caret, caret - block.end(), qsizetype(0)});
        if (!block.hasCode || block.length > EditorLanguage::longestAsked || (next && distance >= nearest))
            continue;
        const QString query = text.mid(block.start, block.length);
        if (!m_known.contains(query)) {
            next = query;
            nearest = distance;
        }
    }
    if (!next)
        return false;
    whenDone(
        this,
        m_language.service()->examine(*next, m_language.schema(), {KqlQuestion::Urgency::Background, m_slot}),
        [this, query = *next, schema = m_language.schema()](const Result<KqlExamination> &answer) {
            if (schema == m_language.schema())
                take(query, answer);
        });
    return true;
}

void EditorExamination::take(const QString &text, const Result<KqlExamination> &answer)
{
    KqlExamination found;
    if (answer) {
        found = *answer;
    } else if (answer.error().kind == ErrorKind::Usage) {
        m_failure = answer.error().message;
        emit failed();
        return;
    } else {
        // Too long, too deep, too slow: said once, for all of the query.
        KqlDiagnostic refusal;
        refusal.severity = KqlDiagnostic::Severity::Warning;
        refusal.message = answer.error().message;
        refusal.length = static_cast<int>(
            std::min(text.size(), text.indexOf(u'\n') < 0 ? text.size() : text.indexOf(u'\n')));
        found.diagnostics.append(refusal);
    }
    m_known.insert(text, found);
    emit examined();
    if (!found.classifications.isEmpty())
        emit classified(text, found.classifications);
    // Of a script with many queries not after each answer: all of the text is gone through.
    if (!askNext())
        collect();
    else if (!m_collecting.isActive())
        m_collecting.start();
}

/// What is wrong and what could be better, in the order of the text.
QList<EditorProblem> EditorExamination::problemsOfQuery(const QString &text,
                                                        const KqlExamination &examination) const
{
    QList<EditorProblem> problems;
    for (const KqlDiagnostic &diagnostic : examination.diagnostics) {
        problems.append(
            {diagnostic.severity, diagnostic.code, diagnostic.message, diagnostic.start, diagnostic.length});
    }
    const QList<EditorProblem> advice =
        problemsOf(examination, text, m_wishes, QDateTime::currentDateTimeUtc());
    if (advice.isEmpty())
        return problems;
    problems += advice;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const EditorProblem &a, const EditorProblem &b) { return a.start < b.start; });
    return problems;
}

void EditorExamination::setAdvice(const AdviceWishes &wishes)
{
    if (wishes == m_wishes)
        return;
    m_wishes = wishes;
    // What is being typed is collected when it was examined.
    if (!m_pause.isActive())
        collect();
}

/// Said at the beginning of such a query, where it is seen.
EditorProblem EditorExamination::tooLong(const QueryBlock &block)
{
    //: %L1: a number of characters
    const QString message = tr("A query of more than %L1 characters is not looked through.");
    return {KqlDiagnostic::Severity::Suggestion, QString(), message.arg(EditorLanguage::longestAsked),
            block.start, 1};
}

void EditorExamination::collect()
{
    QList<EditorProblem> problems;
    bool isComplete = isWanted();
    if (isComplete) {
        const QString text = m_language.editor().text();
        for (const QueryBlock &block : m_language.editor().blocks().blocks()) {
            if (!block.hasCode)
                continue;
            if (block.length > EditorLanguage::longestAsked) {
                problems.append(tooLong(block));
                continue;
            }
            const auto known = m_known.constFind(text.mid(block.start, block.length));
            if (known == m_known.cend()) {
                isComplete = false;
                continue;
            }
            for (const EditorProblem &problem : problemsOfQuery(known.key(), *known)) {
                if (problems.size() < mostProblems) {
                    problems.append(problem);
                    problems.last().start += block.start;
                }
            }
        }
    }
    if (problems == m_problems && isComplete == m_isComplete)
        return;
    m_problems = problems;
    m_isComplete = isComplete;
    emit problemsChanged();
}

} // namespace sonde
