#pragma once

#include <QList>
#include <QString>
#include <cstdint>

namespace sonde {

/// One step from a value to one in it.
struct FieldStep
{
    enum class Kind {
        Field,   ///< of an object
        Element, ///< of an array
        Text     ///< from a text that is JSON to what stands in it
    };
    Kind kind = Kind::Field;
    QString name;               ///< of a field
    std::uint32_t position = 0; ///< of an element
    bool operator==(const FieldStep &) const = default;
};

/// Where a value stands in a record: in which column, and where in that one's JSON.
struct FieldPath
{
    int column = -1;
    QList<FieldStep> steps;
    bool operator==(const FieldPath &) const = default;
};

} // namespace sonde
