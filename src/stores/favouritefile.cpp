#include "stores/favouritefile.h"

#include "core/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FavouriteFile)
};

/// Bytes of a file name, with room for a number, an ending and AtomicFile's own marks: the limit is 255.
constexpr qsizetype longestName = 120;

bool isReserved(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

Error unreadable(const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Io;
    error.message = Words::tr("The file could not be read.");
    error.advice = Words::tr("Check that it is still there and that you may read it.");
    error.detail = detail;
    return error;
}

} // namespace

bool isFavouriteFileName(const QString &fileName)
{
    return fileName.endsWith(QLatin1String(".kql"), Qt::CaseInsensitive) ||
           fileName.endsWith(QLatin1String(".csl"), Qt::CaseInsensitive) ||
           fileName.endsWith(QLatin1String(".kusto"), Qt::CaseInsensitive);
}

ReadFavourite readFavouriteFile(const QString &path)
{
    const QFileInfo info(path);
    ReadFavourite read;
    read.file.path = path;
    read.file.size = info.size();
    read.file.modified = info.lastModified();
    read.file.isWritable = info.isWritable();
    read.file.favourite.name = info.completeBaseName();
    // A pipe would never end, and a large file need not be read to be refused.
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        read.file.fault = unreadable(file.errorString());
        return read;
    }
    const QByteArray bytes = file.read(FavouriteText::largestSize + 1);
    if (file.error() != QFileDevice::NoError) {
        read.file.fault = unreadable(file.errorString());
        return read;
    }
    if (bytes.size() > FavouriteText::largestSize) {
        read.file.fault = FavouriteText::tooLarge(std::max(info.size(), qint64(bytes.size())));
        return read;
    }
    Result<FavouriteText> text = FavouriteText::fromBytes(bytes);
    if (!text) {
        read.file.fault = text.error();
        return read;
    }
    read.text = std::move(*text);
    read.file.favourite = read.text.favourite();
    if (read.file.favourite.name.isEmpty())
        read.file.favourite.name = info.completeBaseName();
    return read;
}

QString fileNameFor(const QString &name)
{
    QString base;
    for (const QChar character : name) {
        const bool isForbidden = character.unicode() < 0x20 || character.unicode() == 0x7F ||
                                 QStringLiteral("/\\:*?\"<>|").contains(character);
        const QChar::Category category = character.category();
        const bool isInvisible = category == QChar::Other_Control || category == QChar::Other_Format ||
                                 category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        base += isForbidden || isInvisible ? QChar(u'-') : character;
    }
    for (qsizetype at = 0; at < base.size(); ++at) {
        const bool isPair =
            base.at(at).isHighSurrogate() && at + 1 < base.size() && base.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (base.at(at).isSurrogate())
            base[at] = u'-'; // half a character cannot be written
    }
    base = base.simplified().normalized(QString::NormalizationForm_C);
    while (base.startsWith(u'.') || base.startsWith(u' '))
        base.remove(0, 1);
    while (base.toUtf8().size() > longestName)
        base.chop(base.size() > 1 && base.back().isLowSurrogate() ? 2 : 1);
    while (base.endsWith(u'.') || base.endsWith(u' '))
        base.chop(1);
    if (isReserved(base))
        base.prepend(u'_');
    return base.isEmpty() ? Words::tr("Query") : base;
}

QString freeFavouritePath(const QString &folder, const QString &base, const QString &suffix)
{
    // Whoever copies the folder to Windows or a Mac is to find all of it: case does not make a name another.
    QSet<QString> taken;
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    for (const QString &name : names)
        taken.insert(name.toCaseFolded());
    const QString ending = suffix.isEmpty() ? QString() : u'.' + suffix;
    QString name = base + ending;
    for (int number = 2; taken.contains(name.toCaseFolded()); ++number)
        name = base + QStringLiteral(" (%1)").arg(number) + ending;
    return QDir(folder).filePath(name);
}

Result<QString> createFavouriteFile(const QString &folder, const QString &base, const QByteArray &bytes)
{
    // The name is taken by an empty file first, so that nobody else can have it.
    QFile claim;
    do {
        claim.setFileName(freeFavouritePath(folder, base));
    } while (!claim.open(QIODevice::WriteOnly | QIODevice::NewOnly) && claim.exists());
    const QString path = claim.fileName();
    const bool isOurs = claim.isOpen();
    claim.close();
    // Where it could not be taken this fails, too, and says why.
    const Result<void> written =
        replaceFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!written) {
        if (isOurs && QFileInfo(path).size() == 0)
            QFile::remove(path);
        return failure(written.error());
    }
    return path;
}

Result<void> moveFavouriteFile(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to))
        return {};
    const QString name = QFileInfo(from).fileName();
    if (!QFileInfo::exists(from)) {
        return failure(ErrorKind::NotFound, Words::tr("“%1” is no longer there.").arg(name),
                       Words::tr("It was moved or deleted by another program."));
    }
    if (QFileInfo::exists(to)) {
        return failure(ErrorKind::Io,
                       Words::tr("There is a “%1” in that folder already.").arg(QFileInfo(to).fileName()),
                       Words::tr("Rename one of the two first."));
    }
    return failure(ErrorKind::Io, Words::tr("“%1” could not be moved or renamed.").arg(name),
                   //: %1: the folder it was in; %2: the one it was to be moved to
                   Words::tr("Check that you may change the folders “%1” and “%2”, and that there is room.")
                       .arg(QDir::toNativeSeparators(QFileInfo(from).absolutePath()),
                            QDir::toNativeSeparators(QFileInfo(to).absolutePath())),
                   file.errorString());
}

} // namespace sonde
