#include "results/answergenerator.h"
#include "results/answerjudge.h"
#include "results/classicdecoder.h"
#include "results/logsdecoder.h"
#include "support/cells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThreadPool>

using namespace sonde;

namespace {

/// What came of one answer, in a form to compare.
struct Decoded
{
    Result<LogsAnswer> answer = failure(ErrorKind::Decode, {});
    std::vector<ChunkedTable> tables;
    QStringList names;
};

/// Feeds a body in pieces of the decoder's own choice of memory: what lies behind a piece is none of it.
class Feeder
{
public:
    explicit Feeder(QThreadPool *pool = nullptr)
        : m_decoder([this](const ResultChunk &chunk) { onChunk(chunk); }, pool)
    {}

    bool feed(QByteArrayView piece)
    {
        // A copy of exactly that size, so that the address sanitizer sees who reads on.
        const std::vector<char> copy(piece.begin(), piece.end());
        const auto fed = m_decoder.feed(std::string_view(copy.data(), copy.size()));
        if (!fed)
            m_out.answer = failure(fed.error());
        return fed.has_value();
    }

    Decoded finish()
    {
        m_out.answer = m_decoder.finish();
        return std::move(m_out);
    }

    Decoded breakOff()
    {
        m_decoder.breakOff();
        return std::move(m_out);
    }

    Decoded failed() { return std::move(m_out); }

private:
    void onChunk(const ResultChunk &chunk)
    {
        if (static_cast<std::size_t>(chunk.tableIndex) == m_out.tables.size()) {
            m_out.tables.emplace_back();
            m_out.names << QString();
        }
        // It may stand behind the rows.
        if (m_out.names.last().isEmpty())
            m_out.names.last() = chunk.tableName;
        m_out.tables[static_cast<std::size_t>(chunk.tableIndex)].append(chunk.rows);
    }

