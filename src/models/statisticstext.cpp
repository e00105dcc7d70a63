#include "models/statisticstext.h"

#include "results/datetimetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <limits>

namespace sonde {

namespace {

/// So many digits are worth reading, and free of what doubles add behind the last true one.
constexpr int digitsOfMean = 6;
constexpr int digitsOfNumber = 12;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sonde::StatisticsText)
};

int pluralOf(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

QString numberText(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    const QLocale locale;
    const double size = std::abs(value);
    if (size != 0 && (size >= 1e15 || size < 1e-4))
        return locale.toString(value, 'g', digits);
    const int before = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    QString text = locale.toString(value, 'f', std::max(0, digits - before));
    const QString point = locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

QString numberText(const StatisticNumber &number)
{
    if (const auto *whole = std::get_if<std::int64_t>(&number))
        return QLocale().toString(static_cast<qlonglong>(*whole));
    return numberText(std::get<double>(number), digitsOfNumber);
}

QString spanText(Ticks ticks)
{
    return QString::fromStdString(formatTimespan(ticks));
}

void describe(const CellStatistics::Numbers &numbers, QStringList &parts)
{
    //: %1: a number
    parts << Words::tr("Sum %1").arg(numberText(numbers.sum));
    //: %1: a number or a timespan: the arithmetic mean
    parts << Words::tr("Mean %1").arg(numberText(numbers.mean, digitsOfMean));
    //: %1: a number or a timespan: the smallest
    parts << Words::tr("Min %1").arg(numberText(numbers.smallest));
    //: %1: a number or a timespan: the largest
    parts << Words::tr("Max %1").arg(numberText(numbers.largest));
}

void describe(const CellStatistics::TimeSpans &spans, QStringList &parts)
{
    if (spans.sum)
        parts << Words::tr("Sum %1").arg(spanText(*spans.sum));
    parts << Words::tr("Mean %1").arg(spanText(spans.mean));
    parts << Words::tr("Min %1").arg(spanText(spans.smallest));
    parts << Words::tr("Max %1").arg(spanText(spans.largest));
}

void describe(const CellStatistics::DateTimes &dates, const CellFormatter &formatter, QStringList &parts)
{
    DateTimeText text(formatter.timeZone());
    std::string earliest;
    std::string latest;
    text.append(earliest, dates.earliest);
    text.append(latest, dates.latest);
    //: %1: a timespan: from the first datetime to the last
    parts << Words::tr("Span %1").arg(spanText(dates.latest - dates.earliest));
    //: %1: a date and time, the first of some
    parts << Words::tr("From %1").arg(QString::fromStdString(earliest));
    //: %1: a date and time, the last of some
    parts << Words::tr("To %1").arg(QString::fromStdString(latest));
}

} // namespace

QStringList describeStatistics(const CellStatistics &statistics, const CellFormatter &formatter)
{
    QStringList parts;
    //: %L1: how many
    parts << Words::tr("%L1 cells", nullptr, pluralOf(statistics.cells))
                 .arg(static_cast<qulonglong>(statistics.cells));
    if (statistics.empty > 0)
        //: %L1: how many cells have no value
        parts << Words::tr("%L1 empty").arg(static_cast<qulonglong>(statistics.empty));
    if (statistics.distinct)
        //: %L1: how many different values
        parts << Words::tr("%L1 distinct").arg(static_cast<qulonglong>(*statistics.distinct));
    if (statistics.numbers)
        describe(*statistics.numbers, parts);
    if (statistics.timeSpans)
        describe(*statistics.timeSpans, parts);
    if (statistics.dateTimes)
        describe(*statistics.dateTimes, formatter, parts);
    return parts;
}

} // namespace sonde
