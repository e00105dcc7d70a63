#include "results/jsontext.h"

#include <QString>
#include <charconv>
#include <cmath>
#include <simdjson.h>

namespace sonde {

namespace {

void appendUtf8(std::string &out, char32_t c)
{
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0 | c >> 6));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | c >> 12));
        out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | c >> 18));
        out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

constexpr char32_t replacement = 0xFFFD;

/// Four hexadecimal digits at the front of \a text, or nothing.
bool readHex4(std::string_view text, char32_t &value)
{
    if (text.size() < 4)
        return false;
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 4, number, 16);
    if (error != std::errc() || end != text.data() + 4)
        return false;
    value = number;
    return true;
}

/// Reads the rest of `\uXXXX` (after the u), a surrogate pair too; returns the bytes used, 0 on a bad escape.
std::size_t readUnicodeEscape(std::string_view text, std::string &out, bool &clean)
{
    char32_t unit = 0;
    if (!readHex4(text, unit))
        return 0;
    if (unit < 0xD800 || unit > 0xDFFF) {
        appendUtf8(out, unit);
        return 4;
    }
    char32_t low = 0;
    if (unit < 0xDC00 && text.substr(4, 2) == "\\u" && readHex4(text.substr(6), low) && low >= 0xDC00 &&
        low <= 0xDFFF) {
        appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        return 10;
    }
    appendUtf8(out, replacement);
    clean = false;
    return 4;
}

} // namespace

bool unescapeJson(std::string_view inside, std::string &out)
{
    out.clear();
    bool clean = true;
    while (!inside.empty()) {
        const std::size_t slash = inside.find('\\');
        out.append(inside.substr(0, slash));
        if (slash == std::string_view::npos)
            break;
        inside.remove_prefix(slash + 1);
        if (inside.empty())
            return false;
        const char escape = inside.front();
        inside.remove_prefix(1);
        switch (escape) {
        case '"':
        case '\\':
        case '/':
            out.push_back(escape);
            break;
        case 'b':
            out.push_back('\b');
            break;
        case 'f':
            out.push_back('\f');
            break;
        case 'n':
            out.push_back('\n');
            break;
        case 'r':
            out.push_back('\r');
            break;
        case 't':
            out.push_back('\t');
            break;
        case 'u': {
            const std::size_t used = readUnicodeEscape(inside, out, clean);
            if (used == 0) {
                appendUtf8(out, replacement);
                clean = false;
            }
            inside.remove_prefix(used);
            break;
        }
        default:
            appendUtf8(out, replacement);
            clean = false;
            // The first byte of several stays with them.
            if (static_cast<unsigned char>(escape) >= 0x80)
                out.push_back(escape);
        }
    }
    return clean;
}

bool repairSurrogates(std::string &json)
{
    bool repaired = false;
    for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
        if (at + 1 >= json.size() || json[at + 1] != 'u') {
            at += 2;
            continue;
        }
        std::string ignored;
        bool clean = true;
        const std::size_t used = readUnicodeEscape(std::string_view(json).substr(at + 2), ignored, clean);
        if (used > 0 && !clean) {
            json.replace(at + 2, 4, "fffd");
            repaired = true;
        }
        at += 2 + used;
    }
    return repaired;
}

bool isJsonScalar(std::string_view token)
{
    if (token == "true" || token == "false" || token == "null")
        return true;
    double number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    return error != std::errc::invalid_argument && end == token.data() + token.size() &&
           (token.front() == '-' || (token.front() >= '0' && token.front() <= '9'));
}

void appendJsonString(std::string &out, std::string_view text)
{
    out.push_back('"');
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                constexpr char digits[] = "0123456789abcdef";
                out += "\\u00";
                out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
                out.push_back(digits[static_cast<unsigned char>(c) & 0xF]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
}

bool repairUtf8(std::string &text)
{
    if (simdjson::validate_utf8(text))
        return false;
    // QString knows where a broken sequence ends and puts U+FFFD there.
    text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
    return true;
}

void appendReal(std::string &out, double value)
{
    if (std::isnan(value)) {
        out += "NaN";
    } else if (std::isinf(value)) {
        out += value < 0 ? "-Infinity" : "Infinity";
    } else {
        char buffer[32];
        const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
        out.append(buffer, end);
    }
}

} // namespace sonde
