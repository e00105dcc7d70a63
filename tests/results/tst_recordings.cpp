#include "results/classicdecoder.h"
#include "results/jsontext.h"
#include "results/logsdecoder.h"
#include "results/serviceerror.h"
#include "support/cells.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;

/// Recorded answers of the real services, where a folder of them is named by SONDE_RECORDINGS (subfolders
/// `classic` and `query`). They are data of others and not part of this project; fixtures of the same shapes,
/// with values of our own, are in the other tests and always run.
class TestRecordings : public QObject
{
    Q_OBJECT

    QDir m_folder;

    static QJsonObject read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    static QByteArray compact(const QJsonValue &value)
    {
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    }

    /// What the cell must read as, taken from the JSON by Qt's parser.
    static QByteArray expected(const QJsonValue &value, const QString &type)
    {
        if (value.isNull() || value.isUndefined())
            return "<null>";
        if (value.isString())
            return value.toString().toUtf8();
        if (value.isBool())
            return value.toBool() ? "true" : "false";
        if (type == QLatin1String("real")) {
            std::string text;
            appendReal(text, value.toDouble());
            return QByteArray::fromStdString(text);
        }
        return QByteArray::number(value.toInteger());
    }

    static void compareTables(const QJsonObject &body)
    {
        std::vector<ChunkedTable> tables;
        LogsDecoder decoder([&tables](const ResultChunk &chunk) {
            if (static_cast<std::size_t>(chunk.tableIndex) == tables.size())
                tables.emplace_back();
            tables[static_cast<std::size_t>(chunk.tableIndex)].append(chunk.rows);
        });
        QVERIFY(decoder.feed(compact(body).toStdString()).has_value());
        const auto answer = decoder.finish();
        QVERIFY(answer.has_value());
        QCOMPARE(answer->warnings, QStringList());
        QCOMPARE(answer->partialError.has_value(), body.contains(QLatin1StringView("error")));
        QCOMPARE(answer->render.isEmpty(), !body.contains(QLatin1StringView("render")));
        QCOMPARE(answer->statistics.isEmpty(), !body.contains(QLatin1StringView("statistics")));
        const QJsonArray wanted = body.value(QLatin1StringView("tables")).toArray();
        QCOMPARE(tables.size(), static_cast<std::size_t>(wanted.size()));
        for (qsizetype t = 0; t < wanted.size(); ++t) {
            const ChunkedTable &table = tables[static_cast<std::size_t>(t)];
            const QJsonArray rows = wanted[t][QLatin1StringView("rows")].toArray();
            const QJsonArray columns = wanted[t][QLatin1StringView("columns")].toArray();
            QCOMPARE(table.rowCount(), static_cast<std::size_t>(rows.size()));
            QCOMPARE(table.columnCount(), static_cast<int>(columns.size()));
            for (qsizetype r = 0; r < rows.size(); ++r) {
                for (int c = 0; c < table.columnCount(); ++c) {
                    const QString type = columns[c][QLatin1StringView("type")].toString();
                    QCOMPARE(cellOf(table, static_cast<std::size_t>(r), c), expected(rows[r][c], type));
                }
            }
        }
    }

private slots:
    void initTestCase()
    {
        const QString folder = qEnvironmentVariable("SONDE_RECORDINGS");
        if (folder.isEmpty())
            QSKIP("SONDE_RECORDINGS is not set: no recorded answers to compare with on this machine.");
        m_folder.setPath(folder);
        QVERIFY2(m_folder.exists(), qPrintable(folder));
    }

    void queryAnswers()
    {
        const QDir query(m_folder.filePath(QStringLiteral("query")));
        int tables = 0;
        int errors = 0;
        for (const QString &name : query.entryList({QStringLiteral("*.json")})) {
            const QJsonObject response =
                read(query.filePath(name)).value(QLatin1StringView("response")).toObject();
            const QJsonObject body = response.value(QLatin1StringView("body")).toObject();
            if (body.contains(QLatin1StringView("tables")) && body.contains(QLatin1StringView("tables")) &&
                body.value(QLatin1StringView("tables"))
                    .toArray()
                    .first()
                    .toObject()
                    .contains(QLatin1StringView("rows"))) {
                compareTables(body);
                ++tables;
            } else if (response.value(QLatin1StringView("status")).toInt() >= 400 &&
                       body.value(QLatin1StringView("error")).isObject()) {
                const auto error = parseServiceError(compact(body));
                QVERIFY(error.has_value());
                QVERIFY(!error->message.isEmpty());
                ++errors;
            }
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(name));
        }
        qInfo("%d answers compared cell by cell, %d error bodies read", tables, errors);
        QVERIFY(tables >= 5);
        QVERIFY(errors >= 3);
    }

    void classicAnswers()
    {
        const QDir classic(m_folder.filePath(QStringLiteral("classic")));
        int answers = 0;
        for (const QString &name : classic.entryList({QStringLiteral("*.json")})) {
            for (const QJsonValue entry :
                 read(classic.filePath(name)).value(QLatin1StringView("Entries")).toArray()) {
                const QByteArray body = entry[QLatin1StringView("ResponseBody")].toString().toUtf8();
                const QJsonObject wanted = QJsonDocument::fromJson(body).object();
                const QJsonObject metadata = wanted.value(QLatin1StringView("__metadata")).toObject();
                if (!metadata.contains(QLatin1StringView("Status")))
                    continue;
                const auto answer = decodeClassicAnswer(body);
                QVERIFY2(answer.has_value(), qPrintable(name));
                QCOMPARE(answer->status, metadata.value(QLatin1StringView("Status")).toString());
                QCOMPARE(answer->id, wanted.value(QLatin1StringView("id")).toString());
                ChunkedTable table;
                table.append(answer->rows);
                const QJsonArray records = wanted.value(QLatin1StringView("value")).toArray();
                QCOMPARE(table.rowCount(), static_cast<std::size_t>(records.size()));
                for (qsizetype r = 0; r < records.size(); ++r)
                    compareRecord(records[r].toObject(), table, static_cast<std::size_t>(r));
                ++answers;
            }
        }
        qInfo("%d classic answers compared field by field", answers);
        QVERIFY(answers >= 3);
    }

    void classicError()
    {
        const QJsonObject file =
            read(m_folder.filePath(QStringLiteral("classic/query-syntax-error.body.json")));
        const auto answer = decodeClassicAnswer(compact(file.value(QLatin1StringView("body"))));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Query);
        QVERIFY(answer.error().position.has_value());
    }

private:
    static void compareRecord(const QJsonObject &record, const ChunkedTable &table, std::size_t row)
    {
        for (int c = 0; c < table.columnCount(); ++c) {
            const ColumnHeader &header = table.headers().at(c);
            const QJsonValue value = record.value(header.name);
            if (value.isObject() || value.isArray()) {
                const QByteArray json = '[' + cellOf(table, row, c) + ']';
                QCOMPARE(QJsonDocument::fromJson(json)[0], value);
                continue;
            }
            QByteArray want = expected(value, columnTypeName(header.type));
            // The service cuts trailing zeros of fractions, so do we: "25.180Z" never occurs.
            QCOMPARE(cellOf(table, row, c), want);
        }
        for (const QString &key : record.keys())
            QVERIFY2(key == QLatin1String("__metadata") || table.indexOf(key) >= 0, qPrintable(key));
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
