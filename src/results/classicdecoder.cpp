#include "results/classicdecoder.h"

#include "results/jsontext.h"
#include "results/jsonwalk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <charconv>
#include <simdjson.h>
#include <unordered_map>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicDecoder)
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() &&
           (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool isQuoted(std::string_view token)
{
    return token.size() >= 2 && token.front() == '"';
}

std::string_view inside(std::string_view token)
{
    return token.substr(1, token.size() - 2);
}

/// Only whole instants in UTC are dates here: a version number such as 2017-10-02 is none.
std::optional<Ticks> instantOf(std::string_view token)
{
    if (!isQuoted(token) || token.size() < 22 || token[11] != 'T' || token[token.size() - 2] != 'Z')
        return {};
    return parseIsoDateTime(inside(token));
}

std::optional<std::int64_t> integerOf(std::string_view token)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc() || end != token.data() + token.size())
        return {};
    return value;
}

std::optional<double> realOf(std::string_view token)
{
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc() || end != token.data() + token.size())
        return {};
    return value;
}

ColumnType typeOf(std::string_view token)
{
    if (token == "true" || token == "false")
        return ColumnType::Bool;
    if (isQuoted(token))
        return instantOf(token) ? ColumnType::DateTime : ColumnType::String;
    if (token.front() == '{' || token.front() == '[')
        return ColumnType::Dynamic;
    if (integerOf(token))
        return ColumnType::Long;
    // Whole numbers beyond int64 would lose digits in a double: they stay text.
    const bool whole = token.find_first_of(".eE") == std::string_view::npos;
    return !whole && realOf(token) ? ColumnType::Real : ColumnType::String;
}

ColumnType widened(ColumnType a, ColumnType b)
{
    if (a == b)
        return a;
    const auto isNumber = [](ColumnType type) {
        return type == ColumnType::Long || type == ColumnType::Real;
    };
    return isNumber(a) && isNumber(b) ? ColumnType::Real : ColumnType::String;
}

struct FoundColumn
{
    std::string name;
    std::optional<ColumnType> type; ///< not set while all values were null
};

struct Cell
{
    std::uint32_t column;
    std::string_view token; ///< into the body
};

/// The union of the records' fields, and the records as tokens of the body.
class RecordCollector
{
public:
    void beginRecord()
    {
        m_starts.push_back(m_cells.size());
        m_expected = 0;
    }

    std::size_t recordCount() const { return m_starts.size(); }

    void add(std::string_view key, std::string_view token)
    {
        const std::uint32_t column = columnOf(key);
        m_expected = column + 1;
        if (token == "null")
            return;
        auto &type = m_columns[column].type;
        type = type ? widened(*type, typeOf(token)) : typeOf(token);
        m_cells.push_back({column, token});
    }

    /// Called once, last.
    Table build()
    {
        std::vector<ColumnBuilder> builders;
        builders.reserve(m_columns.size());
        for (const FoundColumn &column : m_columns)
            builders.emplace_back(QString::fromStdString(column.name),
                                  column.type.value_or(ColumnType::String));
        for (std::size_t record = 0; record < m_starts.size(); ++record) {
            const std::size_t end = record + 1 < m_starts.size() ? m_starts[record + 1] : m_cells.size();
            for (std::size_t i = m_starts[record]; i < end; ++i) {
                ColumnBuilder &builder = builders[m_cells[i].column];
                if (builder.size() == record)
                    append(builder, m_cells[i].token);
                else
                    warn(Words::tr("Some records hold the field “%1” twice; the first is shown.")
                             .arg(builder.name()));
            }
            for (ColumnBuilder &builder : builders) {
                if (builder.size() == record)
                    builder.appendNull();
            }
        }
        QList<Column> columns;
        for (ColumnBuilder &builder : builders)
            columns.append(builder.build());
        return Table(columns, m_starts.size());
    }

    /// Filled by build().
    const QStringList &warnings() const { return m_warnings; }

private:
    void warn(const QString &what)
    {
        if (!m_warnings.contains(what))
            m_warnings << what;
    }

