#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "core/result.h"
#include "kql/kqlschema.h"

namespace sonde {

class KqlService;

/// The tables that the command's file lists, or any. Usage or Decode.
Result<KqlSchemaPtr> schemaOf(const CheckCommand &command);

/// `sonde check`: with the tables of \a schema, says on standard output what is wrong with query files, as
/// `file:line:column: severity code: message`, lines and columns counted from 1, columns in UTF-16 units.
/// ExitFaults where a file has an error, ExitUsage where one cannot be read.
ExitCode checkKqlFiles(const CheckCommand &command, const KqlSchemaPtr &schema, KqlService &service);

/// `sonde format`: writes query files as the language service's formatter does, to standard output or in
/// their own place, each as a whole. With isCheck it only names those that it would change, and ends with
/// ExitFaults where there are any.
ExitCode formatKqlFiles(const FormatCommand &command, KqlService &service);

} // namespace sonde
