#include "results/rowbatchdecoder.h"

#include "results/jsontext.h"

#include <QCoreApplication>
#include <charconv>
#include <cmath>
#include <limits>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RowBatchDecoder)
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() &&
           (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

Result<Table> unreadable(simdjson::error_code error)
{
    return failure(ErrorKind::Decode, Words::tr("The rows of the answer could not be read."),
                   Words::tr("Search again; if it stays so, the answer was damaged on its way."),
                   QString::fromUtf8(simdjson::error_message(error)));
}

/// `1e5` and `2.0` are whole numbers, too, as long as a double holds them exactly.
bool readWholeReal(std::string_view token, std::int64_t &value)
{
    constexpr double mostExact = 9007199254740992.0; // 2 to the power of 53
    double real = 0;
    const auto [stop, error] = std::from_chars(token.data(), token.data() + token.size(), real);
    if (error != std::errc() || stop != token.data() + token.size() || std::abs(real) > mostExact ||
        real != std::trunc(real))
        return false;
    value = static_cast<std::int64_t>(real);
    return true;
}

/// Beyond this the engine's own words help nobody.
constexpr std::size_t longestRowError = 16 * 1024;

} // namespace

Result<void> RowBatchDecoder::setColumns(std::string_view columnsJson)
{
    std::string repaired(columnsJson);
    const bool wasRepaired = repairSurrogates(repaired);
    const simdjson::padded_string padded(repaired);
    simdjson::dom::parser parser;
    simdjson::dom::array columns;
    const auto wrong = [] {
        return failure(
            ErrorKind::Decode, Words::tr("The answer’s list of columns could not be read."),
            Words::tr("Search again; if it stays so, the address may not be that of the service."));
    };
    if (parser.parse(padded).get(columns) != simdjson::SUCCESS)
        return wrong();
    for (const simdjson::dom::element column : columns) {
        std::string_view name;
        std::string_view typeName;
        if (column["name"].get(name) != simdjson::SUCCESS)
            return wrong();
        const auto text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        std::optional<ColumnType> type;
        if (column["type"].get(typeName) == simdjson::SUCCESS)
            type = columnTypeFromName(typeName);
        if (!type)
            warn(Words::tr("Column “%1” has a type that is not known here; it is shown as text.").arg(text));
        if (wasRepaired && text.contains(QChar::ReplacementCharacter))
            warn(Words::tr("The name of column “%1” holds half a character; it is shown as \uFFFD.")
                     .arg(text));
        for (const ColumnBuilder &other : m_builders) {
            if (other.name() != text)
                continue;
            warn(Words::tr("Several columns are named “%1”; in JSON Lines a number tells them apart.")
                     .arg(text));
            break;
        }
        m_builders.emplace_back(text, type.value_or(ColumnType::String));
    }
    m_hasColumns = true;
    return {};
}

Result<Table> RowBatchDecoder::decode(std::string &batch)
{
    if (repairUtf8(batch))
        warn(Words::tr("The answer holds bytes that are not text; they are shown as \uFFFD."));
    batch.reserve(batch.size() + simdjson::SIMDJSON_PADDING);
    simdjson::ondemand::document document;
    simdjson::ondemand::array rows;
    auto error = m_parser.iterate(batch.data(), batch.size(), batch.capacity()).get(document);
    if (error == simdjson::SUCCESS)
        error = document.get_array().get(rows);
    if (error != simdjson::SUCCESS)
        return unreadable(error);
    std::size_t count = 0;
    for (auto item : rows) {
        simdjson::ondemand::value value;
        simdjson::ondemand::array row;
        if (error = item.get(value); error != simdjson::SUCCESS)
            return unreadable(error);
        if (value.get_array().get(row) != simdjson::SUCCESS) {
            if (error = decodeStranger(value); error != simdjson::SUCCESS)
                return unreadable(error);
            continue;
        }
        if (error = decodeRow(row); error != simdjson::SUCCESS)
            return unreadable(error);
        ++count;
    }
    return takeTable(count);
}

/// Something other than a row among the rows.
simdjson::error_code RowBatchDecoder::decodeStranger(simdjson::ondemand::value value)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (token.front() == '{') {
        std::string_view json;
        if (const auto error = simdjson::to_json_string(value).get(json); error != simdjson::SUCCESS)
            return error;
        m_errorAmongRows = trimmed(json).substr(0, longestRowError);
        return simdjson::SUCCESS;
    }
    warn(Words::tr("The answer holds something other than a row among its rows; it is left out."));
    return token.front() == '"' || isJsonScalar(token) ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
}

simdjson::error_code RowBatchDecoder::decodeRow(simdjson::ondemand::array row)
{
    std::size_t index = 0;
    for (auto item : row) {
        simdjson::ondemand::value cell;
        if (const auto error = item.get(cell); error != simdjson::SUCCESS)
            return error;
        if (index < m_builders.size()) {
            if (const auto error = decodeCell(m_builders[index], cell); error != simdjson::SUCCESS)
                return error;
        }
        ++index;
    }
    if (index > m_builders.size())
        warn(Words::tr("Some rows have more cells than there are columns; the rest is left out."));
    if (index < m_builders.size())
        warn(Words::tr("Some rows have fewer cells than there are columns; the missing ones are empty."));
    for (; index < m_builders.size(); ++index)
        m_builders[index].appendNull();
    return simdjson::SUCCESS;
}

