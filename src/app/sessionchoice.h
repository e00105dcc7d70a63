#pragma once

#include "app/singleinstance.h"
#include "core/result.h"
#include "stores/draftstore.h"

#include <chrono>
#include <memory>

namespace sonde {

/// Which session a start of the program gets: the user's own, another beside it, or none because the running
/// program opens the window.
struct SessionChoice
{
    std::unique_ptr<DraftStore> store;        ///< open; null where the running program took over
    std::unique_ptr<SingleInstance> instance; ///< listening; null with a session beside the first
    QString remark;                           ///< a sentence for standard error; mostly empty
};

/// \a root holds the sessions' folders, which are numbered from 1. The first is everybody's: who does not get
/// it hands \a request over to who has it, for at most \a patience, and takes another only where nobody
/// answers. With \a isNewInstance the lowest free number from 2 is taken, so that the sessions of such starts
/// come back too. Io where no folder can be used. Waits, but runs no event loop.
Result<SessionChoice> chooseSession(const QString &root, const HandOver &request, bool isNewInstance,
                                    std::chrono::milliseconds patience = std::chrono::seconds(2));

} // namespace sonde
