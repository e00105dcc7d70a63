#pragma once

#include "stores/historyentry.h"

#include <QVariantList>

class QSqlQuery;

namespace sonde {

/// How a run stands in the table `run`: the one place that knows the order of the columns.

QString historyInsertStatement();
QVariantList historyValues(const HistoryEntry &entry, const QString &owner);
/// Of outcome, duration, rows, total, error, range_start and range_end.
QVariantList historyEndValues(const RunEnd &end);
/// All columns of a run, for historyEntryOf(), of the rows that \a condition chooses.
QString historySelectStatement(const QString &condition);
HistoryEntry historyEntryOf(const QSqlQuery &row);

} // namespace sonde
