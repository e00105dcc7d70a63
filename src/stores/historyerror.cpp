#include "stores/historyerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HistoryError)
};

/// SQLite's primary result codes, which are part of its file format's promise and never change.
enum class SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

SqliteCode codeOf(const QSqlError &error)
{
    // The upper bits tell more about the same kind of failure.
    return static_cast<SqliteCode>(error.nativeErrorCode().toInt() & 0xff);
}

/// With less, SQLite cannot even make its log.
constexpr qint64 leastFreeBytes = 128 * 1024;

bool isDiskFull(const QString &folder)
{
    const QStorageInfo storage(folder);
    return storage.isValid() && storage.bytesAvailable() < leastFreeBytes;
}

QString fullDiskAdvice(const QString &folder)
{
    //: %1: a file’s path; %2: megabytes
    return Words::tr(
               "The disk of “%1” is full (%2 MB free). Make room: until then the newest runs are kept in "
               "memory only.")
        .arg(QDir::toNativeSeparators(folder))
        .arg(QStorageInfo(folder).bytesAvailable() / 1'000'000);
}

QString forbiddenAdvice(const QString &folder)
{
    if (QStorageInfo(folder).isReadOnly()) {
        return Words::tr("“%1” is on a read-only disk; runs are not remembered until it can be written.")
            .arg(QDir::toNativeSeparators(folder));
    }
    return Words::tr("You may not write to “%1”; runs are not remembered until you may.")
        .arg(QDir::toNativeSeparators(folder));
}

} // namespace

bool isDamagedHistory(const QSqlError &error)
{
    const SqliteCode code = codeOf(error);
    return code == SqliteCode::Corrupt || code == SqliteCode::NotADatabase;
}

Error historyError(const QSqlError &error, const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    Error made;
    made.kind = ErrorKind::Io;
    made.message = Words::tr("The history could not be read or written.");
    made.detail = QStringLiteral("%1 (SQLite %2)").arg(error.text().trimmed(), error.nativeErrorCode());
    switch (codeOf(error)) {
    case SqliteCode::Full:
        made.advice = fullDiskAdvice(folder);
        return made;
    case SqliteCode::Permission:
    case SqliteCode::ReadOnly:
        made.advice = forbiddenAdvice(folder);
        return made;
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        made.advice =
            Words::tr("Another program keeps “%1” busy; the newest runs are written once it is free.")
                .arg(QDir::toNativeSeparators(path));
        return made;
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        made.kind = ErrorKind::Decode;
        made.message = Words::tr("The history is damaged.");
        return made;
    case SqliteCode::InputOutput:
    case SqliteCode::CannotOpen:
        break;
    }
    if (isDiskFull(folder))
        made.advice = fullDiskAdvice(folder);
    else if (codeOf(error) == SqliteCode::CannotOpen)
        made.advice = forbiddenAdvice(folder);
    else
        made.advice = Words::tr("Check the disk of “%1”.").arg(QDir::toNativeSeparators(folder));
    return made;
}

Error historyFolderError(const QString &folder, const QString &detail)
{
    const QFileInfo info(folder);
    Error error;
    error.kind = ErrorKind::Io;
    error.message = Words::tr("The history could not be read or written.");
    error.detail = detail;
    if (info.exists() && !info.isDir()) {
        error.advice = Words::tr("Move the file “%1” away: the history’s folder belongs in its place.")
                           .arg(QDir::toNativeSeparators(folder));
    } else if (isDiskFull(info.isDir() ? folder : info.absolutePath())) {
        error.advice = fullDiskAdvice(folder);
    } else {
        error.advice = forbiddenAdvice(folder);
    }
    return error;
}

} // namespace sonde
