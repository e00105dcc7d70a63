#pragma once

#include "core/query.h"

#include <QList>
#include <QString>

namespace sonde {

/// A query to begin with: what it shows in a title and one sentence, and the query itself.
struct SampleQuery
{
    QString title;
    QString story;
    QString text;
    QueryLanguage language = QueryLanguage::Kql;
    TimeRange range;
};

/// The six queries of the welcome page. Each uses only what the embedded workspace answers, and tells one of
/// the stories in its data; titles and stories are translated on each call.
QList<SampleQuery> sampleQueries();

} // namespace sonde
