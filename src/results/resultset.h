#pragma once

#include "core/error.h"
#include "core/timerange.h"
#include "results/table.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace sonde {

/// Whether what is shown is all there is.
enum class Completeness {
    Complete,
    Partial, ///< the service or the connection stopped early; the reasons say how
    Capped   ///< a limit cut it: the service's, or the row limit of the query
};

/// One step in the growth of a result, made on a decode worker and applied in the GUI thread.
struct ResultChunk
{
    enum class Mode {
        Append, ///< rows behind those so far
        Replace ///< all rows of that table anew (a later answer of a pending search)
    };
    Mode mode = Mode::Append;
    int tableIndex = 0; ///< which result table; a new index is one more than the last
    QString tableName;  ///< may be known only with a later chunk
    Table rows;
};

/// What is known about a result besides its rows.
struct ResultInfo
{
    Completeness completeness = Completeness::Complete;
    QStringList reasons;               ///< one sentence each, for Partial and Capped
    QStringList warnings;              ///< sentences about rows that could not be read as sent
    std::optional<Error> partialError; ///< the service's own words behind Partial
    std::optional<qint64> total;       ///< classic: how many records match
    std::optional<qint64> top;         ///< classic: the service's echo of the row limit
    ResolvedRange range;               ///< the range that was sent
    QByteArray statistics;             ///< JSON text of the answer, empty if none
    QByteArray render;                 ///< JSON text of the answer, empty if none
    QByteArray rawAnswer;              ///< the first 64 KiB of the (last) answer, inflated
    QString request;                   ///< method, address and body as sent, without credentials
    qint64 answerBytes = 0;            ///< size of the answer, inflated
    qint64 elapsedMs = 0;              ///< from run() to the last row
    int pendingLooks = 0;              ///< classic: how many answers said Pending

    bool operator==(const ResultInfo &) const = default;
};

/// One result table in the GUI thread: announces every growth the way a Qt model needs it, before and after.
class ResultTable final : public QObject
{
    Q_OBJECT

public:
    explicit ResultTable(QString name, QObject *parent = nullptr);

    const QString &name() const { return m_name; }
    const ChunkedTable &rows() const { return m_rows; }

    void apply(const ResultChunk &chunk);

signals:
    void renamed();
    void columnsAboutToBeAdded(int first, int last);
    void columnsAdded();
    void rowsAboutToBeAppended(qint64 first, qint64 last);
    void rowsAppended();
    void aboutToBeReplaced();
    void replaced();

private:
    QString m_name;
    ChunkedTable m_rows;
};

/// What was asked, and of whom.
struct ResultOrigin
{
    QString query;
    QString connection; ///< its name
};

/// The growing result of one run: its tables and, once it ended, its ResultInfo. Lives in the GUI thread (or,
/// without a window, in the main thread).
class ResultSet final : public QObject
{
    Q_OBJECT

public:
    explicit ResultSet(QObject *parent = nullptr);

    int tableCount() const { return static_cast<int>(m_tables.size()); }
    /// Owned by the set; lives as long as it.
    ResultTable *table(int index) const { return m_tables.at(static_cast<std::size_t>(index)); }
    bool isFinished() const { return m_info.has_value(); }
    /// Only when finished.
    const ResultInfo &info() const { return *m_info; }
    qint64 rowCount() const; ///< of all tables
    const ResultOrigin &origin() const { return m_origin; }
    void setOrigin(ResultOrigin origin) { m_origin = std::move(origin); }

    void apply(const ResultChunk &chunk);
    void finish(ResultInfo info);

signals:
    void tableAdded(int index);
    void changed();
    void finished();

private:
    std::vector<ResultTable *> m_tables;
    std::optional<ResultInfo> m_info;
    ResultOrigin m_origin;
};

} // namespace sonde

Q_DECLARE_METATYPE(sonde::ResultChunk)
Q_DECLARE_METATYPE(sonde::ResultInfo)
