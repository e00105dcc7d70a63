#include "fuzz/kqlbench.h"

using namespace sonde;
using namespace sonde::fuzz;

/// A query as a person or a program might send it: the whole way through language service, translation and
/// DuckDB to the rows. (Changed by kqlmutator.cpp, which knows what a query looks like.)
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)KqlBench::get().run(text);
    return 0;
}
