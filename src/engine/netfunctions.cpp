#include "engine/netfunctions.h"

#include "engine/ipaddresses.h"
#include "engine/jsonpieces.h"
#include "engine/literals.h"
#include "engine/scalarfunction.h"
#include "results/jsontext.h"

#include <algorithm>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

using namespace ip;

/// Whether a prefix of that argument may be taken; without one all bits count.
template <typename Address>
optional<int> prefixOf(optional<int64_t> prefix)
{
    if (!prefix)
        return Address::bits;
    if (*prefix < 0 || *prefix > Address::bits)
        return {};
    return static_cast<int>(*prefix);
}

/// What the functions get where the query has no argument for a prefix.
constexpr int64_t noPrefix = INT64_MIN;

optional<int64_t> given(int64_t prefix)
{
    return prefix == noPrefix ? std::nullopt : optional(prefix);
}

/// The order of two networks, by the bits that all of the prefixes have.
template <typename Address>
optional<int64_t> compare(string_view left, string_view right, int64_t prefix)
{
    const auto a = Address::read(left);
    const auto b = Address::read(right);
    const optional<int> bits = prefixOf<Address>(given(prefix));
    if (!a || !b || !bits)
        return {};
    const int common = std::min({*bits, a->prefix, b->prefix});
    const auto first = a->masked(common);
    const auto second = b->masked(common);
    return first < second ? -1 : second < first ? 1 : 0;
}

template <typename Address>
optional<bool> isMatch(string_view left, string_view right, int64_t prefix)
{
    const optional<int64_t> order = compare<Address>(left, right, prefix);
    return order ? optional(*order == 0) : std::nullopt;
}

template <typename Address>
optional<bool> isInRange(string_view address, string_view range)
{
    const auto a = Address::read(address);
    const auto b = Address::read(range);
    if (!a || !b)
        return {};
    const auto value = Address{a->masked(a->prefix), Address::bits};
    return value.masked(b->prefix) == b->masked(b->prefix);
}

template <typename Address>
optional<bool> isInAnyRange(string_view address, string_view ranges)
{
    const optional<QJsonArray> list = json::list(ranges);
    if (!list || !Address::read(address))
        return {};
    bool allValid = true;
    for (const auto &range : *list) {
        const optional<bool> found = isInRange<Address>(address, range.toString().toStdString());
        if (found && *found)
            return true;
        allValid = allValid && found;
    }
    return allValid ? optional(false) : std::nullopt;
}

optional<int64_t> parseIpv4(string_view text)
{
    const optional<Ipv4> address = Ipv4::read(text);
    return address ? optional<int64_t>(address->masked(address->prefix)) : std::nullopt;
}

optional<int64_t> parseIpv4Mask(string_view text, int64_t prefix)
{
    const optional<Ipv4> address = Ipv4::read(text);
    const optional<int> bits = prefixOf<Ipv4>(prefix);
    return address && bits ? optional<int64_t>(address->masked(std::min(*bits, address->prefix)))
                           : std::nullopt;
}

/// The address that a number is; empty where it is none.
string ipv4OfNumber(int64_t value)
{
    return value < 0 || value > UINT32_MAX ? string() : Ipv4::written(static_cast<std::uint32_t>(value));
}

string formatIpv4(string_view text, int64_t prefix)
{
    const optional<Ipv4> address = Ipv4::read(text);
    const optional<int> bits = prefixOf<Ipv4>(given(prefix));
    return address && bits ? Ipv4::written(address->masked(std::min(*bits, address->prefix))) : string();
}

string formatIpv4Mask(string_view text, int64_t prefix)
{
    const optional<Ipv4> address = Ipv4::read(text);
    const optional<int> bits = prefixOf<Ipv4>(given(prefix));
    if (!address || !bits)
        return {};
    const int common = std::min(*bits, address->prefix);
    return Ipv4::written(address->masked(common)) + '/' + std::to_string(common);
}

optional<bool> isPrivateIpv4(string_view text)
{
    const optional<Ipv4> address = Ipv4::read(text);
    if (!address)
        return {};
    const Ipv4 value{address->masked(address->prefix), Ipv4::bits};
    return value.masked(8) == 0x0A000000U || value.masked(12) == 0xAC100000U ||
           value.masked(16) == 0xC0A80000U;
}

optional<int64_t> netmaskSuffix(string_view text)
{
    const optional<Ipv4> address = Ipv4::read(text);
    return address ? optional<int64_t>(address->prefix) : std::nullopt;
}