    std::uint32_t columnOf(std::string_view key)
    {
        // Records of one type have their fields in one order.
        if (m_expected < m_columns.size() && m_columns[m_expected].name == key)
            return m_expected;
        const auto [found, isNew] =
            m_indexes.try_emplace(std::string(key), static_cast<std::uint32_t>(m_columns.size()));
        if (isNew)
            m_columns.push_back({found->first, {}});
        return found->second;
    }

    void append(ColumnBuilder &builder, std::string_view token)
    {
        switch (builder.type()) {
        case ColumnType::Bool:
            builder.appendInteger(token == "true");
            break;
        case ColumnType::Long:
            builder.appendInteger(integerOf(token).value_or(0));
            break;
        case ColumnType::Real:
            builder.appendReal(realOf(token).value_or(0));
            break;
        case ColumnType::DateTime:
            builder.appendInteger(instantOf(token).value_or(0));
            break;
        default:
            if (isQuoted(token)) {
                if (!unescapeJson(inside(token), m_scratch))
                    warn(Words::tr("Some cells of column “%1” hold half a character; it is shown as \uFFFD.")
                             .arg(builder.name()));
                builder.appendText(m_scratch);
            } else {
                builder.appendText(token);
            }
        }
    }

    std::vector<FoundColumn> m_columns;
    std::unordered_map<std::string, std::uint32_t> m_indexes;
    std::vector<Cell> m_cells;
    std::vector<std::size_t> m_starts;
    std::uint32_t m_expected = 0;
    std::string m_scratch;
    QStringList m_warnings;
};

tl::unexpected<Error> damaged(simdjson::error_code error)
{
    return failure(ErrorKind::Decode, Words::tr("The answer is cut short or damaged."),
                   Words::tr("Search again; the connection may have been lost on the way."),
                   QString::fromUtf8(simdjson::error_message(error)));
}

tl::unexpected<Error> wrongShape(const QString &detail)
{
    return failure(
        ErrorKind::Decode, Words::tr("The answer is not one of the classic search service."),
        Words::tr("Check the address of the connection; a proxy or sign-in page may have answered instead."),
        detail);
}

/// R: query-syntax-error.body.json; `column` counts from 1 there, TextPosition from 0.
Error searchError(const QJsonObject &object)
{
    Error error;
    error.kind = ErrorKind::Query;
    error.serviceCode = object.value(QLatin1StringView("type")).toString();
    if (error.serviceCode.isEmpty())
        error.serviceCode = object.value(QLatin1StringView("code")).toString();
    const QString message = object.value(QLatin1StringView("message")).toString();
    const QString text = object.value(QLatin1StringView("text")).toString();
    error.message = message.isEmpty() ? Words::tr("The service refused the search.") : message;
    error.advice = text.isEmpty() ? Words::tr("Change the search and run it again.")
                                  : Words::tr("The service stopped reading at “%1”.").arg(text.left(60));
    error.detail = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    const QJsonValue line = object.value(QLatin1StringView("line"));
    const QJsonValue column = object.value(QLatin1StringView("column"));
    if (line.isDouble() && column.isDouble())
        error.position = TextPosition{std::max(1, line.toInt()), std::max(0, column.toInt() - 1)};
    return error;
}

