#pragma once

#include "results/table.h"

#include <QJsonValue>
#include <QString>
#include <optional>

namespace sonde {

/// What QJsonDocument says of a cell, against what a decoder made of it: nothing where they agree, else both
/// in words. It shares no code with the decoders.
std::optional<QString> disagreement(const CellRef &cell, ColumnType type, const QJsonValue &expected);

/// A text as a decoder is to show it: half a character is U+FFFD.
QString withoutLoneSurrogates(const QString &text);

/// Whether this is a datetime as the service writes them: `yyyy-MM-ddThh:mm:ss[.f]Z`, one to seven digits.
bool isServiceDateTime(const QString &text);

} // namespace sonde
