#include "engine/encodingfunctions.h"

#include "engine/constants.h"
#include "engine/jsonpieces.h"
#include "engine/literals.h"
#include "engine/scalarfunction.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUuid>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;
using std::uint64_t;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

constexpr std::size_t guidBytes = 16;

QByteArray bytesOf(string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Nothing where the bytes are no UTF-8.
optional<string> textOfBytes(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : optional(text.toStdString());
}

// Base64

string encode(string_view text)
{
    return bytesOf(text).toBase64().toStdString();
}

optional<QByteArray> decoded(string_view base64)
{
    if (base64.size() % 4 != 0)
        return {};
    auto result = QByteArray::fromBase64Encoding(bytesOf(base64), QByteArray::AbortOnBase64DecodingErrors);
    return result ? optional(std::move(result.decoded)) : std::nullopt;
}

string decodeToText(string_view base64)
{
    const optional<QByteArray> bytes = decoded(base64);
    return bytes ? textOfBytes(*bytes).value_or(string()) : string();
}

optional<string> decodeToList(string_view base64)
{
    const optional<QByteArray> bytes = decoded(base64);
    if (!bytes)
        return {};
    string list = "[";
    for (const char byte : *bytes) {
        if (list.size() > 1)
            list += ',';
        list += std::to_string(static_cast<unsigned char>(byte));
    }
    return list + ']';
}

/// Empty where there is anything but numbers of a byte.
string encodeList(string_view list)
{
    QByteArray bytes;
    for (const auto &value : json::list(list).value_or(QJsonArray())) {
        const int byte = value.toInt(-1);
        if (byte < 0 || byte > 255)
            return {};
        bytes.append(static_cast<char>(byte));
    }
    return bytes.toBase64().toStdString();
}

/// A GUID's first numbers are little-endian, as .NET has them: three of them on the way to base64, two on the
/// way back. That is how the reference's examples of the two functions have it.
QByteArray swapped(QByteArray bytes, bool isThird)
{
    std::reverse(bytes.begin(), bytes.begin() + 4);
    std::reverse(bytes.begin() + 4, bytes.begin() + 6);
    if (isThird)
        std::reverse(bytes.begin() + 6, bytes.begin() + 8);
    return bytes;
}

string encodeGuid(string_view guid)
{
    const QUuid value =
        QUuid::fromString(QLatin1StringView(guid.data(), static_cast<qsizetype>(guid.size())));
    return swapped(value.toRfc4122(), true).toBase64().toStdString();
}

optional<string> decodeToGuid(string_view base64)
{
    const optional<QByteArray> bytes = decoded(base64);
    if (!bytes || bytes->size() != guidBytes)
        return {};
    return QUuid::fromRfc4122(swapped(*bytes, false)).toString(QUuid::WithoutBraces).toStdString();
}

// URLs

bool isSafeInUrl(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           string_view("-_.!*()").find(c) != string_view::npos;
}

string urlEncoded(string_view text, string_view space)
{
    constexpr char digits[] = "0123456789abcdef";
    string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isSafeInUrl(c)) {
            out.push_back(c);
        } else if (c == ' ') {
            out += space;
        } else {
            out.push_back('%');
            out.push_back(digits[byte / 16]);
            out.push_back(digits[byte % 16]);
        }
    }
    return out;
}

string urlEncode(string_view text)
{
    return urlEncoded(text, "+");
}

