#include "stores/historyrow.h"

#include "core/timezone.h"

#include <QSqlQuery>
#include <array>

namespace sonde {

namespace {

constexpr std::array<std::pair<RunOutcome, const char *>, 7> outcomeNames{
    {{RunOutcome::Running, "running"},
     {RunOutcome::Complete, "complete"},
     {RunOutcome::Partial, "partial"},
     {RunOutcome::Capped, "capped"},
     {RunOutcome::Failed, "failed"},
     {RunOutcome::Stopped, "stopped"},
     {RunOutcome::Interrupted, "interrupted"}}};

QString nameOf(RunOutcome outcome)
{
    for (const auto &[value, name] : outcomeNames) {
        if (value == outcome)
            return QLatin1String(name);
    }
    return {};
}

RunOutcome outcomeOf(const QString &text)
{
    for (const auto &[value, name] : outcomeNames) {
        if (text == QLatin1String(name))
            return value;
    }
    return RunOutcome::Interrupted;
}

QVariant number(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant instant(const QDateTime &value)
{
    return value.isValid() ? QVariant(value.toMSecsSinceEpoch()) : QVariant();
}

std::optional<qint64> numberOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<qint64>(value.toLongLong());
}

QDateTime instantOf(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), utcZone);
}

/// SQLite has no empty text that is not also null to Qt: a null QString would be refused.
QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

const QLatin1StringView kqlName("kql");
const QLatin1StringView classicName("classic");

} // namespace

QString historyInsertStatement()
{
    return QStringLiteral(
        "INSERT INTO run(id, owner, started, connection_id, connection_name, language, range, top, "
        "server_timeout, text_length, text, outcome, duration, rows, total, error, range_start, range_end) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
}

QVariantList historyValues(const HistoryEntry &entry, const QString &owner)
{
    return {entry.id,
            owner,
            instant(entry.startedUtc),
            text(entry.connectionId),
            text(entry.connectionName),
            QString(entry.language == QueryLanguage::Classic ? classicName : kqlName),
            entry.range.toString(),
            number(entry.top),
            entry.serverTimeoutSeconds,
            entry.textLength,
            text(entry.text),
            nameOf(entry.outcome),
            number(entry.durationMs),
            number(entry.rows),
            number(entry.total),
            text(entry.errorMessage),
            instant(entry.resolved.start),
            instant(entry.resolved.end)};
}

QVariantList historyEndValues(const RunEnd &end)
{
    const ResolvedRange range = end.resolved.value_or(ResolvedRange());
    return {nameOf(end.outcome),    end.durationMs,       end.rows,          number(end.total),
            text(end.errorMessage), instant(range.start), instant(range.end)};
}

QString historySelectStatement(const QString &condition)
{
    return QStringLiteral("SELECT id, started, connection_id, connection_name, language, range, top, "
                          "server_timeout, text_length, text, outcome, duration, rows, total, error, "
                          "range_start, range_end, kept_rows FROM run WHERE ") +
           condition;
}

HistoryEntry historyEntryOf(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    HistoryEntry entry;
    entry.id = next().toLongLong();
    entry.startedUtc = instantOf(next());
    entry.connectionId = next().toString();
    entry.connectionName = next().toString();
    entry.language = next().toString() == classicName ? QueryLanguage::Classic : QueryLanguage::Kql;
    entry.range = TimeRange::parse(next().toString()).value_or(TimeRange());
    entry.top = numberOf(next());
    entry.serverTimeoutSeconds = next().toInt();
    entry.textLength = next().toLongLong();
    entry.text = next().toString();
    entry.outcome = outcomeOf(next().toString());
    entry.durationMs = numberOf(next());
    entry.rows = numberOf(next());
    entry.total = numberOf(next());
    entry.errorMessage = next().toString();
    entry.resolved.start = instantOf(next());
    entry.resolved.end = instantOf(next());
    entry.keptRows = next().toLongLong();
    return entry;
}

} // namespace sonde
