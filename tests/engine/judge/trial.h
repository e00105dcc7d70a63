#pragma once

#include "engine/judge/court.h"
#include "engine/judge/querymaker.h"

class QTextStream;

namespace sonde::judge {

struct TrialSettings
{
    int expressions = 1000; ///< so many at least: most queries have several
    std::uint64_t seed = 1;
    int seconds = 0;         ///< it ends after so many, with fewer; 0: never
    bool show = false;       ///< print every query
    int mostDifferences = 8; ///< then it ends
};

struct TrialReport
{
    QStringList differences; ///< shrunk, with both answers
    int expressions = 0;     ///< about which both agree
    int queries = 0;
    int unknown = 0; ///< queries that the maker or the interpreter is too weak for
    QString summary;
};

/// Makes queries and has them judged. New tables every few hundred.
TrialReport holdTrial(KqlService &service, const TrialSettings &settings, QTextStream &out);
QString describe(const Verdict &verdict);

} // namespace sonde::judge
