#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QFile>
#include <QObject>
#include <memory>
#include <optional>

namespace sonde {

struct HttpRequest;

/// A file in which each request and each answer has its lines: time (UTC), id, method and address, headers
/// without credentials, the request's body with secrets masked; status, bytes and time taken. Query texts are
/// in it, rows are not. Off until it is given a file. The file and two older ones are kept.
///
/// It never stands in the way of a request: a file that cannot be written switches it off, with one
/// switchedOff(). Lives in the network thread.
class RequestLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 defaultLargest = 5'000'000;
    /// \a largest: bytes of one file.
    explicit RequestLog(std::shared_ptr<const Clock> clock, qint64 largest = defaultLargest,
                        QObject *parent = nullptr);

    /// Goes on at the end of that file; empty: off. Only the user may read a file that is made here.
    void setFile(const QString &path);
    bool isOn() const { return m_file.isOpen(); }

    void logRequest(const QByteArray &id, const HttpRequest &request);
    struct Answer
    {
        int status = 0; ///< 0: none came
        qint64 bytes = 0;
        qint64 milliseconds = 0;
        std::optional<Error> error; ///< why there was no whole answer
    };
    void logAnswer(const QByteArray &id, const Answer &answer);

signals:
    void switchedOff(const sonde::Error &error);

private:
    void write(const QByteArray &id, QByteArray text);
    bool rotate();
    bool open();
    void switchOff(const QString &reason);

    std::shared_ptr<const Clock> m_clock;
    qint64 m_largest;
    QFile m_file;
};

} // namespace sonde
