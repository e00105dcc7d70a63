#pragma once

#include "core/instantset.h"

#include <QJsonValue>
#include <QString>
#include <optional>
#include <vector>

namespace sonde {

/// A condition on TimeGenerated, or a value that such a condition compares it with, as reads.js writes it.
struct KqlTimeExpression
{
    /// `and`, `or`, `not`, `>=`, `<=`, `==`; `datetime`, `timespan`, `number`, `string`; the name of a
    /// function; `+`, `-`, `*`, `/`, `negative`; `true`: says nothing of the time; empty: not understood.
    QString name;
    QString text{}; ///< of a literal, as written
    std::vector<KqlTimeExpression> parts{};

    static KqlTimeExpression fromJson(const QJsonValue &json);
};

/// The instants that a condition leaves.
struct KqlTimes
{
    InstantSet instants = InstantSet::all();
    bool isExact = true; ///< else the condition may leave fewer

    bool operator==(const KqlTimes &) const = default;
};

/// What \a condition leaves at that moment. Instants as KQL's functions of the same names work them out: UTC,
/// weeks from Sunday on.
KqlTimes timesOf(const KqlTimeExpression &condition, Ticks now);

} // namespace sonde
