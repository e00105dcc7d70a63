#include "kql/classicfields.h"

#include <algorithm>

namespace sonde {

namespace {

/// Whether the filter says nothing but which types are meant, and which.
bool isTypeChoice(const ClassicFilter &filter, QStringList &types)
{
    if (filter.kind == ClassicFilter::Kind::Or) {
        return std::all_of(filter.operands.cbegin(), filter.operands.cend(),
                           [&types](const ClassicFilter &operand) { return isTypeChoice(operand, types); });
    }
    if (filter.kind != ClassicFilter::Kind::Compare || filter.field != classicTypeField ||
        filter.comparison != ClassicComparison::Equal || filter.value.hasWildcard() ||
        filter.value.text.isEmpty())
        return false;
    types.append(filter.value.text);
    return true;
}

} // namespace

bool isHiddenClassicField(const QString &name)
{
    return name.startsWith(u'_') || name == u"TenantId";
}

bool isReservedClassicField(const QString &name)
{
    return isHiddenClassicField(name) || name == u"id" || name == u"MG" || name == u"ManagementGroupName";
}

bool isClassicText(const QString &kqlType)
{
    return kqlType.isEmpty() || kqlType == u"string" || kqlType == u"dynamic";
}

QString kqlPresence(const QString &kql, const QString &kqlType)
{
    return (isClassicText(kqlType) ? QStringLiteral("isnotempty(") : QStringLiteral("isnotnull(")) + kql +
           u')';
}

const KqlColumn *findColumn(const KqlTable &table, const QString &name)
{
    const auto found = std::find_if(table.columns.cbegin(), table.columns.cend(),
                                    [&name](const KqlColumn &column) { return column.name == name; });
    return found == table.columns.cend() ? nullptr : &*found;
}

const KqlTable *findTable(const KqlSchemaPtr &schema, const QString &name)
{
    if (!schema)
        return nullptr;
    const auto found = std::find_if(schema->tables.cbegin(), schema->tables.cend(),
                                    [&name](const KqlTable &table) { return table.name == name; });
    return found == schema->tables.cend() ? nullptr : &*found;
}

ClassicTypeChoice typeChoiceOf(const ClassicFilter &filter)
{
    ClassicTypeChoice choice{{}, filter};
    if (isTypeChoice(filter, choice.types)) {
        choice.rest = {};
        choice.types.removeDuplicates();
        return choice;
    }
    choice.types.clear();
    auto &operands = choice.rest.operands;
    for (auto operand = operands.begin();
         filter.kind == ClassicFilter::Kind::And && operand != operands.end(); ++operand) {
        QStringList named;
        if (!isTypeChoice(*operand, named))
            continue;
        operands.erase(operand);
        named.removeDuplicates();
        choice.types = named;
        return choice;
    }
    return choice;
}

} // namespace sonde
