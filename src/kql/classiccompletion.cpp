#include "kql/classiccompletion.h"

#include "core/kqltext.h"
#include "kql/classicexpressionwriter.h"
#include "kql/classicfields.h"
#include "kql/classicscanner.h"

#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

using Kind = ClassicToken::Kind;

/// Every record has them.
const QList<KqlColumn> &commonFields()
{
    static const QList<KqlColumn> fields{
        {QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), {}},
        {QStringLiteral("Computer"), QStringLiteral("string"), {}},
        {QStringLiteral("Type"), QStringLiteral("string"), {}},
        {QStringLiteral("SourceSystem"), QStringLiteral("string"), {}},
        {QStringLiteral("MG"), QStringLiteral("guid"), {}},
        {QStringLiteral("ManagementGroupName"), QStringLiteral("string"), {}},
        {QStringLiteral("id"), QStringLiteral("guid"), {}},
    };
    return fields;
}

KqlCompletionItem word(const char *name, const char *before, bool isOpener = false)
{
    return {KqlNameKind::Keyword, QLatin1String(name), {}, QLatin1String(before), {}, isOpener, {}};
}

/// \a example is the whole command, as one writes it.
KqlCompletionItem command(const char *name, const char *example, bool isOpener)
{
    return {KqlNameKind::Keyword,
            QLatin1String(name),
            QLatin1String(example),
            QLatin1String(name) + QLatin1String(" "),
            {},
            isOpener,
            {}};
}

KqlCompletionItem function(KqlNameKind kind, const QString &name, const QString &parameters)
{
    const bool hasParameters = !parameters.isEmpty();
    return {kind,
            name,
            name + u'(' + parameters + u')',
            name + QLatin1String(hasParameters ? "(" : "()"),
            QLatin1String(hasParameters ? ")" : ""),
            hasParameters,
            {}};
}

/// The likeliest first, as in the other lists.
QList<KqlCompletionItem> commands()
{
    return {command("measure", "measure count() by Computer", true),
            command("top", "top 10", false),
            command("sort", "sort TimeGenerated desc", true),
            command("select", "select TimeGenerated, Computer", true),
            command("distinct", "distinct Computer", true),
            command("where", "where AggregatedValue > 10", true),
            command("limit", "limit 10", false),
            command("dedup", "dedup Computer", true),
            command("skip", "skip 100", false),
            command("extend", "extend div(Bytes, 1024) as Kilobytes", true),
            command("join", "join inner Computer (Type=Heartbeat) Computer", true)};
}

QList<KqlCompletionItem> measureFunctions()
{
    QList<KqlCompletionItem> items = {function(KqlNameKind::Aggregate, QStringLiteral("count"), {})};
    for (const char *name :
         {"avg", "max", "min", "sum", "countdistinct", "stddev", "pct95", "pct50", "percentile99"})
        items.append(function(KqlNameKind::Aggregate, QLatin1String(name), QStringLiteral("field")));
    return items;
}

/// Those that are translated: the others of the language would be refused.
QList<KqlCompletionItem> extendFunctions()
{
    QList<KqlCompletionItem> items;
    for (const auto &[name, parameters] : ClassicExpressionWriter::signatures())
        items.append(function(KqlNameKind::Function, QLatin1String(name), QLatin1String(parameters)));
    return items;
}

QList<KqlCompletionItem> dates()
{
    return {word("NOW", "NOW"), word("NOW-1HOUR", "NOW-1HOUR"), word("NOW-24HOURS", "NOW-24HOURS"),
            word("NOW-7DAYS", "NOW-7DAYS"), word("NOW/DAY", "NOW/DAY")};
}

/// What stands in the parentheses is a text: the caret comes between its quotes.
QList<KqlCompletionItem> textFunctions()
{
    const auto function = [](const char *name) {
        const QString called = QLatin1String(name);
        return KqlCompletionItem{KqlNameKind::Function,
                                 called,
                                 called + QLatin1String("(\"text\")"),
                                 called + QLatin1String("(\""),
                                 QStringLiteral("\")"),
                                 false,
                                 {}};
    };
    return {function("contains"), function("Regex")};
}

