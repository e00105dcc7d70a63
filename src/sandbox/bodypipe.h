#pragma once

#include "sandbox/faults.h"
#include "sandbox/gzipwriter.h"
#include "sandbox/http.h"

#include <chrono>
#include <functional>
#include <optional>

namespace sonde {

/// The way of one answer's body to the client: packed if asked for, and spoiled as the faults say. Lives for
/// one answer on the thread that serves it.
class BodyPipe final : public BodySink
{
public:
    /// Puts bytes on the line; false when the client left.
    using Send = std::function<bool(std::string_view)>;
    /// Waits; false when the server ends meanwhile.
    using Pause = std::function<bool(std::chrono::milliseconds)>;

    BodyPipe(Send send, Pause pause, const Faults &faults, bool gzip);

    bool write(std::string_view bytes) override;
    bool flush() override;
    /// After the last byte. False if the body did not arrive whole, by a fault or because the client left.
    bool finish();

private:
    bool pack(std::string_view bytes);
    bool emitPacked();
    bool emitBytes(std::string_view bytes);
    bool sendPaced(std::string_view bytes);

    Send m_send;
    Pause m_pause;
    Faults m_faults;
    std::optional<GzipWriter> m_gzip;
    std::string m_withheld; ///< with Faults::truncated: the end so far, which is never sent
    std::string m_packed;
    std::size_t m_sent = 0;
    bool m_open = true;
};

} // namespace sonde
