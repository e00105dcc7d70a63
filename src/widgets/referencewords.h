#pragma once

#include "core/workspacereference.h"

#include <QString>

namespace sonde {

/// What a pasted reference filled in, as a sentence.
QString describeFilled(const WorkspaceReference &reference);

} // namespace sonde
