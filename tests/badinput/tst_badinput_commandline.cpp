#include "app/commandline.h"
#include "support/badinput.h"

#include <QFile>
#include <QJsonArray>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// `sonde query` with arguments and files that are no query: refused before anything is started.
class TestBadCommandLine : public QObject
{
    Q_OBJECT

public:
    TestBadCommandLine();

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static Result<CommandLine> parse(const QStringList &arguments);
    static void arguments(const BadInputCase &row);
    void file(const BadInputCase &row, const QByteArray &bytes);
    void wideFile(const BadInputCase &row);
    QString written(const QByteArray &bytes) const;

    BadInputArea m_area{QStringLiteral("commandline")};
    QTemporaryDir m_dir;
};

TestBadCommandLine::TestBadCommandLine()
{
    for (const char *name : {"start after end", "top 0", "top -1", "top 10^12", "an empty query"})
        m_area.drive(name, arguments);
    m_area.drive("a query file with a lone surrogate", [this](const BadInputCase &row) {
        file(row, "print '\xED\xA0\xBD'");
        file(row, "print '\xC3");  // cut within a character
        file(row, "print '\xE9'"); // Latin-1
    });
    m_area.drive("a query file with a NUL",
                 [this](const BadInputCase &row) { file(row, QByteArray("Event\0| take 1", 14)); });
    m_area.drive("a query file of 10 MB",
                 [this](const BadInputCase &row) { file(row, QByteArray(10 * 1024 * 1024, 'x')); });
    m_area.drive("a query file in UTF-16", [this](const BadInputCase &row) { wideFile(row); });
}

Result<CommandLine> TestBadCommandLine::parse(const QStringList &arguments)
{
    return CommandLine::parse(
        QStringList{QStringLiteral("sonde"), QStringLiteral("query"), QStringLiteral("--demo")} + arguments);
}

void TestBadCommandLine::arguments(const BadInputCase &row)
{
    QStringList given;
    for (const QJsonValue &argument : row.input.toArray())
        given << argument.toString();
    QVERIFY(!given.isEmpty());
    if (!given.contains(QStringLiteral("--text")))
        given << QStringLiteral("--text") << QStringLiteral("Event");
    const auto line = parse(given);
    QVERIFY(!line);
    SONDE_AGREES(row, line.error());
}

QString TestBadCommandLine::written(const QByteArray &bytes) const
{
    QFile file(m_dir.filePath(QStringLiteral("query.kql")));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestBadCommandLine::file(const BadInputCase &row, const QByteArray &bytes)
{
    const QString path = written(bytes);
    const auto line = parse({QStringLiteral("--file"), path});
    QVERIFY(!line);
    SONDE_AGREES(row, line.error(), {{QStringLiteral("path"), path}});
}

void TestBadCommandLine::wideFile(const BadInputCase &row)
{
    Q_UNUSED(row)
    const QString text = QStringLiteral("print '\u00E9'");
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encoder(text);
        QCOMPARE(bytes.size(), 2 * (text.size() + 1));
        const auto line = parse({QStringLiteral("--file"), written(bytes)});
        QVERIFY2(line.has_value(), qPrintable(line ? QString() : line.error().message));
        QCOMPARE(line->query.query.text, text);
    }
}

QTEST_GUILESS_MAIN(TestBadCommandLine)
#include "tst_badinput_commandline.moc"
