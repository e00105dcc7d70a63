#pragma once

#include "core/queryblocks.h"
#include "core/timerange.h"
#include "kql/kqlanswers.h"
#include "kql/kqlquestion.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace sonde {

class EditorLanguage;

/// What the language service finds wrong in a text.
struct EditorProblem
{
    KqlDiagnostic::Severity severity = KqlDiagnostic::Severity::Error;
    QString code;
    QString message;
    qsizetype start = 0; ///< in the text, UTF-16 units
    qsizetype length = 0;
    bool operator==(const EditorProblem &) const = default;
};

/// What is said of the ways to ask for less, and what is not.
struct AdviceWishes
{
    QSet<QString> off; ///< the codes of rules that nobody wants to hear of, see adviceCode()
    TimeRange range;   ///< that the query runs within
    bool operator==(const AdviceWishes &) const = default;
};

/// Has the language service examine the queries of a text that is seen, each after a pause in typing, and
/// those that have not changed never again.
class EditorExamination final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a language's editor.
    explicit EditorExamination(EditorLanguage &language);
    ~EditorExamination() override;

    /// In the order of the text; of the queries that were examined as they stand. Empty while nothing is
    /// known.
    const QList<EditorProblem> &problems() const { return m_problems; }
    /// Whether every query of the text was examined as it stands.
    bool isComplete() const { return m_isComplete; }
    /// What is known of a query with that text, until the next event; null where it was not examined yet.
    const KqlExamination *examinationOf(const QString &text) const;
    /// Whether there is anything to examine, and a service to do it.
    bool isWanted() const;
    /// Why the service cannot be used at all; empty otherwise.
    const QString &failure() const { return m_failure; }
    /// From now on; problems() follow at once.
    void setAdvice(const AdviceWishes &wishes);

signals:
    void problemsChanged();
    /// Another query was.
    void examined();
    /// The colours of another query are known.
    void classified(const QString &text, const QList<sonde::KqlClassification> &classifications);
    /// failure() is known. Once.
    void failed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void start();
    bool askNext(); ///< whether there was anything to ask
    void take(const QString &text, const Result<KqlExamination> &answer);
    QList<EditorProblem> problemsOfQuery(const QString &text, const KqlExamination &examination) const;
    static EditorProblem tooLong(const QueryBlock &block);
    void collect();
    void forgetOthers();

    EditorLanguage &m_language;
    const KqlQuestion::Slot m_slot;
    QTimer m_pause{this};
    QTimer m_collecting{this};
    AdviceWishes m_wishes;
    QHash<QString, KqlExamination> m_known; ///< by the query's text
    QList<EditorProblem> m_problems;
    bool m_isComplete = false;
    QString m_failure;
};

} // namespace sonde
