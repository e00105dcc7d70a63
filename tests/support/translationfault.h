#pragma once

#include <QString>

namespace sonde {

/// DuckDB's words for SQL that is wrong in itself: a fault of the translation, which a query must never meet.
inline bool isTranslationFault(const QString &detail)
{
    // `take` of a computed number: said in words of the engine's own.
    if (detail.contains(QLatin1String("LIMIT/OFFSET cannot be negative")))
        return false;
    for (const char *kind :
         {"Binder Error", "Parser Error", "Catalog Error", "INTERNAL Error", "Internal Error",
          "Not implemented Error", "Syntax Error", "Permission Error", "IO Error", "FATAL Error",
          "Mismatch Type Error", "TransactionContext Error", "Invalid Type Error"}) {
        if (detail.startsWith(QLatin1String(kind)))
            return true;
    }
    return false;
}

} // namespace sonde
