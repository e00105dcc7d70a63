#pragma once

#include "widgets/querypage.h"

namespace sonde {

/// Ends what \a listener hears of the page and of all that is in it: the page goes to another window.
inline void stopListening(const QueryPage &page, const QObject &listener)
{
    QObject::disconnect(&page, nullptr, &listener, nullptr);
    const QList<QObject *> parts = page.findChildren<QObject *>();
    for (const QObject *part : parts)
        QObject::disconnect(part, nullptr, &listener, nullptr);
}

} // namespace sonde
