#include "results/firstrows.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FirstRows)
};

qint64 rowCountOf(const std::vector<StoredTable> &tables)
{
    qint64 count = 0;
    for (const StoredTable &table : tables)
        count += static_cast<qint64>(table.rows.rowCount());
    return count;
}

/// A file that may grow no further than so many bytes.
class LimitedSink final : public ByteSink
{
public:
    explicit LimitedSink(std::size_t limit)
        : m_limit(limit)
    {}

    Result<void> write(std::string_view bytes) override
    {
        if (m_bytes.size() + bytes.size() > m_limit)
            return failure(ErrorKind::Io, QString()); // told to nobody
        m_bytes.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return {};
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    std::size_t m_limit;
    QByteArray m_bytes;
};

} // namespace

Result<FirstRows> packFirstRows(const StoredResult &about, const std::vector<StoredTable> &tables,
                                const FirstRowsLimits &limits, const CancelState &cancel)
{
    const qint64 all = rowCountOf(tables);
    for (std::size_t most = limits.rows; most > 0; most /= 2) {
        std::vector<StoredTable> first;
        for (const StoredTable &table : tables)
            first.push_back({table.name, table.rows.truncated(most)});
        FirstRows packed;
        packed.rows = rowCountOf(first);
        StoredResult told = about;
        if (packed.rows < all) {
            told.info.completeness = Completeness::Partial;
            //: %L1: how many rows are kept; %L2: how many there were
            told.info.reasons.prepend(
                Words::tr("Only the first %L1 of %L2 rows were kept.").arg(packed.rows).arg(all));
        }
        LimitedSink sink(limits.bytes);
        const Result<void> written = writeResultFile(told, first, sink, cancel);
        if (written) {
            packed.file = sink.bytes();
            return packed;
        }
        if (written.error().kind == ErrorKind::Cancelled)
            return failure(written.error());
    }
    return FirstRows();
}

} // namespace sonde
