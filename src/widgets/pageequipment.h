#pragma once

#include "widgets/windowservices.h"

namespace sonde {

class AutoRefresh;
class QueryPage;

/// Gives the page what goes with it through its windows: its runs are recorded, its queries get advice, know
/// the names that its rows have shown, and can run by themselves. A page that has all that is left alone. The
/// services outlive the page; what runs the page again is a part of it, and its window's to listen to.
AutoRefresh *equip(QueryPage &page, const WindowServices &services);

} // namespace sonde
