#pragma once

#include "ports/schemasource.h"

#include <QPointer>

namespace sonde {

/// A source whose jobs the test brings to their end.
class FakeSchemaSource final : public SchemaSource
{
public:
    SchemaJob *read(const Connection &connection) override
    {
        asked << connection;
        last = new SchemaJob;
        return last;
    }
    /// Ends the last job, if it is still wanted.
    void answer(const Result<KqlSchemaPtr> &outcome) const
    {
        if (last)
            emit last->finished(outcome);
    }

    QList<Connection> asked;
    QPointer<SchemaJob> last;
};

} // namespace sonde
