#include "results/parquetwriter.h"

#include <QCoreApplication>

namespace sonde {

namespace {

ParquetWriter &theWriter()
{
    static ParquetWriter writer;
    return writer;
}

} // namespace

void setParquetWriter(ParquetWriter writer)
{
    theWriter() = std::move(writer);
}

bool canWriteParquet()
{
    return static_cast<bool>(theWriter());
}

Result<void> writeParquet(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                          const WriteProgress &progress)
{
    if (canWriteParquet())
        return theWriter()(selection, sink, cancel, progress);
    return failure(ErrorKind::Usage,
                   QCoreApplication::translate("ParquetWriter", "This build of Sonde cannot write Parquet."),
                   QCoreApplication::translate("ParquetWriter", "Choose another format, such as CSV."));
}

} // namespace sonde