string urlEncodeComponent(string_view text)
{
    return urlEncoded(text, "%20");
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// What is no escape stays as it is.
string urlDecode(string_view text)
{
    QByteArray bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            bytes.append(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return QString::fromUtf8(bytes).toStdString();
}

// Code points

string codePointsOf(string_view text)
{
    string list = "[";
    const QString utf16 = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (const uint code : utf16.toUcs4()) {
        if (list.size() > 1)
            list += ',';
        list += std::to_string(code);
    }
    return list + ']';
}

bool appendCodePoints(const QJsonArray &list, QString &out)
{
    for (const auto &value : list) {
        if (value.isArray()) {
            if (!appendCodePoints(value.toArray(), out))
                return false;
            continue;
        }
        const int code = value.toInt(-1);
        if (code < 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            return false;
        const auto character = static_cast<char32_t>(code);
        out += QString::fromUcs4(&character, 1);
    }
    return true;
}

/// Of numbers and lists of them; empty where one is no code point.
string textOfCodePoints(string_view list)
{
    QString text;
    const optional<QJsonArray> codes = json::list(list);
    return codes && appendCodePoints(*codes, text) ? text.toStdString() : string();
}

// XXH64, the hash of Y. Collet, with the seed 0.

constexpr uint64_t prime1 = 0x9E3779B185EBCA87;
constexpr uint64_t prime2 = 0xC2B2AE3D27D4EB4F;
constexpr uint64_t prime3 = 0x165667B19E3779F9;
constexpr uint64_t prime4 = 0x85EBCA77C2B2AE63;
constexpr uint64_t prime5 = 0x27D4EB2F165667C5;

uint64_t hashRound(uint64_t sum, uint64_t input)
{
    return std::rotl(sum + input * prime2, 31) * prime1;
}

/// The part of a text that is read in stripes of 32 bytes.
uint64_t hashStripes(const char *&at, const char *end)
{
    std::array<uint64_t, 4> sums{prime1 + prime2, prime2, 0, 0 - prime1};
    for (; end - at >= 32; at += 32) {
        for (std::size_t i = 0; i < 4; ++i)
            sums[i] = hashRound(sums[i], qFromLittleEndian<uint64_t>(at + 8 * i));
    }
    uint64_t hash =
        std::rotl(sums[0], 1) + std::rotl(sums[1], 7) + std::rotl(sums[2], 12) + std::rotl(sums[3], 18);
    for (const uint64_t sum : sums)
        hash = (hash ^ hashRound(0, sum)) * prime1 + prime4;
    return hash;
}

int64_t xxhash64(string_view text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    uint64_t hash = text.size() >= 32 ? hashStripes(at, end) : prime5;
    hash += text.size();
    for (; end - at >= 8; at += 8)
        hash = std::rotl(hash ^ hashRound(0, qFromLittleEndian<uint64_t>(at)), 27) * prime1 + prime4;
    if (end - at >= 4) {
        hash = std::rotl(hash ^ (qFromLittleEndian<std::uint32_t>(at) * prime1), 23) * prime2 + prime3;
        at += 4;
    }
    for (; at != end; ++at)
        hash = std::rotl(hash ^ (static_cast<unsigned char>(*at) * prime5), 11) * prime1;
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return static_cast<int64_t>(hash ^ hash >> 32);
}

int64_t xxhash64OfWhole(int64_t value)
{
    char bytes[8];
    qToLittleEndian(value, bytes);
    return xxhash64(string_view(bytes, sizeof bytes));
}

constexpr duck::NamedFunction entries[] = {
    {"kql_base64", duck::registerFunction<encode>},
    {"kql_base64_to_text", duck::registerFunction<decodeToText>},
    {"kql_base64_to_list", duck::registerFunction<decodeToList>},
    {"kql_base64_of_list", duck::registerFunction<encodeList>},
    {"kql_base64_of_guid", duck::registerFunction<encodeGuid>},
    {"kql_base64_to_guid", duck::registerFunction<decodeToGuid>},
    {"kql_url_encode", duck::registerFunction<urlEncode>},
    {"kql_url_encode_component", duck::registerFunction<urlEncodeComponent>},
    {"kql_url_decode", duck::registerFunction<urlDecode>},
    {"kql_code_points", duck::registerFunction<codePointsOf>},
    {"kql_from_code_points", duck::registerFunction<textOfCodePoints>},
    {"kql_xxhash64", duck::registerFunction<xxhash64>},
    {"kql_xxhash64_of_whole", duck::registerFunction<xxhash64OfWhole>},
};

Result<SqlExpression> codePoints(const FunctionCall &call)
{
    return SqlExpression{u"kql_code_points(" + toText(call.arguments.front()).sql + u')', ColumnType::Dynamic,
                         false};
}

Result<SqlExpression> fromCodePoints(const FunctionCall &call)
{
    QStringList items;
    for (const SqlExpression &argument : call.arguments) {
        if (!isWholeNumber(argument.type) && argument.type != ColumnType::Dynamic)
            return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
        items.append(u"COALESCE(CAST(" + argument.sql + u" AS VARCHAR), 'null')");
    }
    return SqlExpression{u"kql_from_code_points('[' || " + items.join(QStringLiteral(" || ',' || ")) +
                             u" || ']')",
                         ColumnType::String, false};
}

/// hash(value, modulo), of texts and datetimes: which bytes the service takes of others is not written down.
/// Nor is what the modulo makes of a negative hash; that of a text in the query itself is known beforehand.
Result<SqlExpression> hashOf(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    const bool isText = value.type == ColumnType::String;
    if (!isText && value.type != ColumnType::DateTime)
        return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
    if (call.arguments.size() == 1)
        return SqlExpression{QStringView(isText ? u"kql_xxhash64(" : u"kql_xxhash64_of_whole(") + value.sql +
                                 u')',
                             ColumnType::Long, value.nullable};
    const optional<int64_t> modulo = constantWhole(call.arguments.at(1));
    const optional<QString> text = isText ? constantText(value) : std::nullopt;
    const optional<int64_t> ticks = isText ? std::nullopt : constantWhole(value);
    const int64_t hash = text ? xxhash64(text->toStdString()) : ticks ? xxhash64OfWhole(*ticks) : -1;
    if (hash < 0 || !modulo || *modulo < 1)
        return call.refusal.unsupported(call.node, Words::tr("a hash with a modulo here"));
    return longLiteral(hash % *modulo);
}

} // namespace

const std::vector<ScalarFunction> &encodingFunctions()
{
    using T = ColumnType;
    static const std::vector<ScalarFunction> table = {
        {"base64_encode_tostring", {T::String}, "kql_base64($1)"},
        {"base64_encodestring", {T::String}, "kql_base64($1)"},
        {"base64_decode_tostring", {T::String}, "kql_base64_to_text($1)"},
        {"base64_decodestring", {T::String}, "kql_base64_to_text($1)"},
        {"base64_decode_toarray", {T::String}, "kql_base64_to_list($1)", true},
        {"base64_encode_fromarray", {T::Dynamic}, "kql_base64_of_list($1)"},
        {"base64_encode_fromguid", {T::Guid}, "kql_base64_of_guid($1)"},
        {"base64_decode_toguid", {T::String}, "kql_base64_to_guid($1)", true},
        {"url_encode", {T::String}, "kql_url_encode($1)"},
        {"url_encode_component", {T::String}, "kql_url_encode_component($1)"},
        {"url_decode", {T::String}, "kql_url_decode($1)"},
        {"unicode_codepoints_from_string", {}, nullptr, false, codePoints},
        {"to_utf8", {}, nullptr, false, codePoints},
        {"unicode_codepoints_to_string", {}, nullptr, false, fromCodePoints},
        {"make_string", {}, nullptr, false, fromCodePoints},
        {"hash", {}, nullptr, false, hashOf},
        {"hash_xxhash64", {}, nullptr, false, hashOf},
    };
    return table;
}

bool registerEncodingFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
