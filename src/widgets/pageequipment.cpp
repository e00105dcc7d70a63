#include "widgets/pageequipment.h"

#include "widgets/autorefresh.h"
#include "widgets/pageadvice.h"
#include "widgets/querypage.h"
#include "widgets/runrecorder.h"
#include "widgets/seennames.h"

namespace sonde {

AutoRefresh *equip(QueryPage &page, const WindowServices &services)
{
    if (auto *refresh = page.findChild<AutoRefresh *>())
        return refresh;
    (new RunRecorder(services.history, services.settings, services.clock, &page))->attach(&page);
    new PageAdvice(page, services.settings);
    new SeenNames(page);
    return new AutoRefresh(page, services.clock);
}

} // namespace sonde
