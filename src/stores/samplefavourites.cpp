#include "stores/samplefavourites.h"

#include <QtGlobal>
#include <qresource.h>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(sonde_favourites);
}

namespace sonde {

QString sampleFavouritesFolder()
{
    registerResources();
    return QStringLiteral(":/favourites");
}

} // namespace sonde