/// One list of names, each once.
class Names
{
public:
    void add(KqlNameKind kind, const QString &name, const QString &detail = {})
    {
        if (m_known.contains(name))
            return;
        m_known.insert(name);
        KqlCompletionItem item{kind, name, name, name, {}, false, detail};
        if (name == u"Type" && kind == KqlNameKind::Column && m_isFilter) {
            item.before = QStringLiteral("Type=");
            item.isOpener = true;
        }
        items.append(item);
    }
    /// Type is written with its sign.
    void setIsFilter() { m_isFilter = true; }

    QList<KqlCompletionItem> items;

private:
    QSet<QString> m_known;
    bool m_isFilter = false;
};

/// Answers for one place.
class Completer
{
public:
    Completer(const ClassicScanner &before, const ClassicScanner &all, const ClassicNames &seen,
              const KqlSchemaPtr &schema)
        : m_before(before)
        , m_all(all)
        , m_seen(seen)
        , m_schema(schema)
    {}

    QList<KqlCompletionItem> items() const
    {
        switch (m_before.spot()) {
        case ClassicSpot::Term:
            return terms();
        case ClassicSpot::Value:
            return values() + (isText() ? textFunctions() : QList<KqlCompletionItem>());
        case ClassicSpot::Bound:
            return values();
        case ClassicSpot::Command:
            return commands();
        case ClassicSpot::Function:
            return m_before.isInExtend() ? extendFunctions() : measureFunctions();
        case ClassicSpot::AfterFunction:
            return afterFunction();
        case ClassicSpot::AfterGroup:
            return {word("interval", "interval ")};
        case ClassicSpot::AfterSortField:
            return {word("desc", "desc"), word("asc", "asc")};
        case ClassicSpot::JoinKind:
            return {word("inner", "inner ", true), word("outer", "outer ", true),
                    word("left", "left ", true)};
        case ClassicSpot::Argument:
            return fields(false) + extendFunctions();
        case ClassicSpot::GroupField:
        case ClassicSpot::SortField:
        case ClassicSpot::Field:
        case ClassicSpot::JoinField:
            return fields(false);
        case ClassicSpot::Alias:
        case ClassicSpot::Interval:
        case ClassicSpot::Nothing:
            break;
        }
        return {};
    }

private:
    QStringList types() const
    {
        QStringList named;
        for (const ClassicToken &token : m_all.tokens()) {
            if (token.kind == Kind::Type)
                named.append(m_all.textOf(token).toString());
        }
        return named;
    }

    QList<KqlCompletionItem> fields(bool isFilter) const
    {
        Names names;
        if (isFilter)
            names.setIsFilter();
        if (!m_before.columns().isEmpty()) {
            for (const QString &column : m_before.columns())
                names.add(KqlNameKind::Column, column);
            return names.items;
        }
        for (const QString &made : m_before.made())
            names.add(KqlNameKind::Column, made);
        const QStringList named = types();
        if (named.isEmpty() && isFilter)
            names.add(KqlNameKind::Column, QStringLiteral("Type"), QStringLiteral("string"));
        for (const QString &type : named) {
            if (const KqlTable *table = findTable(m_schema, type)) {
                for (const KqlColumn &column : table->columns)
                    names.add(KqlNameKind::Column, column.name, column.type);
            }
        }
        for (const QString &type : m_before.joinedTypes()) {
            const KqlTable *table = findTable(m_schema, type);
            for (const KqlColumn &column : table != nullptr ? table->columns : QList<KqlColumn>())
                names.add(KqlNameKind::Column, column.name + QLatin1String("_joined"), column.type);
        }
        for (const QString &field : m_seen.fields)
            names.add(KqlNameKind::Column, field);
        for (const KqlColumn &column : commonFields())
            names.add(KqlNameKind::Column, column.name, column.type);
        return names.items;
    }

