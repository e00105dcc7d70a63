#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace sonde {

/// A small tmpfs for what happens when a disk is full. Only root may mount one: tests are skipped where
/// isMounted() says no.
class SmallDisk
{
public:
    /// \a size as mount takes it.
    explicit SmallDisk(const char *size = "256k")
        : m_path(m_dir.filePath(QStringLiteral("disk")))
    {
        QDir().mkpath(m_path);
        m_mounted = QProcess::execute(QStringLiteral("mount"),
                                      {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                       QStringLiteral("size=") + QLatin1String(size), QStringLiteral("none"),
                                       m_path}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {m_path});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }
    QString path() const { return m_path; }
    QString filePath(const char *name) const { return m_path + u'/' + QString::fromLatin1(name); }

    /// Takes every free block; calling it again takes those that came free.
    void fill() const
    {
        QFile filler(filePath("filler"));
        if (!filler.open(QIODevice::Append | QIODevice::Unbuffered))
            return;
        const QByteArray block(4096, 'x');
        while (filler.write(block) == block.size()) {
        }
    }

private:
    QTemporaryDir m_dir;
    QString m_path;
    bool m_mounted = false;
};

} // namespace sonde
