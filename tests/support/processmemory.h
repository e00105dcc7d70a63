#pragma once

#include <QFile>
#include <optional>

namespace sonde {

/// What a line of /proc/self/status says (VmRSS: now, VmHWM: at most), in KiB; nothing where there is none.
inline std::optional<qint64> processMemory(const char *line)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray prefix = QByteArray(line) + ':';
    for (const QByteArray &each : file.readAll().split('\n')) {
        if (each.startsWith(prefix))
            return each.mid(prefix.size()).simplified().split(' ').constFirst().toLongLong();
    }
    return std::nullopt;
}

} // namespace sonde
