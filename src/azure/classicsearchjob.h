#pragma once

#include "azure/answerjob.h"
#include "azure/classicreader.h"
#include "core/connection.h"
#include "core/query.h"

namespace sonde {

/// One exchange with the classic search service: the POST that starts a search, or one look at a pending one.
/// All addresses are built from the connection; the service's own `Location` is malformed in every recording.
class ClassicSearchJob final : public AnswerJob
{
    Q_OBJECT

public:
    /// \a connection has the addresses, subscription, resource group, workspace and API version.
    ClassicSearchJob(const AnswerSetup &setup, const Connection &connection, QObject *parent = nullptr);

    void startSearch(const QByteArray &token, const QString &text, qint64 top, const ResolvedRange &range);
    enum class Verb { Get, Post };
    /// Looks at the search \a requestId, taken as it is and percent-encoded here. Post is an empty POST. The
    /// look ends after \a limit.
    void startLook(const QByteArray &token, const QString &requestId, Verb verb,
                   std::chrono::milliseconds limit);

    /// After finished().
    const Result<ClassicAnswer> &outcome() const { return m_outcome; }
    /// After finished() with a failure: the records that were whole, if there are any.
    const std::optional<ClassicAnswer> &part() const { return m_reader->part(); }

signals:
    void finished();

protected:
    void onAnswered(const std::optional<Error> &error) override;
    Error refusal(const QByteArray &body) const override;
    Error emptyAnswer() const override;

private:
    QUrl address(const QString &requestId) const;

    const Connection m_connection;
    std::shared_ptr<ClassicReader> m_reader;
    Result<ClassicAnswer> m_outcome;
};

} // namespace sonde