    Decoded m_out;
    LogsDecoder m_decoder;
};

Decoded decodeWhole(const QByteArray &body)
{
    Feeder feeder;
    return feeder.feed(body) ? feeder.finish() : feeder.failed();
}

Decoded decodeCutAt(const QByteArray &body, qsizetype border)
{
    Feeder feeder;
    const QByteArrayView view(body);
    return feeder.feed(view.first(border)) && feeder.feed(view.sliced(border)) ? feeder.finish()
                                                                               : feeder.failed();
}

/// All that a reader sees, as bytes; the borders of the chunks are none of it.
QByteArray digest(const Decoded &decoded)
{
    if (!decoded.answer)
        return "failed: " + decoded.answer.error().message.toUtf8();
    QByteArray out = decoded.names.join(u'\n').toUtf8() + '\n' + decoded.answer->statistics + '\n' +
                     decoded.answer->render + '\n' + decoded.answer->warnings.join(u'\n').toUtf8();
    if (decoded.answer->partialError)
        out += decoded.answer->partialError->message.toUtf8() + decoded.answer->partialError->detail.toUtf8();
    for (const ChunkedTable &table : decoded.tables) {
        for (const ColumnHeader &header : table.headers())
            out += '\n' + header.name.toUtf8() + ' ' + columnTypeName(header.type).toLatin1();
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            out += '\n' + rowOf(table, row).join('\x1f');
    }
    return out;
}

ColumnType typeOf(const QJsonObject &column)
{
    return columnTypeFromName(column.value(QLatin1StringView("type")).toString().toStdString())
        .value_or(ColumnType::String);
}

struct Counts
{
    qint64 answers = 0;
    qint64 cells = 0;
    qint64 decodings = 0;
};

/// Nothing where the decoder and QJsonDocument agree on every cell; else where they do not.
std::optional<QString> compareTable(const ChunkedTable &table, const QJsonObject &expected, Counts &counts)
{
    const QJsonArray columns = expected.value(QLatin1StringView("columns")).toArray();
    const QJsonArray rows = expected.value(QLatin1StringView("rows")).toArray();
    if (table.columnCount() != columns.size() || table.rowCount() != static_cast<std::size_t>(rows.size())) {
        return QStringLiteral("%1 columns of %2, %3 rows of %4")
            .arg(table.columnCount())
            .arg(columns.size())
            .arg(table.rowCount())
            .arg(rows.size());
    }
    for (int c = 0; c < table.columnCount(); ++c) {
        const QJsonObject column = columns.at(c).toObject();
        const ColumnHeader &header = table.headers().at(c);
        const QString name = withoutLoneSurrogates(column.value(QLatin1StringView("name")).toString());
        if (header.name != name || header.type != typeOf(column))
            return QStringLiteral("column %1 is “%2”, not “%3”").arg(c).arg(header.name, name);
        for (qsizetype r = 0; r < rows.size(); ++r) {
            ++counts.cells;
            const CellRef cell = table.cell(static_cast<std::size_t>(r), c);
            if (const auto difference = disagreement(cell, header.type, rows.at(r).toArray().at(c)))
                return QStringLiteral("row %1, column %2: %3").arg(r).arg(c).arg(*difference);
        }
    }
    return {};
}

std::optional<QString> compareLogs(const Decoded &decoded, const QByteArray &body, Counts &counts)
{
    QJsonParseError parseError;
    const QJsonObject root = QJsonDocument::fromJson(body, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return QString(QLatin1String("the judge cannot read it: ") + parseError.errorString());
    if (!decoded.answer)
        return QString(decoded.answer.error().message + u' ' + decoded.answer.error().detail);
    const QJsonArray tables = root.value(QLatin1StringView("tables")).toArray();
    if (decoded.tables.size() != static_cast<std::size_t>(tables.size()))
        return QStringLiteral("%1 tables of %2").arg(decoded.tables.size()).arg(tables.size());
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const QJsonObject table = tables.at(i).toObject();
        if (decoded.names.at(i) != withoutLoneSurrogates(table.value(QLatin1StringView("name")).toString()))
            return QStringLiteral("table %1 is named “%2”").arg(i).arg(decoded.names.at(i));
        if (auto difference = compareTable(decoded.tables[static_cast<std::size_t>(i)], table, counts))
            return difference;
    }
    for (const auto &[name, text] : {std::pair(QLatin1StringView("statistics"), decoded.answer->statistics),
                                     std::pair(QLatin1StringView("render"), decoded.answer->render)}) {
        if (QJsonDocument::fromJson(text).object() != root.value(name).toObject())
            return QString(name + QLatin1String(" differs"));
    }
    if (decoded.answer->partialError.has_value() != root.contains(QLatin1StringView("error")))
        return QStringLiteral("the error of the answer");
    return {};
}

enum class Kind { Bool, Number, Date, Text, Json };

Kind kindOf(const QJsonValue &value)
{
    if (value.isBool())
        return Kind::Bool;
    if (value.isDouble())
        return Kind::Number;
    if (value.isString())
        return isServiceDateTime(value.toString()) ? Kind::Date : Kind::Text;
    return Kind::Json;
}

/// Which types are right for a column of such values; a number may be one that only text can hold.
bool isTypeOf(ColumnType type, const QSet<int> &kinds)
{
    if (kinds.size() != 1)
        return type == ColumnType::String;
    switch (static_cast<Kind>(*kinds.cbegin())) {
    case Kind::Bool:
        return type == ColumnType::Bool;
    case Kind::Number:
        return type == ColumnType::Long || type == ColumnType::Real || type == ColumnType::String;
    case Kind::Date:
        return type == ColumnType::DateTime;
    case Kind::Json:
        return type == ColumnType::Dynamic;
    default:
        return type == ColumnType::String;
    }
}

std::optional<QString> compareClassic(const Result<ClassicAnswer> &answer, const QByteArray &body,
                                      Counts &counts)
{
    if (!answer)
        return QString(answer.error().message + u' ' + answer.error().detail);
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonArray records = root.value(QLatin1StringView("value")).toArray();
    ChunkedTable table;
    table.append(answer->rows);
    if (table.rowCount() != static_cast<std::size_t>(records.size()))
        return QStringLiteral("%1 rows of %2").arg(table.rowCount()).arg(records.size());
    QMap<QString, QSet<int>> kinds;
    for (const QJsonValue &value : records) {
        const QJsonObject record = value.toObject();
        for (auto field = record.begin(); field != record.end(); ++field) {
            if (field.key() == QLatin1String("__metadata"))
                continue;
            QSet<int> &found = kinds[field.key()];
            if (!field.value().isNull())
                found << static_cast<int>(kindOf(field.value()));
        }
    }
    if (table.columnCount() != kinds.size())
        return QStringLiteral("%1 columns of %2").arg(table.columnCount()).arg(kinds.size());
    for (auto field = kinds.cbegin(); field != kinds.cend(); ++field) {
        const int column = table.indexOf(field.key());
        if (column < 0)
            return QString(QLatin1String("no column ") + field.key());
        const ColumnType type = table.headers().at(column).type;
        if (!isTypeOf(type, field.value()))
            return QString(field.key() + QLatin1String(" is a column of type ") + columnTypeName(type));
        for (qsizetype r = 0; r < records.size(); ++r) {
            ++counts.cells;
            const CellRef cell = table.cell(static_cast<std::size_t>(r), column);
            if (const auto difference = disagreement(cell, type, records.at(r).toObject().value(field.key())))
                return QStringLiteral("record %1, field %2: %3").arg(r).arg(field.key(), *difference);
        }
    }
    return {};
}

/// Where an answer fails, it is told how to make it again.
QByteArray place(const char *what, quint32 seed, const QString &difference, const QByteArray &body)
{
    return QByteArray(what) + " of seed " + QByteArray::number(seed) + ": " + difference.toUtf8() + "\n" +
           body.left(1000);
}

} // namespace

