#include "core/timezone.h"
#include "fuzz/kqlbench.h"
#include "kql/classictranslator.h"

#include <cstdio>

using namespace sonde;
using namespace sonde::fuzz;

namespace {

QDateTime fixedNow()
{
    return QDateTime(QDate(2026, 11, 22), QTime(12, 34, 56, 789), utcZone);
}

void requireAccepted(const QString &kql, const QString &search, bool knowsTables)
{
    const auto outcome = KqlBench::get().run(kql);
    if (outcome || outcome.error().kind == ErrorKind::Cancelled)
        return;
    const Error &error = outcome.error();
    // Where the tables are not known, a name may be that of nothing, or of a column of another type.
    const bool isTolerable = knowsTables
                                 ? error.serviceCode.startsWith(u"E_") || error.serviceCode == u"SEM0001"
                                 : error.serviceCode != u"SYN0002";
    if (!isTolerable)
        std::fprintf(stderr, "%s\n%s\n%s: %s\n%s\n", qUtf8Printable(search), qUtf8Printable(kql),
                     qUtf8Printable(error.serviceCode), qUtf8Printable(error.message),
                     qUtf8Printable(error.detail));
    require(isTolerable, "what a search becomes is a query");
}

void check(const ClassicTranslator &translator, const QString &search, bool knowsTables)
{
    const auto translation = translator.translate(search, fixedNow());
    if (!translation) {
        require(translation.error().kind == ErrorKind::Query, "a refusal is the search's own");
        require(!translation.error().message.isEmpty(), "a refusal has words");
        require(translation.error().position.has_value(), "a refusal has its place");
        requireInside(*translation.error().position, search);
        return;
    }
    requireAccepted(translation->kql, search, knowsTables);
    if (knowsTables)
        requireAccepted(translation->countKql, search, knowsTables);
}

} // namespace

/// A classic search: refused at a place inside it, or a query that runs.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto search = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static const ClassicTranslator withTables(KqlBench::get().schema()->tables);
    static const ClassicTranslator withoutTables;
    check(withTables, search, true);
    check(withoutTables, search, false);
    return 0;
}