/// The fewest networks that are together all addresses from the first to the last.
optional<string> rangeToNetworks(string_view first, string_view last)
{
    const optional<Ipv4> begin = Ipv4::read(first);
    const optional<Ipv4> end = Ipv4::read(last);
    if (!begin || !end || begin->prefix != Ipv4::bits || end->prefix != Ipv4::bits ||
        begin->value > end->value)
        return {};
    std::vector<string> networks;
    std::uint64_t at = begin->value;
    while (at <= end->value) {
        int prefix = Ipv4::bits;
        while (prefix > 0) {
            const std::uint64_t size = std::uint64_t{1} << (Ipv4::bits - prefix + 1);
            if (at % size != 0 || at + size - 1 > end->value)
                break;
            --prefix;
        }
        networks.push_back(Ipv4::written(static_cast<std::uint32_t>(at)) + '/' + std::to_string(prefix));
        at += std::uint64_t{1} << (Ipv4::bits - prefix);
    }
    return json::textList(networks);
}

string parseIpv6(string_view text)
{
    const optional<Ipv6> address = Ipv6::read(text);
    return address ? Ipv6::written(address->masked(address->prefix)) : string();
}

string parseIpv6Mask(string_view text, int64_t prefix)
{
    const optional<Ipv6> address = Ipv6::read(text);
    const optional<int> bits = prefixOf<Ipv6>(prefix);
    return address && bits ? Ipv6::written(address->masked(std::min(*bits, address->prefix))) : string();
}

/// Whether an IPv4 address of the text begins like one of the list. Letters and digits may not stand next to
/// it.
bool hasIpv4Like(string_view text, const QJsonArray &list, bool whole)
{
    std::vector<string> wanted;
    for (const auto &value : list) {
        string address = value.toString().toStdString();
        if (Ipv4::isAddress(address) || (!whole && Ipv4::isBeginning(address)))
            wanted.push_back(std::move(address));
    }
    for (const string_view found : Ipv4::addressesIn(text)) {
        for (const string &address : wanted) {
            if (address.back() == '.' ? found.starts_with(address) : found == address)
                return true;
        }
    }
    return false;
}

bool hasAnyIpv4(string_view text, string_view list)
{
    return hasIpv4Like(text, json::list(list).value_or(QJsonArray()), true);
}

bool hasAnyIpv4Prefix(string_view text, string_view list)
{
    return hasIpv4Like(text, json::list(list).value_or(QJsonArray()), false);
}

/// For lists that are made of single texts.
string textAsJson(string_view text)
{
    string out;
    appendJsonString(out, text);
    return out;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_ipv4_compare", duck::registerFunction<compare<Ipv4>>},
    {"kql_ipv4_is_match", duck::registerFunction<isMatch<Ipv4>>},
    {"kql_ipv4_is_in_range", duck::registerFunction<isInRange<Ipv4>>},
    {"kql_ipv4_is_in_any_range", duck::registerFunction<isInAnyRange<Ipv4>>},
    {"kql_ipv6_compare", duck::registerFunction<compare<Ipv6>>},
    {"kql_ipv6_is_match", duck::registerFunction<isMatch<Ipv6>>},
    {"kql_ipv6_is_in_range", duck::registerFunction<isInRange<Ipv6>>},
    {"kql_ipv6_is_in_any_range", duck::registerFunction<isInAnyRange<Ipv6>>},
    {"kql_parse_ipv4", duck::registerFunction<parseIpv4>},
    {"kql_parse_ipv4_mask", duck::registerFunction<parseIpv4Mask>},
    {"kql_ipv4_of_number", duck::registerFunction<ipv4OfNumber>},
    {"kql_format_ipv4", duck::registerFunction<formatIpv4>},
    {"kql_format_ipv4_mask", duck::registerFunction<formatIpv4Mask>},
    {"kql_ipv4_is_private", duck::registerFunction<isPrivateIpv4>},
    {"kql_ipv4_netmask_suffix", duck::registerFunction<netmaskSuffix>},
    {"kql_ipv4_range_to_cidr_list", duck::registerFunction<rangeToNetworks>},
    {"kql_parse_ipv6", duck::registerFunction<parseIpv6>},
    {"kql_parse_ipv6_mask", duck::registerFunction<parseIpv6Mask>},
    {"kql_has_any_ipv4", duck::registerFunction<hasAnyIpv4>},
    {"kql_has_any_ipv4_prefix", duck::registerFunction<hasAnyIpv4Prefix>},
    {"kql_text_as_json", duck::registerFunction<textAsJson>},
};

/// Two addresses and, perhaps, a prefix.
template <ColumnType type>
Result<SqlExpression> compared(const FunctionCall &call)
{
    QString prefix = longLiteral(noPrefix).sql;
    if (call.arguments.size() > 2) {
        if (!isWholeNumber(call.arguments[2].type))
            return call.refusal.unsupportedType(call.node, columnTypeName(call.arguments[2].type));
        prefix = widened(call.arguments[2], ColumnType::Long).sql;
    }
    return SqlExpression{u"kql_" + call.node.symbol + u'(' + toText(call.arguments[0]).sql + u", " +
                             toText(call.arguments[1]).sql + u", " + prefix + u')',
                         type, true};
}

