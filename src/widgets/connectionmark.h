#pragma once

#include "core/connection.h"
#include "widgets/icons.h"

#include <array>

namespace sonde {

/// How the colour of a connection is named and drawn. The name of the connection always stands beside it.
class ConnectionMark final
{
public:
    /// In the order in which they are offered.
    static constexpr std::array all{ColourMark::None,   ColourMark::Red,   ColourMark::Orange,
                                    ColourMark::Yellow, ColourMark::Green, ColourMark::Blue,
                                    ColourMark::Purple};

    static QString nameOf(ColourMark mark);
    /// A disc in the colour; empty for None.
    static QIcon swatch(ColourMark mark, const Icons &icons);
    /// What stands before the connection's name: its disc, or the picture of its kind where it has no colour.
    static QIcon iconOf(const Connection &connection, const Icons &icons);
};

} // namespace sonde
