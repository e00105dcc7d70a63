#include "widgets/queryadvice.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryAdvice)
};

using Rule = KqlAdvice::Rule;

/// From here on the service calls a query excessive, and counts it as costly (documentation of Log
/// Analytics).
constexpr int mostDays = 15;

/// How far back a table is read: as far as both the time range and the query's own conditions let it.
double daysOf(const KqlAdvice &advice, const AdviceWishes &wishes)
{
    return advice.days ? std::min<double>(*advice.days, wishes.rangeDays) : wishes.rangeDays;
}

/// One sentence on what it is, one on why it matters.
QString messageOf(const KqlAdvice &advice, const QString &marked, const AdviceWishes &wishes)
{
    switch (advice.rule) {
    case Rule::Unfiltered:
        //: %1: the name of a table
        return Words::tr(
                   "“%1” has no condition on TimeGenerated, where another table of the query has one. It "
                   "is read over the whole time range.")
            .arg(marked);
    case Rule::Span: {
        const QString days = QLocale().toString(std::ceil(daysOf(advice, wishes)), 'f', 0);
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
    }
    return {};
}

} // namespace

QList<KqlAdvice::Rule> adviceRules()
{
    return {Rule::Unfiltered, Rule::Span, Rule::Search, Rule::Contains, Rule::Workspaces};
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
    }
    return {};
}

QList<EditorProblem> problemsOf(const QList<KqlAdvice> &advice, const QString &text,
                                const AdviceWishes &wishes)
{
    QList<EditorProblem> problems;
    bool isSpanSaid = false;
    for (const KqlAdvice &item : advice) {
        const QString code = adviceCode(item.rule);
        if (wishes.off.contains(code))
            continue;
        if (item.rule == Rule::Span) {
            // Once: it is the query that is long, not each of its tables.
            if (isSpanSaid || daysOf(item, wishes) <= mostDays)
                continue;
            isSpanSaid = true;
        }
        const QString marked = text.mid(item.start, item.length);
        problems.append({KqlDiagnostic::Severity::Suggestion, code, messageOf(item, marked, wishes),
                         item.start, item.length});
    }
    return problems;
}

} // namespace sonde