/// format_ipv4(address, prefix) and format_ipv4_mask: the address as a text or as a number.
Result<SqlExpression> formatted(const FunctionCall &call)
{
    const SqlExpression &address = call.arguments.front();
    if (address.type != ColumnType::String && !isWholeNumber(address.type))
        return call.refusal.unsupportedType(call.node, columnTypeName(address.type));
    const QString text =
        address.type == ColumnType::String
            ? address.sql
            : QString(u"kql_ipv4_of_number(" + widened(address, ColumnType::Long).sql + u')');
    const QString prefix = call.arguments.size() > 1 ? widened(call.arguments[1], ColumnType::Long).sql
                                                     : longLiteral(noPrefix).sql;
    return SqlExpression{u"COALESCE(kql_" + call.node.symbol + u'(' + text + u", " + prefix + u"), '')",
                         ColumnType::String, false};
}

/// The arguments from the second on, texts or one list, as one list.
Result<QString> listOf(const FunctionCall &call)
{
    if (call.arguments.size() == 2 && call.arguments[1].type == ColumnType::Dynamic)
        return u"COALESCE(" + call.arguments[1].sql + u", 'null')";
    QStringList items;
    for (std::size_t i = 1; i < call.arguments.size(); ++i) {
        if (call.arguments[i].type != ColumnType::String)
            return call.refusal.unsupportedType(call.node, columnTypeName(call.arguments[i].type));
        items.append(u"kql_text_as_json(" + call.arguments[i].sql + u')');
    }
    return u"('[' || " + items.join(QStringLiteral(" || ',' || ")) + u" || ']')";
}

/// A text and any number of others: ipv4_is_in_any_range(), has_ipv4() and their kin.
Result<SqlExpression> anyOf(const FunctionCall &call)
{
    const auto list = listOf(call);
    if (!list)
        return failure(list.error());
    QString name = call.node.symbol;
    const bool isRange = name.endsWith(QLatin1String("_range"));
    if (!isRange && !name.startsWith(QLatin1String("has_any_")))
        name.replace(QLatin1String("has_"), QLatin1String("has_any_"));
    return SqlExpression{u"kql_" + name + u'(' + toText(call.arguments.front()).sql + u", " + *list + u')',
                         ColumnType::Bool, isRange};
}

} // namespace

const std::vector<ScalarFunction> &netFunctions()
{
    using T = ColumnType;
    static const std::vector<ScalarFunction> table = {
        {"parse_ipv4", {T::String}, "kql_parse_ipv4($1)", true},
        {"parse_ipv4_mask", {T::String, T::Long}, "kql_parse_ipv4_mask($1, $2)", true},
        {"format_ipv4", {}, nullptr, false, formatted},
        {"format_ipv4_mask", {}, nullptr, false, formatted},
        {"ipv4_compare", {}, nullptr, false, compared<T::Long>},
        {"ipv4_is_match", {}, nullptr, false, compared<T::Bool>},
        {"ipv4_is_in_range", {T::String, T::String}, "kql_ipv4_is_in_range($1, $2)", true},
        {"ipv4_is_in_any_range", {}, nullptr, false, anyOf},
        {"ipv4_is_private", {T::String}, "kql_ipv4_is_private($1)", true},
        {"ipv4_netmask_suffix", {T::String}, "kql_ipv4_netmask_suffix($1)", true},
        {"ipv4_range_to_cidr_list", {T::String, T::String}, "kql_ipv4_range_to_cidr_list($1, $2)", true},
        {"parse_ipv6", {T::String}, "kql_parse_ipv6($1)"},
        {"parse_ipv6_mask", {T::String, T::Long}, "kql_parse_ipv6_mask($1, $2)"},
        {"ipv6_compare", {}, nullptr, false, compared<T::Long>},
        {"ipv6_is_match", {}, nullptr, false, compared<T::Bool>},
        {"ipv6_is_in_range", {T::String, T::String}, "kql_ipv6_is_in_range($1, $2)", true},
        {"ipv6_is_in_any_range", {}, nullptr, false, anyOf},
        {"has_ipv4", {}, nullptr, false, anyOf},
        {"has_any_ipv4", {}, nullptr, false, anyOf},
        {"has_ipv4_prefix", {}, nullptr, false, anyOf},
        {"has_any_ipv4_prefix", {}, nullptr, false, anyOf},
    };
    return table;
}

bool registerNetFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
