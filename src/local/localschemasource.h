#pragma once

#include "ports/localtables.h"
#include "ports/schemasource.h"

namespace sonde {

/// Lists the person's own tables, and has another source list those of workspaces.
class LocalSchemaSource final : public SchemaSource
{
public:
    /// Both outlive it.
    LocalSchemaSource(const LocalTables &tables, SchemaSource &others);

    SchemaJob *read(const Connection &connection) override;

private:
    const LocalTables &m_tables;
    SchemaSource &m_others;
};

} // namespace sonde
