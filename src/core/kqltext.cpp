#include "core/kqltext.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace sonde {

QString kqlName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    // Words of the language that a field of a table may be called; a bare one would not be read as a name,
    // here or there: what KustoFacts.CanBeIdentifier of Microsoft's language service says no to, and
    // a few more.
    static const QStringList words =
        QStringLiteral(
            "__contextual_datatable __crossCluster __crossDB __executeAndCache __id __isFuzzy "
            "__noWithSource __packedColumn __projectAway __sourceColumnIndex accumulate and anomalychart "
            "areachart as asc bagexpansion barchart between bin_legacy bool boolean by byte cachingpolicy "
            "callout cancel card char columnchart contains contains_cs containscs cycles dataexport "
            "datascope datatable date datetime decimal decodeblocks desc double dynamic earliest "
            "encodingpolicy endswith endswith_cs expandoutput extent_tags_retention external_data "
            "externaldata false find first flags float force_remote guid harddelete hardretention has "
            "has_all has_any has_cs hasprefix hasprefix_cs hassuffix hassuffix_cs hotcache in int int16 "
            "int32 int64 int8 invoke isfuzzy journal kind ladderchart last latest let like likecs "
            "linechart long materialize mdm missing nooptimization not notcontains notcontainscs notlike "
            "notlikecs null of on or others pathformat piechart pivotchart print project queries "
            "query_results range real relaxed restricted_view_access row_level_security rowstore "
            "rowstore_references rowstore_sealinfo rowstorepolicy rowstores sample scatterchart seal "
            "seals search set shards simple softdelete softretention sql stackedareachart startswith "
            "startswith_cs statistics storedqueryresultcontainers string tablepurge time timechart "
            "timeline timepivot timespan title to toscalar totable treemap true typeof uint uint16 uint32 "
            "uint64 uint8 ulong union uniqueid unrestrictedviewers uuid verbose viewers views where with "
            "with_itemindex with_match_id with_source with_step_name withsource writeaheadlog")
            .split(u' ');
    static const QSet<QString> reserved(words.cbegin(), words.cend());
    if (plain.match(name).hasMatch() && !reserved.contains(name))
        return name;
    return u"[" + kqlString(name) + u']';
}

QString kqlString(const QString &text)
{
    std::string literal;
    appendKqlString(literal, text.toStdString());
    return QString::fromStdString(literal);
}

void appendKqlString(std::string &out, std::string_view text)
{
    constexpr const char *digits = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
            out.push_back(digits[static_cast<unsigned char>(c) & 0xF]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

} // namespace sonde
