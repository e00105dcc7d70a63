#include "kql/kqlschemafile.h"

#include "core/kqltypename.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KqlSchemaFile)
};

tl::unexpected<Error> noSchema(const QString &detail)
{
    return failure(ErrorKind::Decode, Words::tr("This is no description of tables."),
                   Words::tr("Give JSON with tables, their columns and the types of these: {\"Event\": "
                             "{\"TimeGenerated\": \"datetime\"}}."),
                   detail);
}

} // namespace

Result<KqlSchemaPtr> kqlSchemaFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return noSchema(error.error != QJsonParseError::NoError ? error.errorString() : QString());
    auto schema = std::make_shared<KqlSchema>();
    const QJsonObject tables = document.object();
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        if (!table->isObject())
            return noSchema(table.key());
        KqlTable read{table.key()};
        const QJsonObject columns = table->toObject();
        for (auto column = columns.begin(); column != columns.end(); ++column) {
            const QString type = kqlTypeName(column->toString());
            if (type.isEmpty())
                return noSchema(table.key() + u'.' + column.key() + u": " + column->toVariant().toString());
            read.columns.append({column.key(), type});
        }
        schema->tables.append(read);
    }
    return schema;
}

} // namespace sonde