/// The decoders against QJsonDocument, cell by cell, on generated answers; the same seeds every time, unless
/// SONDE_SEED says where to begin.
class TestDifferential : public QObject
{
    Q_OBJECT

    quint32 m_firstSeed = 1;

    static void report(const char *what, const Counts &counts)
    {
        qInfo("%s: %lld answers, %lld cells compared, %lld decodings", what,
              static_cast<long long>(counts.answers), static_cast<long long>(counts.cells),
              static_cast<long long>(counts.decodings));
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("SONDE_SEED"))
            m_firstSeed = qEnvironmentVariable("SONDE_SEED").toUInt();
    }

    void smallAnswersCutAtEveryBorder()
    {
        Counts counts;
        for (quint32 seed = m_firstSeed; counts.answers < 2000; ++seed) {
            AnswerGenerator generator(seed);
            const QByteArray body = generator.logsAnswer(AnswerGenerator::Size::Small);
            const Decoded whole = decodeWhole(body);
            ++counts.answers;
            ++counts.decodings;
            if (const auto difference = compareLogs(whole, body, counts))
                QFAIL(place("The answer", seed, *difference, body).constData());
            // Each border costs a decoding of the whole.
            if (body.size() > 600)
                continue;
            const QByteArray expected = digest(whole);
            for (qsizetype border = 1; border < body.size(); ++border) {
                ++counts.decodings;
                if (digest(decodeCutAt(body, border)) != expected) {
                    QFAIL(place("The answer", seed, QStringLiteral("cut at byte %1").arg(border), body)
                              .constData());
                }
            }
        }
        report("cut in two at every border", counts);
    }

    void largeAnswersInRandomPieces()
    {
        Counts counts;
        QThreadPool pool;
        for (quint32 seed = m_firstSeed; counts.answers < 300; ++seed) {
            AnswerGenerator generator(seed);
            const QByteArray body = generator.logsAnswer(AnswerGenerator::Size::Large);
            const int longest = generator.below(3) == 0 ? 20 : 20'000;
            Feeder feeder(generator.below(2) == 0 ? &pool : nullptr);
            bool fed = true;
            for (qsizetype at = 0; at < body.size() && fed;) {
                const qsizetype size = std::min<qsizetype>(1 + generator.below(longest), body.size() - at);
                fed = feeder.feed(QByteArrayView(body).sliced(at, size));
                at += size;
            }
            ++counts.answers;
            ++counts.decodings;
            const Decoded decoded = fed ? feeder.finish() : feeder.failed();
            if (const auto difference = compareLogs(decoded, body, counts))
                QFAIL(place("The large answer", seed, *difference, body).constData());
        }
        report("cut at random", counts);
    }

    /// What breaks off leaves the rows that were whole, and none that was not.
    void everyPrefixLeavesItsWholeRows()
    {
        Counts counts;
        for (quint32 seed = m_firstSeed; counts.answers < 300; ++seed) {
            AnswerGenerator generator(seed);
            const QByteArray body = generator.logsAnswer(AnswerGenerator::Size::Small);
            if (body.size() > 1200)
                continue;
            ++counts.answers;
            const Decoded whole = decodeWhole(body);
            std::size_t before = 0;
            for (qsizetype length = 0; length <= body.size(); ++length) {
                Feeder feeder;
                QVERIFY2(feeder.feed(QByteArrayView(body).first(length)), body.constData());
                const Decoded part = feeder.breakOff();
                ++counts.decodings;
                std::size_t rows = 0;
                for (std::size_t t = 0; t < part.tables.size(); ++t) {
                    rows += part.tables[t].rowCount();
                    for (std::size_t row = 0; row < part.tables[t].rowCount(); ++row, ++counts.cells) {
                        if (rowOf(part.tables[t], row) != rowOf(whole.tables[t], row))
                            QFAIL(place("The answer", seed, QStringLiteral("cut off at byte %1").arg(length),
                                        body)
                                      .constData());
                    }
                }
                QVERIFY2(rows >= before, body.left(length).constData());
                before = rows;
            }
            std::size_t all = 0;
            for (const ChunkedTable &table : whole.tables)
                all += table.rowCount();
            QCOMPARE(before, all);
        }
        report("cut off at every byte (rows, not cells)", counts);
    }

    void classicAnswers()
    {
        Counts counts;
        for (quint32 seed = m_firstSeed; counts.answers < 2000; ++seed) {
            AnswerGenerator generator(seed);
            const bool isLarge = seed % 10 == 0;
            const QByteArray body = generator.classicAnswer(isLarge ? AnswerGenerator::Size::Large
                                                                    : AnswerGenerator::Size::Small);
            ++counts.answers;
            ++counts.decodings;
            if (const auto difference = compareClassic(decodeClassicAnswer(body), body, counts))
                QFAIL(place("The classic answer", seed, *difference, body).constData());
        }
        report("classic", counts);
    }
};

QTEST_GUILESS_MAIN(TestDifferential)
#include "tst_differential.moc"
