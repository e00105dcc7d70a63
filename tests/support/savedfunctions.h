#pragma once

#include "kql/kqlschema.h"

namespace sonde {

/// Functions that are saved in a workspace with a table Event, for tests: one makes rows, one a value.
inline QList<KqlFunction> savedFunctions()
{
    return {{QStringLiteral("Busy"),
             QStringLiteral("n: long = 2"),
             QStringLiteral("Event | summarize c = count() by Computer | where c >= n"),
             {},
             {},
             {}},
            {QStringLiteral("Half"), QStringLiteral("x: real"), QStringLiteral("x / 2"), {}, {}, {}}};
}

} // namespace sonde
