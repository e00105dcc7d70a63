#include "engine/executionfailure.h"

#include "engine/ownfailures.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace sonde {

namespace {

Q_LOGGING_CATEGORY(logEngine, "sonde.engine", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// What the engine's own codes mean.
constexpr std::pair<const char *, const char *> ownReasons[] = {
    {failures::searchCase,
     QT_TRANSLATE_NOOP("Engine",
                       "A word with “*” in its middle was found in other capital or small letters only; "
                       "“search kind=case_sensitive” leaves those out.")},
    {failures::makeSeries,
     QT_TRANSLATE_NOOP("Engine",
                       "The bounds and the step of “make-series” make no series, or one that is too long.")},
    {failures::seriesWhole, QT_TRANSLATE_NOOP("Engine", "A whole number in a series is too large.")},
    {failures::seriesElement, QT_TRANSLATE_NOOP("Engine", "An element of a series is not a number.")},
    {failures::seriesCentre,
     QT_TRANSLATE_NOOP("Engine", "A filter of an even length has no centre in “series_fir”.")},
    {failures::seriesDenominator,
     QT_TRANSLATE_NOOP("Engine", "The first denominator of “series_iir” is zero.")},
    {failures::seriesLong,
     QT_TRANSLATE_NOOP("Engine", "The series and the filter of “series_fir” or “series_iir” are too long.")},
};

/// The engine's own code, or nothing.
QString ownCode(const QString &detail)
{
    const QLatin1StringView told(failures::told);
    const QString code = detail.startsWith(told) ? detail.mid(told.size()).trimmed() : QString();
    return code.startsWith(QLatin1String("kql/")) ? code : QString();
}

/// The reason in plain words where DuckDB's say it.
QString plainReason(const QString &detail)
{
    const QString own = ownCode(detail);
    for (const auto &[code, sentence] : ownReasons) {
        if (own == QLatin1StringView(code))
            return Words::tr(sentence);
    }
    static const QRegularExpression pattern(
        QStringLiteral(
            "^Invalid Input Error: (?:missing|no argument|bad repetition|invalid|trailing|unexpected"
            "|duplicate|pattern too large)[^:]*: (.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    if (const QRegularExpressionMatch match = pattern.match(detail.trimmed()); match.hasMatch())
        return Words::tr("The regular expression “%1” is not valid.").arg(match.captured(1).left(200));
    if (detail.startsWith(QLatin1String("Out of Range Error")) ||
        (detail.startsWith(QLatin1String("Conversion Error")) &&
         detail.contains(QLatin1String("out of range"), Qt::CaseInsensitive)))
        return Words::tr("A number in the query is too large for its type.");
    if (detail.startsWith(QLatin1String("Conversion Error")))
        return Words::tr("A value in the query could not be converted to its type.");
    if (detail.contains(QLatin1String("LIMIT/OFFSET cannot be negative")))
        return Words::tr("The number of rows is negative or null.");
    return Words::tr("The query failed while it ran.");
}

Error failureOf(const QString &detail)
{
    qCDebug(logEngine, "%ls", qUtf16Printable(detail));
    Error error;
    error.kind = ErrorKind::Query;
    error.detail = detail;
    return error;
}

} // namespace

tl::unexpected<Error> tooLittleMemory(const QString &detail)
{
    Error error = failureOf(detail);
    error.serviceCode = QStringLiteral("E_LOW_MEMORY_CONDITION");
    error.message = Words::tr("The query needs more memory than the embedded workspace may use.");
    error.advice = Words::tr("Ask for fewer rows or columns, or for a shorter time range.");
    return failure(std::move(error));
}

tl::unexpected<Error> executionFailure(const QString &detail)
{
    if (detail.startsWith(QLatin1String("Out of Memory")) ||
        ownCode(detail) == QLatin1StringView(failures::valueTooLarge))
        return tooLittleMemory(detail);
    Error error = failureOf(detail);
    error.serviceCode = QStringLiteral("E_QUERY_FAILED");
    error.message = plainReason(detail);
    error.advice =
        Words::tr("Look for numbers that grow too large or a regular expression that is not valid.");
    return failure(std::move(error));
}

} // namespace sonde
