#pragma once

#include "kql/kqlanswers.h"
#include "widgets/editorexamination.h"

namespace sonde {

/// Every rule, in the order in which they are offered.
QList<KqlAdvice::Rule> adviceRules();
/// Such as SONDE1: what a rule is called in settings and in the list of problems.
QString adviceCode(KqlAdvice::Rule rule);
/// What it looks for, in a few words.
QString adviceTitle(KqlAdvice::Rule rule);

/// What is worth saying of a query with that \a text, as hints with the reason. \a nowUtc is that of the time
/// range.
QList<EditorProblem> problemsOf(const KqlExamination &examination, const QString &text,
                                const AdviceWishes &wishes, const QDateTime &nowUtc);

} // namespace sonde