void readMetadata(const QJsonObject &metadata, ClassicAnswer &answer)
{
    const auto number = [&metadata](QLatin1StringView key) -> std::optional<qint64> {
        const QJsonValue value = metadata.value(key);
        return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
    };
    answer.total = number(QLatin1StringView("total"));
    answer.top = number(QLatin1StringView("top"));
    answer.status = metadata.value(QLatin1StringView("Status")).toString();
    answer.pending = answer.status == QLatin1String("Pending");
    answer.partialResults = metadata.value(QLatin1StringView("partialResults")).toBool();
    answer.aggregated =
        metadata.value(QLatin1StringView("resultType")).toString() == QLatin1String("aggregated");
    answer.eTag = metadata.value(QLatin1StringView("ETag")).toString();
    const QJsonArray cores = metadata.value(QLatin1StringView("CoreSummaries")).toArray();
    for (qsizetype i = 0; i < cores.size(); ++i) {
        const QString status = cores.at(i).toObject().value(QLatin1StringView("Status")).toString();
        if (status == QLatin1String("Pending") || status == QLatin1String("Successful"))
            continue;
        //: One of the parts that hold the index. %1: which; %2: of how many; %3: its status, verbatim
        answer.coreErrors
            << Words::tr("Index core %1 of %2 answered “%3”.").arg(i + 1).arg(cores.size()).arg(status);
    }
}

using simdjson::ondemand::value;

/// simdjson's own way refuses a lone surrogate.
simdjson::error_code readKey(simdjson::simdjson_result<simdjson::ondemand::field> &field, std::string &key)
{
    simdjson::ondemand::raw_json_string raw;
    if (const auto error = field.key().get(raw); error != simdjson::SUCCESS)
        return error;
    const char *end = raw.raw();
    while (*end != '"')
        end += *end == '\\' ? 2 : 1;
    unescapeJson(std::string_view(raw.raw(), static_cast<std::size_t>(end - raw.raw())), key);
    return simdjson::SUCCESS;
}

simdjson::error_code rawValue(value item, std::string_view &token)
{
    token = trimmed(item.raw_json_token());
    if (token.front() != '{' && token.front() != '[')
        return token.front() == '"' || isJsonScalar(token) ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
    const auto error = simdjson::to_json_string(item).get(token);
    token = trimmed(token);
    return error;
}

simdjson::error_code readRecord(simdjson::ondemand::object record, RecordCollector &records)
{
    records.beginRecord();
    std::string key;
    for (auto field : record) {
        value item;
        std::string_view token;
        if (const auto error = readKey(field, key); error != simdjson::SUCCESS)
            return error;
        if (const auto error = field.value().get(item); error != simdjson::SUCCESS)
            return error;
        if (const auto error = rawValue(item, token); error != simdjson::SUCCESS)
            return error;
        if (key != "__metadata")
            records.add(key, token);
    }
    return simdjson::SUCCESS;
}

std::string withoutMark(const QByteArray &bytes)
{
    std::string body = bytes.toStdString();
    if (body.starts_with("\xEF\xBB\xBF"))
        body.erase(0, 3);
    return body;
}

QJsonObject objectOf(std::string_view json)
{
    return QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
}

/// One of the members beside the records.
void readMember(std::string_view key, std::string_view token, ClassicAnswer &answer)
{
    if (key == "id" && isQuoted(token)) {
        std::string text;
        unescapeJson(inside(token), text);
        answer.id = QString::fromStdString(text);
    } else if (key == "__metadata") {
        readMetadata(objectOf(token), answer);
    }
}

void takeRecords(RecordCollector &records, bool repaired, ClassicAnswer &answer)
{
    answer.requestId = answer.id.mid(answer.id.lastIndexOf(QLatin1Char('/')) + 1);
    answer.rows = records.build();
    answer.warnings = records.warnings();
    if (repaired)
        answer.warnings << Words::tr("The answer holds bytes that are not text; they are shown as \uFFFD.");
}

/// Reads records one by one, so that a damaged one hides none before it; false where there are no more that
/// are whole.
bool readWholeRecords(JsonWalk &walk, const std::string &body, RecordCollector &records)
{
    simdjson::ondemand::parser parser;
    if (!walk.take('['))
        return false;
    while (!walk.take(']')) {
        const auto text = walk.takeValue();
        if (!text)
            return false;
        // What stands behind the record is room enough for simdjson.
        const auto capacity = body.capacity() - static_cast<std::size_t>(text->data() - body.data());
        const auto read = [&](RecordCollector &into) {
            simdjson::ondemand::document document;
            simdjson::ondemand::object record;
            return parser.iterate(text->data(), text->size(), capacity).get(document) == simdjson::SUCCESS &&
                   document.get_object().get(record) == simdjson::SUCCESS &&
                   readRecord(record, into) == simdjson::SUCCESS;
        };
        // A damaged one would leave fields behind.
        RecordCollector trial;
        if (!read(trial) || !read(records))
            return false;
        if (!walk.take(',') && !walk.sees(']'))
            return false;
    }
    return true;
}

} // namespace

