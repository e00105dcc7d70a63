#include "azure/metadataanswer.h"

#include "core/kqltypename.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetadataAnswer)
};

tl::unexpected<Error> unreadable(const QString &detail)
{
    return failure(ErrorKind::Decode, Words::tr("The workspace’s list of tables could not be read."),
                   Words::tr("Refresh the tables in a few minutes."), detail);
}

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// By name without regard to case, as people look for it.
template <typename Named>
void sortByName(QList<Named> &list)
{
    std::sort(list.begin(), list.end(), [](const Named &left, const Named &right) {
        const int order = left.name.compare(right.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left.name < right.name;
    });
}

/// Categories, or solutions: the names of the groups that tables and functions belong to. Either side of the
/// answer may say so, the member or the group.
class Groups
{
public:
    explicit Groups(const char *relatedKey)
        : m_relatedKey(relatedKey)
    {}

    void read(const QJsonArray &listed)
    {
        for (const auto &value : listed)
            readGroup(value.toObject());
    }

    /// Those of one table or function, whose id may be empty; \a kind as in `related` of a group.
    QStringList of(const QJsonObject &member, const char *kind) const
    {
        QStringList names;
        const QJsonArray ids =
            member.value(u"related").toObject().value(QLatin1String(m_relatedKey)).toArray();
        for (const auto &id : ids)
            names << m_names.value(id.toString().toLower(), id.toString());
        const QHash<QString, QStringList> &stated = m_members[kind == tables ? 0 : 1];
        names += stated.value(textOf(member, "id").toLower());
        names.removeAll(QString());
        names.removeDuplicates();
        return names;
    }

    static constexpr const char *tables = "tables";
    static constexpr const char *functions = "functions";

private:
    void readGroup(const QJsonObject &group)
    {
        const QString id = textOf(group, "id").toLower();
        QString name = textOf(group, "displayName");
        if (name.isEmpty())
            name = textOf(group, "name");
        if (name.isEmpty())
            name = textOf(group, "id");
        if (name.isEmpty())
            return;
        if (!id.isEmpty())
            m_names.insert(id, name);
        const QJsonObject related = group.value(u"related").toObject();
        addMembers(m_members[0], related.value(u"tables").toArray(), name);
        addMembers(m_members[1], related.value(u"functions").toArray(), name);
        // So an older form of the answer says it.
        addMembers(m_members[0], group.value(u"tables").toArray(), name);
    }

    static void addMembers(QHash<QString, QStringList> &members, const QJsonArray &ids, const QString &name)
    {
        for (const auto &id : ids)
            members[id.toString().toLower()] << name;
    }

    const char *m_relatedKey;
    QHash<QString, QString> m_names; ///< by id in lower case
    /// Names of groups by the id, in lower case, of a table and of a function.
    QHash<QString, QStringList> m_members[2];
};

class SchemaReader
{
public:
    explicit SchemaReader(const QJsonObject &root)
        : m_root(root)
    {
        m_categories.read(array("categories"));
        m_solutions.read(array("solutions"));
        m_solutions.read(array("tableGroups"));
    }

    KqlSchemaPtr read()
    {
        auto schema = std::make_shared<KqlSchema>();
        for (const auto &value : array("tables"))
            add(schema->tables, table(value.toObject()));
        for (const auto &value : array("functions"))
            add(schema->functions, function(value.toObject()));
        sortByName(schema->tables);
        sortByName(schema->functions);
        schema->isOpen = schema->tables.isEmpty();
        return schema;
    }

private:
    QJsonArray array(const char *key) const { return m_root.value(QLatin1String(key)).toArray(); }

    template <typename Named>
    void add(QList<Named> &list, Named entry)
    {
        QSet<QString> &known = std::is_same_v<Named, KqlTable> ? m_tableNames : m_functionNames;
        if (entry.name.isEmpty() || known.contains(entry.name))
            return;
        known.insert(entry.name);
        list.append(std::move(entry));
    }

    KqlTable table(const QJsonObject &json)
    {
        KqlTable table;
        table.name = nameOf(json);
        table.description = textOf(json, "description").trimmed();
        table.categories = m_categories.of(json, Groups::tables);
        table.solutions = m_solutions.of(json, Groups::tables);
        const QJsonArray columns = json.value(u"columns").toArray();
        table.columns.reserve(columns.size());
        QSet<QString> names;
        for (const auto &value : columns) {
            KqlColumn read = column(value.toObject());
            if (read.name.isEmpty() || names.contains(read.name))
                continue;
            names.insert(read.name);
            table.columns.append(std::move(read));
        }
        return table;
    }

    KqlColumn column(const QJsonObject &json)
    {
        QString type = kqlTypeName(textOf(json, "type"));
        if (type.isEmpty())
            type = kqlTypeName(u"dynamic");
        return {shared(textOf(json, "name")), type, shared(textOf(json, "description").trimmed())};
    }

    KqlFunction function(const QJsonObject &json)
    {
        KqlFunction function;
        function.name = nameOf(json);
        function.parameters = textOf(json, "parameters").trimmed();
        if (function.parameters.startsWith(u'(') && function.parameters.endsWith(u')'))
            function.parameters = function.parameters.sliced(1, function.parameters.size() - 2).trimmed();
        function.body = textOf(json, "body");
        function.description = textOf(json, "description").trimmed();
        if (function.description.isEmpty() && textOf(json, "displayName") != function.name)
            function.description = textOf(json, "displayName").trimmed();
        function.categories = m_categories.of(json, Groups::functions);
        function.solutions = m_solutions.of(json, Groups::functions);
        return function;
    }

    /// Ids are names too, where there is no other; some have a letter for their kind before them: `t/Alert`.
    static QString nameOf(const QJsonObject &json)
    {
        const QString name = textOf(json, "name");
        return name.isEmpty() ? textOf(json, "id").section(u'/', -1) : name;
    }

    /// The same string for the same text: a workspace has 60 000 columns, and most tables the same dozen.
    QString shared(const QString &text) { return text.isEmpty() ? QString() : *m_texts.insert(text); }

    const QJsonObject m_root;
    Groups m_categories{"categories"};
    Groups m_solutions{"solutions"};
    QSet<QString> m_tableNames;
    QSet<QString> m_functionNames;
    QSet<QString> m_texts;
};

} // namespace

Result<KqlSchemaPtr> schemaFromMetadata(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(QStringLiteral("%1 (%2)").arg(error.errorString()).arg(error.offset));
    const QJsonObject root = document.object();
    const auto lists = [&root](const char *key) { return root.value(QLatin1String(key)).isArray(); };
    // All lists are optional, but an answer with none of them is one to another question.
    const bool listsAnything = lists("tables") || lists("functions") || lists("solutions") ||
                               lists("categories") || lists("workspaces") || lists("resourceTypes");
    if (!listsAnything)
        return unreadable(QString::fromUtf8(json.first(std::min<qsizetype>(json.size(), 200))));
    return SchemaReader(root).read();
}

} // namespace sonde
