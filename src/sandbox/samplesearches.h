#pragma once

#include <QList>
#include <QString>

namespace sonde {

/// A search that somebody has saved in the embedded workspace.
struct SampleSearch
{
    QString id;
    QString category;
    QString displayName;
    QString query;
};

/// What its saved searches are at first; each has rows.
QList<SampleSearch> sampleSearches();

} // namespace sonde
