#include "azure/requestlog.h"

#include "azure/httpclient.h"

#include <QDir>
#include <QFileInfo>

namespace sonde {

namespace {

/// A query may be 10 MB long; its beginning tells which it was.
constexpr qsizetype longestText = 64 * 1024;
constexpr int olderFiles = 2;

} // namespace

RequestLog::RequestLog(std::shared_ptr<const Clock> clock, qint64 largest, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_largest(largest)
{}

void RequestLog::setFile(const QString &path)
{
    if (isOn() && m_file.fileName() == path)
        return;
    m_file.close();
    if (path.isEmpty())
        return;
    m_file.setFileName(path);
    if (!open())
        switchOff(m_file.errorString());
}

bool RequestLog::open()
{
    QDir().mkpath(QFileInfo(m_file.fileName()).absolutePath());
    const bool isNew = !m_file.exists();
    // Unbuffered, so that a full disk is noticed where it happens, and nothing is lost in a crash.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    if (isNew)
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return true;
}

void RequestLog::logRequest(const QByteArray &id, const HttpRequest &request)
{
    if (isOn())
        write(id, request.description().toUtf8());
}

void RequestLog::logAnswer(const QByteArray &id, const Answer &answer)
{
    if (!isOn())
        return;
    QByteArray text = answer.status == 0 ? QByteArray("no answer") : QByteArray::number(answer.status);
    text += ", " + QByteArray::number(answer.bytes) + " bytes, " + QByteArray::number(answer.milliseconds) +
            " ms";
    if (answer.error) {
        text += '\n' + errorKindName(answer.error->kind).toUtf8() + ": " + answer.error->message.toUtf8();
        if (!answer.error->detail.isEmpty())
            text += '\n' + answer.error->detail.toUtf8();
    }
    write(id, text);
}

void RequestLog::write(const QByteArray &id, QByteArray text)
{
    if (text.size() > longestText) {
        const qsizetype left = text.size() - longestText;
        text.truncate(longestText);
        text += "… (" + QByteArray::number(left) + " bytes more)";
    }
    text.replace("\n", "\n    ");
    const QByteArray block =
        m_clock->nowUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' + id + ' ' + text + '\n';
    const qint64 before = m_file.size();
    if (before > 0 && before + block.size() > m_largest) {
        if (!rotate()) {
            switchOff(m_file.errorString());
            return;
        }
    }
    const qint64 start = m_file.size();
    if (m_file.write(block) == block.size())
        return;
    const QString reason = m_file.errorString();
    if (!m_file.isSequential())
        m_file.resize(start); // no torn block
    switchOff(reason);
}

bool RequestLog::rotate()
{
    const QString path = m_file.fileName();
    const auto older = [&path](int number) {
        return QStringLiteral("%1.%2").arg(path, QString::number(number));
    };
    m_file.close();
    QFile::remove(older(olderFiles));
    for (int number = olderFiles; number > 1; --number)
        QFile::rename(older(number - 1), older(number));
    // The file itself must go, or it would grow for ever.
    return QFile::rename(path, older(1)) && open();
}

void RequestLog::switchOff(const QString &reason)
{
    Error error;
    error.kind = ErrorKind::Io;
    error.message = tr("The request log was switched off: “%1” could not be written.")
                        .arg(QDir::toNativeSeparators(m_file.fileName()));
    error.advice = tr("Make room or choose another file, and switch it on again in the settings.");
    error.detail = reason;
    error.remedy = Remedy::OpenSettings;
    m_file.close();
    emit switchedOff(error);
}

} // namespace sonde
