#include "kql/kqlknownschemas.h"

#include "core/kqltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <utility>

namespace sonde {

namespace {

/// That of the embedded workspace, that of a connection, and that of another tab's.
constexpr int mostSchemas = 3;

/// Calls \a take with everything in \a text that could be a name: words, and what stands between quotes,
/// since names may stand so in brackets.
template <typename Take>
void eachName(QStringView text, Take take)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isKqlNameCharacter(text[i]))
            continue;
        if (i > start)
            take(text.mid(start, i - start));
        start = i + 1;
        if (i == text.size() || (text[i] != u'\'' && text[i] != u'"'))
            continue;
        const qsizetype end = text.indexOf(text[i], i + 1);
        if (end > i && end - i < 300)
            take(text.mid(i + 1, end - i - 1));
    }
}

/// Whether the names of tables may be found by a pattern, or any table looked at: `union App*`, `search`,
/// `find`.
bool asksForAnyTable(QStringView text)
{
    bool isSearch = false;
    bool isUnion = false;
    eachName(text, [&](QStringView name) {
        isSearch = isSearch || name == u"search" || name == u"find";
        isUnion = isUnion || name == u"union";
    });
    return isSearch || (isUnion && text.contains(u'*'));
}

/// Whether KQL writes the name with escapes, so that it need not stand in a text as it is.
bool isWrittenWithEscapes(const QString &name)
{
    return std::any_of(name.begin(), name.end(), [](QChar c) {
        return c == u'"' || c == u'\'' || c == u'\\' || c.category() == QChar::Other_Control;
    });
}

QJsonArray columnsJson(const KqlTable &table)
{
    QJsonArray columns;
    for (const KqlColumn &column : table.columns)
        columns.append(QJsonArray{column.name, column.type, column.description});
    return {table.name, columns};
}

} // namespace

KqlKnownSchemas::Schema *KqlKnownSchemas::find(const KqlSchemaPtr &schema)
{
    const auto found = std::find_if(m_schemas.begin(), m_schemas.end(),
                                    [&schema](const auto &known) { return known->schema == schema; });
    if (found == m_schemas.end())
        return nullptr;
    std::rotate(m_schemas.begin(), found, found + 1);
    return m_schemas.first().get();
}

KqlKnownSchemas::Schema &KqlKnownSchemas::add(const KqlSchemaPtr &schema)
{
    auto known = std::make_shared<Schema>();
    known->schema = schema;
    known->id = ++m_lastId;
    if (schema) {
        for (qsizetype i = 0; i < schema->tables.size(); ++i)
            known->unseen.insert(schema->tables.at(i).name, i);
        for (const KqlFunction &function : schema->functions)
            known->bodies.insert(function.name, function.body);
    }
    m_schemas.prepend(known);
    return *known;
}

int KqlKnownSchemas::takeSpare()
{
    return m_schemas.size() > mostSchemas ? m_schemas.takeLast()->id : 0;
}

void KqlKnownSchemas::clear()
{
    m_schemas.clear();
}

QByteArray KqlKnownSchemas::namesJson(const KqlSchema &schema)
{
    QJsonArray tables;
    for (const KqlTable &table : schema.tables)
        tables.append(table.name);
    QJsonArray functions;
    for (const KqlFunction &function : schema.functions) {
        functions.append(
            QJsonObject{{QStringLiteral("name"), function.name},
                        {QStringLiteral("parameters"), QString(u'(' + function.parameters + u')')},
                        {QStringLiteral("body"), QString(u"{\n" + function.body + u"\n}")},
                        {QStringLiteral("text"), function.description}});
    }
    const QJsonObject root{{QStringLiteral("database"), schema.database},
                           {QStringLiteral("tables"), tables},
                           {QStringLiteral("functions"), functions}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

QByteArray KqlKnownSchemas::takeNeeded(Schema &schema, const QString &text)
{
    QJsonArray needed;
    const auto take = [&schema, &needed](const QString &name) {
        const auto unseen = schema.unseen.constFind(name);
        if (unseen == schema.unseen.cend())
            return;
        needed.append(columnsJson(schema.schema->tables.at(*unseen)));
        schema.unseen.erase(unseen);
    };
    if (!std::exchange(schema.areOddTaken, true)) {
        const QStringList all = schema.unseen.keys();
        for (const QString &name : all) {
            if (isWrittenWithEscapes(name))
                take(name);
        }
    }
    QStringList texts{text};
    while (!texts.isEmpty() && !schema.unseen.isEmpty()) {
        const QString next = texts.takeFirst();
        if (asksForAnyTable(next)) {
            const QStringList all = schema.unseen.keys();
            for (const QString &name : all)
                take(name);
        }
        eachName(next, [&](QStringView view) {
            const QString name = view.toString();
            take(name);
            // A function that is called may read tables of its own.
            if (const QString body = schema.bodies.take(name); !body.isEmpty())
                texts.append(body);
        });
    }
    return needed.isEmpty() ? QByteArray() : QJsonDocument(needed).toJson(QJsonDocument::Compact);
}

} // namespace sonde
