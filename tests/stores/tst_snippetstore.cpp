#include "stores/snippetstore.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

class TestSnippetStore final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("own/snippets.json")); }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QDir().mkpath(m_folder->filePath(QStringLiteral("own")));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static Snippet own()
    {
        return {QStringLiteral("mine"), QStringLiteral("My own"), Snippet::Place::Query,
                QStringLiteral("Event\n| take ${1:5}")};
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void thoseOfTheProgramAreInOrder()
    {
        QVERIFY(SnippetStore::builtIn().size() >= 15);
        QStringList names;
        for (const Snippet &snippet : SnippetStore::builtIn()) {
            const QByteArray name = snippet.name.toUtf8();
            QVERIFY2(snippetNameProblem(snippet.name, names).isEmpty(), name.constData());
            QVERIFY2(!snippet.description.isEmpty(), name.constData());
            const SnippetText text = SnippetText::read(snippet.text);
            QVERIFY2(text.problem.isEmpty(), qPrintable(text.problem));
            QVERIFY2(!text.stops.isEmpty(), name.constData());
            QCOMPARE(SnippetText::read(text.toSource()).text, text.text);
            names.append(snippet.name);
        }
    }

    void withoutAFileThereAreThoseOfTheProgram()
    {
        SnippetStore store(path());
        QCOMPARE(store.snippets(), SnippetStore::builtIn());
        QVERIFY(!store.problem());
        QVERIFY(!QFile::exists(path()));
    }

    void ownChangedAndRemovedOnesAreKept()
    {
        QList<Snippet> wanted = SnippetStore::builtIn();
        wanted.removeAt(1);
        wanted[0].text = QStringLiteral("where TimeGenerated > ago(${1:7d})");
        wanted.append(own());
        SnippetStore store(path());
        QVERIFY(store.replace(wanted));
        QCOMPARE(store.snippets(), wanted);
        SnippetStore other(path());
        QCOMPARE(other.snippets(), wanted);
        QVERIFY(!other.problem());
        // Only what is a person's own stands in the file, so that those of the program can get better.
        QVERIFY(!bytes().contains(SnippetStore::builtIn().at(4).name.toUtf8()));
        QVERIFY(bytes().contains("\"    | take") || bytes().contains("\"| take ${1:5}\""));
    }

    void backToThoseOfTheProgram()
    {
        SnippetStore store(path());
        QVERIFY(store.replace({own()}));
        QCOMPARE(store.snippets(), QList<Snippet>{own()});
        QVERIFY(store.replace(SnippetStore::builtIn()));
        QCOMPARE(SnippetStore(path()).snippets(), SnippetStore::builtIn());
    }

    void aChangeByHandIsSeen()
    {
        SnippetStore store(path());
        QVERIFY(store.replace(SnippetStore::builtIn() + QList<Snippet>{own()}));
        QCOMPARE(store.snippets().last(), own());
        write(R"({"version": 1, "snippets": [{"name": "byHand", "text": "take 5"}]})");
        QCOMPARE(store.snippets().last().name, QStringLiteral("byHand"));
        QCOMPARE(store.snippets().last().place, Snippet::Place::Pipe);
        QVERIFY(QFile::remove(path()));
        QCOMPARE(store.snippets(), SnippetStore::builtIn());
    }

    void aBrokenFileIsNamedAndKept_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("cut") << QByteArray("{\"version\": 1,\n\"snippets\": [{\"name\": \"a\"")
                             << QStringLiteral("Line 2: ");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("Line 1: ");
        QTest::newRow("other shape") << QByteArray("[1, 2]") << QStringLiteral("no list of snippets");
        QTest::newRow("newer") << QByteArray(R"({"version": 2, "snippets": []})")
                               << QStringLiteral("no list of snippets");
        QTest::newRow("one entry")
            << QByteArray(R"({"version": 1, "snippets": [{"name": "a", "text": "t"}, {"name": "b c"}]})")
            << QStringLiteral("Snippet 2: ");
        QTest::newRow("twice")
            << QByteArray(
                   R"({"version": 1, "snippets": [{"name": "a", "text": "t"}, {"name": "A", "text": "u"}]})")
            << QStringLiteral("two snippets “A”");
        QTest::newRow("NUL") << QByteArray("\0\0\0", 3) << QStringLiteral("Line 1: ");
    }
    void aBrokenFileIsNamedAndKept()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        write(content);
        SnippetStore store(path());
        QVERIFY(store.snippets().size() >= SnippetStore::builtIn().size());
        QVERIFY(store.problem());
        QVERIFY2(store.problem()->message.contains(words), qPrintable(store.problem()->message));
        QVERIFY(store.takeProblem());
        QVERIFY(!store.takeProblem()); // said once
        QCOMPARE(bytes(), content);    // reading changes nothing
        QVERIFY(store.replace(SnippetStore::builtIn() + QList<Snippet>{own()}));
        QCOMPARE(store.snippets().last(), own());
        QVERIFY(!store.problem());
        QFile kept(path() + QStringLiteral(".unreadable-1"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
    }

    void whatCannotBeWrittenChangesNothing()
    {
        // The folder is a file.
        QFile file(m_folder->filePath(QStringLiteral("own")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        SnippetStore store(path());
        const auto written = store.replace({own()});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
        QCOMPARE(store.snippets(), SnippetStore::builtIn());
    }
};

QTEST_APPLESS_MAIN(TestSnippetStore)
#include "tst_snippetstore.moc"
