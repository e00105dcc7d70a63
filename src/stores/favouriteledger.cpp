#include "stores/favouriteledger.h"

#include "core/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FavouriteLedger)
};

constexpr qsizetype rememberedUses = 10'000;
/// A change takes milliseconds; who waits longer than this waits for a program that is stuck.
constexpr int longestWaitMs = 3000;

tl::unexpected<Error> setAside(const QString &path, const QString &detail)
{
    QString aside = path + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = path + QStringLiteral(".damaged.%1").arg(number);
    const bool isMoved = QFile::rename(path, aside);
    return failure(ErrorKind::Decode, Words::tr("The list of the favourites’ folders is damaged."),
                   Words::tr("It is kept as “%1”; add the folders again. The favourites themselves are not "
                             "affected.")
                       .arg(QDir::toNativeSeparators(isMoved ? aside : path)),
                   detail);
}

} // namespace

void FavouriteLedger::use(const QString &path, const QDateTime &nowUtc)
{
    FavouriteUse &use = uses[path];
    use.last = nowUtc;
    ++use.times;
    if (uses.size() <= rememberedUses)
        return;
    const auto oldest = std::min_element(
        uses.begin(), uses.end(), [](const auto &one, const auto &other) { return one.last < other.last; });
    uses.erase(oldest);
}

void FavouriteLedger::move(const QString &from, const QString &to)
{
    const QStringList paths = uses.keys();
    for (const QString &path : paths) {
        if (path == from || path.startsWith(from + u'/'))
            uses.insert(to + path.sliced(from.size()), uses.take(path));
    }
}

Result<FavouriteLedger> FavouriteLedger::read(const QString &path)
{
    FavouriteLedger ledger;
    QFile file(path);
    if (!file.exists())
        return ledger;
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorKind::Io, Words::tr("The list of the favourites’ folders could not be read."),
            Words::tr("Check who may read “%1”; it is left as it is.").arg(QDir::toNativeSeparators(path)),
            file.errorString());
    }
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsing);
    file.close();
    if (!document.isObject())
        return setAside(path, parsing.errorString());
    ledger.m_root = document.object();
    const QJsonArray folders = ledger.m_root.value(QLatin1String("folders")).toArray();
    for (const QJsonValue &folder : folders) {
        if (const QString name = folder.toString(); !name.isEmpty() && !ledger.folders.contains(name))
            ledger.folders.append(name);
    }
    const QJsonObject uses = ledger.m_root.value(QLatin1String("uses")).toObject();
    for (auto entry = uses.begin(); entry != uses.end(); ++entry) {
        const QJsonObject use = entry.value().toObject();
        ledger.uses.insert(entry.key(), {QDateTime::fromString(use.value(QLatin1String("last")).toString(),
                                                               Qt::ISODateWithMs),
                                         use.value(QLatin1String("times")).toInt()});
    }
    return ledger;
}

Result<void> FavouriteLedger::change(const QString &path, const std::function<void(FavouriteLedger &)> &edit)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(longestWaitMs) && lock.error() == QLockFile::LockFailedError) {
        return failure(ErrorKind::Io,
                       Words::tr("Another program is writing the list of the favourites’ folders."),
                       Words::tr("Try again."));
    }
    Result<FavouriteLedger> ledger = read(path);
    if (!ledger && ledger.error().kind == ErrorKind::Io)
        return failure(ledger.error());
    if (!ledger)
        ledger = FavouriteLedger(); // the damaged one is set aside
    edit(*ledger);
    QJsonObject uses;
    for (auto use = ledger->uses.cbegin(); use != ledger->uses.cend(); ++use) {
        uses.insert(use.key(), QJsonObject{{QStringLiteral("last"), use->last.toString(Qt::ISODateWithMs)},
                                           {QStringLiteral("times"), use->times}});
    }
    QJsonObject root = ledger->m_root;
    root.insert(QStringLiteral("version"), 1);
    root.insert(QStringLiteral("folders"), QJsonArray::fromStringList(ledger->folders));
    root.insert(QStringLiteral("uses"), uses);
    const QByteArray bytes = QJsonDocument(root).toJson();
    return replaceFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace sonde
