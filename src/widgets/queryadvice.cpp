#include "widgets/queryadvice.h"

#include "kql/timeadvice.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryAdvice)
};

using Rule = KqlAdvice::Rule;

/// One sentence on what it is, one on why it matters.
QString messageOf(const KqlAdvice &advice, const QString &marked)
{
    switch (advice.rule) {
    case Rule::Unfiltered:
        //: %1: the name of a table
        return Words::tr(
                   "“%1” has no condition on TimeGenerated, where another table of the query has one. It "
                   "is read over the whole time range.")
            .arg(marked);
    case Rule::Span: {
        const QString days = QLocale().toString(std::ceil(advice.days.value_or(0)), 'f', 0);
        //: %1: the name of a table; %2: how many days
        return Words::tr(
                   "“%1” is read over %2 days. Beyond 15 the service counts a query as excessive, and beyond "
                   "90 it may slow it down.")
            .arg(marked, days);
    }
    case Rule::Search:
        return Words::tr("This search reads every table of the workspace. Name those it is about: search in "
                         "(Event, Syslog) …");
    case Rule::Contains:
        //: %1: an operator, such as contains or !contains
        return Words::tr(
                   "“%1” reads every value. Where whole words are meant, “has” finds them through the index.")
            .arg(marked);
    case Rule::Workspaces:
        return Words::tr(
            "The query asks more than 5 workspaces. From here on the service counts it as excessive: "
            "it takes much longer, and may be slowed down.");
    case Rule::Untimed:
        //: %1: the name of a table
        return Words::tr("“%1” has no TimeGenerated: no time range applies to it, and all of it is read.")
            .arg(marked);
    }
    return {};
}

} // namespace

QList<KqlAdvice::Rule> adviceRules()
{
    return {Rule::Unfiltered, Rule::Span, Rule::Search, Rule::Contains, Rule::Workspaces, Rule::Untimed};
}

QString adviceCode(KqlAdvice::Rule rule)
{
    // They stand in settings: a rule keeps its code, and a new one gets the next.
    switch (rule) {
    case Rule::Unfiltered:
        return QStringLiteral("SONDE1");
    case Rule::Span:
        return QStringLiteral("SONDE2");
    case Rule::Search:
        return QStringLiteral("SONDE3");
    case Rule::Contains:
        return QStringLiteral("SONDE4");
    case Rule::Workspaces:
        return QStringLiteral("SONDE5");
    case Rule::Untimed:
        return QStringLiteral("SONDE6");
    }
    return {};
}

QString adviceTitle(KqlAdvice::Rule rule)
{
    switch (rule) {
    case Rule::Unfiltered:
        return Words::tr("A table without a condition on the time");
    case Rule::Span:
        return Words::tr("More than 15 days");
    case Rule::Search:
        return Words::tr("A search through all tables");
    case Rule::Contains:
        return Words::tr("“contains” where “has” would do");
    case Rule::Workspaces:
        return Words::tr("More than 5 workspaces");
    case Rule::Untimed:
        return Words::tr("All of a table without TimeGenerated");
    }
    return {};
}

QList<EditorProblem> problemsOf(const KqlExamination &examination, const QString &text,
                                const AdviceWishes &wishes, const QDateTime &nowUtc)
{
    QList<EditorProblem> problems;
    const QList<KqlAdvice> all =
        timeAdvice(timesOf(examination.reads, wishes.range, nowUtc)) + examination.advice;
    for (const KqlAdvice &advice : all) {
        const QString code = adviceCode(advice.rule);
        if (wishes.off.contains(code))
            continue;
        problems.append({KqlDiagnostic::Severity::Suggestion, code,
                         messageOf(advice, text.mid(advice.start, advice.length)), advice.start,
                         advice.length});
    }
    return problems;
}

} // namespace sonde
