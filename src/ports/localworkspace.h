#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QObject>
#include <functional>

namespace sonde {

/// How to reach the embedded workspace once it serves.
struct LocalWorkspaceAccess
{
    Connection connection; ///< of Cloud::Custom with loopback endpoints, id embeddedConnectionId
    QString secret;
};

/// The workspace inside the program. Implemented by the sandbox, and by fakes in tests. Used from the GUI
/// thread.
class LocalWorkspace
{
public:
    virtual ~LocalWorkspace() = default;
    using Handler = std::function<void(Result<LocalWorkspaceAccess>)>;

    /// Starts it on the first call (on a thread of its own; the first start of all builds the sample data)
    /// and answers when it serves. Several calls share one start. The answer comes later, never from within
    /// the call, and not at all once \a context is gone.
    virtual void whenReady(QObject *context, Handler handler) = 0;
};

} // namespace sonde
