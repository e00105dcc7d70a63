#include "import/jsonfile.h"

#include "import/cellfunctions.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace sonde::jsonfile {

namespace {

constexpr int sampledObjects = 10'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

/// The objects of the file, as text in `json`.
QString readCall(const QString &format)
{
    // A line that is no JSON is passed over; elsewhere nobody can tell where the next object begins.
    const QString lenient =
        format == u"newline_delimited" ? QStringLiteral(", ignore_errors=true") : QString();
    return u"read_json_objects($1, hive_partitioning=false, format='" + format + u'\'' + lenient + u')';
}

} // namespace

QString formatOf(QByteArrayView beginning)
{
    const QByteArrayView text = beginning.trimmed();
    if (text.startsWith('['))
        return QStringLiteral("array");
    if (!text.startsWith('{'))
        return {};
    const auto end = text.indexOf('\n');
    // A first line that is longer than what was read is one line.
    if (end < 0 || QJsonDocument::fromJson(text.first(end).toByteArray()).isObject())
        return QStringLiteral("newline_delimited");
    return QStringLiteral("unstructured");
}

Result<ImportGuess> guess(ImportDatabase &database, const ImportSource &source, const QString &format,
                          const CancelState &cancel)
{
    ImportGuess guess;
    guess.kind = format == u"array" ? ImportKind::JsonArray : ImportKind::JsonLines;
    guess.jsonFormat = format;
    QStringList keys;
    std::map<std::string, TypeGuess> types;
    const auto visit = [&](std::span<const std::optional<std::string_view>> row) {
        if (row[0])
            cells::guessFromObject(*row[0], keys, types);
        return true;
    };
    const QString sql = u"SELECT CAST(json AS VARCHAR) FROM " + readCall(format) + u" LIMIT " +
                        QString::number(sampledObjects);
    if (const auto read = database.read(sql, {ImportDatabase::pattern(source.path)}, visit, cancel); !read)
        return failure(read.error());
    if (keys.isEmpty())
        return failure(ErrorKind::Decode, Words::tr("“%1” has no objects with keys.").arg(source.path),
                       Words::tr("Only lists or lines of JSON objects can become a table."));
    const QStringList names = uniqueColumnNames(keys);
    ImportTable table;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const TypeGuess &type = types.at(keys.at(i).toStdString());
        table.columns += {names.at(i), type.type(), keys.at(i), type.hasDecimalComma(), type.firstValues()};
    }
    guess.tables += table;
    return guess;
}

Result<FillOutcome> fill(const FillTask &task)
{
    const QString name = u"sonde_object_" + task.pass;
    if (!cells::registerObjectFunction(task.database.connection(), name, task.notes))
        return failure(ErrorKind::Io, Words::tr("The file could not be imported."));
    QStringList cells;
    for (qsizetype i = 0; i < task.notes.columns().size(); ++i)
        cells += QStringLiteral("o.c%1").arg(i);
    const QString sql =
        QStringLiteral("INSERT INTO %1 SELECT %2 FROM (SELECT %3(CAST(json AS VARCHAR)) AS o "
                       "FROM %4) WHERE o IS NOT NULL")
            .arg(task.target, cells.join(QStringLiteral(", ")), name, readCall(task.guess.jsonFormat));
    if (const auto done =
            task.database.run(sql, {ImportDatabase::pattern(task.guess.path)}, task.progress, task.cancel);
        !done)
        return failure(done.error());
    FillOutcome outcome;
    if (const auto left = static_cast<int>(task.notes.rowsLeftOut()); left > 0)
        //: %2: a table
        outcome.remarks += Words::tr("%2: %n value(s) left out that are no JSON object.", nullptr, left)
                               .arg(task.table.name);
    return outcome;
}

} // namespace sonde::jsonfile
