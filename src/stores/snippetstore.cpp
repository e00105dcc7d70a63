#include "stores/snippetstore.h"

#include "core/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

/// Outside every namespace, as Q_INIT_RESOURCE demands.
static void initSnippetResources()
{
    Q_INIT_RESOURCE(sonde_snippets);
}

namespace sonde {

namespace {

constexpr int fileVersion = 1;
/// Nobody writes more by hand; beyond it is another file.
constexpr qint64 largestFile = 4 * 1024 * 1024;

QList<Snippet> readBuiltIn()
{
    initSnippetResources();
    QFile file(QStringLiteral(":/snippets/snippets.json"));
    QList<Snippet> snippets;
    if (!file.open(QIODevice::ReadOnly))
        return snippets;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &value : json.value(QLatin1String("snippets")).toArray()) {
        QString problem;
        snippets.append(snippetFromJson(value, problem));
    }
    return snippets;
}

} // namespace

SnippetStore::SnippetStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{}

const QList<Snippet> &SnippetStore::builtIn()
{
    static const QList<Snippet> all = readBuiltIn();
    return all;
}

const QList<Snippet> &SnippetStore::snippets()
{
    load();
    return m_snippets;
}

const std::optional<Error> &SnippetStore::problem()
{
    load();
    return m_problem;
}

std::optional<Error> SnippetStore::takeProblem()
{
    load();
    if (m_isTold)
        return std::nullopt;
    m_isTold = true;
    return m_problem;
}

void SnippetStore::load()
{
    const QFileInfo info(m_path);
    const qint64 size = info.exists() ? info.size() : -1;
    const QDateTime changed = info.lastModified();
    if (m_isLoaded && size == m_readSize && (size < 0 || changed == m_readAt))
        return;
    m_isLoaded = true;
    m_readSize = size;
    m_readAt = changed;
    m_snippets = builtIn();
    m_problem.reset();
    m_isTold = false;
    if (size < 0)
        return;
    QFile file(m_path);
    if (size > largestFile)
        note(tr("It is larger than 4 MB."));
    else if (!file.open(QIODevice::ReadOnly))
        note(file.errorString());
    else
        read(file.readAll());
}

void SnippetStore::read(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    const QJsonObject json = document.object();
    if (error.error != QJsonParseError::NoError) {
        const int line =
            static_cast<int>(QByteArrayView(bytes).first(error.offset).toByteArray().count('\n'));
        //: %1: a line’s number; %2: what the reader of JSON says, in English
        note(tr("Line %1: %2.").arg(line + 1).arg(error.errorString()));
        return;
    }
    if (json.value(QLatin1String("version")).toInt() != fileVersion ||
        !json.value(QLatin1String("snippets")).isArray()) {
        note(tr("It has no list of snippets that this version of Sonde knows."));
        return;
    }
    for (const QJsonValue &name : json.value(QLatin1String("removed")).toArray())
        m_snippets.removeIf([&name](const Snippet &snippet) { return snippet.name == name.toString(); });
    QList<Snippet> own;
    int number = 0;
    for (const QJsonValue &value : json.value(QLatin1String("snippets")).toArray()) {
        ++number;
        QString problem;
        const Snippet snippet = snippetFromJson(value, problem);
        if (problem.isEmpty() && snippetOf(std::as_const(own), snippet.name) != nullptr)
            problem = tr("There are two snippets “%1”.").arg(snippet.name);
        if (!problem.isEmpty()) {
            //: %1: the place in a list, from 1; %2: a sentence on what is wrong there
            note(tr("Snippet %1: %2").arg(number).arg(problem));
            continue;
        }
        own.append(snippet);
    }
    for (const Snippet &snippet : std::as_const(own)) {
        if (Snippet *same = snippetOf(m_snippets, snippet.name))
            *same = snippet;
        else
            m_snippets.append(snippet);
    }
}

/// The first thing that is wrong is what is said.
void SnippetStore::note(const QString &detail)
{
    if (m_problem)
        return;
    Error error;
    error.kind = ErrorKind::Decode;
    //: %1: a file; %2: a sentence on what is wrong in it
    error.message =
        tr("Snippets in “%1” could not be read. %2").arg(QDir::toNativeSeparators(m_path), detail);
    error.advice = tr("Mend the file; if snippets are changed in the settings before that, it is kept beside "
                      "the new one.");
    m_problem = error;
}

/// A file with something that could not be read goes aside, under a name that nothing has.
Result<void> SnippetStore::keepUnreadable()
{
    QString aside;
    for (int number = 1; aside.isEmpty() || QFileInfo::exists(aside); ++number)
        aside = m_path + QStringLiteral(".unreadable-%1").arg(number);
    if (QFile::copy(m_path, aside))
        return {};
    return failure(ErrorKind::Io,
                   tr("“%1” could not be kept, so it is not replaced.").arg(QDir::toNativeSeparators(m_path)),
                   tr("Check that you may write to its folder and that its disk is not full."));
}

Result<void> SnippetStore::replace(const QList<Snippet> &snippets)
{
    load();
    if (snippets == m_snippets)
        return {};
    QJsonArray own;
    for (const Snippet &snippet : snippets) {
        if (!builtIn().contains(snippet))
            own.append(toJson(snippet));
    }
    QJsonArray removed;
    for (const Snippet &snippet : builtIn()) {
        if (snippetOf(snippets, snippet.name) == nullptr)
            removed.append(snippet.name);
    }
    QJsonObject json{{QStringLiteral("version"), fileVersion}, {QStringLiteral("snippets"), own}};
    if (!removed.isEmpty())
        json.insert(QStringLiteral("removed"), removed);
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Indented);
    if (const auto folder = makeFolderOf(m_path); !folder)
        return folder;
    if (m_problem) {
        if (const auto kept = keepUnreadable(); !kept)
            return kept;
    }
    const auto written =
        replaceFile(m_path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (written)
        m_isLoaded = false;
    return written;
}

} // namespace sonde
