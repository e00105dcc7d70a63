#pragma once

#include "engine/engine.h"

namespace sonde {

/// Takes the rows and keeps none.
class CountingSink final : public RowSink
{
public:
    void begin(const QueryShape &) override {}
    bool append(const Table &rows) override
    {
        count += rows.rowCount();
        return true;
    }
    std::size_t count = 0;
};

} // namespace sonde
