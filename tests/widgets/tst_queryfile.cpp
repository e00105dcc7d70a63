#include "widgets/queryfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

class TestQueryFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QStringLiteral("query.kql")); }

    void put(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void savingKeepsEveryByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("LF") << QByteArray("a\nb\n") << QStringLiteral("a\nb\n");
        QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << QStringLiteral("a\nb\n");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "a\r\nb")
                              << QStringLiteral("a\nb");
        QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << QString();
        QTest::newRow("mixed") << QByteArray("a\r\nb\nc\r") << QStringLiteral("a\r\nb\nc\r");
        QTest::newRow("CR LF and a lone CR") << QByteArray("a\rb\r\n") << QStringLiteral("a\rb\n");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QStringLiteral("a") + QChar(u'\0') + u'b';
        QTest::newRow("beyond") << QByteArray("\xF0\x9F\x94\x8E \xE2\x80\x9C")
                                << QString::fromUtf8("\xF0\x9F\x94\x8E \xE2\x80\x9C");
    }
    void savingKeepsEveryByte()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, text);
        put(bytes);
        const auto file = readQueryFile(path());
        QVERIFY(file);
        QCOMPARE(file->text, text);
        QCOMPARE(file->stamp, stampOf(path()));
        QVERIFY(writeQueryFile(path(), file->text, file->form));
        QCOMPARE(content(), bytes);
    }

    void newLinesOfACrlfFileAreCrlf()
    {
        put("a\r\n");
        const auto file = readQueryFile(path());
        QVERIFY(writeQueryFile(path(), file->text + QStringLiteral("b\n"), file->form));
        QCOMPARE(content(), QByteArray("a\r\nb\r\n"));
    }

    void refusesWhatIsNoUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Latin 1") << QByteArray("caf\xE9");
        QTest::newRow("cut") << QByteArray("a\xE2\x80");
        QTest::newRow("a surrogate as UTF-8") << QByteArray("a\xED\xA0\xBD");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0",
                                              4);
    }
    void refusesWhatIsNoUtf8()
    {
        QFETCH(const QByteArray, bytes);
        put(bytes);
        const auto file = readQueryFile(path());
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::Usage);
        QVERIFY(file.error().message.contains(QStringLiteral("not UTF-8")));
        QVERIFY(!file.error().advice.isEmpty());
    }

    void halfACharacterIsNotWritten()
    {
        put("old");
        const auto written = writeQueryFile(path(), QStringLiteral("a") + QChar(0xD83D));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Usage);
        QCOMPARE(content(), QByteArray("old"));
    }

    void stampsTellFilesApart()
    {
        put("old");
        const FileStamp before = stampOf(path());
        QVERIFY(before.exists());
        put("longer");
        QVERIFY(stampOf(path()) != before);
        QFile::remove(path());
        QVERIFY(!stampOf(path()).exists());
    }
};

QTEST_GUILESS_MAIN(TestQueryFile)
#include "tst_queryfile.moc"
