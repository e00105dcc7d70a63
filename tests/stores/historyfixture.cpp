#include "historyfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace sonde {

void HistoryFixture::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("history"));
}

HistoryFixture::StorePtr HistoryFixture::open(const HistoryLimits &limits) const
{
    return std::make_unique<HistoryStore>(m_path, limits);
}

Query HistoryFixture::queryOf(const QString &text)
{
    Query query;
    query.text = text;
    return query;
}

Connection HistoryFixture::connectionOf(const char *id, const char *name)
{
    Connection connection;
    connection.id = QString::fromLatin1(id);
    connection.name = QString::fromUtf8(name);
    return connection;
}

QByteArray HistoryFixture::bytes() const
{
    QByteArray bytes;
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

Result<HistoryPage> HistoryFixture::pageOf(HistoryStore &store, const HistorySearch &what)
{
    std::optional<Result<HistoryPage>> answer;
    store.search(what, &store, [&answer](const Result<HistoryPage> &page) { answer = page; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        return failure(ErrorKind::Timeout, QStringLiteral("No answer came."));
    return *answer;
}

QList<HistoryEntry> HistoryFixture::entriesOf(HistoryStore &store, const QString &text)
{
    HistorySearch search;
    search.filter.text = text;
    search.limit = 100'000;
    const auto page = pageOf(store, search);
    return page ? page->entries : QList<HistoryEntry>{HistoryEntry()};
}

QStringList HistoryFixture::textsOf(HistoryStore &store, const QString &text)
{
    QStringList texts;
    const QList<HistoryEntry> entries = entriesOf(store, text);
    for (const HistoryEntry &entry : entries)
        texts << entry.text;
    return texts;
}

QList<qint64> HistoryFixture::put(HistoryStore &store, const QStringList &texts, const Connection &connection)
{
    QSignalSpy added(&store, &HistoryStore::entryAdded);
    QList<qint64> ids;
    for (const QString &text : texts)
        ids << store.begin(queryOf(text), connection, noon().addSecs(ids.size()));
    if (!QTest::qWaitFor([&] { return added.count() == texts.size(); }, 20'000))
        qWarning("Not all runs were stored.");
    return ids;
}

void HistoryFixture::execute(const QStringList &statements) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        database.setDatabaseName(databasePath());
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("raw"));
}

} // namespace sonde
