#pragma once

#include "azure/connectionaccess.h"
#include "azure/schemawork.h"
#include "ports/schemasource.h"

namespace sonde {

/// One reading of tables in the GUI thread: finds the way to the workspace, and then stands between the job
/// and its work in the network thread. Deletes itself when the reading has ended or its job is gone.
class SchemaRun final : public QObject
{
    Q_OBJECT

public:
    SchemaRun(const AccessServices &services, SchemaJob *job, quint64 number, const Connection &connection,
              QObject *parent);
    ~SchemaRun() override;

    void start();

private:
    void sendOff(const ConnectionAccess &access);

    const AccessServices m_services;
    SchemaOrder m_order;
    bool m_sent = false;
};

} // namespace sonde
