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

/// What is worth saying of \a advice, as hints with the reason. Places are those of \a advice, in \a text.
QList<EditorProblem> problemsOf(const QList<KqlAdvice> &advice, const QString &text,
                                const AdviceWishes &wishes);

} // namespace sonde