simdjson::error_code RowBatchDecoder::decodeCell(ColumnBuilder &builder, simdjson::ondemand::value cell)
{
    const std::string_view token = trimmed(cell.raw_json_token());
    if (token == "null") {
        builder.appendNull();
        return simdjson::SUCCESS;
    }
    if (isTextType(builder.type()))
        return decodeText(builder, cell, token);
    bool read = false;
    if (token.size() >= 2 && token.front() == '"') {
        std::string_view text = token.substr(1, token.size() - 2);
        if (text.find('\\') != std::string_view::npos) {
            unescapeJson(text, m_scratch);
            text = m_scratch;
        }
        read = decodeQuoted(builder, text);
    } else {
        read = decodeNumber(builder, token);
        if (!read && token.front() != '{' && token.front() != '[' && !isJsonScalar(token))
            return simdjson::TAPE_ERROR;
    }
    if (!read) {
        //: %1: a column’s name; %2: KQL’s name of a type, as datetime
        warn(Words::tr("Some cells of column “%1” are not of its type, %2; they are shown empty.")
                 .arg(builder.name(), columnTypeName(builder.type())));
        builder.appendNull();
    }
    return simdjson::SUCCESS;
}

simdjson::error_code RowBatchDecoder::decodeText(ColumnBuilder &builder, simdjson::ondemand::value cell,
                                                 std::string_view token)
{
    if (token.front() == '"') {
        const std::string_view inside = token.substr(1, token.size() - 2);
        if (inside.find('\\') == std::string_view::npos) {
            builder.appendText(inside);
            return simdjson::SUCCESS;
        }
        if (!unescapeJson(inside, m_scratch))
            warn(Words::tr("Some cells of column “%1” hold half a character; it is shown as \uFFFD.")
                     .arg(builder.name()));
        builder.appendText(m_scratch);
        return simdjson::SUCCESS;
    }
    if (token.front() == '{' || token.front() == '[') {
        std::string_view json;
        if (const auto error = simdjson::to_json_string(cell).get(json); error != simdjson::SUCCESS)
            return error;
        builder.appendText(trimmed(json));
        return simdjson::SUCCESS;
    }
    if (!isJsonScalar(token))
        return simdjson::TAPE_ERROR;
    builder.appendText(token);
    return simdjson::SUCCESS;
}

/// Bare tokens of the columns that are not text: true, false and numbers.
bool RowBatchDecoder::decodeNumber(ColumnBuilder &builder, std::string_view token)
{
    const char *const begin = token.data();
    const char *const end = begin + token.size();
    if (builder.type() == ColumnType::Real) {
        double value = 0;
        const auto [stop, error] = std::from_chars(begin, end, value);
        if (stop != end || error == std::errc::invalid_argument)
            return false;
        if (error == std::errc::result_out_of_range) {
            // 1e400 is a number in JSON and none in a double.
            warn(
                Words::tr("Some numbers of column “%1” are out of range; they are shown as infinite or zero.")
                    .arg(builder.name()));
            value = std::strtod(std::string(token).c_str(), nullptr);
        }
        builder.appendReal(value);
        return true;
    }
    if (builder.type() == ColumnType::Bool && (token == "true" || token == "false")) {
        builder.appendInteger(token == "true");
        return true;
    }
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(begin, end, value);
    if ((error != std::errc() || stop != end) && !readWholeReal(token, value))
        return false;
    switch (builder.type()) {
    case ColumnType::Bool:
        if (value != 0 && value != 1)
            return false;
        break;
    case ColumnType::Int:
        if (value < std::numeric_limits<std::int32_t>::min() ||
            value > std::numeric_limits<std::int32_t>::max())
            return false;
        break;
    case ColumnType::Long:
        break;
    default:
        return false;
    }
    builder.appendInteger(value);
    return true;
}

/// Quoted cells of the columns that are not text: datetimes, timespans, and numbers that JSON cannot hold.
bool RowBatchDecoder::decodeQuoted(ColumnBuilder &builder, std::string_view text)
{
    switch (builder.type()) {
    case ColumnType::DateTime:
        if (const auto ticks = parseIsoDateTime(text)) {
            builder.appendInteger(*ticks);
            return true;
        }
        return false;
    case ColumnType::TimeSpan:
        if (const auto ticks = parseTimespan(text)) {
            builder.appendInteger(*ticks);
            return true;
        }
        return false;
    case ColumnType::Real: {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        if (text == "NaN")
            builder.appendReal(std::numeric_limits<double>::quiet_NaN());
        else if (text == "Infinity")
            builder.appendReal(infinity);
        else if (text == "-Infinity")
            builder.appendReal(-infinity);
        else
            return decodeNumber(builder, text);
        return true;
    }
    default:
        return decodeNumber(builder, text);
    }
}

void RowBatchDecoder::warn(const QString &what)
{
    ++m_warnings[what];
}

Table RowBatchDecoder::emptyTable()
{
    return takeTable(0);
}

Table RowBatchDecoder::takeTable(std::size_t rows)
{
    QList<Column> columns;
    columns.reserve(static_cast<qsizetype>(m_builders.size()));
    for (ColumnBuilder &builder : m_builders)
        columns.append(builder.build());
    return Table(columns, rows);
}

QStringList RowBatchDecoder::warnings() const
{
    return m_warnings.keys();
}

} // namespace sonde
