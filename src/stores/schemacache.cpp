#include "stores/schemacache.h"

#include "core/atomicfile.h"
#include "core/kqltypename.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace sonde {

namespace {

constexpr int fileVersion = 1;
const QLatin1StringView suffix(".json");

/// What tells a connection's workspace from any other: where it is asked, and for what.
QString workspaceOf(const Connection &connection)
{
    if (connection.local)
        return localConnectionId;
    // The embedded workspace has another port each time.
    return connection.embedded
               ? QString(embeddedConnectionId)
               : connection.endpoints().logs.toString() + u' ' + connection.workspaceId.toLower();
}

QJsonArray columnJson(const KqlColumn &column)
{
    QJsonArray json{column.name, column.type};
    if (!column.description.isEmpty())
        json.append(column.description);
    return json;
}

void insertTexts(QJsonObject &json, const QString &description, const QStringList &categories,
                 const QStringList &solutions)
{
    if (!description.isEmpty())
        json.insert(QStringLiteral("description"), description);
    if (!categories.isEmpty())
        json.insert(QStringLiteral("categories"), QJsonArray::fromStringList(categories));
    if (!solutions.isEmpty())
        json.insert(QStringLiteral("solutions"), QJsonArray::fromStringList(solutions));
}

QJsonObject tableJson(const KqlTable &table)
{
    QJsonArray columns;
    for (const KqlColumn &column : table.columns)
        columns.append(columnJson(column));
    QJsonObject json{{QStringLiteral("name"), table.name}, {QStringLiteral("columns"), columns}};
    insertTexts(json, table.description, table.categories, table.solutions);
    return json;
}

QJsonObject functionJson(const KqlFunction &function)
{
    QJsonObject json{{QStringLiteral("name"), function.name}, {QStringLiteral("body"), function.body}};
    if (!function.parameters.isEmpty())
        json.insert(QStringLiteral("parameters"), function.parameters);
    insertTexts(json, function.description, function.categories, function.solutions);
    return json;
}

/// Reads what the functions above wrote; anything else gives less.
class SchemaReader
{
public:
    KqlSchemaPtr read(const QJsonObject &root)
    {
        auto schema = std::make_shared<KqlSchema>();
        const QJsonArray tables = root.value(QLatin1String("tables")).toArray();
        schema->tables.reserve(tables.size());
        for (const auto &value : tables)
            schema->tables.append(table(value.toObject()));
        for (const auto &value : root.value(QLatin1String("functions")).toArray())
            schema->functions.append(function(value.toObject()));
        schema->tables.removeIf([](const KqlTable &table) { return table.name.isEmpty(); });
        schema->functions.removeIf([](const KqlFunction &function) { return function.name.isEmpty(); });
        schema->isOpen = schema->tables.isEmpty();
        return schema;
    }

private:
    KqlTable table(const QJsonObject &json)
    {
        KqlTable table;
        table.name = json.value(QLatin1String("name")).toString();
        readTexts(json, table);
        const QJsonArray columns = json.value(QLatin1String("columns")).toArray();
        table.columns.reserve(columns.size());
        for (const auto &value : columns) {
            const QJsonArray parts = value.toArray();
            const QString type = kqlTypeName(parts.at(1).toString());
            if (const QString name = parts.at(0).toString(); !name.isEmpty() && !type.isEmpty())
                table.columns.append({shared(name), type, shared(parts.at(2).toString())});
        }
        return table;
    }

    KqlFunction function(const QJsonObject &json)
    {
        KqlFunction function;
        function.name = json.value(QLatin1String("name")).toString();
        function.parameters = json.value(QLatin1String("parameters")).toString();
        function.body = json.value(QLatin1String("body")).toString();
        readTexts(json, function);
        return function;
    }

    template <typename Described>
    void readTexts(const QJsonObject &json, Described &described)
    {
        described.description = json.value(QLatin1String("description")).toString();
        described.categories = texts(json.value(QLatin1String("categories")));
        described.solutions = texts(json.value(QLatin1String("solutions")));
    }

    QStringList texts(const QJsonValue &value)
    {
        QStringList list;
        for (const auto &text : value.toArray())
            list << shared(text.toString());
        return list;
    }

    /// The same string for the same text: most tables have the same dozen columns.
    QString shared(const QString &text) { return text.isEmpty() ? QString() : *m_texts.insert(text); }

    QSet<QString> m_texts;
};

} // namespace

SchemaCache::SchemaCache(QString folder)
    : m_folder(std::move(folder))
{}

bool SchemaCache::isSameWorkspace(const Connection &one, const Connection &other)
{
    return workspaceOf(one) == workspaceOf(other);
}

QString SchemaCache::pathOf(const QString &connectionId) const
{
    // An id is a UUID, but whoever edits the file of connections may make it a path.
    return m_folder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(connectionId)) + suffix;
}

std::optional<KnownSchema> SchemaCache::read(const Connection &connection) const
{
    if (connection.local)
        return std::nullopt; // they go with the program
    QFile file(pathOf(connection.id));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root.value(QLatin1String("version")).toInt() != fileVersion ||
        root.value(QLatin1String("workspace")).toString() != workspaceOf(connection))
        return {};
    const QDateTime fetched =
        QDateTime::fromString(root.value(QLatin1String("fetched")).toString(), Qt::ISODate);
    if (!fetched.isValid() || !root.value(QLatin1String("tables")).isArray())
        return {};
    return KnownSchema{SchemaReader().read(root), fetched.toUTC()};
}

Result<void> SchemaCache::write(const Connection &connection, const KnownSchema &known) const
{
    if (connection.local)
        return {};
    QJsonArray tables;
    for (const KqlTable &table : known.schema->tables)
        tables.append(tableJson(table));
    QJsonArray functions;
    for (const KqlFunction &function : known.schema->functions)
        functions.append(functionJson(function));
    const QJsonObject root{{QStringLiteral("version"), fileVersion},
                           {QStringLiteral("workspace"), workspaceOf(connection)},
                           {QStringLiteral("fetched"), known.fetched.toUTC().toString(Qt::ISODate)},
                           {QStringLiteral("tables"), tables},
                           {QStringLiteral("functions"), functions}};
    const QByteArray bytes = QJsonDocument(root).toJson(QJsonDocument::Compact);
    const QString path = pathOf(connection.id);
    if (auto folder = makeFolderOf(path); !folder)
        return folder;
    // The bodies of a workspace's functions are nobody else's business.
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return replaceFile(path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

void SchemaCache::remove(const QString &connectionId) const
{
    QFile::remove(pathOf(connectionId));
}

void SchemaCache::removeAllBut(const QStringList &connectionIds) const
{
    QSet<QString> kept;
    for (const QString &id : connectionIds)
        kept.insert(pathOf(id));
    const QStringList names = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (const QString path = m_folder + u'/' + name; !kept.contains(path))
            QFile::remove(path);
    }
}

} // namespace sonde