    QList<KqlCompletionItem> terms() const
    {
        QList<KqlCompletionItem> all = fields(m_before.columns().isEmpty());
        if (joins()) {
            all.append(word("AND", "AND ", true));
            all.append(word("OR", "OR ", true));
        }
        all.append(word("NOT", "NOT ", true));
        const bool isBehindName = !m_before.tokens().isEmpty() && m_before.tokens().last().kind == Kind::Word;
        if (isBehindName)
            all.append({KqlNameKind::Keyword,
                        QStringLiteral("IN"),
                        {},
                        QStringLiteral("IN {"),
                        QStringLiteral("}"),
                        false,
                        {}});
        return all;
    }

    /// Whether a term goes before, which AND could join to the next.
    bool joins() const
    {
        if (m_before.tokens().isEmpty())
            return false;
        const ClassicToken &last = m_before.tokens().last();
        if (last.kind == Kind::Sign)
            return QStringView(u")]}").contains(m_before.textOf(last).front());
        return last.kind != Kind::Keyword && last.kind != Kind::Command;
    }

    /// The type of the field that is compared; empty where it is not known.
    QString typeOfField() const
    {
        for (const QString &type : types()) {
            const KqlTable *table = findTable(m_schema, type);
            for (const KqlColumn &column : table != nullptr ? table->columns : QList<KqlColumn>()) {
                if (column.name == m_before.field())
                    return column.type;
            }
        }
        const auto common =
            std::find_if(commonFields().begin(), commonFields().end(),
                         [this](const KqlColumn &column) { return column.name == m_before.field(); });
        return common == commonFields().end() ? QString() : common->type;
    }

    QList<KqlCompletionItem> values() const
    {
        if (m_before.field() == u"Type")
            return typeValues();
        const QString type = typeOfField();
        return type.isEmpty() || type == u"datetime" ? dates() : QList<KqlCompletionItem>();
    }

    /// Whether a text can be looked for in the field.
    bool isText() const
    {
        const QString type = typeOfField();
        return m_before.field() != u"Type" && (type.isEmpty() || type == u"string");
    }

    QList<KqlCompletionItem> typeValues() const
    {
        Names names;
        for (const QString &type : m_seen.types)
            names.add(KqlNameKind::Table, type);
        if (m_schema) {
            for (const KqlTable &table : m_schema->tables)
                names.add(KqlNameKind::Table, table.name);
        }
        return names.items;
    }

    QList<KqlCompletionItem> afterFunction() const
    {
        if (m_before.isInExtend())
            return {word("as", "as ")};
        return {word("by", "by ", true), word("as", "as "), word("interval", "interval ")};
    }

    const ClassicScanner &m_before;
    const ClassicScanner &m_all;
    const ClassicNames &m_seen;
    const KqlSchemaPtr &m_schema;
};

bool isInString(const ClassicScanner &all, qsizetype position)
{
    return std::any_of(all.tokens().begin(), all.tokens().end(), [&all, position](const ClassicToken &token) {
        const qsizetype end = token.start + token.length;
        if (token.kind != Kind::String || token.start >= position || end < position)
            return false;
        const bool isClosed = token.length > 1 && all.textOf(token).back() == u'"';
        return position < end || !isClosed;
    });
}

/// Whether a word that begins there goes on with what stands before it, as in web-01 or NOW-1HOUR.
bool isWithinWord(QStringView text, qsizetype start)
{
    return start > 0 && QStringView(u".-/\\@*'$%#+?;").contains(text[start - 1]) &&
           !(start > 1 && text[start - 1] == u'.' && text[start - 2] == u'.');
}

} // namespace

KqlCompletion completeClassic(const QString &text, int position, const ClassicNames &seen,
                              const KqlSchemaPtr &schema)
{
    KqlCompletion completion;
    qsizetype start = std::clamp<qsizetype>(position, 0, text.size());
    while (start > 0 && isKqlNameCharacter(text.at(start - 1)))
        --start;
    completion.start = static_cast<int>(start);
    completion.length = position - completion.start;
    const bool isNumber = start < position && text.at(start).isDigit();
    const ClassicScanner all(text);
    if (isNumber || isWithinWord(text, start) || isInString(all, position))
        return completion;
    const ClassicScanner before(QStringView(text).left(start));
    completion.items = Completer(before, all, seen, schema).items();
    return completion;
}

} // namespace sonde
