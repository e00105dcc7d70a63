#pragma once

#include "core/connection.h"
#include "core/error.h"
#include "core/query.h"

#include <QObject>
#include <optional>

namespace sonde {

/// One step of a test of a connection, for one of the services that it offers.
struct ProbeStep
{
    enum class Kind {
        Name,      ///< the service's host name is resolved
        Secure,    ///< the host is reached and its certificate is trusted
        SignIn,    ///< a token is issued for the application
        Workspace, ///< the workspace is found
        Permission ///< the application may search it
    };
    enum class State {
        Running,
        Passed,
        Failed,
        NotReached ///< a step before it failed
    };
    QueryLanguage service = QueryLanguage::Kql; ///< Kql: logs query, Classic: classic search
    Kind kind = Kind::Name;
    State state = State::Running;
    QString detail;             ///< of Passed: what was found, such as an address; may be empty
    std::optional<Error> error; ///< of Failed: what happened and what to do

    bool operator==(const ProbeStep &) const = default;
};

/// One test under way: a QObject of the thread that asked, owned by the caller. Deleting it ends the test and
/// nothing is signalled. Signals never come from within probe().
class ProbeJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// A step began or ended; a step is known by its service and kind.
    void stepChanged(const sonde::ProbeStep &step);
    /// Once, last: whether every step passed.
    void finished(bool passed);
};

/// Finds out where a connection fails. Implemented over the network (azure) and by a fake in the widgets'
/// tests. Used from the GUI thread.
class ConnectionProbe
{
public:
    virtual ~ConnectionProbe() = default;
    /// Tests each service that \a connection offers. \a secret is what was typed; where nothing was, the
    /// stored one is used. Nothing is stored, and no query text of the user is sent.
    virtual ProbeJob *probe(const Connection &connection, const std::optional<QString> &secret) = 0;
};

} // namespace sonde

Q_DECLARE_METATYPE(sonde::ProbeStep)