Result<ClassicAnswer> decodeClassicAnswer(const QByteArray &bytes)
{
    std::string body = withoutMark(bytes);
    if (QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())).trimmed().isEmpty()) {
        return failure(ErrorKind::Decode, Words::tr("The answer is empty."),
                       Words::tr("Search again; if it stays so, check the address of the connection."));
    }
    const bool repaired = repairUtf8(body);
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);

    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object root;
    auto error = parser.iterate(body.data(), body.size(), body.capacity()).get(document);
    if (error == simdjson::SUCCESS)
        error = document.get_object().get(root);
    if (error != simdjson::SUCCESS) {
        // What begins as an answer does was one.
        const bool begun = body[body.find_first_not_of(" \t\r\n")] == '{';
        return begun ? damaged(error) : wrongShape(QString::fromUtf8(simdjson::error_message(error)));
    }

    ClassicAnswer answer;
    RecordCollector records;
    bool hasMetadata = false;
    bool hasValue = false;
    QJsonObject errorObject;
    const auto readRoot = [&]() -> simdjson::error_code {
        std::string key;
        for (auto field : root) {
            value item;
            std::string_view token;
            if (const auto e = readKey(field, key); e != simdjson::SUCCESS)
                return e;
            if (const auto e = field.value().get(item); e != simdjson::SUCCESS)
                return e;
            if (key == "value") {
                simdjson::ondemand::array array;
                if (const auto e = item.get_array().get(array); e != simdjson::SUCCESS)
                    return e;
                hasValue = true;
                for (auto element : array) {
                    simdjson::ondemand::object record;
                    if (const auto e = element.get_object().get(record); e != simdjson::SUCCESS)
                        return e;
                    if (const auto e = readRecord(record, records); e != simdjson::SUCCESS)
                        return e;
                }
                continue;
            }
            if (const auto e = rawValue(item, token); e != simdjson::SUCCESS)
                return e;
            if (key == "__metadata")
                hasMetadata = token.front() == '{';
            else if (key == "error")
                errorObject = objectOf(token);
            readMember(key, token, answer);
        }
        return simdjson::SUCCESS;
    };
    error = readRoot();
    if (error == simdjson::INCORRECT_TYPE)
        return wrongShape(Words::tr("Its “value” is not a list of records."));
    if (error != simdjson::SUCCESS)
        return damaged(error);
    if (!errorObject.isEmpty() && !hasValue)
        return failure(searchError(errorObject));
    if (!hasMetadata || !hasValue)
        return wrongShape(Words::tr("It has no “__metadata” or no “value”."));
    takeRecords(records, repaired, answer);
    return answer;
}

std::optional<ClassicAnswer> decodeClassicPart(const QByteArray &bytes)
{
    std::string body = withoutMark(bytes);
    const bool repaired = repairUtf8(body);
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    ClassicAnswer answer;
    RecordCollector records;
    JsonWalk walk(body);
    std::string key;
    bool isReadable = walk.take('{');
    while (isReadable) {
        const auto name = walk.takeValue();
        if (!name || !isQuoted(*name) || !walk.take(':'))
            break;
        unescapeJson(inside(*name), key);
        if (key == "value") {
            isReadable = readWholeRecords(walk, body, records);
        } else {
            const auto token = walk.takeValue();
            isReadable = token.has_value();
            if (token)
                readMember(key, *token, answer);
        }
        isReadable = isReadable && walk.take(',');
    }
    if (records.recordCount() == 0)
        return {};
    takeRecords(records, repaired, answer);
    return answer;
}

} // namespace sonde
