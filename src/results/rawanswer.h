#pragma once

#include "core/cancelstate.h"
#include "results/storedresult.h"

#include <string_view>

class QIODevice;

namespace sonde {

/// Which service an answer is of.
enum class AnswerKind { Logs, Classic, Neither };

/// What the beginning of an answer tells; nothing while that is too little.
std::optional<AnswerKind> kindOfAnswer(std::string_view beginning);

/// Whether a file that begins so may be an answer, packed with gzip or not.
bool isRawAnswer(QByteArrayView beginning);

/// Reads an answer of the logs query or the classic search service as it was stored, packed with gzip or not;
/// the query is not in it. What is whole of one that is cut short is handed out and marked as Partial. An
/// answer that says why there are no rows fails as it did when it came. Fails with Decode where it is no
/// answer, with Io where it cannot be read, with Cancelled. \a name is the file's, for these sentences. For a
/// worker thread; threads of the global pool help it.
Result<ResultInfo> readRawAnswer(QIODevice &device, const QString &name, const StoredResultHandlers &handlers,
                                 const CancelState &cancel);

} // namespace sonde
