#pragma once

#include "core/commanddescription.h"

namespace sonde {

/// `sonde-sandbox`: the embedded workspace for other clients.
CommandDescription sandboxCommandDescription();

} // namespace sonde
