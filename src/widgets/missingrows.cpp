#include "widgets/missingrows.h"

#include "results/resultset.h"
#include "widgets/messagebar.h"
#include "widgets/querypage.h"

namespace sonde {

void sayWhatIsMissing(MessageBar &messages, const ResultInfo &info)
{
    if (info.completeness == Completeness::Partial) {
        const Remedy remedy = info.partialError ? info.partialError->remedy : Remedy::None;
        messages.showMessage(MessageBar::Level::Warning, QueryPage::tr("Not all rows have come."),
                             info.reasons.join(u' '),
                             info.partialError ? MessageBar::detailsOf(*info.partialError) : QString(),
                             remedy == Remedy::None ? QList<Remedy>() : QList<Remedy>{remedy});
    } else if (!info.warnings.isEmpty()) {
        messages.showMessage(MessageBar::Level::Warning, info.warnings.constFirst(), {},
                             info.warnings.join(u'\n'));
    }
}

} // namespace sonde
