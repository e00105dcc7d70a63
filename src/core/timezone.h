#pragma once

#include <QTimeZone>

namespace sonde {

// What QDateTime and QDate take as their zone: Qt 6.4's QTimeZone has no light-weight forms, and from 6.5 on
// the older Qt::TimeSpec is deprecated.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr QTimeZone::Initialization utcZone = QTimeZone::UTC;
inline constexpr QTimeZone::Initialization localZone = QTimeZone::LocalTime;
#else
inline constexpr Qt::TimeSpec utcZone = Qt::UTC;
inline constexpr Qt::TimeSpec localZone = Qt::LocalTime;
#endif

} // namespace sonde
