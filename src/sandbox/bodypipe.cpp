#include "sandbox/bodypipe.h"

#include <algorithm>

namespace sonde {

namespace {

// Enough to take away the end of every answer's JSON, little enough that rows remain.
constexpr std::size_t withheldBytes = 24;
constexpr std::chrono::milliseconds tricklePause(100);

} // namespace

BodyPipe::BodyPipe(Send send, Pause pause, const Faults &faults, bool gzip)
    : m_send(std::move(send))
    , m_pause(std::move(pause))
    , m_faults(faults)
{
    if (gzip)
        m_gzip.emplace();
}

bool BodyPipe::write(std::string_view bytes)
{
    if (!m_open)
        return false;
    if (!m_faults.truncated)
        return pack(bytes);
    m_withheld.append(bytes);
    if (m_withheld.size() <= withheldBytes)
        return true;
    const std::string ready = m_withheld.substr(0, m_withheld.size() - withheldBytes);
    m_withheld.erase(0, ready.size());
    return pack(ready);
}

bool BodyPipe::flush()
{
    if (!m_open || !m_gzip)
        return m_open;
    m_gzip->flush(m_packed);
    return emitPacked();
}

bool BodyPipe::finish()
{
    if (!m_open || !m_gzip)
        return m_open;
    m_gzip->finish(m_packed);
    return emitPacked();
}

bool BodyPipe::pack(std::string_view bytes)
{
    if (!m_gzip)
        return emitBytes(bytes);
    m_gzip->write(bytes, m_packed);
    return emitPacked();
}

bool BodyPipe::emitPacked()
{
    const std::string ready = std::exchange(m_packed, {});
    return emitBytes(ready);
}

bool BodyPipe::emitBytes(std::string_view bytes)
{
    if (m_faults.cutAfter && m_sent + bytes.size() >= *m_faults.cutAfter) {
        sendPaced(bytes.substr(0, *m_faults.cutAfter - m_sent));
        m_open = false;
        return false;
    }
    m_open = sendPaced(bytes);
    return m_open;
}

bool BodyPipe::sendPaced(std::string_view bytes)
{
    const std::size_t step = m_faults.trickle.value_or(std::max<std::size_t>(bytes.size(), 1));
    while (!bytes.empty()) {
        const auto piece = bytes.substr(0, step);
        if (!m_send(piece))
            return false;
        m_sent += piece.size();
        bytes.remove_prefix(piece.size());
        if (m_faults.trickle && !bytes.empty() && !m_pause(tricklePause))
            return false;
    }
    return true;
}

} // namespace sonde
